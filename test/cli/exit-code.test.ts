import { mkdirSync, symlinkSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bounced, csvRecords, log, queued, queueId, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();

const FOREIGN = 'hello\nworld\n';
const BINARY = Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256));
const failures = (stdout: string) => csvRecords(stdout).length;

describe('the exit code', () => {
  it('is 0 when the inputs were read', async () => {
    here.put('mail.log', SMALL_LOG);
    expect(await here.run(['mail.log'])).toMatchObject({ code: 0, stderr: '' });
  });

  it('is 0 for empty inputs, and a note says so', async () => {
    here.put('empty.log', '');
    here.put('empty.gz', gzipSync(''));
    for (const { code, stdout, stderr } of await Promise.all([
      here.run(['empty.log']),
      here.run(['empty.log', 'empty.gz']),
      here.run(['/dev/null']),
    ])) {
      expect(code).toBe(0);
      expect(failures(stdout)).toBe(0);
      expect(stderr).toMatch(/^bouncelens: .*empty/);
    }
  });

  it('is 0 for a log without failures', async () => {
    here.put('mail.log', log(queued('2026-06-05T10:00:00Z', queueId(1))));
    expect(await here.run(['mail.log'])).toMatchObject({ code: 0, stderr: '' });
    expect((await here.run(['mail.log', '--since', '2027-01-01'])).code).toBe(0);
  });

  it('is 1 when an input cannot be read, and the rest is reported', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('binary.dat', BINARY);
    here.put('cut.gz', gzipSync(SMALL_LOG.replaceAll('4F1A2', '5F1A2')).subarray(0, -9));
    here.put('packed.zst', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 1, 2, 3]));
    const [missing, binary, cut, packed, pattern] = await Promise.all([
      here.run(['missing.log', 'mail.log']),
      here.run(['binary.dat', 'mail.log']),
      here.run(['cut.gz', 'mail.log', '-f', 'json']),
      here.run(['packed.zst', 'mail.log']),
      here.run(['*.nothing', 'mail.log']),
    ]);
    for (const { code, stdout } of [missing, binary, packed, pattern]) expect([code, failures(stdout)]).toEqual([1, 2]);
    expect(missing.stderr).toMatch(/^bouncelens: missing\.log: no such file or directory/);
    expect(binary.stderr).toMatch(/^bouncelens: binary\.dat: .*binary/);
    expect(packed.stderr).toMatch(/^bouncelens: packed\.zst: .*zstd/);
    expect(pattern.stderr).toMatch(/^bouncelens: \*\.nothing: no file matches/);
    expect(cut.code).toBe(1);
    expect(cut.stderr).toMatch(/^bouncelens: cut\.gz: .*cut short/);
    const report = JSON.parse(cut.stdout) as { inputs: { path: string; lines: number; error: string | null }[] };
    expect(report.inputs.map((input) => input.path).sort()).toEqual(['cut.gz', 'mail.log']);
    const told = report.inputs.find((input) => input.path === 'cut.gz');
    expect(told?.lines).toBeGreaterThan(0);
    expect(told?.error).toMatch(/cut short/);
  });

  it('is not all that tells of an input that is missing: the report itself does', async () => {
    here.put('mail.log', SMALL_LOG);
    const args = ['mail.log', 'missing.log', '*.nothing'];
    const [asJson, asText, metrics, kept] = await Promise.all([
      here.run([...args, '-f', 'json']),
      here.run([...args, '-f', 'text']),
      here.run([...args, '-f', 'prometheus']),
      here.run([...args, '-f', 'json', '--state', 'state']),
    ]);
    for (const { stdout } of [asJson, kept]) {
      expect((JSON.parse(stdout) as { inputs: object[] }).inputs).toMatchObject([
        { path: 'mail.log', error: null },
        { path: 'missing.log', kind: null, lines: 0, error: expect.stringMatching(/no such file/) },
        { path: '*.nothing', kind: null, lines: 0, error: expect.stringMatching(/no file matches/) },
      ]);
    }
    expect(asText.stdout.replaceAll(/\s+/g, ' ')).toContain('missing.log: no such file');
    expect(metrics.stdout).toContain('\nbouncelens_failed_inputs 2\n');
  });

  it('is 1 when several inputs fail, each for its own reason, and all are named', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('binary.dat', BINARY);
    here.put('foreign.txt', FOREIGN);
    const { code, stdout, stderr } = await here.run(['missing.log', 'mail.log', 'binary.dat', 'foreign.txt', '/dev/zero']);
    expect([code, failures(stdout)]).toEqual([1, 2]);
    for (const name of ['missing.log', 'binary.dat', 'foreign.txt', '/dev/zero'])
      expect.soft(stderr).toContain(`bouncelens: ${name}: `);
  });

  it('is 1 when nothing could be read', async () => {
    mkdirSync(here.at('directory'));
    const [missing, directory] = await Promise.all([here.run(['missing.log']), here.run(['directory'])]);
    expect(missing).toMatchObject({ code: 1, stderr: expect.stringMatching(/missing\.log/) });
    expect(directory).toMatchObject({ code: 1, stderr: expect.stringMatching(/directory: /) });
  });

  it('is 4 when an input holds nothing that is known, whatever the others hold', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('foreign.txt', FOREIGN);
    here.put('foreign.gz', gzipSync(FOREIGN));
    here.put('blank.log', '\n\n');
    here.put('system.log', log('Jun  5 02:37:15 mx sshd[7]: Accepted publickey for root', 'Jun  5 02:37:16 mx cron[8]: job'));
    const names = ['foreign.txt', 'foreign.gz', 'blank.log', 'system.log'];
    const runs = await Promise.all(names.map((name) => here.run([name])));
    for (const [i, name] of names.entries()) {
      expect.soft([name, runs[i]!.code]).toEqual([name, 4]);
      expect.soft(runs[i]!.stderr).toContain(`bouncelens: ${name}: `);
    }
    const beside = await here.run(['mail.log', 'foreign.txt']);
    expect([beside.code, failures(beside.stdout)]).toEqual([4, 2]);
    expect(beside.stderr).toMatch(/foreign\.txt/);
  });

  it('is 0 for a directory with logs and other files, and 4 for one with others alone', async () => {
    here.put('logs/mail.log', SMALL_LOG);
    here.put('logs/readme.txt', FOREIGN);
    here.put('others/readme.txt', FOREIGN);
    expect((await here.run(['logs'])).code).toBe(0);
    expect((await here.run(['others'])).code).toBe(4);
  });

  it('is the gravest: 2 before 1, and 1 before 4', async () => {
    here.put('foreign.txt', FOREIGN);
    expect((await here.run(['missing.log', 'foreign.txt'])).code).toBe(1);
    expect((await here.run(['foreign.txt', '-o', 'gone/a.csv'])).code).toBe(1);
    expect((await here.run(['missing.log', 'foreign.txt', '--top', '0'])).code).toBe(2);
  });
});

