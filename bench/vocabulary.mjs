// @ts-check

/**
 * What remote hosts and Postfix itself say in the generated logs. Every entry states its codes beside its text, so that the truth never has to be
 * read back out of the text.
 */

/**
 * Who runs the MX of a domain; `own` is everybody else.
 * @typedef {'google' | 'microsoft' | 'yahoo' | 'own'} Operator
 */

/**
 * @typedef {'MAIL FROM' | 'RCPT TO' | 'DATA' | 'end of DATA'} Stage
 */

/**
 * Why a delivery did not succeed. `shape` says how Postfix words it:
 * `said` a reply to a command, `refused` a reply to the connection, `plain` Postfix's own words.
 * `relay` is false where no host was reached. `site`: it concerns the host, so that Postfix suspends deliveries there.
 * @typedef {object} Cause
 * @property {number} weight
 * @property {'said' | 'refused' | 'plain'} shape
 * @property {Stage} [stage]
 * @property {number | null} replyCode
 * @property {string | null} enhancedStatus
 * @property {string} dsn what Postfix logs
 * @property {string} text
 * @property {boolean} relay
 * @property {boolean} site
 */

/**
 * A refusal by this host. `form` says who writes it and how.
 * @typedef {object} Refusal
 * @property {number} weight
 * @property {'smtpd' | 'queued' | 'postscreen' | 'postscreen-connect' | 'milter' | 'header'} form
 * @property {string} stage
 * @property {number | null} replyCode
 * @property {string | null} enhancedStatus
 * @property {string} text
 * @property {boolean} recipient
 */

/** The address of this host, as others see it. */
export const OWN_ADDRESS = '192.0.2.25';

/**
 * @param {number} weight
 * @param {Stage} stage
 * @param {number} replyCode
 * @param {string | null} enhancedStatus
 * @param {string} text the reply after its codes; lines are parted by a vertical bar
 * @param {string | null} [firstStatus] the enhanced code of all lines but the last, where it differs
 * @returns {Cause}
 */
function said(weight, stage, replyCode, enhancedStatus, text, firstStatus = enhancedStatus) {
  const dsn = enhancedStatus?.[0] === String(replyCode)[0] ? enhancedStatus : `${String(replyCode)[0]}.0.0`;
  const reply = replyLines(replyCode, enhancedStatus, text, firstStatus);
  return {
    weight,
    shape: 'said',
    stage,
    replyCode,
    enhancedStatus,
    dsn: dsn ?? '',
    text: `host {host}[{ip}] said: ${reply} (in reply to ${stage} command)`,
    relay: true,
    site: false,
  };
}

/**
 * A greeting that refuses. Postfix softens 5xx to 4.x.x and tries again.
 * @param {number} weight
 * @param {number} replyCode
 * @param {string | null} enhancedStatus
 * @param {string} text
 * @returns {Cause}
 */
function refused(weight, replyCode, enhancedStatus, text) {
  return {
    weight,
    shape: 'refused',
    replyCode,
    enhancedStatus,
    dsn: enhancedStatus ? `4${enhancedStatus.slice(1)}` : '4.0.0',
    text: `host {host}[{ip}] refused to talk to me: ${replyLines(replyCode, enhancedStatus, text, enhancedStatus)}`,
    relay: true,
    site: true,
  };
}

/**
 * No reply at all.
 * @param {number} weight
 * @param {string} dsn
 * @param {string} text
 * @param {{ relay?: boolean, site?: boolean }} [options]
 * @returns {Cause}
 */
function plain(weight, dsn, text, { relay = true, site = false } = {}) {
  return { weight, shape: 'plain', replyCode: null, enhancedStatus: null, dsn, text, relay, site };
}

/**
 * A reply as Postfix joins its lines.
 * @param {number} replyCode
 * @param {string | null} enhancedStatus
 * @param {string} text
 * @param {string | null} firstStatus
 */
