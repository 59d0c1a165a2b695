import type { Source } from '../input/find.js';
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
export const MOST_EXAMPLES = 10;
const LONGEST_EXAMPLE = 400;

/** What became of one input. */
export interface InputReport {
  readonly path: string;
  kind: 'log' | 'mail' | null;
  mta: string | null;
  /** Bytes read, after decompression. */
  bytes: number;
  /** Lines of a log. */
  lines: number;
  /** Messages of an input of mails. */
  messages: number;
  /** Records that state an outcome: deliveries, refusals, expiries, bounces. */
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
  messages: 0,
  records: 0,
  unparsedLines: 0,
  knownLines: 0,
  error: null,
});

/** What became of all inputs: one report for each, and one for all messages of a Maildir. */
export class InputReports {
  readonly inputs: InputReport[];
  readonly #maildirs = new Map<string, InputReport>();

  constructor(failed: readonly InputReport[]) {
    this.inputs = [...failed];
  }

  add(report: InputReport, { maildir }: Source): void {
    if (maildir === undefined || report.error !== null) {
      this.inputs.push(report);
      return;
    }
    const known = this.#maildirs.get(maildir);
    if (known === undefined) {
      const whole = { ...report, path: maildir };
      this.#maildirs.set(maildir, whole);
      this.inputs.push(whole);
      return;
    }
    known.kind ??= report.kind;
    if (report.mta !== null && known.mta !== report.mta) known.mta = known.mta === null ? report.mta : 'several';
    for (const count of ['bytes', 'lines', 'messages', 'records', 'unparsedLines', 'knownLines'] as const)
      known[count] += report[count];
  }
}

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
