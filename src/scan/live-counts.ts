import { dayStart } from '../model/day.js';
import type { Zone } from '../model/zone.js';
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
  readonly #zone: Zone;
  readonly #days: number;
  readonly #dropped: (counts: Counts) => void;
  #buckets: Bucket[] = [];
  #nextDay: number;

  /** @param days how many days are kept. @param dropped told what is dropped. */
  constructor(options: CountOptions, days: number, now: number, dropped: (counts: Counts) => void) {
    this.#options = options;
    this.#zone = options.zone;
    this.#days = days;
    this.#dropped = dropped;
    this.#nextDay = dayStart(now, this.#zone, 1);
    this.#buckets.push({ counts: new Counts(options), until: dayStart(now, this.#zone, days) });
  }

  /** What counts now. */
  get current(): Counts {
    return this.#buckets.at(-1)!.counts;
  }

  /** All that are kept. */
  get kept(): readonly Counts[] {
    return this.#buckets.map(({ counts }) => counts);
  }

  /** Goes on to the day of the clock. @returns whether another day began. */
  advance(now: number): boolean {
    // A clock that is put back keeps the day, one that jumped by years is believed.
    if (now < this.#nextDay) return false;
    this.#nextDay = dayStart(now, this.#zone, 1);
    this.#buckets.push({ counts: new Counts(this.#options), until: dayStart(now, this.#zone, this.#days) });
    for (const { counts, until } of this.#buckets) if (until <= now) this.#dropped(counts);
    this.#buckets = this.#buckets.filter(({ until }) => until > now);
    return true;
  }

  /** All days together, which may be added to. */
  total(): Counts {
    const total = new Counts(this.#options);
    for (const { counts } of this.#buckets) total.merge(counts);
    return total;
  }
}

/** The first instant of what is kept of the input that is there when a scan begins. */
export const windowStart = (now: number, zone: Zone, days: number): number => dayStart(now, zone, 1 - days);
