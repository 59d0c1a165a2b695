import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressesIn, addressOfField, firstAddress } from '../../src/mail/address.js';

const addresses = (text: string) => addressesIn(text).map(({ address }) => address);

describe('addresses in a text', () => {
  test.each([
    ['bob@example.com', ['bob@example.com']],
    ['<bob@example.com>', ['bob@example.com']],
    ['<bob@example.com>: 550 unknown', ['bob@example.com']],
    ['Bob Example <bob@example.com>, "Ann" <ann@example.net>', ['bob@example.com', 'ann@example.net']],
    ['to bob@example.com.', ['bob@example.com']],
    ['(bob@example.com)', ['bob@example.com']],
    ["'bob@example.com'", ['bob@example.com']],
    ['mailto:bob@example.com', ['bob@example.com']],
    ['rfc822;bob@example.com', ['bob@example.com']],
    ['orcpt=bob@example.com', ['orcpt=bob@example.com']],
    ['"bob smith"@example.com', ['"bob smith"@example.com']],
    ['"bob@home"@example.com', ['"bob@home"@example.com']],
    ['to "bob@example.com" and "ann@example.net"', ['bob@example.com', 'ann@example.net']],
    ['bob@[192.0.2.1]', ['bob@[192.0.2.1]']],
    ['bob@[IPv6:2001:db8::1] x', ['bob@[IPv6:2001:db8::1]']],
    ['bounce+bob=example.com@lists.example.org', ['bounce+bob=example.com@lists.example.org']],
    ['ürgen@exämple.com', ['ürgen@exämple.com']],
    ['宛先：bob@example.com　様', ['bob@example.com']],
    ['<bob@example.com>さん', ['bob@example.com']],
    ['a@b@c.example', ['a@b']],
  ])('%s', (text, expected) => {
    expect(addresses(text)).toEqual(expected);
  });

  test.each([
    '',
    '@',
    '@example.com',
    'bob@',
    'bob @example.com',
    '<@>',
    '""@example.com',
    'bob@[',
    'bob@[not an address]',
    '@@@@',
  ])('%j holds none', (text) => {
    expect(addresses(text)).toEqual([]);
  });

  test('tell where they stand', () => {
    expect(addressesIn('to <bob@example.com>!')).toEqual([{ address: 'bob@example.com', start: 4, end: 19 }]);
  });

  test('are found where they were put', () => {
    const atom = fc.stringMatching(/^[a-z0-9][a-z0-9!#$%&+_~-]{0,20}$/);
    const domain = fc.stringMatching(/^[a-z0-9]{1,10}(-[a-z0-9]{1,8})?(\.[a-z0-9]{1,10}){1,4}$/);
    const address = fc
      .tuple(fc.array(atom, { minLength: 1, maxLength: 3 }), domain)
      .map(([local, host]) => `${local.join('.')}@${host}`);
    const around = fc.constantFrom(
      [' ', ' '],
      ['<', '>'],
      ['<', '>:'],
      ['(', ')'],
      ['\n', '\n'],
      ['"', '" '],
      [' to ', '. '],
      ['[', ']'],
      ['rfc822; ', ' '],
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(around, address), { maxLength: 8 }), (pieces) => {
        const text = pieces.map(([[before, after], one]) => `${before}${one}${after}`).join(' and ');
        expect(addresses(text)).toEqual(pieces.map(([, one]) => one));
      }),
    );
  });

  test('of any text are pieces of it that hold an @', () => {
    const near = fc.string({
      unit: fc.constantFrom('@', '.', '<', '>', '"', '[', ']', 'a', 'é', '1', ':', ' ', '\u3000', '='),
      maxLength: 80,
    });
    fc.assert(
      fc.property(fc.oneof(near, fc.string({ unit: 'binary' })), (text) => {
        let from = 0;
        for (const { address, start, end } of addressesIn(text)) {
          expect(text.slice(start, end)).toBe(address);
          expect(address).toMatch(/.@./s);
          expect(start).toBeGreaterThanOrEqual(from);
          from = end;
        }
      }),
    );
  });
});

describe('the address in a field', () => {
  // RFC 3464 §2.3.1, RFC 6533 §3, and what programs write.
  test.each([
    ['rfc822; bob@example.com', 'bob@example.com'],
    ['RFC822;<bob@example.com>', 'bob@example.com'],
    ['rfc822;bob@example.com (Bob)', 'bob@example.com'],
    ['utf-8; bøb@exåmple.com', 'bøb@exåmple.com'],
    ['utf-8;用户@例子.example', '用户@例子.example'],
    // RFC 6533 §3: how these addresses are written where only ASCII passes.
    ['utf-8; b\\x{F8}b@ex\\x{E5}mple.com', 'bøb@exåmple.com'],
    ['UTF-8 ;\\x{7528}\\x{6237}@\\x{4F8B}\\x{5B50}.example', '用户@例子.example'],
    ['utf-8; bob\\x{2B}a@example.com', 'bob+a@example.com'],
    ['utf-8; \\x{1F600}@example.com', '😀@example.com'],
    ['rfc822; "bob@home"@example.com', '"bob@home"@example.com'],
    ['bob@example.com', 'bob@example.com'],
    ['Bob Example <bob@example.com>', 'bob@example.com'],
    ['rfc822; bob', 'bob'],
    ['rfc822; "bob smith"@example.com', '"bob smith"@example.com'],
    ['x400; /S=bob/O=example', '/S=bob/O=example'],
    ['LOCAL; <bob>', 'bob'],
  ])('%s', (value, address) => {
    expect(addressOfField(value)).toBe(address);
  });

  test.each(['', 'rfc822;', 'rfc822; <>', '<>'])('%j has none', (value) => {
    expect(addressOfField(value)).toBeNull();
  });

  test.each(['A', '0', '7F', 'D800', '110000'])('holds no character %s', (hex) => {
    expect(addressOfField(`utf-8; bob\\x{${hex}}@example.com`)).not.toMatch(/[\0-\x20\x7f\ud800-\udfff]/);
  });

  test('is the first of a text', () => {
    expect(firstAddress('a bob@example.com and ann@example.net')).toBe('bob@example.com');
    expect(firstAddress('none')).toBeNull();
  });
});
