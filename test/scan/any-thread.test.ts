import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSources, type Source } from '../../src/input/find.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { type ScanOptions, scan } from '../../src/scan/scan.js';
import { facts, generated } from '../summary/cut-logs.js';
import { UTC, YEAR } from '../summary/reading.js';
import { slowThreads } from './slow-threads.js';

const folder = mkdtempSync(join(tmpdir(), 'bouncelens-any-thread-'));
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes an input that was written last in the summer of the year. */
function put(name: string, content: string | Buffer): void {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  const written = new Date(Date.UTC(YEAR, 7, 1));
  utimesSync(path, written, written);
}

const START = 'Jun  5 10:00:00 mx1 postfix/postfix-script[1]: starting the Postfix mail system\n';

/** A log of one failure; those of several numbers begin alike and tell of the same second. */
const failure = (number: number) =>
  `${START}Jun  5 10:00:01 mx1 postfix/smtpd[1]: AAAAA${number}: client=mail.here.example[192.0.2.1]
Jun  5 10:00:01 mx1 postfix/qmgr[1]: AAAAA${number}: from=<news@here.example>, size=900, nrcpt=1 (queue active)
Jun  5 10:00:02 mx1 postfix/smtp[1]: AAAAA${number}: to=<user${number}@there.example>, relay=mx.there.example[192.0.2.9]:25, delay=1, dsn=5.1.1, status=bounced (host mx.there.example[192.0.2.9] said: 550 5.1.1 <user${number}@there.example>: User unknown (in reply to RCPT TO command))
Jun  5 10:00:02 mx1 postfix/qmgr[1]: AAAAA${number}: removed
`;

const notice = (host: string, number: number) =>
  `Return-Path: <>\nFrom: MAILER-DAEMON@${host}\nTo: news@here.example\nSubject: Undelivered\nDate: Fri, 5 Jun ${YEAR} 10:00:05 +0000\nMIME-Version: 1.0\nContent-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\n${'Your mail came back. '.repeat(300)}\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; ${host}\nX-Postfix-Queue-ID: AAAAA${number}\n\nFinal-Recipient: rfc822; user${number}@there.example\nAction: failed\nStatus: 5.1.1\nDiagnostic-Code: smtp; 550 5.1.1 <user${number}@there.example>: User unknown\n\n--b--\n`;

let sources: readonly Source[] = [];

beforeAll(async () => {
  // Logs of the same seconds.
  put('logs/a.log', abridged(generated(2)));
  put('logs/b.log.gz', gzipSync(abridged(generated(3))));
  put(
    'logs/c.log',
    abridged(generated(4))
      .toString('latin1')
      .replaceAll(/^(.{15}) /gm, '$1 other'),
  );
  // Logs with the same first line.
  for (let number = 0; number < 12; number++) put(`alike/${number}.log`, failure(number));
  put('alike/large.log', Array.from({ length: 40 }, (_, i) => failure(100 + i)).join(''));
  put('alike/larger.log', Array.from({ length: 60 }, (_, i) => failure(200 + i)).join(''));
  // Mails that begin alike, some of failures that the logs have, and copies of them elsewhere.
  for (let number = 0; number < 14; number++)
    put(`mails/${number}.eml`, notice(number % 3 === 0 ? 'mx1' : 'far.example', number));
  for (let number = 0; number < 14; number += 2) put(`copies/${number}.eml`, notice('far.example', number));
  put(
    'copies/box',
    [3, 1, 5].map((number) => `From MAILER-DAEMON Fri Jun  5 10:00:05 ${YEAR}\n${notice('far.example', number)}\n`).join(''),
  );
  put('empty.log', '');
  put('binary', Buffer.from([0, 1, 2, 3, 0, 5, 6, 0, 1, 1, 1, 1]));
  sources = [...(await findSources([folder])).sources, { path: join(folder, 'missing.log'), named: true }];
});

async function told(wish: Partial<ScanOptions>) {
  const { counts, inputs, unparsed, notes, summary } = await scan({
    sources,
    stdin: process.stdin,
    groupings: [DEFAULT_GROUPING, ['recipientDomain'], ['sender'], ['hour'], ['host']],
    since: null,
    until: null,
    zone: UTC,
    now: Date.UTC(YEAR, 7, 1),
    ...wish,
  });
  const examples = counts.rows.map((rows) => [...rows].map(([key, { example }]) => [key, example] as const).sort());
  const reports = inputs.map(({ error, ...report }) => ({ ...report, error: error?.message ?? null }));
  return {
    facts: facts(counts),
    examples,
    reports,
    unparsed,
    notes,
    summary: summary === null ? null : Buffer.from(summary).toString('base64'),
  };
}

/** Some lines of the beginning and the end of a log. */
function abridged(log: Buffer): Buffer {
  const lines = log.toString('latin1').split(/(?<=\n)/);
  return Buffer.from([...lines.slice(0, 120), ...lines.slice(-100)].join(''), 'latin1');
}

/** More of them are worth their time when threads were changed. */
const RUNS = Number(process.env.BOUNCELENS_RUNS ?? 20);

describe('whichever thread reads what, and however long it takes', () => {
  test('the result is that of one thread', { timeout: 180_000 + RUNS * 1000 }, async () => {
    const alone = new Map<string, ReturnType<typeof told>>();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(1_500, 10_000, 30_000, Number.POSITIVE_INFINITY),
        fc.integer({ min: 2, max: 5 }),
        fc.boolean(),
        fc.array(fc.oneof(fc.constant(0), fc.nat({ max: 3 })), { minLength: 1, maxLength: 40 }),
        async (stretch, threads, keepsSummary, times) => {
          const name = `${stretch} ${keepsSummary}`;
          const expected = alone.get(name) ?? told({ stretch, keepsSummary });
          alone.set(name, expected);
          expect(await told({ stretch, keepsSummary, threads, startThread: slowThreads(times) })).toEqual(await expected);
        },
      ),
      { numRuns: RUNS, seed: 20_260_105 },
    );
  });
});
