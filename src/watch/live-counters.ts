import { COUNTED, COUNTED_BY, isOpen, KINDS, labelsOf, otherLabels } from '../report/prometheus.js';
import type { Counts } from '../summary/counts.js';

/** So many label sets of a family have a counter of their own; all later ones are one. */
const MOST_NAMED = 100;

export type CounterLabels = Readonly<Record<string, string>>;
export type CounterSample = readonly [labels: CounterLabels, value: number];

/** One counter with its values by labels. */
interface Sums {
  readonly named: Map<string, CounterLabels>;
  readonly values: Map<string, number>;
}

/**
 * Counters that only grow, out of counts that are dropped after some days. They begin with 0 when following begins: what was
 * there before was counted by the process before this one.
 */
export class LiveCounters {
  /** What was dropped, less what was there before following began. */
  readonly #base = new Map<string, Sums>();

  /** What is kept now is not counted, nor what was dropped so far. @param kept the counts of each day. */
  begin(kept: readonly Counts[]): void {
    for (const { values } of this.#base.values()) values.clear();
    for (const counts of kept) this.#add(counts, -1);
  }

  /** Counts that are kept no more. */
  dropped(counts: Counts): void {
    this.#add(counts, 1);
  }

  /** The values of all counters. @param kept the counts of each day. */
  values(kept: readonly Counts[]): ReadonlyMap<string, readonly CounterSample[]> {
    const sums = new Map<string, Map<string, number>>();
    for (const [name, { values }] of this.#base) sums.set(name, new Map(values));
    for (const counts of kept) {
      for (const [name, labels, value] of samplesOf(counts)) {
        const key = this.#keyOf(name, labels);
        const own = sums.get(name) ?? new Map<string, number>();
        sums.set(name, own.set(key, (own.get(key) ?? 0) + value));
      }
    }
    return new Map(
      [...sums].map(([name, own]) => [
        name,
        [...own].map(([key, value]): CounterSample => [this.#base.get(name)!.named.get(key)!, Math.max(0, value)]),
      ]),
    );
  }

  #add(counts: Counts, sign: number): void {
    for (const [name, labels, value] of samplesOf(counts)) {
      const key = this.#keyOf(name, labels);
      const { values } = this.#base.get(name)!;
      values.set(key, (values.get(key) ?? 0) + sign * value);
    }
  }

  /** Which of the counters of a family these labels have: one of their own while there is room, and for good. */
  #keyOf(name: string, labels: CounterLabels): string {
    const key = Object.values(labels).join();
    let sums = this.#base.get(name);
    if (sums === undefined) {
      sums = { named: new Map(), values: new Map() };
      this.#base.set(name, sums);
    }
    if (sums.named.has(key)) return key;
    // Kinds are few, and stay.
    const { kind, ...rest } = labels;
    const isNamed = sums.named.size < MOST_NAMED * KINDS.length;
    const own = isNamed ? labels : { ...otherLabels(rest), ...(kind === undefined ? {} : { kind }) };
    const ownKey = Object.values(own).join();
    sums.named.set(ownKey, own);
    return ownKey;
  }
}

function* samplesOf(counts: Counts): Iterable<readonly [name: string, labels: CounterLabels, value: number]> {
  for (const { name, samples } of COUNTED) {
    for (const [labels, value] of samples(counts)) if (!isOpen(labels)) yield [name, labels, value];
  }
  for (const { name, by, rows } of COUNTED_BY) {
    for (const row of rows(counts)) {
      const labels = labelsOf(row, by);
      for (const kind of KINDS) {
        const sample = { ...labels, kind };
        if (row.counts[kind] > 0 && !isOpen(sample)) yield [name, sample, row.counts[kind]];
      }
    }
  }
}
