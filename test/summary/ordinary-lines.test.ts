import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NO_DETAIL } from '../../src/model/detail.js';
import { LogClock } from '../../src/mta/log-clock.js';
import { Glance } from '../../src/mta/postfix/glance.js';
import { PostfixReader } from '../../src/mta/postfix/reader.js';
import { boundaries, cut, facts, generated } from './cut-logs.js';
import { ACTIVE, CLIENT, full, LIVES, LOCALHOST, sent, toFilter, unknown } from './lives.js';
import { log, newSummary, type Piece, readInto, UTC, type Wish, YEAR } from './reading.js';

/** Ordinary lines that the reader of all lines has to tell apart from others: each of these logs has a trap for a glance. */
const TRAPS = {
  notInOrder: log(`
    10:00:05 smtpd: AAAAA1: ${CLIENT}
    10:00:05 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    09:59:59 qmgr: AAAAA1: removed
  `),
  takenTwice: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    10:00:02 smtp: AAAAA1: ${sent('bob@there.example')}
    10:00:02 qmgr: AAAAA1: removed
  `),
  manyRecipients: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    ${['ann', 'bob', 'cat', 'dan', 'eve', 'fay'].map((name) => `10:00:01 smtp: AAAAA1: ${sent(`${name}@there.example`)}`).join('\n')}
    10:00:02 qmgr: AAAAA1: removed
  `),
  beginsAgain: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    10:10:00 smtpd: AAAAA1: ${CLIENT}
    10:10:00 qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
    10:10:01 smtp: AAAAA1: ${sent('bob@there.example')}
    10:10:01 qmgr: AAAAA1: removed
  `),
  failsLate: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('ann@there.example')}
    10:00:02 smtp: AAAAA1: ${unknown('bob@there.example')}
    10:00:02 qmgr: AAAAA1: removed
  `),
  goesOnInAFilter: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtpd: AAAAA2: ${LOCALHOST}
    10:00:01 qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as AAAAA2')}
    10:00:01 qmgr: AAAAA1: removed
    10:00:02 smtp: AAAAA2: ${sent('bob@there.example')}
    10:00:02 qmgr: AAAAA2: removed
  `),
  handedBackByName: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    10:00:01 smtpd: AAAAA2: client=filter.here.example[192.0.2.7], orig_queue_id=AAAAA1, orig_client=mail.here.example[192.0.2.1]
    10:00:01 qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
    10:00:01 qmgr: AAAAA1: removed
    10:00:02 smtp: AAAAA2: ${sent('bob@there.example')}
    10:00:02 qmgr: AAAAA2: removed
  `),
  goesOnInAFilterThatIsFaster: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtpd: AAAAA2: ${LOCALHOST}
    10:00:01 qmgr: AAAAA2: from=<news@here.example>, ${ACTIVE}
    10:00:02 smtp: AAAAA2: ${sent('bob@there.example')}
    10:00:02 qmgr: AAAAA2: removed
    10:00:03 smtp: AAAAA1: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as AAAAA2')}
    10:00:03 qmgr: AAAAA1: removed
  `),
  idOfAMessageThatIsNotOver: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    12:00:00 smtpd: AAAAA1: ${CLIENT}
    12:00:00 qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
    12:00:01 smtp: AAAAA1: ${sent('ann@there.example')}
    12:00:01 qmgr: AAAAA1: removed
    12:00:02 smtp: AAAAA1: ${sent('bob@there.example')}
  `),
  quotedNames: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('"a>, relay=b[192.0.2.1], status=sent (c)"@there.example')}
    10:00:01 smtp: AAAAA1: ${unknown('"a>, relay=b[192.0.2.1], status=sent (c)"@there.example')}
    10:00:01 qmgr: AAAAA1: removed
  `),
  neverRemoved: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    11:00:00 smtpd: AAAAA2: ${CLIENT}
  `),
  halfStamps: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    10:00:01 qmgr: AAAAA1: removed
  `).replace('10:00:01 mx1 postfix/smtp', '1\n:00:01 mx1 postfix/smtp'),
};

/** Something for a glance to begin with, and to end with: short logs would be over before it starts. */
const around = (text: string): Buffer => {
  const before = log(`
    08:00:00 smtpd: 0FFFF1: ${CLIENT}
    08:00:00 qmgr: 0FFFF1: from=<news@here.example>, ${ACTIVE}
    08:00:01 smtp: 0FFFF1: ${unknown('eve@there.example')}
    08:00:01 qmgr: 0FFFF1: removed
  `);
  const behind = log(`
    19:00:00 smtpd: connect from mail.here.example[192.0.2.1]
    19:00:00 smtpd: lost connection after EHLO from mail.here.example[192.0.2.1]
    19:00:00 smtpd: disconnect from mail.here.example[192.0.2.1] ehlo=1 quit=1 commands=2
  `);
  return Buffer.from(before + text + behind);
};

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** The same log with stamps as RFC 3339 has them. */
const withIsoStamps = (bytes: Buffer, offset: string): Buffer =>
  Buffer.from(
    bytes.toString('latin1').replace(/^(\w{3}) ([ \d]\d) (\d\d:\d\d:\d\d)/gm, (_, month, day, time) => {
      const number = MONTHS.indexOf(month) + 1;
      const year = number === 12 ? YEAR - 1 : YEAR;
      return `${year}-${`${number}`.padStart(2, '0')}-${day.trim().padStart(2, '0')}T${time}.25${time.slice(6)}${offset}`;
    }),
    'latin1',
  );

const of = (pieces: readonly Piece[], lines: NonNullable<Wish['lines']>, wish: Wish = {}) => {
  const asked = { ...wish, lines };
  const [first, ...rest] = pieces.map((piece) => readInto(newSummary(asked), [piece], asked));
  for (const summary of rest) first!.merge(summary);
  return facts(first!.conclude());
};

/** Both ways to read a log, in pieces. */
const bothWays = (bytes: Buffer, at: readonly number[], wish?: Wish) => {
  const pieces = cut(bytes, at);
  return [of(pieces, 'at a glance', wish), of(pieces, 'one by one', wish)] as const;
};

const logs = [1, 2, 3].map(generated);

/** How many lines of a log are read at a glance. */
function skimmedLines(bytes: Buffer): number {
  const run = newSummary().startRun();
  const clock = new LogClock({ zone: UTC, reference: Date.UTC(YEAR, 11, 1) });
  const glance = Glance.lend()!;
  const wanted = { ...NO_DETAIL, messages: run, glance };
  const reader = new PostfixReader(run, { clock, input: 0, ...wanted });
  const skimmed = { lines: 0, knownLines: 0 };
  const { block } = glance;
  expect(bytes.copy(block)).toBe(bytes.length);
  for (let at = 0, line = 1; at < bytes.length; line++) {
    at = reader.skim(block, at, bytes.length, at, skimmed);
    const end = block.indexOf(10, at);
    if (end < 0 || end >= bytes.length) break;
    reader.read(block, at, end, at, line);
    at = end + 1;
  }
  glance.giveBack();
  return skimmed.lines;
}

describe('lines that are read at a glance say what they say one by one', () => {
  test('and there are many of them', () => {
    for (const log of logs) {
      for (const bytes of [log, withIsoStamps(log, '+02:00'), withIsoStamps(log, 'Z')])
        expect(skimmedLines(bytes)).toBeGreaterThan(boundaries(bytes).length / 8);
    }
  });

  const lives = { ...LIVES, ...TRAPS };
  test.each(Object.keys(lives) as (keyof typeof lives)[])('wherever the log is cut (%s)', (name) => {
    const bytes = around(lives[name]);
    // Of two instances a piece may have only one.
    const cuts = name === 'twoInstances' ? [] : boundaries(bytes).map((end) => [end]);
    for (const at of [[], ...cuts]) {
      const [glance, each] = bothWays(bytes, at);
      expect(glance).toEqual(each);
    }
  });

  test.each(Object.keys(lives) as (keyof typeof lives)[])('with stamps of RFC 3339 (%s)', (name) => {
    for (const offset of ['+02:00', 'Z', '']) {
      const [glance, each] = bothWays(withIsoStamps(around(lives[name]), offset), []);
      expect(glance).toEqual(each);
    }
  });

  test('in a period', () => {
    const bytes = around(LIVES.idUsedTwice);
    for (const time of ['10:00:00', '10:00:01', '12:00:00', '12:00:01']) {
      const since = Date.parse(`${YEAR}-06-05T${time}Z`);
      for (const wish of [{ since }, { until: since }]) {
        const [glance, each] = bothWays(bytes, [], wish);
        expect(glance).toEqual(each);
      }
    }
  });

  test('of lines that state nothing no time is asked: it would tell the clock of another year', () => {
    const fails = (day: string, id: string) =>
      [
        `${day} 10:00:00 mx1 postfix/qmgr[6]: ${id}: from=<news@here.example>, ${ACTIVE}`,
        `${day} 10:00:00 mx1 postfix/smtp[7]: ${id}: ${unknown('bob@there.example')}`,
        `${day} 10:00:00 mx1 postfix/qmgr[6]: ${id}: removed`,
      ].join('\n');
    const says = 'Nov 20 10:00:00 mx1 postfix/anvil[8]: statistics: max cache size 1 at Nov 20 10:00:00';
    const behind = `Jan  6 10:00:00 mx1 dovecot: ${'x'.repeat(400)}\n`;
    const bytes = Buffer.from([fails('Jan  5', 'AAAAA1'), says, fails('Dec 31', 'AAAAA2'), behind].join('\n'));
    const [glance, each] = bothWays(bytes, []);
    expect(glance).toEqual(each);
    expect(each.totals.failed).toBe(2);
  });

  test('in generated logs that lost, doubled, moved and damaged lines', () => {
    const change = fc.record({
      what: fc.constantFrom('drop', 'double', 'swap', 'damage', 'insert'),
      at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      by: fc.nat({ max: 255 }),
    });
    const property = fc.property(
      fc.nat({ max: logs.length - 1 }),
      fc.array(change, { minLength: 1, maxLength: 40 }),
      fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 3 }),
      fc.constantFrom(null, '+02:00', 'Z'),
      (seed, changes, fractions, offset) => {
        const lines = (offset === null ? logs[seed]! : withIsoStamps(logs[seed]!, offset))
          .toString('latin1')
          .split('\n')
          .slice(0, 900);
        for (const { what, at, by } of changes) {
          const i = Math.floor(at * (lines.length - 1));
          const line = lines[i]!;
          const byte = by % Math.max(1, line.length);
          if (what === 'drop') lines.splice(i, 1);
          else if (what === 'double') lines.splice(i, 0, line);
          else if (what === 'swap') lines.splice(i, 2, lines[i + 1]!, line);
          else if (what === 'damage') lines[i] = line.slice(0, byte) + String.fromCharCode(by) + line.slice(byte + 1);
          else lines[i] = line.slice(0, byte) + line.slice(byte - 1);
        }
        const bytes = Buffer.from(lines.join('\n'), 'latin1');
        const ends = boundaries(bytes);
        const [glance, each] = bothWays(
          bytes,
          fractions.map((fraction) => ends[Math.floor(fraction * ends.length)]!),
        );
        expect(glance).toEqual(each);
      },
    );
    fc.assert(property, { numRuns: 40 });
  });
});
