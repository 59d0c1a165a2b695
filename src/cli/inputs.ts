import { fstatSync, statSync } from 'node:fs';
import { type Source, SYSTEM_LOGS } from '../input/find.js';
import type { InputError } from '../input/input-error.js';
import { firstBytes } from '../input/read.js';
import type { ReportInput } from '../report/json.js';
import type { InputReport, UnparsedExample } from '../scan/input-report.js';
import { UsageError } from './exit-code.js';
import type { Messages } from './messages.js';
import type { CheckedScanOptions } from './options.js';

/** Standard input when it holds anything, else the logs of the system; so a cron job without arguments reads the logs. */
export async function defaultPaths(): Promise<readonly string[]> {
  if (await standardInputHolds()) return ['-'];
  const { default: fastGlob } = await import('fast-glob');
  const logs = await fastGlob([...SYSTEM_LOGS], { suppressErrors: true });
  if (logs.length > 0) return logs.sort();
  throw new UsageError(
    `no PATH given, nothing on standard input, and no mail log where systems keep one (${SYSTEM_LOGS.join(', ')})`,
  );
}

/** Whether standard input is a pipe or a file that holds anything. */
export const standardInputHolds = async (): Promise<boolean> => !process.stdin.isTTY && canHold() && (await holdsAnything());

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

/** A report in the place of the log that it tells of would be the end of the log. @throws UsageError */
export function checkNotWrittenOver(sources: readonly Source[], outputs: readonly string[]): void {
  for (const output of outputs) {
    const target = fileAt(output);
    if (target === null) continue;
    // What a folder holds was not chosen by name: a report of last time may stand there.
    const source = sources.find(({ path, named }) => named && fileAt(path) === target);
    if (source !== undefined)
      throw new UsageError(`--output ${output}: is read as ${nameOf(source)}, and would be written over. Give another file`);
  }
}

/** A file by what it is; null where there is none. */
function fileAt(file: string): string | null {
  try {
    const stats = statSync(file, { bigint: true });
    return stats.isFile() ? `${stats.dev}:${stats.ino}` : null;
  } catch {
    return null;
  }
}

/** Bytes on disk; null when an input tells no size. */
export function totalSize(sources: readonly Source[]): number | null {
  return sources.some(({ path }) => path === '-') ? null : sizeOfFiles(sources);
}

/** Bytes on disk of all inputs that are files. */
export function sizeOfFiles(sources: readonly Source[]): number {
  let total = 0;
  for (const { path } of sources) {
    try {
      total += statSync(path).size;
    } catch {
      // Reading it will tell what is wrong.
    }
  }
  return total;
}

/** An input as messages name it. */
export const nameOf = ({ path }: { readonly path: string }) => (path === '-' ? '(stdin)' : path);

/** Inputs as a report names them. @param missing what could not be found or opened: a report without it is not whole either. */
export const reportInputs = (inputs: readonly InputReport[], missing: readonly InputError[] = []): ReportInput[] => [
  ...inputs.map(
    ({ path, kind, mta, bytes, lines, messages, records, unparsedLines, error }): ReportInput => ({
      path: nameOf({ path }),
      kind,
      mta,
      bytes,
      ...(kind === 'mail' ? { messages } : { lines }),
      records,
      unparsedLines,
      error: error?.message ?? null,
    }),
  ),
  ...missing.map(missingInput),
];

/** An input of which there is nothing but what went wrong. */
export const missingInput = ({ path, message }: Pick<InputError, 'path' | 'message'>): ReportInput => ({
  ...{ path: nameOf({ path }), kind: null, mta: null },
  ...{ bytes: 0, lines: 0, records: 0, unparsedLines: 0, error: message },
});

const counted = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;

/** Names the inputs that could not be read. @returns whether there are any. */
export function reportErrors(inputs: readonly InputReport[], messages: Messages): boolean {
  let failed = false;
  for (const input of inputs) {
    if (input.error === null) continue;
    failed = true;
    messages.error(`${nameOf(input)}: ${input.error.message}`);
  }
  return failed;
}

const isUnderstood = (input: InputReport) => input.knownLines > 0 || input.messages > 0;

interface RecognitionOptions {
  /** Inputs that were recognised before, of which only what is new was read. */
  readonly recognised?: ReadonlySet<string>;
  /** What is said when there was nothing to read. */
  readonly empty?: string;
}

/** Says which inputs held nothing that is known. @returns whether that is an error. */
export function reportRecognition(
  inputs: readonly InputReport[],
  sources: readonly Source[],
  messages: Messages,
  { recognised = new Set(), empty = 'nothing to read: the input is empty' }: RecognitionOptions = {},
): boolean {
  const named = new Set(sources.filter((source) => source.named).map((source) => source.path));
  const read = inputs.filter((input) => input.error === null);
  const anyUnderstood = inputs.some(isUnderstood);
  let nothing = false;
  for (const input of read) {
    if (input.bytes === 0 || isUnderstood(input) || recognised.has(input.path) || (anyUnderstood && !named.has(input.path)))
      continue;
    nothing = true;
    messages.error(
      `${nameOf(input)}: no line of a known MTA in ${counted(input.lines, 'line')}. Is it the mail log, in the form that syslog writes (Postfix), or a mail? --input-format tells what it is`,
    );
  }
  if (read.length > 0 && read.every((input) => input.bytes === 0)) messages.note(empty);
  return nothing;
}

/** Says what was not understood: how much, and with --verbose the first of it, and what every input held. */
export function reportUnparsed(
  inputs: readonly InputReport[],
  unparsed: readonly UnparsedExample[],
  { verbose, redactor }: CheckedScanOptions,
  messages: Messages,
): void {
  if (verbose) {
    for (const input of inputs) {
      messages.note(`${nameOf(input)}: ${counted(input.lines, 'line')}, ${input.unparsedLines} not understood`);
    }
    for (const { path, line, text, why } of unparsed) messages.note(`${path}:${line}: ${why}: ${redactor?.text(text) ?? text}`);
    return;
  }
  const lines = inputs.reduce((sum, { unparsedLines }) => sum + unparsedLines, 0);
  if (lines > 0) messages.note(`${counted(lines, 'line')} of known programs not understood; --verbose shows the first`);
}
