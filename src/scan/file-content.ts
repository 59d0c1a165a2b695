import { closeSync, fstatSync, readSync } from 'node:fs';
import { headOfFile, type OpenFile, passContent } from '../input/read.js';
import { FINGERPRINT, hashOf, type KnownFile } from '../state/known-file.js';
import type { Content } from '../state/known-files.js';

/** How a file is opened: anew each time it is read. @throws InputError */
export type Open = () => OpenFile;

const NEWLINE = 10;
/** How far from the end of a file a line end is sought at once. */
const WINDOW = 64 * 1024;
/** The last bytes of a gzip file tell the length of its content, modulo 2^32 (RFC 1952 §2.3.1). */
const GZIP_LENGTH = 4;
const GZIP_MODULUS = 2 ** 32;
/** So many bytes at the end of a compressed file hold its checksum. */
const TRAILER = 64;

/** Reads bytes of an open file; fewer where it is shorter. */
export function bytesAt(descriptor: number, from: number, length: number): Buffer {
  const buffer = Buffer.allocUnsafe(length);
  let read = 0;
  while (read < length) {
    const more = readSync(descriptor, buffer, read, length - read, from + read);
    if (more === 0) break;
    read += more;
  }
  return buffer.subarray(0, read);
}

/** The bytes before a place of an open file, as many as tell it. */
export function tailBefore(descriptor: number, place: number): Buffer {
  const from = Math.max(0, place - FINGERPRINT);
  return bytesAt(descriptor, from, place - from);
}

/** The content of an open plain file. */
export const plainContent = ({ descriptor, sample, stats }: OpenFile): Content => ({
  head: sample,
  length: stats.size,
  hashBefore: (place) => hashOf(tailBefore(descriptor, place)),
});

/** Where the last whole line of a file ends that begins at `from` or behind it; `from` where there is none. */
export function endOfLines(descriptor: number, from: number, size: number): number {
  for (let end = size; end > from; end -= WINDOW) {
    const start = Math.max(from, end - WINDOW);
    const newline = bytesAt(descriptor, start, end - start).lastIndexOf(NEWLINE);
    if (newline >= 0) return start + newline + 1;
  }
  return from;
}

/** What tells a compressed file without reading it: its size, its beginning and its end. */
export function packedMark({ descriptor, sample }: OpenFile): string {
  const { size } = fstatSync(descriptor);
  const trailer = bytesAt(descriptor, Math.max(0, size - TRAILER), Math.min(TRAILER, size));
  return `${size}:${hashOf(Buffer.concat([sample.subarray(0, FINGERPRINT), trailer]))}`;
}

/** Whether a compressed file holds just what is known: it was seen before, or its end tells the length. */
export function holdsJust(file: OpenFile, mark: string, known: KnownFile): boolean {
  if (known.packed.includes(mark)) return true;
  if (file.content !== 'gzip' || known.waiting > 0) return false;
  const { size } = fstatSync(file.descriptor);
  const length = bytesAt(file.descriptor, size - GZIP_LENGTH, GZIP_LENGTH);
  return length.length === GZIP_LENGTH && length.readUInt32LE() === known.length % GZIP_MODULUS;
}

/** What a compressed file holds, as far as it can be read. */
export interface PackedContent extends Content {
  /** Why it could not be read to its end. */
  readonly error: string | null;
  /** What stands behind the known part, as much as tells when it was written. */
  readonly rest: Buffer;
}

/** Reads a compressed file for the hashes before each of the places, without keeping it. */
export async function packedContent(open: Open, head: Buffer, places: readonly number[]): Promise<PackedContent> {
  const stops = [...places].sort((a, b) => a - b);
  const hashes = new Map<number, string>();
  let tail: Buffer = Buffer.alloc(0);
  let rest: Buffer = Buffer.alloc(0);
  let length = 0;
  const error = await passContent(open(), (chunk) => {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + (stops[0] ?? Infinity) - length);
      at += part.length;
      length += part.length;
      tail = lastOf(tail, part);
      if (length === stops[0]) {
        hashes.set(length, hashOf(tail));
        stops.shift();
        rest = Buffer.alloc(0);
      }
      // Of what lies behind the last place that fits only the first bytes matter.
      if (rest.length < WINDOW && hashes.size > 0 && length > [...hashes.keys()].at(-1)!)
        rest = Buffer.concat([rest, part.subarray(0, WINDOW - rest.length)]);
    }
    return true;
  });
  hashes.set(length, hashOf(tail));
  return { head, length, error, rest, hashBefore: (place) => hashes.get(place) ?? '' };
}

/** The last bytes of two parts, as many as tell the content where nothing else is said. */
export function lastOf(before: Buffer, part: Uint8Array, most = FINGERPRINT): Buffer {
  if (part.length >= most) return Buffer.from(part.subarray(part.length - most));
  return Buffer.concat([before.subarray(Math.max(0, before.length + part.length - most)), part]);
}

/** The first bytes of a file, decompressed. */
export const headOf = async (open: Open): Promise<Buffer> => Buffer.from(await headOfFile(open()));

/** Opens a file for as long as an action takes. */
export async function withFile<T>(open: Open, action: (file: OpenFile) => T | Promise<T>): Promise<T> {
  const file = open();
  try {
    return await action(file);
  } finally {
    closeSync(file.descriptor);
  }
}
