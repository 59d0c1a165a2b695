import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFileSync, mkdirSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { InputError } from '../../src/input/input-error.js';
import { LineFramer } from '../../src/input/line-framer.js';
import { openFile, openStream, readFile, readStream } from '../../src/input/read.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-read-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => path.join(folder, name);

function put(name: string, content: string | Buffer): string {
  writeFileSync(at(name), content);
  return at(name);
}

/** Numbered lines that differ enough not to shrink to nothing when compressed. */
const numbered = (count: number): string[] =>
  Array.from({ length: count }, (_, i) => `${i} ${Math.imul(i + 1, 2654435761) >>> 0} ${Math.imul(i + 7, 40503) >>> 0}`);
const log = (lines: readonly string[]) => Buffer.from(`${lines.join('\n')}\n`);

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
  return { lines, content, error, position: framer.position };
}

async function readChunks(...chunks: readonly Buffer[]) {
  const { lines, framer } = framed();
  const { content, error } = await readStream(await openStream('(stdin)', Readable.from(chunks, { objectMode: false })), framer);
  return { lines, content, error };
}

const openDescriptors = () => readdirSync('/proc/self/fd').length;

describe('a text file', () => {
  it('is read to its end, whatever its name', async () => {
    const lines = numbered(50_000);
    for (const name of ['mail.log', 'mail.log.gz', 'mail.log.xz'])
      expect(await read(put(name, log(lines)))).toEqual({ lines, content: 'text', error: null, position: log(lines).length });
  });

  it('may lack a newline at its end, and hold bytes that are no UTF-8', async () => {
    const file = put('mail.log', Buffer.from('one \xe4\xff\r\ntwo', 'latin1'));
    expect(await read(file)).toMatchObject({ lines: ['one \xe4\xff', 'two'], error: null });
  });

  it('may hold the NULs that a crash left', async () => {
    const file = put('mail.log', Buffer.concat([log(['one']), Buffer.alloc(5000), log(['two', 'three'])]));
    expect(await read(file)).toMatchObject({ lines: ['one', 'two', 'three'], error: null, content: 'text' });
  });

  it('may be empty', async () => {
    expect(await read(put('mail.log', ''))).toEqual({ lines: [], content: 'empty', error: null, position: 0 });
  });

  it('that shrinks while it is read keeps what was there and says so', async () => {
    const lines = numbered(1000);
    const file = openFile(put('mail.log', log(lines)));
    truncateSync(at('mail.log'), log(lines.slice(0, 100)).length);
    const found = framed();
    const { error } = await readFile(file, found.framer);
    expect(found.lines).toEqual(lines.slice(0, 100));
    expect(error).toBeInstanceOf(InputError);
    expect(error?.path).toBe(at('mail.log'));
    expect(error?.message).toMatch(/shrank|truncated/);
  });

  it('that grows while it is read is no error', async () => {
    const file = openFile(put('mail.log', log(['one'])));
    appendFileSync(at('mail.log'), log(['two']));
    const found = framed();
    expect((await readFile(file, found.framer)).error).toBeNull();
    expect(found.lines[0]).toBe('one');
  });

  it('tells how far it is', async () => {
    const told: number[] = [];
    const content = log(numbered(1000));
    await readFile(openFile(put('mail.log', content)), framed().framer, { progress: (bytes) => told.push(bytes) });
    expect(told.at(-1)).toBe(content.length);
  });
});

describe('the null device', () => {
  it('is an empty file', async () => {
    expect(await read('/dev/null')).toEqual({ lines: [], content: 'empty', error: null, position: 0 });
  });
});

