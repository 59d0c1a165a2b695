import { closeSync } from 'node:fs';
import path from 'node:path';
import { ChangeHints } from '../input/change-hints.js';
import { isCompressed } from '../input/decompress.js';
import { findSources, isOfMany, type Source } from '../input/find.js';
import type { Follower, FollowListener } from '../input/follow.js';
import { FollowedFiles } from '../input/followed-files.js';
import { FollowedJournal, type JournalWish } from '../input/followed-journal.js';
import { FollowedMaildir, isMaildirAt, type ReadMessage } from '../input/followed-maildir.js';
import { FollowedPath } from '../input/followed-path.js';
import { FollowedStream } from '../input/followed-stream.js';
import { InputError } from '../input/input-error.js';
import { isPipe, openFile, streamOf } from '../input/read.js';
import type { Zone } from '../model/zone.js';
import type { InputFormat } from './input-format.js';
import { orderByTime } from './order.js';

/** How often patterns and folders are searched for new files. */
const SEARCH_AGAIN = 2_000;

/** What is followed. */
export interface LiveWish {
  readonly paths: readonly string[];
  readonly journal: JournalWish | null;
  /** What to read for the path `-`. */
  readonly stdin: NodeJS.ReadStream;
  readonly inputFormat: InputFormat | undefined;
  readonly zone: Zone;
  readonly year: number | undefined;
}

/** What is there when following begins, in the order in which it is to be read. */
export interface ExistingSources {
  /** What does not grow: compressed logs, and files of mails. */
  readonly fixed: readonly Source[];
  readonly logs: readonly FollowedPath[];
  readonly journal: FollowedJournal | null;
  readonly maildirs: readonly FollowedMaildir[];
}

/** The inputs that are followed, those included that appear later. */
export class LiveSources {
  readonly #wish: LiveWish;
  readonly #listener: FollowListener;
  readonly #readMessage: ReadMessage;
  readonly #files = new FollowedFiles();
  readonly #hints = new ChangeHints();
  readonly #paths = new Map<string, FollowedPath>();
  readonly #maildirs = new Map<string, FollowedMaildir>();
  readonly #others: Follower[] = [];
  readonly #complaints = new Set<string>();
  #journal: FollowedJournal | null = null;
  #searchedAt = -Infinity;

  constructor(wish: LiveWish, listener: FollowListener, readMessage: ReadMessage) {
    this.#wish = wish;
    this.#listener = listener;
    this.#readMessage = readMessage;
  }

