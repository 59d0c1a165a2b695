import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Reason, readReason, readRelay } from '../../../src/mta/postfix/reason.js';

const character = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const nothing = {
  remoteMta: null,
  remoteIp: null,
  command: null,
  replyCode: null,
  enhancedStatus: null,
  suspended: false,
} as const;
const server = { ...nothing, remoteMta: 'mx.example.com', remoteIp: '192.0.2.1' } as const;
const H = 'mx.example.com[192.0.2.1]';

describe('a reply', () => {
  const said = { ...server, replyCode: 550, enhancedStatus: '5.1.1' };
  it.each<[string, string, Reason]>([
    [
      `host ${H} said: 550 5.1.1 no such user (in reply to RCPT TO command)`,
      '5.1.1',
      { ...said, command: 'RCPT', diagnostic: '550 5.1.1 no such user' },
    ],
    [
      `host ${H} refused to talk to me: 554 5.7.1 go away`,
      '4.7.1',
      { ...server, command: 'CONNECT', replyCode: 554, enhancedStatus: '5.7.1', diagnostic: '554 5.7.1 go away' },
    ],
    [
      `Protocol error: host ${H} said: 250 what? (in reply to DATA command)`,
      '5.5.0',
      { ...server, command: 'DATA', replyCode: 250, enhancedStatus: null, diagnostic: '250 what?' },
    ],
    [
      `TLS is required, but host ${H} refused to start TLS: 454 4.7.0 TLS not available`,
      '4.7.0',
      { ...server, command: 'STARTTLS', replyCode: 454, enhancedStatus: '4.7.0', diagnostic: '454 4.7.0 TLS not available' },
    ],
    [
      `Sender requested REQUIRETLS, but host ${H} refused to start TLS: 454 4.7.0 no`,
      '5.7.10',
      { ...server, command: 'STARTTLS', replyCode: 454, enhancedStatus: '4.7.0', diagnostic: '454 4.7.0 no' },
    ],
    [
      `SASL authentication failed; server ${H} said: 535-5.7.8 bad?535 5.7.8 try again`,
      '4.7.8',
      { ...server, command: 'AUTH', replyCode: 535, enhancedStatus: '5.7.8', diagnostic: '535-5.7.8 bad?535 5.7.8 try again' },
    ],
    [
      `SASL [CACHED] authentication failed; server ${H} said: 535 5.7.8 bad`,
      '4.7.8',
      { ...server, command: 'AUTH', replyCode: 535, enhancedStatus: '5.7.8', diagnostic: '535 5.7.8 bad' },
    ],
    [
      `delivery temporarily suspended: host ${H} said: 421 4.7.0 slow down (in reply to MAIL FROM command)`,
      '4.7.0',
      {
        ...server,
        command: 'MAIL',
        replyCode: 421,
        enhancedStatus: '4.7.0',
        diagnostic: '421 4.7.0 slow down',
        suspended: true,
      },
    ],
    [
      'host mx.example.com[IPv6:2001:db8::1] said: 550 5.1.1 no (in reply to RCPT TO command)',
      '5.1.1',
      { ...said, remoteIp: '2001:db8::1', command: 'RCPT', diagnostic: '550 5.1.1 no' },
    ],
    [
      'host mx.example.com[2001:db8::1] said: 550 5.1.1 no (in reply to RCPT TO command)',
      '5.1.1',
      { ...said, remoteIp: '2001:db8::1', command: 'RCPT', diagnostic: '550 5.1.1 no' },
    ],
    [
      "host mx.example.com[private/dovecot-lmtp] said: 550 5.1.1 <bob> User doesn't exist (in reply to RCPT TO command)",
      '5.1.1',
      { ...said, remoteIp: null, command: 'RCPT', diagnostic: "550 5.1.1 <bob> User doesn't exist" },
    ],
    [
      `host ${H} said: 550 5.1.1 said: 554 (in reply to DATA command) really (in reply to RCPT TO command)`,
      '5.1.1',
      { ...said, command: 'RCPT', diagnostic: '550 5.1.1 said: 554 (in reply to DATA command) really' },
    ],
    [
      `host ${H} said: 550 5.1.1 cut by syslog (in reply to RC`,
      '5.1.1',
      { ...said, command: null, diagnostic: '550 5.1.1 cut by syslog (in reply to RC' },
    ],
    [`host ${H} said: 550 5.1.1 cut by sys`, '5.1.1', { ...said, command: null, diagnostic: '550 5.1.1 cut by sys' }],
    [
      `host ${H} said: something (in reply to end of DATA command)`,
      '5.0.0',
      { ...server, command: 'EOM', replyCode: null, enhancedStatus: null, diagnostic: 'something' },
    ],
  ])('%s', (text, dsn, expected) => {
    expect(readReason(text, dsn)).toEqual(expected);
  });

  it.each([
    ['MAIL FROM command', 'MAIL'],
    ['RCPT TO command', 'RCPT'],
    ['DATA command', 'DATA'],
    ['end of DATA command', 'EOM'],
    ['XFORWARD name/address command', 'XFORWARD'],
    ['XFORWARD helo/protocol command', 'XFORWARD'],
    ['final RSET command', 'RSET'],
    ['RSET probe', 'RSET'],
    ['QUIT command', 'QUIT'],
    ['constructor', null],
    ['a stage to come', null],
  ])('to %s', (stage, command) => {
    expect(readReason(`host ${H} said: 451 4.3.0 x (in reply to ${stage})`, '4.3.0')).toMatchObject({
      command,
      replyCode: 451,
      diagnostic: '451 4.3.0 x',
    });
  });
});

