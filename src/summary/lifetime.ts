import type { BounceEvent } from '../model/event.js';
import { type Envelope, type Evidence, type Timestamp, unknownEnvelope } from '../model/evidence.js';
import type { Origin } from '../model/record-sink.js';

/** Alike deferrals of one recipient: the earliest of them, how many, and the time of the latest. */
export interface Deferrals {
  readonly key: string;
  event: BounceEvent;
  times: number;
  last: number | null;
}

/** The queue id under which a recipient's mail went on, and whether that id was met on the same host. */
export interface Continuation {
  readonly queueId: string;
  met: boolean;
  /** Whether it is not known if it goes on from a notification. */
  unsure?: boolean;
}

/** What is known of one recipient of one message. */
export class RecipientState {
  /** Stands for the recipient and the one before aliases, as written. */
  readonly key: number;
  attempts = 0;
  firstAttempt: Timestamp | null = null;
  lastAttempt: Timestamp | null = null;
  /** The last deferral, suspended ones included: where the recipient stands while nothing else comes. */
  deferral: BounceEvent | null = null;
  deferrals: Deferrals[] | null = null;
  /** How the recipient's mail ended; null while it has not. `counted`: it has, and that is counted, although the message goes on. */
  ending: 'delivered' | 'expanded' | 'failed' | 'counted' | null = null;
  endTime: Timestamp | null = null;
  /** The record of the end; null for a success of which no record is wanted. */
  endEvent: BounceEvent | null = null;
  continuation: Continuation | null = null;
  /** Whether it was passed on by SMTP or LMTP, as to a content filter. */
  passedOn = false;
  queueSeconds: number | null = null;

  constructor(key: number) {
    this.key = key;
  }

  attempt(time: Timestamp | null): void {
    this.attempts++;
    this.firstAttempt ??= time;
    this.lastAttempt = time ?? this.lastAttempt;
  }

  /** Adds deferrals to those of the same key that the same rule decided, in the order of the log. */
  addDeferrals(key: string, event: BounceEvent, times: number, last: number | null): void {
    const known = this.#deferralsOf(key, event);
    if (known !== null) {
      known.times += times;
      // A log may go back in time.
      if (timeOf(event) < timeOf(known.event)) known.event = event;
      known.last = latest(known.last, last);
    } else if (this.deferrals === null) {
      // Most have one kind; a list that is grown would take room for seventeen.
      this.deferrals = [{ key, event, times, last }];
    } else this.deferrals.push({ key, event, times, last });
  }

  #deferralsOf(key: string, event: BounceEvent): Deferrals | null {
    if (this.deferrals === null) return null;
    for (const deferrals of this.deferrals) if (deferrals.key === key && isDecidedAlike(deferrals.event, event)) return deferrals;
    return null;
  }

  /** Takes over what a later piece knows of the same recipient of the same message. */
  append(later: RecipientState): void {
    this.attempts += later.attempts;
    this.firstAttempt ??= later.firstAttempt;
    this.lastAttempt = later.lastAttempt ?? this.lastAttempt;
    this.deferral = later.deferral ?? this.deferral;
    for (const { key, event, times, last } of later.deferrals ?? []) this.addDeferrals(key, event, times, last);
    if (later.ending === null || this.ending === 'counted') return;
    this.ending = later.ending;
    this.endTime = later.endTime;
    this.endEvent = later.endEvent;
    this.continuation = later.continuation;
    this.passedOn = later.passedOn;
    this.queueSeconds = later.queueSeconds;
  }

  /**
   * The deferrals, those together that are counted together now that all is known of the message: while they were gathered
   * its sender may have been missing.
   */
  deferralsBy(keyOf: (event: BounceEvent) => string): readonly Deferrals[] {
    const together = new RecipientState(this.key);
    for (const { event, times, last } of this.deferrals ?? []) together.addDeferrals(keyOf(event), event, times, last);
    return together.deferrals ?? [];
  }

  *events(): Iterable<BounceEvent> {
    if (this.deferral !== null) yield this.deferral;
    if (this.endEvent !== null) yield this.endEvent;
    for (const { event } of this.deferrals ?? []) yield event;
  }
}

const timeOf = ({ evidence }: BounceEvent): number => evidence.time?.ms ?? Infinity;

const latest = (a: number | null, b: number | null) => (a === null ? b : b === null ? a : Math.max(a, b));

/** Whether rows learn the same of both about who answered and which rule decided. */
const isDecidedAlike = ({ verdict: a }: BounceEvent, { verdict: b }: BounceEvent): boolean =>
  a === b || (a?.rule === b?.rule && a?.provider === b?.provider);

/** Beyond this many recipients a message looks them up by key. */
const FEW = 12;

const NO_RECIPIENTS: readonly RecipientState[] = [];

