import type { Counts } from './counts.js';
import type { JournalContext } from './journal-context.js';
import type { JournalState } from './journal-state.js';
import { Lifetime, RecipientState } from './lifetime.js';
import { PeriodCounts } from './period-counts.js';
import { QueueJournal } from './queue-journal.js';
import { Returns, type Waiting } from './returns.js';
import { Run } from './run.js';
import { TIE_WINDOW } from './tie.js';

/** An id of which only the beginning is known belongs to mail that was never queued when it is this old, in milliseconds. */
const ABANDONED_AFTER = 3_600_000;
/** A message of which no line came for so long is counted as far as it is known: its end was never logged, or is lost. */
const FORGOTTEN_AFTER = 30 * 24 * 3_600_000;
/** How long after a bounce mail the log may still name the failure that it tells of. */
const JOINED_WITHIN = 3_600_000;
/** Where the log stopped before that, a mail waits no longer than this. */
const PATIENCE = 48 * 3_600_000;

/**
 * Counts what no line to come can change, and leaves the rest: what a run held back that is carried on by a later one. What was
 * counted of a message that goes on is marked, so that it is counted once.
 * @param settled the last instant of which it is known that all lines before it were read, for a host whose last line is of the
 * time that is given.
 * @returns the run to carry on; the one that was given must not be used afterwards.
 */
export function settle(run: Run, context: JournalContext, settled: (lastLine: number) => number): Run {
  const rest: [string, JournalState][] = [];
  for (const [host, journal] of run.journals) {
    const state = journal.state();
    rest.push([host, settleJournal(state, context, settled(state.now))]);
  }
  return Run.restore(context, [], rest);
}

function settleJournal(state: JournalState, context: JournalContext, settled: number): JournalState {
  const isSettled = (time: number) => settled - time > TIE_WINDOW;
  const ended = [...state.early, ...state.settling];
  const over = ended.filter(({ last }) => isSettled(last));
  const open: (readonly [string, Lifetime])[] = [];
  const told: Lifetime[] = [];
  for (const entry of state.open) {
    const [, life] = entry;
    // A clock of this machine that is wrong must not make anything old: what the log says is.
    if (life.isBare && state.now - life.last > ABANDONED_AFTER) continue;
    if (state.now - life.last > FORGOTTEN_AFTER) {
      // Open is only what may still end.
      if (life.expiry === null) for (const state of life.recipients) if (state.ending === null) state.deferral = null;
      over.push(life);
      context.counts.letGo++;
      continue;
    }
    open.push(entry);
    if (isSettled(life.first) && life.senderTime !== null && !life.notification && !life.probe && life.expiry === null)
      told.push(partTold(life, isSettled));
  }
  count(over, context);
  count(told, context);
  const isOver = new Set(over);
  return {
    ...state,
    open,
    early: state.early.filter((life) => !isOver.has(life)),
    settling: state.settling.filter((life) => !isOver.has(life)),
    ties: state.ties.filter(([, ties]) => ties.some(({ time }) => !isSettled(time))),
    pending: state.pending,
  };
}

/** Counts lives as they stand. */
function count(lives: readonly Lifetime[], context: JournalContext): void {
  if (lives.length > 0) journalOf(lives, context).conclude(context.counts);
}

function journalOf(lives: readonly Lifetime[], context: JournalContext): QueueJournal {
  return QueueJournal.restore(context, {
    ...{ open: [], early: lives, settling: [], ties: [], pending: [], owners: [] },
    ...{ firstTime: null, now: 0 },
  });
}

/** Takes out of a message that goes on what is final of it: itself, its deferrals, and the recipients that ended. */
function partTold(life: Lifetime, isSettled: (time: number) => boolean): Lifetime {
  const part = likeness(life);
  // From here on it is the rest of a message that is counted.
  part.continuation = life.continuation;
  life.continuation = true;
  part.recipients = life.recipients.flatMap((state) => {
    const copy = Object.assign(new RecipientState(state.key), state);
    if (state.ending !== null) {
      if (state.ending === 'counted' || !isSettled(state.endTime?.ms ?? life.last)) return [];
      markCounted(state);
      return [copy];
    }
    // The last deferral alone would be counted as open.
    copy.deferral = null;
    state.deferrals = null;
    return copy.deferrals === null ? [] : [copy];
  });
  return part;
}

/** The same message without its recipients. */
function likeness(life: Lifetime): Lifetime {
  const like = new Lifetime(life.queueId, life.first);
  like.last = life.last;
  like.senderTime = life.senderTime;
  like.filtered = life.filtered;
  like.begun = true;
  return like;
}

function markCounted(state: RecipientState): void {
  state.ending = 'counted';
  state.endTime = null;
  state.endEvent = null;
  state.deferral = null;
  state.deferrals = null;
  state.continuation = null;
}

/** Counts the recipients that are still deferred as open, and nothing else; the run goes on as if nobody had looked. */
export function countOpen(run: Run, context: JournalContext): void {
  for (const [, journal] of run.journals) {
    const waiting: Lifetime[] = [];
    for (const [, life] of journal.state().open) {
      if (life.senderTime === null || life.notification || life.probe || life.expiry !== null || life.replaced) continue;
      const part = likeness(life);
      part.continuation = true;
      part.recipients = life.recipients.flatMap((state) => {
        if (state.ending !== null || state.deferral === null) return [];
        const copy = Object.assign(new RecipientState(state.key), state);
        copy.deferrals = null;
        return [copy];
      });
      if (part.recipients.length > 0) waiting.push(part);
    }
    count(waiting, context);
  }
}

/** Has only recipients counted whose mail has ended, once: what is open will end, or is gone without an end. */
export function countEnded(counts: Counts): void {
  for (const { totals } of counts instanceof PeriodCounts ? counts.parts.values() : [counts])
    totals.recipients = totals.delivered + totals.failed + totals.expired;
}

/** What tells whether a bounce mail has to wait for the log any longer. */
export interface LogProgress {
  /** The time of the last line of the host with this first label; null where no log of it was read. */
  readonly lastLineOf: (label: string) => number | null;
  /** Whether any log was read. */
  readonly hasLog: boolean;
  readonly now: number;
}

/** Counts the bounce mails of which it is known whether the log has the failure. @returns what goes on waiting. */
export function settleReturns(returns: Returns, counts: Counts, progress: LogProgress): Returns {
  const over = new Returns();
  const rest = new Returns();
  for (const [key, hour] of returns.failures) {
    over.remember(key, hour);
    rest.remember(key, hour);
  }
  for (const [identity, waiting] of returns.waiting) (isDecided(waiting, progress) ? over : rest).wait(identity, waiting, counts);
  over.conclude(counts);
  return rest;
}

function isDecided({ event, failure }: Waiting, { lastLineOf, hasLog, now }: LogProgress): boolean {
  const { host, time } = event.evidence;
  if (failure === null || host === null || time === null || !hasLog) return true;
  const last = lastLineOf(host.split('.', 1)[0]!.toLowerCase());
  if (last !== null && last > time.ms + JOINED_WITHIN) return true;
  return now - time.ms > PATIENCE || time.ms - now > PATIENCE;
}
