// Messages with recipients who were not taken at once. Where failures like theirs are counted by their texts alone nobody is told of
// them: they are kept until they are over, with the records of their failures in case that more has to be known.

import { copyBytes } from './bytes';
import { passedNotification } from './calls';
import { hashOfId } from './hashes';
import { isCounted } from './kinds';
import {
  BLOCK_OFFSET_AT,
  BOUNCED_COLUMN,
  COLUMN_AT,
  COUNT_COLUMN_AT,
  COUNT_DOMAIN_HASH_AT,
  COUNT_FIRST_AT,
  COUNT_HASH_AT,
  COUNT_LAST_AT,
  COUNT_LENGTH,
  COUNT_SECONDS_AT,
  COUNT_TIMES_AT,
  COUNTS_AT,
  COUNTS_AT_HAND,
  DELAY_AT,
  DOMAIN_HASH_AT,
  ENDING_AT,
  EXPIRED_COLUMN,
  EXPIRY_COLUMN,
  FAILED,
  FAILED_COLUMN,
  FAILED_SECONDS_AT,
  FAILURE_LENGTH,
  FAILURES_AT,
  FIRST_FAILURE_AT,
  FIRST_RECIPIENT_AT,
  FIRST_RECORD_AT,
  FIRST_TAKEN_AT,
  HASH_AT,
  ID_LENGTH_AT,
  KEPT_LINE_LENGTH,
  KEPT_LINES_AT,
  KEY_AT,
  KIND_AT,
  LAST_DEFERRAL_AT,
  LAST_RECORD_AT,
  LAST_TAKEN_AT,
  LIFE_BEGAN_OFFSET_AT,
  LIFE_BEGAN_TIME_AT,
  LIFE_DOMAIN_HASH_AT,
  LIFE_EXPIRY_AT,
  LIFE_FIRST_RECIPIENT_AT,
  LIFE_HASH_AT,
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
  LINES_AT,
  LINES_BEFORE_AT,
  LIVES_AT,
  LIVES_AT_HAND,
  MOST_COUNTS,
  MOST_FAILURES,
  MOST_KEPT_LINES,
  MOST_LIVES,
  MOST_RECIPIENTS,
  NOT_ENDED,
  OFFSET_AT,
  PASSED_AT,
  PASSED_ON_AT,
  PLACE_BITS,
  PLACE_LENGTH,
  RECIPIENT_HASH_AT,
  RECIPIENT_LENGTH,
  RECIPIENT_OFFSET_AT,
  RECIPIENT_TIME_AT,
  RECIPIENTS_AT,
  RECORD_LINE_AT,
  RECORD_NUMBER_AT,
  RECORD_OFFSET_AT,
  RECORD_PLACE_AT,
  RECORD_PROGRAM_AT,
  RECORD_TIME_AT,
  RECOVERED_COLUMN,
  REJECTED_COLUMN,
  SENDER_OFFSET_AT,
  SENDER_TIME_AT,
  SENT_COLUMN,
  SUSPENDED_COLUMN,
  TAKEN,
  TAKEN_AT,
  TAKEN_OFFSET_AT,
  TAKEN_PASSED_ON_AT,
  TAKEN_TIME_AT,
  TIME_AT,
  TIMES_AT,
} from './layout';
import { forgetPlace, holds, leadingQueueIdEnd, messageOf, note, placeOf, queueAtHand } from './queue';
import { cutRecord } from './record';
import { forgetKinds } from './texts';

/** What a record that is kept has behind it for comparisons. */
const LINE_MARGIN: i32 = 128;

/** How many lives and lines were ever in use, and the first of those that are free again; 0 where there is none. */
let lives: i32 = 0;
let freeLife: i32 = 0;
let lines: i32 = 0;
let freeLine: i32 = 0;

/** A log begins. */
export function forgetLives(): void {
  memory.fill(LIFE_HEADS_AT, 0, 2 * LIFE_HEADS);
  store<i32>(LIVES_AT_HAND, 0);
  store<i32>(COUNTS_AT_HAND, 0);
  forgetKinds();
  lives = 0;
  freeLife = 0;
  lines = 0;
  freeLine = 0;
}

function lifeAt(life: i32): i32 {
  return LIVES_AT + life * LIFE_LENGTH;
}

function headOf(hash: i32): i32 {
  return LIFE_HEADS_AT + 2 * (hash >>> (32 - PLACE_BITS));
}