function replyLines(replyCode, enhancedStatus, text, firstStatus) {
  const lines = text.split('|');
  return lines
    .map((line, i) => {
      const last = i === lines.length - 1;
      const status = last ? enhancedStatus : firstStatus;
      return `${replyCode}${last ? ' ' : '-'}${status ? `${status} ` : ''}${line}`;
    })
    .join(' ');
}

/** Permanent failures with no reply: common to all destinations. */
const PLAIN_FAILURES = [
  plain(5, '5.4.4', 'Host or domain name not found. Name service error for name={domain} type=MX: Host not found', {
    relay: false,
  }),
  plain(1, '5.1.0', 'Domain {domain} does not accept mail (nullMX)', { relay: false }),
  plain(1, '5.3.4', 'message size 31457280 exceeds size limit 26214400 of server {host}[{ip}]'),
  plain(1, '5.4.6', 'mail for {domain} loops back to myself', { relay: false }),
];

/** @type {Record<Operator, readonly Cause[]>} */
export const BOUNCES = {
  google: [
    said(
      40,
      'RCPT TO',
      550,
      '5.1.1',
      "The email account that you tried to reach does not exist. Please try|double-checking the recipient's email address for typos or|unnecessary spaces. For more information, go to| https://support.google.com/mail/?p=NoSuchUser {token} - gsmtp",
    ),
    said(
      6,
      'RCPT TO',
      550,
      '5.2.1',
      'The email account that you tried to reach is inactive. For more|information, go to| https://support.google.com/mail/?p=DisabledUser {token} - gsmtp',
    ),
    said(
      8,
      'RCPT TO',
      552,
      '5.2.2',
      "The recipient's inbox is out of storage space and inactive. Please|direct the recipient to| https://support.google.com/mail/?p=OverQuotaPerm {token} - gsmtp",
    ),
    said(
      12,
      'end of DATA',
      550,
      '5.7.26',
      'Your email has been blocked because the sender is unauthenticated.|Gmail requires all senders to authenticate with either SPF or DKIM.| Authentication results:| DKIM = did not pass|SPF [{sender-domain}] with ip: [192.0.2.25] = did not pass| For instructions on setting up authentication, go to| https://support.google.com/mail/answer/81126#authentication {token} - gsmtp',
    ),
    said(
      3,
      'end of DATA',
      550,
      '5.7.26',
      "This message was not accepted. See the next line for why.|Unauthenticated email from {sender-domain} is not accepted due to domain's DMARC policy. {token} - gsmtp",
      '5.7.1',
    ),
    said(
      8,
      'end of DATA',
      550,
      '5.7.1',
      '[192.0.2.25      12] Gmail has detected that this message is|likely unsolicited mail. To reduce the amount of spam sent to Gmail,|this message has been blocked. For more information, go to| https://support.google.com/mail/?p=UnsolicitedMessageError {token} - gsmtp',
    ),
    ...PLAIN_FAILURES,
  ],
  microsoft: [
    said(30, 'RCPT TO', 550, '5.1.10', 'RESOLVER.ADR.RecipientNotFound; Recipient {rcpt} not found by SMTP address lookup'),
    said(25, 'RCPT TO', 550, '5.4.1', 'Recipient address rejected: Access denied. [{token}.eurprd04.prod.outlook.com {token}]'),
    said(
      10,
      'RCPT TO',
      550,
      '5.7.1',
      'Service unavailable, Client host [192.0.2.25] blocked using Spamhaus. To request removal from this list see https://www.spamhaus.org/query/ip/192.0.2.25 (AS3130). [{token}.eurprd04.prod.outlook.com]',
    ),
    said(
      6,
      'end of DATA',
      550,
      '5.7.509',
      'Access denied, sending domain {sender-domain} does not pass DMARC verification and has a DMARC policy of reject. [{token}]',
    ),
    said(
      4,
      'MAIL FROM',
      550,
      '5.1.8',
      'Access denied, bad outbound sender. For more information please go to http://go.microsoft.com/fwlink/?LinkId=875724',
    ),
    said(
      4,
      'RCPT TO',
      554,
      '5.4.14',
      'Hop count exceeded - possible mail loop ATTR34 [{token}.eop-eur01.prod.protection.outlook.com]',
    ),
    said(5, 'RCPT TO', 552, '5.2.2', 'STOREDRV; the mailbox of {rcpt} is full'),
    ...PLAIN_FAILURES,
  ],
  yahoo: [
    said(20, 'RCPT TO', 554, null, 'delivery error: dd Not a valid recipient - {token}'),
    said(
      8,
      'end of DATA',
      554,
      '5.7.9',
      'Message not accepted for policy reasons. See https://postmaster.yahooinc.com/error-codes',
    ),
    said(
      4,
      'MAIL FROM',
      553,
      '5.7.1',
      "[BL21] Connections will not be accepted from 192.0.2.25, because the ip is in Spamhaus's list; see https://postmaster.yahooinc.com/error-codes",
    ),
    ...PLAIN_FAILURES,
  ],
  own: [
    said(40, 'RCPT TO', 550, '5.1.1', '<{rcpt}>: Recipient address rejected: User unknown in virtual mailbox table'),
    said(12, 'RCPT TO', 550, '5.1.1', '<{rcpt}>: Recipient address rejected: User unknown in relay recipient table'),
    said(10, 'RCPT TO', 550, null, 'No such user here'),
    said(
      4,
      'RCPT TO',
      550,
      null,
      'Requested action not taken: mailbox unavailable|For explanation visit https://postmaster.{domain}/error-messages?ip=192.0.2.25&c=hd',
    ),
    said(
      8,
      'RCPT TO',
      554,
      '5.7.1',
      'Service unavailable; Client host [192.0.2.25] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/192.0.2.25',
    ),
    said(6, 'RCPT TO', 554, '5.7.1', '<{rcpt}>: Relay access denied'),
    said(6, 'end of DATA', 550, '5.7.1', 'Message rejected due to content restrictions'),
    said(5, 'end of DATA', 550, null, 'This message was classified as SPAM and may not be delivered (score 15.2)'),
    said(4, 'end of DATA', 554, '5.6.0', 'Message contains invalid header'),
    said(6, 'RCPT TO', 552, '5.2.2', '<{rcpt}>: user is over quota'),
    said(2, 'RCPT TO', 552, '4.2.2', 'User has full mailbox'),
    said(4, 'RCPT TO', 553, '5.3.0', '<{rcpt}>... Addressee unknown, relay=[192.0.2.25]'),
    said(3, 'RCPT TO', 553, null, "sorry, that domain isn't in my list of allowed rcpthosts"),
    said(2, 'MAIL FROM', 521, '5.2.1', 'This host does not accept mail from {sender-domain}'),
    said(2, 'MAIL FROM', 521, null, '{host} does not accept mail from 192.0.2.25'),
    said(3, 'MAIL FROM', 550, null, 'Mail from 192.5.7.8 via 192.0.2.25 refused, see https://help.{domain}/?id=450211'),
    said(3, 'MAIL FROM', 550, '5.1.0', '<{sender}>: Sender address rejected: undeliverable'),
    said(2, 'MAIL FROM', 552, '5.3.4', 'Message size exceeds fixed limit'),
    said(2, 'DATA', 554, '5.5.1', 'Error: no valid recipients'),
    said(1, 'DATA', 503, '5.5.1', 'Error: need RCPT command'),
    said(2, 'RCPT TO', 571, '5.7.1', '<{rcpt}>: delivery not authorized, message refused'),
    ...PLAIN_FAILURES,
  ],
};

