import type { Rule } from '../rule.js';

const SHARED = 'RFC 3463 §3.2, §3.3; RFC 5321 §4.2.3; wording that many servers share';

/** How a recipient is called. */
const RECIPIENT =
  '(user|users|recipient|recipients|mailbox|mail box|account|email account|email address|addressee|address|addresses|destination|inbox|local part|alias|mail account|username|userid|person|customer|subscriber|member|name|id)';

const FULL_NAME =
  '(mailbox|mail box|mailfolder|mail folder|inbox|maildir|account|user|recipient|storage|folder|quota|maildrop|mail drop)';

export const FULL_MAILBOX_WORDS: readonly Rule[] = [
  {
    id: 'mailbox.full',
    reason: 'mailbox-full',
    source: 'RFC 3463 §3.3 (X.2.2); RFC 5321 §4.2.3 (552); wording that many servers share',
    patterns: {
      [`${FULL_NAME}>{40}(is |currently |temporarily |)full>`]: '552 5.2.2 The mailbox of bob is full',
      '(full|overfull|overflow|overdrawn) (mailbox|mail box|inbox|mailfolder|quota|account)': '552 Full mailbox',
      'over {12}(quota|storage|disk|limit|allocation)': '552 5.2.2 <bob@example.com>: user is over quota',
      overquota: '552 overquota',
      '(quota|storage|mailbox size|disk space|mailbox limit|message count|storage limit) {30}(exceeded|exceed|exhausted|reached|full|violation|overflow|insufficient|not enough|used up)':
        '552 5.2.2 Storage quota exceeded',
      '(exceeded|exceeds|exceed|exceeding|reached|out of|insufficient|lacks|not enough|no) {20}(storage|quota|mailbox space|mailbox size|space in mailbox|mail space|disk quota)':
        '452 4.2.2 The inbox is out of storage space',
      '(inbox|mailbox|account|user|recipient){30}(out of|not enough|insufficient|no) {15}(space|room|storage)':
        '452 4.2.2 Not delivered: the mailbox has not enough space',
      'disk quota': '451 Disk quota exceeded',
      'too many messages {10}(in|on) {10}(mailbox|inbox|account|queue)': '452 Too many messages in mailbox',
      'mailbox {20}(size limit|storage limit|limit reached|is at its limit)': '552 5.2.2 Mailbox size limit reached',
      mapiexceptionshutoffquotaexceeded: '550 5.2.2 STOREDRV.Deliver: MapiExceptionShutoffQuotaExceeded',
      '(archive|message) store {20}full': '552 The message store of the user is full',
      '(mailbox|mail box|mailfolder|inbox|maildir|maildrop)>{40}(exceed|exceeds|exceeded|exceeding) {30}(quota|storage|size|space|limit|disk|capacity|allocation|allowed)':
        '552 5.2.2 The mailbox exceeds allowed size',
      '(account|user|recipient)>{40}(exceed|exceeds|exceeded|exceeding|exhausted) {30}(quota|storage|mailbox|disk|space|allocation)':
        '552 5.2.2 The user has exceeded the quota',
      '(user|mailbox|inbox) has too many messages': 'User has too many messages on the server',
      'too much mail data': '552 Too much mail data bob@example.com',
      '(would|will) {10}exceed {30}(quota|storage|mailbox|limit)': '552 5.2.2 Mailbox would exceed maximum allowed storage',
      '(userdisk|domaindisk|mail|disk|user disk|disc) quota': 'maildir delivery failed: UserDisk quota exceeded',
      '(zu viele|zuviele|too many) {3}(messages|mails) on the server': 'User has too many messages on the server',
    },
    counterExamples: [
      '550 The submission quota was exceeded',
      '552 5.3.4 Message size exceeds fixed limit',
      '452 4.3.1 Insufficient system storage',
      '450 4.7.3 Organization queue quota exceeded',
    ],
  },
];

/** The recipient exists, but cannot be reached for now. */
export const UNAVAILABLE_WORDS: readonly Rule[] = [
  {
    id: 'mailbox.unavailable-for-now',
    reason: 'system-error',
    source: 'RFC 5321 §4.2.3 (450): mailbox unavailable, for now',
    patterns: {
      '(recipient|mailbox|user|account) {4}temporarily {4}unavailable': '450 4.2.0 Recipient temporarily unavailable',
    },
  },
];

