// The queue ids of a host, and what is known of the messages that they name.

import { SPACE } from './bytes';
import { hashOfId } from './hashes';
import {
  BEGUN,
  BEGUN_HERE,
  FIRST_RECIPIENT_AT,
  FIRST_TAKEN_AT,
  HAS_TEXT_AT,
  HASH_AT,
  ID_KINDS_AT,
  ID_LENGTH_AT,
  IS_NOTED_AT,
  IS_OWNED_AT,
  IS_STARTED_AT,
  KEY_AT,
  KNOWN_ID_BITS,
  KNOWN_IDS_AT,
  LAST_AT,
  LAST_TAKEN_AT,
  LATEST_TIME_AT,
  LONGEST_ID,
  MARKS,
  MARKS_AT,
  MESSAGE_LENGTH,
  MESSAGES_AT,
  MOST_RECIPIENTS,
  MOST_SECONDS,
  NOTED_TIME_AT,
  OFFSET_AT,
  ORDINARY,
  PASSED_AT,
  PASSED_ON_AT,
  PLACE_BITS,
  PLACE_LENGTH,
  PLACES_AT,
  PROPER_AT,
  QUEUE_SECONDS_AT,
  RECIPIENT_LENGTH,
  RECIPIENT_OFFSET_AT,
  RECIPIENT_TIME_AT,
  RECIPIENTS_AT,
  SECONDS_AT,
  SENDER_OFFSET_AT,
  SENDER_TIME_AT,
  STATE_AT,
  TAKEN_AT,
  TIME_AT,
  UNKNOWN,
  WAITED_AT,
} from './layout';

export const COLON: i32 = 58;

let queue: i32 = 0;

/** The queue that the lines at hand belong to. */
export function enterQueue(at: i32): void {
  queue = at;
}

export function queueAtHand(): i32 {
  return queue;
}

export function placeOf(place: i32): i32 {
  return queue + PLACES_AT + place * PLACE_LENGTH;
}

export function messageOf(place: i32): i32 {
  return queue + MESSAGES_AT + place * MESSAGE_LENGTH;
}

/** The id in a place is kept elsewhere. None begins with a NUL; its length is that of others. */
export function forgetPlace(place: i32): void {
  store<u8>(placeOf(place), 0);
  store<u8>(placeOf(place) + STATE_AT, UNKNOWN);
}

/** Whether how an id began is known already, in its place; it is that which was asked for last then. */
export function hasBegun(place: i32): bool {
  if (load<u8>(placeOf(place) + STATE_AT) === UNKNOWN) return false;
  store<i32>(queue + LAST_AT, place);
  return true;
}

/**
 * An id begins, with a client elsewhere or with its message-id.
 * @returns false where its place is that of another, or something is known of it: that has to be seen to first.
 */
export function beginPlainly(start: i32, end: i32, hash: i32, how: i32): bool {
  const length = end - start;
  const place = hash >>> (32 - PLACE_BITS);
  const at = placeOf(place);
  if (load<u8>(at + STATE_AT) !== UNKNOWN) return false;
  const mark = queue + MARKS_AT + (hash & (MARKS - 1));
  if ((load<u8>(mark) | load<u8>(mark + MARKS)) !== 0) return false;
  // Its text may be kept where the id was here before.
  if (!holds(at, start, length, hash)) {
    for (let i = 0; i < length - 4; i += 4) store<i32>(at + i, load<i32>(start + i));
    store<i32>(at + length - 4, load<i32>(end - 4));
    store<u8>(at + ID_LENGTH_AT, length);
    store<u8>(at + PROPER_AT, 1);
    store<u8>(at + HAS_TEXT_AT, 0);
    store<i32>(at + HASH_AT, hash);
  }
  store<u8>(at + STATE_AT, how);
  store<i32>(queue + LAST_AT, place);
  return true;
}

