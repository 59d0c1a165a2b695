import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { arrivals } from '../scan/nights.js';
import {
  csvRecords,
  deferred,
  type Ended,
  log,
  ndjson,
  queued,
  queueId,
  removed,
  SMALL_LOG,
  sent,
  Workplace,
} from './bouncelens.js';

const SABOTAGE = fileURLToPath(new URL('../chaos/sabotage.mjs', import.meta.url));

const place = new Workplace();
const run = (...args: readonly string[]): Promise<Ended> => place.run([...args, '--no-progress']);
/** A run that is ended, or finds the disk full, at a change to the file system. */
const sabotaged = (how: string, ...args: readonly string[]): Promise<Ended> =>
  place.run([...args, '--no-progress'], { environment: { NODE_OPTIONS: `--import=${SABOTAGE}`, SABOTAGE: how } });
const totals = (text: string) => (JSON.parse(text) as { totals: Record<string, number> }).totals;
const read = (name: string) => readFileSync(place.at(name), 'utf8');

describe('report --state', () => {
  test('reports what is new, and ends with 0 when nothing is', async () => {
    place.put('mail.log', SMALL_LOG);
    const first = await run('--state', 's', 'mail.log', '-f', 'json');
    expect(first).toMatchObject({ code: 0, stderr: expect.stringContaining('there is no state yet') });
    expect(totals(first.stdout)).toMatchObject({ failed: 1, delivered: 1, delayed: 1, recovered: 1, lines: 7 });
    const second = await run('--state', 's', 'mail.log', '-f', 'json');
    expect(second).toMatchObject({ code: 0, stderr: 'bouncelens: nothing new since the last run\n' });
    expect(totals(second.stdout)).toMatchObject({ failed: 0, delivered: 0, delayed: 0, lines: 0 });
  });

  test('tells what is open each time, and its end when it comes', async () => {
    place.put(
      'mail.log',
      log(queued('2026-06-05T10:00:00+00:00', queueId(1)), deferred('2026-06-05T10:00:01+00:00', queueId(1))),
    );
    expect(csvRecords((await run('--state', 's', 'mail.log')).stdout)).toMatchObject([
      { delayed: '1', open: '1', recovered: '0' },
    ]);
    expect(csvRecords((await run('--state', 's', 'mail.log')).stdout)).toMatchObject([
      { delayed: '0', open: '1', recovered: '0' },
    ]);
    writeFileSync(
      place.at('mail.log'),
      read('mail.log') + log(sent('2026-06-05T11:00:01+00:00', queueId(1)), removed('2026-06-05T11:00:02+00:00', queueId(1))),
    );
    expect(csvRecords((await run('--state', 's', 'mail.log')).stdout)).toMatchObject([
      { delayed: '0', open: '0', recovered: '1' },
    ]);
  });

  test('ends with 0 when a known log has only lines of other programs that are new', async () => {
    place.put('mail.log', SMALL_LOG);
    await run('--state', 's', 'mail.log');
    writeFileSync(place.at('mail.log'), `${SMALL_LOG}2026-06-05T13:00:00+00:00 mx CRON[1]: session opened\n`);
    expect(await run('--state', 's', 'mail.log', '--quiet')).toMatchObject({ code: 0, stderr: '' });
  });

  test('ends with 0 when a log comes back that is shorter than it was, with a note', async () => {
    place.put('mail.log', SMALL_LOG);
    await run('--state', 's', 'mail.log');
    place.put('mail.log', SMALL_LOG.slice(0, SMALL_LOG.indexOf('\n', SMALL_LOG.length / 2) + 1));
    const { code, stderr } = await run('--state', 's', 'mail.log');
    expect(stderr).toContain('mail.log: begins as a log that is known, and is shorter');
    expect(stderr).not.toContain('no line of a known MTA');
    expect(code).toBe(0);
  });

  test.each(['s.csv', './s.csv', 's.csv.lock', 's.csv.journal'])(
    'refuses to write a report over what it keeps: %s',
    async (output) => {
      place.put('mail.log', SMALL_LOG);
      const { code, stderr } = await run('--state', 's.csv', '-f', 'csv', '-o', output, 'mail.log');
      expect(code).toBe(2);
      expect(stderr).toContain(`--output ${output}: is what --state s.csv keeps there`);
      expect(existsSync(place.at('s.csv'))).toBe(false);
    },
  );

  test('removes what runs left that were killed long ago, and nothing else', async () => {
    place.put('mail.log', SMALL_LOG);
    const left = ['.s.0123456789abcdef.tmp', '.r.csv.fedcba9876543210.tmp'];
    const others = ['.r.csv.fedcba987654321.tmp', '.r.csv.1123456789abcdef.tmp', 'r.csv.2123456789abcdef.tmp'];
    const yesterday = Date.now() / 1000 - 86_400;
    for (const name of [...left, ...others]) {
      place.put(name, '');
      if (name !== '.r.csv.1123456789abcdef.tmp') utimesSync(place.at(name), yesterday, yesterday);
    }
    expect(await run('--state', 's', 'mail.log', '-o', 'r.csv')).toMatchObject({ code: 0 });
    expect(readdirSync(place.at('.')).sort()).toEqual(['mail.log', 'r.csv', 's', ...others].sort());
  });

  test('refuses a name of a period where there are none', async () => {
    place.put('mail.log', SMALL_LOG);
    const { code, stderr } = await run('--state', 's', '-o', '{period}.csv', 'mail.log');
    expect(code).toBe(2);
    expect(stderr).toContain('there is none without --period');
    expect(existsSync(place.at('{period}.csv'))).toBe(false);
  });

  test.each([
    [['--since', 'yesterday'], '--since and --state'],
    [['--until', 'today'], '--until and --state'],
    [['--threads', '2'], '--threads and --state'],
    [['-f', 'summary'], '--format summary and --state'],
  ])('refuses %j', async (args, why) => {
    place.put('mail.log', SMALL_LOG);
    expect(await run('--state', 's', 'mail.log', ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(why) });
    expect(existsSync(place.at('s'))).toBe(false);
  });

  test('keeps no state when the reader of standard output went away', async () => {
    place.put('mail.log', SMALL_LOG);
    // biome-ignore lint/suspicious/noTemplateCurlyInString: the shell's, not ours
    const line = '$bouncelens --state s mail.log --by recipient | (exec <&-; sleep 1); exit ${PIPESTATUS[0]}';
    expect((await place.shell(line)).code).toBe(0);
    expect(existsSync(place.at('s'))).toBe(false);
  });
});

