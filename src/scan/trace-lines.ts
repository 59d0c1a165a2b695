import type { LineSink } from '../input/line-framer.js';
import type { Timestamp } from '../model/evidence.js';
import { ascii, literal, startsWith, text } from '../mta/bytes.js';
import { lastRepeated, type Repeats } from '../mta/last-repeated.js';
import type { LogClock } from '../mta/log-clock.js';
import { postfixProgram } from '../mta/postfix/programs.js';
import { leadingQueueIdEnd, maskedQueueIdEnd } from '../mta/postfix/queue-id.js';
import type { LineVerdict, PostfixReader } from '../mta/postfix/reader.js';
import { SyslogPrefix } from '../mta/syslog-prefix.js';
import { WrappedLines } from '../mta/wrapped-line.js';
import { type InputReport, notUnderstood, type UnparsedExample } from './input-report.js';

const SLASH = 47;
const SPACE = 32;

const NOQUEUE = literal('NOQUEUE: ');
const REPEATED = literal('message repeated ');
const TIMES = ' times: [ ';

/** One line of a log, taken out of what was wrapped around it, with its parts. One object is reused. */
export interface SyslogLine {
  readonly buf: Buffer;
  readonly end: number;
  /** First byte of the program's text. */
  readonly bodyStart: number;
  /** 1-based, in its input. */
  readonly number: number;
  readonly time: Timestamp | null;
  readonly host: string;
  readonly instance: string;
  /** Whether a program of Postfix wrote it. */
  readonly isOwn: boolean;
  /** The id at the start of the text. */
  readonly queueId: string | null;
  /** First byte behind the id and its colon; that of the text where there is none. */
  readonly afterId: number;
  /** The program and its text. */
  text(): string;
  /** Lets the reader tell its sink what the line states. */
  interpret(): void;
}

/** Takes the lines of a log one by one. */
export interface LineVisitor {
  visit(line: SyslogLine): void;
}

export interface TraceLinesOptions {
  readonly reader: PostfixReader;
  /** The one that the reader has. */
  readonly clock: LogClock;
  readonly visitor: LineVisitor;
  readonly report: InputReport;
  readonly unparsed: UnparsedExample[];
  /** Told the first line. */
  readonly first: (line: Uint8Array) => void;
}

/** Hands the lines of one input to a visitor, who decides which of them the reader reads. */
export class TraceLines implements LineSink {
  readonly #options: TraceLinesOptions;
  readonly #prefix = new SyslogPrefix();
  readonly #wrapped = new WrappedLines();
  readonly #line: LineAtHand;
  #stamp = -1;
  #source = -1;
  #lastOffset = 0;
  #lastLength = 0;

  constructor(options: TraceLinesOptions) {
    this.#options = options;
    this.#line = new LineAtHand(options);
  }

  line(buf: Buffer, start: number, end: number, offset: number): void {
    this.#count(buf, start, end);
    if (!this.#visitSyslog(buf, start, end, offset)) this.#visitStrange(buf, start, end, offset);
    this.#lastOffset = offset;
    this.#lastLength = end - start;
  }

  overlong(buf: Buffer, start: number, end: number): void {
    this.#count(buf, start, end);
    notUnderstood(this.#options.report, this.#options.unparsed, buf, start, end, 'overlong');
  }

  /** The input is over. */
  end(offset: number): void {
    const inside = this.#wrapped.finish();
    if (inside !== null && inside !== 'held') this.#visitSyslog(inside.line, 0, inside.line.length, offset);
  }

  #count(buf: Buffer, start: number, end: number): void {
    if (++this.#options.report.lines === 1) this.#options.first(buf.subarray(start, end));
  }

  #visitSyslog(buf: Buffer, start: number, end: number, offset: number): boolean {
    const prefix = this.#prefix;
    if (!prefix.read(buf, start, end)) return false;
    const line = this.#line;
    if (prefix.stamp !== this.#stamp) {
      this.#stamp = prefix.stamp;
      // Every stamp is read, in order: the years of a log without years follow from one another.
      line.time = prefix.time(this.#options.clock);
    }
    if (prefix.source !== this.#source) {
      this.#source = prefix.source;
      line.host = prefix.host;
      line.instance = prefix.instance;
    }
    const { programStart, programEnd, bodyStart } = prefix;
    line.isOwn = buf[programStart - 1] === SLASH && postfixProgram(buf, programStart, programEnd) !== undefined;
    line.take(buf, start, end, offset, bodyStart, tagStart(buf, start, programStart));
    this.#options.visitor.visit(line);
    return true;
  }

  /** A line that syslog did not write: something may be wrapped around one, or left away from it. */
  #visitStrange(buf: Buffer, start: number, end: number, offset: number): void {
    const repeats = lastRepeated(buf, start, end);
    if (repeats !== null) {
      this.#visitRepeat(buf, start, end, offset, repeats);
      return;
    }
    const inside = this.#wrapped.unwrap(buf, start, end);
    if (inside === 'held') return;
    if (inside !== null) this.#visitSyslog(inside.line, 0, inside.line.length, offset);
    else if (leadingQueueIdEnd(buf, start, end) > 0 || startsWith(buf, start, end, NOQUEUE)) {
      this.#visitBare(buf, start, end, offset);
    }
  }

  /** A line without a prefix (journalctl -o cat). */
  #visitBare(buf: Buffer, start: number, end: number, offset: number): void {
    const line = this.#line;
    this.#stamp = -1;
    this.#source = -1;
    line.time = null;
    line.host = '';
    line.instance = '';
    line.isOwn = true;
    line.take(buf, start, end, offset, start, start);
    line.isBare = true;
    this.#options.visitor.visit(line);
  }

