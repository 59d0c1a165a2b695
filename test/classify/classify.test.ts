import { describe, expect, it } from 'vitest';
import { REASON_FACTS } from '../../src/catalogue/reasons.js';
import { Classifier } from '../../src/classify/classify.js';
import { readReply } from '../../src/classify/reply.js';
import { typeOf } from '../../src/classify/type-of.js';
import { type Evidence, NO_ENVELOPE } from '../../src/model/evidence.js';
import { REASONS } from '../../src/model/verdict.js';

const BASE: Evidence = {
  sourceType: 'log',
  mta: 'postfix',
  action: 'failed',
  direction: 'outbound',
  time: null,
  position: { input: 0, offset: 0, index: 0 },
  line: 1,
  host: 'mx',
  instance: 'postfix',
  queueId: '8A1F2C03D5',
  recipient: 'bob@example.com',
  originalRecipient: null,
  transport: 'smtp',
  remoteMta: 'mx.example.com',
  remoteIp: '192.0.2.1',
  command: null,
  replyCode: null,
  enhancedStatus: null,
  loggedStatus: null,
  diagnostic: null,
  suspended: false,
  queueSeconds: null,
  envelope: NO_ENVELOPE,
};

const classify = (difference: Partial<Evidence>) => new Classifier().classify({ ...BASE, ...difference });

/** A server's reply to RCPT, deferred or bounced as its first digit says. */
function reply(diagnostic: string, difference: Partial<Evidence> = {}) {
  const digit = diagnostic[0] ?? '';
  return classify({
    ...readReply(diagnostic, `${digit}.0.0`),
    action: digit === '4' ? 'delayed' : 'failed',
    loggedStatus: `${digit}.0.0`,
    command: 'RCPT',
    diagnostic,
    ...difference,
  });
}

describe('a temporary reply with the reason of a block', () => {
  it.each([
    ['451 4.7.26 unauthenticated', 'auth-failure'],
    ['421 4.7.28 unusual rate', 'rate-limited'],
    ['450 4.7.25 no PTR', 'missing-ptr'],
    ['451 4.7.1 denied', 'policy'],
    ['450 4.1.1 no such user', 'user-unknown'],
    ['450 5.1.1 no such user', 'user-unknown'],
    ['450 4.1.8 sender domain', 'invalid-sender'],
  ])('%s is soft and keeps its reason', (text, reason) => {
    expect(reply(text)).toMatchObject({ type: 'soft', reason });
  });

  it('is soft where a client is refused', () => {
    const refused = { action: 'rejected', direction: 'inbound', loggedStatus: null } as const;
    expect(reply('450 4.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]', refused)).toMatchObject({
      type: 'soft',
      reason: 'missing-ptr',
    });
    expect(reply('550 5.7.25 Client host rejected: cannot find your hostname, [192.0.2.1]', refused)).toMatchObject({
      type: 'block',
      reason: 'missing-ptr',
    });
  });
});

describe('a full mailbox', () => {
  it.each(['552 5.2.2 full', '552 4.2.2 full', '552 over quota', '452 4.2.2 full', '550 5.2.2 full'])('%s is soft', (text) => {
    expect(reply(text)).toMatchObject({ type: 'soft', reason: 'mailbox-full' });
  });
});

describe('a greeting that turns the client away', () => {
  it('is soft while it is deferred, and a block by its reason', () => {
    expect(reply('554 No service', { action: 'delayed', loggedStatus: '4.0.0', command: 'CONNECT' })).toMatchObject({
      type: 'soft',
      reason: 'ip-blocklisted',
    });
    expect(reply('554 No service', { command: 'CONNECT' })).toMatchObject({ type: 'block', reason: 'ip-blocklisted' });
    expect(reply('421 too busy', { command: 'CONNECT' })).toMatchObject({ type: 'soft', reason: 'too-many-connections' });
  });
});

