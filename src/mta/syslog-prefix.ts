import type { Timestamp } from '../model/evidence.js';
import { ascii, KeptBytes, LastText, viewOf } from './bytes.js';
import type { LogClock, WallClock } from './log-clock.js';

const SPACE = 32;
const COLON = 58;
const DASH = 45;
const LESS = 60;
const GREATER = 62;
const OPEN = 91;
const CLOSE = 93;
const SLASH = 47;
const CAPITAL_T = 84;
const CAPITAL_Z = 90;
const PLUS = 43;

const digit = (c: number | undefined) => c !== undefined && c >= 48 && c <= 57;

const isLower = (c: number) => c >= 97 && c <= 122;

/** Severities that stand in the place of the host where a container's runtime writes the log. */
const LEVELS: ReadonlySet<string> = new Set([
  'TRACE',
  'DEBUG',
  'INFO',
  'NOTICE',
  'WARN',
  'WARNING',
  'ERROR',
  'CRIT',
  'FATAL',
  'PANIC',
]);

/** `Jan` … `Dec` as three bytes in one number → 0 … 11. */
const MONTHS = new Map(
  ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'].map((name, month) => [
    (name.charCodeAt(0) << 16) | (name.charCodeAt(1) << 8) | name.charCodeAt(2),
    month,
  ]),
);

let lastMonth = -1;
let lastMonthCode = 0;

/** The month whose name stands at `at`, from 0; -1 when none does. Nearly always it is that of the line before. */
function monthAt(buf: Buffer, at: number): number {
  const code = (buf[at]! << 16) | (buf[at + 1]! << 8) | buf[at + 2]!;
  if (code !== lastMonthCode) {
    lastMonthCode = code;
    lastMonth = MONTHS.get(code) ?? -1;
  }
  return lastMonth;
}

/** `Jun  5 02:37:15`: the form in which nearly all of them are written. */
export const PLAIN_STAMP = 15;
/** Where its hour ends. */
const HOUR_END = 9;

const isPlainStamp = (buf: Buffer, at: number, end: number): boolean =>
  end - at > PLAIN_STAMP &&
  buf[at + 3] === SPACE &&
  buf[at + 6] === SPACE &&
  buf[at + 9] === COLON &&
  buf[at + 12] === COLON &&
  buf[at + 15] === SPACE &&
  monthAt(buf, at) >= 0;

/** Whether an offset as RFC 3339 has it ends a stamp: `Z` or `+02:00`; ISO 8601 lets its colon be left out, or all of it. */
const isOffsetBefore = (buf: Buffer, end: number): boolean =>
  buf[end - 1] === CAPITAL_Z || ((buf[end - 6] === PLUS || buf[end - 6] === DASH) && buf[end - 3] === COLON);

/**
 * Reads what syslog writes before a program's own text: time stamp, host, tag, process id. One object is reused for
 * all lines; `read` finds the parts, the getters decode them when they are asked for. Forms: RFC 3164 (`Jun  5 02:37:15
 * host tag[pid]: `), RFC 3339 (`2026-06-05T14:09:36.75+02:00 host tag[pid]: `), the same with a year in front
 * (`2013 Jun 10 06:27:30.123 host tag[pid]: `), RFC 5424, journalctl's short-full and short-unix, a level in the place of the
 * host, each with or without `<PRI>` or a facility (`mail.info: `) in front.
 */
export class SyslogPrefix {
  #buf: Buffer = Buffer.alloc(0);
  #hostStart = 0;
  #hostEnd = 0;
  #tagStart = 0;
  readonly #clock: WallClock = { year: null, month: 0, day: 0, hour: 0, minute: 0, second: 0, millisecond: 0, offset: null };
  readonly #hosts = new LastText();
  readonly #instances = new LastText();
  #start = 0;
  /** Whether the stamp has the usual form of RFC 3164 and is decoded only when its time is asked for. */
  #plain = false;
  /** The length of a stamp as RFC 3339 has it that the line begins with; 0 for any other. */
  #isoLength = 0;
  /** What stands between such a stamp and the program's name in the last line of this form: ` host instance/`. */
  readonly #kept = new KeptBytes(256);
  #keptLength = 0;
  #keptSource = 0;
  #hostEndOffset = 0;
  /** The last stamp of this form. */
  readonly #keptStamp = new KeptBytes(PLAIN_STAMP);
  /** Month, day and hour of the stamp that was decoded last, where it was one of this form. */
  readonly #keptHour = new KeptBytes(HOUR_END);
  #keptTime = 0;
  /** How many sources and stamps were told apart. */
  #sources = 0;
  #times = 0;

