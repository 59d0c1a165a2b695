import type { Zone } from './zone.js';

const DAY = 86_400_000;

/** The first instant of the day of a time in a zone, or of one `days` later; milliseconds since 1970. */
export function dayStart(time: number, zone: Zone, days = 0): number {
  const local = time + zone.offsetAt(time) * 60_000;
  const midnight = Math.floor(local / DAY) * DAY + days * DAY;
  return midnight - zone.offsetAtLocal(midnight) * 60_000;
}