describe('no connection', () => {
  it.each<[string, Partial<Reason>]>([
    [`connect to ${H}:25: Connection refused`, server],
    [`connect to ${H}:587: No route to host`, server],
    ['connect to mx.example.com[2001:db8::1]:25: Network is unreachable', { ...server, remoteIp: '2001:db8::1' }],
    ['connect to mx.example.com[private/lmtp]: No such file or directory', { ...server, remoteIp: null }],
    [`delivery temporarily suspended: connect to ${H}:25: Connection timed out`, { ...server, suspended: true }],
    [`lost connection with ${H} while receiving the initial server greeting`, { ...server, command: 'CONNECT' }],
    [`lost connection with ${H} while performing the EHLO handshake`, { ...server, command: 'EHLO' }],
    [`lost connection with ${H} while performing the HELO handshake`, { ...server, command: 'HELO' }],
    [`lost connection with ${H} while performing the LHLO handshake`, { ...server, command: 'LHLO' }],
    [`lost connection with ${H} while sending MAIL FROM`, { ...server, command: 'MAIL' }],
    [`lost connection with ${H} while sending RCPT TO`, { ...server, command: 'RCPT' }],
    [`lost connection with ${H} while sending DATA command`, { ...server, command: 'DATA' }],
    [`conversation with ${H} timed out while receiving the initial server greeting`, { ...server, command: 'CONNECT' }],
    [
      `conversation with ${H} timed out while sending end of data -- message may be sent more than once`,
      { ...server, command: 'EOM' },
    ],
    [`lost connection with ${H} while doing something new`, server],
  ])('%s', (text, expected) => {
    expect(readReason(text, '4.4.2')).toEqual({ ...expected, diagnostic: text.replace('delivery temporarily suspended: ', '') });
  });

  it('is told apart from a lost connection in the message body', () => {
    expect(readReason(`lost connection with ${H} while sending message body`, '4.4.2')).toMatchObject({
      ...server,
      command: 'DATA',
    });
  });
});

