import { closeSync, createReadStream, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { type Content, contentOf, SAMPLE } from './content.js';
import { InputError, systemMessage } from './input-error.js';
import type { LineFramer } from './line-framer.js';

/** Bytes that are read before other work, such as a signal, gets its turn. */
const TURN = 16 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** What reading an input came to. `error` says why it ended early; what was read before was handed on. */
export interface ReadResult {
  readonly content: Content;
  readonly error: InputError | null;
}

export interface ReadOptions {
  /** Told how many bytes of the file were read, compressed ones as they stand on disk. */
  readonly progress?: (bytes: number) => void;
}

/** An open file with what is known before reading it. */
export interface OpenFile {
  readonly path: string;
  readonly descriptor: number;
  readonly stats: Stats;
  readonly content: Content;
  /** The first bytes, for telling what the file holds. */
  readonly sample: Buffer;
}

/** Opens a file and looks at its first bytes. @throws InputError */
export function openFile(path: string): OpenFile {
  let descriptor: number;
  try {
    descriptor = openSync(path, 'r');
  } catch (error) {
    throw new InputError(path, systemMessage(error));
  }
  try {
    const stats = fstatSync(descriptor);
    if (!stats.isFile() && !stats.isFIFO() && !isNull(stats)) {
      throw new InputError(path, 'is neither a file nor a pipe');
    }
    const sample = Buffer.alloc(SAMPLE);
    const length = stats.isFile() ? readSync(descriptor, sample, 0, SAMPLE, 0) : 0;
    const seen = sample.subarray(0, length);
    return { path, descriptor, stats, sample: seen, content: stats.isFIFO() ? 'text' : contentOf(seen) };
  } catch (error) {
    closeSync(descriptor);
    throw error instanceof InputError ? error : new InputError(path, systemMessage(error));
  }
}

/** The null device reads as an empty file; other devices never end or are no text. */
function isNull(stats: Stats): boolean {
  try {
    return stats.isCharacterDevice() && stats.rdev === statSync('/dev/null').rdev;
  } catch {
    return false;
  }
}

/** Reads an open file to its end into the framer and closes it. Plain text is read in blocks without a stream. */
export async function readFile(file: OpenFile, framer: LineFramer, options: ReadOptions = {}): Promise<ReadResult> {
  const { path, descriptor, stats } = file;
  if (stats.isFIFO()) return readStream(path, createReadStream(path, { fd: descriptor, highWaterMark: CHUNK }), framer, options);
  switch (file.content) {
    case 'gzip':
      return {
        content: 'gzip',
        error: await inflate(path, createReadStream(path, { fd: descriptor, start: 0, highWaterMark: CHUNK }), framer, options),
      };
    case 'text':
      return { content: 'text', error: await readBlocks(file, framer, options) };
    default:
      closeSync(descriptor);
      return { content: file.content, error: unreadable(path, file.content) };
  }
}

/** Reads a stream (standard input, a pipe) to its end into the framer. */
export async function readStream(
  path: string,
  stream: Readable,
  framer: LineFramer,
  options: ReadOptions = {},
): Promise<ReadResult> {
  let content: Content = 'empty';
  const head = await firstBytes(stream);
  if (head.length === 0) return { content, error: null };
  content = contentOf(head.subarray(0, SAMPLE));
  stream.unshift(head);
  if (content === 'gzip') return { content, error: await inflate(path, stream, framer, options) };
  if (content !== 'text') {
    stream.destroy();
    return { content, error: unreadable(path, content) };
  }
  return { content, error: await pump(path, stream, framer, options) };
}

/** The first chunk of a stream, which stays usable; empty at its end. */
export async function firstBytes(stream: Readable): Promise<Buffer> {
  for (;;) {
    const chunk = stream.read() as Buffer | null;
    if (chunk !== null) return chunk;
    if (stream.readableEnded || stream.destroyed) return Buffer.alloc(0);
    await new Promise<void>((resolve, reject) => {
      const done = () => {
        stream.off('readable', done);
        stream.off('end', done);
        stream.off('error', reject);
        resolve();
      };
      stream.once('readable', done);
      stream.once('end', done);
      stream.once('error', reject);
    });
  }
}

function unreadable(path: string, content: Content): InputError | null {
  switch (content) {
    case 'empty':
      return null;
    case 'binary':
      return new InputError(path, 'is a binary file, not a log');
    default:
      return new InputError(
        path,
        `is compressed with ${content}: decompress it and pass it on standard input (${content} -dc FILE | bouncelens -)`,
      );
  }
}

async function readBlocks(file: OpenFile, framer: LineFramer, options: ReadOptions): Promise<InputError | null> {
  const { path, descriptor, stats } = file;
  let total = 0;
  let turn = 0;
  try {
    for (;;) {
      const read = framer.fill((buffer, at, length) => readSync(descriptor, buffer, at, length, total));
      if (read === 0) break;
      total += read;
      if (total - turn >= TURN) {
        turn = total;
        options.progress?.(total);
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    }
    framer.end();
    options.progress?.(total);
    if (total >= stats.size) return null;
    return new InputError(
      path,
      `shrank while it was read: ${total} of ${stats.size} bytes were counted. Was it truncated by log rotation?`,
    );
  } catch (error) {
    framer.end();
    return new InputError(path, `${systemMessage(error)} (at byte ${total}; what came before is counted)`);
  } finally {
    closeSync(descriptor);
  }
}

/** Passes a stream's chunks to the framer as they come. @returns why it ended early, or null. */
function pump(path: string, stream: Readable, framer: LineFramer, options: ReadOptions): Promise<InputError | null> {
  let total = 0;
  return new Promise((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      framer.push(chunk);
      total += chunk.length;
      options.progress?.(total);
    });
    stream.on('end', () => {
      framer.end();
      resolve(null);
    });
    stream.on('error', (error) => {
      framer.end();
      resolve(new InputError(path, systemMessage(error)));
    });
  });
}

/** Inflates gzip, members one after another, into the framer. A tail that is missing or damaged keeps what came before. */
function inflate(path: string, stream: Readable, framer: LineFramer, options: ReadOptions): Promise<InputError | null> {
  const gunzip = createGunzip({ chunkSize: CHUNK });
  let compressed = 0;
  return new Promise((resolve) => {
    const stop = (message: string) => {
      stream.destroy();
      framer.end();
      resolve(new InputError(path, `${message}; the ${framer.position} bytes before are counted`));
    };
    stream.on('data', (chunk: Buffer) => {
      compressed += chunk.length;
      options.progress?.(compressed);
    });
    stream.on('error', (error) => stop(systemMessage(error)));
    gunzip.on('data', (chunk: Buffer) => framer.push(chunk));
    gunzip.on('end', () => {
      framer.end();
      resolve(null);
    });
    gunzip.on('error', (error: NodeJS.ErrnoException) =>
      stop(error.code === 'Z_BUF_ERROR' ? 'the gzip file is cut short' : `the gzip file is damaged (${error.message})`),
    );
    stream.pipe(gunzip);
  });
}