/** The place of an id, where an ordinary message with another id stands there; -1 otherwise. */
export function ordinaryPlaceOfOther(start: i32, end: i32, hash: i32): i32 {
  const place = hash >>> (32 - PLACE_BITS);
  return isOrdinary(place) && !holds(placeOf(place), start, end - start, hash) ? place : -1;
}

/** Whether an id stands in a place. */
export function holds(at: i32, start: i32, length: i32, hash: i32): bool {
  if (load<i32>(at + HASH_AT) !== hash || load<u8>(at + ID_LENGTH_AT) !== length) return false;
  const last = length - 4;
  for (let i = 0; i < last; i += 4) if (load<i32>(start + i) !== load<i32>(at + i)) return false;
  return load<i32>(start + last) === load<i32>(at + last);
}

/** The length of the id that was asked for last, which most others share. */
export function usualLength(): i32 {
  return load<u8>(placeOf(load<i32>(queue + LAST_AT)) + ID_LENGTH_AT);
}

/** The place of an id of the usual length that stands at `start`, with `: ` behind it; -1 when it has none. */
export function placeAt(start: i32): i32 {
  const length = usualLength();
  if (length === 0 || load<u8>(start + length) !== COLON || load<u8>(start + length + 1) !== SPACE) return -1;
  return placeOfId(start, start + length);
}

/** The place of an id; -1 when it has none. */
export function placeOfId(start: i32, end: i32): i32 {
  const length = end - start;
  const hash = hashOfId(start, length);
  const place = hash >>> (32 - PLACE_BITS);
  const at = placeOf(place);
  return load<u8>(at + PROPER_AT) === 1 && holds(at, start, length, hash) ? place : -1;
}

/** Whether an id began, with nothing to keep of its client, and is no message yet. */
export function isBegun(place: i32): bool {
  return load<u8>(placeOf(place) + STATE_AT) === BEGUN;
}

/** Whether only the message-id of an id was named. */
export function isBegunHere(place: i32): bool {
  return load<u8>(placeOf(place) + STATE_AT) === BEGUN_HERE;
}

export function isOrdinary(place: i32): bool {
  return load<u8>(placeOf(place) + STATE_AT) === ORDINARY;
}

/** An id that began becomes a message, at the time at hand. */
export function becomesOrdinary(place: i32): void {
  store<u8>(placeOf(place) + STATE_AT, ORDINARY);
  const message = messageOf(place);
  store<f64>(message + SENDER_TIME_AT, load<f64>(TIME_AT));
  store<i32>(message + SENDER_OFFSET_AT, load<i32>(OFFSET_AT));
  store<i32>(message + RECIPIENTS_AT, 0);
}

/** Whether the queue is that of the instance at hand, and of no other. */
export function isOwned(): bool {
  return load<i32>(queue + IS_OWNED_AT) !== 0;
}

/** Whether a message that begins in a place, and has begun in no other way, need not be told of before it is over. */
export function mayBeginUnseen(place: i32): bool {
  return load<i32>(queue + IS_STARTED_AT) !== 0 && isOwned() && !isKnown(place);
}

/** Whether anything may be known elsewhere of the id in a place. */
function isKnown(place: i32): bool {
  const hash = load<i32>(placeOf(place) + HASH_AT);
  const word = load<i32>(queue + KNOWN_IDS_AT + (hash >>> (37 - KNOWN_ID_BITS)) * 4);
  return ((word >>> ((hash >>> (32 - KNOWN_ID_BITS)) & 31)) & 1) !== 0;
}

/** A line was read, of the time at hand, of which nobody is told. */
export function note(): void {
  const time = load<f64>(TIME_AT);
  const isFirst = load<i32>(IS_NOTED_AT) === 0;
  store<f64>(LATEST_TIME_AT, isFirst ? time : max(time, load<f64>(LATEST_TIME_AT)));
  store<f64>(NOTED_TIME_AT, time);
  store<i32>(IS_NOTED_AT, 1);
}

