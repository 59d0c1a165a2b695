import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../src/report/csv.js';
import { readCsv } from '../../src/report/csv-reader.js';

test.each([...'=+-@\t\r\uff1d\uff0b\uff0d\uff20'])('a field that begins with %j, and is disarmed, is read as it was', (first) => {
  const field = `${first}1+1`;
  const text = csv(['a'], [[field]], true);
  expect(text).toContain(`'${field}`);
  expect(readCsv(text)).toEqual([{ a: field }]);
});

test('what csv writes is read as it was', () => {
  // An apostrophe in front of what looks like a formula cannot be told from the one that disarms it.
  const field = fc
    .string({ unit: 'binary', maxLength: 12 })
    .filter((text) => !/^'[=+\-@\t\r\uff1d\uff0b\uff0d\uff20]/.test(text) && !/^\ufeff/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(field, field, field), { maxLength: 6 }), (rows) => {
      const kept = rows.filter((row) => row.some((one) => one !== ''));
      const text = csv(['a', 'b', 'c'], kept, true);
      expect(readCsv(text)).toEqual(kept.map(([a, b, c]) => ({ a, b, c })));
    }),
  );
});

test('other forms of CSV are read too', () => {
  expect(readCsv('\ufeffaddress,why\nbob@example.net,hard\n\n"ann ""b""@example.org",\n')).toEqual([
    { address: 'bob@example.net', why: 'hard' },
    { address: 'ann "b"@example.org', why: '' },
  ]);
  expect(readCsv('a,b\r\n1\r\n1,2,3')).toEqual([{ a: '1' }, { a: '1', b: '2' }]);
  expect(readCsv('a,b\n"1" x,2\n"3"4"5",6\n')).toEqual([
    { a: '1 x', b: '2' },
    { a: '34"5"', b: '6' },
  ]);
  expect(readCsv('a\n"open')).toEqual([{ a: 'open' }]);
  expect(readCsv('')).toEqual([]);
});

test('a header of many names before many records takes no more than its own room', () => {
  const size = 300_000;
  const records = readCsv(`${'a,'.repeat(size)}b\n${'1\n'.repeat(size)}`);
  expect(records).toHaveLength(size);
  expect(records[0]).toEqual({ a: '1' });
});
