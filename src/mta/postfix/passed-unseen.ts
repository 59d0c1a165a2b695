import type { PassedMessages } from '../../model/record-sink.js';
import { FIRST_TAKEN_AT, LAST_TAKEN_AT, MOST_SECONDS, PASSED_AT, SECONDS_AT, TAKEN_AT, WAITED_AT } from './glance/layout.js';
import type { Glance } from './glance.js';

/** What a glance counted of ordinary messages of which nobody was told. */
export class PassedUnseen implements PassedMessages {
  readonly #view: DataView;
  readonly #seconds: Float64Array;

  constructor({ view }: Glance) {
    this.#view = view;
    this.#seconds = new Float64Array(view.buffer, SECONDS_AT, MOST_SECONDS);
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
}
