import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Refusal, readRefusal } from '../../../src/mta/postfix/refusal.js';
import { line, readLog } from './read-log.js';

const character = fc.nat(0xffff).map((code) => String.fromCharCode(code));

const CLIENT = 'app.example.org[203.0.113.9]';
const FIELDS = 'from=<a@example.org> to=<bob@example.com> proto=ESMTP helo=<app.example.org>';
const seen = { client: CLIENT, sender: 'a@example.org', recipient: 'bob@example.com', saslUsername: null } as const;
const unknown = { sender: null, recipient: null, saslUsername: null } as const;

describe('what smtpd refuses', () => {
  it.each<[string, Refusal]>([
    [
      `reject: RCPT from ${CLIENT}: 554 5.7.1 <bob@example.com>: Relay access denied; ${FIELDS}`,
      {
        ...seen,
        command: 'RCPT',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        diagnostic: '554 5.7.1 <bob@example.com>: Relay access denied',
      },
    ],
    [
      `reject: RCPT from ${CLIENT}: 554 <bob@example.com>: Relay access denied; ${FIELDS}`,
      {
        ...seen,
        command: 'RCPT',
        replyCode: 554,
        enhancedStatus: null,
        diagnostic: '554 <bob@example.com>: Relay access denied',
      },
    ],
    [
      `reject: CONNECT from unknown[203.0.113.9]: 554 5.7.1 <unknown[203.0.113.9]>: Client host rejected: Access denied; proto=SMTP`,
      {
        ...unknown,
        client: 'unknown[203.0.113.9]',
        command: 'CONNECT',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        diagnostic: '554 5.7.1 <unknown[203.0.113.9]>: Client host rejected: Access denied',
      },
    ],
    [
      `reject: HELO from ${CLIENT}: 504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname; proto=SMTP helo=<x>`,
      {
        ...unknown,
        client: CLIENT,
        command: 'HELO',
        replyCode: 504,
        enhancedStatus: '5.5.2',
        diagnostic: '504 5.5.2 <x>: Helo command rejected: need fully-qualified hostname',
      },
    ],
    [
      `reject: MAIL from ${CLIENT}: 552 5.3.4 Message size exceeds fixed limit; proto=ESMTP helo=<app>`,
      {
        ...unknown,
        client: CLIENT,
        command: 'MAIL',
        replyCode: 552,
        enhancedStatus: '5.3.4',
        diagnostic: '552 5.3.4 Message size exceeds fixed limit',
      },
    ],
    [
      `reject: END-OF-MESSAGE from ${CLIENT}: 554 5.7.1 <END-OF-MESSAGE>: End-of-data rejected: Access denied; ${FIELDS}`,
      {
        ...seen,
        command: 'EOM',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        diagnostic: '554 5.7.1 <END-OF-MESSAGE>: End-of-data rejected: Access denied',
      },
    ],
    [
      `reject: UNKNOWN from ${CLIENT}: 502 5.5.2 what; ${FIELDS}`,
      { ...seen, command: null, replyCode: 502, enhancedStatus: '5.5.2', diagnostic: '502 5.5.2 what' },
    ],
    [
      `reject: RCPT from ${CLIENT}: 554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.example; https://x.example/?q=1; ${FIELDS}`,
      {
        ...seen,
        command: 'RCPT',
        replyCode: 554,
        enhancedStatus: '5.7.1',
        diagnostic: '554 5.7.1 Service unavailable; Client host [203.0.113.9] blocked using zen.example; https://x.example/?q=1',
      },
    ],
    [
      `reject: RCPT from ${CLIENT}: 450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: host mx[192.0.2.1] said: 550 5.1.1 no (in reply to RCPT TO command); ${FIELDS}`,
      {
        ...seen,
        command: 'RCPT',
        replyCode: 450,
        enhancedStatus: '4.1.1',
        diagnostic:
          '450 4.1.1 <bob@example.com>: Recipient address rejected: unverified address: host mx[192.0.2.1] said: 550 5.1.1 no (in reply to RCPT TO command)',
      },
    ],
    [
      `reject: RCPT from ${CLIENT}: 553 5.7.1 <a@example.org>: Sender address rejected: not logged in; ${FIELDS} sasl_method=PLAIN sasl_username=bob sasl_sender=eve`,
      {
        ...seen,
        saslUsername: 'bob',
        command: 'RCPT',
        replyCode: 553,
        enhancedStatus: '5.7.1',
        diagnostic: '553 5.7.1 <a@example.org>: Sender address rejected: not logged in',
      },
    ],
    [
      `reject: RCPT from ${CLIENT}: 550 5.1.1 <x>: no; from=<> to=<x> proto=SMTP helo=<y>`,
      {
        ...seen,
        sender: '',
        recipient: 'x',
        command: 'RCPT',
        replyCode: 550,
        enhancedStatus: '5.1.1',
        diagnostic: '550 5.1.1 <x>: no',
      },
    ],
    [
      `reject: VRFY from ${CLIENT}: 550 5.1.1 <x>: no; to=<x> proto=SMTP helo=<y>`,
      {
        ...seen,
        sender: null,
        recipient: 'x',
        command: 'VRFY',
        replyCode: 550,
        enhancedStatus: '5.1.1',
        diagnostic: '550 5.1.1 <x>: no',
      },
    ],
    [
      `reject: RCPT from ${CLIENT}: 450 4.7.1 cut by sysl`,
      {
        ...unknown,
        client: CLIENT,
        command: 'RCPT',
        replyCode: 450,
        enhancedStatus: '4.7.1',
        diagnostic: '450 4.7.1 cut by sysl',
      },
    ],
    [
      `reject: RCPT from ${CLIENT}: 550 5.1.1 <"; from=<x@y.z> to=<v@y.z>"@example.com>: no; from=<a@example.org> to=<"; from=<x@y.z> to=<v@y.z>"@example.com> proto=SMTP helo=<y>`,
      {
        ...seen,
        recipient: '"; from=<x@y.z> to=<v@y.z>"@example.com',
        command: 'RCPT',
        replyCode: 550,
        enhancedStatus: '5.1.1',
        diagnostic: '550 5.1.1 <"; from=<x@y.z> to=<v@y.z>"@example.com>: no',
      },
    ],
    [
      `milter-reject: END-OF-MESSAGE from ${CLIENT}: 550 5.7.1 Command rejected; ${FIELDS}`,
      { ...seen, command: 'EOM', replyCode: 550, enhancedStatus: '5.7.1', diagnostic: '550 5.7.1 Command rejected' },
    ],
    [
      `milter-reject: END-OF-MESSAGE from ${CLIENT}: 5.7.1 Spam message rejected; ${FIELDS}`,
      { ...seen, command: 'EOM', replyCode: null, enhancedStatus: '5.7.1', diagnostic: '5.7.1 Spam message rejected' },
    ],
    [
      `milter-reject: END-OF-MESSAGE from ${CLIENT}: 4.7.1 Service unavailable - try again later; ${FIELDS}`,
      {
        ...seen,
        command: 'EOM',
        replyCode: null,
        enhancedStatus: '4.7.1',
        diagnostic: '4.7.1 Service unavailable - try again later',
      },
    ],
    [
      `milter-reject: CONNECT from unknown[203.0.113.9]: 451 4.7.1 Service unavailable; proto=SMTP`,
      {
        ...unknown,
        client: 'unknown[203.0.113.9]',
        command: 'CONNECT',
        replyCode: 451,
        enhancedStatus: '4.7.1',
        diagnostic: '451 4.7.1 Service unavailable',
      },
    ],
    [
      `proxy-reject: END-OF-MESSAGE: 554 5.7.0 Reject, id=01-02 - SPAM; ${FIELDS}`,
      {
        ...seen,
        client: null,
        command: 'EOM',
        replyCode: 554,
        enhancedStatus: '5.7.0',
        diagnostic: '554 5.7.0 Reject, id=01-02 - SPAM',
      },
    ],
  ])('%s', (text, expected) => {
    expect(readRefusal(text)).toEqual(expected);
  });

  it.each(['CONNECT', 'HELO', 'EHLO', 'MAIL', 'RCPT', 'VRFY', 'ETRN', 'DATA', 'BDAT'])('names %s as the command', (stage) => {
    expect(readRefusal(`reject: ${stage} from ${CLIENT}: 450 4.7.1 no; ${FIELDS}`)).toMatchObject({ command: stage });
  });
});