describe('an address that cannot be reached', () => {
  const NXDOMAIN = 'Host or domain name not found. Name service error for name=nx.example type=MX: Host not found';
  it.each([
    [NXDOMAIN, 'domain-unknown'],
    ['Domain example.com does not accept mail (nullMX)', 'domain-no-mail'],
  ])('%s is hard though deferred', (diagnostic, reason) => {
    for (const action of ['delayed', 'failed', 'expired'] as const) {
      expect(classify({ action, loggedStatus: '4.4.4', diagnostic })).toMatchObject({ type: 'hard', reason });
    }
  });

  it('is not one whose name server failed', () => {
    expect(classify({ action: 'delayed', loggedStatus: '4.4.3', diagnostic: `${NXDOMAIN}, try again` })).toMatchObject({
      type: 'soft',
      reason: 'dns-failure',
    });
  });
});

describe('a local failure without a reply', () => {
  it.each([
    ['connect to mx.example.com[192.0.2.1]:25: Connection timed out', '4.4.1', 'soft', 'network-error'],
    ['Command died with status 1: "/bin/x"', '5.3.0', 'soft', 'system-error'],
    ['unknown user: "bob"', '5.1.1', 'hard', 'user-unknown'],
    ['mail for example.com loops back to myself', '5.4.6', 'hard', 'routing-loop'],
    ['message size 9 exceeds size limit 8 of server mx[192.0.2.1]', '5.3.4', 'block', 'message-too-big'],
    ['cannot update mailbox /x for user bob. error writing message: Disk quota exceeded', '5.2.2', 'soft', 'mailbox-full'],
    ['maildir delivery failed: No space left on device', '5.3.0', 'soft', 'system-full'],
    ['an MX or SRV record indicated no SMTP service', '5.0.0', 'hard', 'domain-no-mail'],
    [
      'Child process of procmail transport returned 67 (could mean addressee unknown) from command: /usr/bin/procmail',
      '5.0.0',
      'hard',
      'user-unknown',
    ],
    [
      'Child process of maildrop transport returned 77 (could mean permission denied) from command: maildrop: maildir over quota.',
      '5.0.0',
      'soft',
      'mailbox-full',
    ],
    ['mail server permanently rejected message (#5.3.0)', '5.3.0', 'block', 'policy'],
    ['Connected to 192.0.2.1 but sender was rejected. Remote host said: 550 no', '5.0.0', 'block', 'invalid-sender'],
  ])('%s (dsn=%s) keeps the type of its reason: %s', (diagnostic, loggedStatus, type, reason) => {
    expect(classify({ loggedStatus, diagnostic, remoteMta: null, remoteIp: null })).toMatchObject({ type, reason });
  });

  it.each([
    'connect to mail.spamhaus.org[192.0.2.1]:25: Connection refused',
    'lost connection with mail.spamhaus.org[192.0.2.1] while sending RCPT TO',
    'conversation with mail.spamhaus.org[192.0.2.1] timed out while sending RCPT TO',
  ])('%s is not judged by the name of the host', (diagnostic) => {
    const host = { remoteMta: 'mail.spamhaus.org', remoteIp: '192.0.2.1', recipient: 'bob@elsewhere.example' };
    expect(classify({ action: 'delayed', loggedStatus: '4.4.2', diagnostic, ...host })).toMatchObject({
      type: 'soft',
      reason: 'network-error',
    });
  });

  it('that is not known goes by what was logged', () => {
    expect(classify({ loggedStatus: '5.1.1', diagnostic: 'no such luck' })).toMatchObject({
      type: 'hard',
      reason: 'user-unknown',
    });
    expect(classify({ loggedStatus: '5.0.0', diagnostic: 'no such luck' })).toMatchObject({
      type: 'undetermined',
      reason: 'undetermined',
    });
    expect(classify({ loggedStatus: null, diagnostic: null })).toMatchObject({ type: 'undetermined', reason: 'undetermined' });
  });
});

describe('a fault of the receiving system', () => {
  it.each([
    ['550 5.3.0 fault', 'system-error'],
    ['554 5.3.5 misconfigured', 'system-error'],
    ['550 5.3.1 disk full', 'system-full'],
  ])('%s is a block when a server calls it permanent', (text, reason) => {
    expect(reply(text)).toMatchObject({ type: 'block', reason });
  });

  it.each(['451 4.3.0 fault', '451 fault'])('%s is soft', (text) => {
    expect(reply(text)).toMatchObject({ type: 'soft', reason: 'system-error' });
  });
});

