import { ascii, hashBytes, literal, startsWith, text } from '../bytes.js';
import { queueIdEnd } from './queue-id.js';

const COMMA = 44;
const SPACE = 32;
const LESS = 60;
const GREATER = 62;
const QUOTE = 34;
const SLASH = 47;
const BACKSLASH = 92;
const EQUALS = 61;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const OPEN_BRACKET = 91;
const QUEUED_AS = literal('queued as ');
/** What the text of a delivery begins with that replaced the recipient by others. */
export const FORWARDED_AS = literal('forwarded as ');

/** How a delivery record ended (`status=`), in the sender's words; `probe` is address verification, not mail. */
export type DeliveryStatus = 'sent' | 'deferred' | 'bounced' | 'probe';

/** The words of `status=`, the commonest first. */
const STATUSES: readonly { readonly word: Uint8Array; readonly status: DeliveryStatus }[] = [
  { word: literal('sent'), status: 'sent' },
  { word: literal('deferred'), status: 'deferred' },
  { word: literal('bounced'), status: 'bounced' },
  // soft_bounce=yes: the 5xx was turned into a 4xx, the message stays in the queue.
  { word: literal('SOFTBOUNCE'), status: 'deferred' },
  { word: literal('deliverable'), status: 'probe' },
  { word: literal('undeliverable'), status: 'probe' },
  { word: literal('undeliverable-but-not-cached'), status: 'probe' },
];

/**
 * The delivery record of Postfix (src/global/log_adhoc.c), cut but not decoded:
 * `to=<R>[, orig_to=<O>], relay=H[, conn_use=N], delay=D[, delays=…][, tls=…][, dsn=X.Y.Z], status=S (REASON)`.
 * Positions are into the line's buffer. One object is reused.
 */
export class DeliveryRecord {
  recipientStart = 0;
  recipientEnd = 0;
  /** -1 when the line has no `orig_to=`. */
  originalStart = -1;
  originalEnd = -1;
  status: DeliveryStatus = 'sent';
  reasonStart = 0;
  reasonEnd = 0;

  /** @param start the first byte behind `to=`. @returns whether the text up to `end` is a delivery record. */
  read(buf: Buffer, start: number, end: number): boolean {
    let p = this.#address(buf, start, end);
    if (p < 0) return false;
    this.recipientStart = this.#start;
    this.recipientEnd = this.#end;
    this.originalStart = -1;
    if (buf[p] === 111 /* orig_to= */) {
      p = this.#address(buf, p + 8, end);
      if (p < 0) return false;
      this.originalStart = this.#start;
      this.originalEnd = this.#end;
    }
    // relay=
    if (buf[p] !== 114 || buf[p + 5] !== EQUALS) return false;
    this.#relayStart = p + 6;
    this.#statusMark = statusMark(buf, p + 6, end);
    this.#hasAttributes = false;
    return this.#statusMark >= 0 && this.#readStatus(buf, this.#statusMark + STATUS_MARK.length, end);
  }

  /**
   * The relay and the `key=value` pairs between it and `status=`, of which versions of Postfix have different ones. They
   * are looked for when one of them is asked for, which is seldom.
   */
  #readAttributes(buf: Buffer): void {
    if (this.#hasAttributes) return;
    this.#hasAttributes = true;
    this.#delayStart = -1;
    this.#dsnStart = -1;
    const end = this.#statusMark;
    let p = valueEnd(buf, this.#relayStart, end);
    this.#relayEnd = p;
    while (p < end) {
      const key = p + 2;
      let equals = key;
      while (equals < end && buf[equals] !== EQUALS) equals++;
      p = valueEnd(buf, equals + 1, end);
      if (buf[key] !== 100) continue;
      if (equals - key === 5) {
        this.#delayStart = equals + 1;
        this.#delayEnd = p;
      } else if (equals - key === 3) {
        this.#dsnStart = equals + 1;
        this.#dsnEnd = p;
      }
    }
  }

  /** `status=WORD (REASON)`; the closing parenthesis is missing where syslog cut the line. */
  #readStatus(buf: Buffer, start: number, end: number): boolean {
    let p = start;
    while (p < end && buf[p] !== SPACE) p++;
    const status = statusOf(buf, start, p);
    if (status === undefined) return false;
    this.status = status;
    this.reasonStart = buf[p + 1] === OPEN_PAREN ? Math.min(p + 2, end) : Math.min(p + 1, end);
    this.reasonEnd = end > this.reasonStart && buf[end - 1] === CLOSE_PAREN ? end - 1 : end;
    return true;
  }

  #start = 0;
  #end = 0;
  #relayStart = 0;
  /** Where the comma before `status=` stands. */
  #statusMark = 0;
  #hasAttributes = false;
  #relayEnd = 0;
  #delayStart = -1;
  #delayEnd = -1;
  #dsnStart = -1;
  #dsnEnd = -1;

