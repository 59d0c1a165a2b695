import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FULL_DETAIL } from '../../../src/model/detail.js';
import type { LineFacts, RecordSink } from '../../../src/model/record-sink.js';
import { Zone } from '../../../src/model/zone.js';
import { LogClock } from '../../../src/mta/log-clock.js';
import { DeliveryRecord } from '../../../src/mta/postfix/delivery.js';
import { PostfixReader } from '../../../src/mta/postfix/reader.js';
import { leastTime } from '../../least-time.js';

/** The parts of what follows `to=`, cut from the middle of a buffer. */
function read(text: string, record = new DeliveryRecord()) {
  const line = Buffer.from(text);
  const buf = Buffer.concat([Buffer.from('to='), line, Buffer.from('), dsn=9.9.9, status=sent (the next line)')]);
  if (!record.read(buf, 3, 3 + line.length)) return null;
  return {
    recipient: record.recipient(buf),
    originalRecipient: record.originalRecipient(buf),
    relay: record.relay(buf),
    queueSeconds: record.queueSeconds(buf),
    loggedStatus: record.loggedStatus(buf),
    status: record.status,
    reason: record.reason(buf),
    local: record.isLocalRelay(buf),
  };
}

const USUAL =
  '<bob@example.com>, relay=mx.example.com[192.0.2.1]:25, delay=1.5, delays=0.1/0/0.7/0.7, dsn=5.1.1, status=bounced (no)';
const usual = {
  recipient: 'bob@example.com',
  originalRecipient: null,
  relay: 'mx.example.com[192.0.2.1]:25',
  queueSeconds: 1.5,
  loggedStatus: '5.1.1',
  status: 'bounced',
  reason: 'no',
  local: false,
};

describe('the attributes of a delivery record', () => {
  it.each([
    ['all of them', USUAL, {}],
    [
      'without dsn and delays (before 2.3)',
      '<bob@example.com>, relay=mx.example.com[192.0.2.1], delay=4, status=deferred (later)',
      {
        relay: 'mx.example.com[192.0.2.1]',
        queueSeconds: 4,
        loggedStatus: null,
        status: 'deferred',
        reason: 'later',
      },
    ],
    ['with conn_use', USUAL.replace(', delay=', ', conn_use=3, delay='), {}],
    ['with tls', USUAL.replace(', dsn=', ', tls=dane:encrypt, dsn='), {}],
    ['with tls of two features', USUAL.replace(', dsn=', ', tls=encrypt/!requiretls:nostarttls, dsn='), {}],
    ['with conn_use and tls', USUAL.replace(', delay=', ', conn_use=3, delay=').replace(', dsn=', ', tls=may?, dsn='), {}],
    ['with a pair that is not known yet', USUAL.replace(', dsn=', ', novelty=a=b/c, dsn='), {}],
    ['with a delay of days', USUAL.replace('delay=1.5', 'delay=431999'), { queueSeconds: 431999 }],
    ['with a broken delay', USUAL.replace('delay=1.5', 'delay=soon'), { queueSeconds: null }],
  ])('%s', (_name, text, difference) => {
    expect(read(text)).toEqual({ ...usual, ...difference });
  });

  it('of one record do not linger in the next', () => {
    const record = new DeliveryRecord();
    expect(read(USUAL.replace(', relay', ', orig_to=<root>, relay'), record)).toMatchObject({
      originalRecipient: 'root',
      loggedStatus: '5.1.1',
    });
    expect(read('<eve@example.com>, relay=none, status=deferred (x)', record)).toEqual({
      recipient: 'eve@example.com',
      originalRecipient: null,
      relay: 'none',
      queueSeconds: null,
      loggedStatus: null,
      status: 'deferred',
      reason: 'x',
      local: false,
    });
  });

  it.each([
    '',
    '<bob@example.com>',
    '<bob@example.com>, ',
    '<bob@example.com>, relay=none',
    '<bob@example.com>, relay=none, delay=1',
    '<bob@example.com>, relay=none, delay=1, dsn=5.1.1',
    '<bob@example.com>, relay=none, delay=1, dsn=5.1.1, status',
    '<bob@example.com>, relay=none, delay=1, dsn=5.1.1, status=unheard (of)',
    '<bob@example.com>, status=sent (no relay)',
    '<bob@example.com, relay=none, delay=1, dsn=5.1.1, status=sent (never closed)',
    '<bob@example.com>, orig_to=<root, relay=none, delay=1, dsn=5.1.1, status=sent (never closed)',
  ])('are incomplete in %j', (text) => {
    expect(read(text)).toBeNull();
  });
});

