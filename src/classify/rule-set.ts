import type { Provider } from '../model/provider.js';
import { type NumberedPattern, Occurrences, Vocabulary } from './occurrences.js';
import { compilePattern, PatternError } from './pattern.js';
import { type Circumstances, fits, type Rule } from './rule.js';

/** Words by which a text names a provider. */
export interface Naming {
  readonly provider: Provider;
  /** As they stand in a normalised text. */
  readonly words: readonly string[];
}

/** What one pass over a text finds beside the rules that come into question. */
interface Findings {
  /** The provider that the text names; the first in the list of namings where it names several. */
  readonly named: Provider | null;
}

/** A rule with one of its patterns; null for a rule without any. */
interface Entry {
  readonly rule: Rule;
  readonly pattern: NumberedPattern | null;
}

/**
 * A list of rules, ready to search texts. One pass over a text notes where it holds which words of all patterns; a
 * pattern whose rarest word is among them comes into question, and the places of its words tell whether it matches. The
 * first in the order of the list decides. Time is linear in the text.
 */
export class RuleSet {
  /** In the order of precedence. */
  readonly #entries: readonly Entry[];
  readonly #namings: readonly { readonly provider: Provider; readonly numbers: readonly number[] }[];
  readonly #occurrences: Occurrences;
  /** By the number of a word, the places of the entries that need it. */
  readonly #needing: readonly (readonly number[] | undefined)[];
  /** One bit for each entry, set where the text in hand has its rarest word. */
  readonly #candidates: Uint32Array;
  /** The bits of entries without a pattern: they come into question for every text. */
  readonly #patternless: Uint32Array;

  /** @throws PatternError when a pattern cannot be read. */
  constructor(rules: readonly Rule[], namings: readonly Naming[]) {
    const vocabulary = new Vocabulary();
    this.#entries = rules.flatMap((rule): Entry[] => {
      const patterns = Object.keys(rule.patterns ?? {});
      if (patterns.length === 0) return [{ rule, pattern: null }];
      return patterns.map((source) => ({ rule, pattern: vocabulary.pattern(compileOf(rule.id, source)) }));
    });
    this.#namings = namings.map(({ provider, words }) => ({ provider, numbers: words.map((word) => vocabulary.number(word)) }));
    this.#candidates = new Uint32Array(Math.ceil(this.#entries.length / 32));
    this.#patternless = this.#candidates.slice();
    const needing: number[][] = [];
    this.#entries.forEach(({ pattern }, place) => {
      if (pattern === null) this.#patternless[place >>> 5]! |= 1 << (place & 31);
      for (const word of pattern?.rarest ?? []) {
        needing[word] ??= [];
        needing[word].push(place);
      }
    });
    this.#needing = needing;
    this.#occurrences = new Occurrences(vocabulary.words);
  }

  /** Searches a text, for `decide`. @param text normalised. */
  find(text: string): Findings {
    this.#candidates.set(this.#patternless);
    this.#occurrences.read(text, this.#seen);
    return { named: this.#named() };
  }

  readonly #seen = (word: number): void => {
    const places = this.#needing[word];
    if (places === undefined) return;
    for (let i = 0; i < places.length; i++) this.#candidates[places[i]! >>> 5]! |= 1 << (places[i]! & 31);
  };

  #named(): Provider | null {
    return this.#namings.find(({ numbers }) => numbers.some((word) => this.#occurrences.has(word)))?.provider ?? null;
  }

  /** The first rule that holds for the text that was searched last; null when none does. */
  decide(circumstances: Circumstances): Rule | null {
    for (let word = 0; word < this.#candidates.length; word++) {
      for (let bits = this.#candidates[word]!; bits !== 0; bits &= bits - 1) {
        const { rule, pattern } = this.#entries[word * 32 + 31 - Math.clz32(bits & -bits)]!;
        if (fits(rule, circumstances) && (pattern === null || this.#occurrences.match(pattern))) return rule;
      }
    }
    return null;
  }
}

function compileOf(id: string, source: string) {
  try {
    return compilePattern(source);
  } catch (error) {
    if (error instanceof PatternError) throw new PatternError(`rule ${id}, pattern '${source}': ${error.message}`);
    throw error;
  }
}
