import type { Dimension } from '../model/dimension.js';
import type { ReportDocument } from '../report/json.js';
import { localTime, reportTable } from '../report/rows.js';
import { crossed, groupingsOf } from '../report/threshold.js';
import type { ScanResult } from '../scan/scan.js';
import type { Totals } from '../summary/counts.js';
import { checkColor } from './color.js';
import { EXIT } from './exit-code.js';
import { checkThresholds } from './fail-on.js';
import { destinations } from './formats.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import { type CheckedScanOptions, checkGrouping, checkScanOptions, checkTop, flag, type RawArguments } from './options.js';
import { Outputs } from './output.js';
import { REPORT_WRITERS, type ReportFormat } from './report-formats.js';
import { runScan } from './run-scan.js';
import { textStyle } from './text-output.js';
import { generator } from './version.js';

/** `bouncelens [report] [PATH…]`. @returns the exit code. */
export async function reportCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const grouping = checkGrouping(raw);
  const top = checkTop(raw);
  const color = checkColor(raw);
  const language = await languageOf(raw);
  const thresholds = checkThresholds(raw);
  const quietIfOk = flag(raw, 'quiet-if-ok');
  const messages = new Messages(options.quiet, quietIfOk);
  const targets = destinations<ReportFormat>(formats(), options.format, options.outputs);
  const outputs = new Outputs(targets, (message) => messages.error(message));
  const groupings = unique([
    grouping,
    ...targets.flatMap(({ format }) => REPORT_WRITERS[format].groupings),
    ...thresholds.flatMap(groupingsOf),
  ]);
  const { result, exitCode } = await runScan({ options, groupings, now, outcomes: true, messages });
  const { zone, redactor } = options;
  const [from, to] = periodOf(options, result);
  const document: ReportDocument = {
    generator: generator(),
    generatedAt: localTime(now, zone)!,
    period: { from: localTime(from, zone), to: localTime(to, zone) },
    inputs: result.inputs.map(({ path, kind, mta, bytes, lines, messages: mails, records, unparsedLines, error }) => ({
      path: path === '-' ? '(stdin)' : path,
      kind,
      mta,
      bytes,
      ...(kind === 'mail' ? { messages: mails } : { lines }),
      records,
      unparsedLines,
      error: error?.message ?? null,
    })),
    totals: result.counts.totals,
    by: grouping,
    table: reportTable(result.counts, grouping, language.text, zone, top, redactor),
  };
  const material = {
    document,
    counts: result.counts,
    redactor,
    top,
    language,
    zone,
    now,
    from,
    to,
    succeeded: exitCode === EXIT.done,
  };
  const reached = thresholds.flatMap((threshold) => crossed(threshold, result.counts) ?? []);
  const isOk = exitCode === EXIT.done && (thresholds.length > 0 ? reached.length === 0 : isFlawless(result.counts.totals));
  const isSilent = quietIfOk && isOk;
  if (!isSilent) messages.release();
  outputs.write(({ format, file }) =>
    isSilent && file === null ? '' : REPORT_WRITERS[format].write({ ...material, style: textStyle(file, color) }),
  );
  outputs.finish();
  for (const why of reached) messages.error(`--fail-on ${why}`);
  if (outputs.failed) return EXIT.failed;
  return exitCode === EXIT.done && reached.length > 0 ? EXIT.threshold : exitCode;
}

/** Whether nothing failed, waits, or was refused. */
const isFlawless = ({ failed, expired, returned, delayed, open, rejected }: Totals): boolean =>
  failed + expired + returned + delayed + open + rejected === 0;

/** Text is for people: the default where they read it, as CSV is elsewhere. */
const formats = (): readonly [ReportFormat, ...ReportFormat[]] => {
  const all = Object.keys(REPORT_WRITERS) as ReportFormat[];
  return [process.stdout.isTTY ? 'text' : 'csv', ...all];
};

/** Each grouping once. */
const unique = (groupings: readonly (readonly Dimension[])[]): readonly (readonly Dimension[])[] => [
  ...new Map(groupings.map((grouping) => [grouping.join(), grouping])).values(),
];

/** What was asked for; where nothing was, what the records span. */
const periodOf = ({ since, until }: CheckedScanOptions, { counts }: ScanResult): readonly [number | null, number | null] => [
  since ?? counts.firstTime,
  until ?? counts.lastTime,
];