describe('gzip', () => {
  const lines = numbered(60_000);
  const packed = gzipSync(log(lines));

  it('is told by its content, whatever the name', async () => {
    for (const name of ['mail.log.gz', 'mail.log', 'mail.log.zst'])
      expect(await read(put(name, packed))).toEqual({ lines, content: 'gzip', error: null, position: log(lines).length });
  });

  it('may have several members, one of them empty', async () => {
    const members = [lines.slice(0, 10), [], lines.slice(10, 30_000), lines.slice(30_000)];
    const file = put('mail.log.gz', Buffer.concat(members.map((part) => gzipSync(part.length === 0 ? '' : log(part)))));
    expect(await read(file)).toMatchObject({ lines, error: null });
  });

  it('may cut a line at the edge of two members', async () => {
    const text = log(lines);
    const file = put('mail.log.gz', Buffer.concat([gzipSync(text.subarray(0, 12_345)), gzipSync(text.subarray(12_345))]));
    expect(await read(file)).toMatchObject({ lines, error: null });
  });

  it('may hold nothing', async () => {
    expect(await read(put('mail.log.gz', gzipSync('')))).toEqual({ lines: [], content: 'gzip', error: null, position: 0 });
  });

  it.each([
    ['in the middle', Math.floor(packed.length / 2)],
    ['within its last bytes', packed.length - 4],
  ])('that is cut short %s keeps what was read and says so', async (_where, length) => {
    const { lines: found, error, position } = await read(put('mail.log.gz', packed.subarray(0, length)));
    expect(error).toBeInstanceOf(InputError);
    expect(error?.message).toMatch(/cut short|truncated/);
    expect(error?.message).toContain(String(position));
    // The last line may be cut; about as much comes out as the share of the file that is there.
    expect(found.slice(0, -1)).toEqual(lines.slice(0, found.length - 1));
    expect(found.length).toBeGreaterThan((lines.length * length) / packed.length - 0.2 * lines.length);
  });

  it('that is cut short keeps what was read of a small file too', async () => {
    const small = gzipSync(log(lines.slice(0, 500)));
    const { lines: found, error } = await read(put('mail.log.gz', small.subarray(0, small.length - 20)));
    expect(error?.message).toMatch(/cut short|truncated/);
    expect(found.length).toBeGreaterThan(400);
    expect(found.slice(0, -1)).toEqual(lines.slice(0, found.length - 1));
  });

  it('that ends within its head is an error without lines', async () => {
    const { lines: found, error } = await read(put('mail.log.gz', packed.subarray(0, 5)));
    expect(found).toEqual([]);
    expect(error?.message).toMatch(/cut short|truncated|damaged/);
  });

  it('that is damaged keeps what came before and says so', async () => {
    const damaged = Buffer.from(packed);
    damaged.fill(0xff, packed.length - 2000, packed.length - 1000);
    const { lines: found, error } = await read(put('mail.log.gz', damaged));
    expect(error?.message).toMatch(/damaged/);
    expect(found.length).toBeGreaterThan(lines.length / 2);
    // What is decompressed from damaged bytes may come out wrong, but only there.
    const sure = Math.floor(found.length * 0.9);
    expect(found.slice(0, sure)).toEqual(lines.slice(0, sure));
  });

  it('with a wrong checksum is an error', async () => {
    const damaged = Buffer.from(packed);
    damaged[damaged.length - 6]! ^= 0xff;
    expect((await read(put('mail.log.gz', damaged))).error?.message).toMatch(/damaged/);
  });
});

