const COLON = 58;
const SPACE = 32;
const LOWER_Z = 122;
const SHORTEST_SHORT = 6;
/** The time of a long id takes at least so many characters before its `z`; the inode stands behind it. */
const SHORTEST_TIME = 10;
const LONGEST = 24;

const SHORT = 1;
const LONG = 2;
/** Which kinds of queue id a byte may stand in. */
export const ID_KINDS = new Uint8Array(256);
for (const c of '0123456789ABCDEF') ID_KINDS[c.charCodeAt(0)]! |= SHORT;
// Long ids are written in base 52: digits and letters without the vowels.
for (const c of '0123456789BCDFGHJKLMNPQRSTVWXYZbcdfghjklmnpqrstvwxyz') ID_KINDS[c.charCodeAt(0)]! |= LONG;

/**
 * Finds the end of a Postfix queue id that starts at `start`: short ids are hexadecimal, long ones
 * (`enable_long_queue_ids`) in base 52 with a `z` between time and inode.
 * @returns the position behind the id, or -1 when there is none.
 */
export function queueIdEnd(buf: Buffer, start: number, end: number): number {
  const limit = Math.min(end, start + LONGEST);
  let kind = SHORT | LONG;
  let separator = -1;
  let p = start;
  for (; p < limit; p++) {
    const c = buf[p]!;
    const next = kind & ID_KINDS[c]!;
    if (next === 0) {
      if (ID_KINDS[c] !== 0) return -1;
      break;
    }
    kind = next;
    if (c === LOWER_Z) separator = p;
  }
  const length = p - start;
  if ((kind & SHORT) !== 0 && length >= SHORTEST_SHORT) return p;
  return (kind & LONG) !== 0 && separator - start >= SHORTEST_TIME && separator < p - 1 ? p : -1;
}

/** Finds a queue id at the start of a program's text, where `: ` follows it. @returns its end, or -1. */
export function leadingQueueIdEnd(buf: Buffer, start: number, end: number): number {
  const p = queueIdEnd(buf, start, end);
  return p > 0 && p + 1 < end && buf[p] === COLON && buf[p + 1] === SPACE ? p : -1;
}

/**
 * Finds an id that is none of Postfix's but stands where one must: in front of ` to=<`. Logs that were made anonymous have
 * such ids. @returns its end, or -1.
 */
export function maskedQueueIdEnd(buf: Buffer, start: number, end: number): number {
  let p = start;
  while (p < end && p < start + LONGEST && isAlphanumeric(buf[p]!)) p++;
  const isRecord = buf[p] === COLON && buf[p + 1] === SPACE && buf[p + 2] === 116 && buf[p + 3] === 111 && buf[p + 4] === 61;
  return p - start >= SHORTEST_SHORT && p + 5 < end && isRecord ? p : -1;
}

const isAlphanumeric = (c: number) => (c >= 48 && c <= 57) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);
