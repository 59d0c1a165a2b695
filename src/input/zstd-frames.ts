/** Decompresses one frame. It throws where the frame is damaged. */
export interface FrameDecoder {
  push(bytes: Uint8Array): Promise<void>;
  /** The frame is over, or the input within it: all that can be decompressed is handed on. */
  end(): Promise<void>;
  /** Nothing more is wanted. */
  stop(): void;
}

/** What a frame says about itself. */
export interface FrameHeader {
  /** Whether a checksum of its content follows. */
  readonly checksum: boolean;
}

/** The content cannot be read, for a reason that says what to do. */
export class UnsupportedFrame extends Error {}

const MAGIC = Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd);
/** Whatever the lower half of its first byte is. */
const SKIPPABLE = Uint8Array.of(0x50, 0x2a, 0x4d, 0x18);
const NO_FRAME = 'what follows is not zstd';
/** Frames that want to remember more are refused, as the program zstd does: memory is not for the input to choose. */
const LARGEST_WINDOW = 128 * 1024 * 1024;
const LARGEST_BLOCK = 128 * 1024;
const REPEATED = 1;
const RESERVED = 3;

/** Which bytes come next: fields that are looked at, or bytes that are passed over. */
type Field = 'magic' | 'skippable' | 'descriptor' | 'header' | 'block' | 'checksum' | 'padding';

/**
 * Tells where each frame of zstd content ends, and gives it a decoder of its own (RFC 8878): decoders differ in what
 * they make of frames that follow one another, of skippable frames, of what is missing and of what is no frame.
 */
export class ZstdFrames {
  readonly #decoderFor: (header: FrameHeader) => FrameDecoder;
  #decoder: FrameDecoder | null = null;
  #field: Field = 'magic';
  #need = 4;
  readonly #bytes: number[] = [];
  /** Bytes up to the next field. */
  #passing = 0;
  #descriptor = 0;
  #lastBlock = false;
  #frames = 0;
  /** Bytes of a frame that came before its decoder could be chosen. */
  #head: number[] = [];

  constructor(decoderFor: (header: FrameHeader) => FrameDecoder) {
    this.#decoderFor = decoderFor;
  }

