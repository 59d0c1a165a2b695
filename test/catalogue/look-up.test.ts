import { describe, expect, test } from 'vitest';
import type { Article } from '../../src/catalogue/article.js';
import { ENHANCED_CODES } from '../../src/catalogue/enhanced-codes.js';
import { lookUp } from '../../src/catalogue/look-up.js';
import { REASON_FACTS } from '../../src/catalogue/reasons.js';
import { REPLY_CODES } from '../../src/catalogue/reply-codes.js';
import { loadLanguage } from '../../src/catalogue/text/language.js';
import { together } from '../../src/catalogue/together.js';
import { REASONS } from '../../src/model/verdict.js';
import { leastTime } from '../least-time.js';

const english = await loadLanguage('en');
const { text, words } = english;

const articles = (...written: string[]) => lookUp(written, english).articles;
const article = (written: string): Article => {
  const found = articles(written);
  expect(found, written).toHaveLength(1);
  return found[0]!;
};
const objection = (written: string): string => {
  const { articles, missing } = lookUp([written], english);
  expect(articles, written).toEqual([]);
  return missing.map(({ objection }) => objection).join('\n');
};

describe('a reply code', () => {
  test.each(REPLY_CODES)('$code is found with its texts and facts', ({ code, retry, actor, reference, status, commands }) => {
    const { title, cause, when, fix } = text.replyCodes[code]!;
    expect(article(String(code))).toMatchObject({
      ...{ kind: 'reply', code: String(code), title, cause, when, fix },
      ...{ retry, actor, reference, status, commands, note: null },
    });
  });

  test.each([
    ['214', '2'],
    ['354', '3'],
    ['450', '4'],
    ['550', '5'],
    ['101', 'other'],
    ['605', 'other'],
  ])('%s is of class %s', (code, its) => {
    expect(article(code).class).toBe(its);
  });

  test('has a sense for each reason that it is used for', () => {
    const { senses } = article('550');
    expect(senses).toContainEqual({
      reason: 'user-unknown',
      title: text.reasons['user-unknown'].title,
      cause: 'The mailbox does not exist at that domain.',
      fix: 'Check for typos, then remove the address from the list.',
    });
    expect(article('354').senses).toEqual([]);
  });
});

describe('an enhanced status code', () => {
  test.each(ENHANCED_CODES)('$code is found as the catalogue writes it', ({ code, status }) => {
    expect(article(code)).toMatchObject({ kind: 'enhanced', code, entry: code, status, ...text.enhancedCodes[code] });
  });

  test.each([
    ['5.1.1', 'X.1.1', '5', 1, 'no'],
    ['4.1.1', 'X.1.1', '4', 1, 'yes'],
    ['x.1.1', 'X.1.1', 'X', 1, 'no'],
    ['5.7.606', '5.7.606-649', '5', 7, 'after-fix'],
    ['4.16.55', '4.16.x', '4', 16, 'slowly'],
    ['X.7.322', 'X.7.321-325', 'X', 7, 'after-fix'],
    ['5.7.1', 'X.7.1', '5', 7, 'no'],
    ['4.7.1', 'X.7.1', '4', 7, 'yes'],
    ['4.4.7', 'X.4.7', '4', 4, 'no'],
    ['2.0.0', 'X.0.0', '2', 0, 'n/a'],
    ['2.1.5', 'X.1.5', '2', 1, 'n/a'],
  ])('%s is explained by %s', (written, entry, its, subject, retry) => {
    expect(article(written)).toMatchObject({ entry, class: its, subject, retry, note: null });
  });

  test('of a success asks nobody to act', () => {
    expect(article('2.7.0')).toMatchObject({ actor: 'nobody', reason: 'delivered' });
  });

  test.each([
    ['5.7.999', 'X.7', 'Permanent Failure', 'Security or Policy'],
    ['4.1.77', 'X.1', 'Persistent Transient Failure', 'Addressing'],
    ['X.7.57', 'X.7', 'first digit', 'Security or Policy'],
  ])('%s is not registered and explained by class and subject', (written, entry, its, subject) => {
    const found = article(written);
    expect(found).toMatchObject({ ...text.enhancedCodes[entry], code: written, entry, status: 'unregistered' });
    expect(found.note).toContain(`${written} is not registered`);
    expect(found.note).toContain(its);
    expect(found.note).toContain(subject);
  });

  test.each(['5.16.2', '4.9.1', 'X.77.0'])('%s of a private subject is explained by its class', (written) => {
    const found = article(written);
    expect(found).toMatchObject({ entry: null, status: 'unregistered', title: words.unregistered.title, reason: 'undetermined' });
    expect(found.note).toContain('not assigned by RFC 3463');
  });

  test.each(['2.1.1', '5.1.5'])('%s does not take the text of the other outcome', (written) => {
    expect(article(written)).toMatchObject({ entry: null, status: 'unregistered', cause: words.unregistered.cause });
  });
});

