import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leadingQueueIdEnd, queueIdEnd } from '../../../src/mta/postfix/queue-id.js';

/** The id at the start of a text that stands in the middle of a buffer. */
function leading(text: string): string | null {
  const buf = Buffer.from(`xx${text}FFF: yy`);
  const end = 2 + Buffer.byteLength(text);
  const idEnd = leadingQueueIdEnd(buf, 2, end);
  return idEnd < 0 ? null : buf.toString('latin1', 2, idEnd);
}

const BASE_52 = '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz';

describe('a short queue id', () => {
  it.each(['3D1F2A', '8A1F2C0', '8A1F2C03D5', '0000000000', 'DEADBEEF', '8A1F2C03D512345'])('%s', (id) => {
    expect(leading(`${id}: removed`)).toBe(id);
  });

  it.each(['8A1F', '8A1F2', '8a1f2c03d5', '8A1F2G', 'G8A1F2', '8A1F2-', '', 'NOQUEUE'])('%j is none', (text) => {
    expect(leading(`${text}: removed`)).toBeNull();
  });
});

describe('a long queue id', () => {
  it.each(['4NTHsb0b7Vz7g8T', '3mCqd45yKmzJtD', '0123456789z0', 'bbbbbbbbbbz1', '4Tzzzzzzzzzz7g8', '4NTHsb0b7Vz7g8T12345'])(
    '%s',
    (id) => {
      expect(leading(`${id}: removed`)).toBe(id);
    },
  );

  it.each([
    ['no z', '4NTHsb0b7V7g8T'],
    ['a vowel', '4NTHsb0b7Vz7a8T'],
    ['a vowel before', '4NTHsa0b7Vz7g8T'],
    ['the z too early', '4NTHzb0'],
    ['nothing behind the z', '4NTHsb0b7Vz'],
    ['much too long', '4NTHsb0b7Vz7g8T4NTHsb0b7Vz7g8T'],
  ])('%s: %s is none', (_why, text) => {
    expect(leading(`${text}: removed`)).toBeNull();
  });
});

describe('what stands behind it', () => {
  it.each(['8A1F2C03D5', '8A1F2C03D5:', '8A1F2C03D5:removed', '8A1F2C03D5 : x', '8A1F2C03D5; x', '8A1F2C03D5- x'])(
    '%j has none',
    (text) => {
      expect(leading(text)).toBeNull();
    },
  );

  it.each([
    'TLSRPT: status=failure, domain=example.com',
    'STARTTLS: x',
    'SSL: x',
    'TLS: x',
    'warning: 3D1F2A: x',
    'fatal: x',
    'host mx1.example.com[192.0.2.1] said: 550',
    'connect to mx1.example.com[192.0.2.1]:25: Connection refused',
    'zzz: x',
  ])('%s has none', (text) => {
    expect(leading(text)).toBeNull();
  });
});

describe('queueIdEnd', () => {
  it('finds the end in a text that goes on with anything else', () => {
    const buf = Buffer.from('8A1F2C03D5) 4NTHsb0b7Vz7g8T,');
    expect(queueIdEnd(buf, 0, buf.length)).toBe(10);
    expect(queueIdEnd(buf, 12, buf.length)).toBe(27);
    expect(queueIdEnd(buf, 0, 10)).toBe(10);
    expect(queueIdEnd(buf, 0, 3)).toBe(-1);
    expect(queueIdEnd(buf, 28, 28)).toBe(-1);
  });

  it('finds every id that Postfix can write', () => {
    const letters = (alphabet: string, minLength: number, maxLength: number) =>
      fc.string({ unit: fc.constantFrom(...alphabet), minLength, maxLength });
    const ids = fc.oneof(
      letters('0123456789ABCDEF', 6, 14),
      fc.tuple(letters(BASE_52, 10, 10), letters(BASE_52.replace('z', ''), 1, 9)).map(([time, inode]) => `${time}z${inode}`),
    );
    fc.assert(fc.property(ids, (id) => leading(`${id}: removed`) === id));
  });
});
