/** Words as a tree that becomes an automaton: a state is a node, and 0 the root. Plain data, which can be written and read again. */
export interface WordTree {
  /** The UTF-16 units that words have; the place of one and 1 is its column. */
  readonly units: readonly number[];
  /** For every state from 1 on: how far before it its parent stands, and the column by which that leads to it. */
  readonly steps: readonly number[];
  readonly columns: readonly number[];
  /** And where the longest ending that begins a word, of what leads to it, stands in the tree. */
  readonly fallbacks: readonly number[];
  /** Where each word ends, with its number. */
  readonly endings: readonly (readonly [state: number, word: number])[];
}

/** @param words in lower case, each with its number. */
export function wordTree(words: ReadonlyMap<string, number>): WordTree {
  const columnOf = new Map<number, number>();
  const steps: number[] = [];
  const columns: number[] = [];
  const endings: [number, number][] = [];
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
      columns.push(column);
      const state = columns.length;
      steps.push(state - (i === 0 ? 0 : path[i - 1]!));
      path[i] = state;
    }
    endings.push([word === '' ? 0 : path[word.length - 1]!, words.get(word)!]);
    before = word;
  }
  return { units: [...columnOf.keys()], steps, columns, fallbacks: fallbacksOf(steps, columns), endings };
}

/** For every state from 1 on, the state that the longest ending of what leads to it leads to; in the order of their depth (Aho and Corasick, 1975). */
function fallbacksOf(steps: readonly number[], columns: readonly number[]): number[] {
  const children: Map<number, number>[] = [new Map()];
  for (let state = 1; state <= steps.length; state++) {
    children.push(new Map());
    children[state - steps[state - 1]!]!.set(columns[state - 1]!, state);
  }
  const fallbacks = new Array<number>(steps.length + 1).fill(0);
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
  return fallbacks.slice(1);
}

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
  /** For every state, where the longest ending that begins a word leads. */
  readonly #fallback: Int32Array;
  /** For every state that was met, the numbers of the words that end there, those of shorter endings included; null for none. */
  readonly #found: (readonly number[] | null | undefined)[];

  constructor(words: WordTree) {
    this.#tree = new Tree(words);
    this.#columns = new Uint16Array(words.units.reduce((highest, unit) => Math.max(highest, unit), 127) + 1);
    words.units.forEach((unit, i) => {
      this.#columns[unit] = i + 1;
    });
    this.#width = words.units.length + 1;
    const states = words.columns.length + 1;
    this.#next = new Array<undefined>(states).fill(undefined);
    this.#fallback = new Int32Array(states);
    this.#fallback.set(words.fallbacks, 1);
    // Every text comes back to the root.
    const root = new Int32Array(this.#width).fill(1);
    for (let column = 1; column < this.#width; column++) root[column] = this.#tree.child(0, column) + 1;
    this.#next[0] = root;
    this.#found = new Array<undefined>(states).fill(undefined);
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
      to = this.#tree.child(state, column);
      if (to !== 0) break;
      state = this.#fallback[state]!;
      known = this.#next[state]?.[column] ?? 0;
    } while (known === 0);
    if (to === 0) to = known - 1;
    this.#next[from] ??= new Int32Array(this.#width);
    this.#next[from][column] = to + 1;
    return to;
  }

  #endingAt(state: number): readonly number[] | null {
    const numbers = [];
    for (let at = state; at !== 0; at = this.#fallback[at]!) numbers.push(...(this.#tree.ending[at] ?? []));
    const ending = numbers.length === 0 ? null : numbers;
    this.#found[state] = ending;
    return ending;
  }
}

/** The tree as it is walked: the children of a state are chained. */
class Tree {
  /** For every state, the numbers of the words that end there; most have none. */
  readonly ending: (number[] | undefined)[];
  readonly #columns: Uint16Array;
  readonly #firstChild: Int32Array;
  readonly #nextChild: Int32Array;

  constructor({ steps, columns, endings }: WordTree) {
    const states = columns.length + 1;
    this.#columns = new Uint16Array(states);
    this.#columns.set(columns, 1);
    this.#firstChild = new Int32Array(states);
    this.#nextChild = new Int32Array(states);
    for (let state = 1; state < states; state++) {
      const parent = state - steps[state - 1]!;
      this.#nextChild[state] = this.#firstChild[parent]!;
      this.#firstChild[parent] = state;
    }
    this.ending = new Array<number[] | undefined>(states).fill(undefined);
    for (const [state, word] of endings) {
      this.ending[state] ??= [];
      this.ending[state].push(word);
    }
  }

  /** The state to which a column leads; 0 for none. */
  child(state: number, column: number): number {
    let child = this.#firstChild[state]!;
    while (child !== 0 && this.#columns[child] !== column) child = this.#nextChild[child]!;
    return child;
  }
}
