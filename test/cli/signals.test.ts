import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync, truncateSync, writeSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { bounced, ended, hasTerminal, isRunning, log, queued, queueId, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();
const files = () => readdirSync(here.at('.')).sort();

/** Ends what a test may have left open. */
const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A named pipe that holds a log and never ends. @returns its name. */
function endlessPipe(): string {
  execFileSync('mkfifo', [here.at('pipe')]);
  // Open for reading too, so that this does not wait for the other end.
  const descriptor = openSync(here.at('pipe'), 'r+');
  closing.push(() => closeSync(descriptor));
  writeSync(descriptor, SMALL_LOG);
  return 'pipe';
}

async function until(what: () => boolean): Promise<void> {
  const limit = Date.now() + 5000;
  while (!what()) {
    if (Date.now() > limit) throw new Error('waited for too long');
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a signal', () => {
  it.each([
    ['SIGHUP', null],
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('%s ends the run with %s, and nothing half written stays', async (signal, code) => {
    here.put('a.csv', 'old\n');
    const child = here.start([endlessPipe(), '-o', 'a.csv', '-o', 'b.json']);
    const end = ended(child, 4000);
    await until(() => files().length > 2);
    await pause(200);
    child.kill(signal);
    expect(await end).toMatchObject({ code, stdout: '' });
    expect(files()).toEqual(['a.csv', 'pipe']);
    expect(readFileSync(here.at('a.csv'), 'utf8')).toBe('old\n');
  });

  it.each(['report', 'events'])('ends a run of %s that waits for standard input', async (command) => {
    const child = here.start([command, '-', '-o', 'a.csv']);
    const end = ended(child);
    child.stdin.write(SMALL_LOG);
    await until(() => files().length > 0);
    await pause(200);
    child.kill('SIGTERM');
    expect((await end).code).toBe(143);
    expect(files()).toEqual([]);
  });

  it('ends a run that waits for somebody to open a pipe', async () => {
    execFileSync('mkfifo', [here.at('pipe')]);
    const child = here.start(['pipe', '-o', 'a.csv']);
    const end = ended(child, 4000);
    await until(() => files().length > 1);
    await pause(300);
    child.kill('SIGINT');
    expect((await end).code).toBe(130);
    expect(files()).toEqual(['pipe']);
  });
});

describe.skipIf(!hasTerminal)('a terminal that is closed', () => {
  it('leaves nothing half written', async () => {
    const { end, shown, child, close } = here.startOnTerminal([endlessPipe(), '-o', 'a.csv']);
    await until(() => files().length > 1);
    await pause(200);
    expect(shown()).toContain('pid=');
    const one = child();
    close();
    await end;
    await until(() => !isRunning(one));
    expect(files()).toEqual(['pipe']);
  });
});

describe('a pipe that nobody reads', () => {
  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)('does not keep %s from ending the run with %i', async (signal, code) => {
    here.put('mail.log', SMALL_LOG);
    execFileSync('mkfifo', [here.at('out.csv')]);
    const child = here.start(['mail.log', '-o', 'a.csv', '-o', 'out.csv']);
    const end = ended(child, 4000);
    await until(() => files().length > 2);
    await pause(300);
    child.kill(signal);
    expect(await end).toMatchObject({ code, stdout: '', stderr: '' });
    expect(files()).toEqual(['mail.log', 'out.csv']);
  });
});

describe.skipIf(!hasTerminal)('while a bar of progress shows', () => {
  const HIDDEN = '\x1b[?25l';
  const UNWRAPPED = '\x1b[?7l';

  it.each([
    ['SIGHUP', 129],
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGQUIT', 131],
  ] as const)('%s gives the cursor and the wrapping of lines back to the terminal', async (signal, code) => {
    here.put('big.log', '');
    // A file without content that takes longer to read than the test.
    truncateSync(here.at('big.log'), 64 * 2 ** 30);
    const { child, end, shown } = here.startOnTerminal(['big.log', '-o', 'a.csv']);
    try {
      await until(() => shown().includes(HIDDEN) && shown().includes(UNWRAPPED));
      process.kill(child(), signal);
    } catch (error) {
      process.kill(child(), 'SIGKILL');
      throw error;
    }
    expect((await end).code).toBe(code);
    expect(shown().lastIndexOf('\x1b[?25h')).toBeGreaterThan(shown().lastIndexOf(HIDDEN));
    expect(shown().lastIndexOf('\x1b[?7h')).toBeGreaterThan(shown().lastIndexOf(UNWRAPPED));
  });
});

describe('a closed pipe on standard output', () => {
  /** More than a pipe takes at once. */
  const long = () =>
    Array.from({ length: 3000 }, (_, i) =>
      log(queued('2026-06-05T10:00:00Z', queueId(i)), bounced('2026-06-05T10:00:00Z', queueId(i))),
    ).join('');

  it('ends the run with 0 and without a word', async () => {
    here.put('mail.log', long());
    const codes = `; echo "\${PIPESTATUS[@]}"`;
    const [events, csv, report, nobody] = await Promise.all([
      here.shell(`$bouncelens events mail.log | head -1 ${codes}`),
      here.shell(`$bouncelens events mail.log -f csv | head -1 ${codes}`),
      here.shell(`$bouncelens mail.log --by recipient,hour,reason -f json | head -1 ${codes}`),
      here.shell(`$bouncelens mail.log | sleep 0 ${codes}`),
    ]);
    for (const { stdout, stderr } of [events, csv, report, nobody]) {
      expect.soft(stdout).toMatch(/(?:^|\n)0 0\n$/);
      expect.soft(stderr).toBe('');
    }
    expect(events.stdout).toMatch(/^\{"id":.*\}\n0 0\n$/);
  });
});

describe('a closed pipe on standard error', () => {
  it('keeps nothing from being done', async () => {
    here.put('mail.log', SMALL_LOG);
    const codes = `; echo "\${PIPESTATUS[@]}"`;
    // What is named twice is told, to nobody.
    const { stdout } = await here.shell(`$bouncelens mail.log mail.log -o a.csv 2>&1 | sleep 0 ${codes}`);
    expect(stdout).toBe('0 0\n');
    expect(files()).toEqual(['a.csv', 'mail.log']);
  });
});
