import { parentPort, workerData } from 'node:worker_threads';
import type { ThreadOrder, ThreadSettings } from './thread.js';
import { ThreadReader } from './thread-reader.js';

// A thread of a scan, as it is started.
const reader = new ThreadReader(workerData as ThreadSettings, (message, transfer) => parentPort!.postMessage(message, transfer));
parentPort!.on('message', (order: ThreadOrder) => reader.hear(order));
