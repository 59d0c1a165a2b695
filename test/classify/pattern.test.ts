import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compilePattern, PatternError } from '../../src/classify/pattern.js';
import { matches } from '../../src/classify/rule-examples.js';

describe('a pattern', () => {
  it.each([
    // Words, in any case, one space between them.
    ['user unknown', 'User   UNKNOWN here', true],
    ['user unknown', 'user not unknown', false],
    // A word begins where the pattern does, and may go on behind it.
    ['block', 'it was blocked', true],
    ['block', 'unblocked', false],
    ['block>', 'blocked', false],
    ['block>', 'a block.', true],
    // One of several.
    ['(user|mailbox) (is |)unknown', 'mailbox is unknown', true],
    ['(user|mailbox) (is |)unknown', 'user unknown', true],
    ['(user|mailbox) (is |)unknown', 'address is unknown', false],
    ['(no |)such', 'such', true],
    ['(no |)such', 'nonsuch', false],
    ['(list>|lists) of', 'lists of', true],
    // Gaps.
    ['user*unknown', 'user bob of this house is unknown', true],
    ['user * unknown', 'user unknown', true],
    ['user{5}unknown', 'user bob unknown', true],
    ['user{5}unknown', 'user bobby unknown', false],
    ['user{5}unknown', 'user x y z w user unknown', true],
    ['a1{3}b1{3}c1', 'a1 b1 x c1', true],
    ['a1{3}b1{3}c1', 'a1 x b1 x x c1', false],
    ['too {8}(big|bigger) now', 'too much bigger now', true],
    ['mail{3}(is |)full', 'mail x is full', true],
    // The ends of the text.
    ['^connect to', 'connect to mx', true],
    ['^connect to', 'cannot connect to mx', false],
    ['does not exist$', 'bob does not exist.', true],
    ['does not exist$', 'does not exist here', false],
    // What means something else otherwise.
    ['mail \\(null', 'no mail (null MX)', true],
    ['a\\*b', 'a*b', false],
    ['(s1|s2)\\)', '(S1) says why', true],
    // Letters without accents, and beyond Latin.
    ['boite pleine', 'BOÎTE PLEINE', true],
    ['ящик переполнен', 'Ящик переполнен', true],
    ['(宛先|ユーザー){5}不明', '宛先が不明です', true],
    // Not is written out.
    ['is not here', "he isn't here", true],
    ['cannot', "we can't", true],
    ['will not', 'it won’t do', true],
    // An address, a number.
    ['@ unknown', 'bob@example.com unknown', true],
    ['in # seconds', 'in 300 seconds', true],
  ])('%s in %s: %s', (pattern, text, expected) => {
    expect(matches(pattern, text)).toBe(expected);
  });

  it.each([
    ['', 'empty'],
    ['*', 'a gap needs words on both sides'],
    ['a1*', 'a gap needs words on both sides'],
    ['a1**b', 'a gap needs words on both sides'],
    ['a1{0}b1', '{…} must hold a number from 1 to 400'],
    ['a1{b1', '{…} must hold a number from 1 to 400'],
    ['a1{401}b1', '{…} must hold a number from 1 to 400'],
    ['(a1', '( without )'],
    ['a1)', ') without its beginning'],
    ['a1|b1', '| without its beginning'],
    ['(a1|(b1))', '(…) may hold words only, parted by |'],
    ['(a1>x|b1)', '(…) may hold words only, parted by |'],
    ['()', '(…) holds no word'],
    ['>', '> without a word in front of it'],
    ['a1\\', 'nothing behind the last \\'],
    ['(a1|)', 'a group that may be empty needs words behind it'],
    ['x', 'needs a word of 2 characters or more that is always there'],
    ['a(bc|)', 'needs a word of 2 characters or more that is always there'],
    [`${'(aa|bb)'.repeat(25)}`, 'more than 24 words and groups'],
    ['a'.repeat(1_001), 'longer than 1000 characters'],
  ])('%s is refused: %s', (pattern, message) => {
    expect(() => compilePattern(pattern)).toThrow(new PatternError(message));
  });

  it('finds words behind any number of spaces', () => {
    expect(matches('(no|not) (reverse|rdns)', `${'word '.repeat(60)}no reverse`)).toBe(true);
    expect(matches('(no|) (reverse|rdns) name', `${'word '.repeat(60)} rdns name`)).toBe(true);
  });

  it('finds words that lie in each other', () => {
    for (const word of ['listed', 'blacklisted', 'is listed', 'sted']) {
      expect(matches(word, 'the ip is listed, blacklisted')).toBe(word !== 'sted');
    }
  });
});

const word = fc.stringMatching(/^[a-c]{1,3}$/);

describe('patterns and texts of few letters', () => {
  it('match as an expression with the same meaning does', () => {
    const step = fc.record({ words: fc.uniqueArray(word, { minLength: 1, maxLength: 3 }), gap: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 3 }), fc.array(word, { maxLength: 8 }), (steps, words) => {
        fc.pre(steps.some((one) => one.words.every(({ length }) => length > 1)));
        const source = steps.map(({ words, gap }, i) => `${i === 0 ? '' : `{${gap}}`}(${words.join('|')})`).join('');
        const expression = steps
          .map(({ words, gap }, i) => `${i === 0 ? '' : `.{0,${gap}}`}(?<![a-z])(?:${words.join('|')})`)
          .join('');
        const text = words.join(' ');
        expect(matches(source, text)).toBe(new RegExp(expression).test(text));
      }),
      { numRuns: 500 },
    );
  });
});
