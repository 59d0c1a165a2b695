import type { BounceEvent, Outcome } from './event.js';
import type { Envelope, Timestamp } from './evidence.js';

/** A line of a log that is told, with the records it states. */
export interface TracedLine {
  readonly time: Timestamp | null;
  /** The place of its input in reading order. */
  readonly input: number;
  /** 1-based. */
  readonly line: number;
  readonly host: string | null;
  readonly queueId: string | null;
  /** The program and what it says, as it stands in the log. */
  readonly text: string;
  /** None for most lines; several where one line stands for several records. */
  readonly events: readonly BounceEvent[];
}

/** What became of one recipient of a traced message. */
export interface RecipientEnd {
  readonly recipient: string;
  readonly originalRecipient: string | null;
  /** Null when the mail went on under another queue id, whose recipients tell the end. */
  readonly outcome: Outcome | null;
  /** The queue id under which the mail went on; null where it ended here. */
  readonly continuesAs: string | null;
  readonly attempts: number;
  readonly queueSeconds: number | null;
}

/** One life of a queue id. */
export interface TracedMessage {
  readonly queueId: string;
  readonly host: string | null;
  readonly envelope: Readonly<Envelope>;
  /** What it is to the message before it: the same mail under a new id, or a notification about it. Null for a root. */
  readonly origin: { readonly kind: 'continuation' | 'notification'; readonly queueId: string } | null;
  readonly lines: readonly TracedLine[];
  readonly recipients: readonly RecipientEnd[];
}

/** Everything that a log says of one message or address. */
export interface Story {
  /** Each root with its continuations and notifications right behind it. */
  readonly messages: readonly TracedMessage[];
  /** Lines about clients whose mail got no queue id. */
  readonly unqueued: readonly TracedLine[];
}
