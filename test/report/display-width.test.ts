import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cut, displayWidth } from '../../src/report/display-width.js';
import { leastTime } from '../least-time.js';

describe('a text is cut', () => {
  test.each([
    ['abcde', 5, 'abcde'],
    ['abcdef', 5, 'abcd…'],
    ['', 5, ''],
    ['日本語', 6, '日本語'],
    ['日本語文', 6, '日本…'],
    ['e\u0301e\u0301e\u0301', 2, 'e\u0301…'],
    ['a👩‍👩‍👧b', 3, 'a…'],
  ])('%j to %d columns: %j', (text, columns, expected) => {
    expect(cut(text, columns)).toBe(expected);
  });

  test('to no more columns than there are, and not where it fits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 1, max: 40 }), (text, columns) => {
        const short = cut(text, columns);
        expect(displayWidth(short)).toBeLessThanOrEqual(Math.max(columns, 1));
        if (displayWidth(text) <= columns && text.length <= columns) expect(short).toBe(text);
        if (short !== text) expect(text.startsWith(short.slice(0, -1)) && short.endsWith('…')).toBe(true);
      }),
    );
  });

  test('in no long time, however long it is', () => {
    expect(displayWidth(cut('日'.repeat(1_000_000), 80))).toBeLessThanOrEqual(80);
    expect(leastTime(250, () => cut('日'.repeat(1_000_000), 80))).toBeLessThan(250);
    expect(leastTime(250, () => cut(`a${'\u0301'.repeat(1_000_000)}`, 80))).toBeLessThan(250);
  });
});
