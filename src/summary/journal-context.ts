import type { BounceEvent, RecipientOutcome } from '../model/event.js';
import type { Judge } from '../model/said.js';
import type { Counts } from './counts.js';
import type { Returns } from './returns.js';

/** Told of every record and of every final state as they become known. */
export interface JournalListener {
  event?(event: BounceEvent): void;
  outcome?(outcome: RecipientOutcome): void;
}

export interface JournalContext {
  counts: Counts;
  readonly classify: Judge;
  readonly listener: JournalListener;
  /** Joins bounce mails with failures in the log; absent where no mail is read. */
  readonly returns?: Returns;
}
