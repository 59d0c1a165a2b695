// What a server or Postfix itself said of a recipient, without what differs from one message to the next.

import { copyBytes, isDigit, isPrintable, placeOf, SPACE } from './bytes';
import { CLOSE, ipv6End, OPEN } from './hosts';
import { DRAFT_AT, FAIR_COPY_AT, IS_WHOLE_AT, LONGEST_TEXT } from './layout';
import { CONN, DATA, EHLO, GREE, HELO, LOOPBACK, MAIL, MESS, NAME, RCPT, SAID_WORD, SEND } from './words';

const APOSTROPHE: i32 = 39;
const DASH: i32 = 45;
const POINT: i32 = 46;
const SLASH: i32 = 47;
const COLON: i32 = 58;
const LESS: i32 = 60;
const GREATER: i32 = 62;
const AT: i32 = 64;

/** Longer texts are not looked at here. */
const LONGEST: i32 = 500;
/** What stands for an address, a domain, an id, and a word that is one as a whole: no text holds these. */
const ADDRESS: i32 = 1;
const DOMAIN: i32 = 2;
const ID: i32 = 3;
const WHOLE_ID: i32 = 4;

let draftEnd: i32 = 0;
let copyEnd: i32 = 0;

/** The length of the fair copy, which is made long enough to be compared. */
export function fairCopyLength(): i32 {
  while (copyEnd - FAIR_COPY_AT < 8) write(0);
  return copyEnd - FAIR_COPY_AT;
}

/** Begins a fair copy, with a mark that tells what it is of. */
export function beginFairCopy(mark: i32): void {
  copyEnd = FAIR_COPY_AT;
  write(mark);
}

function write(c: i32): void {
  store<u8>(copyEnd++, c);
}

/** Copies bytes as they are. @returns false where there are too many. */
export function copyAsIs(start: i32, end: i32): bool {
  const length = end - start;
  if (length < 0 || copyEnd + length > FAIR_COPY_AT + LONGEST_TEXT - 16) return false;
  copyBytes(copyEnd, start, length);
  copyEnd += length;
  write(0);
  return true;
}

/**
 * Copies a text without the first address and IPv4 address in brackets, the address or the domain of the recipient, and ids: what is
 * left means the same to whoever reads codes and words from it. Left out is only what cannot be taken for a code.
 * @returns false where the text is too long, holds other letters than those of ASCII, or something that might be taken for more.
 */
export function copyWithoutNames(start: i32, end: i32, recipient: i32, recipientEnd: i32): bool {
  if (end - start > LONGEST || copyEnd - FAIR_COPY_AT > LONGEST_TEXT - LONGEST - 32) return false;
  if (!isPrintable(start, end) || !isPrintable(recipient, recipientEnd)) return false;
  const copy = copyEnd;
  if (!draftWithoutBrackets(start, end) || !leaveRecipientOut(recipient, recipientEnd)) return false;
  copyWithoutIds();
  store<i32>(IS_WHOLE_AT, copyEnd - copy === end - start ? 1 : 0);
  return true;
}

/** Whether bytes can be left out: neither a reply code nor an enhanced code is read from them. */
function isHarmless(start: i32, end: i32): bool {
  if (end - start >= 3 && isDigit(load<u8>(start)) && isDigit(load<u8>(start + 1)) && isDigit(load<u8>(start + 2))) {
    if (end - start === 3 || load<u8>(start + 3) === DASH) return false;
  }
  for (let p = start; p < end; p++) {
    const c: i32 = load<u8>(p);
    if (!isAlphanumeric(c) && c !== POINT && c !== DASH && c !== AT && c !== 95 && c !== 43 && c !== 61 && c !== 38) return false;
    if (c === POINT && p > start && p + 1 < end && isDigit(load<u8>(p - 1)) && isDigit(load<u8>(p + 1))) return false;
  }
  return true;
}

function isAlphanumeric(c: i32): bool {
  return isDigit(c) || isLetter(c);
}

