import { createGunzip } from 'node:zlib';
import { cutShort, type Decompressor, damaged } from './decompressor.js';
import { feed } from './feed.js';

/** Of the output in which the content is damaged nothing is handed on, so it is no larger than speed asks for. */
const OUTPUT = 64 * 1024;

/** Inflates gzip, members one after another. */
export const gunzip: Decompressor = async (compressed, take) => {
  const stream = createGunzip({ chunkSize: OUTPUT });
  let wanted = true;
  const ended = new Promise<string | null>((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      if (!wanted) return;
      wanted = take(chunk);
      if (!wanted) stream.destroy();
    });
    stream.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'Z_BUF_ERROR' ? cutShort('gzip') : damaged('gzip', error.message)),
    );
    stream.on('close', () => resolve(null));
  });
  await feed(compressed, stream);
  return ended;
};