export const MOVED_WORDS: readonly Rule[] = [
  {
    id: 'mailbox.moved',
    reason: 'mailbox-moved',
    source: 'RFC 5321 §3.4 (551); RFC 3463 §3.2 (X.1.6)',
    patterns: {
      [`${RECIPIENT}>{20}(has|have) moved`]: '550 5.1.6 The recipient has moved',
      '(no longer|not any more|not anymore) (on|at|with|in|works|work|employed|belongs|part of) {20}(server|company|organization|here|us|our|this)':
        '550 5.1.6 recipient no longer on server',
      'has left {20}(company|organization|organisation|us|firm|university|school|our network)':
        '550 The person has left the company',
      '(new|changed|his new|her new|my new) (email |mail |)address (is|to|has)': '551 The new address is bob@example.net',
      '(changed|has changed) {15}(email |mail |)address': '550 This user has changed the email address',
      'user not local{3}please try': '551 User not local; please try <bob@example.net>',
      'address {10}(has |)changed': '550 The address has changed',
      '(mailbox|domain) owner has changed': '551 5.7.17 mailbox owner has changed',
      '(has been|was) replaced by': '550 The address has been replaced by bob@example.net',
    },
  },
];

export const DISABLED_WORDS: readonly Rule[] = [
  {
    id: 'mailbox.locked-for-now',
    reason: 'mailbox-disabled',
    type: 'soft',
    source: SHARED,
    patterns: {
      '(user|mailbox|account|recipient)>{30}temporar{4} (locked|disabled|blocked|suspended|unavailable for delivery|closed|deactivated)':
        '550 5.7.1 The mailbox is temporarily locked',
    },
  },
  {
    id: 'mailbox.disabled',
    reason: 'mailbox-disabled',
    source: 'RFC 3463 §3.3 (X.2.1); wording that many servers share',
    patterns: {
      [`${RECIPIENT}>{40}(is |was |been |are |currently |permanently |now |)(disabled|deactivated|suspended|inactive|terminated|cancelled|canceled|discontinued|closed|locked|expired|frozen|dormant|deleted|removed|archived|retired|abandoned|not active|no longer active|not enabled|on hold|not in use|no longer in use|no longer valid|no longer available|no longer exist|de-activated)`]:
        '550 5.2.1 The account of bob is disabled',
      '(disabled|deactivated|suspended|inactive|terminated|closed|locked|expired|dormant|deleted|frozen) {10}(mailbox|user|account|recipient|customer|subscriber|email account|email address|recipient address)':
        '525 5.7.13 Disabled recipient address',
      '(due to|because of|for) (inactivity|inactive|non-use|nonpayment)': '550 5.2.1 Blocked due to inactivity',
      'has been (blocked|inactive) {10}for (months|years|days|a long|lack)': '550 The box has been inactive for months',
      'recipient account is blocked': '550 5.5.0 The recipient account is blocked',
      'account (is |has been |was |)(blocked|barred|not available|unavailable)': '550 This account has been blocked',
      badrcptto: '553 sorry, your envelope recipient is in my badrcptto list (#5.7.1)',
      'suspend the service': '550 5.0.0 Recipient suspend the service',
      '(domain|service)> {40}(suspended|expired|deactivated|parked)': '550 The domain example.com is currently suspended',
      '(recipient|user|account) (is |)unavailable': '550 5.2.0 Recipient unavailable',
      '@ (is |has been |was |)(no longer valid|no longer available|no longer active|disabled|inactive|suspended|closed|deactivated|terminated|expired|locked)':
        '554 delivery error: dd bob@example.com is no longer valid',
      'new mail is not currently being accepted':
        '550 due to extended inactivity new mail is not currently being accepted for this mailbox',
      '(extended|long) {4}inactivity': '550 not accepted due to extended inactivity',
    },
    counterExamples: [
      '550 5.7.0 The sending account has been suspended',
      '550 5.1.1 User unknown',
      '554 Connections are disabled for your IP',
    ],
  },
];