describe('the recipient', () => {
  const rest = USUAL.slice('<bob@example.com>'.length);

  it.each([
    ['<bob@example.com>', 'bob@example.com'],
    ['<>', ''],
    ['<root>', 'root'],
    ['<"user name"@example.com>', '"user name"@example.com'],
    ['<"a>, relay=evil, status=sent (x)"@example.com>', '"a>, relay=evil, status=sent (x)"@example.com'],
    ['<"a\\"b>, c"@example.com>', '"a\\"b>, c"@example.com'],
    ['<"a\\\\"@example.com>', '"a\\\\"@example.com'],
    ['<"a"."b c"@example.com>', '"a"."b c"@example.com'],
    ['<a"b@example.com>', 'a"b@example.com'],
    ['<"a@example.com>', '"a@example.com'],
    ['<a b@example.com>', 'a b@example.com'],
    ['<a,b=c@example.com>', 'a,b=c@example.com'],
    ['<a>b@example.com>', 'a>b@example.com'],
    ['<@relay.example,@b.example:c@example.com>', '@relay.example,@b.example:c@example.com'],
    ['<пример@пример.рф>', 'пример@пример.рф'],
    ['bob@example.com', 'bob@example.com'],
    ['root', 'root'],
  ])('%s', (written, recipient) => {
    expect(read(written + rest)).toEqual({ ...usual, recipient });
  });

  it.each([
    ['<root>', 'root'],
    ['<staff@example.org>', 'staff@example.org'],
    ['</var/spool/user>', '/var/spool/user'],
    ['<"|/usr/bin/program, x>, y">', '"|/usr/bin/program, x>, y"'],
    ['<>', ''],
    ['root', 'root'],
  ])('before aliases: %s', (written, originalRecipient) => {
    expect(read(`<bob@example.com>, orig_to=${written}${rest}`)).toEqual({ ...usual, originalRecipient });
  });

  it('has a key of its own with every other form of the pair', () => {
    const keyOf = (text: string) => {
      const buf = Buffer.from(text + rest);
      const record = new DeliveryRecord();
      expect(record.read(buf, 0, buf.length)).toBe(true);
      return record.recipientKey(buf);
    };
    const forms = [
      '<bob@example.com>',
      '<Bob@example.com>',
      '<bob@example.com>, orig_to=<root>',
      '<bob@example.com>, orig_to=<roots>',
      '<bob@example.com>, orig_to=<>',
      '<root>, orig_to=<bob@example.com>',
      '<>',
    ];
    expect(new Set(forms.map(keyOf)).size).toBe(forms.length);
    expect(forms.map(keyOf)).toEqual(forms.map(keyOf));
  });
});

describe('the relay', () => {
  it.each([
    ['none', false],
    ['local', false],
    ['virtual', false],
    ['spamassassin', false],
    ['mx.example.com[192.0.2.1]:25', false],
    ['mx.example.com[192.0.2.1]', false],
    ['mx.example.com[2001:db8::1]:25', false],
    ['127.0.0.1.example.com[192.0.2.127]:25', false],
    ['localhost[127.0.0.1]:10024', true],
    ['127.0.0.1[127.0.0.1]:10024', true],
    ['localhost[127.8.9.1]:10024', true],
    ['localhost[::1]:10024', true],
    ['mx.example.com[::12]:25', false],
    ['mx.example.com[private/dovecot-lmtp]', true],
  ])('%s', (relay, local) => {
    expect(read(USUAL.replace('mx.example.com[192.0.2.1]:25', relay))).toEqual({ ...usual, relay, local });
  });
});

