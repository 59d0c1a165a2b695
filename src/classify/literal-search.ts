/**
 * Finds where a text holds which of many words, in one pass whatever their number (Aho and Corasick, 1975). Characters
 * that no word has share one column of the table.
 */
export class LiteralSearch {
  /** Columns of the table by UTF-16 unit; 0 for all units that no word has. */
  readonly #columns: Uint16Array;
  readonly #width: number;
  /** The next state by state and column. */
  readonly #next: Int32Array;
  /** For every state, the numbers of the words that end there, those of shorter endings included. */
  readonly #found: (readonly number[] | undefined)[];

  /** @param words in lower case, each with its number. */
  constructor(words: ReadonlyMap<string, number>) {
    const units = new Set<number>();
    let states = 1;
    for (const word of words.keys()) {
      states += word.length;
      for (let i = 0; i < word.length; i++) units.add(word.charCodeAt(i));
    }
    this.#columns = new Uint16Array(Math.max(128, ...units) + 1);
    [...units].forEach((unit, i) => {
      this.#columns[unit] = i + 1;
    });
    this.#width = units.size + 1;
    const tree = new Tree(states, this.#width);
    for (const [word, number] of words) tree.add(word, number, this.#columns);
    this.#next = tree.complete();
    this.#found = tree.ending.map((numbers) => (numbers.length > 0 ? numbers : undefined));
  }

  /** Calls back for each place where words end, with their numbers and the place behind them. */
  search(text: string, found: (numbers: readonly number[], end: number) => void): void {
    const width = this.#width;
    const next = this.#next;
    const columns = this.#columns;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = next[state * width + (columns[text.charCodeAt(i)] ?? 0)]!;
      const numbers = this.#found[state];
      if (numbers !== undefined) found(numbers, i + 1);
    }
  }
}

/** The tree of words, which becomes the automaton. */
class Tree {
  readonly ending: number[][] = [[]];
  readonly #width: number;
  readonly #next: Int32Array;

  constructor(states: number, width: number) {
    this.#width = width;
    this.#next = new Int32Array(states * width);
  }

  add(word: string, number: number, columns: Uint16Array): void {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const place = state * this.#width + columns[word.charCodeAt(i)]!;
      if (this.#next[place] === 0) this.#next[place] = this.ending.push([]) - 1;
      state = this.#next[place]!;
    }
    this.ending[state]!.push(number);
  }

  /** Where a word does not go on, the longest ending that begins another word does. */
  complete(): Int32Array {
    const width = this.#width;
    const next = this.#next.slice(0, this.ending.length * width);
    const fallback = new Int32Array(this.ending.length);
    const queue: number[] = [];
    for (let column = 0; column < width; column++) if (next[column] !== 0) queue.push(next[column]!);
    for (let head = 0; head < queue.length; head++) {
      const state = queue[head]!;
      const other = fallback[state]!;
      this.ending[state]!.push(...this.ending[other]!);
      for (let column = 0; column < width; column++) {
        const place = state * width + column;
        const otherwise = next[other * width + column]!;
        if (next[place] === 0) next[place] = otherwise;
        else {
          fallback[next[place]!] = otherwise;
          queue.push(next[place]!);
        }
      }
    }
    return next;
  }
}
