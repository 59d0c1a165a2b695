import { type ContentType, readContentType } from './content-type.js';
import { HeaderFields } from './header-fields.js';
import { decodeTransfer } from './transfer-encoding.js';

/** A body part (RFC 2046), or the message itself. */
export interface MimePart {
  readonly header: HeaderFields;
  readonly contentType: ContentType;
  /** Without the header, with its transfer encoding. */
  readonly body: Buffer;
  /** Of a multipart; else empty. */
  readonly parts: readonly MimePart[];
}

/** Deeper or more parts than this no bounce has: deeper ones stay text of the one that holds them, those behind are left out. */
const DEEPEST = 8;
const MOST_PARTS = 200;
/** A header that is longer is cut off here. */
const LONGEST_HEADER = 256 * 1024;
const LF = 10;
const CR = 13;
const DASH = 45;
const COLON = 58;
const LONGEST_NAME = 80;

/** Where the header of a message ends and its body begins. */
export interface HeaderBounds {
  readonly headerEnd: number;
  readonly bodyStart: number;
}

type LineKind = 'blank' | 'field' | 'continuation' | 'mark' | 'other';

/** Fields that show that a header goes on; a text may hold lines of the form of others. */
const OF_HEADER =
  /^(?:x-|content-|arc-|resent-|list-|(?:from|to|cc|subject|date|message-id|mime-version|received|return-path|reply-to|sender|dkim-signature|references|in-reply-to)[ \t]{0,9}:)/i;

const isWhite = (c: number | undefined) => c === 32 || c === 9;

/** What a line of a header is. `mark` is the separator of an mbox in front of it, or one that a mailbox quoted. */
function lineKind(bytes: Buffer, at: number, end: number): LineKind {
  let p = at;
  while (p < end && (isWhite(bytes[p]) || bytes[p] === CR)) p++;
  if (p === end || bytes[p] === LF) return isWhite(bytes[at]) ? 'continuation' : 'blank';
  if (p > at) return 'continuation';
  while (p < end && p - at <= LONGEST_NAME && bytes[p]! > 32 && bytes[p]! < 127 && bytes[p] !== COLON) p++;
  const name = p;
  while (p < end && isWhite(bytes[p])) p++;
  if (name > at && bytes[p] === COLON) return 'field';
  return bytes
    .subarray(at, at + 6)
    .toString('latin1')
    .replace('>', '')
    .startsWith('From ')
    ? 'mark'
    : 'other';
}

/**
 * The blank line between header and body; without one all is header that can be. Lines amid the fields that are none are
 * damage. Where two stand together, or one before the blank line, and no field of a header follows, the blank line is
 * missing and the body begins with them.
 */
export function boundsOf(bytes: Buffer): HeaderBounds {
  let other = -1;
  let others = 0;
  for (let at = 0; at < bytes.length; ) {
    if (at > LONGEST_HEADER) return blankLineFrom(bytes, at - 1);
    const lf = bytes.indexOf(LF, at);
    const next = lf < 0 ? bytes.length : lf + 1;
    const kind = lineKind(bytes, at, next);
    if (kind === 'blank') return other >= 0 ? { headerEnd: other, bodyStart: other } : { headerEnd: at, bodyStart: next };
    if (kind === 'field' && other >= 0 && (others === 1 || OF_HEADER.test(bytes.latin1Slice(at, Math.min(next, at + 40))))) {
      other = -1;
      others = 0;
    }
    if (kind === 'other') {
      others++;
      if (other < 0) other = at;
    }
    at = next;
  }
  const end = other >= 0 ? other : bytes.length;
  return { headerEnd: end, bodyStart: end };
}

/** The first blank line behind a line end, in a header that is longer than what is read of it. */
function blankLineFrom(bytes: Buffer, at: number): HeaderBounds {
  const [lf, crlf] = [bytes.indexOf('\n\n', at), bytes.indexOf('\n\r\n', at)];
  if (lf < 0 && crlf < 0) return { headerEnd: bytes.length, bodyStart: bytes.length };
  const isCrlf = lf < 0 || (crlf >= 0 && crlf < lf);
  const headerEnd = (isCrlf ? crlf : lf) + 1;
  return { headerEnd, bodyStart: headerEnd + (isCrlf ? 2 : 1) };
}

/** Counts parts, so that a message made of nothing but parts stays cheap. */
interface Budget {
  parts: number;
}

/** Cuts a message into its parts. Never throws; what is damaged stays text of the part around it. Time is linear. */
export function cutMessage(bytes: Buffer): MimePart {
  return cut(withLineFeeds(fromItsStart(bytes)), { parts: MOST_PARTS }, 0);
}

