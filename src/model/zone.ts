import { tzOffset } from '@date-fns/tz';

/** Clocks change on a quarter of an hour at the finest. */
const QUARTER = 900_000;
const DAY = 86_400_000;
const OFFSET = /^([+-])(\d{2}):?(\d{2})$/;

/** A time zone: the offset in force at an instant, and at a local wall-clock time. */
export class Zone {
  readonly name: string;
  #quarter = Number.NaN;
  #offset = 0;
  /** The offset of a zone whose clock never changes; null for others. */
  readonly #fixed: number | null;

  /** @param name IANA name, `UTC`, or an offset such as `+02:00`. @throws RangeError when the name is not known. */
  constructor(name: string) {
    this.name = name;
    this.#fixed = fixedOffset(name);
    const isKnown = this.#fixed === null ? !Number.isNaN(tzOffset(name, new Date(0))) : !Number.isNaN(this.#fixed);
    if (!isKnown) throw new RangeError(`unknown time zone: ${name}`);
  }

  /** Minutes east of UTC at an instant (milliseconds since 1970). */
  offsetAt(instant: number): number {
    if (this.#fixed !== null) return this.#fixed;
    const quarter = Math.floor(instant / QUARTER);
    if (quarter !== this.#quarter) {
      this.#quarter = quarter;
      this.#offset = tzOffset(this.name, new Date(instant));
    }
    return this.#offset;
  }

  /**
   * Minutes east of UTC for a wall-clock time given as if it were UTC. Of the two instants of an hour that a
   * clock shows twice the later one is taken; a time that a clock skips is read with the offset before the gap.
   */
  offsetAtLocal(local: number): number {
    if (this.#fixed !== null) return this.#fixed;
    const before = tzOffset(this.name, new Date(local - DAY));
    const after = tzOffset(this.name, new Date(local + DAY));
    if (before === after) return before;
    const isInForce = (offset: number) => tzOffset(this.name, new Date(local - offset * 60_000)) === offset;
    // The smaller offset belongs to the later instant.
    const later = Math.min(before, after);
    if (isInForce(later)) return later;
    const earlier = Math.max(before, after);
    return isInForce(earlier) ? earlier : before;
  }
}

/** The minutes of a zone whose clock never changes, for which no zone has to be looked up; NaN for what can be none, null for others. */
function fixedOffset(name: string): number | null {
  if (name === 'UTC') return 0;
  const offset = OFFSET.exec(name);
  if (offset === null) return null;
  const [, sign, hours, minutes] = offset;
  if (Number(hours) > 14 || Number(minutes) > 59) return Number.NaN;
  const east = Number(hours) * 60 + Number(minutes);
  return sign === '-' ? 0 - east : east;
}
