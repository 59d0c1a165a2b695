import { once } from 'node:events';
import type { Writable } from 'node:stream';
import type { Compressed } from './decompressor.js';

/** The same bytes in smaller pieces: of the piece in which the content is damaged, a library may hand on nothing. */
export async function* inPieces(compressed: Compressed | Iterable<Uint8Array>, size: number): Compressed {
  for await (const chunk of compressed) for (let at = 0; at < chunk.length; at += size) yield chunk.subarray(at, at + size);
}

/** Writes all that comes into a stream, no faster than it takes it, and ends it. Stops when the stream was closed. */
export async function feed(compressed: Compressed, into: Writable): Promise<void> {
  const closed = new Promise<void>((resolve) => into.once('close', resolve));
  for await (const chunk of compressed) {
    if (into.destroyed) return;
    if (into.write(chunk)) continue;
    const waiting = new AbortController();
    // An error closes the stream too, and is told where the stream was made.
    const drained = once(into, 'drain', { signal: waiting.signal }).catch(() => {});
    await Promise.race([drained, closed]);
    waiting.abort();
  }
  if (!into.destroyed) into.end();
}
