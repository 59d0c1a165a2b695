import { createGunzip } from 'node:zlib';
import { cutShort, type Decompressor, damaged } from './decompressor.js';
import { feed } from './feed.js';

/** Of the output in which the content is damaged nothing is handed on, so it is no larger than speed asks for. */
const OUTPUT = 64 * 1024;

/** Inflates gzip, members one after another, in a thread of zlib's. */
export const gunzip: Decompressor = async (compressed, take) => {
  const stream = createGunzip({ chunkSize: OUTPUT });
  let wanted = true;
  let waiting: Buffer[] = [];
  const takeAll = () => {
    const chunks = waiting;
    waiting = [];
    for (const chunk of chunks) if (wanted) wanted = take(chunk);
    if (!wanted) stream.destroy();
  };
  const ended = new Promise<string | null>((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      // zlib goes on when this returns: what it has inflated so far is taken at the same time as it inflates more.
      if (waiting.push(chunk) === 1) queueMicrotask(takeAll);
    });
    const end = (wrong: string | null) => {
      takeAll();
      resolve(wrong);
    };
    stream.on('error', (error: NodeJS.ErrnoException) =>
      end(error.code === 'Z_BUF_ERROR' ? cutShort('gzip') : damaged('gzip', error.message)),
    );
    stream.on('close', () => end(null));
  });
  await feed(compressed, stream);
  return ended;
};