/** As `withoutAddress` and `withoutIp` of the classifier. */
function draftWithoutBrackets(start: i32, end: i32): bool {
  const address = placeOf(LESS, start, end) + 1;
  let addressEnd = -1;
  for (let p = address; p < end && p - address < 256; p++) {
    const c: i32 = load<u8>(p);
    if (c === GREATER) {
      addressEnd = p;
      break;
    }
    if (c === SPACE || c === SLASH || c === LESS) break;
  }
  if (addressEnd >= 0 && !isHarmless(address, addressEnd)) return false;
  let to = DRAFT_AT;
  let from = start;
  if (addressEnd >= 0) {
    copyBytes(to, from, address - from);
    to += address - from;
    from = addressEnd;
  }
  copyBytes(to, from, end - from);
  draftEnd = to + end - from;
  return leaveIpOut();
}

/** The first IP address in brackets, but for those in which block lists answer. */
function leaveIpOut(): bool {
  const open = placeOf(OPEN, DRAFT_AT, draftEnd);
  if (open === draftEnd) return true;
  let p = open + 1;
  let points = 0;
  for (; p < draftEnd; p++) {
    const c: i32 = load<u8>(p);
    if (c === POINT) points++;
    else if (!isDigit(c)) break;
  }
  if (p - open > 7 && p < draftEnd && load<u8>(p) === CLOSE) {
    if (load<u32>(open + 1) === LOOPBACK) return true;
    if (points !== 3) return false;
  } else {
    p = ipv6End(open + 1, draftEnd);
    if (p < 0) return true;
  }
  store<u8>(open + 1, ADDRESS);
  copyBytes(open + 2, p, draftEnd - p);
  draftEnd -= p - open - 2;
  return true;
}

const SHORTEST_DOMAIN: i32 = 4;

/**
 * Whether nothing is read from bytes of the draft and what stands beside them together: they begin and end with a letter, or with a
 * digit beside what ends a word.
 */
function standsApart(start: i32, end: i32): bool {
  const first: i32 = load<u8>(start);
  const last: i32 = load<u8>(end - 1);
  if (!isAlphanumeric(first) || !isAlphanumeric(last)) return false;
  if (isDigit(first) && start > DRAFT_AT && !endsWord(load<u8>(start - 1))) return false;
  return !isDigit(last) || end === draftEnd || endsWord(load<u8>(end));
}

/** The address of the recipient where it stands first, or its domain. A link may tell who spoke. */
function leaveRecipientOut(recipient: i32, recipientEnd: i32): bool {
  let domain = recipient;
  let letters = 0;
  for (let p = recipient; p < recipientEnd; p++) {
    const c: i32 = load<u8>(p);
    if (c === AT) {
      domain = p + 1;
      letters = 0;
    } else if (isLetter(c)) letters++;
  }
  // It may stand in what the classifier puts in the place of an address.
  if (letters === 0 && recipientEnd > recipient) return false;
  const length = recipientEnd - domain;
  if (length < SHORTEST_DOMAIN || placeOf(POINT, domain, recipientEnd) === recipientEnd) return true;
  const at = placeIn(domain, length);
  if (at < 0) return true;
  const end = at + length;
  if (end < draftEnd && load<u8>(end) === SLASH) return true;
  const local = domain - recipient;
  const isAddress = local > 1 && at - local >= DRAFT_AT && isEqual(at - local, recipient, local);
  const start = isAddress ? at - local : at;
  if (!isHarmless(start, end) || !standsApart(start, end)) return false;
  store<u8>(start, isAddress ? ADDRESS : DOMAIN);
  copyBytes(start + 1, end, draftEnd - end);
  draftEnd -= end - start - 1;
  return true;
}

/** Where a domain stands first in the draft, or -1. */
function placeIn(domain: i32, length: i32): i32 {
  const first = load<u32>(domain);
  const last = draftEnd - length;
  const letter: i32 = first & 255;
  for (let p = placeOf(letter, DRAFT_AT, draftEnd); p <= last; p = placeOf(letter, p + 1, draftEnd))
    if (load<u32>(p) === first && isEqual(p, domain, length)) return p;
  return -1;
}

