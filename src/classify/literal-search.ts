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
    // In the order of their letters each word goes on from the one before it, so that no state is looked for.
    const sorted = [...words.keys()].sort();
    let most = 1;
    let highest = 127;
    for (const word of sorted) most += word.length;
    const tree = new Tree(most);
    for (const word of sorted) highest = Math.max(highest, tree.add(word, words.get(word)!));
    this.#columns = new Uint16Array(highest + 1);
    this.#width = tree.number(this.#columns);
    this.#tree = tree;
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
  /** The UTF-16 unit by which its parent leads to a state; its column when all have one. */
  readonly #columns: Uint16Array;
  readonly #parents: Int32Array;
  readonly #firstChild: Int32Array;
  readonly #nextChild: Int32Array;
  /** The word that was added last, and the states of its letters. */
  #last = '';
  readonly #path: number[] = [];
  states = 1;

  /** @param most states that it can have. */
  constructor(most: number) {
    this.#columns = new Uint16Array(most);
    this.#parents = new Int32Array(most);
    this.#firstChild = new Int32Array(most);
    this.#nextChild = new Int32Array(most);
    this.ending = new Array<number[] | undefined>(most).fill(undefined);
  }

  /**
   * Adds a word that stands behind all others in their order.
   * @returns the highest UTF-16 unit of what it has more than the one before.
   */
  add(word: string, number: number): number {
    const before = this.#last;
    const path = this.#path;
    let same = 0;
    while (same < before.length && same < word.length && before.charCodeAt(same) === word.charCodeAt(same)) same++;
    let state = same === 0 ? 0 : path[same - 1]!;
    let highest = 0;
    for (let i = same; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      if (unit > highest) highest = unit;
      state = this.#grow(state, unit);
      path[i] = state;
    }
    this.#last = word;
    this.ending[state] = [...(this.ending[state] ?? []), number];
    return highest;
  }

  /** Gives each unit a column, from 1 on. @param columns by unit. @returns how many there are, with that of all other units. */
  number(columns: Uint16Array): number {
    let width = 1;
    for (let state = 1; state < this.states; state++) {
      const unit = this.#columns[state]!;
      if (columns[unit] === 0) columns[unit] = width++;
      this.#columns[state] = columns[unit]!;
    }
    return width;
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