const TEXT_KINDS: ReadonlySet<LineKind> = new Set(['other', 'continuation']);

/** A message without the blank lines and the byte order mark that may stand before it. */
function fromItsStart(bytes: Buffer): Buffer {
  let start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  while (bytes[start] === LF || bytes[start] === CR) start++;
  return bytes.subarray(start);
}

/** Lines that end with CR alone, as old systems wrote them, with LF instead. */
function withLineFeeds(bytes: Buffer): Buffer {
  if (bytes.includes(LF) || !bytes.includes(CR)) return bytes;
  const copy = Buffer.from(bytes);
  for (let p = copy.indexOf(CR); p >= 0; p = copy.indexOf(CR, p + 1)) copy[p] = LF;
  return copy;
}

function cut(bytes: Buffer, budget: Budget, depth: number): MimePart {
  // A part that starts with its text has no header at all.
  const isText = depth > 0 && TEXT_KINDS.has(lineKind(bytes, 0, Math.min(bytes.length, LONGEST_NAME + 2)));
  const { headerEnd, bodyStart } = isText ? { headerEnd: 0, bodyStart: 0 } : boundsOf(bytes);
  const header = HeaderFields.parse(bytes.subarray(0, Math.min(headerEnd, LONGEST_HEADER)));
  const contentType = typeOf(header, depth);
  const body = bytes.subarray(bodyStart);
  const isMultipart = contentType.type.startsWith('multipart/') && depth < DEEPEST;
  return { header, contentType, body, parts: isMultipart ? cutParts(body, contentType, budget, depth) : [] };
}

/** A part that gives no type but is written like a message is the returned message. */
function typeOf(header: HeaderFields, depth: number): ContentType {
  const value = header.get('content-type');
  if (value === null && depth > 0 && (header.has('received') || header.has('return-path'))) {
    return { type: 'message/rfc822', parameters: new Map() };
  }
  return readContentType(value);
}

function cutParts(body: Buffer, { parameters }: ContentType, budget: Budget, depth: number): readonly MimePart[] {
  const declared = parameters.get('boundary');
  let pieces = declared === undefined || declared === '' ? [] : between(body, declared, budget);
  if (pieces.length === 0) {
    const seen = boundarySeen(body);
    pieces = seen === null ? [] : between(body, seen, budget);
  }
  return pieces.map((piece) => cut(piece, budget, depth + 1));
}

/** The stretches between the delimiter lines of a boundary. */
function between(body: Buffer, boundary: string, budget: Budget): Buffer[] {
  const delimiter = Buffer.from(`--${boundary}`, 'latin1');
  const pieces: Buffer[] = [];
  let start = -1;
  for (let p = body.indexOf(delimiter); p >= 0; p = body.indexOf(delimiter, p + delimiter.length)) {
    if (p > 0 && body[p - 1] !== LF) continue;
    let after = p + delimiter.length;
    const closes = body[after] === DASH && body[after + 1] === DASH;
    if (closes) after += 2;
    while (body[after] === 32 || body[after] === 9 || body[after] === CR) after++;
    if (after < body.length && body[after] !== LF) continue;
    if (start >= 0) pieces.push(body.subarray(start, endBefore(body, start, p)));
    start = after + 1;
    if (closes || --budget.parts < 0) {
      start = -1;
      break;
    }
  }
  // The last part of a message that was cut off goes on to the end.
  if (start >= 0 && start < body.length) pieces.push(body.subarray(start));
  return pieces;
}

/** The line end before a delimiter belongs to it (RFC 2046 §5.1.1). */
function endBefore(body: Buffer, start: number, delimiter: number): number {
  let end = delimiter - 1;
  if (body[end - 1] === CR) end--;
  return Math.max(start, end);
}

/** The boundary that a body uses whose header names none, or another: its first line with hyphens before a part's header. */
function boundarySeen(body: Buffer): string | null {
  const head = body.latin1Slice(0, Math.min(body.length, 8192));
  const [, boundary = null] = /(?:^|\n)--([^\s][^\r\n]{4,120}?)[ \t]{0,9}\r?\n(?:content-|mime-)/i.exec(head) ?? [];
  return boundary;
}

/** All parts that are no multipart, in their order. */
export function leavesOf(part: MimePart): readonly MimePart[] {
  if (part.parts.length === 0) return [part];
  return part.parts.flatMap(leavesOf);
}

/** The content of a part without its transfer encoding. */
export function contentOf({ header, body }: MimePart): Buffer {
  const [encoding = ''] = (header.get('content-transfer-encoding') ?? '').toLowerCase().trim().split(/[\s;]/, 1);
  return decodeTransfer(body, encoding);
}
