import { readBaseline, reportOverlap } from './baseline-file.js';
import { EXIT, UsageError } from './exit-code.js';
import { reportInputs } from './inputs.js';
import { checkPeriod, checkScanOptions, checkState, checkThreads, type RawArguments } from './options.js';
import { Outputs } from './output.js';
import { PLACEHOLDER } from './placeholder.js';
import { checkReport, reportMessages, writeReport } from './report-output.js';
import { runScan } from './run-scan.js';

/** `bouncelens [report] [PATH…]`. @returns the exit code. */
export async function reportCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const threads = checkThreads(raw);
  const wish = await checkReport(raw, options.format, options.outputs);
  const { groupings, keepsSummary, delays, compare } = wish;
  const period = checkPeriod(raw);
  const state = checkState(raw);
  const named = period === null ? options.outputs.find((file) => file.includes(PLACEHOLDER)) : undefined;
  if (named !== undefined)
    throw new UsageError(`--output ${named}: ${PLACEHOLDER} stands for the name of a period, and there is none without --period`);
  if (state !== null && period !== null)
    return (await import('./period-report.js')).periodReport({ file: state, length: period, options, wish, now });
  if (state !== null) return (await import('./state-report.js')).stateReport(state, options, wish, now);
  if (keepsSummary && options.redactor !== null) {
    throw new UsageError(
      '--redact: a summary holds the addresses of what is still open. Give the option to merge, where reports are made',
    );
  }
  const messages = reportMessages(wish, options.quiet);
  const before = compare === null ? null : readBaseline(compare, { ...wish, zone: options.zone }, messages);
  const outputs = await Outputs.open(wish.targets, (message) => messages.error(message));
  const { result, missing, exitCode } = await runScan({
    options,
    groupings,
    delays,
    now,
    outcomes: true,
    keepsSummary,
    threads,
    messages,
  });
  const inputs = reportInputs(result.inputs, missing);
  const { counts, summary } = result;
  const { zone, since, until, redactor } = options;
  const isMissing = compare !== null && before === null;
  if (before !== null) reportOverlap(before, counts, messages);
  const subject = { counts, before, inputs, zone, since, until, redactor, summary };
  return writeReport({ outputs, messages, wish, now, exitCode: isMissing ? EXIT.failed : exitCode }, subject);
}
