// Hashes that the rest makes too, of texts: both must be the same.

/** What the hashes are made with. */
const PRIME: i32 = <i32>0x9e3779b1;
const MIX: i32 = <i32>0x85ebca6b;
const LAST_MIX: i32 = <i32>0xc2b2ae35;
const SEED: i32 = <i32>0x9747b28c;
const OTHER_SEED: i32 = 0x3c6ef372;
const CAPITAL_A: i32 = 65;

/** As `hashOfIdBytes` of the rest. */
export function hashOfId(start: i32, length: i32): i32 {
  const last = start + length - 4;
  let hash = length;
  for (let p = start; p < last; p += 4) hash = (hash ^ load<i32>(p)) * PRIME;
  return (hash ^ (hash >>> 15) ^ load<i32>(last)) * MIX;
}

/** As `hashBytes` of the rest. */
export function keyOf(start: i32, end: i32, seed: f64): f64 {
  const bits = <u64>seed;
  let a: i32 = SEED ^ <i32>bits;
  let b: i32 = OTHER_SEED ^ <i32>(bits >> 32);
  const last = end - 4;
  for (let p = start; p < last; p += 4) {
    const word = load<i32>(p);
    a = (a ^ word) * PRIME;
    b = (b ^ word) * MIX;
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  let rest = 0;
  if (last >= start) rest = load<i32>(last);
  else for (let p = start; p < end; p++) rest = (rest << 8) | <i32>load<u8>(p);
  a = (a ^ rest) * PRIME;
  b = (b ^ rest) * MIX;
  a = (a ^ (a >>> 16) ^ (end - start)) * MIX;
  b = (b ^ (b >>> 16)) * LAST_MIX;
  const upper = ((a ^ (a >>> 13)) >> 11) & 0x1fffff;
  const lower = <u32>(b ^ (b >>> 16));
  return <f64>upper * 4294967296 + <f64>lower;
}

/** As `hash53` of the rest. @param lowerFrom from where on letters are taken as if they were small. */
export function hash53(start: i32, end: i32, lowerFrom: i32): f64 {
  let a: i32 = SEED;
  let b: i32 = OTHER_SEED;
  for (let p = start; p < end; p++) {
    let c: i32 = load<u8>(p);
    if (p >= lowerFrom && <u32>(c - CAPITAL_A) < 26) c += 32;
    a = (a ^ c) * PRIME;
    a ^= a >>> 15;
    b = (b ^ c) * MIX;
    b ^= b >>> 13;
  }
  const length = end - start;
  const upper = (mixed(a ^ length) >>> 11) & 0x1fffff;
  const hash = <f64>upper * 4294967296 + <f64>(<u32>mixed(b + length));
  return hash === 0 ? 1 : hash;
}

function mixed(hash: i32): i32 {
  let h = hash;
  h = (h ^ (h >>> 16)) * MIX;
  h = (h ^ (h >>> 13)) * LAST_MIX;
  return h ^ (h >>> 16);
}
