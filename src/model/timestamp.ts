import type { Timestamp } from './evidence.js';

const two = (n: number) => (n < 10 ? `0${n}` : `${n}`);

/** `2026-06-05T14:09:36+02:00`, with milliseconds only where there are any (ISO 8601, RFC 3339). */
export function formatTimestamp(time: Timestamp | null): string | null {
  if (time === null) return null;
  const local = new Date(time.ms + time.offset * 60_000).toISOString();
  const seconds = local.endsWith('.000Z') ? local.slice(0, -5) : local.slice(0, -1);
  if (time.offset === 0) return `${seconds}Z`;
  const minutes = Math.abs(time.offset);
  return `${seconds}${time.offset < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
