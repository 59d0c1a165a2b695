import { Classifier } from '../classify/classify.js';
import type { Rule } from '../classify/rule.js';
import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { lastWritten } from '../input/last-written.js';
import { type DecompressApart, type Ready, seenOf } from '../input/read.js';
import { type Detail, detailFor, FULL_DETAIL } from '../model/detail.js';
import type { Dimension } from '../model/dimension.js';
import type { Judge } from '../model/said.js';
import type { Zone } from '../model/zone.js';
import { firstTime } from '../mta/first-time.js';
import type { JournalListener } from '../summary/journal-context.js';
import type { PieceFacts } from '../summary/piece.js';
import type { Run } from '../summary/run.js';
import { Summary } from '../summary/summary.js';
import type { InputDirectory } from './input-directory.js';
import type { InputFormat } from './input-format.js';
import { type InputReport, newInputReport, type UnparsedExample } from './input-report.js';
import { openInput, type StandardStreams, shapeOf } from './open-input.js';
import { readLog, readStretch } from './read-log.js';
import type { Stretch, StretchResult, WholeInput } from './stretch.js';

/** What is the same for all inputs of a scan, in every thread. */
export interface ReadingOptions {
  readonly groupings: readonly (readonly Dimension[])[];
  readonly since: number | null;
  readonly until: number | null;
  readonly zone: Zone;
  /** The present, for logs without a year or a time of their own. */
  readonly now: number;
  /** What all inputs hold; undefined when that is told by their content. */
  readonly inputFormat: InputFormat | undefined;
  /** Own rules, which come before ours. */
  readonly rules: readonly Rule[];
  /** Whether bounce mails may tell of failures in the log. */
  readonly mails: boolean;
  /** Whether it is wanted how long deliveries took. */
  readonly delays: boolean;
}

/** Who listens to a reading, and what helps it. */
export interface ReadingAids {
  readonly listener?: JournalListener | undefined;
  /** Whether the listener has room for more. */
  readonly ready?: Ready | undefined;
  /** Decompresses large logs beside this thread. */
  readonly apart?: DecompressApart | undefined;
}

type Progress = (bytes: number) => void;

/** Reads inputs, or parts of them, into summaries. */
export class InputReading {
  readonly #options: ReadingOptions;
  readonly #directory: InputDirectory;
  readonly #listener: JournalListener | undefined;
  readonly #ready: Ready | undefined;
  readonly #apart: DecompressApart | undefined;
  readonly #streams: StandardStreams;
  readonly #classifier: Classifier;
  /** What of a log is wanted beside its failures. */
  readonly #wanted: Detail;

  constructor(
    options: ReadingOptions,
    directory: InputDirectory,
    streams: StandardStreams,
    { listener, ready, apart }: ReadingAids = {},
  ) {
    this.#options = options;
    this.#classifier = new Classifier(options.rules);
    this.#directory = directory;
    this.#streams = streams;
    this.#listener = listener;
    this.#ready = ready;
    this.#apart = apart;
    this.#wanted = listener === undefined ? detailFor(options.groupings, options.delays) : FULL_DETAIL;
  }

  readonly classify: Judge = (evidence, said) => this.#classifier.classify(evidence, said);

  /** A summary to read into. */
  newSummary(): Summary {
    const { groupings, since, until, zone, mails } = this.#options;
    const listener = this.#listener === undefined ? {} : { listener: this.#listener };
    const compareInputs = this.#directory.compare;
    return Summary.empty({ groupings, since, until, zone, mails, compareInputs, classify: this.classify, ...listener });
  }

  /** Reads one input from its beginning to its end into a run of the summary. What is wrong with it stands in the report. */
  async whole(
    { input, source, year, firstTime: begins }: WholeInput,
    { summary, run }: { readonly summary: Summary; readonly run: Run },
    unparsed: UnparsedExample[],
    progress: Progress,
  ): Promise<InputReport> {
    const { zone, now, inputFormat } = this.#options;
    const directory = this.#directory;
    const ready = this.#ready;
    const report = newInputReport(source.path);
    const before = run.records;
    const starts = (head: Uint8Array) => directory.startsWith(input, head);
    let time = begins;
    directory.begins(input, begins);
    try {
      const opened = await openInput(source, this.#streams);
      const shape = await shapeOf(opened, source, inputFormat);
      if (shape !== null) {
        // Reading mails needs far more code than reading logs; it is loaded when it is needed.
        const { readMails } = await import('./read-mails.js');
        await readMails({ opened, shape, sink: run, input, report, classify: this.classify, starts, progress, ready });
      } else {
        const reference = source.path === '-' ? lastWritten(this.#streams.stdin, now) : now;
        time ??= firstTime(await seenOf(opened), { zone, reference })?.ms ?? null;
        directory.begins(input, time);
        await readLog({
          opened,
          sink: run,
          input,
          report,
          unparsed,
          starts,
          zone,
          year,
          reference,
          progress,
          ready,
          apart: this.#apart,
          ...this.#wanted,
        });
      }
    } catch (error) {
      if (!(error instanceof InputError)) throw error;
      report.error = error;
    }
    report.records = run.records - before;
    run.cover({ input, from: 0, to: report.bytes, firstTime: time, held: heldBy(report, source) });
    summary.counts.totals.lines += report.lines;
    summary.counts.totals.unparsedLines += report.unparsedLines;
    return report;
  }

  /** Reads a part of a log into a summary of its own. */
  async stretch(stretch: Stretch, progress: Progress): Promise<StretchResult & { readonly summary: Summary }> {
    const summary = this.newSummary();
    const run = summary.startRun();
    const report = newInputReport(stretch.path);
    const { zone } = this.#options;
    const result = await readStretch(stretch, { sink: run, report, unparsed: [], zone, progress, ...this.#wanted });
    report.records = run.records;
    summary.counts.totals.lines += report.lines;
    summary.counts.totals.unparsedLines += report.unparsedLines;
    return { ...result, summary };
  }
}

/** What a summary says of an input. */
export function heldBy(report: InputReport, { path, maildir }: Source): PieceFacts {
  const { kind, mta, lines, messages, records, unparsedLines, error } = report;
  const name = path === '-' ? '(stdin)' : (maildir ?? path);
  return { path: name, kind, mta, lines, messages, records, unparsedLines, error: error?.message ?? null };
}
