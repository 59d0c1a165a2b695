/** What rules look at: enough for the longest reply, and a bound on what a stranger can make us read. */
export const LONGEST_TEXT = 2_000;
const LONGEST_NORMAL_TEXT = 1_500;

const SPACE = 32;
const QUOTE = 34;
const NUMBER = 35;
const APOSTROPHE = 39;
const OPEN_PARENTHESIS = 40;
const CLOSE_PARENTHESIS = 41;
const ASTERISK = 42;
const COMMA = 44;
const DASH = 45;
const DOT = 46;
const COLON = 58;
const SEMICOLON = 59;
const LESS = 60;
const GREATER = 62;
const AT = 64;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;

const isDigit = (c: number) => c >= 48 && c <= 57;
const isLower = (c: number) => c >= 97 && c <= 122;

/** Characters that end a word. */
const ENDS_WORD = new Uint8Array(128);
for (const c of [
  QUOTE,
  OPEN_PARENTHESIS,
  CLOSE_PARENTHESIS,
  ASTERISK,
  COMMA,
  SEMICOLON,
  LESS,
  GREATER,
  OPEN_BRACKET,
  CLOSE_BRACKET,
])
  ENDS_WORD[c] = 1;
for (let c = 0; c <= SPACE; c++) ENDS_WORD[c] = 1;
for (const c of [123, 124, 125, 127]) ENDS_WORD[c] = 1;

/** Marks, accents: what `normalize` splits off a letter. Japanese voicing marks are not among them. */
const ACCENTS = /[\u0300-\u036f]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside of ASCII is looked for
const BEYOND_ASCII = /[^\u0000-\u007f]/;

/** The text is written here, and read again at once: classification is synchronous. */
const out = new Uint16Array(LONGEST_NORMAL_TEXT + 16);
const narrow = Buffer.alloc(LONGEST_NORMAL_TEXT + 16);
const wide = Buffer.from(out.buffer);

/**
 * A reply as the rules read it: lower case, letters without accents, one space between words, quotes and emphasis left
 * out, `n't` written as ` not`. What differs from one message to the next is replaced: an address by `@`, a number, an IP
 * address or an id by `#`. Reply codes, enhanced codes, host names and short tokens (`[tss04]`, `ofr_416`) stay, as does
 * 127.0.0.0/8, in which block lists answer. The code that each line of a reply repeats stands once, so that a sentence
 * that a server broke into lines is whole again. Two texts with the same outcome are the same for every rule.
 * Time is linear in the text, of which no more than 2,000 characters are read.
 */
export function normalText(text: string): string {
  const cut = text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text;
  if (!BEYOND_ASCII.test(cut)) {
    const length = write(cut, narrow);
    return narrow.latin1Slice(0, length);
  }
  const folded = cut
    .normalize('NFKD')
    .replace(ACCENTS, '')
    .normalize('NFC')
    .replace(/[\u2018\u2019\u00b4]/g, "'");
  const length = write(folded.slice(0, LONGEST_TEXT).toLowerCase(), out);
  return wide.toString('utf16le', 0, length * 2);
}

/** The code of the reply and its enhanced code, as far as they were met. */
interface Codes {
  code: string;
  enhanced: string;
  /** Whether a line told that another follows. */
  continues: boolean;
}

type Units = Uint8Array | Uint16Array;

function write(text: string, to: Units): number {
  const end = text.length;
  const codes: Codes = { code: '', enhanced: '', continues: false };
  let at = 0;
  let n = 0;
  while (at < end && n < LONGEST_NORMAL_TEXT) {
    const c = text.charCodeAt(at);
    if (c <= SPACE || c === QUOTE || c === ASTERISK || c === 127) {
      if (n > 0 && to[n - 1] !== SPACE) to[n++] = SPACE;
      at++;
    } else if (c === LESS) {
      const close = closingBracket(text, at, end);
      if (close > 0) {
        to[n++] = AT;
        at = close + 1;
      } else at++;
    } else if (c === GREATER) at++;
    else if (c < 128 && ENDS_WORD[c] === 1) {
      to[n++] = c;
      at++;
    } else if (c === APOSTROPHE) {
      n = apostrophe(text, at, to, n);
      at += isNegation(text, at, to, n) ? 2 : 1;
    } else {
      const start = at;
      let digits = 0;
      let address = -1;
      for (; at < end; at++) {
        const w = text.charCodeAt(at);
        if (w === APOSTROPHE || (w < 128 && ENDS_WORD[w] === 1)) break;
        if (isDigit(w)) digits++;
        else if (w === AT) address = at;
      }
      n = writeWord(text, start, at, digits, address, to, n, codes);
    }
  }
  while (n > 0 && to[n - 1] === SPACE) n--;
  return Math.min(n, LONGEST_NORMAL_TEXT);
}