describe('a reply that quotes another', () => {
  it.each([
    ['554 5.7.0 Reject, id=1 - from MTA(smtp:[127.0.0.1]:10025): 550 5.1.1 <bob@example.com>: unknown', 'user-unknown', 'hard'],
    ['554 5.7.0 id=1-2, from MTA(smtp:[127.0.0.1]:10025): 552 5.3.4 too big', 'message-too-big', 'block'],
    ['552 Transaction bob@example.com failed, remote said "550 5.1.1 No such user" (#5.1.1)', 'user-unknown', 'hard'],
    ['552 Transaction bob@example.com failed, remote said "550 No such user" (#5.1.1)', 'user-unknown', 'hard'],
    ['550 permanent failure for one or more recipients (bob@example.com:550 5.1.1 User unknown)', 'user-unknown', 'hard'],
    ['550 permanent failure for one or more recipients (bob@example.com:552 5.2.2 full)', 'mailbox-full', 'soft'],
    ['550 5.0.350 Remote server returned an error -> 554 5.7.1 <bob@example.com>: Relay access denied', 'relay-denied', 'block'],
    ['550 5.4.300 Message expired -> 452 4.2.2 no', 'mailbox-full', 'soft'],
    ['550 permanent failure for one or more recipients (bob@example.com:blocked)', 'recipient-refused', 'block'],
  ])('%s has its reason', (text, reason, type) => {
    expect(reply(text)).toMatchObject({ reason, type });
  });

  it.each(['250', '450'])('of an unverified address is refused for what the probed server said (%s)', (inner) => {
    const refused = { action: 'rejected', direction: 'inbound', loggedStatus: null } as const;
    const text = `450 4.1.1 <b@example.com>: Recipient address rejected: unverified address: host mx[192.0.2.1] said: ${inner} 4.2.2 full (in reply to RCPT TO command)`;
    expect(reply(text, refused)).toMatchObject({ type: 'soft', reason: inner === '450' ? 'mailbox-full' : 'system-error' });
  });

  it('of an unverified address with a permanent reply is soft for the client', () => {
    const text =
      '450 4.1.1 <b@example.com>: Recipient address rejected: unverified address: host mx[192.0.2.1] said: 550 <b@example.com>: no (in reply to RCPT TO command)';
    const refused = { action: 'rejected', direction: 'inbound', loggedStatus: null } as const;
    expect(reply(text, refused)).toMatchObject({ type: 'soft', reason: 'user-unknown' });
  });

  it('keeps its own codes', () => {
    const text = '554 5.7.0 Reject, id=1 - from MTA(smtp:[127.0.0.1]:10025): 550 5.1.1 unknown';
    expect(readReply(text, '5.7.0')).toEqual({ replyCode: 554, enhancedStatus: '5.7.0' });
  });
});

describe('a refusal of the name that the client gave', () => {
  it.each([
    '550 5.7.1 <mail.example.org>: Helo command rejected: Host not found',
    '550 EHLO hostname does not exist',
    '550 HELO name unknown',
  ])('does not blame the recipient: %s', (text) => {
    expect(reply(text)).toMatchObject({ type: 'block', reason: 'protocol-error' });
  });
});

