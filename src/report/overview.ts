import type { Actor, CatalogueText } from '../catalogue/documentation.js';
import { DEFAULT_GROUPING, type Dimension } from '../model/dimension.js';
import type { Zone } from '../model/zone.js';
import type { Counts, Row, Totals } from '../summary/counts.js';
import type { Redactor } from './redaction.js';
import { fold, harmOf, type ReportTable, reportTable, rowsIn, tableOf } from './rows.js';
import { type Timeline, timeline } from './timeline.js';

const BY_REASON: readonly Dimension[] = ['direction', 'reason'];
const BY_CODE: readonly Dimension[] = ['replyCode', 'enhancedStatus'];
const BY_DOMAIN: readonly Dimension[] = ['recipientDomain'];
const BY_PROVIDER: readonly Dimension[] = ['provider'];

/** What has to be counted for an overview, beside the grouping that is asked for. */
export const OVERVIEW_GROUPINGS: readonly (readonly Dimension[])[] = [DEFAULT_GROUPING, BY_DOMAIN, ['hour'], BY_PROVIDER];

/** How many rows each list of an overview holds at most. */
export interface OverviewLimits {
  readonly actions: number;
  readonly codes: number;
  readonly refusals: number;
  readonly reasons: number;
  readonly domains: number;
  /** Points over time. */
  readonly points: number;
}

/** What a reader with two minutes has to know; a list is null where its grouping was not counted. */
export interface Overview {
  readonly totals: Totals;
  /** Recipients whose mail came to an end. */
  readonly ended: number;
  readonly lost: number;
  /** lost / ended; null where nothing ended. */
  readonly bounceRate: number | null;
  /** Reasons about which the reader's own side can do something, the most harmful first. */
  readonly actions: ReportTable | null;
  /** Failures of deliveries. */
  readonly codes: ReportTable | null;
  /** Clients that the own server refused. */
  readonly refusals: ReportTable | null;
  /** Failures of deliveries by reason, and by code, most events first. */
  readonly reasons: ReportTable | null;
  readonly replies: ReportTable | null;
  /** Domains, and providers, where something failed. */
  readonly domains: ReportTable | null;
  readonly providers: ReportTable | null;
  readonly timeline: Timeline | null;
  /** The grouping that was asked for; null where it is that of `codes`. */
  readonly asked: { readonly by: readonly Dimension[]; readonly table: ReportTable } | null;
}

/** Those on the side of whoever reads the report, for failed deliveries. */
const OURS: ReadonlySet<string> = new Set<Actor>([
  'list owner',
  'sender admin',
  'message author',
  'both admins',
  'our admin',
  'analyst',
]);
/** The same where the own server refused: the sender is a stranger. */
const OURS_INBOUND: ReadonlySet<string> = new Set<Actor>(['both admins', 'our admin']);

export interface OverviewOptions {
  readonly text: CatalogueText;
  readonly zone: Zone;
  readonly limits: OverviewLimits;
  /** Makes addresses unreadable. */
  readonly redactor?: Redactor | null;
}

/** Everything that the reports for people tell. */
export function overview(
  counts: Counts,
  by: readonly Dimension[],
  { text, zone, limits, redactor = null }: OverviewOptions,
): Overview {
  const { totals } = counts;
  const lost = totals.failed + totals.expired + totals.returned;
  const ended = totals.delivered + totals.failed + totals.expired;
  const table = (rows: readonly Row[] | null, grouping: readonly Dimension[], top: number | null, ranking: 'harm' | 'events') =>
    rows === null ? null : tableOf(rows, grouping, { text, zone, top, ranking, redactor });
  const all = rowsIn(counts, DEFAULT_GROUPING);
  const isInbound = ({ values }: Row) => values[0] === 'inbound';
  const outbound = all?.filter((row) => !isInbound(row)) ?? null;
  const failing = (grouping: readonly Dimension[]) => rowsIn(counts, grouping)?.filter(isFailing) ?? null;
  const folded = (to: readonly Dimension[]) => (outbound === null ? null : fold(outbound, DEFAULT_GROUPING, to));
  return {
    totals,
    ended,
    lost,
    bounceRate: ended === 0 ? null : lost / ended,
    actions:
      all === null ? null : actionable(table(fold(all, DEFAULT_GROUPING, BY_REASON), BY_REASON, null, 'harm')!, limits.actions),
    codes: table(outbound, DEFAULT_GROUPING, limits.codes, 'harm'),
    refusals: table(all?.filter(isInbound) ?? null, DEFAULT_GROUPING, limits.refusals, 'events'),
    reasons: table(folded(['reason']), ['reason'], limits.reasons, 'events'),
    replies: table(folded(BY_CODE), BY_CODE, limits.reasons, 'events'),
    domains: table(failing(BY_DOMAIN), BY_DOMAIN, limits.domains, 'harm'),
    providers: table(failing(BY_PROVIDER), BY_PROVIDER, limits.domains, 'harm'),
    timeline: timeline(counts, limits.points),
    asked:
      by.join() === DEFAULT_GROUPING.join() ? null : { by, table: reportTable(counts, by, text, zone, limits.codes, redactor) },
  };
}

/** Whether deliveries failed or were put off. */
const isFailing = ({ counts }: Row): boolean => harmOf(counts) > 0 || counts.delayed > 0;

/** Of all reasons those about which somebody here can do something. What does no harm to mail of one's own comes last. */
function actionable({ columns, rows }: ReportTable, top: number): ReportTable {
  const ours = rows.filter(({ actor, direction }) => (direction === 'inbound' ? OURS_INBOUND : OURS).has(actor ?? ''));
  const rest = ours.slice(top);
  return {
    columns,
    rows: ours.slice(0, top),
    leftOut: { rows: rest.length, events: rest.reduce((sum, { events }) => sum + events, 0) },
  };
}
