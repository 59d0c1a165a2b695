import type { Rule } from '../rule.js';

const SHARED = 'RFC 3463 §3.8; wording that many servers share';

/** SPF, DKIM, DMARC, ARC, and an identity that cannot be believed. */
export const AUTHENTICATION_WORDS: readonly Rule[] = [
  {
    id: 'auth.result',
    reason: 'auth-failure',
    source: 'RFC 7372 §3; RFC 7489 §10.3; RFC 7208 §8.4',
    patterns: {
      '(spf|dkim|dmarc|sender id|senderid){40}(fail|not pass|invalid|reject|violat|unaligned|not aligned|permerror|softfail|hardfail|incorrect|mismatch)':
        '550 5.7.1 SPF check failed for example.com',
      '(fail|not pass|not meet|violat|unable to verify|invalid){40}(spf|dkim|dmarc)>':
        '550 5.7.1 Message failed DMARC evaluation',
      '(reject|denied|block|not accepted|refused|restrict){40}(spf|dkim|dmarc)>': '550 Reject due to SPF policy',
      '(spf|dkim|dmarc) {20}(not found|no such|no key)': '550 5.7.20 DKIM key not found: no such domain',
      'dmarc {10}policy': '550 5.7.1 Email rejected per DMARC policy for example.com',
      '(no|missing|without|lacks) (valid |a valid |an |a |)(spf|dkim|dmarc)': '550 5.7.1 Domain example.com has no SPF',
      '(not|have a|have an) (spf|dkim|dmarc) record': '550 5.7.40 The domain does not have a DMARC record',
      '(spf|dkim|dmarc) (record|policy|settings|verification|validation)': '550 5.7.1 Inspect your SPF settings',
      'not (allowed|authorized|authorised|permitted|designated){60}spf>': '550 5.7.1 192.0.2.1 is not permitted by SPF',
      'spf>{60}not (allowed|authorized|authorised|permitted|designated)': '550 5.5.0 SPF: 192.0.2.1 is not allowed to send mail',
      'openspf.(org|net)': '550 5.7.1 Please see http://www.openspf.org/Why?id=bob',
      'purported responsible address': '550 5.7.1 cannot determine Purported Responsible Address',
      'sender policy framework': '550 5.7.23 Refused for a Sender Policy Framework violation',
      '(invalid|unauthorized) (ip|host|server) for sending': '554 INVALID IP FOR SENDING MAIL OF DOMAIN example.com',
      '(not|is not) (authorized|permitted|allowed|authorised) to send {12}(for|from|on behalf of|as) {6}(domain|this domain|your domain)':
        '550 This host is not authorized to send mail for domain example.com',
      '(spf|dkim|dmarc|domainkeys) {20}(required|requires|needed|signature|mandatory|missing)':
        '550 5.7.1 domain policy requires a DKIM signature: DKIM signature missing',
      '(requires|require|required|missing|pass|lacks) {12}(spf|dkim|dmarc|domainkeys)':
        '550 5.7.1 domain policy requires DKIM signature',
      'sender id {12}not': '550 5.7.1 Sender ID (PRA) Not Permitted',
      'not designate': '550 SPF: example.com does not designate 192.0.2.1 as permitted sender',
    },
    counterExamples: ['550 5.7.1 Message rejected as spam'],
  },
  {
    id: 'auth.unauthenticated',
    reason: 'auth-failure',
    source: 'RFC 7372 §3.4 (X.7.26); wording of Gmail, Yahoo and Outlook.com',
    patterns: {
      'unauthenticated (email|mail|message)': '550 5.7.26 Unauthenticated email from example.com is not accepted',
      'sender is (unauthenticated|not authenticated)': '550 5.7.26 Blocked because the sender is unauthenticated',
      'because it is unauthenticated': '421 4.7.26 Rate limited because it is unauthenticated',
      '(multiple|email|mail|message|domain|sender) authentication{20}fail': '550 5.7.26 Multiple authentication checks failed',
      'not have authentication information': '550 5.7.1 This message does not have authentication information',
      'authenticat{20}(spf|dkim|dmarc)>': '550 5.7.9 All senders must authenticate with SPF',
      'unsigned (mail|email|message)': '550 5.7.1 Unsigned mail is not accepted from example.org',
      'not signed {20}dkim': '550 5.7.1 Message not signed with a valid DKIM key',
      'required authentication level': '550 5.7.515 The domain does not meet the required authentication level',
      'arc (validation|seal|chain){20}(fail|invalid)': '550 5.7.29 ARC validation failed',
    },
    counterExamples: ['535 5.7.8 Authentication failed', '550 5.7.1 Unauthenticated senders not allowed'],
  },
  {
    id: 'auth.spoofed',
    reason: 'auth-failure',
    source: SHARED,
    patterns: {
      '(forged|spoofed|fake) (sender|address|mail|email|message|from|domain|helo)': '550 5.7.1 Forged sender address',
      '(sender|from|message){20}(is|be) (forged|spoofed)': '550 5.7.1 This message seems to be forged',
      'spoofed (messages|mails|emails)': '550 5.7.1 Spoofed messages are not taken',
    },
  },
];

