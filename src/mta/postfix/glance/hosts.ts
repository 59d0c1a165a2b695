// What tells whether a client or a next hop is the host itself.

import { COMMA, placeOf } from './bytes';
import { LOOPBACK, LOOPBACK_IPV6, ORIG_QUE, UEUE_ID, UNIX_SOCKET } from './words';

export const OPEN: i32 = 91;
export const CLOSE: i32 = 93;
const SLASH: i32 = 47;

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