describe('paths', () => {
  it('may begin with a dash behind --, and be numbers or names of commands', async () => {
    for (const name of ['-dash.log', '007', 'events']) here.put(name, SMALL_LOG);
    here.put('--since', SMALL_LOG.replaceAll('4F1A2', '5F1A2'));
    const runs = await Promise.all([
      here.run(['--', '-dash.log']),
      here.run(['-f', 'csv', '--', '--since']),
      here.run(['events', '--', '-dash.log', '--since']),
      here.run(['007']),
      here.run(['report', 'events']),
      here.run(['./-dash.log']),
    ]);
    for (const { code, stdout } of runs) expect.soft([code, stdout.length > 500]).toEqual([0, true]);
    expect(runs[2]!.stdout).toContain('"file":"-dash.log"');
    expect(runs[2]!.stdout).toContain('"file":"--since"');
    expect(runs[4]!.stdout).toBe(runs[0]!.stdout);
  });

  it('that name one file twice read it once, with a note', async () => {
    here.put('mail.log', SMALL_LOG);
    symlinkSync(here.at('mail.log'), here.at('link.log'));
    const { code, stdout, stderr } = await here.run(['mail.log', 'link.log', 'mail.*', '-f', 'json']);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { totals: { lines: number } }).totals.lines).toBe(7);
    expect(stderr).toMatch(/link\.log.*mail\.log/);
  });

  it('may be many', async () => {
    for (let i = 0; i < 300; i++) {
      const time = new Date(Date.UTC(2026, 0, 1) + i * 3_600_000).toISOString();
      const text = log(queued(time, queueId(i)), bounced(time, queueId(i), `u${i}@example.net`));
      here.put(`logs/mail.log.${i}`, i % 3 === 0 ? gzipSync(text) : text);
    }
    const [directory, pattern] = await Promise.all([here.run(['logs', '-f', 'json']), here.shell('$bouncelens events logs/*')]);
    const { inputs, totals } = JSON.parse(directory.stdout) as { inputs: unknown[]; totals: { failed: number } };
    expect([directory.code, inputs.length, totals.failed]).toEqual([0, 300, 300]);
    // In the order of their content, although 10 comes before 2 by name.
    const recipients = [...pattern.stdout.matchAll(/"recipient":"u(\d+)@/g)].map(([, number]) => Number(number));
    expect(recipients).toEqual(Array.from({ length: 300 }, (_, i) => i));
  });
});

