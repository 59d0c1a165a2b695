import type { ReportInput } from '../report/json.js';
import { addToCounters, PROMETHEUS_GROUPINGS } from '../report/prometheus.js';
import type { StateStore } from '../state/state-store.js';
import { readBaseline, reportOverlap } from './baseline-file.js';
import { EXIT, UsageError } from './exit-code.js';
import { reportInputs } from './inputs.js';
import type { Messages } from './messages.js';
import type { CheckedScanOptions } from './options.js';
import { Outputs } from './output.js';
import { composeReport, concluded, type ReportWish, reportMessages } from './report-output.js';
import { keepState, runScanNew, withState } from './run-scan-new.js';

/** A state of reports is none of other commands. */
const USE = 'report';

/** Totals are kept also while no report shows them, so that they grow from the first run on. */
const withMetrics = (groupings: ReportWish['groupings']): ReportWish['groupings'] => [
  ...new Map([...groupings, ...PROMETHEUS_GROUPINGS].map((names) => [names.join(), names])).values(),
];

/** The report of what is new since the last run with a state. @returns the exit code. @throws StateError */
export async function stateReport(file: string, options: CheckedScanOptions, wish: ReportWish, now: number): Promise<number> {
  if (wish.keepsSummary) {
    throw new UsageError(
      '--format summary and --state: what is open stays in the state and would be missing in the summary. Leave out one of the two',
    );
  }
  const messages = reportMessages(wish, options.quiet);
  return withState({ file, use: USE, now, messages }, (store) => reportNew(store, { file, options, wish, now, messages }));
}

interface NewReport {
  readonly file: string;
  readonly options: CheckedScanOptions;
  readonly wish: ReportWish;
  readonly now: number;
  readonly messages: Messages;
}

async function reportNew(store: StateStore, { file, options, wish, now, messages }: NewReport): Promise<number> {
  const groupings = withMetrics(wish.groupings);
  const { compare } = wish;
  const before = compare === null ? null : readBaseline(compare, { ...wish, zone: options.zone }, messages);
  if (store.state.ledger !== null)
    throw new UsageError(`--state ${file}: was begun with --period ${store.state.ledger.length}: give that, or another file`);
  const outputs = await Outputs.open(wish.targets, (message) => messages.error(message));
  const { result, missing, exitCode } = await runScanNew({
    options,
    state: store.state,
    groupings,
    now,
    outcomes: true,
    messages,
  });
  const { counts, open, state } = result;
  const counters = addToCounters(state.counters, counts);
  counts.merge(open);
  const inputs: readonly ReportInput[] = reportInputs(result.inputs, missing);
  const { zone, redactor } = options;
  if (before !== null) reportOverlap(before, counts, messages);
  const isMissing = compare !== null && before === null;
  const run = { outputs, messages, wish, now, exitCode: isMissing ? EXIT.failed : exitCode };
  const reached = composeReport(run, {
    counts,
    before,
    inputs,
    zone,
    since: null,
    until: null,
    redactor,
    summary: null,
    kept: { counters, open },
  });
  if (!(await keepState(store, { ...state, use: USE, counters }, [outputs]))) {
    messages.error(`${file}: not changed, as a report could not be written; the next run reads the same once more`);
    return EXIT.failed;
  }
  return concluded(run, reached);
}
