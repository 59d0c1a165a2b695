import { hashOfId, MARK_WORDS, markBit, markWord } from '../model/id-hash.js';

/** With more marks than this too much of what is asked for would have to be looked up: there are 32 bits in a word. */
const MOST_MARKS = MARK_WORDS * 2;

/** A mark for the hash of each id of which something is known, or was: most ids are told from those without looking them up. */
export class IdMarks {
  #words: Int32Array = new Int32Array(MARK_WORDS);
  #marked = 0;
  #most = MOST_MARKS;
  readonly #known: () => Iterable<string>;

  /** @param known all ids of which something is known. */
  constructor(known: () => Iterable<string>) {
    this.#known = known;
  }

  /** Whether anything may be known of an id, by its `hashOfId`. */
  mayHold(idHash: number): boolean {
    return (this.#words[markWord(idHash)]! & markBit(idHash)) !== 0;
  }

  /** Something is to be known of an id. */
  mark(id: string): void {
    if (this.#marked >= this.#most) this.#markAnew();
    this.#set(id);
  }

  #set(id: string): void {
    const hash = hashOfId(id);
    this.#words[markWord(hash)]! |= markBit(hash);
    this.#marked++;
  }

  /** Leaves out the marks of those of which nothing is known any more. */
  #markAnew(): void {
    this.#words.fill(0);
    this.#marked = 0;
    for (const id of this.#known()) this.#set(id);
    this.#most = Math.max(MOST_MARKS, this.#marked * 2);
  }

  /** Keeps the marks there from now on, where others look at them; in memory of its own where that is null. */
  moveTo(words: Int32Array = new Int32Array(MARK_WORDS)): void {
    words.set(this.#words);
    this.#words = words;
  }
}
