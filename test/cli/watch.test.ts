import { describe, expect, test } from 'vitest';
import { csvRecords, queueId } from './bouncelens.js';
import { message, until, WatchPlace } from './watching.js';

const here = new WatchPlace();
const [A, B, C] = [1, 2, 3].map(queueId) as [string, string, string];

describe('watch', () => {
  test('ends cleanly on signals, and tells the shell which it was', async () => {
    here.put('mail.log', message(A));
    const [one, other] = await Promise.all([here.following(['mail.log']), here.following(['mail.log'])]);
    expect(await one.end('SIGINT')).toBe(130);
    expect(await other.end('SIGTERM')).toBe(143);
  });

  test('reads rules again on SIGHUP, and keeps those of before when they are wrong', async () => {
    const rule = (id: string, text: string) =>
      JSON.stringify({ rules: [{ id, reason: 'policy', patterns: { [text]: `550 5.1.1 ${text}` } }] });
    here.put('mail.log', '');
    here.put('rules.json', rule('first', 'user unknown'));
    const watching = await here.following(['mail.log', '--rules', 'rules.json']);
    const says = (text: string) => until(() => watching.stderr.includes(text), watching.stderr);
    here.append('mail.log', message(A));
    await watching.has(A);
    here.put('rules.json', rule('second', 'user unknown'));
    watching.child.kill('SIGHUP');
    await says('rules.json: read again, 1 rule');
    here.append('mail.log', message(B));
    await watching.has(B);
    here.put('rules.json', '{ "rules": [');
    watching.child.kill('SIGHUP');
    await says('The rules of before stay');
    here.append('mail.log', message(C));
    await watching.has(C);
    expect(watching.events.map(({ rule: name }) => name)).toEqual(['first', 'second', 'second']);
  });

  test('prints CSV and text, and hides addresses that are to be hidden', async () => {
    here.put('mail.log', message(A, 'secret@example.net'));
    const formats = await Promise.all(
      ['csv', 'text', 'ndjson'].map((format) =>
        here.following(['mail.log', '--from-start', '-f', format, '--redact', 'local-part']),
      ),
    );
    for (const one of formats) {
      await until(() => one.stdout.includes('550'), one.stderr);
      await one.end();
      expect.soft(one.stdout).not.toContain('secret');
    }
    expect(csvRecords(formats[0]!.stdout)).toMatchObject([{ queueId: A, replyCode: '550' }]);
    expect(formats[1]!.stdout).toMatch(/failed <.*@example\.net> 550 5\.1\.1\n {2}.*user-unknown/);
  });

  test('prints a summary every so often in place of events', async () => {
    here.put('mail.log', message(A));
    const watching = await here.following(['mail.log', '--summary-every', '1s', '--lang', 'en']);
    const times = () => watching.stdout.split('Bounce report').length - 1;
    await until(() => times() >= 2, watching.stderr);
    expect(watching.stdout).toContain('5.1.1');
    expect(watching.stdout).not.toContain('"queueId"');
    const before = times();
    expect(await watching.end()).toBe(143);
    expect(times()).toBe(before + 1);
  });

  test('prints nothing with --no-events, and serves what it counts', async () => {
    here.put('mail.log', '');
    const watching = await here.following(['mail.log', '--no-events']);
    here.append('mail.log', message(A));
    await until(async () =>
      (await (await watching.get('metrics')).text()).includes('bouncelens_records_total{kind="bounced"} 1\n'),
    );
    await watching.end();
    expect(watching.stdout).toBe('');
  });

  test('ends without an error when nobody reads what it prints any more', async () => {
    here.put('mail.log', '');
    const watching = await here.following(['mail.log']);
    here.append('mail.log', message(A));
    await watching.has(A);
    watching.child.stdout.destroy();
    here.append('mail.log', message(B));
    expect(await watching.code).toBe(0);
    expect(watching.stderr).not.toContain('EPIPE');
  });

  test('makes what remote servers say harmless on a terminal', async () => {
    here.put('mail.log', message(A, 'user@example.net', '550 5.1.1 \u001b[2Jgone\u202e'));
    const watching = await here.following(['mail.log', '--from-start', '-f', 'text']);
    await until(() => watching.stdout.includes('550 5.1.1'));
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
    expect(watching.stdout).not.toMatch(/[\u001b\u202e]/);
  });

  test('says what is no mail log', async () => {
    here.put('other.log', 'nothing of a mail server\n'.repeat(3));
    const watching = await here.following(['other.log']);
    expect(watching.stderr).toContain('other.log: no line of a known MTA in 3 lines so far. Is it the mail log?');
  });

  test.each([
    [['--summary-every', '5'], '--summary-every'],
    [['--since', 'yesterday'], 'since'],
  ])('refuses %j', async (args, name) => {
    here.put('mail.log', '');
    const { code, stderr } = await here.run(['watch', 'mail.log', ...args]);
    expect([code, stderr]).toEqual([2, expect.stringContaining(name)]);
  });
});
