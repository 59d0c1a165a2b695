import { cutShort, type Decompressor, damaged } from './decompressor.js';
import { inPieces } from './feed.js';

/** Reads that are asked for ahead, so that no chunk lies in the library's queue, which an error would empty. */
const AHEAD = 16;

/** Of the piece in which the content is damaged the library hands on nothing, so it is small. */
const PIECE = 512;

/** What the codes of xz-embedded mean. */
const UNSUPPORTED = new Map([
  ['2', 'a checksum'],
  ['4', 'a dictionary of more than 64 MiB'],
  ['6', 'options'],
]);
const REASONS = new Map([
  ['3', 'out of memory'],
  ['5', 'what follows is not xz'],
  ['7', 'its content or checksum is wrong'],
]);
const BUFFER_ERROR = '8';

/** Decompresses xz, streams one after another. */
export const unxz: Decompressor = async (compressed, take) => {
  const { XzReadableStream } = (await import('xz-decompress')).default;
  const source = inPieces(compressed, PIECE)[Symbol.asyncIterator]();
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
    return meaningOf(error);
  } finally {
    // The library decompresses one input at a time: one that is not let go would keep all others waiting.
    await reader.cancel().catch(() => {});
    await source.return?.();
  }
};

function meaningOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const code = /error code (\d+)/.exec(message)?.[1] ?? '';
  if (code === BUFFER_ERROR) return cutShort('xz');
  const unsupported = UNSUPPORTED.get(code);
  if (unsupported === undefined) return damaged('xz', REASONS.get(code) ?? message);
  return `the xz file uses ${unsupported} that cannot be read here: decompress it and pass it on standard input (xz -dc FILE | bouncelens -)`;
}
