import type { FieldValue } from '../model/field.js';
import { formatTimestamp } from '../model/timestamp.js';
import { csv } from '../report/csv.js';
import { json, type ReportDocument } from '../report/json.js';
import { localTime, reportTable } from '../report/rows.js';
import type { ScanResult } from '../scan/scan.js';
import { EXIT } from './exit-code.js';
import { destinations } from './formats.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import { type CheckedScanOptions, checkGrouping, checkScanOptions, checkTop, type RawArguments } from './options.js';
import { Outputs } from './output.js';
import { runScan } from './run-scan.js';
import { generator } from './version.js';

type ReportFormat = 'csv' | 'json';

/** `bouncelens [report] [PATH…]`. @returns the exit code. */
export async function reportCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const grouping = checkGrouping(raw);
  const top = checkTop(raw);
  const { text } = await languageOf(raw);
  const targets = destinations<ReportFormat>(['csv', 'json'], options.format, options.outputs);
  const outputs = new Outputs(targets, (message) => new Messages(options.quiet).error(message));
  const { result, exitCode } = await runScan({ options, groupings: [grouping], now, outcomes: true });
  const table = reportTable(result.counts, grouping, text, options.zone, top);
  const document: ReportDocument = {
    generator: generator(),
    generatedAt: localTime(now, options.zone)!,
    period: periodOf(options, result),
    inputs: result.inputs.map(({ path, kind, mta, bytes, lines, records, unparsedLines, error }) => ({
      path: path === '-' ? '(stdin)' : path,
      kind,
      mta,
      bytes,
      lines,
      records,
      unparsedLines,
      error: error?.message ?? null,
    })),
    totals: result.counts.totals,
    by: grouping,
    table,
  };
  outputs.write(({ format }) => (format === 'json' ? json(document) : csvReport(document)));
  outputs.finish();
  return outputs.failed ? EXIT.failed : exitCode;
}

function csvReport({ table }: ReportDocument): string {
  const rows = table.rows.map((row) => table.columns.map((column): FieldValue => row[column] ?? null));
  return csv(table.columns, rows, true);
}

/** What was asked for; where nothing was, what the records span. */
function periodOf({ since, until, zone }: CheckedScanOptions, { counts }: ScanResult): ReportDocument['period'] {
  const at = (ms: number | null) => (ms === null ? null : formatTimestamp({ ms, offset: zone.offsetAt(ms) }));
  return { from: at(since ?? counts.firstTime), to: at(until ?? counts.lastTime) };
}