describe('what cannot be read', () => {
  it.each([
    ['zstd', [0x28, 0xb5, 0x2f, 0xfd]],
    ['xz', [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0]],
    ['bzip2', [0x42, 0x5a, 0x68, 0x39]],
  ])('is what only begins like %s, and the message names it', async (name, mark) => {
    const content = Buffer.concat([Buffer.from(mark), Buffer.alloc(100, 7)]);
    const { lines, error } = await read(put('mail.log', content));
    expect(lines).toEqual([]);
    expect(error).toBeInstanceOf(InputError);
    expect(error?.message).toContain(name);
    expect((await readChunks(content)).error?.message).toContain(name);
  });

  it('is a binary file', async () => {
    const content = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256));
    const { lines, error } = await read(put('mail.log', content));
    expect(lines).toEqual([]);
    expect(error?.message).toMatch(/binary/);
    expect((await readChunks(content)).error?.message).toMatch(/binary/);
  });

  it('is a file that is missing', () => {
    expect(() => openFile(at('gone.log'))).toThrow(InputError);
    expect(() => openFile(at('gone.log'))).toThrow(/no such file/);
  });

  it('is a directory', () => {
    mkdirSync(at('logs'));
    expect(() => openFile(at('logs'))).toThrow(InputError);
  });

  it('is a device, which would never end', () => {
    expect(() => openFile('/dev/zero')).toThrow(InputError);
    expect(() => openFile('/dev/zero')).toThrow(/neither a file nor a pipe/);
  });

  it.runIf(process.platform === 'linux')('leaves no file open', async () => {
    const files = [put('a', gzipSync(log(['a']))), put('b', log(['a'])), put('c', ''), put('d', Buffer.alloc(100, 1))];
    files.push(put('e', gzipSync(log(numbered(1000))).subarray(0, 1000)));
    for (const file of files) await read(file);
    const before = openDescriptors();
    for (let i = 0; i < 5; i++) for (const file of files) await read(file);
    for (let i = 0; i < 5; i++) expect(() => openFile('/dev/zero')).toThrow();
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(openDescriptors()).toBe(before);
  });
});

describe('a stream', () => {
  const lines = numbered(5000);

  it('is read to its end, plain or compressed', async () => {
    for (const [content, bytes] of [
      ['text', log(lines)],
      ['gzip', gzipSync(log(lines))],
    ] as const) {
      const chunks = Array.from({ length: Math.ceil(bytes.length / 1000) }, (_, i) => bytes.subarray(i * 1000, i * 1000 + 1000));
      expect(await readChunks(...chunks)).toEqual({ lines, content, error: null });
    }
  });

  it('may be empty', async () => {
    expect(await readChunks()).toEqual({ lines: [], content: 'empty', error: null });
    expect(await readChunks(gzipSync(''))).toMatchObject({ lines: [], error: null });
  });

  it('is told by its content even when its first byte comes alone', async () => {
    const bytes = gzipSync(log(lines));
    expect(await readChunks(bytes.subarray(0, 1), bytes.subarray(1))).toEqual({ lines, content: 'gzip', error: null });
    const text = log(lines);
    expect(await readChunks(text.subarray(0, 1), text.subarray(1))).toEqual({ lines, content: 'text', error: null });
  });

  it('that is cut short keeps what was read and says so', async () => {
    const bytes = gzipSync(log(lines));
    const found = await readChunks(bytes.subarray(0, bytes.length - 20));
    expect(found.error?.message).toMatch(/cut short|truncated/);
    expect(found.lines.length).toBeGreaterThan(4000);
  });

  it.each([0, 1])('that fails after %i chunks is an error, and what came before is kept', async (count) => {
    const stream = new Readable({ read() {} });
    const found = framed();
    const reading = openStream('(stdin)', stream).then((opened) => readStream(opened, found.framer));
    if (count > 0) stream.push(log(['one', 'two']));
    setTimeout(() => stream.destroy(Object.assign(new Error('EIO: i/o error, read'), { code: 'EIO' })), 20);
    const { error } = await reading;
    expect(error).toBeInstanceOf(InputError);
    expect(error?.path).toBe('(stdin)');
    expect(error?.message).toMatch(/device/);
    expect(found.lines).toEqual(count > 0 ? ['one', 'two'] : []);
  });
});

describe.skipIf(process.platform === 'win32')('a named pipe', () => {
  it.each([
    ['text', (bytes: Buffer) => bytes],
    ['gzip', (bytes: Buffer) => gzipSync(bytes)],
  ] as const)('is read to its end: %s', async (content, pack) => {
    const lines = numbered(20_000);
    execFileSync('mkfifo', [at('pipe')]);
    const source = put('source', pack(log(lines)));
    const writer = spawn('sh', ['-c', 'exec cat "$0" > "$1"', source, at('pipe')], { stdio: 'ignore' });
    const ended = once(writer, 'exit');
    expect(await read(at('pipe'))).toMatchObject({ lines, content, error: null });
    await ended;
  });
});