describe('a reason', () => {
  test.each(REASONS)('%s is found with what it means to both sides', (reason) => {
    const { inbound, ...prose } = text.reasons[reason];
    const facts = REASON_FACTS[reason];
    expect(article(reason)).toMatchObject({ kind: 'reason', code: reason, ...prose, retry: facts.retry, actor: facts.actor });
    expect(article(reason).about).toMatchObject({
      type: facts.defaultType,
      group: facts.group,
      suppress: facts.suppress,
      inbound: { ...inbound, ...facts.inbound },
    });
  });

  test('names the codes that stand for it', () => {
    expect(article('mailbox-full').about!.codes).toEqual(expect.arrayContaining(['552', '452', 'X.2.2']));
    expect(article('mailbox-full').about!.codes).not.toContain('X.1.1');
  });

  test.each(['user unknown', 'USER_UNKNOWN', ' User-Unknown '])('may be written as %j', (written) => {
    expect(article(written).code).toBe('user-unknown');
  });
});

describe('what is asked for', () => {
  test('is explained in its order, each code once', () => {
    expect(articles('5.1.1', '550', '5.1.1', 'policy').map(({ code }) => code)).toEqual(['5.1.1', '550', 'policy']);
  });

  test.each(['550 5.7.26', '550-5.7.26', ' 550\t5.7.26 '])('may be two codes in one text: %j', (written) => {
    expect(articles(written).map(({ code }) => code)).toEqual(['550', '5.7.26']);
  });

  test('is explained although something else is not known', () => {
    const { articles, missing } = lookUp(['550', 'nonsense', '5.1.1'], english);
    expect(articles.map(({ code }) => code)).toEqual(['550', '5.1.1']);
    expect(missing.map(({ written }) => written)).toEqual(['nonsense']);
  });
});

describe('what is not known', () => {
  test.each([
    ['549', /permanent failure/, /\b550\b/],
    ['460', /temporary failure/, /\b459\b/],
    ['299', /success/, /\b253\b/],
    ['399', /wait for more/, /\b354\b/],
    ['999', /begin with 2, 3, 4 or 5/, /\b607\b/],
    ['5xx', /class of reply codes/, /--class 5/],
    ['55', /three digits/, /550/],
    ['5500', /three digits/, /550/],
    ['5.1', /class .* subject .* detail/, /5\.1\.1/],
    ['6.1.1', /2, 4 or 5/, /RFC 3463/],
    ['3.1.1', /2, 4 or 5/, /RFC 3463/],
    ['5.01.1', /three digits each/, /RFC 3463/],
    ['5.1.1000', /three digits each/, /RFC 3463/],
    ['user-unknwon', /user-unknown/, /./],
    ['mailbox', /mailbox-full/, /mailbox-disabled/],
    ['toString', /bouncelens codes/, /./],
    ['__proto__', /bouncelens codes/, /./],
    ['', /bouncelens codes/, /./],
  ])('%j tells what is near or how codes are made', (written, first, second) => {
    expect(objection(written)).toMatch(first);
    expect(objection(written)).toMatch(second);
  });

  test('takes no long time, however long it is', () => {
    for (const long of [
      '5.'.repeat(50_000),
      '1'.repeat(100_000),
      'user-'.repeat(20_000),
      '5-'.repeat(50_000),
      'x.'.repeat(50_000),
    ])
      expect(leastTime(100, () => expect(lookUp([long], english).missing).toHaveLength(1))).toBeLessThan(100);
  });
});

describe('two codes together', () => {
  const pairs = (...written: string[]) =>
    together(articles(...written)).map(({ reply, other, sense }) => [reply, other, sense.reason]);

  test.each([
    [['550', '5.1.1'], [['550', '5.1.1', 'user-unknown']]],
    [['5.1.1', '550'], [['550', '5.1.1', 'user-unknown']]],
    [['452', '4.2.2'], [['452', '4.2.2', 'mailbox-full']]],
    [['550', 'X.1.1'], [['550', 'X.1.1', 'user-unknown']]],
    [['421', 'rate-limited'], [['421', 'rate-limited', 'rate-limited']]],
    [
      ['550', '554', '5.7.1'],
      [
        ['550', '5.7.1', 'policy'],
        ['554', '5.7.1', 'policy'],
      ],
    ],
  ])('%j tell the sense of the reply code', (written, expected) => {
    expect(pairs(...written)).toEqual(expected);
  });

  test.each([
    ['the first digits differ', ['550', '4.1.1']],
    ['the reply code has no such sense', ['354', '5.1.1']],
    ['both are reply codes', ['550', '554']],
    ['both are enhanced codes', ['5.1.1', '5.2.2']],
  ])('tell nothing where %s', (_why, written) => {
    expect(pairs(...written)).toEqual([]);
  });
});
