// Failures whose texts differ in names alone. Those of messages are counted when these are over, if others of their kinds were; refusals at once.

import { countedAfter, kindAtHand, refusalKindAtHand } from './calls';
import {
  COUNTED_AFTER_AT,
  FOR_THIS_RECORD,
  KIND_NUMBER_AT,
  KIND_SINCE_AT,
  KIND_SLOT_LENGTH,
  KINDS_AT,
  PROVIDERS_AT,
  SAID_AT,
  SPEAKER_AT,
  TIME_AT,
  UNLESS_NAMED,
} from './layout';
import { mayNameRecipient } from './record';

/** In the place of a provider: who refuses a client is this host. */
const REFUSAL: i32 = 0xffff;
/** Nobody spoke, which is no provider that is known. */
const NOBODY: i32 = 1;
const PRIME: i32 = <i32>0x9e3779b1;
const SLOT_BITS: i32 = 12;

/** The kind of the failure at hand; -1 where it has to be told of. */
export function failureKind(): i32 {
  const provider = providerAtHand();
  const known = provider === 0 ? -1 : kindOf(keyOf(provider));
  if (known >= 0 && ((known & UNLESS_NAMED) === 0 || !mayNameRecipient())) return known & ~UNLESS_NAMED;
  const kind = kindAtHand();
  return keep(keyOf(providerAtHand()), kind, -Infinity);
}

/** Whether failures of a kind were counted, and one of that time can be counted like them. */
export function isCounted(kind: i32, time: f64): bool {
  const after = COUNTED_AFTER_AT + 8 * kind;
  if (time > load<f64>(after)) return true;
  store<f64>(after, countedAfter(kind));
  return time > load<f64>(after);
}

/** Who runs the host that spoke; 0 where it was not asked for. */
function providerAtHand(): i32 {
  const speaker = load<i32>(SPEAKER_AT);
  return speaker < 0 ? NOBODY : load<u8>(PROVIDERS_AT + speaker);
}

/** The kind of the refusal at hand, where others of it were counted, and this can be counted at once; -1 where it has to be told of. */
export function refusalKind(): i32 {
  const key = keyOf(REFUSAL);
  const known = kindOf(key);
  return known >= 0 ? known : keep(key, refusalKindAtHand(), load<f64>(TIME_AT));
}

/** No key is 0: numbers of texts begin at 0. */
function keyOf(provider: i32): i32 {
  return ((load<i32>(SAID_AT) + 1) << 16) | provider;
}

function slotOf(key: i32): i32 {
  return KINDS_AT + ((key * PRIME) >>> (32 - SLOT_BITS)) * KIND_SLOT_LENGTH;
}

function kindOf(key: i32): i32 {
  const slot = slotOf(key);
  if (load<i32>(slot) !== key || load<f64>(TIME_AT) < load<f64>(slot + KIND_SINCE_AT)) return -1;
  return load<i32>(slot + KIND_NUMBER_AT);
}

function keep(key: i32, kind: i32, since: f64): i32 {
  if (kind < 0) return -1;
  if ((kind & FOR_THIS_RECORD) !== 0) return kind & ~FOR_THIS_RECORD;
  const slot = slotOf(key);
  store<i32>(slot, key);
  store<i32>(slot + KIND_NUMBER_AT, kind);
  store<f64>(slot + KIND_SINCE_AT, since);
  return kind & ~UNLESS_NAMED;
}
