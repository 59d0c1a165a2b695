import fc from 'fast-check';
import { expect, test } from 'vitest';
import { hashOfId, hashOfIdBytes } from '../../src/model/id-hash.js';

const ids = fc.string({ unit: fc.nat(255).map((code) => String.fromCharCode(code)), minLength: 4, maxLength: 24 });

test('the hash of an id is that of its bytes, wherever they stand', () => {
  fc.assert(
    fc.property(ids, fc.nat(9), (id, before) => {
      const bytes = Buffer.from(`${'x'.repeat(before)}${id}rest`, 'latin1');
      const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      expect(hashOfId(id)).toBe(hashOfIdBytes(view, before, id.length));
    }),
  );
});

test('ids that differ in one letter have other hashes', () => {
  const hashes = new Set(Array.from({ length: 0x4000 }, (_, i) => hashOfId(`4F1A21${i.toString(16).padStart(4, '0')}`)));
  expect(hashes.size).toBe(0x4000);
});

test('what is too short for an id has one too', () => {
  expect(hashOfId('')).toBe(0);
  expect(hashOfId('abc')).toBe(0);
});
