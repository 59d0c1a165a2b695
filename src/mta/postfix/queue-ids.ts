import type { Origin } from '../../model/record-sink.js';
import { ascii } from '../bytes.js';

/** Places for ids; a message's lines stand close together, so few are needed. */
const PLACES = 1 << 11;
const LONGEST = 24;
/** Origins that wait longer than it takes this many to lose their place belong to mail that was never queued. */
const GENERATION = 8192;

/**
 * Decodes queue ids so that the lines of one message share one string, and keeps what the first lines of an id tell until
 * its sender line shows that it became a message. Most ids a server begins never do, so nothing is allocated for them.
 */
export class QueueIds {
  readonly #bytes = new Uint8Array(PLACES * LONGEST);
  readonly #lengths = new Uint8Array(PLACES);
  readonly #ids: string[] = new Array(PLACES).fill('');
  readonly #origins: (Origin | null)[] = new Array(PLACES).fill(null);
  #last = 0;
  /** Origins whose place was taken by another id. */
  #displaced = new Map<string, Origin>();
  #displacedBefore = new Map<string, Origin>();

  /** The id as a string. */
  of(buf: Buffer, start: number, end: number): string {
    this.#last = this.#place(buf, start, end);
    return this.#ids[this.#last]!;
  }

  /** Whether the beginning of the id that was asked for last may still have to be told. */
  get mayWait(): boolean {
    return this.#origins[this.#last] !== null || this.#displaced.size > 0 || this.#displacedBefore.size > 0;
  }

  /** An id begins. An origin that is known already is kept where `origin` is null. */
  begin(buf: Buffer, start: number, end: number, origin: Origin | null): void {
    const place = this.#place(buf, start, end);
    const known = this.#origins[place] ?? this.#recall(this.#ids[place]!);
    this.#origins[place] = origin ?? known ?? INTERNAL;
  }

  /** What is known of the beginning of an id, which is told once; null when its first line was not seen. */
  takeOrigin(buf: Buffer, start: number, end: number): Origin | null {
    const place = this.#place(buf, start, end);
    const origin = this.#origins[place] ?? this.#recall(this.#ids[place]!);
    this.#origins[place] = null;
    return origin;
  }

  /** Takes an origin out of those whose place was taken. */
  #recall(id: string): Origin | null {
    if (this.#displaced.size === 0 && this.#displacedBefore.size === 0) return null;
    const origin = this.#displaced.get(id) ?? this.#displacedBefore.get(id) ?? null;
    this.#displaced.delete(id);
    this.#displacedBefore.delete(id);
    return origin;
  }

  /** What began and was not taken yet. */
  *waiting(): Iterable<readonly [string, Origin]> {
    yield* this.#displacedBefore;
    yield* this.#displaced;
    for (let place = 0; place < PLACES; place++) {
      const origin = this.#origins[place]!;
      if (origin !== null) yield [this.#ids[place]!, origin];
    }
  }

  /** The place of an id, which it takes from another where it had none. */
  #place(buf: Buffer, start: number, end: number): number {
    const length = Math.min(end - start, LONGEST);
    let hash = length;
    for (let i = 0; i < length; i++) hash = Math.imul(hash ^ buf[start + i]!, 0x9e3779b1);
    const place = (hash ^ (hash >>> 15)) & (PLACES - 1);
    const at = place * LONGEST;
    if (this.#lengths[place] === length) {
      let i = 0;
      while (i < length && this.#bytes[at + i] === buf[start + i]) i++;
      if (i === length) return place;
    }
    this.#displace(place);
    this.#lengths[place] = length;
    this.#ids[place] = ascii(buf, start, end);
    for (let i = 0; i < length; i++) this.#bytes[at + i] = buf[start + i]!;
    return place;
  }

  #displace(place: number): void {
    const origin = this.#origins[place]!;
    if (origin === null) return;
    this.#origins[place] = null;
    this.#displaced.set(this.#ids[place]!, origin);
    if (this.#displaced.size < GENERATION) return;
    this.#displacedBefore = this.#displaced;
    this.#displaced = new Map();
  }
}

/** The origin of a message that a program of Postfix wrote: no client is logged, only the message-id. */
const INTERNAL: Origin = {
  client: null,
  local: true,
  internal: true,
  saslUsername: null,
  messageId: null,
  continues: null,
  replaces: false,
};
