import type { InputError } from '../input/input-error.js';

/** A line that was not understood, for the one who wants to know. */
export interface UnparsedExample {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** `overlong` lines are longer than any MTA writes. */
  readonly why: 'unknown form' | 'overlong';
}

/** What became of one input. */
export interface InputReport {
  readonly path: string;
  kind: 'log' | null;
  mta: string | null;
  /** Bytes read, after decompression. */
  bytes: number;
  lines: number;
  /** Records that state an outcome: deliveries, refusals, expiries. */
  records: number;
  unparsedLines: number;
  /** Lines of a known MTA that were understood, whether or not they state an outcome. */
  knownLines: number;
  error: InputError | null;
}

/** A report on an input of which nothing was read yet. */
export const newInputReport = (path: string): InputReport => ({
  path,
  kind: null,
  mta: null,
  bytes: 0,
  lines: 0,
  records: 0,
  unparsedLines: 0,
  knownLines: 0,
  error: null,
});
