import { parentPort, workerData } from 'node:worker_threads';
import { decompress } from '../input/decompress.js';
import type { Take } from '../input/decompressor.js';
import type { DecompressOrder } from './decompress-order.js';
import { bytesOf } from './descriptor-bytes.js';
import { RingSource } from './ring.js';

// A thread that decompresses one file, as it is started.

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

const take: Take = (chunk) => {
  beside.filler = new Array(Math.ceil(chunk.length / FILLER_SHARE));
  return ring.put(chunk);
};

async function run(): Promise<void> {
  const failed = (message: string) => {
    failure = message;
  };
  const read = bytesOf(descriptor, { progress: (count) => ring.progress(count), failed });
  const wrong = await decompress(content, read, take, () => bytesOf(descriptor, { failed }));
  parentPort!.postMessage(failure ?? wrong);
  ring.end();
}

// What goes wrong there ends the thread, and is told by it.
void run();
