import { execFileSync } from 'node:child_process';
import { closeSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { bounced, ended, log, queued, queueId, removed, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();

const AT = (minute: number) =>
  `2026-06-05T${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+00:00`;

/** A log of more than two stretches, most of which tells nothing. */
function large(): string {
  const parts: string[] = [];
  for (let i = 0; i < 400; i++) {
    parts.push(log(queued(AT(i), queueId(i))));
    parts.push(`${AT(i)} mx postfix/smtpd[10]: connect from mail.example.com[192.0.2.1]\n`.repeat(1200));
    parts.push(log(bounced(AT(i), queueId(i), `user${i}@example.net`), removed(AT(i), queueId(i))));
  }
  return parts.join('');
}

describe('--threads', () => {
  it('changes nothing but the time that it takes', async () => {
    here.put('large.log', large());
    here.put('small.log', SMALL_LOG);
    const read = (name: string) => readFileSync(here.at(name));
    for (const threads of ['1', '2', '4']) {
      const outputs = ['csv', 'summary'].flatMap((format) => ['-o', `${threads}.${format}`]);
      const { code, stderr } = await here.run(['large.log', 'small.log', '--threads', threads, '--verbose', ...outputs]);
      expect(code).toBe(0);
      here.put(`${threads}.txt`, stderr);
    }
    for (const threads of ['2', '4']) {
      for (const kind of ['csv', 'summary', 'txt']) expect(read(`${threads}.${kind}`).equals(read(`1.${kind}`))).toBe(true);
    }
  });

  it('ends all threads with the run when it is interrupted', async () => {
    here.put('large.log', large());
    // A pipe that nobody writes to keeps the run from its end.
    execFileSync('mkfifo', [here.at('pipe')]);
    const descriptor = openSync(here.at('pipe'), 'r+');
    try {
      const child = here.start(['large.log', 'pipe', '--threads', '3', '-o', 'report.csv']);
      const end = ended(child);
      for (let left = 500; left > 0 && readdirSync(here.at('.')).length < 3; left--) await setTimeout(10);
      await setTimeout(500);
      child.kill('SIGINT');
      expect((await end).code).toBe(130);
      expect(readdirSync(here.at('.')).sort()).toEqual(['large.log', 'pipe']);
    } finally {
      closeSync(descriptor);
    }
  });

  it.each(['0', '1.5', 'many', '-2', '1000'])('is refused where it is no number of threads: %s', async (threads) => {
    here.put('small.log', SMALL_LOG);
    const { code, stderr } = await here.run(['small.log', `--threads=${threads}`]);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--threads must be a whole number from 1 to 256/);
  });

  it('is no option of commands that read with one', async () => {
    expect((await here.run(['events', 'small.log', '--threads', '2'])).code).toBe(2);
  });
});
