import type { Compressed, Take } from './decompressor.js';
import { inPieces } from './feed.js';

/**
 * The same bytes up to an end, as they come before a place and one by one from there: a library may keep to itself what it made
 * of the piece in which it finds the damage, and of a single byte it makes nothing where that is damaged.
 */
export async function* slowlyFrom(place: number, end: number, compressed: Compressed): Compressed {
  let at = 0;
  for await (const chunk of compressed) {
    const before = chunk.subarray(0, Math.max(place - at, 0));
    if (before.length > 0) yield before;
    yield* inPieces([chunk.subarray(before.length, Math.max(end - at, 0))], 1);
    at += chunk.length;
    if (at >= end) return;
  }
}

/** Takes what comes behind as many bytes, which are known from the first pass. */
export function behind(known: number, take: Take): Take {
  let left = known;
  return (chunk) => {
    const fresh = chunk.subarray(left);
    left -= chunk.length - fresh.length;
    return fresh.length === 0 || take(fresh);
  };
}
