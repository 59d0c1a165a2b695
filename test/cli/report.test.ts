import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bounced, csvRecords, log, queued, queueId, removed, SMALL_LOG, sent, Workplace } from './bouncelens.js';

const here = new Workplace();
const read = (name: string) => readFileSync(here.at(name), 'utf8');
const hasTerminal = spawnSync('script', ['--version']).status === 0;

describe('a report for people', () => {
  it('is text on a terminal, with colours, as wide as it is', { skip: !hasTerminal }, async () => {
    here.put('mail.log', SMALL_LOG);
    const terminal = (options: string, before = '') =>
      here.shell(`TERM=xterm ${before} script -qec "stty cols 60; $bouncelens mail.log ${options}" /dev/null`);
    const [colours, plain, never, csv] = await Promise.all([
      terminal(''),
      terminal('', 'NO_COLOR=1'),
      terminal('--color never'),
      terminal('-f csv'),
    ]);
    expect(colours.stdout).toContain('\x1b[1mBounce report\x1b[22m');
    for (const { stdout } of [plain, never]) {
      expect(stdout.startsWith('Bounce report\r\n')).toBe(true);
      expect(stdout).not.toContain('\x1b');
      for (const line of stdout.split('\r\n')) expect(line.length).toBeLessThanOrEqual(60);
    }
    expect(csv.stdout.startsWith('direction,replyCode')).toBe(true);
  });

  it('is written in several formats from one scan, and the table stays what was asked for', async () => {
    here.put('mail.log', SMALL_LOG);
    const alone = await here.run(['mail.log', '--by', 'recipientDomain']);
    const all = ['r.csv', 'r.txt', 'r.md', 'r.html', 'r.json', 'r.ndjson'];
    const { code, stdout, stderr } = await here.run(
      [...['-', '--by', 'recipientDomain', '--lang', 'de'], ...all.flatMap((file) => ['-o', file])],
      { stdin: SMALL_LOG },
    );
    expect({ code, stdout, stderr }).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(readdirSync(here.at('.')).sort()).toEqual(['mail.log', ...all].sort());
    expect(csvRecords(read('r.csv'))).toEqual(csvRecords(alone.stdout));
    expect(
      read('r.ndjson')
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line).recipientDomain),
    ).toEqual(['example.net', 'example.org']);
    for (const file of ['r.txt', 'r.md', 'r.html']) {
      expect(read(file)).toContain('Bounce-Bericht');
      expect(read(file)).toContain('Nach recipientDomain');
      expect(read(file)).toContain('50,0');
    }
  });

  it('holds as many rows as --top says', async () => {
    const lines = Array.from({ length: 12 }, (_, i) => [
      queued('2026-06-05T09:00:00Z', queueId(i)),
      bounced(`2026-06-05T10:00:${10 + i}Z`, queueId(i), `u@d${i}.example`),
    ]);
    here.put('mail.log', log(...lines.flat()));
    const [usual, three] = await Promise.all([
      here.run(['mail.log', '-f', 'markdown']),
      here.run(['mail.log', '-f', 'markdown', '--top', '3']),
    ]);
    expect(usual.stdout.match(/^\| d\d+\.example/gm)).toHaveLength(8);
    expect(three.stdout.match(/^\| d\d+\.example/gm)).toHaveLength(3);
    expect(three.stdout).toContain('9 more rows are left out here, with 9 events.');
  });

  it('draws hours in the zone of the report', async () => {
    here.put(
      'mail.log',
      log(
        ...[1, 2].flatMap((i) => [
          queued(`2026-06-05T0${i}:00:00Z`, queueId(i)),
          sent(`2026-06-05T0${i}:30:00Z`, queueId(i)),
          removed(`2026-06-05T0${i}:30:01Z`, queueId(i)),
        ]),
      ),
    );
    const { stdout } = await here.run(['mail.log', '-f', 'text', '--timezone', 'Asia/Kolkata']);
    expect(stdout).toContain('2026-06-05 07:00 – 2026-06-05 08:00');
    expect(stdout).toContain('Delivered  ██  at most 1');
  });

  it('is written as metrics, which tell of a run that failed', async () => {
    here.put('mail.log', SMALL_LOG);
    const [good, bad, foreign] = await Promise.all([
      here.run(['mail.log', '-o', 'good.prom']),
      here.run(['mail.log', 'missing.log', '-f', 'prometheus']),
      here.run(['-', '-f', 'prometheus'], { stdin: 'nothing\nthat is known\n' }),
    ]);
    expect([good.code, bad.code, foreign.code]).toEqual([0, 1, 4]);
    expect(read('good.prom')).toMatch(/^bouncelens_last_success_timestamp_seconds \d/m);
    expect(read('good.prom')).toContain('bouncelens_recipients{outcome="failed"} 1\n');
    expect(bad.stdout).toContain('bouncelens_recipients{outcome="failed"} 1\n');
    for (const { stdout } of [bad, foreign]) expect(stdout).not.toContain('last_success');
  });

  it('is missing whole, and said to be, where there is no room for it', async () => {
    here.put('mail.log', SMALL_LOG);
    const limited = await here.shell('ulimit -f 8; $bouncelens mail.log -o r.csv -o r.html');
    expect(limited.code).toBe(1);
    expect(limited.stderr).toMatch(/^bouncelens: r\.html: cannot be written: EFBIG/);
    // Neither half a report nor what was written of it.
    expect(readdirSync(here.at('.')).sort()).toEqual(['mail.log', 'r.csv']);
    const full = await here.shell('$bouncelens mail.log > /dev/full');
    expect([full.code, full.stdout]).toEqual([1, '']);
    expect(full.stderr).toMatch(/^bouncelens: standard output cannot be written: ENOSPC/);
  });

  it('refuses a colour that there is not', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stderr } = await here.run(['mail.log', '--color', 'pink']);
    expect(code).toBe(2);
    expect(stderr).toContain("--color: 'pink'");
  });
});
