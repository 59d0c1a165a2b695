import { spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { type Ended, ended, log, queued, queueId, Workplace } from './bouncelens.js';

const here = new Workplace();
const root = (path: string) => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const SECRET = 'the content of a file that the log names';

/** Replies as somebody writes them who hopes that a part of them is opened, run or looked up. */
const lures = (file: string): readonly string[] => [
  file,
  `file://${file}`,
  `../../../../../..${file}`,
  `< ${file}`,
  `@${file}`,
  `$(cat ${file})`,
  `\`cat ${file}\``,
  `; cat ${file} ;`,
  `| cat ${file}`,
  `{{ include ${file} }}`,
  `\${jndi:ldap://198.51.100.1/x}`,
  `<!--#include virtual="${file}" -->`,
  `<script src="http://198.51.100.1/x"></script>`,
];

const hostile = (file: string): string =>
  log(
    ...lures(file).flatMap((lure, i) => [
      queued('2026-06-05T10:00:00+00:00', queueId(i), lure.replaceAll(/[<>]/g, '')),
      `2026-06-05T10:00:01+00:00 mx postfix/smtp[11]: ${queueId(i)}: to=<${lure.replaceAll(/[<>]/g, '')}@example.net>, relay=${lure.replaceAll(/[\s,]/g, '')}[192.0.2.1]:25, delay=1, delays=0/0/0/1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550 5.1.1 ${lure} (in reply to RCPT TO command))`,
      `2026-06-05T10:00:02+00:00 mx postfix/smtpd[12]: NOQUEUE: reject: RCPT from unknown[192.0.2.2]: 554 5.7.1 <${lure}>: Helo command rejected: ${lure}; from=<a@example.com> to=<b@example.org> proto=ESMTP helo=<${lure}>`,
      `2026-06-05T10:00:03+00:00 mx postfix/local[13]: ${queueId(i)}: to=<u@example.org>, relay=local, delay=1, delays=0/0/0/1, dsn=5.2.0, status=bounced (can't create user output file. Command output: ${lure})`,
    ]),
  );

const PERMISSION = process.allowedNodeEnvironmentFlags.has('--permission') ? '--permission' : '--experimental-permission';

/** Runs the command where Node itself refuses it other files than these, and every program, thread and addon. */
function confined(args: readonly string[], files: readonly string[]): Promise<Ended> {
  // Where the folder is a link, both names are opened. One path must not be another's beginning: Node 20 stumbles over that.
  const packages = new Set([`${root('node_modules')}/`, `${realpathSync(root('node_modules'))}/`]);
  const own = [root('dist/'), root('package.json'), ...packages];
  const allowed = [...own, ...files, here.at('bouncelens.config.json'), '/etc/bouncelens/*'];
  const child = spawn(
    process.execPath,
    [PERMISSION, '--no-warnings', ...allowed.map((file) => `--allow-fs-read=${file}`), root('dist/cli/main.js'), ...args],
    { cwd: here.at('.'), env: { ...process.env, TZ: 'UTC', LC_ALL: 'C.UTF-8' } },
  );
  child.stdin.end();
  return ended(child);
}

describe('a log whose replies name files and commands', () => {
  it('is read without opening or running anything but the log', async () => {
    here.put('secret.txt', `${SECRET}\n`);
    here.put('mail.log', hostile(here.at('secret.txt')));
    const mail = here.at('mail.log');
    for (const args of [
      ['-f', 'json', mail],
      ['-f', 'text', mail],
      ['-f', 'html', mail],
      ['events', '--all', mail],
      ['events', '--outcomes', mail],
      ['trace', queueId(0), mail],
    ]) {
      const [free, bound] = await Promise.all([here.run(args), confined(args, [mail])]);
      expect.soft(free.code, `${args.join(' ')}: ${free.stderr}`).toBe(0);
      // A report says when it was made.
      const timeless = ({ code, stdout }: Ended) => [
        code,
        stdout.replaceAll(/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?(?:\.\d+)?/g, 'TIME'),
      ];
      expect.soft(timeless(bound), bound.stderr).toEqual(timeless(free));
      expect.soft(free.stdout).not.toContain(SECRET);
    }
  });

  it('would be noticed if it opened anything', async () => {
    here.put('mail.log', hostile(here.at('secret.txt')));
    const { code, stderr } = await confined([here.at('mail.log')], []);
    expect(code).not.toBe(0);
    expect(stderr).toMatch(/ERR_ACCESS_DENIED|restricted/);
  });
});
