import type { Provider } from '../model/provider.js';
import { type NumberedPattern, Occurrences } from './occurrences.js';
import { type Naming, type PreparedRules, prepareRules } from './prepared-rules.js';
import { type Circumstances, fits, type Rule } from './rule.js';

/** What one pass over a text finds beside the rules that come into question. */
interface Findings {
  /** The provider that the text names; the first in the list of namings where it names several. */
  readonly named: Provider | null;
}

/**
 * A list of rules, ready to search texts. One pass over a text notes where it holds which words of all patterns; a
 * pattern whose rarest word is among them comes into question, and the places of its words tell whether it matches. The
 * first in the order of the list decides. Time is linear in the text.
 */
export class RuleSet {
  /** In the order of precedence. */
  readonly #rules: readonly Rule[];
  readonly #namings: readonly Naming[];
  readonly #prepared: PreparedRules;
  /** By entry, its pattern once it was asked for; null for an entry without one. */
  readonly #patterns: (NumberedPattern | null | undefined)[];
  readonly #occurrences: Occurrences;
  /** One bit for each entry, set where the text in hand has its rarest word. */
  readonly #candidates: Uint32Array;
  /** The bits of entries without a pattern: they come into question for every text. */
  readonly #patternless: Uint32Array;

  /**
   * @param prepared what was made of just these before.
   * @throws PatternError when a pattern cannot be read.
   */
  constructor(rules: readonly Rule[], namings: readonly Naming[], prepared = prepareRules(rules, namings)) {
    this.#rules = rules;
    this.#namings = namings;
    this.#prepared = prepared;
    const entries = prepared.rules.length;
    this.#patterns = new Array<undefined>(entries).fill(undefined);
    this.#candidates = new Uint32Array(Math.ceil(entries / 32));
    this.#patternless = this.#candidates.slice();
    for (const entry of prepared.patternless) {
      this.#patterns[entry] = null;
      this.#patternless[entry >>> 5]! |= 1 << (entry & 31);
    }
    this.#occurrences = new Occurrences(prepared.words);
  }

  /** Searches a text, for `decide`. @param text normalised. */
  find(text: string): Findings {
    this.#candidates.set(this.#patternless);
    this.#occurrences.read(text, this.#seen);
    return { named: this.#named() };
  }

  readonly #seen = (word: number): void => {
    const { starts, values } = this.#prepared.needing;
    const end = starts[word + 1]!;
    for (let i = starts[word]!; i < end; i++) this.#candidates[values[i]! >>> 5]! |= 1 << (values[i]! & 31);
  };

  #named(): Provider | null {
    const { starts, values } = this.#prepared.namings;
    // The words of all namings stand one behind the other.
    for (let naming = 0, i = 0; naming < this.#namings.length; naming++) {
      for (const end = starts[naming + 1]!; i < end; i++) {
        if (this.#occurrences.has(values[i]!)) return this.#namings[naming]!.provider;
      }
    }
    return null;
  }

  /** The first rule that holds for the text that was searched last; null when none does. */
  decide(circumstances: Circumstances): Rule | null {
    for (let word = 0; word < this.#candidates.length; word++) {
      for (let bits = this.#candidates[word]!; bits !== 0; bits &= bits - 1) {
        const entry = word * 32 + 31 - Math.clz32(bits & -bits);
        const rule = this.#rules[this.#prepared.rules[entry]!]!;
        if (fits(rule, circumstances) && this.#matches(entry)) return rule;
      }
    }
    return null;
  }

  #matches(entry: number): boolean {
    const known = this.#patterns[entry];
    if (known === null) return true;
    const pattern = known ?? this.#prepared.patternOf(entry);
    this.#patterns[entry] = pattern;
    return this.#occurrences.match(pattern);
  }
}
