import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { formatTimestamp } from '../../src/model/timestamp.js';
import { Zone } from '../../src/model/zone.js';
import { scan } from '../../src/scan/scan.js';

const UTC = new Zone('UTC');

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-order-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

/** A log file, compressed if its name says so. @param written the time of its last change. */
function put(name: string, lines: readonly string[], written = '2026-06-30T00:00:00Z'): string {
  const file = path.join(folder, name);
  const text = lines.map((line) => `${line}\n`).join('');
  writeFileSync(file, name.endsWith('.gz') ? gzipSync(text) : text);
  utimesSync(file, new Date(written), new Date(written));
  return file;
}

const sources = (files: readonly string[]) => files.map((file) => ({ path: file, named: true }));

/** Every order in which files can be given. */
function* orders<Item>(items: readonly Item[]): Generator<Item[]> {
  if (items.length === 0) yield [];
  for (const [i, item] of items.entries()) for (const rest of orders(items.filter((_, j) => j !== i))) yield [item, ...rest];
}

const anvil = (stamp: string) => `${stamp} mx postfix/anvil[9]: statistics: max cache size 1 at Jun  5 02:00:00`;
const queued = (stamp: string, id: string) =>
  `${stamp} mx postfix/qmgr[10]: ${id}: from=<news@example.com>, size=900, nrcpt=1 (queue active)`;
const tried = (stamp: string, id: string, status: string, dsn: string, text: string) =>
  `${stamp} mx postfix/smtp[11]: ${id}: to=<user@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=${dsn}, status=${status} (${text})`;
const deferred = (stamp: string, id: string) =>
  tried(
    stamp,
    id,
    'deferred',
    '4.2.2',
    'host mx.example.net[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command)',
  );
const bounced = (stamp: string, id: string) =>
  tried(
    stamp,
    id,
    'bounced',
    '5.1.1',
    'host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command)',
  );
const sent = (stamp: string, id: string) => tried(stamp, id, 'sent', '2.0.0', '250 2.0.0 Ok: queued as 123');
const removed = (stamp: string, id: string) => `${stamp} mx postfix/qmgr[10]: ${id}: removed`;

async function scanned(files: readonly string[], options: { readonly year?: number; readonly stdin?: string } = {}) {
  const times: (string | null)[] = [];
  const result = await scan({
    sources: sources(files),
    stdin: Readable.from([Buffer.from(options.stdin ?? '')], { objectMode: false }),
    groupings: [['reason']],
    since: null,
    until: null,
    zone: UTC,
    year: options.year,
    now: Date.parse('2026-07-01T00:00:00Z'),
    listener: () => ({ event: ({ evidence }) => times.push(formatTimestamp(evidence.time)) }),
  });
  return { ...result, times };
}

/** The names of files in the order in which they are read. */
async function order(files: readonly string[]): Promise<string[]> {
  return (await scanned(files)).inputs.map((input) => path.basename(input.path));
}

