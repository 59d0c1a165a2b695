import type { ReportInput } from '../report/json.js';
import { readBaseline, reportOverlap } from './baseline-file.js';
import { EXIT, UsageError } from './exit-code.js';
import { nameOf } from './inputs.js';
import { checkScanOptions, checkThreads, type RawArguments } from './options.js';
import { Outputs } from './output.js';
import { checkReport, reportMessages, writeReport } from './report-output.js';
import { runScan } from './run-scan.js';

/** `bouncelens [report] [PATH…]`. @returns the exit code. */
export async function reportCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const threads = checkThreads(raw);
  const wish = await checkReport(raw, options.format, options.outputs);
  const { groupings, keepsSummary, delays, compare } = wish;
  if (keepsSummary && options.redactor !== null) {
    throw new UsageError(
      '--redact: a summary holds the addresses of what is still open. Give the option to merge, where reports are made',
    );
  }
  const messages = reportMessages(wish, options.quiet);
  const before = compare === null ? null : readBaseline(compare, { ...wish, zone: options.zone }, messages);
  const outputs = new Outputs(wish.targets, (message) => messages.error(message));
  const { result, exitCode } = await runScan({
    options,
    groupings,
    delays,
    now,
    outcomes: true,
    keepsSummary,
    threads,
    messages,
  });
  const inputs = result.inputs.map(
    ({ path, kind, mta, bytes, lines, messages: mails, records, unparsedLines, error }): ReportInput => ({
      path: nameOf({ path }),
      kind,
      mta,
      bytes,
      ...(kind === 'mail' ? { messages: mails } : { lines }),
      records,
      unparsedLines,
      error: error?.message ?? null,
    }),
  );
  const { counts, summary } = result;
  const { zone, since, until, redactor } = options;
  const isMissing = compare !== null && before === null;
  if (before !== null) reportOverlap(before, counts, messages);
  const subject = { counts, before, inputs, zone, since, until, redactor, summary };
  return writeReport({ outputs, messages, wish, now, exitCode: isMissing ? EXIT.failed : exitCode }, subject);
}