export const NO_MAIL_WORDS: readonly Rule[] = [
  {
    id: 'domain.null-mx',
    reason: 'domain-no-mail',
    type: 'hard',
    source: 'RFC 7505; RFC 7504',
    patterns: {
      'null mx': '556 5.1.10 The domain example.com has a Null MX',
      nullmx: 'Domain example.com does not accept mail (nullMX)',
      '(domain|host|host/domain) {40}(does not|will not) (accept|receive) (any |)(mail|email)':
        '556 5.1.10 host/domain does not accept mail',
      'no mail (is |)accepted': '521 No mail accepted here',
      'domain {20}(receives|accepts|takes) no (mail|email)': '550 The domain takes no mail',
      '(mail|email) {4}receiv{12}disabled': '550 mail receiving disabled',
    },
    counterExamples: [
      '550 5.7.510 The domain does not accept email over IPv6',
      '550 This host does not accept mail from servers without reverse DNS',
    ],
  },
];

/** For good: the same words with a 4xx reply are said of a host that is down. */
export const NO_NETWORK_MAIL_WORDS: readonly Rule[] = [
  {
    id: 'domain.no-network-mail',
    reason: 'domain-no-mail',
    replyCode: [521, 550, 553, 554, 556],
    source: 'RFC 3463 §3.4 (5.3.2); RFC 7504 §3 (521)',
    patterns: { 'not accepting network messages': '521 5.3.2 System not accepting network messages' },
    counterExamples: ['450 4.3.2 System not accepting network messages'],
  },
  {
    id: 'domain.no-mail-here',
    reason: 'domain-no-mail',
    replyCode: [521],
    enhancedStatus: ['5.3.2'],
    source: 'RFC 7504 §3 (521), §5; RFC 3463 §3.4 (5.3.2)',
    patterns: {
      '(not|never|no longer) (accept|receive|take|handle){30}(mail|mails|email|emails|messages)':
        '521 5.3.2 mx.example.com does not accept mail',
    },
    counterExamples: ['521 5.3.2 The system is down for maintenance'],
  },
];

