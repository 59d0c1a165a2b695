import type { Article } from './article.js';
import { className, commandNames, referenceName, subjectName } from './code-names.js';
import { type Document, documentsIn, REGISTRY } from './documents.js';
import type { Language } from './text/language.js';
import { fill, type Words } from './text/words.js';
import { mayStandTogether, together } from './together.js';

/** What two codes have to do with one another, in sentences. */
export interface Comparison {
  readonly title: string;
  readonly summary: string;
  readonly articles: readonly [Article, Article];
  readonly differences: readonly Difference[];
  /** What to do about each of them. */
  readonly which: readonly [string, string];
  readonly learnMore: readonly Document[];
}

export interface Difference {
  readonly about: 'class' | 'subject' | 'meaning' | 'when' | 'reason' | 'retry' | 'actor' | 'commands' | 'status' | 'reference';
  readonly text: string;
}

/** Compares two reply codes or enhanced status codes, also one of each. */
export function compare(a: Article, b: Article, language: Language): Comparison {
  const { words } = language;
  return {
    title: fill(words.compare.title, pairValues(a, b, words)),
    summary: summary(a, b, words),
    articles: [a, b],
    differences: differences(a, b, language),
    which: [advice(a, words), advice(b, words)],
    learnMore: learnMore(a, b),
  };
}

/** What sentences about both are filled with. */
const pairValues = (a: Article, b: Article, words: Words) => ({
  a: a.code,
  b: b.code,
  titleA: a.title,
  titleB: b.title,
  causeA: a.cause,
  causeB: b.cause,
  classA: className(a, words)?.phrase ?? '',
  classB: className(b, words)?.phrase ?? '',
  class: className(a, words)?.name ?? '',
  cause: a.cause,
});

function summary(a: Article, b: Article, words: Words): string {
  const { compare, space } = words;
  const values = pairValues(a, b, words);
  return [
    fill(isSameClass(a, b) ? compare.sameClass : compare.classes, values),
    fill(a.cause === b.cause ? compare.sameMeaning : compare.contrast, values),
    ...pairSentences(a, b, words),
  ].join(space);
}

const isSameClass = (a: Article, b: Article): boolean => a.kind === b.kind && a.class === b.class;

/** A reply code and an enhanced code may be two parts of one reply. */
function pairSentences(a: Article, b: Article, { compare }: Words): string[] {
  const [reply, enhanced] = a.kind === 'reply' ? [a, b] : [b, a];
  if (reply.kind !== 'reply' || enhanced.kind !== 'enhanced' || !mayStandTogether(reply, enhanced)) return [];
  return [
    fill(compare.pair, { reply: reply.code, enhanced: enhanced.code }),
    ...together([reply, enhanced]).map(({ sense }) => fill(compare.pairSense, { cause: sense.cause })),
  ];
}

/** What differs, and only that, fact by fact. */
function differences(a: Article, b: Article, { tag, text, words }: Language): Difference[] {
  const { compare, space } = words;
  const found: Difference[] = [];
  /** Says of each code what is true of it, in a sentence or an entry of its own. */
  const differ = (about: Difference['about'], sentence: (of: Article) => string, apart = false): void => {
    const both = [sentence(a), sentence(b)];
    for (const one of apart ? both : [both.join(space)]) found.push({ about, text: one });
  };
  if (!isSameClass(a, b)) found.push({ about: 'class', text: fill(compare.classDifference, pairValues(a, b, words)) });
  if (a.cause !== b.cause) differ('meaning', ({ code, cause }) => fill(compare.meaning, { code, cause }), true);
  if (a.when !== b.when) differ('when', ({ code, when }) => fill(compare.seen, { code, when }), true);
  if (a.subject !== null && b.subject !== null && a.subject !== b.subject)
    differ('subject', ({ code, subject }) => fill(compare.subject, { code, subject: subjectName(subject!, words) }));
  if (a.reason !== null && b.reason !== null && a.reason !== b.reason)
    differ('reason', ({ code, reason }) => fill(compare.reason, { code, reason: reason!, title: text.reasons[reason!].title }));
  if (a.retry !== b.retry) differ('retry', ({ code, retry }) => fill(compare.retry[retry], { code }));
  if (a.actor !== b.actor) differ('actor', ({ code, actor }) => fill(compare.actor[actor], { code }));
  if (a.commands !== null && b.commands !== null && a.commands.join() !== b.commands.join())
    differ('commands', ({ code, commands }) => {
      const names = commandNames(commands!, { tag, words });
      return names === null ? fill(compare.anyCommand, { code }) : fill(compare.commands, { code, commands: names });
    });
  if (a.status !== b.status) differ('status', ({ code, status }) => fill(compare.status[status!], { code }));
  if (a.reference !== b.reference)
    differ('reference', ({ code, reference }) => fill(compare.reference, { code, reference: referenceName(reference, words) }));
  return found;
}

const advice = ({ code, title, fix }: Article, { compare }: Words): string => fill(compare.advice, { code, title, fix });

/** The documents of both codes, and those that say how such codes are made. */
function learnMore(a: Article, b: Article): Document[] {
  const documents = [
    ...documentsIn(a.reference),
    ...documentsIn(b.reference),
    ...[a, b].flatMap(({ kind }) => GENERAL[kind] ?? []),
  ];
  return [...new Map(documents.map((document) => [document.url, document])).values()];
}

const GENERAL: Readonly<Partial<Record<Article['kind'], readonly Document[]>>> = {
  reply: documentsIn('RFC 5321 §4.2.1'),
  enhanced: [...documentsIn('RFC 3463 §2'), REGISTRY],
};
