import { mailPort, type Network } from './network.js';

/** Seconds a message may stay in the queue; long enough for several attempts two to four seconds apart. */
const lifetime = 10;

/** The files of a Postfix that knows only the loopback network, by name. */
export function configuration(home: string, network: Network): Record<string, string> {
  return { 'main.cf': mainCf(home, network), 'master.cf': masterCf(network), ...maps };
}

function mainCf(home: string, network: Network): string {
  return `compatibility_level = 3.6
queue_directory = ${home}/spool
data_directory = ${home}/data
mail_owner = postfix
setgid_group = postdrop
maillog_file = ${home}/maillog
maillog_file_prefixes = ${home}

myhostname = mx1.sender.example
mydomain = sender.example
myorigin = sender.example
inet_protocols = ipv4
inet_interfaces = 127.0.0.1
smtp_bind_address = ${network.delivery}
smtp_tcp_port = ${mailPort}
mynetworks = ${network.prefix}.0.0/24
smtp_tls_security_level = none
biff = no

queue_run_delay = 2s
minimal_backoff_time = 2s
maximal_backoff_time = 4s
maximal_queue_lifetime = ${lifetime}s
bounce_queue_lifetime = ${lifetime}s
smtp_connect_timeout = 2s
smtp_helo_timeout = 2s
smtp_mail_timeout = 2s
smtp_rcpt_timeout = 2s
smtp_data_init_timeout = 2s
smtp_data_xfer_timeout = 2s
smtp_data_done_timeout = 2s
default_process_limit = 60
enable_long_queue_ids = no

mydestination = local.example
local_recipient_maps =
alias_maps = texthash:$config_directory/aliases
virtual_alias_domains = alias.example
virtual_alias_maps = texthash:$config_directory/virtual
transport_maps = texthash:$config_directory/transport
relay_domains = relayed.example
relay_recipient_maps = texthash:$config_directory/relay_recipients

smtpd_client_event_limit_exceptions = ${network.prefix}.0.0/16
smtpd_error_sleep_time = 0s
smtpd_delay_reject = yes
smtpd_helo_required = yes
smtpd_relay_restrictions = permit_mynetworks, reject_unauth_destination
smtpd_client_restrictions = reject_rbl_client rbl.example
smtpd_helo_restrictions = reject_invalid_helo_hostname, check_helo_access texthash:$config_directory/helo_access
smtpd_sender_restrictions = check_sender_access texthash:$config_directory/sender_access, reject_unknown_sender_domain
smtpd_recipient_restrictions = check_recipient_access texthash:$config_directory/recipient_access
header_checks = regexp:$config_directory/header_checks
`;
}

/** What looks names up is chrooted, because the resolv.conf inside the chroot names the private name server. */
function masterCf(network: Network): string {
  const open = `-o smtpd_client_restrictions= -o smtpd_helo_restrictions= -o smtpd_sender_restrictions=
  -o smtpd_recipient_restrictions= -o smtpd_relay_restrictions=permit_mynetworks,reject -o smtpd_reject_unlisted_recipient=no -o mynetworks=${network.prefix}.0.0/16`;
  return `${network.submission}:${mailPort} inet n - y - - smtpd
  -o syslog_name=postfix/submit ${open}
${network.publicMx}:${mailPort} inet n - y - - smtpd
${network.filtered}:${mailPort} inet n - y - - smtpd
  -o content_filter=scan:[${network.filter}]:${mailPort} ${open}
${network.reinjection}:${mailPort} inet n - y - - smtpd
  -o content_filter= -o receive_override_options=no_address_mappings ${open}
${network.milted}:${mailPort} inet n - y - - smtpd
  -o smtpd_milters=inet:${network.milter}:${mailPort} ${open}
pickup unix n - y 60 1 pickup
cleanup unix n - y - 0 cleanup
qmgr unix n - n 300 1 qmgr
tlsmgr unix - - y 1000? 1 tlsmgr
rewrite unix - - y - - trivial-rewrite
bounce unix - - y - 0 bounce
defer unix - - y - 0 bounce
trace unix - - y - 0 bounce
verify unix - - y - 1 verify
flush unix n - y 1000? 0 flush
proxymap unix - - n - - proxymap
proxywrite unix - - n - 1 proxymap
smtp unix - - y - - smtp
relay unix - - y - - smtp
  -o syslog_name=postfix/relay
scan unix - - y - 4 smtp
showq unix n - y - - showq
error unix - - y - - error
retry unix - - y - - error
discard unix - - y - - discard
local unix - n n - - local
anvil unix - - y - 1 anvil
scache unix - - y - 1 scache
postlog unix-dgram n - n - 1 postlogd
`;
}

const maps: Record<string, string> = {
  aliases: `team one@team-one.test, two@team-two.test
former gone@team-two.test
postmaster postmaster@sender.example
`,
  virtual: `sales@alias.example ann@sales.test, bob@sales.test
both@alias.example pat@both.test
chain@alias.example link@alias.example
link@alias.example end@chained.test
`,
  transport: `closed-down.test error:5.1.2 This domain has moved; see https://example.test/moved?x=1
switched-off.test retry:4.3.2 This domain is switched off for maintenance
thrown-away.test discard:silently
`,
  relay_recipients: `known@relayed.example ok
picked@relayed.example ok
late@relayed.example ok
picky@relayed.example ok
never@relayed.example ok
`,
  helo_access: 'spoof.sender.example REJECT You are not me\n',
  sender_access: `blocked.example 554 5.7.1 Sender domain is on our block list
unsure.example 450 4.7.1 Sender domain is being checked, try later
`,
  recipient_access: `never@relayed.example REJECT this address never takes mail
late@relayed.example 450 4.2.0 Greylisted, see http://postgrey.example/help/relayed.example.html
picky@relayed.example 550 5.7.23 SPF validation failed; said "no" (and means it)
`,
  header_checks: '/^Subject: .*unwelcome/ REJECT 5.7.1 this subject is not welcome here\n',
};
