import type { Rule } from '../rule.js';

const SHARED = 'RFC 3463 §3.7, §3.8; wording that many servers share';

export const VIRUS_WORDS: readonly Rule[] = [
  {
    id: 'message.virus',
    reason: 'virus',
    source: SHARED,
    patterns: {
      '(virus|malware|trojan|worm|ransomware|malicious software|malicious code)>{40}(detected|found|reject|in message|infected|block|contain|identified|scan|present|alert|removed|stopped|denied|not accepted)':
        '550 5.7.0 Virus detected: rejected',
      '(infected|contains|contained|contain|containing|found|detected|has|carries|rejected|due to|by) {20}(virus|malware|trojan|worm|ransomware|malicious software|malicious code)>':
        '552 This message contains a virus',
      '(infected|virus infected) (message|mail|email|attachment|file)': '554 Infected message refused',
      '(message|mail|email|attachment) (is |was |has been |)infected': '554 Your message is infected',
      clamav: '550 5.7.1 ClamAV: Eicar-Test-Signature',
      'infected (with|by)': '554 5.7.1 infected with W32.Example',
      'id={40}- infected>': '554 5.7.0 Reject, id=12345-01 - INFECTED: Eicar-Test-Signature',
    },
  },
];

export const SPAM_WORDS: readonly Rule[] = [
  {
    id: 'message.spam',
    reason: 'spam-content',
    source: SHARED,
    patterns: {
      'spam (message|mail|email|content|detected|rejected|score|filter|found|classification|check|probability|blocked|policy|likelihood|threshold|level|refused|suspected|not accepted|was|signature)':
        '550 5.7.1 Spam message rejected',
      '(as|is|be|suspected|considered|likely|possible|probable|identified|classified|detected|judged|scored|flagged|looks like|appears to be|suspicion of|contains|this is|for|embedded|like|of|sending|anti|no|to contain|or) {12}(spam|uce|ube|junk)>':
        '550 5.7.1 Your message looks like spam',
      '(rejected|blocked|refused|denied|reject|block) {30}(spam|junk|uce|ube|phishing|scam|bulk mail)>':
        '554 5.7.0 Reject, id=1 - SPAM',
      '(message|mail|email|content) {30}(spam|junk|uce|ube|phishing|unsolicited|scam)>':
        '550 Message content rejected, UBE, id=1',
      '(unsolicited|bulk|junk|commercial) {12}(email|mail|message|messages|mails|bulk)':
        '550 5.7.1 This is likely unsolicited mail',
      phish: '550 Phishing link found',
      'suspicious {20}(content|message|mail|nature|link)':
        '421 4.7.0 This message is suspicious due to the nature of the content',
      gtube: '554 5.7.1 Gtube pattern',
      spamassassin: '550 5.7.1 Blocked by SpamAssassin',
      mcspamsignature: '554 Email rejected due to security policies - MCSpamSignature.x',
      '(blocked|rejected) by {15}(spam|content) {5}(filter|scanner|engine)': '550 Blocked by the spam filter',
      'anti{1}spam': '552 Message rejected by anti-spam engine',
      'mail content denied': '550 Mail content denied',
      '^(# |)(550|554) spam': '550 SPAM',
      'considered {20}spam': '550 5.7.0 Message considered as spam or virus',
      'high {20}spam': '550 High probability of spam',
      '(antispam|anti-spam|spam) {4}(check|checks|test|tests)': '550 failed several antispam checks',
    },
    counterExamples: ['550 Too many spams from your IP', '554 5.7.1 Blocked using zen.spamhaus.example'],
  },
];

export const SIZE_WORDS: readonly Rule[] = [
  {
    id: 'message.size',
    reason: 'message-too-big',
    source: 'RFC 1870 §6; RFC 3463 §3.3 (X.2.3), §3.4 (X.3.4); wording that many servers share',
    patterns: {
      '(message|mail|email|size|length|header|headers|attachment|attachments|content|data|file|body)>{25}(too large|too big|larger than|bigger than|oversize|too long for)':
        '552 5.3.4 Message too large',
      '(size|length)>{40}(exceed|exceeds|exceeded|exceeding|greater than|above the|beyond|over the|larger)':
        '552 5.3.4 Message size exceeds fixed limit',
      '(exceed|exceeds|exceeded|exceeding){40}(size|message length|header limit|limit of # attachments)':
        '552 Your message exceeded the maximum size',
      '(number of|too many) attachments': '552 5.3.4 The number of attachments exceeds the limit',
      '(maximum|max|allowed) {15}(message|mail|email|size) {10}(size|length|limit|exceeded)': '552 Maximum message size exceeded',
      '(size|message|length) limit{20}(exceeded|reached|of|is)': '552 Mail size limit exceeded',
      '(too large|too big) (message|mail|email|attachment)': '552 Too large message',
      'too {10}(large|big) (for|to|attachment)': '550 It is too large for this recipient',
      oversize: '552 Oversized mail',
      'mailsize limit': '552 Requested mail action aborted: exceeded mailsize limit',
      'size violation': '552 5.7.0 Message Size Violation',
      recipsizelimit: '550 5.2.3 RESOLVER.RST.RecipSizeLimit; message too large for this recipient',
    },
    counterExamples: ['552 5.2.2 Mailbox size limit exceeded', '552 5.2.2 User mailbox exceeds allowed size'],
  },
];

