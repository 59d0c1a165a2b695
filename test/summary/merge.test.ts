import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { generate } from '../../bench/generate.mjs';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import type { Counts } from '../../src/summary/counts.js';
import type { Summary } from '../../src/summary/summary.js';
import { ACTIVE, CLIENT, full, LIVES, LOCALHOST, sent, toFilter, unknown } from './lives.js';
import { log, newSummary, type Piece, readInto, type Wish, YEAR } from './reading.js';

const GROUPINGS: readonly (readonly Dimension[])[] = [DEFAULT_GROUPING, ['recipientDomain'], ['sender', 'instance'], ['hour']];

/** Everything that a summary says, in an order of its own. */
function facts(counts: Counts) {
  return {
    totals: counts.totals,
    uncovered: counts.uncovered,
    letGo: counts.letGo,
    period: [counts.firstTime, counts.lastTime],
    rows: counts.rows.map((rows) =>
      [...rows.values()]
        .map((row) => ({
          values: row.values,
          counts: row.counts,
          types: Object.fromEntries([...row.types].sort()),
          distinct: [row.recipients.size, row.domains.size],
          seen: [row.firstSeen, row.lastSeen],
          example: row.example?.text ?? null,
          decided: [row.provider, row.rule],
        }))
        .sort((a, b) => (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1)),
    ),
  };
}

/** When the last line of a stretch was written. These logs begin in December at the earliest. */
function lastWritten(bytes: Buffer): number {
  const line = bytes.toString('latin1', bytes.lastIndexOf(10, bytes.length - 2) + 1);
  return Date.parse(`${line.slice(0, 6)} ${line.startsWith('Dec') ? YEAR - 1 : YEAR} ${line.slice(7, 15)} UTC`);
}

/** Where the lines of a log end, its end left out. */
function boundaries(bytes: Buffer): number[] {
  const found: number[] = [];
  for (let at = bytes.indexOf(10) + 1; at > 0 && at < bytes.length; at = bytes.indexOf(10, at) + 1) found.push(at);
  return found;
}

/** Cuts one input at byte positions. */
function cut(bytes: Buffer, at: readonly number[], input = 0): Piece[] {
  const ends = [...new Set(at)].sort((a, b) => a - b);
  let firstLine = 1;
  return [...ends, bytes.length].map((to, i): Piece => {
    const from = ends[i - 1] ?? 0;
    const part = bytes.subarray(from, to);
    const piece = { input, bytes: part, from, firstLine, atEnd: to === bytes.length, reference: lastWritten(part) };
    for (const byte of part) if (byte === 10) firstLine++;
    return piece;
  });
}

function whole(inputs: readonly Buffer[], wish: Wish) {
  const pieces = inputs.flatMap((bytes, input) => cut(bytes, [], input));
  return facts(readInto(newSummary(wish), pieces, wish).conclude());
}

const summaries = (pieces: readonly Piece[], wish: Wish): Summary[] =>
  pieces.map((piece) => readInto(newSummary(wish), [piece], wish));

/** Merges two of the summaries again and again until one is left; the numbers from 0 to 1 choose them. */
function mergeAll(parts: readonly Summary[], choices: readonly number[]): Counts {
  const left = [...parts];
  let used = 0;
  const pick = () => left.splice(Math.floor((choices[used++ % choices.length] ?? 0) * left.length), 1)[0]!;
  while (left.length > 1) {
    const target = pick();
    target.merge(pick());
    left.push(target);
  }
  return left[0]!.conclude();
}

const wish: Wish = { groupings: GROUPINGS };

