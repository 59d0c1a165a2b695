import type { ReportInput } from '../report/json.js';
import { EXIT } from './exit-code.js';
import { nameOf } from './inputs.js';
import { Messages } from './messages.js';
import { checkScanOptions, checkThreads, type RawArguments } from './options.js';
import { Outputs } from './output.js';
import { checkReport, writeReport } from './report-output.js';
import { runScan } from './run-scan.js';

/** `bouncelens [report] [PATH…]`. @returns the exit code. */
export async function reportCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const threads = checkThreads(raw);
  const wish = await checkReport(raw, options.format, options.outputs);
  const outputs = new Outputs(wish.targets, (message) => new Messages(options.quiet).error(message));
  const { groupings, keepsSummary } = wish;
  const { result, exitCode } = await runScan({ options, groupings, now, outcomes: true, keepsSummary, threads });
  const inputs = result.inputs.map(
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
  );
  const { counts, summary } = result;
  const { zone, since, until } = options;
  writeReport(outputs, wish, { counts, inputs, zone, since, until, summary }, now);
  outputs.finish();
  return outputs.failed ? EXIT.failed : exitCode;
}