/** Where the angle bracket closes that holds one word, such as an address; -1 for a link, a sentence, or no end in sight. */
function closingBracket(text: string, open: number, end: number): number {
  const limit = Math.min(end, open + 320);
  for (let p = open + 1; p < limit; p++) {
    const c = text.charCodeAt(p);
    if (c === GREATER) return p;
    if (c <= SPACE || c === LESS) return -1;
    if (c === 47 && text.charCodeAt(p - 1) === 47) return -1;
  }
  return -1;
}

/** `n't` stands in front of what is written; its `n` is taken back. */
function isNegation(text: string, at: number, to: Units, n: number): boolean {
  const t = text.charCodeAt(at + 1) | 32;
  const after = text.charCodeAt(at + 2) | 32;
  return t === 116 && !isLower(after) && n >= 4 && to[n - 1] === 116 && to[n - 2] === 111 && to[n - 3] === 110;
}

/** Writes what an apostrophe stands for: ` not` for `n't` (`cannot`, `will not`), itself inside a word, nothing around one. */
function apostrophe(text: string, at: number, to: Units, n: number): number {
  const next = text.charCodeAt(at + 1) | 32;
  const after = text.charCodeAt(at + 2) | 32;
  const inWord = n > 0 && isLower(to[n - 1]!);
  if (inWord && next === 116 && !isLower(after) && to[n - 1] === 110 && n >= 2) {
    let m = n - 1;
    // can't, won't
    if (n >= 3 && to[n - 2] === 97 && to[n - 3] === 99) to[m++] = 110;
    else if (n >= 3 && to[n - 2] === 111 && to[n - 3] === 119) {
      m = n - 2;
      for (const c of [105, 108, 108, SPACE]) to[m++] = c;
    } else to[m++] = SPACE;
    for (const c of [110, 111, 116]) to[m++] = c;
    return m;
  }
  if (inWord && isLower(next)) to[n++] = APOSTROPHE;
  return n;
}

function writeWord(
  text: string,
  start: number,
  stop: number,
  digits: number,
  address: number,
  to: Units,
  length: number,
  codes: Codes,
): number {
  let n = length;
  let from = start;
  let end = stop;
  // Marks at the end belong to the sentence; three dots stand between an address and what is said of it.
  while (end > from && isMark(text.charCodeAt(end - 1))) end--;
  while (from < end && text.charCodeAt(from) === NUMBER) from++;
  if (end === from) {
    if (stop - start > 0 && n > 0 && to[n - 1] !== SPACE) to[n++] = stop - start === 1 ? text.charCodeAt(start) : SPACE;
    return n;
  }
  if (address > from && address < end - 1) {
    to[n++] = AT;
    return closeWord(text, end, stop, to, n);
  }
  if (digits === 0) return closeWord(text, end, stop, to, copyWord(text, from, end, to, n));
  // A line of a reply that goes on: its code belongs to the first.
  const isCode = isReplyCode(text, from);
  const continued = isCode && end - from > 4 && text.charCodeAt(from + 3) === DASH;
  if (continued || (isCode && end - from === 3)) {
    const code = text.slice(from, from + 3);
    const isFirst = codes.code === '';
    const repeats = code === codes.code && (continued || codes.continues || repeatsEnhanced(text, end, codes));
    if (repeats || continued || standsForReply(text, start, end)) {
      if (isFirst) codes.code = code;
      codes.continues ||= continued;
      if (!repeats) for (let p = from; p < from + 3; p++) to[n++] = text.charCodeAt(p);
      if (!continued) return repeats ? n : closeWord(text, end, stop, to, n);
      if (!repeats) to[n++] = SPACE;
      return writeWord(text, from + 4, stop, digits - 3, -1, to, n, codes);
    }
  }
  if (isEnhanced(text, from, end)) {
    const enhanced = text.slice(from, end);
    if (enhanced === codes.enhanced) return n;
    if (codes.enhanced === '') codes.enhanced = enhanced;
    for (let p = from; p < end; p++) to[n++] = text.charCodeAt(p);
    return closeWord(text, end, stop, to, n);
  }
  n = writeNumbered(text, from, end, digits, to, n);
  return closeWord(text, end, stop, to, n);
}

const isMark = (c: number) => c === DOT || c === COLON || c === 33 || c === 63;

/** The marks behind a word: a run of dots parts as a space does, others stay. */
function closeWord(text: string, end: number, stop: number, to: Units, length: number): number {
  let n = length;
  if (stop - end === 1) to[n++] = text.charCodeAt(end);
  else if (stop > end) to[n++] = SPACE;
  return n;
}

/** Lower case; `e-mail` is written `email`. */
function copyWord(text: string, from: number, end: number, to: Units, length: number): number {
  let n = length;
  const limit = Math.min(end, from + LONGEST_NORMAL_TEXT - n);
  for (let p = from; p < limit; p++) {
    const c = text.charCodeAt(p);
    if (c === DASH && p === from + 1 && (text.charCodeAt(from) | 32) === 101) continue;
    to[n++] = c >= 65 && c <= 90 ? c + 32 : c;
  }
  return n;
}

