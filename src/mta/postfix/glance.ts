import type { Detail } from '../../model/detail.js';
import type { MessageSink } from '../../model/record-sink.js';
import type { Said } from '../../model/said.js';
import {
  BLOCK_LENGTH,
  FORM_LISTS_AT,
  FORMS_AT,
  FORMS_END,
  ID_KINDS_AT,
  MARKS,
  MARKS_AT,
  MESSAGES_AT,
  QUEUE_LENGTH,
  QUEUES,
  QUEUES_AT,
} from './glance/layout.js';
import { GLANCE_CODE } from './glance-code.js';
import { tellingForms } from './information.js';
import { SILENT_PROGRAMS } from './programs.js';
import { ID_KINDS } from './queue-id.js';
import type { Reason, Speaker } from './reason.js';
import { type Refusal, TELLING_HARMLESS } from './refusal.js';

/** What the machine code asks of who uses it; `glance/calls.ts` says what each is for. */
export interface GlanceCalls {
  timeAt(start: number): void;
  isPlainStampAt(start: number): boolean;
  beginId(start: number, end: number): void;
  mayBegin(place: number, start: number): boolean;
  reached(): void;
  passed(place: number): void;
  named(start: number, place: number): void;
  placeFor(start: number, end: number): number;
  notified(start: number, idStart: number, idEnd: number, newStart: number, newEnd: number): void;
  removed(start: number, place: number): void;
  /** @param passedOn 1 where it was. @param seconds not a number where nobody asked for them. */
  accepted(start: number, place: number, key: number, passedOn: number, seconds: number): void;
  /** Not a number where the record does not tell. */
  queueSeconds(start: number, end: number): number;
  kindAtHand(): number;
  countedAfter(kind: number): number;
  refusalKindAtHand(): number;
  tellLife(life: number): void;
  passedNotification(life: number): void;
  /** Texts get new numbers. */
  forget(): void;
  failed(start: number, idStart: number, idEnd: number, program: number): boolean;
  refused(start: number, program: number, idStart: number, idEnd: number): boolean;
  other(start: number, body: number, end: number, program: number, nameStart: number, nameEnd: number): boolean;
  /** The memory is for others from now on. */
  leave(): void;
}

interface GlanceExports {
  readonly memory: { readonly buffer: ArrayBuffer };
  begin(
    withDelays: boolean,
    passUnseen: boolean,
    keepFailures: boolean,
    countRefusals: boolean,
    withSuccesses: boolean,
    withSenders: boolean,
    withEnvelopes: boolean,
  ): void;
  cutKept(line: number): void;
  dropLife(life: number): void;
  keepMessage(queue: number, place: number): number;
  follow(queue: number, stampLength: number, tagLength: number, hostLength: number): void;
  read(start: number, end: number): number;
}

/** What all texts mean that have one number. */
export interface KnownReason {
  readonly reason: Reason;
  readonly loggedStatus: string | null;
  /** Who spoke, where the text names a host that failed; null where that is told by the record. */
  readonly speaker: KnownSpeaker | null;
  /** Whether the name of the recipient may stand in the text. */
  readonly mayNameRecipient: boolean;
  /** By the number of the provider of who spoke; null where it has to be judged each time. */
  readonly said: (Said | undefined)[] | null;
}

/** A host that spoke, or was to speak, and the number of its provider. */
export interface KnownSpeaker extends Speaker {
  readonly provider: number;
}

export interface KnownRefusal {
  readonly refusal: Refusal;
  readonly said: Said;
}

/** Where the ids of one host are kept. */
export interface QueueMemory {
  /** Its address in the memory of a glance. */
  readonly at: number;
  readonly buffer: ArrayBuffer;
}

/** Node has it, unless it runs without a compiler (`--jitless`). */
declare const WebAssembly: {
  readonly Module: new (code: Uint8Array) => object;
  readonly Instance: new (module: object, imports: object) => { readonly exports: object };
};

