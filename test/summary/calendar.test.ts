import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Zone } from '../../src/model/zone.js';
import { Calendar, PERIODS } from '../../src/summary/calendar.js';

const at = (text: string) => Date.parse(text);
const HOUR = 3_600_000;

describe('a period', () => {
  test('is a local day, of 23 or 25 hours where the clocks change', () => {
    const days = new Calendar('day', new Zone('Europe/Berlin'));
    const start = days.startOf(at('2026-03-29T10:00:00Z'));
    expect(new Date(start).toISOString()).toBe('2026-03-28T23:00:00.000Z');
    expect(days.next(start) - start).toBe(23 * HOUR);
    const autumn = days.startOf(at('2026-10-25T10:00:00Z'));
    expect(days.next(autumn) - autumn).toBe(25 * HOUR);
    expect(days.nameOf(autumn)).toBe('2026-10-25');
  });

  test('begins when midnight is skipped, and with the first of two', () => {
    // Clocks in Santiago went from 24:00 to 01:00 on 7 September 2025, and from 24:00 back to 23:00 on 5 April 2025.
    const days = new Calendar('day', new Zone('America/Santiago'));
    expect(new Date(days.startOf(at('2025-09-07T12:00:00Z'))).toISOString()).toBe('2025-09-07T04:00:00.000Z');
    const april = days.startOf(at('2025-04-05T12:00:00Z'));
    expect(days.next(april) - april).toBe(25 * HOUR);
    // In Havana midnight comes twice: from 01:00 back to 00:00 on 2 November 2025.
    const havana = new Calendar('day', new Zone('America/Havana'));
    const start = havana.startOf(at('2025-11-02T12:00:00Z'));
    expect(new Date(start).toISOString()).toBe('2025-11-02T04:00:00.000Z');
    expect(havana.startOf(start + HOUR / 2)).toBe(start);
    expect(havana.startOf(start + HOUR * 1.5)).toBe(start);
  });

  test.each([
    ['2026-06-05T10:00:00Z', '2026-W23'],
    ['2027-01-01T10:00:00Z', '2026-W53'],
    ['2024-12-30T10:00:00Z', '2025-W01'],
    ['2026-06-07T23:59:59Z', '2026-W23'],
    ['2026-06-08T00:00:00Z', '2026-W24'],
    ['1969-12-31T10:00:00Z', '1970-W01'],
  ])('of %s is the week %s', (time, name) => {
    const weeks = new Calendar('week', new Zone('UTC'));
    expect(weeks.nameOf(weeks.startOf(at(time)))).toBe(name);
  });

  test('is a month', () => {
    const months = new Calendar('month', new Zone('Europe/Berlin'));
    const start = months.startOf(at('2026-12-31T23:30:00Z'));
    expect(months.nameOf(start)).toBe('2027-01');
    expect(months.nameOf(months.next(start))).toBe('2027-02');
  });

  test('holds every instant once, in any zone', () => {
    const zones = ['UTC', 'Europe/Berlin', 'America/Havana', 'America/Santiago', 'Pacific/Apia', 'Asia/Kathmandu', '+14:00'];
    fc.assert(
      fc.property(
        fc.constantFrom(...zones),
        fc.constantFrom(...PERIODS),
        fc.integer({ min: at('2009-01-01T00:00:00Z'), max: at('2030-01-01T00:00:00Z') }),
        (zone, length, instant) => {
          const calendar = new Calendar(length, new Zone(zone));
          const start = calendar.startOf(instant);
          const end = calendar.next(start);
          expect(start).toBeLessThanOrEqual(instant);
          expect(end).toBeGreaterThan(instant);
          expect(calendar.startOf(start)).toBe(start);
          expect(calendar.startOf(end - 1)).toBe(start);
          expect(calendar.startOf(end)).toBe(end);
        },
      ),
      { numRuns: 500 },
    );
  });
});
