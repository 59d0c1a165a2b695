import type { ReportInput } from '../report/json.js';
import { readBaseline, reportOverlap } from './baseline-file.js';
import { EXIT, UsageError } from './exit-code.js';
import { reportInputs } from './inputs.js';
import type { CheckedScanOptions } from './options.js';
import { Outputs } from './output.js';
import { composeReport, concluded, type ReportWish, reportMessages } from './report-output.js';
import { keepState, openState, runScanNew } from './run-scan-new.js';

/** The report of what is new since the last run with a state. @returns the exit code. @throws StateError */
export async function stateReport(file: string, options: CheckedScanOptions, wish: ReportWish, now: number): Promise<number> {
  if (wish.keepsSummary) {
    throw new UsageError(
      '--format summary and --state: what is open stays in the state and would be missing in the summary. Leave out one of the two',
    );
  }
  const { groupings, compare } = wish;
  const messages = reportMessages(wish, options.quiet);
  const before = compare === null ? null : readBaseline(compare, { ...wish, zone: options.zone }, messages);
  const store = openState(file, now, messages);
  const outputs = new Outputs(wish.targets, (message) => messages.error(message));
  const { result, exitCode } = await runScanNew({ options, state: store.state, groupings, now, outcomes: true, messages });
  const { counts, open, state } = result;
  counts.merge(open);
  const inputs: readonly ReportInput[] = reportInputs(result.inputs);
  const { zone, redactor } = options;
  if (before !== null) reportOverlap(before, counts, messages);
  const isMissing = compare !== null && before === null;
  const run = { outputs, messages, wish, now, exitCode: isMissing ? EXIT.failed : exitCode };
  const reached = composeReport(run, { counts, before, inputs, zone, since: null, until: null, redactor, summary: null });
  if (!(await keepState(store, state, [outputs]))) {
    messages.error(`${file}: not changed, as a report could not be written; the next run reads the same once more`);
    return EXIT.failed;
  }
  return concluded(run, reached);
}
