import { Worker } from 'node:worker_threads';
import type { ApartJob } from './job-reader.js';
import type { ThreadMessage, ThreadOrder, ThreadResult, ThreadSettings } from './thread.js';

/** Room for new objects in a thread, in MiB. */
const YOUNG_GENERATION = 8;

/** A thread to talk to. */
export interface Thread {
  postMessage(order: ThreadOrder): void;
  on(event: 'message', listener: (message: ThreadMessage) => void): unknown;
  on(event: 'error', listener: (error: Error) => void): unknown;
  terminate(): Promise<unknown>;
}

export type StartThread = (settings: ThreadSettings) => Thread;

/** Starts a worker of Node.js. */
export const startWorker: StartThread = (settings) =>
  new Worker(new URL('./scan-thread.js', import.meta.url), {
    workerData: settings,
    resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
  });

/** What a thread read, and how to tell it whether what it counted there counts. */
export interface ThreadAnswer extends ThreadResult {
  readonly settle: (counts: boolean) => void;
}

interface Task {
  readonly number: number;
  readonly job: ApartJob;
  readonly progress: (bytes: number) => void;
  readonly resolve: (result: ThreadAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Finishing {
  readonly resolve: (summary: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

/** So many jobs lie with a thread, so that it has the next one when the main thread is reading itself. */
const AT_HAND = 2;

/** Threads that read inputs and parts of them, each started when it is needed. A job waits until one of them takes it. */
export class ThreadPool {
  readonly #most: number;
  readonly #start: () => Thread;
  readonly #threads: Thread[] = [];
  readonly #waiting: Task[] = [];
  /** What lies with each thread, that at which it works first. */
  readonly #tasks = new Map<Thread, Task[]>();
  readonly #finishing = new Map<Thread, Finishing>();
  #failure: Error | null = null;
  #jobs = 0;

  /** @param threads how many there may be. */
  constructor(threads: number, start: () => Thread) {
    this.#most = threads;
    this.#start = start;
  }

  #add(): Thread {
    const thread = this.#start();
    thread.on('message', (message: ThreadMessage) => this.#hear(thread, message));
    thread.on('error', (error) => this.#fail(error));
    this.#threads.push(thread);
    this.#tasks.set(thread, []);
    return thread;
  }

  #hear(thread: Thread, message: ThreadMessage): void {
    if ('summary' in message) {
      this.#finishing.get(thread)!.resolve(message.summary);
      return;
    }
    const tasks = this.#tasks.get(thread)!;
    const { number, progress, resolve } = tasks[0]!;
    if ('progress' in message) {
      progress(message.progress);
      return;
    }
    tasks.shift();
    this.#next();
    resolve({ ...message.result, settle: (counts) => tell(thread, { number, counts }) });
  }

  /** @param first whether it goes before those that wait. @throws Error when a thread fails, which only a defect makes it do. */
  run(job: ApartJob, progress: (bytes: number) => void, first = false): Promise<ThreadAnswer> {
    return new Promise((resolve, reject) => {
      if (this.#failure !== null) {
        reject(this.#failure);
        return;
      }
      const task = { number: this.#jobs++, job, progress, resolve, reject };
      if (first) this.#waiting.unshift(task);
      else this.#waiting.push(task);
      this.#next();
    });
  }

  /** Takes back the next job that no thread has yet: so what is read stays close to what can be put together; null when there is none. */
  takeBack(): ApartJob | null {
    return this.#waiting.shift()?.job ?? null;
  }

  #next(): void {
    for (;;) {
      const [task] = this.#waiting;
      const thread = task === undefined ? null : this.#leastBusy();
      if (task === undefined || thread === null) return;
      this.#waiting.shift();
      this.#tasks.get(thread)!.push(task);
      tell(thread, { number: task.number, job: task.job });
    }
  }

  #leastBusy(): Thread | null {
    if (this.#threads.length < this.#most) return this.#add();
    const load = (thread: Thread) => this.#tasks.get(thread)!.length;
    const [thread] = this.#threads.toSorted((a, b) => load(a) - load(b));
    return thread !== undefined && load(thread) < AT_HAND ? thread : null;
  }

  #fail(error: Error): void {
    this.#failure = error;
    const tasks = [...this.#tasks.values()].flat();
    for (const { reject } of [...tasks, ...this.#waiting.splice(0), ...this.#finishing.values()]) reject(error);
  }

  /** What each thread counted. */
  finish(): Promise<readonly Uint8Array[]> {
    return Promise.all(
      this.#threads.map(
        (thread) =>
          new Promise<Uint8Array>((resolve, reject) => {
            this.#finishing.set(thread, { resolve, reject });
            tell(thread, 'finish');
          }),
      ),
    );
  }

  /** Ends the threads. */
  async close(): Promise<void> {
    await Promise.all(this.#threads.map((thread) => thread.terminate()));
  }
}

const tell = (thread: Thread, order: ThreadOrder): void => thread.postMessage(order);
