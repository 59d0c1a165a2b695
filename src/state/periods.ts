import type { Dimension } from '../model/dimension.js';
import type { Zone } from '../model/zone.js';
import { Calendar, type PeriodLength } from '../summary/calendar.js';
import { type CountOptions, Counts } from '../summary/counts.js';
import type { InputIdentities } from '../summary/event-codec.js';
import { KnownInputs } from '../summary/known-inputs.js';
import { packCounts, unpackCounts } from '../summary/packed-counts.js';
import type { PeriodCounts } from '../summary/period-counts.js';
import type { KeptPeriod, Ledger } from './ledger.js';

/** So many periods are kept after they were reported, for what comes late. */
const KEPT_LATE: Readonly<Record<PeriodLength, number>> = { day: 14, week: 4, month: 2 };
/** So many periods without a record are reported when runs were missed. */
const MOST_EMPTY = 31;
/** Of so many reported periods is known that they were. */
const MOST_REPORTED = 4_000;

/** A report that is to be made. */
export interface DuePeriod {
  /** As files and messages name it. */
  readonly name: string;
  readonly start: number;
  /** The first instant behind it. */
  readonly end: number;
  readonly counts: Counts;
  /**
   * `over`: it is over, and reported for the first time. `late`: more of it came after it was reported. `more`: the same, but
   * what was reported is not kept any more, so that this is only what came now.
   */
  readonly why: 'over' | 'late' | 'more';
  /** Records that came after it was reported. */
  readonly late: number;
}

/** A ledger without any period. */
export const newLedger = (length: PeriodLength, zone: string, groupings: readonly (readonly Dimension[])[]): Ledger => ({
  ...{ length, zone, groupings },
  ...{ reported: [], until: null, kept: [] },
});

const recordsOf = ({ totals: { records } }: Counts): number => Object.values(records).reduce((sum, one) => sum + one, 0);

const isEmpty = ({ totals }: Counts): boolean =>
  Object.values(totals).every((value) =>
    typeof value === 'number' ? value === 0 : Object.values(value).every((one) => one === 0),
  );

/**
 * Adds what a run counted to the periods that are kept, and finds those that are to be reported: that are over, or got more.
 * @param names how the inputs of the run are named.
 * @returns the ledger as it is when all of these are reported.
 */
export function book(
  ledger: Ledger,
  counted: PeriodCounts,
  { zone, now, names }: { readonly zone: Zone; readonly now: number; readonly names: InputIdentities },
): { readonly ledger: Ledger; readonly due: readonly DuePeriod[] } {
  const calendar = new Calendar(ledger.length, zone);
  const inputs = new KnownInputs();
  const { groupings } = ledger;
  const options: CountOptions = { groupings, since: null, until: null, zone, compareInputs: inputs.compare };
  const fresh = (counts: Counts) => unpackCounts(packCounts(counts, names), options, counted.options.groupings, inputs);
  const current = calendar.startOf(now);
  const today = new Calendar('day', zone).nameOf(new Calendar('day', zone).startOf(now));
  const reported = new Set(ledger.reported);
  const kept = new Map<string, KeptPeriod>(ledger.kept.map((one) => [keyOf(one), one]));
  const opened = new Map<string, { counts: Counts; readonly late: number }>();
  const open = (one: KeptPeriod): Counts =>
    one.counts.length === 0 ? new Counts(options) : unpackCounts(one.counts, options, groupings, inputs);

  for (const [start, part] of counted.parts) {
    if (isEmpty(part)) continue;
    const own = { start, more: '' };
    const isGone = reported.has(start) && !kept.has(keyOf(own));
    const place = isGone ? { start, more: today } : own;
    const known = kept.get(keyOf(place)) ?? { ...place, reported: false, counts: new Uint8Array() };
    const counts = open(known);
    counts.merge(fresh(part));
    opened.set(keyOf(place), { counts, late: known.reported || isGone ? recordsOf(part) : 0 });
    kept.set(keyOf(place), known);
  }
  const first = Math.min(
    current,
    ...[...kept.values()].filter((one) => !one.reported && one.more === '').map(({ start }) => start),
  );
  for (const start of emptyPeriods(ledger.until ?? first, calendar, current)) {
    const own = { start, more: '' };
    if (!reported.has(start) && !kept.has(keyOf(own)))
      kept.set(keyOf(own), { ...own, reported: false, counts: new Uint8Array() });
  }

  const due: DuePeriod[] = [];
  const after: KeptPeriod[] = [];
  for (const one of [...kept.values()].sort((a, b) => a.start - b.start || (a.more < b.more ? -1 : 1))) {
    const change = opened.get(keyOf(one));
    const isOver = calendar.next(one.start) <= now;
    const isDue = one.reported ? change !== undefined : isOver;
    if (isDue) {
      const counts = change?.counts ?? open(one);
      const name = calendar.nameOf(one.start) + (one.more === '' ? '' : `+${one.more}`);
      const why = one.more !== '' ? 'more' : one.reported ? 'late' : 'over';
      due.push({ name, start: one.start, end: calendar.next(one.start), counts, why, late: change?.late ?? 0 });
      reported.add(one.start);
    }
    const counts = change === undefined ? one.counts : packCounts(change.counts, inputs);
    after.push({ ...one, reported: one.reported || isDue, counts });
  }
  return {
    due,
    ledger: {
      ...ledger,
      reported: [...reported].sort((a, b) => a - b).slice(-MOST_REPORTED),
      until: Math.max(ledger.until ?? current, current),
      kept: withoutOld(after, ledger.length, today),
    },
  };
}

const keyOf = ({ start, more }: Pick<KeptPeriod, 'start' | 'more'>): string => `${start}+${more}`;

/** Periods that are over since an instant, whether or not anything happened in them. */
function emptyPeriods(since: number, calendar: Calendar, current: number): readonly number[] {
  const starts: number[] = [];
  for (let start = current; start > since && starts.length < MOST_EMPTY; ) {
    start = calendar.startOf(start - 1);
    starts.push(start);
  }
  return starts;
}

/** Leaves out what was reported long ago. */
function withoutOld(periods: readonly KeptPeriod[], length: PeriodLength, today: string): readonly KeptPeriod[] {
  const reported = periods.filter((one) => one.reported && one.more === '');
  // A period without a record takes no room.
  const [full, empty] = [true, false].map((holds) => reported.filter(({ counts }) => counts.length > 0 === holds));
  const late = new Set([...full!.slice(-KEPT_LATE[length]), ...empty!.slice(-MOST_EMPTY)]);
  return periods.filter((one) => !one.reported || late.has(one) || one.more === today);
}

/** The counts of a period with what is open of it. */
export function withOpen({ counts, start }: DuePeriod, open: PeriodCounts): Counts {
  const part = open.parts.get(start);
  if (part !== undefined) counts.merge(part);
  return counts;
}
