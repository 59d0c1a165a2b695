import type { PassedFailures, PassedMessages } from '../../model/record-sink.js';
import type { Said } from '../../model/said.js';
import {
  COUNT_COLUMN_AT,
  COUNT_DOMAIN_HASH_AT,
  COUNT_FIRST_AT,
  COUNT_HASH_AT,
  COUNT_LAST_AT,
  COUNT_LENGTH,
  COUNT_SECONDS_AT,
  COUNT_TIMES_AT,
  COUNTED_AFTER_AT,
  COUNTS_AT,
  COUNTS_AT_HAND,
  FIRST_TAKEN_AT,
  KIND_AT,
  LAST_TAKEN_AT,
  MOST_KINDS,
  MOST_SECONDS,
  PASSED_AT,
  SECONDS_AT,
  TAKEN_AT,
  WAITED_AT,
} from './glance/layout.js';
import type { Glance } from './glance.js';

/** The names of the columns, in the order of their numbers. */
const COLUMNS = ['delayed', 'suspended', 'failed', 'recovered', 'rejected', 'expired', 'expiry', 'sent', 'bounced'] as const;

/** What a glance counted of messages of which nobody was told. */
export class PassedUnseen implements PassedMessages {
  readonly #view: DataView;
  readonly #seconds: Float64Array;
  /** What stands for the texts of failures, by the numbers of their kinds, and these numbers. */
  readonly #kinds: Said[] = [];
  readonly #numbers = new Map<Said, number>();
  readonly #failures = {
    column: COLUMNS[0] as (typeof COLUMNS)[number],
    said: null as Said | null,
    times: 0,
    firstMs: 0,
    lastMs: 0,
    queueSeconds: null as number | null,
    recipient: { recipient: 0, domain: null as number | null },
  };

  constructor({ view }: Glance) {
    this.#view = view;
    this.#seconds = new Float64Array(view.buffer, SECONDS_AT, MOST_SECONDS);
  }

  /** The number of the kind of failures for whose text `said` stands; -1 where there are too many. */
  kindOf(said: Said): number {
    const known = this.#numbers.get(said);
    if (known !== undefined) return known;
    const number = this.#kinds.length;
    if (number >= MOST_KINDS) return -1;
    this.#kinds.push(said);
    this.#numbers.set(said, number);
    this.#view.setFloat64(COUNTED_AFTER_AT + 8 * number, Number.POSITIVE_INFINITY, true);
    return number;
  }

  /** What stands for the texts of failures of a kind. */
  saidOf(kind: number): Said {
    return this.#kinds[kind]!;
  }

  /** All that was counted was passed on. No life is kept either when texts get new numbers, so that kinds get theirs anew. */
  forget(): void {
    const view = this.#view;
    for (const count of [PASSED_AT, TAKEN_AT, WAITED_AT, COUNTS_AT_HAND]) view.setInt32(count, 0, true);
    this.#kinds.length = 0;
    this.#numbers.clear();
  }

  get messages(): number {
    return this.#view.getInt32(PASSED_AT, true);
  }

  get recipients(): number {
    return this.#view.getInt32(TAKEN_AT, true);
  }

  get firstMs(): number {
    return this.#view.getFloat64(FIRST_TAKEN_AT, true);
  }

  get lastMs(): number {
    return this.#view.getFloat64(LAST_TAKEN_AT, true);
  }

  get queueSeconds(): Float64Array {
    return this.#seconds.subarray(0, this.#view.getInt32(WAITED_AT, true));
  }

  get failures(): number {
    return this.#view.getInt32(COUNTS_AT_HAND, true);
  }

  failuresAt(index: number): PassedFailures {
    const view = this.#view;
    const at = COUNTS_AT + index * COUNT_LENGTH;
    const failures = this.#failures;
    failures.column = COLUMNS[view.getUint8(at + COUNT_COLUMN_AT)]!;
    failures.said = this.saidOf(view.getUint16(at + KIND_AT, true));
    failures.times = view.getInt32(at + COUNT_TIMES_AT, true);
    failures.firstMs = view.getFloat64(at + COUNT_FIRST_AT, true);
    failures.lastMs = view.getFloat64(at + COUNT_LAST_AT, true);
    const seconds = view.getFloat64(at + COUNT_SECONDS_AT, true);
    failures.queueSeconds = Number.isNaN(seconds) ? null : seconds;
    failures.recipient.recipient = view.getFloat64(at + COUNT_HASH_AT, true);
    const domain = view.getFloat64(at + COUNT_DOMAIN_HASH_AT, true);
    failures.recipient.domain = domain === 0 ? null : domain;
    return failures as PassedFailures;
  }
}
