import type { Language } from '../catalogue/text/language.js';
import type { Dimension } from '../model/dimension.js';
import type { Zone } from '../model/zone.js';
import { type Baseline, baselineOf, type Period } from '../report/baseline.js';
import type { ReportDocument, ReportInput } from '../report/json.js';
import type { Redactor } from '../report/redaction.js';
import { beforeIn, localTime, newRows, reportTable, rowsIn, tableOf } from '../report/rows.js';
import { crossed, groupingsOf, needsBaseline, type Threshold } from '../report/threshold.js';
import type { Counts, Totals } from '../summary/counts.js';
import { type ColorWhen, checkColor } from './color.js';
import { EXIT, UsageError } from './exit-code.js';
import { checkThresholds } from './fail-on.js';
import { type Destination, destinations } from './formats.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import { checkGrouping, checkTop, flag, type RawArguments, single } from './options.js';
import type { Outputs } from './output.js';
import { REPORT_WRITERS, type ReportFormat, type ReportMaterial, type ReportWriter } from './report-formats.js';
import { textStyle } from './text-output.js';
import { generator } from './version.js';

/** How a report is to be written. */
export interface ReportWish {
  readonly grouping: readonly Dimension[];
  readonly top: number | null;
  readonly color: ColorWhen;
  readonly language: Language;
  readonly targets: readonly Destination<ReportFormat>[];
  /** What has to be counted for it, each grouping once. */
  readonly groupings: readonly (readonly Dimension[])[];
  /** Whether one of the outputs is a summary. */
  readonly keepsSummary: boolean;
  /** Whether one of them tells how long deliveries took. */
  readonly delays: boolean;
  /** `--compare`: a summary to compare with. */
  readonly compare: string | null;
  readonly thresholds: readonly Threshold[];
  readonly quietIfOk: boolean;
}

/** Checks what the options say of the report. @throws UsageError */
export async function checkReport(raw: RawArguments, format: string | null, files: readonly string[]): Promise<ReportWish> {
  const grouping = checkGrouping(raw);
  const top = checkTop(raw);
  const color = checkColor(raw);
  const language = await languageOf(raw);
  const targets = destinations<ReportFormat>(formats(), format, files);
  const keepsSummary = targets.some((target) => target.format === 'summary');
  if (process.stdout.isTTY && targets.some((target) => target.format === 'summary' && target.file === null)) {
    throw new UsageError('a summary is no text for a terminal: write it to a file with -o FILE.summary');
  }
  const thresholds = checkThresholds(raw);
  const quietIfOk = flag(raw, 'quiet-if-ok');
  const compare = single(raw, 'compare') ?? null;
  const uncompared = compare === null ? thresholds.find(needsBaseline) : undefined;
  if (uncompared !== undefined)
    throw new UsageError(`--fail-on: '${uncompared.text}' needs --compare FILE.summary, to know what is not new`);
  const writers: readonly ReportWriter[] = targets.map((target) => REPORT_WRITERS[target.format]);
  const all = [grouping, ...writers.flatMap((writer) => writer.groupings), ...thresholds.flatMap(groupingsOf)];
  const groupings = [...new Map(all.map((names) => [names.join(), names])).values()];
  const delays = writers.some((writer) => writer.delays === true);
  return { grouping, top, color, language, targets, groupings, keepsSummary, delays, compare, thresholds, quietIfOk };
}

/** Text is for people: the default where they read it, as CSV is elsewhere. */
const formats = (): readonly [ReportFormat, ...ReportFormat[]] => {
  const all = Object.keys(REPORT_WRITERS) as ReportFormat[];
  return [process.stdout.isTTY ? 'text' : 'csv', ...all];
};

/** What is said while a report is made: notes wait where they may not be wanted. */
export const reportMessages = ({ quietIfOk }: ReportWish, quiet: boolean): Messages => new Messages(quiet, quietIfOk);

/** What was found out. */
export interface ReportSubject {
  readonly counts: Counts;
  /** What was counted in the period to compare with; null where there is none, or it cannot be read. */
  readonly before: Counts | null;
  readonly inputs: readonly ReportInput[];
  readonly zone: Zone;
  /** The period that was asked for. */
  readonly since: number | null;
  readonly until: number | null;
  readonly redactor: Redactor | null;
  readonly summary: Uint8Array | null;
  readonly kept?: ReportMaterial['kept'];
}

