import type { Timestamp } from '../../model/evidence.js';
import type { LineFacts, MessageSink } from '../../model/record-sink.js';
import type { LogClock } from '../log-clock.js';
import { PLAIN_STAMP, type SyslogPrefix } from '../syslog-prefix.js';
import { DeliveryRecord, queuedAs } from './delivery.js';
import {
  HAS_TIME_AT,
  HOST_AT,
  ISO_OFFSET_AT,
  ISO_STAMP_AT,
  KNOWN,
  KNOWN_AT,
  LINES_AT,
  LONGEST_TAG,
  NONE,
  NOT_ASKED,
  OFFSET_AT,
  TAG_AT,
  TIME_AT,
} from './glance/layout.js';
import type { Glance, GlanceCalls } from './glance.js';
import { REMOTE_CLIENT } from './origin.js';
import { type Program, postfixProgram } from './programs.js';
import type { QueueIds } from './queue-ids.js';

/** `2026-06-05T14` and, behind minute and second, `+02:00`. */
const ISO_HOUR = 13;
const ISO_OFFSET = 6;
/** Shorter ones are not compared. */
const SHORTEST_TAG = 4;

/** The programs that a glance knows by name, in the order in which it counts them. */
const PROGRAMS: readonly Program[] = ['smtp', 'smtpd', 'qmgr', 'cleanup', 'lmtp', 'virtual', 'pipe', 'local'].map(
  (name) => postfixProgram(Buffer.from(name, 'latin1'), 0, name.length)!,
);

/** What is said of the line at hand. */
export type LineAtHand = { -readonly [Name in keyof LineFacts]: LineFacts[Name] };

/** Reads what a program of the host says, where that is anything else. */
export interface OtherLines {
  /** @returns whether it was understood: otherwise nothing is known of the line yet. */
  readBody(buf: Buffer, body: number, end: number, program: Program, queueIds: QueueIds): boolean;
}

/**
 * Reads the lines that begin like those before them: the same host and instance, a stamp of the same form. Those of ordinary mail,
 * which most logs consist of, are read at a glance: mail from elsewhere of which every recipient is taken at the first attempt,
 * clients that come and go, other programs. Nothing is told of such a message until it is over. What else a program of the host
 * says is handed on; the first line that begins in another way, or is not understood, is left to the reader of all lines, which says
 * the same of all these lines, only later.
 */
export class OrdinaryLines implements GlanceCalls {
  readonly #glance: Glance;
  readonly #buf: Buffer;
  readonly #view: DataView;
  readonly #prefix: SyslogPrefix;
  readonly #clock: LogClock;
  readonly #sink: MessageSink;
  readonly #others: OtherLines;
  readonly #record = new DeliveryRecord();
  #queueIds: QueueIds | null = null;
  #source = -1;
  #stampLength = 0;
  #time: Timestamp | null = null;
  readonly #facts: LineAtHand;
  #hostName = '';
  #instance = '';
  /** Where the block begins in the input, and how many lines stand before it. */
  #blockOffset = 0;
  #linesBefore = 0;
  /** Where the line begins that was handed on. */
  #start = 0;

  /**
   * @param facts is made to tell of the line at hand before anything is told of it; its time is left to who reads the line.
   * @param delays whether it is wanted how long recipients waited.
   */
  constructor(
    glance: Glance,
    prefix: SyslogPrefix,
    clock: LogClock,
    sink: MessageSink,
    { others, facts, delays }: { readonly others: OtherLines; readonly facts: LineAtHand; readonly delays: boolean },
  ) {
    this.#glance = glance;
    this.#buf = glance.block;
    this.#view = glance.view;
    this.#others = others;
    this.#facts = facts;
    this.#prefix = prefix;
    this.#clock = clock;
    this.#sink = sink;
    glance.begin(this, delays);
  }

