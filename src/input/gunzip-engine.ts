import { constants, createGunzip } from 'node:zlib';

const { Z_SYNC_FLUSH, Z_FINISH } = constants;

/** How Node binds zlib, as far as it is needed here. */
interface Handle {
  writeSync(
    flush: number,
    input: Uint8Array,
    inputAt: number,
    inputLength: number,
    output: Uint8Array,
    outputAt: number,
    outputLength: number,
  ): void;
  onerror: (message: string, number: number, code: string) => void;
}

interface Bound {
  readonly _handle?: Partial<Handle> | null;
  /** How many bytes of output and of input the last call left. */
  readonly _writeState?: unknown;
}

/** The versions of Node with which this was tried. Another one may bind zlib in another way, and would end if it were called wrongly. */
export const TRIED: ReadonlySet<string> = new Set(['20', '22', '24', '25']);

/**
 * zlib's gunzip without a stream around it: what is given is inflated at once, into a buffer that stays the same. A stream makes a
 * buffer for each piece, and waits for a thread with each; inflating takes twice as much CPU time then. Node's documentation does not
 * speak of it; its own synchronous functions, and npm's unpacking of every package, are made of it.
 */
export class GunzipEngine {
  readonly #stream: { destroy(): void };
  readonly #handle: Handle;
  readonly #left: Uint32Array;
  #error: NodeJS.ErrnoException | null = null;

  /** How many bytes the last call took and gave. */
  taken = 0;
  given = 0;

  private constructor(stream: { destroy(): void }, handle: Handle, left: Uint32Array) {
    this.#stream = stream;
    this.#handle = handle;
    this.#left = left;
    handle.onerror = (message, errno, code) => {
      this.#error = Object.assign(new Error(message), { errno, code });
    };
  }

  /** An engine at its start, which has to be closed; null where this Node is not known to have one. */
  static make(): GunzipEngine | null {
    const [major = ''] = process.versions.node.split('.');
    if (!TRIED.has(major)) return null;
    const stream = createGunzip();
    const { _handle: handle, _writeState: left } = stream as Bound;
    if (typeof handle?.writeSync === 'function' && left instanceof Uint32Array && left.length === 2)
      return new GunzipEngine(stream, handle as Handle, left);
    stream.destroy();
    return null;
  }

  /**
   * Inflates until the input is taken or the output full. What is left of the input where there is room in the output follows the last
   * member, and begins with a zero.
   * @throws what is wrong with the input, as streams of zlib tell it; nothing more can be inflated then.
   */
  inflate(input: Uint8Array, output: Uint8Array): void {
    this.#write(Z_SYNC_FLUSH, input, output);
  }

  /** The input is over. @throws where its last member is not. */
  finish(output: Uint8Array): void {
    this.#write(Z_FINISH, new Uint8Array(), output);
  }

  #write(flush: number, input: Uint8Array, output: Uint8Array): void {
    this.#handle.writeSync(flush, input, 0, input.length, output, 0, output.length);
    if (this.#error !== null) throw this.#error;
    this.given = output.length - this.#left[0]!;
    this.taken = input.length - this.#left[1]!;
  }

  close(): void {
    this.#stream.destroy();
  }
}
