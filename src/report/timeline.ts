import type { Counts, Row } from '../summary/counts.js';
import { rowsIn } from './rows.js';

/** How long one point of a timeline lasts. */
export interface TimeStep {
  readonly unit: 'hour' | 'day' | 'week' | 'month' | 'year';
  readonly count: number;
}

/** What happened in one step. */
interface TimelinePoint {
  /** `2026-06-05T14:00`, `2026-06-05`, `2026-06`, `2026`, in the zone of the report. */
  readonly start: string;
  readonly delivered: number;
  readonly lost: number;
  readonly delayed: number;
}

export interface Timeline {
  readonly step: TimeStep;
  /** Without gaps, unless they last for centuries. */
  readonly points: readonly TimelinePoint[];
}

/** A way to cut time: the number of the step in which an hour lies, and where a step starts. Hours are counted from 1970, as clocks show them. */
interface Cut {
  readonly step: TimeStep;
  readonly indexOf: (hour: number) => number;
  readonly startOf: (index: number) => string;
}

const HOUR = 3_600_000;
/** The first Monday of 1970. */
const MONDAY = 4 * 24;
/** Clocks that are wrong by centuries do not make empty points. */
const MOST_EMPTY = 1000;

const even = (step: TimeStep, hours: number, offset: number, length: number): Cut => ({
  step,
  indexOf: (hour) => Math.floor((hour - offset) / hours),
  startOf: (index) => iso((index * hours + offset) * HOUR, length),
});

const calendar = (unit: 'month' | 'year', months: number, length: number): Cut => ({
  step: { unit, count: 1 },
  indexOf: (hour) => {
    const date = new Date(hour * HOUR);
    return Math.floor((date.getUTCFullYear() * 12 + date.getUTCMonth()) / months);
  },
  startOf: (index) => iso(Date.UTC(Math.floor((index * months) / 12), (index * months) % 12), length),
});

/** From fine to coarse. */
const CUTS: readonly Cut[] = [
  ...[1, 2, 3, 6, 12].map((count) => even({ unit: 'hour', count }, count, 0, 16)),
  even({ unit: 'day', count: 1 }, 24, 0, 10),
  even({ unit: 'week', count: 1 }, 7 * 24, MONDAY, 10),
  calendar('month', 1, 7),
  calendar('year', 12, 4),
];

const iso = (ms: number, length: number): string => new Date(ms).toISOString().slice(0, length);

/**
 * What happened over time, in the smallest steps of which not too many are needed.
 * @param most points; more only where the records span more years.
 * @returns null when nothing was counted by the hour, or nothing has a time.
 */
export function timeline(counts: Counts, most: number): Timeline | null {
  const rows = (rowsIn(counts, ['hour']) ?? []).flatMap((row) => {
    const [value] = row.values;
    return typeof value === 'string' ? [{ row, hour: Date.parse(`${value}Z`) / HOUR }] : [];
  });
  if (rows.length === 0) return null;
  const hours = rows.map(({ hour }) => hour);
  const [first, last] = hours.reduce(([least, greatest], hour) => [Math.min(least, hour), Math.max(greatest, hour)], [
    Infinity,
    -Infinity,
  ] as readonly [number, number]);
  const lengthOf = ({ indexOf }: Cut) => indexOf(last) - indexOf(first) + 1;
  const cut = CUTS.find((one) => lengthOf(one) <= most) ?? CUTS.at(-1)!;
  const steps = new Map<number, Row[]>();
  for (const { row, hour } of rows) {
    const index = cut.indexOf(hour);
    const known = steps.get(index);
    if (known === undefined) steps.set(index, [row]);
    else known.push(row);
  }
  const length = lengthOf(cut);
  const indexes =
    length > MOST_EMPTY ? [...steps.keys()].sort((a, b) => a - b) : Array.from({ length }, (_, i) => cut.indexOf(first) + i);
  return { step: cut.step, points: indexes.map((index) => pointOf(cut.startOf(index), steps.get(index) ?? [])) };
}

function pointOf(start: string, rows: readonly Row[]): TimelinePoint {
  let [delivered, lost, delayed] = [0, 0, 0];
  for (const { counts } of rows) {
    delivered += counts.delivered;
    lost += counts.failed + counts.expired + counts.returned;
    delayed += counts.delayed;
  }
  return { start, delivered, lost, delayed };
}
