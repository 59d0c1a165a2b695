import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeWords } from '../../src/mail/encoded-word.js';

const b = (bytes: Buffer, charset = 'UTF-8') => `=?${charset}?B?${bytes.toString('base64')}?=`;
const q = (bytes: Buffer, charset = 'UTF-8') =>
  `=?${charset}?Q?${[...bytes].map((c) => `=${c.toString(16).toUpperCase().padStart(2, '0')}`).join('')}?=`;

describe('encoded words (RFC 2047)', () => {
  // The examples of RFC 2047 §8.
  test.each([
    ['(=?ISO-8859-1?Q?a?=)', '(a)'],
    ['(=?ISO-8859-1?Q?a?= b)', '(a b)'],
    ['(=?ISO-8859-1?Q?a?= =?ISO-8859-1?Q?b?=)', '(ab)'],
    ['(=?ISO-8859-1?Q?a?=  =?ISO-8859-1?Q?b?=)', '(ab)'],
    ['(=?ISO-8859-1?Q?a_b?=)', '(a b)'],
    ['(=?ISO-8859-1?Q?a?= =?ISO-8859-2?Q?_b?=)', '(a b)'],
    ['=?US-ASCII?Q?Keith_Moore?= <moore@example.edu>', 'Keith Moore <moore@example.edu>'],
  ])('%s', (value, text) => {
    expect(decodeWords(value)).toBe(text);
  });

  test('name a language (RFC 2231 §5)', () => {
    expect(decodeWords('=?us-ascii*en-us?q?error?=')).toBe('error');
  });

  test.each([
    ['base64', b],
    ['Q', q],
  ])('that cut a character in two are joined: %s', (_, word) => {
    const bytes = Buffer.from('配信エラー');
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(decodeWords(`${word(bytes.subarray(0, cut))} ${word(bytes.subarray(cut))}`)).toBe('配信エラー');
    }
  });

  test('of one charset in different spellings are joined', () => {
    const bytes = Buffer.from('é');
    expect(decodeWords(`${b(bytes.subarray(0, 1), 'UTF-8')} ${q(bytes.subarray(1), 'utf-8')}`)).toBe('é');
  });

  test.each([
    ['without an end', '=?utf-8?Q?abc'],
    ['without an encoding', '=?utf-8?abc?='],
    ['with an unknown encoding', '=?utf-8?X?abc?='],
    ['without a charset', '=??Q?abc?='],
    ['only marks', '=?=?=?='],
  ])('that are damaged stay as they are: %s', (_, value) => {
    expect(decodeWords(value)).toBe(value);
  });

  test('behind a damaged one are decoded', () => {
    expect(decodeWords('=?utf-8?X?a?= =?utf-8?Q?b?=')).toBe('=?utf-8?X?a?= b');
  });

  test('hold an encoded equals sign before their end', () => {
    expect(decodeWords('=?utf-8?Q?a=3D?=')).toBe('a=');
    expect(decodeWords('=?utf-8?Q??=')).toBe('');
  });

  test('never throw, and give back text without marks as it is', () => {
    const near = fc.string({ unit: fc.constantFrom('=', '?', 'q', 'B', '_', 'a', '4', ' ', 'é', '\u{1f600}'), maxLength: 60 });
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), near), (value) => {
        const decoded = decodeWords(value);
        if (!value.includes('=?')) expect(decoded).toBe(value);
      }),
    );
  });

  test('give back any text that was encoded', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }), fc.boolean(), (text, isBase64) => {
        expect(decodeWords((isBase64 ? b : q)(Buffer.from(text)))).toBe(text);
      }),
    );
  });
});
