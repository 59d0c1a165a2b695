import { describe, expect, it } from 'vitest';
import { UsageError } from '../../src/cli/exit-code.js';
import { parseTime } from '../../src/cli/time-expression.js';
import { Zone } from '../../src/model/zone.js';
import { bounced, deferred, log, ndjson, queued, queueId, sent, Workplace } from './bouncelens.js';

const here = new Workplace();
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** A log with one bounce at each of these times; the number of the bounce is its recipient. */
function putBounces(times: readonly (string | number)[]): void {
  const stamps = times.map((time) => (typeof time === 'string' ? time : new Date(time).toISOString()));
  here.put(
    'mail.log',
    log(...stamps.flatMap((time, i) => [queued(time, queueId(i)), bounced(time, queueId(i), `${i}@example.net`)])),
  );
}

/** The bounces that `events` shows with these options. */
async function counted(...args: readonly string[]): Promise<number[]> {
  const { code, stdout } = await here.run(['events', 'mail.log', ...args]);
  expect.soft([args, code]).toEqual([args, 0]);
  return ndjson(stdout).map((event) => Number.parseInt(String(event.recipient), 10));
}

/** The same by the rows of a report. */
async function reported(...args: readonly string[]): Promise<number[]> {
  const { code, stdout } = await here.run(['report', 'mail.log', '--by', 'recipient', '-f', 'json', ...args]);
  expect.soft([args, code]).toEqual([args, 0]);
  const { rows } = JSON.parse(stdout) as { rows: { recipient: string }[] };
  return rows.map((row) => Number.parseInt(row.recipient, 10)).sort();
}

describe('--since and --until', () => {
  it('take the first instant and leave out the last', async () => {
    putBounces(['2026-06-04T23:59:59.999Z', '2026-06-05T00:00:00Z', '2026-06-05T12:00:00Z', '2026-06-06T00:00:00Z']);
    const found = await Promise.all([
      counted('--since', '2026-06-05', '--until', '2026-06-06'),
      reported('--since', '2026-06-05', '--until', '2026-06-06'),
      counted('--since', '2026-06-05T12:00'),
      reported('--until', '2026-06-05T12:00:00Z'),
      counted('--since', '2026-06-05', '--timezone', 'Europe/Berlin', '--until', '2026-06-06'),
      counted('--since=2026-06-05T14:00:00+02:00'),
    ]);
    expect(found).toEqual([
      [1, 2],
      [1, 2],
      [2, 3],
      [0, 1],
      [0, 1, 2],
      [2, 3],
    ]);
  });

  it('are told of when nothing lies between them, so that an empty report is no riddle', async () => {
    putBounces(['2026-06-05T00:00:00Z']);
    const outside = await here.run(['mail.log', '--since', '2026-06-06']);
    expect([outside.code, outside.stderr]).toEqual([0, expect.stringContaining('no record lies in the period')]);
    const inside = await here.run(['mail.log', '--since', '2026-06-05']);
    expect([inside.code, inside.stderr]).toEqual([0, '']);
    const quiet = await here.run(['mail.log', '--since', '2026-06-06', '--quiet']);
    expect([quiet.code, quiet.stderr]).toEqual([0, '']);
  });

  it('take days and spans before now', async () => {
    const now = Date.now();
    const midnight = Math.floor(now / DAY) * DAY;
    // Far enough from every edge that the test may run at midnight: 8 days, 25 hours and 30 minutes ago.
    putBounces([now - 8 * DAY, now - 25 * HOUR, now - HOUR / 2]);
    expect(
      await Promise.all([counted('--since', '-24h'), reported('--since', '-7d'), counted('--since=-7d', '--until=-24h')]),
    ).toEqual([[2], [1, 2], [1]]);
    putBounces([midnight - DAY - 1, midnight - DAY, midnight - 1, midnight]);
    if (Math.floor(Date.now() / DAY) * DAY === midnight) {
      expect(await counted('--since', 'yesterday')).toEqual([1, 2, 3]);
      expect(await counted('--since', 'yesterday', '--until', 'today')).toEqual([1, 2]);
    }
  });

  it('take a span before now wherever it stands in the command line', async () => {
    putBounces([Date.now() - 48 * HOUR, Date.now() - HOUR]);
    const runs = await Promise.all([
      here.run(['mail.log', '--by', 'recipient', '--since', '-24h']),
      here.run(['--since', '-24h', '--by', 'recipient', 'mail.log']),
      here.run(['--since=-24h', '--by', 'recipient', 'mail.log']),
      here.run(['report', '--since', '-24h', '--by', 'recipient', 'mail.log']),
      here.run(['mail.log', '--by', 'recipient', '--since', '-24h', '--until', '-0h']),
    ]);
    for (const [i, { code, stdout }] of runs.entries())
      expect.soft([i, code, stdout.split('\r\n')[1]?.split(',')[0]]).toEqual([i, 0, '1@example.net']);
  });

  it('are taken from a report after its outcomes were folded', async () => {
    here.put(
      'mail.log',
      log(
        queued('2026-06-04T10:00:00Z', queueId(1)),
        deferred('2026-06-04T10:00:01Z', queueId(1)),
        sent('2026-06-05T10:00:00Z', queueId(1)),
        queued('2026-06-04T11:00:00Z', queueId(2)),
        bounced('2026-06-04T11:00:01Z', queueId(2), 'old@example.net'),
        queued('2026-06-05T11:00:00Z', queueId(3)),
        bounced('2026-06-05T11:00:01Z', queueId(3), 'new@example.net'),
      ),
    );
    const [report, outcomes] = await Promise.all([
      here.run(['mail.log', '-f', 'json', '--since', '2026-06-05']),
      here.run(['events', '--outcomes', 'mail.log', '--since', '2026-06-05']),
    ]);
    const { totals, period } = JSON.parse(report.stdout) as { totals: object; period: { from: string } };
    // The sender line of the delivered message lies before, and its delivery counts all the same.
    expect(totals).toMatchObject({ delivered: 1, failed: 1, open: 0, delayed: 0 });
    expect(report.stderr).toBe('');
    expect(Date.parse(period.from)).toBe(Date.UTC(2026, 5, 5));
    expect(ndjson(outcomes.stdout).map((record) => [record.recipient, record.outcome])).toEqual([
      ['user@example.net', 'delivered'],
      ['new@example.net', 'failed'],
    ]);
  });

  it('leave out a record without a year in the right one', async () => {
    here.put('mail.log', log(queued('Dec 31 23:00:00', queueId(1)), bounced('Dec 31 23:00:01', queueId(1), '0@example.net')));
    expect(await counted('--year', '2019', '--since', '2019-12-31', '--until', '2020-01-01')).toEqual([0]);
    expect(await counted('--year', '2019', '--since', '2020-01-01')).toEqual([]);
  });
});