/** The life of the queue at hand under an id; 0 where none is kept. */
export function lifeOf(start: i32, end: i32): i32 {
  return load<i32>(LIVES_AT_HAND) === 0 ? 0 : lifeWith(start, end - start, hashOfId(start, end - start));
}

/** The same by the hash of the id. */
export function lifeWith(start: i32, length: i32, hash: i32): i32 {
  for (let life: i32 = load<u16>(headOf(hash)); life !== 0; ) {
    const at = lifeAt(life);
    if (load<i32>(at + LIFE_QUEUE_AT) === queueAtHand() && holds(at, start, length, hash)) return at;
    life = load<u16>(at + LIFE_NEXT_AT);
  }
  return 0;
}

/** The same of the id that a line names first. */
export function lifeNamed(start: i32, filled: i32): i32 {
  if (load<i32>(LIVES_AT_HAND) === 0) return 0;
  const end = leadingQueueIdEnd(start, filled);
  return end < 0 ? 0 : lifeOf(start, end);
}

/** Behind the id of a life and `: `, in a line that names it at `start`. */
export function behindId(life: i32, start: i32): i32 {
  return start + <i32>load<u8>(life + ID_LENGTH_AT) + 2;
}

/** A life of its own for the id in a place, which is free then; 0 where there is no room. */
function newLife(place: i32): i32 {
  let life = freeLife;
  if (life !== 0) freeLife = load<u16>(lifeAt(life) + LIFE_NEXT_AT);
  else if (lives < MOST_LIVES) life = ++lives;
  else return 0;
  store<i32>(LIVES_AT_HAND, load<i32>(LIVES_AT_HAND) + 1);
  const at = lifeAt(life);
  copyBytes(at, placeOf(place), PLACE_LENGTH);
  forgetPlace(place);
  const head = headOf(load<i32>(at + HASH_AT));
  store<u16>(at + LIFE_NEXT_AT, load<u16>(head));
  store<u16>(head, life);
  store<i32>(at + LIFE_QUEUE_AT, queueAtHand());
  store<u8>(at + LIFE_RECIPIENTS_AT, 0);
  store<u8>(at + LIFE_IS_EXPIRED_AT, 0);
  store<u8>(at + LIFE_IS_NOTIFICATION_AT, 0);
  return at;
}

/** An ordinary message becomes a life. @returns 0 where there is no room. */
export function keepLife(place: i32): i32 {
  const at = newLife(place);
  if (at === 0) return 0;
  const message = messageOf(place);
  const time = load<f64>(message + SENDER_TIME_AT);
  const offset = load<i32>(message + SENDER_OFFSET_AT);
  begin(at, time, offset);
  store<f64>(at + LIFE_SENDER_TIME_AT, time);
  store<i32>(at + LIFE_SENDER_OFFSET_AT, offset);
  let from = message + FIRST_RECIPIENT_AT;
  for (let left = load<i32>(message + RECIPIENTS_AT); left > 0; left--, from += RECIPIENT_LENGTH) {
    const taken = addRecipient(at, load<f64>(from + KEY_AT));
    take(taken, load<f64>(from + RECIPIENT_TIME_AT), load<i32>(from + RECIPIENT_OFFSET_AT), load<i32>(from + PASSED_ON_AT) !== 0);
    reach(at, load<f64>(from + RECIPIENT_TIME_AT), load<i32>(from + RECIPIENT_OFFSET_AT));
  }
  return at;
}

/** The id in a place, which began here, is named as that of a notification, at the time at hand. @returns false where there is no room. */
export function keepNotification(place: i32): bool {
  const at = newLife(place);
  if (at === 0) return false;
  begin(at, load<f64>(TIME_AT), load<i32>(OFFSET_AT));
  store<u8>(at + LIFE_IS_NOTIFICATION_AT, 1);
  store<f64>(at + LIFE_SENDER_TIME_AT, NaN);
  return goOn(at);
}

function begin(life: i32, time: f64, offset: i32): void {
  store<f64>(life + LIFE_BEGAN_TIME_AT, time);
  store<i32>(life + LIFE_BEGAN_OFFSET_AT, offset);
  reach(life, time, offset);
}

