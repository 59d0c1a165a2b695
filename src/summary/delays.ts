/** Each power of two of milliseconds is cut in so many parts. */
const PART_BITS = 5;
const PARTS = 1 << PART_BITS;
/** Up to here a delay has a place of its own. */
const EXACT = PARTS * 2;
const EXACT_BITS = PART_BITS + 1;
/** Some 24 days, more than any queue keeps a message. */
const LONGEST = 2 ** 31 - 1;
export const DELAY_PLACES = EXACT + (31 - EXACT_BITS) * PARTS;
/** How far from the truth a percentile is at most. */
export const DELAY_ERROR = 1 / (2 * PARTS);

/**
 * How long recipients waited, as counts in places whose width grows with the delay: a percentile is off by no more than one part
 * in 64, of what the log says. Only whole numbers are added, so it is the same in whatever order delays are counted and merged.
 */
export class Delays {
  readonly counts = new Float64Array(DELAY_PLACES);

  add(seconds: number): void {
    this.counts[placeOf(seconds)]!++;
  }

  merge(other: Delays): void {
    for (let place = 0; place < DELAY_PLACES; place++) this.counts[place]! += other.counts[place]!;
  }

  get size(): number {
    return this.counts.reduce((sum, count) => sum + count, 0);
  }

  /**
   * The shortest delay that no more than a part of all exceed, in seconds.
   * @param part from 0 to 1. @returns null when nothing was counted.
   */
  percentile(part: number): number | null {
    const rank = Math.max(1, Math.ceil(part * this.size));
    let seen = 0;
    for (let place = 0; place < DELAY_PLACES; place++) {
      seen += this.counts[place]!;
      if (seen >= rank) return middleOf(place) / 1000;
    }
    return null;
  }
}

function placeOf(seconds: number): number {
  const ms = Math.min(LONGEST, Math.max(0, Math.round(seconds * 1000)));
  if (ms < EXACT) return ms;
  const bits = 31 - Math.clz32(ms);
  return EXACT + (bits - EXACT_BITS) * PARTS + (ms >>> (bits - PART_BITS)) - PARTS;
}

/** Milliseconds in the middle of a place. */
function middleOf(place: number): number {
  if (place < EXACT) return place;
  const above = place - EXACT;
  const width = 2 ** (Math.floor(above / PARTS) + 1);
  return (PARTS + (above % PARTS)) * width + (width - 1) / 2;
}

const MINUTE = 60_000;

/** Recipients that are still deferred, by the minute in which their message came in. */
export class Waiting {
  /** By the number of the minute since 1970. */
  readonly since = new Map<number, number>();

  /** @param time when the message came in, milliseconds since 1970. */
  add(time: number): void {
    this.addMinute(Math.floor(time / MINUTE), 1);
  }

  addMinute(minute: number, recipients: number): void {
    this.since.set(minute, (this.since.get(minute) ?? 0) + recipients);
  }

  merge(other: Waiting): void {
    for (const [minute, recipients] of other.since) this.addMinute(minute, recipients);
  }

  /**
   * How many have waited for at least each of these times, and for less than the next.
   * @param now milliseconds since 1970. @param hours from short to long, the first 0.
   */
  byAge(now: number, hours: readonly number[]): number[] {
    const counts = hours.map(() => 0);
    for (const [minute, recipients] of this.since) {
      const age = (now - minute * MINUTE) / (60 * MINUTE);
      const place = hours.findLastIndex((least) => age >= least);
      counts[Math.max(0, place)]! += recipients;
    }
    return counts;
  }
}
