import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Distinct, EXACT_DISTINCT } from '../../src/summary/distinct.js';

/** What the estimate states: 1.04 / sqrt(2^14). */
const STANDARD_ERROR = 0.0081;

/** Values as logs hold them, and some that a poor hash would confuse. */
const SHAPES: Readonly<Record<string, (i: number) => string>> = {
  numbers: (i) => `${i}`,
  addresses: (i) => `user${i % 997}.${Math.floor(i / 997)}@customer${i % 89}.example`,
  'long with a counter in front': (i) => `${i}-${'x'.repeat(60)}@there.example`,
  hexadecimal: (i) => (i * 0x1_0001).toString(16).padStart(12, '0'),
};

function countOf(values: Iterable<string>): Distinct {
  const distinct = new Distinct();
  for (const value of values) distinct.add(value);
  return distinct;
}

function* range(from: number, to: number, shape: (i: number) => string) {
  for (let i = from; i < to; i++) yield shape(i);
}

describe.each(Object.entries(SHAPES))('the count of distinct values (%s)', (_, shape) => {
  test('is exact up to its limit, however often a value comes', () => {
    for (const size of [0, 1, 2, 3, 15, 16, 17, 1000, 1001, EXACT_DISTINCT - 1, EXACT_DISTINCT]) {
      const distinct = countOf(range(0, size, shape));
      expect([distinct.size, distinct.isEstimate]).toEqual([size, false]);
      for (const value of range(0, Math.min(size, 500), shape)) distinct.add(value);
      expect([distinct.size, distinct.isEstimate]).toEqual([size, false]);
    }
  });

  test('is an estimate from the first value beyond it', () => {
    const distinct = countOf(range(0, EXACT_DISTINCT, shape));
    distinct.add(shape(EXACT_DISTINCT));
    expect(distinct.isEstimate).toBe(true);
    expect(Math.abs(distinct.size / EXACT_DISTINCT - 1)).toBeLessThan(3 * STANDARD_ERROR);
  });

  test('stays within three standard errors of the truth', () => {
    const distinct = new Distinct();
    let at = 0;
    for (const size of [20_000, 100_000, 1_000_000]) {
      for (; at < size; at++) distinct.add(shape(at));
      expect(distinct.isEstimate).toBe(true);
      expect([size, Math.abs(distinct.size / size - 1) < 3 * STANDARD_ERROR]).toEqual([size, true]);
    }
  });
});

test('the estimate is as good as stated, on average over many sets of each size', () => {
  const sets = 24;
  for (const size of [15_000, 30_000, 41_000, 60_000, 90_000]) {
    let squares = 0;
    for (let set = 0; set < sets; set++) {
      const distinct = countOf(range(0, size, (i) => `${set}/${i}@there.example`));
      squares += (distinct.size / size - 1) ** 2;
    }
    // With 24 sets the mean square itself varies by a good quarter.
    expect([size, Math.sqrt(squares / sets) < 1.4 * STANDARD_ERROR]).toEqual([size, true]);
  }
});

const words = fc.array(fc.oneof(fc.constantFrom('', 'a', 'b', 'ab', 'ba'), fc.string({ maxLength: 12 })), { maxLength: 60 });

describe('a count depends on the set of values alone', () => {
  test('and is that of a set', () => {
    fc.assert(
      fc.property(words, (values) => {
        expect(countOf(values).size).toBe(new Set(values).size);
      }),
    );
  });

  test('not on their order, nor on how counts were merged', () => {
    fc.assert(
      fc.property(
        fc
          .array(words, { minLength: 1, maxLength: 6 })
          .chain((parts) => fc.tuple(fc.constant(parts), fc.shuffledSubarray(parts, { minLength: parts.length }))),
        ([parts, shuffled]) => {
          const whole = countOf(parts.flat());
          const left = countOf([]);
          for (const part of parts) left.merge(countOf(part));
          const right = shuffled.reduceRight((sum, part) => {
            const count = countOf(part);
            count.merge(sum);
            return count;
          }, new Distinct());
          expect([left.size, left.isEstimate]).toEqual([whole.size, whole.isEstimate]);
          expect([right.size, right.isEstimate]).toEqual([whole.size, whole.isEstimate]);
        },
      ),
    );
  });

  test('around and beyond the limit too', () => {
    const shape = SHAPES.addresses!;
    fc.assert(
      fc.property(
        fc.constantFrom(EXACT_DISTINCT - 1, EXACT_DISTINCT, EXACT_DISTINCT + 1, 25_000),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 4 }),
        fc.boolean(),
        (size, cuts, backwards) => {
          const whole = countOf(range(0, size, shape));
          const ends = [0, ...cuts.map((cut) => Math.floor(cut * size)).sort((a, b) => a - b), size];
          // Each part overlaps the one before it.
          const parts = ends.slice(1).map((end, i) => countOf(range(Math.max(0, ends[i]! - 100), end, shape)));
          if (backwards) parts.reverse();
          const merged = new Distinct();
          for (const part of parts) merged.merge(part);
          expect([merged.size, merged.isEstimate]).toEqual([whole.size, size > EXACT_DISTINCT]);
        },
      ),
      { numRuns: 40 },
    );
  });

  test('and merging leaves the other as it was', () => {
    const shape = SHAPES.numbers!;
    for (const [mine, others] of [
      [5, 1],
      [0, 12_000],
      [12_000, 5],
      [6000, 6000],
    ] as const) {
      const left = countOf(range(0, mine, shape));
      const right = countOf(range(20_000, 20_000 + others, shape));
      const before = right.size;
      left.merge(right);
      left.add('another');
      expect([right.size, right.isEstimate]).toEqual([before, others > EXACT_DISTINCT]);
    }
  });
});