describe("the MTA's own words", () => {
  it.each([
    'Host or domain name not found. Name service error for name=nx.example type=MX: Host not found',
    'Host or domain name not found. Name service error for name=250.example type=A: Host not found, try again',
    'Domain example.com does not accept mail (nullMX)',
    'unable to look up host mx.example.com: Name or service not known',
    'mx.example.com: host not found',
    'unable to find primary relay for example.com',
    'mail for example.com loops back to myself',
    `TLS is required, but was not offered by host ${H}`,
    'Cannot start TLS: handshake failure',
    'Server certificate not trusted',
    'TLSA lookup error for mx.example.com:25',
    `SMTPUTF8 is required, but was not offered by host ${H}`,
    `message size 550 exceeds size limit 500 of server ${H}`,
    `SASL authentication failed; cannot authenticate to server ${H}: no mechanism available`,
    `SASL authentication failed: server ${H} offered no compatible authentication mechanisms for this type of connection security`,
    'mail transport unavailable',
    'server unavailable or unable to receive mail',
    'unknown user: "550 5.1.1"',
    'mail forwarding loop for bob@example.com',
    'cannot update mailbox /var/mail/bob for user bob. error writing message: Disk quota exceeded',
    'Command died with status 550: "/bin/false"',
    'Command time limit exceeded: "/bin/sleep 550"',
    'user unknown. Command output: 550 5.1.1 x',
    'bounce or trace service failure',
    '',
    'host',
    'host ',
    'host mx.example.com said: 550 5.1.1 no brackets',
    'host mx.example.com[192.0.2.1 said: 550 5.1.1 never closed',
    `host ${H} shouted: 550 5.1.1`,
  ])('%s', (text) => {
    expect(readReason(text, '5.0.0')).toEqual({ ...nothing, diagnostic: text });
    expect(readReason(`delivery temporarily suspended: ${text}`, '4.0.0')).toEqual({
      ...nothing,
      diagnostic: text,
      suspended: true,
    });
  });
});

describe('readRelay', () => {
  it.each([
    ['none', null, null],
    ['local', null, null],
    ['mx.example.com[192.0.2.1]:25', 'mx.example.com', '192.0.2.1'],
    ['mx.example.com[192.0.2.1]', 'mx.example.com', '192.0.2.1'],
    ['mx.example.com[2001:db8::1]:25', 'mx.example.com', '2001:db8::1'],
    ['mx.example.com[IPv6:2001:db8::1]:25', 'mx.example.com', '2001:db8::1'],
    ['mx.example.com[private/dovecot-lmtp]', 'mx.example.com', null],
    ['192.0.2.1[192.0.2.1]:25', '192.0.2.1', '192.0.2.1'],
    ['mx.example.com[unknown]', 'mx.example.com', null],
    ['mx.example.com[192.0.2.1', null, null],
  ])('%s', (relay, remoteMta, remoteIp) => {
    expect(readRelay(relay)).toEqual({ remoteMta, remoteIp });
  });
});

describe('any reply', () => {
  it('comes back with its host, its code and its command', () => {
    const parts = fc.record({
      host: fc.domain(),
      ip: fc.oneof(fc.ipV4(), fc.ipV6()),
      code: fc.integer({ min: 400, max: 599 }),
      status: fc.option(fc.tuple(fc.nat(99), fc.nat(999)).map((numbers) => numbers.join('.'))),
      words: fc.array(fc.constantFrom('no', '(user)', '"x"', 'host', 'said:', 'a.b', '[192.5.7.8]', ';', '<bob@example.com>'), {
        maxLength: 8,
      }),
      stage: fc.constantFrom(
        ['RCPT TO command', 'RCPT'] as const,
        ['end of DATA command', 'EOM'] as const,
        ['MAIL FROM command', 'MAIL'] as const,
      ),
    });
    fc.assert(
      fc.property(parts, ({ host, ip, code, status, words, stage: [stage, command] }) => {
        const digit = Math.floor(code / 100);
        const enhancedStatus = status === null ? null : `${digit}.${status}`;
        const reply = [code, ...(enhancedStatus === null ? [] : [enhancedStatus]), ...words].join(' ');
        const text = `host ${host}[${ip}] said: ${reply} (in reply to ${stage})`;
        expect(readReason(text, enhancedStatus ?? `${digit}.0.0`)).toEqual({
          remoteMta: host,
          remoteIp: ip,
          command,
          replyCode: code,
          enhancedStatus,
          diagnostic: reply,
          suspended: false,
        });
      }),
    );
  });

  it('never makes it throw', () => {
    const pieces = fc.constantFrom(
      'host ',
      H,
      ' said: ',
      '550 ',
      '550-',
      '5.1.1 ',
      ' (in reply to ',
      'RCPT TO command',
      ')',
      '[',
      ']',
      'connect to ',
      'delivery temporarily suspended: ',
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: character, maxLength: 5 })), { maxLength: 12 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, fc.option(fc.string({ maxLength: 5 })), (reason, dsn) => {
        expect(typeof readReason(reason, dsn).diagnostic).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });
});
