import { describe, expect, test } from 'vitest';
import { Zone } from '../../src/model/zone.js';
import { LiveCounts, windowStart } from '../../src/scan/live-counts.js';
import type { Counts } from '../../src/summary/counts.js';

const berlin = new Zone('Europe/Berlin');
const options = { groupings: [], since: null, until: null, zone: berlin };
const HOUR = 3_600_000;

describe('what is counted of what was there before', () => {
  test.each([
    ['2026-06-05T10:00:00Z', 1, '2026-06-04T22:00:00.000Z'],
    ['2026-06-05T22:30:00Z', 1, '2026-06-05T22:00:00.000Z'],
    ['2026-06-05T22:30:00Z', 2, '2026-06-04T22:00:00.000Z'],
    // A day of 23 hours, and one of 25.
    ['2026-03-29T22:30:00Z', 2, '2026-03-28T23:00:00.000Z'],
    ['2026-10-26T12:00:00Z', 2, '2026-10-24T22:00:00.000Z'],
  ])('at %s of %d days begins at %s', (time, days, start) => {
    expect(new Date(windowStart(Date.parse(time), berlin, days)).toISOString()).toBe(start);
  });
});

describe('counts of the last days', () => {
  test('are dropped day by day, and never more than are asked for', () => {
    const dropped: Counts[] = [];
    const start = Date.parse('2026-03-20T10:00:00Z');
    const counts = new LiveCounts(options, 2, start, (one) => dropped.push(one));
    for (let hour = 0; hour < 24 * 30; hour++) {
      counts.advance(start + hour * HOUR);
      counts.current.totals.lines++;
      expect(counts.kept.length).toBeLessThanOrEqual(2);
    }
    const sum = (all: readonly Counts[]) => all.reduce((lines, { totals }) => lines + totals.lines, 0);
    expect(sum(dropped) + sum(counts.kept)).toBe(24 * 30);
    // The days across which the clock is put forward has an hour less.
    expect(new Set(dropped.slice(1).map(({ totals }) => totals.lines))).toEqual(new Set([24, 23]));
    expect(counts.total().totals.lines).toBe(sum(counts.kept));
  });

  test('leave out what is too old of what was there before, and nothing of what comes', () => {
    const start = Date.parse('2026-06-05T10:00:00Z');
    const counts = new LiveCounts({ ...options, since: windowStart(start, berlin, 2) }, 2, start, () => {});
    const old = Date.parse('2026-06-03T10:00:00Z');
    counts.current.record('bounced', old);
    counts.follow(start);
    counts.current.record('bounced', old);
    expect(counts.total().totals.records.bounced).toBe(1);
  });

  test('stay where they are when the clock is put back', () => {
    const counts = new LiveCounts(options, 1, Date.parse('2026-06-05T10:00:00Z'), () => {});
    const { current } = counts;
    expect(counts.advance(Date.parse('2026-06-01T10:00:00Z'))).toBe(false);
    expect(counts.current).toBe(current);
    expect(counts.advance(Date.parse('2026-06-06T10:00:00Z'))).toBe(true);
    expect(counts.kept.length).toBe(1);
  });
});
