import { closeSync, constants, createReadStream, fstatSync, open, openSync, read, readSync, type Stats, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { type Content, contentOf, MARK, SAMPLE } from './content.js';
import { type CompressedContent, decompress, isCompressed } from './decompress.js';
import type { Again, Compressed, Take } from './decompressor.js';
import { inPieces } from './feed.js';
import { InputError, systemMessage } from './input-error.js';
import type { LineFramer } from './line-framer.js';
import { pipeStream } from './pipe-stream.js';

/** Bytes that are read before other work, such as a signal, gets its turn. */
const TURN = 16 * 1024 * 1024;
const CHUNK = 256 * 1024;

/** What reading an input came to. `error` says why it ended early; what was read before was handed on. */
export interface ReadResult {
  readonly content: Content;
  readonly error: InputError | null;
}

/** Bytes of a plain file, from the start of a line to the end of one, which are read without the rest of it. */
export interface ByteRange {
  readonly from: number;
  /** The byte behind the last; null when that is the end of the file. */
  readonly to: number | null;
}

/** @returns null where there is room for more, as nearly always; else what resolves when there is. */
export type Ready = () => Promise<void> | null;

export interface ReadOptions {
  /** Told how many bytes of the file were read, compressed ones as they stand on disk. */
  readonly progress?: ((bytes: number) => void) | undefined;
  /** Asked after each piece whether there is room for what the next one gives. */
  readonly ready?: Ready | undefined;
  /** Asked after each piece of compressed content, and of mails, whether no more is wanted. */
  readonly isStopped?: (() => boolean) | undefined;
  /** Where to begin, for mails that were read in part. */
  readonly start?: number;
  /** A last line that is not ended is not handed on: its end is to come, or stands in a copy. */
  readonly waits?: boolean;
  /** Decompresses large files beside this thread. */
  readonly apart?: DecompressApart | undefined;
}

/**
 * Decompresses an open file beside this thread, as `decompress` does, and leaves it open.
 * @returns what is wrong with the content, or null; undefined where that cannot be done, and nothing was taken.
 */
export type DecompressApart = (
  file: { readonly descriptor: number; readonly content: CompressedContent },
  take: Take,
  options: Pick<ReadOptions, 'progress' | 'ready'>,
) => Promise<string | null | undefined>;

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
    // Some devices do something when they are opened.
    checkKind(path, statSync(path));
    // A pipe is not waited for here, also one that took the place of a file: it opens when somebody writes to it.
    descriptor = openSync(path, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    throw error instanceof InputError ? error : new InputError(path, systemMessage(error));
  }
  try {
    const stats = fstatSync(descriptor);
    checkKind(path, stats);
    // The size of files that the system makes up is told as 0.
    const sample = Buffer.allocUnsafe(stats.isFile() && stats.size > 0 ? Math.min(stats.size, SAMPLE) : SAMPLE);
    const length = stats.isFile() ? readSync(descriptor, sample, 0, sample.length, 0) : 0;
    const seen = sample.subarray(0, length);
    return { path, descriptor, stats, sample: seen, content: stats.isFIFO() ? 'text' : contentOf(seen) };
  } catch (error) {
    closeSync(descriptor);
    throw error instanceof InputError ? error : new InputError(path, systemMessage(error));
  }
}

/** @throws InputError for what has no end, such as /dev/zero, or cannot be read, such as a socket. */
function checkKind(path: string, stats: Stats): void {
  if (stats.isFile() || stats.isFIFO() || isNull(stats)) return;
  throw new InputError(path, stats.isDirectory() ? 'is a directory' : 'is neither a file nor a pipe');
}

