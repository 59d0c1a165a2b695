import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatTimestamp } from '../../src/model/timestamp.js';
import { Zone } from '../../src/model/zone.js';
import { LogClock } from '../../src/mta/log-clock.js';
import { SyslogPrefix } from '../../src/mta/syslog-prefix.js';

interface Parts {
  readonly time: string | null;
  readonly host: string;
  readonly instance: string;
  readonly program: string;
  readonly body: string;
}

const newClock = () => new LogClock({ zone: new Zone('UTC'), reference: Date.UTC(2026, 5, 30) });

/** The parts of a line that stands in the middle of a buffer, as lines of a file do. */
function read(text: string, prefix = new SyslogPrefix(), clock = newClock()): Parts | null {
  const before = Buffer.from('…the line before\n');
  const line = Buffer.from(text);
  const buf = Buffer.concat([before, line, Buffer.from('\nJun  9 09:09:09 next postfix/next[9]: next\n')]);
  const end = before.length + line.length;
  if (!prefix.read(buf, before.length, end)) return null;
  return {
    time: formatTimestamp(prefix.time(clock)),
    host: prefix.host,
    instance: prefix.instance,
    program: buf.toString('utf8', prefix.programStart, prefix.programEnd),
    body: buf.toString('utf8', prefix.bodyStart, end),
  };
}

const BODY = '8A1F2C03D5: removed';
const usual = { host: 'mx', instance: 'postfix', program: 'smtp', body: BODY };

describe('a level in the place of the host', () => {
  it.each([
    ['Jun  5 02:37:15', '2026-06-05T02:37:15Z'],
    ['2026-06-05T14:09:36Z', '2026-06-05T14:09:36Z'],
  ])('behind %s leaves the stamp as it is', (stamp, time) => {
    const expected = { ...usual, host: '', time };
    expect(read(`${stamp} INFO    postfix/smtp[2076]: ${BODY}`)).toEqual(expected);
    const prefix = new SyslogPrefix();
    const clock = newClock();
    read(`Jun  4 01:02:03 mx postfix/smtp[2076]: ${BODY}`, prefix, clock);
    expect(read(`${stamp} INFO    postfix/smtp[2076]: ${BODY}`, prefix, clock)).toEqual(expected);
  });
});

describe('the stamp', () => {
  it.each([
    ['Jun  5 02:37:15', '2026-06-05T02:37:15Z'],
    ['Jun 5 02:37:15', '2026-06-05T02:37:15Z'],
    ['Jun 05 02:37:15', '2026-06-05T02:37:15Z'],
    ['Jun 15 02:37:15', '2026-06-15T02:37:15Z'],
    ['Jan  6 00:00:00', '2026-01-06T00:00:00Z'],
    ['Jun  5 02:37:15.5', '2026-06-05T02:37:15.500Z'],
    ['Jun  5 02:37:15.123456', '2026-06-05T02:37:15.123Z'],
    ['2026-06-05T14:09:36.750604+02:00', '2026-06-05T14:09:36.750+02:00'],
    ['2026-06-05T14:09:36+02:00', '2026-06-05T14:09:36+02:00'],
    ['2026-06-05T14:09:36+0200', '2026-06-05T14:09:36+02:00'],
    ['2026-06-05T14:09:36.1-0330', '2026-06-05T14:09:36.100-03:30'],
    ['2026-06-05T14:09:36-07:00', '2026-06-05T14:09:36-07:00'],
    ['2026-06-05T14:09:36Z', '2026-06-05T14:09:36Z'],
    ['2026-06-05T14:09:36.750604Z', '2026-06-05T14:09:36.750Z'],
    ['2013 Jun 10 06:27:30.123', '2013-06-10T06:27:30.123Z'],
    ['2013 Jun  1 06:27:30', '2013-06-01T06:27:30Z'],
    ['<22>Jun  5 02:37:15', '2026-06-05T02:37:15Z'],
    ['<191>Jun 15 02:37:15', '2026-06-15T02:37:15Z'],
    ['<2>2026-06-05T14:09:36Z', '2026-06-05T14:09:36Z'],
  ])('%s', (stamp, time) => {
    expect(read(`${stamp} mx postfix/smtp[2076]: ${BODY}`)).toEqual({ ...usual, time });
  });

  it.each(['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun'].map((name, i) => [name, i + 1] as const))('knows %s', (name, month) => {
    expect(read(`${name} 11 02:37:15 mx postfix/smtp[2076]: ${BODY}`)?.time).toBe(`2026-0${month}-11T02:37:15Z`);
  });

  it.each(['Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, i) => [name, i + 7] as const))('knows %s', (name, month) => {
    expect(read(`${name} 11 02:37:15 mx postfix/smtp[2076]: ${BODY}`)?.time).toBe(
      `2025-${String(month).padStart(2, '0')}-11T02:37:15Z`,
    );
  });

  it.each([
    '2026-13-05T14:09:36Z',
    '2026-00-05T14:09:36Z',
    '2026-06-00T14:09:36Z',
    '2026-06-32T14:09:36Z',
    '2026-06-05T25:09:36Z',
    '2026-06-05T14:60:36Z',
    '2026-06-05T14:09:61Z',
    'Jun  0 02:37:15',
    'Jun 32 02:37:15',
    'Jun  5 25:37:15',
    'Jun  5 02:61:15',
    'Jun  5 02:37:99',
    'Jun  5 0a:37:15',
  ])('%s is no time', (stamp) => {
    expect(read(`${stamp} mx postfix/smtp[2076]: ${BODY}`)?.time ?? null).toBeNull();
  });
});

