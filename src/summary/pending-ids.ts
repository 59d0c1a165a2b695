import type { Origin } from '../model/record-sink.js';
import type { IdMarks } from './id-marks.js';

/** Of more ids than this the oldest belong to mail that was never queued. */
const MOST_PENDING = 8_192;

/**
 * Queue ids that began before a stretch of the input ended, and of which no more was seen there: what follows may go on
 * with them. Most belong to mail that a server refused after all.
 */
export class PendingIds {
  readonly #origins = new Map<string, Origin>();
  readonly #marks: IdMarks;

  /** @param marks where they are marked. */
  constructor(marks: IdMarks) {
    this.#marks = marks;
  }

  has(queueId: string): boolean {
    return this.#origins.has(queueId);
  }

  /** Keeps what is known of the beginning of an id. */
  keep(queueId: string, origin: Origin): void {
    const known = this.take(queueId);
    this.#origins.set(queueId, joined(known, origin));
    this.#marks.mark(queueId);
    if (this.#origins.size > MOST_PENDING) this.#origins.delete(this.#origins.keys().next().value!);
  }

  /** What is known of the beginning of an id, which is told once. */
  take(queueId: string): Origin | null {
    if (this.#origins.size === 0) return null;
    const origin = this.#origins.get(queueId);
    if (origin === undefined) return null;
    this.#origins.delete(queueId);
    return origin;
  }

  /** The oldest first. */
  [Symbol.iterator](): Iterator<readonly [string, Origin]> {
    return this.#origins[Symbol.iterator]();
  }
}

/** What two lines about the beginning of one id tell together: that of the message-id may stand behind a cut. */
export const joined = (earlier: Origin | null, later: Origin): Origin =>
  earlier === null || !later.internal ? later : { ...earlier, messageId: later.messageId ?? earlier.messageId };
