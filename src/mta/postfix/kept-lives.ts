import type { LineFacts, PassedNotification, RecordSink } from '../../model/record-sink.js';
import { ascii } from '../bytes.js';
import {
  ENDING_AT,
  FAILURE_LENGTH,
  FAILURES_AT,
  FIRST_FAILURE_AT,
  FIRST_RECORD_AT,
  HASH_AT,
  ID_LENGTH_AT,
  LAST_RECORD_AT,
  LIFE_BEGAN_OFFSET_AT,
  LIFE_BEGAN_TIME_AT,
  LIFE_EXPIRY_AT,
  LIFE_FIRST_RECIPIENT_AT,
  LIFE_HEADS,
  LIFE_HEADS_AT,
  LIFE_IS_EXPIRED_AT,
  LIFE_IS_NOTIFICATION_AT,
  LIFE_KEY_AT,
  LIFE_LAST_OFFSET_AT,
  LIFE_LAST_TIME_AT,
  LIFE_LENGTH,
  LIFE_NEXT_AT,
  LIFE_QUEUE_AT,
  LIFE_RECIPIENT_LENGTH,
  LIFE_RECIPIENTS_AT,
  LIFE_SENDER_OFFSET_AT,
  LIFE_SENDER_TIME_AT,
  LIVES_AT,
  LIVES_AT_HAND,
  PLACE_BITS,
  RECORD_LINE_AT,
  RECORD_NUMBER_AT,
  RECORD_OFFSET_AT,
  RECORD_PLACE_AT,
  RECORD_PROGRAM_AT,
  RECORD_TIME_AT,
  TAKEN,
  TAKEN_OFFSET_AT,
  TAKEN_PASSED_ON_AT,
  TAKEN_TIME_AT,
  TIMES_AT,
} from './glance/layout.js';
import type { Glance } from './glance.js';
import { INTERNAL, REMOTE_CLIENT } from './origin.js';

/** Tells of records that are kept. */
interface TellRecords {
  /** Of the one that was cut. @param line where it stands. @param program the number of the program that wrote it. */
  failure(line: LineFacts, queueId: string, recipientKey: number, program: number): void;
  expiry(line: LineFacts, queueId: string): void;
}

/** The lives that a glance keeps: messages with recipients who were not taken at once. */
export class KeptLives {
  readonly #glance: Glance;
  readonly #view: DataView;

  constructor(glance: Glance) {
    this.#glance = glance;
    this.#view = glance.view;
  }