describe('RFC 5424', () => {
  const HEAD = '1 2026-06-05T14:09:36.750604+02:00 mx postfix/smtp';
  const expected = { ...usual, time: '2026-06-05T14:09:36.750+02:00' };

  it.each([
    `20121 - - ${BODY}`,
    `- - - ${BODY}`,
    `20121 ID47 - ${BODY}`,
    `20121 - - \uFEFF${BODY}`,
    `20121 - [origin software="rsyslogd" ip="192.0.2.1"] ${BODY}`,
    `20121 - [a@1 x="]"][b@1 y="[z]"] ${BODY}`,
    `20121 - [a@1 x="y\\]z\\"] \\\\"] ${BODY}`,
    `20121 - [a@1 x="y"] \uFEFF${BODY}`,
  ])('%s', (rest) => {
    expect(read(`<22>${HEAD} ${rest}`)).toEqual(expected);
  });

  it('is read without its priority too', () => {
    expect(read(`${HEAD} 20121 - - ${BODY}`)).toEqual(expected);
    expect(read(`${HEAD} 20121 - [a@1 x="y\\]z"] \uFEFF${BODY}`)).toEqual(expected);
  });

  it('keeps the parts of the tag apart', () => {
    expect(read(`<22>1 2026-06-05T14:09:36Z mx postfix-out/relay/smtp 20121 - - ${BODY}`)).toMatchObject({
      instance: 'postfix-out',
      program: 'smtp',
    });
  });

  it.each([
    '<22>1 2026-06-05T14:09:36Z mx postfix/smtp 20121 -',
    '<22>1 2026-06-05T14:09:36Z mx',
    '<22>1 ',
    '<22>1 2026-06-05T14:09:36Z mx postfix/smtp 20121 - [a@1 x="never closed',
  ])('is cut short: %s', (line) => {
    expect(read(line)).toBeNull();
  });
});

describe('host, instance and program', () => {
  it.each([
    ['mx postfix/smtp[2076]: ', 'mx', 'postfix', 'smtp'],
    ['mx.example.org postfix/smtp[2076]: ', 'mx.example.org', 'postfix', 'smtp'],
    ['192.0.2.1 postfix/smtp[2076]: ', '192.0.2.1', 'postfix', 'smtp'],
    ['2001:db8::1 postfix/smtp[2076]: ', '2001:db8::1', 'postfix', 'smtp'],
    ['mx postfix/submission/smtpd[2076]: ', 'mx', 'postfix', 'smtpd'],
    ['mx postfix/a/b/smtpd[2076]: ', 'mx', 'postfix', 'smtpd'],
    ['mx postfix-out/smtp[2076]: ', 'mx', 'postfix-out', 'smtp'],
    ['mx postfix-10.20.30.40/smtp[2076]: ', 'mx', 'postfix-10.20.30.40', 'smtp'],
    ['mx transfer/smtp[2076]: ', 'mx', 'transfer', 'smtp'],
    ['mx postfix/smtp: ', 'mx', 'postfix', 'smtp'],
    ['mx postfix/trivial-rewrite[1]: ', 'mx', 'postfix', 'trivial-rewrite'],
    ['mx postfix/smtp[2076]: [ID 197553 mail.info] ', 'mx', 'postfix', 'smtp'],
    ['mx postfix/smtp[2076]: [ID 1 mail.warning] ', 'mx', 'postfix', 'smtp'],
  ])('%s', (head, host, instance, program) => {
    const parts = { host, instance, program, body: BODY };
    expect(read(`Jun  5 02:37:15 ${head}${BODY}`)).toEqual({ ...parts, time: '2026-06-05T02:37:15Z' });
    expect(read(`2026-06-05T02:37:15+00:00 ${head}${BODY}`)).toEqual({ ...parts, time: '2026-06-05T02:37:15Z' });
  });

  it('leaves brackets of the text alone', () => {
    expect(read('Jun  5 02:37:15 mx postfix/smtp[2076]: [IDEA] x')?.body).toBe('[IDEA] x');
    expect(read('Jun  5 02:37:15 mx postfix/smtp[2076]: a: b[1]: c/d')).toMatchObject({ program: 'smtp', body: 'a: b[1]: c/d' });
  });

  it('finds an empty text', () => {
    expect(read('Jun  5 02:37:15 mx postfix/smtp[2076]: ')?.body).toBe('');
    expect(read('Jun  5 02:37:15 mx postfix/smtp[2076]:')?.body).toBe('');
  });
});

