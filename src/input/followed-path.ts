import { closeSync, statSync } from 'node:fs';
import { isCompressed } from './decompress.js';
import type { Follower, FollowListener, FollowStatus, ReadOn } from './follow.js';
import { FollowedFile } from './followed-file.js';
import type { FollowedFiles } from './followed-files.js';
import { InputError } from './input-error.js';
import { type OpenFile, openFile } from './read.js';

/** A file that was renamed or deleted is read on until nothing came for so long: who writes it may not know yet. */
const QUIET = 60_000;
/** Where nobody writes to the file that took its place either, it is waited for longer. */
const UNSURE = 3_600_000;
/** What may become a copy of what was read is looked at for so long before it is taken for another log. */
const UNCLEAR = 10_000;
/** More files than this are not kept open for one name. */
const MOST_FILES = 8;

/**
 * The file under one name, wherever log rotation takes it: renamed and made anew, copied and cut, deleted and made again. What
 * was written to a file before another took its place is read before the other.
 */
export class FollowedPath implements Follower {
  readonly path: string;
  readonly #files: FollowedFiles;
  readonly #listener: FollowListener;
  /** Those that had the name before, and last the one that has it. */
  #chain: FollowedFile[] = [];
  #lookedAt = '';
  #unclearSince: number | null = null;
  #error: string | null = null;
  /** Whether what was read last could not be: then its being there does not yet mean that it is followed. */
  #isUnreadable = false;
  #state: FollowStatus['state'] = 'waiting';

  constructor(path: string, files: FollowedFiles, listener: FollowListener) {
    this.path = path;
    this.#files = files;
    this.#listener = listener;
  }

  get status(): FollowStatus {
    return { name: this.path, state: this.#state, error: this.#error };
  }

  /** Whether nothing is under the name, and nothing that was is read any more. */
  get isGone(): boolean {
    return this.#chain.length === 0 && this.#state !== 'following';
  }

  read(): number {
    const now = Date.now();
    this.#look(now);
    for (const [i, file] of [...this.#chain].entries()) {
      const bytes = this.#readFile(file, now);
      // One after the other: a later file goes on where an earlier one ended.
      if (bytes > 0) return bytes;
      // What could not be read was let go, and is closed.
      if (!this.#chain.includes(file)) continue;
      if (i < this.#chain.length - 1 || file.isDeleted) this.#letGo(file, now);
    }
    return 0;
  }

  /** Opens what is under the name now, so that it is not lost where it is renamed before anything can be read. */
  look(): void {
    this.#look(Date.now());
  }

  /** Reads what the file holds now, and not what comes in the meantime. @param read is told of each block. */
  async readExisting(read: ReadOn): Promise<void> {
    this.#look(Date.now());
    const file = this.#chain.at(-1);
    if (file === undefined) return;
    const { size } = file;
    while (file.position < size) {
      const bytes = this.#guarded(file, () => file.read(Date.now(), size));
      if (bytes === 0 || !(await read(bytes))) return;
    }
  }

  close(): void {
    for (const file of this.#chain) this.#end(file, false);
    this.#chain = [];
    this.#state = 'ended';
  }

  #readFile(file: FollowedFile, now: number): number {
    return this.#guarded(file, () => {
      if (!file.isCut) return file.read(now);
      this.#startAnew(file, now);
      return 1;
    });
  }

  /** The file was cut: what it held was copied before, and what it holds now is another input. */
  #startAnew(file: FollowedFile, now: number): void {
    const before = file.position;
    const copy = file.readRestFromCopy(now);
    const rest = file.position - before;
    this.#listener.note(
      copy === null
        ? `${this.path}: was cut after ${before} bytes, and is read from its start`
        : `${this.path}: was copied and cut, and is read from its start${rest > 0 ? `; the last ${rest} bytes before were read from ${copy}` : ''}`,
    );
    this.#files.remove(file);
    const anew = file.restart(() => this.#listener.began(this.path), now);
    this.#files.add(anew);
    this.#chain = this.#chain.map((one) => (one === file ? anew : one));
  }

  /** Does something with a file; one that fails is let go, and opened again by its name. */
  #guarded(file: FollowedFile, action: () => number): number {
    try {
      const bytes = action();
      this.#isUnreadable = false;
      return bytes;
    } catch (error) {
      this.#failRead(error);
      this.#end(file, false);
      this.#chain = this.#chain.filter((one) => one !== file);
      return 0;
    }
  }

