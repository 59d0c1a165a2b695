import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ndjson, queueId } from './bouncelens.js';
import { until, WatchPlace } from './watching.js';

const here = new WatchPlace();
const [A, B, C, D] = [1, 2, 3, 4].map(queueId) as [string, string, string, string];

/** Prints the entries behind a cursor, and ends or waits as the file `mode` says; each run is written down. */
const JOURNALCTL = `#!${process.execPath}
const fs = require('node:fs');
const args = process.argv.slice(2);
fs.appendFileSync('calls', JSON.stringify(args) + '\\n');
const follows = args.includes('--follow');
const cursor = args.find((arg) => arg.startsWith('--after-cursor='))?.slice('--after-cursor='.length);
let last = cursor === undefined ? 0 : Number(cursor.replace('s=', ''));
const entries = () => fs.readFileSync('journal', 'utf8').split('\\n').filter(Boolean);
const print = () => {
  for (const entry of entries().slice(last)) {
    last++;
    process.stdout.write(JSON.stringify({ ...JSON.parse(entry), __CURSOR: 's=' + last }) + '\\n');
  }
};
print();
if (follows) {
  setInterval(() => {
    print();
    if (fs.existsSync('die')) {
      fs.unlinkSync('die');
      process.stdout.write('{"MESSAGE":"half an ent', () => process.exit(1));
    }
  }, 20);
}
`;

const entry = (id: string, message: string, tag = 'postfix/smtp') =>
  `${JSON.stringify({
    __REALTIME_TIMESTAMP: String(Date.now() * 1000),
    _HOSTNAME: 'mx',
    SYSLOG_IDENTIFIER: tag,
    _PID: '11',
    MESSAGE: `${id}: ${message}`,
  })}\n`;

const bounce = (id: string) =>
  entry(
    id,
    `to=<${id.toLowerCase()}@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 User unknown (in reply to RCPT TO command))`,
  );

const calls = () => ndjson<string[]>(readFileSync(here.at('calls'), 'utf8'));

describe('the journal', () => {
  test('is followed, and goes on behind its last entry when journalctl dies', async () => {
    here.put('journal', bounce(A));
    const environment = here.program('journalctl', JOURNALCTL);
    const watching = await here.following(['--unit', 'postfix@-'], { environment });
    here.append('journal', bounce(B));
    await watching.has(B);
    here.put('die', '');
    await until(() => watching.stderr.includes('journalctl ended with 1, and is started again'));
    expect((await watching.get('healthz')).status).toBe(503);
    here.append('journal', bounce(C));
    await watching.has(C);
    expect((await watching.get('healthz')).status).toBe(200);
    expect(watching.ids).toEqual([B, C]);
    const [existing, first, second] = calls();
    for (const call of [existing, first, second])
      expect(call).toEqual(expect.arrayContaining(['--output=json', '--unit=postfix@-']));
    expect(existing).toEqual(expect.arrayContaining([expect.stringMatching(/^--since=@\d+/)]));
    expect(existing).not.toContain('--follow');
    expect(first).toEqual(expect.arrayContaining(['--follow', '--after-cursor=s=1']));
    expect(second).toEqual(expect.arrayContaining(['--follow', '--after-cursor=s=2']));
    expect(await watching.end()).toBe(143);
  });

  test('is gone on with by the next run with the same state', async () => {
    here.put('journal', bounce(A));
    const environment = here.program('journalctl', JOURNALCTL);
    const first = await here.following(['--journal', '--state', 'watch.state'], { environment });
    await first.has(A);
    await first.end();
    here.append('journal', bounce(B));
    const second = await here.following(['--journal', '--state', 'watch.state'], { environment });
    await second.has(B);
    here.append('journal', bounce(D));
    await second.has(D);
    expect(second.ids).toEqual([B, D]);
    expect(calls()[0]).toContain('SYSLOG_FACILITY=2');
  });

  test('without journalctl is said to be missing, and what else is followed goes on', async () => {
    here.put('mail.log', '');
    const watching = await here.following(['--journal', 'mail.log'], { environment: { PATH: here.at('nothing') } });
    expect(watching.stderr).toContain('journal: journalctl is not installed, or not on PATH');
    expect((await watching.get('healthz')).status).toBe(503);
    here.append(
      'mail.log',
      `${new Date().toISOString()} mx ${JSON.parse(bounce(A)).SYSLOG_IDENTIFIER}[1]: ${JSON.parse(bounce(A)).MESSAGE}\n`,
    );
    await watching.has(A);
  });

  test('is not asked for what is no name of a unit', async () => {
    const { code, stderr } = await here.run(['watch', '--unit', 'a b; rm']);
    expect({ code, stderr }).toMatchObject({ code: 2, stderr: expect.stringContaining('is no name of a unit') });
  });
});
