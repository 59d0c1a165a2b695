import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import {
  type Acceptance,
  type LineFacts,
  type MessageSink,
  type NamedId,
  type OrdinaryMessage,
  type Origin,
  type PassedMessages,
  type PassedNotification,
  tellByLine,
} from '../model/record-sink.js';
import type { Said } from '../model/said.js';
import type { Counts } from './counts.js';
import type { JournalContext } from './journal-context.js';
import type { JournalState } from './journal-state.js';
import type { Piece } from './piece.js';
import { QueueJournal } from './queue-journal.js';

/** Gathers the records of one contiguous stretch of the input: final counts at once, open ends by host. */
export class Run implements MessageSink {
  readonly #context: JournalContext;
  readonly #journals = new Map<string, QueueJournal>();
  #host: string | null = null;
  #journal: QueueJournal | null = null;
  /** What was read, in order. */
  readonly pieces: Piece[] = [];
  /** Lines that stated an outcome, whatever the period that is counted. */
  records = 0;

  constructor(context: JournalContext) {
    this.#context = context;
  }

  #of(line: LineFacts): QueueJournal {
    if (line.host === this.#host && this.#journal !== null) return this.#journal;
    let journal = this.#journals.get(line.host);
    if (journal === undefined) {
      journal = new QueueJournal(this.#context);
      this.#journals.set(line.host, journal);
    }
    this.#host = line.host;
    this.#journal = journal;
    return journal;
  }

  begin(line: LineFacts, queueId: string, origin: Origin): void {
    this.#of(line).begin(line, queueId, origin);
  }

  pending(line: LineFacts, queueId: string, origin: Origin): void {
    this.#of(line).pending(queueId, origin);
  }

  sender(line: LineFacts, queueId: string, sender: string | null): void {
    this.#of(line).sender(line, queueId, sender);
  }

  accepted(line: LineFacts, acceptance: Acceptance): void {
    this.records++;
    this.#context.counts.record('sent', line.time?.ms ?? null);
    this.#of(line).accepted(line, acceptance);
  }

  passed(line: LineFacts, message: OrdinaryMessage): void {
    const journal = this.#of(line);
    if (journal.passed(line, message)) {
      const { recipients } = message;
      this.records += recipients;
      for (let i = 0; i < recipients; i++) this.#context.counts.record('sent', message.ms(i));
      return;
    }
    tellByLine(this, line, message);
    this.removed(line, message.queueId);
  }

  reached(line: LineFacts): void {
    this.#of(line).reached(line);
  }

  isNamed(line: LineFacts, id: NamedId): boolean {
    return this.#of(line).isNamed(line, id);
  }

  get countsAll(): boolean {
    return this.#context.counts.coversAll;
  }

  markIn(line: LineFacts, words?: Int32Array): void {
    this.#of(line).markIn(words);
  }

  passedNotification(line: LineFacts, notification: PassedNotification): void {
    this.#of(line).passedNotification(line, notification);
  }

  get countsAlike(): boolean {
    const { counts, listener, returns } = this.#context;
    return counts.countsAlike && listener.event === undefined && listener.outcome === undefined && returns === undefined;
  }

  isCounted(ms: number, input: number, said: Said): boolean {
    return this.#context.counts.isCounted(said, ms, input);
  }

  countedAfter(said: Said): number {
    return this.#context.counts.countedAfter(said);
  }

  passedUnseen(passed: PassedMessages): void {
    this.records += this.#context.counts.passed(passed);
  }

  told(line: LineFacts, message: OrdinaryMessage): void {
    this.late(line, () => tellByLine(this, line, message));
  }

  late(line: LineFacts, tell: () => void): void {
    this.#of(line).late(tell);
  }

  failure(line: LineFacts, evidence: Evidence, recipientKey: number, said?: Said): void {
    this.records++;
    this.#context.returns?.failed(evidence);
    this.#context.counts.record(evidence.action === 'failed' ? 'bounced' : 'deferred', line.time?.ms ?? null);
    this.#of(line).failure(line, this.#judge(evidence, said), recipientKey);
  }

  probe(line: LineFacts, queueId: string): void {
    this.#of(line).probe(line, queueId);
  }

  refusal(line: LineFacts, evidence: Evidence, said?: Said): void {
    const time = line.time?.ms ?? null;
    const event = this.#judge(evidence, said);
    this.#context.listener.event?.(event);
    this.records++;
    this.#context.counts.record('rejected', time);
    if (this.#context.counts.covers(time)) this.#context.counts.count('rejected', event);
  }

  expired(line: LineFacts, queueId: string, sender: string | null, base: Evidence): void {
    this.records++;
    this.#context.counts.record('expired', line.time?.ms ?? null);
    this.#of(line).expired(line, queueId, sender, base);
  }

  removed(line: LineFacts, queueId: string): void {
    this.#of(line).removed(line, queueId);
  }

  notification(line: LineFacts, _queueId: string, notificationId: string): void {
    this.#of(line).notification(line, notificationId);
  }

  /**
   * A mail says what became of a recipient, that somebody complained, or that he is away.
   * @param identity the same for each copy of one mail.
   */
  mail(event: BounceEvent, identity: string): void {
    const { counts, listener, returns } = this.#context;
    const { action, time } = event.evidence;
    const ms = time?.ms ?? null;
    listener.event?.(event);
    this.records++;
    if (action === 'feedback' || action === 'auto-reply') {
      if (!counts.covers(ms)) return;
      counts.totals[action === 'feedback' ? 'feedback' : 'autoReplies']++;
      counts.see(ms);
      return;
    }
    counts.record(action === 'failed' ? 'bounced' : action === 'delayed' ? 'deferred' : 'sent', ms);
    if (action === 'failed' || action === 'delayed') returns?.told(event, identity, counts);
  }

  #judge(evidence: Evidence, said?: Said): BounceEvent {
    const verdict = this.#context.classify(evidence, said);
    return { evidence, verdict, said: said?.verdict === verdict ? said : undefined, wording: undefined };
  }

  /** Says that a stretch of input was read to its end, which follows what was read before. */
  cover(piece: Piece): void {
    this.pieces.push(piece);
  }

  /** Counts into another summary's counts from now on. */
  adopt(counts: Counts): void {
    this.#context.counts = counts;
  }

  /** Takes over the run that follows this one. The later one must not be used afterwards. */
  append(later: Run): void {
    for (const [host, journal] of later.#journals) {
      const mine = this.#journals.get(host);
      if (mine === undefined) {
        journal.adopt(this.#context);
        this.#journals.set(host, journal);
      } else mine.append(journal);
    }
    this.pieces.push(...later.pieces);
  }

  /** Whether nothing is held back. */
  get isEmpty(): boolean {
    return this.#journals.size === 0;
  }

  /** The last time of what was read; null without one. */
  get lastTime(): number | null {
    let last: number | null = null;
    for (const { lastTime } of this.#journals.values()) if (lastTime !== null && lastTime > (last ?? 0)) last = lastTime;
    return last;
  }

  /** What is held back, by host. */
  get journals(): Iterable<readonly [string, QueueJournal]> {
    return this.#journals;
  }

  /** The run that held this back. */
  static restore(context: JournalContext, pieces: readonly Piece[], journals: readonly (readonly [string, JournalState])[]): Run {
    const run = new Run(context);
    run.pieces.push(...pieces);
    for (const [host, state] of journals) run.#journals.set(host, QueueJournal.restore(context, state));
    return run;
  }

  /** Counts what is still open as it stands. */
  conclude(): void {
    for (const journal of this.#journals.values()) journal.conclude(this.#context.counts);
  }
}