function isEqual(a: i32, b: i32, length: i32): bool {
  for (let i = 0; i < length; i++) if (load<u8>(a + i) !== load<u8>(b + i)) return false;
  return true;
}

/** What ends a word for the classifier (`normalText`). */
function endsWord(c: i32): bool {
  if (c > GREATER) return c === OPEN || c === CLOSE || (c >= 123 && c <= 125);
  if (c <= SPACE) return true;
  return (c >= 40 && c <= 42) || c === 34 || c === APOSTROPHE || c === 44 || c === 59 || c === LESS || c === GREATER;
}

function isLeftOut(c: i32): bool {
  return c === ADDRESS || c === DOMAIN;
}

const NEAR: i32 = 280;

function copyWithoutIds(): void {
  // Before a reply that stands somewhere in a text so many letters are searched for what was answered.
  const mayMove = draftEnd - DRAFT_AT > NEAR && !isDigit(load<u8>(DRAFT_AT));
  let from = DRAFT_AT;
  let word = DRAFT_AT;
  for (let p = DRAFT_AT; p <= draftEnd; p += 16) {
    let ends = wordEnds(p);
    if (draftEnd - p < 16) ends = (ends & ((1 << (draftEnd - p)) - 1)) | (1 << (draftEnd - p));
    for (; ends !== 0; ends &= ends - 1) {
      const end = p + ctz(ends);
      const digits = end - word > LONGEST_TOKEN && !mayMove ? digitsIn(word, end) : 0;
      if (digits > 0 && isWhole(word, end)) {
        copyBytes(copyEnd, from, word - from);
        copyEnd += word - from;
        copyWithoutId(word, end, digits);
        from = end;
      }
      word = end + 1;
    }
  }
  copyBytes(copyEnd, from, draftEnd - from);
  copyEnd += draftEnd - from;
}

/** The bytes of sixteen that end a word: a bit for each upper half of a byte, and of these the ones that a lower half goes with. */
function wordEnds(at: i32): i32 {
  const bytes = v128.load(at);
  const uppers = i8x16.swizzle(i8x16(1, 1, 2, 4, 0, 8, 0, 16, 0, 0, 0, 0, 0, 0, 0, 0), i8x16.shr_u(bytes, 4));
  const halves = i8x16(3, 1, 3, 1, 1, 1, 1, 3, 3, 3, 3, 29, 23, 25, 5, 1);
  const lowers = i8x16.swizzle(halves, v128.and(bytes, i8x16.splat(15)));
  return i8x16.bitmask(i8x16.ne(v128.and(uppers, lowers), i8x16.splat(0)));
}

function digitsIn(start: i32, end: i32): i32 {
  let digits = 0;
  for (let p = start; p < end; p++) if (isDigit(load<u8>(p))) digits++;
  return digits;
}

/**
 * Whether a word of the draft is one of the text: beside what was left out stands the rest of a longer one, and an apostrophe may
 * stand for more with what follows.
 */
function isWhole(start: i32, end: i32): bool {
  const before: i32 = start > DRAFT_AT ? load<u8>(start - 1) : SPACE;
  return before !== APOSTROPHE && !isLeftOut(before) && !(end < draftEnd && isLeftOut(load<u8>(end)));
}

function isLetter(c: i32): bool {
  return <u32>((c | 32) - 97) < 26;
}

/** As `writeNumbered` of the classifier has them, where a word has nothing else that is looked at. */
const LONGEST_TOKEN: i32 = 10;
const MOST_DIGITS: i32 = 8;

/** A word in which a piece is an id or an IP address, or which is one as a whole. */
function copyWithoutId(start: i32, end: i32, digits: i32): void {
  let stop = end;
  while (stop > start && isMark(load<u8>(stop - 1))) stop--;
  if (isPlainWord(start, stop)) copyPlainWord(start, stop, digits);
  else if (ipv4End(start, stop) === stop) write(WHOLE_ID);
  // Without a slash it depends on the number of digits whether the word is an id as a whole.
  else if (placeOf(SLASH, start, stop) < stop) copyWithoutIps(start, stop);
  else copyPiece(start, stop);
  copyPiece(stop, end);
}

