import { EventEmitter } from 'node:events';
import { setTimeout } from 'node:timers/promises';
import type { ThreadMessage, ThreadOrder, ThreadSettings } from '../../src/scan/thread.js';
import type { StartThread, Thread } from '../../src/scan/thread-pool.js';
import { ThreadReader } from '../../src/scan/thread-reader.js';

/**
 * Threads of a scan that are none: they read in this one, what they are told and say is copied as between threads, and each
 * word takes the next of the times given, in milliseconds. So every order in which threads can answer comes about.
 */
export function slowThreads(times: readonly number[]): StartThread {
  let spoken = 0;
  /** Passes words on in their order, each after its time. */
  const channel = <Word>(hear: (word: Word) => void) => {
    let last = Promise.resolve();
    return (word: Word) => {
      const copy = structuredClone(word);
      const time = times[spoken++ % times.length] ?? 0;
      last = last.then(async () => {
        if (time > 0) await setTimeout(time);
        hear(copy);
      });
    };
  };
  return (settings: ThreadSettings): Thread => {
    const words = new EventEmitter();
    const reader = new ThreadReader(
      structuredClone(settings),
      channel<ThreadMessage>((message) => words.emit('message', message)),
    );
    return Object.assign(words, {
      postMessage: channel<ThreadOrder>((order) => reader.hear(order)),
      terminate: () => Promise.resolve(),
    });
  };
}
