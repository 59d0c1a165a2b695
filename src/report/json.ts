import type { Dimension } from '../model/dimension.js';
import type { Totals } from '../summary/counts.js';
import { type ReportTable, recordOf } from './rows.js';

/** What a report says of one input. */
export interface ReportInput {
  readonly path: string;
  readonly kind: string | null;
  readonly mta: string | null;
  readonly bytes: number;
  /** Of a log. */
  readonly lines?: number;
  /** Of an input that holds mails. */
  readonly messages?: number;
  readonly records: number;
  readonly unparsedLines: number;
  readonly error: string | null;
}

export interface ReportDocument {
  readonly generator: string;
  /** ISO 8601. */
  readonly generatedAt: string;
  readonly period: { readonly from: string | null; readonly to: string | null };
  readonly inputs: readonly ReportInput[];
  readonly totals: Totals;
  readonly by: readonly Dimension[];
  readonly table: ReportTable;
}

/** Names the form and its version. */
export const REPORT_SCHEMA = 'bouncelens-report/1';

/** The report as one JSON document. */
export function json({ generator, generatedAt, period, inputs, totals, by, table }: ReportDocument): string {
  const rows = table.rows.map((row) => recordOf(row, table.columns));
  return `${JSON.stringify({ schema: REPORT_SCHEMA, generator, generatedAt, period, inputs, totals, by, rows }, null, 2)}\n`;
}
