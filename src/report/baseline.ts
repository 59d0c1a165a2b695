import type { Counts } from '../summary/counts.js';

/** A stretch of time in milliseconds since 1970; null where nothing has a time. */
export interface Period {
  readonly from: number | null;
  readonly to: number | null;
}

/** An earlier period that a report is compared with. */
export interface Baseline {
  readonly counts: Counts;
  readonly period: Period;
  /** How many times as long the period of the report is, so that counts can be compared; null where that is not known. */
  readonly scale: number | null;
}

/** @param own what the report covers. */
export function baselineOf(counts: Counts, own: Period): Baseline {
  const period = periodOf(counts);
  const [length, before] = [lengthOf(own), lengthOf(period)];
  return { counts, period, scale: length === null || before === null ? null : length / before };
}

/** What was asked for, or else what the records span. */
export const periodOf = ({ options: { since, until }, firstTime, lastTime }: Counts): Period => ({
  from: since ?? firstTime,
  to: until ?? lastTime,
});

/** Milliseconds; null where there is no time in between. */
const lengthOf = ({ from, to }: Period): number | null => (from === null || to === null || from >= to ? null : to - from);

/** By what part something grew, or shrank, were both periods as long; null where nothing was there or the lengths are not known. */
export const changeOf = (now: number, before: number, scale: number | null): number | null =>
  scale === null || before === 0 ? null : now / (before * scale) - 1;

/** Less than this may be a change, but is none to speak of. */
const LEAST_CHANGE = 0.1;

/**
 * Whether something grew or shrank by more than chance explains: by more than two standard deviations of the difference of two
 * counts (Poisson), and by more than a tenth.
 */
export function isNotable(now: number, before: number, scale: number | null): boolean {
  if (scale === null) return false;
  const difference = now - before * scale;
  const deviation = Math.sqrt(now + before * scale * scale);
  return Math.abs(difference) > 2 * deviation && Math.abs(difference) > LEAST_CHANGE * before * scale;
}