/** Cuts at every line end, and at every two of them merged from the back; says where that makes a difference. */
function differences(text: string, asked: Wish = wish): string[] {
  const bytes = Buffer.from(text);
  const expected = JSON.stringify(whole([bytes], asked));
  const ends = boundaries(bytes);
  const found: string[] = [];
  const lineAt = (at: number) =>
    bytes
      .toString('utf8', at, bytes.indexOf(10, at))
      .replace(/^.{16}\S+ /, '')
      .slice(0, 60);
  const check = (cuts: readonly number[], choices: readonly number[], order: string) => {
    const merged = JSON.stringify(facts(mergeAll(summaries(cut(bytes, cuts), asked), choices)));
    if (merged !== expected) found.push(`${order}, cut before: ${cuts.map(lineAt).join(' | ')}`);
  };
  for (const end of ends) {
    check([end], [0, 0], 'in order');
    check([end], [0.99, 0], 'in reverse');
  }
  if (found.length > 0) return found;
  for (const [i, first] of ends.entries()) {
    for (const second of ends.slice(i + 1)) check([first, second], [0.99, 0.99, 0.5, 0], 'of three');
  }
  return found;
}

// Which of two instances owns an id is known from their queue managers: a piece that has the lines of only one cannot tell
// two messages apart that use the same id at the same time.
const { twoInstances: _, ...cuttable } = LIVES;

const lives = {
  ...cuttable,

  /** Each of the messages that share an id goes through all there is. */
  reused: log(`
    10:00:00 smtpd: AAAAA1: ${CLIENT}
    10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
    11:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
    11:00:01 smtp: AAAAA1: ${sent('bob@there.example')}
    11:00:01 qmgr: AAAAA1: removed
    12:00:00 pickup: AAAAA1: uid=0 from=<root@here.example>
    12:00:00 cleanup: AAAAA1: message-id=<2@here.example>
    12:00:00 qmgr: AAAAA1: from=<root@here.example>, ${ACTIVE}
    12:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
    12:00:01 qmgr: AAAAA1: removed
    13:00:00 smtpd: AAAAA1: ${CLIENT}
    13:00:00 qmgr: AAAAA1: from=<shop@here.example>, ${ACTIVE}
    13:00:01 smtp: AAAAA1: ${full('bob@there.example')}
  `),

  /** The id of a notification was the id of another message hours ago, and is one again. */
  notificationAmongOthers: log(`
    05:00:00 smtpd: BBBBB1: ${CLIENT}
    05:00:00 qmgr: BBBBB1: from=<early@here.example>, ${ACTIVE}
    05:00:01 smtp: BBBBB1: ${unknown('eve@there.example')}
    05:00:01 qmgr: BBBBB1: removed
  `).concat(
    LIVES.notifiedBefore,
    log(`
      15:00:00 smtpd: BBBBB1: ${CLIENT}
      15:00:00 qmgr: BBBBB1: from=<late@here.example>, ${ACTIVE}
      15:00:01 smtp: BBBBB1: ${full('eve@there.example')}
    `),
  ),

  /** A filter takes one recipient at once and the other only after a deferral. */
  filterInTwoSteps: log(`
    10:00:00 smtpd: EEEEE1: ${CLIENT}
    10:00:00 qmgr: EEEEE1: from=<news@here.example>, size=900, nrcpt=2 (queue active)
    10:00:01 smtpd: EEEEE2: ${LOCALHOST}
    10:00:01 qmgr: EEEEE2: from=<news@here.example>, ${ACTIVE}
    10:00:01 smtp: EEEEE1: ${toFilter('ann@there.example', '250 2.0.0 Ok: queued as EEEEE2')}
    10:00:02 smtp: EEEEE2: ${sent('ann@there.example')}
    10:00:02 qmgr: EEEEE2: removed
    10:00:02 smtp: EEEEE1: to=<bob@there.example>, relay=127.0.0.1[127.0.0.1]:10024, delay=1, delays=0/0/0.5/0.5, dsn=4.3.0, status=deferred (host 127.0.0.1[127.0.0.1] said: 451 4.3.0 Busy (in reply to end of DATA command))
    10:20:00 qmgr: EEEEE1: from=<news@here.example>, ${ACTIVE}
    10:20:00 smtpd: EEEEE3: ${LOCALHOST}
    10:20:00 qmgr: EEEEE3: from=<news@here.example>, ${ACTIVE}
    10:20:01 smtp: EEEEE1: ${toFilter('bob@there.example', '250 2.0.0 Ok: queued as EEEEE3')}
    10:20:01 qmgr: EEEEE1: removed
    10:20:02 smtp: EEEEE3: ${unknown('bob@there.example')}
    10:20:02 qmgr: EEEEE3: removed
  `),
};