describe('standard error', () => {
  const STRANGE =
    '2026-06-05T10:00:03Z mx postfix/smtp[7]: 4F1A2B3C4D: to=<a@example.net>, a form from \x1b[31mhell\x1b[0m\u009b\u202e';

  it('tells how many lines were not understood, and with --verbose which', async () => {
    here.put('mail.log', log(SMALL_LOG.trimEnd(), STRANGE));
    const [brief, verbose, quiet] = await Promise.all([
      here.run(['mail.log']),
      here.run(['mail.log', '--verbose']),
      here.run(['mail.log', '--quiet']),
    ]);
    expect([brief.code, verbose.code, quiet.code]).toEqual([0, 0, 0]);
    expect(brief.stderr).toMatch(/^bouncelens: 1 line .*--verbose/);
    expect(verbose.stderr).toMatch(/^bouncelens: mail\.log: 8 lines, 3 records, 1 not understood$/m);
    expect(verbose.stderr).toMatch(/^bouncelens: mail\.log:8: .*a form from/m);
    expect(quiet.stderr).toBe('');
    expect(brief.stdout).toBe(verbose.stdout);
  });

  it('never gets control characters from a log or a name', async () => {
    const name = here.put('bad\x1b[31m\n\u202ename.log', log(SMALL_LOG.trimEnd(), STRANGE));
    const runs = await Promise.all([
      here.run([name, '--verbose']),
      here.run([`missing\x1b[2J\u009b${name}`]),
      here.run([name, '-o', 'gone\x07/a.csv']),
      here.run([name, '-o', 'a.x\x1b[31m']),
      here.run([name, '--config', 'c\x1b[31m.json']),
    ]);
    for (const { stderr } of runs) {
      expect(stderr.length).toBeGreaterThan(10);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      expect.soft(stderr).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]/);
      for (const line of stderr.trimEnd().split('\n')) expect.soft(line).toMatch(/^bouncelens: /);
    }
    expect(runs[0]!.stderr).toContain('\\x1b[31mhell');
  });

  it('is silent with --quiet but for errors', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('empty.log', '');
    here.put('foreign.txt', FOREIGN);
    const [empty, missing, foreign, twice] = await Promise.all([
      here.run(['empty.log', '--quiet']),
      here.run(['missing.log', '--quiet']),
      here.run(['foreign.txt', '--quiet']),
      here.run(['mail.log', 'mail.log', '--quiet']),
    ]);
    expect(empty).toMatchObject({ code: 0, stderr: '' });
    expect(twice).toMatchObject({ code: 0, stderr: '' });
    expect(missing.stderr).toMatch(/missing\.log/);
    expect(foreign.stderr).toMatch(/foreign\.txt/);
  });

  it('says when the log begins in the middle of a message', async () => {
    here.put('mail.log', log(bounced('2026-06-05T10:00:00Z', queueId(1))));
    expect((await here.run(['mail.log'])).stderr).toMatch(/sender line.*not in the input/);
  });

  it('does not take a log for a foreign one because of lines that are too long', async () => {
    const long = `2026-06-05T10:00:01Z ${'x'.repeat(100_000)}`;
    here.put(
      'mail.log',
      log(queued('2026-06-05T10:00:00Z', queueId(1)), long, bounced('2026-06-05T10:00:00Z', queueId(1)), long, long),
    );
    const { code, stdout, stderr } = await here.run(['mail.log', '--verbose']);
    expect(failures(stdout)).toBe(1);
    expect(stderr).toMatch(/mail\.log:2: overlong/);
    expect(stderr).not.toMatch(/no line of a known/);
    expect(code).toBe(0);
  });
});
