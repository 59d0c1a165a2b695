import type { Language } from '../catalogue/text/language.js';
import type { Dimension } from '../model/dimension.js';
import type { Zone } from '../model/zone.js';
import type { Baseline } from '../report/baseline.js';
import { comparisonOf } from '../report/comparison.js';
import { json, type ReportDetails, type ReportDocument } from '../report/json.js';
import { OVERVIEW_GROUPINGS, type OverviewLimits, overview } from '../report/overview.js';
import type { Page } from '../report/page.js';
import { pageHtml } from '../report/page-html.js';
import { pageMarkdown } from '../report/page-markdown.js';
import { pageText, type TextStyle } from '../report/page-text.js';
import { type Counters, PROMETHEUS_GROUPINGS, prometheus, prometheusCounters } from '../report/prometheus.js';
import { queueTimes, waitingByAge } from '../report/queue-times.js';
import type { Redactor } from '../report/redaction.js';
import { reportCsv } from '../report/report-csv.js';
import { reportNdjson } from '../report/report-ndjson.js';
import { type ReportPageOptions, reportPage } from '../report/report-page.js';
import { BY_WORDING, topWordings, undeterminedWordings, wordingsIn } from '../report/wordings.js';
import type { Counts } from '../summary/counts.js';
import { SUMMARY_GROUPINGS } from '../summary/groupings.js';
import { version } from './version.js';

/** Everything that a report can be made of. */
export interface ReportMaterial {
  readonly document: ReportDocument;
  readonly counts: Counts;
  /** What the report is compared with. */
  readonly baseline: Baseline | null;
  readonly redactor: Redactor | null;
  /** `--top`. */
  readonly top: number | null;
  readonly language: Language;
  readonly zone: Zone;
  /** Milliseconds since 1970, as are those of the period. */
  readonly now: number;
  readonly from: number | null;
  readonly to: number | null;
  readonly style: TextStyle;
  /** What was counted and what is open, as a file; null where no output wants it. */
  readonly summary: Uint8Array | null;
  /** Whether everything was read and something was recognised. */
  readonly succeeded: boolean;
  /** Totals over all runs with one state, and what is open now; undefined where each run stands alone. */
  readonly kept?: { readonly counters: Counters; readonly open: Counts } | undefined;
}

/** One way to write a report. */
export interface ReportWriter {
  /** What has to be counted beside what is asked for. */
  readonly groupings: readonly (readonly Dimension[])[];
  /** Whether it tells how long deliveries took. */
  readonly delays?: boolean;
  readonly write: (material: ReportMaterial) => string | Iterable<string> | Uint8Array;
}

/** Every format of a report. */
export const REPORT_WRITERS = {
  csv: { groupings: [], write: ({ document }) => reportCsv(document.table) },
  text: {
    groupings: OVERVIEW_GROUPINGS,
    write: (material) => pageText(page(material, { ...TEXT, points: pointsWithin(material.style.width) }), material.style),
  },
  json: {
    groupings: [BY_WORDING],
    delays: true,
    write: (material) => json(material.document, details(material)),
  },
  ndjson: { groupings: [], write: ({ document }) => reportNdjson(document.table) },
  markdown: { groupings: OVERVIEW_GROUPINGS, write: (material) => pageMarkdown(page(material, MARKDOWN)) },
  prometheus: { groupings: PROMETHEUS_GROUPINGS, write: metrics },
  html: { groupings: OVERVIEW_GROUPINGS, write: (material) => pageHtml(page(material, HTML)) },
  summary: { groupings: [...SUMMARY_GROUPINGS, ...OVERVIEW_GROUPINGS], write: ({ summary }) => summary! },
} as const satisfies Record<string, ReportWriter>;

export type ReportFormat = keyof typeof REPORT_WRITERS;

/** How much a format has room for. */
interface Room extends OverviewLimits {
  readonly longest: ReportPageOptions['longest'];
}

const TEXT: Room = {
  ...{ actions: 5, codes: 8, refusals: 4, reasons: 8, domains: 10, points: 60 },
  ...{ wordings: 3, changes: 5, undetermined: 5 },
  longest: { example: 300, value: 48 },
};
const MARKDOWN: Room = {
  ...{ actions: 5, codes: 6, refusals: 3, reasons: 6, domains: 8, points: 48 },
  ...{ wordings: 3, changes: 5, undetermined: 5 },
  longest: { example: 200, value: 80 },
};
const HTML: Room = {
  ...{ actions: 8, codes: 50, refusals: 25, reasons: 12, domains: 50, points: 100 },
  ...{ wordings: 5, changes: 10, undetermined: 20 },
  longest: { example: 600, value: 260 },
};

/** What stands beside the points of a line takes the rest of it. */
const pointsWithin = (width: number): number => Math.max(12, Math.min(72, width - 32));

function metrics({ counts, document, now, from, to, succeeded, kept }: ReportMaterial): string {
  const failedInputs = document.inputs.filter(({ error }) => error !== null).length;
  const options = { version: version(), now, from, to, failedInputs, succeeded };
  return kept === undefined ? prometheus(counts, options) : prometheusCounters(kept.counters, kept.open, options);
}

/** Wordings of each code in JSON, and those that no rule knew what to make of. */
const WORDINGS_OF_CODE = 5;
const UNDETERMINED = 50;

function details({ document, counts, baseline, redactor, top, language, zone }: ReportMaterial): ReportDetails {
  const options = { text: language.text, zone, redactor };
  const wordings = wordingsIn(counts, baseline);
  return {
    delays: queueTimes(counts),
    waiting: waitingByAge(counts),
    wordings: wordings === null ? null : topWordings(wordings, WORDINGS_OF_CODE, top, options),
    undetermined: wordings === null ? null : undeterminedWordings(wordings, top ?? UNDETERMINED, options),
    comparison: baseline === null ? null : comparisonOf(counts, baseline, { by: document.by, wordings, top, ...options }),
  };
}

function page({ document, counts, baseline, redactor, top, language, zone, now, from, to }: ReportMaterial, room: Room): Page {
  const limits = top === null ? room : { ...room, codes: top, refusals: top, domains: top };
  const { generator, inputs, by } = document;
  const shown = overview(counts, by, { text: language.text, zone, limits, redactor, baseline });
  return reportPage(shown, { language, zone, generator, now, from, to, inputs, longest: room.longest });
}
