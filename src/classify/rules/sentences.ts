import type { Reason } from '../../model/verdict.js';
import type { Rule } from '../rule.js';

/** What one language says for a reason: patterns, each with a text that it matches. The order is that of precedence. */
export type Sentences = Partial<Record<Reason, Readonly<Record<string, string>>>>;

const SOURCE = 'Replies and bounce mails of servers set up in this language; letters are compared without accents';

/** One rule for each reason of a language. */
export const sentenceRules = (language: string, sentences: Sentences): Rule[] =>
  Object.entries(sentences).map(([reason, patterns]) => ({
    id: `${language}.${reason}`,
    reason: reason as Reason,
    source: SOURCE,
    patterns,
  }));
