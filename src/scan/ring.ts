/** Pieces of this length or less go from one thread to another; so many may wait to be taken. */
const PIECE = 256 * 1024;
const PIECES = 8;

/** Where stands how many pieces were put in and taken out, whether no more are wanted, and how long each is. */
const PUT = 0;
const OUT = 1;
const IS_STOPPED = 2;
const LENGTHS = 4;
/** How many bytes the pieces were made of. */
const READ_AT = 64;
const BYTES_AT = 128;

/** The memory that both threads see. */
export const ringMemory = (): SharedArrayBuffer => new SharedArrayBuffer(BYTES_AT + PIECES * PIECE);

/** One end of a ring of pieces, through which bytes go from one thread to another without a message for each. */
class Ring {
  protected readonly numbers: Int32Array;
  protected readonly bytes: Buffer;
  protected readonly read: Float64Array;

  constructor(memory: SharedArrayBuffer) {
    this.numbers = new Int32Array(memory, 0, READ_AT / 4);
    this.read = new Float64Array(memory, READ_AT, 1);
    this.bytes = Buffer.from(memory, BYTES_AT);
  }

  protected pieceAt(count: number): number {
    return (count % PIECES) * PIECE;
  }
}

/** The end at which bytes are put in. */
export class RingSource extends Ring {
  #put = 0;

  /** Waits until there is room. @returns whether more is wanted. */
  put(chunk: Uint8Array): boolean {
    for (let at = 0; at < chunk.length; at += PIECE) if (!this.#piece(chunk.subarray(at, at + PIECE))) return false;
    return true;
  }

  /** Nothing more comes. */
  end(): void {
    this.#piece(new Uint8Array());
  }

  /** @param bytes how many bytes were read for what is put in. */
  progress(bytes: number): void {
    this.read[0] = bytes;
  }

  #piece(piece: Uint8Array): boolean {
    const { numbers } = this;
    for (;;) {
      if (Atomics.load(numbers, IS_STOPPED) === 1) return false;
      const out = Atomics.load(numbers, OUT);
      if (this.#put - out < PIECES) break;
      Atomics.wait(numbers, OUT, out);
    }
    // Which copies memory as a whole: `set` goes by words where memory is shared.
    const at = this.pieceAt(this.#put);
    if (piece.length > 0) this.bytes.fill(piece, at, at + piece.length);
    numbers[LENGTHS + (this.#put % PIECES)] = piece.length;
    this.#put++;
    Atomics.store(numbers, PUT, this.#put);
    Atomics.notify(numbers, PUT);
    return true;
  }
}

/** The end at which they come out. */
export class RingDrain extends Ring {
  #out = 0;

  /**
   * Waits for the next piece, which stays where it is until `release`.
   * @returns the piece, empty at the end; null where none came in the time, in milliseconds.
   */
  next(time: number): Buffer | null {
    const { numbers } = this;
    if (this.isEmpty) Atomics.wait(numbers, PUT, this.#out, time);
    if (this.isEmpty) return null;
    const at = this.pieceAt(this.#out);
    return this.bytes.subarray(at, at + numbers[LENGTHS + (this.#out % PIECES)]!);
  }

  /** Whether none waits to be taken. */
  get isEmpty(): boolean {
    return Atomics.load(this.numbers, PUT) === this.#out;
  }

  /** The piece was taken: its place is for another. */
  release(): void {
    this.#out++;
    Atomics.store(this.numbers, OUT, this.#out);
    Atomics.notify(this.numbers, OUT);
  }

  /** No more is wanted. */
  stop(): void {
    Atomics.store(this.numbers, IS_STOPPED, 1);
    this.release();
  }

  /** How many bytes were read for what came out, and what is to come. */
  get progress(): number {
    return this.read[0]!;
  }
}
