import { LineFramer } from '../input/line-framer.js';
import { type OpenFile, type OpenStream, readFile, readStream } from '../input/read.js';
import type { RecordSink } from '../model/record-sink.js';
import type { Zone } from '../model/zone.js';
import { LogClock } from '../mta/log-clock.js';
import { PostfixReader } from '../mta/postfix/reader.js';
import type { InputReport, UnparsedExample } from './input-report.js';
import { LogLines } from './log-lines.js';

/** A log to read, and what for. */
export interface LogJob {
  readonly opened: OpenFile | OpenStream;
  readonly sink: RecordSink;
  /** The place of the input in reading order. */
  readonly input: number;
  readonly report: InputReport;
  readonly unparsed: UnparsedExample[];
  /** Told the first line. */
  readonly starts: (line: Uint8Array) => void;
  readonly zone: Zone;
  readonly year: number | undefined;
  /** The present, for logs without a time of their own. */
  readonly now: number;
  /** Whether records of deliveries are wanted in full, and what is known of whole messages. */
  readonly successes: boolean;
  readonly envelopes: boolean;
  readonly progress?: ((bytes: number) => void) | undefined;
}

/** Reads a log to its end, line by line. What is wrong with the input stands in the report. */
export async function readLog(job: LogJob): Promise<void> {
  const { opened, sink, input, report, zone, year, now, successes, envelopes, progress } = job;
  const isFile = 'stats' in opened && !opened.stats.isFIFO();
  const clock = new LogClock({ zone, reference: isFile ? opened.stats.mtimeMs : now, year });
  const lines = new LogLines(new PostfixReader(sink, { clock, input, successes, envelopes }), report, job.unparsed, job.starts);
  const framer = new LineFramer(lines);
  const options = progress === undefined ? {} : { progress };
  const read = 'stream' in opened ? readStream(opened, framer, options) : readFile(opened, framer, options);
  report.error = (await read).error;
  report.bytes = framer.position;
  lines.end(report.bytes);
  if (report.knownLines > 0) {
    report.kind = 'log';
    report.mta = 'postfix';
  }
}