/** Temporary failures with no reply: common to all destinations. */
const PLAIN_DELAYS = [
  plain(16, '4.4.1', 'connect to {host}[{ip}]:25: Connection timed out', { relay: false, site: true }),
  plain(8, '4.4.1', 'connect to {host}[{ip}]:25: Connection refused', { relay: false, site: true }),
  plain(2, '4.4.1', 'connect to {host}[{ip}]:25: No route to host', { relay: false, site: true }),
  plain(6, '4.4.2', 'lost connection with {host}[{ip}] while receiving the initial server greeting', { site: true }),
  plain(4, '4.4.2', 'lost connection with {host}[{ip}] while sending RCPT TO'),
  plain(4, '4.4.2', 'conversation with {host}[{ip}] timed out while sending message body'),
  plain(2, '4.4.2', 'lost connection with {host}[{ip}] while sending end of data -- message may be sent more than once'),
  plain(6, '4.4.3', 'Host or domain name not found. Name service error for name={domain} type=MX: Host not found, try again', {
    relay: false,
  }),
  plain(2, '4.7.4', 'TLS is required, but was not offered by host {host}[{ip}]'),
  plain(1, '4.7.5', 'Server certificate not verified'),
];

/** @type {Record<Operator, readonly Cause[]>} */
export const DELAYS = {
  google: [
    said(
      30,
      'end of DATA',
      421,
      '4.7.28',
      'Gmail has detected an unusual rate of unsolicited mail originating|from your IP address. To protect our users from spam, mail sent from|your IP address has been temporarily rate limited. For more information, go to| https://support.google.com/mail/?p=UnsolicitedRateLimitError {token} - gsmtp',
    ),
    said(
      20,
      'RCPT TO',
      452,
      '4.2.2',
      "The recipient's inbox is out of storage space. Please direct the|recipient to| https://support.google.com/mail/?p=OverQuotaTemp {token} - gsmtp",
    ),
    said(
      12,
      'RCPT TO',
      450,
      '4.2.1',
      'The user you are trying to contact is receiving mail at a rate that|prevents additional messages from being delivered. Please resend your|message at a later time. For more information, please visit| https://support.google.com/mail/?p=ReceivingRate {token} - gsmtp',
    ),
    said(6, 'RCPT TO', 451, '4.3.0', 'Mail server temporarily rejected message. {token} - gsmtp'),
    ...PLAIN_DELAYS,
  ],
  microsoft: [
    said(
      20,
      'MAIL FROM',
      451,
      '4.7.650',
      'The mail server [192.0.2.25] has been temporarily rate limited due to IP reputation. For e-mail delivery information, see https://postmaster.live.com (S775) [{token}]',
    ),
    said(
      16,
      'RCPT TO',
      451,
      '4.7.500',
      'Server busy. Please try again later from [192.0.2.25]. (S77719) [{token}.eurprd04.prod.outlook.com]',
    ),
    said(8, 'end of DATA', 432, '4.3.2', 'STOREDRV.Deliver; recipient thread limit exceeded'),
    said(6, 'RCPT TO', 452, '4.5.3', 'Too many recipients (AS780090) [{token}.eurprd04.prod.outlook.com]'),
    ...PLAIN_DELAYS,
  ],
  yahoo: [
    refused(
      20,
      421,
      '4.7.0',
      '[TSS04] Messages from 192.0.2.25 temporarily deferred due to unexpected volume or user complaints - 4.16.55.1; see https://postmaster.yahooinc.com/error-codes',
    ),
    refused(
      6,
      553,
      '5.7.1',
      "[BL21] Connections will not be accepted from 192.0.2.25, because the ip is in Spamhaus's list; see https://postmaster.yahooinc.com/error-codes",
    ),
    said(6, 'RCPT TO', 451, null, 'mta1234.mail.ne1.yahoo.com Resources temporarily unavailable. Please try again later.'),
    ...PLAIN_DELAYS,
  ],
  own: [
    said(
      60,
      'RCPT TO',
      450,
      '4.2.0',
      '<{rcpt}>: Recipient address rejected: Greylisted, see https://postgrey.schweikert.ch/help/{domain}.html',
    ),
    said(40, 'RCPT TO', 451, '4.7.1', 'Greylisting in action, please come back in 00:04:59'),
    said(8, 'RCPT TO', 450, '4.7.1', 'Client host rejected: cannot find your hostname, [192.0.2.25]'),
    said(12, 'RCPT TO', 452, '4.2.2', '<{rcpt}>: Quota exceeded (mailbox for user is full)'),
    said(8, 'MAIL FROM', 452, '4.3.1', 'Insufficient system storage'),
    said(10, 'RCPT TO', 451, null, 'Temporary local problem - please try later'),
    said(8, 'RCPT TO', 451, '4.3.0', '<{rcpt}>: Temporary lookup failure'),
    said(6, 'DATA', 421, '4.7.0', '{host} Error: too many errors'),
    said(4, 'RCPT TO', 450, '5.1.1', 'Mailbox is currently disabled'),
    said(
      4,
      'RCPT TO',
      450,
      '4.1.1',
      '<{rcpt}>: Recipient address rejected: unverified address: Address verification in progress',
    ),
    refused(12, 421, null, '{host} Service not available, closing transmission channel'),
    refused(8, 421, '4.7.0', '{host} Error: too many connections from 192.0.2.25'),
    refused(10, 554, '5.7.1', '{host} ESMTP not accepting connections from 192.0.2.25'),
    refused(
      6,
      554,
      null,
      '{host} ESMTP Service not available|No SMTP service|IP address is block listed.|For explanation visit https://postmaster.{domain}/error-messages?ip=192.0.2.25&c=bl',
    ),
    refused(4, 554, '5.3.2', 'No SMTP service here'),
    ...PLAIN_DELAYS,
  ],
};

