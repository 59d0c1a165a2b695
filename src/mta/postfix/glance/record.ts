// The delivery record of a recipient who was not taken: see `DeliveryRecord`, which reads those in other forms too.

import { COMMA, copyBytes, isDigit, isPrintable, isSame, lineEnd, placeOf, plainAddressEnd, SPACE } from './bytes';
import { CLOSE, ipv6End, OPEN } from './hosts';
import {
  DELAY_AT,
  DIAGNOSTIC_END_AT,
  DIAGNOSTIC_START_AT,
  DRAFT_AT,
  FAIR_COPY_AT,
  IS_AS_IS_AT,
  IS_FINAL_AT,
  IS_HOST_FAILED_AT,
  IS_REPLY_AT,
  IS_SUSPENDED_AT,
  IS_WHOLE_AT,
  ORIGINAL_END_AT,
  ORIGINAL_START_AT,
  REASON_END_AT,
  REASON_START_AT,
  RECIPIENT_END_AT,
  RECIPIENT_START_AT,
  SAID_AT,
  SPEAKER_AT,
  SPEAKER_END_AT,
  SPEAKER_START_AT,
  STATUS_END_AT,
  STATUS_START_AT,
} from './layout';
import { beginFairCopy, copyAsIs, copyWithoutNames, fairCopyLength } from './said';
import { statusMark } from './status';
import { lastText, makeRoom, numberOf } from './texts';
import {
  _EXAMPLE,
  BOUNCED,
  CONNECT,
  CONVERSA,
  DEFERRED,
  DELIVERY,
  ELAY,
  HOST,
  IN_REPLY,
  ITS_EXAM,
  LOOPBACK,
  LOST_CON,
  LY_TO,
  NECTION_,
  NO_IP,
  ON_WITH_,
  ORIG_TO,
  REFUSED_,
  RELA,
  RILY_SUS,
  SAID,
  SPENDED_,
  TEMPORAR,
  TION_WIT,
  TO,
  TO_,
  TO_ME,
  TO_TALK,
} from './words';

const OPEN_PAREN: i32 = 40;
const CLOSE_PAREN: i32 = 41;
const DASH: i32 = 45;
const POINT: i32 = 46;
const AT: i32 = 64;
const EQUALS: i32 = 61;
const LESS: i32 = 60;
const LOWER_D: i32 = 100;

/** Of domains of other lengths it is not told whether they are named. */
const SHORTEST_DOMAIN: i32 = 4;
const LONGEST_DOMAIN: i32 = 255;

/** There is no room for a name. */
const TOO_LONG: i32 = -2;

/** What a fair copy is of. */
const SPEAKER: i32 = 16;
const RECORD: i32 = 32;
const HOST_FAILED: i32 = 64;

/** Longer texts are not freed of the name of a host by the classifier. */
const LONGEST_OF_HOST: i32 = 500;

/** The fair copy of the text of the record at hand, and its length. */
let copy: i32 = 0;
let copied: i32 = 0;

/** Whether the domain of the recipient at hand may stand in the fair copy of the text, or in what stands there for a host or an address. */
export function mayNameRecipient(): bool {
  const start = load<i32>(RECIPIENT_START_AT);
  const end = load<i32>(RECIPIENT_END_AT);
  let domain = end;
  while (domain > start && load<u8>(domain - 1) !== AT) domain--;
  const length = end - domain;
  return length < SHORTEST_DOMAIN || length > LONGEST_DOMAIN || !isDomain(domain, end) || standsIn(domain, length);
}

function isDomain(start: i32, end: i32): bool {
  for (let p = start; p < end; p++) {
    const c: i32 = load<u8>(p);
    if (c !== POINT && c !== DASH && !isDigit(c) && <u32>((c | 32) - 97) >= 26) return false;
  }
  return true;
}

