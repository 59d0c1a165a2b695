// The recipient of a record as rows count how many there are: see `RecipientHashes`.

import { isPrintable } from './bytes';
import { DOMAIN_HASH_AT, IS_HASHED_AT, RECIPIENT_HASH_AT } from './layout';

const AT: i32 = 64;
const CAPITAL_A: i32 = 65;

/** Hashes an address and its domain, where they are written in letters of ASCII. */
export function hashRecipient(start: i32, end: i32): void {
  const isPlain = isPrintable(start, end);
  store<i32>(IS_HASHED_AT, isPlain ? 1 : 0);
  if (!isPlain) return;
  let domain = end;
  while (domain > start && load<u8>(domain - 1) !== AT) domain--;
  // Without an address in front of it, or behind it, it is none.
  const hasDomain = domain > start && domain < end;
  store<f64>(RECIPIENT_HASH_AT, hash53(start, end, hasDomain ? domain : end));
  store<f64>(DOMAIN_HASH_AT, hasDomain ? hash53(domain, end, domain) : 0);
}

/** As `hash53` of the rest. @param lowerFrom from where on letters are taken as if they were small. */
function hash53(start: i32, end: i32, lowerFrom: i32): f64 {
  let a: i32 = <i32>0x9747b28c;
  let b: i32 = 0x3c6ef372;
  for (let p = start; p < end; p++) {
    let c: i32 = load<u8>(p);
    if (p >= lowerFrom && <u32>(c - CAPITAL_A) < 26) c += 32;
    a = (a ^ c) * <i32>0x9e3779b1;
    a ^= a >>> 15;
    b = (b ^ c) * <i32>0x85ebca6b;
    b ^= b >>> 13;
  }
  const length = end - start;
  const upper = (mixed(a ^ length) >>> 11) & 0x1fffff;
  const hash = <f64>upper * 4294967296 + <f64>(<u32>mixed(b + length));
  return hash === 0 ? 1 : hash;
}

function mixed(hash: i32): i32 {
  let h = hash;
  h = (h ^ (h >>> 16)) * <i32>0x85ebca6b;
  h = (h ^ (h >>> 13)) * <i32>0xc2b2ae35;
  return h ^ (h >>> 16);
}
