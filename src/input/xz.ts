import { type Compressed, cutShort, type Decompressor, damaged, type Take } from './decompressor.js';
import { inPieces } from './feed.js';
import { behind, slowlyFrom } from './second-pass.js';

/** Reads that are asked for ahead, so that no chunk lies in the library's queue, which an error would empty. */
const AHEAD = 16;

/** Of the piece in which the content is damaged the library hands on nothing, so it is small. */
const PIECE = 512;

const NO_XZ = 'what follows is not xz';
/** What the codes of xz-embedded mean. */
const UNSUPPORTED = new Map([
  ['2', 'a checksum'],
  ['4', 'a dictionary of more than 64 MiB'],
  ['6', 'options'],
]);
const REASONS = new Map([
  ['3', 'out of memory'],
  ['5', NO_XZ],
  ['7', 'its content or checksum is wrong'],
]);
const BUFFER_ERROR = '8';

/** How a stream begins: the mark, then the kind of its checksum. */
const MAGIC = Uint8Array.of(0xfd, 0x37, 0x7a, 0x58, 0x5a, 0);
const HEADER = 12;
const LARGEST_CHECK = 15;
/** The header of a stream and what is looked at of the footer before it. */
const TAIL = HEADER + 4;

/** The library has read ahead by less than this when it finds the damage. */
const BEFORE = 2 * AHEAD * PIECE;

/**
 * Decompresses xz, streams one after another. What stands just before a place that is damaged is had from a second pass, if the
 * content can be read again.
 */
export const unxz: Decompressor = async (compressed, take, again) => {
  let packed = 0;
  let unpacked = 0;
  let tail: Uint8Array = new Uint8Array();
  const pieces = (async function* () {
    for await (const piece of inPieces(compressed, PIECE)) {
      packed += piece.length;
      tail = piece.length < TAIL ? Buffer.concat([tail, piece]).subarray(-TAIL) : piece.subarray(-TAIL);
      yield piece;
    }
  })();
  const failure = await inflate(pieces, (chunk) => {
    unpacked += chunk.length;
    return take(chunk);
  });
  if (failure === null) return null;
  const code = /error code (\d+)/.exec(failure)?.[1] ?? '';
  if (code === BUFFER_ERROR) return isFollowed(tail, packed) ? damaged('xz', NO_XZ) : cutShort('xz');
  const unsupported = UNSUPPORTED.get(code);
  if (unsupported !== undefined)
    return `the xz file uses ${unsupported} that cannot be read here: decompress it and pass it on standard input (xz -dc FILE | bouncelens -)`;
  if (again !== undefined) {
    const place = Math.max(packed - BEFORE, 0);
    await inflate(slowlyFrom(place, packed, again()), behind(unpacked, take));
  }
  return damaged('xz', REASONS.get(code) ?? failure);
};

/** @returns what the library says is wrong, or null. */
async function inflate(compressed: Compressed, take: Take): Promise<string | null> {
  const { XzReadableStream } = (await import('xz-decompress')).default;
  const source = compressed[Symbol.asyncIterator]();
  const pieces = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const { done, value } = await source.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await source.return?.();
    },
  });
  const reader = new XzReadableStream(pieces).getReader();
  const asked: ReturnType<typeof reader.read>[] = [];
  const ask = () => {
    const read = reader.read();
    // It is looked at in its turn.
    read.catch(() => {});
    asked.push(read);
  };
  try {
    for (let i = 0; i < AHEAD; i++) ask();
    for (;;) {
      const { done, value } = await asked.shift()!;
      if (done) return null;
      ask();
      if (value.length > 0 && !take(value)) return null;
    }
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    // The library decompresses one input at a time: one that is not let go would keep all others waiting.
    await reader.cancel().catch(() => {});
    await source.return?.();
  }
}

/**
 * Whether a few bytes follow the end of a stream that begin no other one: the library waits for as many as the header of a
 * stream has before it looks at them.
 */
function isFollowed(tail: Uint8Array, size: number): boolean {
  for (let length = Math.min(HEADER, tail.length) - 1; length > 0; length--) {
    const end = tail.length - length;
    // The length of a stream is a multiple of four, and its last four bytes are its flags and a mark.
    if ((size - length) % 4 !== 0 || end < 4) continue;
    const [zero, check, ...mark] = tail.subarray(end - 4, end);
    if (zero !== 0 || check! > LARGEST_CHECK || Buffer.from(mark).toString('latin1') !== 'YZ') continue;
    return tail.subarray(end).some((byte, i) => i < MAGIC.length && byte !== MAGIC[i]);
  }
  return false;
}
