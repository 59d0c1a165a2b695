import type { Timestamp } from '../../model/evidence.js';
import { hashOfIdBytes } from '../../model/id-hash.js';
import type { NamedId, OrdinaryMessage, Origin } from '../../model/record-sink.js';
import { ascii, viewOf } from '../bytes.js';
import {
  BEGUN,
  BEGUN_HERE,
  BEGUN_OTHERWISE,
  FIRST_RECIPIENT_AT,
  HAS_TEXT_AT,
  HASH_AT,
  ID_LENGTH_AT,
  IS_OWNED_AT,
  IS_STARTED_AT,
  KEY_AT,
  LAST_AT,
  LONGEST_ID,
  MARKS,
  MARKS_AT,
  MESSAGE_LENGTH,
  MESSAGES_AT,
  ORDINARY,
  PASSED_ON_AT,
  PLACE_BITS,
  PLACE_LENGTH,
  PLACES,
  PLACES_AT,
  PROPER_AT,
  QUEUE_LENGTH,
  QUEUE_SECONDS_AT,
  RECIPIENT_LENGTH,
  RECIPIENT_OFFSET_AT,
  RECIPIENT_TIME_AT,
  RECIPIENTS_AT,
  SENDER_OFFSET_AT,
  SENDER_TIME_AT,
  STATE_AT,
  UNKNOWN,
} from './glance/layout.js';
import type { QueueMemory } from './glance.js';
import type { KeptLives } from './kept-lives.js';
import { INTERNAL, REMOTE_CLIENT } from './origin.js';
import { leadingQueueIdEnd, queueIdEnd } from './queue-id.js';

const COLON = 58;
const SPACE = 32;

/** The messages that a glance keeps as lives, and what tells of one. */
export interface Kept {
  readonly lives: KeptLives;
  readonly tell: (life: number, instance: string) => void;
}

/** What is asked for as an id but is too short or too long for one goes here, and is forgotten at once. */
const NOWHERE = PLACES;
const SHORTEST = 4;
/** Origins that wait longer than it takes this many to lose their place belong to mail that was never queued. */
const GENERATION = 1024;

/** Origins whose place was taken by another id, and marks by which an id that is not among them is seldom looked for. */
class Displaced {
  readonly origins = new Map<string, Origin>();
  /** By the lower bits of the hashes. */
  readonly marks: Uint8Array;

  constructor(marks: Uint8Array) {
    this.marks = marks;
  }
}

/**
 * Decodes queue ids so that the lines of one message share one string, and keeps what the first lines of an id tell until
 * its sender line shows that it became a message. Most ids a server begins never do, so nothing is allocated for them.
 */
export class QueueIds {
  /** The address of the memory in that of a glance; -1 where none reads it. */
  readonly address: number;
  /** Header and places, as `glance/layout.ts` has them, and messages where a glance reads them. */
  readonly #view: DataView;
  readonly #bytes: Buffer;
  /** Where a place says that its text is kept. */
  readonly #ids: string[] = new Array(PLACES + 1).fill('');
  /** Where it says that the id began in another way than with a client elsewhere. */
  readonly #origins: (Origin | null)[] = new Array(PLACES + 1).fill(null);
  #displaced: Displaced;
  #displacedBefore: Displaced;
  readonly #told: (message: OrdinaryMessage, instance: string) => void;
  readonly #kept: Kept | null;
  /** The instance whose queue manager owns the ids; null before one was met, and for good where there are several. */
  #owner: string | null = null;
  #hasSeveralOwners = false;
  #followed = '';
  readonly #message: KeptMessage;

