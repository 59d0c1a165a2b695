import type { FieldValue } from '../model/field.js';
import { csv } from './csv.js';
import type { ReportTable } from './rows.js';

/** The rows of a report as CSV with a header. */
export function reportCsv({ columns, rows }: ReportTable): string {
  const fields = rows.map((row) => columns.map((column): FieldValue => row[column] ?? null));
  return csv(columns, fields, true);
}
