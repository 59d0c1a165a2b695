import type { Provider } from '../model/provider.js';
import type { BlockList } from './block-lists.js';
import type { CatalogueText, Prose } from './documentation.js';
import type { ProviderCode } from './provider-codes.js';
import type { ProviderToken } from './provider-tokens.js';
import { PROVIDER_FACTS } from './providers.js';
import { fill } from './text/words.js';

/** What is said of a reason, where a provider or a block list gives more to say. */
export type ReasonWords = Omit<Prose, 'title'>;

/** A text with the page that it rests on. */
export interface SourcedProse extends Prose {
  readonly reference: string;
}

/** What a token says, from what its reason says. */
export function tokenProse(
  { provider, token, reason, concern }: ProviderToken,
  list: BlockList | null,
  its: ReasonWords,
  text: CatalogueText,
): SourcedProse {
  const { name } = PROVIDER_FACTS[provider];
  const { concerns, token: cause, seen } = text.providers;
  return {
    title: titleOf(text.reasons[reason].title, provider),
    cause: fill(cause, { token, provider: name, concern: concerns[concern], cause: its.cause }),
    when: fill(seen, { provider: name, what: token, when: its.when }),
    fix: list === null ? its.fix : listFix(list, its.fix, text),
    reference: pageOf(provider, text),
  };
}

/** What an enhanced code says in the sense of a provider. @param code as it stands in the reply, or `X.7.27`. */
export function codeProse(
  code: string,
  provider: Provider,
  { reason, sense }: ProviderCode,
  its: ReasonWords,
  text: CatalogueText,
): SourcedProse {
  const { name } = PROVIDER_FACTS[provider];
  const { code: cause, codeInSense, senses, seen } = text.providers;
  const values = { code, provider: name, cause: its.cause };
  return {
    title: titleOf(text.reasons[reason].title, provider),
    cause: sense === null ? fill(cause, values) : fill(codeInSense, { ...values, sense: senses[sense] }),
    when: fill(seen, { provider: name, what: code, when: its.when }),
    fix: its.fix,
    reference: pageOf(provider, text),
  };
}

/** What the own words of a provider say. @param title of the reason. */
export function wordsProse(title: string, provider: Provider, its: ReasonWords, text: CatalogueText): SourcedProse {
  const { name } = PROVIDER_FACTS[provider];
  return {
    title: titleOf(title, provider),
    cause: fill(text.providers.words, { provider: name, cause: its.cause }),
    when: its.when,
    fix: its.fix,
    reference: pageOf(provider, text),
  };
}

/** What a reply says that names a block list. */
export function listProse(list: BlockList, its: ReasonWords, text: CatalogueText): SourcedProse {
  const { name, reason, lookup } = list;
  return {
    title: `${text.reasons[reason].title} (${name})`,
    cause: fill(text.providers.list.cause, { list: name, cause: its.cause }),
    when: its.when,
    fix: listFix(list, its.fix, text),
    reference: lookup,
  };
}

/** What is to be done about a listing. */
export const listFix = ({ name, lookup }: BlockList, fix: string, text: CatalogueText): string =>
  fill(text.providers.list.fix, { fix, list: name, page: lookup });

const titleOf = (title: string, provider: Provider): string => `${title} (${PROVIDER_FACTS[provider].name})`;

/** The page of a provider, or that it has none. */
export function pageOf(provider: Provider, text: CatalogueText): string {
  const { name, page } = PROVIDER_FACTS[provider];
  return page ?? fill(text.providers.noPage, { provider: name });
}
