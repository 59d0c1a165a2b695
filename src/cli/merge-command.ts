import { readFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { Classifier } from '../classify/classify.js';
import { findSources, type Source } from '../input/find.js';
import { InputError, systemMessage } from '../input/input-error.js';
import type { Dimension } from '../model/dimension.js';
import type { ReportInput } from '../report/json.js';
import { groupingsOf } from '../report/threshold.js';
import { KnownInputs } from '../summary/known-inputs.js';
import { MergeError, type Piece } from '../summary/piece.js';
import type { Summary } from '../summary/summary.js';
import { SummaryFile, SummaryFileError, writeSummary } from '../summary/summary-file.js';
import { readBaseline, reportOverlap } from './baseline-file.js';
import { EXIT, UsageError } from './exit-code.js';
import { missingInput, nameOf } from './inputs.js';
import type { Messages } from './messages.js';
import { flag, list, type RawArguments, redactorOf, single } from './options.js';
import { Outputs } from './output.js';
import { checkReport, type ReportWish, reportMessages, writeReport } from './report-output.js';
import { reportLetGo, reportUncovered } from './run-scan.js';

/** A summary that was opened. */
interface Part {
  readonly name: string;
  readonly file: SummaryFile;
}

/** `bouncelens merge SUMMARY…`. @returns the exit code. */
export async function mergeCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const paths = list(raw.paths).map(String);
  if (paths.length === 0) throw new UsageError('merge needs the summaries that `report --format summary` wrote');
  const redactor = redactorOf(raw);
  const wish = await checkReport(raw, single(raw, 'format') ?? null, list(raw.output).map(String));
  if (wish.keepsSummary && redactor !== null)
    throw new UsageError('--redact: a summary holds the addresses of what is still open');
  const messages = reportMessages(wish, flag(raw, 'quiet'));
  const found = await findSources(paths);
  for (const note of found.notes) messages.note(note);
  for (const error of found.errors) messages.error(`${error.path}: ${error.message}`);
  /** Summaries of which the report holds nothing. */
  const missing = [...found.errors];
  const parts: Part[] = [];
  for (const source of found.sources) {
    const part = await openPart(source);
    if (part instanceof InputError) missing.push(tell(part, messages));
    else parts.push(part);
  }
  if (parts.length === 0) return EXIT.failed;
  const groupings = commonGroupings(parts, wish, messages);
  const inputs = new KnownInputs();
  let merged: Summary;
  try {
    const { summary, unread } = merge(parts, groupings, inputs, messages);
    merged = summary;
    missing.push(...unread);
  } catch (error) {
    if (!(error instanceof MergeError)) throw error;
    messages.error(error.message);
    return EXIT.failed;
  }
  const { zone, since, until } = merged.options;
  const { compare } = wish;
  const before = compare === null ? null : readBaseline(compare, { ...wish, groupings, zone }, messages);
  const outputs = await Outputs.open(wish.targets, (message) => messages.error(message));
  const written = wish.keepsSummary ? writeSummary(merged, inputs) : null;
  const pieces = merged.pieces.toSorted(
    (a, b) => (a.firstTime ?? Infinity) - (b.firstTime ?? Infinity) || (a.held.path < b.held.path ? -1 : 1),
  );
  const counts = merged.conclude();
  for (const { held } of pieces) if (held.error !== null) messages.note(`${nameOf(held)}: ${held.error} (when it was read)`);
  reportUncovered(counts, messages);
  reportLetGo(counts, messages);
  if (before !== null) reportOverlap(before, counts, messages);
  const isUncompared = compare !== null && before === null;
  const exitCode = missing.length > 0 || isUncompared ? EXIT.failed : EXIT.done;
  const subject = {
    counts,
    before,
    inputs: [...inputsOf(pieces), ...missing.map(missingInput)],
    zone,
    since,
    until,
    redactor,
    summary: written,
  };
  return writeReport({ outputs, messages, wish, now, exitCode }, subject);
}

/** Says that a summary cannot be read. */
function tell(error: InputError, messages: Messages): InputError {
  messages.error(`${error.path}: ${error.message}`);
  return error;
}

/** Opens one of the summaries. @returns what is wrong where it cannot. */
async function openPart(source: Source): Promise<Part | InputError> {
  const name = nameOf(source);
  try {
    const bytes = source.path === '-' ? await buffer(process.stdin) : readFileSync(source.path);
    return { name, file: new SummaryFile(bytes) };
  } catch (error) {
    return new InputError(name, error instanceof SummaryFileError ? error.message : systemMessage(error));
  }
}

