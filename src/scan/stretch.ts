import type { Source } from '../input/find.js';
import type { ClockState, FirstReading } from '../mta/log-clock.js';
import type { InputReport, UnparsedExample } from './input-report.js';

/** An input to read as a whole. */
export interface WholeInput {
  /** The place of the input in reading order. */
  readonly input: number;
  readonly source: Source;
  readonly year: number | undefined;
  readonly firstTime: number | null;
}

/** A part of a large plain log, from the start of a line to that of another. */
export interface Stretch {
  readonly input: number;
  readonly path: string;
  readonly year: number | undefined;
  /** What tells the input from others, and where it stands among them: known to each who reads a part of it. */
  readonly fingerprint: string;
  readonly firstTime: number | null;
  /** Open for all stretches of the file: a thread of the same process may use it, too. */
  readonly descriptor: number;
  /** The size of the file when it was opened, and when it was last written. */
  readonly size: number;
  readonly mtimeMs: number;
  readonly from: number;
  /** The byte behind the last; null when that is the end of the file, wherever that is by then. */
  readonly to: number | null;
  /** Where the line before begins. */
  readonly lineBefore: number;
  /** Where the clock of the stretch before stands, or will stand as far as can be told beforehand. */
  readonly clock: ClockState | null;
}

/** What a stretch held, beside what was counted. */
export interface StretchResult {
  readonly report: InputReport;
  readonly unparsed: readonly UnparsedExample[];
  /** The first line without a year, and how the clock stands at the end. */
  readonly first: FirstReading | null;
  readonly clock: ClockState | null;
  /** Whether anything was wrapped around a line: then what follows cannot be read apart. */
  readonly isWrapped: boolean;
}
