import { describe, expect, test } from 'vitest';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import type { Ledger } from '../../src/state/ledger.js';
import { book, newLedger } from '../../src/state/periods.js';
import { Calendar } from '../../src/summary/calendar.js';
import { KnownInputs } from '../../src/summary/known-inputs.js';
import { PeriodCounts } from '../../src/summary/period-counts.js';
import { UTC } from '../summary/reading.js';

const GROUPINGS = [DEFAULT_GROUPING];
const day = (number: number, hour = 0) => Date.UTC(2026, 5, number, hour);

/** A run that reads so many records of days of June. */
function run(ledger: Ledger, now: number, records: Readonly<Record<number, number>>) {
  const counted = new PeriodCounts({ groupings: GROUPINGS, since: null, until: null, zone: UTC }, new Calendar('day', UTC), now);
  for (const [number, times] of Object.entries(records))
    for (let i = 0; i < times; i++) counted.record('bounced', day(Number(number), 12));
  const { ledger: next, due } = book(ledger, counted, { zone: UTC, now, names: new KnownInputs() });
  const told = due.map(({ name, why, late, counts }) => `${name} ${why} ${late} of ${counts.totals.records.bounced}`);
  return { ledger: next, told };
}

describe('the periods that are reported', () => {
  const begun = newLedger('day', 'UTC', GROUPINGS);

  test('are those that are over, once', () => {
    const first = run(begun, day(5, 3), { 4: 3, 5: 1 });
    expect(first.told).toEqual(['2026-06-04 over 0 of 3']);
    expect(run(first.ledger, day(5, 4), {}).told).toEqual([]);
    const second = run(first.ledger, day(8, 3), { 5: 2, 7: 1 });
    expect(second.told).toEqual(['2026-06-05 over 0 of 3', '2026-06-06 over 0 of 0', '2026-06-07 over 0 of 1']);
  });

  test('are reported again as a whole when more comes, also into one that was empty', () => {
    const first = run(begun, day(8, 3), { 4: 3, 7: 1 });
    expect(first.told).toHaveLength(4);
    const late = run(first.ledger, day(8, 4), { 4: 1, 5: 2 });
    expect(late.told).toEqual(['2026-06-04 late 1 of 4', '2026-06-05 late 2 of 2']);
  });

  test('are kept although many empty ones follow', () => {
    const first = run(begun, day(4) + 90 * 86_400_000, { 4: 3 });
    expect(first.told.filter((one) => one.endsWith('of 3'))).toEqual(['2026-06-04 over 0 of 3']);
    expect(first.told).toHaveLength(32);
    expect(run(first.ledger, day(4) + 90 * 86_400_000, { 4: 1 }).told).toEqual(['2026-06-04 late 1 of 4']);
  });

  test('are known as reported when their counts are gone', () => {
    let ledger = begun;
    for (let number = 1; number <= 20; number++) ledger = run(ledger, day(number + 1, 3), { [number]: 1 }).ledger;
    expect(ledger.kept.filter(({ reported }) => reported)).toHaveLength(14);
    const first = run(ledger, day(21, 5), { 2: 4 });
    expect(first.told).toEqual(['2026-06-02+2026-06-21 more 4 of 4']);
    const again = run(first.ledger, day(21, 6), { 2: 1 });
    expect(again.told).toEqual(['2026-06-02+2026-06-21 more 1 of 5']);
    expect(run(again.ledger, day(22, 6), { 2: 1 }).told).toContain('2026-06-02+2026-06-22 more 1 of 1');
  });

  test('are not over before their end by a clock that was ahead', () => {
    const ahead = run(begun, day(25, 3), { 5: 1 });
    const back = run(ahead.ledger, day(5, 13), { 5: 1 });
    expect(back.told).toEqual(['2026-06-05 late 1 of 2']);
    expect(run(back.ledger, day(6, 3), { 6: 1 }).told).toEqual(['2026-06-06 late 1 of 1']);
  });
});
