import type { Evidence, Timestamp } from './evidence.js';
import type { Said } from './said.js';

/** Where the record at hand was written, by whom and when. One object is reused: a sink copies what it keeps. */
export interface LineFacts {
  readonly time: Timestamp | null;
  readonly host: string;
  readonly instance: string;
  /** First byte of the line in the decompressed input. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
}

/** How a message came in: what a log says first of a queue id. */
export interface Origin {
  /** `host[ip]` of the client; null for local submission, and where nobody asked for it. */
  readonly client: string | null;
  /** Whether the message came from this host: only then can another line name it as the rest of another message. */
  readonly local: boolean;
  /** Whether no client and no submission is known, only its message-id: the MTA wrote it, or the line before is missing. */
  readonly internal: boolean;
  readonly saslUsername: string | null;
  readonly messageId: string | null;
  /** The queue id of the same message before a content filter or a requeue. */
  readonly continues: string | null;
  /** True when the earlier id is gone: a requeue takes the place of the old queue file. */
  readonly replaces: boolean;
}

/** What a log says of one recipient who was taken by the next hop. One object is reused: a sink copies what it keeps. */
export interface Acceptance {
  /** Null in a log that was stripped of its ids. */
  readonly queueId: string | null;
  /** Stands for the recipient and the one before aliases, as written: a hash of 53 bits. */
  readonly recipientKey: number;
  /** The queue id under which the mail goes on on this host, as the text names it (`queued as`, `forwarded as`). */
  readonly continuesAs: string | null;
  /** Whether it was passed on by SMTP or LMTP, as to a content filter, rather than delivered here. */
  readonly passedOn: boolean;
  /** True when the recipient was replaced by others (`forwarded as`): no delivery of its own. */
  readonly expanded: boolean;
  readonly queueSeconds: number | null;
  /** The record in full; null when nobody asked for records of successes. */
  readonly evidence: Evidence | null;
}

/**
 * A message from elsewhere whose lines say nothing but that each of a few recipients was taken at the first attempt. One object is
 * reused: a sink copies what it keeps.
 */
export interface OrdinaryMessage {
  /** Decoded when it is asked for: that is seldom. */
  readonly queueId: string;
  /** Its `hashOfId`. */
  readonly idHash: number;
  readonly origin: Origin;
  /** When its sender was named: as a time, and in milliseconds since 1970. */
  readonly senderTime: Timestamp;
  readonly senderMs: number;
  /** How many recipients were taken. What follows is told of each by its index. */
  readonly recipients: number;
  recipientKey(index: number): number;
  /** When the recipient was taken: as a time, and in milliseconds since 1970. */
  time(index: number): Timestamp;
  ms(index: number): number;
  isPassedOn(index: number): boolean;
  /** Null where nobody asked for them. */
  queueSeconds(index: number): number | null;
}

/** Tells a sink what is known of an ordinary message as if its lines stood here. @param line the host and the instance of the lines. */
export function tellByLine(sink: RecordSink, line: LineFacts, message: OrdinaryMessage): void {
  const { queueId, origin, senderTime, recipients } = message;
  const facts = { ...line, time: senderTime };
  sink.begin(facts, queueId, origin);
  sink.sender(facts, queueId, null);
  for (let i = 0; i < recipients; i++) {
    facts.time = message.time(i);
    sink.accepted(facts, {
      queueId,
      recipientKey: message.recipientKey(i),
      continuesAs: null,
      passedOn: message.isPassedOn(i),
      expanded: false,
      queueSeconds: message.queueSeconds(i),
      evidence: null,
    });
  }
}

/** Takes what a reader of an MTA's log finds, in the order of the log. */
export interface RecordSink {
  /** A queue id begins. It is told before the first sender line, which may stand some lines below the first of the id. */
  begin(line: LineFacts, queueId: string, origin: Origin): void;
  /** The stretch of input is over, and of an id that began no more was seen. What comes next may go on with it. */
  pending(line: LineFacts, queueId: string, origin: Origin): void;
  /** The queue manager names the reverse-path; `sender` is null where nobody asked for it. */
  sender(line: LineFacts, queueId: string, sender: string | null): void;
  accepted(line: LineFacts, acceptance: Acceptance): void;
  /**
   * A recipient failed for now (`delayed`) or for good (`failed`). `evidence.queueId` is null in a log stripped of its ids.
   * @param said stands for the text, where it is known that others say the same.
   */
  failure(line: LineFacts, evidence: Evidence, recipientKey: number, said?: Said): void;
  /** The message is an address verification probe: no mail. */
  probe(line: LineFacts, queueId: string): void;
  /** A client was refused. @param said as above. */
  refusal(line: LineFacts, evidence: Evidence, said?: Said): void;
  /** The queue lifetime ended for every recipient that is still deferred. `base` carries what is known without one. */
  expired(line: LineFacts, queueId: string, sender: string | null, base: Evidence): void;
  removed(line: LineFacts, queueId: string): void;
  /** The MTA wrote a notification about `queueId` and queued it as `notificationId`. */
  notification(line: LineFacts, queueId: string, notificationId: string): void;
}

/** A recipient as rows count how many there are (`hash53`), and its domain; null where the address has none. */
export interface HashedRecipient {
  readonly recipient: number;
  readonly domain: number | null;
}

/** A queue id, and its `hashOfId`, which tells of most ids that they were not named. */
export type NamedId = Pick<OrdinaryMessage, 'queueId' | 'idHash'>;

/** Takes ordinary messages as a whole, when they are over. */
export interface MessageSink extends RecordSink {
  /** The last line of a message of which nothing was told before. */
  passed(line: LineFacts, message: OrdinaryMessage): void;
  /** What is known of a message that is not over; time stays where it is. */
  told(line: LineFacts, message: OrdinaryMessage): void;
  /** What is told within is known of such a message. @param line its host and instance. */
  late(line: LineFacts, tell: () => void): void;
  /** A line of an ordinary message: nothing is told but how far the lines came. */
  reached(line: LineFacts): void;
  /** Whether lines of the host named an id: a message that begins under it has to be told at once. */
  isNamed(line: LineFacts, id: NamedId): boolean;
  /** Whether messages may pass unseen: all are counted, whenever they came. */
  readonly countsAll: boolean;
  /**
   * Keeps the marks of the ids of the host there from now on (`markWord`), to be looked at; in memory of its own where that is not
   * given. Of an id that is not marked there nothing is known and nothing awaited.
   */
  markIn(line: LineFacts, words?: Int32Array): void;
  /** A notification is over: the last line of it. The lines about its recipients are counted by `passedUnseen`. */
  passedNotification(line: LineFacts, notification: PassedNotification): void;
  /** Whether failures that are like others may pass unseen, too: nothing is wanted of a failure but the rows of its text. */
  readonly countsAlike: boolean;
  /**
   * Whether refusals for which `said` stands were counted, and one of that time differs from these in its time and its recipient alone.
   * @param ms milliseconds since 1970. @param input the place of the log in reading order.
   */
  isCounted(ms: number, input: number, said: Said): boolean;
  /**
   * The time, in milliseconds since 1970, behind which failures for which `said` stands can be counted as others were; infinite where none
   * was.
   */
  countedAfter(said: Said): number;
  /** Ordinary messages passed under ids that were not marked, since this was last called. How far the lines came is told by `reached`. */
  passedUnseen(passed: PassedMessages): void;
}

/** What there is to know of ordinary messages together. */
export interface PassedMessages {
  readonly messages: number;
  readonly recipients: number;
  /** When the first and the last recipient was taken, in milliseconds since 1970. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** How long recipients were in the queue, of those of whom it was asked and told. The list is used again. */
  readonly queueSeconds: Float64Array;
  /** How many kinds of failures they had, and refusals there were. What follows is told of each by its index; the object is used again for the next. */
  readonly failures: number;
  failuresAt(index: number): PassedFailures;
}

/** A notification that is over, of which nothing was told before. */
export interface PassedNotification {
  readonly queueId: string;
  /** When it was named as one, in milliseconds since 1970. */
  readonly beganMs: number;
  /** When its sender was named; null where that did not happen. */
  readonly senderMs: number | null;
}

/** Failures of one recipient for whose texts `said` stands, and like which others were counted (`countedAfter`, of refusals `isCounted`). */
export interface PassedFailures {
  /**
   * Those for now, with an attempt and without one; the one for good; the last one for now of a recipient who was taken behind it; a
   * client that was refused; the end of the queue lifetime. For the rest nothing stands: the line of that, and
   * those of recipients of notifications who were taken, or not.
   */
  readonly column: 'delayed' | 'suspended' | 'failed' | 'recovered' | 'rejected' | 'expired' | 'expiry' | 'sent' | 'bounced';
  readonly said: Said;
  readonly times: number;
  /** When the first and the last was, in milliseconds since 1970. */
  readonly firstMs: number;
  readonly lastMs: number;
  /** How long a recipient who failed for good, or whose mail expired, was in the queue; null where that is not told. */
  readonly queueSeconds: number | null;
  readonly recipient: HashedRecipient;
}
