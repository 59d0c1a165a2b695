import type { InputError } from '../input/input-error.js';

/** A line that was not understood, for the one who wants to know. */
export interface UnparsedExample {
  readonly path: string;
  readonly line: number;
  readonly text: string;
  /** `overlong` lines are longer than any MTA writes. */
  readonly why: 'unknown form' | 'overlong';
}

/** Examples of lines that were not understood that are kept in all. */
const MOST_EXAMPLES = 10;
const LONGEST_EXAMPLE = 400;

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

/** Counts the line at hand as one that was not understood, and keeps the first few as examples. */
export function notUnderstood(
  report: InputReport,
  examples: UnparsedExample[],
  buf: Buffer,
  start: number,
  end: number,
  why: UnparsedExample['why'],
): void {
  report.unparsedLines++;
  if (examples.length >= MOST_EXAMPLES) return;
  const text = buf.toString('utf8', start, Math.min(end, start + LONGEST_EXAMPLE));
  examples.push({ path: report.path === '-' ? '(stdin)' : report.path, line: report.lines, text, why });
}