describe('the summary of the pieces is the summary of the whole', () => {
  test.each(Object.keys(lives) as (keyof typeof lives)[])('wherever the log is cut (%s)', (life) => {
    expect(differences(lives[life])).toEqual([]);
  });

  test('wherever the log is cut, in the origin of its messages', () => {
    const text = log(`
      10:00:00 submission/smtpd: AAAAA1: ${CLIENT}, sasl_method=PLAIN, sasl_username=news
      10:00:00 cleanup: AAAAA1: message-id=<1@here.example>
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
      10:20:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:20:01 smtp: AAAAA1: ${unknown('bob@there.example')}
      10:20:01 qmgr: AAAAA1: removed
    `);
    expect(differences(text, { groupings: [['client'], ['saslUsername']] })).toEqual([]);
  });

  test('wherever the log is cut, in a period', () => {
    const since = Date.UTC(YEAR, 5, 5, 10, 0, 2);
    const until = Date.UTC(YEAR, 5, 5, 10, 20, 1);
    for (const life of ['deferredThenDelivered', 'notifiedBefore', 'forwarded', 'reused'] as const) {
      expect([life, ...differences(lives[life], { groupings: GROUPINGS, since, until })]).toEqual([life]);
    }
  });

  test('over the turn of a year', () => {
    const text = log(`
      10:00:00 smtpd: AAAAA1: ${CLIENT}
      10:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      10:00:01 smtp: AAAAA1: ${full('bob@there.example')}
      11:00:00 qmgr: AAAAA1: from=<news@here.example>, ${ACTIVE}
      11:00:01 smtp: AAAAA1: ${unknown('bob@there.example')}
      11:00:01 qmgr: AAAAA1: removed
    `)
      .replaceAll('Jun  5 10', 'Dec 31 23')
      .replaceAll('Jun  5 11', 'Jan  1 00');
    expect(differences(text)).toEqual([]);
    const { rows } = whole([Buffer.from(text)], wish);
    expect(rows[3]!.map(({ values }) => values[0])).toEqual([`${YEAR - 1}-12-31T23:00`, `${YEAR}-01-01T00:00`]);
  });
});

// -- any cut, any order -------------------------------------------------------------------------------------------------

/** A generated log of a busy, unlucky host, with the hand-written lives before and behind it. */
function generated(seed: number): Buffer {
  const start = Date.UTC(YEAR - 1, 11, 30, 6);
  const pieces = generate({ bytes: 250_000, seed, failureRate: seed % 2 === 0 ? 0.8 : 0.4, domains: 20, start });
  let text = '';
  let piece = pieces.next();
  for (; !piece.done; piece = pieces.next()) text += piece.value;
  // Statistics are most of a short log, and none of them counts.
  text = text.replaceAll(/^.*: statistics: .*\n/gm, '');
  // In June of the same year, in the order of their days; their queue ids are shorter than any generated one.
  const others = [LIVES.expired, lives.reused, LIVES.forwarded, lives.notificationAmongOthers].map((life, i) =>
    life.replaceAll(/\b([A-F]{4})(\d)\b/g, `$1${i}$2`).replaceAll(/^Jun {2}(\d)/gm, (_, day) => `Jun ${Number(day) + 6 * i}`),
  );
  const more = [LIVES.filteredQueuedAs, LIVES.probe, LIVES.twoHosts, LIVES.notifiedAfter, LIVES.filteredToElsewhere].map(
    (life, i) => life.replaceAll(/\b([A-F]{4})(\d)\b/g, `$1A${i}$2`).replaceAll(/^Jun {2}\d/gm, `Jul ${10 + i}`),
  );
  return Buffer.from(`${text}${others.join('').replaceAll(/^Jun (\d) /gm, 'Jun  $1 ')}${more.join('')}`);
}

