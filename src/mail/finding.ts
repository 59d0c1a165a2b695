import type { Timestamp } from '../model/evidence.js';

/** What a mail says became of a recipient: the actions of RFC 3464 §2.3.3, a complaint (RFC 5965), an automatic answer (RFC 3834). */
export type MailAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded' | 'feedback' | 'auto-reply';

/** What a notification says of one recipient. Unknown is null. */
export interface Finding {
  readonly recipient: string | null;
  /** The recipient that the sender gave, before it was rewritten. */
  readonly originalRecipient: string | null;
  readonly action: MailAction;
  /** The status that the reporting system recorded (`Status:`). */
  readonly status: string | null;
  /** The reply or the error text, one line. */
  readonly diagnostic: string | null;
  readonly remoteMta: string | null;
  readonly remoteIp: string | null;
  /** The SMTP command that was answered. */
  readonly command: string | null;
  /** The kind of a complaint (RFC 5965 §3.5). */
  readonly feedbackType: string | null;
  readonly time: Timestamp | null;
  /** Sender and Message-ID of the message, where the notification tells them in another way than by returning it. */
  readonly sender: string | null;
  readonly messageId: string | null;
}

/** A finding that knows nothing but what is given. */
export const finding = (known: Partial<Finding>): Finding => ({
  recipient: null,
  originalRecipient: null,
  action: 'failed',
  status: null,
  diagnostic: null,
  remoteMta: null,
  remoteIp: null,
  command: null,
  feedbackType: null,
  time: null,
  sender: null,
  messageId: null,
  ...known,
});

/** The same address, without regard to case: local parts that differ in case only are one recipient in a notification. */
export const isSameAddress = (one: string | null, other: string | null): boolean =>
  one !== null && other !== null && one.toLowerCase() === other.toLowerCase();
