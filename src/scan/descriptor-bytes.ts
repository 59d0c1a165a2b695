import { readSync } from 'node:fs';
import type { Compressed } from '../input/decompressor.js';
import { systemMessage } from '../input/input-error.js';

const CHUNK = 64 * 1024;

/**
 * The bytes of an open file from its start, wherever others read it. They end where they cannot be read.
 * @param told.progress how many bytes were read. @param told.failed why no more can be.
 */
export async function* bytesOf(
  descriptor: number,
  told: {
    readonly progress?: ((read: number) => void) | undefined;
    readonly failed?: ((message: string) => void) | undefined;
  } = {},
): Compressed {
  let at = 0;
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const read = readSync(descriptor, chunk, 0, CHUNK, at);
      if (read === 0) return;
      at += read;
      told.progress?.(at);
      yield chunk.subarray(0, read);
    }
  } catch (error) {
    told.failed?.(systemMessage(error));
  }
}
