import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { constants, deflateRawSync, gunzipSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { GunzipEngine, TRIED } from '../../src/input/gunzip-engine.js';
import { LineFramer } from '../../src/input/line-framer.js';
import {
  headOfFile,
  openFile,
  openStream,
  passContent,
  readFile,
  readMessages,
  readStream,
  seenOf,
} from '../../src/input/read.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-compressed-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** Numbered lines that differ enough not to shrink to nothing when compressed. */
const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${i} ${Math.imul(i + 1, 2654435761) >>> 0} ${Math.imul(i + 7, 40503) >>> 0}`);
/** Compared by itself: a difference among so many lines takes the runner too long to show. */
const startsLike = (lines: readonly string[], found: readonly string[]) => found.every((line, i) => line === lines[i]);
const log = (lines: readonly string[]) => Buffer.from(lines.map((line) => `${line}\n`).join(''));

function framed() {
  const lines: string[] = [];
  const take = (buf: Buffer, start: number, end: number) => {
    lines.push(buf.toString('latin1', start, end));
  };
  return { lines, framer: new LineFramer({ line: take, overlong: take }) };
}

async function read(file: string) {
  const { lines, framer } = framed();
  const { content, error } = await readFile(openFile(file), framer);
  return { lines, content, error: error?.message ?? null, position: framer.position };
}

async function readChunks(bytes: Buffer, size: number) {
  const { lines, framer } = framed();
  const chunks = Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, i * size + size));
  const { content, error } = await readStream(await openStream('(stdin)', Readable.from(chunks, { objectMode: false })), framer);
  return { lines, content, error: error?.message ?? null };
}

function isInstalled(program: string): boolean {
  try {
    execFileSync(program, ['--version'], { stdio: 'ignore', input: '' });
    return true;
  } catch {
    return false;
  }
}

/** What a program makes of some bytes. */
const run = (program: string, args: readonly string[], input: Buffer) =>
  execFileSync(program, args, { input, maxBuffer: 1 << 30, stdio: ['pipe', 'pipe', 'ignore'] });

interface Format {
  readonly content: 'gzip' | 'zstd' | 'xz' | 'bzip2';
  readonly extension: string;
  /** The program that compresses, and whether reading needs it too. */
  readonly program: string | null;
  readonly readsWithProgram: boolean;
  readonly pack: (bytes: Buffer) => Buffer;
}

const FORMATS: readonly Format[] = [
  { content: 'gzip', extension: 'gz', program: null, readsWithProgram: false, pack: (bytes) => gzipSync(bytes) },
  {
    content: 'zstd',
    extension: 'zst',
    program: 'zstd',
    readsWithProgram: false,
    pack: (bytes) => run('zstd', ['-q', '-c'], bytes),
  },
  { content: 'xz', extension: 'xz', program: 'xz', readsWithProgram: false, pack: (bytes) => run('xz', ['-1', '-c'], bytes) },
  { content: 'bzip2', extension: 'bz2', program: 'bzip2', readsWithProgram: true, pack: (bytes) => run('bzip2', ['-c'], bytes) },
];

const fixture = (extension: string) => fileURLToPath(new URL(`../../fixtures/compressed/mail.log.${extension}`, import.meta.url));
const missing = ({ program }: Format) => program !== null && !isInstalled(program);

describe('the sample log', () => {
  const expected = gunzipSync(readFileSync(fixture('gz')))
    .toString('latin1')
    .split('\n')
    .slice(0, -1);

  it.for(FORMATS)('is read from $content', async (format, { skip }) => {
    const { content, extension, readsWithProgram } = format;
    skip(readsWithProgram && missing(format), `the program ${format.program} is not installed`);
    const { lines, error, content: told } = await read(fixture(extension));
    expect({ lines, error, told }).toEqual({ lines: expected, error: null, told: content });
    expect(lines).toHaveLength(40);
  });
});

for (const format of FORMATS) {
  const { content, extension, pack, program } = format;

  describe.skipIf(missing(format))(`${content}${program === null ? '' : ` (with the program ${program})`}`, () => {
    const lines = numbered(60_000);
    const text = log(lines);
    const packed = missing(format) ? Buffer.alloc(0) : pack(text);

    const large = numbered(200_000);
    const largeText = log(large);
    const packedLarge = missing(format) ? Buffer.alloc(0) : pack(largeText);

    it('is told by its content, whatever the name', async () => {
      for (const name of ['mail.log', `mail.log.${extension}`, 'mail.log.lz4'])
        expect(await read(put(name, packed))).toEqual({ lines, content, error: null, position: text.length });
    });

    it('comes on standard input too, in chunks of any size', async () => {
      for (const size of [1000, 65_536, packed.length])
        expect(await readChunks(packed, size)).toEqual({ lines, content, error: null });
      const small = pack(log(lines.slice(0, 50)));
      expect(await readChunks(small, 1)).toEqual({ lines: lines.slice(0, 50), content, error: null });
    });

    it('may be several, one behind the other, which may cut a line', async () => {
      const parts = [text.subarray(0, 12_345), Buffer.alloc(0), text.subarray(12_345, 12_346), text.subarray(12_346)];
      const file = put('mail.log', Buffer.concat(parts.map(pack)));
      expect(await read(file)).toEqual({ lines, content, error: null, position: text.length });
    });

    it('may begin with one that holds nothing', async () => {
      expect(await read(put('mail.log', Buffer.concat([pack(Buffer.alloc(0)), packed])))).toMatchObject({ lines, error: null });
    });

    it('may hold nothing', async () => {
      expect(await read(put('mail.log', pack(Buffer.alloc(0))))).toEqual({ lines: [], content, error: null, position: 0 });
    });

    it('may hold a few bytes', async () => {
      expect(await read(put('mail.log', pack(Buffer.from('a'))))).toEqual({ lines: ['a'], content, error: null, position: 1 });
    });

    it('tells how many compressed bytes were read', async () => {
      const told: number[] = [];
      await readFile(openFile(put('mail.log', packed)), framed().framer, { progress: (bytes) => told.push(bytes) });
      expect(told.at(-1)).toBe(packed.length);
      expect(told).toEqual([...told].sort((a, b) => a - b));
    });

    it.each([
      ['in the middle', 0.6],
      ['near its end', 0.97],
    ])('that is cut short %s keeps what was read and says so', async (_where, share) => {
      const left = packedLarge.subarray(0, Math.floor(packedLarge.length * share));
      const { lines: found, error, position } = await read(put('mail.log', left));
      expect(error).toContain(`the ${content} file is cut short`);
      expect(error).toContain(`the ${position} bytes before are counted`);
      // The last line may be cut; of a block that is not whole, nothing may be had (900 kB of bzip2).
      expect(startsLike(large, found.slice(0, -1))).toBe(true);
      expect(position).toBeGreaterThan(largeText.length * share - 1_200_000);
      expect(position).toBeGreaterThan(100_000);
    });

    it('that lacks its last byte is cut short', async () => {
      const { lines: found, error } = await read(put('mail.log', packed.subarray(0, -1)));
      expect(error).toContain('cut short');
      expect(found.length).toBeGreaterThan(content === 'bzip2' ? 20_000 : 59_000);
    });

    it('that ends wherever it likes neither hangs nor throws', async () => {
      const small = pack(log(lines.slice(0, 200)));
      for (let length = 7; length < small.length; length += Math.ceil(small.length / 40)) {
        expect((await read(put('mail.log', small.subarray(0, length)))).error, `${length} bytes`).toMatch(/cut short|damaged/);
      }
    });

    it('that is damaged keeps what came before and says so', async () => {
      const broken = Buffer.from(packedLarge);
      broken.fill(0xa5, Math.floor(broken.length * 0.9), Math.floor(broken.length * 0.9) + 50);
      const { lines: found, error } = await read(put('mail.log', broken));
      expect(error).toMatch(/damaged/);
      expect(found.length).toBeGreaterThan(100_000);
      expect(startsLike(large, found.slice(0, 100_000))).toBe(true);
    });

    it('with a single byte that is wrong anywhere never passes for whole', async () => {
      const small = pack(log(lines.slice(0, 2000)));
      const whole = log(lines.slice(0, 2000)).toString('latin1');
      for (let at = 20; at < small.length - 12; at += Math.ceil(small.length / 25)) {
        const broken = Buffer.from(small);
        broken[at]! ^= 0x10;
        const { lines: found, error } = await read(put('mail.log', broken));
        if (error === null) expect(`${found.join('\n')}\n`, `byte ${at}`).toBe(whole);
      }
    });

    it('with something else behind it keeps what was read, and it is told if anything may be missing', async () => {
      for (const rest of [Buffer.alloc(1000), Buffer.from('x'), Buffer.from('no such content at all, but a text\n')]) {
        const { lines: found, error } = await read(put('mail.log', Buffer.concat([packed, rest])));
        expect(startsLike(lines, found.slice(0, -1))).toBe(true);
        if (error === null) expect(found.length).toBe(lines.length);
        else expect(found.length).toBeGreaterThan(lines.length - 10_000);
      }
    });

    it('with something else behind it keeps all of it and says so', async () => {
      for (const rest of ['x\n', 'no such content at all, but a text\n', 'a longer text '.repeat(30_000)]) {
        const { lines: found, error } = await read(put('mail.log', Buffer.concat([packed, Buffer.from(rest)])));
        expect(error, rest.slice(0, 20)).toContain(`the ${content} file is damaged`);
        expect(startsLike(lines, found), rest.slice(0, 20)).toBe(true);
        expect(found, rest.slice(0, 20)).toHaveLength(lines.length);
      }
    });

    it('keeps all of the first where the beginning of the second is damaged, and says so', async () => {
      const second = Buffer.from(packed);
      second.fill(0xa5, 0, 3);
      const { lines: found, error } = await read(put('mail.log', Buffer.concat([packed, second])));
      expect(error).toContain(`the ${content} file is damaged`);
      expect(startsLike(lines, found)).toBe(true);
      expect(found).toHaveLength(lines.length);
    });

    it('that holds no more than its mark is an error', async () => {
      const file = put('mail.log', packed.subarray(0, 6));
      expect(await read(file)).toMatchObject({ lines: [], error: expect.stringMatching(/cut short|damaged/) });
    });

    it('is left as soon as no more is wanted, and the next one is read all the same', async () => {
      const file = put('mail.log', Buffer.concat([packed, packed, packed]));
      for (let i = 0; i < 5; i++) {
        let taken = 0;
        const wrong = await passContent(openFile(file), (chunk) => {
          taken += chunk.length;
          return false;
        });
        expect(wrong).toBeNull();
        expect(taken).toBeGreaterThan(0);
        expect(taken).toBeLessThan(text.length * 2);
      }
      expect(await read(file)).toMatchObject({ lines: [...lines, ...lines, ...lines], error: null });
    });

    it('passes on what goes wrong where the lines are taken', async () => {
      const framer = new LineFramer({
        line: () => {
          throw new TypeError('a fault');
        },
        overlong: () => {},
      });
      await expect(readFile(openFile(put('mail.log', packed)), framer)).rejects.toThrow(TypeError);
      expect(await read(put('mail.log', packed))).toMatchObject({ lines, error: null });
    });

    it.runIf(process.platform === 'linux')('leaves no file open', async () => {
      const files = [put('a', packed), put('b', packed.subarray(0, 1000)), put('c', Buffer.concat([packed, text]))];
      const openDescriptors = () => readdirSync('/proc/self/fd').length;
      const settled = () => new Promise((resolve) => setTimeout(resolve, 100));
      for (const file of files) await read(file);
      await settled();
      const before = openDescriptors();
      for (let i = 0; i < 3; i++) for (const file of files) await read(file);
      await settled();
      expect(openDescriptors()).toBeLessThanOrEqual(before);
    });

    it('of many megabytes is not held in memory', async () => {
      const part = pack(log(numbered(40_000)));
      const size = log(numbered(40_000)).length;
      // The program bzip2 takes its time, and memory of its own.
      const parts = Math.ceil((content === 'bzip2' ? 24e6 : 64e6) / size);
      const file = put('mail.log', Buffer.concat(Array.from({ length: parts }, () => part)));
      const { rss } = process.memoryUsage();
      let most = rss;
      let count = 0;
      const line = () => {
        if (++count % 50_000 === 0) most = Math.max(most, process.memoryUsage().rss);
      };
      const { error } = await readFile(openFile(file), new LineFramer({ line, overlong: line }));
      expect(error).toBeNull();
      expect(count).toBe(40_000 * parts);
      expect(most - rss).toBeLessThan(50_000_000);
    });
  });
}

describe.each([
  { way: 'at once', isByStream: false },
  { way: 'by a stream', isByStream: true },
])('gzip that is inflated $way and damaged', ({ isByStream }) => {
  const lines = numbered(60_000);
  const text = log(lines);
  const packed = gzipSync(text);

  beforeEach(() => {
    if (isByStream) vi.spyOn(GunzipEngine, 'make').mockReturnValue(null);
  });
  afterEach(() => void vi.restoreAllMocks());

  it('in its checksum keeps all lines, and counts its bytes once', async () => {
    const broken = Buffer.from(packed);
    broken[broken.length - 6]! ^= 1;
    const { lines: found, framer } = framed();
    const told: number[] = [];
    const { error } = await readFile(openFile(put('mail.log', broken)), framer, { progress: (bytes) => told.push(bytes) });
    expect(error?.message).toContain('damaged (incorrect data check)');
    expect(error?.message).toContain(`the ${text.length} bytes before are counted`);
    expect(startsLike(lines, found)).toBe(true);
    expect(found).toHaveLength(lines.length);
    expect(told.at(-1)).toBe(broken.length);
    expect(told).toEqual([...told].sort((a, b) => a - b));
  });

  it('in the middle keeps all that comes before', async () => {
    // Blocks of their own, so that the place of the damage is known to the byte.
    const whole = lines.slice(0, 30_000);
    const head = deflateRawSync(log(whole), { finishFlush: constants.Z_FULL_FLUSH });
    const header = gzipSync('').subarray(0, 10);
    // A block of the kind that is reserved.
    const file = put('mail.log', Buffer.concat([header, head, Buffer.from([7]), randomBytes(300_000)]));
    const expected = `the gzip file is damaged (invalid block type); the ${log(whole).length} bytes before are counted`;
    const { lines: found, error } = await read(file);
    expect(error).toContain(expected);
    expect(startsLike(whole, found)).toBe(true);
    expect(found).toHaveLength(whole.length);
    let taken = 0;
    const count = (chunk: Uint8Array) => {
      taken += chunk.length;
      return true;
    };
    expect(await passContent(openFile(file), count)).toContain('damaged');
    expect(taken).toBe(log(whole).length);
  });

  it('may be filled up with zeros, but what follows them is told', async () => {
    for (const count of [1, 512, 700_000]) {
      const filled = Buffer.concat([packed, Buffer.alloc(count)]);
      const { error: none, lines: kept } = await read(put('mail.log', filled));
      expect(none, `${count}`).toBeNull();
      expect(kept).toHaveLength(lines.length);
      const { error, lines: found } = await read(put('mail.log', Buffer.concat([filled, packed])));
      expect(error, `${count}`).toContain('the gzip file is damaged (what follows is not gzip)');
      expect(found).toHaveLength(lines.length);
    }
  });

  it('keeps all mails that come before', async () => {
    const file = openFile(put('mails', Buffer.concat([packed, Buffer.from('x\n')])));
    const parts: Buffer[] = [];
    const intake = {
      position: 0,
      push: (chunk: Uint8Array) => void parts.push(Buffer.from(chunk)),
      end: () => {},
      ready: async () => {},
    };
    const error = await readMessages(file, intake);
    expect(error?.message).toContain('damaged');
    expect(Buffer.concat(parts).equals(text)).toBe(true);
  });

  it('tells its first bytes though it is small', async () => {
    const text = log(lines.slice(0, 100));
    const file = put('mail.log', Buffer.concat([gzipSync(text), Buffer.from('x')]));
    expect(await seenOf(openFile(file))).toEqual(text);
    expect(await headOfFile(openFile(file))).toEqual(text);
  });

  it('loses no more than a piece where it cannot be read again', async () => {
    const { lines: found, error } = await readChunks(Buffer.concat([packed, Buffer.from('x\n')]), 65_536);
    expect(error).toContain('damaged');
    expect(startsLike(lines, found.slice(0, -1))).toBe(true);
    expect(found.length).toBeGreaterThan(lines.length - 5000);
  });

  it('hands on what goes wrong where the last lines are taken', async () => {
    let count = 0;
    const line = () => {
      if (++count === lines.length) throw new TypeError('a fault');
    };
    const file = put('mail.log', Buffer.concat([packed, Buffer.from('x')]));
    await expect(readFile(openFile(file), new LineFramer({ line, overlong: line }))).rejects.toThrow(TypeError);
    expect(count).toBe(lines.length);
  });

  it('may be of many members, each of which may end with a chunk', async () => {
    const parts = [lines.slice(0, 10), [], lines.slice(10, 500), lines.slice(500)].map((part) => gzipSync(log(part)));
    expect(await read(put('mail.log', Buffer.concat(parts)))).toMatchObject({ lines, error: null });
    for (const size of [parts[0]!.length, 4096])
      expect(await readChunks(Buffer.concat(parts), size), `${size}`).toMatchObject({ lines, error: null });
    expect(await readChunks(Buffer.concat(parts.slice(0, 3)), 1)).toMatchObject({ lines: lines.slice(0, 500), error: null });
  });

  it('is told to be cut short wherever it is', async () => {
    for (const end of [11, 20, packed.length >> 1, packed.length - 1]) {
      const { error } = await read(put('mail.log', packed.subarray(0, end)));
      expect(error, `${end}`).toContain('the gzip file is cut short');
    }
  });
});

it('gzip that cannot be read again may be filled up with zeros, but what follows them is told', async () => {
  const lines = numbered(2000);
  const packed = gzipSync(log(lines));
  for (const count of [1, 512, 100_000]) {
    const filled = Buffer.concat([packed, Buffer.alloc(count)]);
    // The zeros may begin a chunk, end one, and take some.
    for (const size of [packed.length, packed.length + count, packed.length + 1, 700, 65_536]) {
      expect(await readChunks(filled, size), `${count} ${size}`).toMatchObject({ lines, error: null });
      for (const rest of [packed, Buffer.from('x')]) {
        const { lines: found, error } = await readChunks(Buffer.concat([filled, rest]), size);
        expect(error, `${count} ${size}`).toContain('the gzip file is damaged (what follows is not gzip)');
        expect(found).toEqual(lines);
      }
    }
  }
});

const [major = ''] = process.versions.node.split('.');
it.skipIf(!TRIED.has(major))('gzip is inflated at once by a Node with which that was tried', () => {
  const engine = GunzipEngine.make();
  expect(engine).not.toBeNull();
  engine!.close();
});

describe.skipIf(!isInstalled('zstd'))('zstd (with the program zstd)', () => {
  const lines = numbered(30_000);
  const pack = (bytes: Buffer, ...args: readonly string[]) => run('zstd', ['-q', '-c', ...args], bytes);

  it('may be packed in any way', async () => {
    for (const args of [['--no-check'], ['-19'], ['--fast'], ['--long=27'], ['-1', '-T2']]) {
      expect(await read(put('mail.log', pack(log(lines), ...args))), args.join(' ')).toMatchObject({ lines, error: null });
    }
  });

  it('may hold frames to be skipped, also as the first', async () => {
    const skipped = Buffer.from([0x5a, 0x2a, 0x4d, 0x18, 5, 0, 0, 0, 1, 2, 3, 4, 5]);
    const nothing = Buffer.from([0x50, 0x2a, 0x4d, 0x18, 0, 0, 0, 0]);
    const bytes = Buffer.concat([skipped, pack(log(lines.slice(0, 9))), nothing, skipped, pack(log(lines.slice(9))), skipped]);
    expect(await read(put('mail.log', bytes))).toMatchObject({ lines, content: 'zstd', error: null });
    expect(await readChunks(bytes, 7)).toMatchObject({ lines, error: null });
    expect((await read(put('mail.log', bytes.subarray(0, -1)))).error).toContain('cut short');
  });

  it('may be filled up with zeros, but nothing may follow them', async () => {
    for (const count of [1, 4, 70_000]) {
      const filled = Buffer.concat([pack(log(lines)), Buffer.alloc(count)]);
      expect(await read(put('mail.log', filled)), `${count}`).toMatchObject({ lines, error: null });
      const { error, lines: found } = await read(put('mail.log', Buffer.concat([filled, Buffer.from('x')])));
      expect(error, `${count}`).toContain('damaged');
      expect(found).toHaveLength(lines.length);
    }
  });

  it('that ends within the mark of a second frame is cut short', async () => {
    for (const rest of [[0x28, 0xb5], [0x5a]]) {
      const { error, lines: found } = await read(put('mail.log', Buffer.concat([pack(log(lines)), Buffer.from(rest)])));
      expect(error).toContain('cut short');
      expect(found).toHaveLength(lines.length);
    }
  });

  it('may be repetitive', async () => {
    const same = Array.from({ length: 100_000 }, () => 'the same line again and again');
    expect(await read(put('mail.log', pack(log(same))))).toMatchObject({ lines: same, error: null });
  });

  it('that asks for more memory than is reasonable is refused with a remedy', async () => {
    // A frame with a window of 2 GiB and one block of one byte.
    const bytes = Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0, 21 << 3, 9, 0, 0, 0x61]);
    expect((await read(put('mail.log', bytes))).error).toMatch(/128 MiB.*standard input/);
  });
});

describe.skipIf(!isInstalled('xz'))('xz (with the program xz)', () => {
  const lines = numbered(30_000);
  const pack = (...args: readonly string[]) => run('xz', ['-c', ...args], log(lines));

  it('may be packed in any way', async () => {
    for (const args of [['-9'], ['-0'], ['--check=none'], ['--check=crc32'], ['--block-size=65536', '-T2']]) {
      expect(await read(put('mail.log', pack(...args))), args.join(' ')).toMatchObject({ lines, error: null });
    }
  });

  it('may have zeros between its streams', async () => {
    const bytes = Buffer.concat([pack(), Buffer.alloc(8), pack()]);
    expect(await read(put('mail.log', bytes))).toMatchObject({ lines: [...lines, ...lines], error: null });
  });

  it('that cannot be read here says what to do', async () => {
    const { error, lines: found } = await read(put('mail.log', pack('--check=sha256')));
    if (error === null) expect(found).toEqual(lines);
    else expect(error).toMatch(/standard input/);
    expect((await read(put('mail.log', pack('--lzma2=preset=6,dict=128MiB')))).error).toMatch(/64 MiB.*standard input/);
  });

  it('is read from several files at a time', async () => {
    const file = put('mail.log', pack());
    const cut = put('cut.log', pack().subarray(0, 50_000));
    const found = await Promise.all([file, cut, file, cut, file].map(read));
    expect(found.map(({ error }) => error === null)).toEqual([true, false, true, false, true]);
    expect(found[4]!.lines).toEqual(lines);
  });
});

describe('bzip2', () => {
  const { PATH } = process.env;
  afterEach(() => {
    process.env.PATH = PATH;
  });

  it('says what to install when its program is missing', async () => {
    process.env.PATH = folder;
    const bytes = readFileSync(fixture('bz2'));
    for (const { error, lines } of [await read(fixture('bz2')), await readChunks(bytes, 100)]) {
      expect(lines).toEqual([]);
      expect(error).toMatch(/bzip2 is not installed.*apt-get install bzip2/);
    }
  });

  it.skipIf(!isInstalled('bzip2'))('takes no options from the environment', async () => {
    process.env.BZIP2 = '--help';
    try {
      expect((await read(fixture('bz2'))).lines).toHaveLength(40);
    } finally {
      delete process.env.BZIP2;
    }
  });
});

describe.skipIf(!isInstalled('xz') || process.platform === 'win32')('a named pipe (with the program xz)', () => {
  it('may hold compressed content', async () => {
    const lines = numbered(20_000);
    const pipe = path.join(folder, 'pipe');
    execFileSync('mkfifo', [pipe]);
    const writer = spawn('sh', ['-c', 'exec xz -c "$0" > "$1"', put('mail.log', log(lines)), pipe], { stdio: 'ignore' });
    expect(await read(pipe)).toMatchObject({ lines, content: 'xz', error: null });
    writer.kill();
  });
});