function standsIn(domain: i32, length: i32): bool {
  // A copy is followed by another, or by room for one.
  const text = DRAFT_AT;
  copyBytes(text, copy, copied);
  store<u8>(text + copied, 0);
  store<u64>(text + copied + 1, ITS_EXAM);
  store<u64>(text + copied + 4, _EXAMPLE);
  store<u8>(text + copied + 12, 0);
  store<u64>(text + copied + 13, NO_IP);
  const end = text + copied + 20;
  const first = load<u32>(domain);
  for (let p = text; p + length <= end; p++) if (load<u32>(p) === first && isSame(p, domain, length)) return true;
  return false;
}

/** Reads the record that begins at `at`. @returns the end of the line; -1 where the record has another form. */
export function readRecord(at: i32, filled: i32, margin: i32): i32 {
  if (load<u32>(at) !== TO) return -1;
  makeRoom();
  return cutRecord(at, filled, margin);
}

/** The same of a record whose texts have room, or their numbers already. */
export function cutRecord(at: i32, filled: i32, margin: i32): i32 {
  const recipient = at + 4;
  const recipientEnd = plainAddressEnd(recipient, filled - margin);
  if (recipientEnd < 0) return -1;
  store<i32>(RECIPIENT_START_AT, recipient);
  store<i32>(RECIPIENT_END_AT, recipientEnd);
  store<i32>(ORIGINAL_START_AT, -1);
  let p = recipientEnd + 3;
  if (load<u64>(p) === ORIG_TO && load<u8>(p + 8) === LESS) {
    const originalEnd = plainAddressEnd(p + 9, filled - margin);
    if (originalEnd < 0) return -1;
    store<i32>(ORIGINAL_START_AT, p + 9);
    store<i32>(ORIGINAL_END_AT, originalEnd);
    p = originalEnd + 3;
  }
  if (load<u32>(p) !== RELA || load<u32>(p + 1) !== ELAY || load<u8>(p + 5) !== EQUALS) return -1;
  const relay = p + 6;
  const end = lineEnd(relay, filled);
  if (end < 0) return -1;
  const mark = statusMark(relay, end);
  if (mark < 0 || !readAttributes(relay, mark)) return -1;
  const status = mark + 9;
  const word = load<u64>(status);
  if (word !== BOUNCED && (word !== DEFERRED || load<u8>(status + 8) !== SPACE)) return -1;
  const isFinal = word === BOUNCED;
  const reason = status + (isFinal ? 9 : 10);
  if (reason >= end || load<u8>(reason - 1) !== OPEN_PAREN || load<u8>(end - 1) !== CLOSE_PAREN) return -1;
  store<i32>(IS_FINAL_AT, isFinal ? 1 : 0);
  store<i32>(REASON_START_AT, reason);
  store<i32>(REASON_END_AT, end - 1);
  if (!readReason(reason, end - 1, isFinal)) return -1;
  const spoke = load<i32>(SPEAKER_START_AT);
  const number = spoke < 0 ? speaker(relay, valueEnd(relay, mark)) : speaker(spoke, end - 1);
  if (number === TOO_LONG) return -1;
  store<i32>(SPEAKER_AT, number);
  return end;
}

function valueEnd(from: i32, end: i32): i32 {
  let p = from;
  while (p < end && !(load<u8>(p) === COMMA && load<u8>(p + 1) === SPACE)) p++;
  return p;
}

/**
 * Reads `delay=` and `dsn=` among what stands between the relay and `status=`.
 * @returns false where the delay is written in an unusual way.
 */
export function readAttributes(relay: i32, end: i32): bool {
  let delay = -1;
  let delayEnd = -1;
  store<i32>(STATUS_START_AT, -1);
  let p = valueEnd(relay, end);
  while (p < end) {
    const key = p + 2;
    let equals = key;
    while (equals < end && load<u8>(equals) !== EQUALS) equals++;
    p = valueEnd(equals + 1, end);
    if (load<u8>(key) !== LOWER_D) continue;
    if (equals - key === 5) {
      delay = equals + 1;
      delayEnd = p;
    } else if (equals - key === 3) {
      store<i32>(STATUS_START_AT, equals + 1);
      store<i32>(STATUS_END_AT, p);
    }
  }
  return readDelay(delay, delayEnd);
}

