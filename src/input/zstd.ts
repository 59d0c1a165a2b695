import type { Transform } from 'node:stream';
import zlib from 'node:zlib';
import { cutShort, type Decompressor, damaged, type Take } from './decompressor.js';
import { type FrameDecoder, type FrameHeader, UnsupportedFrame, ZstdFrames } from './zstd-frames.js';

/** As much as a block holds at most. */
const OUTPUT = 128 * 1024;

/** Node has zstd of its own from 22.15 on. */
const { createZstdDecompress } = zlib as typeof zlib & {
  readonly createZstdDecompress?: (options: { readonly chunkSize: number }) => Transform;
};

/** Decompresses zstd, frames one after another. */
export const unzstd: Decompressor = async (compressed, take) => {
  let wanted = true;
  const give = (chunk: Uint8Array): boolean => {
    if (wanted) wanted = take(chunk);
    return wanted;
  };
  const decoderFor = createZstdDecompress === undefined ? await portable(give) : () => native(createZstdDecompress, give);
  const frames = new ZstdFrames(decoderFor);
  try {
    for await (const chunk of compressed) {
      await frames.push(chunk);
      if (!wanted) return null;
    }
    return (await frames.end()) ? null : cutShort('zstd');
  } catch (error) {
    if (!wanted) return null;
    const { message } = error as Error;
    return error instanceof UnsupportedFrame ? `the zstd file ${message}` : damaged('zstd', message);
  } finally {
    frames.stop();
  }
};

/** A frame by the zstd of Node, which checks the checksum itself. */
function native(create: NonNullable<typeof createZstdDecompress>, give: Take): FrameDecoder {
  const stream = create({ chunkSize: OUTPUT });
  let failure: Error | null = null;
  stream.on('data', (chunk: Buffer) => {
    if (!give(chunk)) stream.destroy();
  });
  stream.on('error', (error) => {
    failure = error;
  });
  const closed = new Promise<void>((resolve) => stream.once('close', resolve));
  const check = () => {
    if (failure !== null) throw failure;
  };
  return {
    async push(bytes) {
      // A stream that failed takes nothing and says nothing.
      await Promise.race([new Promise<void>((resolve) => stream.write(bytes, () => resolve())), closed]);
      check();
    },
    async end() {
      stream.end();
      await closed;
      check();
    },
    stop: () => void stream.destroy(),
  };
}

/** Frames by a library, which leaves the checksum to others. */
async function portable(give: Take): Promise<(header: FrameHeader) => FrameDecoder> {
  const { Decompress } = await import('fzstd');
  const { create64 } = await (await import('xxhash-wasm')).default();
  return ({ checksum }) => {
    const hash = checksum ? create64() : null;
    let last = new Uint8Array();
    const decoder = new Decompress((chunk) => {
      hash?.update(chunk);
      // A few bytes may hold gigabytes, so the library is not let go on to the end of them.
      if (!give(chunk)) throw new Error('no more is wanted');
    });
    return {
      async push(bytes) {
        if (bytes.length === 0) return;
        decoder.push(bytes);
        last = Buffer.concat([last, bytes.subarray(-4)]).subarray(-4);
      },
      async end() {
        decoder.push(new Uint8Array(), true);
        if (hash === null) return;
        if (Number(hash.digest() & 0xffff_ffffn) !== Buffer.from(last).readUInt32LE()) throw new Error('its checksum is wrong');
      },
      stop: () => {},
    };
  };
}
