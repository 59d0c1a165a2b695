import type { ClockState, FirstReading } from '../mta/log-clock.js';
import type { Summary } from '../summary/summary.js';
import { type Beginning, InputDirectory } from './input-directory.js';
import { InputReading, type ReadingOptions } from './input-reading.js';
import type { InputReport, UnparsedExample } from './input-report.js';
import type { Stretch, WholeInput } from './stretch.js';

/** What is read apart from the rest: inputs that follow each other, or a part of one. */
export type ApartJob = { readonly wholes: readonly WholeInput[] } | { readonly stretch: Stretch };

/** What is told of a job beside what was counted. */
export interface JobFacts {
  readonly unparsed: readonly UnparsedExample[];
  /** What tells the inputs that were read, or parts of them. */
  readonly beginnings: readonly Beginning[];
  /** Of a stretch: the first line without a year, how the clock stands at the end, and whether it can be read apart at all. */
  readonly first: FirstReading | null;
  readonly clock: ClockState | null;
  readonly isWrapped: boolean;
}

interface JobResult extends JobFacts {
  readonly summary: Summary;
  readonly reports: readonly InputReport[];
}

type Progress = (bytes: number) => void;

/** Reads jobs into summaries of their own, each input into a run of its own, in any thread and in any order. */
export class JobReader {
  readonly reading: InputReading;
  readonly #directory = new InputDirectory([]);

  constructor(options: ReadingOptions) {
    this.reading = new InputReading(options, this.#directory, process);
  }

  read(job: ApartJob, progress: Progress): Promise<JobResult> {
    return 'stretch' in job ? this.#stretch(job.stretch, progress) : this.#wholes(job.wholes, progress);
  }

  async #wholes(wholes: readonly WholeInput[], progress: Progress): Promise<JobResult> {
    const summary = this.reading.newSummary();
    const unparsed: UnparsedExample[] = [];
    const reports: InputReport[] = [];
    let before = 0;
    let last = 0;
    const told = (bytes: number) => {
      last = bytes;
      progress(before + bytes);
    };
    for (const whole of wholes) {
      const run = summary.startRun();
      reports.push(await this.reading.whole(whole, { summary, run }, unparsed, told));
      before += last;
      last = 0;
    }
    const beginnings = wholes.flatMap(({ input }) => this.#directory.beginning(input) ?? []);
    return { summary, reports, unparsed, beginnings, first: null, clock: null, isWrapped: false };
  }

  async #stretch(stretch: Stretch, progress: Progress): Promise<JobResult> {
    const { input, fingerprint, firstTime } = stretch;
    this.#directory.identify(input, fingerprint);
    this.#directory.begins(input, firstTime);
    const { report, ...rest } = await this.reading.stretch(stretch, progress);
    return { ...rest, reports: [report], beginnings: [{ input, fingerprint, time: firstTime }] };
  }
}
