import type { Readable } from 'node:stream';
import type { Rule } from '../classify/rule.js';
import type { Source } from '../input/find.js';
import type { Ready } from '../input/read.js';
import type { Dimension } from '../model/dimension.js';
import type { InputNames } from '../model/field.js';
import type { Zone } from '../model/zone.js';
import type { Counts } from '../summary/counts.js';
import type { JournalListener } from '../summary/journal-context.js';
import { writeSummary } from '../summary/summary-file.js';
import { Assembly } from './assembly.js';
import { decompressApart } from './decompress-apart.js';
import { InputDirectory } from './input-directory.js';
import type { InputFormat } from './input-format.js';
import { InputReading } from './input-reading.js';
import { type InputReport, InputReports, newInputReport, type UnparsedExample } from './input-report.js';
import { jobsOf } from './jobs.js';
import { orderByTime } from './order.js';
import { STRETCH } from './plan.js';
import { type StartThread, startWorker, ThreadPool } from './thread-pool.js';

/** The stretches of a log for each thread: with more of them less is left to do for one thread alone, but more has to be put together. */
const STRETCHES = 2;

export interface ScanOptions {
  readonly sources: readonly Source[];
  /** What to read for the path `-`. */
  readonly stdin: Readable;
  /** What all inputs hold; null when that is told by their content. */
  readonly inputFormat?: InputFormat | undefined;
  readonly groupings: readonly (readonly Dimension[])[];
  /** Whether it is wanted how long deliveries took; it is known in any case where groupings apply to deliveries. */
  readonly delays?: boolean;
  readonly since: number | null;
  readonly until: number | null;
  readonly zone: Zone;
  readonly year?: number | undefined;
  /** The present, for logs without a year or a time of their own. */
  readonly now: number;
  /** Own rules, which come before ours. */
  readonly rules?: readonly Rule[] | undefined;
  /** Whether every record and every final state is wanted one by one. */
  readonly listener?: (names: InputNames) => JournalListener;
  /** Asked after each piece that was read whether the listener has room for more. */
  readonly ready?: Ready | undefined;
  /** Told how many bytes of all inputs were read, compressed ones as they stand on disk. */
  readonly progress?: (bytes: number) => void;
  /** Whether what is counted and open is wanted as a file, to be merged with others. */
  readonly keepsSummary?: boolean;
  /** How many threads read at the same time; one when absent, and where records are wanted one by one. */
  readonly threads?: number;
  /** How a thread is started; as a worker when absent. */
  readonly startThread?: StartThread;
  /** The length in which large logs are cut. */
  readonly stretch?: number;
}

export interface ScanResult {
  readonly counts: Counts;
  /** What is counted and open as a file; null where it is not wanted. */
  readonly summary: Uint8Array | null;
  /** In reading order; the messages of a Maildir are one input. */
  readonly inputs: readonly InputReport[];
  readonly unparsed: readonly UnparsedExample[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** Reads all inputs, logs in the order of their content, and counts what they state. Failures of one input do not stop the others. */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const { groupings, since, until, zone, now, inputFormat, listener, keepsSummary = false, delays = false } = options;
  const ordered = await orderByTime(options.sources, zone, options.year, inputFormat ?? null);
  const directory = new InputDirectory(ordered.sources.map(({ source }) => source));
  const mails =
    keepsSummary || ordered.sources.some(({ holds }) => holds === 'mail' || (holds === null && ordered.sources.length > 1));
  const settings = { groupings, since, until, now, inputFormat, rules: options.rules ?? [], mails, delays };
  const reading = { ...settings, zone };
  const { ready } = options;
  const inOrder = new InputReading(reading, directory, options, {
    listener: listener?.(directory),
    ready,
    apart: decompressApart,
  });
  // Who wants records one by one wants them in the order of the log.
  const threads = listener === undefined ? (options.threads ?? 1) : 1;
  const start = options.startThread ?? startWorker;
  // This thread is one of them.
  const pool = threads > 1 ? new ThreadPool(threads - 1, () => start({ ...settings, zone: zone.name })) : null;
  const reports = new InputReports(ordered.errors.map((error): InputReport => ({ ...newInputReport(error.path), error })));
  const progress = (bytes: number) => options.progress?.(bytes);
  const assembly = new Assembly({
    reading,
    inOrder,
    pool,
    directory,
    reports,
    keepsSummary,
    inOneRun: listener !== undefined,
    progress,
  });
  const stretch = (size: number) => {
    if (listener !== undefined) return Infinity;
    if (options.stretch !== undefined) return options.stretch;
    // What is still open is written in another order where a log was not cut in the same places.
    if (keepsSummary) return STRETCH;
    // Parts say together what the whole says, so one thread reads that, and several read few.
    return threads === 1 ? Infinity : Math.max(STRETCH, Math.ceil(size / (threads * STRETCHES)));
  };
  const inputs = ordered.sources.map(({ holds, ...rest }, input) => ({ input, isLog: holds === 'other', ...rest }));
  try {
    await assembly.run(jobsOf(inputs, { zone, stretch, together: threads > 1 }), threads);
  } finally {
    await pool?.close();
  }
  const { summary, unparsed } = assembly;
  const written = keepsSummary ? writeSummary(summary, directory) : null;
  return { counts: summary.conclude(), summary: written, inputs: reports.inputs, unparsed, notes: ordered.notes };
}