  /**
   * @param told is told of an ordinary message when something else is said of its id, or its place is needed.
   * @param memory where a glance reads ids; memory of its own where that is null. @param kept what such a glance keeps.
   */
  constructor(
    told: (message: OrdinaryMessage, instance: string) => void = () => {},
    memory: QueueMemory | null = null,
    kept: Kept | null = null,
  ) {
    this.#told = told;
    this.#kept = memory === null ? null : kept;
    this.address = memory?.at ?? -1;
    const buffer = memory?.buffer ?? new ArrayBuffer(MESSAGES_AT);
    const length = memory === null ? MESSAGES_AT : QUEUE_LENGTH;
    this.#view = new DataView(buffer, memory?.at ?? 0, length);
    this.#bytes = Buffer.from(buffer, memory?.at ?? 0, length);
    this.#message = new KeptMessage(this.#view, (place) => this.idAt(place));
    this.#remember(NOWHERE);
    const marks = (at: number) => (memory === null ? new Uint8Array(MARKS) : new Uint8Array(buffer, memory.at + at, MARKS));
    this.#displaced = new Displaced(marks(MARKS_AT));
    this.#displacedBefore = new Displaced(marks(MARKS_AT + MARKS));
  }

  /** The place of the id that was asked for last. */
  #last(): number {
    return this.#view.getInt32(LAST_AT, true);
  }

  #remember(place: number): void {
    this.#view.setInt32(LAST_AT, place, true);
  }

  /** A queue manager of that instance was met. Where there are several, an id may be that of several messages at once. */
  ownedBy(instance: string): void {
    if (instance === this.#owner || this.#hasSeveralOwners) return;
    if (this.#owner === null) {
      this.#owner = instance;
      this.#noteOwner();
      return;
    }
    this.tellAll();
    this.#owner = null;
    this.#hasSeveralOwners = true;
    // A glance may go on with lines of the first: it does not follow each line that is read by others.
    this.#noteOwner();
  }

  isOwnedBy(instance: string): boolean {
    return instance === this.#owner;
  }

  /** A glance follows lines of this instance; of another one it is told again. */
  follow(instance: string): void {
    this.#followed = instance;
    this.#noteOwner();
  }

  #noteOwner(): void {
    this.#view.setInt32(IS_OWNED_AT, this.#owner !== null && this.#owner === this.#followed ? 1 : 0, true);
  }

  /** From here on ordinary messages under ids that are not marked need not be told of when they begin. */
  start(): void {
    this.#view.setInt32(IS_STARTED_AT, 1, true);
  }

  /** The id as a string. What is known of an ordinary message with that id is told first. */
  of(buf: Buffer, start: number, end: number): string {
    return this.idAt(this.placeFor(buf, start, end));
  }

  /** The place of an id, which it takes from another where it had none. What is known of an ordinary message with that id is told first. */
  placeFor(buf: Buffer, start: number, end: number): number {
    const place = this.#place(buf, start, end);
    this.#remember(place);
    if (this.#state(place) === ORDINARY) this.#tell(place);
    return place;
  }

  /** The id in a place, as if it had been asked for. */
  ofPlace(place: number): string {
    this.#remember(place);
    return this.idAt(place);
  }

  /** The id in a place. */
  idAt(place: number): string {
    const start = placeOf(place);
    if (this.#bytes[start + HAS_TEXT_AT] === 1) return this.#ids[place]!;
    this.#bytes[start + HAS_TEXT_AT] = 1;
    const id = ascii(this.#bytes, start, start + this.#bytes[start + ID_LENGTH_AT]!);
    this.#ids[place] = id;
    return id;
  }

  /** The same with its hash, as a sink asks for them. The object is used again for the next. */
  named(place: number): NamedId {
    this.#message.place = place;
    return this.#message;
  }

  #state(place: number): number {
    return this.#bytes[placeOf(place) + STATE_AT]!;
  }

  /** What is known of how an id began. */
  #originate(place: number, origin: Origin | null): void {
    this.#origins[place] = origin === REMOTE_CLIENT ? null : origin;
    this.#bytes[placeOf(place) + STATE_AT] = origin === null ? UNKNOWN : origin === REMOTE_CLIENT ? BEGUN : BEGUN_OTHERWISE;
  }

  /** What is known of how it began, which a glance changes without a word. */
  #origin(place: number): Origin | null {
    switch (this.#state(place)) {
      case BEGUN:
        return REMOTE_CLIENT;
      case BEGUN_HERE:
        return INTERNAL;
      case BEGUN_OTHERWISE:
        return this.#origins[place]!;
      default:
        return null;
    }
  }

  /** What is known of the ordinary message in a place, which is told once. The object is used again for the next. */
  takeMessage(place: number): OrdinaryMessage {
    this.#originate(place, null);
    this.#message.place = place;
    return this.#message;
  }

  #tell(place: number): void {
    this.#told(this.takeMessage(place), this.#owner ?? '');
  }

  /** Tells all messages that are not over and were not told of. */
  tellAll(): void {
    for (const place of this.#knownPlaces()) if (this.#state(place) === ORDINARY) this.#tell(place);
    this.tellKept();
  }

  /** Tells those that are kept as lives. */
  tellKept(): void {
    for (const life of this.#kept?.lives.of(this.address) ?? []) this.tellLife(life);
  }

  tellLife(life: number): void {
    this.#kept!.tell(life, this.#owner ?? '');
  }

  #tellLifeOf(view: DataView, start: number, length: number, hash: number): void {
    const life = this.#kept?.lives.find(this.address, view, start, length, hash) ?? 0;
    if (life !== 0) this.tellLife(life);
  }

  /** Finds a queue id at the start of a program's text, where `: ` follows it. @returns its end, or -1. */
  leadingEnd(buf: Buffer, start: number, end: number): number {
    // The ids of a server have one length, and most lines name an id that was named before.
    const length = this.#bytes[placeOf(this.#last()) + ID_LENGTH_AT]!;
    const idEnd = start + length;
    if (length > 0 && idEnd + 1 < end && buf[idEnd] === COLON && buf[idEnd + 1] === SPACE) {
      const view = viewOf(buf);
      const place = hashOfIdBytes(view, start, length) >>> (32 - PLACE_BITS);
      if (this.#bytes[placeOf(place) + PROPER_AT] === 1 && this.#holds(place, view, start, length)) return idEnd;
    }
    return leadingQueueIdEnd(buf, start, end);
  }

  /**
   * An id begins. An origin that is known already is kept where `origin` is null.
   * @param isProper whether it is known to be in the form of Postfix.
   */
  begin(buf: Buffer, start: number, end: number, origin: Origin | null, isProper = false): void {
    const place = this.#place(buf, start, end, isProper);
    this.#remember(place);
    if (this.#state(place) === ORDINARY) this.#tell(place);
    if (origin === null && this.#origin(place) !== null) return;
    const known = this.takeOrigin();
    this.#originate(place, origin ?? known ?? INTERNAL);
  }

  /** What is known of the beginning of the id asked for last, which is told once; null when its first line was not seen. */
  takeOrigin(): Origin | null {
    const place = this.#last();
    const origin = this.#origin(place);
    if (origin !== null) {
      this.#originate(place, null);
      return origin;
    }
    const mark = this.#hashAt(place) & (MARKS - 1);
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
    for (const place of this.#knownPlaces()) {
      const origin = this.#origin(place);
      if (origin !== null) yield [this.idAt(place), origin];
    }
  }

  /** The places of which something is known. Of a short log these are few, and there are many short ones in a directory. */
  #knownPlaces(): number[] {
    const bytes = this.#bytes;
    const known: number[] = [];
    let at = placeOf(0) + STATE_AT;
    for (let place = 0; place < PLACES; place++, at += PLACE_LENGTH) if (bytes[at] !== UNKNOWN) known.push(place);
    return known;
  }

  /** The place of an id, which it takes from another where it had none. */
  #place(buf: Buffer, start: number, end: number, isProper = false): number {
    const length = end - start;
    if (length < SHORTEST || length > LONGEST_ID) {
      this.#ids[NOWHERE] = ascii(buf, start, end);
      this.#bytes[placeOf(NOWHERE) + HAS_TEXT_AT] = 1;
      return NOWHERE;
    }
    const view = viewOf(buf);
    const hash = hashOfIdBytes(view, start, length);
    this.#tellLifeOf(view, start, length, hash);
    const place = hash >>> (32 - PLACE_BITS);
    if (this.#holds(place, view, start, length)) return place;
    this.#displace(place);
    const at = placeOf(place);
    this.#bytes[at + ID_LENGTH_AT] = length;
    this.#bytes[at + PROPER_AT] = isProper || queueIdEnd(buf, start, end) === end ? 1 : 0;
    this.#view.setInt32(at + HASH_AT, hash, true);
    this.#bytes[at + HAS_TEXT_AT] = 0;
    this.#keep(at, view, start, length);
    return place;
  }

  #hashAt(place: number): number {
    return this.#view.getInt32(placeOf(place) + HASH_AT, true);
  }

  #keep(at: number, view: DataView, start: number, length: number): void {
    const bytes = this.#view;
    const last = length - 4;
    for (let i = 0; i < last; i += 4) bytes.setInt32(at + i, view.getInt32(start + i, true), true);
    bytes.setInt32(at + last, view.getInt32(start + last, true), true);
  }

  /** Whether an id stands in a place. The last four bytes overlap where they must. */
  #holds(place: number, view: DataView, start: number, length: number): boolean {
    const at = placeOf(place);
    if (this.#bytes[at + ID_LENGTH_AT] !== length) return false;
    const bytes = this.#view;
    const last = length - 4;
    if (view.getInt32(start + last, true) !== bytes.getInt32(at + last, true)) return false;
    for (let i = 0; i < last; i += 4) if (view.getInt32(start + i, true) !== bytes.getInt32(at + i, true)) return false;
    return true;
  }

  #displace(place: number): void {
    if (this.#state(place) === ORDINARY && !this.#kept?.lives.keep(this.address, place)) this.#tell(place);
    const origin = this.#origin(place);
    if (origin === null) return;
    this.#originate(place, null);
    const { origins, marks } = this.#displaced;
    origins.set(this.idAt(place), origin);
    marks[this.#hashAt(place) & (MARKS - 1)] = 1;
    if (origins.size < GENERATION) return;
    const oldest = this.#displacedBefore.marks;
    this.#displacedBefore = this.#displaced;
    this.#displaced = new Displaced(oldest.fill(0));
  }
}

const placeOf = (place: number): number => PLACES_AT + place * PLACE_LENGTH;

/** The message in a place, as the glance keeps it. */
class KeptMessage implements OrdinaryMessage {
  readonly #view: DataView;
  readonly #idAt: (place: number) => string;
  place = 0;
  readonly origin = REMOTE_CLIENT;

  constructor(view: DataView, idAt: (place: number) => string) {
    this.#view = view;
    this.#idAt = idAt;
  }

  get queueId(): string {
    return this.#idAt(this.place);
  }

  get idHash(): number {
    return this.#view.getInt32(placeOf(this.place) + HASH_AT, true);
  }

  #at(): number {
    return MESSAGES_AT + this.place * MESSAGE_LENGTH;
  }

  get senderMs(): number {
    return this.#view.getFloat64(this.#at() + SENDER_TIME_AT, true);
  }

  get senderTime(): Timestamp {
    return { ms: this.senderMs, offset: this.#view.getInt32(this.#at() + SENDER_OFFSET_AT, true) };
  }

  get recipients(): number {
    return this.#view.getInt32(this.#at() + RECIPIENTS_AT, true);
  }

  #recipientAt(index: number): number {
    return this.#at() + FIRST_RECIPIENT_AT + index * RECIPIENT_LENGTH;
  }

  recipientKey(index: number): number {
    return this.#view.getFloat64(this.#recipientAt(index) + KEY_AT, true);
  }

  ms(index: number): number {
    return this.#view.getFloat64(this.#recipientAt(index) + RECIPIENT_TIME_AT, true);
  }

  time(index: number): Timestamp {
    return { ms: this.ms(index), offset: this.#view.getInt32(this.#recipientAt(index) + RECIPIENT_OFFSET_AT, true) };
  }

  isPassedOn(index: number): boolean {
    return this.#view.getInt32(this.#recipientAt(index) + PASSED_ON_AT, true) === 1;
  }

  queueSeconds(index: number): number | null {
    const seconds = this.#view.getFloat64(this.#recipientAt(index) + QUEUE_SECONDS_AT, true);
    return Number.isNaN(seconds) ? null : seconds;
  }
}
