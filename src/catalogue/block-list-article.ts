import { type Article, type Lookup, NO_CODE } from './article.js';
import { BLOCK_LISTS, type BlockList, listRule, REFUSED_QUERY } from './block-lists.js';
import { listFix } from './provider-prose.js';
import { REASON_FACTS } from './reasons.js';
import type { Language } from './text/language.js';
import { fill } from './text/words.js';

/** Longer words are no name of a list. */
const LONGEST = 255;

/** An answer of a list: an address of the loopback network (RFC 5782 §2.1). */
const ANSWER = /^127(?:\.\d{1,3}){3}(?:\/\d\d)?$/;
const REFUSED_ANSWER = /^127\.255\.255\.(?:\d{1,3}|0\/24)$/;

/** Block lists: `spamhaus`, `zen.spamhaus.org`, `list.spamhaus`; and `127.255.255.254`, which is no listing. */
export const blockListLookup: Lookup = {
  find(written, language) {
    if (REFUSED_ANSWER.test(written) || written === REFUSED_QUERY.rule) return [refusedQueryArticle(language)];
    const list = written.length > LONGEST ? undefined : listNamed(written);
    return list === undefined ? [] : [blockListArticle(list, language)];
  },

  objection: (written) =>
    ANSWER.test(written)
      ? 'an answer of a block list, and what it means differs from list to list: explain the list that the reply names, such as zen.spamhaus.org'
      : null,
};

/** A list by its key, its name or its rule, or by a zone or a page of it. The first of a house is the one for domains. */
function listNamed(written: string): BlockList | undefined {
  return (
    BLOCK_LISTS.find((list) => [list.key, list.name.toLowerCase(), listRule(list)].includes(written)) ??
    BLOCK_LISTS.find(({ names }) => namesOf(names).includes(written)) ??
    (written.includes(' ') ? undefined : BLOCK_LISTS.find(({ names }) => namesOf(names).some((name) => isIn(name, written))))
  );
}

/** Without the mark that ends a word in a pattern. */
const namesOf = (names: readonly string[]): string[] => names.map((name) => name.replace('>', ''));

/** Whether a name of a host or of a page stands in another from the beginning of a label on. */
function isIn(name: string, written: string): boolean {
  if (!written.includes('.')) return false;
  const at = written.indexOf(name);
  return at === 0 || (at > 0 && !/[a-z0-9]/.test(written[at - 1]!));
}

/** What is documented of a block list. */
export function blockListArticle(list: BlockList, { tag, text }: Language): Article {
  const { key, name, reason, lookup } = list;
  const prose = text.reasons[reason];
  const { cause, when } = text.providers.aboutList;
  const { retry, actor } = REASON_FACTS[reason];
  const names = namesOf(list.names);
  const either = new Intl.ListFormat(tag, { type: 'disjunction' }).format(names);
  return {
    kind: 'list',
    code: key,
    entry: key,
    title: name,
    cause: fill(cause, { list: name, cause: prose.cause }),
    when: fill(when, { names: either, when: prose.when }),
    fix: listFix(list, prose.fix, text),
    retry,
    actor,
    reference: lookup,
    reason,
    source: { names },
    ...NO_CODE,
  };
}

/** The answer of a list that is no listing. */
export function refusedQueryArticle({ text }: Language): Article {
  const { network, reason, actor, page } = REFUSED_QUERY;
  return {
    kind: 'list',
    code: network,
    entry: network,
    ...text.providers.refusedQuery,
    retry: REASON_FACTS[reason].retry,
    actor,
    reference: page,
    reason,
    source: {},
    ...NO_CODE,
  };
}
