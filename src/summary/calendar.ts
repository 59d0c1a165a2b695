import type { Zone } from '../model/zone.js';

/** Lengths of time that a report can be asked to cover. */
export const PERIODS = ['day', 'week', 'month'] as const;
export type PeriodLength = (typeof PERIODS)[number];

const DAY = 86_400_000;
/** 1 January 1970 was a Thursday; weeks begin on Monday (ISO 8601). */
const FIRST_MONDAY = 4;

/** Whole days, weeks or months of a time zone. */
export class Calendar {
  readonly length: PeriodLength;
  readonly #zone: Zone;

  constructor(length: PeriodLength, zone: Zone) {
    this.length = length;
    this.#zone = zone;
  }

  /** The first instant of the period in which an instant lies; both are milliseconds since 1970. */
  startOf(instant: number): number {
    return this.#instantOf(this.#firstDay(this.#dayOf(instant)));
  }

  /** The first instant of the next period. */
  next(start: number): number {
    const day = this.#dayOf(start);
    if (this.length === 'day') return this.#instantOf(day + 1);
    if (this.length === 'week') return this.#instantOf(day + 7);
    const date = new Date(day * DAY);
    return this.#instantOf(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1) / DAY);
  }

  /** `2026-06-05`, `2026-W23` (ISO 8601), `2026-06`. @param start the first instant. */
  nameOf(start: number): string {
    const day = this.#dayOf(start);
    const date = new Date(day * DAY).toISOString();
    if (this.length === 'day') return date.slice(0, 10);
    if (this.length === 'month') return date.slice(0, 7);
    // A week belongs to the year in which its Thursday lies.
    const thursday = new Date((day + 3) * DAY);
    const firstOfYear = Date.UTC(thursday.getUTCFullYear(), 0, 1) / DAY;
    const week = Math.floor((day + 3 - firstOfYear) / 7) + 1;
    return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}`;
  }

  /** The local day, counted from 1970. */
  #dayOf(instant: number): number {
    return Math.floor((instant + this.#zone.offsetAt(instant) * 60_000) / DAY);
  }

  #firstDay(day: number): number {
    if (this.length === 'day') return day;
    if (this.length === 'week') return day - ((((day - FIRST_MONDAY) % 7) + 7) % 7);
    const date = new Date(day * DAY);
    return Date.UTC(date.getUTCFullYear(), date.getUTCMonth()) / DAY;
  }

  /** The first instant of a local day, also where its midnight comes twice or is skipped. */
  #instantOf(day: number): number {
    const local = day * DAY;
    const before = this.#zone.offsetAt(local - DAY);
    const after = this.#zone.offsetAt(local + DAY);
    const instants = [before, after].map((offset) => local - offset * 60_000).sort((a, b) => a - b);
    return instants.find((instant) => this.#dayOf(instant) === day && this.#dayOf(instant - 1) < day) ?? instants[1]!;
  }
}
