/** An SMTP reply cut into its parts. */
export interface Reply {
  /** The three-digit code (RFC 5321 §4.2); null where the text has none. */
  readonly replyCode: number | null;
  /** The enhanced code (RFC 3463, RFC 2034), of any class, wherever the text puts it; null where it has none. */
  readonly enhancedStatus: string | null;
}

const SPACE = 32;
const DASH = 45;
const DOT = 46;
const QUESTION = 63;

const isDigit = (c: number) => c >= 48 && c <= 57;

/**
 * Whether a reply code stands at `at`: three digits, the first 2 to 5, then a space, a hyphen or the end. A question mark
 * stands where the MTA masked another white space.
 */
function codeAt(text: string, at: number): boolean {
  const first = text.charCodeAt(at);
  if (!(first >= 50 && first <= 53 && isDigit(text.charCodeAt(at + 1)) && isDigit(text.charCodeAt(at + 2)))) return false;
  const next = text.charCodeAt(at + 3);
  return next === SPACE || next === DASH || next === QUESTION || Number.isNaN(next);
}

const code = (text: string, at: number) =>
  (text.charCodeAt(at) - 48) * 100 + (text.charCodeAt(at + 1) - 48) * 10 + text.charCodeAt(at + 2) - 48;

/**
 * Where the last line of a reply starts whose lines were joined. A line that ends with a hyphen after its code is
 * followed by another; that one starts at the next code of the same value, or, where the server changes its code in
 * the middle, at the next code of its class with which an enhanced code goes on. The MTA believed the last line: when
 * its class is another one, the reply goes on at the first line of that class.
 */
function lastLine(text: string, start: number, logged: number): number {
  let line = start;
  if (text.charCodeAt(start + 3) === DASH && text.charCodeAt(start) !== logged) {
    const other = lineOfClass(text, start + 4, logged);
    if (other >= 0) line = other;
  }
  while (text.charCodeAt(line + 3) === DASH) {
    const next = nextLine(text, line);
    if (next < 0) break;
    line = next;
  }
  return line;
}

/** The next line of the same code, else of another code of its class; a code is left for good, so the time stays linear. */
function nextLine(text: string, line: number): number {
  const value = code(text, line);
  const digit = text.charCodeAt(line);
  for (let p = line + 4; p < text.length; p++) {
    if (text.charCodeAt(p) === digit && isLineStart(text, p, line) && code(text, p) === value) return p;
  }
  return lineOfClass(text, line + 4, digit);
}

/** The first code of a class behind `from` that goes on with an enhanced code. */
function lineOfClass(text: string, from: number, digit: number): number {
  for (let p = from; p < text.length; p++) {
    if (text.charCodeAt(p) === digit && isLineStart(text, p, from - 4) && enhancedStatusAt(text, p + 4) !== null) return p;
  }
  return -1;
}

/** Lines are joined by a space, or by a question mark where the line break itself was logged. */
function isLineStart(text: string, at: number, previous: number): boolean {
  const before = text.charCodeAt(at - 1);
  return (before === SPACE || before === QUESTION || at === previous + 4) && codeAt(text, at);
}

/** Where a reply starts behind lines that are none: at a code of the logged class that goes on with its enhanced code. */
function startOfReply(text: string, logged: number): number {
  if (codeAt(text, 0)) return 0;
  for (let p = text.indexOf(' '); p >= 0; p = text.indexOf(' ', p + 1)) {
    if (text.charCodeAt(p + 1) === logged && text.charCodeAt(p + 5) === logged && codeAt(text, p + 1)) {
      if (enhancedStatusAt(text, p + 5) !== null) return p + 1;
    }
  }
  return -1;
}

/** An enhanced status code that starts at `at` and ends at a boundary. */
function enhancedStatusAt(text: string, at: number): string | null {
  const first = text.charCodeAt(at);
  if (!(first === 50 || first === 52 || first === 53) || text.charCodeAt(at + 1) !== DOT) return null;
  let p = at + 2;
  const subject = p;
  while (p < subject + 3 && isDigit(text.charCodeAt(p))) p++;
  if (p === subject || text.charCodeAt(p) !== DOT) return null;
  const detail = ++p;
  while (p < detail + 3 && isDigit(text.charCodeAt(p))) p++;
  if (p === detail) return null;
  const next = text.charCodeAt(p);
  if (isDigit(next) || (next === DOT && isDigit(text.charCodeAt(p + 1)))) return null;
  return text.slice(at, p);
}

const isWordCharacter = (c: number) =>
  isDigit(c) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122) || c === DOT || c === DASH || c === 95;

/** The first enhanced code of the text between two positions that is not a piece of something longer (an IP, a version). */
function findEnhancedStatus(text: string, from: number, to: number): string | null {
  for (let p = text.indexOf('.', from); p > 0 && p < to; p = text.indexOf('.', p + 1)) {
    const at = p - 1;
    if (at < from || (at > from && isWordCharacter(text.charCodeAt(at - 1)))) continue;
    const found = enhancedStatusAt(text, at);
    if (found !== null && found.charCodeAt(0) !== 50 && !isWordCharacter(text.charCodeAt(at + found.length))) return found;
  }
  return null;
}

/**
 * Cuts a reply whose lines an MTA joined into one: `550-5.1.1 no such user 550 5.1.1 try again`. The code and the
 * enhanced code of the last line win; where that line has no enhanced code behind its reply code, the one that
 * stands elsewhere in it (`550 sorry (#5.1.1)`), then that of an earlier line. A text without a reply code has none.
 * Time is linear in the text.
 * @param loggedStatus what the MTA made of it (`5.1.1`): its class tells the lines of a reply from numbers in its text.
 */
export function readReply(text: string, loggedStatus: string | null = null): Reply {
  const logged = loggedStatus?.charCodeAt(0) ?? Number.NaN;
  const start = startOfReply(text, logged);
  if (start < 0) {
    return { replyCode: null, enhancedStatus: enhancedStatusAt(text, 0) ?? findEnhancedStatus(text, 0, text.length) };
  }
  const last = lastLine(text, start, logged);
  return {
    replyCode: code(text, last),
    enhancedStatus:
      enhancedStatusAt(text, afterCode(text, last)) ??
      findEnhancedStatus(text, last + 3, text.length) ??
      (last > start ? (enhancedStatusAt(text, afterCode(text, start)) ?? findEnhancedStatus(text, start + 3, last)) : null),
  };
}

/** Behind the code and its separator; a continuation line may hold a blank more. */
function afterCode(text: string, line: number): number {
  let p = line + 4;
  while (text.charCodeAt(p) === SPACE) p++;
  return p;
}
