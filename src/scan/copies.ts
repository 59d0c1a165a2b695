import { createHash, type Hash } from 'node:crypto';
import type { Content } from '../input/content.js';
import { InputError } from '../input/input-error.js';
import { openFile, passContent } from '../input/read.js';

/** A regular file that holds something. */
export interface Candidate {
  readonly path: string;
  /** The first bytes of what it holds, decompressed. */
  readonly head: Buffer;
  readonly kind: Content;
  /** The size of a plain file; null for a compressed one, which tells it only when it is read. */
  readonly size: number | null;
}

/** A file whose content another one holds too. */
export interface Copy {
  readonly candidate: Candidate;
  readonly note: string;
}

/** What is read with little work first. */
const WORK: readonly Content[] = ['text', 'gzip', 'zstd', 'xz', 'bzip2'];

/** Files that start with the same bytes up to here are compared as a whole. */
export const COMPARED_HEAD = 4096;

/**
 * Finds files that hold the same as another one, or its beginning (a copy made earlier). Only files with the same first
 * line and the same head are read for that.
 */
export async function findCopies(candidates: readonly Candidate[]): Promise<readonly Copy[]> {
  const groups = new Map<string, Candidate[]>();
  for (const candidate of candidates) {
    const line = firstLine(candidate.head);
    const group = groups.get(line);
    if (group === undefined) groups.set(line, [candidate]);
    else group.push(candidate);
  }
  const copies: Copy[] = [];
  for (const group of groups.values()) {
    const alike = group.filter((one) => group.some((other) => other !== one && startAlike(one.head, other.head)));
    if (alike.length > 1) copies.push(...(await copiesAmong(alike)));
  }
  return copies;
}

function firstLine(head: Buffer): string {
  const newline = head.indexOf(10);
  return createHash('sha256')
    .update(head.subarray(0, newline < 0 ? head.length : newline))
    .digest('base64');
}

function startAlike(one: Buffer, other: Buffer): boolean {
  const length = Math.min(one.length, other.length);
  return one.subarray(0, length).equals(other.subarray(0, length));
}

/** The content of a file, known by its hashes. */
interface Hashed {
  readonly candidate: Candidate;
  readonly length: number;
  /** The hash of the first bytes, for each number of them that was asked for, and of all. */
  readonly hashes: ReadonlyMap<number, string>;
  /** Why it could not be read to its end. */
  readonly error: string | null;
}

async function copiesAmong(group: readonly Candidate[]): Promise<readonly Copy[]> {
  const lengths = new Set(group.flatMap(({ size }) => size ?? []));
  const unpacked = new Map<Candidate, Hashed>();
  for (const candidate of group) {
    if (candidate.size === null) unpacked.set(candidate, await hashed(candidate, lengths));
  }
  for (const { length } of unpacked.values()) lengths.add(length);
  const contents: Hashed[] = [];
  for (const candidate of group) {
    const known = unpacked.get(candidate);
    const isKnown = known !== undefined && [...lengths].every((length) => length > known.length || known.hashes.has(length));
    contents.push(isKnown ? known : await hashed(candidate, lengths));
  }
  // The one to read comes first: the longest, then one that is whole, then the one that is the least work.
  contents.sort(
    (a, b) =>
      b.length - a.length ||
      Number(a.error !== null) - Number(b.error !== null) ||
      WORK.indexOf(a.candidate.kind) - WORK.indexOf(b.candidate.kind),
  );
  const kept: Hashed[] = [];
  const copies: Copy[] = [];
  for (const content of contents) {
    const original = kept.find(({ hashes }) => hashes.get(content.length) === content.hashes.get(content.length));
    if (original === undefined || content.length === 0) kept.push(content);
    else copies.push({ candidate: content.candidate, note: noteOn(content, original) });
  }
  return copies;
}

function noteOn({ candidate, length, error }: Hashed, original: Hashed): string {
  const other = original.candidate.path;
  const what =
    length === original.length
      ? `the same content as ${other}, read once`
      : `the beginning of ${other}, of which only the longer one is read`;
  return `${candidate.path}: ${what}${error === null ? '' : ` (${error})`}`;
}

/** Reads a file for its hashes, a live log no further than it reached when it was looked at first. */
async function hashed(candidate: Candidate, lengths: ReadonlySet<number>): Promise<Hashed> {
  const hash = createHash('sha256');
  const hashes = new Map<number, string>();
  const stops = [...lengths].sort((a, b) => a - b);
  const most = candidate.size ?? Infinity;
  let length = 0;
  const take = (chunk: Uint8Array): boolean => {
    for (let at = 0; at < chunk.length && length < most; ) {
      while (stops.length > 0 && stops[0]! <= length) stops.shift();
      const part = chunk.subarray(at, at + Math.min(stops[0] ?? Infinity, most) - length);
      hash.update(part);
      at += part.length;
      length += part.length;
      if (length === stops[0]) hashes.set(length, digestOf(hash));
    }
    return length < most;
  };
  let error: string | null;
  try {
    error = await passContent(openFile(candidate.path), take);
  } catch (failure) {
    if (!(failure instanceof InputError)) throw failure;
    error = failure.message;
  }
  hashes.set(length, digestOf(hash));
  return { candidate, length, hashes, error };
}

const digestOf = (hash: Hash): string => hash.copy().digest('base64');
