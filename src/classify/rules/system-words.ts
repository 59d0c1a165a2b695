import type { Rule } from '../rule.js';

const SHARED = 'RFC 3463 §3.4, §3.5; RFC 5321 §4.2; wording that many servers share';

/** An answer of a person or of a program on the behalf of one. */
export const AUTO_REPLY_WORDS: readonly Rule[] = [
  {
    id: 'auto-reply',
    reason: 'auto-reply',
    speaker: 'local',
    source: 'RFC 3834 §1; wording of personal vacation messages',
    patterns: {
      'out of {5}office': 'I am out of the office until Monday',
      '(i am|i will be|i am currently|we are) {15}(away|on vacation|on holiday|on leave|out of town|traveling|travelling|on annual leave|on maternity|abroad|not in the office|unavailable until)':
        'Hello, I am away until Monday',
      '(auto|automatic|automated|auto-|auto-generated|automatically generated) {1}(reply|response|responder|answer)':
        'This is an automatic reply to your message',
      '(autoreply|autoresponder|autoresponse)': 'Autoreply: received',
      '(limited|no) access to {4}email': 'I have limited access to my email this week',
      'vacation (message|reply|notice)': 'Vacation message',
      '(thank you|thanks) for (your|the) (email|mail|message)': 'Thank you for your email. I shall answer it soon',
      'will {12}(reply|respond|return|answer|get back) {30}(as soon as|when i|on my return|upon my)':
        'I will reply as soon as I return',
      '(reply|respond|answer) automatically': 'I reply automatically',
    },
    counterExamples: ['550 5.1.1 User unknown'],
  },
];

export const GREYLISTING_WORDS: readonly Rule[] = [
  {
    id: 'greylisting',
    reason: 'greylisted',
    source: 'RFC 6647 §2.1; the names that greylisting programs give themselves in their replies',
    patterns: {
      '(grey|gray)listed': '450 4.2.0 Recipient address rejected: Greylisted, try again in 300 seconds',
      '(grey|gray)listing': '451 4.7.1 Greylisting in action, please come back later',
      '(grey|gray)(-list|_list| list)': '450 4.7.1 On our grey list for five minutes',
      '(grey|gray)list>': '450 Postgrey: greylist',
      postgrey: '450 Recipient address rejected: see http://postgrey.example.com/help',
      'accepted after # (seconds|minutes)': '450 4.7.1 Your message will be accepted after 10 minutes',
      'first (contact|time){30}(try again|retry|later)': '451 First contact of this sender: please try again later',
    },
  },
];

/** A quota that a policy server keeps of the mails of a sender or to a recipient, told before that of a mailbox. */
export const POLICY_QUOTA_WORDS: readonly Rule[] = [
  {
    id: 'pace.policy-quota',
    reason: 'rate-limited',
    source: 'policyd v2 cbp/modules/Quotas.pm; policyd v1 policyd.conf',
    patterns: {
      'policy rejection{30}quota exceeded': '450 4.7.1 Policy rejection; Message count quota exceeded',
      '(message count|message size) quota exceeded': '450 4.7.1 Cumulative message size quota exceeded',
    },
    counterExamples: ['552 5.2.2 Quota exceeded'],
  },
];

