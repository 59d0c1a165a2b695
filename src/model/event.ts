import type { Evidence, Timestamp } from './evidence.js';
import { lastAt } from './last-at.js';
import { type Provider, providerOfHost } from './provider.js';
import type { Said } from './said.js';
import type { Verdict } from './verdict.js';

/** One record with its verdict: what was seen, and what it means. `verdict` is null for a success. */
export interface BounceEvent {
  readonly evidence: Evidence;
  readonly verdict: Verdict | null;
  /** Stands for the text, where others are known that say the same and mean the same. */
  readonly said?: Said | undefined;
  /** Its wording (`wordingOf`), once that was asked for; null without a text. */
  wording?: string | null | undefined;
}

/** The final state of one recipient of one message. `open`: still deferred where the input ends. */
export type Outcome = 'delivered' | 'failed' | 'expired' | 'open';

/** A recipient's final state with the record that decided it. */
export interface RecipientOutcome {
  readonly event: BounceEvent;
  readonly outcome: Outcome;
  /** Delivery attempts seen, the deciding one included. */
  readonly attempts: number;
  readonly firstAttempt: Timestamp | null;
  readonly lastAttempt: Timestamp | null;
  readonly queueSeconds: number | null;
}

/** The part of an address after its last `@`, lower case; null when there is none. */
export function domainOf(address: string | null): string | null {
  if (address === null) return null;
  const at = lastAt(address);
  return at < 0 || at === address.length - 1 ? null : address.slice(at + 1).toLowerCase();
}

/** Who runs the host that answered: what the classifier found, which also reads the text; for a delivery by the host alone. */
export const providerOf = ({ evidence, verdict }: BounceEvent): Provider | null =>
  verdict === null ? providerOfHost(evidence.remoteMta) : verdict.provider;