/** Failures of local delivery, by delivery agent. `host` and `ip` are those of the LMTP socket. */
export const LOCAL_BOUNCES = {
  virtual: [
    plain(6, '5.1.1', 'unknown user: "{rcpt}"'),
    plain(1, '5.2.2', 'maildir delivery failed: error writing message: Disk quota exceeded'),
  ],
  lmtp: [
    said(6, 'RCPT TO', 550, '5.1.1', "<{rcpt}> User doesn't exist: {rcpt}"),
    said(2, 'end of DATA', 552, '5.2.2', '<{rcpt}> Quota exceeded (mailbox for user is full)'),
  ],
};

export const LOCAL_DELAYS = {
  virtual: [plain(2, '4.2.0', 'maildir delivery failed: create maildir file /var/vmail/tmp/1.P2.mx1: Permission denied')],
  lmtp: [
    said(4, 'end of DATA', 452, '4.2.2', '<{rcpt}> Quota exceeded (mailbox for user is full)'),
    said(2, 'RCPT TO', 451, '4.3.0', '<{rcpt}> Temporary internal error'),
    { ...plain(1, '4.4.1', 'connect to {host}[{ip}]: Connection refused', { relay: false, site: true }) },
  ],
};

/** What a host says that is passed over for the next MX. */
export const PASSED_OVER = [
  'host {host}[{ip}] said: 450 4.2.0 <{rcpt}>: Recipient address rejected: Greylisted, see https://postgrey.schweikert.ch/help/{domain}.html (in reply to RCPT TO command)',
  'host {host}[{ip}] said: 421 4.3.2 Service shutting down, closing connection (in reply to MAIL FROM command)',
  'host {host}[{ip}] refused to talk to me: 421 4.7.0 {host} Error: too many connections from 192.0.2.25',
  'host {host}[{ip}] refused to talk to me: 554 5.7.1 not accepting connections',
  'lost connection with {host}[{ip}] while receiving the initial server greeting',
  'conversation with {host}[{ip}] timed out while receiving the initial server greeting',
];

