import { PROVIDERS } from '../model/provider.js';
import { REASONS, type Reason } from '../model/verdict.js';
import type { Article } from './article.js';
import { blockListArticle, refusedQueryArticle } from './block-list-article.js';
import { BLOCK_LISTS } from './block-lists.js';
import { classesOf } from './code-class.js';
import type { CodeClass, CodeStatus } from './documentation.js';
import { enhancedCodeArticle } from './enhanced-code-article.js';
import { ENHANCED_CODES, enhancedCodeFacts } from './enhanced-codes.js';
import { providerArticle } from './provider-article.js';
import { PROVIDER_TOKENS } from './provider-tokens.js';
import { reasonArticle } from './reason-article.js';
import { replyCodeArticle } from './reply-code-article.js';
import { REPLY_CODES } from './reply-codes.js';
import type { Language } from './text/language.js';
import { tokenArticle, tokensNamed } from './token-article.js';

/** Which entries of the catalogue are wanted; null asks nothing. An entry without the fact that is asked for is not one. */
export interface CatalogueFilter {
  readonly kind: Article['kind'] | null;
  readonly class: Extract<CodeClass, '2' | '3' | '4' | '5'> | null;
  readonly status: CodeStatus | null;
  readonly reason: Reason | null;
  /** Words that must all stand in an entry, in any case. */
  readonly words: readonly string[];
}

/**
 * The entries of the catalogue that a filter lets through: reply codes, enhanced codes, reasons, tokens, providers, block
 * lists, each in the order of the catalogue. Where words are searched, those that are named so come before those that only
 * speak of it, and `5.1.1` finds the entry for that code, `X.1.1`.
 */
export function listing(filter: CatalogueFilter, language: Language): Article[] {
  const articles = catalogue(language).filter(
    ({ article, classes }) =>
      (filter.kind === null || filter.kind === article.kind) &&
      (filter.class === null || classes.includes(filter.class)) &&
      (filter.status === null || filter.status === article.status) &&
      (filter.reason === null || reasonsOf(article).includes(filter.reason)),
  );
  const sought = filter.words.map((word) => folded(word, language)).filter((word) => word !== '');
  const holds = (article: Article, text: string) =>
    sought.every((word) => folded(text, language).includes(word) || isWrittenAs(word, article));
  const named = new Set(articles.filter(({ article }) => holds(article, nameOf(article))));
  const speaking = articles.filter((one) => !named.has(one) && holds(one.article, textOf(one.article)));
  return [...named, ...speaking].map(({ article }) => article);
}

/** Whether an entry for many codes, or for a token whose digits vary, is the one for what is written. */
function isWrittenAs(word: string, { kind, code }: Article): boolean {
  if (kind === 'enhanced') return enhancedCodeFacts(word)?.code === code;
  return kind === 'token' && tokensNamed(word).some(({ token }) => token.token === code);
}

/** Every entry with the classes of its codes. */
function catalogue(language: Language): { readonly article: Article; readonly classes: readonly CodeClass[] }[] {
  return [
    ...REPLY_CODES.map(({ code }) => replyCodeArticle(code, language))
      .filter((article) => article !== null)
      .map((article) => ({ article, classes: article.class === null ? [] : [article.class] })),
    ...ENHANCED_CODES.map((facts) => ({
      article: enhancedCodeArticle(facts.code, facts, language),
      classes: classesOf(facts),
    })),
    ...[
      ...REASONS.map((reason) => reasonArticle(reason, language)),
      ...PROVIDER_TOKENS.map((token) => tokenArticle(token, language)),
      ...PROVIDERS.map((provider) => providerArticle(provider, language)),
      ...BLOCK_LISTS.map((list) => blockListArticle(list, language)),
      refusedQueryArticle(language),
    ].map((article) => ({ article, classes: [] })),
  ];
}

/** Case and width of characters do not matter to a search. */
const folded = (text: string, { tag }: Language): string => text.normalize('NFKC').toLocaleLowerCase(tag);

const reasonsOf = ({ reason, senses, meanings }: Article): readonly Reason[] => [
  ...(reason === null ? [] : [reason]),
  ...[...senses, ...meanings].map((sense) => sense.reason),
];

const nameOf = ({ code, title, source }: Article): string =>
  [code, code.replaceAll('-', ' '), title, ...(source?.names ?? [])].join(' ');

const textOf = (article: Article): string =>
  [
    nameOf(article),
    article.cause,
    article.when,
    article.fix,
    article.reference,
    ...reasonsOf(article),
    ...(article.commands ?? []),
    ...[...article.senses, ...article.meanings].flatMap(({ title, cause, fix }) => [title, cause, fix]),
  ].join('\n');
