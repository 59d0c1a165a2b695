import type { Dimension } from '../model/dimension.js';
import { addToCounters, PROMETHEUS_GROUPINGS } from '../report/prometheus.js';
import type { Ledger } from '../state/ledger.js';
import { book, type DuePeriod, newLedger, withOpen } from '../state/periods.js';
import type { State } from '../state/state.js';
import type { StateStore } from '../state/state-store.js';
import { Calendar, type PeriodLength } from '../summary/calendar.js';
import { SUMMARY_GROUPINGS } from '../summary/groupings.js';
import { PeriodCounts } from '../summary/period-counts.js';
import { readBaseline } from './baseline-file.js';
import { EXIT, UsageError } from './exit-code.js';
import type { Destination } from './formats.js';
import { reportInputs } from './inputs.js';
import type { Messages } from './messages.js';
import type { CheckedScanOptions } from './options.js';
import { Outputs } from './output.js';
import { PLACEHOLDER } from './placeholder.js';
import { REPORT_WRITERS, type ReportFormat } from './report-formats.js';
import { composeReport, concluded, type ReportRun, type ReportWish, reportMessages } from './report-output.js';
import { keepState, runScanNew, withState } from './run-scan-new.js';

/** A state of reports is none of other commands. */
const USE = 'report';

type Target = Destination<ReportFormat>;

interface PeriodWish {
  readonly file: string;
  readonly length: PeriodLength;
  readonly options: CheckedScanOptions;
  readonly wish: ReportWish;
  readonly now: number;
}

/** The reports of the periods that are over. @returns the exit code. @throws StateError */
export async function periodReport(asked: PeriodWish): Promise<number> {
  const { file, options, wish, now } = asked;
  checkTargets(wish.targets);
  const messages = reportMessages(wish, options.quiet);
  return withState({ file, use: USE, now, messages }, (store) => reportPeriods(store, asked, messages));
}

async function reportPeriods(
  store: StateStore,
  { file, length, options, wish, now }: PeriodWish,
  messages: Messages,
): Promise<number> {
  const { zone, redactor } = options;
  const baseline = wish.compare === null ? null : readBaseline(wish.compare, { ...wish, zone }, messages);
  const isMissing = wish.compare !== null && baseline === null;
  const before = ledgerOf(store.state, file, { length, zone: zone.name, groupings: groupingsFor(wish) }, wish);
  const calendar = new Calendar(length, zone);
  const { groupings } = before;
  const newCounts = (counting: ConstructorParameters<typeof PeriodCounts>[0]) => new PeriodCounts(counting, calendar, now);
  const scanned = { options, state: store.state, groupings, now, outcomes: true, newCounts, messages };
  const { result, missing, exitCode: scanCode } = await runScanNew(scanned);
  const exitCode = isMissing ? EXIT.failed : scanCode;
  const { counts, open, state, names } = result;
  const { ledger, due } = book(before, counts as PeriodCounts, { zone, now, names });
  const kept = {
    counters: addToCounters(state.counters, (counts as PeriodCounts).whole()),
    open: (open as PeriodCounts).whole(),
  };
  say(due, length, messages);
  const inputs = reportInputs(result.inputs, missing);
  const reports = wish.targets.filter((target) => !isMetrics(target));
  const runs: { readonly run: ReportRun; readonly reached: readonly string[] }[] = [];
  for (const one of due) {
    const isLatest = one === latestOf(due);
    const targets = reports.flatMap((target) => targetOf(target, one, isLatest) ?? []);
    const outputs = await Outputs.open(targets, (message) => messages.error(message));
    const run = { outputs, messages, wish: { ...wish, targets }, now, exitCode };
    const subject = { counts: withOpen(one, open as PeriodCounts), before: baseline, inputs, zone, redactor, summary: null };
    const reached = composeReport(run, { ...subject, since: one.start, until: one.end });
    runs.push({ run, reached: reached.map((why) => `${one.name}: ${why}`) });
  }
  const metrics = wish.targets.filter(isMetrics);
  if (metrics.length > 0) {
    const outputs = await Outputs.open(metrics, (message) => messages.error(message));
    const run = { outputs, messages, wish: { ...wish, targets: metrics, thresholds: [] }, now, exitCode };
    const subject = { counts: kept.open, before: null, inputs, zone, redactor, summary: null, kept };
    composeReport(run, { ...subject, since: null, until: null });
    runs.push({ run, reached: [] });
  }
  const all = runs.map(({ run }) => run.outputs);
  if (!(await keepState(store, { ...state, use: USE, ledger, counters: kept.counters }, all))) {
    messages.error(`${file}: not changed, as a report could not be written; the next run reports the same once more`);
    return EXIT.failed;
  }
  const codes = runs.map(({ run, reached }) => concluded(run, reached));
  return codes.find((code) => code !== EXIT.done) ?? exitCode;
}