/** The reverse DNS name of the client. */
export const REVERSE_NAME_WORDS: readonly Rule[] = [
  {
    id: 'ptr.missing',
    reason: 'missing-ptr',
    source: 'RFC 7372 §3.3 (X.7.25); RFC 8499 §8; wording that many servers share',
    patterns: {
      '(reverse|rdns|reverse-dns) (dns|lookup|name|hostname|host name|record|resolution|entry|mapping)':
        '550 5.7.25 Reverse DNS lookup failed for 192.0.2.1',
      'rdns>': '550 No rDNS for your host',
      fcrdns: '554 5.7.1 FCrDNS check failed',
      'ptr>{10}(record|lookup|resource|check|name|entry)': '421 4.7.0 The address has no PTR record',
      '(no|missing|bad|invalid|valid|without|generic|have a|need a) ptr>': '571 No PTR found',
      'pointer (dns |)record': '550 Your address has no pointer record',
      '(ip|client|host|address) name lookup failed': '450 4.7.1 Access denied. IP name lookup failed 192.0.2.1',
      '(unverifyable|unverifiable) sending ip': '450 service permits 2 unverifyable sending IPs',
      'cannot (find|resolve) your (ip|hostname|host name|address|name|reverse)':
        '450 4.7.1 Client host rejected: cannot find your hostname, [192.0.2.1]',
      '(does not|not) resolve{20}(ip|hostname|client|reverse)': '550 5.7.1 The name of the client does not resolve to its IP',
      '(unknown|unresolvable) (host|client) name': '550 Unknown client name',
      'fix your (dns|rdns|ptr)': '550 Fix your DNS',
      'ip {20}not have a (hostname|host name|name)': '550 Your IP address does not have a hostname',
      'unresolvable {8}(host|name|relay)': 'unresolvable relay host name',
      '(reverse|ip) {6}lookup (rejected|failed|failure)': 'sender ip reverse lookup rejected',
      'not have {4}(rdns|reverse)': '550 5.7.1 Client does not have rDNS',
    },
    counterExamples: ['550 5.1.2 Host unknown', '451 4.4.3 DNS lookup failed for example.com'],
  },
];

/** A list of the recipient's own, told before the lists of servers. */
export const RECIPIENT_LIST_WORDS: readonly Rule[] = [
  {
    id: 'recipient.lists-sender',
    reason: 'recipient-refused',
    source: 'RFC 3463 §3.8 (X.7.1); wording that many servers share',
    patterns: {
      '(blacklisted|blocklisted|blacklist|blocklist|block list|denylist) (by|of) {6}(recipient|addressee|user)>':
        '550 Sender address blacklisted by the recipient',
      "recipient's {12}(blacklist|blocklist|block list|black list|denylist|deny list)":
        "554 5.7.1 Sender blocked by recipient's personal blacklist",
      '(user|personal|recipient) (blacklist|blocklist|block list|black list|denylist)': '550 Sender is in the user blacklist',
    },
    counterExamples: ['550 5.7.1 Your IP is on the blacklist of this server'],
  },
];