/** The groupings that all parts have; which are left out is said. @throws UsageError when the one that is asked for is missing. */
function commonGroupings(parts: readonly Part[], wish: ReportWish, messages: Messages): readonly (readonly Dimension[])[] {
  const has = ({ file }: Part, names: readonly Dimension[]) => file.head.groupings.some((known) => known.join() === names.join());
  const all = new Map(parts.flatMap(({ file }) => file.head.groupings).map((names) => [names.join(), names]));
  const common: (readonly Dimension[])[] = [];
  const missing = new Map<string, Part[]>();
  for (const [by, names] of all) {
    const without = parts.filter((part) => !has(part, names));
    if (without.length === 0) common.push(names);
    else missing.set(by, without);
  }
  const isReport = wish.targets.some(({ format }) => format !== 'summary');
  const needed = [...(isReport ? [wish.grouping] : []), ...wish.thresholds.flatMap(groupingsOf)].map((names) => names.join());
  const lacking = needed.find((by) => common.every((names) => names.join() !== by));
  if (lacking !== undefined) {
    const without = missing.get(lacking) ?? parts;
    const known = common.map((names) => names.join()).sort();
    throw new UsageError(
      `--by ${lacking}: not counted in ${without.map(({ name }) => name).join(', ')}. All have: ${known.join(' ') || 'none'}`,
    );
  }
  if (wish.keepsSummary) {
    for (const [by, without] of missing) {
      messages.note(`by ${by}: left out of the summary, as ${without.map(({ name }) => name).join(', ')} does not have it`);
    }
  }
  return common.sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

/**
 * Merges those that can be read. Those that hold most come first, so that what is part of another is known as such, in whatever
 * order they are named. @throws MergeError
 */
function merge(
  parts: readonly Part[],
  groupings: readonly (readonly Dimension[])[],
  inputs: KnownInputs,
  messages: Messages,
): { readonly summary: Summary; readonly unread: readonly InputError[] } {
  const classifier = new Classifier();
  const classify = classifier.classify.bind(classifier);
  const read: { readonly name: string; readonly summary: Summary }[] = [];
  const unread: InputError[] = [];
  for (const { name, file } of parts) {
    try {
      read.push({ name, summary: file.read({ groupings, classify, inputs, compareInputs: inputs.compare }) });
    } catch (error) {
      if (!(error instanceof SummaryFileError)) throw error;
      unread.push(tell(new InputError(name, error.message), messages));
    }
  }
  read.sort((a, b) => b.summary.pieces.length - a.summary.pieces.length);
  const [first, ...rest] = read;
  if (first === undefined) throw new MergeError('none of the summaries can be read');
  for (const { name, summary } of rest) {
    try {
      const again = first.summary.merge(summary);
      if (again.length > 0) messages.note(`${name}: ${pieceNames(again)} counted once, as another summary holds it too`);
    } catch (error) {
      throw error instanceof MergeError ? new MergeError(`${name} cannot be merged with the others: ${error.message}`) : error;
    }
  }
  return { summary: first.summary, unread };
}

const pieceNames = (pieces: readonly Piece[]): string =>
  pieces.length > 3
    ? `${pieces.length} inputs are`
    : `${pieces.map(({ held }) => nameOf(held)).join(', ')} ${pieces.length === 1 ? 'is' : 'are'}`;

/** The inputs as a report names them: the messages of a Maildir are one. */
function inputsOf(pieces: readonly Piece[]): ReportInput[] {
  const inputs = new Map<string, ReportInput>();
  pieces.forEach(({ from, to, held }, place) => {
    const { path, kind, mta, lines, messages, records, unparsedLines, error } = held;
    const size = kind === 'mail' ? { messages } : { lines };
    const key = kind === 'mail' && error === null ? path : `${place}`;
    const known = inputs.get(key);
    if (known === undefined) {
      inputs.set(key, { path, kind, mta, bytes: to - from, ...size, records, unparsedLines, error });
      return;
    }
    inputs.set(key, {
      ...known,
      mta: mta === null || mta === known.mta ? known.mta : known.mta === null ? mta : 'several',
      bytes: known.bytes + to - from,
      messages: (known.messages ?? 0) + messages,
      records: known.records + records,
      unparsedLines: known.unparsedLines + unparsedLines,
    });
  });
  return [...inputs.values()];
}