describe('status and reason', () => {
  const head = USUAL.slice(0, USUAL.indexOf('status='));

  it.each([
    ['sent', 'sent'],
    ['deferred', 'deferred'],
    ['bounced', 'bounced'],
    ['SOFTBOUNCE', 'deferred'],
    ['deliverable', 'probe'],
    ['undeliverable', 'probe'],
    ['undeliverable-but-not-cached', 'probe'],
  ])('%s', (word, status) => {
    expect(read(`${head}status=${word} (a reason)`)).toEqual({ ...usual, status, reason: 'a reason' });
  });

  it.each(['SENT', 'sentt', 'bounce', 'constructor', ''])('%j is no status', (word) => {
    expect(read(`${head}status=${word} (a reason)`)).toBeNull();
  });

  it.each([
    ['(nested (parentheses) and (more))', 'nested (parentheses) and (more)'],
    ['(host said: 550 :) (in reply to RCPT TO command))', 'host said: 550 :) (in reply to RCPT TO command)'],
    ['()', ''],
    ['(host mx.example.com[192.0.2.1] said: 550 cut by sysl', 'host mx.example.com[192.0.2.1] said: 550 cut by sysl'],
    ['(', ''],
  ])('%s', (written, reason) => {
    expect(read(`${head}status=bounced ${written}`)).toEqual({ ...usual, reason });
  });
});

const LOCAL_PART = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const printable = fc.string({ unit: fc.integer({ min: 32, max: 126 }).map((c) => String.fromCharCode(c)), maxLength: 20 });
const quoted = printable.map((text) => `"${text.replaceAll(/["\\]/g, '\\$&')}"`);
const localPart = fc.oneof(fc.stringMatching(LOCAL_PART), quoted);
const address = fc.tuple(localPart, fc.domain()).map(([local, domain]) => `${local}@${domain}`);
const relay = fc.oneof(
  fc.constantFrom('none', 'local', 'virtual', 'mx[private/lmtp]'),
  fc.tuple(fc.domain(), fc.ipV4(), fc.integer({ min: 1, max: 65_535 })).map(([name, ip, port]) => `${name}[${ip}]:${port}`),
  fc.tuple(fc.domain(), fc.ipV6()).map(([name, ip]) => `${name}[${ip}]:25`),
);
const reply = fc.string({ unit: 'grapheme', maxLength: 60 }).map((text) => text.replaceAll(/\p{Cc}/gu, '?'));

describe('any delivery record', () => {
  it('gives back the parts it was built from', () => {
    const parts = fc.record({
      recipient: address,
      original: fc.option(address),
      relay,
      connUse: fc.option(fc.integer({ min: 1, max: 99 })),
      delay: fc.integer({ min: 0, max: 500_000 }),
      tls: fc.constantFrom(null, 'may', 'dane:encrypt', 'encrypt/!requiretls:nostarttls'),
      dsn: fc.option(fc.tuple(fc.constantFrom(2, 4, 5), fc.nat(999), fc.nat(999)).map((numbers) => numbers.join('.'))),
      status: fc.constantFrom('sent', 'deferred', 'bounced'),
      reason: reply,
    });
    const pair = (key: string, value: string | number | null) => (value === null ? '' : `, ${key}=${value}`);
    const record = new DeliveryRecord();
    fc.assert(
      fc.property(parts, ({ recipient, original, connUse, delay, tls, dsn, status, reason, relay: host }) => {
        const text = [
          `<${recipient}>`,
          pair('orig_to', original === null ? null : `<${original}>`),
          pair('relay', host),
          pair('conn_use', connUse),
          pair('delay', delay),
          pair('delays', '0.1/0/0.2/0.3'),
          pair('tls', tls),
          pair('dsn', dsn),
          pair('status', `${status} (${reason})`),
        ].join('');
        expect(read(text, record)).toMatchObject({
          recipient,
          originalRecipient: original,
          relay: host,
          queueSeconds: delay,
          loggedStatus: dsn,
          status,
          reason: Buffer.from(reason).toString(),
        });
      }),
      { numRuns: 500 },
    );
  });
});