/** A number such as `12` or `0.79`, as `decimal` of the rest reads it. @returns false where the bytes are none. */
function readDelay(start: i32, end: i32): bool {
  store<f64>(DELAY_AT, NaN);
  if (start < 0) return true;
  if (end === start || end - start > 15 || !isDigit(load<u8>(start)) || !isDigit(load<u8>(end - 1))) return false;
  let digits: i64 = 0;
  let scale: i64 = 0;
  for (let p = start; p < end; p++) {
    const c: i32 = load<u8>(p);
    if (isDigit(c)) {
      digits = digits * 10 + (c - 48);
      scale *= 10;
    } else if (c === POINT && scale === 0) scale = 1;
    else return false;
  }
  store<f64>(DELAY_AT, scale === 0 ? <f64>digits : <f64>digits / <f64>scale);
  return true;
}

/** The number of who spoke, `name[address]` from `start` on; -1 where no address stands in brackets, `TOO_LONG` where there is no room for it. */
function speaker(start: i32, end: i32): i32 {
  const stop = hostEnd(start, end);
  if (stop < 0) return -1;
  store<i32>(SPEAKER_START_AT, start);
  store<i32>(SPEAKER_END_AT, stop);
  beginFairCopy(SPEAKER);
  return copyAsIs(start, stop) ? numberOf(FAIR_COPY_AT, fairCopyLength()) : TOO_LONG;
}

/** The end of `name[address]`; -1 where it does not stand there. */
function hostEnd(start: i32, end: i32): i32 {
  let p = start;
  while (p < end && load<u8>(p) !== OPEN) if (load<u8>(p++) === SPACE) return -1;
  while (p < end && load<u8>(p) !== CLOSE) p++;
  return p < end ? p + 1 : -1;
}

/** `delivery temporarily suspended: ` */
const SUSPENDED_LENGTH: i32 = 32;

function isSuspension(start: i32, end: i32): bool {
  if (end - start < SUSPENDED_LENGTH || load<u64>(start) !== DELIVERY || load<u64>(start + 8) !== TEMPORAR) return false;
  return load<u64>(start + 16) === RILY_SUS && load<u64>(start + 24) === SPENDED_;
}

/** Behind ` said: ` or ` refused to talk to me: `; -1 where neither stands there. */
function replyStart(at: i32, end: i32): i32 {
  if (end - at >= 7 && (load<u64>(at) & 0xffffffffffffff) === SAID) return at + 7;
  if (end - at < 24 || load<u64>(at) !== REFUSED_ || load<u64>(at + 8) !== TO_TALK) return -1;
  return load<u64>(at + 16) === TO_ME ? at + 24 : -1;
}

/** ` (in reply to ` */
const IN_REPLY_TO_LENGTH: i32 = 14;

/** Where the words begin that tell what was answered; `end` where there are none. */
function stageStart(start: i32, end: i32): i32 {
  for (let p = end - IN_REPLY_TO_LENGTH; p >= start; p--)
    if (load<u64>(p) === IN_REPLY && load<u64>(p + IN_REPLY_TO_LENGTH - 8) === LY_TO) return p;
  return end;
}

/** Whether a text seems to name a host that could not be reached: then it is another text for each host. */
function namesHost(start: i32): bool {
  const word = load<u64>(start);
  return word === CONNECT || word === LOST_CON || word === CONVERSA;
}

/** `connect to `, `lost connection with `, `conversation with ` */
const CONNECT_TO_LENGTH: i32 = 11;
const LOST_LENGTH: i32 = 21;
const CONVERSATION_LENGTH: i32 = 18;

