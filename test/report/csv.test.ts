import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldValue } from '../../src/model/field.js';
import { csv } from '../../src/report/csv.js';
import { parseCsv } from './parse-csv.js';

const one = (value: FieldValue) => csv(['a', 'b'], [[value, 'x']], false);

describe('CSV', () => {
  test('has a header where one is asked for, CRLF behind every record and no byte order mark', () => {
    expect(
      csv(
        ['direction', 'events'],
        [
          ['outbound', 3],
          ['inbound', 4],
        ],
        true,
      ),
    ).toBe('direction,events\r\noutbound,3\r\ninbound,4\r\n');
    expect(csv(['direction', 'events'], [['outbound', 3]], false)).toBe('outbound,3\r\n');
    expect(csv(['direction', 'events'], [], true)).toBe('direction,events\r\n');
  });

  test('leaves a field empty where nothing is known', () => {
    expect(csv(['a', 'b', 'c'], [[null, 'x', null]], false)).toBe(',x,\r\n');
  });

  test.each([
    ['a comma', 'a,b', '"a,b",x\r\n'],
    ['quotes', 'said "no"', '"said ""no""",x\r\n'],
    ['CRLF', 'one\r\ntwo', '"one\r\ntwo",x\r\n'],
    ['LF', 'one\ntwo', '"one\ntwo",x\r\n'],
    ['CR', 'one\rtwo', '"one\rtwo",x\r\n'],
  ])('quotes a field with %s', (_, value, expected) => {
    expect(one(value)).toBe(expected);
  });

  test('leaves plain text as it is', () => {
    expect(one("550 5.1.1 <bob@there.example>: user unknown; it's over")).toBe(
      "550 5.1.1 <bob@there.example>: user unknown; it's over,x\r\n",
    );
    expect(one('Straße 東京 🙂')).toBe('Straße 東京 🙂,x\r\n');
  });

  test.each([
    ['=', '=1+1'],
    ['+', '+1+1'],
    ['-', '-1+1'],
    ['@', '@SUM(A1)'],
    ['tab', '\t=1+1'],
    ['CR', '\r=1+1'],
  ])('takes away the power of a field that starts with %s', (_, value) => {
    expect(parseCsv(one(value))).toEqual([[`'${value}`, 'x']]);
  });

  test('does so in a field that is quoted too', () => {
    expect(parseCsv(one('=HYPERLINK("http://bad.example","x")'))).toEqual([['\'=HYPERLINK("http://bad.example","x")', 'x']]);
  });

  test('does so only at the start', () => {
    expect(one('a=b+c-d@e')).toBe('a=b+c-d@e,x\r\n');
  });

  test.each([
    [0, '0'],
    [550, '550'],
    [0.333333, '0.333333'],
    [-0.5, '-0.5'],
    [-3, '-3'],
  ])('writes the number %d as it is', (value, expected) => {
    expect(one(value)).toBe(`${expected},x\r\n`);
  });

  test('is read back by a reader of RFC 4180, whatever it holds', () => {
    const character = fc.constantFrom(
      '"',
      ',',
      '\r',
      '\n',
      '\r\n',
      "'",
      ' ',
      '\t',
      '=',
      '+',
      '-',
      '@',
      ';',
      'a',
      'ß',
      '1',
      '.',
      '\u0000',
      '\u2028',
    );
    const text = fc.oneof(fc.string({ unit: character, maxLength: 8 }), fc.string({ maxLength: 12 }));
    const value: fc.Arbitrary<FieldValue> = fc.oneof(text, fc.integer({ min: 0 }), fc.constant(null));
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { maxLength: 5 }), (rows) => {
        const columns = ['a', 'b', 'c'];
        const expected = rows.map((row) =>
          row.map((field) =>
            field === null ? '' : typeof field === 'string' && /^[=+\-@\t\r]/.test(field) ? `'${field}` : `${field}`,
          ),
        );
        expect(parseCsv(csv(columns, rows, true))).toEqual([columns, ...expected]);
        expect(parseCsv(csv(columns, rows, false))).toEqual(expected);
      }),
      { numRuns: 500 },
    );
  });
});
