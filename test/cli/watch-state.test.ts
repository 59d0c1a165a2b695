import { once } from 'node:events';
import { appendFileSync, copyFileSync, mkdirSync, readFileSync, renameSync, rmdirSync, utimesSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bounced, deferred, hasTerminal, isRunning, log, ndjson, notice, queued, queueId, removed, sent } from './bouncelens.js';
import { message, type Told, until, WatchPlace } from './watching.js';

const here = new WatchPlace();
const [A, B, C, D, E] = [1, 2, 3, 4, 5].map(queueId) as [string, string, string, string, string];
const WITH_STATE = ['--state', 'watch.state'];

describe('watch with a state', () => {
  test('goes on where it stopped, through rotation and compression, exactly once', async () => {
    const before = message(A);
    const interrupted = message(B);
    here.put('mail.log', before + interrupted.slice(0, 150));
    const first = await here.following(['mail.log*', ...WITH_STATE]);
    await first.has(A);
    expect(await first.end()).toBe(143);
    // While nobody watches, the half line gets its end, the log is rotated twice and compressed.
    here.put('mail.log.2.gz', gzipSync(before + interrupted + message(C)));
    here.put('mail.log.1', message(D));
    here.put('mail.log', message(E));
    const second = await here.following(['mail.log*', ...WITH_STATE]);
    await second.has(B, C, D, E);
    expect(await second.end('SIGINT')).toBe(130);
    const third = await here.following(['mail.log*', ...WITH_STATE]);
    here.append('mail.log', message(A));
    await third.has(A);
    expect(await third.end()).toBe(143);
    expect([first.ids, second.ids, third.ids]).toEqual([[A], [B, C, D, E], [A]]);
  });

  test('follows a log that was copied and cut while nobody watched', async () => {
    here.put('mail.log', message(A));
    const first = await here.following(['mail.log', 'mail.log.1', ...WITH_STATE]);
    await first.has(A);
    await first.end();
    here.append('mail.log', message(B));
    copyFileSync(here.at('mail.log'), here.at('mail.log.1'));
    writeFileSync(here.at('mail.log'), message(C));
    const second = await here.following(['mail.log', 'mail.log.1', ...WITH_STATE]);
    await second.has(B, C);
    await second.end();
    expect(second.ids).toEqual([B, C]);
  });

  test.each([
    ['shorter', [C]],
    ['longer', [C, D, E]],
  ])('goes on in a log that was cut just before the state was kept, and is %s', async (_, after) => {
    here.put('mail.log', message(A) + message(B));
    const first = await here.following(['mail.log', ...WITH_STATE]);
    await first.has(A, B);
    writeFileSync(here.at('mail.log'), after.map((id) => message(id)).join(''));
    await first.end();
    const second = await here.following(['mail.log', ...WITH_STATE]);
    await until(() => first.ids.length + second.ids.length >= 2 + after.length, second.stderr);
    await second.end();
    expect([...first.ids, ...second.ids]).toEqual([A, B, ...after]);
  });

  test('reads the rest of a log from its copy that was copied and cut just before the state was kept', async () => {
    here.put('mail.log', message(A));
    const first = await here.following(['mail.log', 'mail.log.1', ...WITH_STATE]);
    await first.has(A);
    here.append('mail.log', message(B));
    copyFileSync(here.at('mail.log'), here.at('mail.log.1'));
    writeFileSync(here.at('mail.log'), message(C));
    await first.end();
    const second = await here.following(['mail.log', 'mail.log.1', ...WITH_STATE]);
    await until(() => first.ids.length + second.ids.length >= 3, second.stderr);
    await second.end();
    expect([...first.ids, ...second.ids].toSorted()).toEqual([A, B, C]);
  });

  test('knows how a message began before it was stopped', async () => {
    const time = (seconds: number) => new Date(Date.now() - 7_200_000 + seconds * 1000).toISOString();
    here.put('mail.log', log(queued(time(0), A), deferred(time(1), A)));
    const first = await here.following(['mail.log', '--outcomes', ...WITH_STATE]);
    await first.end();
    here.append('mail.log', log(bounced(time(3600), A), removed(time(3601), A)));
    const second = await here.following(['mail.log', '--outcomes', ...WITH_STATE]);
    await second.has(A);
    await second.end();
    expect(first.stdout).toBe('');
    expect(second.events).toMatchObject([{ queueId: A, outcome: 'failed', attempts: 2, sender: 'news@example.com' }]);
  });

  test('is refused where a report began it, which would miss what is read here', async () => {
    here.put('mail.log', message(A));
    await here.run(['mail.log', '-f', 'json', ...WITH_STATE]);
    const before = readState();
    const { code, stderr } = await here.run(['watch', 'mail.log', ...WITH_STATE, '--listen', 'none']);
    expect([code, stderr]).toEqual([2, expect.stringContaining('is the state of report')]);
    expect(readState()).toEqual(before);
  });

  test('repeats nothing that was printed and kept, when it is killed', async () => {
    here.put('mail.log', message(A));
    const first = await here.following(['mail.log', ...WITH_STATE]);
    await first.has(A);
    await until(() => readState() !== null);
    await first.end('SIGKILL');
    appendFileSync(here.at('mail.log'), message(B));
    const second = await here.following(['mail.log', ...WITH_STATE]);
    await second.has(B);
    expect(second.ids).toEqual([B]);
  });

  test('goes on where the state cannot be kept, says so once, and keeps it when it can be', async () => {
    here.put('mail.log', '');
    const first = await here.following(['mail.log', ...WITH_STATE]);
    await until(() => readState() !== null);
    // What is in the way of writing stands for a disk that is full.
    mkdirSync(here.at('watch.state.journal'));
    here.append('mail.log', message(A));
    await first.has(A);
    await until(() => first.hasEnded || first.stderr.includes('cannot be written'), first.stderr);
    const health = async () => {
      const answer = await first.get('healthz');
      const { status, state } = (await answer.json()) as { readonly status: string; readonly state: object };
      return { code: answer.status, status, state };
    };
    const isKept = async () => /^bouncelens_state_kept (\d)$/m.exec(await (await first.get('metrics')).text())?.[1];
    expect(await health()).toEqual({
      ...{ code: 503, status: 'failing' },
      state: { name: 'watch.state', keptAt: expect.any(String), error: expect.stringContaining('cannot be written') },
    });
    expect(await isKept()).toBe('0');
    here.append('mail.log', message(B));
    await first.has(B);
    rmdirSync(here.at('watch.state.journal'));
    const before = readState();
    await until(() => first.hasEnded || !readState()?.equals(before!));
    expect(first.stderr.split('cannot be written')).toHaveLength(2);
    await until(async () => (await health()).code === 200);
    expect(await health()).toEqual({ code: 200, status: 'ok', state: { name: 'watch.state', keptAt: expect.any(String) } });
    expect(await isKept()).toBe('1');
    await first.end('SIGKILL');
    const second = await here.following(['mail.log', ...WITH_STATE]);
    here.append('mail.log', message(C));
    await second.has(C);
    expect([first.ids, second.ids]).toEqual([[A, B], [C]]);
  }, 40_000);

  test('prints what events prints of the whole log, wherever it is stopped', async () => {
    const whole = Buffer.from(readFileSync(new URL('../../fixtures/logs/mail.log', import.meta.url)));
    const cuts = [0, 0.17, 0.3, 0.55, 0.8, 1].map((share) => Math.floor(whole.length * share));
    const ids: string[] = [];
    here.put('mail.log', '');
    for (let i = 1; i < cuts.length; i++) {
      const watching = await here.following(['mail.log', ...WITH_STATE]);
      appendFileSync(here.at('mail.log'), whole.subarray(cuts[i - 1], cuts[i]));
      const lines = ends(whole.subarray(0, cuts[i])) - ends(whole.subarray(0, cuts[i - 1]));
      await until(async () => (await (await watching.get('metrics')).text()).includes(`bouncelens_lines_total ${lines}\n`));
      expect(await watching.end()).toBe(143);
      ids.push(...watching.events.map(({ id }) => id));
    }
    const { stdout } = await here.run(['events', 'mail.log']);
    const expected = ndjson<{ readonly id: string }>(stdout).map(({ id }) => id);
    expect(expected.length).toBeGreaterThan(20);
    expect(ids).toEqual(expected);
  });

  test('is refused to a second run, which says who has it', async () => {
    here.put('mail.log', message(A));
    const first = await here.following(['mail.log', ...WITH_STATE]);
    await first.has(A);
    const second = await here.run(['watch', 'mail.log', ...WITH_STATE, '--listen', 'none']);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(String(first.child.pid));
    renameSync(here.at('mail.log'), here.at('mail.log.1'));
    expect(await first.end()).toBe(143);
  });

  test.skipIf(!hasTerminal)('keeps it when its terminal is closed', async () => {
    here.put('mail.log', message(A));
    const first = here.startOnTerminal(['watch', 'mail.log', ...WITH_STATE, '--listen', 'none']);
    await until(() => first.shown().includes('5.1.1'), first.shown());
    const child = first.child();
    first.close();
    await until(() => !isRunning(child), first.shown());
    const second = await here.following(['mail.log', ...WITH_STATE]);
    here.append('mail.log', message(B));
    await second.has(B);
    expect(second.ids).toEqual([B]);
  });

  test.each([
    ['a compressed log', 'old.log.gz', (all: readonly string[]) => gzipSync(all.map((id) => message(id)).join(''))],
    ['a file of mails', 'old.mbox', (all: readonly string[]) => box(all)],
    ['a compressed file of mails', 'old.mbox.gz', (all: readonly string[]) => gzipSync(box(all))],
  ])('stops in the middle of %s that is there at the beginning, and goes on from there', async (_, name, content) => {
    const all = Array.from({ length: 4_000 }, (_, i) => queueId(i));
    here.put(name, content(all));
    // The last mail of a file that is just being written would wait.
    utimesSync(here.at(name), 1_780_000_000, 1_780_000_000);
    here.put('mail.log.1.gz', gzipSync(message(queueId(9_000))));
    const told = (events: readonly Told[]) => events.map(({ recipient }) => recipient);
    const first = here.watch(['old*', 'mail*', ...WITH_STATE], { takes: false });
    await once(first.child.stdout, 'readable');
    first.child.kill('SIGTERM');
    first.take();
    expect(await first.code).toBe(143);
    expect(first.events.length).toBeGreaterThan(0);
    expect(first.events.length).toBeLessThan(all.length);
    const second = await here.following(['old*', 'mail*', ...WITH_STATE]);
    await second.end();
    const expected = [...all, queueId(9_000)].map((id) => `${id.toLowerCase()}@example.net`);
    expect([...told(first.events), ...told(second.events)].toSorted()).toEqual(expected.toSorted());
  });

  test('tells of outcomes when they are final', async () => {
    const time = (seconds: number) => new Date(Date.now() - 600_000 + seconds * 1000).toISOString();
    here.put('mail.log', '');
    const watching = await here.following(['mail.log', '--outcomes']);
    here.append('mail.log', log(queued(time(0), A), deferred(time(1), A), sent(time(60), A), removed(time(61), A)));
    await watching.has(A);
    expect(watching.events).toMatchObject([{ queueId: A, outcome: 'delivered', attempts: 2 }]);
  });
});

/** Bounce mails about recipients. */
const box = (ids: readonly string[]): string =>
  ids.map((id) => `From MAILER-DAEMON Fri Jun  5 10:00:00 2026\r\n${notice(`${id.toLowerCase()}@example.net`, id)}\r\n`).join('');

function readState(): Buffer | null {
  try {
    return readFileSync(here.at('watch.state'));
  } catch {
    return null;
  }
}

/** How many lines have an end. */
const ends = (bytes: Buffer): number => bytes.reduce((sum, byte) => sum + (byte === 10 ? 1 : 0), 0);
