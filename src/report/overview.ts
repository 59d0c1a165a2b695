import type { Actor, CatalogueText } from '../catalogue/documentation.js';
import { DEFAULT_GROUPING, type Dimension } from '../model/dimension.js';
import type { Zone } from '../model/zone.js';
import type { Counts, Row, Totals } from '../summary/counts.js';
import type { Baseline } from './baseline.js';
import { bounceRateOf, type Changes, changesOf } from './changes.js';
import { type QueueTimes, queueTimes, type WaitingAge, waitingByAge } from './queue-times.js';
import type { Redactor } from './redaction.js';
import { type Before, beforeIn, fold, harmOf, type ReportTable, reportTable, rowsIn, tableOf } from './rows.js';
import { type Timeline, timeline } from './timeline.js';
import { BY_WORDING, newWordings, topWordings, undeterminedWordings, wordingsIn } from './wordings.js';

const BY_REASON: readonly Dimension[] = ['direction', 'reason'];
const BY_CODE: readonly Dimension[] = ['replyCode', 'enhancedStatus'];
const BY_DOMAIN: readonly Dimension[] = ['recipientDomain'];
const BY_PROVIDER: readonly Dimension[] = ['provider'];

/** What has to be counted for an overview, beside the grouping that is asked for. */
export const OVERVIEW_GROUPINGS: readonly (readonly Dimension[])[] = [
  DEFAULT_GROUPING,
  BY_DOMAIN,
  ['hour'],
  BY_PROVIDER,
  BY_WORDING,
];

/** How many rows each list of an overview holds at most. */
export interface OverviewLimits {
  readonly actions: number;
  readonly codes: number;
  readonly refusals: number;
  readonly reasons: number;
  readonly domains: number;
  /** Wordings of each code. */
  readonly wordings: number;
  /** Of each kind of change since an earlier period, and wordings that no rule knew what to make of. */
  readonly changes: number;
  readonly undetermined: number;
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
  /** What is different from an earlier period; null where nothing is compared. */
  readonly changes: Changes | null;
  /** Reasons about which the reader's own side can do something, the most harmful first. */
  readonly actions: ReportTable | null;
  /** Failures of deliveries. */
  readonly codes: ReportTable | null;
  /** Clients that the own server refused. */
  readonly refusals: ReportTable | null;
  /** The wordings of each code that most events have. */
  readonly wordings: ReportTable | null;
  /** Wordings of failed deliveries that no rule knew what to make of. */
  readonly undetermined: ReportTable | null;
  /** Failures of deliveries by reason, and by code, most events first. */
  readonly reasons: ReportTable | null;
  readonly replies: ReportTable | null;
  /** Domains, and providers, where something failed. */
  readonly domains: ReportTable | null;
  readonly providers: ReportTable | null;
  readonly timeline: Timeline | null;
  /** How long recipients were in the queue until their mail was delivered, and until it was lost. */
  readonly delays: { readonly delivered: QueueTimes | null; readonly lost: QueueTimes | null };
  /** Recipients that are still deferred, by how long they have been. */
  readonly waiting: readonly WaitingAge[];
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
  /** An earlier period to compare with. */
  readonly baseline?: Baseline | null;
}

/** Everything that the reports for people tell. */
export function overview(
  counts: Counts,
  by: readonly Dimension[],
  { text, zone, limits, redactor = null, baseline = null }: OverviewOptions,
): Overview {
  const { totals } = counts;
  const lost = totals.failed + totals.expired + totals.returned;
  const ended = totals.delivered + totals.failed + totals.expired;
  const table = (
    rows: readonly Row[] | null,
    grouping: readonly Dimension[],
    top: number | null,
    ranking: 'harm' | 'events',
    before: Before | null = null,
  ) => (rows === null ? null : tableOf(rows, grouping, { text, zone, top, ranking, redactor, before }));
  const all = rowsIn(counts, DEFAULT_GROUPING);
  const before = beforeIn(baseline, DEFAULT_GROUPING);
  const isInbound = ({ values }: Row) => values[0] === 'inbound';
  const outbound = all?.filter((row) => !isInbound(row)) ?? null;
  const failing = (grouping: readonly Dimension[]) => rowsIn(counts, grouping)?.filter(isFailing) ?? null;
  const folded = (to: readonly Dimension[]) => (outbound === null ? null : fold(outbound, DEFAULT_GROUPING, to));
  const wordings = wordingsIn(counts, baseline);
  const options = { text, zone, redactor };
  const isCompared = baseline !== null && all !== null && before !== null;
  return {
    totals,
    ended,
    lost,
    bounceRate: bounceRateOf(totals),
    changes: isCompared
      ? changesOf(
          baseline,
          tableOf(all, DEFAULT_GROUPING, { ...options, top: null, ranking: 'harm', before: { ...before, withGone: true } }),
          wordings === null ? null : newWordings(wordings, limits.changes, options),
          limits.changes,
        )
      : null,
    actions:
      all === null ? null : actionable(table(fold(all, DEFAULT_GROUPING, BY_REASON), BY_REASON, null, 'harm')!, limits.actions),
    codes: table(outbound, DEFAULT_GROUPING, limits.codes, 'harm', before),
    refusals: table(all?.filter(isInbound) ?? null, DEFAULT_GROUPING, limits.refusals, 'events', before),
    wordings: wordings === null ? null : topWordings(wordings, limits.wordings, null, options),
    undetermined: wordings === null ? null : undeterminedWordings(wordings, limits.undetermined, options),
    reasons: table(folded(['reason']), ['reason'], limits.reasons, 'events'),
    replies: table(folded(BY_CODE), BY_CODE, limits.reasons, 'events'),
    domains: table(failing(BY_DOMAIN), BY_DOMAIN, limits.domains, 'harm', beforeIn(baseline, BY_DOMAIN)),
    providers: table(failing(BY_PROVIDER), BY_PROVIDER, limits.domains, 'harm', beforeIn(baseline, BY_PROVIDER)),
    timeline: timeline(counts, limits.points),
    delays: queueTimes(counts),
    waiting: waitingByAge(counts),
    asked:
      by.join() === DEFAULT_GROUPING.join()
        ? null
        : { by, table: reportTable(counts, by, text, zone, limits.codes, redactor, baseline) },
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