/** A sink that only keeps count. */
function countingSink() {
  let calls = 0;
  const count = (_line: LineFacts): void => {
    calls++;
  };
  const sink: RecordSink = {
    begin: count,
    pending: count,
    sender: count,
    accepted: count,
    failure: count,
    probe: count,
    refusal: count,
    expired: count,
    removed: count,
    notification: count,
  };
  return { sink, calls: () => calls };
}

function newReader(sink: RecordSink = countingSink().sink) {
  const clock = new LogClock({ zone: new Zone('UTC'), reference: Date.UTC(2026, 5, 30) });
  return new PostfixReader(sink, { clock, input: 0, ...FULL_DETAIL });
}

const REAL_LINES = [
  'smtp[1]: 8A1F2C03D5: to=<bob@example.com>, orig_to=<root>, relay=mx.example.com[192.0.2.1]:25, delay=1.5, delays=0.1/0/0.7/0.7, ' +
    'dsn=5.7.26, status=bounced (host mx.example.com[192.0.2.1] said: 550-5.7.26  550-5.7.26 x 550 5.7.26 y (in reply to end of DATA command))',
  'smtp[1]: 8A1F2C03D5: to=<"a b>, c"@example.com>, relay=none, delay=5, dsn=4.4.1, status=deferred (connect to mx[192.0.2.1]:25: timed out)',
  'smtp[1]: 8A1F2C03D5: to=<bob@example.com>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 1B2C3D4E5F)',
  'local[1]: 8A1F2C03D5: to=<bob@example.com>, relay=local, delay=1, dsn=2.0.0, status=sent (forwarded as 1B2C3D4E5F)',
  'qmgr[1]: 8A1F2C03D5: from=<"a, b"@example.org>, size=12, nrcpt=1 (queue active)',
  'qmgr[1]: 8A1F2C03D5: from=<a@example.org>, status=expired, returned to sender',
  'smtpd[1]: 8A1F2C03D5: client=x[192.0.2.1], sasl_method=PLAIN, sasl_username=bob, orig_queue_id=1B2C3D4E5F, orig_client=y[192.0.2.2]',
  'smtpd[1]: NOQUEUE: reject: RCPT from x[192.0.2.1]: 554 5.7.1 <b@c.d>: Relay access denied; from=<a@b.c> to=<b@c.d> proto=ESMTP helo=<x>',
  'postscreen[1]: NOQUEUE: reject: RCPT from [192.0.2.1]:4321: 550 5.7.1 no; from=<a@b.c>, to=<b@c.d>, proto=ESMTP, helo=<x>',
  'cleanup[1]: 8A1F2C03D5: reject: header Subject: x from y[192.0.2.1]; from=<a@b.c> to=<b@c.d> proto=ESMTP helo=<x>: 5.7.1 no',
  'cleanup[1]: 8A1F2C03D5: message-id=<x@example.org>',
  'pickup[1]: 8A1F2C03D5: uid=0 from=<root> orig_id=1B2C3D4E5F',
  'bounce[1]: 8A1F2C03D5: sender non-delivery notification: 1B2C3D4E5F',
].map((text) => `Jun  5 02:37:15 mx postfix/${text}`);