/** Three digits from 200 to 599. */
function isReplyCode(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  return first >= 50 && first <= 53 && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2));
}

/** What introduces a reply that a text quotes. */
const INTRODUCES = new Uint8Array(128);
for (const c of `:'"[<(>=`) INTRODUCES[c.charCodeAt(0)] = 1;

/** Whether three digits are a reply code, not a number: at the start, behind what introduces a reply, or before an enhanced code. */
function standsForReply(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && text.charCodeAt(before) <= SPACE) before--;
  if (before < 0 || INTRODUCES[text.charCodeAt(before)] === 1) return true;
  const next = text.charCodeAt(end + 1);
  return next === text.charCodeAt(start) && text.charCodeAt(end + 2) === DOT;
}

/** Whether the enhanced code of the reply follows. */
const repeatsEnhanced = (text: string, end: number, { enhanced }: Codes): boolean =>
  enhanced !== '' && text.startsWith(enhanced, end + 1);

/** `5.1.1`: the whole of a word. */
function isEnhanced(text: string, from: number, end: number): boolean {
  const first = text.charCodeAt(from);
  if (end - from > 9 || !(first === 50 || first === 52 || first === 53) || text.charCodeAt(from + 1) !== DOT) return false;
  let dots = 0;
  for (let p = from + 1; p < end; p++) {
    const c = text.charCodeAt(p);
    if (c === DOT) dots++;
    else if (!isDigit(c)) return false;
  }
  return dots === 2 && isDigit(text.charCodeAt(end - 1)) && text.charCodeAt(from + 2) !== DOT;
}

const MOST_DIGITS = 8;
const LONGEST_TOKEN = 10;

/** A word with digits: pieces between punctuation stay where they may be a token, and become `#` where they are a number or an id. */
function writeNumbered(text: string, from: number, end: number, digits: number, to: Units, length: number): number {
  let n = length;
  let letters = 0;
  let hexadecimal = 0;
  let colons = 0;
  let slashes = 0;
  const limit = Math.min(end, from + LONGEST_NORMAL_TEXT - n);
  for (let p = from; p < limit; p++) {
    const c = text.charCodeAt(p) | 32;
    if (isLower(c) || c > 127) {
      letters++;
      if (c <= 102) hexadecimal++;
    } else if (text.charCodeAt(p) === COLON) colons++;
    else if (text.charCodeAt(p) === 47) slashes++;
  }
  const isList = text.startsWith('127.', from) && letters === 0;
  const isTooLong = digits >= MOST_DIGITS && end - from > LONGEST_TOKEN + 2 && slashes === 0;
  if (!isList && (letters === 0 || isTooLong || (colons > 1 && hexadecimal === letters))) {
    to[n++] = NUMBER;
    return n;
  }
  for (let p = from; p < limit; ) {
    const c = text.charCodeAt(p);
    if (!isAlphanumeric(c)) {
      to[n++] = c;
      p++;
      continue;
    }
    const addressEnd = text.charCodeAt(p - 1) === DOT ? -1 : ipEnd(text, p, limit);
    if (addressEnd > 0) {
      to[n++] = NUMBER;
      p = addressEnd;
      continue;
    }
    const start = p;
    let inside = 0;
    let hex = 0;
    for (; p < limit && isAlphanumeric(text.charCodeAt(p)); p++) {
      const d = text.charCodeAt(p);
      if (isDigit(d)) inside++;
      else if ((d | 32) <= 102) hex++;
    }
    const size = p - start;
    const isId = inside > 0 && (size > LONGEST_TOKEN || (inside === size && size > 4) || (inside + hex === size && size > 7));
    if (isId) to[n++] = NUMBER;
    else for (let q = start; q < p; q++) to[n++] = lower(text.charCodeAt(q));
  }
  return n;
}

/** The end of an IPv4 address inside of a word, such as a link; -1 where none stands there, and for those in which block lists answer. */
function ipEnd(text: string, start: number, end: number): number {
  let p = start;
  for (let group = 0; group < 4; group++) {
    const from = p;
    while (p < end && p < from + 3 && isDigit(text.charCodeAt(p))) p++;
    if (p === from || (group < 3 && text.charCodeAt(p++) !== DOT)) return -1;
  }
  const next = p < end ? text.charCodeAt(p) : SPACE;
  return isAlphanumeric(next) || next === DOT || text.startsWith('127.', start) ? -1 : p;
}

const lower = (c: number) => (c >= 65 && c <= 90 ? c + 32 : c);
const isAlphanumeric = (c: number) => isDigit(c) || isLower(c | 32) || c > 127;
