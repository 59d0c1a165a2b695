import { describe, expect, test } from 'vitest';
import type { Dimension } from '../../src/model/dimension.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { Calendar } from '../../src/summary/calendar.js';
import { KnownInputs } from '../../src/summary/known-inputs.js';
import { packCounts } from '../../src/summary/packed-counts.js';
import { PeriodCounts } from '../../src/summary/period-counts.js';
import { Summary } from '../../src/summary/summary.js';
import { facts, generated } from './cut-logs.js';
import { newSummary, readInto, UTC, YEAR } from './reading.js';

const GROUPINGS: readonly (readonly Dimension[])[] = [DEFAULT_GROUPING, ['recipientDomain'], ['wording'], ['hour']];
const DAY = 86_400_000;

describe('counts by period', () => {
  test.each([
    [0, GROUPINGS, undefined],
    [1, GROUPINGS, undefined],
    [0, GROUPINGS, 'at a glance'],
    [1, [DEFAULT_GROUPING], 'at a glance'],
  ] as const)('are what a run with --since and --until counts of each day (log %i, by %j, read %s)', (seed, groupings, lines) => {
    const bytes = generated(seed);
    const piece = { input: 0, bytes, from: 0, firstLine: 1, reference: Date.UTC(YEAR, 10, 1) };
    const { options } = newSummary({ groupings });
    const calendar = new Calendar('day', UTC);
    const summary = Summary.empty({
      ...options,
      newCounts: (counting) => new PeriodCounts(counting, calendar, Date.UTC(YEAR, 11, 1)),
    });
    const counts = readInto(summary, [piece], {
      groupings,
      ...(lines === undefined ? {} : { lines }),
    }).conclude() as PeriodCounts;
    const days = [...counts.parts].filter(([, { firstTime }]) => firstTime !== null);
    expect(days.length).toBeGreaterThan(8);
    for (const [since, part] of days) {
      const wish = { groupings, since, until: since + DAY };
      const alone = readInto(newSummary(wish), [piece], wish).conclude();
      const { uncovered: _, letGo: __, ...of } = facts(alone);
      const { uncovered: ___, letGo: ____, ...found } = facts(part);
      const noLines = { lines: 0, unparsedLines: 0 };
      expect({ ...found, totals: { ...found.totals, ...noLines } }).toEqual({ ...of, totals: { ...of.totals, ...noLines } });
      expect([part.delays, part.waiting]).toEqual([alone.delays, alone.waiting]);
    }
  });

  test('have each message told, as it falls to the period of its time', () => {
    const options = { groupings: [], since: null, until: null, zone: UTC };
    expect(new PeriodCounts(options, new Calendar('day', UTC), 0).coversAll).toBe(false);
    expect(newSummary().counts.coversAll).toBe(true);
  });

  test('put lines to the records around them', () => {
    const calendar = new Calendar('day', UTC);
    const day = Date.UTC(2026, 5, 5);
    const counts = new PeriodCounts({ groupings: [], since: null, until: null, zone: UTC }, calendar, day + 3 * DAY);
    const read = { lines: 10, unparsedLines: 0 };
    counts.startLines(read);
    read.lines = 15;
    counts.record('sent', day + DAY - 1);
    read.lines = 20;
    counts.record('sent', day + DAY - 1);
    read.lines = 31;
    counts.record('sent', day + DAY);
    read.lines = 40;
    counts.endLines();
    const lines = Object.fromEntries([...counts.parts].map(([start, { totals }]) => [(start - day) / DAY, totals.lines]));
    // The lines before the first record of all belong to no other.
    expect(lines).toEqual({ 0: 16, 1: 10, 3: 4 });
    expect(counts.whole().totals.lines).toBe(30);
  });

  test('put what has no time, or an impossible one, to the day on which it is read', () => {
    const now = Date.UTC(2026, 5, 5, 3);
    const counts = new PeriodCounts({ groupings: [], since: null, until: null, zone: UTC }, new Calendar('day', UTC), now);
    for (const time of [null, Date.UTC(1980, 0, 1), Date.UTC(2099, 0, 1)]) counts.record('bounced', time);
    expect([...counts.parts.keys()]).toEqual([Date.UTC(2026, 5, 5)]);
    expect(packCounts(counts.whole(), new KnownInputs()).length).toBeGreaterThan(0);
  });
});
