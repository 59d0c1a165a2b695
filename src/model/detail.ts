import { countsDeliveries, type Dimension } from './dimension.js';

/**
 * How much is wanted of recipients who were taken: nothing of each, only how many they are; who it was and when; which host took them,
 * too; or the record in full, with what was said.
 */
export type SuccessDetail = 'none' | 'recipients' | 'hosts' | 'full';

/** How much is wanted of the envelopes of messages: nothing, the reverse-path, or client, login and message-id too. */
export type EnvelopeDetail = 'none' | 'senders' | 'full';

/** What a log has to be read for. */
export interface Detail {
  readonly successes: SuccessDetail;
  /** Whether it is wanted how long each success took, if nothing else of it. */
  readonly delays: boolean;
  readonly envelopes: EnvelopeDetail;
}

/** Every record. */
export const FULL_DETAIL: Detail = { successes: 'full', delays: true, envelopes: 'full' };

/** Nothing but failures. */
export const NO_DETAIL: Detail = { successes: 'none', delays: false, envelopes: 'none' };

const OF_HOSTS: ReadonlySet<Dimension> = new Set(['provider', 'remoteMta', 'remoteIp']);
const OF_SENDERS: ReadonlySet<Dimension> = new Set(['sender', 'senderDomain']);
const OF_CLIENTS: ReadonlySet<Dimension> = new Set(['client', 'saslUsername']);

/** What rows by these dimensions need. */
export function detailFor(groupings: readonly (readonly Dimension[])[], delays: boolean): Detail {
  const counting = groupings.filter(countsDeliveries);
  const holds = (of: readonly (readonly Dimension[])[], names: ReadonlySet<Dimension>) =>
    of.some((grouping) => grouping.some((name) => names.has(name)));
  return {
    successes: counting.length === 0 ? 'none' : holds(counting, OF_HOSTS) ? 'hosts' : 'recipients',
    delays: delays || counting.length > 0,
    envelopes: holds(groupings, OF_CLIENTS) ? 'full' : holds(groupings, OF_SENDERS) ? 'senders' : 'none',
  };
}
