import type { Timestamp } from '../../model/evidence.js';
import type { LineFacts, MessageSink } from '../../model/record-sink.js';
import { hashBytes, KeptBytes, startsWith, viewOf } from '../bytes.js';
import type { LogClock } from '../log-clock.js';
import { PLAIN_STAMP, type SyslogPrefix } from '../syslog-prefix.js';
import { DeliveryRecord, FORWARDED_AS, isLocalRelay, isLoopbackAt, queuedAs, STATUS_MARK, statusMark } from './delivery.js';
import { ORIGINAL_ID, REMOTE_CLIENT } from './origin.js';
import { type Program, postfixProgram } from './programs.js';
import { leadingQueueIdEnd } from './queue-id.js';
import type { QueueIds } from './queue-ids.js';

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const OPEN_PAREN = 40;
const CLOSE_PAREN = 41;
const COMMA = 44;
const POINT = 46;
const SLASH = 47;
const COLON = 58;
const EQUALS = 61;
const GREATER = 62;
const OPEN = 91;
const BACKSLASH = 92;
const CLOSE = 93;
const CAPITAL_Z = 90;
const LOWER_D = 100;
const LOWER_L = 108;
const LOWER_M = 109;

/** Four letters as the number that they are read as. */
const word = (letters: string): number => Buffer.from(letters, 'latin1').readInt32LE(0);

const SMTP = word('smtp');
const LMTP = word('lmtp');
const PIPE = word('pipe');
const LOCA = word('loca');
const VIRT = word('virt');
const TUAL = word('tual');
const QMGR = word('qmgr');
const CLEA = word('clea');
const ANUP = word('anup');
const CONN = word('conn');
const ECT = word('ect ');
const FROM = word('from');
const DISC = word('disc');
const ONNE = word('onne');
const CT_F = word('ct f');
const ROM = word('rom ');
const CLIE = word('clie');
const ENT = word('ent=');
const MESS = word('mess');
const AGE = word('age-');
const ID = word('-id=');
const REMO = word('remo');
const OVED = word('oved');
const TO = word('to=<');
const RELA = word('rela');
const SENT = word('sent');

/** `2026-06-05T14` and `2026-06-05T14:09:36`, and `+02:00` behind them. */
const ISO_HOUR = 13;
const ISO_SECOND_END = 19;
const OFFSET = 6;

/** Behind host and tag no line that is read here has fewer bytes left of its block, so that none of the comparisons leaves it. */
const MARGIN = 128;
/** A line is looked at here up to this length. */
const LONGEST = 4096;

/** A program by its name, which is known. */
const named = (name: string): Program => postfixProgram(Buffer.from(name, 'latin1'), 0, name.length)!;

const SMTP_CLIENT = named('smtp');
const LMTP_CLIENT = named('lmtp');
const PIPE_AGENT = named('pipe');
const LOCAL_AGENT = named('local');
const VIRTUAL_AGENT = named('virtual');
const QUEUE_MANAGER = named('qmgr');
const CLEANUP = named('cleanup');
const SERVER = named('smtpd');

/** What is said of the line at hand. */
export type LineAtHand = { -readonly [Name in keyof LineFacts]: LineFacts[Name] };

/** Reads what a program of the host says, where that is anything else. */
export interface OtherLines {
  /** @returns whether it was understood: otherwise nothing is known of the line yet. */
  readBody(buf: Buffer, body: number, end: number, program: Program, queueIds: QueueIds): boolean;
}

const isDigit = (c: number): boolean => c >= 48 && c <= 57;

/**
 * Reads the lines that begin like those before them: the same host and instance, a stamp of the same form. Those of ordinary mail,
 * which most logs consist of, are read at a glance: mail from elsewhere of which every recipient is taken at the first attempt,
 * clients that come and go, other programs. Nothing is told of such a message until it is over. What else a program of the host
 * says is handed on; the first line that begins in another way, or is not understood, is left to the reader of all lines, which says
 * the same of all these lines, only later.
 */
