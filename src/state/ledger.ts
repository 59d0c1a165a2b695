import type { Dimension } from '../model/dimension.js';
import { type Codec, flag, int, listOf, record, text } from '../summary/codec.js';

/** What a report covers when it does not cover what is new. */
export const PERIODS = ['day', 'week', 'month'] as const;
export type PeriodLength = (typeof PERIODS)[number];

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

const dimension = text as unknown as Codec<Dimension>;

/** The counts stand apart, and are empty in what is read. */
export const ledger: Codec<Ledger> = record<Ledger>({
  length: text as unknown as Codec<PeriodLength>,
  zone: text,
  groupings: listOf(listOf(dimension)),
  reported: listOf(int),
  until: {
    write: (to, value) => {
      flag.write(to, value !== null);
      if (value !== null) int.write(to, value);
    },
    read: (from) => (flag.read(from) ? int.read(from) : null),
  },
  kept: listOf(
    record<KeptPeriod>({
      start: int,
      reported: flag,
      more: text,
      counts: { write: () => {}, read: () => new Uint8Array() },
    }),
  ),
});