export const PACE_WORDS: readonly Rule[] = [
  {
    id: 'pace.connections',
    reason: 'too-many-connections',
    source: SHARED,
    patterns: {
      '(too many|too much|maximum|max|limit|exceeded|exceeds|exceeding|number of|excessive|simultaneous|concurrent|number) {30}(connections|sessions|connection limit|session limit|concurrent|threads|connects)':
        '421 4.7.0 Too many connections from your host',
      '(connection|connections|session|sessions|thread) (limit|count|frequency) {20}(exceed|reached|limit)':
        '421 Connection limit exceeded',
      '(messages|message|mails|emails) per (session|connection)': '421 Maximum number of messages per session exceeded',
      'connection frequency': '550 Connection frequency limited',
      'too many (concurrent|simultaneous|open|parallel|smtp)': '421 Too many concurrent SMTP sessions',
      'all (server|screening) ports busy': 'all screening ports busy',
    },
    counterExamples: ['452 4.3.2 Connection rate limit exceeded'],
  },
  {
    id: 'pace.rate',
    reason: 'rate-limited',
    source: SHARED,
    patterns: {
      '(rate|frequency|throttle|throttling|speed) {10}(limit|limited|limiting|exceeded|control|restrict|failure)':
        '451 4.7.1 Rate limit exceeded',
      '(rate|ip|sender|domain|frequency) (limited|limits)>': '550 The sender frequency is limited: IP frequency limited',
      throttl: '421 4.7.0 Messages are throttled',
      '(too many|too much|too frequent|excessive|too high|too fast|too quickly|unusual rate|unexpected volume|excessive volume|high volume|too often|volume of) {25}(messages|mail|mails|emails|email|deliveries|requests|connects|volume|rate|per|from|this hour|today|commands|senders|hour|attempts|time|user complaints|originating)':
        '450 4.7.1 Too many messages from your address in this hour',
      '(receiving|sending|sent|received|send|arriving|receive) {20}(mail|email|messages|too many|emails) {10}(at a rate|too quickly|too fast|too many|too much|too often)':
        '450 4.2.1 The user is receiving mail too quickly',
      'at a rate that prevents': '450 4.2.1 Receiving mail at a rate that prevents delivery',
      '(quota|limit) {20}(messages|emails|mails|recipients) {15}(per|hour|day|minute|reached|exceed)':
        '450 You reached the limit of messages per hour',
      '(per hour|per minute|per day|hourly|this hour|per second) {30}(limit|quota|exceed|rate|reached|max)':
        '554 5.2.122 The per hour limit of messages was reached',
      '(limit|quota|exceeded|maximum|too many|reached|exceeds) {40}(per hour|per minute|per day|this hour|per second|this minute|today)':
        '450 Limit of mails this hour',
      'slow(ing|) down': '421 Please slow down',
      'temporarily deferred': '421 4.7.0 Messages temporarily deferred due to unexpected volume',
      '(message|delivery|receive|receiving|sending|mail) rate': '450 The recipient has exceeded message rate limit',
      '(excessive|unexpected|unusual|high) (volume|rate|traffic)':
        '421 4.7.1 Messages to bob@example.com deferred due to excessive volume',
      '(receiving|sending|delivering) {15}too (rapidly|quickly|fast)': '452 4.2.1 the mailbox is receiving mail too rapidly',
    },
    counterExamples: ['552 5.2.2 The mailbox has too many messages in the inbox'],
  },
];

export const LOOP_WORDS: readonly Rule[] = [
  {
    id: 'system.loop',
    reason: 'routing-loop',
    source: 'RFC 3463 §3.5 (X.4.6); RFC 5321 §6.3',
    patterns: {
      '(too many|maximum|max|exceeded|exceeds|excessive|hop) {12}(hops|hop count|hopcount|received headers|received: headers|received lines)':
        '554 5.4.6 Too many hops',
      'too many {1}received': "554 5.4.6 Too many 'Received' headers",
      'hop count exceeded': '554 5.4.14 Hop count exceeded - possible mail loop',
      '(mail|routing|message|email|delivery|dns|mx|possible|infinite|forwarding) (loop|loops|looping)>':
        '554 5.4.6 A mail loop was found',
      'loop (detected|found)': '551 Loop detected',
      '(mail|message|messages|email) is looping': '554 The mail is looping',
      '(loops|looping) back to (me|myself|itself)': 'mail for example.com loops back to myself',
      'lowest numbered mx record points to local host': 'lowest numbered MX record points to local host',
      'in a routing loop': '554 The message is in a routing loop',
      'looping (message|mail)': '552 looping message',
    },
    counterExamples: [
      '452 4.5.3 Too many recipients received this hour',
      '554 5.7.1 Email detected as spam by the gateway',
      '550 Message detected as containing a virus',
    ],
  },
];

