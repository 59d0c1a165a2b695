import type { Timestamp } from '../model/evidence.js';
import type { Zone } from '../model/zone.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const HALF_YEAR = 183;
/** Days before the first of each month, counting February as 29 so that every date of the year has one place. */
const DAYS_BEFORE = [0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335];

/** A wall-clock time as a line writes it. `month` counts from 0; `offset` in minutes east of UTC when the line tells it. */
export interface WallClock {
  year: number | null;
  month: number;
  day: number;
  hour: number;
  minute: number;
  second: number;
  millisecond: number;
  offset: number | null;
}

export interface LogClockOptions {
  /** The zone of times without one. */
  readonly zone: Zone;
  /** When the log was last written: the last line cannot be later than a day after. Milliseconds since 1970. */
  readonly reference: number;
  /** The year of the first line when the lines have none; inferred from `reference` when absent. */
  readonly year?: number | undefined;
  /** Where the clock of the part of the log before stood, when this is not its first. */
  readonly state?: ClockState | null | undefined;
}

/** What a clock knows of the lines without a year that it read. */
export interface ClockState {
  readonly year: number;
  readonly lastDay: number;
}

/** The first time without a year that a clock read, and how it stood behind it. */
export interface FirstReading {
  readonly at: WallClock;
  readonly after: ClockState;
}

/**
 * Turns the wall-clock times of one log, in its order, into instants. Times without a year (RFC 3164) get one: the
 * first line the latest that does not lie in the future of the reference; a step back by more than half a year
 * is a new year where that does not lie in the future, and a line of late December among those of early January belongs to the year before.
 */
export class LogClock {
  readonly #zone: Zone;
  #reference: number;
  readonly #fixedYear: number | undefined;
  #year: number | null = null;
  #lastDay = 0;
  #first: FirstReading | null = null;
  #hourKey = -1;
  #hour = 0;
  #zoneless = true;
  #last: Timestamp = { ms: Number.NaN, offset: 0 };
  #hourOffset: number | null = 0;

  constructor(options: LogClockOptions) {
    this.#zone = options.zone;
    this.#reference = options.reference;
    this.#fixedYear = options.year;
    if (options.state === undefined || options.state === null) return;
    this.#year = options.state.year;
    this.#lastDay = options.state.lastDay;
  }

  /** The log was written to again: later lines than before can be. */
  writtenAt(reference: number): void {
    this.#reference = reference;
  }

  /** Null while no line without a year was read. */
  get state(): ClockState | null {
    return this.#year === null ? null : { year: this.#year, lastDay: this.#lastDay };
  }

  get first(): FirstReading | null {
    return this.#first;
  }

  /** @returns the instant; null when the fields are out of range. */
  instant(at: WallClock): Timestamp | null {
    if (at.month > 11 || at.day < 1 || at.day > 31 || at.hour > 23 || at.minute > 59 || at.second > 60) return null;
    const year = at.year ?? this.#readYear(at);
    const key = ((year * 12 + at.month) * 32 + at.day) * 32 + at.hour;
    const zoneless = at.offset === null;
    if (key !== this.#hourKey || zoneless !== this.#zoneless)
      this.#enterHour(key, Date.UTC(year, at.month, at.day, at.hour), at.day, zoneless);
    if (Number.isNaN(this.#hour)) return null;
    const local = this.#hour + (at.minute * 60 + at.second) * 1000 + at.millisecond;
    const offset = at.offset ?? this.#hourOffset ?? this.#zone.offsetAtLocal(local);
    const ms = local - offset * 60_000;
    // Many lines share a second, and so the object.
    if (this.#last.ms !== ms || this.#last.offset !== offset) this.#last = { ms, offset };
    return this.#last;
  }

  /** Whether the times of the hour that was read last have one offset. */
  get isSteady(): boolean {
    return !this.#zoneless || this.#hourOffset !== null;
  }

  /** Looks the zone up once an hour; `#hourOffset` is null for an hour in which the clock changes. */
  #enterHour(key: number, hour: number, day: number, zoneless: boolean): void {
    // A day that its month does not have would roll over into the next.
    this.#hour = new Date(hour).getUTCDate() === day ? hour : Number.NaN;
    this.#hourKey = key;
    this.#zoneless = zoneless;
    if (!zoneless) return;
    const offset = this.#zone.offsetAtLocal(hour);
    this.#hourOffset = offset === this.#zone.offsetAtLocal(hour + HOUR - 1) ? offset : null;
  }

  #readYear(at: WallClock): number {
    const year = this.#inferYear(at);
    this.#first ??= { at: { ...at }, after: this.state! };
    return year;
  }

  #inferYear(at: WallClock): number {
    const day = DAYS_BEFORE[at.month]! + at.day;
    if (this.#year === null) {
      this.#year = this.#fixedYear ?? this.#latestYear(at);
    } else if (this.#lastDay - day > HALF_YEAR && !this.#isFuture(at, this.#year + 1)) {
      this.#year++;
    } else if (this.#lastDay <= 7 && day > 359) {
      return this.#year - 1;
    }
    this.#lastDay = day;
    return this.#year;
  }

  /** The latest year in which this date exists and does not lie more than a day after the reference. */
  #latestYear(at: WallClock): number {
    let year = new Date(this.#reference + DAY).getUTCFullYear();
    if (this.#isFuture(at, year)) year--;
    while (at.month === 1 && at.day === 29 && new Date(Date.UTC(year, 1, 29)).getUTCMonth() !== 1) year--;
    return year;
  }

  /** Whether the time lies more than a day after the log was last written. */
  #isFuture(at: WallClock, year: number): boolean {
    const local = Date.UTC(year, at.month, at.day, at.hour, at.minute, at.second);
    return local - this.#zone.offsetAtLocal(local) * 60_000 > this.#reference + DAY;
  }
}

/**
 * Whether a part of a log that was read as if the clock of the part before stood at `assumed` says the same as if it had been
 * known that it stood at `actual`.
 */
export function readsAlike(
  options: LogClockOptions,
  assumed: ClockState | null,
  actual: ClockState | null,
  first: FirstReading | null,
): boolean {
  if (first === null || isSame(assumed, actual)) return true;
  const clock = new LogClock({ ...options, state: actual });
  clock.instant(first.at);
  return isSame(clock.state, first.after);
}

const isSame = (a: ClockState | null, b: ClockState | null) => a?.year === b?.year && a?.lastDay === b?.lastDay;