/** Block lists that the text does not name. */
export const LISTING_WORDS: readonly Rule[] = [
  {
    id: 'listed.domain',
    reason: 'domain-blocklisted',
    source: SHARED,
    patterns: {
      '(blacklisted|blocklisted|black listed|blacklist|listed|banned|blocked|bad|disallowed) (url|uri|link|domain)>':
        '550 Blacklisted URL in message',
      '(url|uri|link|links|domain|domains|helo|website)>{30}(blacklist|blocklist|black list|black-list|block list|denylist)':
        '554 5.7.1 The domain of the sender is blacklisted',
      '(url|uri|link|domain|helo|website)>{15}(is|are|was|been) listed (in|on|by|at)':
        '554 5.7.1 A link is listed in our own table',
      '(url|urls|uri|link|links)>{40}(is|are|was|were|been) (blocked|banned)':
        '554 5.7.1 (HVU:B1) The URL in your email was blocked',
      'spam (url|uri|link)': '554 rejected because of a spam URL',
      'reputation of a domain': '554 5.7.1 Rejected for the poor reputation of a domain used in the transfer',
    },
    counterExamples: ['554 5.7.1 Your IP address is blacklisted'],
  },
  {
    id: 'listed.ip',
    reason: 'ip-blocklisted',
    source: SHARED,
    patterns: {
      'blocked using': '554 5.7.1 Service unavailable; Client host [192.0.2.1] blocked using bl.example.org',
      '(blocked|rejected|denied|listed|found|refused|blacklisted|present) {10}(by|in|at|on|via|using) {30}(dnsbl|rbl|blocklist|block list|blacklist|black list|black-list|block-list|denylist|real-time|realtime|blackhole)':
        '550 5.7.1 Your server is listed in our RBL',
      '(rbl|dnsbl|blacklist|blocklist|block list|black list|blackhole|black-list|denylist) {20}(reject|restriction|block|deny|denied|hit|match|policy|filter|check)':
        '554 RBL rejection: mail from 192.0.2.1 refused',
      '(ip|host|client|server|network|mta|smtp|connection)>{60}(blacklisted|blocklisted|black listed|blacklist|blocklist|block list|black list|denylist|rbl>|dnsbl)':
        '550 The IP 192.0.2.1 is blacklisted',
      '(blacklisted|blocklisted|black listed|banned|bad|black) (sending |client |source |)(ip|ips|host|server|network)>':
        '550 5.7.606 Access denied, banned sending IP [192.0.2.1]',
      '(ip|host|client|server|network|address)>{40}(is|are|was|been|currently|temporarily|permanently) {20}(listed|blocked|banned|blocked>|refused|denied)':
        '550 5.7.1 Your IP address 192.0.2.1 has been blocked',
      '(your|the|this|sending|source) (ip|host|server|mta)> {30}(listed|blocked|banned)>':
        '550 Your IP 192.0.2.1 banned for abuse',
      '(blocked|block|blocking|banned|denied) {20}(ip|ip address|ip range|ipv4|ipv6|network)>': '554 Blocked IP',
      'part of their network is on our': '550 5.7.1 Messages were not sent since part of their network is on our block list',
      'listed (on|in|at|by) {30}(spam|block|black|exploits|policy|abuse)': '554 The IP is listed on the Spam list of this house',
      '(is|as|an|possible|through|via|known|from|rejecting) {5}open (relay|proxy)':
        '550 5.7.1 No access from a mail server which is an open relay',
      '(dynamic|residential|dial-up|dialup|dul) {30}(ip|address|host|range|pool|client|network|space|list)':
        '550 5.7.1 Mail from dynamic IP addresses is not taken',
      'use {20}(smtp|mail|relay|outgoing) (server|relay|gateway) {20}(isp|provider)':
        '550 Please use the smtp server of your ISP',
      'blocked {20}for (abuse|spam|spamming|sending spam)': '550 Blocked for abuse',
      'blocked for {20}spam': '550 Client host blocked for sending spam',
      'send email directly to our servers': '550 5.7.1 The IP is not authorized to send email directly to our servers',
      '(ip|ips|ip address|ip range)> {25}(blocked|banned|rejected|denied|refused|restricted|not allowed|prohibited|suspicious)':
        '550 Access from ip address 192.0.2.1 blocked',
      '(blacklisted|blocklisted|blacklist|blocklist|is listed|are listed) (by|at|in|on) ': '554 blacklisted by spam trap',
      '(client|host|server|mta|ip) (address |)(# |)(blocked|banned|listed)': '550 client address 192.0.2.1 blocked',
      'denied by {8}(access list|access rule|acl|access)': '550 closed connection: denied by access list',
      'refused by {8}(access list|access rule|acl|access)': '554 connection refused by access rule',
      'currently sending spam': '550 currently sending spam see: http://example.com',
      '(accept|accepting|accepted|allow) {12}(from|by) {6}(your|this) (ip|host|server|network|address)':
        '550 not currently accepting mail from your ip',
      '(host|server|client|ip|network|address)>{40}(not have permission|not allowed|not permitted|not authorized|not authorised) to connect':
        '550 Sorry, host mail.example.org [192.0.2.1] does not have permission to connect',
      'looks {20}like {4}spammer': '550 sorry, your remotehost looks suspiciously like spammer',
      '(in|on) (an|a|our|the|my) {5}(rbl|dnsbl|blacklist|blocklist|black list|block list)':
        '550 JunkMail rejected - mx is in an RBL',
      'refused {12}(abuse|spam)': '550 Connection refused due to abuse',
      'not allowed {15}from your (location|country|region)': '550 not allowed access from your location',
      '^(550|551|553|554|557|571|421|450|451) (you are |you have been |# |)(blacklisted|blocklisted|black listed|block listed)':
        '550 Blacklisted',
      '^(550|551|553|554|557|571|421|450|451) (5.7.1|4.7.1|5.7.0|4.7.0|5.0.0) (you are |you have been |# |)(blacklisted|blocklisted|black listed|block listed)':
        '554 5.7.1 You are blacklisted',
      '#{2}(has been|is|was) (blacklisted|blocklisted|black listed|block listed)': '550 5.7.1 [192.0.2.1] has been blocklisted',
    },
    counterExamples: [
      '554 5.7.1 The recipient has blocked the sender',
      '550 5.7.1 Message blocked because of its content',
      '550 5.7.1 The sender address is blacklisted',
    ],
  },
];

