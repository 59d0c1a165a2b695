// Reads lines of ordinary mail: see `OrdinaryLines`, which is told what they say.

import { isDigit, isSame, lineEnd, NEWLINE, placeOf, plainAddressEnd, SPACE } from './bytes';
import {
  accepted,
  beginId,
  failed,
  mayBegin,
  named,
  notified,
  other,
  passed,
  placeFor,
  queueSeconds,
  reached,
  refused,
  removed,
  tellLife,
} from './calls';
import { isForm } from './forms';
import { hashOfId, keyOf } from './hashes';
import { CLOSE, isLocalRelay, isPlainClient, OPEN } from './hosts';
import { failureKind, refusalKind } from './kinds';
import {
  AGENT_FORMS,
  AGENT_FORMS_BEHIND_ID,
  BEGUN,
  BEGUN_HERE,
  COUNTS_AT_HAND,
  DELAY_AT,
  DELAYED_COLUMN,
  FAILED_COLUMN,
  HARMLESS_FORMS,
  HAS_TIME_AT,
  HOST_AT,
  IS_FINAL_AT,
  IS_HASHED_AT,
  IS_NOTED_AT,
  IS_SUSPENDED_AT,
  KNOWN_AT,
  LINES_AT,
  LONGEST_ID,
  NOT_ASKED,
  ORIGINAL_END_AT,
  ORIGINAL_START_AT,
  PASSED_AT,
  POSTSCREEN_FORMS,
  RECIPIENT_END_AT,
  RECIPIENT_START_AT,
  SERVER_FORMS,
  SILENT_NAMES,
  SUSPENDED_COLUMN,
  TAG_AT,
  TAKEN_AT,
  WAITED_AT,
} from './layout';
import {
  behindId,
  countRefusal,
  cutKept,
  dropLife,
  expire,
  failRecipient,
  forgetLives,
  keepLife,
  keepNotification,
  lifeNamed,
  lifeOf,
  lifeWith,
  nameSender,
  passLife,
  takeRecipient,
} from './lives';
import {
  BOUNCE,
  CLEANUP,
  isAgent,
  LMTP_CLIENT,
  lengthOf,
  PICKUP,
  POSTSCREEN,
  programAt,
  QUEUE_MANAGER,
  SERVER,
  SMTP_CLIENT,
} from './programs';
import {
  accept,
  becomesOrdinary,
  beginPlainly,
  COLON,
  enterQueue,
  hasBegun,
  isBegun,
  isBegunHere,
  isOrdinary,
  isOwned,
  leadingQueueIdEnd,
  mayBeginUnseen,
  note,
  ordinaryPlaceOfOther,
  passUnseen,
  placeAt,
  placeOfId,
  queueAtHand,
  queueIdEnd,
  usualLength,
} from './queue';
import { hashRecipient } from './recipient';
import { readAttributes, readRecord } from './record';
import { readRefusal } from './refusal';
import { enterStamps, forgetStamps, forgetTime, hasTime, isStamp, stampLength } from './stamps';
import { statusMark } from './status';
import {
  CATION_,
  CLIENT,
  CONNECT,
  CT_FROM,
  DISCONNE,
  ELAY,
  ENT,
  EUED_AS_,
  EXPIRED,
  FORWARDE,
  FROM,
  ID,
  MESSAGE,
  NOQUEUE,
  NOTIFIC,
  ORIG_ID,
  ORIG_TO,
  OVED,
  QUEUED_A,
  RDED_AS,
  RELA,
  REMO,
  SENT,
  STATUS_,
  TO,
  UID,
} from './words';

export { cutKept, dropLife };

const OPEN_PAREN: i32 = 40;
const CLOSE_PAREN: i32 = 41;
const SLASH: i32 = 47;
const LESS: i32 = 60;
const EQUALS: i32 = 61;
const LOWER_F: i32 = 102;
const LOWER_M: i32 = 109;

/** Behind host and tag no line that is read here has fewer bytes left of its block, so that none of the comparisons leaves it. */
const MARGIN: i32 = 128;

/** Longer lines are not looked at. */
const LONGEST_LINE: i32 = 8192;

let tagLength: i32 = 0;
let hostLength: i32 = 0;