describe('inputs are read in the order of their content', () => {
  it('whatever they are called and in whatever order they are given', async () => {
    const files = [
      put('mail.log', [anvil('Jun 21 06:25:01')], '2026-06-22T00:00:00Z'),
      put('mail.log.1', [anvil('Jun 14 06:25:01')], '2026-06-21T06:25:00Z'),
      put('mail.log.2.gz', [anvil('Jun  7 06:25:01')], '2026-06-14T06:25:00Z'),
      put('mail.log-20260607', [anvil('May 31 06:25:01')], '2026-06-07T06:25:00Z'),
    ];
    for (const given of orders(files)) {
      expect(await order(given)).toEqual(['mail.log-20260607', 'mail.log.2.gz', 'mail.log.1', 'mail.log']);
    }
  });

  it('even when the names say the contrary', async () => {
    const files = [put('a.log', [anvil('2026-06-03T00:00:00Z')]), put('b.log', [anvil('2026-06-02T00:00:00Z')])];
    files.push(put('c.log', [anvil('2026-06-01T00:00:00Z')]));
    expect(await order(files)).toEqual(['c.log', 'b.log', 'a.log']);
  });

  it('by the instant, not by the text of the time', async () => {
    expect(
      await order([
        put('a.log', [anvil('2026-06-05T01:30:00+02:00')]),
        put('b.log', [anvil('2026-06-04T23:00:00+00:00')]),
        put('c.log', [anvil('2026-06-04T19:15:00-04:00')]),
      ]),
    ).toEqual(['b.log', 'c.log', 'a.log']);
  });

  it('by the first line that has a time', async () => {
    const nuls = '\0'.repeat(3000);
    expect(
      await order([
        put('a.log', ['', 'no time at all', nuls + anvil('Jun  6 00:00:00'), anvil('Jun  1 00:00:00')]),
        put('b.log', [anvil('Jun  5 00:00:00')]),
      ]),
    ).toEqual(['b.log', 'a.log']);
  });

  it('with inputs that tell no time behind the others, as they were given', async () => {
    const files = [put('strange', ['hello']), put('empty', []), '-', put('late.log', [anvil('Jun  6 00:00:00')])];
    files.push(put('early.log', [anvil('Jun  5 00:00:00')]), put('broken.gz', []));
    writeFileSync(path.join(folder, 'broken.gz'), Buffer.from([0x1f, 0x8b, 1, 2, 3]));
    expect(await order(files)).toEqual(['early.log', 'late.log', 'strange', 'empty', '-', 'broken.gz']);
  });

  it('with a year between them when their lines have none', async () => {
    const files = [
      put('mail.log', [anvil('Jan  4 06:25:01')], '2026-01-06T00:00:00Z'),
      put('mail.log.1', [anvil('Dec 28 06:25:01')], '2026-01-04T06:25:00Z'),
      put('mail.log.2.gz', [anvil('Dec 21 06:25:01')], '2025-12-28T06:25:00Z'),
    ];
    for (const given of orders(files)) expect(await order(given)).toEqual(['mail.log.2.gz', 'mail.log.1', 'mail.log']);
  });

  it('also when the files were copied and all bear the same date', async () => {
    const files = [
      put('mail.log', [anvil('Jan  4 06:25:01')], '2026-06-01T00:00:00Z'),
      put('mail.log.1', [anvil('Dec 28 06:25:01')], '2026-06-01T00:00:00Z'),
    ];
    expect(await order(files)).toEqual(['mail.log.1', 'mail.log']);
  });

  it('of a compressed file that shrank to almost nothing', async () => {
    const flood = Array.from({ length: 60_000 }, () => anvil('Jun  1 00:00:00'));
    const files = [put('mail.log', [anvil('Jun  5 00:00:00')]), put('mail.log.1.gz', flood)];
    expect(await order(files)).toEqual(['mail.log.1.gz', 'mail.log']);
  });

  it('and what cannot be opened is told', async () => {
    mkdirSync(path.join(folder, 'directory'));
    const { inputs } = await scanned([
      path.join(folder, 'gone.log'),
      put('a.log', [anvil('Jun  5 00:00:00')]),
      path.join(folder, 'directory'),
    ]);
    const failed = inputs.filter((input) => input.error !== null).map((input) => path.basename(input.path));
    expect(failed).toEqual(['gone.log', 'directory']);
    expect(inputs.map((input) => path.basename(input.path)).filter((name) => !failed.includes(name))).toEqual(['a.log']);
  });
});