/** After the recipients were taken, a name that is not allowed is the sender's. */
export const DATA_STAGE_WORDS: readonly Rule[] = [
  {
    id: 'sender.at-data',
    reason: 'invalid-sender',
    command: ['DATA', 'EOM'],
    replyCode: [553],
    source: 'RFC 5321 §4.2.3 (553): mailbox name not allowed; the recipients were accepted before',
    patterns: { 'does not exist': '553 nx.example does not exist' },
  },
];

/** A policy is named as the ground, and nothing else. */
export const POLICY_REASON_WORDS: readonly Rule[] = [
  {
    id: 'policy.reasons',
    reason: 'policy',
    source: 'RFC 3463 §3.8 (X.7.1)',
    patterns: {
      '(policy|administrative) (reason|reasons)': '554 Mail refused for policy reasons',
      '(to|from|to/from) an address that has been (blacklisted|blocklisted|banned)':
        'You are sending to an address that has been blacklisted',
    },
  },
];

/** What a server thinks of an IP address or a domain. */
export const REPUTATION_WORDS: readonly Rule[] = [
  {
    id: 'reputation.domain',
    reason: 'domain-blocklisted',
    source: SHARED,
    patterns: { 'poor reputation of a domain': '554 5.7.1 Rejected for the poor reputation of a domain used in the transfer' },
  },
  {
    id: 'reputation.low',
    reason: 'bad-reputation',
    source: SHARED,
    patterns: {
      '(low|poor|bad|negative|insufficient|unfavorable|weak|unknown|no) {20}reputation':
        '554 5.7.1 Refused for the poor reputation of the sender',
      'reputation {40}(low|poor|bad|negative|threshold|score|insufficient|blocked|rejected|not )':
        '554 5.7.1 The reputation of your IP is too low',
      '(due to|because of|based on|for|ip|sender|domain|your) {20}reputation': '451 4.7.650 Rate limited due to IP reputation',
      'bad karma': '550 very bad karma score: -12',
      'traffic not accepted from this ip': '550 5.7.708 Access denied, traffic not accepted from this IP',
    },
    counterExamples: ['554 5.7.1 Rejected for the poor reputation of a domain used in the transfer'],
  },
];

/** What an address did before. */
export const CONDUCT_WORDS: readonly Rule[] = [
  {
    id: 'reputation.conduct',
    reason: 'bad-reputation',
    source: SHARED,
    patterns: {
      'too many (spam|spams|unsolicited|unwanted|invalid recipients|bad recipients|unknown recipients|complaints|user complaints)':
        '550 Too many spams from your IP',
      '(user|recipient|spam|abuse) complaints': '421 Messages are deferred for user complaints',
      '(excessive|high|many) {30}(unknown|invalid|bad|nonexistent|non-existent) (recipients|users|addresses)':
        '451 Excessive unknown recipients, possible abuse',
      '(namespace|directory) (mining|harvest)': '550 Rejected for directory harvesting',
      'unwanted (messages|mail|email) {30}sent from': '550 Unwanted mail was sent from this IP',
      '(spam|abuse) {20}(originat|sent|received|detected|coming|emanating) {20}(from|by) (your|this) (ip|host|server|network|mta)':
        '550 5.7.1 Spam was received from your network',
    },
  },
];