export const UNKNOWN_DOMAIN_WORDS: readonly Rule[] = [
  {
    id: 'domain.lookup-for-now',
    reason: 'dns-failure',
    source: 'RFC 3463 §3.5 (X.4.3); Postfix src/dns/dns_strerror.c; sendmail domain.c; Exim dnslookup router',
    patterns: {
      'host not found, try again': 'Name service error for example.com: Host not found, try again',
      'malformed or unexpected name server reply':
        'Name service error for name=example.com type=MX: Malformed or unexpected name server reply',
      '(temporary|transient|temporarily) {20}(dns|name server|name service|resolver|name resolution)':
        '451 4.4.3 Temporary DNS lookup failure',
      '(dns|name server|nameserver|resolver|name service|mx lookup|lookup of mx) {30}(timeout|timed out|servfail|temporary|temporarily|transient|try again|did not respond|not responding|host lookup failed)':
        'DNS query timed out for example.com',
      servfail: 'DNS SERVFAIL for example.com',
      'cname lookup failed temporarily': 'CNAME lookup failed temporarily. (#4.4.3)',
      'host lookup (did not complete|failed)': 'host lookup did not complete',
      '(could not|unable to|failed to|cannot) (resolve|look up) {30}(temporar|try again|deferred)':
        'cannot resolve example.com, try again later',
      'dns (query|lookup|resolution) {4}(failed|failure|error)': '550 5.4.312 Message expired, DNS query failed',
    },
    counterExamples: ['Host or domain name not found. Name service error for name=nx.example type=A: Host not found'],
  },
  {
    id: 'domain.unknown',
    reason: 'domain-unknown',
    source: 'RFC 3463 §3.2 (X.1.2); sendmail domain.c; Exim; Postfix; qmail-remote.c; Google',
    patterns: {
      'host unknown': '550 5.1.2 <bob@nx.example>... Host unknown (Name server: nx.example: host not found)',
      'unknown (host|domain|destination domain|recipient domain|mail domain)': '550 5.1.2 Unknown domain',
      '(domain|host|hostname|domain name|host name|domain=@)> {25}(does not exist|not exist|not found|unknown|could not be found|cannot be found|nonexistent|non-existent|could not be resolved|cannot be resolved|not resolve|is not reachable|is invalid|was not found|not known|not be found)':
        '550 5.1.2 The domain nx.example does not exist',
      'no such (domain|host)': '550 No such domain',
      '(no mx|no mx record|no mail exchanger|no mx records|no mail exchangers|no mail server|no mail servers|no mail hosts)>':
        'No MX found for domain nx.example',
      '(mx|mail exchanger) (record|records) {20}(not|missing|for)': 'MX record not found for nx.example',
      'mx {20}(lookup|record|records|query) {40}(nxdomain|no such|not found|no relevant|no answer|failed|empty)':
        'MX lookup of nx.example had no relevant answers',
      "(recipient|recipient's|destination|rcpt) domain {10}(does not have|has no) {15}(mx|mail exchanger)>":
        '550 5.1.2 The recipient domain does not have an MX record',
      "(recipient|recipient's|destination|rcpt) domain {10}(does not have an|does not have a valid|has no|has no valid) (a|aaaa|a/aaaa) record":
        '550 5.1.2 The recipient domain has no A record',
      nxdomain: 'DNS type mx lookup of nx.example responded with code NXDOMAIN',
      '(no data known|had no relevant answers)': '550 Name server: nx.example: no data known',
      '(illegal|invalid|bad|non-existent|nonexistent|unresolvable|unroutable|unrouteable) {10}(host|domain|host/domain|domain name)>':
        '550 Illegal host/domain name found',
      'bad destination system': '550 5.1.2 Bad destination system address',
      '(unrouteable|unroutable) (mail |)(domain|address)': 'Unrouteable address',
      'find the recipient domain': '553 5.1.2 We were not able to find the recipient domain',
      '(could not|cannot|unable to|failed to|not) (find|resolve|locate|look up|determine) {20}(host|domain|gateway|mx|mail exchanger|mail server|any host)':
        'Could not find a gateway for bob@nx.example',
      'all relevant mx records point to non-existent hosts': 'all relevant MX records point to non-existent hosts',
      '(name service error|lookup failure|dns lookup|dns failure|dns error|dns problem) {60}(not found|no such|does not exist|unknown|nxdomain)':
        'Name service error for name=nx.example type=A: Host not found',
      'no route found to domain':
        'No route found to domain nx.example from server MAIL/Example. Check Server, Connection and Domain documents',
      'no (route|path) to (domain|destination domain)': '550 No route to domain nx.example',
      '(mail |email |)domain {30}(is unknown|is not known)': '550 mail domain mentioned in email address is unknown',
      'name or service not known': 'Name or service not known',
      'cname lookup failed permanently': 'CNAME lookup failed permanently. (#5.4.4)',
      nonexistentdomain: '550 5.4.4 SMTPSEND.DNS.NonExistentDomain; nonexistent domain',
    },
    counterExamples: [
      '550 5.1.8 The sender domain does not exist',
      'Name service error for name=example.com: Host not found, try again',
      'No route to host',
    ],
  },
];

