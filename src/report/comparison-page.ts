import type { Article } from '../catalogue/article.js';
import type { Comparison } from '../catalogue/compare.js';
import type { Language } from '../catalogue/text/language.js';
import { articleFacts, headingOf } from './article-page.js';
import type { Block, Page } from './page.js';

/** What `compare` prints: the summary, both codes beside one another, what differs, what to do, where to read on. */
export function comparisonPage(
  { title, summary, articles, differences, which, learnMore }: Comparison,
  language: Language,
): Page {
  const { labels } = language.words;
  const blocks: readonly Block[] = [
    { kind: 'paragraph', text: summary },
    { kind: 'beside', sides: articles.map((article) => side(article, language)) },
    { kind: 'heading', level: 2, text: labels.differences },
    { kind: 'list', numbered: true, items: differences.map(({ text }) => text) },
    { kind: 'heading', level: 2, text: labels.which },
    ...which.map((text): Block => ({ kind: 'paragraph', text })),
    { kind: 'heading', level: 2, text: labels.learnMore },
    { kind: 'links', links: learnMore },
  ];
  return { lang: language.tag, title, blocks };
}

function side(article: Article, language: Language): Block[] {
  const { labels } = language.words;
  const sections = [
    [labels.cause, article.cause],
    [labels.when, article.when],
    [labels.fix, article.fix],
  ] as const;
  return [
    { kind: 'heading', level: 2, text: headingOf(article) },
    ...(article.note === null ? [] : [{ kind: 'paragraph', text: article.note } as const]),
    ...sections.flatMap(([label, text]): Block[] => [
      { kind: 'heading', level: 3, text: label },
      { kind: 'paragraph', text },
    ]),
    { kind: 'facts', rows: articleFacts(article, language) },
  ];
}
