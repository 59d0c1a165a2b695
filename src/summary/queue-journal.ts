import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import type { Acceptance, LineFacts, NamedId, OrdinaryMessage, Origin, PassedNotification } from '../model/record-sink.js';
import { countLife } from './count-life.js';
import type { Counts } from './counts.js';
import { expiriesOf } from './expiries.js';
import { IdMarks } from './id-marks.js';
import type { JournalContext } from './journal-context.js';
import type { JournalState } from './journal-state.js';
import { type Continuation, continueFrom, endsHere, goesOn, Lifetime } from './lifetime.js';
import { OpenLives } from './open-lives.js';
import { passOn } from './pass-on.js';
import { joined, PendingIds } from './pending-ids.js';
import { bind, fits, TIE_WINDOW, type Tie } from './tie.js';

/** How long after the first line, in milliseconds, an id may name an earlier one whose lines stand before the first line. */
const ORIGIN_WINDOW = 300_000;
/** A queue id without a sender line is forgotten after this long: the client went away before the message was queued. */
const ABANDONED_AFTER = 3_600_000;
/** More queue ids than this are not kept open; the oldest are counted as they stand. */
const MOST_OPEN = 400_000;
/** More ended but uncounted ones than this are not held back: of those a line to come may tie, and of the early ones. */
const MOST_SETTLING = 50_000;
const MOST_EARLY = 100_000;
const FIRST_SWEEP = 16_384;

/**
 * Follows the queue ids of one host: gathers what its lines say of each message and counts a message when its life is
 * over. What began before the first line, or may still be tied to a line outside, is held back for `append`.
 */
export class QueueJournal {
  #context: JournalContext;
  /** The ids of which something is known that has not ended: open, tied or pending ones. */
  readonly #marks = new IdMarks(() => this.#knownIds());
  /** Ids whose end has not been seen. */
  readonly #open = new OpenLives(this.#marks);
  /** Ended lives whose beginning was not seen, or that began so early that a line before may tie them. */
  #early: Lifetime[] = [];
  /** Ended lives that a line to come may still tie, in the order of their end. */
  #settling: Lifetime[] = [];
  readonly #settlingById = new Map<string, Lifetime>();
  /** How many at the head of `#settling` are counted. */
  #settled = 0;
  readonly #ties = new Map<string, Tie[]>();
  /** Ids that began where a stretch of input ended, and of which no more was seen. */
  readonly #pending = new PendingIds(this.#marks);
  /** Instances that log a queue manager of their own. */
  readonly #owners = new Set<string>();
  #firstTime: number | null = null;
  #now = 0;
  /** Whether what is told is of lines that came earlier than those before it. */
  #isLate = false;
  #sweepAt = FIRST_SWEEP;

  constructor(context: JournalContext) {
    this.#context = context;
  }

  /** Counts into another summary from now on. */
  adopt(context: JournalContext): void {
    this.#context = context;
  }

  begin(line: LineFacts, queueId: string, origin: Origin): void {
    this.#advance(line);
    const lifetime = this.#beginAs(queueId, line.instance, joined(this.#pending.take(queueId), origin));
    if (origin.continues !== null) this.#continueFrom(origin.continues, origin.replaces, line, lifetime);
  }