/** The envelope sender, the sender in the header, or its domain. */
export const SENDER_ADDRESS_WORDS: readonly Rule[] = [
  {
    id: 'sender.domain',
    reason: 'invalid-sender',
    source:
      'RFC 3463 §3.2 (X.1.8); sendmail cf (check_mail); Postfix smtpd(8) reject_unknown_sender_domain; Exim verify = sender',
    patterns: {
      'domain of {20}sender': '553 5.1.8 <bob@nx.example>... Domain of sender address bob@nx.example does not exist',
      '(sender|from|helo)>{30}domain{20}(does not exist|must exist|not exist|not found|invalid|unresolvable|not resolve|cannot be resolved|unknown)':
        '550 5.1.8 The sender domain does not exist',
      '(invalid|unresolvable|unknown|unroutable|unrouteable|non-existent|nonexistent|unverified|bad|wrong) {10}(sender|from|reverse-path|return path|mail from|return-path)':
        '550 5.1.7 Invalid sender',
      '(sending|sender|originating|from) domain {20}(does not exist|not exist|not found|not resolve|cannot be resolved|unknown|no mx|no valid mx|has no)':
        '550 5.7.1 The sending domain has no MX record',
      "(sender|sender's|from|return path|return-path)>{40}(does not have|has no) {15}(mx|mail exchanger)>":
        '550 The sender address does not have a valid MX record',
      "(sender|sender's|from|return path|return-path)>{40}(does not have an|does not have a valid|has no|has no valid) (a|aaaa|a/aaaa) record":
        "550 The sender's domain has no A record",
      'no such sender': '550 No such sender',
      '(no such|unknown|no known) {12}(user|account|mailbox) {4}(for|as|in) {6}(sender|from|return path)':
        '550 5.1.8 No such local user for sender bob',
      'sender {40}(not a known|not known|no known)': '550 5.7.1 Sender address bob@example.com is not a known user here',
      // Who is answered is the sender.
      'your (email address|mail address|address|mailbox|sender address) {40}(does not exist|not exist|is unknown|not found|invalid|not valid|cannot be verified|not be verified|not resolve)':
        '550 Your email address bob@example.com does not exist',
      'your (email address|mail address|address|sender address) {20}(does not have|has no) {15}(mx|mail exchanger)>':
        '553 your address does not have an MX record',
      'your (email address|mail address|address|sender address) {20}(does not have an|does not have a valid|has no|has no valid) (a|aaaa|a/aaaa) record':
        '553 your address does not have an A record',
      'domain of your': '550 The domain of your address has no MX',
      'sender {20}(on|in) {16}(blocklist|block list|blacklist|black list|denylist|deny list)':
        '550 Sender is on the local blocklist',
      // chkuser of qmail; spamdyke.
      '(mx|mail exchanger) {24}(for|of) {10}(sender|your domain)':
        "550 5.1.8 sorry, can't find a valid MX for sender domain (#5.1.8 - chkuser)",
      'sender {30}(domain |)(verify|verification|callout|callback) (failed|failure|error)': '550 Sender verify failed',
      '(sender|from|mail from|return path|return address|reverse-path|return-path){40}(rejected|invalid|not valid|is not a valid|refused|denied|not accepted|not allowed|unverif|not verif|does not exist|cannot be verified|is missing|not found|unknown|unresolvable)':
        '501 5.1.8 Sender address rejected',
      '(could not|cannot|unable to|failed to) {10}(verify|validate|resolve) {20}(sender|from)':
        '550 Could not verify the sender address',
      '(valid|working|resolvable|existing) (sender|mail from|from|return) ': '550 5.1.8 Please provide a valid sender address',
      'unresolvable rfc{20}from': '451 Deferred due to unresolvable RFC.5321 from domain',
      'rfc{1}# from': '451 unresolvable RFC 5321 from',
      'blank from': '550 Blank From: addresses are not taken',
      'from address {20}(missing|malformed|not|invalid)': '550 The from address is not valid',
      'not owned by (auth |)user': '553 5.7.1 Sender address rejected: not owned by user alice',
      '(sender|from){30}not (match|the same|identical|owned|authorized to use|allowed to use)':
        '550 The sender does not match the login',
      '(null sender|null reverse-path|empty sender|empty envelope sender)': '550 Null sender is not taken here',
      '(mail|mails|message|messages|email) (from|by) @ {20}(rejected|not allowed|refused|denied)':
        '554 Mail from bob@example.com refused',
      'your (domain|email domain|mail domain){30}(does not exist|not exist|not resolve|cannot be resolved|no mx|has no|does not have)':
        '550 Your domain has no MX',
      'sender {10}(denied|blocked|banned|blacklisted|not authorized|unauthorized|not permitted|is not allowed|refused|disallowed)':
        '550 5.1.0 Sender denied',
      masquerad: '550 Masquerading of our domain is refused',
      '(sender|from){40}not a valid rfc{8}address': '553 5.1.7 The sender is not a valid RFC 5321 address',
      'sender address must contain a domain': '501 <alice>: sender address must contain a domain',
      batv: '550 BATV failed to verify',
      'backscatter protection': '550 backscatter protection detected an invalid address',
      badmailfrom: '553 sorry, your envelope sender is in my badmailfrom list (#5.7.1)',
      'sender {20}(is empty|empty|is missing|missing)': '550 sender domain is empty',
      '(verification|verify|callout|validation) failed for sender': '550 Verification failed for sender',
      '(bounces|dsn|null senders|returned mail|empty sender) {8}not (accepted|allowed)': '550 returned mail not accepted here',
      'not a registered {12}user': "550 'bob@example.com' is not a registered gateway user",
    },
    counterExamples: [
      "511 sorry, can't find a valid MX for rcpt domain (#5.1.1 - chkuser)",
      '550 5.1.2 The recipient domain does not exist',
      '550 5.1.2 The recipient domain has no A record',
      '553 5.1.3 The recipient address <bob> is not a valid RFC 5321 address',
    ],
  },
];