describe('what postscreen refuses', () => {
  it.each<[string, Refusal]>([
    [
      'reject: RCPT from [203.0.113.9]:40312: 550 5.7.1 Service unavailable; client [203.0.113.9] blocked using zen.example; from=<a@example.org>, to=<bob@example.com>, proto=ESMTP, helo=<x>',
      {
        ...seen,
        client: '[203.0.113.9]',
        command: 'RCPT',
        replyCode: 550,
        enhancedStatus: '5.7.1',
        diagnostic: '550 5.7.1 Service unavailable; client [203.0.113.9] blocked using zen.example',
      },
    ],
    [
      'reject: RCPT from [2001:db8::9]:40312: 450 4.3.2 Service currently unavailable; from=<>, to=<bob@example.com>, proto=SMTP, helo=<x>',
      {
        ...seen,
        client: '[2001:db8::9]',
        sender: '',
        command: 'RCPT',
        replyCode: 450,
        enhancedStatus: '4.3.2',
        diagnostic: '450 4.3.2 Service currently unavailable',
      },
    ],
    [
      'reject: CONNECT from [203.0.113.9]:40312: all server ports busy',
      {
        ...unknown,
        client: '[203.0.113.9]',
        command: 'CONNECT',
        replyCode: null,
        enhancedStatus: null,
        diagnostic: 'all server ports busy',
      },
    ],
    [
      'reject: CONNECT from [203.0.113.9]:40312: too many connections',
      {
        ...unknown,
        client: '[203.0.113.9]',
        command: 'CONNECT',
        replyCode: null,
        enhancedStatus: null,
        diagnostic: 'too many connections',
      },
    ],
    [
      'reject: connect from [203.0.113.9]:40312: all screening ports busy',
      {
        ...unknown,
        client: '[203.0.113.9]',
        command: 'CONNECT',
        replyCode: null,
        enhancedStatus: null,
        diagnostic: 'all screening ports busy',
      },
    ],
  ])('%s', (text, expected) => {
    expect(readRefusal(text)).toEqual(expected);
  });
});

