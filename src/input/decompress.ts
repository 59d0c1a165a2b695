import { bunzip2 } from './bzip2.js';
import type { Content } from './content.js';
import type { Compressed, Decompressor, Take } from './decompressor.js';
import { gunzip } from './gzip.js';
import { unxz } from './xz.js';
import { unzstd } from './zstd.js';

/** Content that is read through a decompressor. */
export type CompressedContent = Extract<Content, 'gzip' | 'zstd' | 'xz' | 'bzip2'>;

const DECOMPRESSORS: Readonly<Record<CompressedContent, Decompressor>> = { gzip: gunzip, zstd: unzstd, xz: unxz, bzip2: bunzip2 };

export const isCompressed = (content: Content): content is CompressedContent => Object.hasOwn(DECOMPRESSORS, content);

/** Decompresses to the end, or until no more is wanted. @returns what is wrong with the content, or null. */
export async function decompress(content: CompressedContent, compressed: Compressed, take: Take): Promise<string | null> {
  // What goes wrong where the bytes are taken must not pass for damage.
  let fault: { readonly error: unknown } | null = null;
  const guarded: Take = (chunk) => {
    try {
      return take(chunk);
    } catch (error) {
      fault = { error };
      return false;
    }
  };
  const wrong = await DECOMPRESSORS[content](compressed, guarded);
  if (fault !== null) throw (fault as { readonly error: unknown }).error;
  return wrong;
}
