import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { decompress } from '../../src/input/decompress.js';
import type { Compressed } from '../../src/input/decompressor.js';
import type { DecompressApart } from '../../src/input/read.js';
import { decompressApart as withoutThread } from '../../src/scan/decompress-apart.js';
import { Workplace } from '../cli/bouncelens.js';

const here = new Workplace();

/** The thread is a file of the package as it is built. */
const built = new URL('../../dist/scan/decompress-apart.js', import.meta.url).href;
const decompressApart = async (): Promise<DecompressApart> =>
  ((await import(built)) as { decompressApart: DecompressApart }).decompressApart;

/** Text that does not become much smaller, of more pieces than are under way at once. */
const hash = (i: number) => createHash('sha256').update(`${i}`).digest('hex');
const text = (lines: number): Buffer =>
  Buffer.from(
    Array.from(
      { length: lines },
      (_, i) =>
        `2026-06-05T10:00:00+00:00 mx postfix/cleanup[9]: ${hash(i).slice(0, 10).toUpperCase()}: message-id=<${hash(i)}@example.com>\n`,
    ).join(''),
  );

const descriptors: number[] = [];
afterEach(() => {
  for (const descriptor of descriptors.splice(0)) closeSync(descriptor);
});

function opened(content: Buffer): number {
  const descriptor = openSync(here.at(here.put('a.gz', content)), 'r');
  descriptors.push(descriptor);
  return descriptor;
}

/** What a file gives, and what is wrong with it. */
async function apart(content: Buffer, { most = Infinity, pause = 0 } = {}) {
  const parts: Buffer[] = [];
  let length = 0;
  const progress: number[] = [];
  const take = (piece: Uint8Array) => {
    if (pause > 0) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pause);
    // The memory is used again.
    parts.push(Buffer.from(piece));
    length += piece.length;
    return length < most;
  };
  const run = await decompressApart();
  const wrong = await run({ descriptor: opened(content), content: 'gzip' }, take, { progress: (bytes) => progress.push(bytes) });
  return { bytes: Buffer.concat(parts), wrong, progress };
}

/** The same in this thread. */
async function inThisThread(content: Buffer) {
  const parts: Buffer[] = [];
  const bytes = async function* (): Compressed {
    for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
  };
  const take = (piece: Uint8Array) => {
    parts.push(Buffer.from(piece));
    return true;
  };
  return { wrong: await decompress('gzip', bytes(), take, bytes), bytes: Buffer.concat(parts) };
}

describe('a file that is decompressed in a thread of its own', () => {
  it('gives what it holds', async () => {
    const plain = text(60_000);
    const packed = gzipSync(plain);
    const { bytes, wrong, progress } = await apart(packed);
    expect(wrong).toBeNull();
    expect(bytes.equals(plain)).toBe(true);
    expect(progress.at(-1)).toBe(packed.length);
  });

  it('goes on with what the thread gives where this one has come', async () => {
    const plain = Buffer.concat(Array<Buffer>(12).fill(text(20_000)));
    const { bytes, progress } = await apart(gzipSync(plain, { level: 1 }), { pause: 1 });
    expect(bytes.equals(plain)).toBe(true);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
  });

  it('waits for who takes it slowly', async () => {
    const plain = text(60_000);
    const { bytes } = await apart(gzipSync(plain), { pause: 10 });
    expect(bytes.equals(plain)).toBe(true);
  });

  it('gives no more than is wanted', async () => {
    const { bytes, wrong } = await apart(gzipSync(text(60_000)), { most: 1_000_000 });
    expect(wrong).toBeNull();
    expect(bytes.length).toBeLessThan(1_300_000);
  });

  it.each([
    ['damaged', (packed: Buffer) => packed.fill(0x55, packed.length >> 1, (packed.length >> 1) + 100)],
    ['cut short', (packed: Buffer) => packed.subarray(0, packed.length >> 1)],
  ] as const)('gives what comes before the place where it is %s', async (_, harm) => {
    const packed = Buffer.from(harm(gzipSync(text(20_000))));
    const expected = await inThisThread(packed);
    expect(expected.wrong).not.toBeNull();
    const { bytes, wrong } = await apart(packed);
    expect(wrong).toBe(expected.wrong);
    expect(bytes.equals(expected.bytes)).toBe(true);
  });

  it('is decompressed here where no thread can be started, before that is known and behind', async () => {
    const plain = text(20_000);
    for (const waits of [false, true]) {
      const parts: Buffer[] = [];
      const take = (piece: Uint8Array) => parts.push(Buffer.from(piece)) > 0;
      const ready = () => (waits ? new Promise<void>((resolve) => setTimeout(resolve, 1)) : null);
      expect(await withoutThread({ descriptor: opened(gzipSync(plain)), content: 'gzip' }, take, { ready })).toBeNull();
      expect(Buffer.concat(parts).equals(plain)).toBe(true);
    }
  });

  it('gives other work its turns then', async () => {
    const part = text(20_000);
    const packed = gzipSync(Buffer.concat(Array<Buffer>(16).fill(part)), { level: 1 });
    let length = 0;
    let last = 0;
    let most = 0;
    const look = () => {
      most = Math.max(most, length - last);
      last = length;
      next = setImmediate(look);
    };
    let next = setImmediate(look);
    const take = (piece: Uint8Array) => {
      length += piece.length;
      return true;
    };
    expect(await withoutThread({ descriptor: opened(packed), content: 'gzip' }, take, {})).toBeNull();
    clearImmediate(next);
    most = Math.max(most, length - last);
    expect(length).toBe(16 * part.length);
    expect(most).toBeLessThan(17 * 1024 * 1024);
  });

  it('is left alone then where nothing was taken of it', async () => {
    const taken: Uint8Array[] = [];
    const take = (piece: Uint8Array) => taken.push(piece) > 0;
    const descriptor = opened(readFileSync(new URL('../../fixtures/compressed/mail.log.zst', import.meta.url)));
    expect(await withoutThread({ descriptor, content: 'zstd' }, take, {})).toBeUndefined();
    expect(taken).toEqual([]);
  });

  it('makes the same report as the plain one', async () => {
    const plain = Buffer.concat([text(60_000), readFileSync(new URL('../../fixtures/logs/mail.log', import.meta.url))]);
    here.put('mail.log', plain);
    const expected = await here.run(['mail.log', '-f', 'csv']);
    here.put('mail.log', gzipSync(plain));
    const { code, stdout } = await here.run(['mail.log', '-f', 'csv']);
    expect(code).toBe(0);
    expect(stdout).toBe(expected.stdout);
  });
});
