import { availableParallelism } from 'node:os';
import { findSources, type Source } from '../input/find.js';
import type { InputError } from '../input/input-error.js';
import type { Ready } from '../input/read.js';
import type { Dimension } from '../model/dimension.js';
import type { InputNames } from '../model/field.js';
import { type ScanResult, scan } from '../scan/scan.js';
import type { Counts } from '../summary/counts.js';
import type { JournalListener } from '../summary/journal-context.js';
import { EXIT } from './exit-code.js';
import { limitYoungGeneration } from './heap-growth.js';
import { checkNotWrittenOver, defaultPaths, nameOf, reportErrors, reportRecognition, sizeOfFiles, totalSize } from './inputs.js';
import { Messages } from './messages.js';
import type { CheckedScanOptions } from './options.js';
import { ownRules } from './own-rules-file.js';
import { Progress } from './progress.js';

/** Bytes for which it is worth starting a thread. */
const WORTH_A_THREAD = 256 * 1024 * 1024;

export interface ScanRun {
  readonly result: ScanResult;
  /** What could not be found or opened. */
  readonly missing: readonly InputError[];
  /** What the shell is told if nothing else goes wrong. */
  readonly exitCode: number;
}

export interface ScanWish {
  readonly options: CheckedScanOptions;
  readonly groupings: readonly (readonly Dimension[])[];
  /** Whether it is wanted how long deliveries took. */
  readonly delays?: boolean;
  readonly now: number;
  /** Whether outcomes are told, so that messages without one matter. */
  readonly outcomes: boolean;
  /** Whether what is counted and open is wanted as a file. */
  readonly keepsSummary?: boolean;
  /** How many threads read; as many as are of use when undefined. */
  readonly threads?: number | undefined;
  /** Wants every record or every final state one by one. */
  readonly listener?: (names: InputNames) => JournalListener;
  /** Whether there is room for what the listener writes; asked while the inputs are read. */
  readonly ready?: Ready | undefined;
  readonly messages?: Messages;
}

/** Finds and reads the inputs, and tells the user on standard error what the report cannot say. */
export async function runScan(wish: ScanWish): Promise<ScanRun> {
  const { options, groupings, delays = false, now, outcomes, keepsSummary = false, threads, listener, ready } = wish;
  const { messages = new Messages(options.quiet) } = wish;
  limitYoungGeneration();
  const rules = await ownRules(options.rules);
  const paths = options.paths.length > 0 ? options.paths : await defaultPaths();
  const found = await findSources(paths);
  checkNotWrittenOver(found.sources, options.outputs);
  for (const note of found.notes) messages.note(note);
  for (const error of found.errors) messages.error(`${error.path}: ${error.message}`);
  const progress = await Progress.start(options.progress && !options.quiet, totalSize(found.sources));
  const result = await scan({
    sources: found.sources,
    // Made when it is asked for, which takes its time.
    get stdin() {
      return process.stdin;
    },
    groupings,
    delays,
    since: options.since,
    until: options.until,
    zone: options.zone,
    year: options.year,
    inputFormat: options.inputFormat,
    now,
    keepsSummary,
    threads: threads ?? threadsFor(found.sources),
    rules,
    ...(listener === undefined ? {} : { listener }),
    ready,
    progress: (bytes) => {
      progress.update(bytes);
      limitYoungGeneration();
    },
  }).finally(() => progress.stop());
  for (const note of result.notes) messages.note(note);
  const failed = reportErrors(result.inputs, messages) || found.errors.length > 0;
  const nothing = reportRecognition(result.inputs, found.sources, messages);
  reportNotes(result, options, outcomes, messages);
  return { result, missing: found.errors, exitCode: failed ? EXIT.failed : nothing ? EXIT.nothingRecognised : EXIT.done };
}

/** One thread for two cores, as its compiler and its collector want one too; fewer where there is less to read than a thread is worth. */
const threadsFor = (sources: readonly Source[]): number =>
  Math.max(1, Math.min(availableParallelism() >> 1, Math.floor(sizeOfFiles(sources) / WORTH_A_THREAD)));

/** Says what of the inputs the report cannot tell. */
export function reportNotes(
  { counts, inputs, unparsed }: Pick<ScanResult, 'counts' | 'inputs' | 'unparsed'>,
  options: CheckedScanOptions,
  outcomes: boolean,
  messages: Messages,
): void {
  if (options.verbose) {
    for (const input of inputs) {
      const size = input.kind === 'mail' ? `${input.messages} mails` : `${input.lines} lines`;
      messages.note(`${nameOf(input)}: ${size}, ${input.records} records, ${input.unparsedLines} not understood`);
    }
    for (const { path, line, text, why } of unparsed)
      messages.note(`${path}:${line}: ${why}: ${options.redactor?.text(text) ?? text}`);
  }
  const { unparsedLines } = counts.totals;
  if (unparsedLines > 0 && !options.verbose) {
    messages.note(
      `${unparsedLines} ${unparsedLines === 1 ? 'line' : 'lines'} of known programs not understood; --verbose shows the first`,
    );
  }
  const isLimited = options.since !== null || options.until !== null;
  if (isLimited && counts.firstTime === null && inputs.some(({ records }) => records > 0)) {
    messages.note('no record lies in the period that --since and --until ask for; the input has others');
  }
  if (outcomes) reportUncovered(counts, messages);
  reportLetGo(counts, messages);
}

/** Says of how many recipients no outcome is counted. */
export function reportUncovered({ uncovered }: Counts, messages: Messages): void {
  if (uncovered === 0) return;
  messages.note(
    `${uncovered} ${uncovered === 1 ? 'recipient belongs to a message' : 'recipients belong to messages'} whose sender line is not in the input, and no outcome is counted for them: give the log before it too, and unfiltered`,
  );
}

/** Says how much was counted early. */
export function reportLetGo({ letGo }: Counts, messages: Messages): void {
  if (letGo > 0)
    messages.note(`${letGo} messages were still open when there was no room for more; they are counted as they stood`);
}