/** Whether a path is a pipe, which can be read only once. */
export function isPipe(path: string): boolean {
  try {
    return statSync(path).isFIFO();
  } catch {
    return false;
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
  const { path, content, stats } = file;
  if (stats.isFIFO()) return readStream(await openStream(path, streamOf(file)), framer, options);
  if (isCompressed(content)) return { content, error: await inflateFile(file, content, framer, options) };
  if (content === 'text') return { content, error: await readBlocks(file, framer, options) };
  closeSync(file.descriptor);
  return { content, error: unreadable(path, content) };
}

/**
 * Hands on what an open file holds, decompressed, to its end or until no more is wanted, and closes the file.
 * @returns what is wrong with it, or null.
 */
export async function passContent(file: OpenFile, take: Take): Promise<string | null> {
  const streams = streamsOf(file);
  let failure: string | null = null;
  const failed = (message: string) => (failure = message);
  const bytes = counted(streams.first, { failed });
  try {
    if (isCompressed(file.content)) {
      const wrong = await decompress(file.content, bytes, take, againOf(streams, failed));
      return failure ?? wrong;
    }
    for await (const chunk of bytes) if (!take(chunk)) break;
    return failure;
  } finally {
    streams.close();
  }
}

/** The first bytes of what an open file holds, decompressed; none of what cannot be read. Closes the file. */
export async function headOfFile(file: OpenFile): Promise<Buffer> {
  if (!isCompressed(file.content)) {
    closeSync(file.descriptor);
    return file.content === 'text' ? file.sample : Buffer.alloc(0);
  }
  const parts: Buffer[] = [];
  let length = 0;
  // What is wrong with it is told when it is read.
  await passContent(file, (chunk) => {
    const part = Buffer.from(chunk.subarray(0, SAMPLE - length));
    parts.push(part);
    length += part.length;
    return length < SAMPLE;
  });
  return Buffer.concat(parts);
}

/** The bytes of an open file as they stand, from its start. */
export const streamOf = ({ path, descriptor, stats }: OpenFile, start = 0): Readable =>
  stats.isFIFO() ? pipeStream(path, descriptor) : createReadStream(path, { fd: descriptor, highWaterMark: CHUNK, start });

/** The bytes of an input, which can be had again where it is a file. */
interface Streams {
  readonly first: Readable;
  readonly another?: () => Readable;
  /** Ends all of them. */
  close(): void;
}

/** The bytes of an open file, as often as they are asked for. Its descriptor is closed behind the last stream. */
function streamsOf(file: OpenFile, start = 0): Streams {
  if (file.stats.isFIFO()) return single(streamOf(file, start));
  const { path, descriptor } = file;
  const streams: Readable[] = [];
  let users = 1;
  const leave = () => {
    if (--users === 0) closeSync(descriptor);
  };
  // A stream closes when no read is under way, so that the descriptor is no longer used when the last one has left.
  const closeStream = (_: number, done?: (error?: null) => void) => {
    leave();
    done?.(null);
  };
  const another = () => {
    users++;
    const fs = { open, read, close: closeStream };
    const stream = createReadStream(path, { fd: descriptor, highWaterMark: CHUNK, start, fs });
    streams.push(stream);
    return stream;
  };
  return {
    first: another(),
    another,
    close() {
      for (const stream of streams) stream.destroy();
      leave();
    },
  };
}

/** A stream that comes only once. */
const single = (stream: Readable): Streams => ({ first: stream, close: () => void stream.destroy() });

/** A second pass, which is no progress. */
const againOf = ({ another }: Streams, failed: (message: string) => void): Again | undefined =>
  another === undefined ? undefined : () => counted(another(), { failed });

/** A stream of which the first bytes were taken. */
export interface OpenStream {
  readonly path: string;
  readonly stream: Readable;
  readonly content: Content;
  /** What was taken, as it came. */
  readonly taken: Buffer;
  /** The same decompressed, for telling what the stream holds. */
  readonly sample: Buffer;
  readonly failure: string | null;
}

/**
 * Takes the first bytes of a stream, as many as tell what it holds.
 * @param isEnough whether the bytes, decompressed, tell that.
 */
export async function openStream(
  path: string,
  stream: Readable,
  isEnough: (head: Buffer) => boolean = () => true,
): Promise<OpenStream> {
  let taken: Buffer = Buffer.alloc(0);
  let sample: Buffer = taken;
  let content: Content = 'empty';
  try {
    for (;;) {
      const chunk = await firstBytes(stream);
      if (chunk.length === 0) break;
      taken = taken.length === 0 ? chunk : Buffer.concat([taken, chunk]);
      if (taken.length < MARK) continue;
      content = contentOf(taken.subarray(0, SAMPLE));
      sample = isCompressed(content) ? await inflatedHead(content, taken) : taken.subarray(0, SAMPLE);
      if (taken.length >= SAMPLE || isEnough(sample)) break;
    }
    return {
      path,
      stream,
      content: contentOf(taken.subarray(0, SAMPLE)),
      taken,
      sample: taken.length < MARK ? taken : sample,
      failure: null,
    };
  } catch (error) {
    return { path, stream, content: contentOf(taken.subarray(0, SAMPLE)), taken, sample, failure: systemMessage(error) };
  }
}

/** The first bytes of what an open input holds, decompressed as far as they can be; nothing is read. */
export async function seenOf(input: OpenFile | OpenStream): Promise<Buffer> {
  if ('stream' in input || !isCompressed(input.content)) return input.sample;
  return inflatedHead(input.content, input.sample);
}

/** As much as the first bytes of compressed content tell. */
async function inflatedHead(content: CompressedContent, bytes: Buffer): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  const once = async function* (): Compressed {
    yield bytes;
  };
  const take: Take = (chunk) => {
    parts.push(Buffer.from(chunk.subarray(0, SAMPLE - length)));
    length += chunk.length;
    return length < SAMPLE;
  };
  await decompress(content, once(), take, once);
  return Buffer.concat(parts);
}