/** The end of what may be looked at. */
let filled: i32 = 0;

/** Whether it is wanted how long recipients waited. */
let delays: bool = false;
/** Whether ordinary messages may pass unseen. */
let unseen: bool = false;
/** Whether such with failures that are like others may pass unseen, too, and refusals that are. */
let keeps: bool = false;
let refusals: bool = false;
/** Whether anything of each success, senders, or whole envelopes are wanted: their lines are handed on, and no message is ordinary. */
let successes: bool = false;
let senders: bool = false;
let envelopes: bool = false;

/**
 * A log begins.
 * @param withDelays whether it is wanted how long recipients waited. @param passUnseen whether ordinary messages may pass unseen, and
 * @param keepFailures such with failures that are like others, too. @param countRefusals whether refusals that are may.
 * @param withSuccesses whether anything of each success is wanted. @param withSenders whether senders are, and @param withEnvelopes
 * whether clients and message-ids are, too.
 */
export function begin(
  withDelays: bool,
  passUnseen: bool,
  keepFailures: bool,
  countRefusals: bool,
  withSuccesses: bool,
  withSenders: bool,
  withEnvelopes: bool,
): void {
  delays = withDelays;
  unseen = passUnseen;
  keeps = keepFailures;
  refusals = countRefusals;
  successes = withSuccesses;
  senders = withSenders;
  envelopes = withEnvelopes;
  forgetStamps();
  forgetLives();
}

/** The lines to come are of this queue, with stamps, tag and host of these lengths; what they are stands where it belongs. */
export function follow(queue: i32, stamp: i32, tag: i32, host: i32): void {
  enterQueue(queue);
  enterStamps(stamp);
  tagLength = tag;
  hostLength = host;
  store<i32>(HAS_TIME_AT, NOT_ASKED);
}

/** Takes the lines from `start` on as far as they can be read here. @returns where the first starts that cannot. */
export function read(start: i32, end: i32): i32 {
  store<i32>(LINES_AT, 0);
  store<i32>(KNOWN_AT, 0);
  forgetTime();
  store<i32>(PASSED_AT, 0);
  store<i32>(TAKEN_AT, 0);
  store<i32>(WAITED_AT, 0);
  store<i32>(IS_NOTED_AT, 0);
  store<i32>(COUNTS_AT_HAND, 0);
  const margin = MARGIN + stampLength() + tagLength;
  let at = start;
  while (end - at > margin) {
    filled = min(end, at + LONGEST_LINE);
    const next = line(at);
    if (next < 0) break;
    store<i32>(LINES_AT, load<i32>(LINES_AT) + 1);
    at = next + 1;
  }
  return at;
}

/** @returns where the line ends, or -1 where it is to be read by others. */
function line(start: i32): i32 {
  if (!isStamp(start)) return -1;
  const tag = start + stampLength();
  if (!isSame(tag, TAG_AT, tagLength)) return foreign(tag);
  const name = tag + tagLength;
  let nameStart = name;
  let program = programAt(name);
  let p = program < 0 ? -1 : name + lengthOf(program);
  if (program < 0 || load<u8>(p) !== OPEN) {
    p = nameEnd(name);
    if (p < 0) return -1;
    nameStart = p;
    while (load<u8>(nameStart - 1) !== SLASH) nameStart--;
    // Behind the name of a service: `submission/smtpd`.
    program = nameStart > name ? programAt(nameStart) : -1;
    if (program >= 0 && nameStart + lengthOf(program) !== p) program = -1;
  }
  const end = p;
  p++;
  while (isDigit(load<u8>(p))) p++;
  if (load<u8>(p) !== CLOSE || load<u8>(p + 1) !== COLON || load<u8>(p + 2) !== SPACE) return -1;
  const body = p + 3;
  if (filled - body < MARGIN) return -1;
  let next = -1;
  if (program === SERVER || program === POSTSCREEN) next = server(start, body, program);
  else if (program === QUEUE_MANAGER) next = queueManager(start, body);
  else if (program === CLEANUP) next = cleanup(start, body);
  else if (program === SMTP_CLIENT || program === LMTP_CLIENT) next = delivery(start, body, true);
  else if (program === BOUNCE) next = notification(start, body);
  else if (program === PICKUP) next = submission(body);
  else if (isAgent(program)) next = delivery(start, body, false);
  if (next < 0 && isAgent(program)) next = failure(start, body, program);
  if (next < 0) {
    // Repeats of the line before, and what Solaris writes in front of a text.
    if (load<u8>(body) === LOWER_M || load<u8>(body) === OPEN) return -1;
    next = lineEnd(body, filled);
    if (next < 0) return -1;
    const isSilent = program < 0 && isForm(nameStart, filled, SILENT_NAMES);
    if (!isSilent && !statesNothing(body, next, program) && !other(start, body, next, program, nameStart, end)) return -1;
  }
  store<i32>(KNOWN_AT, load<i32>(KNOWN_AT) + 1);
  return next;
}

