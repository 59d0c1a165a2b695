import type { Article } from '../catalogue/article.js';
import { blockList } from '../catalogue/block-lists.js';
import { className, commandNames, referenceName, subjectName } from '../catalogue/code-names.js';
import { PROVIDER_FACTS } from '../catalogue/providers.js';
import type { Language } from '../catalogue/text/language.js';
import { fill } from '../catalogue/text/words.js';
import { type Together, together } from '../catalogue/together.js';
import type { Block, Fact, Page } from './page.js';

/** What `explain` prints: each code or reason with its documentation, and what some of them mean together. */
export function articlesPage(articles: readonly Article[], language: Language): Page {
  const [only] = articles;
  const pairs = together(articles).flatMap((pair) => togetherBlocks(pair, language));
  if (articles.length === 1 && only !== undefined) {
    return { lang: language.tag, title: headingOf(only), blocks: articleBlocks(only, 2, language) };
  }
  const each = articles.flatMap((article): Block[] => [
    { kind: 'heading', level: 2, text: headingOf(article) },
    ...articleBlocks(article, 3, language),
  ]);
  return { lang: language.tag, title: [...new Set(articles.map(({ code }) => code))].join(', '), blocks: [...pairs, ...each] };
}

/** `550 Mailbox Not Found`. */
export const headingOf = ({ code, title }: Article): string => `${code} ${title}`;

function togetherBlocks({ reply, other, sense }: Together, { words }: Language): Block[] {
  const { labels } = words;
  return [
    { kind: 'heading', level: 2, text: `${fill(words.together, { reply, other })}: ${sense.title}` },
    {
      kind: 'facts',
      rows: [
        [labels.cause, sense.cause],
        [labels.fix, sense.fix],
      ],
    },
  ];
}

/** @param level of the headings within an article, one below that of its own. */
function articleBlocks(article: Article, level: 2 | 3, language: Language): Block[] {
  const { labels } = language.words;
  return [
    ...(article.note === null ? [] : [paragraph(article.note)]),
    heading(level, labels.cause),
    paragraph(article.cause),
    heading(level, labels.when),
    paragraph(article.when),
    heading(level, labels.fix),
    paragraph(article.fix),
    { kind: 'facts', rows: articleFacts(article, language) },
    ...sensesBlocks(article, level, language),
    ...meaningsBlocks(article, level, language),
    ...inboundBlocks(article, level, language),
  ];
}

const heading = (level: 2 | 3, text: string): Block => ({ kind: 'heading', level, text });
const paragraph = (text: string): Block => ({ kind: 'paragraph', text });

/** The facts of an article by their names; what does not belong to its kind is left out. */
export function articleFacts(article: Article, language: Language): Fact[] {
  const { words, text } = language;
  const { labels } = words;
  const { about, reason, status, subject, commands } = article;
  const { provider, concern, list, tokens = [], codes = [] } = article.source ?? {};
  const listed = (all: readonly string[]) => (all.length === 0 ? null : all.join(', '));
  const facts: (readonly [string, string | null])[] = [
    [labels.class, className(article, words)?.name ?? null],
    [labels.subject, subject === null ? null : subjectName(subject, words)],
    [labels.retry, words.retries[article.retry]],
    [labels.actor, words.actors[article.actor]],
    [labels.type, about === null ? null : words.types[about.type]],
    [labels.group, about === null ? null : words.groups[about.group]],
    [labels.suppress, about === null ? null : words.suppress[about.suppress]],
    [labels.provider, provider === undefined ? null : PROVIDER_FACTS[provider].name],
    [labels.concern, concern === undefined ? null : text.providers.concerns[concern]],
    [labels.reason, reason === null || about !== null ? null : `${reason} (${text.reasons[reason].title})`],
    [labels.commands, commands === null ? null : commandNames(commands, language)],
    [labels.status, status === null ? null : words.statuses[status]],
    [labels.list, list === undefined ? null : blockList(list).name],
    [labels.tokens, listed(tokens)],
    [labels.ownCodes, listed(codes)],
    [labels.reference, referenceName(article.reference, words)],
    [labels.related, listed(about?.codes ?? [])],
  ];
  return facts.filter((fact): fact is Fact => fact[1] !== null);
}

function sensesBlocks({ senses }: Article, level: 2 | 3, { words }: Language): Block[] {
  if (senses.length === 0) return [];
  const items = senses.map(({ reason, title, cause, fix }) => `${reason} (${title}): ${cause}${words.space}${fix}`);
  return [heading(level, words.labels.senses), { kind: 'list', numbered: false, items }];
}

function meaningsBlocks({ meanings }: Article, level: 2 | 3, { words }: Language): Block[] {
  if (meanings.length === 0) return [];
  const items = meanings.map(({ reason, cause, fix, reference }) => `${reason}: ${[cause, fix, reference].join(words.space)}`);
  return [heading(level, words.labels.meanings), { kind: 'list', numbered: false, items }];
}

function inboundBlocks({ about }: Article, level: 2 | 3, { words }: Language): Block[] {
  if (about === null) return [];
  const { labels } = words;
  const { cause, when, fix, retry, actor } = about.inbound;
  return [
    heading(level, labels.inbound),
    {
      kind: 'facts',
      rows: [
        [labels.cause, cause],
        [labels.when, when],
        [labels.fix, fix],
        [labels.retry, words.retries[retry]],
        [labels.actor, words.actors[actor]],
      ],
    },
  ];
}
