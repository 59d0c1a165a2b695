import type { Provider } from '../model/provider.js';
import { type NumberLists, numberLists } from './number-lists.js';
import { type NumberedPattern, type NumberedWords, Vocabulary } from './occurrences.js';
import { compilePattern, PatternError } from './pattern.js';
import type { Rule } from './rule.js';

/** Words by which a text names a provider. */
export interface Naming {
  readonly provider: Provider;
  /** As they stand in a normalised text. */
  readonly words: readonly string[];
}

/**
 * What is made of a list of rules before texts can be searched: an entry for each rule with one of its patterns, in their
 * order, and one for a rule without any. Mostly arrays of numbers, so that it takes no time to read what was written.
 */
export interface PreparedRules {
  /** For each entry, the place of its rule in the list. */
  readonly rules: Uint32Array;
  /** The entries without a pattern. */
  readonly patternless: Uint32Array;
  /** By the number of a word, the entries whose pattern needs it: it is one of its rarest. */
  readonly needing: NumberLists;
  /** For each naming, the numbers of its words. */
  readonly namings: NumberLists;
  readonly words: NumberedWords;
  /** The pattern of an entry that has one. */
  readonly patternOf: (entry: number) => NumberedPattern;
}

/** @throws PatternError when a pattern cannot be read. */
export function prepareRules(rules: readonly Rule[], namings: readonly Naming[]): PreparedRules {
  const vocabulary = new Vocabulary();
  const entries: { rule: number; pattern: NumberedPattern | null }[] = [];
  rules.forEach(({ id, patterns = {} }, rule) => {
    const sources = Object.keys(patterns);
    if (sources.length === 0) entries.push({ rule, pattern: null });
    for (const source of sources) entries.push({ rule, pattern: vocabulary.pattern(compileOf(id, source)) });
  });
  const named = namings.map(({ words }) => words.map((word) => vocabulary.number(word)));
  const { words } = vocabulary;
  const needing: number[][] = [];
  entries.forEach(({ pattern }, entry) => {
    for (const word of pattern?.rarest ?? []) {
      needing[word] ??= [];
      needing[word].push(entry);
    }
  });
  return {
    rules: Uint32Array.from(entries, ({ rule }) => rule),
    patternless: Uint32Array.from(entries.flatMap(({ pattern }, entry) => (pattern === null ? [entry] : []))),
    needing: numberLists(needing, words.lengths.length),
    namings: numberLists(named, named.length),
    words,
    patternOf: (entry) => entries[entry]!.pattern!,
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