describe('events --state', () => {
  test('lists each record once, under the id that it has without a state', async () => {
    const lines = SMALL_LOG.split('\n');
    const ids = (text: string) =>
      ndjson<{ id: string; action: string; line: number }>(text).map(({ id, line }) => `${id} ${line}`);
    place.put('whole.log', SMALL_LOG);
    const whole = ids((await run('events', '--all', 'whole.log')).stdout);
    const found: string[] = [];
    for (const count of [3, 5, 6, 8]) {
      place.put('mail.log', lines.slice(0, count).join('\n'));
      const { code, stdout } = await run('events', '--all', '--state', 's', 'mail.log');
      expect(code).toBe(0);
      found.push(...ids(stdout));
    }
    expect(found).toEqual(whole);
  });

  test('tells each outcome when it is final', async () => {
    place.put('mail.log', SMALL_LOG);
    const outcomes = ndjson<{ outcome: string }>((await run('events', '--outcomes', '--state', 's', 'mail.log')).stdout);
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(['failed', 'delivered']);
    expect((await run('events', '--outcomes', '--state', 's', 'mail.log')).stdout).toBe('');
  });

  test('names no line of an outcome that an earlier run read', async () => {
    place.put('mail.log', SMALL_LOG.split(/^/m).slice(0, 5).join(''));
    const tell = async () =>
      ndjson<{ outcome: string; file: string; line: number | null }>(
        (await run('events', '--outcomes', '--state', 's', 'mail.log')).stdout,
      ).filter(({ outcome }) => outcome === 'open');
    const first = await tell();
    expect(first).toEqual([expect.objectContaining({ file: 'mail.log', line: 5 })]);
    expect(await tell()).toEqual(first.map((outcome) => ({ ...outcome, line: null })));
  });

  test('does not take the state of another command', async () => {
    place.put('mail.log', SMALL_LOG);
    await run('--state', 's', 'mail.log');
    expect(await run('events', '--state', 's', 'mail.log')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('state of report'),
    });
  });
});