export const CONTENT_WORDS: readonly Rule[] = [
  {
    id: 'content.attachment',
    reason: 'content-rejected',
    source: SHARED,
    patterns: {
      '(attachment|attachments|file|extension|file type|filetype|zip|executable|macro|archive){40}(not allowed|illegal|forbidden|prohibited|banned|blocked|disallowed|rejected|dangerous|unacceptable|not permitted|not accepted|denied|refused|invalid|encrypted)':
        '552 5.7.0 The attachment type is not allowed',
      '(illegal|forbidden|prohibited|banned|blocked|disallowed|dangerous|unacceptable|executable|invalid|bad|suspicious|encrypted) {12}(attachment|attachments|file|extension|content|filename)':
        '552 5.7.0 Illegal attachment found',
      'id={40}- banned>': '554 5.7.0 Reject, id=12345-01 - BANNED: application/x-msdownload,.exe',
      '(malicious|harmful|dangerous) (link|links|url|website|web site)': '550 It contains links to a malicious website',
      'potential security (issue|risk)': '552 5.7.0 The content presents a potential security issue',
      '(content|body|encoding|media|charset|character set|language) (rejected|not allowed|not supported|refused|denied|not accepted|blocked)':
        '554 5.6.1 Media not supported: content not accepted',
      '(message|mail|email) content (rejected|denied|refused|not acceptable|blocked)': '554 message content rejected',
      '(with|containing|contain|contains) {15}(attachments|attachment|images|executables)':
        '550 we do not accept messages containing images or other attachments',
      '(password protected|encrypted) {8}(file|attachment|archive|zip)': '550 rejecting password protected file attachment',
    },
    counterExamples: ['550 Message content rejected, UBE, id=1', '550 Virus detected; content rejected'],
  },
];

/** A header that stands more than once, whatever its name. */
export const DUPLICATE_WORDS: readonly Rule[] = [
  {
    id: 'form.duplicate',
    reason: 'not-rfc-compliant',
    source: 'RFC 5322 §3.6: the number of times that a field may stand',
    patterns: {
      'duplicate{3}header': "554 Transaction failed: Duplicate header 'DKIM-Signature'",
      '(multiple|several) from addresses': '550 5.1.20 Multiple From addresses in the header are not allowed',
      '(multiple|several) addresses in {5}from': '550 5.7.1 Messages with multiple addresses in From: are not accepted',
      'multiple {12}headers': '550 5.7.1 Not compliant: There are multiple Subject headers',
    },
  },
  {
    id: 'form.long-lines',
    reason: 'not-rfc-compliant',
    source: 'RFC 5321 §4.5.3.1.6; RFC 5322 §2.1.1; Exim src/transports/smtp.c (message_linelength_limit)',
    patterns: {
      'lines too long for transport': 'message has lines too long for transport',
      '(maximum|max) line length': '550 Maximum line length exceeded (see RFC 5321 4.5.3.1.6)',
      'line length is # octets': '550 maximum allowed line length is 998 octets, got 1204',
    },
    counterExamples: ['552 5.3.4 Message too long for this recipient'],
  },
];

