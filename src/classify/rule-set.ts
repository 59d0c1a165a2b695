import type { Provider } from '../model/provider.js';
import { type NumberedPattern, Occurrences } from './occurrences.js';
import { type Naming, prepareRules } from './prepared-rules.js';
import { type Circumstances, fits, type Rule } from './rule.js';

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

  /**
   * @param prepared what was made of just these before.
   * @throws PatternError when a pattern cannot be read.
   */
  constructor(rules: readonly Rule[], namings: readonly Naming[], prepared = prepareRules(rules, namings)) {
    this.#entries = rules.flatMap((rule, i): Entry[] => {
      const patterns = prepared.patterns[i]!;
      return patterns.length === 0 ? [{ rule, pattern: null }] : patterns.map((pattern) => ({ rule, pattern }));
    });
    this.#namings = namings.map(({ provider }, i) => ({ provider, numbers: prepared.namings[i]! }));
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
    this.#occurrences = new Occurrences(prepared.words);
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