export const UNKNOWN_USER_WORDS: readonly Rule[] = [
  {
    id: 'user.unknown',
    reason: 'user-unknown',
    source: 'RFC 3463 §3.2 (X.1.1); sendmail; Postfix; Exim; qmail; Exchange; Domino; wording that many servers share',
    patterns: {
      [`${RECIPIENT}>{50}(unknown|not found|not exist|not known|nonexistent|non-existent|not listed|not recognized|not recognised|could not be found|cannot be found|not be found|unrecognized|unallocated|does not have|unroutable|not our customer|not registered|not in our)`]:
        '550 5.1.1 <bob@example.com>: Recipient address rejected: User unknown in local recipient table',
      [`(unknown|no such|nonexistent|non-existent|unrecognized|unknown or illegal|unknown or invalid|not a known|no known|wrong) {15}${RECIPIENT}>`]:
        '550 5.1.1 No such user here',
      '(unknown|no such) (local-part|local part|localpart|person|recipient address)':
        '550 unknown local-part "bob" in domain "example.com"',
      'no (mailbox|user|account|recipient|mail box|one|person) {15}(here|by that name|with that name|found|at this|exists|on this)':
        '550 sorry, no mailbox here by that name (#5.1.1)',
      '(invalid|illegal|bad|incorrect) (recipient|user|mailbox|account|final delivery|destination mailbox|rcpt|alias|addressee|username)':
        '550 5.1.1 Invalid recipient <bob@example.com>',
      'address (not found|unknown)': '550 Address not found',
      '(user|recipient|mailbox|account) (does not|did not) (exist|have)': '550 User does not exist',
      'does not have {20}(account|mailbox|email)': '554 delivery error: This user does not have an example.com account',
      '(does not|do not) exist (here|on this|at this|on our)': '550 bob does not exist here',
      'not (a valid|a known|an existing|an active) (recipient|user|mailbox|account|email|address)':
        '550 That is not a valid mailbox',
      'mailbox {20}(unavailable|not available|not accessible)': '550 Requested action not taken: mailbox unavailable',
      'no valid (recipient|recipients)': '554 5.5.1 Error: no valid recipients',
      '(recipient|user)notfound': '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup',
      recipnotfound: '550 5.1.1 RESOLVER.ADR.RecipNotFound; not found',
      'recipient {10}(table|list|lookup|directory)': '554 Not in recipient list',
      '(user|recipient|address|mailbox|account) (is |are |was |)(not here|not local|invalid|unidentified|incorrect|undeliverable|nonexistent)':
        '550 The recipient is invalid',
      'undeliverable address': '450 4.1.1 Recipient address rejected: undeliverable address: no such user',
      '(all |)(recipient|recipients|recipient addresses|rcpt|rcpts) (were |was |)rejected>':
        '550 5.4.1 All recipient addresses rejected',
      'addressee unknown': '550 5.2.1 Addressee unknown',
      'could not {10}deliver to {20}(user|mailbox|address)': '550 Could not deliver to this address',
      'not our customer': '551 not our customer',
      '@{4}(unknown|not found|does not exist|is unknown|is not a valid|invalid|no such|is not known|not exist|could not be found|was not found)':
        '550 bob@example.com: not found',
      '(user|recipient|mailbox|account|address){30}(is|as) (invalid|incorrect|wrong)>':
        '550 5.7.1 User email address is marked as invalid',
      '(cannot|could not|not|will not) accept (user|recipient)': '550 can not accept user bob',
      '(rejected|refused) (recipient|recipients)>': 'destination server rejected recipients',
      '(it|which|that|he|she|they) (does not|do not) exist': '550 it does not exist',
      '(nobody|no one|no-one|none) {5}(by|with|of|at) (that|this) (name|address)': '550 nobody by that name here',
      'no (mail box|mailbox|account|user) (available |)(for|with|by|named|matching) (this|that|user|such)':
        '550 no mailbox available for this user',
      '(recipient|user|address) (is |)not (ok|local|known|valid|acceptable|allowed here|available|permitted here)':
        '550 recipient is not local',
      'not in {5}(validrcptto|valid recipient|recipient list|allowed recipient)':
        '553 sorry, this recipient is not in my validrcptto list (#5.7.1)',
      'no longer accepts (mail|email|messages)': '550 this address no longer accepts mail',
      'user missing home': 'user missing home directory',
      'verification failed for @': '550 Verification failed for <bob@example.com>',
      'not listed in {20}(directory|address book|name)': 'User bob not listed in Domino Directory',
      '(unable|failed) to find {10}(user|alias|recipient|mailbox)': 'Unable to find alias user',
      '(not found|does not exist|unknown|not exist) {10}(in|on|at|within) {10}(ldap|directory|this server|our|system|database|organization|domain)':
        'was not found in LDAP server',
      'no such mail{1}drop': 'No such mail drop defined',
      '(not|no) handle mail for {6}(user|recipient|address)': 'server does not handle mail for that user',
      '(does not exist|not exists|not exist)$': 'bob does not exist',
      '(bad|unusable|invalid) address': '550 5.1.1 bad address',
      'do not know (this|that|the|any) (user|recipient|address|person)':
        '550 5.7.1 <bob@example.com>... we do not know this user',
      '(recipient|rcpt|address|user|callback|callout) {20}(verify|verification|callout|setup) {4}(failed|failure|error)':
        '550 Recipient verify failed',
      '(verifying|verify) recipient': '550 Callback failed while verifying recipient',
    },
    counterExamples: [
      '550 5.1.2 Host unknown',
      '550 5.1.0 Sender address rejected',
      '552 5.2.2 Mailbox full',
      '550 5.2.1 Mailbox disabled',
    ],
  },
];