describe('words that are also said of something else', () => {
  it.each([
    ['452 Too many recipients received this hour', 'rate-limited', 'soft'],
    ['554 5.4.6 Too many received headers', 'routing-loop', 'hard'],
    ['521 5.3.2 mx.example.com does not accept mail', 'domain-no-mail', 'hard'],
    ['554 5.7.0 Reject, id=12345-01 - INFECTED: Eicar-Test-Signature', 'virus', 'block'],
    ['554 5.7.0 Reject, id=12345-01 - BANNED: application/x-msdownload,.exe', 'content-rejected', 'block'],
    ['550 Domain example.org has exceeded the max emails per hour (100/100 (100%)) allowed.', 'sender-account-blocked', 'block'],
    ['550 message has lines too long for transport', 'not-rfc-compliant', 'block'],
    ['554 5.7.1 Email detected as spam by the gateway', 'spam-content', 'block'],
    ['550 Message detected as containing a virus', 'virus', 'block'],
    ['550 5.7.350 Remote server returned message detected as spam -> 554 5.7.1 Spam message rejected', 'spam-content', 'block'],
    ['550 5.7.1 The sender does not have a permission to post here', 'recipient-refused', 'block'],
    ['550 MI:NHD 163 mx1 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1', 'protocol-error', 'block'],
    ['451 RP:QRC 163 mx1 http://mail.163.com/help/help_spam_16.htm?ip=192.0.2.1', 'rate-limited', 'soft'],
    ['553 Requested action not taken: Local user only', 'relay-denied', 'block'],
    ['550 5.1.20 Multiple From addresses in the header are not allowed', 'not-rfc-compliant', 'block'],
    ["550 5.1.90 Your message can't be sent because you've reached your daily limit", 'sender-account-blocked', 'block'],
    ['550 5.7.26 Turned away because its sender is not authenticated: SPF did not pass', 'auth-failure', 'block'],
    ['550 5.7.136 Sender was not authenticated', 'recipient-refused', 'block'],
    ['550 5.7.800 Access denied, banned sender', 'domain-blocklisted', 'block'],
    ['550 5.7.502 Access denied, banned sender', 'sender-account-blocked', 'block'],
    ['550 Blacklisted', 'ip-blocklisted', 'block'],
    ['554 5.7.1 Sender blocked by the personal blacklist of the recipient', 'recipient-refused', 'block'],
    ['550 5.7.1 Blacklisted by recipient', 'recipient-refused', 'block'],
    ['550 Sorry, host [192.0.2.1] does not have permission to connect', 'ip-blocklisted', 'block'],
    ['517 Domain does not exist: nx.example.', 'invalid-sender', 'block'],
    ['450 4.7.1 Policy rejection; Message count quota exceeded', 'rate-limited', 'soft'],
    ['421 4.7.1 mx.example.com: Unencrypted connections not accepted here', 'tls-failure', 'soft'],
    ['421 4.2.0 Exceeding connection limit (RTR:GE)', 'too-many-connections', 'soft'],
    ['550 Maximum line length exceeded (see RFC 5321 4.5.3.1.6).', 'not-rfc-compliant', 'block'],
    ['521 5.2.1 AOL will not accept delivery of this message.', 'policy', 'block'],
    ['550 5.7.1 External senders are not allowed to send to this group', 'recipient-refused', 'block'],
    ['550 Kein PTR-Eintrag für Ihre IP-Adresse', 'missing-ptr', 'block'],
    ['550 Der Empfänger verweigert die Annahme', 'recipient-refused', 'block'],
    ['552 Archivo adjunto no permitido', 'content-rejected', 'block'],
    ['450 Troppe connessioni', 'too-many-connections', 'soft'],
    ['550 존재하지 않는 사용자입니다', 'user-unknown', 'hard'],
    ['552 A postafiók megtelt', 'mailbox-full', 'soft'],
    ['501 5.5.4 Invalid domain name', 'protocol-error', 'block'],
    ['550 Bad HELO - Host impersonating [mx.example.com]', 'protocol-error', 'block'],
    ['550 5.7.1 Too many invalid commands', 'protocol-error', 'block'],
    ['421 mx.example.com closing connection due to inactivity', 'network-error', 'soft'],
    ['550 5.2.1 Account disabled due to inactivity', 'mailbox-disabled', 'hard'],
    ['550 5.7.1 Outgoing mail from this account has been suspended', 'sender-account-blocked', 'block'],
    ['550 5.7.1 Message not signed with a valid DKIM key', 'auth-failure', 'block'],
    ['554 5.4.6 Mail loop detected', 'routing-loop', 'hard'],
    [
      '550 "The mail server could not deliver mail to b@example.com.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries."',
      'domain-unknown',
      'hard',
    ],
    [
      '554 5.2.0 STOREDRV.Deliver.Exception:AccountDisabledException; Failed to process message due to a permanent exception',
      'mailbox-disabled',
      'hard',
    ],
  ])('%s', (text, reason, type) => {
    expect(reply(text)).toMatchObject({ reason, type });
  });
});

