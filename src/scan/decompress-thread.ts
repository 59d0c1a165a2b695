import { readSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { decompress } from '../input/decompress.js';
import type { Compressed, Take } from '../input/decompressor.js';
import { systemMessage } from '../input/input-error.js';
import type { DecompressOrder } from './decompress-order.js';
import { RingSource } from './ring.js';

// A thread that decompresses one file, as it is started.

const CHUNK = 64 * 1024;
/**
 * The collector looks for dead buffers when the room for new objects is full, and a buffer itself takes hardly a part of it. An array of a
 * place for so many bytes beside each makes it look before 10 MiB of them are dead: 20 to 35 MiB less at the peak.
 */
const FILLER_SHARE = 64;

const { memory, descriptor, content } = workerData as DecompressOrder;
const ring = new RingSource(memory);
let failure: string | null = null;
/** Nobody reads it; it is kept so that it is made. */
const beside = { filler: [] as number[] };

/** The bytes of the file from its start; they end where they cannot be read. */
async function* bytes(progress: (read: number) => void): Compressed {
  let at = 0;
  try {
    for (;;) {
      const chunk = Buffer.allocUnsafe(CHUNK);
      const read = readSync(descriptor, chunk, 0, CHUNK, at);
      if (read === 0) return;
      at += read;
      progress(at);
      yield chunk.subarray(0, read);
    }
  } catch (error) {
    failure = systemMessage(error);
  }
}

const take: Take = (chunk) => {
  beside.filler = new Array(Math.ceil(chunk.length / FILLER_SHARE));
  return ring.put(chunk);
};

async function run(): Promise<void> {
  const read = bytes((count) => ring.progress(count));
  const wrong = await decompress(content, read, take, () => bytes(() => {}));
  parentPort!.postMessage(failure ?? wrong);
  ring.end();
}

// What goes wrong there ends the thread, and is told by it.
void run();
