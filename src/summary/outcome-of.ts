import type { BounceEvent, Outcome, RecipientOutcome } from '../model/event.js';
import type { RecipientState } from './lifetime.js';

/** How the mail of a recipient ended, with what its record tells where nothing else is known of him. */
export const outcomeOf = (outcome: Outcome, event: BounceEvent, state: RecipientState | null): RecipientOutcome => ({
  event,
  outcome,
  attempts: state?.attempts ?? 0,
  firstAttempt: state?.firstAttempt ?? null,
  lastAttempt: state?.lastAttempt ?? null,
  queueSeconds: state?.queueSeconds ?? event.evidence.queueSeconds,
});