describe('suppress --state', () => {
  test('goes on counting failures over nights, and lists all that it knows', async () => {
    const full = (day: number, number: number) =>
      log(
        queued(`2026-06-0${day}T10:00:00+00:00`, queueId(number)),
        `2026-06-0${day}T10:00:01+00:00 mx postfix/smtp[11]: ${queueId(number)}: to=<full@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.2.2, status=bounced (host mx.example.net[192.0.2.1] said: 552 5.2.2 Mailbox full (in reply to RCPT TO command))`,
        removed(`2026-06-0${day}T10:00:02+00:00`, queueId(number)),
      );
    let text = '';
    const lists: string[][] = [];
    for (let day = 1; day <= 4; day++) {
      text += full(day, day);
      place.put('mail.log', text);
      const { code, stdout } = await run('suppress', '--state', 's', '--soft', '3/14d', 'mail.log');
      expect(code).toBe(0);
      lists.push(csvRecords(stdout).map(({ address, failures }) => `${address} ${failures}`));
    }
    expect(lists).toEqual([[], [], ['full@example.net 3'], ['full@example.net 4']]);
    text += log(
      queued('2026-06-05T10:00:00+00:00', queueId(9)),
      sent('2026-06-05T10:00:01+00:00', queueId(9), 'full@example.net'),
      removed('2026-06-05T10:00:02+00:00', queueId(9)),
    );
    place.put('mail.log', text);
    expect(csvRecords((await run('suppress', '--state', 's', 'mail.log')).stdout)).toEqual([]);
  });
});

describe('a state that cannot be used is refused and left as it is', () => {
  const refused = async (content: string | Buffer, why: string) => {
    place.put('mail.log', SMALL_LOG);
    place.put('s', content);
    const { code, stdout, stderr } = await run('--state', 's', 'mail.log');
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toContain(why);
    expect(readFileSync(place.at('s'))).toEqual(Buffer.from(content));
    expect(readdirSync(place.at('.')).sort()).toEqual(['mail.log', 's']);
  };

  test('when it is another file', () => refused('important\n', 'is no state that bouncelens wrote'));
  test('when it is empty', () => refused('', 'is empty'));
  test('when a newer version wrote it', () => refused('bouncelens-state/2\nxyz', 'run the version that wrote it'));

  test('when a byte of it is wrong, or it is cut short', async () => {
    place.put('mail.log', SMALL_LOG);
    await run('--state', 's', 'mail.log');
    const whole = readFileSync(place.at('s'));
    for (const place of [20, 60, whole.length - 1]) {
      const wrong = Buffer.from(whole);
      wrong[place]! ^= 1;
      await refused(wrong, 'is damaged');
    }
    await refused(whole.subarray(0, whole.length - 10), 'is damaged');
    await refused(whole.subarray(0, 30), 'is damaged');
  });
});

describe('the lock', () => {
  const lock = (holder: object) =>
    place.put('s.lock', `${JSON.stringify({ token: 'x', since: '2026-06-05T03:10:00Z', ...holder })}\n`);

  test('names who holds it', async () => {
    place.put('mail.log', SMALL_LOG);
    lock({ pid: process.pid, host: hostname(), started: null });
    const found = await run('--state', 's', 'mail.log');
    expect(found).toMatchObject({ code: 1, stdout: '' });
    expect(found.stderr).toContain(`in use by process ${process.pid} on ${hostname()} since 2026-06-05T03:10:00Z`);
    lock({ pid: 1, host: 'elsewhere', started: null });
    expect((await run('--state', 's', 'mail.log')).stderr).toContain('if it does not, remove the file');
  });

  test.each([
    ['a process that is gone', { pid: 2 ** 22 - 3, host: hostname(), started: null }],
    ['a process whose number another has now', { pid: process.pid, host: hostname(), started: 'boot/1' }],
    ['a process that did not come to write it', null],
  ])('of %s is taken over', async (_, holder) => {
    place.put('mail.log', SMALL_LOG);
    if (holder === null) place.put('s.lock', '');
    else lock(holder);
    expect(await run('--state', 's', 'mail.log')).toMatchObject({ code: 0 });
    expect(readdirSync(place.at('.')).sort()).toEqual(['mail.log', 's']);
  });

  test('lets one of many runs at the same time through after the other, and nothing is counted twice', async () => {
    place.put('mail.log', arrivals(0, 200));
    place.put('s.lock', JSON.stringify({ pid: 2 ** 22 - 3, host: hostname(), since: 'then', token: 'x' }));
    const all = await Promise.all(Array.from({ length: 6 }, (_, i) => run('--state', 's', 'mail.log', '-o', `r${i}.json`)));
    expect(all.some(({ code }) => code === 0)).toBe(true);
    for (const { code, stderr } of all)
      if (code !== 0) expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('s.lock') });
    await run('--state', 's', 'mail.log', '-o', 'last.json');
    const reports = readdirSync(place.at('.')).filter((name) => name.endsWith('.json'));
    expect(reports.reduce((n, name) => n + totals(read(name)).delivered!, 0)).toBe(200);
  });
});

