import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import type { Counts } from './counts.js';
import { hash53 } from './distinct.js';

/** How long a failure in the log is remembered for a bounce mail that tells of it, in milliseconds. */
const REMEMBERED = 30 * 86_400_000;
/** More failures, or mails that wait for one, are not kept; the oldest go first. */
const MOST_FAILURES = 500_000;
const MOST_WAITING = 50_000;

/** A bounce mail with what makes it the same mail when it is met twice. */
interface Waiting {
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
  /** Failures in the log, with their time. */
  readonly #failures = new Map<number, number>();
  /** By what makes a mail the same mail. */
  readonly #waiting = new Map<number, Waiting>();
  #newest = 0;

  /** A recipient failed in the log, for now or for good. */
  failed({ host, queueId, recipient, time }: Evidence): void {
    const key = failureKey(host, queueId, recipient);
    if (key === null) return;
    const ms = time?.ms ?? this.#newest;
    if (ms > this.#newest) this.#newest = ms;
    this.#remember(key, ms);
  }

  #remember(key: number, ms: number): void {
    this.#failures.delete(key);
    this.#failures.set(key, ms);
    for (const [oldest, time] of this.#failures) {
      if (this.#failures.size <= MOST_FAILURES && this.#newest - time <= REMEMBERED) break;
      this.#failures.delete(oldest);
    }
  }

  /**
   * A mail says that a recipient failed.
   * @param identity the same for each copy of one mail.
   */
  told(event: BounceEvent, identity: string, counts: Counts): void {
    const { host, queueId, recipient, position } = event.evidence;
    this.#wait(hash53(`${identity}/${position.index}`), { event, failure: failureKey(host, queueId, recipient) }, counts);
  }

  #wait(identity: number, waiting: Waiting, counts: Counts): void {
    const known = this.#waiting.get(identity);
    // Of copies the one that stands first is told, whatever the order in which they are merged.
    if (known !== undefined && !isBefore(waiting.event, known.event)) return;
    this.#waiting.set(identity, waiting);
    if (this.#waiting.size <= MOST_WAITING) return;
    const [oldest, one] = this.#waiting.entries().next().value!;
    this.#waiting.delete(oldest);
    counts.letGo++;
    this.#count(one, counts);
  }

  /** Takes over what another piece knows. The other must not be used afterwards. */
  merge(other: Returns, counts: Counts): void {
    if (other.#newest > this.#newest) this.#newest = other.#newest;
    for (const [key, ms] of other.#failures) this.#remember(key, Math.max(ms, this.#failures.get(key) ?? 0));
    for (const [identity, waiting] of other.#waiting) this.#wait(identity, waiting, counts);
  }

  /** Counts what is still waiting, as if nothing more came. */
  conclude(counts: Counts): void {
    for (const waiting of this.#waiting.values()) this.#count(waiting, counts);
  }

  #count({ event, failure }: Waiting, counts: Counts): void {
    if (failure !== null && this.#failures.has(failure)) return;
    if (!counts.covers(event.evidence.time?.ms ?? null)) return;
    counts.count(event.evidence.action === 'delayed' ? 'delayed' : 'returned', event);
  }
}

function isBefore({ evidence: a }: BounceEvent, { evidence: b }: BounceEvent): boolean {
  return (
    a.position.input - b.position.input < 0 || (a.position.input === b.position.input && a.position.offset < b.position.offset)
  );
}
