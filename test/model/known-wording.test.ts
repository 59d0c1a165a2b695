import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KnownWording } from '../../src/model/known-wording.js';
import { wordingOf } from '../../src/model/wording.js';

const NAMES = ['bob@there.example', null];

describe('the wording of a text is that of another', () => {
  test.each([
    ['550 5.1.1 <bob@there.example>: User unknown', '550 5.1.1 <ann@elsewhere.example>: User unknown'],
    [
      '550 Client host [192.0.2.1] blocked, see https://a.example/1',
      '550 Client host [192.0.2.77] blocked, see https://b.example/',
    ],
    ['421 Try later (4dj57447jnzJ9mD)', '421 Try later (77AB9C01)'],
    ['452 full: 1024 of 1000', '552 full: 7 of 12.5'],
    ['4dj57447jnzJ9mD', '77AB9C01'],
    ['no mailbox at mx.there.example', 'no mailbox at mx2.elsewhere.example.'],
    ['no id=4dj57447jnzJ9mD today', 'no id=77AB9C01 today'],
  ])('%s, %s', (one, other) => {
    const known = new KnownWording(one);
    expect(known.fits(other, ['ann@elsewhere.example', null])).toBe(true);
    expect(wordingOf(other, ['ann@elsewhere.example', null])).toBe(known.wording);
    expect(new KnownWording(other).fits(one, NAMES)).toBe(true);
  });

  test.each([
    ['mailbox is full', 'mailbox is closed'],
    ['mailbox is full', 'mailbox is full up'],
    ['mailbox is full', 'mailbox is'],
    ['mailbox is full', 'mailbox  is full'],
    ['mailbox is full', ' mailbox is full'],
    ['blocked by 192.0.2.1', 'blocked by mx.there.example'],
    ['id=4dj57447jnzJ9mD', 'key=77AB9C01'],
    ['no user ann here', 'no user eve here'],
    ['説明 a1b2c3d4', '説明 e5f6a7b8'],
  ])('which is not known of %s, %s', (one, other) => {
    expect(new KnownWording(one).fits(other, NAMES)).toBe(false);
  });

  test('unless a name stands in it', () => {
    expect(new KnownWording('no user bob here').fits('no user bob here', NAMES)).toBe(false);
    const known = new KnownWording('no user ann, user=Eve here');
    for (const name of ['ann@there.example', 'eve@there.example']) {
      expect(known.fits('no user ann, user=Eve here', [null, name])).toBe(false);
      expect(wordingOf('no user ann, user=Eve here', [null, name])).not.toBe(known.wording);
    }
  });

  test('is what it is by itself', () => {
    const word = fc.constantFrom(
      ...[
        'bob',
        'BOB',
        'ann',
        'user=ann',
        'user=bob',
        '<bob@a.example>',
        '<www.a@b>',
        'www.a',
        '<>',
        '192.0.2.1',
        '[192.0.2.77]:25',
      ],
      ...[
        'mx.a.example',
        'mx.b.example,',
        '550',
        '5.1.1',
        '550-5.1.1',
        '4dj57447jnzJ9mD',
        '77AB9C01',
        '12',
        '12kb',
        'full',
        'Full',
        '-',
      ],
      ...['https://a.example/1', 'x'.repeat(41), 'y'.repeat(200), 'ü', '\u00a0', '\t', '2001:db8::1', 'İ'],
    );
    const text = fc
      .array(fc.tuple(word, fc.constantFrom(' ', ' ', ' ', '', '  ', '\t')), { maxLength: 5 })
      .map((parts) => parts.flat().join(''));
    const names = fc.array(fc.constantFrom('bob@a.example', 'ann@b.example', '"a@b"@c', 'al@x', null), { maxLength: 2 });
    let fitting = 0;
    fc.assert(
      fc.property(text, text, names, (one, other, others) => {
        const known = new KnownWording(one);
        if (!known.fits(other, others)) return;
        expect(known.wording).toBe(wordingOf(one));
        fitting++;
        expect(known.wording).toBe(wordingOf(other, others));
      }),
      { numRuns: 20_000 },
    );
    expect(fitting).toBeGreaterThan(100);
  });
});
