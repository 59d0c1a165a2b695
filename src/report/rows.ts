import type { CatalogueText } from '../catalogue/documentation.js';
import { type Explanation, explain } from '../catalogue/explain.js';
import { countsDeliveries, type Dimension, type DimensionValue } from '../model/dimension.js';
import { formatTimestamp } from '../model/timestamp.js';
import type { BounceType, Reason } from '../model/verdict.js';
import type { Zone } from '../model/zone.js';
import { type Counts, Row, type RowCount } from '../summary/counts.js';
import { type Baseline, changeOf } from './baseline.js';
import type { Redactor } from './redaction.js';

/** One row of a report: the group's values by the names of the dimensions, the counts, and the documentation that fits. */
export interface ReportRow extends Readonly<Record<RowNumber, number>>, Readonly<Record<keyof Explanation, string | null>> {
  readonly [dimension: string]: DimensionValue | undefined;
  readonly type: BounceType | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly example: string | null;
  /** These stand only in a report that is compared with an earlier period. */
  readonly status?: RowStatus | null;
  readonly eventsBefore?: number;
  readonly lostBefore?: number;
  /** By what part events became more or less, were both periods as long; null where there were none before. */
  readonly change?: number | null;
}

/** Whether something failed for the first time, again, or no more. Null: it failed neither before nor now. */
type RowStatus = 'new' | 'known' | 'gone';

type RowNumber = 'events' | Exclude<RowCount, 'delivered'> | 'recipients' | 'domains' | 'share';

/** What a list that was cut leaves out. */
export interface LeftOut {
  readonly rows: number;
  readonly events: number;
}

