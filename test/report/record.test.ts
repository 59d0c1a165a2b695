import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { FieldValue } from '../../src/model/field.js';
import { recordFormatter } from '../../src/report/record.js';
import { parseCsv } from './parse-csv.js';

const COLUMNS = ['id', 'time', 'replyCode', 'diagnostic'];

describe('records as NDJSON', () => {
  const { head, record } = recordFormatter('ndjson', COLUMNS);

  test('are one JSON object per line with the columns as keys, in their order, and no head', () => {
    expect(head).toBe('');
    expect(record(['x', null, 550, 'said "no"\r\nand went'])).toBe(
      '{"id":"x","time":null,"replyCode":550,"diagnostic":"said \\"no\\"\\r\\nand went"}\n',
    );
  });

  test('keep what is not known as null', () => {
    expect(JSON.parse(record([null, null, null, null]))).toEqual({ id: null, time: null, replyCode: null, diagnostic: null });
  });

  test('stay on one line, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), (a, b) => {
        const line = record([a, b, 1, null]);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(JSON.parse(line)).toEqual({ id: a, time: b, replyCode: 1, diagnostic: null });
      }),
    );
  });
});

describe('records as CSV', () => {
  const { head, record } = recordFormatter('csv', COLUMNS);

  test('have the columns as their head, and one record each', () => {
    expect(head).toBe('id,time,replyCode,diagnostic\r\n');
    const values: FieldValue[] = ['x', null, 550, 'a, "b"\nc'];
    expect(parseCsv(head + record(values) + record(values))).toEqual([
      COLUMNS,
      ['x', '', '550', 'a, "b"\nc'],
      ['x', '', '550', 'a, "b"\nc'],
    ]);
  });

  test('take away the power of formulas', () => {
    expect(parseCsv(record(['=x', null, 550, '@y']))).toEqual([["'=x", '', '550', "'@y"]]);
  });
});
