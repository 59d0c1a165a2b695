import { LineFramer } from '../input/line-framer.js';
import {
  type DecompressApart,
  type OpenFile,
  type OpenStream,
  type Ready,
  readFile,
  readRange,
  readStream,
} from '../input/read.js';
import type { Detail } from '../model/detail.js';
import type { MessageSink } from '../model/record-sink.js';
import type { Zone } from '../model/zone.js';
import { LogClock } from '../mta/log-clock.js';
import { Glance } from '../mta/postfix/glance.js';
import { PostfixReader } from '../mta/postfix/reader.js';
import type { InputReport, UnparsedExample } from './input-report.js';
import { LogLines } from './log-lines.js';
import type { Stretch, StretchResult } from './stretch.js';

/** What is read of a log, and what for. */
interface LogWish extends Detail {
  readonly sink: MessageSink;
  readonly report: InputReport;
  readonly unparsed: UnparsedExample[];
  readonly zone: Zone;
  readonly progress?: ((bytes: number) => void) | undefined;
  /** Whether there is room for what the next lines give. */
  readonly ready?: Ready | undefined;
  /** Decompresses large logs beside this thread. */
  readonly apart?: DecompressApart | undefined;
}

/** A log to read from its beginning to its end. */
export interface LogJob extends LogWish {
  readonly opened: OpenFile | OpenStream;
  /** The place of the input in reading order. */
  readonly input: number;
  readonly year: number | undefined;
  /** When a stream was written last; a file tells it itself. */
  readonly reference: number;
  /** Told the first line. */
  readonly starts: (line: Uint8Array) => void;
}

/** Reads a log to its end, line by line. What is wrong with the input stands in the report. */
export async function readLog(job: LogJob): Promise<void> {
  const { opened, sink, input, report, zone, year, successes, delays, envelopes, progress, ready, apart } = job;
  const isFile = 'stats' in opened && !opened.stats.isFIFO();
  const clock = new LogClock({ zone, reference: isFile ? opened.stats.mtimeMs : job.reference, year });
  const isPlain = isFile && (opened.content === 'text' || opened.content === 'empty');
  const glance = Glance.lend(isPlain ? opened.stats.size : undefined);
  const reader = new PostfixReader(sink, { clock, input, successes, delays, envelopes, messages: sink, glance });
  const lines = new LogLines(reader, report, job.unparsed, job.starts);
  const framer = new LineFramer(lines, 0, glance?.block);
  const options = { progress, ready, apart };
  try {
    const read = 'stream' in opened ? readStream(opened, framer, options) : readFile(opened, framer, options);
    report.error = (await read).error;
    report.bytes = framer.position;
    lines.end(report.bytes);
  } finally {
    glance?.giveBack();
  }
  name(report);
}

/** Reads a part of a log, line by line. */
export async function readStretch(stretch: Stretch, wish: LogWish): Promise<StretchResult> {
  const { input, path, year, descriptor, size, mtimeMs, from, to, lineBefore, clock: state } = stretch;
  const { sink, report, unparsed, zone, successes, delays, envelopes, progress, ready } = wish;
  const clock = new LogClock({ zone, reference: mtimeMs, year, state });
  const glance = Glance.lend();
  const reader = new PostfixReader(sink, { clock, input, successes, delays, envelopes, messages: sink, glance });
  const lines = new LogLines(reader, report, unparsed, () => {}, from);
  const framer = new LineFramer(lines, lineBefore, glance?.block);
  const file = { path, descriptor, stats: { size } };
  const options = { progress, ready };
  try {
    report.error = await readRange(file, { from: lineBefore, to }, framer, options);
    report.bytes = framer.position - from;
    lines.end(framer.position);
  } finally {
    glance?.giveBack();
  }
  name(report);
  return { report, unparsed, first: clock.first, clock: clock.state, isWrapped: lines.isWrapped };
}

function name(report: InputReport): void {
  if (report.knownLines === 0) return;
  report.kind = 'log';
  report.mta = 'postfix';
}
