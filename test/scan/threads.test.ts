import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import v8 from 'node:v8';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import type { ScanOptions } from '../../src/scan/scan.js';
import { facts, generated } from '../summary/cut-logs.js';
import { UTC, YEAR } from '../summary/reading.js';

// A thread is a file of its own, which only the built package has.
const built = new URL('../../dist/scan/scan.js', import.meta.url).href;
const { scan } = (await import(built)) as typeof import('../../src/scan/scan.js');

const folder = mkdtempSync(join(tmpdir(), 'bouncelens-threads-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;

/** Writes a log that was written last in the summer of the year. @returns its path. */
function put(content: string | Buffer, name = `${files++}.log`): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  const written = new Date(Date.UTC(YEAR, 7, 1));
  utimesSync(path, written, written);
  return path;
}

async function told(paths: readonly string[], wish: Partial<ScanOptions>) {
  const told: number[] = [];
  const { counts, inputs, unparsed, notes, summary } = await scan({
    sources: paths.map((path) => ({ path, named: true })),
    stdin: process.stdin,
    groupings: [DEFAULT_GROUPING, ['recipientDomain'], ['sender'], ['hour'], ['instance']],
    since: null,
    until: null,
    zone: UTC,
    now: Date.UTC(YEAR, 7, 1),
    progress: (bytes) => told.push(bytes),
    ...wish,
  });
  const reports = inputs.map(({ error, ...report }) => ({ ...report, error: error?.message ?? null }));
  return { facts: facts(counts), reports, unparsed, notes, summary, read: Math.max(...told) };
}

/** Objects that live. The types of Node.js 20 do not know it yet. */
const { queryObjects } = v8 as unknown as { queryObjects: (of: unknown, how: { format: 'count' }) => number };

/** Reads with and without threads, in stretches of several lengths, and expects the same of all. */
async function expectSame(paths: readonly string[], lengths = [700, 5_000, 40_000], wish: Partial<ScanOptions> = {}) {
  const whole = await told(paths, { ...wish, stretch: Number.POSITIVE_INFINITY });
  for (const stretch of lengths) {
    const { read: _, ...alone } = await told(paths, { ...wish, stretch, keepsSummary: true });
    const { read: __, summary: ___, ...expected } = whole;
    expect({ ...alone, summary: undefined }).toEqual({ ...expected, summary: undefined });
    for (const threads of [2, 3]) {
      const { read, ...several } = await told(paths, { ...wish, stretch, threads, keepsSummary: true });
      expect(Buffer.compare(several.summary!, alone.summary!)).toBe(0);
      expect({ ...several, summary: null }).toEqual({ ...alone, summary: null });
      expect(read).toBeGreaterThan(0);
      const plain = await told(paths, { ...wish, stretch, threads });
      expect(plain.facts).toEqual(whole.facts);
    }
  }
  return whole;
}

const line = (stamp: string, text: string) => `${stamp} mx1 postfix/${text}\n`;
const bounce = (stamp: string, id: string) =>
  [
    line(stamp, `smtpd[1]: ${id}: client=mail.here.example[192.0.2.1]`),
    line(stamp, `qmgr[1]: ${id}: from=<news@here.example>, size=900, nrcpt=1 (queue active)`),
    line(
      stamp,
      `smtp[1]: ${id}: to=<bob@there.example>, relay=mx.there.example[192.0.2.9]:25, delay=1, dsn=5.1.1, status=bounced (host mx.there.example[192.0.2.9] said: 550 5.1.1 User unknown (in reply to RCPT TO command))`,
    ),
    line(stamp, `qmgr[1]: ${id}: removed`),
  ].join('');

describe('threads say what one thread says', () => {
  test('of a log of a busy host over the turn of a year', async () => {
    const { facts: counted } = await expectSame([put(generated(1))]);
    expect(counted.totals.failed).toBeGreaterThan(10);
  });

  test('and keep what was read apart no longer than until it is put together', async () => {
    const { Summary } = await import(new URL('../../dist/summary/summary.js', import.meta.url).href);
    const path = put(generated(3));
    let [most, calls] = [0, 0];
    const progress = () => {
      if (calls++ % 8 === 0) most = Math.max(most, queryObjects(Summary, { format: 'count' }));
    };
    const { facts: counted } = await told([path], { stretch: 2_000, threads: 2, progress });
    expect(counted.totals.lines).toBeGreaterThan(1_000);
    expect(calls).toBeGreaterThan(80);
    expect(most).toBeLessThan(20);
  });

  test('of a log that is longer than a part, in a summary to the byte', async () => {
    const log = put(Buffer.concat(Array.from({ length: 100 }, () => generated(4))));
    const [alone, several] = [await told([log], { keepsSummary: true }), await told([log], { keepsSummary: true, threads: 2 })];
    expect(Buffer.compare(several.summary!, alone.summary!)).toBe(0);
    expect((await told([log], {})).facts).toEqual(several.facts);
  });

  test('of many inputs: plain, compressed, empty, mails and missing ones', async () => {
    mkdirSync(join(folder, 'mails'));
    const mails = [1, 2, 3].map((number) =>
      put(
        `From: MAILER-DAEMON@mx1.example.com\nTo: ann@here.example\nSubject: Undelivered\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx1.example.com\n\nFinal-Recipient: rfc822; user${number}@there.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 User unknown\n\n--b--\n`,
        `mails/${number}.eml`,
      ),
    );
    const paths = [
      put(generated(2)),
      put(gzipSync(generated(3)), '3.log.gz'),
      put(''),
      put(bounce('Jun  5 10:00:00', 'AAAAA1')),
      put(bounce('Jun  6 10:00:00', 'AAAAA1').replaceAll('\n', '\r\n')),
      put(Buffer.from([0, 1, 2, 3, 0, 5, 6, 0, 1, 1, 1, 1]), 'binary'),
      ...mails,
      join(folder, 'missing.log'),
    ];
    const { reports, facts: counted } = await expectSame(paths, [5_000]);
    expect(reports.filter(({ error }) => error !== null)).toHaveLength(2);
    expect(counted.totals.returned).toBe(3);
  });

  test('of a log of several years without a year in it', async () => {
    const months = ['Jan 10', 'May 20', 'Sep 30', 'Dec 31', 'Jan  1', 'Jun  5', 'Dec  1', 'Feb 28', 'Mar  1', 'Nov 11', 'Feb  2'];
    // Some stretches hold years, others less than a day.
    const text = months.map((day, i) => bounce(`${day} 10:00:00`, `AAAAA${i}`).repeat(i % 3 === 0 ? 6 : 1)).join('');
    const { facts: counted } = await expectSame([put(text)], [700, 1_500, 2_500, 6_000], { year: YEAR - 3 });
    const years = new Set(counted.rows[3]!.map(({ values }) => String(values[0]).slice(0, 4)));
    expect([...years].sort()).toEqual([YEAR - 3, YEAR - 2, YEAR - 1, YEAR].map(String));
  });

  test('of lines that repeat, are too long, end with NULs or are in no known form', async () => {
    const parts: string[] = [];
    for (let i = 0; i < 60; i++) {
      const stamp = `Jun  5 10:${String(i).padStart(2, '0')}:00`;
      parts.push(bounce(stamp, `AAAAB${i}`));
      parts.push(
        line(
          stamp,
          'smtpd[1]: NOQUEUE: reject: RCPT from x[192.0.2.1]: 554 5.7.1 <b@there.example>: Relay access denied; from=<a@here.example> to=<b@there.example> proto=ESMTP helo=<x>',
        ),
        `${stamp} mx1 last message repeated ${(i % 3) + 1} times\n`,
        line(stamp, `qmgr[1]: something that nobody knows ${i}`),
        '\n',
      );
      if (i % 20 === 7) parts.push(`${stamp} mx1 postfix/smtp[1]: ${'x'.repeat(90_000)}\n`, '\0'.repeat(3000));
    }
    parts.push('Jun  5 11:00:00 mx1 postfix/qmgr[1]: AAAAB1: remo');
    const { unparsed, facts: counted } = await expectSame([put(parts.join(''))], [300, 777, 4_096, 20_000]);
    expect(unparsed).toHaveLength(10);
    expect(counted.totals.rejected).toBe(60 + 20 * (1 + 2 + 3));
  });

  test('of a log in which a journal begins', async () => {
    const entry = (i: number) =>
      `__CURSOR=s=${i}\n__REALTIME_TIMESTAMP=${Date.UTC(YEAR, 5, 6, 10, i) * 1000}\n_HOSTNAME=mx1\nSYSLOG_IDENTIFIER=postfix/smtpd\nMESSAGE=NOQUEUE: reject: RCPT from x[192.0.2.1]: 554 5.7.1 <b@there.example>: Relay access denied; from=<a@here.example> to=<b@there.example> proto=ESMTP helo=<x>\n\n`;
    const entries = Array.from({ length: 40 }, (_, i) => entry(i)).join('');
    const plain = Array.from({ length: 20 }, (_, i) => bounce(`Jun  5 10:${10 + i}:00`, `AAAAC${i}`)).join('');
    const { facts: counted } = await expectSame([put(plain + entries)], [500, 3_000, 8_000]);
    expect(counted.totals.rejected).toBe(40);
    expect(counted.totals.failed).toBe(20);
  });
});