/** A line of a life was read. */
function reach(life: i32, time: f64, offset: i32): void {
  store<f64>(life + LIFE_LAST_TIME_AT, time);
  store<i32>(life + LIFE_LAST_OFFSET_AT, offset);
}

/** Whether the line at hand comes behind those that were read of a life: a log may go back in time. */
function isBehind(life: i32): bool {
  return load<f64>(TIME_AT) >= load<f64>(life + LIFE_LAST_TIME_AT);
}

/** A line of a life says nothing new. @returns false where it has to be told of. */
function goOn(life: i32): bool {
  if (!isBehind(life)) return false;
  reach(life, load<f64>(TIME_AT), load<i32>(OFFSET_AT));
  note();
  return true;
}

/** The queue manager names the sender of a message that is a life, once more or first. @returns false where it has to be told of. */
export function nameSender(life: i32): bool {
  if (!isBehind(life)) return false;
  if (F64.isNaN(load<f64>(life + LIFE_SENDER_TIME_AT))) {
    store<f64>(life + LIFE_SENDER_TIME_AT, load<f64>(TIME_AT));
    store<i32>(life + LIFE_SENDER_OFFSET_AT, load<i32>(OFFSET_AT));
  }
  return goOn(life);
}

function recipientsOf(life: i32): i32 {
  return load<u8>(life + LIFE_RECIPIENTS_AT);
}

function recipientAt(life: i32, index: i32): i32 {
  return life + LIFE_FIRST_RECIPIENT_AT + index * LIFE_RECIPIENT_LENGTH;
}

/** The recipient of a life with that key; 0 where it has none. */
function recipientOf(life: i32, key: f64): i32 {
  const recipients = recipientsOf(life);
  for (let i = 0; i < recipients; i++) if (load<f64>(recipientAt(life, i) + LIFE_KEY_AT) === key) return recipientAt(life, i);
  return 0;
}

function hasRoom(life: i32): bool {
  return recipientsOf(life) < MOST_RECIPIENTS;
}

function addRecipient(life: i32, key: f64): i32 {
  const recipients = recipientsOf(life);
  const at = recipientAt(life, recipients);
  store<u8>(life + LIFE_RECIPIENTS_AT, recipients + 1);
  store<f64>(at + LIFE_KEY_AT, key);
  store<u8>(at + ENDING_AT, NOT_ENDED);
  store<u8>(at + FAILURES_AT, 0);
  return at;
}

function take(recipient: i32, time: f64, offset: i32, passedOn: bool): void {
  store<u8>(recipient + ENDING_AT, TAKEN);
  store<f64>(recipient + TAKEN_TIME_AT, time);
  store<i32>(recipient + TAKEN_OFFSET_AT, offset);
  store<u8>(recipient + TAKEN_PASSED_ON_AT, passedOn ? 1 : 0);
}

/** Whether more may become of the recipients of a life, with the line at hand. Without a sender it is no message yet. */
function isOpen(life: i32): bool {
  if (F64.isNaN(load<f64>(life + LIFE_SENDER_TIME_AT))) return false;
  return isBehind(life) && load<u8>(life + LIFE_IS_EXPIRED_AT) === 0;
}

/** A recipient of a life was taken, at the time at hand. @returns false where it has to be told of. */
export function takeRecipient(life: i32, key: f64, passedOn: bool): bool {
  if (!isOpen(life)) return false;
  let recipient = recipientOf(life, key);
  if (recipient === 0 ? !hasRoom(life) : load<u8>(recipient + ENDING_AT) !== NOT_ENDED) return false;
  if (recipient === 0) recipient = addRecipient(life, key);
  take(recipient, load<f64>(TIME_AT), load<i32>(OFFSET_AT), passedOn);
  return goOn(life);
}

function lineAt(line: i32): i32 {
  return KEPT_LINES_AT + line * KEPT_LINE_LENGTH;
}

/** Room for a record; 0 where there is none. */
function newLine(): i32 {
  const line = freeLine;
  if (line === 0) return lines < MOST_KEPT_LINES ? ++lines : 0;
  freeLine = load<u16>(lineAt(line));
  return line;
}

function freeLineOf(record: i32): void {
  const line: i32 = load<u16>(record + RECORD_LINE_AT);
  store<u16>(lineAt(line), freeLine);
  freeLine = line;
}

function failureAt(recipient: i32, index: i32): i32 {
  return recipient + FIRST_FAILURE_AT + index * FAILURE_LENGTH;
}

