import type { LineSink } from '../input/line-framer.js';
import { type OpenFile, type Ready, readFile, readRange } from '../input/read.js';
import type { Detail } from '../model/detail.js';
import type { MessageSink, RecordSink } from '../model/record-sink.js';
import type { Zone } from '../model/zone.js';
import { LogClock } from '../mta/log-clock.js';
import { Glance } from '../mta/postfix/glance.js';
import { PostfixReader } from '../mta/postfix/reader.js';
import { SyslogPrefix } from '../mta/syslog-prefix.js';
import type { KnownFile } from '../state/known-file.js';
import { asPacked, type Match, marksOf } from '../state/known-files.js';
import { endOfLines, packedMark, tailBefore } from './file-content.js';
import type { InputReport, UnparsedExample } from './input-report.js';
import { LaterLines } from './later-lines.js';
import { LogLines } from './log-lines.js';
import { PackedFramer, TailFramer } from './tail-framer.js';

/** A last line without an end counts as it is when its file was not written to for so long, in milliseconds. */
const OVER_AFTER = 24 * 3_600_000;

/** What is new of a log, and what for it is read. */
export interface NewLog {
  readonly match: Match;
  readonly input: number;
  readonly sink: RecordSink;
  readonly report: InputReport;
  readonly unparsed: UnparsedExample[];
  readonly zone: Zone;
  readonly year: number | undefined;
  readonly now: number;
  readonly detail: Detail;
  /** Takes whole messages, where it does not matter which line tells what. */
  readonly messages?: MessageSink;
  readonly path: string;
  /** The number of this run. */
  readonly run: number;
  readonly progress: (bytes: number) => void;
  /** Whether there is room for what the next lines give. */
  readonly ready?: Ready | undefined;
  /** Whether no more is wanted of what is compressed: the rest is new to the next run. */
  readonly isStopped?: (() => boolean) | undefined;
  /** Told the first line, where that was not read before. */
  readonly starts?: (line: Uint8Array) => void;
  /** Told when the first line is about to be read. */
  readonly begins: () => void;
}

/** Reads what is new of a plain log. The file is left open. @returns what is known of it now. */
export async function readNewPlain(file: OpenFile, log: NewLog): Promise<KnownFile> {
  const { match, report, run, now, progress, ready } = log;
  const { descriptor, stats } = file;
  const known = match.known;
  const from = known?.length ?? 0;
  const lineBefore = known?.lineBefore ?? 0;
  const lastEnd = endOfLines(descriptor, from, stats.size);
  const waiting = stats.size - lastEnd;
  const isOver = waiting > 0 && now - stats.mtimeMs > OVER_AFTER;
  const to = isOver ? stats.size : lastEnd;
  const reading = new Reading(log, stats.mtimeMs, from, to - from);
  const framer = new TailFramer(reading.sink, lineBefore, tailBefore(descriptor, lineBefore), reading.block);
  let end = from;
  try {
    report.error = await readRange(file, { from: lineBefore, to }, framer, { progress, ready, waits: !isOver });
    end = reading.lines.pause() ?? (isOver ? framer.position : Math.max(from, framer.lineStart));
  } finally {
    reading.close();
  }
  report.bytes = end - from;
  // It was cut before anything was read: what it held stands in a copy.
  if (report.error !== null && known !== null && end === from) return { ...known, path: log.path, seen: run };
  // The file may be another one by now, so that it is known by what was read of it.
  const tail = framer.tailBefore(end);
  return reading.known(marksOf(file.sample, tail, end), tail, {
    path: log.path,
    seen: run,
    waiting: isOver ? 0 : stats.size - end,
  });
}

