import { LiteralSearch, type WordTree, wordTree } from './literal-search.js';
import type { Pattern } from './pattern.js';

/** A word that stands oftener in one text is looked at in the first places only: beyond them a text repeats itself. */
const MOST_PLACES = 24;

/** A pattern with the numbers of its words. */
export interface NumberedPattern {
  readonly opens: boolean;
  readonly closes: boolean;
  readonly steps: readonly NumberedStep[];
  /** The numbers of the words of which a text that matches holds at least one. */
  readonly rarest: readonly number[];
}

interface NumberedStep {
  readonly numbers: readonly number[];
  /** By word: 1 where it must end behind it. */
  readonly ends: readonly number[];
  readonly optional: boolean;
  readonly gap: number;
  readonly begins: boolean;
}

const isAlphanumeric = (c: number) => (c >= 97 && c <= 122) || (c >= 48 && c <= 57);

/** All words that are looked for. */
export interface NumberedWords {
  /** By number. */
  readonly lengths: Uint32Array;
  readonly ascii: WordTree;
  /** Words with other letters: most texts need no look at these. */
  readonly others: WordTree;
}

/** Gives each word of all patterns a number. */
export class Vocabulary {
  readonly #numbers = new Map<string, number>();

  get words(): NumberedWords {
    const entries = [...this.#numbers];
    return {
      lengths: Uint32Array.from(entries, ([word]) => word.length),
      ascii: wordTree(new Map(entries.filter(([word]) => !BEYOND_ASCII.test(word)))),
      others: wordTree(new Map(entries.filter(([word]) => BEYOND_ASCII.test(word)))),
    };
  }

  number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    this.#numbers.set(word, this.#numbers.size);
    return this.#numbers.size - 1;
  }

  pattern({ steps, rarest, opens, closes }: Pattern): NumberedPattern {
    return {
      opens,
      closes,
      rarest: rarest.words.map(({ text }) => this.number(text)),
      steps: steps.map(({ words, optional, gap, begins }) => ({
        numbers: words.map(({ text }) => this.number(text)),
        ends: words.map(({ ends }) => (ends ? 1 : 0)),
        optional,
        gap,
        begins,
      })),
    };
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside of ASCII is looked for
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/**
 * Where a text holds which words. One pass per text fills it; whether a pattern matches is then told by these places
 * alone, in a time that does not depend on the text.
 */
export class Occurrences {
  readonly #ascii: LiteralSearch;
  readonly #others: LiteralSearch;
  readonly #lengths: Uint32Array;
  readonly #counts: Uint8Array;
  /** The places behind each word, in a row of `MOST_PLACES`. */
  readonly #ends: Uint16Array;
  #touched: number[] = [];
  #text = '';
  #seen: (word: number) => void = () => {};

  constructor({ lengths, ascii, others }: NumberedWords) {
    this.#lengths = lengths;
    this.#ascii = new LiteralSearch(ascii);
    this.#others = new LiteralSearch(others);
    this.#counts = new Uint8Array(lengths.length);
    this.#ends = new Uint16Array(lengths.length * MOST_PLACES);
  }

  /** Looks at another text. @param seen is told each word that it holds, once. */
  read(text: string, seen: (word: number) => void): void {
    for (const word of this.#touched) this.#counts[word] = 0;
    this.#touched = [];
    this.#text = text;
    this.#seen = seen;
    this.#ascii.search(text, this.#note);
    if (BEYOND_ASCII.test(text)) this.#others.search(text, this.#note);
  }

  readonly #note = (words: readonly number[], end: number): void => {
    for (let i = 0; i < words.length; i++) {
      const word = words[i]!;
      const count = this.#counts[word]!;
      if (count === 0) {
        this.#touched.push(word);
        this.#seen(word);
      }
      if (count < MOST_PLACES) {
        this.#ends[word * MOST_PLACES + count] = end;
        this.#counts[word] = count + 1;
      }
    }
  };

  has(word: number): boolean {
    return this.#counts[word] !== 0;
  }

  /** Whether the words of a pattern stand in its order, no further apart than its gaps allow. */
  match(pattern: NumberedPattern): boolean {
    const { steps } = pattern;
    for (const { numbers, optional } of steps) if (!optional && !numbers.some((word) => this.#counts[word] !== 0)) return false;
    let ends: readonly number[] = [];
    for (let i = 0; i < steps.length; i++) {
      const reached = this.#step(steps[i]!, i === 0 ? null : ends, pattern.opens && i === 0);
      if (reached.length === 0) return false;
      ends = reached;
    }
    return !pattern.closes || ends.some((end) => this.#isEnd(end));
  }

  /** Where a step ends that starts behind one of the places before; anywhere for the first. */
  #step(step: NumberedStep, before: readonly number[] | null, opens: boolean): readonly number[] {
    const reached: number[] = step.optional && before !== null ? [...before] : [];
    for (let w = 0; w < step.numbers.length; w++) {
      const word = step.numbers[w]!;
      const count = this.#counts[word]!;
      for (let k = 0; k < count && reached.length < MOST_PLACES * 2; k++) {
        const end = this.#ends[word * MOST_PLACES + k]!;
        const start = end - this.#lengths[word]!;
        if (opens && start !== 0) break;
        if (step.ends[w] === 1 && isAlphanumeric(this.#text.charCodeAt(end))) continue;
        if (step.begins && isInsideWord(this.#text, start)) continue;
        if (before === null || isBehind(before, start, step.gap)) reached.push(end);
      }
    }
    return reached;
  }

  /** The end of the text, but for one mark. */
  #isEnd(end: number): boolean {
    const left = this.#text.length - end;
    return left === 0 || (left === 1 && (this.#text.endsWith('.') || this.#text.endsWith('!')));
  }
}

const isInsideWord = (text: string, start: number): boolean =>
  start > 0 && isAlphanumeric(text.charCodeAt(start)) && isAlphanumeric(text.charCodeAt(start - 1));

function isBehind(before: readonly number[], start: number, gap: number): boolean {
  for (let i = 0; i < before.length; i++) {
    const distance = start - before[i]!;
    if (distance >= 0 && distance <= gap) return true;
  }
  return false;
}
