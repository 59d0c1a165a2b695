import type { BounceEvent, Outcome } from '../model/event.js';
import { expiriesOf } from './expiries.js';
import type { JournalContext } from './journal-context.js';
import type { Lifetime, RecipientState } from './lifetime.js';
import { outcomeOf } from './outcome-of.js';
import { countDelay } from './time-in-queue.js';

/** Counts a life as it stands, as if nothing more came. */
export function countLife(lifetime: Lifetime, context: JournalContext): void {
  const { counts } = context;
  if (lifetime.notification || lifetime.probe) return;
  if (lifetime.senderTime === null) {
    counts.uncovered += lifetime.recipients.length;
    return;
  }
  if (!lifetime.continuation && counts.covers(lifetime.senderTime)) counts.totals.messages++;
  for (const state of lifetime.recipients) {
    if (state.deferrals !== null) {
      for (const { event, times, last } of state.deferrals) counts.count('delayed', event, times, last);
    }
    countEnding(lifetime, state, context);
  }
  if (lifetime.expiry === null) return;
  for (const { event, state } of expiriesOf(lifetime, lifetime.expiry, context.classify))
    conclude(context, 'expired', event, state);
}

function countEnding(lifetime: Lifetime, state: RecipientState, context: JournalContext): void {
  const { ending, deferral } = state;
  if (ending === null) {
    if (deferral !== null && lifetime.expiry === null && !lifetime.replaced) conclude(context, 'open', deferral, state);
  } else if (ending === 'failed') {
    conclude(context, 'failed', state.endEvent!, state);
  } else if (ending === 'delivered' && state.continuation?.met !== true && !(lifetime.filtered && state.passedOn)) {
    countDelivery(state, context);
  }
}

function countDelivery(state: RecipientState, context: JournalContext): void {
  const { counts } = context;
  if (!counts.covers(state.endTime?.ms ?? null)) return;
  if (state.queueSeconds !== null) counts.delays.delivered.add(state.queueSeconds);
  if (state.deferral !== null) counts.count('recovered', state.deferral);
  if (state.endEvent !== null) conclude(context, 'delivered', state.endEvent, state);
  else {
    counts.totals.recipients++;
    counts.totals.delivered++;
  }
}

function conclude(context: JournalContext, outcome: Outcome, event: BounceEvent, state: RecipientState | null): void {
  const { counts, listener } = context;
  if (!counts.covers(event.evidence.time?.ms ?? null)) return;
  counts.totals.recipients++;
  counts.count(outcome, event);
  if (outcome !== 'delivered' && state !== null) countDelay(counts, outcome, event, state);
  listener.outcome?.(outcomeOf(outcome, event, state));
}
