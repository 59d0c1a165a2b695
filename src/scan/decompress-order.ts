import type { CompressedContent } from '../input/decompress.js';

/** What a thread is told that decompresses a file. */
export interface DecompressOrder {
  /** That of a ring, into which the content is put. */
  readonly memory: SharedArrayBuffer;
  readonly descriptor: number;
  readonly content: CompressedContent;
}