export const FORM_WORDS: readonly Rule[] = [
  {
    id: 'form.header',
    reason: 'not-rfc-compliant',
    source: 'RFC 5322 §3.6; RFC 3463 §3.7 (X.6.0)',
    patterns: {
      '(not|non) {5}rfc{10}(compliant|conform|compatible)': '550 5.7.1 This message is not RFC 5322 compliant',
      '(not|non){1}(compliant|compliance|conform) {10}rfc': '554 The message is not compliant with RFC 5322',
      'must be rfc': '550 5.7.512 The message must be RFC 5322 section 3.6.2 compliant',
      'rfc{10}violation': '550 RFC 5322 violation',
      '(duplicate|duplicated|multiple|missing|no|invalid|malformed|bad|empty|illegal|repeated|more than one|several|too many) {20}(header|headers|message-id|message id|subject header|date header|from header)':
        '554 Transaction failed: Duplicate header Subject',
      '(header|headers|message-id:) {20}(missing|malformed|error|invalid|not|duplicate|are not)': '554 5.7.0 Header error',
      '(missing|no|invalid|valid) {30}(message-id|from: header|date: header|from header)':
        '550 5.7.1 Messages missing a valid Message-ID are not accepted',
      '(message|mail|mime|email) {15}(malformed|is malformed|broken|badly formed|corrupt)':
        '554 5.6.0 The mail message is malformed',
      '(malformed|broken|invalid|bad) (mime|message|mail|email|structure)': '554 5.6.0 Malformed MIME',
      '(bare|raw) (lf|line feed|linefeed|cr|carriage)': '554 5.6.11 Bare LF found',
      '(8-bit|8bit|8 bit|non-ascii|unicode|nul|null) {15}(data|character|characters|byte|header)':
        '550 5.6.9 improper use of 8-bit data in message header',
      'encoded-word': '550 5.7.1 Encoded-word syntax is not permitted in a header',
      'invalid characters': '550 5.6.11 Invalid characters',
      'line (too long|length|longer than)': '550 5.6.0 Lines longer than SMTP allows: line too long',
      'header syntax': '550 message header syntax is wrong',
    },
    counterExamples: ['552 5.3.4 The message header size exceeds the limit', '501 5.5.2 Syntax error'],
  },
];

/** A refusal whose ground is a rule of the receiver that it does not tell. */
export const POLICY_WORDS: readonly Rule[] = [
  {
    id: 'policy.told',
    reason: 'policy',
    source: 'RFC 3463 §3.8 (X.7.0, X.7.1)',
    patterns: {
      '(policy|policies|security|administrative|administratively) (error|reason|reasons|reject|rejection|violation|restriction|restrictions|prohibited|prohibition|denied|blocked|refused|issue|grounds)':
        '554 5.7.1 Message refused for policy reasons',
      '(local|site|company|mail|email|recipient|server|content|security|by|to|of|against|our|your|violates|this|internal|a) polic(y|ies)':
        '550 5.7.1 Denied by policy',
      'polic(y|ies){30}(reject|refus|block|prevent|prohibit|violat|does not allow)':
        '550 5.7.1 Our policies do not allow this: policy rejects it',
      '(rejected|blocked|refused|denied|reject) {20}polic(y|ies)': '550 Rejected by policy',
      'access (denied|rejected|refused|restricted|not allowed|forbidden)': '550 5.7.1 Access denied',
      '(message|mail|email|delivery|transaction) (was |has been |is |)(filtered|not authorized|prohibited|not permitted|not allowed|denied|blocked|refused|not accepted)':
        '550 5.2.0 Message filtered',
      'administrative(ly|) prohib': '550 5.7.1 Administratively prohibited',
      '(banned|blocked|denied|refused|prohibited) by {20}(admin|administrator|postmaster|system|server|firewall|filter|rule)':
        '550 Refused by the administrator',
      'not accept delivery of this message': '521 5.2.1 AOL will not accept delivery of this message',
      // qmail.c: a program in the place of qmail-queue ended with 31.
      'mail server permanently rejected message': '554 mail server permanently rejected message (#5.3.0)',
      'service refused': '421 4.2.0 Service refused, please try later',
      'not accepted for delivery': '554 The message is not accepted for delivery',
    },
    counterExamples: ['550 5.7.1 Email rejected per DMARC policy for example.com', '554 Relay access denied'],
  },
];

/** A refusal that says no more than that. */
export const BARE_REFUSAL_WORDS: readonly Rule[] = [
  {
    id: 'policy.refused',
    reason: 'policy',
    speaker: 'remote',
    source: 'RFC 5321 §4.2.3: refused for a local reason',
    patterns: {
      '^(550|551|553|554|557|571|421|450|451) (blocked|denied|refused|forbidden|not allowed|go away|prohibited|not permitted|not authorized)':
        '550 Blocked',
      '^(550|551|553|554|557|571|421|450|451) (5.7.1|4.7.1|5.7.0|4.7.0|5.0.0) (blocked|denied|refused|forbidden|not allowed|go away|prohibited|not permitted|not authorized)':
        '550 5.0.0 Refused',
      'go away': '550 Go away',
      '(message|mail|email|transaction|sender|connection|client) (rejected|refused|denied|blocked|declined)':
        '554 Transaction refused',
      'not allowed {1}-': '554 Message not allowed - 299',
    },
  },
];