describe('no prefix', () => {
  it.each([
    '',
    ' ',
    'Jun',
    'Jun  5 02:37:15',
    'Jun  5 02:37:15 ',
    'Jun  5 02:37:15 mx',
    'Jun  5 02:37:15 mx ',
    'Jun  5 02:37:15 mx last message repeated 3 times',
    'Jun  5 02:37:15 mx postfix/smtp[2076',
    'Jun  5 02:37:15 mx postfix/smtp[2076] no colon',
    'Xyz  5 02:37:15 mx postfix/smtp[2076]: x',
    'jun  5 02:37:15 mx postfix/smtp[2076]: x',
    'Jun  5 02-37-15 mx postfix/smtp[2076]: x',
    '2026/06/05 02:37:15 mx postfix/smtp[2076]: x',
    '2026-06-05T02:37:15',
    '2026-06-05T02:37:15+0 mx postfix/smtp[2076]: x',
    '20260605 02:37:15 mx postfix/smtp[2076]: x',
    '<>Jun  5 02:37:15 mx postfix/smtp[2076]: x',
    '<22Jun  5 02:37:15 mx postfix/smtp[2076]: x',
    '<22222>Jun  5 02:37:15 mx postfix/smtp[2076]: x',
    '8A1F2C03D5: to=<bob@example.com>, relay=none, delay=1, dsn=5.1.1, status=bounced (x)',
    'Received: from mx by mx; Fri, 05 Jun 2026 02:37:15 +0000',
  ])('%j', (line) => {
    expect(read(line)).toBeNull();
  });

  it.each([
    ['Jun  5 02:37:15 mx postfix/smtp', ': next'],
    ['Jun  5 02:37:15 mx postfix/smtp[2', '\n: next'],
  ])('ends with the line: %j before %j', (line, behind) => {
    expect(new SyslogPrefix().read(Buffer.from(line + behind), 0, line.length)).toBe(false);
  });

  it('never throws and never reaches behind the line', () => {
    const prefix = new SyslogPrefix();
    const pieces = fc.constantFrom(
      'Jun  5 ',
      '02:37:15 ',
      'mx ',
      'postfix/smtp',
      '[1]: ',
      '<22>',
      '1 ',
      '2026-06-05T02:37:15Z ',
      '- ',
      '[',
      ']',
      '"',
      '\\',
      '/',
    );
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 120 }).map((bytes) => Buffer.from(bytes)),
      fc.array(fc.oneof(pieces, fc.string({ maxLength: 4 })), { maxLength: 12 }).map((parts) => Buffer.from(parts.join(''))),
    );
    fc.assert(
      fc.property(
        anything,
        fc.constantFrom('\nJun  9 09:09:09 next postfix/next[9]: next\n', ': ', ']: ', ' '),
        (line, behind) => {
          const buf = Buffer.concat([line, Buffer.from(behind)]);
          const found = prefix.read(buf, 0, line.length);
          expect(new SyslogPrefix().read(line, 0, line.length)).toBe(found);
          if (!found) return;
          prefix.time(newClock());
          expect(prefix.host.length).toBeGreaterThan(0);
          expect(prefix.instance).not.toContain('/');
          expect(prefix.bodyStart).toBeLessThanOrEqual(line.length);
          expect(prefix.programStart).toBeLessThanOrEqual(prefix.programEnd);
          expect(prefix.programEnd).toBeLessThanOrEqual(line.length);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe('lines in a row', () => {
  const base = 'Jun  5 02:37:15 mx postfix/smtp[2076]: one';
  const expected = { time: '2026-06-05T02:37:15Z', host: 'mx', instance: 'postfix', program: 'smtp', body: 'one' };

  it.each([
    ['nothing but the text differs', 'Jun  5 02:37:15 mx postfix/smtp[2076]: two', { body: 'two' }],
    ['the program differs', 'Jun  5 02:37:15 mx postfix/qmgr[9]: two', { program: 'qmgr', body: 'two' }],
    ['the tag goes on', 'Jun  5 02:37:15 mx postfix/relay/smtp[9]: two', { body: 'two' }],
    ['the instance differs', 'Jun  5 02:37:15 mx postfix-out/smtp[2076]: two', { instance: 'postfix-out', body: 'two' }],
    [
      'the instance differs in its last letter',
      'Jun  5 02:37:15 mx postfiy/smtp[2076]: two',
      { instance: 'postfiy', body: 'two' },
    ],
    ['the host differs', 'Jun  5 02:37:15 my postfix/smtp[2076]: two', { host: 'my', body: 'two' }],
    ['the host is longer', 'Jun  5 02:37:15 mx2 postfix/smtp[2076]: two', { host: 'mx2', body: 'two' }],
    ['the second differs', 'Jun  5 02:37:16 mx postfix/smtp[2076]: two', { time: '2026-06-05T02:37:16Z', body: 'two' }],
    ['the tenth second differs', 'Jun  5 02:37:25 mx postfix/smtp[2076]: two', { time: '2026-06-05T02:37:25Z', body: 'two' }],
    ['the hour differs', 'Jun  5 03:37:15 mx postfix/smtp[2076]: two', { time: '2026-06-05T03:37:15Z', body: 'two' }],
    ['the day differs', 'Jun  6 02:37:15 mx postfix/smtp[2076]: two', { time: '2026-06-06T02:37:15Z', body: 'two' }],
    ['the form differs', '2026-06-05T02:37:15.5Z mx postfix/smtp[2076]: two', { time: '2026-06-05T02:37:15.500Z', body: 'two' }],
  ])('%s', (_name, second, difference) => {
    const prefix = new SyslogPrefix();
    const clock = newClock();
    expect(read(base, prefix, clock)).toEqual(expected);
    const { stamp, source } = prefix;
    expect(read(second, prefix, clock)).toEqual({ ...expected, ...difference });
    if ('time' in difference) expect(prefix.stamp).not.toBe(stamp);
    if ('host' in difference || 'instance' in difference) expect(prefix.source).not.toBe(source);
    expect(read(base, prefix, clock)).toEqual(expected);
  });

  it('a line without a prefix between does no harm', () => {
    const prefix = new SyslogPrefix();
    const clock = newClock();
    expect(read(base, prefix, clock)).toEqual(expected);
    expect(read('Jun  5 02:37:15 mx postfix/', prefix, clock)).toBeNull();
    expect(read('Jun  5 02:37:15 mx postfix/smtp[20', prefix, clock)).toBeNull();
    expect(read('nothing', prefix, clock)).toBeNull();
    expect(read(base, prefix, clock)).toEqual(expected);
  });

  it.each(['Jun xx 02:37:15', 'Jun  5 xx:37:15', 'Jun  5 02:xx:15', 'Jun  5 02:37:xx'])(
    '%s has no time of the line before',
    (stamp) => {
      const prefix = new SyslogPrefix();
      const clock = newClock();
      expect(read(base, prefix, clock)).toEqual(expected);
      expect(read(`${stamp} mx postfix/smtp[2076]: two`, prefix, clock)?.time ?? null).toBeNull();
      expect(read(base, prefix, clock)).toEqual(expected);
    },
  );

  it('are read as each of them alone', () => {
    const part = (...values: string[]) => fc.constantFrom(...values);
    const line = fc
      .tuple(
        part(
          'Jun  5 02:37:15',
          'Jun  5 02:37:16',
          'Jun  5 02:48:06',
          'Jun  5 03:37:15',
          'Jun  5 02:3x:15',
          'Jun  5 02:37:1x',
          'Jun 5 02:37:15',
          '2026-06-05T02:37:15Z',
          '2026-06-05T02:37:15.5+02:00',
          '<22>Jun  5 02:37:15',
        ),
        part('mx', 'my', 'mx.example.org', 'INFO   '),
        part('postfix/smtp', 'postfix/qmgr', 'postfix-out/smtp', 'postfix/relay/smtp', 'postfix', 'dovecot'),
        part('[1]: ', ': ', '[1]', '[1]: [ID 1 mail.info] '),
        part('', 'text', 'mx postfix/smtp[1]: text'),
      )
      .map(([stamp, host, tag, pid, text]) => `${stamp} ${host} ${tag}${pid}${text}`);
    fc.assert(
      fc.property(fc.array(line, { minLength: 2, maxLength: 6 }), (lines) => {
        const prefix = new SyslogPrefix();
        const clock = newClock();
        for (const text of lines) expect(read(text, prefix, clock)).toEqual(read(text));
      }),
      { numRuns: 1000 },
    );
  });
});
