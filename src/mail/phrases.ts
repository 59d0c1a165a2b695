/** Phrases of one language. */
export interface Wording {
  readonly language: string;
  /** Separated by bars. */
  readonly phrases: string;
}

/** The phrases, in the spellings that programs use: with the apostrophe of typewriters, and with the typographic one. */
export const inAllSpellings = (wordings: readonly Wording[]): readonly string[] =>
  wordings
    .flatMap(({ phrases }) => phrases.split('|').map((phrase) => phrase.trim()))
    .flatMap((phrase) => (phrase.includes("'") ? [phrase, phrase.replaceAll("'", '’')] : [phrase]));

/** Phrases by their first two characters, so that one pass over a text finds any of them. */
interface Index {
  /** Whether a phrase may start with two characters, by their hash. */
  readonly starts: Uint8Array;
  readonly phrases: ReadonlyMap<number, readonly string[]>;
}

const HASHES = 1 << 14;
const hash = (first: number, second: number): number => ((first << 5) ^ second) & (HASHES - 1);

function indexOf(phrases: readonly string[]): Index {
  const starts = new Uint8Array(HASHES);
  const byHash = new Map<number, string[]>();
  for (const phrase of phrases) {
    const key = hash(phrase.charCodeAt(0), phrase.charCodeAt(1));
    starts[key] = 1;
    const others = byHash.get(key);
    if (others === undefined) byHash.set(key, [phrase]);
    else others.push(phrase);
  }
  return { starts, phrases: byHash };
}

const indexes = new WeakMap<readonly string[], Index>();

/** Calls `take` with each phrase that a text holds, until it says that it wants no more. */
function search(text: string, phrases: readonly string[], take: (phrase: string) => boolean): void {
  const index = indexes.get(phrases) ?? indexOf(phrases);
  indexes.set(phrases, index);
  for (let at = 0; at + 1 < text.length; at++) {
    const key = hash(text.charCodeAt(at), text.charCodeAt(at + 1));
    if (index.starts[key] !== 1) continue;
    for (const phrase of index.phrases.get(key)!) if (text.startsWith(phrase, at) && !take(phrase)) return;
  }
}

/**
 * Whether a text, in the form that phrases are compared with, holds one of them.
 * @param phrases a list that does not change, of phrases of two characters at least.
 */
export function says(text: string, phrases: readonly string[]): boolean {
  let isFound = false;
  search(text, phrases, () => {
    isFound = true;
    return false;
  });
  return isFound;
}

/** The phrases that a text holds, in the same way. */
export function phrasesIn(text: string, phrases: readonly string[]): ReadonlySet<string> {
  const found = new Set<string>();
  search(text, phrases, (phrase) => found.add(phrase).size < phrases.length);
  return found;
}

/** How much of a text is compared. */
const COMPARED = 16 * 1024;

/** A gap between characters of scripts that have none: a line that was cut there. */
const CUT = /(?<=[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60]) (?=[\u3001-\u30ff\u3400-\u9fff\uff01-\uff60])/g;

/** The text compared last: one notice is asked for many things. */
let last = { text: '', comparable: '' };
/** Shorter ones are prepared as fast as they are looked up. */
const LONG = 500;

/** The text in the form that phrases are compared with: lower case, white space as single spaces. */
export function comparable(text: string): string {
  if (text.length < LONG) return prepared(text);
  if (last.text !== text) last = { text, comparable: prepared(text) };
  return last.comparable;
}

const prepared = (text: string): string =>
  text
    .slice(0, COMPARED)
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s>]+/g, ' ')
    .replace(CUT, '');