/** An ordinary message is over. @returns false where it has to be told of. */
export function passUnseen(place: i32): bool {
  const message = messageOf(place);
  const recipients = load<i32>(message + RECIPIENTS_AT);
  let waited = load<i32>(WAITED_AT);
  if (isKnown(place) || waited + recipients > MOST_SECONDS) return false;
  const taken = load<i32>(TAKEN_AT);
  let first = taken === 0 ? Infinity : load<f64>(FIRST_TAKEN_AT);
  let last = taken === 0 ? -Infinity : load<f64>(LAST_TAKEN_AT);
  let at = message + FIRST_RECIPIENT_AT;
  for (let i = 0; i < recipients; i++, at += RECIPIENT_LENGTH) {
    const time = load<f64>(at + RECIPIENT_TIME_AT);
    first = min(first, time);
    last = max(last, time);
    const seconds = load<f64>(at + QUEUE_SECONDS_AT);
    if (!F64.isNaN(seconds)) store<f64>(SECONDS_AT + 8 * waited++, seconds);
  }
  store<f64>(FIRST_TAKEN_AT, first);
  store<f64>(LAST_TAKEN_AT, last);
  store<i32>(WAITED_AT, waited);
  store<i32>(TAKEN_AT, taken + recipients);
  store<i32>(PASSED_AT, load<i32>(PASSED_AT) + 1);
  store<u8>(placeOf(place) + STATE_AT, UNKNOWN);
  note();
  return true;
}

/** A recipient of an ordinary message was taken, at the time at hand. @returns false where it cannot be kept as one. */
export function accept(place: i32, key: f64, passedOn: bool, seconds: f64): bool {
  const message = messageOf(place);
  const recipients = load<i32>(message + RECIPIENTS_AT);
  if (recipients === MOST_RECIPIENTS) return false;
  let at = message + FIRST_RECIPIENT_AT;
  for (let i = 0; i < recipients; i++, at += RECIPIENT_LENGTH) if (load<f64>(at + KEY_AT) === key) return false;
  store<f64>(at + KEY_AT, key);
  store<f64>(at + RECIPIENT_TIME_AT, load<f64>(TIME_AT));
  store<i32>(at + RECIPIENT_OFFSET_AT, load<i32>(OFFSET_AT));
  store<i32>(at + PASSED_ON_AT, passedOn ? 1 : 0);
  store<f64>(at + QUEUE_SECONDS_AT, seconds);
  store<i32>(message + RECIPIENTS_AT, recipients + 1);
  return true;
}

const SHORT: i32 = 1;
const LONG: i32 = 2;
const SHORTEST_SHORT: i32 = 6;
const SHORTEST_TIME: i32 = 10;
const LOWER_Z: i32 = 122;

/** As `leadingQueueIdEnd` of the rest. */
export function leadingQueueIdEnd(start: i32, end: i32): i32 {
  const p = queueIdEnd(start, end);
  return p >= 0 && p + 1 < end && load<u8>(p) === COLON && load<u8>(p + 1) === SPACE ? p : -1;
}

/** As `queueIdEnd` of the rest, up to the length that is kept. */
export function queueIdEnd(start: i32, end: i32): i32 {
  const limit = min(end, start + LONGEST_ID);
  let kind = SHORT | LONG;
  let separator = -1;
  let p = start;
  for (; p < limit; p++) {
    const c: i32 = load<u8>(p);
    const kinds: i32 = load<u8>(ID_KINDS_AT + c);
    const next = kind & kinds;
    if (next === 0) {
      if (kinds !== 0) return -1;
      break;
    }
    kind = next;
    if (c === LOWER_Z) separator = p;
  }
  const length = p - start;
  const isShort = (kind & SHORT) !== 0 && length >= SHORTEST_SHORT;
  return isShort || ((kind & LONG) !== 0 && separator - start >= SHORTEST_TIME && separator < p - 1) ? p : -1;
}