export const SYSTEM_WORDS: readonly Rule[] = [
  {
    id: 'system.protocol',
    reason: 'protocol-error',
    source: 'RFC 5321 §4.2.2, §4.1.4; RFC 3463 §3.6',
    patterns: {
      '(syntax error|bad syntax|invalid syntax){40}(command|parameter|parameters|argument|arguments|decode|helo|ehlo|goodbye)':
        '501 5.5.4 Syntax error in parameters or arguments',
      'syntax error': '500 5.5.2 Syntax error',
      '(command|commands) {10}(not recognized|unrecognized|not implemented|unknown|not supported|out of sequence|rejected|unimplemented|disabled|was issued out)':
        '502 5.5.1 Command not implemented',
      '(unrecognized|unimplemented|unknown|unexpected|unsupported|invalid) (command|smtp command)':
        '500 5.5.1 Unrecognized command',
      '(bad|improper|wrong|out of|invalid) sequence': '503 5.5.1 Bad sequence of commands',
      '(helo|ehlo|hello) {30}(invalid|reject|required|first|bad|not|argument|must|syntax|fqdn|refused|missing)':
        '550 Invalid HELO: helo name must be an FQDN',
      '(invalid|bad|missing|wrong|no|polite|reject|empty|need|send) {10}(helo|ehlo|helo/ehlo)>':
        '550 5.7.506 Access denied, Bad HELO',
      'synchronization error':
        '554 SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection',
      'protocol (violation|error)': '451 4.5.0 SMTP protocol violation',
      '(need|needs|before) {6}(mail|rcpt|data|helo|ehlo) (command|from|to|first|before)':
        '503 need RCPT before DATA: need rcpt command',
      '(pipelining|pipelined)': '503 5.5.0 Improper use of SMTP command pipelining',
      '(must precede|out of order|nested mail|duplicate mail)': '503 Valid RCPT command must precede DATA',
      'too many (errors|unrecognized|unauthenticated|bad|syntax|invalid commands|unknown commands)':
        '421 4.7.0 Error: too many errors',
      'no identity changes': '503 5.7.0 No identity changes permitted',
      '(parameter|parameters|argument|option) {20}(not recognized|not implemented|unrecognized|invalid|not allowed|not supported|unsupported)':
        '555 MAIL FROM parameters not recognized or not implemented',
      'name was rejected': 'Connected to 192.0.2.1 but my name was rejected. Remote host said: 501 Invalid name',
    },
    counterExamples: ['501 5.1.3 Syntax error in recipient address'],
  },
];

/** The command line itself, in answer to it. */
export const COMMAND_LINE_WORDS: readonly Rule[] = [
  {
    id: 'system.command-line',
    reason: 'protocol-error',
    replyCode: [500],
    source: 'RFC 5321 §4.2.3 (500): syntax error, also a command line that is too long',
    patterns: { 'line too long': '500 line too long' },
  },
];

export const NETWORK_WORDS: readonly Rule[] = [
  {
    id: 'system.network',
    reason: 'network-error',
    source:
      'RFC 3463 §3.5 (X.4.1, X.4.2); errno(3); Exim; sendmail; qmail-remote.c; OpenSMTPD mta.c; Haraka outbound/hmail.js; Google',
    patterns: {
      '(connection|connect|conversation|operation|session|socket|network|host) {25}(timed out|timeout|refused|reset|lost|dropped|closed|terminated|failed|interrupted|error|aborted|unreachable|not reachable|broken|could not be established)':
        'Connection timed out',
      '(unable to|could not|cannot|failed to|not able to|can not|unable) {10}(connect|establish|reach|contact|open connection|open an smtp)':
        'Unable to connect to remote host',
      '(no route to host|network is unreachable|network unreachable|host is down|host unreachable|destination unreachable|host down)':
        'No route to host',
      '(host|server|destination|mx|mxs) {10}(not reachable|unreachable|did not respond|not responding|does not respond|not accepting connections|is down)':
        '[421 Host not reachable]',
      'lost connection': 'lost connection with mx.example.com[192.0.2.1] while sending RCPT TO',
      'timed out {20}(while|waiting|after|during|talking)': '421 4.4.2 mx.example.com timed out while waiting',
      '(timeout|time out|time-out) {20}(closing|waiting|while|occurred|expired|after|during|error)':
        '451 4.4.2 Timeout - closing connection',
      'not accept {15}requests to connect': 'The recipient server did not accept our requests to connect',
      'all hosts {20}(have been failing|unreachable|failed|unavailable)': 'all hosts have been failing for a long time',
      'retry time not reached for any host': 'retry time not reached for any host after a long failure period',
      'network error': 'Network error on destination MXs',
      'address family mismatch on destination': 'Address family mismatch on destination MXs',
      'tried all mx': 'Tried all MXs',
      'socket error': '[mx.example.com. [192.0.2.1]:25: socket error]',
      'no {10}smtp connection': 'Sorry, I was not able to establish an SMTP connection: no smtp connection',
      'remote host {20}(gone|went) away': 'Remote host has gone away',
      '(end of file|unexpected eof|premature eof|broken pipe|econn)': 'Unexpected EOF: Broken pipe',
      'connection expired': '421 4.7.0 Connection expired, try reconnecting',
      'all relevant mx': 'all relevant MX hosts failed',
      'no answer from host': 'No answer from host',
      '(smtp|session|data|command|idle|error:) timeout exceeded': '421 4.4.2 mx.example.com Error: timeout exceeded',
      '(server|host|peer|remote|other side) {10}(closed|dropped|reset|terminated) {6}(connection|session)':
        'the server closed the connection',
    },
    counterExamples: ['554 Your IP has been refused connection for spam'],
  },
];

