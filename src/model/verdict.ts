import type { Provider } from './provider.js';

/** What kind of failure it is: whether the address, time, or the sender and the message are at fault. */
export const BOUNCE_TYPES = ['hard', 'soft', 'block', 'none', 'undetermined'] as const;
export type BounceType = (typeof BOUNCE_TYPES)[number];

/** Why it failed. The order is that of the documentation: recipient, sender, message, pace, system, other. */
export const REASONS = [
  'user-unknown',
  'mailbox-disabled',
  'mailbox-moved',
  'mailbox-full',
  'recipient-refused',
  'invalid-address',
  'domain-unknown',
  'domain-no-mail',
  'invalid-sender',
  'auth-failure',
  'missing-ptr',
  'ip-blocklisted',
  'domain-blocklisted',
  'bad-reputation',
  'relay-denied',
  'submission-auth',
  'sender-account-blocked',
  'tls-failure',
  'spam-content',
  'virus',
  'content-rejected',
  'message-too-big',
  'not-rfc-compliant',
  'policy',
  'greylisted',
  'rate-limited',
  'too-many-connections',
  'too-many-recipients',
  'network-error',
  'dns-failure',
  'routing-loop',
  'system-error',
  'system-full',
  'protocol-error',
  'message-expired',
  'auto-reply',
  'feedback',
  'delivered',
  'suppressed',
  'undetermined',
] as const;
export type Reason = (typeof REASONS)[number];

/** The answer of the classifier. */
export interface Verdict {
  readonly type: BounceType;
  readonly reason: Reason;
  /** Identifier of the rule that decided, so that every answer can be traced. */
  readonly rule: string;
  /** Who runs the remote MX, by its host name, else as the text names it; null when nobody known. */
  readonly provider: Provider | null;
}
