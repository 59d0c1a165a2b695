import { DEFAULT_GROUPING, type Dimension, type DimensionValue } from '../model/dimension.js';
import { type Counts, Row } from '../summary/counts.js';
import { isCut, wordingLimit } from '../summary/wording-limit.js';
import type { Baseline } from './baseline.js';
import { fold, newRows, type ReportTable, ranked, rowsIn, type TableOptions, tableOf } from './rows.js';

/** The wordings of each code. */
export const BY_WORDING: readonly Dimension[] = [...DEFAULT_GROUPING, 'wording'];
const BY_TEXT: readonly Dimension[] = ['replyCode', 'enhancedStatus', 'wording'];

/** How tables of wordings are made. */
export type WordingOptions = Omit<TableOptions, 'before' | 'ranking' | 'top'>;

/** The rows by wording of a report, and of what it is compared with. */
export interface Wordings {
  readonly now: readonly Row[];
  /** Null where nothing is compared. */
  readonly before: readonly Row[] | null;
  readonly scale: number | null;
}

/** @returns null where wordings were not counted. */
export function wordingsIn(counts: Counts, baseline: Baseline | null): Wordings | null {
  const now = rowsIn(counts, BY_WORDING);
  if (now === null) return null;
  const before = baseline === null ? null : rowsIn(baseline.counts, BY_WORDING);
  const scale = baseline?.scale ?? null;
  return before === null ? { now, before, scale } : { ...cutAlike(now, before), scale };
}

/** The wordings of now and of before with the same values. */
class Pair {
  readonly values: readonly DimensionValue[];
  readonly now: Row;
  readonly before: Row;

  constructor(values: readonly DimensionValue[], { compareInputs }: Row) {
    this.values = values;
    this.now = new Row(values, compareInputs);
    this.before = new Row(values, compareInputs);
  }

  merge(other: Pair): void {
    this.now.merge(other.now);
    this.before.merge(other.before);
  }
}

const isCutRow = ({ values }: Row): boolean => isCut(values.at(-1));
const isPresent = ({ events, counts }: Row): boolean => events > 0 || counts.open > 0 || counts.recovered > 0;

/** Where one side cut wordings because they were too many, the other is cut too, so that the same is not taken for new. */
function cutAlike(now: readonly Row[], before: readonly Row[]): { now: readonly Row[]; before: readonly Row[] } {
  const [one] = now;
  if (one === undefined || !(now.some(isCutRow) || before.some(isCutRow))) return { now, before };
  const pairs = new Map<string, Pair>();
  const limit = wordingLimit<Pair>(BY_WORDING, pairs, (values) => new Pair(values, one))!;
  for (const row of now) limit.row(row.values).now.merge(row);
  for (const row of before) limit.row(row.values).before.merge(row);
  const all = [...pairs.values()];
  return { now: all.map((pair) => pair.now).filter(isPresent), before: all.map((pair) => pair.before).filter(isPresent) };
}

/** The wordings of each code that most events have. @param perCode of each code. @param top of all. */
export function topWordings(wordings: Wordings, perCode: number, top: number | null, options: WordingOptions): ReportTable {
  const byCode = new Map<string, number>();
  const few = ranked(wordings.now, 'events').filter(({ values }) => {
    const code = JSON.stringify(values.slice(0, -1));
    const place = byCode.get(code) ?? 0;
    byCode.set(code, place + 1);
    return place < perCode;
  });
  return firstOf(few, top, wordings.now, { grouping: BY_WORDING, wordings, options });
}

/** Wordings of failed deliveries that no rule knew what to make of. */
export function undeterminedWordings(wordings: Wordings, top: number | null, options: WordingOptions): ReportTable {
  const isMeant = ({ values: [direction, , , reason] }: Row) => direction === 'outbound' && reason === 'undetermined';
  const folded = (rows: readonly Row[]) => fold(rows.filter(isMeant), BY_WORDING, BY_TEXT);
  const before = wordings.before === null ? null : folded(wordings.before);
  const now = ranked(folded(wordings.now), 'events');
  return firstOf(now, top, now, { grouping: BY_TEXT, wordings: { ...wordings, before }, options });
}

/** Wordings of failed deliveries that were not there before; null where nothing is compared. */
export function newWordings(wordings: Wordings, top: number | null, options: WordingOptions): ReportTable | null {
  if (wordings.before === null) return null;
  const outbound = wordings.now.filter(({ values }) => values[0] === 'outbound');
  const fresh = ranked(newRows(outbound, wordings.before), 'events');
  return firstOf(fresh, top, fresh, { grouping: BY_WORDING, wordings, options });
}

interface Making {
  readonly grouping: readonly Dimension[];
  readonly wordings: Wordings;
  readonly options: WordingOptions;
}

/** The first of some rows as a table, and what is left out of all. */
function firstOf(rows: readonly Row[], top: number | null, all: readonly Row[], making: Making): ReportTable {
  const { grouping, wordings, options } = making;
  const { before, scale } = wordings;
  const kept = top === null ? rows : rows.slice(0, top);
  const compared = before === null ? {} : { before: { rows: before, scale } };
  const table = tableOf(kept, grouping, { ...options, ...compared, top: null, ranking: 'events' });
  return { ...table, leftOut: { rows: all.length - kept.length, events: eventsOf(all) - eventsOf(kept) } };
}

const eventsOf = (rows: readonly { readonly events: number }[]): number => rows.reduce((sum, { events }) => sum + events, 0);
