import { createHash } from 'node:crypto';
import { type Codec, flag, int, listOf, nullable, record, text, uint } from '../summary/codec.js';

/** So many bytes at the beginning, and before the place up to which a file was read, tell its content. */
export const FINGERPRINT = 4096;

/** How the clock of a log without years stood behind its last line. */
export interface ClockReading {
  readonly year: number;
  readonly lastDay: number;
}

/** A log or an mbox as far as it was read: known by its content, not by its name or place. */
export interface KnownFile {
  /** The hash of its first line. */
  readonly fingerprint: string;
  /** What records call it: in a log the same. */
  readonly name: string;
  /** The hash of its first bytes, and how many these are. */
  readonly headLength: number;
  readonly headHash: string;
  /** Bytes that were read, decompressed: up to the end of a line. */
  readonly length: number;
  /** The hash of the last bytes before that place. */
  readonly tailHash: string;
  /** Where the last line begins that was read, and how many lines were. */
  readonly lineBefore: number;
  readonly lines: number;
  readonly clock: ClockReading | null;
  /** The time of the last line, milliseconds since 1970. */
  readonly lastTime: number | null;
  /** Whether anything in it was recognised. */
  readonly recognised: boolean;
  /** Bytes of a last line without an end, which wait for it. */
  readonly waiting: number;
  /** Compressed files that hold just this, by what can be seen without reading them. */
  readonly packed: readonly string[];
  /** What it was called last, and the last run that saw it. */
  readonly path: string;
  readonly seen: number;
}

export const knownFile: Codec<KnownFile> = record<KnownFile>({
  fingerprint: text,
  name: text,
  headLength: uint,
  headHash: text,
  length: uint,
  tailHash: text,
  lineBefore: uint,
  lines: uint,
  clock: nullable(record<ClockReading>({ year: uint, lastDay: uint })),
  lastTime: nullable(int),
  recognised: flag,
  waiting: uint,
  packed: listOf(text),
  path: text,
  seen: uint,
});

/** A short hash, enough to tell content apart. */
export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('base64url').slice(0, 22);

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;

/** The hash of the first line of a file, as readers name it: without NULs in front and the end of the line. */
export function fingerprintOf(head: Uint8Array): string {
  const newline = head.indexOf(NEWLINE);
  let end = newline < 0 ? head.length : newline;
  if (end > 0 && head[end - 1] === CARRIAGE_RETURN) end--;
  let start = 0;
  while (start < end && head[start] === 0) start++;
  return createHash('sha256').update(head.subarray(start, end)).digest('base64url');
}
