import { copyFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { notice, queueId } from './bouncelens.js';
import { message, until, WatchPlace } from './watching.js';

const here = new WatchPlace();
const ids = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => queueId(from + i));
const [A, B, C, D, E, F] = ids(1, 6) as [string, string, string, string, string, string];

describe('a log that is followed', () => {
  test('is told of from now on, and from its start when that is asked for', async () => {
    here.put('mail.log', message(A));
    const [fresh, all] = await Promise.all([here.following(['mail.log']), here.following(['mail.log', '--from-start'])]);
    here.append('mail.log', message(B));
    await Promise.all([fresh.has(B), all.has(A, B)]);
    expect(fresh.events).toMatchObject([{ queueId: B, file: 'mail.log', line: 5, reason: 'user-unknown' }]);
    expect(all.ids).toEqual([A, B]);
  });

  test('goes on in the new file when it is renamed, after the old one, which is read on', async () => {
    here.put('mail.log', message(A));
    const watching = await here.following(['mail.log']);
    renameSync(here.at('mail.log'), here.at('mail.log.1'));
    here.append('mail.log.1', message(B));
    here.put('mail.log', message(C));
    await watching.has(B, C);
    // The syslog daemon was not told yet.
    here.append('mail.log.1', message(D));
    here.append('mail.log', message(E));
    await watching.has(D, E);
    expect(watching.ids.slice(0, 2)).toEqual([B, C]);
    expect(watching.ids.toSorted()).toEqual([B, C, D, E]);
    expect(watching.events.find(({ queueId: id }) => id === C)).toMatchObject({ line: 2 });
  });

  test('is read from its start when it was copied and cut, and the rest of before from the copy', async () => {
    here.put('mail.log', message(A));
    const watching = await here.following(['mail.log']);
    here.append('mail.log', message(B));
    await watching.has(B);
    // Written between the last look and the copy: the two are made one step here.
    copyFileSync(here.at('mail.log'), here.at('mail.log.1'));
    here.append('mail.log.1', message(C));
    writeFileSync(here.at('mail.log'), message(D));
    await watching.has(C, D);
    expect(watching.ids).toEqual([B, C, D]);
    expect(watching.stderr).toContain('was copied and cut, and is read from its start; the last ');
  });

  test('is known to be another one when it was cut and has grown beyond where it was', async () => {
    here.put('mail.log', message(A));
    const watching = await here.following(['mail.log']);
    writeFileSync(
      here.at('mail.log'),
      ids(2, 5)
        .map((id) => message(id))
        .join(''),
    );
    await watching.has(B, C, D, E);
    expect(watching.ids).toEqual([B, C, D, E]);
  });

  test('may be deleted, and be made again later', async () => {
    here.put('mail.log', message(A));
    const watching = await here.following(['mail.log']);
    rmSync(here.at('mail.log'));
    here.put('mail.log', message(B));
    await watching.has(B);
    rmSync(here.at('mail.log'));
    here.put('mail.log', message(C));
    await watching.has(C);
    expect(watching.ids).toEqual([B, C]);
  });

  test('may appear later', async () => {
    const watching = here.watch(['mail.log']);
    await until(() => watching.stderr.includes('mail.log: is not there yet, and is read when it is'));
    expect((await watching.get('healthz')).status).toBe(503);
    here.put('mail.log', message(A));
    await watching.has(A);
    expect((await watching.get('healthz')).status).toBe(200);
  });

  test('has half a line that waits for its end', async () => {
    here.put('mail.log', '');
    const watching = await here.following(['mail.log']);
    const text = message(A);
    here.append('mail.log', text.slice(0, 200));
    here.append('mail.log', '');
    await until(async () => (await (await watching.get('metrics')).text()).includes('bouncelens_lines_total 1\n'));
    expect(watching.events).toEqual([]);
    here.append('mail.log', text.slice(200));
    await watching.has(A);
    expect(watching.ids).toEqual([A]);
  });
});

describe('a pattern', () => {
  test('finds files that appear, and reads none twice that rotation renames, copies or compresses', async () => {
    here.put('a/mail.log', message(A));
    const watching = await here.following(['a/mail.log*']);
    here.append('a/mail.log', message(B));
    await watching.has(B);
    renameSync(here.at('a/mail.log'), here.at('a/mail.log.1'));
    here.put('a/mail.log', message(C));
    await watching.has(C);
    writeFileSync(here.at('a/mail.log.2.gz'), gzipSync(message(A)));
    copyFileSync(here.at('a/mail.log'), here.at('a/mail.log-copy'));
    here.put('a/mail.log.other', message(D));
    await watching.has(D);
    here.append('a/mail.log', message(E));
    await watching.has(E);
    // What was searched for once more holds nothing new.
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    here.append('a/mail.log', message(F));
    await watching.has(F);
    expect(watching.ids).toEqual([B, C, D, E, F]);
  });
});

describe('a Maildir that is followed', () => {
  test('tells of each message that comes, once, however it is moved', async () => {
    mkdirs('box');
    here.put('box/new/1.a.mx', notice('old@example.net', '1'));
    const watching = await here.following(['box']);
    here.put('box/tmp/2.a.mx', notice('one@example.net', '2'));
    renameSync(here.at('box/tmp/2.a.mx'), here.at('box/new/2.a.mx'));
    const recipients = () => watching.events.map(({ recipient }) => recipient);
    await until(() => recipients().includes('one@example.net'), watching.stderr);
    renameSync(here.at('box/new/2.a.mx'), here.at('box/cur/2.a.mx:2,S'));
    here.put('box/new/3.a.mx', notice('two@example.net', '3'));
    await until(() => recipients().includes('two@example.net'), watching.stderr);
    expect(recipients()).toEqual(['one@example.net', 'two@example.net']);
  });
});

