import { LineFramer, type LineSink, LONGEST_LINE } from '../input/line-framer.js';
import { FINGERPRINT } from '../state/known-file.js';
import { lastOf } from './file-content.js';

/** The place that is asked for lies in the last line, or at its end. */
const KEPT = FINGERPRINT + 2 * LONGEST_LINE;

/** Cuts a part of an input into lines, and keeps the last bytes, by which it is known again. */
export class TailFramer extends LineFramer {
  #tail: Buffer;

  /**
   * @param from where the first byte stands in the input. @param before the bytes before it.
   * @param block what the lines are to stand in, where that matters.
   */
  constructor(sink: LineSink, from: number, before: Buffer, block?: Buffer) {
    super(sink, from, block);
    this.#tail = before;
  }

  override fill(read: (buffer: Buffer, at: number, length: number) => number): number {
    return super.fill((buffer, at, length) => {
      const count = read(buffer, at, length);
      if (count > 0) this.see(buffer.subarray(at, at + count));
      return count;
    });
  }

  /** These bytes of the input were read. */
  protected see(bytes: Uint8Array): void {
    this.#tail = lastOf(this.#tail, bytes, KEPT);
  }

  /** The bytes before a place that lies in the last line. */
  tailBefore(place: number): Buffer {
    const end = Math.max(0, this.#tail.length - (this.position - place));
    return this.#tail.subarray(Math.max(0, end - FINGERPRINT), end);
  }
}

/** The same for what is decompressed from its beginning, of which only what stands behind a place is new. */
export class PackedFramer extends TailFramer {
  #left: number;

  constructor(sink: LineSink, from: number, block?: Buffer) {
    super(sink, from, Buffer.alloc(0), block);
    this.#left = from;
  }

  override push(chunk: Uint8Array): void {
    this.see(chunk);
    const skipped = Math.min(this.#left, chunk.length);
    this.#left -= skipped;
    if (skipped < chunk.length) super.push(chunk.subarray(skipped));
  }

  /** Whether all was read shows only then. */
  override end(): void {}

  /** All was read: what is held is the last line. */
  close(): void {
    super.end();
  }
}
