import { visible } from '../model/visible.js';

/** Speaks to the user on standard error; standard output carries only the report. */
export class Messages {
  readonly #quiet: boolean;

  constructor(quiet: boolean) {
    this.#quiet = quiet;
  }

  /** Something went wrong. */
  error(message: string): void {
    process.stderr.write(`bouncelens: ${visible(message)}\n`);
  }

  /** Something to know; silenced by --quiet. */
  note(message: string): void {
    if (!this.#quiet) process.stderr.write(`bouncelens: ${visible(message)}\n`);
  }
}
