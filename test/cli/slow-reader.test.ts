import type { ChildProcessWithoutNullStreams } from 'node:child_process';
import { createReadStream, readFileSync, statSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bounced, ended, log, queued, queueId, removed, Workplace } from './bouncelens.js';

const here = new Workplace();

/** Each gives a record that is longer than its lines. */
const MESSAGES = 20_000;
const PATIENCE = 60_000;

let made: string | null = null;

/** A log of some 10 MiB, of which one record comes for each message. Its texts differ, so that it does not shrink to nothing. */
function bounces(): string {
  made ??= Array.from({ length: MESSAGES }, (_, i) => {
    const words = [1, 2, 3].map((n) => (Math.imul(i + n, 2654435761) >>> 0).toString(36)).join(' ');
    // An outcome is told early of a message whose beginning is known, and when no line of its time is to come.
    const time = new Date(Date.UTC(2026, 5, 5) + i * 1000).toISOString();
    const id = queueId(i);
    return log(
      `${time} mx postfix/smtpd[9]: ${id}: client=app.example.com[192.0.2.9]`,
      queued(time, id),
      bounced(time, id, `user${i}@example.net`, `550 5.1.1 Unknown ${words}`),
      removed(time, id),
    );
  }).join('');
  return made;
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves when the process has begun to write, and then sleeps and has read nothing for a while. @returns how many bytes it read in all. */
async function stalled(child: ChildProcessWithoutNullStreams): Promise<number> {
  const bytesRead = () => Number(/^rchar: (\d+)/.exec(readFileSync(`/proc/${child.pid}/io`, 'utf8'))?.[1]);
  const sleeps = () => readFileSync(`/proc/${child.pid}/stat`, 'utf8').includes(') S ');
  const limit = Date.now() + PATIENCE / 2;
  let before = -1;
  for (;;) {
    const now = bytesRead();
    if (child.stdout.readableLength > 0 && sleeps() && now === before) return now;
    if (Date.now() > limit) throw new Error('waited for too long');
    before = sleeps() ? now : -1;
    await pause(300);
  }
}

const recipients = (stdout: string): readonly string[] =>
  [...stdout.matchAll(/"recipient":"(user\d+)@/g)].map(([, name]) => name!);
const ALL = Array.from({ length: MESSAGES }, (_, i) => `user${i}`);

describe.runIf(process.platform === 'linux')('a reader that takes its time', () => {
  it.each([
    ['events', []],
    ['outcomes', ['--outcomes']],
    ['events since the last run', ['--quiet', '--state', 'state']],
  ] as const)(
    'is waited for by %s, and misses nothing',
    async (_, options) => {
      here.put('mail.log', bounces());
      const child = here.start(['events', ...options, 'mail.log']);
      // The code of the command is among what it read, and much shorter than the log.
      expect(await stalled(child)).toBeLessThan(bounces().length * 0.8);
      const { code, stdout, stderr } = await ended(child, PATIENCE);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      expect(recipients(stdout)).toEqual(ALL);
    },
    PATIENCE,
  );

  it.each([
    ['events', ['events', '-'], (text: string) => text],
    ['events of what is compressed', ['events', '-'], gzipSync],
    ['classify', ['classify'], (text: string) => text],
  ] as const)(
    'is waited for by %s, and so is who writes to standard input',
    async (_, args, form) => {
      here.put('input', form(bounces()));
      const child = here.start(args);
      const source = createReadStream(here.at('input'));
      source.pipe(child.stdin);
      await stalled(child);
      expect(source.bytesRead).toBeLessThan(statSync(here.at('input')).size * 0.8);
      const { code, stdout, stderr } = await ended(child, PATIENCE);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
      if (args[0] === 'events') expect(recipients(stdout)).toEqual(ALL);
      else expect(stdout.match(/\n/g)).toHaveLength(bounces().match(/\n/g)!.length);
    },
    PATIENCE,
  );

  it.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const)(
    'does not keep %s from ending the run',
    async (signal, code) => {
      here.put('mail.log', bounces());
      const child = here.start(['events', 'mail.log']);
      await stalled(child);
      child.kill(signal);
      expect(await ended(child, PATIENCE)).toMatchObject({ code, stderr: '' });
    },
    PATIENCE,
  );

  it(
    'may leave before the end',
    async () => {
      here.put('mail.log', bounces());
      const child = here.start(['events', 'mail.log']);
      await stalled(child);
      child.stdout.destroy();
      expect(await ended(child, PATIENCE)).toMatchObject({ code: 0, stderr: '' });
    },
    PATIENCE,
  );
});