  #beginAs(queueId: string, instance: string, origin: Origin): Lifetime {
    const key = this.#key(queueId, instance);
    let lifetime = this.#open.get(key);
    if (lifetime !== undefined && !lifetime.isBare) {
      // The life known under the id is over, although its end was not logged.
      this.#end(key, lifetime);
      lifetime = undefined;
    }
    lifetime ??= this.#start(key, queueId);
    lifetime.last = this.#now;
    lifetime.originate(origin);
    return lifetime;
  }

  /** An id began before the stretch of input ended; what follows may go on with it. */
  pending(queueId: string, origin: Origin): void {
    this.#pending.keep(queueId, origin);
  }

  /** A line names an id: where the stretch before knows its beginning, the line means the life that began there. */
  #beginPending(queueId: string, instance: string): void {
    const origin = this.#pending.take(queueId);
    if (origin !== null) this.#beginAs(queueId, instance, origin);
  }

  /** A content filter or a requeue passes a message on under a new id; it is the same message when the old one is here. */
  #continueFrom(oldId: string, replaces: boolean, line: LineFacts, lifetime: Lifetime): void {
    const old = this.#known(oldId, line.instance, (other) => other !== lifetime);
    if (old !== undefined) continueFrom(old, replaces, lifetime);
    // A message that is requeued may have been in the queue for days.
    else if (replaces || this.#now - (this.#firstTime ?? this.#now) <= ORIGIN_WINDOW)
      lifetime.earlierId = { queueId: oldId, replaced: replaces };
  }

  sender(line: LineFacts, queueId: string, sender: string | null): void {
    this.#advance(line);
    if (!this.#owners.has(line.instance)) this.#owners.add(line.instance);
    const lifetime = this.#touch(queueId, line.instance);
    lifetime.owner = line.instance;
    if (sender !== null) lifetime.envelope.sender = sender;
    lifetime.senderTime ??= this.#now;
  }

  accepted(line: LineFacts, acceptance: Acceptance): void {
    this.#advance(line);
    const { evidence, queueId } = acceptance;
    if (queueId === null) {
      if (evidence !== null) this.#loose({ evidence, verdict: null });
      else this.#context.counts.uncovered++;
      return;
    }
    const lifetime = this.#touch(queueId, line.instance);
    const state = lifetime.recipient(acceptance.recipientKey);
    state.attempt(line.time);
    if (evidence !== null) {
      evidence.envelope = lifetime.envelope;
      state.endEvent = { evidence, verdict: null };
      this.#context.listener.event?.(state.endEvent);
    }
    if (state.ending === 'counted') return;
    state.ending = acceptance.expanded ? 'expanded' : 'delivered';
    state.endTime = line.time;
    state.queueSeconds = acceptance.queueSeconds;
    state.passedOn = acceptance.passedOn;
    state.continuation = acceptance.continuesAs === null ? null : this.#tieContinuation(acceptance.continuesAs, lifetime, line);
  }

  /**
   * Counts a message that began and ended without anything to keep of it.
   * @returns false where the id may stand for more: then nothing was done.
   */
  passed(line: LineFacts, message: OrdinaryMessage): boolean {
    if (this.isNamed(line, message)) return false;
    const { recipients } = message;
    this.#advance(line);
    const { counts } = this.#context;
    if (counts.covers(message.senderMs)) counts.totals.messages++;
    for (let i = 0; i < recipients; i++) {
      if (!counts.covers(message.ms(i))) continue;
      counts.totals.recipients++;
      counts.totals.delivered++;
      const seconds = message.queueSeconds(i);
      if (seconds !== null) counts.delays.delivered.add(seconds);
    }
    return true;
  }

  /**
   * Whether anything is known of an id, or it may be that of several messages at once. To ask for its text is left out where none is
   * marked like it.
   */
  isNamed({ instance }: LineFacts, id: NamedId): boolean {
    if (this.#owners.size > 1) return true;
    if (!this.#marks.mayHold(id.idHash)) return false;
    const { queueId } = id;
    return this.#pending.has(queueId) || this.#ties.has(queueId) || this.#open.has(this.#key(queueId, instance));
  }

  *#knownIds(): Iterable<string> {
    for (const { queueId } of this.#open.values()) yield queueId;
    for (const [queueId] of this.#pending) yield queueId;
    yield* this.#ties.keys();
  }

  markIn(words?: Int32Array): void {
    this.#marks.moveTo(words);
  }

  reached(line: LineFacts): void {
    this.#advance(line);
  }

  failure(line: LineFacts, event: BounceEvent, recipientKey: number): void {
    this.#advance(line);
    const { evidence } = event;
    if (evidence.queueId === null) {
      this.#loose(event);
      return;
    }
    const lifetime = this.#touch(evidence.queueId, line.instance);
    evidence.envelope = lifetime.envelope;
    this.#context.listener.event?.(event);
    const state = lifetime.recipient(recipientKey);
    if (!evidence.suspended) state.attempt(line.time);
    if (evidence.action === 'failed') {
      if (state.ending === 'counted') return;
      state.ending = 'failed';
      state.endTime = line.time;
      state.endEvent = event;
      state.queueSeconds = evidence.queueSeconds;
      return;
    }
    state.deferral = event;
    const time = line.time?.ms ?? null;
    if (!this.#context.counts.covers(time)) return;
    // Asked for where no attempt was made, too: so it is known of what stands for its text.
    const key = this.#context.counts.keyOf(event);
    if (!evidence.suspended) state.addDeferrals(key, event, 1, time);
  }

  /** A record that belongs to no message: it is told, but ends nothing. */
  #loose(event: BounceEvent): void {
    this.#context.listener.event?.(event);
    this.#context.counts.uncovered++;
  }

  probe(line: LineFacts, queueId: string): void {
    this.#advance(line);
    this.#touch(queueId, line.instance).probe = true;
  }

  expired(line: LineFacts, queueId: string, sender: string | null, base: Evidence): void {
    this.#advance(line);
    const lifetime = this.#touch(queueId, line.instance);
    if (sender !== null) lifetime.envelope.sender ??= sender;
    lifetime.senderTime ??= this.#now;
    lifetime.expiry = base;
    base.envelope = lifetime.envelope;
    if (this.#context.listener.event === undefined) return;
    for (const { event } of expiriesOf(lifetime, base, this.#context.classify)) this.#context.listener.event(event);
  }

  removed(line: LineFacts, queueId: string): void {
    this.#advance(line);
    this.#beginPending(queueId, line.instance);
    const key = this.#key(queueId, line.instance);
    const lifetime = this.#open.get(key) ?? this.#start(key, queueId);
    lifetime.last = this.#now;
    this.#end(key, lifetime);
  }

  /** A notification is over of which nothing was told. It is held back like others: a line to come may name it again. */
  passedNotification(line: LineFacts, { queueId, beganMs, senderMs }: PassedNotification): void {
    this.#advance(line);
    this.#context.counts.totals.notifications++;
    const lifetime = new Lifetime(queueId, beganMs);
    lifetime.begun = true;
    lifetime.internal = true;
    lifetime.notification = true;
    lifetime.owner = senderMs === null ? null : line.instance;
    lifetime.senderTime = senderMs;
    lifetime.last = this.#now;
    this.#keepEnded(lifetime);
  }

  notification(line: LineFacts, notificationId: string): void {
    this.#advance(line);
    const counts = this.#context.counts;
    if (counts.covers(line.time?.ms ?? null)) counts.totals.notifications++;
    this.#tie({ queueId: notificationId, time: this.#now, kind: 'notification', continuation: null }, line.instance);
  }

  // -- queue ids ------------------------------------------------------------------------------------------------------

  /** An id belongs to the host; only where several instances own queues may two of them use the same one. */
  #key(queueId: string, instance: string): string {
    if (this.#owners.size < 2 || !this.#owners.has(instance)) return queueId;
    const owner = this.#open.get(queueId)?.owner;
    return owner === undefined || owner === null || owner === instance ? queueId : `${instance}/${queueId}`;
  }

  /** The life that an id means, named by a line of an instance: its own before those of others, to which a filter may pass mail on. */
  #known(queueId: string, instance: string, isMeant: (lifetime: Lifetime) => boolean): Lifetime | undefined {
    const own = this.#open.get(this.#key(queueId, instance));
    if (own !== undefined && isMeant(own)) return own;
    const other = this.#open.named(queueId, isMeant);
    if (other !== undefined) return other;
    const ended = this.#settlingById.get(queueId);
    return ended !== undefined && isMeant(ended) ? ended : undefined;
  }

  #touch(queueId: string, instance: string): Lifetime {
    this.#beginPending(queueId, instance);
    const key = this.#key(queueId, instance);
    const lifetime = this.#open.get(key) ?? this.#start(key, queueId);
    lifetime.last = this.#now;
    return lifetime;
  }

  #start(key: string, queueId: string): Lifetime {
    const lifetime = new Lifetime(queueId, this.#now);
    this.#open.set(key, lifetime);
    this.#meetTies(lifetime);
    if (this.#open.size > this.#sweepAt) this.#sweep();
    return lifetime;
  }

  #end(key: string, lifetime: Lifetime): void {
    this.#open.delete(key);
    this.#keepEnded(lifetime);
  }

  /** Counts an ended life at once where no other line can change what it means. */
  #keepEnded(lifetime: Lifetime): void {
    if (!lifetime.begun || lifetime.earlierId !== null || (lifetime.ofUnknown && !lifetime.notification)) {
      this.#keepEarly(lifetime);
      this.#settlingById.set(lifetime.queueId, lifetime);
    } else if (!lifetime.tieable && !lifetime.filtered && lifetime.recipients.every(endsHere)) {
      countLife(lifetime, this.#context);
    } else {
      if (lifetime.first - (this.#firstTime ?? lifetime.first) <= TIE_WINDOW) this.#keepEarly(lifetime);
      else this.#settling.push(lifetime);
      this.#settlingById.set(lifetime.queueId, lifetime);
    }
  }

  #keepEarly(lifetime: Lifetime): void {
    this.#early.push(lifetime);
    if (this.#early.length <= MOST_EARLY) return;
    for (const oldest of this.#early.splice(0, MOST_EARLY >> 1)) {
      countLife(oldest, this.#context);
      this.#context.counts.letGo++;
      if (this.#settlingById.get(oldest.queueId) === oldest) this.#settlingById.delete(oldest.queueId);
    }
  }

  // -- ties -----------------------------------------------------------------------------------------------------------

  /** Ties a recipient to the queue id that its next hop on this host named. */
  #tieContinuation(queueId: string, lifetime: Lifetime, line: LineFacts): Continuation | null {
    if (queueId === lifetime.queueId) return null;
    const continuation: Continuation = { queueId, met: false, unsure: !this.#isSure(lifetime) };
    // What goes on from a notification is one.
    const kind = lifetime.notification ? 'notification' : 'continuation';
    this.#tie({ queueId, time: this.#now, kind, continuation }, line.instance);
    return continuation;
  }

  #tie(tie: Tie, instance: string): void {
    this.#beginPending(tie.queueId, instance);
    // A notification stays in the queue of its instance.
    const isHere = ({ owner }: Lifetime) => tie.continuation !== null || owner === null || owner === instance;
    const lifetime = this.#known(tie.queueId, instance, (known) => fits(tie, known) && isHere(known));
    if (lifetime === undefined) this.#hold(tie);
    else this.#bind(tie, lifetime);
  }

  #bind(tie: Tie, lifetime: Lifetime): void {
    bind(tie, lifetime);
    if (lifetime.notification) this.#passOn(lifetime);
  }

  /** Whether it is known of a life if it is a notification: the line that names it as one stands near its first or its last line. */
  #isSure({ notification, begun, ofUnknown, first }: Lifetime): boolean {
    return notification || (begun && !ofUnknown && first - (this.#firstTime ?? first) > TIE_WINDOW);
  }

  #passOn(lifetime: Lifetime): void {
    passOn(lifetime, (queueId, instance, isMeant) => this.#known(queueId, instance, isMeant), this.#ties);
  }

  /** Keeps a tie until the id it names is met. */
  #hold(tie: Tie): void {
    const known = this.#ties.get(tie.queueId);
    if (known !== undefined) known.push(tie);
    else this.#await(tie.queueId, [tie]);
  }

  #await(queueId: string, ties: Tie[]): void {
    this.#ties.set(queueId, ties);
    this.#marks.mark(queueId);
  }

  #meetTies(lifetime: Lifetime): void {
    const ties = this.#ties.get(lifetime.queueId);
    if (ties === undefined) return;
    const unmet = ties.filter((tie) => {
      if (!fits(tie, lifetime)) return true;
      this.#bind(tie, lifetime);
      return false;
    });
    if (unmet.length === 0) this.#ties.delete(lifetime.queueId);
    else this.#ties.set(lifetime.queueId, unmet);
  }

  // -- time and bounds ------------------------------------------------------------------------------------------------

  #advance(line: LineFacts): void {
    const time = line.time;
    if (time !== null) {
      this.#now = time.ms;
      this.#firstTime ??= time.ms;
    }
    for (;;) {
      const oldest = this.#settling[this.#settled];
      if (oldest === undefined) break;
      if (this.#now - oldest.last <= TIE_WINDOW && this.#settling.length - this.#settled <= MOST_SETTLING) break;
      // What such a line would settle has been settled: the rest ended behind it.
      if (this.#isLate) break;
      this.#settle(oldest);
    }
  }

  #settle(lifetime: Lifetime): void {
    countLife(lifetime, this.#context);
    this.#settled++;
    if (this.#settlingById.get(lifetime.queueId) === lifetime) this.#settlingById.delete(lifetime.queueId);
    if (this.#settled > 1024 && this.#settled * 2 > this.#settling.length) {
      this.#settling = this.#settling.slice(this.#settled);
      this.#settled = 0;
      this.#dropOldTies();
    }
  }

  /** Ties that no line can meet any more. Those near the first line may name an id of an earlier piece. */
  #dropOldTies(): void {
    const early = (this.#firstTime ?? 0) + TIE_WINDOW;
    for (const [queueId, ties] of this.#ties) {
      if (ties.every(({ time }) => time > early && this.#now - time > TIE_WINDOW)) this.#ties.delete(queueId);
    }
  }

  /** Forgets ids that never became a message, and bounds how many stay open. */
  #sweep(): void {
    for (const [key, lifetime] of this.#open) {
      if (lifetime.isBare && lifetime.begun && this.#now - lifetime.last > ABANDONED_AFTER) this.#open.delete(key);
    }
    for (const [key, lifetime] of this.#open) {
      if (this.#open.size <= MOST_OPEN) break;
      this.#open.delete(key);
      this.#context.counts.letGo++;
      countLife(lifetime, this.#context);
    }
    this.#dropOldTies();
    this.#sweepAt = Math.min(MOST_OPEN, Math.max(FIRST_SWEEP, this.#open.size * 2));
  }

  // -- counting -------------------------------------------------------------------------------------------------------

  /** Counts everything that is held back into `counts`, as if nothing more came. The journal itself stays as it is. */
  conclude(counts: Counts): void {
    for (const lifetime of this.#lives()) countLife(lifetime, { ...this.#context, counts });
  }

  /** All that are held back, those that ended first. */
  *#lives(): Iterable<Lifetime> {
    yield* this.#early;
    yield* this.#settling.slice(this.#settled);
    yield* this.#open.values();
  }

  // -- joining --------------------------------------------------------------------------------------------------------

  /** Takes over the journal of the piece of input that follows this one's. The later one must not be used afterwards. */
  append(later: QueueJournal): void {
    this.#firstTime ??= later.#firstTime;
    for (const owner of later.#owners) this.#owners.add(owner);
    this.#meetPending(later);
    this.#meetEarlierIds(later);
    const unmet = [...later.#ties.values()].flat().filter((tie) => !this.#bindEnded(tie));
    for (const lifetime of later.#early) this.#appendEnded(lifetime);
    for (const lifetime of later.#settling.slice(later.#settled)) this.#appendEnded(lifetime);
    for (const lifetime of later.#open.values()) this.#appendOpen(lifetime);
    for (const tie of unmet) this.#hold(tie);
    for (const lifetime of this.#lives()) if (!this.#isSure(lifetime) || lifetime.notification) this.#passOn(lifetime);
    for (const [queueId, origin] of later.#pending) this.#pending.keep(queueId, origin);
    if (later.#firstTime !== null) this.#now = later.#now;
    if (this.#open.size > this.#sweepAt) this.#sweep();
  }

  /** The time of the last line; null without one. */
  get lastTime(): number | null {
    return this.#firstTime === null ? null : this.#now;
  }

  /** What is told within is of lines that came earlier than those before it: time stays where it is, and nothing is settled. */
  late(tell: () => void): void {
    const now = this.#now;
    const isFirst = this.#firstTime === null;
    this.#isLate = true;
    try {
      tell();
    } finally {
      this.#isLate = false;
    }
    if (!isFirst) this.#now = now;
  }

  /** What the journal holds back; it must not be used while that is. */
  state(): JournalState {
    return {
      open: [...this.#open],
      early: this.#early,
      settling: this.#settling.slice(this.#settled),
      ties: [...this.#ties],
      pending: [...this.#pending],
      owners: [...this.#owners],
      firstTime: this.#firstTime,
      now: this.#now,
    };
  }

  /** The journal that held this back. */
  static restore(context: JournalContext, state: JournalState): QueueJournal {
    const journal = new QueueJournal(context);
    for (const [key, lifetime] of state.open) journal.#open.set(key, lifetime);
    journal.#early = [...state.early];
    journal.#settling = [...state.settling];
    // Of several that ended under one id the last is the one to look up.
    const ended = [...state.early, ...state.settling].sort((a, b) => a.last - b.last);
    for (const lifetime of ended) journal.#settlingById.set(lifetime.queueId, lifetime);
    for (const [queueId, ties] of state.ties) journal.#await(queueId, [...ties]);
    for (const [queueId, origin] of state.pending) journal.#pending.keep(queueId, origin);
    for (const owner of state.owners) journal.#owners.add(owner);
    journal.#firstTime = state.firstTime;
    journal.#now = state.now;
    return journal;
  }

  /** Lives of the later piece whose first lines stand in this one. */
  #meetPending(later: QueueJournal): void {
    for (const lifetime of later.#lives()) {
      const origin = this.#pending.take(lifetime.queueId);
      if (origin !== null && !lifetime.begun) lifetime.originate(origin);
      else if (origin !== null && lifetime.internal) lifetime.originate({ ...origin, messageId: null });
    }
  }

  /** Ids of the later piece that name an id of this one. */
  #meetEarlierIds(later: QueueJournal): void {
    for (const lifetime of later.#lives()) {
      if (lifetime.earlierId === null) continue;
      const { queueId, replaced } = lifetime.earlierId;
      const old = this.#known(queueId, lifetime.owner ?? '', () => true);
      if (old === undefined) continue;
      continueFrom(old, replaced, lifetime);
      lifetime.earlierId = null;
    }
  }

  #bindEnded(tie: Tie): boolean {
    const lifetime = this.#known(tie.queueId, '', (known) => fits(tie, known));
    if (lifetime !== undefined) this.#bind(tie, lifetime);
    return lifetime !== undefined;
  }

  #appendEnded(lifetime: Lifetime): void {
    const key = this.#key(lifetime.queueId, lifetime.owner ?? '');
    const earlier = this.#open.get(key);
    if (earlier !== undefined) {
      const isRest = goesOn(earlier, lifetime);
      if (isRest) earlier.append(lifetime);
      this.#end(key, earlier);
      if (isRest) return;
    }
    this.#meetTies(lifetime);
    this.#keepEnded(lifetime);
  }

  #appendOpen(lifetime: Lifetime): void {
    const key = this.#key(lifetime.queueId, lifetime.owner ?? '');
    const earlier = this.#open.get(key);
    if (earlier !== undefined && goesOn(earlier, lifetime)) {
      earlier.append(lifetime);
      return;
    }
    if (earlier !== undefined) this.#end(key, earlier);
    this.#meetTies(lifetime);
    this.#open.set(key, lifetime);
  }
}