const SEEDS = [1, 2, 3, 4, 5];
const logs = SEEDS.map(generated);
const ends = logs.map(boundaries);
const expected = logs.map((bytes) => whole([bytes], wish));

const fractions = (most: number) =>
  fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 0, maxLength: most });
const choices = fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { minLength: 16, maxLength: 16 });
const seedIndex = fc.nat({ max: SEEDS.length - 1 });

const at = <T>(list: readonly T[], fraction: number): T => list[Math.floor(fraction * list.length)]!;

describe('a generated log', () => {
  test('holds what makes merging hard', () => {
    for (const { totals, uncovered, rows } of expected) {
      for (const name of ['failed', 'expired', 'open', 'recovered', 'rejected', 'notifications', 'messages'] as const) {
        expect([name, totals[name] > 0]).toEqual([name, true]);
      }
      expect(totals.recipients).toBe(totals.delivered + totals.failed + totals.expired + totals.open);
      expect(uncovered).toBe(0);
      expect(rows[0]!.length).toBeGreaterThan(10);
    }
  });

  test('counts the same in one to eight pieces, merged in any order', () => {
    fc.assert(
      fc.property(seedIndex, fractions(7), choices, (seed, where, order) => {
        const pieces = cut(
          logs[seed]!,
          where.map((fraction) => at(ends[seed]!, fraction)),
        );
        expect(facts(mergeAll(summaries(pieces, wish), order))).toEqual(expected[seed]);
      }),
      { numRuns: 150, seed: 20_250_303 },
    );
  });

  test('counts the same when a life is cut right in the middle', () => {
    // Cuts among neighbouring lines are those between the first lines of a message, or around a notification.
    fc.assert(
      fc.property(
        seedIndex,
        fractions(1),
        fc.array(fc.nat({ max: 6 }), { maxLength: 4 }),
        choices,
        (seed, [where = 0.5], near, order) => {
          const first = Math.floor(where * (ends[seed]!.length - 7));
          const pieces = cut(
            logs[seed]!,
            near.map((step) => ends[seed]![first + step]!),
          );
          expect(facts(mergeAll(summaries(pieces, wish), order))).toEqual(expected[seed]);
        },
      ),
      { numRuns: 150, seed: 20_250_304 },
    );
  });

  test('counts the same in three files, cut inside and at their ends', () => {
    fc.assert(
      fc.property(seedIndex, fractions(2), fractions(4), choices, (seed, files, where, order) => {
        const bytes = logs[seed]!;
        const inputs = cut(
          bytes,
          files.map((fraction) => at(ends[seed]!, fraction)),
        ).map((piece) => piece.bytes);
        const pieces = inputs.flatMap((file, input) => {
          const inside = boundaries(file);
          const cuts = where
            .filter((_, i) => i % inputs.length === input && inside.length > 0)
            .map((fraction) => at(inside, fraction));
          return cut(file, cuts, input);
        });
        const merged = facts(mergeAll(summaries(pieces, wish), order));
        expect(merged).toEqual(whole(inputs, wish));
        expect(merged).toEqual(expected[seed]);
      }),
      { numRuns: 60, seed: 20_250_305 },
    );
  });

  test('counts the same when some pieces were read one after the other into one summary', () => {
    fc.assert(
      fc.property(seedIndex, fractions(7), fc.nat({ max: 7 }), choices, (seed, where, together, order) => {
        const pieces = cut(
          logs[seed]!,
          where.map((fraction) => at(ends[seed]!, fraction)),
        );
        // A reader of its own for each piece, but one run: the way one thread reads several files.
        const parts = [pieces.slice(0, together), pieces.slice(together)].filter((some) => some.length > 0);
        const read = parts.map((some) => {
          const bytes = Buffer.concat(some.map((piece) => piece.bytes));
          return readInto(
            newSummary(wish),
            [{ ...some[0]!, bytes, atEnd: some.at(-1)!.atEnd, reference: some.at(-1)!.reference }],
            wish,
          );
        });
        expect(facts(mergeAll(read, order))).toEqual(expected[seed]);
      }),
      { numRuns: 40, seed: 20_250_306 },
    );
  });
});