  /** A line was read that may be followed by others of its host and instance. */
  follow(buf: Buffer, start: number, queueIds: QueueIds): void {
    const { source, stampLength } = this.#prefix;
    if (source === this.#source || stampLength === 0) return;
    const { tagLength, hostLength } = this.#prefix;
    if (tagLength === 0) return;
    const at = start + stampLength;
    if (stampLength !== PLAIN_STAMP) {
      this.#keep(buf, ISO_STAMP_AT, start, ISO_HOUR);
      this.#keep(buf, ISO_OFFSET_AT, at - ISO_OFFSET, ISO_OFFSET);
    }
    this.#stampLength = stampLength;
    const isShort = tagLength >= SHORTEST_TAG && tagLength <= LONGEST_TAG;
    this.#source = isShort && queueIds.address >= 0 ? source : -1;
    if (this.#source < 0) return;
    this.#keep(buf, TAG_AT, at, tagLength);
    this.#keep(buf, HOST_AT, at, hostLength);
    this.#glance.follow(queueIds.address, stampLength, tagLength, hostLength);
    this.#queueIds = queueIds;
    this.#hostName = this.#prefix.host;
    this.#instance = this.#prefix.instance;
  }

  /** Puts bytes of a line where they are compared with later ones. */
  #keep(buf: Buffer, at: number, start: number, length: number): void {
    for (let i = 0; i < length; i++) this.#view.setUint8(at + i, buf[start + i]!);
  }

  /**
   * Takes the lines of the block from `start` on as far as they can be read here.
   * @param offset of `start` in the input. @param linesBefore how many lines stand before it.
   * @returns where the first starts that cannot.
   */
  read(start: number, filled: number, offset: number, linesBefore: number): number {
    if (this.#source < 0) {
      this.#view.setInt32(LINES_AT, 0, true);
      this.#view.setInt32(KNOWN_AT, 0, true);
      return start;
    }
    this.#blockOffset = offset - start;
    this.#linesBefore = linesBefore;
    return this.#glance.read(start, filled);
  }

  /** How many lines were read by the last call, and how many of them are Postfix's. */
  get lines(): number {
    return this.#view.getInt32(LINES_AT, true);
  }

  get known(): number {
    return this.#view.getInt32(KNOWN_AT, true);
  }

  /** The time of the line that was handed on: to be asked for where it matters, and only there, as the clock learns from what it is asked. */
  time(): Timestamp | null {
    return this.#timeOf(this.#start);
  }

  #timeOf(start: number): Timestamp | null {
    if (this.#view.getInt32(HAS_TIME_AT, true) === NOT_ASKED) this.timeAt(start);
    return this.#time;
  }

  /** What is told next is of a line of the host and instance at hand. */
  #tellOf(time: Timestamp | null): LineFacts {
    const facts = this.#facts;
    facts.time = time;
    facts.host = this.#hostName;
    facts.instance = this.#instance;
    return facts;
  }

  timeAt(start: number): void {
    const time = this.#prefix.timeAt(this.#buf, start, this.#stampLength, this.#clock);
    const view = this.#view;
    view.setInt32(HAS_TIME_AT, time === null ? NONE : KNOWN, true);
    view.setFloat64(TIME_AT, time?.ms ?? 0, true);
    view.setInt32(OFFSET_AT, time?.offset ?? 0, true);
    this.#time = time;
  }

  isPlainStampAt(start: number): boolean {
    return this.#prefix.isPlainStampAt(this.#buf, start);
  }

  beginId(start: number, end: number): void {
    this.#queueIds!.begin(this.#buf, start, end, REMOTE_CLIENT, true);
  }

  mayBegin(place: number, start: number): boolean {
    const queueIds = this.#queueIds!;
    if (!queueIds.isOwnedBy(this.#instance)) return false;
    const time = this.#timeOf(start);
    if (time === null) return false;
    const facts = this.#tellOf(time);
    if (this.#sink.awaits(facts) && this.#sink.awaits(facts, queueIds.idAt(place))) return false;
    this.#sink.reached(facts);
    return true;
  }

  reached(): void {
    this.#sink.reached(this.#tellOf(this.#time));
  }

  passed(place: number): void {
    this.#sink.passed(this.#tellOf(this.#time), this.#queueIds!.takeMessage(place));
  }

  goesOn(start: number, end: number): boolean {
    return queuedAs(this.#buf, start, end) !== null;
  }

  queueSeconds(start: number, end: number): number {
    return (this.#record.read(this.#buf, start, end) ? this.#record.queueSeconds(this.#buf) : null) ?? Number.NaN;
  }

  /** Hands a line on that says anything else. */
  other(start: number, body: number, end: number, known: number, nameStart: number, nameEnd: number): boolean {
    const program = known < 0 ? postfixProgram(this.#buf, nameStart, nameEnd) : PROGRAMS[known];
    if (program === undefined) return false;
    this.#start = start;
    const facts = this.#facts;
    facts.host = this.#hostName;
    facts.instance = this.#instance;
    facts.offset = this.#blockOffset + start;
    facts.line = this.#linesBefore + this.lines + 1;
    return this.#others.readBody(this.#buf, body, end, program, this.#queueIds!);
  }
}
