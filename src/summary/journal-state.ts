import type { Origin } from '../model/record-sink.js';
import type { Lifetime } from './lifetime.js';
import type { Tie } from './tie.js';

/** Everything that a journal holds back, for writing it down. Lives that were counted are no part of it. */
export interface JournalState {
  /** By the key of the id. */
  readonly open: readonly (readonly [string, Lifetime])[];
  readonly early: readonly Lifetime[];
  readonly settling: readonly Lifetime[];
  /** By the id that they name. */
  readonly ties: readonly (readonly [string, readonly Tie[]])[];
  /** What is known of ids that began, but are no message yet. */
  readonly pending: readonly (readonly [string, Origin])[];
  readonly owners: readonly string[];
  readonly firstTime: number | null;
  readonly now: number;
}