  /** Stands for host and instance: where it is the same for two lines, so are they. */
  source = 0;
  /** Stands for the stamp in the same way. */
  stamp = 0;
  /** First byte of the program's name: behind the last `/` of the tag. */
  programStart = 0;
  /** End of the tag. */
  programEnd = 0;
  /** First byte of the program's own text. */
  bodyStart = 0;

  /** @returns whether the line from `start` to `end` has a prefix of a known form. */
  read(buf: Buffer, start: number, end: number): boolean {
    this.#buf = buf;
    this.#start = start;
    const view = viewOf(buf);
    const length = this.#keptLength;
    // Most lines share host and instance with the one before, and many the second too.
    if (length > 0 && end - start > PLAIN_STAMP + length && this.#kept.standAt(view, start + PLAIN_STAMP)) {
      if (this.#keptStamp.standAt(view, start)) this.stamp = this.#keptTime;
      else if (isPlainStamp(buf, start, end)) this.#keepStamp(start);
      else return this.#readOther(start, end);
      this.#plain = true;
      this.source = this.#keptSource;
      this.#hostStart = start + PLAIN_STAMP + 1;
      this.#hostEnd = start + this.#hostEndOffset;
      return this.#readTag(this.#hostEnd + 1, start + PLAIN_STAMP + length, end);
    }
    return this.#readOther(start, end);
  }

  #keepStamp(start: number): void {
    this.stamp = ++this.#times;
    this.#keptTime = this.stamp;
    this.#keptStamp.keep(viewOf(this.#buf), start, start + PLAIN_STAMP);
  }

  /** Reads a line that does not begin like the one before it. */
  #readOther(start: number, end: number): boolean {
    const found = this.#readAll(this.#buf, start, end);
    this.source = ++this.#sources;
    this.stamp = ++this.#times;
    if (!this.#plain) this.#keptHour.forget();
    else if (found) this.#keepSource(start);
    return found;
  }

  /** Decodes the stamp of the usual form; of the same hour as the one before only minute and second. */
  #readPlainStamp(): boolean {
    const start = this.#start;
    const isSameHour = this.#keptHour.standAt(viewOf(this.#buf), start);
    const minute = isSameHour ? this.#number(start + HOUR_END + 1, 2) : -1;
    const second = isSameHour ? this.#number(start + HOUR_END + 4, 2) : -1;
    if (minute >= 0 && second >= 0) {
      this.#clock.minute = minute;
      this.#clock.second = second;
      return true;
    }
    this.#keptHour.forget();
    if (this.#readMonthStamp(start, this.#buf.length, null) < 0) return false;
    this.#keptHour.keep(viewOf(this.#buf), start, start + HOUR_END);
    return true;
  }

  /** Keeps what stands between stamp and program, up to the first `/` of the tag, where there are a host and a tag with one. */
  #keepSource(start: number): void {
    if (this.#hostStart === this.#hostEnd) return;
    const end = this.#tagStart + this.#instanceLength();
    if (this.#buf[end] !== SLASH || !this.#kept.keep(viewOf(this.#buf), start + PLAIN_STAMP, end + 1)) return;
    this.#keepStamp(start);
    this.#keptLength = end + 1 - start - PLAIN_STAMP;
    this.#keptSource = this.source;
    this.#hostEndOffset = this.#hostEnd - start;
  }

  #readAll(buf: Buffer, start: number, end: number): boolean {
    this.#plain = false;
    this.#isoLength = 0;
    let at = start;
    if (buf[at] === LESS && digit(buf[at + 1])) {
      at = this.#skipPriority(at, end);
      if (at < 0) return false;
      if (buf[at] === 49 && buf[at + 1] === SPACE) return this.#readRfc5424(at + 2, end);
    }
    // A file keeps RFC 5424 without its PRI.
    if (buf[at] === 49 && buf[at + 1] === SPACE && digit(buf[at + 2])) return this.#readRfc5424(at + 2, end);
    this.#plain = at === start && isPlainStamp(buf, at, end);
    at = this.#plain ? at + PLAIN_STAMP + 1 : this.#readStamp(this.#skipFacility(at, end), end);
    if (at < 0) return false;
    if (digit(buf[start]) && buf[start + 4] === DASH && buf[start + 10] === CAPITAL_T && isOffsetBefore(buf, at - 1))
      this.#isoLength = at - 1 - start;
    let p = at;
    while (p < end && buf[p] !== SPACE) p++;
    if (p === at || p >= end - 1) return false;
    // A host is rarely written in capitals: most lines are done with here.
    if (buf[at]! <= 90 && buf[at]! >= 65 && LEVELS.has(ascii(buf, at, Math.min(p, at + 8))))
      return this.#readLevelColumn(at, p, end);
    this.#hostStart = at;
    this.#hostEnd = p;
    return this.#readTag(p + 1, p + 1, end);
  }

