import type { BounceEvent, Outcome } from '../model/event.js';
import type { Counts } from './counts.js';
import type { RecipientState } from './lifetime.js';

/** How long a recipient was in the queue whose mail was not delivered. */
export function countDelay(counts: Counts, outcome: Outcome, event: BounceEvent, state: RecipientState): void {
  if (outcome === 'failed') {
    if (state.queueSeconds !== null) counts.delays.lost.add(state.queueSeconds);
    return;
  }
  const since = arrivalOf(state);
  const { time } = event.evidence;
  if (since === null) return;
  if (outcome === 'open') counts.waiting.add(since);
  else if (time !== null) counts.delays.lost.add((time.ms - since) / 1000);
}

/** When a message came in whose recipient was deferred. */
function arrivalOf({ deferral, firstAttempt }: RecipientState): number | null {
  const { time = null, queueSeconds = null } = deferral?.evidence ?? {};
  return time === null || queueSeconds === null ? (firstAttempt?.ms ?? null) : time.ms - Math.round(queueSeconds * 1000);
}