/** Reads a stream (standard input, a pipe) to its end into the framer. */
export async function readStream(opened: OpenStream, framer: LineFramer, options: ReadOptions = {}): Promise<ReadResult> {
  const { path, stream, content, taken: head, failure } = opened;
  if (isCompressed(content) && failure === null)
    return { content, error: await inflate(path, content, single(stream), framer, options, head) };
  if (content === 'text' && failure === null) return { content, error: await pump(path, stream, framer, options, head) };
  stream.destroy();
  if (content === 'text') framer.push(head);
  framer.end();
  return { content, error: failure === null ? unreadable(path, content) : new InputError(path, failure) };
}

/** Takes messages no faster than they are worked on. */
export interface MessageIntake {
  push(chunk: Uint8Array): void;
  end(): void;
  /** Bytes taken so far. */
  readonly position: number;
  /** Resolves when the messages taken so far are worked on. */
  ready(): Promise<void>;
}

/** Reads an input of mails to its end. @returns why it ended early, or null. */
export async function readMessages(
  input: OpenFile | OpenStream,
  intake: MessageIntake,
  { progress, ready, isStopped = () => false, start = 0 }: ReadOptions = {},
): Promise<InputError | null> {
  const { path, content } = input;
  if (
    'stats' in input &&
    content === 'text' &&
    start === 0 &&
    input.sample.length < SAMPLE &&
    input.sample.length === input.stats.size
  ) {
    // A heap of mails is a heap of small files, of which the sample holds everything.
    closeSync(input.descriptor);
    intake.push(input.sample);
    intake.end();
    progress?.(input.sample.length);
    await intake.ready();
    await ready?.();
    return null;
  }
  const streams = 'stream' in input ? single(input.stream) : streamsOf(input, start);
  const head = 'stream' in input ? input.taken : undefined;
  let failure: string | null = 'stream' in input ? input.failure : null;
  const failed = (message: string) => (failure = message);
  const inTurn = (bytes: Compressed) =>
    inTurns(bytes, async () => {
      await intake.ready();
      await ready?.();
    });
  const paced = inTurn(counted(streams.first, { head, progress, failed }));
  const again = againOf(streams, failed);
  try {
    let wrong: string | null = null;
    if (isCompressed(content)) {
      const take: Take = (chunk) => {
        intake.push(chunk);
        return !isStopped();
      };
      wrong = await decompress(content, paced, take, again && (() => inTurn(again())));
    } else {
      for await (const chunk of paced) {
        intake.push(chunk);
        if (isStopped()) break;
      }
    }
    failure ??= wrong;
  } finally {
    streams.close();
  }
  intake.end();
  await intake.ready();
  return failure === null ? null : new InputError(path, failure);
}

/** What is inflated at once waits in memory until it is worked on. */
const SMALL_PIECE = 32 * 1024;

/** The same bytes in small pieces, each when what came of those before is worked on. */
export async function* inTurns(bytes: Compressed, ready: Ready): Compressed {
  for await (const piece of inPieces(bytes, SMALL_PIECE)) {
    yield piece;
    const room = ready();
    if (room !== null) await room;
  }
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
      return new InputError(path, `cannot be read as ${content}`);
  }
}

async function readBlocks(file: OpenFile, framer: LineFramer, options: ReadOptions): Promise<InputError | null> {
  try {
    return await readRange(file, { from: 0, to: null }, framer, options);
  } finally {
    closeSync(file.descriptor);
  }
}

/** What a part of a file is read from. The descriptor may be used for other parts at the same time; it stays open. */
export type PlainFile = Pick<OpenFile, 'path' | 'descriptor'> & { readonly stats: { readonly size: number } };

