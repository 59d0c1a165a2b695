import { execFileSync } from 'node:child_process';
import { utimesSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fastGlob from 'fast-glob';
import { describe, expect, it } from 'vitest';
import { SYSTEM_LOGS } from '../../src/input/find.js';
import { bounced, csvRecords, log, queued, queueId, removed, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();
/** Without arguments and input the command reads the logs of the machine. */
const hasSystemLogs = fastGlob.sync(SYSTEM_LOGS, { suppressErrors: true }).length > 0;

const inputs = (stdout: string) =>
  (JSON.parse(stdout) as { inputs: { path: string; lines: number; error: string | null }[] }).inputs.map(({ path, lines }) => [
    path,
    lines,
  ]);

describe('standard input', () => {
  it('is read for -, under the name (stdin)', async () => {
    here.put('mail.log', SMALL_LOG);
    const [plain, packed, named, events, file] = await Promise.all([
      here.run(['-'], { stdin: SMALL_LOG }),
      here.run(['-'], { stdin: gzipSync(SMALL_LOG) }),
      here.run(['report', '-', '-f', 'json'], { stdin: SMALL_LOG }),
      here.run(['events', '-'], { stdin: SMALL_LOG }),
      here.run(['mail.log']),
    ]);
    expect(plain).toMatchObject({ code: 0, stderr: '' });
    expect(csvRecords(plain.stdout)).toHaveLength(2);
    expect(plain.stdout).toBe(file.stdout);
    expect(packed).toEqual(plain);
    expect(inputs(named.stdout)).toEqual([['(stdin)', 7]]);
    expect(events.stdout).toContain('"file":"(stdin)"');
  });

  it.each([[[]], [['report']]])('is read for - beside files: %j', async (command) => {
    here.put('mail.log', SMALL_LOG);
    const other = SMALL_LOG.replaceAll('4F1A2', '5F1A2');
    for (const paths of [
      ['-', 'mail.log'],
      ['mail.log', '-'],
      ['--', '-', 'mail.log'],
    ]) {
      const { code, stdout } = await here.run([...command, '-f', 'json', ...paths], { stdin: other });
      expect.soft([paths, code]).toEqual([paths, 0]);
      // It tells no time before it is read, and so stands behind the files.
      expect.soft(inputs(stdout)).toEqual([
        ['mail.log', 7],
        ['(stdin)', 7],
      ]);
    }
  });

  it('has the time of the file that a shell made of it, by which a log without years is dated', async () => {
    const id = queueId(1);
    const at = 'Jun  5 10:00:00';
    here.put('mail.log', log(queued(at, id), bounced(at, id), removed(at, id)));
    const written = new Date('2019-06-06T00:00:00Z');
    utimesSync(here.at('mail.log'), written, written);
    for (const [args, seen] of [
      ['- -f csv', '2019-06-05T10:00:00'],
      ['events -', '2019-06-05T10:00:00'],
      ['- --state state -f csv', '2019-06-05T10:00:00'],
      [`trace ${id} - --since 2019-06-05 --until 2019-06-06`, 'failed, 1 attempt'],
    ]) {
      const { stdout } = await here.shell(`$bouncelens ${args} --timezone UTC < mail.log`);
      expect.soft(stdout).toContain(seen);
    }
    const year = new Date().getUTCFullYear();
    const piped = await here.shell('cat mail.log | $bouncelens - -f csv --timezone UTC');
    expect(piped.stdout).toMatch(new RegExp(`(${year}|${year - 1})-06-05T10:00:00`));
  });

  it('is read without a path when it holds anything', async () => {
    here.put('mail.log', SMALL_LOG);
    const [socket, pipe, file, packed, report] = await Promise.all([
      here.run(['-f', 'json'], { stdin: SMALL_LOG }),
      here.shell('cat mail.log | $bouncelens -f json'),
      here.shell('$bouncelens -f json < mail.log'),
      here.shell('gzip -c mail.log | $bouncelens -f json'),
      here.shell('(sleep 0.3; cat mail.log) | $bouncelens report -f json'),
    ]);
    for (const { code, stdout, stderr } of [socket, pipe, file, packed, report]) {
      expect([code, stderr]).toEqual([0, '']);
      expect(inputs(stdout)).toEqual([['(stdin)', 7]]);
    }
  });

  it('is left alone when there are paths', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout } = await here.run(['mail.log', '-f', 'json'], { stdin: 'open' });
    expect(code).toBe(0);
    expect(inputs(stdout)).toEqual([['mail.log', 7]]);
  });

  it.skipIf(hasSystemLogs)(
    'that holds nothing gives way to the logs of the system; where there are none, that is said',
    async () => {
      const runs = [
        here.run([]),
        here.shell('$bouncelens < /dev/null'),
        here.shell('$bouncelens <&-'),
        here.shell(': | $bouncelens events'),
      ];
      for (const { code, stdout, stderr } of await Promise.all(runs)) {
        expect(code).toBe(2);
        expect(stdout).toBe('');
        expect(stderr).toMatch(/^bouncelens: .*standard input.*\/var\/log\/mail\.log/);
      }
    },
  );

  it.each([[[]], [['report']], [['events']]])('that is empty is an empty input when it was asked for: %j', async (command) => {
    const { code, stderr } = await here.run([...command, '-']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/^bouncelens: .*empty/);
  });

  it('that cannot be read is an error like that of any input', async () => {
    here.put('mail.log', SMALL_LOG);
    const [directory, binary, cut] = await Promise.all([
      here.shell('$bouncelens report - mail.log < /tmp'),
      here.run(['report', '-'], { stdin: Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 37) % 256)) }),
      here.run(['report', '-'], { stdin: gzipSync(SMALL_LOG).subarray(0, -9) }),
    ]);
    for (const { code, stderr } of [directory, binary, cut]) {
      expect.soft(code).toBe(1);
      expect.soft(stderr).toMatch(/^bouncelens: \(stdin\): /);
      expect.soft(stderr).not.toMatch(/\n\s+at /);
    }
    expect.soft(directory.stdout.split('\r\n')).toHaveLength(4);
    expect(cut.stderr).toMatch(/cut short/);
  });

  it('may come in pieces of one byte', async () => {
    here.put('mail.log.gz', gzipSync(SMALL_LOG));
    const { code, stdout } = await here.shell(
      '(head -c 1 mail.log.gz; sleep 0.4; tail -c +2 mail.log.gz) | $bouncelens report - -f json',
    );
    expect(code).toBe(0);
    expect(inputs(stdout)).toEqual([['(stdin)', 7]]);
  });
});

