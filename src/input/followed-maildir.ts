import { readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Source } from './find.js';
import type { Follower, FollowListener, FollowStatus, ReadOn } from './follow.js';
import { InputError, systemMessage } from './input-error.js';
import { FOLDERS, movedMessage, uniqueName } from './maildir.js';

/** A folder that does not say when it was changed, as on some network file systems, is listed this often. */
const LIST_AGAIN = 60_000;
/** Messages are read in turns, so that other inputs get theirs. */
const TURN = 16;
/** What cannot be read is tried again after so long, and each time after twice as long as before, up to the most. */
const TRY_AGAIN = 1_000;
const MOST_SELDOM = 3_600_000;

/** Whether a path is a Maildir, be it empty. */
export const isMaildirAt = (name: string): boolean =>
  FOLDERS.every((folder) => stats(path.join(name, folder))?.isDirectory() ?? false);

/** Reads one message. @throws InputError */
export type ReadMessage = (source: Source) => Promise<void>;

/** A message that could not be read. */
interface Failed {
  readonly source: Source;
  /** How long it waits, and until when. */
  readonly wait: number;
  readonly until: number;
}

/** The messages that come into a Maildir, each read once, however it is renamed or moved. */
export class FollowedMaildir implements Follower {
  readonly #path: string;
  readonly #read: ReadMessage;
  readonly #listener: FollowListener;
  readonly #known = new Set<string>();
  #waiting: Source[] = [];
  readonly #failed = new Map<string, Failed>();
  #lookedAt = '';
  #listedAt = -Infinity;
  #error: string | null = null;
  #isClosed = false;

  constructor(path: string, read: ReadMessage, listener: FollowListener) {
    this.#path = path;
    this.#read = read;
    this.#listener = listener;
  }

  get status(): FollowStatus {
    const state = this.#isClosed ? 'ended' : this.#error === null ? 'following' : 'failed';
    return { name: this.#path, state, error: this.#error };
  }

  /** Names of all messages that are there. */
  get messages(): Iterable<string> {
    return this.#known;
  }

  async read(): Promise<number> {
    if (this.#isClosed) return 0;
    const now = Date.now();
    this.#list(now, -Infinity);
    return (await this.#readTurn(now)) + (await this.#tryAgain(now));
  }

  /** Reads the messages that are there and not older than `since`; those that are count as read. */
  async readExisting(since: number, read: ReadOn): Promise<void> {
    this.#list(Date.now(), since);
    while (this.#waiting.length > 0) if (!(await read(await this.#readTurn(Date.now())))) return;
  }

  close(): void {
    this.#isClosed = true;
  }

  async #readTurn(now: number): Promise<number> {
    const turn = this.#waiting.splice(0, TURN);
    for (const source of turn) await this.#readOne(source, now);
    return turn.length;
  }

  /** Reads what could not be read before, where it is time. @returns how much could be. */
  async #tryAgain(now: number): Promise<number> {
    let read = 0;
    for (const [name, { source, wait, until }] of [...this.#failed]) {
      // A clock that was put back does not defer it.
      if (now < until && until - now <= wait) continue;
      this.#failed.delete(name);
      if (await this.#readOne(source, now, wait)) read++;
      if (read >= TURN) break;
    }
    return read;
  }

  /** @param waited how long it waited after it could not be read; 0 where it is new. @returns whether it was read. */
  async #readOne(source: Source, now: number, waited = 0): Promise<boolean> {
    try {
      await this.#read(source);
      return true;
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      // Somebody deleted it before it was read: that is how mail is.
      if (!exists(source.path) && movedMessage(source.path) === null) return false;
      if (waited === 0) this.#listener.failed(source.path, error.message);
      const wait = Math.min(MOST_SELDOM, waited === 0 ? TRY_AGAIN : waited * 2);
      this.#failed.set(uniqueName(source.path), { source, wait, until: now + wait });
      return false;
    }
  }

  #list(now: number, since: number): void {
    let look: string;
    try {
      look = FOLDERS.map((folder) => statSync(path.join(this.#path, folder)).mtimeMs).join();
      const quiet = now - this.#listedAt;
      // What comes within the same tick of the folder's clock as the last look changes nothing that can be seen.
      if (look === this.#lookedAt && quiet >= 0 && quiet < LIST_AGAIN && this.#listedAt - newest(look) > 2_000) return;
      const names = new Set<string>();
      for (const folder of FOLDERS) this.#listFolder(folder, names, since);
      for (const name of this.#known) if (!names.has(name)) this.#known.delete(name);
      this.#error = null;
    } catch (error) {
      const message = systemMessage(error);
      if (message !== this.#error) this.#listener.failed(this.#path, message);
      this.#error = message;
      return;
    }
    this.#lookedAt = look;
    this.#listedAt = now;
  }

  #listFolder(folder: string, names: Set<string>, since: number): void {
    const entries = readdirSync(path.join(this.#path, folder), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (!entry.isFile() || entry.name.startsWith('.')) continue;
      const name = uniqueName(entry.name);
      names.add(name);
      if (this.#known.has(name)) continue;
      this.#known.add(name);
      const file = path.join(this.#path, folder, entry.name);
      if (since === -Infinity || (stats(file)?.mtimeMs ?? Infinity) >= since)
        this.#waiting.push({ path: file, named: false, maildir: this.#path });
    }
  }
}

const newest = (look: string): number => Math.max(...look.split(',').map(Number));

function stats(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

const exists = (file: string): boolean => stats(file) !== null;
