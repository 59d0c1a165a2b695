import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeQuotedPrintable, decodeTransfer } from '../../src/mail/transfer-encoding.js';

const qp = (text: string) => decodeQuotedPrintable(Buffer.from(text, 'latin1')).toString('latin1');

describe('quoted-printable (RFC 2045 §6.7)', () => {
  test.each([
    ['a=3Db', 'a=b'],
    ['=E4=e4', '\xe4\xe4'],
    ['soft=\nbreak', 'softbreak'],
    ['soft=\r\nbreak', 'softbreak'],
    ['soft= \t\r\nbreak', 'softbreak'],
    ['soft=\rbreak', 'softbreak'],
    ['hard\r\nbreak', 'hard\r\nbreak'],
  ])('%j', (text, decoded) => {
    expect(qp(text)).toBe(decoded);
  });

  test.each(['5=6', '=', 'a=', '=4', '=G0', '==', '550 user=bob@example.com', '= x'])('%j is no encoding and stays', (text) => {
    expect(qp(text)).toBe(text);
  });

  test('never throws and never grows', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        expect(decodeQuotedPrintable(Buffer.from(bytes)).length).toBeLessThanOrEqual(bytes.length);
      }),
    );
  });

  test('gives back any bytes that were encoded', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const encoded = [...bytes].map((c, i) => `=${c.toString(16).padStart(2, '0')}${i % 20 === 19 ? '=\r\n' : ''}`).join('');
        expect(decodeQuotedPrintable(Buffer.from(encoded))).toEqual(Buffer.from(bytes));
      }),
    );
  });
});

describe('transfer encodings (RFC 2045 §6)', () => {
  const decoded = (text: string, encoding: string) => decodeTransfer(Buffer.from(text), encoding).toString();

  test('base64 with lines, and with what does not belong to it', () => {
    expect(decoded('NTUwIDUu\r\nMS4xIHVu\r\na25vd24=\r\n', 'base64')).toBe('550 5.1.1 unknown');
  });

  test('what is declared as base64 but is not stays readable', () => {
    const text = '<bob@example.com>: 550 5.1.1 unknown';
    expect(decoded(text, 'base64')).toBe(text);
  });

  test.each(['7bit', '8bit', 'binary', '', 'x-unknown'])('%j changes nothing', (encoding) => {
    expect(decoded('a=3Db', encoding)).toBe('a=3Db');
  });
});