/** An address with letters beyond ASCII, which the next server cannot take. */
export const SMTPUTF8_WORDS: readonly Rule[] = [
  {
    id: 'address.smtputf8',
    reason: 'invalid-address',
    source: 'RFC 6531 §3.1, §4.2 (X.6.7)',
    patterns: {
      '(not offer|not support|without|requires|not supported|not advertise) {12}smtputf8':
        'local-part of envelope contains utf8 but remote server did not offer SMTPUTF8',
      'smtputf8 {20}(required|not supported|not offered|not available)': '553 5.6.7 SMTPUTF8 is required',
    },
  },
];

export const ADDRESS_WORDS: readonly Rule[] = [
  {
    id: 'address.invalid',
    reason: 'invalid-address',
    enhancedStatus: ['X.1.3'],
    source: 'RFC 3463 §3.2 (X.1.3)',
    patterns: { '(invalid|bad) (address|recipient|mailbox)': '501 5.1.3 Invalid address' },
  },
  {
    id: 'address.syntax',
    reason: 'invalid-address',
    source: 'RFC 3463 §3.2 (X.1.3); RFC 5321 §4.1.2',
    patterns: {
      '(address|recipient|rcpt|mailbox|local part|local-part|rcpt to){30}(syntax|malformed|format|illegal character|invalid character)':
        '501 5.1.3 Bad recipient address syntax',
      '(malformed|syntactically invalid|badly formed|ill-formed|illegal) {15}(address|recipient|rcpt|mailbox)':
        '501 malformed address: @example.com',
      '(syntax error|invalid syntax|bad syntax|invalid format|illegal characters|invalid characters) {10}in {20}(address|recipient|rcpt|mailbox|local part|user)':
        '501 Syntax error in recipient address',
      'recipient{40}not a valid rfc{8}address': '553 5.1.3 The recipient address <bob> is not a valid RFC 5321 address',
      'recipient address must contain a domain': '501 <bob>: recipient address must contain a domain',
      '(need|must be a) fully-qualified address': '504 5.5.2 <bob>: Recipient address rejected: need fully-qualified address',
      // Domino.
      'is not unique. several matches': 'User bob (bob@example.com) is not unique. Several matches found in Domino Directory.',
      ambiguous: '553 5.1.4 Destination mailbox address ambiguous',
    },
    counterExamples: ['501 5.1.7 Bad sender address syntax', '501 5.5.4 Syntax error in parameters'],
  },
];

/** The MTA asked the DNS itself, and a domain that is not there will not be there tomorrow. */
export const UNKNOWN_DOMAIN_LOCAL: readonly Rule[] = UNKNOWN_DOMAIN_WORDS.filter(({ reason }) => reason === 'domain-unknown').map(
  (rule) => ({ ...rule, id: `${rule.id}-local`, speaker: 'local', type: 'hard', counterExamples: [] }),
);

/** Whom the recipient takes mail from, told before anything about the sender. */
export const CHOOSY_RECIPIENT_WORDS: readonly Rule[] = [
  {
    id: 'recipient.not-from',
    reason: 'recipient-refused',
    source: SHARED,
    patterns: {
      '(recipient|user|mailbox|group|list) (does not|will not|only|is only|is not) {4}(accept|accepts|accepting|take|takes) {10}(mail|messages|email) from':
        '550 The recipient does not accept messages from unknown senders',
      '(external|outside) (sender|senders|mail|email|messages) {12}not {8}(allowed|permitted|accepted|authorized)':
        '550 External senders are not permitted to send to this group',
      '(recipient|addressee|user) has (rejected|refused|declined) (your|this|the)':
        '554 5.7.1 The recipient has rejected your message',
      'only accepts {6}(mail|email|messages) from': '550 bob@example.com only accepts mail from known senders',
      'restricts who can send': '550 5.7.129 The recipient restricts who can send mail',
    },
  },
];