/** A sender whose domain takes no mail, so that no bounce could reach it: the same words are said of recipients. */
export const SENDER_NO_MAIL_WORDS: readonly Rule[] = [
  {
    id: 'sender.null-mx',
    reason: 'invalid-sender',
    source: 'RFC 7505 §4.2 (X.7.27); Postfix src/smtpd/smtpd_check.c (reject_unknown_sender_domain)',
    patterns: {
      'sender address rejected: domain{60}does not accept mail':
        '550 5.7.27 <bob@example.com>: Sender address rejected: Domain example.com does not accept mail (nullMX)',
      '(sender|from|reverse-path|return-path) {20}(null mx|nullmx)': '550 5.7.27 Sender address has null MX',
      '(sender|from|reverse-path|return-path) domain {20}(null mx|nullmx|does not accept mail)':
        '550 5.7.27 The sender domain has a null MX',
    },
    counterExamples: ['556 5.1.10 Recipient address has null MX', 'Domain example.com does not accept mail (nullMX)'],
  },
];

/** What is said of a name in answer to MAIL: the sender's. */
export const MAIL_STAGE_WORDS: readonly Rule[] = [
  {
    id: 'sender.at-mail',
    reason: 'invalid-sender',
    command: ['MAIL'],
    source: 'RFC 5321 §3.3: the argument of MAIL is the reverse-path',
    patterns: {
      'does not exist': '553 nx.example does not exist',
      'no such (domain|host|user)': '550 5.1.7 No such domain nx.example',
      '(domain|host|address) {15}(not found|not resolve|unknown|invalid)': '550 Domain not found',
      '(unknown|invalid|unroutable|unrouteable|bad) (domain|host|address|user)': '550 Unknown domain nx.example',
      'user unknown': '550 User unknown',
      '(no|not have) {12}(mx|mail exchanger)>': '550 Domain has no valid MX record',
      '(not have an|not have a valid|has no|has no valid) (a|aaaa|a/aaaa) record': '550 Domain has no A record',
      '(not found|rejected|unknown|invalid)$': '550 Domain nx.example unknown',
    },
  },
  {
    id: 'sender.courier',
    reason: 'invalid-sender',
    replyCode: [517],
    source: 'Courier courier/submit.C (checkdns): 517 in answer to MAIL alone',
    patterns: {
      'domain does not exist': '517 Domain does not exist: nx.example',
      'mx records for': '517-MX records for example.org violate section 3.3.9 of RFC 1035.',
    },
  },
];

