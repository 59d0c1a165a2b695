import type { Dimension } from '../model/dimension.js';
import type { Totals } from '../summary/counts.js';
import type { QueueTimes, WaitingAge } from './queue-times.js';
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

/** What a report tells beside its rows. */
export interface ReportDetails {
  /** Seconds in the queue. */
  readonly delays: { readonly delivered: QueueTimes | null; readonly lost: QueueTimes | null };
  readonly waiting: readonly WaitingAge[];
  /** Null where wordings were not counted. */
  readonly wordings: ReportTable | null;
  readonly undetermined: ReportTable | null;
  /** Null where nothing is compared. */
  readonly comparison: ReportComparison | null;
}

/** What a report is compared with. */
export interface ReportComparison {
  readonly period: ReportDocument['period'];
  /** How many times as long the period of the report is. */
  readonly scale: number | null;
  readonly totals: Totals;
  readonly bounceRate: number | null;
  /** Rows that fail for the first time, and those that fail no more. */
  readonly new: number;
  readonly gone: number;
  readonly newWordings: ReportTable | null;
}

/** The columns of a wording that are told. */
const WORDING_COLUMNS: ReadonlySet<string> = new Set([
  ...['direction', 'replyCode', 'enhancedStatus', 'reason', 'wording', 'type', 'events', 'recipients'],
  ...['firstSeen', 'lastSeen', 'status', 'eventsBefore', 'change'],
]);

/** Names the form and its version. */
export const REPORT_SCHEMA = 'bouncelens-report/1';

/** The report as one JSON document. */
export function json(document: ReportDocument, details: ReportDetails | null = null): string {
  const { generator, generatedAt, period, inputs, totals, by, table } = document;
  const rows = table.rows.map((row) => recordOf(row, table.columns));
  const base = { schema: REPORT_SCHEMA, generator, generatedAt, period, inputs, totals, by, rows };
  return `${JSON.stringify({ ...base, ...(details === null ? {} : detailsOf(details)) }, null, 2)}\n`;
}

function detailsOf({ delays, waiting, wordings, undetermined, comparison }: ReportDetails) {
  const list = (table: ReportTable | null) => (table === null ? null : wordingList(table));
  const told = { delays, waiting, wordings: list(wordings), undetermined: list(undetermined) };
  return comparison === null ? told : { ...told, comparison: { ...comparison, newWordings: list(comparison.newWordings) } };
}

/** Wordings, and what the list leaves out. */
function wordingList({ columns, rows, leftOut }: ReportTable) {
  const told = columns.filter((name) => WORDING_COLUMNS.has(name));
  return { rows: rows.map((row) => recordOf(row, told)), leftOut };
}
