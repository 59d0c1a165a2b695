import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach } from 'vitest';
import { bounced, log, ndjson, queued, removed, Workplace } from './bouncelens.js';

const PATIENCE = 15_000;

/** Waits until something holds. */
export async function until<T>(what: () => T | Promise<T>, why = 'waited for too long'): Promise<NonNullable<T>> {
  const limit = Date.now() + PATIENCE;
  for (;;) {
    const found = await what();
    if (found) return found;
    if (Date.now() > limit) throw new Error(why);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

export interface Told {
  readonly id: string;
  readonly queueId: string;
  readonly recipient: string;
  readonly file: string;
  readonly line: number | null;
  readonly reason: string;
  readonly rule: string;
  readonly action: string;
  readonly sourceType: string;
}

/** A run of `watch`. */
class Watching {
  readonly child: ChildProcessWithoutNullStreams;
  readonly #out: Buffer[] = [];
  readonly #err: Buffer[] = [];
  readonly #closed: Promise<number | null>;
  hasEnded = false;

  constructor(child: ChildProcessWithoutNullStreams, takes: boolean) {
    this.child = child;
    if (takes) this.take();
    child.stderr.on('data', (chunk: Buffer) => this.#err.push(chunk));
    this.#closed = new Promise((resolve) => {
      child.on('close', (code) => {
        this.hasEnded = true;
        resolve(code);
      });
    });
  }

  /** Reads what is printed, from now on. */
  take(): void {
    this.child.stdout.on('data', (chunk: Buffer) => this.#out.push(chunk));
  }

  /** Bytes that were printed. */
  get size(): number {
    return this.#out.reduce((sum, { length }) => sum + length, 0);
  }

  get stdout(): string {
    return Buffer.concat(this.#out).toString('utf8');
  }

  get stderr(): string {
    return Buffer.concat(this.#err).toString('utf8');
  }

  /** Events that were printed to their end. */
  get events(): Told[] {
    return ndjson<Told>(this.stdout.slice(0, this.stdout.lastIndexOf('\n') + 1));
  }

  get ids(): string[] {
    return this.events.map(({ queueId }) => queueId);
  }

  async has(...ids: readonly string[]): Promise<void> {
    await until(
      () => ids.every((id) => this.ids.includes(id)) || this.hasEnded,
      `not told of: ${ids.filter((id) => !this.ids.includes(id))}\n${this.stderr}`,
    );
  }

  /** Where it serves. */
  async url(): Promise<string> {
    return until(() => /http:\/\/\S+?\/(?=,)/.exec(this.stderr)?.[0], this.stderr);
  }

  async get(place: string, init: RequestInit = {}): Promise<Response> {
    return fetch(`${await this.url()}${place}`, init);
  }

  /** Waits until what was there is read, and what comes is told. */
  async isFollowing(): Promise<void> {
    await until(async () => {
      const { status } = (await (await this.get('healthz')).json()) as { status: string };
      return status !== 'starting';
    }, this.stderr);
  }

  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.child.kill(signal);
    return this.#closed;
  }

  get code(): Promise<number | null> {
    return this.#closed;
  }
}

/** A working directory in which `watch` runs, which is ended with the test. */
export class WatchPlace extends Workplace {
  readonly #running: Watching[] = [];

  constructor() {
    super();
    afterEach(async () => {
      for (const one of this.#running.splice(0)) if (!one.hasEnded) await one.end('SIGKILL');
    });
  }

  /** Starts it; it serves on a free port. */
  watch(args: readonly string[], { takes = true, environment = {} } = {}): Watching {
    const one = new Watching(this.start(['watch', ...args, '--listen', '127.0.0.1:0'], environment), takes);
    this.#running.push(one);
    return one;
  }

  async following(args: readonly string[], options = {}): Promise<Watching> {
    const one = this.watch(args, options);
    await one.isFollowing();
    return one;
  }

  append(name: string, text: string): void {
    appendFileSync(this.at(name), text);
  }

  /** A program on PATH. @returns the environment in which it is found first. */
  program(name: string, script: string): Record<string, string> {
    mkdirSync(this.at('bin'), { recursive: true });
    this.put(path.join('bin', name), script);
    chmodSync(this.at(path.join('bin', name)), 0o755);
    return { PATH: `${this.at('bin')}:${process.env.PATH}` };
  }
}

let seconds = 0;

/** A message that bounced just now. */
export function message(id: string, recipient = `${id.toLowerCase()}@example.net`, text = '550 5.1.1 User unknown'): string {
  const time = new Date(Date.now() + seconds++).toISOString();
  return log(queued(time, id), bounced(time, id, recipient, text), removed(time, id));
}
