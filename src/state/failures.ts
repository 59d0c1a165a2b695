import { ByteReader } from '../summary/byte-reader.js';
import { ByteWriter } from '../summary/byte-writer.js';
import type { Returns } from '../summary/returns.js';

/** Hours after which no bounce mail tells of a failure any more. */
const REMEMBERED = 30 * 24;
/** So many parts are kept before they are put together. */
const MOST_PARTS = 40;
/** A failure of a log without times has no hour. */
const NO_HOUR = 2 ** 40;

/** The failures that one run read, which bounce mails may tell of: by their key, with their hour. Read only when there are mails. */
export interface FailurePart {
  /** The hour of the newest, counted from 1970. */
  readonly newest: number;
  readonly bytes: Uint8Array;
}

/** Writes down what was read; null where that is nothing. */
export function partOf(returns: Returns): FailurePart | null {
  const to = new ByteWriter();
  let newest = 0;
  const failures = [...returns.failures];
  if (failures.length === 0) return null;
  to.uint(failures.length);
  for (const [key, hour] of failures) {
    if (hour !== Infinity && hour > newest) newest = hour;
    to.uint(hour === Infinity ? NO_HOUR : Math.max(0, hour));
    to.uint(key);
  }
  return { newest, bytes: Uint8Array.from(to.finish()) };
}

/** Has all failures remembered. @throws ByteError */
export function rememberAll(parts: readonly FailurePart[], returns: Returns): void {
  for (const { bytes } of parts) {
    const from = new ByteReader(bytes);
    for (let left = from.uint(); left > 0; left--) {
      const hour = from.uint();
      returns.remember(from.uint(), hour === NO_HOUR ? Infinity : hour);
    }
  }
}

/** Leaves out parts that are too old, and says whether there are so many that they should be one. */
export function recent(parts: readonly FailurePart[]): { readonly parts: readonly FailurePart[]; readonly areMany: boolean } {
  const newest = Math.max(0, ...parts.map((part) => part.newest));
  const kept = parts.filter((part) => part.newest === 0 || part.newest >= newest - REMEMBERED);
  return { parts: kept, areMany: kept.length > MOST_PARTS };
}
