import type { Timestamp } from '../../model/evidence.js';
import { hashOfIdBytes } from '../../model/id-hash.js';
import type { OrdinaryMessage, Origin } from '../../model/record-sink.js';
import { ascii, viewOf } from '../bytes.js';
import { REMOTE_CLIENT } from './origin.js';
import { leadingQueueIdEnd, queueIdEnd } from './queue-id.js';

const COLON = 58;
const SPACE = 32;

const PLACE_BITS = 12;
/** Places for ids; a message's lines stand close together, so few are needed. */
const PLACES = 1 << PLACE_BITS;
/** What is asked for as an id but is too short or too long for one goes here, and is forgotten at once. */
const NOWHERE = PLACES;
const SHORTEST = 4;
const LONGEST = 24;
/** Origins that wait longer than it takes this many to lose their place belong to mail that was never queued. */
const GENERATION = 1024;
/** Bits of a hash by which most ids without a displaced origin are told from those with one. */
const MARK_BITS = 15;

/** Ordinary messages with more recipients are told line by line. */
const MOST_ORDINARY = 4;

/** Origins whose place was taken by another id, and marks by which an id that is not among them is seldom looked for. */
class Displaced {
  readonly origins = new Map<string, Origin>();
  readonly marks = new Uint8Array(1 << MARK_BITS);
}

/**
 * Decodes queue ids so that the lines of one message share one string, and keeps what the first lines of an id tell until
 * its sender line shows that it became a message. Most ids a server begins never do, so nothing is allocated for them.
 */
export class QueueIds {
  readonly #idBytes = Buffer.alloc(PLACES * LONGEST);
  readonly #bytes = new DataView(this.#idBytes.buffer, this.#idBytes.byteOffset, this.#idBytes.length);
  readonly #lengths = new Uint8Array(PLACES + 1);
  /** Whether what stands in a place is an id in the form of Postfix. */
  readonly #proper = new Uint8Array(PLACES + 1);
  readonly #hashes = new Int32Array(PLACES + 1);
  /** Null where nobody asked for the text yet. */
  readonly #ids: (string | null)[] = new Array(PLACES + 1).fill(null);
  readonly #origins: (Origin | null)[] = new Array(PLACES + 1).fill(null);
  #last = NOWHERE;
  #displaced = new Displaced();
  #displacedBefore = new Displaced();
  /** By place, the messages of which all that is known is ordinary, and those that are over, to be used again. */
  readonly #messages: (KeptMessage | null)[] = new Array(PLACES + 1).fill(null);
  readonly #spare: KeptMessage[] = [];
  readonly #told: (message: OrdinaryMessage, instance: string) => void;
  /** The instance whose queue manager owns the ids; null before one was met, and for good where there are several. */
  #owner: string | null = null;
  #hasSeveralOwners = false;

  /** @param told is told of an ordinary message when something else is said of its id, or its place is needed. */
  constructor(told: (message: OrdinaryMessage, instance: string) => void = () => {}) {
    this.#told = told;
  }