/** The failures of a recipient that are of a kind; 0 where there is none. */
function failuresOf(recipient: i32, kind: i32): i32 {
  const failures: i32 = load<u8>(recipient + FAILURES_AT);
  for (let i = 0; i < failures; i++)
    if (<i32>load<u16>(failureAt(recipient, i) + KIND_AT) === kind) return failureAt(recipient, i);
  return 0;
}

/**
 * A recipient of a life failed, at the time at hand, with the record between `start` and `end` in the line at `lineStart`.
 * @param kind stands for what was said. @returns false where it has to be told of.
 */
export function failRecipient(
  life: i32,
  key: f64,
  kind: i32,
  column: i32,
  program: i32,
  lineStart: i32,
  start: i32,
  end: i32,
): bool {
  if (!isOpen(life) || end + 1 - start > KEPT_LINE_LENGTH - LINE_MARGIN) return false;
  let recipient = recipientOf(life, key);
  if (recipient === 0 ? !hasRoom(life) : load<u8>(recipient + ENDING_AT) !== NOT_ENDED) return false;
  let failures = recipient === 0 ? 0 : failuresOf(recipient, kind);
  if (failures === 0 && recipient !== 0 && load<u8>(recipient + FAILURES_AT) === MOST_FAILURES) return false;
  // The last record takes the place of that before, but not of the first.
  const isSecond = failures !== 0 && load<i32>(failures + TIMES_AT) === 1;
  const line: i32 = failures === 0 || isSecond ? newLine() : load<u16>(failures + LAST_RECORD_AT + RECORD_LINE_AT);
  if (line === 0) return false;
  if (recipient === 0) recipient = addRecipient(life, key);
  store<f64>(recipient + LIFE_HASH_AT, load<f64>(RECIPIENT_HASH_AT));
  store<f64>(recipient + LIFE_DOMAIN_HASH_AT, load<f64>(DOMAIN_HASH_AT));
  if (failures === 0) {
    const index: i32 = load<u8>(recipient + FAILURES_AT);
    store<u8>(recipient + FAILURES_AT, index + 1);
    failures = failureAt(recipient, index);
    store<u16>(failures + KIND_AT, kind);
    store<u8>(failures + COLUMN_AT, column);
    store<i32>(failures + TIMES_AT, 0);
    keepRecord(failures + FIRST_RECORD_AT, line, program, lineStart);
  }
  store<i32>(failures + TIMES_AT, load<i32>(failures + TIMES_AT) + 1);
  keepRecord(failures + LAST_RECORD_AT, line, program, lineStart);
  copyBytes(lineAt(line), start, end + 1 - start);
  store<f64>(recipient + FAILED_SECONDS_AT, load<f64>(DELAY_AT));
  if (column === FAILED_COLUMN) store<u8>(recipient + ENDING_AT, FAILED);
  else store<u8>(recipient + LAST_DEFERRAL_AT, (failures - failureAt(recipient, 0)) / FAILURE_LENGTH);
  return goOn(life);
}

function keepRecord(record: i32, line: i32, program: i32, lineStart: i32): void {
  store<f64>(record + RECORD_TIME_AT, load<f64>(TIME_AT));
  store<f64>(record + RECORD_PLACE_AT, load<f64>(BLOCK_OFFSET_AT) + <f64>lineStart);
  store<i32>(record + RECORD_OFFSET_AT, load<i32>(OFFSET_AT));
  store<i32>(record + RECORD_NUMBER_AT, load<i32>(LINES_BEFORE_AT) + load<i32>(LINES_AT) + 1);
  store<u16>(record + RECORD_LINE_AT, line);
  store<u16>(record + RECORD_PROGRAM_AT, program);
}

/** The queue lifetime of a message ended, with the line at hand. @returns false where it has to be told of. */
export function expire(life: i32, lineStart: i32): bool {
  if (!isOpen(life)) return false;
  let waiting = 0;
  for (let i = 0; i < recipientsOf(life); i++) {
    if (load<u8>(recipientAt(life, i) + ENDING_AT) !== NOT_ENDED) continue;
    // When the message came in is told by how long it was in the queue.
    if (F64.isNaN(load<f64>(recipientAt(life, i) + FAILED_SECONDS_AT))) return false;
    waiting++;
  }
  if (waiting === 0) return false;
  store<u8>(life + LIFE_IS_EXPIRED_AT, 1);
  keepRecord(life + LIFE_EXPIRY_AT, 0, 0, lineStart);
  return goOn(life);
}