describe('state and reports change together or not at all', () => {
  const files = () => readdirSync(place.at('.')).filter((name) => /^r\d.*\.json$/.test(name));
  const all = () => files().reduce((n, name) => n + totals(read(name)).delivered!, 0);

  test.each(['kill', 'torn'])('when the run is ended at any change (%s)', { timeout: 240_000 }, async (how) => {
    const reached: number[] = [];
    let known = 0;
    for (let at = 1; ; at += 2) {
      place.put('mail.log', arrivals(0, known + 10));
      const { code } = await sabotaged(
        `${how}:${at}`,
        '--state',
        's',
        'mail.log',
        '-o',
        `r1-${how}${at}.json`,
        '-o',
        `r2-${how}${at}.csv`,
      );
      known += 10;
      if (code === 0) break;
      expect(code).toBeNull();
      reached.push(at);
      // Each report is there with the other or not at all, once the next run has begun.
      expect(await run('--state', 's', 'mail.log', '-o', `r1-after${at}.json`)).toMatchObject({ code: 0 });
      expect({ at, delivered: all() }).toEqual({ at, delivered: known });
      expect(existsSync(place.at(`r1-${how}${at}.json`))).toBe(existsSync(place.at(`r2-${how}${at}.csv`)));
    }
    expect(all()).toBe(known);
    expect(reached.length).toBeGreaterThan(8);
    expect(readdirSync(place.at('.')).filter((name) => name === 's.journal' || name === 's.lock')).toEqual([]);
  });

  test('when the disk is full', async () => {
    let known = 0;
    for (let at = 1; at < 16; at += 2) {
      known += 10;
      place.put('mail.log', arrivals(0, known));
      const { code, stderr } = await sabotaged(`full:${at}`, '--state', 's', 'mail.log', '-o', `r-full${at}.json`);
      if (code !== 0) expect({ code, stderr }).toMatchObject({ code: 1, stderr: expect.stringContaining('ENOSPC') });
      expect(await run('--state', 's', 'mail.log', '-o', `r1-after${at}.json`)).toMatchObject({ code: 0 });
    }
    const reports = readdirSync(place.at('.')).filter((name) => name.endsWith('.json'));
    expect(reports.reduce((n, name) => n + totals(read(name)).delivered!, 0)).toBe(known);
    expect(readdirSync(place.at('.')).filter((name) => name.startsWith('.') || name.includes('journal'))).toEqual([]);
  });

  test('when one of the reports cannot be written', async () => {
    place.put('mail.log', SMALL_LOG);
    const { code, stderr } = await run('--state', 's', 'mail.log', '-o', 'r1.json', '-o', 'missing/r2.csv');
    expect(code).toBe(1);
    expect(stderr).toContain('the next run reads the same once more');
    expect(readdirSync(place.at('.'))).toEqual(['mail.log']);
  });

  test('when a run was ended before it gave the files their names, and the place of one is gone', async () => {
    place.put('mail.log', SMALL_LOG);
    place.put('ready', 'report');
    const files = [{ from: place.at('ready'), to: place.at('missing/report') }];
    const digest = createHash('sha256').update(JSON.stringify(files)).digest('hex');
    place.put('s.journal', `bouncelens-journal/1 ${JSON.stringify(files)}\ncommit ${digest}\n`);
    const found = await run('--state', 's', 'mail.log');
    expect(found).toMatchObject({
      code: 1,
      stdout: '',
      stderr: expect.stringContaining('cannot be given the content that is ready'),
    });
    expect(existsSync(place.at('ready'))).toBe(true);
    place.put('missing/x', '');
    expect(await run('--state', 's', 'mail.log')).toMatchObject({ code: 0, stderr: expect.stringContaining('in its place now') });
    expect(read('missing/report')).toBe('report');
  });
});
