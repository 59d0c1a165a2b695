import { readSync } from 'node:fs';

const NEWLINE = 10;
/** How far around a place a line is sought at once. */
const WINDOW = 64 * 1024;

/** Where a file can be cut. */
export interface Cut {
  /** The first byte of a line. */
  readonly at: number;
  /** The lines before it, as far as they were looked at; the first may have lost its beginning. */
  readonly before: Buffer;
  /** Where the line before it begins; `at` where that is too long to be of use. */
  readonly lineBefore: number;
}

/**
 * Finds the first line that starts at a byte or behind it. A line belongs to the part of a file in which it starts.
 * @param descriptor an open plain file. @returns null when no line starts there.
 */
export function cutAt(descriptor: number, byte: number): Cut | null {
  const buffer = Buffer.allocUnsafe(WINDOW);
  let at = -1;
  for (let from = byte - 1; at < 0; from += WINDOW) {
    const read = readSync(descriptor, buffer, 0, WINDOW, from);
    if (read === 0) return null;
    const newline = buffer.subarray(0, read).indexOf(NEWLINE);
    if (newline >= 0) at = from + newline + 1;
  }
  const from = Math.max(0, at - WINDOW);
  const before = Buffer.allocUnsafe(at - from);
  readSync(descriptor, before, 0, before.length, from);
  const newline = before.lastIndexOf(NEWLINE, before.length - 2);
  const lineBefore = before.length < 2 || (newline < 0 && from > 0) ? at : from + newline + 1;
  return { at, before, lineBefore };
}