/** The account or tenant that sends. */
export const ACCOUNT_WORDS: readonly Rule[] = [
  {
    id: 'account.limit',
    reason: 'sender-account-blocked',
    source: SHARED,
    patterns: {
      '(daily|hourly|relay|sending|submission|outgoing|outbound|message|user) {20}(limit|quota|allowance) {40}(your|this|the|per|for) (account|user|customer|mailbox|sender|plan|domain|login)':
        '550 5.4.5 Daily relay limit exceeded for user',
      '(account|tenant|user|sender|you|customer) (has|have) (exceeded|reached|hit|used) {30}(daily|hourly|sending|outbound|outgoing|submission|relay|message|monthly|your)':
        '550 You have reached your daily limit of recipients',
      "you've (exceeded|reached|hit|used) {30}(daily|hourly|sending|outbound|monthly|your)":
        "550 5.1.90 Your message can't be sent because you've reached your daily limit for message recipients",
      'maximum credits exceeded': '451 Authentication failed: Maximum credits exceeded',
      'daily {20}(sending|relay|message|email|mail) {20}(limit|quota)': '550 5.4.5 Daily user sending limit exceeded',
      '(sending|relay|submission) (quota|limit) {20}(exceeded|reached)': '550 The submission quota was exceeded',
      "sender's {20}quota": "550 The sender's submission quota was exceeded",
      // cPanel, of the domain that sends through it.
      'domain {80}has exceeded the max (emails|defers)':
        'Domain example.org has exceeded the max defers and failures per hour (5/5 (100%)) allowed. Message discarded.',
      '(limit|quota) exceeded for this customer': '450 4.2.1 Peak relay limit exceeded for this customer',
      '(tenant|organization|customer) (has |)exceeded': '550 5.7.705 Access denied, tenant has exceeded threshold',
    },
    counterExamples: ['552 5.2.2 The account of the recipient is over its quota'],
  },
  {
    id: 'account.locked',
    reason: 'sender-account-blocked',
    source: SHARED,
    patterns: {
      "(sending|sender|your|sender's|outbound) {20}(account|mailbox|tenant|email account) {30}(suspended|blocked|disabled|locked|paused|compromised|restricted|deactivated)":
        '550 5.7.0 The sending account has been suspended',
      '(outgoing|outbound) (mail|email|messages) {30}(suspended|blocked|disabled|restricted)':
        '550 5.7.1 Outgoing mail from this account has been suspended',
      'bad outbound sender': '550 5.1.8 Access denied, bad outbound sender',
      'account is paused': '554 Sending is paused: account is paused',
      '(email|mail) address is not verified': '554 Message rejected: Email address is not verified',
      'unusual sending activity': '550 5.4.6 Unusual sending activity detected',
      'sending from unregistered': '550 5.7.750 Client blocked from sending from unregistered domains',
    },
  },
];

/** Relaying, and the login that it takes. */
export const RELAY_WORDS: readonly Rule[] = [
  {
    id: 'relay.denied',
    reason: 'relay-denied',
    source: 'RFC 3463 §3.8 (X.7.1); sendmail cf; Postfix smtpd(8); Exim; qmail-smtpd (rcpthosts); Exchange',
    patterns: {
      'relay (access |)(denied|not permitted|not allowed|prohibited|forbidden|refused|rejected|disabled|disallowed|blocked)':
        '554 5.7.1 <bob@example.com>: Relay access denied',
      'relaying {40}(denied|not permitted|not allowed|prohibited|forbidden|refused|rejected|disallowed|disabled)':
        '550 5.7.1 Relaying denied',
      '(unable|not able|not permitted|not allowed|cannot|not authorized|unauthorized|denied|refuse|refuses|refused|not) {10}to relay':
        '550 5.7.1 Unable to relay',
      '(will|do|does|did) not relay': '550 We do not relay for you',
      '(no|cannot|not|denied|prohibited|unauthorized|illegal|mail|email) relay': '550 5.7.0 No relaying; mail relay attempt',
      '(rcpthosts|allowed rcpthosts)': '553 sorry, that domain is not in my list of allowed rcpthosts (#5.7.1)',
      'relay {10}(not |)(authorized|authorised|check|attempt|prohibit)': '550 Relay not authorized',
      'relay (nicht|no|non|pas)': '550 Relay nicht erlaubt',
      'not a (gateway|relay|open relay)': '551 This system is not a gateway for you',
      'trying to use me': '553 you are trying to use me [server 12] as a relay',
      'credentials for relay': '550 5.7.1 Invalid credentials for relay 192.0.2.1',
      '(domain|host) {20}not {10}(local|hosted here|handled|served here|in my list|served by|ours)':
        '550 That domain is not hosted here',
      '(pop before smtp|check for new mail|pop-before-smtp)': '550 you must check for new mail before sending: pop before smtp',
      'not configured to relay': '550 This system is not configured to relay mail',
      'not an open relay': '550 We are not an open relay',
    },
    counterExamples: [
      '550 5.7.1 No access from a mail server which is an open relay',
      '550 5.4.5 Daily relay limit exceeded for user',
    ],
  },
];

