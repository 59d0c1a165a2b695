import type { Detail } from '../../model/detail.js';
import type { Timestamp } from '../../model/evidence.js';
import { MARK_WORDS } from '../../model/id-hash.js';
import type { LineFacts, MessageSink } from '../../model/record-sink.js';
import { ascii } from '../bytes.js';
import type { LogClock } from '../log-clock.js';
import { PLAIN_STAMP, type SyslogPrefix } from '../syslog-prefix.js';
import { DeliveryRecord } from './delivery.js';
import { FailureRecord } from './failure-record.js';
import {
  BLOCK_OFFSET_AT,
  FOR_THIS_RECORD,
  HAS_HOUR_AT,
  HAS_TIME_AT,
  HOST_AT,
  HOUR_AT,
  HOUR_STAMP_AT,
  IS_NOTED_AT,
  ISO_OFFSET_AT,
  ISO_STAMP_AT,
  KNOWN,
  KNOWN_AT,
  KNOWN_IDS_AT,
  LATEST_TIME_AT,
  LINES_AT,
  LINES_BEFORE_AT,
  LONGEST_TAG,
  NONE,
  NOT_ASKED,
  NOTED_TIME_AT,
  OFFSET_AT,
  TAG_AT,
  TIME_AT,
  UNLESS_NAMED,
} from './glance/layout.js';
import type { Glance, GlanceCalls } from './glance.js';
import { KeptLives } from './kept-lives.js';
import { REMOTE_CLIENT } from './origin.js';
import { PassedUnseen } from './passed-unseen.js';
import { PROGRAMS_AT_A_GLANCE as PROGRAMS, type Program, postfixProgram } from './programs.js';
import type { QueueIds } from './queue-ids.js';
import { recordDraft, tellRefusal } from './record-draft.js';
import { RefusalRecord } from './refusal-record.js';

/** `2026-06-05T14` and, behind minute and second, `+02:00`. */
const ISO_HOUR = 13;
const ISO_OFFSET = 6;
/** `Jun  5 02` */
const PLAIN_HOUR = 9;
/** Shorter ones are not compared. */
const SHORTEST_TAG = 4;

/** What is said of the line at hand. */
export type LineAtHand = { -readonly [Name in keyof LineFacts]: LineFacts[Name] };

/** The line at hand as one of that host and instance. */
export const lineOf = ({ time, offset, line }: LineFacts, host: string, instance: string): LineFacts => {
  return { time, host, instance, offset, line };
};

/** Reads what a program of the host says, where that is anything else. */
export interface OtherLines {
  /** @returns whether it was understood: otherwise nothing is known of the line yet. */
  readBody(buf: Buffer, body: number, end: number, program: Program, queueIds: QueueIds): boolean;
  /** Tells what is known of all messages that are kept as lives. */
  tellKept(): void;
}

