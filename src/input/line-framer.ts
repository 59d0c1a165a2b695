const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const NUL = 0;

/** Longer lines are cut here and counted: no MTA writes them, and they must not be held in memory. */
export const LONGEST_LINE = 64 * 1024;
const BLOCK = 256 * 1024;
/** A line that is not ended may be followed by CR and LF. */
const LINE_END = 2;

/** What a buffer has room for in which lines are cut: a block, the last whole line and one that is not ended. */
export const FRAMED = BLOCK + 2 * (LONGEST_LINE + LINE_END);

/** Takes the lines of one input. The buffer is reused: nothing of it may be kept. */
export interface LineSink {
  /**
   * Takes whole lines, with their ends, from `start` on as far as it likes.
   * @param filled the end of what may be looked at. @param offset of `start` in the input. @returns where the next line starts.
   */
  skim?(buf: Buffer, start: number, filled: number, offset: number): number;
  /** @param offset the line's first byte in the input, before leading NULs were skipped. */
  line(buf: Buffer, start: number, end: number, offset: number): void;
  /** A line of more than `LONGEST_LINE` bytes, of which the rest is skipped. */
  overlong(buf: Buffer, start: number, end: number, offset: number): void;
}

/**
 * Cuts a stream of bytes into lines, with LF or CRLF at their end, inside one buffer that is reused. Runs of NUL at the
 * start of a line, which a crash leaves in a log, are skipped.
 */
export class LineFramer {
  readonly #sink: LineSink;
  readonly #buffer: Buffer;
  /** Bytes at the head of the buffer that were taken before: the last whole line, and a line not ended yet. */
  #held = 0;
  /** How many of these belong to the last whole line, which stays in sight of the line behind it. */
  #seen = 0;
  /** Offset in the input of the buffer's first byte. */
  #offset = 0;
  #skipping = false;
  /** NULs at the start of the line at hand that were taken out of the buffer. */
  #dropped = 0;

  /**
   * @param offset where the first byte stands in the input.
   * @param buffer what the lines are to stand in, of `FRAMED` bytes or more.
   */
  constructor(sink: LineSink, offset = 0, buffer: Buffer = Buffer.allocUnsafeSlow(FRAMED)) {
    this.#sink = sink;
    this.#buffer = buffer;
    this.#offset = offset;
  }

  /** Offset in the input behind the last byte taken. */
  get position(): number {
    return this.#offset + this.#held;
  }

  /** Offset in the input of the first byte of the line that is not ended yet; behind the last byte taken where there is none. */
  get lineStart(): number {
    return this.#skipping ? this.position : this.#offset + this.#seen;
  }

  /** Reads the next block straight into the buffer. @param read like `fs.readSync`. @returns how many bytes came. */
  fill(read: (buffer: Buffer, at: number, length: number) => number): number {
    const length = read(this.#buffer, this.#held, BLOCK);
    if (length > 0) this.#cut(this.#held + length);
    return length;
  }

  /** Takes the next bytes of a stream. */
  push(chunk: Uint8Array): void {
    for (let at = 0; at < chunk.length; at += BLOCK) {
      const part = chunk.subarray(at, at + BLOCK);
      // Where the bytes come from memory that threads share, `set` would copy them word by word.
      this.#buffer.fill(part, this.#held, this.#held + part.length);
      this.#cut(this.#held + part.length);
    }
  }

  /** The input is over: what is held is its last line. */
  end(): void {
    if ((this.#held > this.#seen || this.#dropped > 0) && !this.#skipping) this.#emit(this.#seen, this.#held);
    this.#offset += this.#held;
    this.#held = 0;
    this.#seen = 0;
    this.#skipping = false;
  }

  #cut(filled: number): void {
    const buf = this.#buffer;
    let start = this.#seen;
    let last = 0;
    let searched = this.#held;
    for (;;) {
      if (!this.#skipping && this.#dropped === 0 && this.#sink.skim !== undefined) {
        const next = this.#sink.skim(buf, start, filled, this.#offset + start);
        if (next > start) {
          last = buf.lastIndexOf(NEWLINE, next - 2) + 1;
          start = next;
          searched = next;
        }
      }
      const newline = buf.indexOf(NEWLINE, searched);
      if (newline < 0 || newline >= filled) break;
      if (this.#skipping) this.#skipping = false;
      else this.#emit(start, newline);
      last = start;
      start = newline + 1;
      searched = start;
    }
    this.#hold(start, last, filled);
  }

  /** Keeps a line that is not ended, behind the last whole one. */
  #hold(from: number, last: number, filled: number): void {
    const buf = this.#buffer;
    let start = from;
    // A run of NULs may be longer than any line; they are no part of it.
    if (!this.#skipping && filled - start > LONGEST_LINE) {
      while (start < filled && buf[start] === NUL) start++;
      this.#dropped += start - from;
    }
    const isTooLong = filled - start > LONGEST_LINE + LINE_END;
    if (this.#skipping || isTooLong) {
      if (!this.#skipping) this.#sink.overlong(buf, start, start + LONGEST_LINE, this.#offset + start - this.#dropped);
      this.#skipping = true;
      this.#dropped = 0;
      this.#offset += filled;
      this.#held = 0;
      this.#seen = 0;
      return;
    }
    if (start > from) {
      // The whole line before is out of sight now.
      buf.copyWithin(0, start, filled);
      this.#offset += start;
      this.#held = filled - start;
      this.#seen = 0;
      return;
    }
    const kept = start - last > LONGEST_LINE ? start : last;
    if (kept > 0) buf.copyWithin(0, kept, filled);
    this.#offset += kept;
    this.#held = filled - kept;
    this.#seen = start - kept;
  }

  #emit(from: number, to: number): void {
    const buf = this.#buffer;
    let start = from;
    let end = to;
    const offset = this.#offset + from - this.#dropped;
    this.#dropped = 0;
    if (end > start && buf[end - 1] === CARRIAGE_RETURN) end--;
    while (start < end && buf[start] === NUL) start++;
    if (end - start > LONGEST_LINE) this.#sink.overlong(buf, start, start + LONGEST_LINE, offset);
    else this.#sink.line(buf, start, end, offset);
  }
}
