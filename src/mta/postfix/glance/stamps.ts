// The time stamp that each line begins with.

import { isDigit, isSame, SPACE } from './bytes';
import { isPlainStampAt, timeAt } from './calls';
import {
  HAS_HOUR_AT,
  HAS_TIME_AT,
  HOUR_AT,
  HOUR_STAMP_AT,
  ISO_OFFSET_AT,
  ISO_STAMP_AT,
  KNOWN,
  NOT_ASKED,
  TIME_AT,
} from './layout';
import { COLON } from './queue';

/** `Jun  5 02:37:15` */
const PLAIN: i32 = 15;
/** `Jun  5 02` */
const HOUR_END: i32 = 9;
/** `2026-06-05T14` and `2026-06-05T14:09:36`, and `+02:00` behind them. */
const ISO_HOUR: i32 = 13;
const ISO_SECOND_END: i32 = 19;
const ISO_OFFSET: i32 = 6;
const POINT: i32 = 46;
const CAPITAL_Z: i32 = 90;

let length: i32 = 0;
/** The last stamp in the usual form of RFC 3164, as two numbers that overlap; none at first. */
let isKept: bool = false;
let head: u64 = 0;
let tail: u64 = 0;
/** The name of its month as it is read. */
let hasMonth: bool = false;
let month: u32 = 0;

export function stampLength(): i32 {
  return length;
}

/** The lines to come begin with stamps of this length. */
export function enterStamps(ofLength: i32): void {
  if (length !== PLAIN) isKept = false;
  length = ofLength;
}

/** A log begins of which no line was read. */
export function forgetStamps(): void {
  length = 0;
  isKept = false;
  hasMonth = false;
}

/** The clock may have been told of another year. */
export function forgetTime(): void {
  store<i32>(HAS_TIME_AT, NOT_ASKED);
  store<i32>(HAS_HOUR_AT, 0);
}

/** Whether a stamp of the form of the lines before stands at `at`. */
export function isStamp(at: i32): bool {
  if (length !== PLAIN) return isIsoStamp(at);
  if (isKept && load<u64>(at) === head && load<u64>(at + PLAIN - 8) === tail) return true;
  return isPlainStamp(at);
}

/** All the digits of the usual form of RFC 3164 in their places. */
function isPlainStamp(at: i32): bool {
  if (!hasMonth || load<u32>(at) !== month) {
    if (!isPlainStampAt(at)) return false;
    month = load<u32>(at);
    hasMonth = true;
  }
  const isWhole =
    (load<u8>(at + 4) === SPACE || isDigit(load<u8>(at + 4))) &&
    isDigit(load<u8>(at + 5)) &&
    load<u8>(at + 6) === SPACE &&
    isDigit(load<u8>(at + 7)) &&
    isDigit(load<u8>(at + 8)) &&
    load<u8>(at + 9) === COLON &&
    isDigit(load<u8>(at + 10)) &&
    isDigit(load<u8>(at + 11)) &&
    load<u8>(at + 12) === COLON &&
    isDigit(load<u8>(at + 13)) &&
    isDigit(load<u8>(at + 14)) &&
    load<u8>(at + 15) === SPACE;
  if (!isWhole) return false;
  head = load<u64>(at);
  tail = load<u64>(at + PLAIN - 8);
  isKept = true;
  if (load<i32>(HAS_HOUR_AT) !== 0 && isSame(at, HOUR_STAMP_AT, HOUR_END)) tellTime(at + HOUR_END + 1, 0);
  else store<i32>(HAS_TIME_AT, NOT_ASKED);
  return true;
}

/** The time of a stamp of the hour that is known, by its minute and second from `at` on and its milliseconds. */
function tellTime(at: i32, milliseconds: i32): void {
  const minute = number(at);
  const second = number(at + 3);
  const isTime = minute < 60 && second <= 60;
  if (isTime) store<f64>(TIME_AT, load<f64>(HOUR_AT) + <f64>((minute * 60 + second) * 1000 + milliseconds));
  store<i32>(HAS_TIME_AT, isTime ? KNOWN : NOT_ASKED);
}

function number(at: i32): i32 {
  return <i32>load<u8>(at) * 10 + <i32>load<u8>(at + 1) - 528;
}

/** `2026-06-05T14:09:36[.750604](Z|+02:00)` of the same hour, offset and length as the last that was read otherwise. */
function isIsoStamp(at: i32): bool {
  const end = at + length;
  if (!isSame(at, ISO_STAMP_AT, ISO_HOUR) || load<u8>(at + 13) !== COLON || load<u8>(at + 16) !== COLON) return false;
  if (!isDigit(load<u8>(at + 14)) || !isDigit(load<u8>(at + 15))) return false;
  if (!isDigit(load<u8>(at + 17)) || !isDigit(load<u8>(at + 18))) return false;
  const isUtc = load<u8>(end - 1) === CAPITAL_Z;
  if (!isUtc && !isSame(end - ISO_OFFSET, ISO_OFFSET_AT, ISO_OFFSET)) return false;
  const fractionEnd = isUtc ? end - 1 : end - ISO_OFFSET;
  let p = at + ISO_SECOND_END;
  if (p < fractionEnd && load<u8>(p++) !== POINT) return false;
  let milliseconds = 0;
  for (let scale = 100; p < fractionEnd && isDigit(load<u8>(p)); p++, scale /= 10) milliseconds += (load<u8>(p) - 48) * scale;
  if (load<i32>(HAS_HOUR_AT) !== 0) tellTime(at + ISO_HOUR + 1, milliseconds);
  else store<i32>(HAS_TIME_AT, NOT_ASKED);
  return p === fractionEnd;
}

/** Whether the line that starts at `start` has a time. It is asked for only where it matters, as the clock learns from what it is asked. */
export function hasTime(start: i32): bool {
  if (load<i32>(HAS_TIME_AT) === NOT_ASKED) timeAt(start);
  return load<i32>(HAS_TIME_AT) === KNOWN;
}
