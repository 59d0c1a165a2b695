import { text } from '../bytes.js';
import { DIAGNOSTIC_END_AT, DIAGNOSTIC_START_AT, IS_WHOLE_AT, SAID_AT } from './glance/layout.js';
import type { Glance } from './glance.js';

/** A record as a glance cut it. What its text means is read once for all records that differ in names alone. */
export abstract class CutRecord<Meaning> {
  protected readonly view: DataView;
  /** All of the memory: a record stands in the block, or among those that are kept. */
  readonly #bytes: Buffer;
  readonly #meanings: (Meaning | null)[];

  /** @param meanings by the number of a text; null where that has to be read each time. */
  constructor({ view, bytes }: Glance, meanings: (Meaning | null)[]) {
    this.view = view;
    this.#bytes = bytes;
    this.#meanings = meanings;
  }

  /** Reads what the text means. @returns null where that has to be done each time. */
  protected abstract read(): Meaning | null;

  /** Whether what the text means is known; otherwise it has to be read in full. */
  get isKnown(): boolean {
    const number = this.at(SAID_AT);
    if (this.#meanings[number] === undefined) this.#meanings[number] = this.read();
    return this.#meanings[number] !== null;
  }

  /** What the text means; to be asked for where that is known. */
  get known(): Meaning {
    return this.#meanings[this.at(SAID_AT)]!;
  }

  /**
   * What was said.
   * @param first the same of the first record of that number: where nothing of either was left out, it is the same text.
   */
  protected diagnostic(first: string | null = null): string {
    const length = this.at(DIAGNOSTIC_END_AT) - this.at(DIAGNOSTIC_START_AT);
    return first !== null && first.length === length && this.at(IS_WHOLE_AT) === 1
      ? first
      : this.text(DIAGNOSTIC_START_AT, DIAGNOSTIC_END_AT);
  }

  /** The number that stands at an address. */
  protected at(address: number): number {
    return this.view.getInt32(address, true);
  }

  /** What stands between two places of the memory, which stand at these addresses. */
  protected text(start: number, end: number): string {
    return text(this.#bytes, this.at(start), this.at(end));
  }
}
