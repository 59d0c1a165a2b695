import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { comparable, inAllSpellings, phrasesIn, says } from '../../src/mail/phrases.js';

describe('phrases', () => {
  test('are found wherever a text holds them', () => {
    const piece = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '退', '信', '\u{1f600}'), minLength: 2, maxLength: 5 });
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 12 }),
        fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'é', '退', '信', '\u{1f600}'), maxLength: 60 }),
        (phrases, text) => {
          const held = phrases.filter((phrase) => text.includes(phrase));
          expect(says(text, phrases)).toBe(held.length > 0);
          expect(phrasesIn(text, phrases)).toEqual(new Set(held));
        },
      ),
      { numRuns: 1_000 },
    );
  });

  test('stand in rows, separated by bars, with both apostrophes', () => {
    expect(inAllSpellings([{ language: 'fr', phrases: "n'a pas | non\n remis" }])).toHaveLength(3);
    expect(inAllSpellings([{ language: 'fr', phrases: "n'a pas" }])).toEqual(["n'a pas", 'n’a pas']);
  });
});

describe('text in the form that phrases are compared with', () => {
  test('is in lower case, its white space single spaces, quote marks left out', () => {
    expect(comparable('Could NOT\r\n> be\t delivered')).toBe('could not be delivered');
  });

  test('is the same however often it is asked for', () => {
    const [one, two] = ['ONE '.repeat(300), 'TWO '.repeat(300)];
    for (const text of [one, two, one, one, two]) expect(comparable(text)).toBe(text.toLowerCase());
  });
});
