import { closeSync } from 'node:fs';
import { type ClockState, readsAlike } from '../mta/log-clock.js';
import { Run } from '../summary/run.js';
import type { Summary } from '../summary/summary.js';
import { decodeRuns, EncodedSummary } from '../summary/summary-codec.js';
import type { InputDirectory } from './input-directory.js';
import { heldBy, type InputReading, type ReadingOptions } from './input-reading.js';
import { type InputReport, type InputReports, MOST_EXAMPLES, newInputReport, type UnparsedExample } from './input-report.js';
import { type ApartJob, type JobFacts, JobReader } from './job-reader.js';
import type { CutInput, Job } from './jobs.js';
import type { Stretch, WholeInput } from './stretch.js';
import { NUMBERED, receivedReport } from './thread.js';
import type { ThreadAnswer, ThreadPool } from './thread-pool.js';

/** A job that was read apart from the rest, by whomever. */
interface Outcome extends JobFacts {
  readonly reports: readonly InputReport[];
  /** Adds what was counted. @returns what is held back, which counts into the summary of the scan. */
  readonly take: () => readonly Run[];
  /** What was counted does not count. */
  readonly drop: () => void;
}

/** A log of which some stretches were read. */
interface Growing {
  readonly run: Run;
  readonly report: InputReport;
  /** Where the clock stands behind the last. */
  clock: ClockState | null;
}

/** A job that was given away, until it is put together with those before it. */
interface Ahead {
  readonly job: Job;
  /** Null where nothing is to be read, or only when its turn comes. */
  readonly outcome: Promise<Outcome> | null;
  isDone: boolean;
}

/** A job that waits for a thread, and for which the main one may do as well. */
interface Open {
  readonly progress: (bytes: number) => void;
  readonly resolve: (outcome: Promise<Outcome>) => void;
}

export interface AssemblyOptions {
  readonly reading: ReadingOptions;
  /** What reads inputs in their order in this thread. */
  readonly inOrder: InputReading;
  /** Null when everything is read in this thread. */
  readonly pool: ThreadPool | null;
  readonly directory: InputDirectory;
  readonly reports: InputReports;
  /** Whether what is held back of each input stays apart: what another summary holds may belong between two. */
  readonly keepsSummary: boolean;
  /** Whether inputs are read into one run as they come: for those who want to know at once what each line means. */
  readonly inOneRun: boolean;
  /** Told how many bytes were read in all. */
  readonly progress: (bytes: number) => void;
}

/** How many jobs for each thread may be given away before the first of them is put together with what was before. */
const AHEAD = 3;

/** Has the jobs of a scan read, in threads and here, and puts what they hold together in reading order. */
export class Assembly {
  readonly summary: Summary;
  readonly unparsed: UnparsedExample[] = [];
  readonly #options: AssemblyOptions;
  readonly #apart: JobReader;
  readonly #growing = new Map<CutInput, Growing>();
  readonly #open = new Map<ApartJob, Open>();
  /** Bytes read by each job that is under way, and by all others. */
  readonly #bytes = new Map<Job, number>();
  #bytesBefore = 0;

  constructor(options: AssemblyOptions) {
    this.#options = options;
    this.#apart = new JobReader(options.reading);
    this.summary = options.inOrder.newSummary();
    if (!options.keepsSummary) this.summary.startRun();
  }

