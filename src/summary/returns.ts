import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import type { Counts, InputOrder } from './counts.js';
import { hash53 } from './distinct.js';

const HOUR = 3_600_000;
/** How many hours a failure in the log is remembered for a bounce mail that tells of it. */
const REMEMBERED = 30 * 24;
/** More failures, or mails that wait for one, are not kept; the oldest go first. */
const MOST_FAILURES = 500_000;
const MOST_WAITING = 50_000;
/** So many more failures are gathered before the oldest are sought out. */
const SLACK = 50_000;

/** A bounce mail that may tell of a failure in the log. */
export interface Waiting {
  readonly event: BounceEvent;
  /** Stands for the log's record of the same failure; null where the mail does not tell which it is. */
  readonly failure: number | null;
}

/** The first label of a host name, lower case: what logs and notifications agree on. */
const firstLabel = (host: string): string => host.split('.', 1)[0]!.toLowerCase();

/** What names one failure in a log and in the notification that the MTA wrote of it. */
function failureKey(host: string | null, queueId: string | null, recipient: string | null): number | null {
  if (host === null || queueId === null || recipient === null) return null;
  return hash53(`${firstLabel(host)}/${queueId}/${recipient.toLowerCase()}`);
}

/**
 * Joins bounce mails with the failures in the log: a notification that the logging host wrote itself tells of a failure
 * that is counted already; any other says that a message came back which the log has as delivered, or does not have.
 * Which it is shows only when both are read, in whatever order, so mails wait until the end.
 */
export class Returns {
  /** Failures in the log, with the hour of the last, counted from 1970; infinite where a log has no time. */
  #failures = new Map<number, number>();
  /** By what makes a mail the same mail. */
  readonly #waiting = new Map<number, Waiting>();
  #newest = 0;

  /** A recipient failed in the log, for now or for good. */
  failed({ host, queueId, recipient, time }: Evidence): void {
    const key = failureKey(host, queueId, recipient);
    if (key !== null) this.remember(key, time === null ? Infinity : Math.floor(time.ms / HOUR));
  }

  /** Keeps a failure by its key and hour. */
  remember(key: number, hour: number): void {
    if (hour > this.#newest && hour !== Infinity) this.#newest = hour;
    const known = this.#failures.get(key);
    if (known === undefined || known < hour) this.#failures.set(key, hour);
    if (this.#failures.size > MOST_FAILURES + SLACK) this.#forget();
  }

  /** Leaves the newest failures, in the order of their time. Which they are depends on all that there are alone. */
  #forget(): void {
    const kept = [...this.#failures].filter(([, hour]) => hour >= this.#newest - REMEMBERED);
    kept.sort(([a, x], [b, y]) => (x === y ? a - b : x < y ? -1 : 1));
    this.#failures = new Map(kept.slice(-MOST_FAILURES));
  }

  /** Failures by their key, with their hour, in its order. */
  get failures(): Iterable<readonly [number, number]> {
    this.#forget();
    return this.#failures;
  }

  /** Mails by what makes them the same, in its order. */
  get waiting(): readonly (readonly [number, Waiting])[] {
    return [...this.#waiting].sort(([a], [b]) => a - b);
  }

  /**
   * A mail says that a recipient failed.
   * @param identity the same for each copy of one mail.
   */
  told(event: BounceEvent, identity: string, counts: Counts): void {
    const { host, queueId, recipient, position } = event.evidence;
    this.wait(hash53(`${identity}/${position.index}`), { event, failure: failureKey(host, queueId, recipient) }, counts);
  }

  /** Keeps a mail until all is read. */
  wait(identity: number, waiting: Waiting, counts: Counts): void {
    const known = this.#waiting.get(identity);
    // Of copies the one that stands first is told, whatever the order in which they are merged.
    if (known !== undefined && !isBefore(waiting.event, known.event, counts.compareInputs)) return;
    this.#waiting.set(identity, waiting);
    if (this.#waiting.size <= MOST_WAITING) return;
    const [oldest, one] = this.#waiting.entries().next().value!;
    this.#waiting.delete(oldest);
    counts.letGo++;
    this.#count(one, counts);
  }

  /** Takes over what another piece knows. The other must not be used afterwards. */
  merge(other: Returns, counts: Counts): void {
    for (const [key, hour] of other.#failures) this.remember(key, hour);
    for (const [identity, waiting] of other.#waiting) this.wait(identity, waiting, counts);
  }

  /** Counts what is still waiting, as if nothing more came. */
  conclude(counts: Counts): void {
    this.#forget();
    for (const waiting of this.#waiting.values()) this.#count(waiting, counts);
  }

  #count({ event, failure }: Waiting, counts: Counts): void {
    if (failure !== null && this.#failures.has(failure)) return;
    if (!counts.covers(event.evidence.time?.ms ?? null)) return;
    counts.count(event.evidence.action === 'delayed' ? 'delayed' : 'returned', event);
  }
}

function isBefore({ evidence: a }: BounceEvent, { evidence: b }: BounceEvent, compareInputs: InputOrder): boolean {
  return a.position.input === b.position.input
    ? a.position.offset < b.position.offset
    : compareInputs(a.position.input, b.position.input) < 0;
}
