/**
 * Finds which of many words a text holds, in one pass whatever their number (Aho and Corasick, 1975). Characters that no
 * word has share one column of the table.
 */
export class LiteralSearch {
  /** Columns of the table by UTF-16 unit; 0 for all units that no word has. */
  readonly #columns = new Uint16Array(65_536);
  readonly #width: number;
  /** The next state by state and column. */
  readonly #next: Int32Array;
  /** For every state, the numbers of the words that end there, those of shorter endings included. */
  readonly #found: (readonly number[] | undefined)[];

  /** @param words in lower case; the number of a word is its place. */
  constructor(words: readonly string[]) {
    let width = 1;
    for (const word of words) {
      for (let i = 0; i < word.length; i++) {
        const unit = word.charCodeAt(i);
        if (this.#columns[unit] === 0) this.#columns[unit] = width++;
      }
    }
    this.#width = width;
    const states = 1 + words.reduce((sum, word) => sum + word.length, 0);
    const next = new Int32Array(states * width);
    const ending: number[][] = [[]];
    let count = 1;
    words.forEach((word, number) => {
      let state = 0;
      for (let i = 0; i < word.length; i++) {
        const place = state * width + this.#columns[word.charCodeAt(i)]!;
        if (next[place] === 0) {
          ending.push([]);
          next[place] = count++;
        }
        state = next[place]!;
      }
      ending[state]!.push(number);
    });
    this.#next = complete(next, ending, count, width);
    this.#found = ending.map((numbers) => (numbers.length > 0 ? numbers : undefined));
  }

  /** Calls back for each place where a word ends, with the numbers of the words. */
  search(text: string, found: (numbers: readonly number[]) => void): void {
    const width = this.#width;
    const next = this.#next;
    const columns = this.#columns;
    let state = 0;
    for (let i = 0; i < text.length; i++) {
      state = next[state * width + columns[text.charCodeAt(i)]!]!;
      const numbers = this.#found[state];
      if (numbers !== undefined) found(numbers);
    }
  }
}

/** Turns the tree of words into an automaton: where a word does not go on, the longest ending that begins another does. */
function complete(tree: Int32Array, ending: number[][], states: number, width: number): Int32Array {
  const next = tree.slice(0, states * width);
  const fallback = new Int32Array(states);
  const queue: number[] = [];
  for (let column = 0; column < width; column++) if (next[column] !== 0) queue.push(next[column]!);
  for (let head = 0; head < queue.length; head++) {
    const state = queue[head]!;
    const other = fallback[state]!;
    ending[state]!.push(...ending[other]!);
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
