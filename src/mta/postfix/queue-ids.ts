import type { Origin } from '../../model/record-sink.js';
import { ascii } from '../bytes.js';

/** Places for ids; a message's lines stand close together, so few are needed. */
const PLACES = 1 << 12;
const LONGEST = 24;
/** Origins that wait longer than it takes this many to lose their place belong to mail that was never queued. */
const GENERATION = 1024;

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
  /** How many origins were displaced from each place. */
  readonly #displacedAt = new Uint16Array(PLACES);
  /** Origins whose place was taken by another id. */
  #displaced = new Map<string, Origin>();
  #displacedBefore = new Map<string, Origin>();

  /** The id as a string. */
  of(buf: Buffer, start: number, end: number): string {
    this.#last = this.#place(buf, start, end);
    return this.#ids[this.#last]!;
  }

  /** An id begins. An origin that is known already is kept where `origin` is null. */
  begin(buf: Buffer, start: number, end: number, origin: Origin | null): void {
    this.#last = this.#place(buf, start, end);
    const known = this.takeOrigin();
    this.#origins[this.#last] = origin ?? known ?? INTERNAL;
  }

  /** What is known of the beginning of the id asked for last, which is told once; null when its first line was not seen. */
  takeOrigin(): Origin | null {
    const place = this.#last;
    const origin = this.#origins[place]!;
    if (origin !== null) {
      this.#origins[place] = null;
      return origin;
    }
    return this.#displacedAt[place] === 0 ? null : this.#recall(this.#ids[place]!, place);
  }

  /** Takes an origin out of those whose place was taken. */
  #recall(id: string, place: number): Origin | null {
    const origin = this.#displaced.get(id) ?? this.#displacedBefore.get(id);
    if (origin === undefined) return null;
    this.#displaced.delete(id);
    this.#displacedBefore.delete(id);
    this.#displacedAt[place]!--;
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
    const place = placeOf(buf, start, end);
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
    this.#displacedAt[place]!++;
    if (this.#displaced.size < GENERATION) return;
    this.#displacedBefore = this.#displaced;
    this.#displaced = new Map();
    this.#displacedAt.fill(0);
    for (const id of this.#displacedBefore.keys()) this.#displacedAt[placeOf(Buffer.from(id, 'latin1'), 0, id.length)]!++;
  }
}

function placeOf(buf: Buffer, start: number, end: number): number {
  const length = Math.min(end - start, LONGEST);
  let hash = length;
  for (let i = 0; i < length; i++) hash = Math.imul(hash ^ buf[start + i]!, 0x9e3779b1);
  return (hash ^ (hash >>> 15)) & (PLACES - 1);
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
