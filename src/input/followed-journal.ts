import { type ChildProcess, spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import type { Follower, FollowListener, FollowReader, FollowStatus, ReadOn } from './follow.js';

const NEWLINE = 10;
/** An entry that is longer is not waited for: it is no line of an MTA. */
const LONGEST_ENTRY = 1024 * 1024;
/** Pauses before journalctl is started again, doubled each time until it lasts. */
const FIRST_PAUSE = 1_000;
const LONGEST_PAUSE = 60_000;
/** It lasts when it ran for so long. */
const LASTING = 30_000;
const MOST_COMPLAINT = 500;
/** The facility of mail (syslog(3)), which MTAs log with. */
const MAIL_FACILITY = 'SYSLOG_FACILITY=2';
const CURSOR = /"__CURSOR"\s*:\s*"([^"\\]*)"/;

/** What of the journal is followed. */
export interface JournalWish {
  /** Units, as journalctl takes them; all that is logged as mail when there are none. */
  readonly units: readonly string[];
  /** From when on entries are read, milliseconds since 1970, unless a cursor is known. */
  readonly since: number;
  /** The last entry that was read. */
  readonly cursor: string | null;
}

/** The journal of systemd, as journalctl prints it. It goes on behind the last entry when journalctl has to be started again. */
export class FollowedJournal implements Follower {
  readonly #wish: JournalWish;
  readonly #reader: FollowReader;
  readonly #listener: FollowListener;
  readonly #wake: () => void;
  #cursor: string | null;
  #child: ChildProcess | null = null;
  #output: Readable | null = null;
  #rest: Buffer = Buffer.alloc(0);
  #complaint = '';
  #startedAt = 0;
  #startAgainAt = 0;
  #pause = FIRST_PAUSE;
  #error: string | null = null;
  #isClosed = false;

  constructor(wish: JournalWish, listener: FollowListener, wake: () => void) {
    this.#wish = wish;
    this.#cursor = wish.cursor;
    this.#listener = listener;
    this.#wake = wake;
    this.#reader = listener.began(this.#name);
  }

  readonly #name = 'journal';

  /** The last entry that was read; null before the first. */
  get cursor(): string | null {
    return this.#cursor;
  }

  get status(): FollowStatus {
    const state = this.#isClosed ? 'ended' : this.#error === null ? 'following' : 'failed';
    return { name: this.#name, state, error: this.#error };
  }

  read(): number {
    if (this.#isClosed) return 0;
    if (this.#child === null) {
      if (Date.now() < this.#startAgainAt) return 0;
      this.#start(true);
    }
    return this.#take();
  }

  /** Reads what the journal holds now. @param read is told of each piece. */
  async readExisting(read: ReadOn): Promise<void> {
    const child = this.#start(false);
    const closed = new Promise<void>((resolve) => child.once('close', () => resolve()));
    for (;;) {
      const bytes = this.#take();
      if (bytes > 0) {
        if (!(await read(bytes))) return;
        continue;
      }
      if (this.#child === null) break;
      await Promise.race([new Promise((resolve) => this.#output?.once('readable', resolve)), closed]);
    }
    this.#startAgainAt = 0;
    this.#pause = FIRST_PAUSE;
  }

  close(): void {
    if (this.#isClosed) return;
    this.#isClosed = true;
    this.#child?.kill('SIGTERM');
    this.#reader.end(false);
  }

  #start(isFollowing: boolean): ChildProcess {
    const { units, since } = this.#wish;
    const from = this.#cursor === null ? `--since=@${(since / 1000).toFixed(3)}` : `--after-cursor=${this.#cursor}`;
    const matches = units.length === 0 ? [MAIL_FACILITY] : units.map((unit) => `--unit=${unit}`);
    const args = [
      '--output=json',
      '--no-pager',
      '--quiet',
      '--lines=all',
      from,
      ...(isFollowing ? ['--follow'] : []),
      ...matches,
    ];
    this.#rest = Buffer.alloc(0);
    this.#complaint = '';
    this.#startedAt = Date.now();
    const child = spawn('journalctl', args, { stdio: ['ignore', 'pipe', 'pipe'] });
    this.#child = child;
    this.#output = child.stdout;
    child.stdout.on('readable', this.#wake);
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.#complaint = (this.#complaint + text).slice(0, MOST_COMPLAINT);
    });
    let failure: Error | null = null;
    child.on('error', (error) => {
      failure = error;
      if (child.pid === undefined) this.#ended(child, null, null, error, isFollowing);
    });
    child.on('close', (code, signal) => this.#ended(child, code, signal, failure, isFollowing));
    return child;
  }

  /** Reads whole entries; the rest of one waits for its end. */
  #take(): number {
    const chunk = (this.#output?.read() ?? null) as Buffer | null;
    if (chunk === null) return 0;
    const bytes = this.#rest.length === 0 ? chunk : Buffer.concat([this.#rest, chunk]);
    const end = bytes.lastIndexOf(NEWLINE) + 1;
    this.#rest = Buffer.from(bytes.subarray(end));
    if (end > 0) {
      this.#reader.push(bytes.subarray(0, end));
      const last = bytes.toString('utf8', bytes.lastIndexOf(NEWLINE, end - 2) + 1, end);
      this.#cursor = CURSOR.exec(last)?.[1] ?? this.#cursor;
      this.#error = null;
    } else if (this.#rest.length > LONGEST_ENTRY) {
      this.#rest = Buffer.alloc(0);
    }
    return chunk.length;
  }

  #ended(child: ChildProcess, code: number | null, signal: string | null, failure: Error | null, wasFollowing: boolean): void {
    if (this.#child !== child || this.#isClosed) return;
    // What it wrote before is read to its end.
    while (this.#take() > 0);
    this.#child = null;
    this.#output = null;
    const now = Date.now();
    if (now - this.#startedAt > LASTING) this.#pause = FIRST_PAUSE;
    this.#startAgainAt = now + this.#pause;
    this.#pause = Math.min(LONGEST_PAUSE, this.#pause * 2);
    if (wasFollowing || code !== 0) this.#fail(failureOf(code, signal, failure, this.#complaint.trim()));
    this.#wake();
  }

  #fail(message: string): void {
    if (message === this.#error) return;
    this.#error = message;
    this.#listener.failed(this.#name, message);
  }
}

function failureOf(code: number | null, signal: string | null, failure: Error | null, complaint: string): string {
  if (failure !== null) {
    return (failure as NodeJS.ErrnoException).code === 'ENOENT'
      ? 'journalctl is not installed, or not on PATH: give the log files instead'
      : `journalctl cannot be run: ${failure.message}`;
  }
  const how = signal === null ? `ended with ${code}` : `was ended by ${signal}`;
  return `journalctl ${how}, and is started again${complaint === '' ? '' : ` (${complaint})`}`;
}
