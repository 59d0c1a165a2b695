import { createHash } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, renameSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { StateError } from './state-error.js';

/** A file that is written under another name, and the name that it gets. */
export interface PendingFile {
  readonly from: string;
  readonly to: string;
}

const HEAD = 'bouncelens-journal/1';

/**
 * Gives several files their names, all or none of them, whenever the run is ended: first the journal says which files are
 * written; with its last line, which is on the disk before the first name changes, that is decided. Whoever comes next finishes
 * what is decided, and removes what is not.
 */
export class Transaction {
  readonly #journal: string;
  readonly #files: readonly PendingFile[];

  /** Says which files will be written. @throws StateError */
  constructor(journal: string, files: readonly PendingFile[]) {
    this.#journal = journal;
    this.#files = files;
    this.#write('w', `${HEAD} ${JSON.stringify(files)}\n`);
  }

  #write(flags: 'w' | 'a', text: string): void {
    try {
      attempt(this.#journal, () => writeSynced(this.#journal, flags, text));
    } catch (error) {
      this.discard();
      throw error;
    }
  }

  /** All files are on the disk: from here on they have their names, or will have. @throws StateError */
  commit(): void {
    this.#write('a', `commit ${digestOf(this.#files)}\n`);
    finish(this.#journal, this.#files);
  }

  /** Nothing of it stays. */
  discard(): void {
    for (const { from } of this.#files) remove(from);
    remove(this.#journal);
  }
}

/** What the run before left: finishes what it decided, and removes the rest. @returns whether it was finished. @throws StateError */
export function recover(journal: string): boolean {
  if (!existsSync(journal)) return false;
  const text = attempt(journal, () => readFileSync(journal, 'utf8'));
  const [line = '', decision] = text.split('\n');
  const files = filesOf(line);
  // A journal whose first line is not whole was begun before any of the files.
  if (files !== null && decision === `commit ${digestOf(files)}`) {
    finish(journal, files);
    return true;
  }
  for (const { from } of files ?? []) remove(from);
  remove(journal);
  return false;
}

function filesOf(line: string): readonly PendingFile[] | null {
  if (!line.startsWith(`${HEAD} `)) return null;
  try {
    return JSON.parse(line.slice(HEAD.length + 1)) as readonly PendingFile[];
  } catch {
    return null;
  }
}

function finish(journal: string, files: readonly PendingFile[]): void {
  for (const { from, to } of files) {
    try {
      if (existsSync(from)) renameSync(from, to);
    } catch (error) {
      throw new StateError(
        `${to}: cannot be given the content that is ready in ${from}: ${(error as Error).message}. The next run with this state tries again; put right what is wrong with the place`,
      );
    }
  }
  for (const folder of new Set(files.map(({ to }) => path.dirname(to)))) syncFolder(folder);
  remove(journal);
}

/** Writes a text that is on the disk afterwards. */
function writeSynced(file: string, flags: 'w' | 'a', text: string): void {
  const descriptor = openSync(file, flags);
  try {
    writeSync(descriptor, text);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
  syncFolder(path.dirname(file));
}

const digestOf = (files: readonly PendingFile[]): string => createHash('sha256').update(JSON.stringify(files)).digest('hex');

/** Names of files are on the disk when their folder is; not every file system can do that. */
function syncFolder(folder: string): void {
  try {
    const descriptor = openSync(folder, 'r');
    try {
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch {
    // What is not offered cannot be had.
  }
}

function remove(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It is gone, which is what was wanted.
  }
}

function attempt<T>(file: string, action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new StateError(`${file}: cannot be written: ${(error as Error).message}`);
  }
}