/** How lines begin that state nothing, in the order of the lists. */
const FORM_LISTS = [
  () => tellingForms('agent'),
  () => tellingForms('smtpd'),
  () => tellingForms('postscreen'),
  () => tellingForms('agent', true),
  () => SILENT_PROGRAMS.map((name) => `${name}[`),
  () => TELLING_HARMLESS,
];

/** Only so many logs are read at a glance at once: each takes up to 22 MiB, and a place among the addresses of the process. */
const MOST = 8;

const WORTH_A_GLANCE = 128 * 1024;

let code: object | null = null;
let made = 0;
const idle: Glance[] = [];

/**
 * The machine code (WebAssembly, from the sources in `glance/`) that reads ordinary lines, and the memory that it shares with who
 * uses it. It needs no time to become fast, as functions of JavaScript do.
 */
export class Glance {
  readonly #exports: GlanceExports;
  readonly #buffer: ArrayBuffer;
  #calls: GlanceCalls | null = null;
  #queues = 0;

  /** What a log has to be read into to be looked at. */
  readonly block: Buffer;
  /** All of the memory. */
  readonly bytes: Buffer;
  readonly view: DataView;
  /** What texts mean, by their numbers: what was said of a recipient or a client, null where that is to be read each time, and who spoke. */
  readonly reasons: (KnownReason | null)[] = [];
  readonly speakers: KnownSpeaker[] = [];
  readonly refusals: (KnownRefusal | null)[] = [];

