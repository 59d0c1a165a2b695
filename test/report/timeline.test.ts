import { describe, expect, test } from 'vitest';
import { timeline } from '../../src/report/timeline.js';
import { type Counted, countsOf, DELIVERED, FULL, UNKNOWN } from './overview-of.js';

const at = (time: string) => Date.parse(`${time}Z`);
const failed = (time: string, times = 1): Counted => ['failed', { ...UNKNOWN, ms: at(time) }, times];
const line = (counted: readonly Counted[], most: number) => timeline(countsOf(counted), most)!;
const starts = (counted: readonly Counted[], most: number) => line(counted, most).points.map(({ start }) => start);

describe('a timeline', () => {
  test('has a point for each step, also where nothing happened', () => {
    const { step, points } = line(
      [
        failed('2026-06-05T10:59', 2),
        ['expired', { ...FULL, ms: at('2026-06-05T10:01') }],
        ['returned', { ...UNKNOWN, ms: at('2026-06-05T12:00') }],
        ['delayed', { ...FULL, ms: at('2026-06-05T12:30') }, 7],
        ['delivered', { ...DELIVERED, ms: at('2026-06-05T12:30') }, 5],
      ],
      10,
    );
    expect(step).toEqual({ unit: 'hour', count: 1 });
    expect(points).toEqual([
      { start: '2026-06-05T10:00', delivered: 0, lost: 3, delayed: 0 },
      { start: '2026-06-05T11:00', delivered: 0, lost: 0, delayed: 0 },
      { start: '2026-06-05T12:00', delivered: 5, lost: 1, delayed: 7 },
    ]);
  });

  test.each([
    ['2026-06-05T10:00', '2026-06-05T13:00', 2, { unit: 'hour', count: 2 }, ['2026-06-05T10:00', '2026-06-05T12:00']],
    [
      '2026-06-05T10:00',
      '2026-06-06T13:00',
      4,
      { unit: 'hour', count: 12 },
      ['2026-06-05T00:00', '2026-06-05T12:00', '2026-06-06T12:00'],
    ],
    ['2026-06-05T10:00', '2026-06-07T13:00', 3, { unit: 'day', count: 1 }, ['2026-06-05', '2026-06-06', '2026-06-07']],
    ['2026-06-05T10:00', '2026-06-17T13:00', 3, { unit: 'week', count: 1 }, ['2026-06-01', '2026-06-08', '2026-06-15']],
    ['2025-11-05T10:00', '2026-02-17T13:00', 4, { unit: 'month', count: 1 }, ['2025-11', '2025-12', '2026-01', '2026-02']],
    ['2023-11-05T10:00', '2026-02-17T13:00', 4, { unit: 'year', count: 1 }, ['2023', '2024', '2025', '2026']],
    ['1965-11-05T10:00', '1967-02-17T13:00', 4, { unit: 'year', count: 1 }, ['1965', '1966', '1967']],
  ] as const)('from %s to %s with %d points takes larger steps', (from, to, most, step, expected) => {
    const { step: taken, points } = line([failed(to, 2), failed(from)], most);
    expect(taken).toEqual(step);
    expect(points.map(({ start }) => start)).toEqual(expect.arrayContaining([...expected]));
    expect([points[0]!.start, points.at(-1)!.start]).toEqual([expected[0], expected.at(-1)]);
    expect([points[0]!.lost, points.at(-1)!.lost]).toEqual([1, 2]);
    expect(points.reduce((sum, { lost }) => sum + lost, 0)).toBe(3);
  });

  test('over years has no more points than years', () => {
    expect(starts([failed('2020-01-01T00:00'), failed('2026-12-31T23:00')], 3)).toHaveLength(7);
    const wrong = starts([failed('1900-01-01T00:00'), failed('2026-01-01T00:00'), failed('9999-01-01T00:00')], 3);
    expect(wrong).toEqual(['1900', '2026', '9999']);
  });

  test('is none where nothing has a time, or nothing was counted by the hour', () => {
    expect(timeline(countsOf([['failed', { ...UNKNOWN, ms: null }]]), 10)).toBeNull();
    expect(timeline(countsOf([failed('2026-06-05T10:00')], [['day']]), 10)).toBeNull();
  });

  test('leaves out what has no time', () => {
    expect(line([['failed', { ...UNKNOWN, ms: null }, 9], failed('2026-06-05T10:00')], 10).points).toHaveLength(1);
  });
});
