import { Worker } from 'node:worker_threads';
import { decompress } from '../input/decompress.js';
import type { Take } from '../input/decompressor.js';
import { type DecompressApart, inTurns, type Ready } from '../input/read.js';
import { behind } from '../input/second-pass.js';
import type { DecompressOrder } from './decompress-order.js';
import { bytesOf } from './descriptor-bytes.js';
import { RingDrain, ringMemory } from './ring.js';
import { spareCompiler } from './spare-compiler.js';

/** Bytes that are taken before other work, such as a signal, gets its turn; and how long nothing may come, in milliseconds. */
const TURN = 16 * 1024 * 1024;
const PATIENCE = 100;
/** Room for new objects in the thread, in MiB. */
const YOUNG_GENERATION = 1;

/**
 * Decompresses a file in a thread of its own while what came of it is taken here. No message goes between the two but the last, and
 * nothing of the buffers that a decompressor leaves behind is for the collector of this thread. Until that thread has started, the same is
 * decompressed here.
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
  let known = 0;
  // The thread begins anew with what was read here.
  const reached = (bytes: number) => {
    if (bytes > known) progress?.(bytes);
    known = Math.max(known, bytes);
  };
  let sinceTurn = 0;
  let hadTurn = false;
  let isStarted = false;
  try {
    const ahead = await decompressAhead(order, take, reached, () => ring.isEmpty && (ready?.() ?? null) === null);
    if (ahead.isOver) return ahead.wrong;
    const takeFresh = behind(ahead.taken, take);
    for (;;) {
      const piece = ring.next(PATIENCE);
      if (piece?.length === 0) break;
      if (piece !== null) {
        if (!isStarted) spareCompiler();
        isStarted = true;
        sinceTurn += piece.length;
        if (!takeFresh(piece)) {
          ring.stop();
          break;
        }
        ring.release();
        const room = ready?.() ?? null;
        if (room !== null) await room;
      }
      // The first turn comes at once: what starts a thread may have changed how the heap of this one grows.
      if (piece !== null && sinceTurn < TURN && hadTurn) continue;
      sinceTurn = 0;
      hadTurn = true;
      reached(ring.progress);
      await turn();
      if (failure !== null) break;
    }
    const wrong = await told;
    reached(ring.progress);
    if (failure === null) return wrong;
    if (isStarted) throw failure;
    // Where no thread can be started, the file is decompressed here.
    return ahead.taken === 0 ? undefined : await decompressHere(order, takeFresh, reached, () => ready?.() ?? turn());
  } finally {
    await worker.terminate();
  }
};

/** What came of a file before its thread had started. */
interface Ahead {
  readonly taken: number;
  /** Whether that is all, or all that is wanted; and what is wrong with the file then. */
  readonly isOver: boolean;
  readonly wrong: string | null;
}

/** Decompresses the beginning of a file here. Of other formats than gzip it would take as long to begin. @param goesOn asked after each piece. */
async function decompressAhead(
  order: DecompressOrder,
  take: Take,
  progress: (bytes: number) => void,
  goesOn: () => boolean,
): Promise<Ahead> {
  let taken = 0;
  if (order.content !== 'gzip') return { taken, isOver: false, wrong: null };
  let isOver = true;
  const takeAhead: Take = (piece) => {
    taken += piece.length;
    if (!take(piece)) return false;
    isOver = taken < TURN && goesOn();
    return isOver;
  };
  const wrong = await decompressHere(order, takeAhead, progress);
  return { taken, isOver, wrong };
}

/** Decompresses a file in this thread. @param ready waited for after each piece that is read; nothing else gets its turn without it. */
async function decompressHere(
  { descriptor, content }: DecompressOrder,
  take: Take,
  progress: (bytes: number) => void,
  ready?: Ready,
): Promise<string | null> {
  let failure: string | null = null;
  const failed = (message: string) => {
    failure = message;
  };
  const bytes = bytesOf(descriptor, { progress, failed });
  const read = ready === undefined ? bytes : inTurns(bytes, ready);
  const wrong = await decompress(content, read, take, () => bytesOf(descriptor, { failed }));
  return failure ?? wrong;
}

/** Other work gets its turn. */
const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

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
