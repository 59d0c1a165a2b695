import { fstatSync, statSync } from 'node:fs';
import { findSources, type Source, SYSTEM_LOGS } from '../input/find.js';
import { firstBytes } from '../input/read.js';
import type { Dimension } from '../model/dimension.js';
import type { InputNames } from '../model/field.js';
import type { InputReport } from '../scan/input-report.js';
import { type ScanResult, scan } from '../scan/scan.js';
import type { JournalListener } from '../summary/queue-journal.js';
import { EXIT, UsageError } from './exit-code.js';
import { Messages } from './messages.js';
import type { CheckedScanOptions } from './options.js';
import { Progress } from './progress.js';
import { limitYoungGeneration } from './young-generation.js';

export interface ScanRun {
  readonly result: ScanResult;
  /** What the shell is told if nothing else goes wrong. */
  readonly exitCode: number;
}

export interface ScanWish {
  readonly options: CheckedScanOptions;
  readonly groupings: readonly (readonly Dimension[])[];
  readonly now: number;
  /** Wants every record or every final state one by one. */
  readonly listener?: (names: InputNames) => JournalListener;
}

/** Finds and reads the inputs, and tells the user on standard error what the report cannot say. */
export async function runScan({ options, groupings, now, listener }: ScanWish): Promise<ScanRun> {
  const messages = new Messages(options.quiet);
  const paths = options.paths.length > 0 ? options.paths : await defaultPaths();
  const found = await findSources(paths);
  for (const note of found.notes) messages.note(note);
  for (const error of found.errors) messages.error(`${error.path}: ${error.message}`);
  const progress = await Progress.start(options.progress && !options.quiet, totalSize(found.sources));
  let before = 0;
  let last = 0;
  const result = await scan({
    sources: found.sources,
    stdin: process.stdin,
    groupings,
    since: options.since,
    until: options.until,
    zone: options.zone,
    year: options.year,
    now,
    ...(listener === undefined ? {} : { listener }),
    progress: (bytes) => {
      // Each input counts from zero.
      if (bytes < last) before += last;
      last = bytes;
      progress.update(before + bytes);
      limitYoungGeneration();
    },
  }).finally(() => progress.stop());
  const failed = found.errors.length > 0 || reportErrors(result, messages);
  const nothing = reportRecognition(result, found.sources, messages);
  reportNotes(result, options, messages);
  return { result, exitCode: failed ? EXIT.failed : nothing ? EXIT.nothingRecognised : EXIT.done };
}

/** Standard input when it holds anything, else the logs of the system; so a cron job without arguments reads the logs. */
async function defaultPaths(): Promise<readonly string[]> {
  if (!process.stdin.isTTY && canHold() && (await holdsAnything())) return ['-'];
  const { default: fastGlob } = await import('fast-glob');
  const logs = await fastGlob([...SYSTEM_LOGS], { suppressErrors: true });
  if (logs.length > 0) return logs.sort();
  throw new UsageError(
    `no PATH given, nothing on standard input, and no mail log where systems keep one (${SYSTEM_LOGS.join(', ')})`,
  );
}

function canHold(): boolean {
  try {
    const stats = fstatSync(0);
    return stats.isFIFO() || stats.isSocket() || (stats.isFile() && stats.size > 0);
  } catch {
    return false;
  }
}

async function holdsAnything(): Promise<boolean> {
  const head = await firstBytes(process.stdin);
  if (head.length > 0) process.stdin.unshift(head);
  return head.length > 0;
}

function statOrNull(file: string) {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

/** Bytes on disk; null when an input tells no size. */
function totalSize(sources: readonly Source[]): number | null {
  let total = 0;
  for (const { path } of sources) {
    if (path === '-') return null;
    total += statOrNull(path)?.size ?? 0;
  }
  return total;
}

const nameOf = ({ path }: { readonly path: string }) => (path === '-' ? '(stdin)' : path);

function reportErrors(result: ScanResult, messages: Messages): boolean {
  let failed = false;
  for (const input of result.inputs) {
    if (input.error === null) continue;
    failed = true;
    messages.error(`${nameOf(input)}: ${input.error.message}`);
  }
  return failed;
}

const isUnderstood = (input: InputReport) => input.knownLines > input.unparsedLines;

/** Says which inputs held nothing that is known. @returns whether that is an error. */
function reportRecognition(result: ScanResult, sources: readonly Source[], messages: Messages): boolean {
  const named = new Set(sources.filter((source) => source.named).map((source) => source.path));
  const read = result.inputs.filter((input) => input.error === null);
  const strange = read.filter((input) => input.bytes > 0 && !isUnderstood(input));
  const anyUnderstood = result.inputs.some(isUnderstood);
  let nothing = false;
  for (const input of strange) {
    if (anyUnderstood && !named.has(input.path)) continue;
    nothing = true;
    const lines = `${input.lines} ${input.lines === 1 ? 'line' : 'lines'}`;
    messages.error(
      `${nameOf(input)}: no line of a known MTA in ${lines}. Is it the mail log, in the form that syslog writes (Postfix)?`,
    );
  }
  if (read.length > 0 && read.every((input) => input.bytes === 0)) messages.note('nothing to read: the input is empty');
  return nothing;
}

function reportNotes({ counts, inputs, unparsed }: ScanResult, options: CheckedScanOptions, messages: Messages): void {
  if (options.verbose) {
    for (const input of inputs) {
      messages.note(`${nameOf(input)}: ${input.lines} lines, ${input.records} records, ${input.unparsedLines} not understood`);
    }
    for (const { path, line, text, why } of unparsed) messages.note(`${path}:${line}: ${why}: ${text}`);
  }
  const { unparsedLines } = counts.totals;
  if (unparsedLines > 0 && !options.verbose) {
    messages.note(
      `${unparsedLines} ${unparsedLines === 1 ? 'line' : 'lines'} of known programs not understood; --verbose shows the first`,
    );
  }
  if (counts.uncovered > 0) {
    messages.note(
      `${counts.uncovered} ${counts.uncovered === 1 ? 'recipient belongs to a message' : 'recipients belong to messages'} whose sender line is not in the input, and no outcome is counted for them: give the log before it too, and unfiltered`,
    );
  }
  if (counts.letGo > 0)
    messages.note(`${counts.letGo} messages were still open when there was no room for more; they are counted as they stood`);
}