describe('merging', () => {
  const bytes = Buffer.from(LIVES.deferredThenDelivered + LIVES.threeRecipients.replaceAll('AAAAA1', 'AAAAA2'));
  const all = boundaries(bytes);
  const piece = (from: number, to: number, input = 0): Piece => ({
    input,
    bytes: bytes.subarray(from, to),
    from,
    firstLine: 1,
    atEnd: to === bytes.length,
    reference: Date.UTC(YEAR, 11, 1),
  });
  const summary = (...pieces: readonly Piece[]) => readInto(newSummary(wish), pieces, wish);
  const [a, b, c] = [all[2]!, all[5]!, all[8]!];

  test('with nothing changes nothing', () => {
    const expected = whole([bytes], wish);
    const left = newSummary(wish);
    left.merge(summary(piece(0, bytes.length)));
    expect(facts(left.conclude())).toEqual(expected);
    const right = summary(piece(0, bytes.length));
    right.merge(newSummary(wish));
    expect(facts(right.conclude())).toEqual(expected);
    const nothing = newSummary(wish);
    nothing.merge(newSummary(wish));
    expect(facts(nothing.conclude())).toEqual(facts(newSummary(wish).conclude()));
  });

  test.each<[string, [number, number], [number, number]]>([
    ['the same', [0, a], [0, a]],
    ['the end of one and the beginning of the other', [0, b], [a, c]],
    ['one inside the other', [0, c], [a, b]],
    ['the same beginning', [0, a], [0, b]],
    ['the same end', [a, c], [b, c]],
  ])('refuses ranges that overlap: %s', (_, first, second) => {
    expect(() => summary(piece(...first)).merge(summary(piece(...second)))).toThrow(/overlap/);
    expect(() => summary(piece(...second)).merge(summary(piece(...first)))).toThrow(/overlap/);
  });

  test('refuses a range that lies in what was merged before, whatever lies between', () => {
    const merged = summary(piece(0, a));
    merged.merge(summary(piece(c, bytes.length)));
    merged.merge(summary(piece(b, c)));
    expect(() => merged.merge(summary(piece(all[6]!, all[7]!)))).toThrow(/overlap/);
    const files = summary(piece(0, bytes.length, 0), piece(0, bytes.length, 1), piece(0, bytes.length, 2));
    expect(() => files.merge(summary(piece(0, a, 1)))).toThrow(/overlap/);
  });

  test('takes ranges with a gap between them', () => {
    const merged = summary(piece(0, a));
    expect(() => merged.merge(summary(piece(c, bytes.length)))).not.toThrow();
    expect(merged.conclude().totals.lines).toBe(all.indexOf(a) + 1 + (all.length + 1 - (all.indexOf(c) + 1)));
  });

  test('takes an empty stretch wherever it lies', () => {
    const expected = whole([bytes], wish);
    for (const empty of [0, a, bytes.length]) {
      for (const order of [
        [0, 0, 0, 0],
        [0.99, 0.99, 0.99, 0.99],
        [0.5, 0, 0, 0],
        [0, 0.99, 0.99, 0],
      ]) {
        const parts = [summary(piece(0, a)), summary(piece(empty, empty)), summary(piece(a, bytes.length))];
        expect(facts(mergeAll(parts, order))).toEqual(expected);
      }
    }
  });

  test('takes an empty file between two', () => {
    const inputs = [bytes.subarray(0, b), Buffer.alloc(0), bytes.subarray(b)];
    const pieces = inputs.flatMap((file, input) => cut(file, [], input));
    for (const order of [[0], [0.99], [0.5, 0], [0, 0.99]]) {
      expect(facts(mergeAll(summaries(pieces, wish), order))).toEqual(whole([bytes], wish));
    }
  });
});