export class OrdinaryLines {
  readonly #prefix: SyslogPrefix;
  readonly #clock: LogClock;
  readonly #sink: MessageSink;
  readonly #others: OtherLines;
  readonly #delays: boolean;
  readonly #record = new DeliveryRecord();
  #queueIds: QueueIds | null = null;
  /** What stands behind the stamp in the lines that are read here: ` host instance/`, and ` host ` alone. */
  readonly #tag = new KeptBytes(256);
  readonly #host = new KeptBytes(256);
  #tagLength = 0;
  #hostLength = 0;
  #source = -1;
  #stampLength = 0;
  /** The last stamp, of RFC 3339 its date and hour, and the time that it means; null until that is asked for. */
  readonly #stamp = new KeptBytes(PLAIN_STAMP);
  /** What a stamp of RFC 3339 ends with: the offset. */
  readonly #offset = new KeptBytes(OFFSET);
  #time: Timestamp | null = null;
  /** The name of its month as it is read; at first like none. */
  #month = Number.NaN;
  readonly #facts: LineAtHand;
  #hostName = '';
  #instance = '';
  /** Where the block begins in the input, and how many lines stand before it. */
  #blockOffset = 0;
  #linesBefore = 0;
  /** Where the line begins that was handed on. */
  #start = 0;

  /** How many lines were read by the last call, and how many of them are Postfix's. */
  lines = 0;
  known = 0;

  /**
   * @param facts is made to tell of the line at hand before anything is told of it; its time is left to who reads the line.
   * @param delays whether it is wanted how long recipients waited.
   */
  constructor(
    prefix: SyslogPrefix,
    clock: LogClock,
    sink: MessageSink,
    { others, facts, delays }: { readonly others: OtherLines; readonly facts: LineAtHand; readonly delays: boolean },
  ) {
    this.#others = others;
    this.#facts = facts;
    this.#delays = delays;
    this.#prefix = prefix;
    this.#clock = clock;
    this.#sink = sink;
  }

