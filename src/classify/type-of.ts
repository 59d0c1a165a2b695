import { REASON_FACTS } from '../catalogue/reasons.js';
import type { BounceType, Reason } from '../model/verdict.js';

/** What decides between for now and for good. */
export interface Finality {
  /** 4 or 5: what the MTA made of it (deferred, bounced), else the class of the reply; null when nothing tells. */
  readonly severity: 4 | 5 | null;
  /** Whether a server gave a reply with a code, or the MTA speaks for itself. */
  readonly replied: boolean;
}

/** Reasons whose fault may pass although the reply says that it will not. */
const SOFT_THOUGH_PERMANENT: ReadonlySet<Reason> = new Set([
  'mailbox-full',
  'greylisted',
  'rate-limited',
  'too-many-connections',
  'too-many-recipients',
  'dns-failure',
  'network-error',
  'message-expired',
]);

/**
 * The type that follows from a reason. It starts from the reason, not from the digit: what is only for now is soft and
 * keeps its reason; a fault of the receiving system that a server calls permanent is a block, because the address is
 * not at fault. A failure that the MTA found without any reply keeps the type of its reason.
 */
export function typeOf(reason: Reason, { severity, replied }: Finality): BounceType {
  const usual = REASON_FACTS[reason].defaultType;
  if (usual === 'none') return 'none';
  if (severity === 4) return 'soft';
  if (usual === 'soft' && severity === 5 && replied && !SOFT_THOUGH_PERMANENT.has(reason)) return 'block';
  return usual;
}
