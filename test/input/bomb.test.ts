import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { MOST_RATIO, UNSUSPECTED } from '../../src/input/decompress.js';
import { LineFramer } from '../../src/input/line-framer.js';
import { openFile, passContent, readFile } from '../../src/input/read.js';

const MB = 1024 * 1024;

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-bomb-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

const isInstalled = (program: string): boolean => {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', input: '' });
    return true;
  } catch {
    return false;
  }
};

const pack = (program: string, args: readonly string[], input: Buffer): Buffer =>
  execFileSync(program, args, { input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore'] });

/** One letter again and again: of what is more varied, gzip makes more than a thousandth. */
const repeated = (): Buffer => Buffer.alloc(128 * MB, 'x');

/** A zstd frame of blocks that each say in four bytes what fills 128 KiB (RFC 8878, section 3.1.1.2.2). */
function zstdOfRepeats(blocks: number): Buffer {
  const header = (isLast: boolean) => (isLast ? 1 : 0) | (1 << 1) | ((128 * 1024) << 3);
  const parts = [Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 7 << 3])];
  for (let i = 0; i < blocks; i++) {
    const block = Buffer.alloc(4, 0x78);
    block.writeUIntLE(header(i === blocks - 1), 0, 3);
    parts.push(block);
  }
  return Buffer.concat(parts);
}

interface Bomb {
  readonly content: string;
  readonly program: string | null;
  readonly make: () => Buffer;
}

const BOMBS: readonly Bomb[] = [
  { content: 'gzip', program: null, make: () => gzipSync(repeated(), { level: 9 }) },
  { content: 'zstd', program: null, make: () => zstdOfRepeats(64 * 1024) },
  { content: 'xz', program: 'xz', make: () => pack('xz', ['-6', '-c'], repeated()) },
  { content: 'bzip2', program: 'bzip2', make: () => pack('bzip2', ['-c'], repeated()) },
];

async function read(file: string) {
  let lines = 0;
  const count = () => {
    lines++;
  };
  const framer = new LineFramer({ line: count, overlong: count });
  const { error } = await readFile(openFile(file), framer);
  return { lines, error: error?.message ?? null, bytes: framer.position };
}

describe('a decompression bomb', () => {
  it.for(BOMBS)(
    'of $content is stopped, and the message says why and what to do',
    async ({ content, program, make }, { skip }) => {
      skip(program !== null && !isInstalled(program), `the program ${program} is not installed`);
      const file = put(`bomb.${content}`, make());
      const { size } = statSync(file);
      const before = process.memoryUsage().rss;
      const { error, bytes } = await read(file);
      expect(error).toContain(`holds more than ${MOST_RATIO} times its size`);
      expect(error).toContain(`${content} -dc FILE | bouncelens -`);
      expect(error).toContain(`the ${bytes} bytes before are counted`);
      expect(bytes).toBeGreaterThan(UNSUSPECTED - MB);
      expect(bytes).toBeLessThanOrEqual(Math.max(UNSUSPECTED, size * MOST_RATIO));
      expect(process.memoryUsage().rss - before).toBeLessThan(100 * MB);
    },
  );

  it('is stopped where a file is only compared with others', async () => {
    const wrong = await passContent(openFile(put('bomb.gz', BOMBS[0]!.make())), () => true);
    expect(wrong).toContain('decompression bomb');
  });
});

describe('no decompression bomb', () => {
  it.for(BOMBS)('is what comes to 64 MiB or less of $content, however small it was', async (bomb, { skip }) => {
    const { content, program } = bomb;
    skip(program !== null && !isInstalled(program), `the program ${program} is not installed`);
    const text = repeated().subarray(0, UNSUSPECTED);
    const bytes =
      content === 'gzip'
        ? gzipSync(text)
        : content === 'zstd'
          ? zstdOfRepeats(UNSUSPECTED / (128 * 1024))
          : pack(program!, ['-c'], text);
    expect(await read(put(`small.${content}`, bytes))).toMatchObject({ error: null, bytes: UNSUSPECTED });
  });

  it.skipIf(!isInstalled('xz'))('is the log of one message that is tried every second (with the program xz)', async () => {
    const line = (i: number) =>
      `${new Date(1_780_000_000_000 + i * 1000).toISOString()} mx postfix/smtp[11]: 4F1A2100001: to=<user@example.net>, relay=none, delay=1, delays=0/0/0/1, dsn=4.4.1, status=deferred (connect to mx.example.net[192.0.2.1]:25: Connection refused)\n`;
    const log = Buffer.from(Array.from({ length: 330_000 }, (_, i) => line(i)).join(''));
    const file = put('mail.log.xz', pack('xz', ['-6', '-c'], log));
    expect(log.length / statSync(file).size).toBeGreaterThan(200);
    expect(await read(file)).toEqual({ lines: 330_000, error: null, bytes: log.length });
  });
});