  /** @param threads how many read at the same time, this one included. */
  async run(jobs: Iterator<Job>, threads: number): Promise<void> {
    const ahead: Ahead[] = [];
    const most = threads === 1 ? 1 : threads * AHEAD;
    let next = jobs.next();
    for (;;) {
      while (ahead.length < most && next.done !== true) {
        const job = next.value;
        next = jobs.next();
        // What is all there is to do is done here: to start a thread for it would only take time.
        ahead.push(this.#giveAway(job, ahead.length === 0 && next.done === true));
      }
      const [first] = ahead;
      if (first === undefined) break;
      if (first.outcome !== null && !first.isDone && (await this.#helpOut())) continue;
      await this.#putTogether(first);
      ahead.shift();
      this.#bytesBefore += this.#bytes.get(first.job) ?? 0;
      this.#bytes.delete(first.job);
    }
    await this.#addThreads();
  }

  #giveAway(job: Job, isAll: boolean): Ahead {
    const { pool } = this.#options;
    const nobody = { job, outcome: null, isDone: false };
    if (pool === null || isAll || job.kind === 'end' || (job.kind === 'wholes' && !job.areFiles)) return nobody;
    const outcome = this.#send(pool, job.kind === 'stretch' ? { stretch: job.stretch } : { wholes: job.wholes }, job);
    const ahead: Ahead = { job, outcome, isDone: false };
    // A failure is met where the outcome is waited for.
    const done = () => {
      ahead.isDone = true;
    };
    outcome.then(done, done);
    return ahead;
  }

  #send(pool: ThreadPool, job: ApartJob, whose: Job, first = false): Promise<Outcome> {
    const progress = this.#progressOf(whose);
    return new Promise((resolve, reject) => {
      this.#open.set(job, { progress, resolve });
      pool.run(job, progress, first).then((answer) => {
        this.#open.delete(job);
        resolve(this.#answered(answer));
      }, reject);
    });
  }

  /** Reads a job that no thread has yet. @returns whether there was one. */
  async #helpOut(): Promise<boolean> {
    const job = this.#options.pool?.takeBack() ?? null;
    const open = job === null ? undefined : this.#open.get(job);
    if (job === null || open === undefined) return false;
    this.#open.delete(job);
    const outcome = this.#readApart(job, open.progress);
    open.resolve(outcome);
    await outcome;
    return true;
  }

  #progressOf(job: Job): (bytes: number) => void {
    return (bytes) => {
      this.#bytes.set(job, bytes);
      let all = this.#bytesBefore;
      for (const some of this.#bytes.values()) all += some;
      this.#options.progress(all);
    };
  }

  async #readApart(job: ApartJob, progress: (bytes: number) => void): Promise<Outcome> {
    const { summary, ...facts } = await this.#apart.read(job, progress);
    const take = () => {
      this.summary.addCounts(summary);
      for (const run of summary.runs) run.adopt(this.summary.counts);
      return summary.runs;
    };
    return { ...facts, take, drop: () => {} };
  }