  /** What is there cannot be read, and is opened again. It stays failed until it can, so that this is told once. */
  #failRead(error: unknown): void {
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
    this.#isUnreadable = true;
    this.#lookedAt = '';
    this.#fail((error as Error).message);
  }

  /** Looks what is under the name now. */
  #look(now: number): void {
    let identity: string;
    let look: string;
    let isFolder: boolean;
    try {
      const stats = statSync(this.path, { bigint: true });
      isFolder = stats.isDirectory();
      identity = `${stats.dev}:${stats.ino}`;
      // Who may read it can change without its content: that changes its ctime alone.
      look = `${identity} ${stats.size} ${stats.mtimeNs} ${stats.ctimeNs}`;
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code !== 'ENOENT' && code !== 'ENOTDIR') this.#fail((error as Error).message);
      else if (this.#chain.length === 0) this.#wait();
      else this.#follow();
      this.#lookedAt = '';
      return;
    }
    if (isFolder && this.#chain.length === 0) {
      // Who looks for files finds those in it.
      this.#wait();
      return;
    }
    if (this.#chain.at(-1)?.identity === identity) {
      // It may have been out of reach for a while.
      if (!this.#isUnreadable) this.#follow();
      return;
    }
    if (look === this.#lookedAt) return;
    this.#lookedAt = look;
    this.#open(identity, now);
  }

  #open(identity: string, now: number): void {
    let opened: ReturnType<typeof openFile>;
    try {
      opened = openFile(this.path);
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#fail(error.message);
      return;
    }
    const { descriptor, stats } = opened;
    let file: FollowedFile | null = null;
    try {
      const found = this.#judge(opened, identity, now);
      if (typeof found === 'string') this.#fail(found);
      else if (found !== null)
        file = new FollowedFile({ path: this.path, identity, descriptor }, found.reader, Math.min(found.from, stats.size), now);
    } catch (error) {
      this.#failRead(error);
    } finally {
      if (file === null) closeSync(descriptor);
    }
    if (file === null) return;
    this.#files.add(file);
    this.#chain.push(file);
    if (!this.#isUnreadable) this.#follow();
    this.#unclearSince = null;
    if (this.#chain.length > MOST_FILES) this.#end(this.#chain.shift()!, true);
  }

  /** What reads a file; null when it is not read, or not yet, and words for what cannot be followed. */
  #judge(opened: OpenFile, identity: string, now: number): ReturnType<FollowListener['found']> {
    const { descriptor, content, stats } = opened;
    if (!stats.isFile()) return 'is no file';
    if (isCompressed(content)) return 'is compressed, and does not grow: give it to bouncelens report';
    if (content === 'binary') return 'is a binary file, not a log';
    if (this.#files.has(identity, descriptor, stats.size)) {
      if (this.#chain.length === 0) this.#state = 'ended';
      return null;
    }
    this.#unclearSince ??= now;
    const found = this.#listener.found(opened, Math.abs(now - this.#unclearSince) < UNCLEAR);
    // It is looked at again, also where it does not change.
    if (found === null) this.#lookedAt = '';
    return found;
  }

  /** Lets a file go that lost its name, when nobody seems to write to it any more. */
  #letGo(file: FollowedFile, now: number): void {
    const next = this.#chain[this.#chain.indexOf(file) + 1];
    const patience = next === undefined || next.position > 0 ? QUIET : UNSURE;
    const quiet = now - file.grewAt;
    // A clock that was put back makes nothing quiet.
    if (quiet < 0) file.grewAt = now;
    if (quiet < patience) return;
    this.#end(file, true);
    this.#chain = this.#chain.filter((one) => one !== file);
    if (this.#chain.length === 0) this.#wait();
  }

  #end(file: FollowedFile, isWhole: boolean): void {
    this.#files.remove(file);
    file.end(isWhole);
  }

  #follow(): void {
    this.#state = 'following';
    this.#error = null;
  }

  #wait(): void {
    this.#state = 'waiting';
    this.#error = null;
  }

  #fail(message: string): void {
    this.#state = 'failed';
    if (message === this.#error) return;
    this.#error = message;
    this.#listener.failed(this.path, message);
  }
}
