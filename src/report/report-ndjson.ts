import { type ReportTable, recordOf } from './rows.js';

/** The rows of a report, one JSON object per line, keys in the order of the columns. */
export function* reportNdjson({ columns, rows }: ReportTable): Iterable<string> {
  for (const row of rows) yield `${JSON.stringify(recordOf(row, columns))}\n`;
}