  /** @throws where the content is damaged */
  async push(chunk: Uint8Array): Promise<void> {
    /** Where the bytes begin that the decoder has not got. */
    let from = 0;
    for (let at = 0; at < chunk.length; ) {
      if (this.#passing > 0) {
        const length = Math.min(this.#passing, chunk.length - at);
        this.#passing -= length;
        at += length;
      } else this.#bytes.push(chunk[at++]!);
      if (this.#passing > 0 || this.#bytes.length < this.#need) continue;
      const before = this.#decoder;
      let isFrameOver: boolean;
      try {
        isFrameOver = this.#next(this.#bytes.splice(0));
      } catch (error) {
        await this.#giveUp(chunk.subarray(from, at));
        throw error;
      }
      if (this.#decoder !== before) {
        await this.#decoder?.push(Uint8Array.from(this.#head));
        from = at;
      }
      if (isFrameOver) {
        await this.#decoder?.push(chunk.subarray(from, at));
        await this.#decoder?.end();
        this.#decoder = null;
        this.#frames++;
      }
    }
    if (this.#decoder !== null && from < chunk.length) await this.#decoder.push(chunk.subarray(from));
  }

  /** The input is over. @returns whether it was whole. @throws where its last bytes are damaged */
  async end(): Promise<boolean> {
    await this.#giveUp(new Uint8Array());
    if (this.#field === 'padding') return true;
    if (this.#field !== 'magic' || this.#passing > 0) return false;
    if (this.#bytes.length === 0 || (this.#frames > 0 && isPadding(this.#bytes))) return true;
    if (this.#frames > 0 && !beginsFrame(this.#bytes)) throw new Error(NO_FRAME);
    return false;
  }

  /** Gets out of a frame what can be had. What its decoder says to that is known. */
  async #giveUp(bytes: Uint8Array): Promise<void> {
    const decoder = this.#decoder;
    this.#decoder = null;
    try {
      await decoder?.push(bytes);
      await decoder?.end();
    } catch {
      // It expected more.
    }
  }

  stop(): void {
    this.#decoder?.stop();
    this.#decoder = null;
  }

  /** Looks at a field, or at nothing behind the content of a block. @returns whether the frame ends here. */
  #next(bytes: readonly number[]): boolean {
    switch (this.#field) {
      case 'magic':
        this.#magic(bytes);
        return false;
      case 'skippable':
        this.#passing = little(bytes);
        this.#frames++;
        this.#expect('magic', 4);
        return false;
      case 'descriptor':
        this.#describe(bytes[0]!);
        return false;
      case 'header':
        this.#open(bytes);
        return false;
      case 'block':
        return bytes.length === 0 ? this.#behindBlock() : this.#block(little(bytes));
      case 'checksum':
        this.#expect('magic', 4);
        return true;
      case 'padding':
        if (!isPadding(bytes)) throw new Error(NO_FRAME);
        return false;
    }
  }

  #expect(field: Field, need: number): void {
    this.#field = field;
    this.#need = need;
  }

  #magic(bytes: readonly number[]): void {
    if (beginsLike(MAGIC, bytes)) {
      this.#head = [...bytes];
      this.#expect('descriptor', 1);
    } else if (beginsLikeSkippable(bytes)) this.#expect('skippable', 4);
    else if (this.#frames === 0) throw new Error('it does not start with a frame');
    else if (isPadding(bytes)) this.#expect('padding', 1);
    // It may be a frame with a damaged beginning.
    else throw new Error(NO_FRAME);
  }

  #describe(descriptor: number): void {
    if ((descriptor & 8) !== 0) throw new Error('a frame has a header that is unknown');
    this.#descriptor = descriptor;
    this.#head.push(descriptor);
    this.#expect(
      'header',
      sizeFields(descriptor).reduce((sum, size) => sum + size),
    );
  }

  #open(bytes: readonly number[]): void {
    const [window, dictionary, size] = sizeFields(this.#descriptor);
    if (little(bytes.slice(window, window + dictionary)) !== 0)
      throw new UnsupportedFrame('was compressed with a dictionary: decompress it and pass it on standard input');
    const room = window === 1 ? windowSize(bytes[0]!) : contentSize(bytes.slice(dictionary), size);
    if (room > LARGEST_WINDOW) {
      throw new UnsupportedFrame(
        'takes more than 128 MiB of memory to decompress: pass it on standard input (zstd -dc --long=31 FILE | bouncelens -)',
      );
    }
    this.#head.push(...bytes);
    this.#decoder = this.#decoderFor({ checksum: (this.#descriptor & 4) !== 0 });
    this.#expect('block', 3);
  }

  #block(header: number): boolean {
    const kind = (header >> 1) & 3;
    const size = header >> 3;
    if (kind === RESERVED || size > LARGEST_BLOCK) throw new Error('a block has a header that is unknown');
    this.#lastBlock = (header & 1) === 1;
    this.#passing = kind === REPEATED ? 1 : size;
    if (this.#passing === 0) return this.#behindBlock();
    this.#expect('block', 0);
    return false;
  }

  #behindBlock(): boolean {
    if (!this.#lastBlock) this.#expect('block', 3);
    else if ((this.#descriptor & 4) !== 0) this.#expect('checksum', 4);
    else {
      this.#expect('magic', 4);
      return true;
    }
    return false;
  }
}

/** Bytes of the window descriptor, the dictionary id and the content size behind a frame descriptor. */
function sizeFields(descriptor: number): [window: number, dictionary: number, size: number] {
  const isSingle = (descriptor >> 5) & 1;
  const size = descriptor >> 6;
  return [1 - isSingle, [0, 1, 2, 4][descriptor & 3]!, size === 0 ? isSingle : 1 << size];
}

function windowSize(descriptor: number): number {
  const base = 2 ** (10 + (descriptor >> 3));
  return base + (base / 8) * (descriptor & 7);
}

const contentSize = (bytes: readonly number[], size: number): number => little(bytes.slice(0, size)) + (size === 2 ? 256 : 0);

/** A number of any length, its least byte first. */
const little = (bytes: readonly number[]): number => bytes.reduceRight((sum, byte) => sum * 256 + byte, 0);

const beginsLike = (mark: Uint8Array, bytes: readonly number[]): boolean => bytes.every((byte, i) => byte === mark[i]);

/** Frames with content of others, which decoders pass over. */
const beginsLikeSkippable = ([first, ...rest]: readonly number[]): boolean => beginsLike(SKIPPABLE, [first! & 0xf0, ...rest]);

const beginsFrame = (bytes: readonly number[]): boolean => beginsLike(MAGIC, bytes) || beginsLikeSkippable(bytes);

/** What fills a file up to a size that something asks for. */
const isPadding = (bytes: readonly number[]): boolean => bytes.every((byte) => byte === 0);
