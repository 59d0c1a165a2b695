import type { Provider } from '../model/provider.js';
import { type NumberedPattern, type NumberedWords, Vocabulary } from './occurrences.js';
import { compilePattern, PatternError } from './pattern.js';
import type { Rule } from './rule.js';

/** Words by which a text names a provider. */
export interface Naming {
  readonly provider: Provider;
  /** As they stand in a normalised text. */
  readonly words: readonly string[];
}

/** What is made of a list of rules before texts can be searched. Plain data, which can be written and read again. */
export interface PreparedRules {
  /** For each rule, its patterns. */
  readonly patterns: readonly (readonly NumberedPattern[])[];
  /** For each naming, the numbers of its words. */
  readonly namings: readonly (readonly number[])[];
  readonly words: NumberedWords;
}

/** @throws PatternError when a pattern cannot be read. */
export function prepareRules(rules: readonly Rule[], namings: readonly Naming[]): PreparedRules {
  const vocabulary = new Vocabulary();
  return {
    patterns: rules.map(({ id, patterns = {} }) =>
      Object.keys(patterns).map((source) => vocabulary.pattern(compileOf(id, source))),
    ),
    namings: namings.map(({ words }) => words.map((word) => vocabulary.number(word))),
    words: vocabulary.words,
  };
}

function compileOf(id: string, source: string) {
  try {
    return compilePattern(source);
  } catch (error) {
    if (error instanceof PatternError) throw new PatternError(`rule ${id}, pattern '${source}': ${error.message}`);
    throw error;
  }
}
