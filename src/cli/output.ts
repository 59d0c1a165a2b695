import { once } from 'node:events';
import { closeSync, constants, fsyncSync, openSync, renameSync, type Stats, statSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { temporaryBeside } from '../state/temporary-name.js';
import type { PendingFile } from '../state/transaction.js';
import { OutputError } from './exit-code.js';
import { openSuccessor } from './successor.js';

/** Characters that are gathered before they are written. */
const GATHER = 64 * 1024;
/** Milliseconds after which it is asked again whether somebody reads a pipe. */
const ASK_AGAIN = 50;
/** Milliseconds after which it is said that nobody does. */
const PATIENCE = 3000;

/** Characters that may wait for the reader of standard output before nothing more is read that would give others. */
const MOST_WAITING = 1024 * 1024;

/** A part of a report. */
type Part = string | Uint8Array;

/** Takes a report part by part. */
interface Output {
  write(part: Part): void;
  /** @returns null while there is room for more; else what resolves when there is. */
  ready(): Promise<void> | null;
  /** Everything was written: the output becomes visible. */
  finish(): void;
  /** Everything was written and is on the disk. @returns the file that waits for its name; null where there is none. */
  prepare(): PendingFile | null;
  /** It could not be written: nothing of it stays. */
  discard(): void;
}

/** Temporary files that are not finished yet, so that a signal can remove them. */
const unfinished = new Set<string>();

/** Who gives these files their names sees to it that they get them, or are removed. */
export function handOver(files: readonly PendingFile[]): void {
  for (const { from } of files) unfinished.delete(from);
}

export function removeUnfinished(): void {
  for (const file of unfinished) remove(file);
  unfinished.clear();
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // A signal may have removed it already.
  }
}

/** Standard output. A reader that closes it early (`| head`) ends the run without an error. */
class StandardOutput implements Output {
  #gathered = '';

  write(part: Part): void {
    if (typeof part === 'string') this.#gathered += part;
    else {
      this.#flush();
      process.stdout.write(part);
    }
    if (this.#gathered.length >= GATHER) this.#flush();
  }

  ready(): Promise<void> | null {
    const { stdout } = process;
    // A file takes all at once, so that nothing ever waits. Whether a drain is needed is no sign: it is told a turn late.
    return stdout.writableLength > MOST_WAITING ? once(stdout, 'drain').then(() => {}) : null;
  }

  finish(): void {
    this.#flush();
  }

  prepare(): null {
    this.#flush();
    return null;
  }

  discard(): void {
    this.#gathered = '';
  }

  #flush(): void {
    process.stdout.write(this.#gathered);
    this.#gathered = '';
  }
}

/**
 * A file that appears complete or not at all: written beside its name, synced, and renamed. Nobody can guess the name that it
 * has until then, and lay a link there. A pipe or device that exists under the name is written to directly.
 */
class FileOutput implements Output {
  readonly #path: string;
  readonly #temporary: string | null;
  readonly #descriptor: number;
  #gathered = '';

  private constructor(file: string, temporary: string | null, descriptor: number) {
    this.#path = file;
    this.#temporary = temporary;
    this.#descriptor = descriptor;
    if (temporary !== null) unfinished.add(temporary);
  }

  /** Waits for a reader where it is a pipe. @throws OutputError when the file cannot be created. */
  static async open(file: string, tell: (message: string) => void): Promise<FileOutput> {
    try {
      const there = statusOf(file);
      if (there?.isFIFO()) return new FileOutput(file, null, await openPipe(file, tell));
      if (there !== null && !there.isFile()) return new FileOutput(file, null, openSync(file, 'w'));
      const temporary = temporaryBeside(file);
      return new FileOutput(file, temporary, openSuccessor(temporary, file));
    } catch (error) {
      throw unwritable(file, error);
    }
  }

