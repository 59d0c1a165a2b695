/** RFC 3464 action words where there is one; `rejected` is a client that this MTA refused. */
export type Action =
  | 'failed'
  | 'delayed'
  | 'delivered'
  | 'relayed'
  | 'expanded'
  | 'rejected'
  | 'expired'
  | 'feedback'
  | 'auto-reply';

/** `outbound`: a delivery this MTA tried; `inbound`: a client this MTA refused. */
export type Direction = 'outbound' | 'inbound';

/** Where a record stands: the place of its input in reading order, and its first byte in the decompressed input. */
export interface Position {
  readonly input: number;
  readonly offset: number;
  /** Tells apart several events of one line. */
  readonly index: number;
}

/** A moment as the log gives it: the instant, and the offset of the zone it was written in. */
export interface Timestamp {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly ms: number;
  /** Minutes east of UTC. */
  readonly offset: number;
}

/** What belongs to a whole message and is learned from other lines than the delivery's own. Filled in as it becomes known. */
export interface Envelope {
  /** Reverse-path; `""` is the empty one. */
  sender: string | null;
  messageId: string | null;
  /** Who submitted the message: `host[ip]`. */
  client: string | null;
  saslUsername: string | null;
}

/** An envelope of which nothing is known yet. */
export const unknownEnvelope = (): Envelope => ({ sender: null, messageId: null, client: null, saslUsername: null });

/** Stands for the envelope of a record until its message is looked up; never written to. */
export const NO_ENVELOPE: Envelope = Object.freeze(unknownEnvelope());

/** What a reader saw of one delivery attempt, one refusal or one report. Nothing here is a judgement; unknown is null. */
export interface Evidence {
  readonly sourceType: 'log' | 'mail';
  readonly mta: string;
  readonly action: Action;
  readonly direction: Direction;
  readonly time: Timestamp | null;
  readonly position: Position;
  /** 1-based line in a log, or message in a mail file; 0 where it was not kept (a summary, a state). */
  readonly line: number;
  readonly host: string | null;
  readonly instance: string | null;
  readonly queueId: string | null;
  readonly recipient: string | null;
  readonly originalRecipient: string | null;
  readonly transport: string | null;
  readonly remoteMta: string | null;
  readonly remoteIp: string | null;
  readonly command: string | null;
  /** The three-digit code in the reply (RFC 5321). */
  readonly replyCode: number | null;
  /** The enhanced code in the reply text (RFC 3463). */
  readonly enhancedStatus: string | null;
  /** What the MTA itself recorded (`dsn=`, `Status:`). */
  readonly loggedStatus: string | null;
  readonly diagnostic: string | null;
  /** True when the record repeats an earlier failure without a new attempt ("delivery temporarily suspended"). */
  readonly suspended: boolean;
  /** Seconds since the message entered the queue, as the MTA measured them. */
  readonly queueSeconds: number | null;
  /** Shared by all records of the message. */
  envelope: Envelope;
  /** The kind of a feedback report (RFC 5965); only reports in mails have one. */
  readonly feedbackType?: string | null;
}