/** Reads what is new of a compressed log, which does not grow, so that a last line without an end counts. Closes the file. */
export async function readNewPacked(file: OpenFile, head: Buffer, log: NewLog): Promise<KnownFile> {
  const { match, report, run, progress, ready, isStopped } = log;
  const { known } = match;
  const from = known?.length ?? 0;
  const mark = packedMark(file);
  const reading = new Reading(log, file.stats.mtimeMs, from);
  const framer = new PackedFramer(reading.sink, known?.lineBefore ?? 0, reading.block);
  let isWhole = false;
  let end = from;
  try {
    report.error = (await readFile(file, framer, { progress, ready, isStopped })).error;
    const isCut = report.error === null && isStopped?.() === true;
    isWhole = report.error === null && !isCut;
    // What is cut short is being written, or is to be copied again: half a line waits for that.
    if (isWhole) framer.close();
    end = isWhole ? framer.position : framer.lineStart;
    if (isCut) end = reading.lines.pause() ?? end;
    else reading.lines.end(end);
    // It was stopped before anything new came.
    if (isCut && known !== null && end <= from) return { ...known, path: log.path, seen: run };
  } finally {
    reading.close();
  }
  report.bytes = Math.max(0, end - from);
  const tail = framer.tailBefore(end);
  const now = reading.known(marksOf(head, tail, end), tail, { path: log.path, seen: run, waiting: 0 });
  return isWhole ? asPacked(now, mark) : now;
}

/** The reader of a log that goes on where it was left. */
export class Reading {
  readonly lines: LogLines;
  readonly sink: LineSink;
  readonly #log: NewLog;
  readonly #clock: LogClock;
  readonly #glance: Glance | null;
  #reference: number;

  /** @param from where what is new begins. @param bytes how much that is, where it is known. */
  constructor(log: NewLog, mtimeMs: number, from: number, bytes?: number) {
    const { match, input, sink, report, unparsed, zone, year, detail, messages } = log;
    this.#log = log;
    this.#reference = mtimeMs;
    const known = match.known;
    this.#clock = new LogClock({ zone, reference: mtimeMs, year, state: known?.clock ?? null });
    report.lines = known?.lines ?? 0;
    log.begins();
    this.#glance = messages === undefined ? null : Glance.lend(bytes);
    const wanted = {
      ...{ ...detail, glance: this.#glance },
      ...(messages === undefined ? {} : { messages }),
    };
    const reader = new PostfixReader(sink, { clock: this.#clock, input, ...wanted });
    // The first line is known already, by its hash, or told to who asks for it.
    this.lines = new LogLines(reader, report, unparsed, log.starts ?? (() => {}), from);
    const dating = { zone, reference: mtimeMs, year, state: known?.clock ?? null };
    this.sink = match.after === null ? this.lines : new LaterLines(this.lines, match.after, dating);
  }

  /** What the lines are to stand in; undefined where that does not matter. */
  get block(): Buffer | undefined {
    return this.#glance?.block;
  }

  /** No more is read. */
  close(): void {
    this.#glance?.giveBack();
  }

  /** More was written to the log. @param ms when; milliseconds since 1970. */
  writtenAt(ms: number): void {
    this.#reference = ms;
    this.#clock.writtenAt(ms);
  }

  /** What is known of the file now. */
  known(marks: ReturnType<typeof marksOf>, tail: Uint8Array, place: Pick<KnownFile, 'path' | 'seen' | 'waiting'>): KnownFile {
    const { match, report } = this.#log;
    const before = match.known;
    const times = [before?.lastTime ?? null, match.after, this.#lastTime(Buffer.from(tail))].flatMap((time) => time ?? []);
    return {
      ...marks,
      name: marks.fingerprint,
      lineBefore: Math.min(this.lines.lastOffset, marks.length),
      lines: report.lines,
      clock: this.#clock.state,
      lastTime: times.length === 0 ? null : Math.max(...times),
      recognised: report.knownLines > 0 || (before?.recognised ?? false),
      packed: before !== null && before.length === marks.length ? before.packed : [],
      ...place,
    };
  }

  /** The time of the last line that has one. */
  #lastTime(tail: Buffer): number | null {
    const { zone, year } = this.#log;
    const prefix = new SyslogPrefix();
    for (let end = tail.length; end > 1; ) {
      const start = tail.lastIndexOf(10, end - 2) + 1;
      if (prefix.read(tail, start, end)) {
        const clock = new LogClock({ zone, reference: this.#reference, year, state: this.#clock.state });
        const time = prefix.time(clock);
        if (time !== null) return time.ms;
      }
      if (start === 0) return null;
      end = start;
    }
    return null;
  }
}
