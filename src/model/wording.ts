import { Remembered } from './remembered.js';

/** Longer texts are compared by their beginning. */
const LONGEST = 500;
/** A name that is shorter is too often a word. */
const SHORTEST_NAME = 3;

/** `550`, `5.1.1`, `550-5.1.1`: told by dimensions of their own, and repeated on every line of a reply. */
const CODE = /^[245]\d\d(?:[- ]?[245]\.\d{1,3}\.\d{1,3})?$|^[245]\.\d{1,3}\.\d{1,3}$/;
/** Marks around a word. */
const AROUND = /^[<>()[\]{}"'`,;:.!?*=-]+|[<>()[\]{}"'`,;:.!?*=-]+$/g;

/** What a word stands for when it says nothing by itself, the first that fits. */
const KINDS: readonly (readonly [kind: string, is: RegExp])[] = [
  ['<url>', /^(?:https?:\/\/|www\.)/i],
  ['<address>', /@/],
  ['<ip>', /^(?:\d{1,3}\.){3}\d{1,3}(?:[:/]\d+)?$|^[0-9a-f]{0,4}(?::[0-9a-f]{0,4}){2,7}$/i],
  ['<number>', /^[\d.,:/+%-]*\d[\d.,:/+%-]*(?:[kmg]?b|s|ms)?$/i],
  ['<host>', /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.[\p{L}-]{2,63}(?:\[[\d.a-f:]+(?:\](?::\d+)?)?)?$/iu],
  // A queue id, a session, a hash: letters and digits mixed, or what no word is as long as.
  ['<id>', /^(?=.{0,40}\d)(?=.{0,40}[a-z])[\w+/.~-]{6,}$|^[\w+/~-]{41,}$/i],
];

/** Letters alone are a word, unless they are endless. */
const LETTERS = /^[A-Za-z]{1,40}$/;

/**
 * The wording of a reply without what differs from one message to the next: codes are left out, and addresses, hosts, numbers
 * and ids have their kind in their place. Two replies with the same wording say the same.
 * @param names of the message's own addresses, which servers write without a domain too.
 */
export function wordingOf(text: string, names: readonly (string | null)[] = []): string {
  const known = new Set(names.flatMap((address) => nameIn(address) ?? []));
  const words: string[] = [];
  for (const chunk of text.slice(0, LONGEST).split(/\s+/)) {
    const word = chunk.replace(AROUND, '');
    if (word === '' || CODE.test(word)) continue;
    const said = kindOf(word, known) ?? assigned(word, known) ?? word;
    // A list of numbers or ids is as good as one.
    if (said === word || words.at(-1) !== said) words.push(said);
  }
  return words.join(' ');
}

const kindOf = (word: string, known: ReadonlySet<string>): string | undefined =>
  known.has(word.toLowerCase()) ? '<name>' : LETTERS.test(word) ? undefined : KINDS.find(([, is]) => is.test(word))?.[0];

/** `name=mx.example.net`: what it is is told, not which. */
function assigned(word: string, known: ReadonlySet<string>): string | undefined {
  const at = word.indexOf('=');
  const kind = at < 0 ? undefined : kindOf(word.slice(at + 1), known);
  return kind === undefined ? undefined : `${word.slice(0, at)}=${kind}`;
}

function nameIn(address: string | null): string | null {
  const name = address?.slice(0, Math.max(0, address.lastIndexOf('@'))).toLowerCase() ?? '';
  return name.length < SHORTEST_NAME ? null : name;
}

/** Longer texts are not remembered. */
const LONGEST_REMEMBERED = 500;
/** By texts without the address that most have. */
const remembered = new Remembered<string>(10_000);

/** What was asked for last: one event is counted in several groupings. */
const last = { text: '', names: '', wording: '' };

/** The same as `wordingOf`, found at once for most texts: a log has many replies that differ in the address alone. */
export function rememberedWording(text: string, names: readonly (string | null)[]): string {
  const joined = names.join(' ');
  if (text === last.text && joined === last.names) return last.wording;
  last.text = text;
  last.names = joined;
  last.wording = foundWording(text, names);
  return last.wording;
}

function foundWording(text: string, names: readonly (string | null)[]): string {
  if (text.length > LONGEST_REMEMBERED) return wordingOf(text, names);
  const alike = withoutAddress(text);
  if (mayHold(alike, names)) return wordingOf(text, names);
  let wording = remembered.get(alike);
  if (wording === undefined) {
    wording = wordingOf(alike);
    remembered.set(alike, wording);
  }
  return wording;
}

const AT = '<@>';

/** What stands in the first angle brackets, where it is an address. */
function withoutAddress(text: string): string {
  const open = text.indexOf('<');
  const close = open < 0 ? -1 : text.indexOf('>', open);
  if (close < 0) return text;
  let isAddress = false;
  for (let p = open + 1; p < close; p++) {
    const c = text.charCodeAt(p);
    // Beyond ASCII there are other white spaces, which part words too.
    if (c <= 32 || c > 126) return text;
    if (c === 64) isAddress = true;
  }
  return isAddress ? text.slice(0, open) + AT + text.slice(close + 1) : text;
}

/** Whether one of the names may stand in the text by itself. */
function mayHold(text: string, names: readonly (string | null)[]): boolean {
  let lower: string | null = null;
  for (const address of names) {
    const name = nameIn(address);
    if (name === null) continue;
    lower ??= text.toLowerCase();
    if (name.includes('@') || lower.includes(name)) return true;
  }
  return false;
}
