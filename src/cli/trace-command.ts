import type { Language } from '../catalogue/text/language.js';
import { findSources } from '../input/find.js';
import { traceNdjson } from '../report/trace-ndjson.js';
import { traceText } from '../report/trace-text.js';
import { type TraceResult, trace } from '../scan/trace.js';
import { EXIT, UsageError } from './exit-code.js';
import { destinations } from './formats.js';
import { limitYoungGeneration } from './heap-growth.js';
import { checkNotWrittenOver, defaultPaths, reportErrors, reportRecognition, reportUnparsed, totalSize } from './inputs.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import { type CheckedScanOptions, checkScanOptions, type RawArguments, TRACE_ARGUMENT } from './options.js';
import { Outputs } from './output.js';
import { ownRules } from './own-rules-file.js';
import { Progress } from './progress.js';
import { textWidth } from './text-output.js';

type TraceFormat = 'text' | 'ndjson';

/** `bouncelens trace QUEUEID|MESSAGEID|ADDRESS [PATH…]`. @returns the exit code. */
export async function traceCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const sought = checkSought(raw);
  const targets = destinations<TraceFormat>(['text', 'ndjson'], options.format, options.outputs).map(({ file, format }) => ({
    file,
    format,
    width: textWidth(file),
  }));
  const language = await languageOf(raw);
  const rules = await ownRules(options.rules);
  const messages = new Messages(options.quiet);
  limitYoungGeneration();
  const outputs = await Outputs.open(targets, (message) => messages.error(message));
  const found = await findSources(options.paths.length > 0 ? options.paths : await defaultPaths());
  checkNotWrittenOver(found.sources, options.outputs);
  for (const note of found.notes) messages.note(note);
  for (const error of found.errors) messages.error(`${error.path}: ${error.message}`);
  const size = totalSize(found.sources);
  // Every input is read twice.
  const progress = await Progress.start(options.progress && !options.quiet, size === null ? null : size * 2);
  const { since, until, zone, year, inputFormat } = options;
  const result = await trace({
    sought,
    sources: found.sources,
    stdin: process.stdin,
    since,
    until,
    zone,
    year,
    inputFormat,
    rules,
    progress: (bytes) => {
      progress.update(bytes);
      limitYoungGeneration();
    },
  }).finally(() => progress.stop());
  const shown = options.redactor === null ? result : { ...result, story: options.redactor.story(result.story) };
  outputs.write(({ format, width }) => textOf(shown, format, width, options, language));
  outputs.finish();
  for (const note of result.notes) messages.note(note);
  const failed = reportErrors(result.inputs, messages) || found.errors.length > 0;
  const nothing = reportRecognition(result.inputs, found.sources, messages);
  reportUnparsed(result.inputs, result.unparsed, options, messages);
  const isFound = result.story.messages.length + result.story.unqueued.length > 0;
  if (!isFound && !nothing) messages.error(notFound(options.redactor?.text(sought) ?? sought, result));
  return failed || outputs.failed ? EXIT.failed : nothing ? EXIT.nothingRecognised : isFound ? EXIT.done : EXIT.failed;
}

/** @throws UsageError */
function checkSought(raw: RawArguments): string {
  const sought = raw.queueid;
  if (typeof sought !== 'string' || sought === '' || sought === '<>') throw new UsageError(TRACE_ARGUMENT.missing);
  return sought;
}

function textOf(
  { story, names }: TraceResult,
  format: TraceFormat,
  width: number,
  { zone }: CheckedScanOptions,
  language: Language,
): Iterable<string> {
  return format === 'text' ? traceText(story, { names, zone, width, language }) : traceNdjson(story, names, zone);
}

function notFound(sought: string, { inputs, outside }: TraceResult): string {
  const lines = inputs.reduce((sum, input) => sum + input.lines, 0);
  const count = `${lines} ${lines === 1 ? 'line' : 'lines'}`;
  return outside === 0
    ? `no line about ${sought} in ${count}`
    : `no line about ${sought} in the period that is asked for; ${outside} of ${count} are about it, before or behind`;
}
