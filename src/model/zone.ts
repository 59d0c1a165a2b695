import { tzOffset } from '@date-fns/tz';

/** Clocks change on a quarter of an hour at the finest. */
const QUARTER = 900_000;
const DAY = 86_400_000;
const OFFSET = /^[+-](\d{2}):?(\d{2})$/;

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
    const offset = OFFSET.exec(name);
    const isOutOfRange = offset !== null && (Number(offset[1]) > 14 || Number(offset[2]) > 59);
    const first = tzOffset(name, new Date(0));
    if (isOutOfRange || Number.isNaN(first)) throw new RangeError(`unknown time zone: ${name}`);
    this.#fixed = offset !== null || name === 'UTC' ? first : null;
  }

  /** The zone of the machine. */
  static local(): Zone {
    return new Zone(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
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