/** A recipient whose address was refused, and nothing else is said. */
export const REJECTED_ADDRESS_WORDS: readonly Rule[] = [
  {
    id: 'user.address-rejected',
    reason: 'user-unknown',
    source: 'RFC 5321 §4.2.3 (550 to RCPT); Postfix smtpd(8); Cisco Secure Email (5.1.0)',
    patterns: {
      'recipient address rejected$': '550 <bob@example.com>: Recipient address rejected.',
      '5.1.0 address rejected': '550 #5.1.0 Address rejected',
    },
    counterExamples: ['550 5.7.1 <bob@example.com>: Recipient address rejected: Access denied'],
  },
];

export const REFUSING_RECIPIENT_WORDS: readonly Rule[] = [
  {
    id: 'recipient.refuses',
    reason: 'recipient-refused',
    source: SHARED,
    patterns: {
      '(recipient|user|mailbox) {12}not {8}(whitelist|white list|allowlist|allow list|whitelisted|allowlisted)':
        '550 Recipient not in whitelist',
      '(recipient|user|addressee|member|owner|customer|subscriber|he|she) (has |does not |do not |did not |will not |refuses|refused|rejects|rejected|only |is not |not |has not |is only |currently ){10}(accept|accepting|blocked|allow|want|receive|configured|take|permit)':
        '550 The recipient does not accept mail from you',
      '(rejected|blocked|refused|denied|restricted|prohibited) (by|per|due to|because of) {10}(the |)(recipient|user|addressee|customer|recipients)':
        '550 Message rejected by recipient',
      'recipient(s|) preferences': '550 5.1.1 Refused due to recipient preferences',
      'resolver.rst.(notauthorized|authrequired|restricted|sendersnot|restrictedtorecipients)':
        '550 5.7.1 RESOLVER.RST.NotAuthorized; not authorized',
      'sender{10}not (in|on){25}(allowed|safe|permitted|accepted|white|allow)': '550 5.7.124 Sender not in allowed-senders list',
      '(not|no) (authorized|permitted|permission|allowed|allow|the permission|have permission) to (post|send to|email|mail to|write to|send messages to|send mail to)':
        '550 5.7.1 You are not allowed to post to this list',
      'posting {10}(denied|refused|not allowed|restricted)': '554 5.7.1 Posting denied: list is moderated',
      'not allowed to receive {4}(mail|email|messages)': '550 This account is not allowed to receive mail',
      'permission to post': '550 You may not have permission to post messages to the group',
      'sender (was |)not authenticated (by|for)': '550 5.7.133 Sender not authenticated for group',
      'sender was not authenticated': '550 5.7.136 Sender was not authenticated',
      '(members|subscribers|subscribed|list members|insiders) only': '550 This list is for members only',
      '(only|from) {10}(members|subscribers|authenticated|internal|authorized senders|local users)': '550 Only members may post',
      '(restricted|closed|private|internal) (list|group|address|recipient|mailing list)': '550 Closed list',
      'envelope blocked': '550 Administrative prohibition - envelope blocked',
      '(recipient|mailbox|user) {20}(does not accept|not accepting|refuses|is not accepting|cannot receive|unable to receive|not receive|not accept) {15}(mail|email|message|messages|this|from|any|incoming)':
        '550 The mailbox does not accept messages',
      "(on|in) the recipient's list": "550 because the sender is not on the recipient's list of senders to accept mail from",
      '(members|subscribers)-only': '550 by non-member to a members-only list',
      '(closed|private|moderated|restricted) {8}(list|mailing list|group)': '550 5.7.1 closed mailing list',
      'your {20}address {10}(has been|is|was) {10}(blacklisted|blocked|blocklisted|banned)':
        '550 Your email address has been blacklisted',
      '(user|recipient|personal) (rules|rule|filter|filters|settings|preferences)': '550 Message rejected due to user rules',
    },
    counterExamples: ['550 5.1.1 User unknown', '550 5.7.1 Relaying denied', '530 5.7.57 Client was not authenticated'],
  },
];
