import { execFileSync } from 'node:child_process';
import { appendFileSync, cpSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Zone } from '../../src/model/zone.js';
import { scan } from '../../src/scan/scan.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-copies-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const written = new Date('2026-06-30T00:00:00Z');

function put(name: string, content: string | Buffer): string {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  utimesSync(file, written, written);
  return file;
}

/** Lines of deliveries that failed, from the given second of the day on. */
const log = (count: number, from = 0, host = 'mx') =>
  Array.from({ length: count }, (_, i) => {
    const time = new Date(Date.UTC(2026, 5, 1) + (from + i) * 1000).toISOString().slice(11, 19);
    return `Jun  1 ${time} ${host} postfix/smtp[11]: 4F1A2B${from + i}: to=<user@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))\n`;
  }).join('');

const nameIn = (text: string) => text.replaceAll(`${folder}${path.sep}`, '');

async function scanned(files: readonly string[], stdin = '') {
  const { inputs, notes, counts } = await scan({
    sources: files.map((file) => ({ path: file, named: true })),
    stdin: Readable.from([Buffer.from(stdin)], { objectMode: false }),
    groupings: [['reason']],
    since: null,
    until: null,
    zone: new Zone('UTC'),
    now: Date.parse('2026-07-01T00:00:00Z'),
  });
  return {
    read: inputs.map((input) => nameIn(input.path)),
    errors: inputs.flatMap(({ error }) => error?.message ?? []),
    notes: notes.map(nameIn),
    bounced: counts.totals.records.bounced,
  };
}

describe('a log and its copy', () => {
  it('are read once, and that is said', async () => {
    const text = log(1000);
    const files = [put('mail.log.1.gz', gzipSync(text)), put('mail.log.1', text)];
    for (const given of [files, files.toReversed()]) {
      expect(await scanned(given)).toEqual({
        read: ['mail.log.1'],
        errors: [],
        notes: ['mail.log.1.gz: the same content as mail.log.1, read once'],
        bounced: 1000,
      });
    }
  });

  it('are read once however many there are', async () => {
    const text = log(100);
    const files = ['a.gz', 'b', 'c.gz', 'd'].map((name) => put(name, name.endsWith('.gz') ? gzipSync(text) : text));
    const { read, notes, bounced } = await scanned(files);
    expect(read).toEqual(['b']);
    expect(notes).toHaveLength(3);
    expect(notes.every((note) => note.includes('the same content as b'))).toBe(true);
    expect(bounced).toBe(100);
  });

  it('that is older and therefore shorter are read once, the longer one', async () => {
    const texts = { first: log(100), second: log(150), third: log(900) };
    const files = [put('a', texts.second), put('b.gz', gzipSync(texts.third)), put('c.gz', gzipSync(texts.first))];
    files.push(put('d', texts.first));
    expect(await scanned(files)).toEqual({
      read: ['b.gz'],
      errors: [],
      notes: expect.arrayContaining(
        ['a', 'c.gz', 'd'].map((name) => `${name}: the beginning of b.gz, of which only the longer one is read`),
      ),
      bounced: 900,
    });
  });

  it('may end within a line', async () => {
    const text = log(500);
    const { read, bounced } = await scanned([put('mail.log', text), put('copy', text.slice(0, 50_001))]);
    expect({ read, bounced }).toEqual({ read: ['mail.log'], bounced: 500 });
  });

  it('may be of one line', async () => {
    const { read, bounced } = await scanned([put('copy', log(1)), put('mail.log', log(500))]);
    expect({ read, bounced }).toEqual({ read: ['mail.log'], bounced: 500 });
  });

  it('that is cut short says so', async () => {
    const text = log(20_000);
    const packed = gzipSync(text);
    const files = [put('mail.log.1', text), put('mail.log.1.gz', packed.subarray(0, packed.length - 2000))];
    const { read, notes, errors, bounced } = await scanned(files);
    expect({ read, errors, bounced }).toEqual({ read: ['mail.log.1'], errors: [], bounced: 20_000 });
    expect(notes).toEqual([
      'mail.log.1.gz: the beginning of mail.log.1, of which only the longer one is read (the gzip file is cut short)',
    ]);
  });

  it('that is damaged is read beside it, and is an error', async () => {
    const text = log(20_000);
    const packed = gzipSync(text);
    packed.fill(0x5a, Math.floor(packed.length / 2), Math.floor(packed.length / 2) + 100);
    const { read, errors } = await scanned([put('mail.log.1', text), put('mail.log.1.gz', packed)]);
    if (read.length === 2) expect(errors).toHaveLength(1);
    else expect(read).toEqual(['mail.log.1']);
  });

  it('are the files of the same content in every compression', async () => {
    const names = ['gz', 'zst', 'xz', 'bz2'].map((extension) => `mail.log.${extension}`);
    for (const name of names)
      cpSync(fileURLToPath(new URL(`../../fixtures/compressed/${name}`, import.meta.url)), path.join(folder, name));
    const readable = (hasBzip2() ? names : names.slice(0, 3)).toReversed();
    const { read, notes, errors } = await scanned(readable.map((name) => path.join(folder, name)));
    expect(read).toEqual(['mail.log.gz']);
    expect(notes).toHaveLength(readable.length - 1);
    expect(errors).toEqual([]);
  });
});

