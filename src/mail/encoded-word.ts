import { decodeCharset } from './charset.js';
import { decodeQuotedPrintable } from './transfer-encoding.js';

/** An encoded word is at most 75 characters long (RFC 2047 §2); programs write longer ones, but none this long. */
const LONGEST_WORD = 4096;
const UNDERSCORE = 95;
const SPACE = 32;

interface Word {
  /** Lower case, without the language (RFC 2231 §5). */
  readonly charset: string;
  readonly bytes: Buffer;
  /** The position behind it. */
  readonly end: number;
}

const FRONT = /^=\?([^?]{1,60})\?([bq])\?/i;

/** The bytes of an encoded text. Programs that write other characters than ASCII into it mean UTF-8. */
function bytesOf(content: string, encoding: string): Buffer {
  if (encoding.toLowerCase() === 'b') return Buffer.from(content, 'base64');
  const raw = /[^\0-\xff]/.test(content) ? Buffer.from(content, 'utf8') : Buffer.from(content, 'latin1');
  for (let p = raw.indexOf(UNDERSCORE); p >= 0; p = raw.indexOf(UNDERSCORE, p + 1)) raw[p] = SPACE;
  return decodeQuotedPrintable(raw);
}

/**
 * An encoded word that starts at `at` with `=?`.
 * @param closeFrom where the next `?=` stands from a position on; Infinity where there is none.
 */
function wordAt(text: string, at: number, closeFrom: (from: number) => number): Word | null {
  const [front, charset, encoding] = FRONT.exec(text.slice(at, at + 70)) ?? [];
  if (front === undefined || charset === undefined || encoding === undefined) return null;
  const close = closeFrom(at + front.length);
  if (close - at > LONGEST_WORD) return null;
  const bytes = bytesOf(text.slice(at + front.length, close), encoding);
  return { charset: charset.split('*', 1)[0]!.toLowerCase(), bytes, end: close + 2 };
}

/** Finds the next `?=` without searching again where there is none. Asked for positions that grow. */
function closesIn(text: string): (from: number) => number {
  let close = -1;
  return (from) => {
    if (close < from) close = text.indexOf('?=', from);
    if (close < 0) close = Infinity;
    return close;
  };
}

/**
 * Decodes the encoded words of a header value (RFC 2047). Adjacent words of one charset are joined before decoding,
 * because some programs cut a character in two. What is no encoded word stays as it is.
 */
export function decodeWords(value: string): string {
  let at = value.indexOf('=?');
  if (at < 0) return value;
  const closeFrom = closesIn(value);
  let decoded = '';
  let from = 0;
  let pending: { charset: string; readonly parts: Buffer[] } | null = null;
  const flush = () => {
    if (pending !== null) decoded += decodeCharset(Buffer.concat(pending.parts), pending.charset);
    pending = null;
  };
  while (at >= 0) {
    const word = wordAt(value, at, closeFrom);
    if (word === null) {
      at = value.indexOf('=?', at + 2);
      continue;
    }
    const between = value.slice(from, at);
    if (pending === null || between.trim() !== '' || pending.charset !== word.charset) {
      flush();
      if (between.trim() !== '' || from === 0) decoded += between;
      pending = { charset: word.charset, parts: [word.bytes] };
    } else pending.parts.push(word.bytes);
    from = word.end;
    at = value.indexOf('=?', from);
  }
  flush();
  return decoded + value.slice(from);
}
