import { findSources } from '../input/find.js';
import type { Dimension } from '../model/dimension.js';
import type { InputNames } from '../model/field.js';
import { type ScanResult, scan } from '../scan/scan.js';
import type { JournalListener } from '../summary/queue-journal.js';
import { EXIT } from './exit-code.js';
import { limitHeapGrowth, limitYoungGeneration } from './heap-growth.js';
import { defaultPaths, nameOf, reportErrors, reportRecognition, totalSize } from './inputs.js';
import { Messages } from './messages.js';
import type { CheckedScanOptions } from './options.js';
import { ownRules } from './own-rules-file.js';
import { Progress } from './progress.js';

/** Bytes after which the heap is looked at again. */
const TURN = 16 * 1024 * 1024;

export interface ScanRun {
  readonly result: ScanResult;
  /** What the shell is told if nothing else goes wrong. */
  readonly exitCode: number;
}

export interface ScanWish {
  readonly options: CheckedScanOptions;
  readonly groupings: readonly (readonly Dimension[])[];
  readonly now: number;
  /** Whether outcomes are told, so that messages without one matter. */
  readonly outcomes: boolean;
  /** Wants every record or every final state one by one. */
  readonly listener?: (names: InputNames) => JournalListener;
  readonly messages?: Messages;
}

/** Finds and reads the inputs, and tells the user on standard error what the report cannot say. */
export async function runScan(wish: ScanWish): Promise<ScanRun> {
  const { options, groupings, now, outcomes, listener, messages = new Messages(options.quiet) } = wish;
  limitHeapGrowth();
  const rules = await ownRules(options.rules);
  const paths = options.paths.length > 0 ? options.paths : await defaultPaths();
  const found = await findSources(paths);
  for (const note of found.notes) messages.note(note);
  for (const error of found.errors) messages.error(`${error.path}: ${error.message}`);
  const progress = await Progress.start(options.progress && !options.quiet, totalSize(found.sources));
  let limited = 0;
  const result = await scan({
    sources: found.sources,
    stdin: process.stdin,
    groupings,
    since: options.since,
    until: options.until,
    zone: options.zone,
    year: options.year,
    inputFormat: options.inputFormat,
    now,
    rules,
    ...(listener === undefined ? {} : { listener }),
    progress: (bytes) => {
      progress.update(bytes);
      if (bytes - limited < TURN) return;
      limited = bytes;
      limitYoungGeneration();
    },
  }).finally(() => progress.stop());
  for (const note of result.notes) messages.note(note);
  const failed = reportErrors(result.inputs, messages) || found.errors.length > 0;
  const nothing = reportRecognition(result.inputs, found.sources, messages);
  reportNotes(result, options, outcomes, messages);
  return { result, exitCode: failed ? EXIT.failed : nothing ? EXIT.nothingRecognised : EXIT.done };
}

function reportNotes(
  { counts, inputs, unparsed }: ScanResult,
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
  if (outcomes && counts.uncovered > 0) {
    messages.note(
      `${counts.uncovered} ${counts.uncovered === 1 ? 'recipient belongs to a message' : 'recipients belong to messages'} whose sender line is not in the input, and no outcome is counted for them: give the log before it too, and unfiltered`,
    );
  }
  if (counts.letGo > 0)
    messages.note(`${counts.letGo} messages were still open when there was no room for more; they are counted as they stood`);
}
