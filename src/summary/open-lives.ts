import type { IdMarks } from './id-marks.js';
import type { Lifetime } from './lifetime.js';

/** A host has few instances; of more, whatever a log says, no more are looked at. */
const MOST_INSTANCES = 16;

/** Lives of queue ids whose end was not seen, by their keys, in the order in which they began. */
export class OpenLives {
  readonly #lives = new Map<string, Lifetime>();
  /** The one that was looked up last: the lines of a message stand together. */
  #recentKey = '';
  #recent: Lifetime | undefined = undefined;
  readonly #marks: IdMarks;
  /** By an id, the keys of its lives that are not the id itself: those of further instances that use it. */
  readonly #further = new Map<string, Set<string>>();

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
    const { queueId } = lifetime;
    this.#marks.mark(queueId);
    if (key === queueId) return;
    const further = this.#further.get(queueId);
    if (further === undefined) this.#further.set(queueId, new Set([key]));
    else further.add(key);
  }

  /** The first life of an id that is meant, whatever its instance. */
  named(queueId: string, isMeant: (lifetime: Lifetime) => boolean): Lifetime | undefined {
    const lifetime = this.#lives.get(queueId);
    if (lifetime !== undefined && isMeant(lifetime)) return lifetime;
    const further = this.#further.get(queueId);
    if (further === undefined) return undefined;
    let left = MOST_INSTANCES;
    for (const key of further) {
      if (left-- === 0) return undefined;
      const other = this.#lives.get(key)!;
      if (isMeant(other)) return other;
    }
    return undefined;
  }

  delete(key: string): void {
    const lifetime = this.#lives.get(key);
    if (lifetime !== undefined && lifetime.queueId !== key) this.#forgetFurther(lifetime.queueId, key);
    this.#lives.delete(key);
    this.#recent = undefined;
  }

  #forgetFurther(queueId: string, key: string): void {
    const further = this.#further.get(queueId);
    further?.delete(key);
    if (further?.size === 0) this.#further.delete(queueId);
  }

  values(): Iterable<Lifetime> {
    return this.#lives.values();
  }

  [Symbol.iterator](): IterableIterator<[string, Lifetime]> {
    return this.#lives[Symbol.iterator]();
  }
}
