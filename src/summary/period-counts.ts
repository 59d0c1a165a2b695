import type { BounceEvent } from '../model/event.js';
import type { Calendar } from './calendar.js';
import { type CountOptions, Counts, type RecordCounts, type RowCount } from './counts.js';
import { SEPARATOR } from './row-keys.js';

const DAY = 86_400_000;
/** What is dated further from now than that was dated wrongly: back, and ahead, as when the clock of this machine is late. */
const OLDEST = 3_660 * DAY;
const NEWEST = 730 * DAY;

/** Where lines are counted while they are read. */
export interface LineCounts {
  readonly lines: number;
  readonly unparsedLines: number;
}

/**
 * Counts by period: each record falls to the period of its time, an outcome to that of its record, a line to that of the records
 * around it. What has no time, or one that cannot be, falls to the period in which it is read.
 */
export class PeriodCounts extends Counts {
  readonly #calendar: Calendar;
  readonly #now: number;
  readonly #parts = new Map<number, Counts>();
  /** The period that was asked for last. */
  #from = 0;
  #to = 0;
  #part: Counts;
  #start: number;
  #read: LineCounts | null = null;
  #lines = 0;
  #unparsedLines = 0;
  /** The period of the last record that was read. */
  #linesOf: Counts;

  constructor(options: CountOptions, calendar: Calendar, now: number) {
    super(options);
    this.#calendar = calendar;
    this.#now = now;
    this.#start = calendar.startOf(now);
    this.#part = this.#turn(now);
    this.#linesOf = this.#part;
  }

  /** By the first instant of the period. */
  get parts(): ReadonlyMap<number, Counts> {
    return this.#parts;
  }

  /** What is counted next falls to the period of this time. */
  #turn(time: number | null): Counts {
    const at = time === null || time > this.#now + NEWEST || time < this.#now - OLDEST ? this.#now : time;
    if (at >= this.#from && at < this.#to) return this.#part;
    const start = this.#calendar.startOf(at);
    this.#from = start;
    this.#to = this.#calendar.next(start);
    this.#start = start;
    let part = this.#parts.get(start);
    if (part === undefined) {
      part = new Counts(this.options);
      this.#parts.set(start, part);
    }
    this.#part = part;
    this.totals = part.totals;
    this.rows = part.rows;
    this.delays = part.delays;
    this.waiting = part.waiting;
    return part;
  }

  /** All is covered; what is counted next is that of the period of this time. */
  override covers(time: number | null): boolean {
    this.#turn(time);
    return true;
  }

  /** Each falls to the period of its time. */
  override get coversAll(): boolean {
    return false;
  }

  /** An event without its record does not tell its period. */
  override get countsAlike(): boolean {
    return false;
  }

  override see(time: number | null): void {
    this.#part.see(time);
  }

  override record(kind: keyof RecordCounts, time: number | null): void {
    const part = this.#turn(time);
    if (part !== this.#linesOf) {
      // The line at hand is the first of the other period.
      this.#takeLines(1);
      this.#linesOf = part;
    }
    super.record(kind, time);
  }

  override count(column: RowCount, event: BounceEvent, times = 1, last: number | null = null): void {
    if (column === 'delayed') this.#turn(event.evidence.time?.ms ?? null);
    this.#part.count(column, event, times, last);
  }

  /** Deferrals of two days are not folded into one. */
  override keyOf(event: BounceEvent): string {
    this.#turn(event.evidence.time?.ms ?? null);
    return `${this.#start}${SEPARATOR}${super.keyOf(event)}`;
  }

  override merge(other: Counts): void {
    this.uncovered += other.uncovered;
    this.letGo += other.letGo;
    for (const [start, part] of other instanceof PeriodCounts ? other.parts : [[this.#now, other] as const])
      this.#turn(start).merge(part);
  }

  /** An input is read, whose lines count as the records among them. */
  startLines(read: LineCounts): void {
    this.#read = read;
    this.#lines = read.lines;
    this.#unparsedLines = read.unparsedLines;
  }

  /** The input is over. */
  endLines(): void {
    this.#takeLines(0);
    this.#read = null;
  }

  #takeLines(ahead: number): void {
    if (this.#read === null) return;
    const lines = this.#read.lines - ahead;
    this.#linesOf.totals.lines += lines - this.#lines;
    this.#linesOf.totals.unparsedLines += this.#read.unparsedLines - this.#unparsedLines;
    this.#lines = lines;
    this.#unparsedLines = this.#read.unparsedLines;
  }

  /** All periods together. */
  whole(): Counts {
    const all = new Counts(this.options);
    for (const part of this.#parts.values()) all.merge(part);
    all.uncovered = this.uncovered;
    all.letGo = this.letGo;
    return all;
  }
}