export interface ReportTable {
  /** The names of the columns, in order. */
  readonly columns: readonly string[];
  readonly rows: readonly ReportRow[];
  readonly leftOut: LeftOut;
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

/** Columns behind those, where a report is compared with an earlier period. */
const COMPARED = ['status', 'eventsBefore', 'lostBefore', 'change'] as const;

/** Lets a share or a rate be read and added up without a tail of digits; what is not quite nothing or all keeps them. */
function rounded(value: number): number {
  const near = Math.round(value * 1e6) / 1e6;
  return Number.isInteger(near) ? value : near;
}

/** In which order rows come: those with the most events first, or those that do the most harm. */
type Ranking = 'events' | 'harm';

/**
 * The rows of one grouping with the documentation joined, most events first.
 * @param top at most this many rows; all when null. @param redactor makes addresses unreadable.
 * @param baseline tells what changed since an earlier period.
 * @throws Error when the counts were not asked for this grouping.
 */
export function reportTable(
  counts: Counts,
  grouping: readonly Dimension[],
  text: CatalogueText,
  zone: Zone,
  top: number | null,
  redactor: Redactor | null = null,
  baseline: Baseline | null = null,
): ReportTable {
  const rows = rowsIn(counts, grouping);
  if (rows === null) throw new Error(`nothing was counted by ${grouping.join()}`);
  const before = beforeIn(baseline, grouping);
  const compared = before === null ? {} : { before: { ...before, withGone: true } };
  return tableOf(rows, grouping, { text, zone, top, ranking: 'events', redactor, ...compared });
}

/** The rows of the earlier period; null where there is none, or it was not counted by this grouping. */
export function beforeIn(baseline: Baseline | null, grouping: readonly Dimension[]): Before | null {
  const rows = baseline === null ? null : rowsIn(baseline.counts, grouping);
  return baseline === null || rows === null ? null : { rows, scale: baseline.scale };
}

/** What rows are compared with. */
export interface Before {
  readonly rows: readonly Row[];
  /** How many times as long the later period is; null where that is not known. */
  readonly scale: number | null;
  /** Whether rows that are there no more are told too. */
  readonly withGone?: boolean;
}

export interface TableOptions {
  readonly text: CatalogueText;
  readonly zone: Zone;
  readonly top: number | null;
  readonly ranking: Ranking;
  /** Makes addresses unreadable. */
  readonly redactor?: Redactor | null;
  readonly before?: Before | null;
}

/** Any rows of one grouping as a table. A share is that of all these rows. */
export function tableOf(
  rows: readonly Row[],
  grouping: readonly Dimension[],
  { text, zone, top, ranking, redactor = null, before = null }: TableOptions,
): ReportTable {
  const known = before === null ? null : new Map(before.rows.map((row) => [keyOf(row), row]));
  const all = ranked(before?.withGone === true ? [...rows, ...absentRows(rows, before.rows)] : rows, ranking);
  const kept = top === null ? all : all.slice(0, top);
  const allEvents = sumOf(all);
  const withDeliveries = countsDeliveries(grouping);
  const columns = COLUMNS.filter((name) => name !== 'type' || !grouping.includes('type'));
  return {
    columns: [
      ...[...grouping, ...columns, ...(withDeliveries ? ['delivered', 'rate'] : [])],
      ...(known === null ? [] : [...COMPARED, ...(withDeliveries ? ['deliveredBefore', 'rateBefore'] : [])]),
    ],
    rows: kept.map((row) => {
      const told = reportRow(row, grouping, { allEvents, withDeliveries, text, zone, redactor });
      if (known === null) return told;
      return { ...told, ...compared(row, known.get(keyOf(row)), before!.scale, withDeliveries) };
    }),
    leftOut: { rows: all.length - kept.length, events: allEvents - sumOf(kept) },
  };
}

const keyOf = ({ values }: Row): string => JSON.stringify(values);

const isFailing = ({ events, counts }: Row): boolean => events > 0 || counts.open > 0;

/** Rows that failed before and of which nothing is there now, without what was counted then. */
function absentRows(rows: readonly Row[], before: readonly Row[]): Row[] {
  const now = new Set(rows.map(keyOf));
  return before
    .filter((row) => isFailing(row) && !now.has(keyOf(row)))
    .map(({ values, compareInputs, provider, rule }) => Object.assign(new Row(values, compareInputs), { provider, rule }));
}

/** Rows that fail and did not before. With the two exchanged: rows that failed before and do no more. */
export function newRows(rows: readonly Row[], before: readonly Row[]): Row[] {
  const known = new Set(before.filter(isFailing).map(keyOf));
  return rows.filter((row) => isFailing(row) && !known.has(keyOf(row)));
}

/** How a row differs from that of the earlier period. */
function compared(row: Row, before: Row | undefined, scale: number | null, withDeliveries: boolean) {
  const [is, was] = [isFailing(row), before !== undefined && isFailing(before)];
  const change = changeOf(row.events, before?.events ?? 0, scale);
  const counts = before?.counts ?? NOTHING;
  const status: RowStatus | null = is ? (was ? 'known' : 'new') : was ? 'gone' : null;
  return {
    status,
    eventsBefore: before?.events ?? 0,
    lostBefore: lostOf(counts),
    change: change === null ? null : rounded(change),
    ...(withDeliveries ? { deliveredBefore: counts.delivered, rateBefore: rateOf(counts) } : {}),
  };
}

type RowCounts = Readonly<Record<RowCount, number>>;

const NOTHING: RowCounts = new Row([]).counts;

const lostOf = ({ failed, expired, returned }: RowCounts): number => failed + expired + returned;

function rateOf(counts: RowCounts): number | null {
  const ended = counts.delivered + counts.failed + counts.expired;
  return ended === 0 ? null : rounded(lostOf(counts) / ended);
}

const sumOf = (rows: readonly Row[]): number => rows.reduce((sum, row) => sum + row.events, 0);

/** Rows of fewer dimensions: those that agree in them are one. */
export function fold(rows: readonly Row[], from: readonly Dimension[], to: readonly Dimension[]): Row[] {
  const places = to.map((name) => from.indexOf(name));
  const folded = new Map<string, Row>();
  for (const row of rows) {
    const values = places.map((place) => row.values[place]!);
    const key = JSON.stringify(values);
    let one = folded.get(key);
    if (one === undefined) {
      one = new Row(values, row.compareInputs);
      folded.set(key, one);
    }
    one.merge(row);
  }
  return [...folded.values()];
}

/** A row as programs read it, keys in the order of the columns. */
export const recordOf = (row: ReportRow, columns: readonly string[]): Record<string, DimensionValue> =>
  Object.fromEntries(columns.map((column) => [column, row[column] ?? null]));

/** What was counted by this grouping; null when that was not asked for. */
export function rowsIn({ options, rows }: Counts, grouping: readonly Dimension[]): Row[] | null {
  const index = options.groupings.findIndex((one) => one.join() === grouping.join());
  return index < 0 ? null : [...rows[index]!.values()];
}

interface Context {
  readonly allEvents: number;
  readonly withDeliveries: boolean;
  readonly text: CatalogueText;
  readonly zone: Zone;
  readonly redactor: Redactor | null;
}

/** Dimensions whose values are addresses, or names of logins. */
const ADDRESSES: ReadonlySet<string> = new Set<Dimension>(['recipient', 'sender', 'saslUsername']);

/** The value of a dimension, without the addresses in it. */
function redacted(name: Dimension, value: DimensionValue, row: Row, redactor: Redactor): DimensionValue {
  if (typeof value !== 'string') return value;
  if (name === 'wording') return redactor.text(value, [row.example?.recipient ?? null]);
  return ADDRESSES.has(name) ? redactor.address(value) : value;
}

function reportRow(row: Row, grouping: readonly Dimension[], context: Context): ReportRow {
  const { allEvents, withDeliveries, text, zone, redactor } = context;
  const { delivered, ...counted } = row.counts;
  const values: Record<string, DimensionValue> = {};
  grouping.forEach((name, i) => {
    const value = row.values[i]!;
    values[name] = redactor === null ? value : redacted(name, value, row, redactor);
  });
  const type = mostFrequent(row.types);
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
    example: row.example === null ? null : (redactor?.text(row.example.text, [row.example.recipient]) ?? row.example.text),
    ...documentation(row, values, type, text),
    ...(withDeliveries ? { delivered, rate: rateOf(row.counts) } : {}),
  };
}

