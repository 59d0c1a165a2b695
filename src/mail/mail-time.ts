import type { Timestamp } from '../model/evidence.js';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Zone names that RFC 5322 §4.3 keeps, and those that programs write beside them, in minutes east of UTC. */
const ZONES: Readonly<Record<string, number>> = {
  ut: 0,
  utc: 0,
  gmt: 0,
  z: 0,
  est: -300,
  edt: -240,
  cst: -360,
  cdt: -300,
  mst: -420,
  mdt: -360,
  pst: -480,
  pdt: -420,
  jst: 540,
  cet: 60,
  cest: 120,
  bst: 60,
  msk: 180,
};

const RFC_5322 =
  /(\d{1,2})[ \t-]{1,4}([a-z]{3})[a-z]{0,6}[ \t-]{1,4}(\d{2,4})[ \t]{1,4}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:\.\d{1,9})?(?:[ \t]{0,4}([+-]\d{4}|\(?[a-z]{1,5}\b))?/i;

/** The moment of a date-time (RFC 5322 §3.3, its obsolete forms, or ISO 8601); null where it is none. */
export function readMailTime(value: string | null): Timestamp | null {
  if (value === null) return null;
  const [, day, month = '', year, hour, minute, second, zone] = RFC_5322.exec(value.slice(0, 120)) ?? [];
  if (day === undefined) return isoTime(value);
  const index = MONTHS.indexOf(month.toLowerCase());
  if (index < 0) return null;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second ?? 0) > 60) return null;
  const midnight = new Date(Date.UTC(fullYear(Number(year)), index, Number(day)));
  // A day that the month does not have would be one of the next month.
  if (midnight.getUTCDate() !== Number(day)) return null;
  const offset = offsetOf(zone ?? '');
  const seconds = Number(hour) * 3600 + Number(minute) * 60 + Number(second ?? 0);
  return { ms: midnight.getTime() + seconds * 1000 - offset * 60_000, offset };
}

/** Years of two digits are those of RFC 5322 §4.3. */
const fullYear = (year: number) => (year < 50 ? 2000 + year : year < 1000 ? 1900 + year : year);

function offsetOf(zone: string): number {
  const [, sign, hours, minutes] = /^([+-])(\d{2})(\d{2})$/.exec(zone) ?? [];
  if (sign === undefined) return ZONES[zone.replace('(', '').toLowerCase()] ?? 0;
  const offset = Number(hours) * 60 + Number(minutes);
  return Math.abs(offset) > 1440 ? 0 : sign === '-' ? -offset : offset;
}

function isoTime(value: string): Timestamp | null {
  const [text, zone] = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(Z|[+-]\d{2}:?\d{2})?/.exec(value.slice(0, 120)) ?? [];
  if (text === undefined) return null;
  const ms = Date.parse(zone === undefined ? `${text}Z` : text);
  return Number.isNaN(ms) ? null : { ms, offset: zone === undefined ? 0 : offsetOf(zone.replace(':', '')) };
}
