import type { Language } from '../catalogue/text/language.js';
import type { Dimension } from '../model/dimension.js';
import type { Zone } from '../model/zone.js';
import type { ReportDocument, ReportInput } from '../report/json.js';
import { localTime, reportTable } from '../report/rows.js';
import type { Counts } from '../summary/counts.js';
import { type ColorWhen, checkColor } from './color.js';
import { UsageError } from './exit-code.js';
import { type Destination, destinations } from './formats.js';
import { languageOf } from './language.js';
import { checkGrouping, checkTop, type RawArguments } from './options.js';
import type { Outputs } from './output.js';
import { REPORT_WRITERS, type ReportFormat } from './report-formats.js';
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
  const all = [grouping, ...targets.flatMap((target) => REPORT_WRITERS[target.format].groupings)];
  const groupings = [...new Map(all.map((names) => [names.join(), names])).values()];
  return { grouping, top, color, language, targets, groupings, keepsSummary };
}

/** Text is for people: the default where they read it, as CSV is elsewhere. */
const formats = (): readonly [ReportFormat, ...ReportFormat[]] => {
  const all = Object.keys(REPORT_WRITERS) as ReportFormat[];
  return [process.stdout.isTTY ? 'text' : 'csv', ...all];
};

/** What was found out. */
export interface ReportSubject {
  readonly counts: Counts;
  readonly inputs: readonly ReportInput[];
  readonly zone: Zone;
  /** The period that was asked for. */
  readonly since: number | null;
  readonly until: number | null;
  readonly summary: Uint8Array | null;
}

/** Writes the report to every output. @param now milliseconds since 1970. */
export function writeReport(
  outputs: Outputs<Destination<ReportFormat>>,
  { grouping, top, color, language, targets }: ReportWish,
  { counts, inputs, zone, since, until, summary }: ReportSubject,
  now: number,
): void {
  if (targets.every(({ format }) => format === 'summary')) {
    outputs.write(() => summary!);
    return;
  }
  const [from, to] = [since ?? counts.firstTime, until ?? counts.lastTime];
  const document: ReportDocument = {
    generator: generator(),
    generatedAt: localTime(now, zone)!,
    period: { from: localTime(from, zone), to: localTime(to, zone) },
    inputs,
    totals: counts.totals,
    by: grouping,
    table: reportTable(counts, grouping, language.text, zone, top),
  };
  const material = { document, counts, top, language, zone, now, from, to, summary };
  outputs.write(({ format, file }) => REPORT_WRITERS[format].write({ ...material, style: textStyle(file, color) }));
}
