// A client that smtpd or postscreen refused: see `readRefusal`, which reads refusals in other forms too.

import { COMMA, SPACE } from './bytes';
import { CLOSE } from './hosts';
import {
  CLIENT_END_AT,
  CLIENT_START_AT,
  DIAGNOSTIC_END_AT,
  DIAGNOSTIC_START_AT,
  FAIR_COPY_AT,
  RECIPIENT_END_AT,
  RECIPIENT_START_AT,
  SAID_AT,
  SENDER_END_AT,
  SENDER_START_AT,
  STAGE_END_AT,
  STAGE_START_AT,
} from './layout';
import { COLON } from './queue';
import { hashRecipient } from './recipient';
import { beginFairCopy, copyAsIs, copyWithoutNames, fairCopyLength } from './said';
import { makeRoom, numberOf } from './texts';
import { BODY, FROM, FROM_IS, HEAD, MILTER_R, PROTO, REJECT, SASL_USE, TO } from './words';

const SEMICOLON: i32 = 59;
const LESS: i32 = 60;
const GREATER: i32 = 62;

/** What a fair copy is of. */
const REFUSAL: i32 = 48;

/** `milter-` */
const MILTER_LENGTH: i32 = 7;

/**
 * Reads `[milter-]reject: STAGE from CLIENT: REPLY; from=<S> to=<R> proto=…`, with or without commas between the attributes.
 * @returns whether it has that form.
 */
export function readRefusal(line: i32, end: i32): bool {
  const start = load<u64>(line) === MILTER_R ? line + MILTER_LENGTH : line;
  if (end - start < 8 || load<u64>(start) !== REJECT) return false;
  const stage = start + 8;
  // What is behind these is the sender's text.
  if (load<u32>(stage) === HEAD || load<u32>(stage) === BODY) return false;
  let p = stage;
  for (; ; p++) {
    if (p + 6 > end || load<u8>(p) === COLON) return false;
    if (load<u8>(p) === SPACE && load<u32>(p + 1) === FROM && load<u8>(p + 5) === SPACE) break;
  }
  const client = p + 6;
  let close = client;
  while (close < end && load<u8>(close) !== CLOSE) close++;
  const reply = behindColon(close, end);
  if (reply < 0) return false;
  const attributes = attributesStart(reply, end);
  // Before anything is cut: records that are kept may be cut for it.
  makeRoom();
  if (attributes < 0 || !readAddresses(attributes + 2, end)) return false;
  store<i32>(STAGE_START_AT, stage);
  store<i32>(STAGE_END_AT, p);
  store<i32>(CLIENT_START_AT, client);
  store<i32>(CLIENT_END_AT, close + 1);
  store<i32>(DIAGNOSTIC_START_AT, reply);
  store<i32>(DIAGNOSTIC_END_AT, attributes);
  beginFairCopy(REFUSAL);
  // The domain of the recipient may tell who spoke where no host is named.
  if (!copyAsIs(stage, p) || !copyWithoutNames(reply, attributes, reply, reply)) return false;
  store<i32>(SAID_AT, numberOf(FAIR_COPY_AT, fairCopyLength()));
  hashRecipient(load<i32>(RECIPIENT_START_AT), load<i32>(RECIPIENT_END_AT));
  return true;
}

/** Behind the first `: `, or -1. */
function behindColon(start: i32, end: i32): i32 {
  for (let p = start; p + 1 < end; p++) if (load<u8>(p) === COLON && load<u8>(p + 1) === SPACE) return p + 2;
  return -1;
}

/** Where `; from=<` stands, behind an address of the client's choice that the reply quotes first. */
function attributesStart(start: i32, end: i32): i32 {
  let from = start;
  for (let p = start; p < end && p < start + 16; p++) {
    if (load<u8>(p) !== LESS) continue;
    for (let q = p; q + 2 < end; q++) {
      if (load<u8>(q) !== GREATER || load<u8>(q + 1) !== COLON || load<u8>(q + 2) !== SPACE) continue;
      from = q;
      break;
    }
    break;
  }
  for (let p = from; p + 8 < end; p++) {
    if (load<u8>(p) !== SEMICOLON || load<u8>(p + 1) !== SPACE) continue;
    if (isFrom(p + 2)) return p;
    // Other attributes come first.
    if (load<u32>(p + 2) === TO || (load<u64>(p + 2) & SIX) === PROTO) return -1;
  }
  return -1;
}

const SIX: u64 = 0xffffffffffff;

function isFrom(at: i32): bool {
  return (load<u64>(at) & SIX) === FROM_IS;
}

/** `from=<S> to=<R> proto=`, where nobody logged in. */
function readAddresses(start: i32, end: i32): bool {
  const sender = start + 6;
  const senderEnd = addressEnd(sender, end);
  const to = senderEnd < 0 ? -1 : behindSeparator(senderEnd);
  if (to < 0 || load<u32>(to) !== TO) return false;
  const recipient = to + 4;
  const recipientEnd = addressEnd(recipient, end);
  const proto = recipientEnd < 0 ? -1 : behindSeparator(recipientEnd);
  if (proto < 0 || proto + 6 > end || (load<u64>(proto) & SIX) !== PROTO) return false;
  for (let p = start; p + 8 <= end; p++) if (load<u64>(p) === SASL_USE) return false;
  store<i32>(SENDER_START_AT, sender);
  store<i32>(SENDER_END_AT, senderEnd);
  store<i32>(RECIPIENT_START_AT, recipient);
  store<i32>(RECIPIENT_END_AT, recipientEnd);
  return true;
}

/** The first closing bracket, without an opening one before it; -1 where there is none. */
function addressEnd(start: i32, end: i32): i32 {
  for (let p = start; p < end; p++) {
    if (load<u8>(p) === GREATER) return p;
    if (load<u8>(p) === LESS) return -1;
  }
  return -1;
}

/** Behind `> ` or `>, `; -1 where neither stands there. */
function behindSeparator(at: i32): i32 {
  const p = load<u8>(at + 1) === COMMA ? at + 2 : at + 1;
  return load<u8>(p) === SPACE ? p + 1 : -1;
}
