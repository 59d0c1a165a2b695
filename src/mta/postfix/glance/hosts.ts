// What tells whether a client or a next hop is the host itself.

import { COMMA, isDigit, placeOf } from './bytes';
import { LOOPBACK, LOOPBACK_IPV6, ORIG_QUE, UEUE_ID, UNIX_SOCKET } from './words';

export const OPEN: i32 = 91;
export const CLOSE: i32 = 93;
const SLASH: i32 = 47;
const COLON: i32 = 58;

/** Whether what stands in brackets at `at` is on this host. */
function isLoopbackAt(at: i32, end: i32): bool {
  if (end > at && load<u8>(at) === SLASH) return true;
  if (end - at < 4) return false;
  const word = load<u32>(at);
  return word === LOOPBACK || word === LOOPBACK_IPV6 || (end - at >= 8 && load<u64>(at) === UNIX_SOCKET);
}

/** Whether the next hop that is named from `start` on is surely on this host. */
export function isLocalRelay(start: i32, end: i32): bool {
  let p = start;
  while (load<u8>(p) !== OPEN) if (load<u8>(p) === COMMA || ++p >= end) return false;
  return isLoopbackAt(p + 1, end);
}

/** `orig_queue_id=` */
const ORIGINAL_ID_LENGTH: i32 = 14;

/** Whether a client is another host, and its message no rest of one that this host had before. */
export function isPlainClient(start: i32, end: i32): bool {
  const open = placeOf(OPEN, start, end);
  if (isLoopbackAt(open + 1, end)) return false;
  // Behind most addresses the line ends, and no id has room.
  for (let p = placeOf(CLOSE, open, end); end - p > ORIGINAL_ID_LENGTH; p++) {
    p = placeOf(COMMA, p, end);
    if (end - p - 2 < ORIGINAL_ID_LENGTH) break;
    if (load<u64>(p + 2) === ORIG_QUE && load<u64>(p + 2 + ORIGINAL_ID_LENGTH - 8) === UEUE_ID) return false;
  }
  return true;
}

/**
 * The end of an IPv6 address before a closing bracket (`ipv6End` of the classifier); -1 where none stands there. Without a digit it
 * might be a word, and colons at its end belong to the sentence.
 */
export function ipv6End(start: i32, end: i32): i32 {
  let colons = 0;
  let digits = 0;
  let p = start;
  for (; p < end; p++) {
    const c: i32 = load<u8>(p);
    if (c === COLON) colons++;
    else if (isDigit(c)) digits++;
    else if (<u32>((c | 32) - 97) >= 6) break;
  }
  return p < end && load<u8>(p) === CLOSE && colons > 1 && digits > 0 && load<u8>(p - 1) !== COLON ? p : -1;
}
