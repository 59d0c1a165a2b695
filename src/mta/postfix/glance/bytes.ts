// Ranges of bytes. Sixteen are looked at together, also beyond the end of a range: behind the block there is more memory.

export const NEWLINE: i32 = 10;
const CARRIAGE_RETURN: i32 = 13;
export const SPACE: i32 = 32;
const QUOTE: i32 = 34;
export const COMMA: i32 = 44;
const GREATER: i32 = 62;
const BACKSLASH: i32 = 92;

/** A line is looked at here up to this length. */
const LONGEST: i32 = 4096;

export function isDigit(c: i32): bool {
  return <u32>(c - 48) < 10;
}

/** Whether two ranges of at least four bytes are equal. The last bytes overlap where they must. */
export function isSame(a: i32, b: i32, length: i32): bool {
  if (length < 8) return load<u32>(a) === load<u32>(b) && load<u32>(a + length - 4) === load<u32>(b + length - 4);
  const last = length - 8;
  if (load<u64>(a + last) !== load<u64>(b + last)) return false;
  for (let i = 0; i < last; i += 8) if (load<u64>(a + i) !== load<u64>(b + i)) return false;
  return true;
}

/** Copies bytes; where the ranges overlap, to a place before. Up to fifteen more bytes behind them are written. */
export function copyBytes(to: i32, from: i32, length: i32): void {
  for (let i = 0; i < length; i += 16) v128.store(to + i, v128.load(from + i));
}

/** Where a byte stands first; `end` where it does not. */
export function placeOf(c: i32, start: i32, end: i32): i32 {
  const wanted = i8x16.splat(<i8>c);
  for (let p = start; p < end; p += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(p), wanted));
    if (mask !== 0) return min(p + ctz(mask), end);
  }
  return end;
}

/** Whether all bytes are printable ones of ASCII. */
export function isPrintable(start: i32, end: i32): bool {
  const space = i8x16.splat(<i8>SPACE);
  const rubout = i8x16.splat(127);
  for (let p = start; p < end; p += 16) {
    const bytes = v128.load(p);
    // Bytes beyond ASCII are negative numbers.
    let mask = i8x16.bitmask(v128.or(i8x16.lt_s(bytes, space), i8x16.eq(bytes, rubout)));
    if (end - p < 16) mask &= (1 << (end - p)) - 1;
    if (mask !== 0) return false;
  }
  return true;
}

/** Where a line ends that has no carriage return; -1 where that is not in sight. */
export function lineEnd(from: i32, filled: i32): i32 {
  const newline = i8x16.splat(<i8>NEWLINE);
  const limit = min(filled, from + LONGEST + 1);
  for (let p = from; p < limit; p += 16) {
    const mask = i8x16.bitmask(i8x16.eq(v128.load(p), newline));
    if (mask === 0) continue;
    const end = p + ctz(mask);
    return end >= limit || load<u8>(end - 1) === CARRIAGE_RETURN ? -1 : end;
  }
  return -1;
}

/** The end of an address without quotes, with `>, ` behind it; -1 where there is none before `limit`. */
export function plainAddressEnd(start: i32, limit: i32): i32 {
  for (let p = start; p < limit; p += 16) {
    const bytes = v128.load(p);
    const ends = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>GREATER)), i8x16.eq(bytes, i8x16.splat(<i8>NEWLINE)));
    const quotes = v128.or(i8x16.eq(bytes, i8x16.splat(<i8>QUOTE)), i8x16.eq(bytes, i8x16.splat(<i8>BACKSLASH)));
    let mask = i8x16.bitmask(v128.or(ends, quotes));
    for (; mask !== 0; mask &= mask - 1) {
      const at = p + ctz(mask);
      if (at >= limit || load<u8>(at) !== GREATER) return -1;
      if (load<u8>(at + 1) === COMMA && load<u8>(at + 2) === SPACE) return at;
    }
  }
  return -1;
}