export const FAULT_WORDS: readonly Rule[] = [
  {
    id: 'system.fault',
    reason: 'system-error',
    source: 'RFC 3463 §3.4 (X.3.0, X.3.5); sendmail sysexits; Exim; qmail',
    patterns: {
      '(internal|system|server|local|software|mail system|mailer|operating system|application|technical|io|i/o|upstream|database|ldap|backend|queue file|queue|configuration|processing) (error|errors|problem|failure|fault|issue|malfunction|write error)':
        '451 4.3.0 Internal server error',
      '(temporary|transient|unexpected|unknown|general) {15}(error|failure|problem|failures|system problem|fault|mailer error)':
        '450 4.0.0 Temporary failure',
      '(service|server|system|mail system|resource|host|mail service) {20}(unavailable|not available|currently unavailable|busy|overloaded|down|shutting down|temporarily|maintenance|too busy|not ready)':
        '421 Service not available, closing transmission channel',
      'error in processing': '451 Requested action aborted: local error in processing',
      '(mail server|system|server|configuration|mail system) {15}(misconfigured|configured|configuration error|misconfiguration)':
        '554 5.3.5 The mail system is misconfigured: system misconfigured',
      '(unable|not able|could not|cannot) to {5}(process|handle|write|open|store|lock|queue|save|contact) ':
        '451 Unable to process the message now',
      '(could not|cannot|unable to|failed to) {10}(write|open|lock|create|load|save|store|chdir|fork|exec|contact ldap)':
        '451 4.3.0 cannot open the mailbox file',
      'queue file': '451 4.3.0 Error: queue file write error',
      'pipe to': 'pipe to |/usr/local/bin/filter failed',
      '(command died|child status|exit status|exited with|returned status|unknown mailer error|program failure|died with status)':
        '554 5.3.0 unknown mailer error 255',
      'license expired': '422 License expired',
      '(try|please try|retry) {20}(again|later)': '451 Please try again later',
      'lookup (failure|error|failed)': '451 4.3.0 Temporary lookup failure',
      'mailer error': '554 5.3.0 Mailer error',
      '(message|email) {20}temporarily rejected': '451 4.3.0 Email server has temporarily rejected this message',
      'deferred because': 'recipient deferred because there is no mdb',
      '(system load|load average|load is) {10}(high|too high)': '450 system load is too high',
      'temporarily unavailable': '450 temporarily unavailable',
      'requested (mail |)action aborted': '451 Requested action aborted',
    },
    counterExamples: ['451 4.7.1 Greylisted, please try again later', '421 4.7.0 Too many connections, try again later'],
  },
];