/** SMTP AUTH, and the password that it takes. */
export const LOGIN_WORDS: readonly Rule[] = [
  {
    id: 'login.required',
    reason: 'submission-auth',
    source: 'RFC 4954 §6; RFC 3207 §4; wording that many servers share',
    patterns: {
      'smtp (auth|authentication)': '550 Please turn on SMTP Authentication in your mail client',
      '(authentication|auth|login|log in|authenticate) {10}(is |)(required|needed|necessary|first|mandatory)':
        '530 5.7.0 Authentication required',
      '(must|need to|have to|please|should) {10}(authenticate|log in|login|sign in)': '530 5.7.0 You must authenticate first',
      '(authentication|credentials|password|login|username) {20}(fail|invalid|unsuccessful|incorrect|not accepted|mismatch|rejected|wrong|denied|error)':
        '535 5.7.8 Authentication failed',
      '(bad|invalid|incorrect|wrong) {10}(credentials|password|username|login|authentication|user name)':
        '535 5.7.8 Invalid credentials',
      'password {10}(required|expired|change)': '534 5.7.9 A new password is required: password expired',
      'unauthenticated senders': '550 Unauthenticated senders not allowed',
      '(client|sender|user|submitter|you) (was|is|are|were|has|have) not (been |)(authenticated|logged in)':
        '530 5.7.57 Client was not authenticated',
      '(submitter|client) failed to authenticate': '550 The submitter failed to authenticate',
      'authentication (mechanism|type) {20}(not|weak|unrec|unsupp)': '504 5.7.4 Authentication mechanism not supported',
      'unrecognized authentication': '504 5.7.4 Unrecognized authentication type',
      'must issue a starttls': '530 5.7.0 Must issue a STARTTLS command first',
      'too much fail authentication': '451 Requested mail action not taken: too much fail authentication',
      'login attempts': '454 4.7.0 Too many login attempts',
      xoauth: '504 5.7.4 XOAUTH is no longer supported',
    },
    counterExamples: [
      '550 5.7.26 Multiple authentication checks failed',
      '550 5.7.1 RESOLVER.RST.AuthRequired; authentication required',
    ],
  },
];

/** STARTTLS, certificates, and policies that ask for them. */
export const TLS_WORDS: readonly Rule[] = [
  {
    id: 'tls.demanded',
    reason: 'tls-failure',
    source: 'RFC 3207 §4; RFC 8461 §5; RFC 7672 §2.2; RFC 8689 §5; wording that many servers share',
    patterns: {
      '(starttls|tls|ssl|encryption|encrypted){40}(required|not support|not offered|fail|error|needed|mandatory|unavailable|not available|negotiat|not be started|expected|enforced|invalid)':
        '530 5.7.10 TLS is required',
      '(not support|without|require|requires|must use|need|not using|over|unable to start|cannot start|could not start|fail) {20}(a |)(tls|starttls|ssl|encryption|encrypted)':
        '500 The remote server does not support TLS',
      '(session|connection|channel|transport) encryption': '450 4.7.0 Session encryption is required',
      '(unencrypted|plaintext|cleartext) {20}(not|rejected|refused) {4}(accepted|allowed|permitted|supported|welcome|here)':
        '550 5.7.1 Unencrypted connections are not accepted',
      'mta-sts': '451 4.4.8 The host failed MTA-STS validation',
      '(certificate|tlsa|dnssec|dane) {30}(fail|expired|invalid|mismatch|not trusted|untrusted|not verified|error|verif|unverif|does not match|validation)':
        '454 4.7.5 Certificate validation failed',
      '(invalid|expired|untrusted|unverified|self-signed|bad) certificate': '454 4.7.5 Expired certificate',
      '(starttls-not-supported|certificate-expired|tlsa-invalid|dnssec-invalid|certificate-host-mismatch)':
        '450 4.7.321 starttls-not-supported: the destination must offer TLS',
      '(weak|strong|strength) cipher': '550 High-strength ciphers are needed: weak cipher',
    },
    counterExamples: ['523 5.7.10 SMTP protocol violation, no commands allowed to pipeline after STARTTLS'],
  },
];
