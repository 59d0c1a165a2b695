import type { IdMarks } from './id-marks.js';
import type { Lifetime } from './lifetime.js';

/** Lives of queue ids whose end was not seen, by their keys, in the order in which they began. */
export class OpenLives {
  readonly #lives = new Map<string, Lifetime>();
  /** The one that was looked up last: the lines of a message stand together. */
  #recentKey = '';
  #recent: Lifetime | undefined = undefined;
  readonly #marks: IdMarks;

  /** @param marks where their ids are marked. */
  constructor(marks: IdMarks) {
    this.#marks = marks;
  }

  get size(): number {
    return this.#lives.size;
  }

  get(key: string): Lifetime | undefined {
    if (this.#recent !== undefined && this.#recentKey === key) return this.#recent;
    const lifetime = this.#lives.get(key);
    if (lifetime !== undefined) this.#remember(key, lifetime);
    return lifetime;
  }

  #remember(key: string, lifetime: Lifetime): void {
    this.#recentKey = key;
    this.#recent = lifetime;
  }

  has(key: string): boolean {
    return this.#lives.has(key);
  }

  set(key: string, lifetime: Lifetime): void {
    this.#lives.set(key, lifetime);
    this.#remember(key, lifetime);
    this.#marks.mark(lifetime.queueId);
  }

  delete(key: string): void {
    this.#lives.delete(key);
    this.#recent = undefined;
  }

  values(): Iterable<Lifetime> {
    return this.#lives.values();
  }

  [Symbol.iterator](): IterableIterator<[string, Lifetime]> {
    return this.#lives[Symbol.iterator]();
  }
}
