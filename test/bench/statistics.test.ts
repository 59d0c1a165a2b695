import { describe, expect, test } from 'vitest';
import { linearity, median, medianOfKnown, speedRatio, withoutStart } from '../../bench/statistics.mjs';

const MEBIBYTE = 2 ** 20;

describe('the median', () => {
  test('is the middle value, whatever the order', () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([10, 9, 2])).toBe(9);
  });

  test('is the mean of both middle values of an even number', () => {
    expect(median([4, 1, 2, 100])).toBe(3);
  });

  test('leaves the values as they were', () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });

  test('of nothing is refused', () => {
    expect(() => median([])).toThrow('no values');
  });

  test('passes over what could not be measured', () => {
    expect(medianOfKnown([null, 8, 2, null, 4])).toBe(4);
    expect(medianOfKnown([null, null])).toBeNull();
    expect(medianOfKnown([])).toBeNull();
  });
});

describe('the time without start and end', () => {
  test('is what the empty log does not take', () => {
    expect(withoutStart(1.25, 0.25)).toBe(1);
  });

  test('is unknown where it is lost in the noise of the start', () => {
    expect(withoutStart(0.21, 0.2)).toBeNull();
    expect(withoutStart(0.1, 0.2)).toBeNull();
  });
});

describe('the ratio of two tools', () => {
  test('pairs the runs of the same round', () => {
    // a slow spell of the machine struck the second round of both
    expect(speedRatio([1, 4, 2], [3, 12, 4])).toEqual({ median: 3, best: 3, pairs: 3 });
  });

  test('is above one for the faster tool', () => {
    expect(speedRatio([1], [25])?.median).toBe(25);
    expect(speedRatio([25], [1])?.median).toBe(0.04);
  });

  test('lets the last run of the tool that ran less often stand for the others', () => {
    expect(speedRatio([1, 2, 4], [8])).toEqual({ median: 4, best: 8, pairs: 3 });
    expect(speedRatio([8], [1, 2, 4])).toEqual({ median: 0.25, best: 0.5, pairs: 3 });
  });

  test('passes over pairs that could not be measured', () => {
    expect(speedRatio([1, null, 2], [4, 4, null])).toEqual({ median: 4, best: 4, pairs: 1 });
  });

  test('is unknown without a pair', () => {
    expect(speedRatio([], [1])).toBeNull();
    expect(speedRatio([1], [])).toBeNull();
    expect(speedRatio([null], [1])).toBeNull();
  });
});

describe('linearity', () => {
  test('of time in proportion to the size has neither spread nor growth', () => {
    const found = linearity([
      { bytes: 100 * MEBIBYTE, time: 0.5 },
      { bytes: 200 * MEBIBYTE, time: 1 },
    ]);
    expect(found?.points.map(({ perMebibyte }) => perMebibyte)).toEqual([0.005, 0.005]);
    expect(found?.points.map(({ further }) => further)).toEqual([null, 0.005]);
    expect(found?.spread).toBe(0);
    expect(found?.growth).toBe(0);
  });

  test('with a fixed part has a spread, and no growth', () => {
    const found = linearity([
      { bytes: 1 * MEBIBYTE, time: 2 },
      { bytes: 2 * MEBIBYTE, time: 3 },
      { bytes: 4 * MEBIBYTE, time: 5 },
    ]);
    expect(found?.points.map(({ further }) => further)).toEqual([null, 1, 1]);
    expect(found?.spread).toBeCloseTo(0.6);
    expect(found?.growth).toBe(0);
  });

  test('of time that grows with the square of the size grows as the size does', () => {
    const found = linearity([
      { bytes: 1 * MEBIBYTE, time: 1 },
      { bytes: 2 * MEBIBYTE, time: 4 },
      { bytes: 3 * MEBIBYTE, time: 9 },
    ]);
    expect(found?.growth).toBeCloseTo(2);
  });

  test('needs two sizes that could be measured', () => {
    expect(linearity([{ bytes: MEBIBYTE, time: 1 }])).toBeNull();
    expect(
      linearity([
        { bytes: MEBIBYTE, time: null },
        { bytes: 2 * MEBIBYTE, time: 1 },
      ]),
    ).toBeNull();
  });
});