describe('a refusal of the sender', () => {
  it.each([
    // What the server asked by the verification said of the sender's address, not of the recipient's.
    '550 5.1.7 <a@example.org>: Sender address rejected: undeliverable address: host mx.example.org[192.0.2.5] said: 550 5.1.1 User unknown (in reply to RCPT TO command)',
    '550 5.1.7 <a@example.org>: Sender address rejected: undeliverable address: host mx.example.org[192.0.2.5] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command)',
    '550 5.7.1 Sender verification failed: mx.example.org said: 550 no such user',
    '550 5.7.27 <a@example.org>: Sender address rejected: Domain example.org does not accept mail (nullMX)',
    '550 5.7.27 Sender domain has null MX',
    '550 5.7.1 The sending domain does not exist',
    '550 5.7.1 sender domain has no MX record',
    "550 5.1.8 sorry, can't find a valid MX for sender domain (#5.1.8 - chkuser)",
    '554 Refused. The domain of your sender address has no mail exchanger (MX).',
    '550 no MX or A record found for your domain',
    '550-Verification failed for <a@example.org> 550-The mail server could not deliver mail to a@example.org.  The account or domain may not exist, they may be blacklisted, or missing the proper dns entries. 550 Sender verify failed',
    '550-Verification failed for <a@example.org> 550-Mailbox is full 550 Sender verify failed',
    '550 Return address does not exist',
    '550 No such sender',
    '550-Requested action not taken: mailbox unavailable 550 invalid DNS MX or A/AAAA resource record',
    '553 your address does not have an A record',
    "550 The sender's address does not have a valid A record",
    '550 5.1.8 your address does not have an MX record',
    '553 5.1.8 Your domain does not have an MX record',
    '550 Die Domain des Absenders existiert nicht',
    "550 Le domaine de l'expéditeur n'existe pas",
    '550 La dirección del remitente no existe',
    "550 L'indirizzo del mittente non esiste",
    '550 Адрес отправителя не существует',
    '550 发件人域名不存在',
    '550 the domain of your address has no MX',
    '550 Your email address is invalid',
    '550 your mailbox does not exist',
    '550 Your email address could not be verified',
  ])('does not blame the recipient: %s', (text) => {
    expect(reply(text)).toMatchObject({ type: 'block', reason: 'invalid-sender' });
  });

  it('by our own server does not either', () => {
    const text =
      '550 5.1.7 <a@example.org>: Sender address rejected: undeliverable address: host mx[192.0.2.5] said: 550 5.1.1 User unknown';
    const refused = { action: 'rejected', direction: 'inbound', loggedStatus: null } as const;
    expect(reply(text, refused)).toMatchObject({ type: 'block', reason: 'invalid-sender' });
  });

  it.each([
    '550 5.1.10 <b@example.com>: Recipient address rejected: Domain example.com does not accept mail (nullMX)',
    "511 sorry, can't find a valid MX for rcpt domain (#5.1.1 - chkuser)",
    '550 5.1.2 The recipient domain has no A record',
    '550 发件人:a@example.org 收件人:b@example.com 用户不存在',
    '550 Die Adresse des Empfängers existiert nicht',
    '550 5.1.1 The email address that you entered does not exist',
    '550 5.1.1 <b@example.com>: Recipient address rejected: undeliverable address: host mx[192.0.2.5] said: 550 5.1.1 User unknown',
  ])('is told from one of the recipient: %s', (text) => {
    expect(reply(text)).toMatchObject({ type: 'hard' });
  });
});