  /** The logging host. */
  get host(): string {
    return this.#hosts.of(this.#buf, this.#hostStart, this.#hostEnd);
  }

  /** The tag before its first `/`: the instance. */
  get instance(): string {
    return this.#instances.of(this.#buf, this.#tagStart, this.#tagStart + this.#instanceLength());
  }

  /** Whether the stamp has no year; known once its time was asked for. */
  get isYearless(): boolean {
    return this.#clock.year === null;
  }

  /** The instant of the line, by the clock of its log; null when the stamp cannot be one. */
  time(clock: LogClock): Timestamp | null {
    if (this.#plain && !this.#readPlainStamp()) return null;
    return clock.instant(this.#clock);
  }

  /** The length of the stamp that the last line begins with, where that has the usual form of RFC 3164 or that of RFC 3339; else 0. */
  get stampLength(): number {
    return this.#plain ? PLAIN_STAMP : this.#isoLength;
  }

  /** The length of ` host instance/` behind such a stamp; 0 where that does not stand there. */
  get tagLength(): number {
    const end = this.#tagStart + this.#instanceLength();
    const isKept = this.stampLength > 0 && this.#hostStart < this.#hostEnd && this.#buf[end] === SLASH;
    return isKept ? end + 1 - this.#start - this.stampLength : 0;
  }

  /** The length of ` host ` behind such a stamp. */
  get hostLength(): number {
    return this.#hostEnd + 1 - this.#start - this.stampLength;
  }

  /** Whether a stamp of the usual form stands at `at`. */
  isPlainStampAt(buf: Buffer, at: number): boolean {
    return isPlainStamp(buf, at, buf.length);
  }

  /** The instant of a stamp of such a length; null when it cannot be one. */
  timeAt(buf: Buffer, start: number, length: number, clock: LogClock): Timestamp | null {
    this.#buf = buf;
    this.#start = start;
    if (length === PLAIN_STAMP) return this.#readPlainStamp() ? clock.instant(this.#clock) : null;
    this.#keptHour.forget();
    return this.#readIsoStamp(start, start + length + 1) === start + length + 1 ? clock.instant(this.#clock) : null;
  }

  #instanceLength(): number {
    let p = this.#tagStart;
    while (p < this.programEnd && this.#buf[p] !== SLASH) p++;
    return p - this.#tagStart;
  }

  /** `INFO    tag[pid]: `, as containers write it: a level in the place of the host. */
  #readLevelColumn(at: number, levelEnd: number, end: number): boolean {
    let p = levelEnd;
    while (p < end && this.#buf[p] === SPACE) p++;
    this.#hostStart = at;
    this.#hostEnd = at;
    return this.#readTag(p, p, end);
  }

  /** `mail.info: ` or `<mail.info> ` in front of the stamp. @returns the position of the stamp. */
  #skipFacility(at: number, end: number): number {
    const buf = this.#buf;
    const bracketed = buf[at] === LESS;
    let p = bracketed ? at + 1 : at;
    const word = p;
    while (p < end && p < word + 24 && (isLower(buf[p]!) || buf[p] === 46 || digit(buf[p]))) p++;
    if (p === word || buf[p] !== (bracketed ? GREATER : COLON) || buf[p + 1] !== SPACE || !isLower(buf[word]!)) return at;
    return p + 2;
  }

  /** `<22>`: at most three digits. @returns the position behind it, or -1. */
  #skipPriority(at: number, end: number): number {
    let p = at + 1;
    while (p < end && p < at + 5 && digit(this.#buf[p])) p++;
    return p > at + 1 && this.#buf[p] === GREATER ? p + 1 : -1;
  }

  /** @returns the position of the host, or -1. */
  #readStamp(at: number, end: number): number {
    const buf = this.#buf;
    if (end - at < 16) return -1;
    if (!digit(buf[at])) {
      const weekday = buf[at + 3] === SPACE && digit(buf[at + 4]) && buf[at + 8] === DASH;
      return weekday ? this.#readFullStamp(at + 4, end) : this.#readMonthStamp(at, end, null);
    }
    if (buf[at + 4] === DASH) return this.#readIsoStamp(at, end);
    if (buf[at + 4] === SPACE && digit(buf[at + 3])) return this.#readMonthStamp(at + 5, end, this.#number(at, 4));
    if (digit(buf[at + 9])) return this.#readUnixStamp(at, end);
    return -1;
  }

  /** `Jun  5 02:37:15[.123] `, day padded with a space, a zero or not at all. */
  #readMonthStamp(at: number, end: number, year: number | null): number {
    const buf = this.#buf;
    const month = monthAt(buf, at);
    if (month < 0 || buf[at + 3] !== SPACE) return -1;
    let p = at + 4;
    if (buf[p] === SPACE) p++;
    if (!digit(buf[p])) return -1;
    let day = buf[p++]! - 48;
    if (digit(buf[p])) day = day * 10 + buf[p++]! - 48;
    if (buf[p] !== SPACE) return -1;
    const clock = this.#clock;
    clock.year = year;
    clock.month = month;
    clock.day = day;
    clock.offset = null;
    p = this.#readClock(p + 1);
    return p > 0 && p < end && buf[p] === SPACE ? p + 1 : -1;
  }

