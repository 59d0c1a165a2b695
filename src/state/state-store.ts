import { closeSync, fsyncSync, openSync, readFileSync, statSync, writeSync } from 'node:fs';
import path from 'node:path';
import { Lock } from './lock.js';
import { decodeState, encodeState, newState, type State } from './state.js';
import { StateError } from './state-error.js';
import { temporaryBeside } from './temporary-name.js';
import { type PendingFile, recover, Transaction } from './transaction.js';

/**
 * A state in its file, which belongs to this process until it is closed:
 *
 *     const store = StateStore.open(file);
 *     const { state, … } = await scanNew({ state: store.state, … });
 *     store.commit(state, outputs);
 *     store.close();
 */
export class StateStore {
  readonly #file: string;
  readonly #lock: Lock;
  #state: State;
  /** Whether there was no file. */
  readonly isNew: boolean;
  /** Whether the run before had ended before it had given all files their names, which was done now. */
  readonly wasFinished: boolean;

  private constructor(file: string, lock: Lock) {
    this.#file = file;
    this.#lock = lock;
    this.wasFinished = recover(`${file}.journal`);
    const bytes = read(file);
    this.isNew = bytes === null;
    this.#state = bytes === null ? newState() : decodeState(bytes, file);
  }

  /**
   * Opens the state, which is a new one where there is no file. What a run that was ended left is put in order first.
   * @throws StateError when it is in use, damaged, of another version, or cannot be read.
   */
  static open(name: string): StateStore {
    const file = path.resolve(name);
    const lock = Lock.take(`${file}.lock`);
    try {
      return new StateStore(file, lock);
    } catch (error) {
      lock.release();
      throw error;
    }
  }

  get state(): State {
    return this.#state;
  }

  /**
   * Keeps another state, and gives files that were written under other names their own: both or neither.
   * @throws StateError when that cannot be done; then nothing is changed, unless the message says that it will be.
   */
  commit(state: State, files: readonly PendingFile[] = []): void {
    const from = temporaryBeside(this.#file);
    const all = [...files.map((one) => ({ from: path.resolve(one.from), to: path.resolve(one.to) })), { from, to: this.#file }];
    const transaction = new Transaction(`${this.#file}.journal`, all);
    try {
      writeSynced(from, encodeState(state));
      this.#lock.check();
    } catch (error) {
      transaction.discard();
      throw error;
    }
    transaction.commit();
    this.#state = state;
  }

  /** Lets others have it. */
  close(): void {
    this.#lock.release();
  }
}

/** The bytes of a file; null where there is none. @throws StateError */
function read(file: string): Uint8Array | null {
  try {
    if (!statSync(file).isFile()) throw new StateError(`${file}: is no file`);
    return readFileSync(file);
  } catch (error) {
    if (error instanceof StateError) throw error;
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new StateError(`${file}: cannot be read: ${(error as Error).message}`);
  }
}

function writeSynced(file: string, bytes: Uint8Array): void {
  try {
    // It holds addresses: nobody else reads it.
    const descriptor = openSync(file, 'wx', 0o600);
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at);
      fsyncSync(descriptor);
    } finally {
      closeSync(descriptor);
    }
  } catch (error) {
    throw new StateError(`${file}: cannot be written: ${(error as Error).message}`);
  }
}
