import type { LineSink } from '../input/line-framer.js';
import { isOfHost, lastRepeated, type Repeats } from '../mta/last-repeated.js';
import type { LineVerdict, PostfixReader } from '../mta/postfix/reader.js';
import { WrappedLines } from '../mta/wrapped-line.js';
import { type InputReport, notUnderstood, type UnparsedExample } from './input-report.js';

/** Hands the lines of one log to its reader and keeps count of them. */
export class LogLines implements LineSink {
  readonly #reader: PostfixReader;
  readonly #report: InputReport;
  readonly #unparsed: UnparsedExample[];
  readonly #first: (line: Uint8Array) => void;
  readonly #wrapped = new WrappedLines();
  readonly #from: number;
  /** Whether anything was wrapped around a line: then lines cannot be told without those before. */
  isWrapped = false;
  #lastOffset = 0;
  #lastLength = 0;
  /** Where something that goes on over several lines began, and how many lines stand before it; null outside of it. */
  #held: { readonly offset: number; readonly lines: number } | null = null;

  /** @param from the first byte that counts: a line before it is only looked at where one behind it speaks of it. */
  constructor(
    reader: PostfixReader,
    report: InputReport,
    unparsed: UnparsedExample[],
    first: (line: Uint8Array) => void,
    from = 0,
  ) {
    this.#reader = reader;
    this.#report = report;
    this.#unparsed = unparsed;
    this.#first = first;
    this.#from = from;
  }

  skim(buf: Buffer, start: number, filled: number, offset: number): number {
    const report = this.#report;
    if (report.lines === 0 || offset < this.#from) return start;
    const at = this.#reader.skim(buf, start, filled, offset, report);
    if (at === start) return start;
    this.#held = null;
    const last = buf.lastIndexOf(10, at - 2) + 1;
    this.#lastOffset = offset + last - start;
    this.#lastLength = at - 1 - last;
    return at;
  }

  line(buf: Buffer, start: number, end: number, offset: number): void {
    if (offset < this.#from) {
      this.#lastOffset = offset;
      this.#lastLength = end - start;
      return;
    }
    const report = this.#report;
    const number = ++report.lines;
    if (number === 1) this.#first(buf.subarray(start, end));
    const verdict = this.#reader.read(buf, start, end, offset, number);
    if (verdict === 'no-prefix') this.#strange(buf, start, end, offset);
    else {
      // What began before goes on no more.
      if (this.#held !== null) this.#held = null;
      if (verdict !== 'foreign') this.#tally(verdict, buf, start, end);
    }
    this.#lastOffset = offset;
    this.#lastLength = end - start;
  }

  #tally(verdict: LineVerdict, buf: Buffer, start: number, end: number): void {
    if (verdict === 'foreign' || verdict === 'no-prefix') return;
    if (verdict === 'unparsed') notUnderstood(this.#report, this.#unparsed, buf, start, end, 'unknown form');
    else this.#report.knownLines++;
  }

  /** A line that syslog did not write: something may be wrapped around one, or left away from it. */
  #strange(buf: Buffer, start: number, end: number, offset: number): void {
    const { lines } = this.#report;
    const repeats = lastRepeated(buf, start, end);
    if (repeats !== null) {
      this.#repeatLast(buf, start, offset, repeats);
      return;
    }
    const inside = this.#wrapped.unwrap(buf, start, end);
    if (inside !== null) this.isWrapped = true;
    if (inside === 'held') {
      this.#held ??= { offset, lines: lines - 1 };
      return;
    }
    this.#held = null;
    if (inside !== null) this.#tally(this.#reader.read(inside.line, 0, inside.line.length, offset, lines), buf, start, end);
    else if (start < end) this.#tally(this.#reader.readBare(buf, start, end, offset, lines), buf, start, end);
  }

  /** The line before stood for more than itself. The framer keeps it in the buffer, right before this one. */
  #repeatLast(buf: Buffer, start: number, offset: number, { host, times }: Repeats): void {
    const last = start - (offset - this.#lastOffset);
    const end = last + this.#lastLength;
    if (last < 0 || this.#lastLength === 0 || !isOfHost(buf, last, end, host)) return;
    this.#tally(this.#reader.repeat(buf, last, end, offset, this.#report.lines, times), buf, last, end);
  }

  /** Where the last line begins. */
  get lastOffset(): number {
    return this.#lastOffset;
  }

  /** More of the input is to come. @returns where it has to begin when something is not ended yet, whose lines do not count. */
  pause(): number | null {
    this.#reader.end();
    if (this.#held === null) return null;
    this.#report.lines = this.#held.lines;
    return this.#held.offset;
  }

  /** The input is over. */
  end(offset: number): void {
    const inside = this.#wrapped.finish();
    if (inside !== null && inside !== 'held') {
      const { line } = inside;
      this.#tally(this.#reader.read(line, 0, line.length, offset, this.#report.lines), line, 0, line.length);
    }
    this.#reader.end();
  }

  overlong(buf: Buffer, start: number, end: number): void {
    if (++this.#report.lines === 1) this.#first(buf.subarray(start, end));
    notUnderstood(this.#report, this.#unparsed, buf, start, end, 'overlong');
  }
}
