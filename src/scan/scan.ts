import { Classifier } from '../classify/classify.js';
import type { Rule } from '../classify/rule.js';
import type { Source } from '../input/find.js';
import { InputError } from '../input/input-error.js';
import { movedMessage } from '../input/maildir.js';
import { type OpenFile, type OpenStream, openFile, openStream, seenOf, streamOf } from '../input/read.js';
import { type MailShape, mailShapeOf, mayBecomeMail } from '../mail/mail-shape.js';
import { countsDeliveries, type Dimension } from '../model/dimension.js';
import type { InputNames } from '../model/field.js';
import type { Zone } from '../model/zone.js';
import type { Counts } from '../summary/counts.js';
import type { JournalListener } from '../summary/queue-journal.js';
import type { Run } from '../summary/run.js';
import { Summary } from '../summary/summary.js';
import { InputDirectory } from './input-directory.js';
import type { InputFormat } from './input-format.js';
import { type InputReport, InputReports, newInputReport, type UnparsedExample } from './input-report.js';
import { type OrderedSource, orderByTime } from './order.js';
import { readLog } from './read-log.js';

/** Dimensions that need the envelope of a message. */
const ENVELOPE_DIMENSIONS: ReadonlySet<Dimension> = new Set(['sender', 'senderDomain', 'client', 'saslUsername']);

export interface ScanOptions {
  readonly sources: readonly Source[];
  /** What to read for the path `-`. */
  readonly stdin: NodeJS.ReadableStream;
  /** What all inputs hold; null when that is told by their content. */
  readonly inputFormat?: InputFormat | undefined;
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
  /** Told how many bytes of all inputs were read, compressed ones as they stand on disk. */
  readonly progress?: (bytes: number) => void;
}

export interface ScanResult {
  readonly counts: Counts;
  /** In reading order; the messages of a Maildir are one input. */
  readonly inputs: readonly InputReport[];
  readonly unparsed: readonly UnparsedExample[];
  /** What was left out, and why. */
  readonly notes: readonly string[];
}

/** Reads all inputs, logs in the order of their content, and counts what they state. Failures of one input do not stop the others. */
export async function scan(options: ScanOptions): Promise<ScanResult> {
  const { groupings, since, until, zone, year, listener } = options;
  const classifier = new Classifier(options.rules);
  const ordered = await orderByTime(options.sources, zone, year, options.inputFormat ?? null);
  const directory = new InputDirectory(ordered.sources.map(({ source }) => source));
  const summary = Summary.empty({
    groupings,
    since,
    until,
    zone,
    mails: ordered.sources.some(({ holds }) => holds === 'mail' || (holds === null && ordered.sources.length > 1)),
    classify: (evidence) => classifier.classify(evidence),
    ...(listener === undefined ? {} : { listener: listener(directory) }),
  });
  const run = summary.startRun();
  const unparsed: UnparsedExample[] = [];
  const reports = new InputReports(ordered.errors.map((error): InputReport => ({ ...newInputReport(error.path), error })));
  let before = 0;
  let last = 0;
  const progress = (bytes: number) => {
    last = bytes;
    options.progress?.(before + bytes);
  };
  for (const [input, ordering] of ordered.sources.entries()) {
    const report = newInputReport(ordering.source.path);
    await readOne({ options, ordering, input, report, run, unparsed, directory, classifier, progress });
    before += last;
    last = 0;
    run.cover({ input, from: 0, to: report.bytes, atEnd: true });
    summary.counts.totals.lines += report.lines;
    summary.counts.totals.unparsedLines += report.unparsedLines;
    reports.add(report, ordering.source);
  }
  return { counts: summary.conclude(), inputs: reports.inputs, unparsed, notes: ordered.notes };
}

interface Job {
  readonly options: ScanOptions;
  readonly ordering: OrderedSource;
  readonly input: number;
  readonly report: InputReport;
  readonly run: Run;
  readonly unparsed: UnparsedExample[];
  readonly directory: InputDirectory;
  readonly classifier: Classifier;
  /** Told how many bytes of the input were read. */
  readonly progress: (bytes: number) => void;
}

async function readOne(job: Job): Promise<void> {
  const { options, ordering, input, report, run, unparsed, directory, classifier, progress } = job;
  const { zone, now, groupings, listener } = options;
  const before = run.records;
  const starts = (head: Uint8Array) => directory.startsWith(input, head);
  try {
    const opened = await open(ordering.source, options.stdin as NodeJS.ReadStream);
    const shape = await shapeOf(opened, ordering.source, options.inputFormat);
    if (shape !== null) {
      // Reading mails needs far more code than reading logs; it is loaded when it is needed.
      const { readMails } = await import('./read-mails.js');
      const classify = classifier.classify.bind(classifier);
      await readMails({ opened, shape, sink: run, input, report, classify, starts, progress });
    } else {
      await readLog({
        opened,
        sink: run,
        input,
        report,
        unparsed,
        starts,
        zone,
        year: ordering.year,
        now,
        successes: listener !== undefined || groupings.some(countsDeliveries),
        envelopes: listener !== undefined || groupings.flat().some((name) => ENVELOPE_DIMENSIONS.has(name)),
        progress,
      });
    }
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    report.error = error;
  }
  report.records = run.records - before;
}

/** How the mails lie in an input; null when it is a log, or nothing that can be read. */
async function shapeOf(
  opened: OpenFile | OpenStream,
  { path, maildir }: Source,
  told: InputFormat | undefined,
): Promise<MailShape | null> {
  if (opened.content === 'binary' || opened.content === 'empty' || told === 'postfix') return null;
  if (told !== undefined) return told === 'mbox' ? 'mbox' : 'message';
  // Where nothing but mails is kept, a header of which nothing is known is one too.
  return mailShapeOf(await seenOf(opened)) ?? (maildir !== undefined || path.endsWith('.eml') ? 'message' : null);
}

/** Opens an input and looks at its first bytes. @throws InputError */
async function open(source: Source, stdin: NodeJS.ReadStream): Promise<OpenFile | OpenStream> {
  const isEnough = (head: Buffer) => !mayBecomeMail(head);
  if (source.path === '-') return openStream('(stdin)', stdin, isEnough);
  if (source.maildir !== undefined) return openMessage(source.path);
  const file = openFile(source.path);
  return file.stats.isFIFO() ? openStream(file.path, streamOf(file), isEnough) : file;
}

/** Opens a message of a Maildir, which may have been moved since the folder was listed. @throws InputError */
function openMessage(path: string): OpenFile {
  try {
    return openFile(path);
  } catch (error) {
    const moved = error instanceof InputError ? movedMessage(path) : null;
    if (moved === null || moved === path) throw error;
    return openFile(moved);
  }
}