describe('a pipe in the place of a file', () => {
  it('is read like one', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout, stderr } = await here.shell('$bouncelens <(cat mail.log) -f json');
    expect([code, stderr]).toEqual([0, '']);
    expect(inputs(stdout)).toEqual([[expect.stringMatching(/^\/dev\/fd\//), 7]]);
  });

  it('is waited for, also when there are several', async () => {
    here.put('a.log', SMALL_LOG);
    here.put('b.log', SMALL_LOG.replaceAll('4F1A2', '5F1A2'));
    execFileSync('mkfifo', [here.at('one'), here.at('two')]);
    // The first is written and closed long before the second is opened.
    const { code, stdout } = await here.shell('cat a.log > one & (sleep 0.5; cat b.log > two) & $bouncelens one two -f json');
    expect(code).toBe(0);
    expect(inputs(stdout).sort()).toEqual([
      ['one', 7],
      ['two', 7],
    ]);
  });

  it('is passed over in a directory', async () => {
    here.put('logs/mail.log', SMALL_LOG);
    execFileSync('mkfifo', [here.at('logs/pipe')]);
    const { code, stdout } = await here.run(['logs', '-f', 'json']);
    expect(code).toBe(0);
    expect(inputs(stdout)).toEqual([['logs/mail.log', 7]]);
  });
});
