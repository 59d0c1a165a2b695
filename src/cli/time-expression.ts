import type { Zone } from '../model/zone.js';
import { UsageError } from './exit-code.js';

const DAY = 86_400_000;
const RELATIVE = /^-(\d{1,6})([mhdw])$/;
/** Days from today. */
const DAYS: ReadonlyMap<string, number> = new Map([
  ['yesterday', -1],
  ['today', 0],
  ['tomorrow', 1],
]);
const UNIT: Readonly<Record<string, number>> = { m: 60_000, h: 3_600_000, d: DAY, w: 7 * DAY };
const ISO = /^(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3})\d*)?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * Reads `--since` and `--until`: `yesterday`, `today`, `tomorrow`, `now`, a span before now (`-24h`, `-7d`, `-90m`, `-2w`), a
 * date or a time in ISO 8601, in the zone of the report where it names none.
 * @returns milliseconds since 1970. @throws UsageError
 */
export function parseTime(option: string, value: string, now: number, zone: Zone): number {
  const days = DAYS.get(value);
  if (days !== undefined) return midnight(now, days, zone);
  if (value === 'now') return now;
  const relative = RELATIVE.exec(value);
  if (relative !== null) return now - Number(relative[1]) * UNIT[relative[2]!]!;
  const iso = ISO.exec(value);
  const time = iso === null ? null : parseIso(iso, zone);
  if (time === null) {
    throw new UsageError(
      `--${option}: '${value}' is no time. Use an ISO 8601 date or time (2026-06-05, 2026-06-05T14:00), yesterday, today, -24h or -7d`,
    );
  }
  return time;
}

/** The start of a local day. @param days from today. */
function midnight(now: number, days: number, zone: Zone): number {
  const local = Math.floor((now + zone.offsetAt(now) * 60_000) / DAY + days) * DAY;
  return local - zone.offsetAtLocal(local) * 60_000;
}

function parseIso(parts: RegExpExecArray, zone: Zone): number | null {
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '0', offset] = parts;
  const local = Date.UTC(
    Number(year),
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute),
    Number(second),
    Number(fraction.padEnd(3, '0')),
  );
  const date = new Date(local);
  // A date such as 30 February is none, although the calendar would roll it over.
  if (
    date.getUTCMonth() !== Number(month) - 1 ||
    date.getUTCDate() !== Number(day) ||
    Number(hour) > 23 ||
    Number(minute) > 59 ||
    Number(second) > 59
  )
    return null;
  if (offset === undefined) return local - zone.offsetAtLocal(local) * 60_000;
  if (offset === 'Z') return local;
  const digits = offset.replaceAll(/\D/g, '');
  const minutes = Number(digits.slice(0, 2)) * 60 + Number(digits.slice(2));
  if (Number(digits.slice(0, 2)) > 14 || Number(digits.slice(2)) > 59) return null;
  return local - (offset.startsWith('-') ? -minutes : minutes) * 60_000;
}
