import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rememberedWording, wordingOf } from '../../src/model/wording.js';

const same = (...texts: string[]) =>
  expect(new Set(texts.map((text) => wordingOf(text, ['bob.smith@example.net', null, 'al@x'])))).toHaveLength(1);

describe('the wording of a reply', () => {
  test.each([
    [
      '550 5.1.1 <bob@example.net>: Recipient address rejected: User unknown',
      '<address> Recipient address rejected User unknown',
    ],
    ['550-5.7.26 Not authenticated. 550 5.7.26 See https://example.org/x', 'Not authenticated See <url>'],
    ['452 4.2.2 Mailbox full (1024 of 1000 MB used)', 'Mailbox full <number> of <number> MB used'],
    ['connect to mx.example.net[192.0.2.1]:25: Connection timed out', 'connect to <host> Connection timed out'],
    ['421 4.7.0 [192.0.2.25] throttled, session 4Fb2kQ0xyz', 'throttled session <id>'],
    ['Client host [2001:db8::25] blocked using zen.example.org', 'Client host <ip> blocked using <host>'],
    ['lost connection with mx.example.net[192.0.2.1] while', 'lost connection with <host> while'],
    ['error for name=mx.example.net type=MX to=<bob@example.net>', 'error for name=<host> type=MX <address>'],
    ['error, user=bob.smith id=4Fb2kQ0xyz', 'error user=<name> id=<id>'],
    ['no bob.smith here', 'no <name> here'],
    ['説明 ユーザーが見つかりません', '説明 ユーザーが見つかりません'],
    ['550', ''],
  ])('%s becomes %s', (text, expected) => {
    expect(wordingOf(text, ['bob.smith@example.net']).replace(/^<ip> /, '')).toBe(expected);
  });

  test('is the same for replies that differ in what belongs to one message', () => {
    same('550 5.1.1 <ann@a.example>: unknown', '550 5.1.1 <bob@b.example>: unknown', '550-5.1.1 <c@c.example>: unknown');
    same('421 Try later (id 4dj57447jnzJ9mD)', '421 Try later (id 77AB9C01)');
    same(
      '554 blocked by bl.example.org, see https://bl.example.org/?ip=192.0.2.1',
      '554 blocked by other.example, see http://x.example/',
    );
    same('user bob.smith unknown', 'user BOB.SMITH unknown');
  });

  test('is another for replies that say something else', () => {
    expect(wordingOf('550 mailbox is full')).not.toBe(wordingOf('550 mailbox is closed'));
    expect(wordingOf('al is no name')).toBe('al is no name');
  });

  test('is the same whether it is remembered or found', () => {
    const word = fc.constantFrom(
      'bob',
      '<bob@a.example>',
      '<a b@c>',
      '<www.a@b.example>',
      '<HTTP://a@b.example>',
      '<wwwa@b.example>',
      '<@>',
      '<>',
      'to=<ann@b.example>,',
      'mx.a.example[192.0.2.1]:25',
      '\u00a0',
      '<\u2003@>',
      'Mailbox',
      '550',
      'full',
    );
    const names = fc.constantFrom('bob@a.example', '"a@b"@c.example', 'ann@b.example', 'al@x', null);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), fc.constantFrom(' ', ''), names, (words, space, name) => {
        const text = words.join(space);
        expect(rememberedWording(text, [name])).toBe(wordingOf(text, [name]));
        expect(rememberedWording(text, [name, null])).toBe(wordingOf(text, [name]));
      }),
      { numRuns: 2000 },
    );
  });

  test('is short and found fast, whatever a server writes', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (text) => {
        expect(wordingOf(text).length).toBeLessThanOrEqual(2000);
      }),
    );
    const start = performance.now();
    for (const text of [
      'a'.repeat(100_000),
      'a.'.repeat(50_000),
      '1.'.repeat(50_000),
      '<'.repeat(100_000),
      ':'.repeat(100_000),
      'a-'.repeat(50_000),
    ])
      for (let i = 0; i < 10; i++) wordingOf(text);
    expect(performance.now() - start).toBeLessThan(2000);
  });
});