/** Reads a part of a plain file into the framer, in blocks without a stream. @returns why it ended early, or null. */
export async function readRange(
  { path, descriptor, stats }: PlainFile,
  { from, to }: ByteRange,
  framer: LineFramer,
  options: ReadOptions = {},
): Promise<InputError | null> {
  const end = to ?? Infinity;
  let at = from;
  let turn = from;
  try {
    for (;;) {
      const read = framer.fill((buffer, start, length) => readSync(descriptor, buffer, start, Math.min(length, end - at), at));
      if (read === 0) break;
      at += read;
      // Nearly always there is room, and to await that would cost a turn for each block.
      const room = options.ready?.() ?? null;
      if (room !== null) await room;
      // The first turns come sooner, each after twice as much as the one before.
      if (at - turn >= Math.min(TURN, turn - from)) {
        turn = at;
        options.progress?.(at - from);
        await new Promise<void>((resolve) => setImmediate(resolve));
      }
    }
    if (options.waits !== true) framer.end();
    options.progress?.(at - from);
    if (at >= (to ?? stats.size)) return null;
    return new InputError(
      path,
      `shrank while it was read: ${at} of ${stats.size} bytes were counted. Was it truncated by log rotation?`,
    );
  } catch (error) {
    if (options.waits !== true) framer.end();
    return new InputError(path, `${systemMessage(error)} (at byte ${at}; what came before is counted)`);
  }
}

/** Passes a stream's chunks to the framer as they come. @returns why it ended early, or null. */
function pump(
  path: string,
  stream: Readable,
  framer: LineFramer,
  options: ReadOptions,
  head: Buffer,
): Promise<InputError | null> {
  let total = 0;
  const pass = (chunk: Buffer) => {
    framer.push(chunk);
    total += chunk.length;
    options.progress?.(total);
    const room = options.ready?.() ?? null;
    if (room === null) return;
    stream.pause();
    room.then(
      () => stream.resume(),
      (error: Error) => stream.destroy(error),
    );
  };
  pass(head);
  return new Promise((resolve) => {
    let isOver = false;
    const end = (error: InputError | null) => {
      if (isOver) return;
      isOver = true;
      framer.end();
      resolve(error);
    };
    if (stream.readableEnded) {
      end(null);
      return;
    }
    stream.on('data', pass);
    stream.on('end', () => end(null));
    stream.on('error', (error) => end(new InputError(path, systemMessage(error))));
    stream.on('close', () => end(new InputError(path, 'was closed before its end')));
  });
}

/** Smaller files are decompressed before a thread has started. */
const WORTH_A_THREAD = 2 * 1024 * 1024;

/** Decompresses an open file into the framer, beside this thread where that is possible and worth it, and closes it. */
async function inflateFile(
  file: OpenFile,
  content: CompressedContent,
  framer: LineFramer,
  options: ReadOptions,
): Promise<InputError | null> {
  const { path, descriptor, stats } = file;
  const { apart, isStopped = () => false } = options;
  if (apart === undefined || stats.size < WORTH_A_THREAD) return inflate(path, content, streamsOf(file), framer, options);
  const take: Take = (chunk) => {
    framer.push(chunk);
    return !isStopped();
  };
  let wrong: string | null | undefined;
  try {
    wrong = await apart({ descriptor, content }, take, options);
  } catch (error) {
    closeSync(descriptor);
    throw error;
  }
  if (wrong === undefined) return inflate(path, content, streamsOf(file), framer, options);
  closeSync(descriptor);
  return endOfInflated(path, framer, wrong);
}

/** Decompresses into the framer. A tail that is missing or damaged keeps what came before. */
async function inflate(
  path: string,
  content: CompressedContent,
  streams: Streams,
  framer: LineFramer,
  { progress, ready, isStopped = () => false }: ReadOptions,
  head?: Buffer,
): Promise<InputError | null> {
  let failure: string | null = null;
  const failed = (message: string) => (failure = message);
  const read = counted(streams.first, { head, progress, failed });
  const bytes = ready === undefined ? read : inTurns(read, ready);
  const take: Take = (chunk) => {
    framer.push(chunk);
    return !isStopped();
  };
  let wrong: string | null;
  try {
    wrong = await decompress(content, bytes, take, againOf(streams, failed));
  } finally {
    streams.close();
  }
  return endOfInflated(path, framer, failure ?? wrong);
}

function endOfInflated(path: string, framer: LineFramer, message: string | null): InputError | null {
  framer.end();
  if (message === null) return null;
  const { position } = framer;
  return new InputError(path, position === 0 ? message : `${message}; the ${position} bytes before are counted`);
}

interface Counting {
  /** What was taken out of the stream before. */
  readonly head?: Buffer | undefined;
  readonly progress?: ((bytes: number) => void) | undefined;
  readonly failed: (message: string) => void;
}

/** The bytes of a stream, which end where it fails. */
async function* counted(stream: Readable, { head, progress, failed }: Counting): Compressed {
  let total = 0;
  try {
    if (head !== undefined) {
      total = head.length;
      progress?.(total);
      yield head;
    }
    for await (const chunk of stream) {
      total += (chunk as Buffer).length;
      progress?.(total);
      yield chunk as Buffer;
    }
  } catch (error) {
    failed(systemMessage(error));
  }
}
