/** Bytes that are not what `ByteWriter` writes. */
export class ByteError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'ByteError';
  }
}

/** Reads what `ByteWriter` wrote, in its order. Every method throws a `ByteError` where the bytes end or are none of its. */
export class ByteReader {
  readonly #bytes: Buffer;
  #at = 0;
  readonly #texts: string[] = [];

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  uint(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw new ByteError('it ends too early');
      value += (byte & 127) * factor;
      if (value > Number.MAX_SAFE_INTEGER) throw new ByteError('a number is too large');
      if (byte < 128) return value;
    }
  }

  real(): number {
    const at = this.#at;
    this.#skip(8);
    return this.#bytes.readDoubleLE(at);
  }

  text(): string {
    const number = this.uint();
    if (number > 0) {
      const known = this.#texts[number - 1];
      if (known === undefined) throw new ByteError('a text is missing');
      return known;
    }
    const header = this.uint();
    const start = this.#at;
    this.#skip(Math.floor(header / 2));
    const text = this.#bytes.toString(header % 2 === 0 ? 'utf8' : 'utf16le', start, this.#at);
    this.#texts.push(text);
    return text;
  }

  bytes(length: number): Uint8Array {
    const start = this.#at;
    this.#skip(length);
    return this.#bytes.subarray(start, this.#at);
  }

  /** How many bytes are left: no list has more entries. */
  get left(): number {
    return this.#bytes.length - this.#at;
  }

  #skip(length: number): void {
    if (length > this.left) throw new ByteError('it ends too early');
    this.#at += length;
  }
}
