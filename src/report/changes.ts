import type { Totals } from '../summary/counts.js';
import { type Baseline, isNotable, type Period } from './baseline.js';
import type { ReportRow, ReportTable } from './rows.js';

/** What is different from an earlier period. */
export interface Changes {
  /** What the earlier period covers. */
  readonly period: Period;
  /** How many times as long the period of the report is; null where that is not known. */
  readonly scale: number | null;
  readonly totals: Totals;
  /** (failed + expired + returned) / (delivered + failed + expired); null where nothing ended. */
  readonly bounceRate: number | null;
  /** Codes that were not there before, the most harmful first. */
  readonly fresh: ReportTable;
  /** Codes of which there are more, or less, than chance explains, those that differ most first. */
  readonly grown: ReportTable;
  readonly fallen: ReportTable;
  /** Wordings of failed deliveries that were not there before; null where they were not counted. */
  readonly wordings: ReportTable | null;
}

/**
 * @param codes the rows by `DEFAULT_GROUPING`, compared, with those that are gone, by harm. @param top rows of each list.
 */
export function changesOf(baseline: Baseline, codes: ReportTable, wordings: ReportTable | null, top: number): Changes {
  const { counts, period, scale } = baseline;
  const { totals } = counts;
  const of = (rows: readonly ReportRow[]) => ({ ...codes, rows: rows.slice(0, top), leftOut: leftOut(rows.slice(top)) });
  const notable = codes.rows
    .filter((row) => row.status !== 'new' && isNotable(row.events, row.eventsBefore ?? 0, scale))
    .map((row) => ({ row, more: row.events - (row.eventsBefore ?? 0) * (scale ?? 1) }))
    .sort((a, b) => Math.abs(b.more) - Math.abs(a.more));
  return {
    period,
    scale,
    totals,
    bounceRate: bounceRateOf(totals),
    fresh: of(codes.rows.filter(({ status }) => status === 'new')),
    grown: of(notable.filter(({ more }) => more > 0).map(({ row }) => row)),
    fallen: of(notable.filter(({ more }) => more < 0).map(({ row }) => row)),
    wordings,
  };
}

const leftOut = (rows: readonly ReportRow[]) => ({
  rows: rows.length,
  events: rows.reduce((sum, { events }) => sum + events, 0),
});

/** Recipients that lost their mail among those whose mail came to an end; null where none did. */
export function bounceRateOf({ delivered, failed, expired, returned }: Totals): number | null {
  const ended = delivered + failed + expired;
  return ended === 0 ? null : (failed + expired + returned) / ended;
}
