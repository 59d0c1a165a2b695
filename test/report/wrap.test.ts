import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/report/display-width.js';
import { longestWord, wrap, wrapBehind } from '../../src/report/wrap.js';

describe('the width of a text on a terminal', () => {
  test.each([
    ['', 0],
    ['550 OK', 6],
    ['Empfänger prüfen', 16],
    ['é', 1],
    ['e\u0301', 1],
    ['宛先', 4],
    ['（550）', 7],
    ['한국', 4],
    ['📬', 2],
  ])('of %j is %i', (text, width) => {
    expect(displayWidth(text)).toBe(width);
  });
});

describe('a text is broken into lines', () => {
  test('at spaces', () => {
    expect(wrap('the mailbox is full for now', 12)).toEqual(['the mailbox', 'is full for', 'now']);
  });

  test('never inside a word, which may be longer than a line', () => {
    expect(wrap('set smtp_destination_rate_delay now', 10)).toEqual(['set', 'smtp_destination_rate_delay', 'now']);
  });

  test('not at a space that does not break', () => {
    expect(wrap('la cause\u00a0: 550', 9)).toEqual(['la', 'cause\u00a0:', '550']);
  });

  test('between Japanese words, by the columns that they take', () => {
    const lines = wrap('受信者のメールボックスがいっぱいです。時間をおいて再送してください。', 24);
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(24);
    expect(lines.join('')).toBe('受信者のメールボックスがいっぱいです。時間をおいて再送してください。');
  });

  test('so that no line begins with a closing mark or ends with an opening one', () => {
    const text = '応答（RFC 5321 の「恒久的な失敗」）です。確認、修正、再送。';
    for (let columns = 8; columns < 40; columns++) {
      for (const line of wrap(text, columns)) {
        expect(line).not.toMatch(/^[、。」）]/);
        expect(line).not.toMatch(/[「（]$/);
      }
    }
  });

  test('and loses nothing, whatever it holds', () => {
    const words = fc.array(fc.constantFrom('550', 'mailbox', '宛先リスト', 'の', '（', '）。', 'smtp_x', ' ', 'ü', '送信者。'), {
      maxLength: 40,
    });
    fc.assert(
      fc.property(words, fc.integer({ min: 1, max: 60 }), (some, columns) => {
        const text = some.join('');
        expect(wrap(text, columns).join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
    fc.assert(
      fc.property(fc.string({ maxLength: 80 }), fc.integer({ min: 1, max: 60 }), (text, columns) => {
        for (const line of wrap(text, columns))
          expect(displayWidth(line)).toBeLessThanOrEqual(Math.max(columns, longestWord(text)));
      }),
    );
  });

  test('that begin under the first word behind a label', () => {
    expect(wrapBehind('原因： ', 'the mailbox is full', 18)).toEqual(['原因： the mailbox', '       is full']);
  });
});
