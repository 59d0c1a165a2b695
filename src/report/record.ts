import type { FieldValue } from '../model/field.js';
import { csv } from './csv.js';

export type RecordFormat = 'ndjson' | 'csv';

/** Writes records one by one: the text of the head, then that of each record. */
export interface RecordFormatter {
  readonly head: string;
  record(values: readonly FieldValue[]): string;
}

/** One JSON object per line with the names of the columns as keys, or CSV with a header. */
export function recordFormatter(format: RecordFormat, columns: readonly string[]): RecordFormatter {
  if (format === 'csv') return { head: csv(columns, [], true), record: (values) => csv(columns, [values], false) };
  return {
    head: '',
    record: (values) => `${JSON.stringify(Object.fromEntries(columns.map((column, i) => [column, values[i]])))}\n`,
  };
}