describe('what cleanup refuses for its content', () => {
  it.each<[string, Refusal]>([
    [
      `reject: header Subject: buy now from ${CLIENT}; ${FIELDS}: 5.7.1 no advertisements`,
      { ...seen, command: 'EOM', replyCode: null, enhancedStatus: '5.7.1', diagnostic: '5.7.1 no advertisements' },
    ],
    [
      `reject: body buy from me; from=<x@y.z> to=<v@y.z> from ${CLIENT}; ${FIELDS}: 5.7.1 no`,
      { ...seen, command: 'EOM', replyCode: null, enhancedStatus: '5.7.1', diagnostic: '5.7.1 no' },
    ],
    [
      `reject: header Subject: 550 5.1.1 x from ${CLIENT}; ${FIELDS}`,
      { ...seen, command: 'EOM', replyCode: null, enhancedStatus: null, diagnostic: 'header Subject: 550 5.1.1 x' },
    ],
    [
      'reject: header Subject: x from local; from=<a@example.org> to=<bob@example.com>: 5.7.1 no',
      { ...seen, client: null, command: 'EOM', replyCode: null, enhancedStatus: '5.7.1', diagnostic: '5.7.1 no' },
    ],
  ])('%s', (text, expected) => {
    expect(readRefusal(text)).toEqual(expected);
  });

  it('by a milter', () => {
    expect(readRefusal(`milter-header-reject: header Subject: x from ${CLIENT}; ${FIELDS}: 5.7.1 no`)).toMatchObject({
      ...seen,
      enhancedStatus: '5.7.1',
    });
  });
});

describe('what refuses nothing', () => {
  it.each([
    'reject_warning',
    'warn',
    'warning',
    'hold',
    'delay',
    'discard',
    'filter',
    'redirect',
    'bcc',
    'info',
    'prepend',
    'replace',
    'hangup',
    'permit',
    'milter-hold',
    'milter-discard',
    'proxy-accept',
  ])('%s', (word) => {
    expect(readRefusal(`${word}: RCPT from ${CLIENT}: 550 5.7.1 x; ${FIELDS}`)).toBe('harmless');
    expect(readRefusal(`${word}: header Subject: reject: 550 from ${CLIENT}; ${FIELDS}: x`)).toBe('harmless');
  });

  it.each([
    '',
    'rejected',
    'client=app[203.0.113.9]',
    `x reject: RCPT from ${CLIENT}: 550 5.7.1 x`,
    'message-id=<reject: RCPT from x[1]: 550 x>',
  ])('%j is no action', (text) => {
    expect(readRefusal(text)).toBeNull();
  });
});

