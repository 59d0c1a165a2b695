import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Redactor } from '../../src/report/redaction.js';
import { event } from '../summary/events.js';

const plain = new Redactor(null);
const keyed = new Redactor('a key');
/** HMAC-SHA256 of the address with the key, as `openssl dgst -sha256 -hmac 'a key'` tells it. */
const BOB = '5aec0aff68975c93';

describe('an address', () => {
  test.each([
    ['bob@example.net', 'redacted@example.net'],
    ['Bob.Smith+tag@Example.NET', 'redacted@Example.NET'],
    ['"bob smith@home"@example.net', 'redacted@example.net'],
    ['bob@[192.0.2.1]', 'redacted@[192.0.2.1]'],
    ['root', 'redacted'],
    ['', ''],
  ])('%s becomes %s', (address, expected) => {
    expect(plain.address(address)).toBe(expected);
  });

  test('has a hash that depends on the key and the address, not on the case of its domain', () => {
    expect(keyed.address('bob@example.net')).toBe(`${BOB}@example.net`);
    expect(keyed.address('bob@Example.NET').split('@')[0]).toBe(keyed.address('bob@example.net').split('@')[0]);
    const others = [
      keyed.address('Bob@example.net'),
      keyed.address('bob@example.org'),
      new Redactor('b').address('bob@example.net'),
    ];
    for (const other of others) expect(other.split('@')[0]).not.toBe(keyed.address('bob@example.net').split('@')[0]);
  });
});

describe('a text', () => {
  test.each([
    ['550 5.1.1 <bob@example.net>: Recipient address rejected', '550 5.1.1 <redacted@example.net>: Recipient address rejected'],
    ['bob@example.net, ann@example.org;x@y', 'redacted@example.net, redacted@example.org;redacted@y'],
    ['bob@example.net.', 'redacted@example.net.'],
    ['see https://example.org/?to=bob%40example.net&x=1', 'see https:redacted%40example.net&x=1'],
    ['mailto:bob@example.net', 'mailto:redacted@example.net'],
    ['<"bob b."@example.net> gone', '<redacted@example.net> gone'],
    ['bob@[192.0.2.1] gone', 'redacted@[192.0.2.1] gone'],
    ['bounce+bob=example.net@list.example', 'redacted@list.example'],
    ['ボブ@例え.example は不明', 'redacted@例え.example は不明'],
    ['@example.net and a@', '@example.net and redacted@'],
    ['a@b@c', 'redacted@b@c'],
    ['no address', 'no address'],
  ])('%s becomes %s', (text, expected) => {
    expect(plain.text(text)).toBe(expected);
  });

  test('loses the names of known addresses where they stand alone', () => {
    const known = ['bob@example.net', null, '', 'al@example.net', '550@example.net', 'root'];
    expect(plain.text('550 mailbox BOB full, bobby not; "bob", -d bob, al, root', known)).toBe(
      '550 mailbox redacted full, bobby not; "redacted", -d redacted, al, redacted',
    );
    expect(plain.text('bob at bob.example and mx.bob.example said of bob.', known)).toBe(
      'redacted at bob.example and mx.bob.example said of redacted.',
    );
    expect(keyed.text('user bob unknown', known)).toBe(`user ${keyed.address('bob@example.net').split('@')[0]} unknown`);
  });

  test('loses every address, whatever stands around it', () => {
    const local = fc.stringMatching(/^[a-z][a-z0-9._+-]{2,20}$/);
    const around = fc.string({ unit: 'binary', maxLength: 40 });
    fc.assert(
      fc.property(around, local, around, (before, name, after) => {
        const address = `${name}@secret.example`;
        expect(plain.text(`${before}${address}${after}`, [address])).not.toContain(address);
        expect(keyed.text(`${before}<${address}>${after}`)).not.toContain(address);
      }),
    );
  });

  test('takes no longer the more there is in it than it must', () => {
    const timeOf = (text: string) => {
      const start = performance.now();
      plain.text(text, ['aaa@example.net']);
      return performance.now() - start;
    };
    for (const text of [
      'a'.repeat(400_000),
      'a@'.repeat(200_000),
      '"@'.repeat(200_000),
      '@['.repeat(200_000),
      `${'"'.repeat(200_000)}@`.repeat(2),
    ])
      expect(timeOf(text)).toBeLessThan(2000);
  });
});

describe('a record', () => {
  test('keeps what is no address', () => {
    const told = event({
      recipient: 'bob@example.net',
      sender: 'shop@example.com',
      diagnostic: '550 5.1.1 <bob@example.net>: no bob for shop@example.com',
      replyCode: 550,
    });
    told.evidence.envelope.saslUsername = 'shopkeeper';
    told.evidence.envelope.messageId = 'bob.17@example.com';
    const { evidence, verdict } = plain.event(told);
    expect(evidence).toEqual({
      ...told.evidence,
      recipient: 'redacted@example.net',
      diagnostic: '550 5.1.1 <redacted@example.net>: no redacted for redacted@example.com',
      envelope: { sender: 'redacted@example.com', saslUsername: 'redacted', messageId: 'redacted@example.com', client: null },
    });
    expect(verdict).toBe(told.verdict);
    expect(told.evidence.recipient).toBe('bob@example.net');
  });
});
