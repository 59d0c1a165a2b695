import type { Dimension } from '../model/dimension.js';
import { json, type ReportDocument } from '../report/json.js';
import { reportCsv } from '../report/report-csv.js';
import { reportNdjson } from '../report/report-ndjson.js';

/** One way to write a report. */
interface ReportWriter {
  /** What has to be counted beside what is asked for. */
  readonly groupings: readonly (readonly Dimension[])[];
  readonly write: (document: ReportDocument) => string | Iterable<string>;
}

/** Every format of a report. */
export const REPORT_WRITERS = {
  csv: { groupings: [], write: ({ table }) => reportCsv(table) },
  json: { groupings: [], write: json },
  ndjson: { groupings: [], write: ({ table }) => reportNdjson(table) },
} as const satisfies Record<string, ReportWriter>;

export type ReportFormat = keyof typeof REPORT_WRITERS;
