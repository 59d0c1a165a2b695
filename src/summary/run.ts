import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import type { Acceptance, LineFacts, Origin, RecordSink } from '../model/record-sink.js';
import type { Counts } from './counts.js';
import { type JournalContext, QueueJournal } from './queue-journal.js';

/** A contiguous stretch of the input: whole files in reading order, or a part of one. */
export interface InputRange {
  readonly input: number;
  /** First byte in the decompressed input. */
  readonly from: number;
  /** The byte behind the last. */
  readonly to: number;
  /** Whether `to` is the end of the input, so that the next input follows directly. */
  readonly atEnd: boolean;
}

/** Whether `later` starts where `earlier` stops. */
export function follows(later: InputRange, earlier: InputRange): boolean {
  if (later.input === earlier.input) return later.from === earlier.to;
  return earlier.atEnd && later.input === earlier.input + 1 && later.from === 0;
}

/** Gathers the records of one contiguous stretch of the input: final counts at once, open ends by host. */
export class Run implements RecordSink {
  readonly #context: JournalContext;
  readonly #journals = new Map<string, QueueJournal>();
  #host: string | null = null;
  #journal: QueueJournal | null = null;
  /** The inputs covered, in order, each stretch following the one before. */
  readonly ranges: InputRange[] = [];
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

  sender(line: LineFacts, queueId: string, sender: string | null): void {
    this.#of(line).sender(line, queueId, sender);
  }

  accepted(line: LineFacts, acceptance: Acceptance): void {
    this.records++;
    this.#context.counts.record('sent', line.time?.ms ?? null);
    this.#of(line).accepted(line, acceptance);
  }

  failure(line: LineFacts, evidence: Evidence, recipientKey: number): void {
    this.records++;
    this.#context.returns?.failed(evidence);
    this.#context.counts.record(evidence.action === 'failed' ? 'bounced' : 'deferred', line.time?.ms ?? null);
    this.#of(line).failure(line, this.#judge(evidence), recipientKey);
  }

  probe(line: LineFacts, queueId: string): void {
    this.#of(line).probe(line, queueId);
  }

  refusal(line: LineFacts, evidence: Evidence): void {
    const time = line.time?.ms ?? null;
    const event = this.#judge(evidence);
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

  #judge(evidence: Evidence): BounceEvent {
    return { evidence, verdict: this.#context.classify(evidence) };
  }

  /** Says that a stretch of input was read to its end, which must follow what was read before. */
  cover(range: InputRange): void {
    const last = this.ranges.at(-1);
    if (last !== undefined && last.input === range.input && last.to === range.from) {
      this.ranges[this.ranges.length - 1] = { ...range, from: last.from };
    } else this.ranges.push(range);
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
    for (const range of later.ranges) this.cover(range);
  }

  /** Counts what is still open as it stands. */
  conclude(): void {
    for (const journal of this.#journals.values()) journal.conclude(this.#context.counts);
  }
}