/** Whether a text begins like one that states nothing. */
function statesNothing(body: i32, end: i32, program: i32): bool {
  if (program === SERVER) return isForm(body, end, SERVER_FORMS);
  if (program === POSTSCREEN) return isForm(body, end, POSTSCREEN_FORMS);
  return isAgent(program) && isForm(body, end, AGENT_FORMS);
}

/** Where the name of a program ends, with `[` behind it; -1 where it does not. */
function nameEnd(start: i32): i32 {
  for (let p = start; p < filled; p++) {
    const c: i32 = load<u8>(p);
    if (c > COLON && c !== OPEN) continue;
    if (c === OPEN) return p > start ? p : -1;
    if (c === COLON || c === SPACE || c === NEWLINE) return -1;
  }
  return -1;
}

/** A line of another program on the same host: its tag has no slash. */
function foreign(tag: i32): i32 {
  if (hostLength < 4 || !isSame(tag, HOST_AT, hostLength)) return -1;
  const name = tag + hostLength;
  let p = name;
  for (; p < filled; p++) {
    const c: i32 = load<u8>(p);
    if (c > COLON && c !== OPEN) continue;
    if (c === SLASH || c === NEWLINE) return -1;
    if (c === OPEN || c === COLON || c === SPACE) break;
  }
  if (p === name) return -1;
  if (load<u8>(p) === OPEN) {
    while (p < filled && load<u8>(p) !== CLOSE && load<u8>(p) !== NEWLINE) p++;
    if (load<u8>(p) !== CLOSE) return -1;
    p++;
  }
  return p < filled && load<u8>(p) === COLON ? lineEnd(p, filled) : -1;
}

/** `connect from …`, `disconnect from …`, `ID: client=…`, `(NOQUEUE|ID): reject: …` */
function server(start: i32, body: i32, program: i32): i32 {
  const word = load<u64>(body);
  if (word === NOQUEUE && load<u8>(body + 8) === SPACE) {
    return isForm(body + 9, filled, HARMLESS_FORMS) ? lineEnd(body + 9, filled) : refusal(start, body + 9, program, 0, 0);
  }
  if (word === CONNECT) return load<u32>(body + 8) === FROM && load<u8>(body + 12) === SPACE ? lineEnd(body + 13, filled) : -1;
  if (word === DISCONNE) return load<u64>(body + 8) === CT_FROM ? lineEnd(body + 16, filled) : -1;
  const idEnd = leadingQueueIdEnd(body, filled);
  const client = idEnd + 9;
  if (idEnd < 0) return -1;
  if (load<u32>(idEnd + 2) !== CLIENT) return refusal(start, idEnd + 2, program, body, idEnd);
  if (envelopes || load<u32>(idEnd + 5) !== ENT) return -1;
  const end = lineEnd(client, filled);
  if (end < 0 || !isPlainClient(client, end)) return -1;
  if (!begins(body, idEnd, BEGUN)) beginId(body, idEnd);
  return end;
}

/** An id begins with a client elsewhere, or here. @returns false where something else has to be seen to first. */
function begins(start: i32, end: i32, how: i32): bool {
  const hash = hashOfId(start, end - start);
  return leaveRoom(start, end, hash) && beginPlainly(start, end, hash, how);
}

/**
 * An id takes its place from a message that can be kept as a life, where there is one.
 * @returns false where the id is that of a message that is kept.
 */
