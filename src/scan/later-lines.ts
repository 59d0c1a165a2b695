import type { LineSink } from '../input/line-framer.js';
import { LogClock, type LogClockOptions } from '../mta/log-clock.js';
import { SyslogPrefix } from '../mta/syslog-prefix.js';

/** Passes lines on from the first that is later than a time: those before it were read when they stood in another file. */
export class LaterLines implements LineSink {
  readonly #sink: LineSink;
  readonly #prefix = new SyslogPrefix();
  readonly #clock: LogClock;
  readonly #after: number;
  /** Whether a line that is later was met. */
  isPassing = false;

  /** @param after milliseconds since 1970. */
  constructor(sink: LineSink, after: number, clock: LogClockOptions) {
    this.#sink = sink;
    this.#after = after;
    this.#clock = new LogClock(clock);
  }

  line(buf: Buffer, start: number, end: number, offset: number): void {
    if (!this.isPassing && this.#prefix.read(buf, start, end)) {
      const time = this.#prefix.time(this.#clock);
      this.isPassing = time !== null && time.ms > this.#after;
    }
    if (this.isPassing) this.#sink.line(buf, start, end, offset);
  }

  overlong(buf: Buffer, start: number, end: number, offset: number): void {
    if (this.isPassing) this.#sink.overlong(buf, start, end, offset);
  }
}
