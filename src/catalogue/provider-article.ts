import { HOST_ENDINGS, PROVIDERS, type Provider, providerOfHost } from '../model/provider.js';
import { type Article, type Lookup, NO_CODE } from './article.js';
import { BLOCK_LISTS } from './block-lists.js';
import { PROVIDER_CODES } from './provider-codes.js';
import { pageOf } from './provider-prose.js';
import { PROVIDER_TOKENS } from './provider-tokens.js';
import { PROVIDER_FACTS } from './providers.js';
import type { Language } from './text/language.js';
import { fill } from './text/words.js';

/** Providers: `google`, `gmail`, `exchange online`, also a host of theirs, `aspmx.l.google.com`. */
export const providerLookup: Lookup = {
  find: (written, language) => providersNamed(written).map((provider) => providerArticle(provider, language)),
  objection: () => null,
};

function providersNamed(written: string): readonly Provider[] {
  const host = written.includes('.') ? providerOfHost(written) : null;
  const named = NAMES.get(written) ?? [];
  return host === null || named.includes(host) ? named : [...named, host];
}

/** Who is called what: by the key, the name, the parts of the name, and the house. */
const NAMES: ReadonlyMap<string, readonly Provider[]> = byName();

function byName(): Map<string, Provider[]> {
  const names = new Map<string, Provider[]>();
  for (const provider of PROVIDERS) {
    const { name, house = provider } = PROVIDER_FACTS[provider];
    const all = [provider, provider.replaceAll('-', ' '), name, ...name.split(/, | \(|\)/), house];
    for (const one of new Set(all.map((each) => each.toLowerCase()))) names.set(one, [...(names.get(one) ?? []), provider]);
  }
  names.delete('');
  return names;
}

/** What is documented of a provider. */
export function providerArticle(provider: Provider, { tag, text }: Language): Article {
  const { name, page } = PROVIDER_FACTS[provider];
  const { cause, when, fix, fixWithoutPage } = text.providers.aboutProvider;
  const hosts = HOST_ENDINGS[provider];
  const tokens = PROVIDER_TOKENS.filter((token) => token.provider === provider).map(({ token }) => token);
  const codes = PROVIDER_CODES.filter((row) => row.provider.includes(provider)).map(({ code }) => code);
  const either = new Intl.ListFormat(tag, { type: 'disjunction' }).format(hosts);
  return {
    kind: 'provider',
    code: provider,
    entry: provider,
    title: name,
    cause: fill(cause, { provider: name, hosts: either }),
    when,
    fix: page === null ? fill(fixWithoutPage, { provider: name }) : fill(fix, { provider: name, page }),
    retry: 'by class',
    actor: 'analyst',
    reference: pageOf(provider, text),
    reason: null,
    source: { hosts, tokens, codes, ...(BLOCK_LISTS.some(({ key }) => key === provider) ? { list: provider } : {}) },
    ...NO_CODE,
  };
}