/** Where the name of a host begins that could not be reached; -1 where none is named. */
function failedHostStart(start: i32, end: i32): i32 {
  const word = load<u64>(start);
  let host = -1;
  if (word === CONNECT && (load<u32>(start + 8) & 0xffffff) === TO_) host = start + CONNECT_TO_LENGTH;
  if (word === LOST_CON && load<u64>(start + 8) === NECTION_ && load<u64>(start + 13) === ON_WITH_) host = start + LOST_LENGTH;
  if (word === CONVERSA && load<u64>(start + 8) === TION_WIT && load<u64>(start + 10) === ON_WITH_)
    host = start + CONVERSATION_LENGTH;
  return host < end ? host : -1;
}

/** Whether an IP address stands in the brackets that end a host, but for those in which block lists answer. */
function hasIp(host: i32, hostEnd: i32): bool {
  const open = placeOf(OPEN, host, hostEnd) + 1;
  if (ipv6End(open, hostEnd) >= 0) return true;
  if (hostEnd - open < 8 || load<u32>(open) === LOOPBACK) return false;
  for (let p = open; p < hostEnd - 1; p++) if (!isDigit(load<u8>(p)) && load<u8>(p) !== POINT) return false;
  return true;
}

/** Finds out what was said, and who said it where the text tells that. @returns false where that has to be read otherwise. */
function readReason(start: i32, end: i32, isFinal: bool): bool {
  const isSuspended = isSuspension(start, end);
  const text = isSuspended ? start + SUSPENDED_LENGTH : start;
  const isHost = load<u32>(text) === HOST && load<u8>(text + 4) === SPACE;
  const host = isHost ? hostEnd(text + 5, end) : -1;
  const reply = host < 0 ? -1 : replyStart(host, end);
  const isReply = reply >= 0;
  const diagnostic = isReply ? reply : text;
  const diagnosticEnd = isReply && load<u8>(end - 1) === CLOSE_PAREN ? stageStart(reply, end) : end;
  const failed = isReply || end - text > LONGEST_OF_HOST ? -1 : failedHostStart(text, end);
  const failedEnd = failed < 0 ? -1 : hostEnd(failed, end);
  const isHostFailed = failedEnd >= 0 && hasIp(failed, failedEnd);
  store<i32>(SPEAKER_START_AT, isReply ? text + 5 : isHostFailed ? failed : -1);
  store<i32>(DIAGNOSTIC_START_AT, diagnostic);
  store<i32>(DIAGNOSTIC_END_AT, diagnosticEnd);
  const status = load<i32>(STATUS_START_AT);
  beginFairCopy(
    RECORD |
      (isReply ? 1 : 0) |
      (isFinal ? 2 : 0) |
      (isSuspended ? 4 : 0) |
      (status < 0 ? 8 : 0) |
      (isHostFailed ? HOST_FAILED : 0),
  );
  if (status >= 0) {
    const statusEnd = load<i32>(STATUS_END_AT);
    // What follows is parted from it by a NUL.
    if (!isPrintable(status, statusEnd) || !copyAsIs(status, statusEnd)) return false;
  }
  // What introduces the reply, and what it answered.
  if (isReply && !(copyAsIs(host, reply) && copyAsIs(diagnosticEnd, end))) return false;
  const isAsIs = !isReply && !isHostFailed && namesHost(text);
  store<i32>(IS_SUSPENDED_AT, isSuspended ? 1 : 0);
  store<i32>(IS_REPLY_AT, isReply ? 1 : 0);
  store<i32>(IS_AS_IS_AT, isAsIs ? 1 : 0);
  store<i32>(IS_HOST_FAILED_AT, isHostFailed ? 1 : 0);
  store<i32>(IS_WHOLE_AT, isHostFailed ? 0 : 1);
  const isCopied = isHostFailed
    ? copyAsIs(text, failed) && copyAsIs(failedEnd, end)
    : isAsIs
      ? copyAsIs(diagnostic, diagnosticEnd)
      : copyWithoutNames(diagnostic, diagnosticEnd, load<i32>(RECIPIENT_START_AT), load<i32>(RECIPIENT_END_AT));
  if (!isCopied) return false;
  copied = fairCopyLength();
  store<i32>(SAID_AT, numberOf(FAIR_COPY_AT, copied));
  copy = lastText();
  return true;
}