  private constructor() {
    code ??= new WebAssembly.Module(Buffer.from(GLANCE_CODE, 'base64'));
    const calls = {
      timeAt: (start: number) => this.#calls!.timeAt(start),
      isPlainStampAt: (start: number) => this.#calls!.isPlainStampAt(start),
      beginId: (start: number, end: number) => this.#calls!.beginId(start, end),
      mayBegin: (place: number, start: number) => this.#calls!.mayBegin(place, start),
      reached: () => this.#calls!.reached(),
      passed: (place: number) => this.#calls!.passed(place),
      named: (start: number, place: number) => this.#calls!.named(start, place),
      placeFor: (start: number, end: number) => this.#calls!.placeFor(start, end),
      notified: (start: number, idStart: number, idEnd: number, newStart: number, newEnd: number) =>
        this.#calls!.notified(start, idStart, idEnd, newStart, newEnd),
      removed: (start: number, place: number) => this.#calls!.removed(start, place),
      accepted: (start: number, place: number, key: number, passedOn: number, seconds: number) =>
        this.#calls!.accepted(start, place, key, passedOn, seconds),
      queueSeconds: (start: number, end: number) => this.#calls!.queueSeconds(start, end),
      forgetTexts: () => this.#forgetTexts(),
      kindAtHand: () => this.#calls!.kindAtHand(),
      countedAfter: (kind: number) => this.#calls!.countedAfter(kind),
      refusalKindAtHand: () => this.#calls!.refusalKindAtHand(),
      tellLife: (life: number) => this.#calls!.tellLife(life),
      passedNotification: (life: number) => this.#calls!.passedNotification(life),
      failed: (start: number, idStart: number, idEnd: number, program: number) =>
        this.#calls!.failed(start, idStart, idEnd, program),
      refused: (start: number, program: number, idStart: number, idEnd: number) =>
        this.#calls!.refused(start, program, idStart, idEnd),
      other: (start: number, body: number, end: number, program: number, nameStart: number, nameEnd: number) =>
        this.#calls!.other(start, body, end, program, nameStart, nameEnd),
    };
    this.#exports = new WebAssembly.Instance(code, { calls }).exports as GlanceExports;
    this.#buffer = this.#exports.memory.buffer;
    this.block = Buffer.from(this.#buffer, 0, BLOCK_LENGTH);
    this.bytes = Buffer.from(this.#buffer);
    this.view = new DataView(this.#buffer);
    new Uint8Array(this.#buffer).set(ID_KINDS, ID_KINDS_AT);
    this.#writeForms();
  }

  /** Puts the beginnings of lines that state nothing where they are compared. */
  #writeForms(): void {
    const { bytes } = this;
    let at = FORMS_AT;
    FORM_LISTS.forEach((telling, list) => {
      const forms = telling();
      for (const first of new Set(forms.map((form) => form.charCodeAt(0)))) {
        this.view.setUint16(FORM_LISTS_AT + (list * 256 + first) * 2, at - FORM_LISTS_AT, true);
        for (const form of forms.filter((other) => other.charCodeAt(0) === first)) {
          bytes[at++] = form.length;
          at += bytes.write(form, at, 'latin1');
        }
        bytes[at++] = 0;
      }
    });
    if (at > FORMS_END) throw new RangeError('no room for the forms of lines that state nothing');
  }

  /**
   * One for a log; null where a log has to be read line by line. It has to be given back.
   * @param bytes how many are to be read, where that is known: it takes some to be worth the start.
   */
  static lend(bytes = Number.POSITIVE_INFINITY): Glance | null {
    if (bytes < WORTH_A_GLANCE) return null;
    const glance = idle.pop();
    if (glance !== undefined) return glance;
    if (made >= MOST) return null;
    made++;
    try {
      return new Glance();
    } catch {
      // There is no WebAssembly, or no room: a memory takes more addresses than it has bytes, and these may be bounded (`ulimit -v`).
      made = MOST;
      return null;
    }
  }

  #forgetTexts(): void {
    this.#calls!.forget();
    this.reasons.length = 0;
    this.speakers.length = 0;
    this.refusals.length = 0;
  }

  /** Nothing more is read of the log: the memory is for others. */
  giveBack(): void {
    this.#calls?.leave();
    this.#calls = null;
    this.#queues = 0;
    idle.push(this);
  }

  /** A log begins. */
  begin(calls: GlanceCalls, { delays, successes, envelopes }: Detail, { countsAll, countsAlike }: MessageSink): void {
    this.#calls = calls;
    // How long recipients waited is not kept with a message that failed.
    const keeps = countsAll && countsAlike && !delays;
    const withSuccesses = successes !== 'none';
    this.#exports.begin(delays, countsAll, keeps, countsAlike, withSuccesses, envelopes !== 'none', envelopes === 'full');
  }

  /** Cuts a record that is kept, by the number of its line: it is at hand then. */
  cutKept(line: number): void {
    this.#exports.cutKept(line);
  }

  /** An ordinary message loses its place. @returns whether it is kept as a life. */
  keepMessage(queue: number, place: number): boolean {
    return this.#exports.keepMessage(queue, place) !== 0;
  }

  /** A life is no longer kept. */
  dropLife(life: number): void {
    this.#exports.dropLife(life);
  }

  /** Memory for the ids of one more host; null where there is no more. Nothing is known in it. */
  queueMemory(): QueueMemory | null {
    if (this.#queues === QUEUES) return null;
    const at = QUEUES_AT + this.#queues++ * QUEUE_LENGTH;
    new Uint8Array(this.#buffer, at, MESSAGES_AT).fill(0);
    new Uint8Array(this.#buffer, at + MARKS_AT, 2 * MARKS).fill(0);
    return { at, buffer: this.#buffer };
  }

  /** The lines to come are of that queue, with stamps, tag and host of these lengths, which stand where they belong. */
  follow(queue: number, stampLength: number, tagLength: number, hostLength: number): void {
    this.#exports.follow(queue, stampLength, tagLength, hostLength);
  }

  /** Takes the lines of the block from `start` on as far as they can be read. @returns where the first starts that cannot. */
  read(start: number, end: number): number {
    return this.#exports.read(start, end);
  }
}
