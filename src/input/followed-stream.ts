import type { Readable } from 'node:stream';
import type { Follower, FollowReader, FollowStatus } from './follow.js';
import { systemMessage } from './input-error.js';

/** A pipe that is read as it fills. Nothing is taken out of it ahead, so that who writes waits when reading does. */
export class FollowedStream implements Follower {
  readonly #name: string;
  readonly #stream: Readable;
  readonly #reader: FollowReader;
  #isOver = false;
  #isEnded = false;
  #error: string | null = null;

  /** @param wake called when there is more to read. */
  constructor(name: string, stream: Readable, reader: FollowReader, wake: () => void) {
    this.#name = name;
    this.#stream = stream;
    this.#reader = reader;
    stream.on('readable', wake);
    const over = () => {
      this.#isOver = true;
      wake();
    };
    stream.on('end', over);
    stream.on('close', over);
    stream.on('error', (error) => {
      this.#error = systemMessage(error);
      over();
    });
  }

  get status(): FollowStatus {
    const state = this.#error !== null ? 'failed' : this.#isEnded ? 'ended' : 'following';
    return { name: this.#name, state, error: this.#error };
  }

  read(): number {
    if (this.#isEnded) return 0;
    const chunk = this.#stream.read() as Buffer | null;
    if (chunk !== null) {
      this.#reader.push(chunk);
      return chunk.length;
    }
    if (this.#isOver) this.#end(true);
    return 0;
  }

  close(): void {
    this.#end(false);
    this.#stream.destroy();
  }

  #end(isWhole: boolean): void {
    if (this.#isEnded) return;
    this.#isEnded = true;
    this.#reader.end(isWhole);
  }
}
