import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import type { Judge } from '../model/said.js';
import type { Lifetime, RecipientState } from './lifetime.js';

/** A recipient whose mail was given up at the end of the queue lifetime; of whom nothing else is known where the state is null. */
interface Expiry {
  readonly event: BounceEvent;
  readonly state: RecipientState | null;
}

/** One event for every recipient who was still deferred, with the codes of the last deferral; one without when none is known. */
export function expiriesOf(lifetime: Lifetime, expiry: Evidence, classify: Judge): readonly Expiry[] {
  const expired: Expiry[] = [];
  for (const state of lifetime.recipients) {
    if (state.ending !== null || state.deferral === null) continue;
    const { time, line } = expiry;
    const position = { ...expiry.position, index: expired.length };
    const evidence: Evidence = {
      ...state.deferral.evidence,
      action: 'expired',
      time,
      position,
      line,
      envelope: lifetime.envelope,
    };
    expired.push({ event: { evidence, verdict: state.deferral.verdict }, state });
  }
  if (expired.length > 0) return expired;
  return [{ event: { evidence: expiry, verdict: classify(expiry) }, state: null }];
}