/** The life of one queue id from its first line to `removed`, or the part of it that a piece of the input holds. */
export class Lifetime {
  readonly queueId: string;
  #envelope: Envelope | null = null;
  /** The instance whose queue manager owns the id; null while only others spoke of it. */
  owner: string | null = null;
  /** Whether its first line was seen; otherwise an earlier piece may hold it. */
  begun = false;
  /** Whether its first line was that of its message-id: what tells its origin may stand before. */
  internal = false;
  /** Whether another line may name it as the rest of another message, or as a notification. */
  tieable = true;
  /** Times of its first and last line, milliseconds since 1970. */
  readonly first: number;
  last: number;
  /** Time of the first line with its reverse-path; null while there is none, and it is no message yet. */
  senderTime: number | null = null;
  notification = false;
  probe = false;
  /** It is the same message as an earlier queue id. */
  continuation = false;
  /** It goes on from an id of which it is not known whether it is a notification: an earlier piece of the input may say so. */
  ofUnknown = false;
  /** A content filter on this host handed it back under another id, and said so (`orig_queue_id=`). */
  filtered = false;
  /** The earlier id that it names, which may stand in an earlier piece of the input. */
  earlierId: { readonly queueId: string; readonly replaced: boolean } | null = null;
  /** A requeue took its place: what is still deferred goes on there. */
  replaced = false;
  /** The end of the queue lifetime, with what its line tells. */
  expiry: Evidence | null = null;
  recipients: readonly RecipientState[] = NO_RECIPIENTS;
  #byKey: Map<number, RecipientState> | null = null;

  constructor(queueId: string, time: number) {
    this.queueId = queueId;
    this.first = time;
    this.last = time;
  }

  /** Whether nothing but its beginning is known. */
  get isBare(): boolean {
    return this.senderTime === null && this.recipients.length === 0;
  }

  get envelope(): Envelope {
    this.#envelope ??= unknownEnvelope();
    return this.#envelope;
  }

  /** Takes what its first lines tell; what they leave open stays as it is. */
  originate({ local, internal, messageId, client, saslUsername }: Origin): void {
    this.begun = true;
    this.tieable = local;
    this.internal = internal;
    if (messageId !== null) this.envelope.messageId = messageId;
    if (client !== null) this.envelope.client = client;
    if (saslUsername !== null) this.envelope.saslUsername = saslUsername;
  }

  recipient(key: number): RecipientState {
    const { recipients } = this;
    if (this.#byKey !== null) {
      const known = this.#byKey.get(key);
      if (known !== undefined) return known;
    } else {
      for (let i = 0; i < recipients.length; i++) if (recipients[i]!.key === key) return recipients[i]!;
    }
    const state = new RecipientState(key);
    // Most have one; a list that is grown would take room for seventeen.
    if (recipients.length === 0) this.recipients = [state];
    else (recipients as RecipientState[]).push(state);
    if (this.#byKey !== null) this.#byKey.set(key, state);
    else if (recipients.length > FEW) this.#byKey = new Map(recipients.map((known) => [known.key, known]));
    return state;
  }

  /** Takes over what a later piece knows of the same life. The later one must not be used afterwards. */
  append(later: Lifetime): void {
    this.owner ??= later.owner;
    this.last = later.last;
    this.tieable &&= later.tieable;
    this.senderTime ??= later.senderTime;
    this.notification ||= later.notification;
    this.probe ||= later.probe;
    this.continuation ||= later.continuation;
    this.ofUnknown ||= later.ofUnknown;
    this.filtered ||= later.filtered;
    this.earlierId ??= later.earlierId;
    this.replaced ||= later.replaced;
    const mine = this.envelope;
    const others = later.envelope;
    mine.sender ??= others.sender;
    mine.messageId ??= others.messageId;
    mine.client ??= others.client;
    mine.saslUsername ??= others.saslUsername;
    if (later.expiry !== null) {
      this.expiry = later.expiry;
      this.expiry.envelope = mine;
    }
    for (const state of later.recipients) {
      for (const event of state.events()) event.evidence.envelope = mine;
      this.recipient(state.key).append(state);
    }
  }
}

/** Whether no other id carries on with a recipient. */
export const endsHere = ({ continuation }: RecipientState) => continuation === null;

/** Whether what a later piece knows of an id is the rest of the life that an earlier one knows. */
export const goesOn = (earlier: Lifetime, later: Lifetime) => !later.begun || (later.internal && earlier.isBare);

/** A content filter or a requeue gave a message a new id. */
export function continueFrom(old: Lifetime, replaced: boolean, lifetime: Lifetime): void {
  lifetime.continuation = true;
  lifetime.notification ||= old.notification;
  if (replaced) old.replaced = true;
  else old.filtered = true;
}
