import type { Zone } from '../model/zone.js';
import { Calendar } from '../summary/calendar.js';
import { type CountOptions, Counts } from '../summary/counts.js';

/** What was counted while one day was read. */
interface Bucket {
  readonly counts: Counts;
  /** When it is dropped; milliseconds since 1970. */
  readonly until: number;
}

/**
 * Counts of the last days, each of which is dropped when it is too old, so that they stay small for as long as a scan runs. A
 * record counts on the day on which it was read, which is that of its time where a log is followed; what was there before counts
 * together, until all of it is too old.
 */
export class LiveCounts {
  readonly #options: CountOptions;
  readonly #calendar: Calendar;
  readonly #days: number;
  readonly #dropped: (counts: Counts) => void;
  #buckets: Bucket[] = [];
  #nextDay: number;

  /**
   * @param options of which `since` holds for what is there before `follow` alone: what comes then counts, whatever its time.
   * @param days how many days are kept. @param dropped told what is dropped.
   */
  constructor(options: CountOptions, days: number, now: number, dropped: (counts: Counts) => void) {
    this.#options = { ...options, since: null };
    this.#calendar = new Calendar('day', options.zone);
    this.#days = days;
    this.#dropped = dropped;
    this.#nextDay = this.#daysOn(now, 1);
    this.#buckets.push({ counts: new Counts(options), until: this.#daysOn(now, days) });
  }

  /** What counts now. */
  get current(): Counts {
    return this.#buckets.at(-1)!.counts;
  }

  /** All that are kept. */
  get kept(): readonly Counts[] {
    return this.#buckets.map(({ counts }) => counts);
  }

  /** What was there before is read. */
  follow(now: number): void {
    this.#buckets.push({ counts: new Counts(this.#options), until: this.#daysOn(now, this.#days) });
  }

  /** Goes on to the day of the clock. @returns whether another day began. */
  advance(now: number): boolean {
    // A clock that is put back keeps the day, one that jumped by years is believed.
    if (now < this.#nextDay) return false;
    this.#nextDay = this.#daysOn(now, 1);
    this.#buckets.push({ counts: new Counts(this.#options), until: this.#daysOn(now, this.#days) });
    for (const { counts, until } of this.#buckets) if (until <= now) this.#dropped(counts);
    this.#buckets = this.#buckets.filter(({ until }) => until > now);
    return true;
  }

  /** The start of a day to come. */
  #daysOn(now: number, days: number): number {
    let start = this.#calendar.startOf(now);
    for (let i = 0; i < days; i++) start = this.#calendar.next(start);
    return start;
  }

  /** All days together, which may be added to. */
  total(): Counts {
    const total = new Counts(this.#options);
    for (const { counts } of this.#buckets) total.merge(counts);
    return total;
  }
}

/** The first instant of what is kept of the input that is there when a scan begins. */
export function windowStart(now: number, zone: Zone, days: number): number {
  const calendar = new Calendar('day', zone);
  let start = calendar.startOf(now);
  for (let i = 1; i < days; i++) start = calendar.startOf(start - 1);
  return start;
}