/** A message that is a life is over. Whoever named its id was told of it before. @returns false where it has to be told of now. */
export function passLife(life: i32): bool {
  const recipients = recipientsOf(life);
  const isExpired = load<u8>(life + LIFE_IS_EXPIRED_AT) !== 0;
  if (load<i32>(COUNTS_AT_HAND) + recipients * (MOST_FAILURES + 1) >= MOST_COUNTS) return false;
  if (load<u8>(life + LIFE_IS_NOTIFICATION_AT) !== 0) {
    for (let i = 0; i < recipients; i++) countRecords(recipientAt(life, i));
    if (isExpired) count(life + LIFE_EXPIRY_AT, life + LIFE_EXPIRY_AT, 0, EXPIRY_COLUMN, 1, 0);
    passedNotification(life);
    dropLife(life);
    return true;
  }
  for (let i = 0; i < recipients; i++) if (load<u8>(recipientAt(life, i) + ENDING_AT) === NOT_ENDED && !isExpired) return false;
  for (let i = 0; i < recipients; i++) if (!areCounted(recipientAt(life, i))) return false;
  for (let i = 0; i < recipients; i++) countRecipient(life, recipientAt(life, i));
  if (isExpired) count(life + LIFE_EXPIRY_AT, life + LIFE_EXPIRY_AT, 0, EXPIRY_COLUMN, 1, 0);
  store<i32>(PASSED_AT, load<i32>(PASSED_AT) + 1);
  dropLife(life);
  note();
  return true;
}

/** Whether failures like those of a recipient were counted, and none of his came before them. */
function areCounted(recipient: i32): bool {
  const failures: i32 = load<u8>(recipient + FAILURES_AT);
  for (let i = 0; i < failures; i++) {
    const at = failureAt(recipient, i);
    if (!isCounted(load<u16>(at + KIND_AT), load<f64>(at + FIRST_RECORD_AT + RECORD_TIME_AT))) return false;
  }
  return true;
}

function countRecipient(life: i32, recipient: i32): void {
  const failures: i32 = load<u8>(recipient + FAILURES_AT);
  for (let i = 0; i < failures; i++) {
    const at = failureAt(recipient, i);
    count(
      at + FIRST_RECORD_AT,
      at + LAST_RECORD_AT,
      load<u16>(at + KIND_AT),
      load<u8>(at + COLUMN_AT),
      load<i32>(at + TIMES_AT),
      recipient,
    );
  }
  const ending: i32 = load<u8>(recipient + ENDING_AT);
  if (ending === FAILED) return;
  const deferrals = failureAt(recipient, load<u8>(recipient + LAST_DEFERRAL_AT));
  if (ending === NOT_ENDED) {
    countExpiry(life, recipient, deferrals);
    return;
  }
  const time = load<f64>(recipient + TAKEN_TIME_AT);
  const taken = load<i32>(TAKEN_AT);
  store<f64>(FIRST_TAKEN_AT, taken === 0 ? time : min(time, load<f64>(FIRST_TAKEN_AT)));
  store<f64>(LAST_TAKEN_AT, taken === 0 ? time : max(time, load<f64>(LAST_TAKEN_AT)));
  store<i32>(TAKEN_AT, taken + 1);
  if (failures === 0) return;
  count(deferrals + FIRST_RECORD_AT, deferrals + LAST_RECORD_AT, load<u16>(deferrals + KIND_AT), RECOVERED_COLUMN, 1, recipient);
}

/** Of a recipient of a notification nothing is counted but the lines. */
function countRecords(recipient: i32): void {
  const failures: i32 = load<u8>(recipient + FAILURES_AT);
  for (let i = 0; i < failures; i++) {
    const at = failureAt(recipient, i);
    const column: i32 = load<u8>(at + COLUMN_AT) === FAILED_COLUMN ? BOUNCED_COLUMN : SUSPENDED_COLUMN;
    count(at + FIRST_RECORD_AT, at + LAST_RECORD_AT, 0, column, load<i32>(at + TIMES_AT), 0);
  }
  if (load<u8>(recipient + ENDING_AT) !== TAKEN) return;
  const time = load<f64>(recipient + TAKEN_TIME_AT);
  put(0, SENT_COLUMN, 1, time, time, 0, 0, NaN);
}

