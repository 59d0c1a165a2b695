import { tzOffset } from '@date-fns/tz';

const HOUR = 3_600_000;

/** A time zone: the offset in force at an instant, and at a local wall-clock time. */
export class Zone {
  readonly name: string;
  #hour = Number.NaN;
  #offset = 0;

  /** @param name IANA name, `UTC`, or an offset such as `+02:00`. @throws RangeError when the name is not known. */
  constructor(name: string) {
    this.name = name;
    if (Number.isNaN(tzOffset(name, new Date(0)))) throw new RangeError(`unknown time zone: ${name}`);
  }

  /** The zone of the machine. */
  static local(): Zone {
    return new Zone(Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC');
  }

  /** Minutes east of UTC at an instant (milliseconds since 1970). */
  offsetAt(instant: number): number {
    const hour = Math.floor(instant / HOUR);
    if (hour !== this.#hour) {
      this.#hour = hour;
      this.#offset = tzOffset(this.name, new Date(instant));
    }
    return this.#offset;
  }

  /**
   * Minutes east of UTC for a wall-clock time given as if it were UTC. Of the two instants of an hour that a
   * clock shows twice the later one is taken; a time that a clock skips is read with the offset before the gap.
   */
  offsetAtLocal(local: number): number {
    const guess = tzOffset(this.name, new Date(local));
    return tzOffset(this.name, new Date(local - guess * 60_000));
  }
}
