import { LogClock, type LogClockOptions } from './log-clock.js';
import { SyslogPrefix } from './syslog-prefix.js';

/** The first time that a sample tells. */
export interface FirstTime {
  /** Milliseconds since 1970. */
  readonly ms: number;
  /** The year of its wall clock. */
  readonly year: number;
  /** Whether the line has no year of its own, so that it was inferred. */
  readonly yearless: boolean;
}

/** The time of the first line of a sample that has one; null when no line has. */
export function firstTime(sample: Buffer, options: LogClockOptions): FirstTime | null {
  const prefix = new SyslogPrefix();
  const clock = new LogClock(options);
  for (let start = 0; start < sample.length; ) {
    const newline = sample.indexOf(10, start);
    const end = newline < 0 ? sample.length : newline;
    let at = start;
    while (at < end && sample[at] === 0) at++;
    if (prefix.read(sample, at, end)) {
      const time = prefix.time(clock);
      if (time !== null) {
        return { ms: time.ms, year: new Date(time.ms + time.offset * 60_000).getUTCFullYear(), yearless: prefix.isYearless };
      }
    }
    start = end + 1;
  }
  return null;
}