describe('a rotated log', () => {
  const A = '4F1A2B3C4D';
  const B = '5F1A2B3C4D';

  it('tells the whole story of a message that ends in the next file', async () => {
    const files = [
      put('mail.log', [sent('Jun 21 07:00:00', A), removed('Jun 21 07:00:01', A)], '2026-06-22T00:00:00Z'),
      put(
        'mail.log.1',
        [deferred('Jun 20 05:00:00', A), queued('Jun 20 05:00:30', B), deferred('Jun 20 05:00:31', B)],
        '2026-06-21T06:25:00Z',
      ),
      put('mail.log.2.gz', [queued('Jun 14 00:00:00', A), deferred('Jun 14 00:00:01', A)], '2026-06-14T06:25:00Z'),
    ];
    for (const given of orders(files)) {
      const { counts, inputs, times } = await scanned(given);
      expect(inputs.map((input) => path.basename(input.path))).toEqual(['mail.log.2.gz', 'mail.log.1', 'mail.log']);
      expect(counts.totals).toMatchObject({ messages: 2, recipients: 2, delivered: 1, open: 1, recovered: 1, delayed: 3 });
      expect(counts.uncovered).toBe(0);
      expect(times).toEqual([...times].sort());
    }
  });

  it('across new year', async () => {
    const files = [
      put('mail.log', [bounced('Jan  4 07:00:00', A), removed('Jan  4 07:00:01', A)], '2026-01-06T00:00:00Z'),
      put('mail.log.1', [deferred('Dec 31 23:59:59', A), deferred('Jan  1 00:30:00', A)], '2026-01-04T06:25:00Z'),
      put('mail.log.2.gz', [queued('Dec 27 23:00:00', A), deferred('Dec 27 23:00:01', A)], '2025-12-28T06:25:00Z'),
    ];
    for (const given of orders(files)) {
      const { counts, times } = await scanned(given);
      expect(times.map((time) => time?.slice(0, 19))).toEqual([
        '2025-12-27T23:00:01',
        '2025-12-31T23:59:59',
        '2026-01-01T00:30:00',
        '2026-01-04T07:00:00',
      ]);
      expect(counts.totals).toMatchObject({ messages: 1, recipients: 1, failed: 1, open: 0, delayed: 3 });
    }
  });

  it('starts in the year that is given', async () => {
    const files = [
      put('mail.log', [bounced('Jan  4 07:00:00', A)]),
      put('mail.log.1', [deferred('Dec 31 23:59:59', A), deferred('Jan  1 00:30:00', A)]),
      put('mail.log.2.gz', [queued('Dec 27 23:00:00', A), deferred('Dec 27 23:00:01', A)]),
    ];
    for (const given of orders(files)) {
      const { times } = await scanned(given, { year: 2019 });
      expect(times.map((time) => time?.slice(0, 10))).toEqual(['2019-12-27', '2019-12-31', '2020-01-01', '2020-01-04']);
    }
  });

  it('of 29 February lies in a leap year', async () => {
    const file = put('mail.log', [queued('Feb 29 10:00:00', A), bounced('Feb 29 10:00:01', A)], '2026-06-01T00:00:00Z');
    expect((await scanned([file])).times.map((time) => time?.slice(0, 10))).toEqual(['2024-02-29']);
  });

  it('whose live part comes on standard input', async () => {
    const file = put('mail.log.1', [queued('Jun 14 00:00:00', A), deferred('Jun 14 00:00:01', A)], '2026-06-14T06:25:00Z');
    const { counts, inputs } = await scanned(['-', file], { stdin: `${bounced('Jun 20 00:00:00', A)}\n` });
    expect(inputs.map((input) => path.basename(input.path))).toEqual(['mail.log.1', '-']);
    expect(counts.totals).toMatchObject({ messages: 1, failed: 1, open: 0 });
  });

  it('counts each file by itself and goes on behind one that fails', async () => {
    const gone = path.join(folder, 'gone.log');
    const { inputs, counts } = await scanned([
      gone,
      put('b.log', [queued('Jun 14 00:00:00', A), bounced('Jun 14 00:00:01', A)]),
      put('c.log', ['hello', 'world']),
    ]);
    const told = inputs.map(({ path: file, lines, records, mta, error }) => [
      path.basename(file),
      lines,
      records,
      mta,
      error !== null,
    ]);
    expect(told).toEqual([
      ['gone.log', 0, 0, null, true],
      ['b.log', 2, 1, 'postfix', false],
      ['c.log', 2, 0, null, false],
    ]);
    expect(counts.totals).toMatchObject({ lines: 4, failed: 1 });
  });
});
