import { Worker } from 'node:worker_threads';
import type { DecompressApart } from '../input/read.js';
import type { DecompressOrder } from './decompress-order.js';
import { RingDrain, ringMemory } from './ring.js';

/** Bytes that are taken before other work, such as a signal, gets its turn; and how long nothing may come, in milliseconds. */
const TURN = 16 * 1024 * 1024;
const PATIENCE = 100;
/** Room for new objects in the thread, in MiB. */
const YOUNG_GENERATION = 1;

/**
 * Decompresses a file in a thread of its own while what came of it is taken here. No message goes between the two but the last, and
 * nothing of the buffers that a decompressor leaves behind is for the collector of this thread.
 */
export const decompressApart: DecompressApart = async ({ descriptor, content }, take, { progress, ready }) => {
  const memory = ringMemory();
  const order: DecompressOrder = { memory, descriptor, content };
  const worker = started(order);
  if (worker === null) return undefined;
  let failure: Error | null = null;
  const told = new Promise<string | null>((resolve) => {
    worker.on('message', resolve);
    worker.on('error', (error) => {
      failure = error;
      resolve(null);
    });
  });
  const ring = new RingDrain(memory);
  let taken = 0;
  let sinceTurn = 0;
  try {
    for (;;) {
      const piece = ring.next(PATIENCE);
      if (piece?.length === 0) break;
      if (piece !== null) {
        const isWanted = take(piece);
        taken += piece.length;
        sinceTurn += piece.length;
        if (!isWanted) {
          ring.stop();
          break;
        }
        ring.release();
        const room = ready?.() ?? null;
        if (room !== null) await room;
      }
      // The first turn comes at once: what starts a thread may have changed how the heap of this one grows.
      if (piece !== null && sinceTurn < TURN && taken > sinceTurn) continue;
      sinceTurn = 0;
      progress?.(ring.progress);
      await new Promise<void>((resolve) => setImmediate(resolve));
      if (failure !== null) break;
    }
    const wrong = await told;
    progress?.(ring.progress);
    // Where no thread can be started, the file is decompressed here.
    if (failure !== null && taken === 0) return undefined;
    if (failure !== null) throw failure;
    return wrong;
  } finally {
    await worker.terminate();
  }
};

/** A thread, or null where there may be no more of them. */
function started(order: DecompressOrder): Worker | null {
  try {
    return new Worker(new URL('./decompress-thread.js', import.meta.url), {
      workerData: order,
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_GENERATION },
    });
  } catch {
    return null;
  }
}
