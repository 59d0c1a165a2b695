import { readdirSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import type { Source } from './find.js';
import type { Follower, FollowListener, FollowStatus, ReadOn } from './follow.js';
import { InputError, systemMessage } from './input-error.js';
import { FOLDERS, uniqueName } from './maildir.js';

/** A folder that does not say when it was changed, as on some network file systems, is listed this often. */
const LIST_AGAIN = 60_000;
/** Messages are read in turns, so that other inputs get theirs. */
const TURN = 16;

/** Whether a path is a Maildir, be it empty. */
export const isMaildirAt = (name: string): boolean =>
  FOLDERS.every((folder) => stats(path.join(name, folder))?.isDirectory() ?? false);

/** Reads one message. @throws InputError */
export type ReadMessage = (source: Source) => Promise<void>;

/** The messages that come into a Maildir, each read once, however it is renamed or moved. */
export class FollowedMaildir implements Follower {
  readonly #path: string;
  readonly #read: ReadMessage;
  readonly #listener: FollowListener;
  readonly #known = new Set<string>();
  #waiting: Source[] = [];
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
    this.#list(Date.now(), -Infinity);
    return this.#readTurn();
  }

  /** Reads the messages that are there and not older than `since`; those that are count as read. */
  async readExisting(since: number, read: ReadOn): Promise<void> {
    this.#list(Date.now(), since);
    while (this.#waiting.length > 0) if (!(await read(await this.#readTurn()))) return;
  }

  close(): void {
    this.#isClosed = true;
  }

  async #readTurn(): Promise<number> {
    const turn = this.#waiting.splice(0, TURN);
    for (const source of turn) {
      try {
        await this.#read(source);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        // Somebody deleted it before it was read: that is how mail is.
        if (exists(source.path)) this.#listener.failed(source.path, error.message);
      }
    }
    return turn.length;
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