function leaveRoom(start: i32, end: i32, hash: i32): bool {
  if (!keeps) return true;
  if (lifeWith(start, end - start, hash) !== 0) return false;
  const place = ordinaryPlaceOfOther(start, end, hash);
  if (place >= 0) keepLife(place);
  return true;
}

/** A message loses its place to an id of this queue. @returns whether it is kept as a life. */
export function keepMessage(ofQueue: i32, place: i32): bool {
  if (!keeps) return false;
  const before = queueAtHand();
  enterQueue(ofQueue);
  const isKept = keepLife(place) !== 0;
  enterQueue(before);
  return isKept;
}

/** `ID: uid=N from=<S>`, of a message that takes the place of no other. */
function submission(body: i32): i32 {
  if (envelopes) return -1;
  const idEnd = leadingQueueIdEnd(body, filled);
  const uid = idEnd + 2;
  if (idEnd < 0 || load<u32>(uid) !== UID) return -1;
  const end = lineEnd(uid + 4, filled);
  if (end < 0) return -1;
  for (let p = placeOf(SPACE, uid, end); p < end; p = placeOf(SPACE, p + 1, end)) if (load<u64>(p) === ORIG_ID) return -1;
  if (!begins(body, idEnd, BEGUN)) beginId(body, idEnd);
  return end;
}

/** `ID: message-id=…`, `ID: milter-reject: …` */
function cleanup(start: i32, body: i32): i32 {
  const idEnd = leadingQueueIdEnd(body, filled);
  const at = idEnd + 2;
  if (idEnd < 0) return -1;
  if (load<u64>(at) !== MESSAGE) return refusal(start, at, CLEANUP, body, idEnd);
  if (envelopes || load<u32>(at + 7) !== ID) return -1;
  const end = lineEnd(at + 11, filled);
  if (end < 0) return -1;
  const place = placeOfId(body, idEnd);
  if (place >= 0 && hasBegun(place)) return isOrdinary(place) ? -1 : end;
  return begins(body, idEnd, BEGUN_HERE) ? end : -1;
}

/** `ID: from=… (queue active)`, `ID: removed` */
function queueManager(start: i32, body: i32): i32 {
  const place = placeAt(body);
  if (place < 0) {
    const life = lifeNamed(body, filled);
    return life === 0 ? retried(start, body) : queueManagerOfLife(start, body, life);
  }
  const at = body + usualLength() + 2;
  if (load<u32>(at) === REMO) {
    const end = at + 7;
    if (load<u32>(at + 3) !== OVED || load<u8>(end) !== NEWLINE) return -1;
    if (!isOrdinary(place)) removed(start, place);
    else if (!hasTime(start)) return -1;
    else if (!unseen || !passUnseen(place)) passed(place);
    return end;
  }
  if (senders || load<u32>(at) !== FROM || load<u8>(at + 4) !== EQUALS) return -1;
  const end = lineEnd(at + 5, filled);
  if (end < 0 || load<u8>(end - 1) !== CLOSE_PAREN || isOrdinary(place)) return -1;
  if (successes || !isBegun(place)) named(start, place);
  else if (unseen && mayBeginUnseen(place) && hasTime(start)) {
    note();
    becomesOrdinary(place);
  } else if (mayBegin(place, start)) becomesOrdinary(place);
  else named(start, place);
  return end;
}

/** The same of a message that is kept as a life. A queue manager of another instance has a queue of its own. */
function queueManagerOfLife(start: i32, body: i32, life: i32): i32 {
  if (!isOwned()) return -1;
  const at = behindId(life, body);
  const end = lineEnd(at, filled);
  if (end < 0 || !hasTime(start)) return -1;
  if (load<u32>(at) === REMO) return load<u32>(at + 3) === OVED && end === at + 7 && passLife(life) ? end : -1;
  if (load<u32>(at) !== FROM || load<u8>(at + 4) !== EQUALS) return -1;
  if (load<u8>(end - 1) === CLOSE_PAREN) return nameSender(life) ? end : -1;
  return isExpiry(at + 5, end) && expire(life, start) ? end : -1;
}

/** `<S>, status=expired, …` behind `from=`. */
function isExpiry(start: i32, end: i32): bool {
  const p = plainAddressEnd(start + 1, end);
  return p >= 0 && load<u8>(start) === LESS && (load<u64>(p + 3) & 0xffffffffffffff) === STATUS_ && load<u64>(p + 10) === EXPIRED;
}

