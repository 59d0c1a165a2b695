import { Classifier } from '../classify/classify.js';
import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { LineFramer, type LineSink } from '../input/line-framer.js';
import { openFile, readFile, readStream } from '../input/read.js';
import { countsDeliveries, type Dimension } from '../model/dimension.js';
import type { InputNames } from '../model/field.js';
import type { Zone } from '../model/zone.js';
import { LogClock } from '../mta/log-clock.js';
import { PostfixReader } from '../mta/postfix/reader.js';
import type { Counts } from '../summary/counts.js';
import type { JournalListener } from '../summary/queue-journal.js';
import type { Run } from '../summary/run.js';
import { Summary } from '../summary/summary.js';
import { InputDirectory } from './input-directory.js';
import { type InputReport, newInputReport, type UnparsedExample } from './input-report.js';
import { orderByTime } from './order.js';

/** Examples of lines that were not understood that are kept in all. */
const MOST_EXAMPLES = 10;
const LONGEST_EXAMPLE = 400;

/** Dimensions that need the envelope of a message. */
const ENVELOPE_DIMENSIONS: ReadonlySet<Dimension> = new Set(['sender', 'senderDomain', 'client', 'saslUsername']);

export interface ScanOptions {
  readonly sources: readonly Source[];
  /** What to read for the path `-`. */
  readonly stdin: NodeJS.ReadableStream;
  readonly groupings: readonly (readonly Dimension[])[];
  readonly since: number | null;
  readonly until: number | null;
  readonly zone: Zone;
  readonly year?: number | undefined;
  /** The present, for logs without a year or a time of their own. */
  readonly now: number;
  /** Whether every record and every final state is wanted one by one. */
  readonly listener?: (names: InputNames) => JournalListener;
  readonly progress?: (bytes: number) => void;
}

export interface ScanResult {
  readonly counts: Counts;
  /** In reading order. */
  readonly inputs: readonly InputReport[];
  readonly unparsed: readonly UnparsedExample[];
}

/** Reads all inputs in the order of their content and counts what they state. Failures of one input do not stop the others. */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const { groupings, since, until, zone, year, listener } = options;
  const classifier = new Classifier();
  const ordered = orderByTime(options.sources, zone, year);
  const directory = new InputDirectory(ordered.sources.map(({ source }) => source));
  const summary = Summary.empty({
    groupings,
    since,
    until,
    zone,
    classify: (evidence) => classifier.classify(evidence),
    ...(listener === undefined ? {} : { listener: listener(directory) }),
  });
  const run = summary.startRun();
  const unparsed: UnparsedExample[] = [];
  const inputs = ordered.errors.map((error): InputReport => ({ ...newInputReport(error.path), error }));
  for (const [input, { source, year }] of ordered.sources.entries()) {
    const report = newInputReport(source.path);
    inputs.push(report);
    await readOne({ options, source, year, input, report, run, unparsed, directory });
    run.cover({ input, from: 0, to: report.bytes, atEnd: true });
    summary.counts.totals.lines += report.lines;
    summary.counts.totals.unparsedLines += report.unparsedLines;
  }
  return { counts: summary.conclude(), inputs, unparsed };
}

interface Job {
  readonly options: ScanOptions;
  readonly source: Source;
  readonly year: number | undefined;
  readonly input: number;
  readonly report: InputReport;
  readonly run: Run;
  readonly unparsed: UnparsedExample[];
  readonly directory: InputDirectory;
}

async function readOne({ options, source, year, input, report, run, unparsed, directory }: Job): Promise<void> {
  const { zone, now, groupings, listener } = options;
  const readerOptions = {
    input,
    successes: listener !== undefined || groupings.some(countsDeliveries),
    envelopes: listener !== undefined || groupings.flat().some((name) => ENVELOPE_DIMENSIONS.has(name)),
  };
  const framerFor = (reference: number) => {
    const clock = new LogClock({ zone, reference, year });
    return new LineFramer(
      new LogLines(new PostfixReader(run, { clock, ...readerOptions }), report, unparsed, (line) =>
        directory.startsWith(input, line),
      ),
    );
  };
  const before = run.records;
  let framer: LineFramer | null = null;
  try {
    const progress = options.progress === undefined ? {} : { progress: options.progress };
    if (source.path === '-') {
      framer = framerFor(now);
      report.error = (await readStream('(stdin)', options.stdin as NodeJS.ReadStream, framer, progress)).error;
    } else {
      const file = openFile(source.path);
      framer = framerFor(file.stats.isFIFO() ? now : file.stats.mtimeMs);
      report.error = (await readFile(file, framer, progress)).error;
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    report.error = error;
  }
  report.bytes = framer?.position ?? 0;
  report.records = run.records - before;
  if (report.knownLines > 0) {
    report.kind = 'log';
    report.mta = 'postfix';
  }
}

/** Hands the lines of one log to its reader and keeps count of them. */
class LogLines implements LineSink {
  readonly #reader: PostfixReader;
  readonly #report: InputReport;
  readonly #unparsed: UnparsedExample[];
  readonly #first: (line: Uint8Array) => void;

  constructor(reader: PostfixReader, report: InputReport, unparsed: UnparsedExample[], first: (line: Uint8Array) => void) {
    this.#reader = reader;
    this.#report = report;
    this.#unparsed = unparsed;
    this.#first = first;
  }

  line(buf: Buffer, start: number, end: number, offset: number): void {
    const report = this.#report;
    const number = ++report.lines;
    if (number === 1) this.#first(buf.subarray(start, end));
    const verdict = this.#reader.read(buf, start, end, offset, number);
    if (verdict === 'foreign') return;
    report.knownLines++;
    if (verdict === 'unparsed') this.#notUnderstood(buf, start, end, 'unknown form');
  }

  overlong(buf: Buffer, start: number, end: number): void {
    if (++this.#report.lines === 1) this.#first(buf.subarray(start, end));
    this.#notUnderstood(buf, start, end, 'overlong');
  }

  #notUnderstood(buf: Buffer, start: number, end: number, why: UnparsedExample['why']): void {
    const report = this.#report;
    report.unparsedLines++;
    if (this.#unparsed.length >= MOST_EXAMPLES) return;
    const text = buf.toString('utf8', start, Math.min(end, start + LONGEST_EXAMPLE));
    this.#unparsed.push({ path: report.path === '-' ? '(stdin)' : report.path, line: report.lines, text, why });
  }
}