  /**
   * An address in angle brackets, in which a quoted local part may hold anything, or bare as old versions wrote it.
   * @returns the position of the next key, or -1
   */
  #address(buf: Buffer, from: number, end: number): number {
    let p = from;
    if (buf[p] !== LESS) {
      while (p < end && !(buf[p] === COMMA && buf[p + 1] === SPACE)) p++;
      this.#start = from;
      this.#end = p;
      return p < end ? p + 2 : -1;
    }
    this.#start = ++p;
    let quoted = false;
    for (; p < end; p++) {
      const c = buf[p];
      if (quoted) {
        if (c === BACKSLASH) p++;
        else if (c === QUOTE) quoted = false;
      } else if (c === QUOTE) quoted = true;
      else if (c === GREATER && buf[p + 1] === COMMA && buf[p + 2] === SPACE) {
        this.#end = p;
        return p + 3;
      }
    }
    // An unbalanced quote: take the first end of an address there is.
    return quoted ? this.#unquotedAddress(buf, end) : -1;
  }

  #unquotedAddress(buf: Buffer, end: number): number {
    for (let p = this.#start; p + 2 < end; p++) {
      if (buf[p] === GREATER && buf[p + 1] === COMMA && buf[p + 2] === SPACE) {
        this.#end = p;
        return p + 3;
      }
    }
    return -1;
  }

  /** A hash that stands for the recipient and the one before aliases, as written. */
  recipientKey(buf: Buffer): number {
    return this.originalStart < 0
      ? hashBytes(buf, this.recipientStart, this.recipientEnd, 0)
      : hashBytes(buf, this.originalStart, this.originalEnd, hashBytes(buf, this.recipientStart, this.recipientEnd, 1));
  }

  /** Whether the next hop is surely on this host: a loopback address or a UNIX socket. A name does not tell. */
  isLocalRelay(buf: Buffer): boolean {
    return isLocalRelay(buf, this.#relayStart, this.#statusMark);
  }

  recipient(buf: Buffer): string {
    return text(buf, this.recipientStart, this.recipientEnd);
  }

  originalRecipient(buf: Buffer): string | null {
    return this.originalStart < 0 ? null : text(buf, this.originalStart, this.originalEnd);
  }

  relay(buf: Buffer): string {
    this.#readAttributes(buf);
    return text(buf, this.#relayStart, this.#relayEnd);
  }

  /** Seconds since the message entered the queue; null where the line gives none. */
  queueSeconds(buf: Buffer): number | null {
    this.#readAttributes(buf);
    return this.#delayStart < 0 ? null : decimal(buf, this.#delayStart, this.#delayEnd);
  }

  /** `dsn=`; null in versions before 2.3. */
  loggedStatus(buf: Buffer): string | null {
    this.#readAttributes(buf);
    return this.#dsnStart < 0 ? null : ascii(buf, this.#dsnStart, this.#dsnEnd);
  }

  reason(buf: Buffer): string {
    return text(buf, this.reasonStart, this.reasonEnd);
  }
}

const valueEnd = (buf: Buffer, from: number, end: number): number => {
  let p = from;
  while (p < end && !(buf[p] === COMMA && buf[p + 1] === SPACE)) p++;
  return p;
};

const STATUS_MARK = literal(', status=');
const LAST = STATUS_MARK.length - 1;
/** How far the mark may be moved on when a byte stands where its last one should (Horspool 1980). */
const SHIFTS = new Uint8Array(256).fill(STATUS_MARK.length);
for (let i = 0; i < LAST; i++) SHIFTS[STATUS_MARK[i]!] = LAST - i;

/** Where `, status=` stands, or -1. Few of the bytes before it are looked at. */
function statusMark(buf: Buffer, start: number, end: number): number {
  for (let last = start + LAST; last < end; last += SHIFTS[buf[last]!]!) {
    if (buf[last] === EQUALS && startsWith(buf, last - LAST, end, STATUS_MARK)) return last - LAST;
  }
  return -1;
}

function statusOf(buf: Buffer, start: number, end: number): DeliveryStatus | undefined {
  for (const { word, status } of STATUSES) if (end - start === word.length && startsWith(buf, start, end, word)) return status;
  return undefined;
}

/** A number such as `12` or `0.79`; null when the bytes are none. */
function decimal(buf: Buffer, start: number, end: number): number | null {
  let digits = 0;
  let scale = 0;
  let p = start;
  for (; p < end && p < start + 15; p++) {
    const c = buf[p]!;
    if (c >= 48 && c <= 57) {
      digits = digits * 10 + c - 48;
      scale *= 10;
    } else if (c === 46 && scale === 0 && p > start) scale = 1;
    else break;
  }
  // Both are whole and exact, and so the quotient is the nearest number there is, as in any other way to read it.
  if (p === end && p > start && buf[p - 1] !== 46) return scale === 0 ? digits : digits / scale;
  const seconds = Number(ascii(buf, start, end));
  return Number.isFinite(seconds) ? seconds : null;
}

/** Whether the next hop that is named from `start` on is surely on this host. */
function isLocalRelay(buf: Buffer, start: number, end: number): boolean {
  let p = start;
  while (buf[p] !== OPEN_BRACKET) if (buf[p] === COMMA || ++p >= end) return false;
  return isLoopbackAt(buf, p + 1, end);
}

const LOOPBACK = literal('127.');
const LOOPBACK_IPV6 = literal('::1]');
const UNIX_SOCKET = literal('private/');

/** Whether what stands in brackets at `at` is on this host: an address, or a socket by its path, seen from the queue or whole. */
export const isLoopbackAt = (buf: Buffer, at: number, end: number): boolean =>
  (at < end && buf[at] === SLASH) ||
  startsWith(buf, at, end, LOOPBACK) ||
  startsWith(buf, at, end, LOOPBACK_IPV6) ||
  startsWith(buf, at, end, UNIX_SOCKET);

/** The id in `… queued as ID`, where the text of a success ends with it; null otherwise. */
export function queuedAs(buf: Buffer, start: number, reasonEnd: number): string | null {
  // A content filter may quote the reply it got in parentheses of its own.
  const end = buf[reasonEnd - 1] === CLOSE_PAREN ? reasonEnd - 1 : reasonEnd;
  let p = end;
  while (p > start && buf[p - 1] !== SPACE) p--;
  if (p - QUEUED_AS.length < start || !startsWith(buf, p - QUEUED_AS.length, p, QUEUED_AS)) return null;
  return queueIdEnd(buf, p, end) === end ? ascii(buf, p, end) : null;
}
