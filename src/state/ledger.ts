import type { Dimension } from '../model/dimension.js';
import type { PeriodLength } from '../summary/calendar.js';
import { type Codec, flag, int, listOf, nullable, oneOf, record, text } from '../summary/codec.js';
import { dimension } from '../summary/summary-codec.js';

/** A period of which counts are kept. */
export interface KeptPeriod {
  /** Its first instant, milliseconds since 1970. */
  readonly start: number;
  /** Whether it was reported. */
  readonly reported: boolean;
  /**
   * Empty for the period itself. Where its counts were let go before more of it was read, that is kept apart, under the day on
   * which it came.
   */
  readonly more: string;
  /** What was counted in it, packed (docs/summary-format.md, Counts). */
  readonly counts: Uint8Array;
}

/** Counts by period, as they are kept. */
export interface Ledger {
  readonly length: PeriodLength;
  /** The zone of its days. */
  readonly zone: string;
  /** What is counted of each. */
  readonly groupings: readonly (readonly Dimension[])[];
  /** The first instants of all periods that were reported, in their order. */
  readonly reported: readonly number[];
  /** Up to here all periods were reported, also those in which nothing happened; null before the first report. */
  readonly until: number | null;
  /** Those that are not reported yet, and the latest that were, in their order. */
  readonly kept: readonly KeptPeriod[];
}

/** The counts stand apart, and are empty in what is read. */
export const ledger: Codec<Ledger> = record<Ledger>({
  length: oneOf<PeriodLength>({ day: true, week: true, month: true }),
  zone: text,
  groupings: listOf(listOf(dimension)),
  reported: listOf(int),
  until: nullable(int),
  kept: listOf(
    record<KeptPeriod>({
      start: int,
      reported: flag,
      more: text,
      counts: { write: () => {}, read: () => new Uint8Array() },
    }),
  ),
});
