import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { arrival } from '../scan/nights.js';
import { csvRecords, type Ended, Workplace } from './bouncelens.js';

const CLOCK = fileURLToPath(new URL('../chaos/clock.mjs', import.meta.url));

const place = new Workplace();
/** A run by a clock of its own. */
const runAt = (time: string, ...args: readonly string[]): Promise<Ended> =>
  place.run(['--state', 's', 'mail.log', '--no-progress', ...args], {
    environment: { NODE_OPTIONS: `--import=${CLOCK}`, CLOCK: String(Date.parse(time)) },
  });
const byDay = (time: string, ...args: readonly string[]) => runAt(time, '--period', 'day', '-o', '{period}.json', ...args);
const reports = () => readdirSync(place.at('.')).filter((name) => /^\d.*\.json$/.test(name));
const totals = (name: string) => (JSON.parse(readFileSync(place.at(name), 'utf8')) as { totals: Record<string, number> }).totals;
const delivered = () => Object.fromEntries(reports().map((name) => [name.replace('.json', ''), totals(name).delivered]));

/** As many messages, on a day of June. */
const mails = (day: number, count: number, hour = 10): string =>
  Array.from({ length: count }, (_, i) =>
    arrival(hour * 60 + i + 10_000 * day, Date.UTC(2026, 5, day) - 10_000 * day * 60_000),
  ).join('');

