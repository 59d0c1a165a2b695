import { type Article, type Lookup, NO_CODE } from './article.js';
import { blockList } from './block-lists.js';
import { tokenProse } from './provider-prose.js';
import { PROVIDER_TOKENS, type ProviderToken } from './provider-tokens.js';
import { REASON_FACTS } from './reasons.js';
import type { Language } from './text/language.js';

/** Longer words are no token. */
const LONGEST = 40;

/** Tokens of providers: `TSS04`, with or without its brackets; `OFR_416`, `OFR204_416`; also the rule, `yahoo.tss04`. */
export const tokenLookup: Lookup = {
  find: (written, language) => tokensNamed(written).map(({ token, code }) => tokenArticle(token, language, code)),
  objection: () => null,
};

interface NamedToken {
  readonly token: ProviderToken;
  /** As a reply has it, where the digits of the token vary. */
  readonly code: string;
}

/** The tokens that are written so. */
export function tokensNamed(written: string): NamedToken[] {
  if (written.length > LONGEST) return [];
  const word = bare(written.toLowerCase());
  return word === '' ? [] : FORMS.flatMap(({ token, read }) => read(word, written).map((code) => ({ token, code })));
}

/** Without the brackets and marks around it. */
const bare = (written: string): string => written.replace(/^[^a-z0-9]+|[^a-z0-9]+$/g, '');

/** How a token may be written, and what it is then. */
interface Form {
  readonly token: ProviderToken;
  readonly read: (word: string, written: string) => readonly string[];
}

const FORMS: readonly Form[] = PROVIDER_TOKENS.map((token) => ({ token, read: formOf(token) }));

function formOf({ token, rule }: ProviderToken): Form['read'] {
  const itself = bare(token.toLowerCase());
  const isItself = (word: string, written: string) => word === itself || written === token.toLowerCase() || word === rule;
  const star = token.indexOf('*');
  if (star >= 0) {
    const [before, after] = [token.slice(0, star), token.slice(star + 1)];
    const digits = (word: string) => word.slice(before.length, word.length - after.length);
    return (word, written) => {
      if (isItself(word, written)) return [token];
      const fits = word.startsWith(before.toLowerCase()) && word.endsWith(after.toLowerCase()) && /^\d{0,6}$/.test(digits(word));
      return fits && word.length >= token.length - 1 ? [before + digits(word) + after] : [];
    };
  }
  const [, before, from, to] = /^(.*?)(\d+) to (\d+)$/.exec(token) ?? [];
  if (before !== undefined) {
    return (word, written) => {
      if (isItself(word, written)) return [token];
      const number = word.slice(before.length);
      const fits = word.startsWith(before.toLowerCase()) && /^\d{1,6}$/.test(number);
      return fits && Number(number) >= Number(from) && Number(number) <= Number(to) ? [before + number] : [];
    };
  }
  return (word, written) => (isItself(word, written) ? [token] : []);
}

/** What is documented of a token. @param code as it is written, where its digits vary. */
export function tokenArticle(token: ProviderToken, { text }: Language, code: string = token.token): Article {
  const { reason, provider, concern } = token;
  const list = token.list === undefined ? null : blockList(token.list);
  const { retry, actor } = REASON_FACTS[reason];
  return {
    kind: 'token',
    code,
    entry: token.token,
    ...tokenProse({ ...token, token: code }, list, text.reasons[reason], text),
    retry,
    actor,
    reason,
    source: { provider, concern, ...(token.list === undefined ? {} : { list: token.list }) },
    ...NO_CODE,
  };
}
