import { closeSync, constants, fstatSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';
import { SAMPLE } from './content.js';
import type { FollowMarks, FollowReader } from './follow.js';
import { LONGEST_LINE } from './line-framer.js';

/** So many bytes at its beginning, and before the place that was read to, tell a file by its content. */
const MARK = 4096;
/** The first line may be longer. */
const HEAD = SAMPLE;
/** A line that is not ended stands behind the place up to which a file counts as read. */
const KEPT = MARK + 2 * LONGEST_LINE;

/** An open file that grows, and what reads it. It keeps its content when it is renamed or deleted. */
export class FollowedFile implements FollowMarks {
  readonly path: string;
  /** The device and the inode: the same for every name of the file. */
  readonly identity: string;
  readonly #descriptor: number;
  readonly #reader: FollowReader;
  #position: number;
  #head: Buffer;
  #tail: Buffer;
  #lookedAt = '';
  /** When anything was read last, or the file was opened; milliseconds since 1970. */
  grewAt: number;

  constructor(file: { path: string; identity: string; descriptor: number }, reader: FollowReader, from: number, now: number) {
    this.path = file.path;
    this.identity = file.identity;
    this.#descriptor = file.descriptor;
    this.#reader = reader;
    this.#position = from;
    this.grewAt = now;
    this.#head = bytesAt(file.descriptor, 0, Math.min(HEAD, from));
    const kept = Math.min(KEPT, from);
    this.#tail = bytesAt(file.descriptor, from - kept, kept);
  }

  get position(): number {
    return this.#position;
  }

  get head(): Buffer {
    return this.#head;
  }

  tailBefore(place: number): Buffer {
    const end = this.#tail.length - (this.#position - place);
    return this.#tail.subarray(Math.max(0, end - MARK), Math.max(0, end));
  }

  get size(): number {
    return fstatSync(this.#descriptor).size;
  }

  /** Whether no name leads to it any more. */
  get isDeleted(): boolean {
    return fstatSync(this.#descriptor).nlink === 0;
  }

  /** Whether the file was cut, or written anew, since it was read: then it no longer holds what was read of it. */
  get isCut(): boolean {
    const { size, mtimeMs } = fstatSync(this.#descriptor);
    if (size < this.#position) return true;
    const look = `${size} ${mtimeMs}`;
    if (look === this.#lookedAt || this.#head.length === 0) return false;
    this.#lookedAt = look;
    return !this.#beginsAlike(this.#descriptor, Infinity);
  }

  /** Reads the next block. @param until the byte behind the last that is wanted. */
  read(now: number, until = Infinity): number {
    return this.#readFrom(this.#descriptor, now, until);
  }

  #readFrom(descriptor: number, now: number, until: number): number {
    const length = this.#reader.fill((buffer, at, room) => {
      const read = readSync(descriptor, buffer, at, Math.min(room, until - this.#position), this.#position);
      this.#remember(buffer.subarray(at, at + read));
      return read;
    });
    this.#position += length;
    if (length > 0) this.grewAt = now;
    return length;
  }

  #remember(bytes: Buffer): void {
    if (this.#head.length < HEAD) this.#head = Buffer.concat([this.#head, bytes.subarray(0, HEAD - this.#head.length)]);
    const before =
      bytes.length >= KEPT ? Buffer.alloc(0) : this.#tail.subarray(Math.max(0, this.#tail.length + bytes.length - KEPT));
    this.#tail = Buffer.concat([before, bytes.subarray(-KEPT)]);
  }

  /**
   * The file was cut after it was copied (copytruncate of logrotate): what was written between the last look and the copy is
   * read from that, if it is beside the file and not compressed yet. @returns the path of the copy; null where none is.
   */
  readRestFromCopy(now: number): string | null {
    const folder = path.dirname(this.path);
    const name = path.basename(this.path);
    for (const other of namesIn(folder)) {
      if (!other.startsWith(name) || other === name) continue;
      const copy = openPlain(path.join(folder, other));
      if (copy === null) continue;
      try {
        if (copy.identity === this.identity || !this.#isIn(copy)) continue;
        while (this.#readFrom(copy.descriptor, now, Infinity) > 0);
        return path.join(folder, other);
      } finally {
        closeSync(copy.descriptor);
      }
    }
    return null;
  }

  /** Whether a file begins with all that was read of this one. */
  #isIn({ descriptor, size }: PlainOpen): boolean {
    const tail = this.tailBefore(this.#position);
    return (
      this.#position > 0 &&
      size >= this.#position &&
      this.#beginsAlike(descriptor, size) &&
      bytesAt(descriptor, this.#position - tail.length, tail.length).equals(tail)
    );
  }

  /** Whether an open file begins as this one does, as far as both go. */
  isLike(descriptor: number, size: number): boolean {
    return size > 0 && this.#head.length > 0 && this.#beginsAlike(descriptor, size);
  }

  #beginsAlike(descriptor: number, size: number): boolean {
    const length = Math.min(size, MARK, this.#head.length);
    return bytesAt(descriptor, 0, length).equals(this.#head.subarray(0, length));
  }

  /** Remembers how far it was read. */
  mark(): void {
    this.#reader.mark(this);
  }

  /** No more of it is read. @param isWhole whether half a line at its end is a line all the same. */
  end(isWhole: boolean): void {
    this.#reader.end(isWhole);
    this.mark();
    closeSync(this.#descriptor);
  }

  /** The reader is done with what the file held; the file itself goes on with another one. */
  restart(began: () => FollowReader, now: number): FollowedFile {
    this.#reader.end(false);
    this.mark();
    return new FollowedFile({ path: this.path, identity: this.identity, descriptor: this.#descriptor }, began(), 0, now);
  }
}

interface PlainOpen {
  readonly descriptor: number;
  readonly identity: string;
  readonly size: number;
}

/** Opens a plain file; null for what is none, or cannot be read. */
function openPlain(file: string): PlainOpen | null {
  let descriptor: number;
  try {
    descriptor = openSync(file, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch {
    return null;
  }
  const stats = fstatSync(descriptor, { bigint: true });
  if (stats.isFile()) return { descriptor, identity: `${stats.dev}:${stats.ino}`, size: Number(stats.size) };
  closeSync(descriptor);
  return null;
}

function bytesAt(descriptor: number, place: number, length: number): Buffer {
  const bytes = Buffer.alloc(length);
  return bytes.subarray(0, readSync(descriptor, bytes, 0, length, place));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort();
  } catch {
    return [];
  }
}