  /** The line before, which the framer keeps right before this one, stood for more than itself. */
  #visitRepeat(buf: Buffer, start: number, end: number, offset: number, { host, times }: Repeats): void {
    const line = this.#line;
    const last = start - (offset - this.#lastOffset);
    const lastEnd = last + this.#lastLength;
    if (last < 0 || !this.#prefix.read(buf, last, lastEnd) || this.#prefix.host !== host) return;
    this.#stamp = -1;
    this.#source = -1;
    line.take(buf, last, lastEnd, offset, this.#prefix.bodyStart, tagStart(buf, last, this.#prefix.programStart));
    line.repeats = times;
    line.shown = text(buf, buf.indexOf(' last message repeated ', start) + 1, end);
    this.#options.visitor.visit(line);
  }
}

/** The tag has no blanks. */
function tagStart(buf: Buffer, start: number, programStart: number): number {
  let p = programStart;
  while (p > start && buf[p - 1] !== SPACE) p--;
  return p;
}

class LineAtHand implements SyslogLine {
  readonly #options: TraceLinesOptions;
  buf: Buffer = Buffer.alloc(0);
  end = 0;
  bodyStart = 0;
  time: Timestamp | null = null;
  host = '';
  instance = '';
  isOwn = false;
  isBare = false;
  /** How often syslog says that the line came again; null for a line that stands in the log. */
  repeats: number | null = null;
  /** What is shown in the place of the line's own text. */
  shown: string | null = null;
  #start = 0;
  #offset = 0;
  #tagStart = 0;
  #idStart = 0;
  #idEnd = -1;

  constructor(options: TraceLinesOptions) {
    this.#options = options;
  }

  take(buf: Buffer, start: number, end: number, offset: number, bodyStart: number, tagStart: number): void {
    this.buf = buf;
    this.end = end;
    this.bodyStart = bodyStart;
    this.isBare = false;
    this.repeats = null;
    this.shown = null;
    this.#start = start;
    this.#offset = offset;
    this.#tagStart = tagStart;
    this.#idStart = startsWith(buf, bodyStart, end, REPEATED) ? innerStart(buf, bodyStart, end) : bodyStart;
    this.#idEnd = leadingQueueIdEnd(buf, this.#idStart, end);
    if (this.#idEnd < 0) this.#idEnd = maskedQueueIdEnd(buf, this.#idStart, end);
  }

  get number(): number {
    return this.#options.report.lines;
  }

  get queueId(): string | null {
    return this.#idEnd < 0 ? null : ascii(this.buf, this.#idStart, this.#idEnd);
  }

  get afterId(): number {
    return this.#idEnd < 0 ? this.bodyStart : this.#idEnd + 2;
  }

  text(): string {
    return this.shown ?? text(this.buf, this.#tagStart, this.end);
  }

  interpret(): void {
    if (!this.isOwn) return;
    const verdict = this.#read();
    if (verdict === 'foreign' || verdict === 'no-prefix') return;
    const { report, unparsed } = this.#options;
    if (verdict === 'unparsed') notUnderstood(report, unparsed, this.buf, this.#start, this.end, 'unknown form');
    else report.knownLines++;
  }

  #read(): LineVerdict {
    const { reader } = this.#options;
    const { buf, end, number } = this;
    if (this.repeats !== null) return reader.repeat(buf, this.#start, end, this.#offset, number, this.repeats);
    if (this.isBare) return reader.readBare(buf, this.#start, end, this.#offset, number);
    return reader.read(buf, this.#start, end, this.#offset, number);
  }
}

/** `message repeated N times: [ BODY]`: where BODY starts. */
function innerStart(buf: Buffer, bodyStart: number, end: number): number {
  const at = buf.indexOf(TIMES, bodyStart, 'latin1');
  return at < 0 || at + TIMES.length > end ? bodyStart : at + TIMES.length;
}