describe('the time that an expression means', () => {
  const berlin = new Zone('Europe/Berlin');
  const now = Date.parse('2026-06-05T22:30:00Z');
  const read = (value: string, zone = berlin, at = now) => new Date(parseTime('since', value, at, zone)).toISOString();

  it.each([
    ['now', '2026-06-05T22:30:00.000Z'],
    ['today', '2026-06-05T22:00:00.000Z'],
    ['yesterday', '2026-06-04T22:00:00.000Z'],
    ['-24h', '2026-06-04T22:30:00.000Z'],
    ['-7d', '2026-05-29T22:30:00.000Z'],
    ['2026-06-05', '2026-06-04T22:00:00.000Z'],
    ['2026-01-05', '2026-01-04T23:00:00.000Z'],
    ['2026-06-05T14:00', '2026-06-05T12:00:00.000Z'],
    ['2026-06-05 14:00:30', '2026-06-05T12:00:30.000Z'],
    ['2026-06-05T14:00:30.25Z', '2026-06-05T14:00:30.250Z'],
    ['2026-06-05T14:00:00-04:00', '2026-06-05T18:00:00.000Z'],
    ['2026-06-05T14:00:00+0530', '2026-06-05T08:30:00.000Z'],
    ['2024-02-29', '2024-02-28T23:00:00.000Z'],
  ])('%s', (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  it.each(['2026-03-29', '2026-10-25'])('is midnight on %s, when the clock changes', (day) => {
    const noon = Date.parse(`${day}T12:00:00Z`);
    expect(read('today', berlin, noon)).toBe(read(day));
    expect(read('yesterday', berlin, noon + DAY)).toBe(read(day));
    expect(read(day)).toBe(new Date(`${day}T00:00:00+0${day === '2026-03-29' ? 1 : 2}:00`).toISOString());
  });

  it.each([
    ...[
      '',
      'Yesterday!',
      '24h',
      '-24',
      '--24h',
      '-1.5h',
      '2026',
      '2026-06',
      '2026-6-5',
      '2026-13-01',
      '2026-02-29',
      '2026-00-10',
    ],
    ...[
      '2026-06-05T24:30',
      '2026-06-05T14',
      '2026-06-05T14:60',
      '2026-06-05T14:00:99',
      '2026-06-05T14:00+99:99',
      '1780000000',
      'toString',
    ],
  ])('is none for %j', (value) => {
    expect(() => read(value)).toThrow(UsageError);
  });
});
