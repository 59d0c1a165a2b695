import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));
const page = readFileSync(root('SECURITY.md'), 'utf8');

const NAMED = /`(test\/[^`]+)`, "([^"]+)"/g;
const named = [...page.matchAll(NAMED)].map(([, file, name]) => ({ file: file!, name: name! }));

/** What a test or a group of tests is called, as it stands in its file. */
const isThere = (text: string, name: string): boolean =>
  new RegExp(`\\b(?:test|it|describe)\\b[^\\n]*\\(\\s*(['"\`])${escaped(name)}\\1,`).test(text);

const escaped = (name: string): string => name.replaceAll(/[$()*+.?[\\\]^{|}]/g, '\\$&');

describe('SECURITY.md', () => {
  test('names tests', () => {
    expect(named.length).toBeGreaterThan(30);
    // Each mention of a file of tests comes with the name of one.
    expect(page.match(/`test\/[^`]+`/g)).toHaveLength(named.length);
  });

  test.each(named)('names a test that there is: $file, $name', ({ file, name }) => {
    expect(existsSync(root(file))).toBe(true);
    expect(isThere(readFileSync(root(file), 'utf8'), name)).toBe(true);
  });

  test('tells one test that is missing from those that there are', () => {
    const text =
      "describe('what', () => {\n  test('is there', () => {});\n  it.each([1])(\n    'comes often %i',\n    () => {});";
    expect(['what', 'is there', 'comes often %i'].map((name) => isThere(text, name))).toEqual([true, true, true]);
    expect(['is', 'there', 'is not there'].map((name) => isThere(text, name))).toEqual([false, false, false]);
  });

  test('has a test behind each claim of what a stranger cannot do', () => {
    const claims = page
      .split('## What a stranger cannot do')[1]!
      .split('\n## ')[0]!
      .split(/\n(?=\* )/)
      .slice(1);
    expect(claims.length).toBeGreaterThan(15);
    expect(claims.filter((claim) => !/\n {2}Tests?: `test\//.test(claim))).toEqual([]);
  });
});
