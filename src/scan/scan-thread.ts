import { parentPort, workerData } from 'node:worker_threads';
import { Zone } from '../model/zone.js';
import type { Summary } from '../summary/summary.js';
import { encodeRuns, encodeSummary } from '../summary/summary-codec.js';
import { type ApartJob, JobReader } from './job-reader.js';
import { NUMBERED, sentReport, type ThreadMessage, type ThreadOrder, type ThreadSettings } from './thread.js';

// A thread of a scan: reads what it is told, one job after another, and answers with what each holds back. What it counts it
// keeps until the end.
const { keepsSummary, zone, ...settings } = workerData as ThreadSettings;
const reader = new JobReader({ ...settings, zone: new Zone(zone) }, keepsSummary);
const total = reader.reading.newSummary();
/** What was counted in jobs of which it is not known yet whether they were read rightly. */
const doubtful = new Map<number, Summary>();
/** Jobs are read one after another. */
let last = Promise.resolve();

const say = (message: ThreadMessage, transfer: ArrayBuffer[] = []) => parentPort!.postMessage(message, transfer);

parentPort!.on('message', (order: ThreadOrder) => {
  if (order === 'finish') {
    const summary = Uint8Array.from(encodeSummary(total, NUMBERED));
    say({ summary }, [summary.buffer]);
  } else if ('job' in order) {
    // What goes wrong there ends the thread, and is told by it.
    last = last.then(() => read(order.number, order.job));
  } else {
    if (order.counts) total.addCounts(doubtful.get(order.number)!);
    doubtful.delete(order.number);
  }
});

async function read(number: number, job: ApartJob): Promise<void> {
  const { summary, reports, ...facts } = await reader.read(job, (bytes) => say({ progress: bytes }));
  doubtful.set(number, summary);
  const runs = Uint8Array.from(encodeRuns(summary, NUMBERED));
  say({ result: { runs, reports: reports.map(sentReport), ...facts } }, [runs.buffer]);
}
