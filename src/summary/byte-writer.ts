const FIRST_SIZE = 64 * 1024;
const LONGEST_NUMBER = 8;
/** Seven bits a byte. */
const BITS = 128;
const LONE = /[\ud800-\udfff]/;

/** Writes numbers and texts one after another. What is written depends on the values alone. */
export class ByteWriter {
  #bytes = Buffer.allocUnsafe(FIRST_SIZE);
  #length = 0;
  /** Texts written before, by their number. */
  readonly #texts = new Map<string, number>();

  /** Makes room behind what is written. */
  #reserve(length: number): Buffer {
    if (this.#length + length > this.#bytes.length) {
      const larger = Buffer.allocUnsafe(Math.max(this.#bytes.length * 2, this.#length + length));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    return this.#bytes;
  }

  /** A whole number from 0 to 2^53 - 1: seven bits a byte, the lowest first, and the highest bit set in all but the last. */
  uint(value: number): void {
    if (!Number.isSafeInteger(value) || value < 0) throw new RangeError(`not a whole number that can be written: ${value}`);
    const bytes = this.#reserve(LONGEST_NUMBER);
    let rest = value;
    while (rest >= BITS) {
      bytes[this.#length++] = (rest % BITS) | BITS;
      rest = Math.floor(rest / BITS);
    }
    bytes[this.#length++] = rest;
  }

  /** Any number, as IEEE 754 writes it in eight bytes, the lowest first. */
  real(value: number): void {
    this.#reserve(LONGEST_NUMBER).writeDoubleLE(value, this.#length);
    this.#length += 8;
  }

  /** A text; of one that was written before only its number. */
  text(value: string): void {
    const known = this.#texts.get(value);
    this.uint(known ?? 0);
    if (known !== undefined) return;
    this.#texts.set(value, this.#texts.size + 1);
    const length = Buffer.byteLength(value, 'utf8');
    // What was cut in the middle of a character is no UTF-8. Nearly all is ASCII.
    const isWhole = length === value.length || !LONE.test(value) || Buffer.from(value, 'utf8').toString('utf8') === value;
    const size = isWhole ? length : value.length * 2;
    this.uint(size * 2 + (isWhole ? 0 : 1));
    this.#reserve(size).write(value, this.#length, isWhole ? 'utf8' : 'utf16le');
    this.#length += size;
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length).set(value, this.#length);
    this.#length += value.length;
  }

  /** Everything that was written. */
  finish(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }
}
