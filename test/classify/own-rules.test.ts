import { describe, expect, test } from 'vitest';
import { OwnRulesError, parseOwnRules } from '../../src/classify/own-rules.js';

const rule = (id: string) => `{"id":"${id}","reason":"user-unknown",\n  "replyCode":[550]}`;

/** The line that is named as wrong. */
function wrongLine(json: string): number | null {
  try {
    parseOwnRules(json);
    return null;
  } catch (error) {
    if (error instanceof OwnRulesError) return error.line;
    throw error;
  }
}

describe('a file of own rules', () => {
  test.each([
    ['a list', `[${rule('a.a')},\n\n ${rule('a.b')} , ${rule('a.c')}\n]`, [1, 4, 5]],
    ['an object', `{ "rules":\n[\n${rule('a.a')},${rule('a.b')}]}`, [3, 4]],
    ['an empty list', '[ ]', []],
  ])('tells on which line each rule begins: %s', (_, json, lines) => {
    expect(parseOwnRules(json).lines).toEqual(lines);
  });

  test.each([
    ['in the middle', '[\n{"id":"a.a",\n"reason" "x"},\n{}\n]', 3],
    ['at its end', '[\n{"id":"a.a"}\n', 3],
    ['behind its end', '[\n]\n\nx', 4],
    ['at once', 'x\n[]', 1],
  ])('that is no JSON is wrong on the line where that shows: %s', (_, json, line) => {
    expect(wrongLine(json)).toBe(line);
  });

  test.each([
    ['no pattern', '"(x": "550 x"'],
    ['a pattern without a text', '"x y": ""'],
  ])('names the line of the pattern that is wrong: %s', (_, pattern) => {
    expect(wrongLine(`[{"id":"a.a","reason":"policy","patterns":{\n"a b": "550 a b",\n"cc": "550 cc",\n${pattern}\n}}]`)).toBe(4);
  });

  test('may begin with a byte order mark', () => {
    expect(parseOwnRules(`\ufeff[${rule('a.a')}]`).lines).toEqual([1]);
    expect(wrongLine('\ufeff[\n{"id":"a.a",\n"reason" "x"}]')).toBe(3);
  });

  test('of tens of thousands of lines is read at once', () => {
    const rules = Array.from({ length: 20_000 }, (_, i) => rule(`a.${i}`)).join(',\n');
    expect(parseOwnRules(`[${rules}]`).lines.at(-1)).toBe(39_999);
    expect(wrongLine(`[${rules},\n?]`)).toBe(40_001);
  });
});