/** The end of the queue lifetime, where no cause is told. */
export const EXPIRED_WORDS: readonly Rule[] = [
  {
    id: 'system.expired',
    reason: 'message-expired',
    source: 'RFC 3463 §3.5 (X.4.7); Exim; sendmail; qmail; Exchange',
    patterns: {
      '(message|delivery|envelope|mail|time|queue|retry) {20}(expired|time has passed|lifetime|time exceeded|too old|retry timeout exceeded|timeout exceeded)':
        'delivery retry timeout exceeded',
      '(giving up|gave up) ': 'Could not deliver for the last 432000 seconds. Giving up on it',
      'exceeded max time without delivery': '451 4.3.0 [internal] exceeded max time without delivery',
      'in the queue {6}too long': 'This message has been in the queue too long',
      'could not be delivered (for|within|in) ': 'Message could not be delivered for 5 days',
      '(could not|unable to|not|failed to) deliver {10}(for|in|within|after) {20}(seconds|minutes|hours|days|attempts)':
        'Could not deliver for the last 432000 seconds',
      '(delivery|delivering) failed # attempts': 'Delivery failed 20 attempts: bob@example.com',
      '(will be|has been|was) (deleted|removed) from {5}queue': 'Message will be deleted from queue',
      'retry timeout exceeded': 'delivery retry timeout exceeded',
      '(message|delivery|mail) (timed out|time limit)': 'message timed out',
      'queue too long': 'queue too long',
    },
  },
];

/** The disk or the memory of the receiver, not the mailbox. */
export const FULL_SYSTEM_WORDS: readonly Rule[] = [
  {
    id: 'system.full',
    reason: 'system-full',
    source: 'RFC 3463 §3.4 (X.3.1); RFC 5321 §4.2.3 (452)',
    patterns: {
      '(insufficient|not enough|no|out of|low on|lack of|low|lacks) {15}(system storage|system resources|disk|disk space|resources|space left|memory|free space|system space|spool space|queue space|server storage)':
        '452 4.3.1 Insufficient system storage',
      '(disk|disk space|file system|filesystem|partition|spool|system|queue|mail system)> {15}(is |)full>':
        '451 The disk is full',
      'resources temporarily unavailable': '451 4.3.1 Resources temporarily unavailable',
      'system (storage|resources) {20}(exceeded|exhausted|unavailable|low)': '452 System storage exceeded',
    },
    counterExamples: ['552 5.2.2 The mailbox has not enough space'],
  },
];

/** What is said of a name in answer to EHLO: the client's. */
export const HELO_STAGE_WORDS: readonly Rule[] = [
  {
    id: 'system.helo',
    reason: 'protocol-error',
    command: ['EHLO', 'HELO', 'LHLO'],
    source: 'RFC 5321 §4.1.1.1: the argument of EHLO is the name of the client',
    patterns: {
      '(invalid|bad|unknown|illegal) (domain|host|name|argument|hostname)': '501 5.0.0 Invalid domain name',
    },
  },
];

/** The name that the client gave, in whatever answer it is refused: servers wait with it until RCPT. */
export const HELO_NAME_WORDS: readonly Rule[] = [
  {
    id: 'system.helo-name',
    reason: 'protocol-error',
    source: 'RFC 5321 §4.1.1.1; Postfix src/smtpd/smtpd_check.c (reject_unknown_helo_hostname, smtpd_delay_reject)',
    patterns: {
      '(bad|invalid|forged|fake) (helo|ehlo)>': '550 Bad HELO - Host impersonating [mx.example.com]',
      '(helo|ehlo) name {6}of {12}(our|my) ': "550 5.7.1 You're using a HELO name of one of our hosts",
      'helo command rejected': '550 5.7.1 <mail.example.org>: Helo command rejected: Host not found',
      '(helo|ehlo)>{30}(not resolve|does not exist|not exist|not found|unknown|cannot be resolved|unresolvable)':
        '550 HELO name does not resolve: host not found',
    },
    counterExamples: ['550 5.1.2 <bob@nx.example>... Host unknown', '554 5.7.1 HELO domain does not exist'],
  },
  {
    id: 'system.argument',
    reason: 'protocol-error',
    enhancedStatus: ['X.5.4'],
    source: 'RFC 3463 §3.6 (X.5.4): invalid command arguments; addresses have X.1.2 and X.1.3',
    patterns: { '(invalid|illegal|bad) (domain|host|hostname)': '501 5.5.4 Invalid domain name' },
    counterExamples: ['553 5.1.2 Invalid domain name'],
  },
];

