/** What the first bytes of an input are. */
export type Content = 'empty' | 'text' | 'gzip' | 'zstd' | 'xz' | 'bzip2' | 'binary';

const MAGIC: readonly { readonly content: Content; readonly bytes: readonly number[] }[] = [
  { content: 'gzip', bytes: [0x1f, 0x8b] },
  { content: 'zstd', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { content: 'xz', bytes: [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] },
  { content: 'bzip2', bytes: [0x42, 0x5a, 0x68] },
];

/** As many bytes as the longest mark has. */
export const MARK = Math.max(...MAGIC.map(({ bytes }) => bytes.length));

/** How many bytes `contentOf` wants to see. */
export const SAMPLE = 64 * 1024;
/** A text may hold a few control characters (an ANSI escape, a damaged byte), but no more than this share. */
const MOST_CONTROL = 0.05;

/** Bytes that are no text, NUL among them. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: it is control characters that are looked for.
const CONTROL = /[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f]/;

/** Tells compressed, binary and text content apart by the bytes, not by the name. NULs are damage, not content. */
export function contentOf(sample: Uint8Array): Content {
  if (sample.length === 0) return 'empty';
  const known = MAGIC.find(({ bytes }) => bytes.every((byte, i) => sample[i] === byte));
  if (known !== undefined) return known.content;
  if (isSkippable(sample)) return 'zstd';
  const bytes = Buffer.from(sample.buffer, sample.byteOffset, sample.byteLength);
  // Most logs have none, which is told at once.
  if (!CONTROL.test(bytes.toString('latin1'))) return 'text';
  let control = 0;
  let nuls = 0;
  for (const byte of sample) {
    if (byte === 0) nuls++;
    else if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 27) control++;
  }
  const rest = sample.length - nuls;
  // In UTF-16 and in most binary files NULs are spread over the content; a crash leaves them in one run.
  const spread = nuls > 0 && rest > 0 && nulRuns(sample) > 16;
  return spread || control > MOST_CONTROL * rest ? 'binary' : 'text';
}

/** Zstandard content may start with a frame that holds notes of the program that wrote it, as pzstd does. */
const isSkippable = (sample: Uint8Array): boolean =>
  (sample[0]! & 0xf0) === 0x50 && sample[1] === 0x2a && sample[2] === 0x4d && sample[3] === 0x18;

function nulRuns(sample: Uint8Array): number {
  let runs = 0;
  for (let i = 0; i < sample.length; i++) if (sample[i] === 0 && sample[i - 1] !== 0) runs++;
  return runs;
}