function copyPiece(start: i32, end: i32): void {
  copyBytes(copyEnd, start, end - start);
  copyEnd += end - start;
}

function copyPlainWord(start: i32, end: i32, digits: i32): void {
  let letters = 0;
  for (let p = start; p < end; p++) {
    if (isLetter(load<u8>(p))) letters++;
  }
  if (letters === 0 || (digits >= MOST_DIGITS && end - start > LONGEST_TOKEN + 2)) {
    write(WHOLE_ID);
    return;
  }
  for (let p = start; p < end; ) {
    const piece = p;
    let inside = 0;
    while (p < end && isAlphanumeric(load<u8>(p))) if (isDigit(load<u8>(p++))) inside++;
    if (p - piece > LONGEST_TOKEN && inside > 0) write(ID);
    else copyPiece(piece, p);
    if (p < end) write(load<u8>(p++));
  }
}

/** A word with a mark in the place of each IPv4 address. */
function copyWithoutIps(start: i32, end: i32): void {
  for (let p = start; p < end; ) {
    const piece = p;
    const ip = p > start && load<u8>(p - 1) === POINT ? -1 : ipv4End(p, end);
    if (ip > 0) {
      write(ADDRESS);
      p = ip;
      continue;
    }
    while (p < end && isAlphanumeric(load<u8>(p))) p++;
    while (p < end && !isAlphanumeric(load<u8>(p))) p++;
    copyPiece(piece, p);
  }
}

/**
 * The end of an IPv4 address that begins a piece of a word (`ipEnd` of the classifier); -1 where none stands there, and for those in
 * which block lists answer. With a first number of one digit it might look like an enhanced code.
 */
function ipv4End(start: i32, end: i32): i32 {
  let p = start;
  for (let group = 0; group < 4; group++) {
    const from = p;
    while (p < end && p < from + 3 && isDigit(load<u8>(p))) p++;
    if (p === from || (group === 0 && p - from === 1)) return -1;
    if (group < 3 && (p === end || load<u8>(p++) !== POINT)) return -1;
  }
  if (p < end && (isAlphanumeric(load<u8>(p)) || load<u8>(p) === POINT)) return -1;
  return load<u32>(start) === LOOPBACK ? -1 : p;
}

function isMark(c: i32): bool {
  return c === POINT || c === COLON || c === 33 || c === 63;
}

/** Whether a word that the classifier looks for may stand in another, by its first four letters (`quoted-reply.ts`). */
function mayHoldWord(start: i32, end: i32): bool {
  for (let p = start; p + 4 <= end; p++) {
    const word = load<u32>(p) | 0x20202020;
    if (word === SAID_WORD || word === HELO || word === EHLO || word === MAIL || word === RCPT || word === DATA) return true;
    if (word === GREE || word === CONN || word === SEND || word === MESS || word === NAME) return true;
  }
  return false;
}

/** Letters, digits, points and dashes with a long piece among them; nothing that may be a code, an address, a link or a word. */
function isPlainWord(start: i32, end: i32): bool {
  if (!isHarmless(start, end) || mayHoldWord(start, end)) return false;
  // A list of addresses in 127.0.0.0/8; the beginning of a code.
  let p = start;
  while (p < end && isDigit(load<u8>(p))) p++;
  if (p > start && load<u8>(p) === POINT) return false;
  let longest = 0;
  let piece = 0;
  for (let p = start; p < end; p++) {
    const c: i32 = load<u8>(p);
    if (isAlphanumeric(c)) {
      piece++;
      longest = max(longest, piece);
    } else if (c === POINT || c === DASH) piece = 0;
    else return false;
  }
  return longest > LONGEST_TOKEN;
}