  /** The life under an id of a queue; 0 where none is kept. @param queue the address of its memory. @param hash that of the id. */
  find(queue: number, view: DataView, start: number, length: number, hash: number): number {
    if (this.#view.getInt32(LIVES_AT_HAND, true) === 0) return 0;
    const head = LIFE_HEADS_AT + 2 * (hash >>> (32 - PLACE_BITS));
    for (let life = this.#first(head); life !== 0; life = this.#first(life + LIFE_NEXT_AT))
      if (this.#queueOf(life) === queue && this.#holds(life, view, start, length, hash)) return life;
    return 0;
  }

  /** An ordinary message loses its place. @returns whether it is kept as a life. */
  keep(queue: number, place: number): boolean {
    return this.#glance.keepMessage(queue, place);
  }

  #first(link: number): number {
    const number = this.#view.getUint16(link, true);
    return number === 0 ? 0 : LIVES_AT + number * LIFE_LENGTH;
  }

  #holds(life: number, view: DataView, start: number, length: number, hash: number): boolean {
    const mine = this.#view;
    if (mine.getInt32(life + HASH_AT, true) !== hash || mine.getUint8(life + ID_LENGTH_AT) !== length) return false;
    for (let i = 0; i < length; i++) if (mine.getUint8(life + i) !== view.getUint8(start + i)) return false;
    return true;
  }

  /** The lives of a queue. */
  of(queue: number): readonly number[] {
    const lives: number[] = [];
    if (this.#view.getInt32(LIVES_AT_HAND, true) === 0) return lives;
    for (let i = 0; i < LIFE_HEADS; i++)
      for (let life = this.#first(LIFE_HEADS_AT + 2 * i); life !== 0; life = this.#first(life + LIFE_NEXT_AT))
        if (this.#queueOf(life) === queue) lives.push(life);
    return lives;
  }

  #queueOf(life: number): number {
    return this.#view.getInt32(life + LIFE_QUEUE_AT, true);
  }

  /**
   * Tells a sink what is known of a life as if its lines stood here, and keeps it no longer.
   * @param line the host and the instance of the lines.
   */
  tell(life: number, sink: RecordSink, line: LineFacts, tell: TellRecords): void {
    const view = this.#view;
    const queueId = this.#idOf(life);
    const isNotification = view.getUint8(life + LIFE_IS_NOTIFICATION_AT) === 1;
    const began = { ...line, time: this.#time(life + LIFE_BEGAN_TIME_AT, life + LIFE_BEGAN_OFFSET_AT) };
    sink.begin(began, queueId, isNotification ? INTERNAL : REMOTE_CLIENT);
    // Nothing is stated of the message that it is about.
    if (isNotification) sink.notification(began, '', queueId);
    const sender = this.#time(life + LIFE_SENDER_TIME_AT, life + LIFE_SENDER_OFFSET_AT);
    const isSent = !Number.isNaN(sender.ms);
    if (isSent) sink.sender({ ...line, time: sender }, queueId, null);
    for (let i = 0; i < view.getUint8(life + LIFE_RECIPIENTS_AT); i++) {
      const recipient = life + LIFE_FIRST_RECIPIENT_AT + i * LIFE_RECIPIENT_LENGTH;
      const recipientKey = view.getFloat64(recipient + LIFE_KEY_AT, true);
      for (const record of this.#records(recipient)) {
        this.#glance.cutKept(view.getUint16(record + RECORD_LINE_AT, true));
        tell.failure(this.#facts(record, line), queueId, recipientKey, view.getUint16(record + RECORD_PROGRAM_AT, true));
      }
      if (view.getUint8(recipient + ENDING_AT) !== TAKEN) continue;
      sink.accepted(
        { ...line, time: this.#time(recipient + TAKEN_TIME_AT, recipient + TAKEN_OFFSET_AT) },
        {
          queueId,
          recipientKey,
          continuesAs: null,
          passedOn: view.getUint8(recipient + TAKEN_PASSED_ON_AT) === 1,
          expanded: false,
          queueSeconds: null,
          evidence: null,
        },
      );
    }
    if (view.getUint8(life + LIFE_IS_EXPIRED_AT) === 1) tell.expiry(this.#facts(life + LIFE_EXPIRY_AT, line), queueId);
    // Lines that said nothing new may have come behind.
    if (isSent) sink.sender({ ...line, time: this.#time(life + LIFE_LAST_TIME_AT, life + LIFE_LAST_OFFSET_AT) }, queueId, null);
    this.#glance.dropLife(life);
  }

  #idOf(life: number): string {
    return ascii(this.#glance.bytes, life, life + this.#view.getUint8(life + ID_LENGTH_AT));
  }

  /** What there is to know of a life that is a notification and is over. */
  notification(life: number): PassedNotification {
    const senderMs = this.#view.getFloat64(life + LIFE_SENDER_TIME_AT, true);
    return {
      queueId: this.#idOf(life),
      beganMs: this.#view.getFloat64(life + LIFE_BEGAN_TIME_AT, true),
      senderMs: Number.isNaN(senderMs) ? null : senderMs,
    };
  }

  /** Where a record stands in the log. */
  #facts(record: number, line: LineFacts): LineFacts {
    return {
      ...line,
      time: this.#time(record + RECORD_TIME_AT, record + RECORD_OFFSET_AT),
      offset: this.#view.getFloat64(record + RECORD_PLACE_AT, true),
      line: this.#view.getInt32(record + RECORD_NUMBER_AT, true),
    };
  }

  #time(ms: number, offset: number) {
    return { ms: this.#view.getFloat64(ms, true), offset: this.#view.getInt32(offset, true) };
  }

  /** The records of a recipient's failures in the order of the log; of alike ones between the first and the last the first again. */
  #records(recipient: number): readonly number[] {
    const records: number[] = [];
    for (let i = 0; i < this.#view.getUint8(recipient + FAILURES_AT); i++) {
      const failures = recipient + FIRST_FAILURE_AT + i * FAILURE_LENGTH;
      const times = this.#view.getInt32(failures + TIMES_AT, true);
      for (let time = 1; time < times; time++) records.push(failures + FIRST_RECORD_AT);
      records.push(failures + LAST_RECORD_AT);
    }
    const number = (record: number) => this.#view.getInt32(record + RECORD_NUMBER_AT, true);
    return records.sort((a, b) => number(a) - number(b));
  }
}