/** Metrics are totals over all runs, written by each of them. */
const isMetrics = ({ format }: Target): boolean => format === 'prometheus';

/** One file for each period, or one after another on standard output. @throws UsageError */
function checkTargets(targets: readonly Target[]): void {
  for (const { file, format } of targets) {
    if (format === 'summary')
      throw new UsageError('--format summary and --state: what is open stays in the state and would be missing in the summary');
    if (file === null && format === 'html')
      throw new UsageError(`--format html and --period: several pages are no page. Write files: -o 'report-${PLACEHOLDER}.html'`);
  }
  const reports = targets.filter((target) => !isMetrics(target));
  if (reports.length > 0 && reports.every(({ file }) => file !== null && !file.includes(PLACEHOLDER))) {
    const [first] = reports;
    throw new UsageError(
      `--output ${first?.file}: after a night without a run, two reports would have the same name. Name one of the files by the period, as -o 'report-${PLACEHOLDER}.csv'; others hold the latest`,
    );
  }
}

/** Where the report of a period goes: a file without the name of the period holds the latest. */
function targetOf({ file, format }: Target, { name }: DuePeriod, isLatest: boolean): Target | null {
  if (file === null) return { file, format };
  if (file.includes(PLACEHOLDER)) return { file: file.replaceAll(PLACEHOLDER, name), format };
  return isLatest ? { file, format } : null;
}

/** The period that ended last; null when none is over that was not before. */
const latestOf = (due: readonly DuePeriod[]): DuePeriod | null => due.findLast(({ why }) => why === 'over') ?? null;

/** All that a report of a period may be asked for later, so that its counts need not be read again. */
function groupingsFor({ groupings }: ReportWish): readonly (readonly Dimension[])[] {
  const all = [
    ...SUMMARY_GROUPINGS,
    ...PROMETHEUS_GROUPINGS,
    ...Object.values(REPORT_WRITERS).flatMap((writer) => writer.groupings),
  ];
  return [...new Map([...all, ...groupings].map((names) => [names.join(), names])).values()];
}

/** The periods of the state. @throws UsageError when it was begun for something else. */
function ledgerOf(state: State, file: string, asked: Pick<Ledger, 'length' | 'zone' | 'groupings'>, wish: ReportWish): Ledger {
  const { ledger } = state;
  const begunWith = (what: string) =>
    new UsageError(`--state ${file}: was begun ${what}: give that, or another file, which can be used beside it`);
  if (ledger === null) {
    if (state.run > 0) throw begunWith('without --period');
    return newLedger(asked.length, asked.zone, asked.groupings);
  }
  if (ledger.length !== asked.length) throw begunWith(`with --period ${ledger.length}`);
  if (ledger.zone !== asked.zone) throw begunWith(`with --timezone ${ledger.zone}, in which its days begin`);
  const known = ledger.groupings.map((names) => names.join());
  const missing = wish.groupings.find((names) => !known.includes(names.join()));
  if (missing !== undefined) throw begunWith(`without --by ${missing.join()}. It counts by ${known.sort().join(' ')}`);
  return ledger;
}

/** Says which reports are made, where that does not go without saying. */
function say(due: readonly DuePeriod[], length: PeriodLength, messages: Messages): void {
  if (due.length === 0) messages.note(`no ${length} is over that was not reported yet`);
  const over = due.filter(({ why }) => why === 'over');
  if (over.length > 1) messages.note(`${over.length} reports: ${listOf(over)}`);
  for (const { name, why, late } of due) {
    const records = `${late} ${late === 1 ? 'record' : 'records'}`;
    if (why === 'late')
      messages.note(`${name}: ${records} came after it was reported; its report is made again and replaces the first`);
    if (why === 'more')
      messages.note(
        `${name}: ${records} came when what was reported of that ${length} was not kept any more; this report holds them alone`,
      );
  }
}

const FEW = 8;

const listOf = (due: readonly DuePeriod[]): string => {
  const names = due.map(({ name }) => name);
  return names.length <= FEW ? names.join(', ') : `${names[0]} to ${names.at(-1)}`;
};
