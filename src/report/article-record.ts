import type { Article } from '../catalogue/article.js';
import { className, referenceName, subjectName } from '../catalogue/code-names.js';
import type { Comparison } from '../catalogue/compare.js';
import type { Language } from '../catalogue/text/language.js';
import { together } from '../catalogue/together.js';

/** What programs read of an article: words that are names stay as they are in every language. */
function articleRecord(article: Article, { words }: Language): Readonly<Record<string, unknown>> {
  const { class: its, subject, reference, note, senses, meanings, about, source, ...rest } = article;
  const name = className(article, words)?.name;
  return {
    ...rest,
    class: its === null ? null : { digit: its, name },
    subject: subject === null ? null : { digit: subject, name: subjectName(subject, words) },
    reference: referenceName(reference, words),
    ...(note === null ? {} : { note }),
    ...(senses.length === 0 ? {} : { senses }),
    ...(meanings.length === 0 ? {} : { meanings }),
    ...(about ?? source ?? {}),
  };
}

const document = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** `explain` as one JSON document. */
export function articlesJson(articles: readonly Article[], language: Language, generator: string): string {
  return document({
    schema: 'bouncelens-explanation/1',
    generator,
    lang: language.tag,
    entries: articles.map((article) => articleRecord(article, language)),
    together: together(articles).map(({ reply, other, sense }) => ({ reply, other, ...sense })),
  });
}

/** `compare` as one JSON document. */
export function comparisonJson({ articles, ...comparison }: Comparison, language: Language, generator: string): string {
  return document({
    schema: 'bouncelens-comparison/1',
    generator,
    lang: language.tag,
    entries: articles.map((article) => articleRecord(article, language)),
    ...comparison,
  });
}

/** `codes` as one JSON document. */
export function listingJson(articles: readonly Article[], language: Language, generator: string): string {
  return document({
    schema: 'bouncelens-codes/1',
    generator,
    lang: language.tag,
    codes: articles.map((article) => articleRecord(article, language)),
  });
}

/** `codes` as one JSON object per line. */
export const listingNdjson = (articles: readonly Article[], language: Language): string =>
  articles.map((article) => `${JSON.stringify(articleRecord(article, language))}\n`).join('');