interface OrdinaryLinesOptions {
  readonly others: OtherLines;
  /** Made to tell of the line at hand before anything is told of it; its time is left to who reads a line that is handed on. */
  readonly facts: LineAtHand;
  /** The place of the input in reading order. */
  readonly input: number;
  /** No message is ordinary where anything of successes or envelopes is wanted. */
  readonly detail: Detail;
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
  readonly #failure: FailureRecord;
  readonly #refusal: RefusalRecord;
  readonly #passed: PassedUnseen;
  readonly lives: KeptLives;
  readonly #tellRecords = {
    failure: (line: LineFacts, queueId: string, recipientKey: number, program: number) =>
      this.#tellFailure(line, queueId, recipientKey, program),
    expiry: (line: LineFacts, queueId: string) => {
      const evidence = recordDraft('expired', line, this.#input, 0);
      evidence.queueId = queueId;
      this.#sink.expired(line, queueId, null, evidence);
    },
  };
  #queueIds: QueueIds | null = null;
  #source = -1;
  #stampLength = 0;
  #time: Timestamp | null = null;
  readonly #facts: LineAtHand;
  readonly #input: number;
  /** Of a recipient who was taken nothing else is told here. */
  readonly #acceptance = {
    queueId: '',
    recipientKey: 0,
    continuesAs: null,
    expanded: false,
    passedOn: false,
    queueSeconds: null as number | null,
    evidence: null,
  };
  #hostName = '';
  /** The hosts of which the sink keeps its marks in the memory of the glance. */
  readonly #started = new Set<string>();
  #instance = '';
  /** Where the block begins in the input, and how many lines stand before it. */
  #blockOffset = 0;
  #linesBefore = 0;
  /** Where the line begins that was handed on. */
  #start = 0;

  constructor(
    glance: Glance,
    prefix: SyslogPrefix,
    clock: LogClock,
    sink: MessageSink,
    { others, facts, input, detail }: OrdinaryLinesOptions,
  ) {
    this.#glance = glance;
    this.#buf = glance.block;
    this.#view = glance.view;
    this.#failure = new FailureRecord(glance);
    this.#refusal = new RefusalRecord(glance);
    this.#others = others;
    this.#facts = facts;
    this.#input = input;
    this.#prefix = prefix;
    this.#clock = clock;
    this.#sink = sink;
    this.#passed = new PassedUnseen(glance);
    this.lives = new KeptLives(glance);
    glance.begin(this, detail, sink);
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
    queueIds.follow(this.#instance);
  }

  leave(): void {
    for (const host of this.#started) this.#sink.markIn(lineOf(this.#facts, host, ''));
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
    this.#view.setFloat64(BLOCK_OFFSET_AT, this.#blockOffset, true);
    this.#view.setInt32(LINES_BEFORE_AT, linesBefore, true);
    const next = this.#glance.read(start, filled);
    this.#catchUp(null);
    this.#passOn();
    return next;
  }

  /** The sink learns what was counted of which nobody was told. */
  #passOn(): void {
    if (this.#passed.messages > 0 || this.#passed.failures > 0) this.#sink.passedUnseen(this.#passed);
  }

  /**
   * Lines were read of which the sink was not told: it learns how far they came, as far as a line of the time that is given does not
   * tell it.
   */
  #catchUp(time: Timestamp | null): void {
    const view = this.#view;
    if (view.getInt32(IS_NOTED_AT, true) === 0) return;
    view.setInt32(IS_NOTED_AT, 0, true);
    const latest = view.getFloat64(LATEST_TIME_AT, true);
    if (time !== null && time.ms >= latest) return;
    this.#sink.reached(this.#tellOf({ ms: latest, offset: 0 }));
    if (time === null) this.#sink.reached(this.#tellOf({ ms: view.getFloat64(NOTED_TIME_AT, true), offset: 0 }));
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
    return this.#timeAtHand();
  }

  /** The time of the stamp at hand, which was asked for or is known by another of its hour. */
  #timeAtHand(): Timestamp | null {
    const view = this.#view;
    if (view.getInt32(HAS_TIME_AT, true) === KNOWN) {
      const ms = view.getFloat64(TIME_AT, true);
      if (this.#time?.ms !== ms) this.#time = { ms, offset: view.getInt32(OFFSET_AT, true) };
    }
    return this.#time;
  }

  /** Other times of the hour need not be asked for: the clock learns nothing from them. */
  #keepHour(start: number, time: Timestamp | null): void {
    const view = this.#view;
    const isKept = time !== null && this.#clock.isSteady;
    view.setInt32(HAS_HOUR_AT, isKept ? 1 : 0, true);
    if (!isKept) return;
    const isPlain = this.#stampLength === PLAIN_STAMP;
    if (isPlain) this.#keep(this.#buf, HOUR_STAMP_AT, start, PLAIN_HOUR);
    const minute = start + 1 + (isPlain ? PLAIN_HOUR : ISO_HOUR);
    const seconds = this.#number(minute) * 60 + this.#number(minute + 3);
    view.setFloat64(HOUR_AT, Math.floor(time.ms / 1000) * 1000 - seconds * 1000, true);
  }

  /** Two digits of a stamp. */
  #number(at: number): number {
    return this.#buf[at]! * 10 + this.#buf[at + 1]! - 528;
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
    this.#keepHour(start, time);
  }

  isPlainStampAt(start: number): boolean {
    return this.#prefix.isPlainStampAt(this.#buf, start);
  }

  beginId(start: number, end: number): void {
    this.#catchUp(null);
    this.#queueIds!.begin(this.#buf, start, end, REMOTE_CLIENT, true);
  }

  mayBegin(place: number, start: number): boolean {
    const queueIds = this.#queueIds!;
    if (!queueIds.isOwnedBy(this.#instance)) return false;
    const time = this.#timeOf(start);
    if (time === null) return false;
    this.#catchUp(time);
    const facts = this.#tellOf(time);
    if (this.#sink.isNamed(facts, queueIds.named(place))) return false;
    this.#sink.reached(facts);
    if (!this.#started.has(this.#hostName)) this.#startUnseen(queueIds, facts);
    return true;
  }

  /** Messages that begin under other ids than the sink knows need not be told from now on. */
  #startUnseen(queueIds: QueueIds, line: LineFacts): void {
    this.#started.add(this.#hostName);
    this.#sink.markIn(line, new Int32Array(this.#view.buffer, queueIds.address + KNOWN_IDS_AT, MARK_WORDS));
    queueIds.start();
  }

  reached(): void {
    this.#sink.reached(this.#tellOf(this.#timeAtHand()));
  }

  passed(place: number): void {
    const time = this.#timeAtHand();
    this.#catchUp(time);
    this.#sink.passed(this.#tellOf(time), this.#queueIds!.takeMessage(place));
  }

  named(start: number, place: number): void {
    const line = this.#enter(start);
    const queueId = this.#ofPlace(line, place);
    this.#queueIds!.ownedBy(line.instance);
    this.#sink.sender(line, queueId, null);
  }

  placeFor(start: number, end: number): number {
    this.#catchUp(null);
    return this.#queueIds!.placeFor(this.#buf, start, end);
  }

  notified(start: number, idStart: number, idEnd: number, newStart: number, newEnd: number): void {
    const line = this.#enter(start);
    const queueIds = this.#queueIds!;
    const notificationId = queueIds.of(this.#buf, newStart, newEnd);
    this.#tellBegin(line, notificationId);
    // Nothing is stated of the message itself, which goes on as it is.
    this.#sink.notification(line, ascii(this.#buf, idStart, idEnd), notificationId);
  }

  removed(start: number, place: number): void {
    this.#sink.removed(this.#enter(start), this.#queueIds!.ofPlace(place));
  }

  accepted(start: number, place: number, key: number, passedOn: number, seconds: number): void {
    const line = this.#enter(start);
    const acceptance = this.#acceptance;
    acceptance.queueId = this.#ofPlace(line, place);
    acceptance.recipientKey = key;
    acceptance.passedOn = passedOn === 1;
    acceptance.queueSeconds = Number.isNaN(seconds) ? null : seconds;
    this.#sink.accepted(line, acceptance);
  }

  queueSeconds(start: number, end: number): number {
    return (this.#record.read(this.#buf, start, end) ? this.#record.queueSeconds(this.#buf) : null) ?? Number.NaN;
  }

  failed(start: number, idStart: number, idEnd: number, program: number): boolean {
    const record = this.#failure;
    if (!record.isKnown) return false;
    const line = this.#enter(start);
    const queueId = this.#queueIds!.of(this.#buf, idStart, idEnd);
    this.#tellBegin(line, queueId);
    this.#tellFailure(line, queueId, record.recipientKey, program);
    return true;
  }

  /** Tells of the record at hand. */
  #tellFailure(line: LineFacts, queueId: string, recipientKey: number, program: number): void {
    const record = this.#failure;
    const evidence = recordDraft(record.isFinal ? 'failed' : 'delayed', line, this.#input, 0);
    evidence.queueId = queueId;
    evidence.transport = PROGRAMS[program]!.name;
    record.tell(evidence);
    this.#sink.failure(line, evidence, recipientKey, record.said);
  }

  refusalKindAtHand(): number {
    const record = this.#refusal;
    const said = record.isKnown ? record.known.said : undefined;
    const time = this.#timeAtHand();
    if (said === undefined || said.mayNameRecipient || time === null) return -1;
    if (!this.#sink.isCounted(time.ms, this.#input, said)) return -1;
    return this.#sink.countsAll ? this.#passed.kindOf(said) : this.#passed.kindOf(said) | FOR_THIS_RECORD;
  }

  kindAtHand(): number {
    const record = this.#failure;
    const said = record.isKnown ? record.said : undefined;
    if (said === undefined) return -1;
    if (!said.mayNameRecipient) return this.#passed.kindOf(said);
    // Of a recipient whom the text may name it means something else.
    return record.isNamedIn(said.text) ? -1 : this.#passed.kindOf(said) | UNLESS_NAMED;
  }

  countedAfter(kind: number): number {
    return this.#sink.countedAfter(this.#passed.saidOf(kind));
  }

  tellLife(life: number): void {
    this.#catchUp(null);
    this.#queueIds!.tellLife(life);
  }

  passedNotification(life: number): void {
    const time = this.#timeAtHand();
    this.#catchUp(time);
    this.#sink.passedNotification(this.#tellOf(time), this.lives.notification(life));
  }

  /** Tells what is known of a message that is kept as a life. @param line its host and instance. */
  tellKept(life: number, line: LineFacts): void {
    this.#sink.late(line, () => this.lives.tell(life, this.#sink, line, this.#tellRecords));
  }

  forget(): void {
    this.#catchUp(null);
    this.#others.tellKept();
    this.#passOn();
    this.#passed.forget();
  }

  refused(start: number, program: number, idStart: number, idEnd: number): boolean {
    const record = this.#refusal;
    if (!record.isKnown) return false;
    // A refusal does not tell how far the lines of the queue came.
    this.#catchUp(null);
    const line = this.#enter(start);
    const queueId = idEnd > idStart ? this.#queueIds!.of(this.#buf, idStart, idEnd) : null;
    const evidence = recordDraft('rejected', line, this.#input, 0);
    evidence.queueId = queueId;
    evidence.transport = PROGRAMS[program]!.name;
    tellRefusal(evidence, record.refusal);
    this.#sink.refusal(line, evidence, record.known.said);
    return true;
  }

  /** The id in a place; what is known of its beginning is told. */
  #ofPlace(line: LineFacts, place: number): string {
    const queueId = this.#queueIds!.ofPlace(place);
    this.#tellBegin(line, queueId);
    return queueId;
  }

  #tellBegin(line: LineFacts, queueId: string): void {
    const origin = this.#queueIds!.takeOrigin();
    if (origin !== null) this.#sink.begin(line, queueId, origin);
  }

  /** Hands a line on that says anything else. */
  other(start: number, body: number, end: number, known: number, nameStart: number, nameEnd: number): boolean {
    const program = known < 0 ? postfixProgram(this.#buf, nameStart, nameEnd) : PROGRAMS[known];
    if (program === undefined) return false;
    this.#start = start;
    this.#catchUp(null);
    this.#place(start);
    return this.#others.readBody(this.#buf, body, end, program, this.#queueIds!);
  }

  /** Where the line stands that starts at `start`: its time is left to who reads it. */
  #place(start: number): LineAtHand {
    const facts = this.#facts;
    facts.host = this.#hostName;
    facts.instance = this.#instance;
    facts.offset = this.#blockOffset + start;
    facts.line = this.#linesBefore + this.lines + 1;
    return facts;
  }

  /** What is told next is of the line that starts at `start`. */
  #enter(start: number): LineFacts {
    const time = this.#timeOf(start);
    this.#catchUp(time);
    const facts = this.#place(start);
    facts.time = time;
    return facts;
  }
}
