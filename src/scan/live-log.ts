import type { FollowMarks, FollowReader } from '../input/follow.js';
import { LineFramer } from '../input/line-framer.js';
import type { KnownFile } from '../state/known-file.js';
import { type KnownFiles, marksOf } from '../state/known-files.js';
import type { InputReport } from './input-report.js';
import { type NewLog, Reading } from './read-new.js';

/** What came of a log. */
export type LogDelta = Pick<InputReport, 'lines' | 'unparsedLines' | 'knownLines' | 'bytes'>;

/** The lines of one log as they come. */
export class LiveLog implements FollowReader {
  readonly #log: NewLog;
  readonly #reading: Reading;
  readonly #framer: LineFramer;
  readonly #files: KnownFiles;
  readonly #tally: (delta: LogDelta) => void;
  readonly #from: number;
  #known: KnownFile | null;
  #isOver = false;

  /** @param writtenAt when the log was last written; milliseconds since 1970. */
  constructor(log: NewLog, files: KnownFiles, writtenAt: number, tally: (delta: LogDelta) => void) {
    const { known } = log.match;
    this.#log = log;
    this.#files = files;
    this.#tally = tally;
    this.#known = known;
    this.#from = known?.length ?? 0;
    this.#reading = new Reading(log, writtenAt, this.#from);
    this.#framer = new LineFramer(this.#reading.sink, known?.lineBefore ?? 0);
  }

  /** Where reading begins: with the line before what is new, of which a line may speak. */
  get start(): number {
    return this.#framer.position;
  }

  fill(read: (buffer: Buffer, at: number, length: number) => number): number {
    return this.#counted(() => this.#framer.fill(read));
  }

  push(chunk: Uint8Array): void {
    this.#counted(() => {
      this.#framer.push(chunk);
      return chunk.length;
    });
  }

  #counted(action: () => number): number {
    const { report } = this.#log;
    const { lines, unparsedLines, knownLines } = report;
    this.#reading.writtenAt(Date.now());
    const bytes = action();
    if (bytes === 0 && report.lines === lines) return 0;
    this.#tally({
      bytes,
      lines: report.lines - lines,
      unparsedLines: report.unparsedLines - unparsedLines,
      knownLines: report.knownLines - knownLines,
    });
    return bytes;
  }

  mark(file: FollowMarks): void {
    // Nothing new was read yet.
    if (this.#framer.position < this.#from) return;
    const { report } = this.#log;
    const { lines } = report;
    const held = this.#isOver ? null : this.#reading.lines.pause();
    const end = held ?? Math.max(this.#from, this.#framer.lineStart);
    if (end > 0) {
      const { path, head, position } = file;
      const tail = file.tailBefore(end);
      const place = { path, seen: this.#log.run, waiting: position - end };
      const known = this.#reading.known(marksOf(head, tail, end), tail, place);
      this.#files.keep(known, this.#known);
      this.#known = known;
    }
    // What is not ended yet goes on.
    report.lines = lines;
  }

  end(isWhole: boolean): void {
    if (!isWhole) return;
    this.#isOver = true;
    this.#counted(() => {
      this.#framer.end();
      this.#reading.lines.end(this.#framer.position);
      return 0;
    });
  }
}
