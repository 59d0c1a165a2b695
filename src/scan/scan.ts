import { Classifier } from '../classify/classify.js';
import type { Rule } from '../classify/rule.js';
import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { LineFramer, type LineSink } from '../input/line-framer.js';
import { openFile, readFile, readStream } from '../input/read.js';
import { countsDeliveries, type Dimension } from '../model/dimension.js';
import type { InputNames } from '../model/field.js';
import type { Zone } from '../model/zone.js';
import { isOfHost, lastRepeated, type Repeats } from '../mta/last-repeated.js';
import { LogClock } from '../mta/log-clock.js';
import { type LineVerdict, PostfixReader } from '../mta/postfix/reader.js';
import { WrappedLines } from '../mta/wrapped-line.js';
import type { Counts } from '../summary/counts.js';
import type { JournalListener } from '../summary/queue-journal.js';
import type { Run } from '../summary/run.js';
import { Summary } from '../summary/summary.js';
import { InputDirectory } from './input-directory.js';
import { type InputReport, newInputReport, notUnderstood, type UnparsedExample } from './input-report.js';
import { orderByTime } from './order.js';

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
  /** Own rules, which come before ours. */
  readonly rules?: readonly Rule[] | undefined;
  /** Whether every record and every final state is wanted one by one. */
  readonly listener?: (names: InputNames) => JournalListener;
  readonly progress?: (bytes: number) => void;
}

export interface ScanResult {
  readonly counts: Counts;
  /** In reading order. */
  readonly inputs: readonly InputReport[];
  readonly unparsed: readonly UnparsedExample[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** Reads all inputs in the order of their content and counts what they state. Failures of one input do not stop the others. */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const { groupings, since, until, zone, year, listener } = options;
  const classifier = new Classifier(options.rules);
  const ordered = await orderByTime(options.sources, zone, year);
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
  return { counts: summary.conclude(), inputs, unparsed, notes: ordered.notes };
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
    lines = new LogLines(new PostfixReader(run, { clock, ...readerOptions }), report, unparsed, (line) =>
      directory.startsWith(input, line),
    );
    return new LineFramer(lines);
  };
  const before = run.records;
  let lines: LogLines | null = null;
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
  (lines as LogLines | null)?.end(report.bytes);
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
  readonly #wrapped = new WrappedLines();
  #lastOffset = 0;
  #lastLength = 0;

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
    if (verdict === 'no-prefix') this.#strange(buf, start, end, offset);
    else if (verdict !== 'foreign') this.#tally(verdict, buf, start, end);
    this.#lastOffset = offset;
    this.#lastLength = end - start;
  }

  #tally(verdict: LineVerdict, buf: Buffer, start: number, end: number): void {
    if (verdict === 'foreign' || verdict === 'no-prefix') return;
    if (verdict === 'unparsed') notUnderstood(this.#report, this.#unparsed, buf, start, end, 'unknown form');
    else this.#report.knownLines++;
  }

  /** A line that syslog did not write: something may be wrapped around one, or left away from it. */
  #strange(buf: Buffer, start: number, end: number, offset: number): void {
    const { lines } = this.#report;
    const repeats = lastRepeated(buf, start, end);
    if (repeats !== null) {
      this.#repeatLast(buf, start, offset, repeats);
      return;
    }
    const inside = this.#wrapped.unwrap(buf, start, end);
    if (inside === 'held') return;
    if (inside !== null) this.#tally(this.#reader.read(inside.line, 0, inside.line.length, offset, lines), buf, start, end);
    else if (start < end) this.#tally(this.#reader.readBare(buf, start, end, offset, lines), buf, start, end);
  }

  /** The line before stood for more than itself. The framer keeps it in the buffer, right before this one. */
  #repeatLast(buf: Buffer, start: number, offset: number, { host, times }: Repeats): void {
    const last = start - (offset - this.#lastOffset);
    const end = last + this.#lastLength;
    if (last < 0 || this.#lastLength === 0 || !isOfHost(buf, last, end, host)) return;
    this.#tally(this.#reader.repeat(buf, last, end, offset, this.#report.lines, times), buf, last, end);
  }

  /** The input is over. */
  end(offset: number): void {
    const inside = this.#wrapped.finish();
    if (inside !== null && inside !== 'held') {
      const { line } = inside;
      this.#tally(this.#reader.read(line, 0, line.length, offset, this.#report.lines), line, 0, line.length);
    }
    this.#reader.end();
  }

  overlong(buf: Buffer, start: number, end: number): void {
    if (++this.#report.lines === 1) this.#first(buf.subarray(start, end));
    notUnderstood(this.#report, this.#unparsed, buf, start, end, 'overlong');
  }
}