/** `ID: from=… (queue active)` of a message that waited while its id lost its place. */
function retried(start: i32, body: i32): i32 {
  const idEnd = leadingQueueIdEnd(body, filled);
  const from = idEnd + 2;
  if (idEnd < 0 || senders || load<u32>(from) !== FROM || load<u8>(from + 4) !== EQUALS) return -1;
  const end = lineEnd(from + 5, filled);
  if (end < 0 || load<u8>(end - 1) !== CLOSE_PAREN) return -1;
  named(start, placeFor(body, idEnd));
  return end;
}

/** Whether the text of a success names the id under which the mail goes on: `… queued as ID`, in parentheses of its own where it is quoted. */
function mayGoOn(start: i32, lineEnd: i32): bool {
  let end = lineEnd;
  for (let i = 0; i < 2; i++) if (end > start && load<u8>(end - 1) === CLOSE_PAREN) end--;
  let id = end;
  while (id > start && load<u8>(id - 1) !== SPACE) id--;
  if (id - QUEUED_AS_LENGTH < start || load<u64>(id - QUEUED_AS_LENGTH) !== QUEUED_A || load<u64>(id - 8) !== EUED_AS_)
    return false;
  return end - id > LONGEST_ID || queueIdEnd(id, end) === end;
}

/** `ID: to=<R>, [orig_to=<O>, ]relay=…, status=sent (…)`, where the mail does not go on under another id of this host. */
function delivery(start: i32, body: i32, speaksSmtp: bool): i32 {
  if (successes) return -1;
  const place = placeAt(body);
  const life = place < 0 ? lifeNamed(body, filled) : 0;
  if (place < 0 && life === 0) return -1;
  const at = life === 0 ? body + usualLength() + 2 : behindId(life, body);
  if (load<u32>(at) !== TO) return -1;
  const recipient = at + 4;
  const recipientEnd = plainAddressEnd(recipient, filled - MARGIN);
  if (recipientEnd < 0) return -1;
  let original = -1;
  let addressEnd = recipientEnd;
  if (load<u64>(recipientEnd + 3) === ORIG_TO && load<u8>(recipientEnd + 11) === LESS) {
    original = recipientEnd + 12;
    addressEnd = plainAddressEnd(original, filled - MARGIN);
    if (addressEnd < 0) return -1;
  }
  if (load<u32>(addressEnd + 3) !== RELA || load<u32>(addressEnd + 4) !== ELAY) return -1;
  if (load<u8>(addressEnd + 8) !== EQUALS) return -1;
  const relay = addressEnd + 9;
  const end = lineEnd(relay, filled);
  if (end < 0) return -1;
  const mark = statusMark(relay, end);
  const status = mark + 9;
  if (mark < 0 || end - status < 6 || load<u32>(status) !== SENT) return -1;
  if (load<u8>(status + 4) !== SPACE || load<u8>(status + 5) !== OPEN_PAREN) return -1;
  const reason = status + 6;
  const word: i32 = load<u8>(reason);
  if (word === LOWER_F && end - reason >= 13 && load<u64>(reason) === FORWARDE && load<u64>(reason + 5) === RDED_AS) return -1;
  if (isLocalRelay(relay, mark) && mayGoOn(reason, end)) return -1;
  const seconds = !delays ? NaN : readAttributes(relay, mark) ? load<f64>(DELAY_AT) : queueSeconds(at + 3, end);
  const key = original < 0 ? keyOf(recipient, recipientEnd, 0) : keyOf(original, addressEnd, keyOf(recipient, recipientEnd, 1));
  if (life !== 0) return hasTime(start) && takeRecipient(life, key, speaksSmtp) ? end : -1;
  if (!isOrdinary(place)) accepted(start, place, key, speaksSmtp, seconds);
  else if (!hasTime(start) || !accept(place, key, speaksSmtp, seconds)) return -1;
  else if (unseen) note();
  else reached();
  return end;
}

