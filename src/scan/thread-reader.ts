import { Zone } from '../model/zone.js';
import type { Summary } from '../summary/summary.js';
import { encodeRuns, encodeSummary } from '../summary/summary-codec.js';
import { type ApartJob, JobReader } from './job-reader.js';
import { NUMBERED, sentReport, type ThreadMessage, type ThreadOrder, type ThreadSettings } from './thread.js';

/**
 * What a thread of a scan does: reads what it is told, one job after another, and answers with what each holds back. What it
 * counts it keeps until the end.
 */
export class ThreadReader {
  readonly #reader: JobReader;
  readonly #total: Summary;
  readonly #say: (message: ThreadMessage, transfer: ArrayBuffer[]) => void;
  /** What was counted in jobs of which it is not known yet whether they were read rightly. */
  readonly #doubtful = new Map<number, Summary>();
  /** Jobs are read one after another. */
  #last = Promise.resolve();

  /** @param say told what the thread has to say, and what of it may be handed over instead of copied. */
  constructor({ zone, ...settings }: ThreadSettings, say: (message: ThreadMessage, transfer: ArrayBuffer[]) => void) {
    this.#reader = new JobReader({ ...settings, zone: new Zone(zone) });
    this.#total = this.#reader.reading.newSummary();
    this.#say = say;
  }

  hear(order: ThreadOrder): void {
    if (order === 'finish') {
      const summary = Uint8Array.from(encodeSummary(this.#total, NUMBERED));
      this.#say({ summary }, [summary.buffer]);
    } else if ('job' in order) {
      // What goes wrong there ends the thread, and is told by it.
      this.#last = this.#last.then(() => this.#read(order.number, order.job));
    } else {
      if (order.counts) this.#total.addCounts(this.#doubtful.get(order.number)!);
      this.#doubtful.delete(order.number);
    }
  }

  async #read(number: number, job: ApartJob): Promise<void> {
    const { summary, reports, ...facts } = await this.#reader.read(job, (bytes) => this.#say({ progress: bytes }, []));
    this.#doubtful.set(number, summary);
    const runs = Uint8Array.from(encodeRuns(summary, NUMBERED));
    this.#say({ result: { runs, reports: reports.map(sentReport), ...facts } }, [runs.buffer]);
  }
}