  /** A line was read that may be followed by others of its host and instance. */
  follow(buf: Buffer, start: number, queueIds: QueueIds): void {
    const { source, stampLength } = this.#prefix;
    if (source === this.#source || stampLength === 0) return;
    const { tagLength, hostLength } = this.#prefix;
    if (tagLength === 0) return;
    const view = viewOf(buf);
    const at = start + stampLength;
    if (stampLength !== PLAIN_STAMP) {
      this.#stamp.keep(view, start, start + ISO_HOUR);
      this.#offset.keep(view, at - OFFSET, at);
    } else if (this.#stampLength !== PLAIN_STAMP) this.#stamp.forget();
    this.#stampLength = stampLength;
    this.#time = null;
    this.#source = this.#tag.keep(view, at, at + tagLength) ? source : -1;
    this.#host.keep(view, at, at + hostLength);
    this.#tagLength = tagLength;
    this.#hostLength = hostLength;
    this.#queueIds = queueIds;
    this.#hostName = this.#prefix.host;
    this.#instance = this.#prefix.instance;
  }

  /**
   * Takes the lines from `start` on as far as they can be read here.
   * @param offset of `start` in the input. @param linesBefore how many lines stand before it.
   * @returns where the first starts that cannot.
   */
  read(buf: Buffer, start: number, filled: number, offset: number, linesBefore: number): number {
    this.#blockOffset = offset - start;
    this.#linesBefore = linesBefore;
    // Between two calls the clock may have been told of another year.
    this.#time = null;
    this.lines = 0;
    this.known = 0;
    const queueIds = this.#queueIds;
    if (queueIds === null || this.#source < 0) return start;
    const view = viewOf(buf);
    let at = start;
    const margin = MARGIN + this.#stampLength + this.#tagLength;
    while (filled - at > margin) {
      const end = this.#line(buf, view, at, filled, queueIds);
      if (end < 0) break;
      this.lines++;
      at = end + 1;
    }
    return at;
  }

  /** @returns where the line ends, or -1 where it is to be read by others. */
  #line(buf: Buffer, view: DataView, start: number, filled: number, queueIds: QueueIds): number {
    const stampLength = this.#stampLength;
    if (stampLength !== PLAIN_STAMP) {
      if (!this.#enterIsoStamp(buf, view, start, stampLength)) return -1;
    } else if (!this.#stamp.standAt(view, start) && !this.#enterStamp(buf, view, start)) return -1;
    const tag = start + stampLength;
    if (!this.#tag.standAt(view, tag)) return this.#foreign(buf, view, tag, filled);
    const name = tag + this.#tagLength;
    let program: Program | undefined;
    let p = name + 4;
    switch (view.getInt32(name, true)) {
      case SMTP:
        program = SMTP_CLIENT;
        if (buf[p] === LOWER_D) {
          program = SERVER;
          p++;
        }
        break;
      case QMGR:
        program = QUEUE_MANAGER;
        break;
      case CLEA:
        if (view.getInt32(p - 1, true) !== ANUP) return -1;
        program = CLEANUP;
        p += 3;
        break;
      case LMTP:
        program = LMTP_CLIENT;
        break;
      case VIRT:
        if (view.getInt32(p - 1, true) !== TUAL) return -1;
        program = VIRTUAL_AGENT;
        p += 3;
        break;
      case PIPE:
        program = PIPE_AGENT;
        break;
      case LOCA:
        program = LOCAL_AGENT;
        p++;
        break;
    }
    if (program === undefined || buf[p] !== OPEN || (program === LOCAL_AGENT && buf[p - 1] !== LOWER_L)) {
      p = nameEnd(buf, name, filled);
      program = p < 0 ? undefined : postfixProgram(buf, nameStart(buf, p), p);
      if (program === undefined) return -1;
    }
    p++;
    while (isDigit(buf[p]!)) p++;
    if (buf[p] !== CLOSE || buf[p + 1] !== COLON || buf[p + 2] !== SPACE) return -1;
    const body = p + 3;
    if (filled - body < MARGIN) return -1;
    // By the program itself: to compare its role, a text, takes longer.
    let end = -1;
    if (program === SERVER) end = this.#server(buf, view, body, filled, queueIds);
    else if (program === QUEUE_MANAGER) end = this.#queueManager(buf, view, start, body, filled, queueIds);
    else if (program === CLEANUP) end = this.#cleanup(buf, view, body, filled, queueIds);
    else if (program === SMTP_CLIENT || program === LMTP_CLIENT)
      end = this.#delivery(buf, view, start, body, filled, queueIds, true);
    else if (program === VIRTUAL_AGENT || program === LOCAL_AGENT || program === PIPE_AGENT)
      end = this.#delivery(buf, view, start, body, filled, queueIds, false);
    if (end < 0) end = this.#other(buf, start, body, filled, program, queueIds);
    if (end >= 0) this.known++;
    return end;
  }

  /** The time of the line that was handed on: to be asked for where it matters, and only there, as the clock learns from what it is asked. */
  time(buf: Buffer): Timestamp | null {
    return this.#timeOf(buf, this.#start);
  }

  /** Hands a line on that says anything else. */
  #other(buf: Buffer, start: number, body: number, filled: number, program: Program, queueIds: QueueIds): number {
    // Repeats of the line before, and what Solaris writes in front of a text.
    if (buf[body] === LOWER_M || buf[body] === OPEN) return -1;
    const end = lineEnd(buf, body, filled);
    if (end < 0) return -1;
    this.#start = start;
    const facts = this.#facts;
    facts.host = this.#hostName;
    facts.instance = this.#instance;
    facts.offset = this.#blockOffset + start;
    facts.line = this.#linesBefore + this.lines + 1;
    return this.#others.readBody(buf, body, end, program, queueIds) ? end : -1;
  }

  /** What is told next is of a line of the host and instance at hand. */
  #tellOf(time: Timestamp): void {
    const facts = this.#facts;
    facts.time = time;
    facts.host = this.#hostName;
    facts.instance = this.#instance;
  }

  /** A stamp in the usual form of RFC 3164, all its digits in their places. */
  #enterStamp(buf: Buffer, view: DataView, at: number): boolean {
    if (view.getInt32(at, true) !== this.#month) {
      if (!this.#prefix.isPlainStampAt(buf, at)) return false;
      this.#month = view.getInt32(at, true);
    }
    const isStamp =
      (buf[at + 4] === SPACE || isDigit(buf[at + 4]!)) &&
      isDigit(buf[at + 5]!) &&
      buf[at + 6] === SPACE &&
      isDigit(buf[at + 7]!) &&
      isDigit(buf[at + 8]!) &&
      buf[at + 9] === COLON &&
      isDigit(buf[at + 10]!) &&
      isDigit(buf[at + 11]!) &&
      buf[at + 12] === COLON &&
      isDigit(buf[at + 13]!) &&
      isDigit(buf[at + 14]!) &&
      buf[at + 15] === SPACE;
    if (!isStamp) return false;
    this.#stamp.keep(view, at, at + PLAIN_STAMP);
    this.#time = null;
    return true;
  }

  /** `2026-06-05T14:09:36[.750604](Z|+02:00)` of the same hour, offset and length as the last that was read otherwise. */
  #enterIsoStamp(buf: Buffer, view: DataView, at: number, length: number): boolean {
    const end = at + length;
    if (!this.#stamp.standAt(view, at) || buf[at + 13] !== COLON || buf[at + 16] !== COLON) return false;
    if (!isDigit(buf[at + 14]!) || !isDigit(buf[at + 15]!) || !isDigit(buf[at + 17]!) || !isDigit(buf[at + 18]!)) return false;
    const isUtc = buf[end - 1] === CAPITAL_Z;
    if (!isUtc && !this.#offset.standAt(view, end - OFFSET)) return false;
    const fractionEnd = isUtc ? end - 1 : end - OFFSET;
    let p = at + ISO_SECOND_END;
    if (p < fractionEnd && buf[p++] !== POINT) return false;
    while (p < fractionEnd && isDigit(buf[p]!)) p++;
    this.#time = null;
    return p === fractionEnd;
  }

  /** The time of a line that matters. */
  #timeOf(buf: Buffer, start: number): Timestamp | null {
    this.#time ??= this.#prefix.timeAt(buf, start, this.#stampLength, this.#clock);
    return this.#time;
  }

  /** A line of another program on the same host: its tag has no slash. */
  #foreign(buf: Buffer, view: DataView, tag: number, filled: number): number {
    if (!this.#host.standAt(view, tag)) return -1;
    const name = tag + this.#hostLength;
    let p = name;
    for (; p < filled; p++) {
      const c = buf[p]!;
      if (c > COLON && c !== OPEN) continue;
      if (c === SLASH || c === NEWLINE) return -1;
      if (c === OPEN || c === COLON || c === SPACE) break;
    }
    if (p === name) return -1;
    if (buf[p] === OPEN) {
      while (p < filled && buf[p] !== CLOSE && buf[p] !== NEWLINE) p++;
      if (buf[p] !== CLOSE) return -1;
      p++;
    }
    return p < filled && buf[p] === COLON ? lineEnd(buf, p, filled) : -1;
  }

  /** `connect from …`, `disconnect from …`, `ID: client=…` */
  #server(buf: Buffer, view: DataView, body: number, filled: number, queueIds: QueueIds): number {
    switch (view.getInt32(body, true)) {
      case CONN:
        return view.getInt32(body + 4, true) === ECT && view.getInt32(body + 8, true) === FROM && buf[body + 12] === SPACE
          ? lineEnd(buf, body + 13, filled)
          : -1;
      case DISC:
        return view.getInt32(body + 4, true) === ONNE &&
          view.getInt32(body + 8, true) === CT_F &&
          view.getInt32(body + 12, true) === ROM
          ? lineEnd(buf, body + 16, filled)
          : -1;
    }
    const idEnd = leadingQueueIdEnd(buf, body, filled);
    const client = idEnd + 9;
    if (idEnd < 0 || view.getInt32(idEnd + 2, true) !== CLIE || view.getInt32(idEnd + 5, true) !== ENT) return -1;
    const end = lineEnd(buf, client, filled);
    if (end < 0 || !isPlainClient(buf, client, end)) return -1;
    queueIds.begin(buf, body, idEnd, REMOTE_CLIENT, true);
    return end;
  }

  /** `ID: message-id=…` behind the line of the client. */
  #cleanup(buf: Buffer, view: DataView, body: number, filled: number, queueIds: QueueIds): number {
    const place = queueIds.placeAt(buf, view, body);
    if (place < 0 || !queueIds.isBegun(place)) return -1;
    const at = body + queueIds.usualLength + 2;
    return view.getInt32(at, true) === MESS && view.getInt32(at + 4, true) === AGE && view.getInt32(at + 7, true) === ID
      ? lineEnd(buf, at + 11, filled)
      : -1;
  }

  /** `ID: from=… (queue active)`, `ID: removed` */
  #queueManager(buf: Buffer, view: DataView, start: number, body: number, filled: number, queueIds: QueueIds): number {
    const place = queueIds.placeAt(buf, view, body);
    if (place < 0) return -1;
    const at = body + queueIds.usualLength + 2;
    if (queueIds.isOrdinary(place)) {
      const end = at + 7;
      if (view.getInt32(at, true) !== REMO || view.getInt32(at + 3, true) !== OVED || buf[end] !== NEWLINE) return -1;
      const time = this.#timeOf(buf, start);
      if (time === null) return -1;
      this.#tellOf(time);
      this.#sink.passed(this.#facts, queueIds.takeMessage(place));
      return end;
    }
    if (!queueIds.isBegun(place) || view.getInt32(at, true) !== FROM || buf[at + 4] !== EQUALS) return -1;
    const end = lineEnd(buf, at + 5, filled);
    if (end < 0 || buf[end - 1] !== CLOSE_PAREN || !queueIds.isOwnedBy(this.#instance)) return -1;
    const time = this.#timeOf(buf, start);
    if (time === null) return -1;
    this.#tellOf(time);
    if (this.#sink.awaits(this.#facts) && this.#sink.awaits(this.#facts, queueIds.idAt(place))) return -1;
    this.#sink.reached(this.#facts);
    queueIds.becomesOrdinary(place, time);
    return end;
  }

  /** `ID: to=<R>, [orig_to=<O>, ]relay=…, status=sent (…)`, where the mail does not go on under another id of this host. */
  #delivery(
    buf: Buffer,
    view: DataView,
    start: number,
    body: number,
    filled: number,
    queueIds: QueueIds,
    speaksSmtp: boolean,
  ): number {
    const place = queueIds.placeAt(buf, view, body);
    if (place < 0 || !queueIds.isOrdinary(place)) return -1;
    const at = body + queueIds.usualLength + 2;
    if (view.getInt32(at, true) !== TO) return -1;
    const recipient = at + 4;
    const recipientEnd = plainAddressEnd(buf, recipient, filled);
    if (recipientEnd < 0 || view.getInt32(recipientEnd + 3, true) !== RELA || buf[recipientEnd + 8] !== EQUALS) return -1;
    const relay = recipientEnd + 9;
    const end = lineEnd(buf, relay, filled);
    if (end < 0) return -1;
    const mark = statusMark(buf, relay, end);
    const status = mark + STATUS_MARK.length;
    if (
      mark < 0 ||
      end - status < 6 ||
      view.getInt32(status, true) !== SENT ||
      buf[status + 4] !== SPACE ||
      buf[status + 5] !== OPEN_PAREN
    )
      return -1;
    const reason = status + 6;
    if (startsWith(buf, reason, end, FORWARDED_AS)) return -1;
    if (isLocalRelay(buf, relay, mark) && queuedAs(buf, reason, buf[end - 1] === CLOSE_PAREN ? end - 1 : end) !== null) return -1;
    const time = this.#timeOf(buf, start);
    if (time === null) return -1;
    let queueSeconds: number | null = null;
    if (this.#delays && this.#record.read(buf, at + 3, end)) queueSeconds = this.#record.queueSeconds(buf);
    const recipientKey = hashBytes(buf, recipient, recipientEnd, 0);
    if (!queueIds.accept(place, recipientKey, time, speaksSmtp, queueSeconds)) return -1;
    this.#tellOf(time);
    this.#sink.reached(this.#facts);
    return end;
  }
}

/** Where the name of a program ends, with `[` behind it; -1 where it does not. */
function nameEnd(buf: Buffer, start: number, filled: number): number {
  for (let p = start; p < filled; p++) {
    const c = buf[p]!;
    if (c > COLON && c !== OPEN) continue;
    if (c === OPEN) return p > start ? p : -1;
    if (c === COLON || c === SPACE || c === NEWLINE) return -1;
  }
  return -1;
}

/** Where it begins: behind the last slash of the tag. */
function nameStart(buf: Buffer, end: number): number {
  let p = end;
  while (buf[p - 1] !== SLASH) p--;
  return p;
}

/** Where a line ends that has no carriage return; -1 where that is not in sight. */
function lineEnd(buf: Buffer, from: number, filled: number): number {
  const end = buf.indexOf(NEWLINE, from);
  return end < 0 || end >= filled || end - from > LONGEST || buf[end - 1] === CARRIAGE_RETURN ? -1 : end;
}

/** Whether a client is another host, and its message no rest of one that this host had before. */
function isPlainClient(buf: Buffer, start: number, end: number): boolean {
  let p = start;
  while (p < end && buf[p] !== OPEN) p++;
  if (isLoopbackAt(buf, p + 1, end)) return false;
  // Behind most addresses the line ends, and no id has room.
  if (end - p < ORIGINAL_ID.length) return true;
  while (p < end && buf[p] !== CLOSE) p++;
  for (; p < end; p++) if (buf[p] === COMMA && startsWith(buf, p + 2, end, ORIGINAL_ID)) return false;
  return true;
}

/** The end of an address without quotes, with `>, ` behind it; -1 where there is none. */
function plainAddressEnd(buf: Buffer, start: number, filled: number): number {
  for (let p = start; p < filled - MARGIN; p++) {
    const c = buf[p]!;
    if (c > GREATER && c !== BACKSLASH) continue;
    if (c === QUOTE || c === BACKSLASH || c === NEWLINE) return -1;
    if (c === GREATER && buf[p + 1] === COMMA && buf[p + 2] === SPACE) return p;
  }
  return -1;
}
