import { lastAt } from './last-at.js';
import { Remembered } from './remembered.js';

/** Longer texts are compared by their beginning, and are not remembered. */
export const LONGEST = 500;
/** A name that is shorter is too often a word. */
const SHORTEST_NAME = 3;

/** `550`, `5.1.1`, `550-5.1.1`: told by dimensions of their own, and repeated on every line of a reply. */
const CODE = /^[245]\d\d(?:[- ]?[245]\.\d{1,3}\.\d{1,3})?$|^[245]\.\d{1,3}\.\d{1,3}$/;
/** Marks around a word. */
const AROUND: ReadonlySet<number> = new Set([...'<>()[]{}"\'`,;:.!?*=-'].map((mark) => mark.charCodeAt(0)));

/** What a word holds. Most words hold too little to be any of the kinds, which is told without looking at each. */
const AT = 1;
const DOT = 2;
const COLON = 4;
const DIGIT = 8;
const LETTER = 16;
const OTHER = 32;
/** What it begins with. */
const BEGINS_AS_LINK = 64;
const BEGINS_WITH_DIGIT = 128;
const BEGINS_AS_NUMBER = 256;

const LINK = /^(?:https?:\/\/|www\.)/i;
const LOWER_H = 104;
const LOWER_W = 119;

/** What a word stands for when it says nothing by itself, the first that fits. No word fits that does not hold one of `needs`. */
const KINDS: readonly { readonly kind: string; readonly needs: readonly number[]; readonly is: RegExp }[] = [
  { kind: '<url>', needs: [BEGINS_AS_LINK], is: LINK },
  { kind: '<address>', needs: [AT], is: /@/ },
  {
    kind: '<ip>',
    needs: [BEGINS_WITH_DIGIT | DOT, COLON],
    is: /^(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?$|^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i,
  },
  { kind: '<number>', needs: [BEGINS_AS_NUMBER | DIGIT], is: /^[\d.,:/+%-]*\d[\d.,:/+%-]*(?:[kmg]?b|s|ms)?$/i },
  {
    kind: '<host>',
    needs: [DOT],
    is: /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[\p{L}-]{2,63}(?:\[[\d.a-f:]+(?:\](?::\d+)?)?)?$/iu,
  },
  // A queue id, a session, a hash: letters and digits mixed, or what no word is as long as.
  { kind: '<id>', needs: [DIGIT | LETTER], is: /^(?=.{0,40}\d)(?=.{0,40}[a-z])[\w+/.~-]{6,}$/i },
];

/** Letters alone are a word, unless they are endless. */
const LONGEST_WORD = 40;
const ENDLESS = /^[\w+/~-]{41,}$/i;

/**
 * The wording of a reply without what differs from one message to the next: codes are left out, and addresses, hosts, numbers
 * and ids have their kind in their place. Two replies with the same wording say the same.
 * @param names of the message's own addresses, which servers write without a domain too.
 */
export function wordingOf(text: string, names: readonly (string | null)[] = []): string {
  const known = namesIn(names);
  const words: string[] = [];
  for (const chunk of text.slice(0, LONGEST).split(/\s+/)) {
    const word = withoutMarks(chunk);
    const said = saidBy(word, known);
    // A list of numbers or ids is as good as one.
    if (said !== null && (said === word || words.at(-1) !== said)) words.push(said);
  }
  return words.join(' ');
}

/** What a word without marks around it says; null for nothing. */
export function saidBy(word: string, known: ReadonlySet<string>): string | null {
  if (word === '' || CODE.test(word)) return null;
  return kindOf(word, known) ?? assigned(word, known) ?? word;
}

export function withoutMarks(chunk: string): string {
  let start = 0;
  let end = chunk.length;
  while (start < end && AROUND.has(chunk.charCodeAt(start))) start++;
  while (end > start && AROUND.has(chunk.charCodeAt(end - 1))) end--;
  return end - start === chunk.length ? chunk : chunk.slice(start, end);
}

function kindOf(word: string, known: ReadonlySet<string>): string | undefined {
  if (known.size > 0 && known.has(word.toLowerCase())) return '<name>';
  const holds = contentOf(word);
  if (holds === LETTER && word.length <= LONGEST_WORD) return undefined;
  for (const { kind, needs, is } of KINDS) for (const need of needs) if ((holds & need) === need && is.test(word)) return kind;
  return word.length > LONGEST_WORD && ENDLESS.test(word) ? '<id>' : undefined;
}

/** What a word holds; of one that begins as a link or a number, that too. */
function contentOf(word: string): number {
  let holds = 0;
  for (let i = 0; i < word.length; i++) holds |= contentBy(word.charCodeAt(i));
  const first = word.charCodeAt(0);
  // Of a link the first letter is looked at: h or w.
  if ((first | 32) === LOWER_H || (first | 32) === LOWER_W) return holds === LETTER ? holds : holds | BEGINS_AS_LINK;
  if (isDigit(first)) return holds | BEGINS_WITH_DIGIT | BEGINS_AS_NUMBER;
  return NUMERIC.has(first) ? holds | BEGINS_AS_NUMBER : holds;
}

/** What a number may begin with besides a digit. */
const NUMERIC: ReadonlySet<number> = new Set([...'.,:/+%-'].map((mark) => mark.charCodeAt(0)));

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

function contentBy(c: number): number {
  if ((c >= 97 && c <= 122) || (c >= 65 && c <= 90)) return LETTER;
  if (isDigit(c)) return DIGIT;
  return c === 46 ? DOT : c === 64 ? AT : c === 58 ? COLON : OTHER;
}

/** `name=mx.example.net`: what it is is told, not which. */
function assigned(word: string, known: ReadonlySet<string>): string | undefined {
  const at = word.indexOf('=');
  const kind = at < 0 ? undefined : kindOf(word.slice(at + 1), known);
  return kind === undefined ? undefined : `${word.slice(0, at)}=${kind}`;
}

const namesIn = (names: readonly (string | null)[]): ReadonlySet<string> =>
  new Set(names.flatMap((address) => nameIn(address) ?? []));

export function nameIn(address: string | null): string | null {
  if (address === null) return null;
  const at = lastAt(address);
  return at < SHORTEST_NAME ? null : address.slice(0, at).toLowerCase();
}

interface Known {
  /** In lower case, to look for names in it. */
  readonly lower: string;
  /** Null while it always held one. */
  wording: string | null;
}

/** By texts without the address that most have. */
const remembered = new Remembered<Known>(10_000);

/** The same as `wordingOf`, found at once for most texts: a log has many replies that differ in the address alone. */
export function rememberedWording(text: string, names: readonly (string | null)[]): string {
  if (text.length > LONGEST) return wordingOf(text, names);
  const alike = withoutAddress(text);
  let known = remembered.get(alike);
  if (known === undefined) {
    known = { lower: alike.toLowerCase(), wording: null };
    remembered.set(alike, known);
  }
  if (mayHold(known.lower, names)) return wordingOf(text, names);
  known.wording ??= wordingOf(alike);
  return known.wording;
}

const ADDRESS = '<@>';

/** Leaves out what stands in the first angle brackets, where it is an address. */
function withoutAddress(text: string): string {
  const open = text.indexOf('<');
  const close = open < 0 ? -1 : text.indexOf('>', open);
  if (close < 0) return text;
  const first = text.charCodeAt(open + 1) | 32;
  if ((first === LOWER_H || first === LOWER_W) && LINK.test(text.slice(open + 1, close))) return text;
  let isAddress = false;
  for (let p = open + 1; p < close; p++) {
    const c = text.charCodeAt(p);
    // Beyond ASCII there are other white spaces, which part words too.
    if (c <= 32 || c > 126) return text;
    if (c === 64) isAddress = true;
  }
  return isAddress ? text.slice(0, open) + ADDRESS + text.slice(close + 1) : text;
}

/** Whether one of the names may stand by itself in a text, which is given in lower case. */
function mayHold(lower: string, names: readonly (string | null)[]): boolean {
  for (const address of names) {
    const name = nameIn(address);
    if (name !== null && (name.includes('@') || lower.includes(name))) return true;
  }
  return false;
}
