import type { Provider } from '../model/provider.js';
import { LiteralSearch } from './literal-search.js';
import { compilePattern, matches, type Pattern, PatternError } from './pattern.js';
import { type Circumstances, fits, type Rule } from './rule.js';

/** Words by which a text names a provider. */
export interface Naming {
  readonly provider: Provider;
  /** As they stand in a normalised text. */
  readonly words: readonly string[];
}

/** What one pass over a text finds. */
export interface Findings {
  /** The provider that the text names; the first in the list of namings where it names several. */
  readonly named: Provider | null;
  /** The first rule that holds; null when none does. */
  decide(circumstances: Circumstances): Rule | null;
}

/**
 * A list of rules, ready to search texts. One pass finds the few rules that come into question, by a word that each
 * needs; these are confirmed in the order of the list. Time is linear in the text.
 */
export class RuleSet {
  readonly #rules: readonly Rule[];
  readonly #patterns: readonly (readonly Pattern[])[];
  readonly #namings: readonly Naming[];
  readonly #search: LiteralSearch;
  /** What each word stands for: places of rules, and behind the last rule places of namings. */
  readonly #meant: readonly (readonly number[])[];
  /** One bit for each rule and naming, set where the text in hand has its word. */
  readonly #candidates: Uint32Array;
  /** The bits of rules without a word: they come into question for every text. */
  readonly #wordless: Uint32Array;

  /** @throws PatternError when a pattern cannot be read; `rules` of one's own are checked before. */
  constructor(rules: readonly Rule[], namings: readonly Naming[]) {
    this.#rules = rules;
    this.#namings = namings;
    this.#patterns = rules.map(({ id, patterns = {} }) => Object.keys(patterns).map((source) => compileOf(id, source)));
    const places = new Map<string, Set<number>>();
    const needs = (word: string, place: number) => {
      const known = places.get(word);
      if (known === undefined) places.set(word, new Set([place]));
      else known.add(place);
    };
    this.#patterns.forEach((patterns, place) => {
      for (const { required } of patterns) for (const word of required) needs(word, place);
    });
    namings.forEach(({ words }, i) => {
      for (const word of words) needs(word, rules.length + i);
    });
    this.#search = new LiteralSearch([...places.keys()]);
    this.#meant = [...places.values()].map((set) => [...set]);
    this.#candidates = new Uint32Array(Math.ceil((rules.length + namings.length) / 32));
    this.#wordless = this.#candidates.slice();
    this.#patterns.forEach((patterns, place) => {
      if (patterns.length === 0) this.#wordless[place >>> 5]! |= 1 << (place & 31);
    });
  }

  /** @param text normalised. What is found holds until the next text is searched. */
  find(text: string): Findings {
    const candidates = this.#candidates;
    candidates.set(this.#wordless);
    this.#search.search(text, (words) => {
      for (const word of words) for (const place of this.#meant[word]!) candidates[place >>> 5]! |= 1 << (place & 31);
    });
    return { named: this.#named(), decide: (circumstances) => this.#decide(text, circumstances) };
  }

  #isCandidate(place: number): boolean {
    return (this.#candidates[place >>> 5]! & (1 << (place & 31))) !== 0;
  }

  #named(): Provider | null {
    return this.#namings.find((_naming, i) => this.#isCandidate(this.#rules.length + i))?.provider ?? null;
  }

  #decide(text: string, circumstances: Circumstances): Rule | null {
    for (let word = 0; word < this.#candidates.length; word++) {
      for (let bits = this.#candidates[word]!; bits !== 0; bits &= bits - 1) {
        const place = word * 32 + 31 - Math.clz32(bits & -bits);
        const rule = this.#rules[place];
        if (rule === undefined) return null;
        if (fits(rule, circumstances) && this.#holds(place, text)) return rule;
      }
    }
    return null;
  }

  #holds(place: number, text: string): boolean {
    const patterns = this.#patterns[place]!;
    return patterns.length === 0 || patterns.some((pattern) => matches(pattern, text));
  }
}

function compileOf(id: string, source: string): Pattern {
  try {
    return compilePattern(source);
  } catch (error) {
    if (error instanceof PatternError) throw new PatternError(`rule ${id}, pattern '${source}': ${error.message}`);
    throw error;
  }
}
