import { spawnSync } from 'node:child_process';
import { symlinkSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { csvRecords, MAIN, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();

const isRoot = process.getuid?.() === 0;
/** What starts a command as a user whom permissions bind; null where nothing can. */
const unprivileged = isRoot ? setpriv() : '';

function setpriv(): string | null {
  const command = ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'];
  // That user may not be allowed to read the command itself, such as below the home of root.
  const { status } = spawnSync(command[0]!, [...command.slice(1), process.execPath, MAIN, '--version']);
  return status === 0 ? command.join(' ') : null;
}

describe.skipIf(process.platform === 'win32')('what is no file', () => {
  it('is named as an error, and the rest is read', async () => {
    here.put('mail.log', SMALL_LOG);
    symlinkSync('/dev/full', here.at('endless.log'));
    symlinkSync('endless', here.at('endless'));
    const { code, stdout, stderr } = await here.run(['/dev/zero', 'endless.log', 'endless', 'mail.log']);
    expect(code).toBe(1);
    expect(csvRecords(stdout)).toHaveLength(2);
    expect(stderr.split('\n').filter((line) => line.includes('neither a file nor a pipe'))).toHaveLength(2);
    expect(stderr).toMatch(/endless: too many symbolic links/);
  });

  it('is no standard input either', async () => {
    for (const device of ['/dev/zero', '/dev/full']) {
      const { code, stdout, stderr } = await here.shell(`$bouncelens - < ${device}`);
      expect(code).toBe(1);
      expect(stdout.split('\r\n')).toHaveLength(2);
      expect(stderr).toContain('(stdin): is neither a file nor a pipe');
    }
    expect(await here.shell('$bouncelens - < /dev/null')).toMatchObject({ code: 0 });
  });

  it('does not keep a pattern or a directory waiting', async () => {
    here.put('logs/mail.log', SMALL_LOG);
    const { code, stdout } = await here.shell("mkfifo logs/mail.pipe && $bouncelens 'logs/mail.*' && $bouncelens logs");
    expect(code).toBe(0);
    expect(csvRecords(stdout).length).toBeGreaterThan(3);
  });
});

describe.skipIf(process.platform === 'win32')('a pattern', () => {
  it('ends where links go in a circle', async () => {
    here.put('z/in/mail.log', SMALL_LOG);
    for (const name of ['s1', 's2']) symlinkSync('.', here.at(`z/${name}`));
    const { code, stdout, stderr } = await here.run(['z/in/**/mail.log', 'z/**/mail.log']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(csvRecords(stdout)).toHaveLength(2);
  });

  it.skipIf(unprivileged === null).each(['tree/**/mail.log*', 'tree/*/mail.log*', 'tree/{open,closed}/mail.log*'])(
    'reads what it may where a directory is closed, and names that (as a user who is not root): %s',
    async (pattern) => {
      here.put('tree/open/mail.log', SMALL_LOG);
      here.put('tree/closed/mail.log', SMALL_LOG);
      const { code, stdout, stderr } = await here.shell(
        `chmod 755 . && chmod ${isRoot ? '700' : '0'} tree/closed && ${unprivileged} $bouncelens '${pattern}'; code=$?; chmod 700 tree/closed; exit $code`,
      );
      expect(code).toBe(1);
      expect(csvRecords(stdout)).toHaveLength(2);
      expect(stderr).toMatch(/tree\/closed: permission denied/);
      expect(stderr).not.toContain('no file matches');
    },
  );
});

describe.skipIf(process.platform === 'win32')('the name of a file', () => {
  it('is a name and nothing else, whatever it holds', async () => {
    const names = [
      '$(touch ran).log',
      '`touch ran`.log',
      ';touch ran;.log',
      '|touch ran.log',
      '\n\x1b[31m.log',
      '--quiet.log',
      'a b\\.log',
    ];
    for (const [i, name] of names.entries()) here.put(name, SMALL_LOG.replaceAll('4F1A2', `4F1B${i}`));
    const { code, stdout, stderr } = await here.run(['-f', 'json', '--verbose', '--', ...names]);
    expect(code).toBe(0);
    const { inputs } = JSON.parse(stdout) as { inputs: { path: string; error: string | null }[] };
    expect(inputs.map(({ path }) => path).sort()).toEqual([...names].sort());
    expect(stderr).not.toContain('\x1b');
    expect(stderr).toContain('\\x0a\\x1b[31m.log');
    expect(await here.shell('test ! -e ran')).toMatchObject({ code: 0 });
  });

  it('does not reach the program that decompresses', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout } = await here.shell(
      'command -v bzip2 >/dev/null || exit 9; bzip2 -c mail.log > "-o $(printf x);touch ran.bz2" && $bouncelens -- "-o x;touch ran.bz2" && test ! -e ran',
    );
    if (code !== 9) expect([code, csvRecords(stdout).length]).toEqual([0, 2]);
  });
});
