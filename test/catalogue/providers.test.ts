import { describe, expect, test } from 'vitest';
import { BLOCK_LISTS, blockList, listRule } from '../../src/catalogue/block-lists.js';
import { explain } from '../../src/catalogue/explain.js';
import { codeRule, PROVIDER_CODES } from '../../src/catalogue/provider-codes.js';
import { PROVIDER_TOKENS } from '../../src/catalogue/provider-tokens.js';
import { PROVIDER_FACTS } from '../../src/catalogue/providers.js';
import { LANGUAGES, loadLanguage } from '../../src/catalogue/text/language.js';
import type { Provider } from '../../src/model/provider.js';
import type { Reason } from '../../src/model/verdict.js';

const languages = await Promise.all(LANGUAGES.map(loadLanguage));

test('no two rules about tokens have one name', () => {
  expect(new Set(PROVIDER_TOKENS.map(({ rule }) => rule)).size).toBe(PROVIDER_TOKENS.length);
});

describe.each(languages)('in $tag', ({ text }) => {
  const of = (reason: Reason, provider: Provider | null, rule: string, enhancedStatus: string | null = null) =>
    explain({ direction: 'outbound', type: null, reason, replyCode: null, provider, rule, enhancedStatus }, text)!;
  /** Each text is there, says more than the reason where it must, and no place in it was left open. */
  const expectWhole = (found: ReturnType<typeof of>, reason: Reason) => {
    const { title, cause, when, fix, reference } = found;
    for (const said of [title, cause, when, fix, reference]) expect(said).toMatch(/^[^{}]+$/);
    for (const [said, general] of [
      [title, text.reasons[reason].title],
      [cause, text.reasons[reason].cause],
      [when, text.reasons[reason].when],
      [fix, text.reasons[reason].fix],
    ] as const)
      expect(said).toContain(general);
  };
  const pageOf = (provider: Provider) => PROVIDER_FACTS[provider].page ?? PROVIDER_FACTS[provider].name;

  test('every token has an entry with its facts', () => {
    expect(PROVIDER_TOKENS.length).toBeGreaterThan(200);
    for (const { provider, token, reason, rule, concern, list } of PROVIDER_TOKENS) {
      const found = of(reason, provider, rule);
      expectWhole(found, reason);
      expect(found.title).toContain(PROVIDER_FACTS[provider].name);
      for (const fact of [token, PROVIDER_FACTS[provider].name, text.providers.concerns[concern]])
        expect(found.cause).toContain(fact);
      expect(found.when).toContain(token);
      expect(found.reference).toContain(pageOf(provider));
      if (list !== undefined)
        for (const fact of [blockList(list).name, blockList(list).lookup]) expect(found.fix).toContain(fact);
    }
  });

  test('every code with a sense of its own has an entry with its facts', () => {
    expect(PROVIDER_CODES.length).toBeGreaterThan(20);
    for (const { provider: providers, code, reason, sense } of PROVIDER_CODES) {
      for (const provider of providers) {
        const written = code.replace('X', '5');
        const found = of(reason, provider, codeRule(provider, code), written);
        expectWhole(found, reason);
        for (const fact of [written, PROVIDER_FACTS[provider].name, sense === null ? '' : text.providers.senses[sense]])
          expect(found.cause).toContain(fact);
        expect(found.when).toContain(written);
        expect(found.reference).toContain(pageOf(provider));
      }
    }
  });

  test('every block list has an entry with its facts', () => {
    expect(BLOCK_LISTS.length).toBeGreaterThan(25);
    for (const list of BLOCK_LISTS) {
      const found = of(list.reason, null, listRule(list));
      expectWhole(found, list.reason);
      expect(found.title).toContain(list.name);
      expect(found.cause).toContain(list.name);
      expect(found.fix).toContain(list.lookup);
      expect(found.reference).toBe(list.lookup);
    }
  });
});
