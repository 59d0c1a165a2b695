import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DimensionValue } from '../../src/model/dimension.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { Counts } from '../../src/summary/counts.js';
import { keyOfValues } from '../../src/summary/row-keys.js';
import { WordingLimit } from '../../src/summary/wording-limit.js';
import { event } from './events.js';
import { UTC } from './reading.js';

/** A row that only counts. */
class Tally {
  readonly values: readonly DimensionValue[];
  times = 0;

  constructor(values: readonly DimensionValue[]) {
    this.values = values;
  }

  merge(other: Tally): void {
    this.times += other.times;
  }
}

const MOST = 4;

/** Counts values that stand in a first place beside a wording. */
class Tallies {
  readonly rows = new Map<string, Tally>();
  readonly #limit = new WordingLimit<Tally>(1, MOST, this.rows, (values) => new Tally(values));

  add(values: readonly DimensionValue[]): this {
    (this.rows.get(keyOfValues(values)) ?? this.#limit.row(values)).times++;
    return this;
  }

  merge(other: Tallies): this {
    for (const row of other.rows.values()) (this.rows.get(keyOfValues(row.values)) ?? this.#limit.row(row.values)).merge(row);
    return this;
  }

  get all(): string[] {
    return [...this.rows.values()].map(({ values, times }) => `${values.join(': ')} ×${times}`).sort();
  }
}

const of = (...all: readonly (readonly DimensionValue[])[]) => all.reduce((rows: Tallies, one) => rows.add(one), new Tallies());

describe('wordings of which there are too many', () => {
  const five = ['a a', 'a b', 'b a', 'b b', 'c'].map((wording) => ['550', wording]);

  test('are cut to as many words as leave few enough; nothing is lost', () => {
    expect(of(...five.slice(0, 4)).all).toEqual(['550: a a ×1', '550: a b ×1', '550: b a ×1', '550: b b ×1']);
    expect(of(...five, ...five).all).toEqual(['550: a\u00a0… ×4', '550: b\u00a0… ×4', '550: c ×2']);
  });

  test('are cut only where they are too many', () => {
    const rows = of(...five, ['421', 'a a'], ['421', 'a b'], ['421', null]);
    expect(rows.all).toEqual(
      ['421: a a ×1', '421: a b ×1', '421:  ×1', '550: a\u00a0… ×2', '550: b\u00a0… ×2', '550: c ×1'].sort(),
    );
  });

  test('are one where even the first words are too many', () => {
    expect(of(...['a', 'b', 'c', 'd x', 'e'].map((wording) => ['550', wording]), ['550', null]).all).toEqual([
      '550:  ×1',
      '550: \u00a0… ×5',
    ]);
  });

  test('give the same rows in whatever order they are counted and merged', () => {
    const word = fc.constantFrom('a', 'b', 'c');
    const wording = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(' '));
    const values = fc.tuple(fc.constantFrom('550', '421'), fc.option(wording, { freq: 9 }));
    const list = fc.array(values, { maxLength: 15 });
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        const whole = of(...a, ...b, ...c).all;
        expect(of(...[...c, ...a, ...b].reverse()).all).toEqual(whole);
        expect(
          of(...a)
            .merge(of(...b))
            .merge(of(...c)).all,
        ).toEqual(whole);
        expect(of(...c).merge(of(...b).merge(of(...a))).all).toEqual(whole);
        expect(new Tallies().merge(of(...c, ...b)).merge(of(...a)).all).toEqual(whole);
      }),
      { numRuns: 2000 },
    );
  });

  test('keep counts small, whatever a server writes', () => {
    const counts = new Counts({ groupings: [[...DEFAULT_GROUPING, 'wording']], since: null, until: null, zone: UTC });
    const letters = (n: number) => n.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);
    for (let i = 0; i < 20_000; i++) counts.count('failed', event({ diagnostic: `no ${letters(i)} here`, replyCode: 550 }));
    for (let i = 0; i < 400; i++) counts.count('failed', event({ diagnostic: `no ${letters(i)} here`, replyCode: 551 }));
    const rows = [...counts.rows[0]!.values()];
    expect(rows.map(({ events }) => events).reduce((a, b) => a + b)).toBe(20_400);
    expect(rows.filter(({ values }) => values[1] === 550).map(({ values, events }) => [values[4], events])).toEqual([
      ['no\u00a0…', 20_000],
    ]);
    expect(rows.filter(({ values }) => values[1] === 551)).toHaveLength(400);
  });
});
