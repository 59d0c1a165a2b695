import { hashOfId } from '../model/id-hash.js';
import type { Lifetime } from './lifetime.js';

const MARK_BITS = 18;
/** With more marks than this most of what is asked for would have to be looked up. */
const MOST_MARKS = 1 << (MARK_BITS - 2);

/** Lives of queue ids whose end was not seen, by their keys, in the order in which they began. */
export class OpenLives {
  readonly #lives = new Map<string, Lifetime>();
  /** The one that was looked up last: the lines of a message stand together. */
  #recentKey = '';
  #recent: Lifetime | undefined = undefined;
  /** A bit for each hash of an id that is open, or was: most ids are told from those without looking them up. */
  readonly #marks = new Int32Array(1 << (MARK_BITS - 5));
  #marked = 0;

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

  /** Whether the life of an id may be here, by the hash of the id. */
  mayHold(idHash: number): boolean {
    return (this.#marks[placeOf(idHash)]! & bitOf(idHash)) !== 0;
  }

  set(key: string, lifetime: Lifetime): void {
    this.#lives.set(key, lifetime);
    this.#remember(key, lifetime);
    if (this.#marked >= MOST_MARKS && this.#marked >= this.#lives.size * 2) this.#markAnew();
    this.#mark(lifetime);
  }

  #mark({ queueId }: Lifetime): void {
    const hash = hashOfId(queueId);
    this.#marks[placeOf(hash)]! |= bitOf(hash);
    this.#marked++;
  }

  #markAnew(): void {
    this.#marks.fill(0);
    this.#marked = 0;
    for (const lifetime of this.#lives.values()) this.#mark(lifetime);
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

const placeOf = (hash: number): number => hash >>> (37 - MARK_BITS);

const bitOf = (hash: number): number => 1 << ((hash >>> (32 - MARK_BITS)) & 31);