describe('a pattern that fits nothing yet, and a Maildir that is empty', () => {
  test('are waited for', async () => {
    mkdirs('box');
    const watching = await here.following(['box', 'logs/*.log']);
    expect(watching.stderr).not.toContain('box');
    here.put('logs/mail.log', message(A));
    await watching.has(A);
    const { inputs } = (await (await watching.get('healthz')).json()) as { inputs: unknown };
    expect(inputs).toEqual([
      { name: 'logs/mail.log', state: 'following' },
      { name: 'box', state: 'following' },
    ]);
  });
});

describe('a folder that is named and is not there yet', () => {
  test.each([
    ['of logs', (name: string) => here.put(`${name}/mail.log`, message(A)), 'box/mail.log'],
    ['that is an empty Maildir', (name: string) => mkdirs(name), 'box'],
  ])('%s is read when it is, and is well', async (_, make, input) => {
    const watching = here.watch(['box']);
    await until(() => watching.stderr.includes('box: is not there yet, and is read when it is'));
    make('box');
    const health = async () => (await (await watching.get('healthz')).json()) as { readonly status: string; inputs: unknown };
    await until(async () => (await health()).status === 'ok', watching.stderr);
    expect((await health()).inputs).toEqual([{ name: input, state: 'following' }]);
    if (input === 'box') here.put('box/new/1.a.mx', notice('old@example.net', '1'));
    await until(() => watching.events.length === 1, watching.stderr);
    expect(watching.stderr).not.toMatch(/is a directory|holds no files/);
  });
});

describe('standard input that is followed', () => {
  test('is told of as it comes, and ends the run', async () => {
    const watching = await here.following(['-']);
    watching.child.stdin.write(message(A));
    await watching.has(A);
    expect(watching.events).toMatchObject([{ file: '(stdin)', line: 2 }]);
    watching.child.stdin.end(message(B));
    expect(await watching.code).toBe(0);
    expect(watching.ids).toEqual([A, B]);
  });
});

describe('who does not read what is printed', () => {
  test('does not keep a run from stopping that reads what is there', async () => {
    const many = 8_000;
    here.put('mail.log', Array.from({ length: many }, (_, i) => message(queueId(i), `user${i}@example.net`)).join(''));
    const watching = here.watch(['mail.log', '--from-start'], { takes: false });
    const status = async () => (await (await watching.get('healthz')).json()) as { readonly lastReadAt: string | null };
    await until(async () => (await status()).lastReadAt !== null);
    watching.child.kill('SIGTERM');
    watching.take();
    expect(await watching.code).toBe(143);
    expect(watching.events.length).toBeGreaterThan(0);
    expect(watching.events.length).toBeLessThan(many);
  });

  test('does not keep a run that was ended', async () => {
    here.put('mail.log', Array.from({ length: 2_000 }, (_, i) => message(queueId(i), `user${i}@example.net`)).join(''));
    const watching = here.watch(['mail.log', '--from-start'], { takes: false });
    const status = async () => (await (await watching.get('healthz')).json()) as { readonly lastReadAt: string | null };
    await until(async () => (await status()).lastReadAt !== null);
    watching.child.kill('SIGTERM');
    await until(() => watching.child.exitCode !== null, 'it is still there');
    expect(watching.child.exitCode).toBe(143);
  });

  test('stops reading, and nothing is lost', async () => {
    here.put('mail.log', '');
    const watching = await here.following(['mail.log'], { takes: false });
    const many = 8_000;
    const line = (i: number) => message(queueId(i), `user${i}@example.net`);
    for (let i = 0; i < many; i += 1000) here.append('mail.log', Array.from({ length: 1000 }, (_, k) => line(i + k)).join(''));
    expect(await standing(watching)).toBeLessThan(many * 3);
    expect((await watching.get('healthz')).status).toBe(200);
    watching.take();
    await until(() => watching.size > 0 && watching.stdout.includes(queueId(many - 1)), `${watching.size}`);
    expect(watching.ids).toEqual(Array.from({ length: many }, (_, i) => queueId(i)));
    truncateSync(here.at('mail.log'), 0);
  });

  test('loses nothing of a log that is rotated twice in the meantime', async () => {
    here.put('mail.log', '');
    const watching = await here.following(['mail.log'], { takes: false });
    const many = 3_000;
    here.append('mail.log', Array.from({ length: many }, (_, i) => message(queueId(i), `user${i}@example.net`)).join(''));
    await standing(watching);
    for (const i of [many, many + 1]) {
      renameSync(here.at('mail.log'), here.at(`mail.log.${i}`));
      here.put('mail.log', message(queueId(i)));
      await new Promise((resolve) => setTimeout(resolve, 2_500));
    }
    watching.take();
    await watching.has(queueId(many + 1));
    expect(watching.ids).toEqual(Array.from({ length: many + 2 }, (_, i) => queueId(i)));
  });
});

/** Makes a Maildir. */
function mkdirs(name: string): void {
  for (const folder of ['new', 'cur', 'tmp']) mkdirSync(here.at(`${name}/${folder}`), { recursive: true });
}

/** Waits until pipes are full and no more is read. @returns how many lines were. */
async function standing(watching: ReturnType<typeof here.watch>): Promise<number> {
  let [before, now] = [-1, 0];
  await until(async () => {
    before = now;
    await new Promise((resolve) => setTimeout(resolve, 300));
    const text = await (await watching.get('metrics')).text();
    now = Number(/^bouncelens_lines_total (\d+)$/m.exec(text)?.[1] ?? 0);
    return now > 0 && now === before;
  });
  return now;
}
