/**
 * Words as a tree that becomes an automaton: a state is a node, and 0 the root, to which nothing leads. The children of a state are
 * chained. Arrays of numbers, by state where nothing else is said.
 */
export interface WordTree {
  /** The UTF-16 units that words have; the place of one and 1 is its column. */
  readonly units: Uint32Array;
  /** The column by which its parent leads to a state. */
  readonly columns: Uint32Array;
  /** Where the longest ending that begins a word, of what leads to a state, stands in the tree. */
  readonly fallbacks: Uint32Array;
  /** One of the children; 0 for none. */
  readonly firstChild: Uint32Array;
  /** Another child of the same parent; 0 for none. */
  readonly nextChild: Uint32Array;
  /** One more than the number of the word that ends there; 0 for none. */
  readonly endings: Uint32Array;
}

/** @param words in lower case, each with its number. */
export function wordTree(words: ReadonlyMap<string, number>): WordTree {
  const columnOf = new Map<number, number>();
  const parents = [0];
  const columns = [0];
  const endings = [0];
  // In the order of their letters each word goes on from the one before it, so that no state is looked for.
  const path: number[] = [];
  let before = '';
  for (const word of [...words.keys()].sort()) {
    let same = 0;
    while (same < before.length && same < word.length && before.charCodeAt(same) === word.charCodeAt(same)) same++;
    for (let i = same; i < word.length; i++) {
      const unit = word.charCodeAt(i);
      const column = columnOf.get(unit) ?? columnOf.size + 1;
      columnOf.set(unit, column);
      path[i] = columns.length;
      parents.push(i === 0 ? 0 : path[i - 1]!);
      columns.push(column);
      endings.push(0);
    }
    endings[word === '' ? 0 : path[word.length - 1]!] = words.get(word)! + 1;
    before = word;
  }
  const firstChild = new Uint32Array(columns.length);
  const nextChild = new Uint32Array(columns.length);
  for (let state = 1; state < columns.length; state++) {
    const parent = parents[state]!;
    nextChild[state] = firstChild[parent]!;
    firstChild[parent] = state;
  }
  return {
    ...{ units: Uint32Array.from(columnOf.keys()), columns: Uint32Array.from(columns), fallbacks: fallbacksOf(parents, columns) },
    ...{ firstChild, nextChild, endings: Uint32Array.from(endings) },
  };
}

/** For every state, the state that the longest ending of what leads to it leads to; in the order of their depth (Aho and Corasick, 1975). */
function fallbacksOf(parents: readonly number[], columns: readonly number[]): Uint32Array {
  const children = parents.map(() => new Map<number, number>());
  for (let state = 1; state < parents.length; state++) children[parents[state]!]!.set(columns[state]!, state);
  const fallbacks = new Uint32Array(parents.length);
  let level = [...children[0]!.values()];
  while (level.length > 0) {
    const deeper: number[] = [];
    for (const state of level) {
      for (const [column, child] of children[state]!) {
        let at = fallbacks[state]!;
        while (at !== 0 && !children[at]!.has(column)) at = fallbacks[at]!;
        fallbacks[child] = children[at]!.get(column) ?? 0;
        deeper.push(child);
      }
    }
    level = deeper;
  }
  return fallbacks;
}

/**
 * Finds where a text holds which of many words, in one pass whatever their number (Aho and Corasick, 1975). Characters
 * that no word has share one column of the table. The table is filled as texts ask for it: they walk through few of its states.
 */
export class LiteralSearch {
  /** Columns of the table by UTF-16 unit; 0 for all units that no word has. */
  readonly #columns: Uint16Array;
  readonly #width: number;
  readonly #tree: WordTree;
  /** For every state that was met, one more than the next state by column; 0 where that is not known yet. */
  readonly #next: (Int32Array | undefined)[];
  /** For every state that was met, the numbers of the words that end there, those of shorter endings included; null for none. */
  readonly #found: (readonly number[] | null | undefined)[];

  constructor(words: WordTree) {
    this.#tree = words;
    const { units, columns, firstChild, nextChild } = words;
    this.#columns = new Uint16Array(units.reduce((highest, unit) => Math.max(highest, unit), 127) + 1);
    units.forEach((unit, i) => {
      this.#columns[unit] = i + 1;
    });
    this.#width = units.length + 1;
    this.#next = new Array<undefined>(columns.length).fill(undefined);
    // Every text comes back to the root.
    const root = new Int32Array(this.#width).fill(1);
    for (let child = firstChild[0]!; child !== 0; child = nextChild[child]!) root[columns[child]!] = child + 1;
    this.#next[0] = root;
    this.#found = new Array<undefined>(columns.length).fill(undefined);
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
    let to = 0;
    let known = 0;
    do {
      to = this.#child(state, column);
      if (to !== 0) break;
      state = this.#tree.fallbacks[state]!;
      known = this.#next[state]?.[column] ?? 0;
    } while (known === 0);
    if (to === 0) to = known - 1;
    this.#next[from] ??= new Int32Array(this.#width);
    this.#next[from][column] = to + 1;
    return to;
  }

  /** The state to which a column leads; 0 for none. */
  #child(state: number, column: number): number {
    const { firstChild, nextChild, columns } = this.#tree;
    let child = firstChild[state]!;
    while (child !== 0 && columns[child] !== column) child = nextChild[child]!;
    return child;
  }

  #endingAt(state: number): readonly number[] | null {
    const { fallbacks, endings } = this.#tree;
    const numbers = [];
    for (let at = state; at !== 0; at = fallbacks[at]!) if (endings[at] !== 0) numbers.push(endings[at]! - 1);
    const ending = numbers.length === 0 ? null : numbers;
    this.#found[state] = ending;
    return ending;
  }
}
