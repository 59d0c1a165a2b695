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
    this.#found = tree.ending;
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

/** The tree of words, which becomes the automaton. A state is a node; its children are chained. */
class Tree {
  /** For every state, the numbers of the words that end there; most have none. */
  readonly ending: (number[] | undefined)[];
  readonly #width: number;
  readonly #columns: Uint16Array;
  readonly #firstChild: Int32Array;
  readonly #nextChild: Int32Array;
  #states = 1;

  constructor(most: number, width: number) {
    this.#width = width;
    this.#columns = new Uint16Array(most);
    this.#firstChild = new Int32Array(most);
    this.#nextChild = new Int32Array(most);
    this.ending = new Array<number[] | undefined>(most).fill(undefined);
  }

  add(word: string, number: number, columns: Uint16Array): void {
    let state = 0;
    for (let i = 0; i < word.length; i++) state = this.#child(state, columns[word.charCodeAt(i)]!);
    this.ending[state] = [...(this.ending[state] ?? []), number];
  }

  #child(state: number, column: number): number {
    let child = this.#firstChild[state]!;
    while (child !== 0 && this.#columns[child] !== column) child = this.#nextChild[child]!;
    if (child !== 0) return child;
    const fresh = this.#states++;
    this.#columns[fresh] = column;
    this.#nextChild[fresh] = this.#firstChild[state]!;
    this.#firstChild[state] = fresh;
    return fresh;
  }

  /** Where a word does not go on, the longest ending that begins another word does. */
  complete(): Int32Array {
    const width = this.#width;
    const next = new Int32Array(this.#states * width);
    const fallback = new Int32Array(this.#states);
    const queue = new Int32Array(this.#states);
    let tail = 1;
    for (let head = 0; head < tail; head++) {
      const state = queue[head]!;
      const row = state * width;
      const other = fallback[state]!;
      if (state !== 0) {
        next.copyWithin(row, other * width, other * width + width);
        const shorter = this.ending[other];
        if (shorter !== undefined) this.ending[state] = [...(this.ending[state] ?? []), ...shorter];
      }
      for (let child = this.#firstChild[state]!; child !== 0; child = this.#nextChild[child]!) {
        const place = row + this.#columns[child]!;
        fallback[child] = state === 0 ? 0 : next[place]!;
        next[place] = child;
        queue[tail++] = child;
      }
    }
    return next;
  }
}