  write(part: Part): void {
    if (typeof part === 'string') this.#gathered += part;
    else {
      this.#flush();
      this.#write(part);
    }
    if (this.#gathered.length >= GATHER) this.#flush();
  }

  /** What is written is taken before the next is made. */
  ready(): null {
    return null;
  }

  finish(): void {
    const pending = this.prepare();
    if (pending === null) return;
    this.#try(() => renameSync(pending.from, pending.to));
    unfinished.delete(pending.from);
  }

  prepare(): PendingFile | null {
    this.#flush();
    const temporary = this.#temporary;
    this.#try(() => {
      if (temporary !== null) fsyncSync(this.#descriptor);
      closeSync(this.#descriptor);
    });
    return temporary === null ? null : { from: temporary, to: this.#path };
  }

  discard(): void {
    if (this.#temporary === null) return;
    try {
      closeSync(this.#descriptor);
    } catch {
      // It may be closed already, and is removed all the same.
    }
    remove(this.#temporary);
    unfinished.delete(this.#temporary);
  }

  #flush(): void {
    const bytes = Buffer.from(this.#gathered, 'utf8');
    this.#gathered = '';
    this.#write(bytes);
  }

  #write(bytes: Uint8Array): void {
    this.#try(() => {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
    });
  }

  #try<T>(action: () => T): T {
    try {
      return action();
    } catch (error) {
      throw unwritable(this.#path, error);
    }
  }
}

const unwritable = (file: string, error: unknown) => new OutputError(`${file}: cannot be written: ${whyUnwritable(file, error)}`);

/** The system would name the temporary file, which nobody has asked for. */
function whyUnwritable(file: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const folder = path.dirname(file);
  if (code === 'ENOENT') return `there is no folder ${folder}. Make it first`;
  return message;
}

function statusOf(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

/**
 * Opens a pipe once somebody reads it. The system would wait for that too, but this process would see no signal meanwhile, and
 * could not be ended.
 */
async function openPipe(file: string, tell: (message: string) => void): Promise<number> {
  const begun = Date.now();
  for (let isTold = false; ; ) {
    const first = openReadPipe(file);
    if (first !== null) {
      try {
        // What is written waits until the reader has room. As the reader is there, this does not wait.
        return openSync(file, constants.O_WRONLY);
      } finally {
        closeSync(first);
      }
    }
    if (!isTold && Date.now() - begun > PATIENCE) {
      isTold = true;
      tell(`${file}: nobody reads this pipe yet; waiting for a reader`);
    }
    await new Promise((resolve) => setTimeout(resolve, ASK_AGAIN));
  }
}

/** @returns null when nobody reads the pipe. */
function openReadPipe(file: string): number | null {
  try {
    return openSync(file, constants.O_WRONLY | constants.O_NONBLOCK);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENXIO') return null;
    throw error;
  }
}

/**
 * The outputs of one run. One that cannot be opened or written is told at once and left out; the others are written all
 * the same.
 */
export class Outputs<Destination extends { readonly file: string | null }> {
  readonly #open: { readonly destination: Destination; readonly output: Output }[] = [];
  readonly #tell: (message: string) => void;
  /** Whether one of them could not be written. */
  failed = false;

  private constructor(tell: (message: string) => void) {
    this.#tell = tell;
  }

  /** Opens them in their order. @param tell says on standard error what went wrong. */
  static async open<Destination extends { readonly file: string | null }>(
    destinations: readonly Destination[],
    tell: (message: string) => void,
  ): Promise<Outputs<Destination>> {
    const outputs = new Outputs<Destination>(tell);
    for (const destination of destinations) {
      try {
        const output = destination.file === null ? new StandardOutput() : await FileOutput.open(destination.file, tell);
        outputs.#open.push({ destination, output });
      } catch (error) {
        outputs.#failedBy(error);
      }
    }
    return outputs;
  }

  /** Writes to each output what it is to hold, at once or piece by piece. */
  write(partsFor: (destination: Destination) => Part | Iterable<string>): void {
    for (const entry of [...this.#open]) {
      const done = this.#attempt(() => {
        const parts = partsFor(entry.destination);
        for (const part of typeof parts === 'string' || parts instanceof Uint8Array ? [parts] : parts) entry.output.write(part);
      });
      if (done) continue;
      entry.output.discard();
      this.#open.splice(this.#open.indexOf(entry), 1);
    }
  }

  /** Asked by who writes while he reads. @returns null while all have room for more; else what resolves when there is. */
  ready(): Promise<void> | null {
    for (const { output } of this.#open) {
      const room = output.ready();
      // There is one standard output, and nothing else is waited for.
      if (room !== null) return room;
    }
    return null;
  }

  /** Everything was written. */
  finish(): void {
    for (const { output } of this.#open) if (!this.#attempt(() => output.finish())) output.discard();
  }

  /** Everything was written and is on the disk, but has no name yet. @returns what waits for its name; null where something failed. */
  prepare(): readonly PendingFile[] | null {
    const files: PendingFile[] = [];
    for (const { output } of this.#open) {
      this.#attempt(() => {
        const file = output.prepare();
        if (file !== null) files.push(file);
      });
    }
    return this.failed ? null : files;
  }

  /** Nothing of it stays. */
  discard(): void {
    for (const { output } of this.#open) output.discard();
  }

  #attempt(action: () => void): boolean {
    try {
      action();
      return true;
    } catch (error) {
      this.#failedBy(error);
      return false;
    }
  }

  #failedBy(error: unknown): void {
    if (!(error instanceof OutputError)) throw error;
    this.#tell(error.message);
    this.failed = true;
  }
}
