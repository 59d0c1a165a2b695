// Texts that come again and again: the same text has the same number, so that what it means is found out once.

import { forgetTexts } from './calls';
import {
  KIND_SLOT_LENGTH,
  KIND_SLOTS,
  KINDS_AT,
  LONGEST_TEXT,
  MOST_TEXTS,
  PROVIDERS_AT,
  TEXT_BYTES,
  TEXT_BYTES_AT,
  TEXT_SLOT_LENGTH,
  TEXT_SLOTS,
  TEXT_SLOTS_AT,
} from './layout';

/** In a slot: the hash of a text, where it stands, its length and its number; a length of 0 is an empty slot. */
const AT_AT: i32 = 8;
const LENGTH_AT: i32 = 12;
const NUMBER_AT: i32 = 14;

const TEXTS_OF_RECORD: i32 = 2;

let texts: i32 = 0;
let bytes: i32 = 0;

/** Where the text stands whose number was asked for last. */
let last: i32 = 0;

export function lastText(): i32 {
  return last;
}

/** @returns the number of a text of at least eight bytes. */
export function numberOf(start: i32, length: i32): i32 {
  const hash = hashOf(start, length);
  let slot = slotOf(hash);
  for (; load<u16>(slot + LENGTH_AT) !== 0; slot = next(slot)) {
    last = load<i32>(slot + AT_AT);
    if (load<u64>(slot) === hash && load<u16>(slot + LENGTH_AT) === length && isSameText(last, start, length))
      return load<u16>(slot + NUMBER_AT);
  }
  const at = TEXT_BYTES_AT + bytes;
  last = at;
  memory.copy(at, start, length);
  bytes += length;
  store<u64>(slot, hash);
  store<i32>(slot + AT_AT, at);
  store<u16>(slot + LENGTH_AT, length);
  store<u16>(slot + NUMBER_AT, texts);
  return texts++;
}

/** Makes room for the texts of one record. Where there are too many, all are let go: what comes now may come again. */
export function makeRoom(): void {
  if (texts <= MOST_TEXTS - TEXTS_OF_RECORD && bytes <= TEXT_BYTES - TEXTS_OF_RECORD * LONGEST_TEXT) return;
  forgetTexts();
  forgetKinds();
  memory.fill(TEXT_SLOTS_AT, 0, TEXT_SLOTS * TEXT_SLOT_LENGTH);
  texts = 0;
  bytes = 0;
}

/** The numbers of texts mean nothing any more to who keeps them. */
export function forgetKinds(): void {
  memory.fill(KINDS_AT, 0, KIND_SLOTS * KIND_SLOT_LENGTH);
  memory.fill(PROVIDERS_AT, 0, MOST_TEXTS);
}

function slotOf(hash: u64): i32 {
  return TEXT_SLOTS_AT + (<i32>(hash >> 32) & (TEXT_SLOTS - 1)) * TEXT_SLOT_LENGTH;
}

function next(slot: i32): i32 {
  const behind = slot + TEXT_SLOT_LENGTH;
  return behind === TEXT_SLOTS_AT + TEXT_SLOTS * TEXT_SLOT_LENGTH ? TEXT_SLOTS_AT : behind;
}

function isSameText(a: i32, b: i32, length: i32): bool {
  const last = length - 8;
  for (let i = 0; i < last; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false;
  return load<u64>(a + last) === load<u64>(b + last);
}

const PRIME: u64 = 0x9e3779b97f4a7c15;

/** Multiplicative, eight bytes at a time (the last overlap where they must), with the finaliser of SplitMix64 (Steele et al. 2014). */
function hashOf(start: i32, length: i32): u64 {
  let hash: u64 = length;
  const last = start + length - 8;
  for (let p = start; p < last; p += 8) {
    hash = (hash ^ load<u64>(p)) * PRIME;
    hash ^= hash >> 29;
  }
  hash = (hash ^ load<u64>(last)) * PRIME;
  hash = (hash ^ (hash >> 30)) * 0xbf58476d1ce4e5b9;
  hash = (hash ^ (hash >> 27)) * 0x94d049bb133111eb;
  return hash ^ (hash >> 31);
}
