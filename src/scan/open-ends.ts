import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import type { Acceptance, LineFacts, Origin, RecordSink } from '../model/record-sink.js';
import type { Verdict } from '../model/verdict.js';
import { type FailurePart, partOf, recent, rememberAll } from '../state/failures.js';
import type { State } from '../state/state.js';
import type { CountOptions, Counts } from '../summary/counts.js';
import type { InputIdentities } from '../summary/event-codec.js';
import type { JournalContext, JournalListener } from '../summary/journal-context.js';
import { QueueJournal } from '../summary/queue-journal.js';
import type { Returns } from '../summary/returns.js';
import { Run } from '../summary/run.js';
import { settle, settleReturns } from '../summary/settlement.js';
import { Summary } from '../summary/summary.js';
import { decodeRuns, decodeWaiting, encodeRuns, encodeWaiting } from '../summary/summary-codec.js';
import type { MailSink } from './read-mails.js';

/** Where a log stands still for so long, in milliseconds, no line of before is to come. */
const IDLE = 60_000;

export interface OpenEndsOptions {
  readonly counting: CountOptions;
  /** What final outcomes count into at first. */
  readonly counts: Counts;
  readonly classify: (evidence: Evidence) => Verdict;
  readonly listener: JournalListener;
  readonly inputs: InputIdentities;
}

/** What is open in a scan that does not end: taken up from a state, settled from time to time, and kept in a state. */
export class OpenEnds implements RecordSink, MailSink {
  readonly #options: OpenEndsOptions;
  readonly #context: JournalContext;
  #run: Run;
  #returns: Returns;
  /** Failures of earlier runs that no mail has asked for yet. */
  #failures: readonly FailurePart[] = [];
  #recordsBefore = 0;

  constructor(options: OpenEndsOptions) {
    this.#options = options;
    const { counts, classify, listener } = options;
    this.#returns = this.#newSummary().returns!;
    const returns = () => this.#returns;
    this.#context = {
      ...{ counts, classify, listener },
      get returns() {
        return returns();
      },
    };
    this.#run = new Run(this.#context);
  }

  /** Takes up what a state holds, before anything is read. @param mails whether bounce mails are read. @throws ByteError when it is damaged. */
  load(state: State, mails: boolean): void {
    const { inputs } = this.#options;
    const summary = this.#newSummary();
    const [run] = state.open.length === 0 ? [] : decodeRuns(state.open, summary, inputs);
    if (state.waiting.length > 0) decodeWaiting(state.waiting, summary, inputs);
    this.#returns = summary.returns!;
    // Nothing is settled by that; it only counts into the right counts from now on.
    if (run !== undefined) this.#run = settle(run, this.#context, () => -Infinity);
    const { parts, areMany } = recent(state.failures);
    const isWanted = mails || areMany || state.waiting.length > 0;
    if (isWanted) rememberAll(parts, this.#returns);
    this.#failures = isWanted ? [] : parts;
  }

  #newSummary(): Summary {
    const { counting, classify } = this.#options;
    return Summary.empty({ ...counting, mails: true, classify });
  }

  /** Counts into others from now on. */
  countInto(counts: Counts): void {
    this.#context.counts = counts;
  }

  /** Records that were read. */
  get records(): number {
    return this.#recordsBefore + this.#run.records;
  }

  begin(line: LineFacts, queueId: string, origin: Origin): void {
    this.#run.begin(line, queueId, origin);
  }

  pending(line: LineFacts, queueId: string, origin: Origin): void {
    this.#run.pending(line, queueId, origin);
  }

  sender(line: LineFacts, queueId: string, sender: string | null): void {
    this.#run.sender(line, queueId, sender);
  }

  accepted(line: LineFacts, acceptance: Acceptance): void {
    this.#run.accepted(line, acceptance);
  }

  failure(line: LineFacts, evidence: Evidence, recipientKey: number): void {
    this.#run.failure(line, evidence, recipientKey);
  }

  probe(line: LineFacts, queueId: string): void {
    this.#run.probe(line, queueId);
  }

  refusal(line: LineFacts, evidence: Evidence): void {
    this.#run.refusal(line, evidence);
  }

  expired(line: LineFacts, queueId: string, sender: string | null, base: Evidence): void {
    this.#run.expired(line, queueId, sender, base);
  }

  removed(line: LineFacts, queueId: string): void {
    this.#run.removed(line, queueId);
  }

  notification(line: LineFacts, queueId: string, notificationId: string): void {
    this.#run.notification(line, queueId, notificationId);
  }

  mail(event: BounceEvent, identity: string): void {
    this.#run.mail(event, identity);
  }

  /** Counts what no line to come can change. @param hasLog whether any log is read, for which bounce mails wait. */
  settle(now: number, hasLog: boolean): void {
    const lastLines = new Map<string, number>();
    const { waiting } = this.#returns;
    if (waiting.length > 0) for (const [host, journal] of this.#run.journals) lastLines.set(labelOf(host), journal.state().now);
    this.#recordsBefore += this.#run.records;
    this.#run = settle(this.#run, this.#context, (last) => Math.max(last, now - IDLE));
    if (waiting.length === 0) return;
    const progress = { hasLog, now, lastLineOf: (label: string) => lastLines.get(label) ?? null };
    this.#returns = settleReturns(this.#returns, this.#context.counts, progress);
  }

  /** Counts what is open, and what has ended but may still change, as it stands into others, and leaves it as it is. */
  countAsItStands(counts: Counts): void {
    const context = { counts, classify: this.#options.classify, listener: {} };
    for (const [, journal] of this.#run.journals) QueueJournal.restore(context, journal.state()).conclude(counts);
  }

  /** What is open, to be kept. */
  get kept(): Pick<State, 'open' | 'waiting' | 'failures'> {
    const { inputs } = this.#options;
    const summary = this.#newSummary();
    summary.addRun(this.#run);
    const part = partOf(this.#returns);
    return {
      open: Uint8Array.from(encodeRuns(summary, inputs)),
      waiting: this.#returns.waiting.length === 0 ? new Uint8Array() : Uint8Array.from(encodeWaiting(this.#returns, inputs)),
      failures: part === null ? this.#failures : [...this.#failures, part],
    };
  }
}

const labelOf = (host: string): string => host.split('.', 1)[0]!.toLowerCase();