/** How a report comes out of a run. */
export interface ReportRun {
  readonly outputs: Outputs<Destination<ReportFormat>>;
  readonly messages: Messages;
  readonly wish: ReportWish;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** What the shell is told if nothing else goes wrong. */
  readonly exitCode: number;
}

/** Writes the report to every output. @returns the exit code. */
export function writeReport(run: ReportRun, subject: ReportSubject): number {
  const reached = composeReport(run, subject);
  run.outputs.finish();
  return concluded(run, reached);
}

/** Writes the report to every output, which is not visible yet. @returns what `--fail-on` was crossed by. */
export function composeReport({ outputs, messages, wish, now, exitCode }: ReportRun, subject: ReportSubject): readonly string[] {
  const { thresholds, quietIfOk, targets } = wish;
  const { counts, summary } = subject;
  const baseline = baselineFor(subject);
  const fresh = baseline === null ? null : newRowNames(wish, subject, baseline);
  const reached = thresholds.flatMap((threshold) => crossed(threshold, counts, fresh) ?? []);
  const isOk = exitCode === EXIT.done && (thresholds.length > 0 ? reached.length === 0 : isFlawless(counts.totals));
  const isSilent = quietIfOk && isOk;
  if (!isSilent) messages.release();
  // A summary may be all that is wanted, of summaries that do not have the grouping of a report.
  const isSummary = targets.every(({ format }) => format === 'summary');
  const material = isSummary ? null : materialOf(wish, subject, baseline, now, exitCode);
  outputs.write(({ format, file }) => {
    if (isSilent && file === null) return '';
    return material === null ? summary! : REPORT_WRITERS[format].write({ ...material, style: textStyle(file, wish.color) });
  });
  return reached;
}

/** Says what was crossed. @returns the exit code. */
export function concluded({ outputs, messages, exitCode }: ReportRun, reached: readonly string[]): number {
  for (const why of reached) messages.error(`--fail-on ${why}`);
  if (outputs.failed) return EXIT.failed;
  return exitCode === EXIT.done && reached.length > 0 ? EXIT.threshold : exitCode;
}

/** What the report covers: the period that was asked for, or else what the records span. */
const coverOf = ({ counts, since, until }: ReportSubject): Period => ({
  from: since ?? counts.firstTime,
  to: until ?? counts.lastTime,
});

const baselineFor = (subject: ReportSubject): Baseline | null =>
  subject.before === null ? null : baselineOf(subject.before, coverOf(subject));

/** What the rows of the report are called that are new. */
function newRowNames(
  { grouping, language }: ReportWish,
  { counts, zone, redactor }: ReportSubject,
  baseline: Baseline,
): string[] {
  const before = beforeIn(baseline, grouping);
  const rows = rowsIn(counts, grouping);
  if (before === null || rows === null) return [];
  const options = { text: language.text, zone, top: null, ranking: 'harm', redactor } as const;
  return tableOf(newRows(rows, before.rows), grouping, options).rows.map(
    (row) => grouping.flatMap((name) => row[name] ?? []).join(' ') || 'one without a value',
  );
}

/** Everything that a report can be made of. */
export function materialOf(
  { grouping, top, language }: Pick<ReportWish, 'grouping' | 'top' | 'language'>,
  subject: ReportSubject,
  baseline: Baseline | null,
  now: number,
  exitCode: number,
): Omit<ReportMaterial, 'style'> {
  const { counts, inputs, zone, redactor, summary, kept } = subject;
  const { from, to } = coverOf(subject);
  const document: ReportDocument = {
    generator: generator(),
    generatedAt: localTime(now, zone)!,
    period: { from: localTime(from, zone), to: localTime(to, zone) },
    inputs,
    totals: counts.totals,
    by: grouping,
    table: reportTable(counts, grouping, language.text, zone, top, redactor, baseline),
  };
  const succeeded = exitCode === EXIT.done;
  return { document, counts, baseline, redactor, top, language, zone, now, from, to, summary, succeeded, kept };
}

/** Whether nothing failed, waits, or was refused. */
const isFlawless = ({ failed, expired, returned, delayed, open, rejected }: Totals): boolean =>
  failed + expired + returned + delayed + open + rejected === 0;