describe('codes', () => {
  it.each([
    ['550 5.1.1 no', 'user-unknown', 'hard'],
    ['550 no', 'user-unknown', 'hard'],
    ['550 5.7.1 no', 'policy', 'block'],
    ['550 5.0.0 no', 'user-unknown', 'hard'],
    ['550 5.4.4 no route', 'domain-unknown', 'hard'],
    ['450 4.4.4 no route', 'dns-failure', 'soft'],
    ['550 5.4.6 loop', 'routing-loop', 'hard'],
    ['550 5.2.1 disabled', 'mailbox-disabled', 'hard'],
    ['556 5.1.10 null MX', 'domain-no-mail', 'hard'],
    ['554 no', 'policy', 'block'],
    ['450 no', 'undetermined', 'undetermined'],
    ['452 no', 'too-many-recipients', 'soft'],
    ['551 gone', 'mailbox-moved', 'hard'],
  ])('%s', (text, reason, type) => {
    // A temporary failure of an unknown kind will be tried again.
    expect(reply(text)).toMatchObject({ reason, type: text.startsWith('4') ? 'soft' : type });
  });

  it.each([
    ['RCPT', 'user-unknown'],
    ['MAIL', 'invalid-sender'],
    ['CONNECT', 'policy'],
    ['EOM', 'policy'],
    ['DATA', 'policy'],
    [null, 'undetermined'],
    ['NOOP', 'undetermined'],
  ])('550 to %s means %s', (command, reason) => {
    expect(reply('550 no', { command })).toMatchObject({ reason });
  });

  it('of a logged status stand behind those of the reply', () => {
    expect(reply('550 5.1.1 no', { loggedStatus: '5.7.1' })).toMatchObject({ reason: 'user-unknown' });
    expect(reply('599 no', { loggedStatus: '5.2.2' })).toMatchObject({ reason: 'mailbox-full' });
  });

  it('name the rule that decided, each its own', () => {
    expect(reply('550 5.1.1 no').rule).toBe('enhanced:X.1.1');
    expect(reply('550 no').rule).toBe('reply:550:RCPT');
    expect(reply('599 no', { loggedStatus: '5.2.2' }).rule).toBe('logged:X.2.2');
    expect(reply('599 no').rule).toBe('class:5');
    expect(classify({ diagnostic: 'unknown user: "bob"', loggedStatus: '5.1.1' }).rule).toBe('postfix.unknown-user');
  });
});

describe('a mail that tells of no failure', () => {
  it.each([
    ['feedback', 'This is a report about spam: no such user', 'feedback'],
    ['feedback', null, 'feedback'],
    ['auto-reply', 'I am out of the office: mailbox full', 'auto-reply'],
    ['delivered', '250 2.0.0 ok', 'delivered'],
    ['relayed', null, 'delivered'],
    ['expanded', '250 2.0.0 expanded', 'delivered'],
  ] as const)('with the action %s and the words %s is %s', (action, diagnostic, reason) => {
    expect(classify({ sourceType: 'mail', action, diagnostic })).toEqual({
      type: 'none',
      reason,
      rule: `action:${action}`,
      provider: null,
    });
  });
});

describe('the end of the queue lifetime', () => {
  it('without a known cause is a reason of its own', () => {
    expect(classify({ action: 'expired' })).toMatchObject({ reason: 'message-expired', type: 'soft' });
  });

  it('has the cause of the last deferral', () => {
    expect(reply('452 4.2.2 full', { action: 'expired' })).toMatchObject({ reason: 'mailbox-full', type: 'soft' });
  });
});

describe('typeOf', () => {
  it.each(REASONS.filter((reason) => REASON_FACTS[reason].defaultType !== 'none'))(
    '%s is soft while it is tried again',
    (reason) => {
      expect(typeOf(reason, { severity: 4, replied: true })).toBe('soft');
      expect(typeOf(reason, { severity: 4, replied: false })).toBe('soft');
    },
  );

  it.each(REASONS)('%s keeps its type without a reply', (reason) => {
    expect(typeOf(reason, { severity: 5, replied: false })).toBe(REASON_FACTS[reason].defaultType);
    expect(typeOf(reason, { severity: null, replied: false })).toBe(REASON_FACTS[reason].defaultType);
  });

  it.each(REASONS)('%s with a permanent reply', (reason) => {
    const becomesBlock = ['system-error', 'system-full'].includes(reason);
    expect(typeOf(reason, { severity: 5, replied: true })).toBe(becomesBlock ? 'block' : REASON_FACTS[reason].defaultType);
  });

  it.each(['auto-reply', 'feedback', 'delivered', 'suppressed'] as const)('%s is no failure', (reason) => {
    expect(typeOf(reason, { severity: 4, replied: true })).toBe('none');
  });
});