/** `ID: to=<R>, [orig_to=<O>, ]relay=…, delay=…, dsn=…, status=(bounced|deferred) (…)` */
function failure(start: i32, body: i32, program: i32): i32 {
  const idEnd = leadingQueueIdEnd(body, filled);
  if (idEnd < 0) return -1;
  if (isForm(idEnd + 2, filled, AGENT_FORMS_BEHIND_ID)) return lineEnd(idEnd + 2, filled);
  const end = readRecord(idEnd + 2, filled, MARGIN);
  if (end < 0) return -1;
  if (keeps) {
    const place = placeAt(body);
    let life = place < 0 ? lifeOf(body, idEnd) : 0;
    if (life !== 0 || (place >= 0 && isOrdinary(place))) {
      if (hasTime(start)) {
        const kind = failureKind();
        if (kind >= 0 && life === 0) life = keepLife(place);
        if (kind >= 0 && life !== 0 && fails(life, kind, program, start, idEnd + 2, end)) return end;
      }
      if (life !== 0) {
        tellLife(life);
        readRecord(idEnd + 2, filled, MARGIN);
      }
    }
  }
  return failed(start, body, idEnd, program) ? end : -1;
}

/** A recipient of a life failed, with the record at hand. @returns false where that has to be told. */
function fails(life: i32, kind: i32, program: i32, start: i32, at: i32, end: i32): bool {
  const recipient = load<i32>(RECIPIENT_START_AT);
  const recipientEnd = load<i32>(RECIPIENT_END_AT);
  const original = load<i32>(ORIGINAL_START_AT);
  hashRecipient(recipient, recipientEnd);
  if (load<i32>(IS_HASHED_AT) === 0) return false;
  const key =
    original < 0
      ? keyOf(recipient, recipientEnd, 0)
      : keyOf(original, load<i32>(ORIGINAL_END_AT), keyOf(recipient, recipientEnd, 1));
  const column =
    load<i32>(IS_FINAL_AT) === 1 ? FAILED_COLUMN : load<i32>(IS_SUSPENDED_AT) === 1 ? SUSPENDED_COLUMN : DELAYED_COLUMN;
  return failRecipient(life, key, kind, column, program, start, at, end);
}

/** `reject: …` behind a queue id, or behind `NOQUEUE: `: then the id has no length. */
function refusal(start: i32, at: i32, program: i32, idStart: i32, idEnd: i32): i32 {
  const end = lineEnd(at, filled);
  const life = idEnd > idStart ? lifeOf(idStart, idEnd) : 0;
  if (life !== 0) tellLife(life);
  if (end < 0 || !readRefusal(at, end)) return -1;
  return refusedAlike(start) || refused(start, program, idStart, idEnd) ? end : -1;
}

/** Whether a client was refused like others. It does not tell how far the lines of the queue came. */
function refusedAlike(start: i32): bool {
  if (!refusals || load<i32>(IS_HASHED_AT) === 0 || !hasTime(start)) return false;
  const kind = refusalKind();
  return kind >= 0 && countRefusal(kind);
}

/** `queued as ` */
const QUEUED_AS_LENGTH: i32 = 10;

/** ` notification: ` */
const NOTIFICATION_LENGTH: i32 = 15;

/** Whether the id of a notification just began here, and nothing else is known of it: then nobody is told of it before it is over. */
function isKeptAsNotification(start: i32, id: i32, idEnd: i32): bool {
  const place = placeOfId(id, idEnd);
  return place >= 0 && isBegunHere(place) && mayBeginUnseen(place) && hasTime(start) && keepNotification(place);
}

/** `ID: sender non-delivery notification: NEWID` and the like. */
function notification(start: i32, body: i32): i32 {
  const idEnd = leadingQueueIdEnd(body, filled);
  if (idEnd < 0) return -1;
  const end = lineEnd(idEnd + 2, filled);
  for (let p = idEnd + 2; p + NOTIFICATION_LENGTH < end; p++) {
    if (load<u64>(p) !== NOTIFIC || load<u64>(p + 7) !== CATION_) continue;
    const newId = p + NOTIFICATION_LENGTH;
    if (p === idEnd + 2 || queueIdEnd(newId, end) !== end) return -1;
    if (keeps && isKeptAsNotification(start, newId, end)) return end;
    notified(start, body, idEnd, newId, end);
    return end;
  }
  return -1;
}
