import type { CatalogueText } from '../catalogue/documentation.js';
import { type Explanation, explain } from '../catalogue/explain.js';
import { countsDeliveries, type Dimension, type DimensionValue } from '../model/dimension.js';
import { formatTimestamp } from '../model/timestamp.js';
import type { BounceType, Reason } from '../model/verdict.js';
import type { Zone } from '../model/zone.js';
import type { Counts, Row } from '../summary/counts.js';

/** One row of a report: the group's values, the counts, and the documentation that fits. */
export type ReportRow = Readonly<Record<string, DimensionValue>>;

export interface ReportTable {
  /** The names of the columns, in order. */
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
}

const DOCUMENTATION = [
  'title',
  'cause',
  'when',
  'fix',
  'retry',
  'actor',
  'reference',
] as const satisfies readonly (keyof Explanation)[];

/** Columns behind the group's own. */
const COLUMNS = [
  'type',
  'events',
  'failed',
  'delayed',
  'expired',
  'returned',
  'rejected',
  'recovered',
  'open',
  'recipients',
  'domains',
  'share',
  'firstSeen',
  'lastSeen',
  'example',
  ...DOCUMENTATION,
] as const;

/** Lets a share or a rate be read and added up without a tail of digits. */
const rounded = (value: number) => Math.round(value * 1e6) / 1e6;

/**
 * The rows of one grouping, most events first, with the documentation joined.
 * @param top at most this many rows; all when null.
 */
export function reportTable(
  counts: Counts,
  grouping: readonly Dimension[],
  text: CatalogueText,
  zone: Zone,
  top: number | null,
): ReportTable {
  const index = counts.options.groupings.indexOf(grouping);
  const rows = [...counts.rows[index]!.values()].sort(byHarm);
  const allEvents = rows.reduce((sum, row) => sum + row.events, 0);
  const withDeliveries = countsDeliveries(grouping);
  const counted = COLUMNS.filter((name) => name !== 'type' || !grouping.includes('type'));
  return {
    columns: [...grouping, ...counted, ...(withDeliveries ? ['delivered', 'rate'] : [])],
    rows: (top === null ? rows : rows.slice(0, top)).map((row) =>
      reportRow(row, grouping, { allEvents, withDeliveries, text, zone }),
    ),
  };
}

interface Context {
  readonly allEvents: number;
  readonly withDeliveries: boolean;
  readonly text: CatalogueText;
  readonly zone: Zone;
}

function reportRow(row: Row, grouping: readonly Dimension[], { allEvents, withDeliveries, text, zone }: Context): ReportRow {
  const { delivered, ...counted } = row.counts;
  const values: Record<string, DimensionValue> = {};
  grouping.forEach((name, i) => {
    values[name] = row.values[i]!;
  });
  const type = mostFrequent(row.types);
  const ended = delivered + counted.failed + counted.expired;
  return {
    type,
    ...values,
    events: row.events,
    ...counted,
    recipients: row.recipients.size,
    domains: row.domains.size,
    share: allEvents === 0 ? 0 : rounded(row.events / allEvents),
    firstSeen: localTime(row.firstSeen, zone),
    lastSeen: localTime(row.lastSeen, zone),
    example: row.example?.text ?? null,
    ...documentation(row, values, type, text),
    ...(withDeliveries
      ? { delivered, rate: ended === 0 ? null : rounded((counted.failed + counted.expired + counted.returned) / ended) }
      : {}),
  };
}

function documentation(row: Row, values: Record<string, DimensionValue>, type: BounceType | null, text: CatalogueText) {
  const explanation = explain(
    {
      direction: row.counts.rejected === row.events && row.events > 0 ? 'inbound' : 'outbound',
      type,
      reason: (values.reason ?? null) as Reason | null,
      enhancedStatus: (values.enhancedStatus ?? null) as string | null,
      replyCode: (values.replyCode ?? null) as number | null,
    },
    text,
  );
  return Object.fromEntries(DOCUMENTATION.map((name) => [name, explanation?.[name] ?? null]));
}

/** Most events first; rows with as many in the order of their values, so that the same input gives the same report. */
function byHarm(a: Row, b: Row): number {
  return b.events - a.events || b.counts.open - a.counts.open || (JSON.stringify(a.values) < JSON.stringify(b.values) ? -1 : 1);
}

/** The type that most events of a row have; of two with as many the one named first in the taxonomy. */
function mostFrequent(types: Row['types']): BounceType | null {
  const order: readonly BounceType[] = ['hard', 'soft', 'block', 'none', 'undetermined'];
  let best: BounceType | null = null;
  for (const type of order) {
    if (types.has(type) && (best === null || types.get(type)! > types.get(best)!)) best = type;
  }
  return best;
}

/** An instant in the report's zone. */
export const localTime = (ms: number | null, zone: Zone): string | null =>
  ms === null ? null : formatTimestamp({ ms, offset: zone.offsetAt(ms) });