describe('refusals in a log', () => {
  it.each([
    ['smtpd', `NOQUEUE: reject: RCPT from ${CLIENT}: 450 4.7.1 no; ${FIELDS}`, null],
    ['smtpd', `8A1F2C03D5: reject: RCPT from ${CLIENT}: 450 4.7.1 no; ${FIELDS}`, '8A1F2C03D5'],
    ['smtpd', `proxy-reject: END-OF-MESSAGE: 550 5.7.1 no; ${FIELDS}`, null],
    ['smtpd', `NOQUEUE: proxy-reject: END-OF-MESSAGE: 550 5.7.1 no; ${FIELDS}`, null],
    ['smtpd', `8A1F2C03D5: proxy-reject: END-OF-MESSAGE: 550 5.7.1 no; ${FIELDS}`, '8A1F2C03D5'],
    ['postscreen', 'NOQUEUE: reject: CONNECT from [203.0.113.9]:4031: too many connections', null],
    ['postscreen', 'reject: connect from [203.0.113.9]:4031: all screening ports busy', null],
    ['cleanup', `8A1F2C03D5: milter-reject: END-OF-MESSAGE from ${CLIENT}: 5.7.1 no; ${FIELDS}`, '8A1F2C03D5'],
    ['cleanup', `8A1F2C03D5: reject: header Subject: x from ${CLIENT}; ${FIELDS}: 5.7.1 no`, '8A1F2C03D5'],
  ])('%s: %s', async (program, body, queueId) => {
    const { events, totals } = await readLog(line('10:00:00', program, body));
    expect(totals).toMatchObject({ rejected: 1, unparsedLines: 0, records: { rejected: 1 } });
    expect(events).toHaveLength(1);
    expect(events[0]).toMatchObject({
      action: 'rejected',
      direction: 'inbound',
      queueId,
      transport: program,
      loggedStatus: null,
    });
  });

  it.each([
    'PREGREET 11 after 0.02 from [203.0.113.9]:4031: EHLO x\\r\\n',
    'DNSBL rank 8 for [203.0.113.9]:4031',
    'HANGUP after 0.5 from [203.0.113.9]:4031 in tests before SMTP handshake',
    'PASS NEW [203.0.113.9]:4031',
    'PASS OLD [203.0.113.9]:4031',
    'WHITELISTED [203.0.113.9]:4031',
    'BLACKLISTED [203.0.113.9]:4031',
    'ALLOWLISTED [203.0.113.9]:4031',
    'DENYLISTED [203.0.113.9]:4031',
    'NON-SMTP COMMAND from [203.0.113.9]:4031 after CONNECT: GET / HTTP/1.1',
    'BARE NEWLINE from [203.0.113.9]:4031 after HELO',
    'COMMAND PIPELINING from [203.0.113.9]:4031 after HELO: MAIL',
    'COMMAND TIME LIMIT from [203.0.113.9]:4031 after CONNECT',
    'CONNECT from [203.0.113.9]:4031 to [192.0.2.1]:25',
    'DISCONNECT [203.0.113.9]:4031',
  ])('postscreen: %s refuses nothing', async (body) => {
    const { events, totals } = await readLog(line('10:00:00', 'postscreen', body));
    expect(events).toEqual([]);
    expect(totals.unparsedLines).toBe(0);
  });
});

describe('any text', () => {
  it('never makes it throw', () => {
    const pieces = fc.constantFrom(
      'reject: ',
      'milter-reject: ',
      'proxy-reject: ',
      'header ',
      'RCPT',
      ' from ',
      CLIENT,
      ': ',
      '550 ',
      '5.7.1 ',
      '; ',
      'from=<',
      '> ',
      'to=<',
      'proto=',
      'helo=<',
      ' sasl_username=',
    );
    const text = fc
      .array(fc.oneof(pieces, fc.string({ unit: character, maxLength: 5 })), { maxLength: 15 })
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(text, (refusal) => {
        const read = readRefusal(refusal);
        if (read !== null && read !== 'harmless') expect(typeof read.diagnostic).toBe('string');
      }),
      { numRuns: 1000 },
    );
  });

  it('gives back sender and recipient, whatever they hold', () => {
    const local = fc.string({ unit: fc.constantFrom(...'ab c,;:=<"\\[].'), maxLength: 12 });
    const mailbox = local.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"@example.com`);
    fc.assert(
      fc.property(mailbox, mailbox, (sender, recipient) => {
        expect(
          readRefusal(`reject: RCPT from ${CLIENT}: 450 4.7.1 no; from=<${sender}> to=<${recipient}> proto=ESMTP helo=<x>`),
        ).toMatchObject({
          sender,
          recipient,
          diagnostic: '450 4.7.1 no',
        });
      }),
    );
  });
});
