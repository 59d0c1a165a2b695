import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatTimestamp } from '../../src/model/timestamp.js';

const NOON = Date.UTC(2026, 5, 5, 12, 0, 0);

describe('a time stamp', () => {
  test.each([
    [NOON, 0, '2026-06-05T12:00:00Z'],
    [NOON, 120, '2026-06-05T14:00:00+02:00'],
    [NOON, -300, '2026-06-05T07:00:00-05:00'],
    [NOON, 330, '2026-06-05T17:30:00+05:30'],
    [NOON, -210, '2026-06-05T08:30:00-03:30'],
    [NOON, -30, '2026-06-05T11:30:00-00:30'],
    [NOON, 840, '2026-06-06T02:00:00+14:00'],
    [NOON + 7, 0, '2026-06-05T12:00:00.007Z'],
    [NOON + 750, -90, '2026-06-05T10:30:00.750-01:30'],
    [Date.UTC(2026, 0, 1, 0, 30), -60, '2025-12-31T23:30:00-01:00'],
    [0, 0, '1970-01-01T00:00:00Z'],
    [-1000, 0, '1969-12-31T23:59:59Z'],
  ])('of %d with an offset of %d minutes is %s', (ms, offset, expected) => {
    expect(formatTimestamp({ ms, offset })).toBe(expected);
  });

  test('that is not known is none', () => {
    expect(formatTimestamp(null)).toBeNull();
  });

  test('is the same instant when it is read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4e12 }), fc.integer({ min: -14 * 60, max: 14 * 60 }), (ms, offset) => {
        const text = formatTimestamp({ ms, offset })!;
        expect(text).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)$/);
        expect(Date.parse(text)).toBe(ms);
        expect(text.includes('.')).toBe(ms % 1000 !== 0);
      }),
    );
  });
});