/** A connection that nobody used, not a mailbox. */
export const IDLE_WORDS: readonly Rule[] = [
  {
    id: 'system.idle',
    reason: 'network-error',
    source: 'RFC 5321 §4.5.3.2.7; RFC 3463 §3.5 (X.4.2)',
    patterns: {
      '(connection|session|channel) {12}(due to|for|because of|after) {12}inactivity': '421 closing connection due to inactivity',
    },
    counterExamples: ['550 5.2.1 Account disabled due to inactivity'],
  },
];

/** Commands that were wrong, told before those that were many. */
export const WRONG_COMMAND_WORDS: readonly Rule[] = [
  {
    id: 'system.wrong-commands',
    reason: 'protocol-error',
    source: 'RFC 5321 §4.2.2; Postfix smtpd(8) smtpd_hard_error_limit; Exim smtp_max_unknown_commands',
    patterns: {
      'too many (bad|invalid|unknown|unrecognized|wrong|illegal|syntax or protocol) (smtp |)(command|commands|errors)':
        '550 5.7.1 Too many invalid commands',
    },
    counterExamples: ['421 4.7.0 Too many commands in this hour'],
  },
];

/** What stands behind the server. */
export const BACKEND_WORDS: readonly Rule[] = [
  {
    id: 'system.backend',
    reason: 'system-error',
    source: 'qmail-ldap; Postfix; Exim: the directory or data base behind a server does not answer',
    patterns: {
      '(unable|failed|failure|cannot|could not|error|problem|down|timeout) {20}(ldap|mysql|database|directory server|backend)>':
        'Unable to contact LDAP server. (#4.4.3)',
      '(ldap|mysql|database|directory server|backend) {20}(unavailable|failed|failure|error|timeout|down|lookup)':
        '451 4.3.0 LDAP lookup failed',
    },
  },
];

/** An address to which one's own service does not send. */
export const SUPPRESSED_WORDS: readonly Rule[] = [
  {
    id: 'suppressed',
    reason: 'suppressed',
    source:
      'https://docs.aws.amazon.com/ses/latest/dg/sending-email-suppression-list.html; lists of SendGrid, Mailgun, SparkPost, Postmark',
    patterns: {
      'suppression list': '550 The recipient is on our suppression list',
      '(has|was|been|is) suppressed':
        'Amazon SES has suppressed sending to this address because it has a recent history of bouncing',
      'not delivering to {20}(unsubscribed|bounced|suppressed|previously)': 'Not delivering to previously bounced address',
      'not delivering to a user who marked': 'Not delivering to a user who marked your messages as spam',
      '(bounced|unsubscribed) address>': 'Bounced Address: dropped',
    },
  },
];

/** How many recipients one transaction may have. */
export const RECIPIENT_COUNT_WORDS: readonly Rule[] = [
  {
    id: 'pace.recipients-per-time',
    reason: 'rate-limited',
    source: SHARED,
    patterns: {
      'too many recipients {24}(hour|day|minute|today)': '550 192.0.2.1 has sent to too many recipients this hour',
    },
  },
  {
    id: 'pace.recipients',
    reason: 'too-many-recipients',
    source: 'RFC 5321 §4.5.3.1.10; RFC 3463 §3.6 (X.5.3)',
    patterns: {
      'too (many|much) (recipient|recipients|rcpt|rcpts|addressees)': '452 4.5.3 Too many recipients',
      '(number|limit|maximum) {20}recipients {20}(exceed|reached|per message|per session|limit)':
        '452 The number of recipients exceeds the limit',
      'recipients {15}(limit|exceed|per)': '452 4.5.3 Recipients limit exceeded',
      'separate transaction': '452 4.5.3 Please try this recipient in a separate transaction',
    },
    counterExamples: ['550 192.0.2.1 has sent to too many recipients this hour'],
  },
];