/**
 * @param {number} weight
 * @param {Refusal['form']} form
 * @param {string} stage
 * @param {number | null} replyCode
 * @param {string | null} enhancedStatus
 * @param {string} text
 * @param {boolean} [recipient]
 * @returns {Refusal}
 */
function refusal(weight, form, stage, replyCode, enhancedStatus, text, recipient = true) {
  return { weight, form, stage, replyCode, enhancedStatus, text, recipient };
}

/** @type {readonly Refusal[]} */
export const REFUSALS = [
  refusal(24, 'smtpd', 'RCPT', 554, '5.7.1', '<{rcpt}>: Relay access denied'),
  refusal(30, 'smtpd', 'RCPT', 550, '5.1.1', '<{rcpt}>: Recipient address rejected: User unknown in virtual mailbox table'),
  refusal(16, 'smtpd', 'RCPT', 450, '4.7.25', 'Client host rejected: cannot find your hostname, [{client-ip}]'),
  refusal(10, 'smtpd', 'RCPT', 504, '5.5.2', '<{helo}>: Helo command rejected: need fully-qualified hostname'),
  refusal(
    40,
    'smtpd',
    'RCPT',
    554,
    '5.7.1',
    'Service unavailable; Client host [{client-ip}] blocked using zen.spamhaus.org; https://www.spamhaus.org/query/ip/{client-ip}',
  ),
  refusal(8, 'smtpd', 'RCPT', 450, '4.1.8', '<{sender}>: Sender address rejected: Domain not found'),
  refusal(
    10,
    'smtpd',
    'RCPT',
    450,
    '4.2.0',
    '<{rcpt}>: Recipient address rejected: Greylisted, see https://postgrey.schweikert.ch/help/example.net.html',
  ),
  refusal(
    4,
    'smtpd',
    'RCPT',
    550,
    '5.7.23',
    '<{rcpt}>: Recipient address rejected: Message rejected due to: SPF fail - not authorized',
  ),
  refusal(
    2,
    'smtpd',
    'RCPT',
    450,
    '4.1.1',
    '<{rcpt}>: Recipient address rejected: unverified address: host relay.example.net[192.0.2.90] said: 550 5.1.1 <{rcpt}>: User unknown (in reply to RCPT TO command)',
  ),
  refusal(3, 'smtpd', 'MAIL', 552, '5.3.4', 'Message size exceeds fixed limit', false),
  refusal(2, 'smtpd', 'EHLO', 501, '5.5.2', '<{helo}>: Helo command rejected: Invalid name', false),
  refusal(8, 'queued', 'RCPT', 550, '5.1.1', '<{rcpt}>: Recipient address rejected: User unknown in virtual mailbox table'),
  refusal(20, 'postscreen', 'RCPT', 550, '5.7.1', 'Service unavailable; client [{client-ip}] blocked using zen.spamhaus.org'),
  refusal(8, 'postscreen', 'RCPT', 450, '4.3.2', 'Service currently unavailable'),
  refusal(4, 'postscreen', 'RCPT', 550, '5.5.1', 'Protocol error'),
  refusal(2, 'postscreen-connect', 'CONNECT', null, null, 'too many connections', false),
  refusal(4, 'milter', 'END-OF-MESSAGE', null, '5.7.1', 'Spam message rejected (score 15.2)'),
  refusal(2, 'milter', 'END-OF-MESSAGE', null, '4.7.1', 'Greylisting in action, please come back later'),
  refusal(2, 'header', 'header', null, '5.7.1', 'message content rejected'),
];

export const GIVEN_NAMES =
  'anna ben carla david elena felix greta hugo ines jonas karin leo maria nils olga paul rita simon tina uwe vera walter yara zoe aiko hiroshi claire luc marie pierre emma noah olivia liam sofia lucas mia ethan'.split(
    ' ',
  );
export const FAMILY_NAMES =
  'keller meyer schmidt fischer weber wagner becker schulz hoffmann koch richter klein wolf neumann schwarz braun zimmermann hartmann lange krause lehmann walker young king wright hill green baker adams nelson carter martin bernard dubois petit tanaka suzuki sato'.split(
    ' ',
  );
export const SYLLABLES =
  'al an bel bor cal dan del dor el fen gar hal il kan kor lan lin mar mel nor ol pan quin ral ren sal sol tan tor ul val ven wes yor zan'.split(
    ' ',
  );
export const LOCAL_DOMAINS = [
  'example.net',
  'shop.example.net',
  'news.example.net',
  'example.org',
  'lists.example.org',
  'kanzlei.example',
  'verein.example',
];
