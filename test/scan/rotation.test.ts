import { spawnSync } from 'node:child_process';
import { copyFileSync, linkSync, readFileSync, renameSync, rmSync, symlinkSync, truncateSync, unlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { arrival, arrivals, Nights } from './nights.js';

const nights = new Nights();
const at = (name: string) => nights.at(name);
const delivered = async () => (await nights.read()).totals.delivered;

/** What the program of this name makes of a file, in its place. */
function compress(name: string, program: string, extension: string): void {
  const { status, stdout } = spawnSync(program, ['-c'], { input: readFileSync(at(name)), maxBuffer: 1 << 28 });
  expect(status).toBe(0);
  nights.put(`${name}.${extension}`, stdout);
  unlinkSync(at(name));
}

const TOOLS = [
  ['gzip', 'gz'],
  ['xz', 'xz'],
  ['zstd', 'zst'],
  ['bzip2', 'bz2'],
] as const;

describe('a log is known by what it holds', () => {
  test('when nothing was added', async () => {
    nights.put('mail.log', arrivals(0, 100));
    expect(await delivered()).toBe(100);
    const again = await nights.read();
    expect(again).toMatchObject({ hasNew: false, totals: { delivered: 0, lines: 0 } });
  });

  test('when it was renamed and another begun', async () => {
    nights.put('mail.log', arrivals(0, 100));
    await delivered();
    nights.add('mail.log', arrivals(100, 110));
    renameSync(at('mail.log'), at('mail.log.1'));
    nights.put('mail.log', arrivals(110, 115));
    expect(await delivered()).toBe(15);
    expect(await delivered()).toBe(0);
  });

  test('when it was copied and cut (copytruncate)', async () => {
    nights.put('mail.log', arrivals(0, 100));
    await delivered();
    nights.add('mail.log', arrivals(100, 110));
    copyFileSync(at('mail.log'), at('mail.log.1'));
    truncateSync(at('mail.log'));
    nights.add('mail.log', arrivals(110, 115));
    expect(await delivered()).toBe(15);
    expect(await delivered()).toBe(0);
  });

  test.each(TOOLS)('when %s compressed it, with what came before that', async (program, extension) => {
    nights.put('mail.log', arrivals(0, 500));
    await delivered();
    renameSync(at('mail.log'), at('mail.log.1'));
    nights.add('mail.log.1', arrivals(500, 510));
    nights.put('mail.log', arrivals(510, 515));
    compress('mail.log.1', program, extension);
    expect(await delivered()).toBe(15);
    expect(await delivered()).toBe(0);
    renameSync(at(`mail.log.1.${extension}`), at(`mail.log.2.${extension}`));
    expect(await delivered()).toBe(0);
  });

  test.each(TOOLS)('when %s compressed it a night later (delaycompress)', async (program, extension) => {
    nights.put('mail.log', arrivals(0, 500));
    await delivered();
    renameSync(at('mail.log'), at('mail.log.1'));
    nights.add('mail.log.1', arrivals(500, 510));
    expect(await delivered()).toBe(10);
    compress('mail.log.1', program, extension);
    const found = await nights.read();
    expect(found).toMatchObject({ hasNew: false, totals: { delivered: 0 }, errors: [] });
  });

  test('when a gzip file has several members, the last of which is as long as what is known', async () => {
    nights.put('mail.log', arrivals(0, 50));
    await delivered();
    unlinkSync(at('mail.log'));
    nights.put('all.gz', Buffer.concat([gzipSync(arrivals(0, 50)), gzipSync(arrivals(50, 80))]));
    expect(await delivered()).toBe(30);
    expect(await delivered()).toBe(0);
  });

  test('under two names', async () => {
    nights.put('mail.log', arrivals(0, 10));
    linkSync(at('mail.log'), at('b.log'));
    symlinkSync(at('mail.log'), at('c.log'));
    copyFileSync(at('mail.log'), at('d.log'));
    nights.put('e.gz', gzipSync(arrivals(0, 10)));
    nights.put('f.log', arrivals(0, 7));
    expect(await delivered()).toBe(10);
    nights.add('mail.log', arrivals(10, 12));
    copyFileSync(at('mail.log'), at('a.log'));
    expect(await delivered()).toBe(2);
  });

  test('when it is there only in part, as while it is copied', async () => {
    const text = arrivals(0, 300);
    nights.put('mail.log', text);
    await delivered();
    nights.put('copy.log', text.slice(0, 20_000));
    expect(await delivered()).toBe(0);
    nights.put('copy.log', text.slice(0, 50_000));
    expect(await delivered()).toBe(0);
    nights.put('copy.log', text + arrivals(300, 305));
    expect(await delivered()).toBe(5);
    nights.add('mail.log', arrivals(300, 305));
    expect(await delivered()).toBe(0);
  });

  test('when it shrank, and goes on with what came later', async () => {
    nights.put('mail.log', arrivals(0, 300));
    await delivered();
    nights.put('mail.log', arrivals(0, 200));
    expect(await delivered()).toBe(0);
    nights.add('mail.log', arrivals(400, 420));
    const found = await nights.read();
    expect(found.totals.delivered).toBe(20);
    nights.add('mail.log', arrivals(420, 425));
    expect(await delivered()).toBe(5);
    nights.put('saved.log', arrivals(0, 300));
    expect(await delivered()).toBe(0);
  });

  test('when it was restored and went on before the next run', async () => {
    nights.put('mail.log', arrivals(0, 300));
    await delivered();
    nights.put('mail.log', arrivals(0, 200) + arrivals(400, 600));
    expect(await delivered()).toBe(200);
    expect(await delivered()).toBe(0);
  });

  test('and says of a copy that is older that it is, once', async () => {
    nights.put('mail.log', arrivals(0, 300));
    await delivered();
    nights.put('copy.log', arrivals(0, 200));
    const found = await nights.read();
    expect(found.totals.delivered).toBe(0);
    expect(found.notes).toEqual([
      `${at('copy.log')}: begins as a log that is known, and is shorter, as an older copy is; of it counts what is later than the log that is known, which is nothing`,
    ]);
    expect((await nights.read()).notes).toEqual([]);
  });

  test('and says what was restored from a backup', async () => {
    nights.put('mail.log', arrivals(0, 300));
    await delivered();
    nights.put('mail.log', arrivals(0, 200) + arrivals(400, 600));
    expect((await nights.read()).notes).toEqual([
      `${at('mail.log')}: begins as a log that is known, but goes on otherwise, as after a restored backup; of it counts what is later than the log that is known`,
    ]);
  });

  test('when all of it is put back that was gone', async () => {
    nights.put('mail.log', arrivals(0, 100));
    await delivered();
    rmSync(at('mail.log'));
    nights.put('other.log', arrivals(100, 110));
    expect(await delivered()).toBe(10);
    nights.put('backup/mail.log', arrivals(0, 100));
    expect(await delivered()).toBe(0);
  });

  test('when it was replaced by another of the same name', async () => {
    nights.put('mail.log', arrivals(0, 100));
    await delivered();
    nights.put('mail.log', arrivals(1000, 1200));
    expect(await delivered()).toBe(200);
  });

  test('when it comes from a pipe', async () => {
    const { PassThrough } = await import('node:stream');
    const stdin = (text: string | Buffer) => {
      const stream = new PassThrough();
      stream.end(text);
      return { stdin: stream, sources: [{ path: '-', named: true }] };
    };
    nights.put('x', '');
    expect((await nights.read(['x'], stdin(arrivals(0, 50)))).totals.delivered).toBe(50);
    expect((await nights.read(['x'], stdin(arrivals(0, 60)))).totals.delivered).toBe(10);
    expect((await nights.read(['x'], stdin(gzipSync(arrivals(0, 65))))).totals.delivered).toBe(5);
  });
});

describe('half a last line', () => {
  const half = arrival(100).slice(0, 330);

  test('waits for its end', async () => {
    nights.put('mail.log', arrivals(0, 100) + half);
    expect(await nights.read()).toMatchObject({ totals: { lines: 402, delivered: 100 } });
    nights.add('mail.log', arrival(100).slice(330));
    expect(await nights.read()).toMatchObject({ totals: { lines: 2, delivered: 1 } });
  });

  test('counts when its file was compressed', async () => {
    nights.put('mail.log', arrivals(0, 100) + half);
    await nights.read();
    nights.put('mail.log.1.gz', gzipSync(arrivals(0, 100) + half));
    unlinkSync(at('mail.log'));
    expect(await nights.read()).toMatchObject({ totals: { lines: 1 } });
    expect(await nights.read()).toMatchObject({ totals: { lines: 0 } });
  });

  test('counts when its file was not written to for a day', async () => {
    nights.put('mail.log', arrivals(0, 100) + half, Date.UTC(2026, 5, 5, 4));
    expect(await nights.read(['.'], { now: Date.UTC(2026, 5, 6, 3) })).toMatchObject({ totals: { lines: 402 } });
    expect(await nights.read(['.'], { now: Date.UTC(2026, 5, 6, 5) })).toMatchObject({ totals: { lines: 1 } });
    expect(await nights.read(['.'], { now: Date.UTC(2026, 5, 7, 5) })).toMatchObject({ totals: { lines: 0 } });
  });

  test('waits in a compressed file that is not written to its end', async () => {
    const whole = gzipSync(arrivals(0, 3000), { level: 1 });
    nights.put('mail.log.1.gz', whole.subarray(0, whole.length >> 1));
    const first = await nights.read();
    expect(first.errors).toHaveLength(1);
    nights.put('mail.log.1.gz', whole);
    const second = await nights.read();
    expect(second.errors).toEqual([]);
    expect(first.totals.delivered).toBeGreaterThan(500);
    expect(first.totals.delivered + second.totals.delivered).toBe(3000);
    expect(first.totals.lines + second.totals.lines).toBe(12_000);
  });

  test('of an entry of the journal waits, too', async () => {
    const entry = (number: number, message: string) =>
      `__CURSOR=s=${number}\n__REALTIME_TIMESTAMP=${(Date.UTC(2026, 5, 5) + number * 1000) * 1000}\n_HOSTNAME=mx\nSYSLOG_IDENTIFIER=postfix/qmgr\nMESSAGE=${message}\n\n`;
    const sender = (number: number) => entry(number, `4F1A2B${number}: from=<a@example.com>, size=1, nrcpt=1 (queue active)`);
    const text = sender(1) + sender(2);
    for (let cut = 1; cut < text.length; cut += 7) {
      const { newState } = await import('../../src/state/state.js');
      nights.state = newState();
      nights.put('journal', text.slice(0, cut), Date.now());
      const first = await nights.read();
      nights.put('journal', text, Date.now());
      const second = await nights.read();
      expect({ cut, lines: first.totals.lines + second.totals.lines }).toEqual({ cut, lines: 12 });
      expect({ cut, known: sumOf(first) + sumOf(second) }).toEqual({ cut, known: 2 });
    }
  });
});

const sumOf = ({ inputs }: Awaited<ReturnType<typeof nights.read>>) => inputs.reduce((n, { knownLines }) => n + knownLines, 0);
