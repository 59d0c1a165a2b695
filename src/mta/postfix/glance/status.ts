// What a delivery record says became of the recipient.

import { STATUS } from './words';

const EQUALS: i32 = 61;

/** Where `, status=` stands, or -1. */
export function statusMark(start: i32, end: i32): i32 {
  const equals = i8x16.splat(<i8>EQUALS);
  for (let p = start + 8; p < end; p += 16) {
    let mask = i8x16.bitmask(i8x16.eq(v128.load(p), equals));
    for (; mask !== 0; mask &= mask - 1) {
      const at = p + ctz(mask);
      if (at >= end) return -1;
      if (load<u64>(at - 8) === STATUS) return at - 8;
    }
  }
  return -1;
}
