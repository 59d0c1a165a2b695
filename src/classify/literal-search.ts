/**
 * Finds where a text holds which of many words, in one pass whatever their number (Aho and Corasick, 1975). Characters
 * that no word has share one column of the table. The table is filled as texts ask for it: they walk through few of its states.
 */
export class LiteralSearch {
  /** Columns of the table by UTF-16 unit; 0 for all units that no word has. */
  readonly #columns: Uint16Array;
  readonly #width: number;
  readonly #tree: Tree;
  /** For every state that was met, one more than the next state by column; 0 where that is not known yet. */
  readonly #next: (Int32Array | undefined)[];
  /** For every state, one more than where the longest ending that begins a word leads; 0 where that is not known yet. */
  readonly #fallback: Int32Array;
  /** For every state that was met, the numbers of the words that end there, those of shorter endings included; null for none. */
  readonly #found: (readonly number[] | null | undefined)[];

  /** @param words in lower case, each with its number. */
  constructor(words: ReadonlyMap<string, number>) {
    const units = new Set<number>();
    let most = 1;
    for (const word of words.keys()) {
      most += word.length;
      for (let i = 0; i < word.length; i++) units.add(word.charCodeAt(i));
    }
    this.#columns = new Uint16Array(Math.max(128, ...units) + 1);
    [...units].forEach((unit, i) => {
      this.#columns[unit] = i + 1;
    });
    this.#width = units.size + 1;
    this.#tree = new Tree(most);
    for (const [word, number] of words) this.#tree.add(word, number, this.#columns);
    this.#next = new Array<undefined>(this.#tree.states).fill(undefined);
    this.#fallback = new Int32Array(this.#tree.states);
    this.#fallback[0] = 1;
    this.#found = new Array<undefined>(this.#tree.states).fill(undefined);
  }

  /** Calls back for each place where words end, with their numbers and the place behind them. */
  search(text: string, found: (numbers: readonly number[], end: number) => void): void {
    const next = this.#next;
    const columns = this.#columns;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      const column = columns[text.charCodeAt(i)] ?? 0;
      const known = next[state]?.[column] ?? 0;
      state = known > 0 ? known - 1 : this.#step(state, column);
      let numbers = this.#found[state];
      if (numbers === undefined) numbers = this.#endingAt(state);
      if (numbers !== null) found(numbers, i + 1);
    }
  }

  /** Where a word does not go on, the longest ending that begins another word may. */
  #step(from: number, column: number): number {
    let state = from;
    let to = this.#tree.child(state, column);
    while (to === 0 && state !== 0) {
      state = this.#fallbackOf(state);
      to = this.#tree.child(state, column);
    }
    this.#next[from] ??= new Int32Array(this.#width);
    this.#next[from]![column] = to + 1;
    return to;
  }

  /** The longest ending of what leads to a state that begins another word. */
  #fallbackOf(state: number): number {
    const tree = this.#tree;
    const path = [];
    for (let at = state; this.#fallback[at] === 0; at = tree.parent(at)) path.push(at);
    for (const at of path.reverse()) {
      const parent = tree.parent(at);
      this.#fallback[at] = parent === 0 ? 1 : this.#step(this.#fallback[parent]! - 1, tree.column(at)) + 1;
    }
    return this.#fallback[state]! - 1;
  }

  #endingAt(state: number): readonly number[] | null {
    const numbers = [];
    for (let at = state; at !== 0; at = this.#fallbackOf(at)) numbers.push(...(this.#tree.ending[at] ?? []));
    const ending = numbers.length === 0 ? null : numbers;
    this.#found[state] = ending;
    return ending;
  }
}

/** The tree of words, which becomes the automaton. A state is a node; its children are chained. */
class Tree {
  /** For every state, the numbers of the words that end there; most have none. */
  readonly ending: (number[] | undefined)[];
  readonly #columns: Uint16Array;
  readonly #parents: Int32Array;
  readonly #firstChild: Int32Array;
  readonly #nextChild: Int32Array;
  states = 1;

  /** @param most states that it can have. */
  constructor(most: number) {
    this.#columns = new Uint16Array(most);
    this.#parents = new Int32Array(most);
    this.#firstChild = new Int32Array(most);
    this.#nextChild = new Int32Array(most);
    this.ending = new Array<number[] | undefined>(most).fill(undefined);
  }

  add(word: string, number: number, columns: Uint16Array): void {
    let state = 0;
    for (let i = 0; i < word.length; i++) {
      const column = columns[word.charCodeAt(i)]!;
      const child = this.child(state, column);
      state = child === 0 ? this.#grow(state, column) : child;
    }
    this.ending[state] = [...(this.ending[state] ?? []), number];
  }

  parent(state: number): number {
    return this.#parents[state]!;
  }

  /** The column by which its parent leads to a state. */
  column(state: number): number {
    return this.#columns[state]!;
  }

  /** The state to which a column leads; 0 for none. */
  child(state: number, column: number): number {
    let child = this.#firstChild[state]!;
    while (child !== 0 && this.#columns[child] !== column) child = this.#nextChild[child]!;
    return child;
  }

  #grow(state: number, column: number): number {
    const child = this.states++;
    this.#columns[child] = column;
    this.#parents[child] = state;
    this.#nextChild[child] = this.#firstChild[state]!;
    this.#firstChild[state] = child;
    return child;
  }
}
