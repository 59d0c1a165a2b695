import { describe, expect, test } from 'vitest';
import { BLOCK_LISTS } from '../../src/catalogue/block-lists.js';
import { ENHANCED_CODES } from '../../src/catalogue/enhanced-codes.js';
import { type CatalogueFilter, listing } from '../../src/catalogue/listing.js';
import { PROVIDER_TOKENS } from '../../src/catalogue/provider-tokens.js';
import { REPLY_CODES } from '../../src/catalogue/reply-codes.js';
import { loadLanguage } from '../../src/catalogue/text/language.js';
import { PROVIDERS } from '../../src/model/provider.js';
import { REASONS } from '../../src/model/verdict.js';

const english = await loadLanguage('en');
const ALL: CatalogueFilter = { kind: null, class: null, status: null, reason: null, words: [] };

const codes = (filter: Partial<CatalogueFilter>, language = english) =>
  listing({ ...ALL, ...filter }, language).map(({ code }) => code);

test('everything that is documented is listed, in the order of the catalogue', () => {
  expect(codes({})).toEqual([
    ...REPLY_CODES.map(({ code }) => String(code)),
    ...ENHANCED_CODES.map(({ code }) => code),
    ...REASONS,
    ...PROVIDER_TOKENS.map(({ token }) => token),
    ...PROVIDERS,
    ...BLOCK_LISTS.map(({ key }) => key),
    '127.255.255.0/24',
  ]);
});

describe('a filter', () => {
  test('leaves one kind', () => {
    expect(codes({ kind: 'reply' })).toEqual(REPLY_CODES.map(({ code }) => String(code)));
    expect(codes({ kind: 'enhanced' })).toEqual(ENHANCED_CODES.map(({ code }) => code));
    expect(codes({ kind: 'reason' })).toEqual([...REASONS]);
    expect(codes({ kind: 'token' })).toEqual(PROVIDER_TOKENS.map(({ token }) => token));
    expect(codes({ kind: 'provider' })).toEqual([...PROVIDERS]);
    expect(codes({ kind: 'list' })).toEqual([...BLOCK_LISTS.map(({ key }) => key), '127.255.255.0/24']);
  });

  test('leaves one class, with the enhanced codes that make sense in it', () => {
    expect(codes({ class: '3' })).toEqual(['334', '354']);
    expect(codes({ class: '2' })).toEqual(expect.arrayContaining(['250', 'X.0.0', 'X.1.5', 'X.7.0', 'X.7']));
    expect(codes({ class: '2' })).not.toEqual(expect.arrayContaining(['X.1.1']));
    expect(codes({ class: '5' })).toEqual(expect.arrayContaining(['550', 'X.1.1', '5.7.57']));
    for (const absent of ['450', '4.7.650', 'X.1.5', 'user-unknown']) expect(codes({ class: '5' })).not.toContain(absent);
  });

  test('leaves one standing', () => {
    expect(codes({ status: 'observed' })).toEqual([
      ...REPLY_CODES.filter(({ status }) => status === 'observed').map(({ code }) => String(code)),
      ...ENHANCED_CODES.filter(({ status }) => status === 'observed').map(({ code }) => code),
    ]);
    expect(codes({ status: 'registered' })).toContain('422');
  });

  test('leaves what stands or may stand for a reason', () => {
    const full = codes({ reason: 'mailbox-full' });
    expect(full).toEqual(expect.arrayContaining(['452', '552', 'X.2.2', 'mailbox-full', 'OFR*_417', 'i.ua/err/4/']));
    expect(full).not.toContain('X.1.1');
    expect(full).not.toContain('OFR*_416');
    // What Gmail means by it; registered is another reason.
    expect(codes({ reason: 'auth-failure', kind: 'enhanced' })).toContain('X.7.27');
  });

  test('may be joined with others', () => {
    expect(codes({ kind: 'reply', class: '4', reason: 'greylisted' })).toEqual(expect.arrayContaining(['450', '451']));
    expect(codes({ kind: 'reason', class: '5' })).toEqual([]);
  });
});

describe('a search', () => {
  test('finds entries that hold all words, those that are named so first', () => {
    const found = codes({ words: ['Mailbox', 'FULL'] });
    expect(found.slice(0, 2)).toEqual(['X.2.2', 'mailbox-full']);
    expect(found).toEqual(expect.arrayContaining(['452', '552']));
    expect(found).not.toContain('354');
  });

  test('finds codes, names of programs, and words of senses', () => {
    expect(codes({ words: ['5.7.606'] })[0]).toBe('5.7.606-649');
    expect(codes({ words: ['5.7.640'] })).toEqual(['5.7.606-649']);
    expect(codes({ words: ['4.1.1'] })).toContain('X.1.1');
    expect(codes({ words: ['smtp_destination_concurrency_limit'] })).toContain('421');
    expect(codes({ words: ['VRFY'], kind: 'reply' })).toContain('252');
  });

  test('finds tokens and block lists as replies have them', () => {
    expect(codes({ words: ['TSS04'] })).toEqual(['[TSS04]']);
    expect(codes({ words: ['ofr204_416'] })).toEqual(['OFR*_416']);
    expect(codes({ words: ['yahoo', 'tss'] }).slice(0, 2)).toEqual(['[TSS04]', '[TSS05]']);
    expect(codes({ words: ['barracudacentral'] })).toEqual(['barracuda']);
    expect(codes({ words: ['gmail'], kind: 'provider' })).toEqual(['google']);
  });

  test('finds nothing where a word stands nowhere', () => {
    expect(codes({ words: ['mailbox', 'zeppelin'] })).toEqual([]);
  });

  test('searches the language that is shown, whatever the case or width of its letters', async () => {
    expect(codes({ words: ['POSTFACH'] }, await loadLanguage('de'))).toContain('550');
    expect(codes({ words: ['ｓｍｔｐ', 'メールボックス'] }, await loadLanguage('ja')).length).toBeGreaterThan(0);
  });
});
