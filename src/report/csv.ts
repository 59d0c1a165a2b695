import { stringify } from 'csv-stringify/sync';
import type { FieldValue } from '../model/field.js';

/**
 * CSV as RFC 4180 has it: CRLF, quotes where needed, UTF-8 without a byte order mark. A field that a spreadsheet would
 * take for a formula (it starts with `=`, `+`, `-`, `@`, in the wide forms of East Asian type too, tab or CR) gets an apostrophe in front.
 */
export function csv(columns: readonly string[], rows: readonly (readonly FieldValue[])[], header: boolean): string {
  return stringify(header ? [columns, ...rows] : [...rows], {
    escape_formulas: true,
    record_delimiter: '\r\n',
    quoted_match: /[\r\n]/,
  });
}
