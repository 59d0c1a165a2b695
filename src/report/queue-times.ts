import type { Counts } from '../summary/counts.js';
import type { Delays } from '../summary/delays.js';

/** Seconds in the queue. Percentiles are off by no more than `DELAY_ERROR`, as a part. */
export interface QueueTimes {
  readonly recipients: number;
  readonly p50: number;
  readonly p90: number;
  readonly p95: number;
  readonly p99: number;
  readonly longest: number;
}

/** Recipients that have waited for so many hours, and for less than those of the next. */
export interface WaitingAge {
  readonly hours: number;
  readonly recipients: number;
}

/** From these ages on recipients that wait are told by themselves, in hours. */
const AGES = [0, 1, 4, 12, 24, 48, 72, 120] as const;

/** How long recipients were in the queue until their mail was delivered, and until it was lost; null where there are none. */
export const queueTimes = ({ delays: { delivered, lost } }: Counts) => ({
  delivered: timesOf(delivered),
  lost: timesOf(lost),
});

function timesOf(delays: Delays): QueueTimes | null {
  const recipients = delays.size;
  if (recipients === 0) return null;
  // More digits say nothing.
  const at = (part: number) => Number(delays.percentile(part)!.toPrecision(4));
  return { recipients, p50: at(0.5), p90: at(0.9), p95: at(0.95), p99: at(0.99), longest: at(1) };
}

/** Recipients that are still deferred, by how long their messages have been there when the records end. */
export function waitingByAge({ waiting, lastTime }: Counts): readonly WaitingAge[] {
  if (lastTime === null || waiting.since.size === 0) return [];
  return waiting.byAge(lastTime, AGES).map((recipients, place) => ({ hours: AGES[place]!, recipients }));
}