function documentation(
  row: Row,
  values: Record<string, DimensionValue>,
  type: BounceType | null,
  text: CatalogueText,
): Record<keyof Explanation, string | null> {
  const explanation = explain(
    {
      direction: row.counts.rejected === row.events && row.events > 0 ? 'inbound' : 'outbound',
      type,
      reason: (values.reason ?? null) as Reason | null,
      enhancedStatus: (values.enhancedStatus ?? null) as string | null,
      replyCode: (values.replyCode ?? null) as number | null,
      provider: row.provider ?? null,
      rule: row.rule ?? null,
    },
    text,
  );
  const entries = DOCUMENTATION.map((name) => [name, explanation?.[name] ?? null]);
  return Object.fromEntries(entries) as Record<keyof Explanation, string | null>;
}

/** Recipients that did not get their mail: lost, or still waiting. */
export const harmOf = ({ failed, expired, returned, open }: Readonly<Record<RowCount, number>>): number =>
  failed + expired + returned + open;

/** Rows with as much of everything in the order of their values, so that the same input gives the same report. */
export function ranked(rows: readonly Row[], ranking: Ranking): Row[] {
  const weighed = rows.map((row) => {
    const { events, counts } = row;
    const { open, delayed } = counts;
    const weights = ranking === 'events' ? [events, open] : [harmOf(counts), delayed, events];
    return { row, weights, key: JSON.stringify(row.values) };
  });
  weighed.sort((a, b) => {
    const at = a.weights.findIndex((weight, i) => weight !== b.weights[i]);
    return at < 0 ? (a.key < b.key ? -1 : 1) : b.weights[at]! - a.weights[at]!;
  });
  return weighed.map(({ row }) => row);
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