  /** A queue manager of that instance was met. Where there are several, an id may be that of several messages at once. */
  ownedBy(instance: string): void {
    if (instance === this.#owner || this.#hasSeveralOwners) return;
    if (this.#owner === null) {
      this.#owner = instance;
      return;
    }
    this.tellAll();
    this.#owner = null;
    this.#hasSeveralOwners = true;
  }

  isOwnedBy(instance: string): boolean {
    return instance === this.#owner;
  }

  /** The id as a string. What is known of an ordinary message with that id is told first. */
  of(buf: Buffer, start: number, end: number): string {
    const place = this.#place(buf, start, end);
    this.#last = place;
    if (this.#messages[place] !== null) this.#tell(place);
    return this.idAt(place);
  }

  /** The id in a place. */
  idAt(place: number): string {
    const known = this.#ids[place]!;
    if (known !== null) return known;
    const start = place * LONGEST;
    const id = ascii(this.#idBytes, start, start + this.#lengths[place]!);
    this.#ids[place] = id;
    return id;
  }

  /** The length of the id that was asked for last, which most others share. */
  get usualLength(): number {
    return this.#lengths[this.#last]!;
  }

  /** The place of an id of the usual length that stands at `start`, with `: ` behind it; -1 when it has none. */
  placeAt(buf: Buffer, view: DataView, start: number): number {
    const length = this.#lengths[this.#last]!;
    if (length === 0 || buf[start + length] !== COLON || buf[start + length + 1] !== SPACE) return -1;
    const place = hashOfIdBytes(view, start, length) >>> (32 - PLACE_BITS);
    return this.#proper[place] === 1 && this.#holds(place, view, start, length) ? place : -1;
  }

  /** Whether an id began, with nothing to keep of its client, and is no message yet. */
  isBegun(place: number): boolean {
    return this.#origins[place] === REMOTE_CLIENT;
  }

  isOrdinary(place: number): boolean {
    return this.#messages[place] !== null;
  }

  /** An id that began becomes a message. */
  becomesOrdinary(place: number, senderTime: Timestamp): void {
    const message = this.#spare.pop() ?? new KeptMessage((at) => this.idAt(at));
    message.place = place;
    message.idHash = this.#hashes[place]!;
    message.senderTime = senderTime;
    message.recipients = 0;
    this.#origins[place] = null;
    this.#messages[place] = message;
  }

  /** A recipient of an ordinary message was taken. @returns false where it cannot be kept as one. */
  accept(place: number, recipientKey: number, time: Timestamp, passedOn: boolean, queueSeconds: number | null): boolean {
    const message = this.#messages[place]!;
    const { recipients, recipientKeys } = message;
    if (recipients === MOST_ORDINARY) return false;
    for (let i = 0; i < recipients; i++) if (recipientKeys[i] === recipientKey) return false;
    recipientKeys[recipients] = recipientKey;
    message.times[recipients] = time;
    message.passedOn[recipients] = passedOn;
    message.queueSeconds[recipients] = queueSeconds;
    message.recipients = recipients + 1;
    return true;
  }

  /** What is known of an ordinary message, which is told once. The object is used again for the next that begins. */
  takeMessage(place: number): OrdinaryMessage {
    const message = this.#messages[place]!;
    this.#messages[place] = null;
    this.#spare.push(message);
    return message;
  }

  #tell(place: number): void {
    this.#told(this.takeMessage(place), this.#owner ?? '');
  }

  /** Tells all ordinary messages that are not over. */
  tellAll(): void {
    for (let place = 0; place < PLACES; place++) if (this.#messages[place] !== null) this.#tell(place);
  }

  /** Finds a queue id at the start of a program's text, where `: ` follows it. @returns its end, or -1. */
  leadingEnd(buf: Buffer, start: number, end: number): number {
    // The ids of a server have one length, and most lines name an id that was named before.
    const length = this.#lengths[this.#last]!;
    const idEnd = start + length;
    if (length > 0 && idEnd + 1 < end && buf[idEnd] === COLON && buf[idEnd + 1] === SPACE) {
      const view = viewOf(buf);
      const place = hashOfIdBytes(view, start, length) >>> (32 - PLACE_BITS);
      if (this.#proper[place] === 1 && this.#holds(place, view, start, length)) return idEnd;
    }
    return leadingQueueIdEnd(buf, start, end);
  }

  /**
   * An id begins. An origin that is known already is kept where `origin` is null.
   * @param isProper whether it is known to be in the form of Postfix.
   */
  begin(buf: Buffer, start: number, end: number, origin: Origin | null, isProper = false): void {
    const place = this.#place(buf, start, end, isProper);
    this.#last = place;
    if (this.#messages[place] !== null) this.#tell(place);
    if (origin === null && this.#origins[place] !== null) return;
    const known = this.takeOrigin();
    this.#origins[place] = origin ?? known ?? INTERNAL;
  }

  /** What is known of the beginning of the id asked for last, which is told once; null when its first line was not seen. */
  takeOrigin(): Origin | null {
    const place = this.#last;
    const origin = this.#origins[place]!;
    if (origin !== null) {
      this.#origins[place] = null;
      return origin;
    }
    const mark = this.#hashes[place]! & ((1 << MARK_BITS) - 1);
    return (this.#displaced.marks[mark]! | this.#displacedBefore.marks[mark]!) === 0 ? null : this.#recall(this.idAt(place));
  }

  /** Takes an origin out of those whose place was taken. */
  #recall(id: string): Origin | null {
    const origin = this.#displaced.origins.get(id) ?? this.#displacedBefore.origins.get(id);
    if (origin === undefined) return null;
    this.#displaced.origins.delete(id);
    this.#displacedBefore.origins.delete(id);
    return origin;
  }

  /** What began and was not taken yet. */
  *waiting(): Iterable<readonly [string, Origin]> {
    yield* this.#displacedBefore.origins;
    yield* this.#displaced.origins;
    for (let place = 0; place < PLACES; place++) {
      const origin = this.#origins[place]!;
      if (origin !== null) yield [this.idAt(place), origin];
    }
  }

  /** The place of an id, which it takes from another where it had none. */
  #place(buf: Buffer, start: number, end: number, isProper = false): number {
    const length = end - start;
    if (length < SHORTEST || length > LONGEST) {
      this.#ids[NOWHERE] = ascii(buf, start, end);
      return NOWHERE;
    }
    const view = viewOf(buf);
    const hash = hashOfIdBytes(view, start, length);
    const place = hash >>> (32 - PLACE_BITS);
    if (this.#holds(place, view, start, length)) return place;
    this.#displace(place);
    this.#lengths[place] = length;
    this.#proper[place] = isProper || queueIdEnd(buf, start, end) === end ? 1 : 0;
    this.#hashes[place] = hash;
    this.#ids[place] = null;
    this.#keep(place, view, start, length);
    return place;
  }

  #keep(place: number, view: DataView, start: number, length: number): void {
    const bytes = this.#bytes;
    const at = place * LONGEST;
    const last = length - 4;
    for (let i = 0; i < last; i += 4) bytes.setInt32(at + i, view.getInt32(start + i, true), true);
    bytes.setInt32(at + last, view.getInt32(start + last, true), true);
  }

  /** Whether an id stands in a place. The last four bytes overlap where they must. */
  #holds(place: number, view: DataView, start: number, length: number): boolean {
    if (this.#lengths[place] !== length) return false;
    const bytes = this.#bytes;
    const at = place * LONGEST;
    const last = length - 4;
    if (view.getInt32(start + last, true) !== bytes.getInt32(at + last, true)) return false;
    for (let i = 0; i < last; i += 4) if (view.getInt32(start + i, true) !== bytes.getInt32(at + i, true)) return false;
    return true;
  }

  #displace(place: number): void {
    if (this.#messages[place] !== null) this.#tell(place);
    const origin = this.#origins[place]!;
    if (origin === null) return;
    this.#origins[place] = null;
    const { origins, marks } = this.#displaced;
    origins.set(this.idAt(place), origin);
    marks[this.#hashes[place]! & (marks.length - 1)] = 1;
    if (origins.size < GENERATION) return;
    this.#displacedBefore = this.#displaced;
    this.#displaced = new Displaced();
  }
}

/** A message in its place. */
class KeptMessage implements OrdinaryMessage {
  readonly #idAt: (place: number) => string;
  place = 0;
  idHash = 0;
  readonly origin = REMOTE_CLIENT;
  senderTime: Timestamp | null = null;
  recipients = 0;
  readonly recipientKeys = new Array<number>(MOST_ORDINARY).fill(0);
  readonly times = new Array<Timestamp | null>(MOST_ORDINARY).fill(null);
  readonly passedOn = new Array<boolean>(MOST_ORDINARY).fill(false);
  readonly queueSeconds = new Array<number | null>(MOST_ORDINARY).fill(null);

  constructor(idAt: (place: number) => string) {
    this.#idAt = idAt;
  }

  get queueId(): string {
    return this.#idAt(this.place);
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