  /** What a thread read. */
  #answered({ settle, runs, reports, ...facts }: ThreadAnswer): Outcome {
    const take = () => {
      settle(true);
      return decodeRuns(runs, this.summary, NUMBERED);
    };
    return { ...facts, reports: reports.map(receivedReport), take, drop: () => settle(false) };
  }

  async #putTogether({ job, outcome }: Ahead): Promise<void> {
    if (job.kind === 'end') this.#end(job.cut);
    else if (job.kind === 'stretch') await this.#stretch(job, job.cut, job.stretch, outcome);
    else if (outcome === null) await this.#wholesHere(job, job.wholes);
    else this.#wholes(job.wholes, await outcome);
  }

  /** Adds what the threads counted, when all jobs are done. */
  async #addThreads(): Promise<void> {
    const { pool, directory, inOrder } = this.#options;
    const { groupings } = this.summary.options;
    for (const bytes of (await pool?.finish()) ?? []) {
      const wish = { groupings, classify: inOrder.classify, inputs: NUMBERED, compareInputs: directory.compare };
      this.summary.addCounts(new EncodedSummary(bytes).read(wish));
    }
  }

  // -- whole inputs ---------------------------------------------------------------------------------------------------

  async #wholesHere(job: Job, wholes: readonly WholeInput[]): Promise<void> {
    const { inOrder, inOneRun, reports } = this.#options;
    for (const whole of wholes) {
      // Threads read each input into a run of its own. Inputs that tell of the same seconds with the same ids would say
      // something else when they were read into one.
      const run = inOneRun ? this.summary.runs[0]! : new Run(this.summary.context());
      const at = { summary: this.summary, run };
      reports.add(await inOrder.whole(whole, at, this.unparsed, this.#progressOf(job)), whole.source);
      if (!inOneRun) this.#addRun(run);
    }
  }

  #wholes(wholes: readonly WholeInput[], outcome: Outcome): void {
    const { reports } = this.#options;
    this.#meet(outcome);
    for (const run of outcome.take()) this.#addRun(run);
    outcome.reports.forEach((report, place) => {
      reports.add(report, wholes[place]!.source);
    });
    this.#keepExamples(outcome.unparsed, 0);
  }

  #addRun(run: Run): void {
    if (this.#options.keepsSummary) this.summary.addRun(run);
    else this.summary.runs[0]!.append(run);
  }

  /** Learns which inputs begin in a job. */
  #meet({ beginnings }: Outcome): void {
    const { directory } = this.#options;
    for (const { input, fingerprint, time } of beginnings) {
      directory.identify(input, fingerprint);
      directory.begins(input, time);
    }
  }

  // -- stretches ------------------------------------------------------------------------------------------------------

  async #stretch(job: Job, cut: CutInput, stretch: Stretch, sent: Promise<Outcome> | null): Promise<void> {
    if (cut.isOver) {
      (await sent)?.drop();
      return;
    }
    const growing = this.#growingOf(cut);
    const known = { ...stretch, clock: growing.clock };
    const dating = { zone: this.#options.reading.zone, reference: stretch.mtimeMs, year: stretch.year };
    let read = sent === null ? await this.#readNow(job, known) : await sent;
    if (sent !== null && !readsAlike(dating, stretch.clock, growing.clock, read.first)) {
      read.drop();
      read = await this.#readNow(job, known);
    }
    if (read.isWrapped && stretch.to !== null) {
      // Lines that belong together may stand on both sides of a cut: from here on nothing is cut.
      read.drop();
      read = await this.#readNow(job, { ...known, to: null });
      cut.isOver = true;
    }
    const [report] = read.reports as readonly [InputReport];
    if (report.error !== null) cut.isOver = true;
    this.#meet(read);
    for (const run of read.take()) growing.run.append(run);
    this.#keepExamples(read.unparsed, growing.report.lines);
    if (read.first !== null) growing.clock = read.clock;
    const whole = growing.report;
    for (const count of ['bytes', 'lines', 'records', 'unparsedLines', 'knownLines'] as const) whole[count] += report[count];
    whole.kind ??= report.kind;
    whole.mta ??= report.mta;
    whole.error = report.error;
  }

  #readNow(job: Job, stretch: Stretch): Promise<Outcome> {
    return this.#readApart({ stretch }, this.#progressOf(job));
  }

  #growingOf(cut: CutInput): Growing {
    const known = this.#growing.get(cut);
    if (known !== undefined) return known;
    const { input, source, firstTime } = cut.whole;
    this.#options.directory.begins(input, firstTime);
    const growing: Growing = { run: new Run(this.summary.context()), report: newInputReport(source.path), clock: null };
    this.#growing.set(cut, growing);
    return growing;
  }

  /** All stretches of a log were read. */
  #end(cut: CutInput): void {
    const { run, report } = this.#growingOf(cut);
    const { input, source, firstTime } = cut.whole;
    run.cover({ input, from: 0, to: report.bytes, firstTime, held: heldBy(report, source) });
    this.#addRun(run);
    this.#options.reports.add(report, source);
    this.#growing.delete(cut);
    closeSync(cut.file.descriptor);
  }

  /** Keeps the first few lines that were not understood. @param before how many lines of the input stand before those of the part. */
  #keepExamples(examples: readonly UnparsedExample[], before: number): void {
    for (const example of examples) {
      if (this.unparsed.length < MOST_EXAMPLES) this.unparsed.push({ ...example, line: example.line + before });
    }
  }
}
