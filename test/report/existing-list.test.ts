import { expect, test } from 'vitest';
import { readExisting } from '../../src/report/suppression-list.js';

test('a list has one address per line, and comments', () => {
  const list = '\ufeff# since June\nbob@there.example # left\r\n\nann@there.example\t#\n#eve@there.example\na#b@there.example\n';
  expect([...readExisting(list).keys()]).toEqual(['bob@there.example', 'ann@there.example', 'a#b@there.example']);
});

test('a line of nothing but beginnings of comments is one comment', () => {
  for (const end of ['', '\u2028', '\r!']) expect(readExisting(`bob@there.example${' #'.repeat(300_000)}${end}\n`).size).toBe(1);
});

test('a table is known by its heading', () => {
  expect([...readExisting('"address",why\r\nbob@there.example,"no ""such"" user"\r\n')]).toEqual([
    ['bob@there.example', { address: 'bob@there.example', why: 'no "such" user' }],
  ]);
});
