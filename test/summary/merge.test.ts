import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import type { Counts } from '../../src/summary/counts.js';
import type { Summary } from '../../src/summary/summary.js';
import { boundaries, cut, facts, generated, lives } from './cut-logs.js';
import { ACTIVE, CLIENT, full, LIVES, unknown } from './lives.js';
import { log, newSummary, type Piece, readInto, type Wish, YEAR } from './reading.js';

const GROUPINGS: readonly (readonly Dimension[])[] = [DEFAULT_GROUPING, ['recipientDomain'], ['sender', 'instance'], ['hour']];

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
          return readInto(newSummary(wish), [{ ...some[0]!, bytes, reference: some.at(-1)!.reference }], wish);
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
