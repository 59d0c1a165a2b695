import { deflateSync, inflateSync } from 'node:zlib';
import { ByteError } from './byte-reader.js';
import type { InputIdentities } from './event-codec.js';
import type { Summary } from './summary.js';
import { EncodedSummary, encodeSummary, type ReadingOptions, type SummaryHead } from './summary-codec.js';

/** The first line of a summary, without its version. */
const NAME = 'bouncelens-summary/';
const VERSION = 2;
const FIRST_LINE = /^bouncelens-summary\/(\d{1,9})\n/;
/** What a summary may be large when it is unpacked. */
const LARGEST = 1 << 30;

/** A file that is no summary, or one that cannot be read here. */
export class SummaryFileError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SummaryFileError';
  }
}

/** The summary as a file: a line with the name and the version of the form, and the rest compressed (docs/summary-format.md). */
export function writeSummary(summary: Summary, inputs: InputIdentities): Uint8Array {
  return Buffer.concat([Buffer.from(`${NAME}${VERSION}\n`), deflateSync(encodeSummary(summary, inputs))]);
}

/** A file with a summary, unpacked. */
export class SummaryFile {
  readonly #encoded: EncodedSummary;

  /** @throws SummaryFileError when it is none, is damaged, or was written by a newer version. */
  constructor(bytes: Uint8Array) {
    const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1');
    const [line, version] = FIRST_LINE.exec(start) ?? [];
    if (line === undefined) throw new SummaryFileError('is no summary that bouncelens wrote (--format summary)');
    if (Number(version) !== VERSION) {
      throw new SummaryFileError(
        `is a summary of version ${version}, and this version of bouncelens reads version ${VERSION} only`,
      );
    }
    this.#encoded = readable(() => new EncodedSummary(unpacked(bytes.subarray(line.length))));
  }

  /** What it was asked to count. */
  get head(): SummaryHead {
    return this.#encoded.head;
  }

  /** Reads the rest, which can be done once. @throws SummaryFileError when it is damaged. */
  read(options: ReadingOptions): Summary {
    return readable(() => this.#encoded.read(options));
  }
}

/** What zlib gives with `info`, which its types leave out. */
interface Inflated {
  readonly buffer: Buffer;
  /** `bytesWritten`: how many bytes of the compressed ones were used. */
  readonly engine: { readonly bytesWritten: number };
}

function unpacked(compressed: Uint8Array): Buffer {
  try {
    const { buffer, engine } = inflateSync(compressed, { maxOutputLength: LARGEST, info: true }) as unknown as Inflated;
    if (engine.bytesWritten < compressed.length) throw new SummaryFileError('is damaged (something stands behind its end)');
    return buffer;
  } catch (error) {
    if (error instanceof SummaryFileError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw new SummaryFileError(code === 'Z_BUF_ERROR' ? 'is cut short' : `is damaged (${message})`);
  }
}

function readable<T>(read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof ByteError) throw new SummaryFileError(`is damaged (${error.message})`);
    throw error;
  }
}
