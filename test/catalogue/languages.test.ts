import { describe, expect, test } from 'vitest';
import { ENHANCED_CODES } from '../../src/catalogue/enhanced-codes.js';
import { REASON_FACTS } from '../../src/catalogue/reasons.js';
import { REPLY_CODES } from '../../src/catalogue/reply-codes.js';
import { LANGUAGES, type Language, loadLanguage } from '../../src/catalogue/text/language.js';
import type { Words } from '../../src/catalogue/text/words.js';

/** Every text under the path of its key: `replyCodes/550/senses/0/cause`. */
function texts(of: unknown, path = ''): [string, string][] {
  if (typeof of === 'string') return [[path, of]];
  return Object.entries(of as object).flatMap(([key, value]) => texts(value, path === '' ? key : `${path}/${key}`));
}

const languages: readonly Language[] = await Promise.all(LANGUAGES.map(loadLanguage));
const [english, ...translations] = languages as [Language, ...Language[]];
const englishTexts = new Map(texts(english.text));

/** Names that are written alike in every language: settings, documents, codes, addresses of pages, programs. */
const NAMES =
  /[a-z]+_[a-z_]+|RFC \d+|§[\d.]+|\b\d+\.\d+\.\d+\b|\b(?:SPF|DKIM|DMARC|PTR|HELO|EHLO|STARTTLS|TLS|MX|DNSBL)\b|\bdig\b/g;
const namesIn = (text: string) => [...new Set(text.match(NAMES) ?? [])].sort();

/** What gives away a sentence that was left in English. */
const ENGLISH = /\b(?:the|and|which|this|that|with|when|should|of|is|are|for|not|your|you)\b/;
const JAPANESE = /[\u3040-\u30ff\u4e00-\u9fff]/;

const wordsOf = ({ space, references, ...words }: Words) => texts(words);

const braces = (template: string) => (template.match(/\{\w+\}/g) ?? []).sort();

test('a language is read by its tag', () => {
  expect(languages.map(({ tag }) => tag)).toEqual(['en', 'de', 'fr', 'ja']);
  expect(new Set(languages.map(({ text }) => text.replyCodes[550]!.title)).size).toBe(languages.length);
});

describe.each(translations)('the catalogue in $tag', ({ tag, text }) => {
  const translated = new Map(texts(text));
  /** Labels of texts that fail a test, so that a failure names its place. */
  const failing = (wrong: (said: string, english: string, path: string) => boolean): string[] =>
    [...translated]
      .filter(([path]) => !path.endsWith('/reason'))
      .filter(([path, said]) => wrong(said, englishTexts.get(path) ?? '', path))
      .map(([path, said]) => `${path}: ${said}`);

  test('has the keys of English, and no other, in the same order', () => {
    expect([...translated.keys()]).toEqual([...englishTexts.keys()]);
  });

  test('has senses for the same reasons', () => {
    const reasons = (all: ReadonlyMap<string, string>) => [...all].filter(([path]) => path.endsWith('/reason'));
    expect(reasons(englishTexts).length).toBeGreaterThan(100);
    expect(reasons(translated)).toEqual(reasons(englishTexts));
  });

  test('has no empty text, no space at an end, and none doubled', () => {
    expect(failing((said) => said.trim() === '' || said !== said.trim() || / {2}|[\n\t]/.test(said))).toEqual([]);
  });

  test('leaves nothing in English', () => {
    expect(failing((said, inEnglish) => said.length > 2 && said === inEnglish)).toEqual([]);
    expect(
      failing((said) => (tag === 'ja' ? !JAPANESE.test(said) && said !== 'OK' : ENGLISH.test(said.replaceAll(/\{\w+\}/g, '')))),
    ).toEqual([]);
  });

  test('names the same settings, documents, codes and records', () => {
    const pairs = [...translated].map(([path, said]) => [path, namesIn(said)]);
    expect(pairs).toEqual([...englishTexts].map(([path, said]) => [path, namesIn(said)]));
  });

  test('ends sentences as sentences, and titles and parts of sentences not', () => {
    const isPart = (path: string) => /\/title$|^providers\/(?:concerns\/|noPage$)/.test(path);
    // The texts that are filled in end as sentences.
    expect(failing((said, _, path) => /(?:[.!?。！？]|\{(?:cause|when)\})$/.test(said) === isPart(path))).toEqual([]);
  });

  test('has the same braces in each text', () => {
    const pairs = [...translated].map(([path, said]) => [path, braces(said)]);
    expect(pairs).toEqual([...englishTexts].map(([path, said]) => [path, braces(said)]));
  });

  test('carries no markup', () => {
    expect(failing((said) => /[<>`*]|&[a-z]+;|\]\(/.test(said))).toEqual([]);
  });
});

describe.each(translations)('the words in $tag', ({ tag, words }) => {
  const own = wordsOf(words);
  const inEnglish = new Map(wordsOf(english.words));

  test('have the keys of English', () => {
    expect(own.map(([path]) => path).sort()).toEqual([...inEnglish.keys()].sort());
  });

  test('have the same braces in each text', () => {
    for (const [path, said] of own) expect([path, braces(said)]).toEqual([path, braces(inEnglish.get(path)!)]);
  });

  test('are not empty and not English', () => {
    /** Words that are the same in both languages, and titles that consist of braces. */
    const same = new Set([
      'Code',
      'Status',
      'Type',
      'Description',
      'Domain',
      'Domains',
      'SMTP {code}: {cause}',
      'SMTP {a} {titleA} vs {b} {titleB}',
    ]);
    expect(own.filter(([, said]) => said.trim() === '')).toEqual([]);
    expect(own.filter(([path, said]) => said === inEnglish.get(path) && !same.has(said))).toEqual([]);
    if (tag !== 'ja') expect(own.filter(([, said]) => ENGLISH.test(said.replaceAll(/\{\w+\}/g, '')))).toEqual([]);
  });

  test('translate every source that is more than a section of a document', () => {
    const all = [...REPLY_CODES, ...ENHANCED_CODES, ...Object.values(REASON_FACTS)].map(({ reference }) => reference);
    const isDue = (reference: string) => /[a-z]{2}/.test(reference.replace('(delivered, relayed, expanded)', ''));
    const due = [...new Set(all)].filter(isDue);
    expect(due.length).toBeGreaterThan(30);
    expect(Object.keys(words.references).sort()).toEqual(due.sort());
    for (const [reference, said] of Object.entries(words.references))
      expect([reference, namesIn(said)]).toEqual([reference, namesIn(reference)]);
  });
});

describe('the labels of the seed pages', () => {
  test.each([
    ['en', ['Description', 'When you see it', 'How to fix', 'Key differences', 'When to use which', 'Learn more']],
    [
      'de',
      [
        'Beschreibung',
        'Wann Sie es sehen',
        'Wie man es behebt',
        'Wesentliche Unterschiede',
        'Wann welchen verwenden',
        'Mehr erfahren',
      ],
    ],
    [
      'fr',
      ['Description', 'Quand vous le voyez', 'Comment résoudre', 'Différences clés', 'Quand utiliser lequel', 'En savoir plus'],
    ],
    ['ja', ['説明', 'このコードが表示される場合', '解決方法', '主な違い', 'どちらをいつ使うか', '詳しく見る']],
  ] as const)('are kept in %s', async (tag, labels) => {
    const { cause, when, fix, differences, which, learnMore } = (await loadLanguage(tag)).words.labels;
    expect([cause, when, fix, differences, which, learnMore]).toEqual(labels);
  });
});