describe('a classifier', () => {
  it('says the same of the same evidence, first or later', () => {
    const classifier = new Classifier();
    const all: Partial<Evidence>[] = [
      { replyCode: 550, enhancedStatus: '5.1.1', loggedStatus: '5.1.1', command: 'RCPT', diagnostic: '550 5.1.1 a' },
      { replyCode: 550, enhancedStatus: null, loggedStatus: '5.0.0', command: 'RCPT', diagnostic: '550 b' },
      { replyCode: 550, enhancedStatus: null, loggedStatus: '5.0.0', command: 'MAIL', diagnostic: '550 c' },
      { replyCode: 550, enhancedStatus: null, loggedStatus: '4.0.0', command: 'MAIL', action: 'delayed', diagnostic: '550 c' },
      { replyCode: null, enhancedStatus: null, loggedStatus: '5.1.1', diagnostic: 'unknown user: "bob"' },
      {
        replyCode: null,
        enhancedStatus: null,
        loggedStatus: '4.3.0',
        action: 'delayed',
        diagnostic: 'mail transport unavailable',
      },
      { replyCode: null, enhancedStatus: null, loggedStatus: '5.3.0', diagnostic: 'mail transport unavailable' },
      {
        action: 'rejected',
        direction: 'inbound',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        command: 'RCPT',
        diagnostic: '554 5.7.1 <a@b.c>: Relay access denied',
      },
      {
        action: 'rejected',
        direction: 'inbound',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        command: 'RCPT',
        diagnostic: '554 5.7.1 <d@e.f>: Relay access denied',
      },
      {
        action: 'rejected',
        direction: 'inbound',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        command: 'RCPT',
        diagnostic: '554 5.7.1 no',
      },
      {
        action: 'failed',
        direction: 'outbound',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        command: 'RCPT',
        diagnostic: '554 5.7.1 <a@b.c>: Relay access denied',
      },
    ];
    for (const evidence of [...all, ...all.toReversed(), ...all]) {
      expect(classifier.classify({ ...BASE, ...evidence })).toEqual(classify(evidence));
    }
  });

  it('does not take the words of an address for its own', () => {
    const classifier = new Classifier();
    const refused = (diagnostic: string) =>
      classifier.classify({
        ...BASE,
        action: 'rejected',
        direction: 'inbound',
        replyCode: 550,
        enhancedStatus: '5.7.1',
        command: 'RCPT',
        diagnostic,
      });
    expect(refused('550 5.7.1 <greylist@example.com>: Recipient address rejected: Access denied').reason).toBe('policy');
    expect(refused('550 5.7.1 <bob@example.com>: Recipient address rejected: Access denied').reason).toBe('policy');
    expect(refused('550 5.7.1 <bob@example.com>: Recipient address rejected: Greylisted').reason).toBe('greylisted');
  });
});

describe('a verdict does not depend on what was judged before', () => {
  const long = (end: string) => `${'(in reply to '.repeat(120)}host mx.example.com[192.0.2.1] said: ${end}`;
  const pairs: readonly (readonly [string, string])[] = [
    [long('550 5.1.1 no such user'), long('452 4.2.2 mailbox full')],
    [long('550 5.1.1 no such user'), long('nothing at all')],
    ["delivery failed, it returned '550 5.1.1 no such user", 'delivery failed, it returned 550 no such user'],
  ];

  it.each(pairs)('%.20s… and %.20s…', (a, b) => {
    const evidence = (diagnostic: string): Evidence => ({ ...BASE, remoteMta: null, diagnostic });
    const both = [a, b, a, b].map(evidence);
    const classifier = new Classifier();
    expect(both.map((one) => classifier.classify(one))).toEqual(both.map((one) => new Classifier().classify(one)));
    const other = new Classifier();
    other.classify(both[1]!);
    expect(other.classify(both[0]!)).toEqual(classifier.classify(both[0]!));
  });
});
