import { createGunzip } from 'node:zlib';
import { type Compressed, cutShort, type Decompressor, damaged, type Take } from './decompressor.js';
import { feed } from './feed.js';
import { GunzipEngine } from './gunzip-engine.js';
import { behind, slowlyFrom } from './second-pass.js';

/**
 * Of the output in which the content is damaged zlib hands on nothing: what can be read again is had from a second pass, the rest is
 * taken in smaller pieces, which take longer.
 */
const OUTPUT = 256 * 1024;
const OUTPUT_ONCE = 64 * 1024;

const NOT_GZIP = 'what follows is not gzip';

/** How far one pass came. */
interface Pass {
  readonly error: NodeJS.ErrnoException | null;
  /** Compressed bytes of which all output was handed on. */
  readonly packed: number;
  /** Bytes of output that were handed on. */
  readonly unpacked: number;
}

/**
 * Inflates gzip, members one after another. Where the content is damaged, or something else follows it,
 * what stands just before that is had from a second pass, if the content can be read again.
 */
export const gunzip: Decompressor = async (compressed, take, again) => {
  let wanted = true;
  let read = 0;
  let isRead = false;
  const first = await inflate(
    (async function* () {
      for await (const chunk of compressed) {
        read += chunk.length;
        yield chunk;
      }
      isRead = true;
    })(),
    (chunk) => {
      wanted = take(chunk);
      return wanted;
    },
    again !== undefined,
  );
  const { error } = first;
  if (!wanted) return null;
  if (error === null) {
    // zlib takes a zero behind a member for the end, whatever comes next.
    if (again === undefined || (isRead && first.packed === read)) return null;
    return (await isPadding(first.packed, again())) ? null : damaged('gzip', NOT_GZIP);
  }
  if (error.code === 'Z_BUF_ERROR') return cutShort('gzip');
  if (again !== undefined) await inflate(slowlyFrom(first.packed, read, again()), behind(first.unpacked, take), true);
  return damaged('gzip', error.message);
};

function inflate(compressed: Compressed, take: Take, stopsAtEnd: boolean): Promise<Pass> {
  const engine = GunzipEngine.make();
  return engine === null ? inflateByStream(compressed, take, stopsAtEnd) : inflateAtOnce(engine, compressed, take, stopsAtEnd);
}

async function inflateAtOnce(engine: GunzipEngine, compressed: Compressed, take: Take, stopsAtEnd: boolean): Promise<Pass> {
  const output = Buffer.allocUnsafeSlow(stopsAtEnd ? OUTPUT : OUTPUT_ONCE);
  let packed = 0;
  let unpacked = 0;
  /** @returns whether more is wanted. */
  const takeOutput = () => {
    packed += engine.taken;
    unpacked += engine.given;
    return engine.given === 0 || take(output.subarray(0, engine.given));
  };
  const pass = (error: NodeJS.ErrnoException | null) => ({ error, packed, unpacked });
  let isOver = false;
  try {
    for await (const chunk of compressed) {
      if (isOver && !isZero(chunk)) return pass(new Error(NOT_GZIP));
      if (isOver) continue;
      let rest = chunk;
      do {
        engine.inflate(rest, output);
        rest = rest.subarray(engine.taken);
        if (!takeOutput()) return pass(null);
      } while (engine.given === output.length);
      if (rest.length === 0) continue;
      if (stopsAtEnd) return pass(null);
      // Behind a zero zlib would go on with each chunk as if it began a member.
      if (!isZero(rest)) return pass(new Error(NOT_GZIP));
      isOver = true;
    }
    do engine.finish(output);
    while (takeOutput() && engine.given === output.length);
    return pass(null);
  } catch (error) {
    if (!isOfZlib(error)) throw error;
    return pass(error);
  } finally {
    engine.close();
  }
}

/** Whether that is what zlib says of its input. */
const isOfZlib = (error: unknown): error is NodeJS.ErrnoException =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' && error.code.startsWith('Z_');

/** The same with what Node documents; where the content cannot be read again, it is not told what follows zeros. */
async function inflateByStream(compressed: Compressed, take: Take, stopsAtEnd: boolean): Promise<Pass> {
  const stream = createGunzip({ chunkSize: stopsAtEnd ? OUTPUT : OUTPUT_ONCE });
  let wanted = true;
  let unpacked = 0;
  let waiting: Buffer[] = [];
  const takeAll = () => {
    const chunks = waiting;
    waiting = [];
    for (const chunk of chunks) {
      if (!wanted) break;
      unpacked += chunk.length;
      wanted = take(chunk);
    }
    if (!wanted) stream.destroy();
  };
  const ended = new Promise<Pass>((resolve) => {
    stream.on('data', (chunk: Buffer) => {
      // zlib goes on when this returns: what it has inflated so far is taken at the same time as it inflates more.
      if (waiting.push(chunk) === 1) queueMicrotask(takeAll);
    });
    const end = (error: NodeJS.ErrnoException | null) => {
      takeAll();
      resolve({ error, packed: stream.bytesWritten, unpacked });
    };
    stream.on('error', end);
    // Behind a zero zlib would go on with each chunk as if it began a member.
    if (stopsAtEnd) stream.on('end', () => stream.destroy());
    stream.on('close', () => end(null));
  });
  await feed(compressed, stream);
  return ended;
}

const isZero = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0);

/** Whether nothing but zeros come behind a place. */
async function isPadding(place: number, compressed: Compressed): Promise<boolean> {
  let at = 0;
  for await (const chunk of compressed) {
    if (!isZero(chunk.subarray(Math.max(place - at, 0)))) return false;
    at += chunk.length;
  }
  return true;
}
