import { LONGEST, nameIn, rememberedWording, saidBy, withoutMarks } from './wording.js';

const NOTHING: ReadonlySet<string> = new Set();
const SPACE = 32;
/** Beyond it are white spaces too, and letters that have no case of their own. */
const LAST_OF_ASCII = 126;

/**
 * A text with its wording where it names nobody, for texts that differ from it in few words: only these are looked at to tell whether
 * theirs is the same.
 */
export class KnownWording {
  /** The wording; null before it was asked whether a text has it. */
  wording: string | null = null;
  readonly #text: string;
  /** What stands in the text where a name might, in lower case. */
  #words: ReadonlySet<string> = NOTHING;
  /** What words say that differ in others, by where they begin. */
  readonly #said = new Map<number, string | null>();
  /** The names that the text at hand might hold. */
  readonly #names: string[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  /**
   * Whether a text has this wording; where it does not seem so, it may have it all the same.
   * @param names of the message's own addresses.
   */
  fits(text: string, names: readonly (string | null)[]): boolean {
    if (this.wording === null) this.#find();
    this.#names.length = 0;
    for (let i = 0; i < names.length; i++) {
      const name = nameIn(names[i]!);
      if (name === null) continue;
      if (this.#words.has(name)) return false;
      this.#names.push(name);
    }
    return text === this.#text || (Math.max(text.length, this.#text.length) <= LONGEST && this.#saysTheSame(text));
  }

  #find(): void {
    this.wording = rememberedWording(this.#text, []);
    const words = this.#text.toLowerCase().split(/\s+/).map(withoutMarks);
    this.#words = new Set(words.flatMap((word) => [word, assignedIn(word)]));
  }

  #saysTheSame(text: string): boolean {
    const mine = this.#text;
    /** Where the words begin that are compared. */
    let mineStart = 0;
    let start = 0;
    let i = 0;
    for (let j = 0; ; i++, j++) {
      const letter = i < mine.length ? mine.charCodeAt(i) : SPACE;
      const other = j < text.length ? text.charCodeAt(j) : SPACE;
      if (letter > LAST_OF_ASCII || other > LAST_OF_ASCII) return false;
      if (letter !== other) {
        i = wordEnd(mine, i);
        j = wordEnd(text, j);
        if (i < 0 || j < 0) return false;
        const word = withoutMarks(text.slice(start, j));
        if (this.#isName(word) || saidBy(word, NOTHING) !== this.#saidBetween(mineStart, i)) return false;
      }
      if (i >= mine.length || j >= text.length) return i >= mine.length && j >= text.length;
      if (isSpace(mine.charCodeAt(i))) {
        mineStart = i + 1;
        start = j + 1;
      }
    }
  }

  #isName(word: string): boolean {
    const { length } = this.#names;
    if (length === 0) return false;
    const lower = word.toLowerCase();
    for (let i = 0; i < length; i++) if (this.#names[i] === lower || this.#names[i] === assignedIn(lower)) return true;
    return false;
  }

  #saidBetween(start: number, end: number): string | null {
    let said = this.#said.get(start);
    if (said === undefined) {
      said = saidBy(withoutMarks(this.#text.slice(start, end)), NOTHING);
      this.#said.set(start, said);
    }
    return said;
  }
}

/** What stands behind an equals sign; the word itself where there is none. */
const assignedIn = (word: string): string => word.slice(word.indexOf('=') + 1);

const isSpace = (c: number): boolean => c === SPACE || (c >= 9 && c <= 13);

/** Where a word ends; -1 where a letter beyond ASCII stands in it. */
function wordEnd(text: string, from: number): number {
  let p = from;
  for (; p < text.length && !isSpace(text.charCodeAt(p)); p++) if (text.charCodeAt(p) > LAST_OF_ASCII) return -1;
  return p;
}