/** A recipient was still deferred at the end of the queue lifetime. */
function countExpiry(life: i32, recipient: i32, deferrals: i32): void {
  const expiry = life + LIFE_EXPIRY_AT;
  // To the millisecond, as times are told.
  const milliseconds = load<f64>(recipient + FAILED_SECONDS_AT) * 1000;
  const whole = floor(milliseconds);
  const arrival = load<f64>(deferrals + LAST_RECORD_AT + RECORD_TIME_AT) - (milliseconds - whole >= 0.5 ? whole + 1 : whole);
  store<f64>(recipient + FAILED_SECONDS_AT, (load<f64>(expiry + RECORD_TIME_AT) - arrival) / 1000);
  count(expiry, expiry, load<u16>(deferrals + KIND_AT), EXPIRED_COLUMN, 1, recipient);
}

/** Counts what stands between two records. @param recipient whose it is; 0 where it is nobody's. */
function count(first: i32, last: i32, kind: i32, column: i32, times: i32, recipient: i32): void {
  const firstTime = load<f64>(first + RECORD_TIME_AT);
  const lastTime = load<f64>(last + RECORD_TIME_AT);
  if (recipient === 0) put(kind, column, times, firstTime, lastTime, 0, 0, NaN);
  else {
    const hash = load<f64>(recipient + LIFE_HASH_AT);
    const domainHash = load<f64>(recipient + LIFE_DOMAIN_HASH_AT);
    put(kind, column, times, firstTime, lastTime, hash, domainHash, load<f64>(recipient + FAILED_SECONDS_AT));
  }
}

function put(kind: i32, column: i32, times: i32, first: f64, last: f64, hash: f64, domainHash: f64, seconds: f64): void {
  const counts = load<i32>(COUNTS_AT_HAND);
  const at = COUNTS_AT + counts * COUNT_LENGTH;
  store<u16>(at + KIND_AT, kind);
  store<u8>(at + COUNT_COLUMN_AT, column);
  store<i32>(at + COUNT_TIMES_AT, times);
  store<f64>(at + COUNT_FIRST_AT, first);
  store<f64>(at + COUNT_LAST_AT, last);
  store<f64>(at + COUNT_HASH_AT, hash);
  store<f64>(at + COUNT_DOMAIN_HASH_AT, domainHash);
  store<f64>(at + COUNT_SECONDS_AT, seconds);
  store<i32>(COUNTS_AT_HAND, counts + 1);
}

/** A client was refused, at the time at hand. @returns false where there is no room. */
export function countRefusal(kind: i32): bool {
  if (load<i32>(COUNTS_AT_HAND) === MOST_COUNTS) return false;
  const time = load<f64>(TIME_AT);
  put(kind, REJECTED_COLUMN, 1, time, time, load<f64>(RECIPIENT_HASH_AT), load<f64>(DOMAIN_HASH_AT), NaN);
  return true;
}

/** A life is no longer kept; its memory is for others. */
export function dropLife(life: i32): void {
  const number = (life - LIVES_AT) / LIFE_LENGTH;
  let link = headOf(load<i32>(life + HASH_AT));
  while (<i32>load<u16>(link) !== number) link = lifeAt(load<u16>(link)) + LIFE_NEXT_AT;
  store<u16>(link, load<u16>(life + LIFE_NEXT_AT));
  store<u16>(life + LIFE_NEXT_AT, freeLife);
  freeLife = number;
  store<i32>(LIVES_AT_HAND, load<i32>(LIVES_AT_HAND) - 1);
  const recipients = recipientsOf(life);
  for (let i = 0; i < recipients; i++) {
    const recipient = recipientAt(life, i);
    const failures: i32 = load<u8>(recipient + FAILURES_AT);
    for (let j = 0; j < failures; j++) {
      const at = failureAt(recipient, j);
      freeLineOf(at + FIRST_RECORD_AT);
      if (load<i32>(at + TIMES_AT) > 1) freeLineOf(at + LAST_RECORD_AT);
    }
  }
}

/** Cuts a record that is kept, as it was cut in its line: its texts are known. */
export function cutKept(line: i32): void {
  cutRecord(lineAt(line), lineAt(line) + KEPT_LINE_LENGTH, LINE_MARGIN);
}
