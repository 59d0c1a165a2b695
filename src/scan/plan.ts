import { LineFramer } from '../input/line-framer.js';
import { cutAt } from '../input/line-starts.js';
import type { OpenFile } from '../input/read.js';
import type { Zone } from '../model/zone.js';
import { type ClockState, LogClock } from '../mta/log-clock.js';
import { SyslogPrefix } from '../mta/syslog-prefix.js';
import { fingerprintOf } from './input-directory.js';
import type { Stretch, WholeInput } from './stretch.js';

/**
 * The length of a stretch where a summary is written, and the least of all. Files are cut by their size alone then, whatever the number
 * of threads: so a summary is the same to the byte. A stretch is small enough that what began before it fits into what a journal holds back.
 */
export const STRETCH = 16 * 1024 * 1024;

/** Whether a file is a log that can be read in stretches: plain, longer than one, and with nothing wrapped around its lines. */
export function canBeCut({ content, stats, sample }: OpenFile, length: number): boolean {
  if (content !== 'text' || !stats.isFile() || stats.size <= length) return false;
  const end = sample.indexOf(10);
  return end > 0 && new SyslogPrefix().read(sample, 0, end);
}

/**
 * Cuts a file into stretches. Where the clock stands at a cut is told from the lines before it, which is right unless years
 * pass within one stretch; the reading of a stretch shows whether it was.
 */
export function* stretchesOf(
  file: OpenFile,
  { input, year, firstTime }: WholeInput,
  zone: Zone,
  length: number,
): Generator<Stretch> {
  const { path, descriptor, stats } = file;
  const { size, mtimeMs } = stats;
  const clock = new LogClock({ zone, reference: mtimeMs, year });
  const prefix = new SyslogPrefix();
  const end = file.sample.indexOf(10);
  if (prefix.read(file.sample, 0, end)) prefix.time(clock);
  const fingerprint = fingerprintOf(firstLineOf(file.sample));
  let from = 0;
  let lineBefore = 0;
  let state: ClockState | null = null;
  const stretch = (to: number | null): Stretch => {
    return { input, path, year, fingerprint, firstTime, descriptor, size, mtimeMs, from, to, lineBefore, clock: state };
  };
  for (let byte = length; byte < size; byte += length) {
    if (byte <= from) continue;
    const cut = cutAt(descriptor, byte);
    if (cut === null || cut.at >= size) break;
    yield stretch(cut.at);
    readLastTime(cut.before, prefix, clock);
    state = clock.state;
    from = cut.at;
    lineBefore = cut.lineBefore;
  }
  yield stretch(null);
}

/** The first line, as it is read. @param sample the first bytes of a log, with the end of the line. */
function firstLineOf(sample: Buffer): Uint8Array {
  let first: Uint8Array | null = null;
  const line = (buf: Buffer, start: number, end: number) => {
    first ??= Uint8Array.from(buf.subarray(start, end));
  };
  new LineFramer({ line, overlong: line }).push(sample.subarray(0, sample.indexOf(10) + 1));
  return first ?? new Uint8Array();
}

/** Lets the clock read the last line that has a time. */
function readLastTime(lines: Buffer, prefix: SyslogPrefix, clock: LogClock): void {
  for (let end = lines.length - 1; end > 0; ) {
    const start = lines.lastIndexOf(10, end - 1) + 1;
    if (start > 0 && prefix.read(lines, start, end) && prefix.time(clock) !== null) return;
    end = start - 1;
  }
}