describe('the reader', () => {
  it.each(REAL_LINES)('reads %s', (text) => {
    const line = Buffer.from(text);
    expect(newReader().read(line, 0, line.length, 0, 1)).toBe('read');
  });

  it('never throws on arbitrary bytes', () => {
    const reader = newReader();
    const program = fc.constantFrom('smtp', 'qmgr', 'cleanup', 'smtpd', 'postscreen', 'pickup', 'bounce', 'postsuper', 'local');
    const bytes = fc.uint8Array({ maxLength: 200 });
    const line = fc.oneof(
      bytes.map((body) => Buffer.from(body)),
      fc
        .tuple(program, fc.constantFrom('', '8A1F2C03D5: ', '8A1F2C03D5: to=', '8A1F2C03D5: from=', 'NOQUEUE: reject: '), bytes)
        .map(([name, head, body]) => Buffer.concat([Buffer.from(`Jun  5 02:37:15 mx postfix/${name}[1]: ${head}`), body])),
    );
    fc.assert(
      fc.property(line, (buf) => {
        expect(typeof reader.read(buf, 0, buf.length, 0, 1)).toBe('string');
      }),
      { numRuns: 2000 },
    );
  });

  it('never throws on damaged lines', () => {
    const reader = newReader();
    const noise = fc.oneof(
      fc.uint8Array({ maxLength: 6 }),
      fc.constantFrom('<', '>', '"', '\\', '(', ')', ', ', '=', '550 ', ': ', '\0').map((text) => Buffer.from(text)),
    );
    const damage = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(12), noise });
    fc.assert(
      fc.property(fc.constantFrom(...REAL_LINES), fc.array(damage, { minLength: 1, maxLength: 4 }), (text, damages) => {
        let buf = Buffer.from(text);
        for (const { at, length, noise: put } of damages) {
          const from = Math.floor(at * buf.length);
          buf = Buffer.concat([buf.subarray(0, from), put, buf.subarray(from + length)]);
        }
        expect(typeof reader.read(buf, 0, buf.length, 0, 1)).toBe('string');
      }),
      { numRuns: 3000 },
    );
  });

  it('never throws on lines that are cut short, wherever', () => {
    const reader = newReader();
    for (const text of REAL_LINES) {
      const buf = Buffer.from(text);
      for (let end = 0; end <= buf.length; end++) reader.read(buf, 0, end, 0, 1);
    }
  });

  describe('takes time in proportion to the length', () => {
    const LENGTH = 64 * 1024;
    const HEADS = [
      'smtp[1]: 8A1F2C03D5: to=<',
      'smtp[1]: 8A1F2C03D5: to=<"',
      'smtp[1]: 8A1F2C03D5: to=<a@b.c>, relay=none, delay=1, dsn=5.1.1, status=bounced (',
      'smtp[1]: 8A1F2C03D5: to=<a@b.c>, relay=none, delay=1, dsn=4.1.1, status=deferred (host mx[192.0.2.1] said: 550-x ',
      'smtp[1]: 8A1F2C03D5: to=<a@b.c>, relay=none, delay=1, dsn=4.1.1, status=deferred (host mx[192.0.2.1] said: ',
      'qmgr[1]: 8A1F2C03D5: from=<',
      'smtpd[1]: 8A1F2C03D5: client=',
      'smtpd[1]: NOQUEUE: reject: RCPT from x[192.0.2.1]: 554 5.7.1 ',
      'smtpd[1]: NOQUEUE: reject: RCPT from ',
      'cleanup[1]: 8A1F2C03D5: reject: header ',
      'bounce[1]: 8A1F2C03D5: ',
      '',
    ];
    const FILLERS = [
      '<',
      '"',
      '\\',
      '550-',
      ' 550 ',
      ' 550-',
      '?550-',
      ' 450 ',
      '5.1.1',
      '5.',
      ' (in reply to ',
      ', ',
      '; ',
      '; from=<',
      '>: ',
      ' from ',
      ']: ',
      '[',
      '> to=<',
      'queued as ',
      ' said: ',
      ' sasl_username=',
    ];

    it.each(FILLERS)('of %j', (filler) => {
      const reader = newReader();
      const body = filler.repeat(Math.ceil(LENGTH / filler.length));
      for (const head of HEADS) {
        const buf = Buffer.from(`Jun  5 02:37:15 mx postfix/${head}${body}`);
        // Quadratic time would take seconds.
        const time = leastTime(200, () => reader.read(buf, 0, buf.length, 0, 1));
        expect(time, head).toBeLessThan(200);
      }
    });
  });
});
