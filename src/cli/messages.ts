import { visible } from '../model/visible.js';

/** Speaks to the user on standard error; standard output carries only the report. */
export class Messages {
  readonly #quiet: boolean;
  /** Notes of which it is not known yet whether they are wanted. */
  #held: string[] | null;

  /** @param held whether notes wait until `release`. */
  constructor(quiet: boolean, held = false) {
    this.#quiet = quiet;
    this.#held = held ? [] : null;
  }

  /** Something went wrong. */
  error(message: string): void {
    process.stderr.write(`bouncelens: ${visible(message)}\n`);
  }

  /** Something to know; silenced by --quiet. */
  note(message: string): void {
    if (this.#quiet) return;
    if (this.#held === null) process.stderr.write(`bouncelens: ${visible(message)}\n`);
    else this.#held.push(message);
  }

  /** Says what was held; from now on notes are said at once. */
  release(): void {
    const held = this.#held ?? [];
    this.#held = null;
    for (const message of held) this.note(message);
  }
}