  get all(): readonly Follower[] {
    const journal = this.#journal === null ? [] : [this.#journal];
    return [...this.#paths.values(), ...journal, ...this.#others, ...this.#maildirs.values()];
  }

  /** The last entry of the journal that was read. */
  get cursor(): string | null {
    return this.#journal?.cursor ?? null;
  }

  /** Names of all messages that are in the Maildirs. */
  *messages(): Iterable<string> {
    for (const maildir of this.#maildirs.values()) yield* maildir.messages;
  }

  /** Whether nothing is to come any more: no file that may grow or appear, only streams that are over. */
  get isOver(): boolean {
    const { all } = this;
    const mayAppear = this.#wish.paths.some((name) => name !== '-' && isOfMany(name));
    return !mayAppear && this.#paths.size === 0 && all.every(({ status }) => status.state === 'ended');
  }

  /** Something may have changed. */
  wake(): void {
    this.#hints.wake();
  }

  /** Resolves when something may have changed. */
  next(): Promise<void> {
    return this.#hints.next();
  }

  /** Opens what took the place of files, while nothing can be read. */
  look(): void {
    for (const one of this.#paths.values()) one.look();
  }

  /** Remembers how far each file was read. */
  mark(): void {
    this.#files.mark();
  }

  close(): void {
    for (const follower of this.all) follower.close();
    this.#hints.close();
  }

  /** Finds what is there, without reading it. */
  async begin(): Promise<ExistingSources> {
    const { paths, journal, inputFormat, zone, year } = this.#wish;
    const found = await findSources(paths.filter((name) => name !== '-'));
    for (const note of found.notes) this.#listener.note(note);
    // One that holds nothing yet is not found by its messages.
    for (const name of paths) if (isMaildirAt(name)) this.#addMaildir(name);
    const files: Source[] = [];
    for (const source of found.sources) {
      if (source.maildir !== undefined) this.#addMaildir(source.maildir);
      else if (isPipe(source.path)) this.#addPipe(source.path);
      else files.push(source);
    }
    const ordered = await orderByTime(files, zone, year, inputFormat ?? null);
    const fixed: Source[] = [];
    for (const { source, holds } of ordered.sources) {
      if (holds === 'mail' || isPacked(source.path)) fixed.push(source);
      else this.#addPath(source.path);
    }
    // What is not there, or cannot be read, may be later.
    for (const name of paths)
      if (name !== '-' && !isOfMany(name) && !isPipe(name) && !this.#isFixed(name, fixed)) this.#addPath(name);
    for (const error of [...found.errors, ...ordered.errors]) {
      if (!this.#paths.has(error.path) && !this.#maildirs.has(error.path)) this.#complain(error);
    }
    const waiting = [...this.#paths.values()].filter(({ path: name }) => found.errors.some((error) => error.path === name));
    for (const one of waiting) this.#listener.note(`${one.path}: is not there yet, and is read when it is`);
    if (paths.includes('-')) this.#addStream('(stdin)', this.#wish.stdin);
    if (journal !== null) this.#journal = new FollowedJournal(journal, this.#listener, this.#hints.wake);
    this.#watch();
    this.#searchedAt = Date.now();
    return { fixed, logs: [...this.#paths.values()], journal: this.#journal, maildirs: [...this.#maildirs.values()] };
  }

  #isFixed(name: string, fixed: readonly Source[]): boolean {
    return fixed.some((source) => source.path === name);
  }

  /** Searches patterns and folders for what is new, when it is time. */
  async search(now: number): Promise<void> {
    if (now - this.#searchedAt < SEARCH_AGAIN && now >= this.#searchedAt) return;
    this.#searchedAt = now;
    // One that was not there at the beginning.
    for (const name of this.#wish.paths) if (isMaildirAt(name)) this.#addMaildir(name);
    const many = this.#wish.paths.filter((name) => name !== '-' && !this.#maildirs.has(name) && isOfMany(name));
    const found = await findSources(many);
    for (const { path: name, maildir } of found.sources) {
      if (maildir !== undefined) this.#addMaildir(maildir);
      else if (!this.#paths.has(name) && !isPacked(name) && !isPipe(name)) this.#addPath(name);
    }
    // What is a folder by now is not waited for as a file any more.
    const files = this.#wish.paths.filter((name) => !many.includes(name) && !this.#maildirs.has(name));
    const there = new Set([...found.sources.map((source) => source.path), ...files]);
    for (const [name, follower] of this.#paths) {
      if (there.has(name) || !follower.isGone) continue;
      follower.close();
      this.#paths.delete(name);
    }
    for (const error of found.errors) this.#complain(error);
    this.#watch();
  }

  #addPath(name: string): void {
    if (!this.#paths.has(name)) this.#paths.set(name, new FollowedPath(name, this.#files, this.#listener));
  }

  #addMaildir(name: string): void {
    if (!this.#maildirs.has(name)) this.#maildirs.set(name, new FollowedMaildir(name, this.#readMessage, this.#listener));
  }

  #addPipe(name: string): void {
    try {
      this.#addStream(name, streamOf(openFile(name)));
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      this.#complain(error);
    }
  }

  #addStream(name: string, stream: NodeJS.ReadableStream): void {
    const readable = stream as NodeJS.ReadStream;
    this.#others.push(new FollowedStream(name, readable, this.#listener.began(name), this.#hints.wake));
  }

  /** Says what is wrong, once. */
  #complain({ path: name, message }: InputError): void {
    const said = `${name} ${message}`;
    if (this.#complaints.has(said)) return;
    this.#complaints.add(said);
    this.#listener.failed(name, message);
  }

  #watch(): void {
    const folders = [...this.#paths.keys()].map((name) => path.dirname(name));
    const boxes = [...this.#maildirs.keys()].flatMap((name) => [path.join(name, 'new'), path.join(name, 'cur')]);
    this.#hints.watch(new Set([...folders, ...boxes]));
  }
}

function isPacked(name: string): boolean {
  try {
    const { content, descriptor } = openFile(name);
    closeSync(descriptor);
    return isCompressed(content);
  } catch {
    return false;
  }
}
