/**
 * The stages of bouncelens for programs: find inputs, scan them, and make a report out of the counts; and the catalogue, to look
 * up codes, compare and list them.
 */
export type { Article } from './catalogue/article.js';
export { type Comparison, compare } from './catalogue/compare.js';
export { type Explanation, explain, type Subject } from './catalogue/explain.js';
export { type CatalogueFilter, listing } from './catalogue/listing.js';
export { type Found as FoundArticles, lookUp } from './catalogue/look-up.js';
export { en } from './catalogue/text/en.js';
export { LANGUAGES, type Language, type LanguageTag, loadLanguage } from './catalogue/text/language.js';
export { Classifier } from './classify/classify.js';
export { type OwnRules, OwnRulesError, parseOwnRules } from './classify/own-rules.js';
export { type Reply, readReply } from './classify/reply.js';
export type { Rule } from './classify/rule.js';
export { type Found, findSources, type Source } from './input/find.js';
export { InputError } from './input/input-error.js';
export { DEFAULT_GROUPING, DIMENSIONS, type Dimension } from './model/dimension.js';
export type { BounceEvent, Outcome, RecipientOutcome } from './model/event.js';
export type { Envelope, Evidence, Timestamp } from './model/evidence.js';
export { EVENT_FIELDS, type InputNames, OUTCOME_FIELDS } from './model/field.js';
export { PROVIDERS, type Provider, providerOfHost } from './model/provider.js';
export { BOUNCE_TYPES, type BounceType, REASONS, type Reason, type Verdict } from './model/verdict.js';
export { Zone } from './model/zone.js';
export { csv } from './report/csv.js';
export { json, type ReportDocument } from './report/json.js';
export { OVERVIEW_GROUPINGS, type Overview, type OverviewLimits, type OverviewOptions, overview } from './report/overview.js';
export type { Page } from './report/page.js';
export { pageHtml } from './report/page-html.js';
export { pageMarkdown } from './report/page-markdown.js';
export { pageText, type TextStyle } from './report/page-text.js';
export { type MetricsOptions, PROMETHEUS_GROUPINGS, prometheus } from './report/prometheus.js';
export { Redactor } from './report/redaction.js';
export { type ReportPageOptions, reportPage } from './report/report-page.js';
export { reportSchema } from './report/report-schema.js';
export { type ReportRow, type ReportTable, reportTable } from './report/rows.js';
export { type Suppression, type SuppressionPolicy, Suppressions } from './report/suppression.js';
export { crossed, readThreshold, type Threshold } from './report/threshold.js';
export { bareDiagnostic, type Diagnostic, readDiagnostic } from './scan/diagnostic.js';
export type { InputReport, UnparsedExample } from './scan/input-report.js';
export { type ScanOptions, type ScanResult, scan } from './scan/scan.js';
export { Counts, type Totals } from './summary/counts.js';
export { KnownInputs } from './summary/known-inputs.js';
export { MergeError, type Piece } from './summary/piece.js';
export type { JournalListener } from './summary/queue-journal.js';
export { Summary, type SummaryOptions } from './summary/summary.js';
export { SummaryFile, SummaryFileError, writeSummary } from './summary/summary-file.js';