  /** `2026-06-05T14:09:36[.750604](Z|+02:00|+0200) ` */
  #readIsoStamp(at: number, end: number): number {
    const buf = this.#buf;
    if (buf[at + 7] !== DASH || (buf[at + 10] !== CAPITAL_T && buf[at + 10] !== SPACE)) return -1;
    const clock = this.#clock;
    clock.year = this.#number(at, 4);
    clock.month = this.#number(at + 5, 2) - 1;
    clock.day = this.#number(at + 8, 2);
    let p = this.#readClock(at + 11);
    if (p < 0 || clock.year < 0 || clock.month < 0) return -1;
    clock.offset = null;
    const c = buf[p];
    if (c === CAPITAL_Z) {
      clock.offset = 0;
      p++;
    } else if (c === PLUS || c === DASH) {
      const colon = buf[p + 3] === COLON ? 1 : 0;
      const hours = this.#number(p + 1, 2);
      const minutes = this.#number(p + 3 + colon, 2);
      if (hours < 0 || minutes < 0) return -1;
      clock.offset = (c === PLUS ? 1 : -1) * (hours * 60 + minutes);
      p += 5 + colon;
    }
    return p < end && buf[p] === SPACE ? p + 1 : -1;
  }

  /** `2026-06-05 14:09:36 CEST `, behind the weekday (journalctl -o short-full); of the zone names only UTC tells an offset. */
  #readFullStamp(at: number, end: number): number {
    const host = this.#readIsoStamp(at, end);
    if (host < 0) return -1;
    let p = host;
    while (p < end && this.#buf[p] !== SPACE) p++;
    const zone = ascii(this.#buf, host, Math.min(p, host + 8));
    if (zone === 'UTC' || zone === 'GMT') this.#clock.offset = 0;
    return p < end ? p + 1 : -1;
  }

  /** `1780661376.750604 `, seconds since 1970 (journalctl -o short-unix). */
  #readUnixStamp(at: number, end: number): number {
    const seconds = this.#number(at, 10);
    if (seconds < 0) return -1;
    const clock = this.#clock;
    const date = new Date(seconds * 1000);
    clock.year = date.getUTCFullYear();
    clock.month = date.getUTCMonth();
    clock.day = date.getUTCDate();
    clock.hour = date.getUTCHours();
    clock.minute = date.getUTCMinutes();
    clock.second = date.getUTCSeconds();
    clock.offset = 0;
    const p = this.#readFraction(at + 10);
    return p < end && this.#buf[p] === SPACE ? p + 1 : -1;
  }

  /** `14:09:36[.750604]` into the clock. @returns the position behind it, or -1. */
  #readClock(at: number): number {
    const buf = this.#buf;
    if (buf[at + 2] !== COLON || buf[at + 5] !== COLON) return -1;
    const clock = this.#clock;
    clock.hour = this.#number(at, 2);
    clock.minute = this.#number(at + 3, 2);
    clock.second = this.#number(at + 6, 2);
    if (clock.hour < 0 || clock.minute < 0 || clock.second < 0) return -1;
    return this.#readFraction(at + 8);
  }

  /** `.750604` or `,750604`, where there is one, as milliseconds. @returns the position behind it. */
  #readFraction(at: number): number {
    const buf = this.#buf;
    let milliseconds = 0;
    let p = at;
    if (buf[p] === 46 || buf[p] === 44) {
      let scale = 100;
      for (p++; digit(buf[p]); p++) {
        milliseconds += Math.trunc((buf[p]! - 48) * scale);
        scale /= 10;
      }
    }
    this.#clock.millisecond = milliseconds;
    return p;
  }

  /** `tag[pid]: ` or `tag: `, read on from `from`, then the marker `[ID 197553 mail.info] ` that Solaris adds. */
  #readTag(at: number, from: number, end: number): boolean {
    const buf = this.#buf;
    let p = from;
    let program = from;
    for (; p < end; p++) {
      const c = buf[p]!;
      // All the marks but one come before the letters.
      if (c > COLON && c !== OPEN) continue;
      if (c === SLASH) program = p + 1;
      else if (c === OPEN || c === COLON || c === SPACE) break;
    }
    this.#tagStart = at;
    this.programStart = program;
    this.programEnd = p;
    if (p === at) return false;
    if (buf[p] === OPEN) {
      while (p < end && buf[p] !== CLOSE) p++;
      p++;
    }
    // Behind the line anything may stand in the buffer.
    if (p >= end || buf[p] !== COLON) return false;
    p++;
    if (buf[p] === SPACE) p++;
    if (buf[p] === OPEN && buf[p + 1] === 73 && buf[p + 2] === 68 && buf[p + 3] === SPACE) {
      let q = p + 4;
      while (q < end && buf[q] !== CLOSE) q++;
      if (buf[q + 1] === SPACE) p = q + 2;
    }
    this.bodyStart = Math.min(p, end);
    return true;
  }

  /** RFC 5424 behind its version: `TIMESTAMP HOSTNAME APP-NAME PROCID MSGID STRUCTURED-DATA [BOM]MSG`. */
  #readRfc5424(at: number, end: number): boolean {
    const buf = this.#buf;
    const host = this.#readIsoStamp(at, end);
    if (host < 0) return false;
    const hostEnd = this.#field(host, end);
    const tag = hostEnd + 1;
    const tagEnd = this.#field(tag, end);
    const processEnd = this.#field(tagEnd + 1, end);
    const messageIdEnd = this.#field(processEnd + 1, end);
    let p = messageIdEnd + 1;
    if (p >= end) return false;
    if (buf[p] === OPEN) {
      p = this.#skipStructuredData(p, end);
      if (p < 0) return false;
    } else p++;
    if (buf[p] === SPACE) p++;
    if (buf[p] === 0xef && buf[p + 1] === 0xbb && buf[p + 2] === 0xbf) p += 3;
    let program = tag;
    for (let i = tag; i < tagEnd; i++) if (buf[i] === SLASH) program = i + 1;
    this.#hostStart = host;
    this.#hostEnd = hostEnd;
    this.#tagStart = tag;
    this.programStart = program;
    this.programEnd = tagEnd;
    this.bodyStart = Math.min(p, end);
    return true;
  }

  /** `[id key="value"]…`, in which `\]` and `\"` are escaped. @returns the position behind it, or -1. */
  #skipStructuredData(at: number, end: number): number {
    const buf = this.#buf;
    let quoted = false;
    for (let p = at; p < end; p++) {
      const c = buf[p];
      if (c === 92) p++;
      else if (c === 34) quoted = !quoted;
      else if (c === CLOSE && !quoted && buf[p + 1] !== OPEN) return p + 1;
    }
    return -1;
  }

  #field(at: number, end: number): number {
    let p = at;
    while (p < end && this.#buf[p] !== SPACE) p++;
    return p;
  }

  /** A number of exactly `length` digits, or -1. */
  #number(at: number, length: number): number {
    let value = 0;
    for (let p = at; p < at + length; p++) {
      const c = this.#buf[p];
      if (!digit(c)) return -1;
      value = value * 10 + c! - 48;
    }
    return value;
  }
}
