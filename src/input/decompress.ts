import { bunzip2 } from './bzip2.js';
import type { Content } from './content.js';
import type { Again, Compressed, Decompressor, Take } from './decompressor.js';
import { gunzip } from './gzip.js';
import { unxz } from './xz.js';
import { unzstd } from './zstd.js';

/** Content that is read through a decompressor. */
export type CompressedContent = Extract<Content, 'gzip' | 'zstd' | 'xz' | 'bzip2'>;

const DECOMPRESSORS: Readonly<Record<CompressedContent, Decompressor>> = { gzip: gunzip, zstd: unzstd, xz: unxz, bzip2: bunzip2 };

/**
 * What is more than this many times as large as its compressed form is no log but a decompression bomb, and reading stops. A log
 * of nothing but the attempts of one message, the most repetitive that a server writes, comes to 450 with xz.
 */
export const MOST_RATIO = 1000;
/** Up to this many bytes any ratio will do. */
export const UNSUSPECTED = 64 * 1024 * 1024;

export const isCompressed = (content: Content): content is CompressedContent => Object.hasOwn(DECOMPRESSORS, content);

/**
 * Decompresses to the end, or until no more is wanted.
 * @param again given where the bytes can be read a second time.
 * @returns what is wrong with the content, or null.
 */
export async function decompress(
  content: CompressedContent,
  compressed: Compressed,
  take: Take,
  again?: Again,
): Promise<string | null> {
  // What goes wrong where the bytes are taken must not pass for damage.
  let fault: { readonly error: unknown } | null = null;
  let isBomb = false;
  let packed = 0;
  let unpacked = 0;
  const weighed: Compressed = (async function* () {
    for await (const chunk of compressed) {
      packed += chunk.length;
      yield chunk;
    }
  })();
  const guarded: Take = (chunk) => {
    unpacked += chunk.length;
    isBomb = unpacked > UNSUSPECTED && unpacked > packed * MOST_RATIO;
    if (isBomb) return false;
    try {
      return take(chunk);
    } catch (error) {
      fault = { error };
      return false;
    }
  };
  const wrong = await DECOMPRESSORS[content](weighed, guarded, again);
  if (fault !== null) throw (fault as { readonly error: unknown }).error;
  return isBomb ? bomb(content) : wrong;
}

/** The program that decompresses has the name of the format. */
const bomb = (content: CompressedContent): string =>
  `the ${content} file holds more than ${MOST_RATIO} times its size, as a decompression bomb does, and is not read on: if it is a log, decompress it and pass it on standard input (${content} -dc FILE | bouncelens -)`;