describe('report --period', () => {
  test('reports yesterday, and each day of which no run was made', async () => {
    place.put('mail.log', mails(1, 3) + mails(2, 4, 1));
    expect(await byDay('2026-06-02T03:10:00Z')).toMatchObject({ code: 0, stdout: '' });
    expect(delivered()).toEqual({ '2026-06-01': 3 });
    place.put('mail.log', mails(1, 3) + mails(2, 4, 1) + mails(2, 2) + mails(4, 5) + mails(5, 1, 1));
    const { code, stderr } = await byDay('2026-06-05T03:10:00Z');
    expect({ code, stderr }).toEqual({ code: 0, stderr: 'bouncelens: 3 reports: 2026-06-02, 2026-06-03, 2026-06-04\n' });
    expect(delivered()).toEqual({ '2026-06-01': 3, '2026-06-02': 6, '2026-06-03': 0, '2026-06-04': 5 });
    expect(await byDay('2026-06-05T04:00:00Z')).toMatchObject({ code: 0, stderr: expect.stringContaining('no day is over') });
    expect(totals('2026-06-02.json')).toMatchObject({ lines: 24, messages: 6 });
  });

  test('makes the report of a day again when something comes late, and says so', async () => {
    place.put('mail.log', mails(1, 3));
    await byDay('2026-06-02T03:10:00Z', '-o', 'latest.csv');
    const latest = readFileSync(place.at('latest.csv'), 'utf8');
    place.put('mail.log', mails(1, 3) + mails(1, 2, 20));
    const { stderr } = await byDay('2026-06-02T04:10:00Z', '-o', 'latest.csv');
    expect(stderr).toContain('2026-06-01: 2 records came after it was reported; its report is made again');
    expect(delivered()).toEqual({ '2026-06-01': 5 });
    // The latest report is that of the latest day, and was made.
    expect(readFileSync(place.at('latest.csv'), 'utf8')).toBe(latest);
  });

  test('makes a report of what comes when that of its day is not kept any more', async () => {
    let text = mails(1, 3);
    for (let day = 2; day <= 16; day++) text += mails(day, 1);
    place.put('mail.log', text);
    await byDay('2026-06-17T03:10:00Z');
    place.put('mail.log', text + mails(1, 2, 20) + mails(3, 4, 20));
    expect((await byDay('2026-06-17T04:10:00Z')).stderr).toContain('this report holds them alone');
    expect(delivered()).toMatchObject({ '2026-06-01': 3, '2026-06-01+2026-06-17': 2, '2026-06-03': 5, '2026-06-16': 1 });
  });

  test('puts the end of a message to the day on which it ends', async () => {
    const line = (time: string, text: string) => `2026-06-${time}+00:00 mx postfix/${text}\n`;
    const to = 'smtp[11]: 4F1A2100001: to=<a@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1,';
    const first =
      line('01T10:00:00', 'qmgr[10]: 4F1A2100001: from=<news@example.com>, size=900, nrcpt=1 (queue active)') +
      line(
        '01T10:00:01',
        `${to} dsn=4.2.2, status=deferred (host mx.example.net[192.0.2.1] said: 452 4.2.2 Full (in reply to RCPT TO command))`,
      );
    place.put('mail.log', first);
    await byDay('2026-06-02T03:10:00Z');
    expect(totals('2026-06-01.json')).toMatchObject({ messages: 1, delayed: 1, open: 1, delivered: 0 });
    place.put(
      'mail.log',
      first +
        line('02T10:00:00', `${to} dsn=2.0.0, status=sent (250 2.0.0 Ok)`) +
        line('02T10:00:01', 'qmgr[10]: 4F1A2100001: removed'),
    );
    await byDay('2026-06-03T03:10:00Z');
    expect(totals('2026-06-02.json')).toMatchObject({ messages: 0, delayed: 0, open: 0, delivered: 1, recovered: 1 });
  });

  test('writes one after another to standard output, and weeks and months by their names', async () => {
    place.put('mail.log', mails(1, 3) + mails(9, 4));
    const { stdout } = await runAt('2026-06-15T03:10:00Z', '--period', 'week', '-f', 'markdown');
    expect(stdout.match(/^# /gm)).toHaveLength(2);
    expect(
      await place.run(['--state', 'm', 'mail.log', '--period', 'month', '-o', '{period}.csv'], {
        environment: { NODE_OPTIONS: `--import=${CLOCK}`, CLOCK: String(Date.parse('2026-07-01T03:10:00Z')) },
      }),
    ).toMatchObject({ code: 0 });
    expect(csvRecords(readFileSync(place.at('2026-06.csv'), 'utf8'))).toEqual([]);
  });

  test('asks --fail-on of each report, and names it', async () => {
    place.put('mail.log', mails(1, 3) + mails(2, 4));
    const { code, stderr } = await byDay('2026-06-03T03:10:00Z', '--fail-on', 'messages>3');
    expect(code).toBe(3);
    expect(stderr).toContain('--fail-on 2026-06-02: messages>3');
    expect(stderr).not.toContain('--fail-on 2026-06-01');
  });

  test('adds up metrics over all runs', async () => {
    place.put('mail.log', mails(1, 3));
    await byDay('2026-06-02T03:10:00Z', '-o', 'x.prom');
    place.put('mail.log', mails(1, 3) + mails(2, 4));
    await byDay('2026-06-02T12:10:00Z', '-o', 'x.prom');
    const metrics = readFileSync(place.at('x.prom'), 'utf8');
    expect(metrics).toContain('# TYPE bouncelens_recipients_total counter\n');
    expect(metrics).toContain('bouncelens_recipients_total{outcome="delivered"} 7\n');
    expect(metrics).toContain('bouncelens_open_recipients 0\n');
  });

  test.each([
    [['--period', 'year', '-o', '{period}.csv'], "'year' is none of day, week, month"],
    [['--period', 'day', '-o', 'x.csv'], 'two reports would have the same name'],
    [['--period', 'day', '-f', 'html'], 'several pages are no page'],
    [['--period', 'day', '-o', '{period}.summary'], 'what is open stays in the state'],
  ])('refuses %j', async (args, why) => {
    place.put('mail.log', mails(1, 1));
    expect(await runAt('2026-06-02T03:10:00Z', ...args)).toMatchObject({ code: 2, stderr: expect.stringContaining(why) });
    expect(readdirSync(place.at('.'))).toEqual(['mail.log']);
  });

  test('needs a state, and one that was begun for the same', async () => {
    place.put('mail.log', mails(1, 1));
    expect(await place.run(['--period', 'day', 'mail.log'])).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('--period needs --state'),
    });
    await byDay('2026-06-02T03:10:00Z');
    const begun = async (...args: readonly string[]) => (await runAt('2026-06-03T03:10:00Z', ...args)).stderr;
    expect(await begun('--period', 'week')).toContain('was begun with --period day');
    expect(await begun()).toContain('was begun with --period day');
    expect(await begun('--period', 'day', '--timezone', 'Asia/Tokyo')).toContain('was begun with --timezone UTC');
    expect(await begun('--period', 'day', '--by', 'recipient')).toContain('was begun without --by recipient');
  });
});