function hasBzip2(): boolean {
  try {
    execFileSync('bzip2', ['--version'], { stdio: 'ignore', input: '' });
    return true;
  } catch {
    return false;
  }
}

describe('two logs', () => {
  it('that only start with the same line are both read', async () => {
    const [first, rest] = [log(1), log(300, 5000)];
    const files = [put('a', first + log(300, 100)), put('b', first + rest), put('c.gz', gzipSync(first + log(300, 9000)))];
    expect(await scanned(files)).toEqual({ read: ['a', 'b', 'c.gz'], errors: [], notes: [], bounced: 903 });
  });

  it('that differ only late are both read', async () => {
    const same = log(2000);
    const files = [put('a', same + log(1, 7000)), put('b', same + log(1, 8000)), put('c.gz', gzipSync(same + log(2, 8000)))];
    const { read, notes, bounced } = await scanned(files);
    expect({ read, bounced }).toEqual({ read: ['a', 'c.gz'], bounced: 4003 });
    expect(notes).toEqual(['b: the beginning of c.gz, of which only the longer one is read']);
  });

  it('of which one follows the other are both read', async () => {
    const { read, notes, bounced } = await scanned([put('a', log(100, 100)), put('b', log(100))]);
    expect({ read, notes, bounced }).toEqual({ read: ['b', 'a'], notes: [], bounced: 200 });
  });

  it('that are empty are both looked at', async () => {
    const { read, notes } = await scanned([put('a', ''), put('b', ''), put('c.gz', gzipSync('')), put('d', log(1))]);
    expect(read.toSorted()).toEqual(['a', 'b', 'c.gz', 'd']);
    expect(notes).toEqual([]);
  });
});

describe('what can be read only once', () => {
  it('is never looked into: standard input', async () => {
    const text = log(50);
    const { read, notes, bounced } = await scanned([put('a', text), '-'], text);
    expect({ read, notes, bounced }).toEqual({ read: ['a', '-'], notes: [], bounced: 100 });
  });
});

it('a file that is given twice to the library is read once', async () => {
  const file = put('a', log(50));
  const { read, bounced } = await scanned([file, file]);
  expect({ read, bounced }).toEqual({ read: ['a'], bounced: 50 });
});

it('a log that grows meanwhile is read to its end', async () => {
  const text = log(50);
  const file = put('mail.log', text);
  const copy = put('copy', text);
  appendFileSync(file, log(5, 50));
  expect(await scanned([copy, file])).toMatchObject({ read: ['mail.log'], bounced: 55 });
});
