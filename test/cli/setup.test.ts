import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cronFile } from '../../src/cli/setup-cron.js';
import { logrotateStanza } from '../../src/cli/setup-logrotate.js';
import { systemdUnits, watchUnit } from '../../src/cli/setup-systemd.js';
import { csvRecords, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();
const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
const MAN = fileURLToPath(new URL('../../dist/man/bouncelens.1', import.meta.url));

const isInstalled = (program: string): boolean => spawnSync(program, ['--version'], { input: '' }).error === undefined;

function run(program: string, args: readonly string[], environment: NodeJS.ProcessEnv = {}) {
  const { stdout, stderr, status } = spawnSync(program, args, {
    encoding: 'utf8',
    cwd: here.at('.'),
    env: { ...process.env, TZ: 'UTC', ...environment },
    input: '',
  });
  return { stdout, stderr, status };
}

const printed = async (what: string) => {
  const { code, stdout } = await here.run(['setup', '--print', what]);
  expect(code).toBe(0);
  return stdout;
};

/** Names that a shell, systemd and cron would each read otherwise. */
const STRANGE = `it's 100% $HOME "x"\\n;#`;

/** The lines of a log of yesterday. */
const yesterdaysLog = () => SMALL_LOG.replaceAll('2026-06-05', new Date(Date.now() - 86_400_000).toISOString().slice(0, 10));

describe('setup', () => {
  it('needs to know what to print', async () => {
    for (const args of [
      [],
      ['--print', 'launchd'],
      ['--print'],
      ['--print', 'cron', 'extra'],
      ['--print', 'cron', '--print', 'man'],
    ]) {
      const { code, stdout, stderr } = await here.run(['setup', ...args]);
      expect.soft({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' });
      expect.soft(stderr).toMatch(/^bouncelens: .*(?:print|argument)/);
    }
  });

  it('names options that the command has', async () => {
    const { stdout: help } = await here.run(['report', '--help']);
    for (const what of ['systemd', 'cron', 'logrotate']) {
      const text = await printed(what);
      const line = text.split('\n').find((one) => one.includes(MAIN) || one.includes('main.js'))!;
      const options = [...line.slice(line.indexOf('main.js')).matchAll(/ (--[a-z-]+)/g)].map(([, name]) => name!);
      expect(options).toContain('--quiet');
      for (const option of options) expect.soft(help).toMatch(new RegExp(`${option}\\b`));
    }
  });
});

describe('the unit of systemd that follows', () => {
  it('is a unit without an error, by systemd-analyze verify', async ({ skip }) => {
    skip(!isInstalled('systemd-analyze'), 'systemd-analyze is not installed');
    here.put('bouncelens-watch.service', await printed('systemd-watch'));
    const file = here.at('bouncelens-watch.service');
    expect(run('systemd-analyze', ['verify', '--man=no', file])).toEqual({ stdout: '', stderr: '', status: 0 });
  });

  it('leaves the service little that it could do, by systemd-analyze security', async ({ skip }) => {
    const help = isInstalled('systemd-analyze') ? run('systemd-analyze', ['--help']).stdout : '';
    skip(!help.includes('--offline'), 'systemd-analyze is not installed, or too old to look at a file');
    here.put('bouncelens-watch.service', await printed('systemd-watch'));
    const file = here.at('bouncelens-watch.service');
    const { status, stdout } = run('systemd-analyze', ['security', '--offline=true', '--threshold=25', file]);
    expect(status, stdout).toBe(0);
  });

  it('names options that the command has, and reaches nobody but this machine', async () => {
    const text = await printed('systemd-watch');
    const { stdout: help } = await here.run(['watch', '--help']);
    const line = text.split('\n').find((one) => one.startsWith('ExecStart='))!;
    expect(line).toMatch(/" watch --no-events --state \$\{STATE_DIRECTORY\}\/watch\.state$/);
    for (const option of ['--events', '--state']) expect(help).toContain(option);
    for (const one of ['IPAddressDeny=any', 'IPAddressAllow=localhost', 'SuccessExitStatus=143', 'ProtectSystem=strict'])
      expect(text.split('\n')).toContain(one);
  });

  it('starts the command under whatever name', () => {
    expect(watchUnit(['/usr/bin/node', STRANGE])).toContain(`ExecStart="/usr/bin/node" "it's 100%% $$HOME \\"x\\"\\\\n;#" watch`);
  });
});

describe('the units of systemd', () => {
  const cut = (text: string) => {
    const at = text.indexOf('# /etc/systemd/system/bouncelens.timer');
    return { service: text.slice(0, at), timer: text.slice(at) };
  };

  it('are units without an error, by systemd-analyze verify', async ({ skip }) => {
    skip(!isInstalled('systemd-analyze'), 'systemd-analyze is not installed');
    const { service, timer } = cut(await printed('systemd'));
    here.put('bouncelens.service', service);
    here.put('bouncelens.timer', timer);
    const files = ['bouncelens.service', 'bouncelens.timer'].map((name) => here.at(name));
    expect(run('systemd-analyze', ['verify', '--man=no', ...files])).toEqual({ stdout: '', stderr: '', status: 0 });
    // The same with a mistake: the test would notice one.
    here.put('bouncelens.timer', timer.replace('OnCalendar=*-*-*', 'OnCalendar=*-*-99'));
    expect(run('systemd-analyze', ['verify', '--man=no', ...files]).stderr).toMatch(/calendar/);
  });

  it('leave the service little that it could do, by systemd-analyze security', async ({ skip }) => {
    const help = isInstalled('systemd-analyze') ? run('systemd-analyze', ['--help']).stdout : '';
    skip(!help.includes('--offline'), 'systemd-analyze is not installed, or too old to look at a file');
    here.put('bouncelens.service', cut(await printed('systemd')).service);
    // Of 100: 0 is nothing, and what most services have is 96.
    const { status, stdout } = run('systemd-analyze', [
      'security',
      '--offline=true',
      '--threshold=15',
      here.at('bouncelens.service'),
    ]);
    expect(status, stdout).toBe(0);
  });

  it('have the parts that hold it in', async () => {
    const { service, timer } = cut(await printed('systemd'));
    for (const line of [
      'DynamicUser=yes',
      'ProtectSystem=strict',
      'SupplementaryGroups=adm',
      'StateDirectory=bouncelens',
      'PrivateNetwork=yes',
    ])
      expect(service.split('\n')).toContain(line);
    expect(timer.split('\n')).toContain('Persistent=true');
  });

  it('start what they name, whatever characters that has', () => {
    const [, word = ''] = /^ExecStart=\/bin\/sh -c "(.*)"$/m.exec(systemdUnits(['printf', '%s\\n', STRANGE]))!;
    // What systemd makes of the word: systemd.service(5), "Command lines".
    const command = word
      .replaceAll('$$', '$')
      .replaceAll('%%', '%')
      .replaceAll(/\\(["\\])/g, '$1');
    const { stdout } = run('sh', ['-c', command], { STATE_DIRECTORY: '/var/lib/bouncelens' });
    expect(stdout.split('\n').slice(0, 3)).toEqual([STRANGE, '--state', '/var/lib/bouncelens/state']);
    expect(stdout).toMatch(/^\/var\/lib\/bouncelens\/\{period\}\.csv$/m);
  });
});

describe.skipIf(process.platform === 'win32')('the file for cron', () => {
  /** What cron hands to the shell: crontab(5). */
  const commandOf = (file: string) =>
    file
      .split('\n')
      .find((line) => /^[\d*]/.test(line))!
      .split(' ')
      .slice(6)
      .join(' ')
      .replaceAll('\\%', '%');

  it('has variables, and one line with five times, a user and a command', async () => {
    const lines = (await printed('cron'))
      .trimEnd()
      .split('\n')
      .filter((line) => !line.startsWith('#'));
    expect(lines.slice(0, -1).every((line) => /^[A-Z]+=\S+$/.test(line))).toBe(true);
    expect(lines.at(-1)).toMatch(/^10 3 \* \* \* bouncelens flock -n /);
    expect(lines.at(-1)!.replaceAll('\\%', '')).not.toContain('%');
  });

  it('runs the command, which writes what it says', async ({ skip }) => {
    skip(!isInstalled('flock'), 'flock is not installed');
    const home = here.at(STRANGE);
    mkdirSync(home);
    here.put('mail.log', yesterdaysLog());
    // A cron job has no input; here the log is put in the place of that of the system.
    const command = commandOf(cronFile([process.execPath, MAIN, here.at('mail.log')], { user: 'x', home }));
    expect(run('sh', ['-c', command])).toEqual({ stdout: '', stderr: '', status: 0 });
    const [report] = readdirSync(home).filter((name) => name.endsWith('.csv'));
    expect(report).toMatch(/^\d{4}-\d\d-\d\d\.csv$/);
    expect(csvRecords(readFileSync(`${home}/${report}`, 'utf8'))).toHaveLength(2);
  });

  it('does not run it twice at a time, and says so; the status of the command stays', async ({ skip }) => {
    skip(!isInstalled('flock'), 'flock is not installed');
    const command = (program: readonly string[]) => commandOf(cronFile(program, { user: 'x', home: here.at('.') }));
    const holder = spawn('sh', ['-c', 'exec 9>"$0"; flock 9; echo held; read line', here.at('lock')]);
    try {
      await once(holder.stdout, 'data');
      const { status, stdout, stderr } = run('sh', ['-c', command(['touch', here.at('ran')])]);
      expect({ status, stdout }).toEqual({ status: 75, stdout: '' });
      expect(stderr).toMatch(/run before this one/);
      expect(existsSync(here.at('ran'))).toBe(false);
    } finally {
      holder.stdin.end();
      await once(holder, 'close');
    }
    expect(run('sh', ['-c', command(['sh', '-c', 'exit 4'])])).toEqual({ status: 4, stdout: '', stderr: '' });
  });
});

describe('the stanza for logrotate', () => {
  it('is one without an error, by logrotate -d', async ({ skip }) => {
    skip(!isInstalled('logrotate'), 'logrotate is not installed');
    here.put('stanza', await printed('logrotate'));
    chmodSync(here.at('stanza'), 0o644);
    const { status, stderr } = run('logrotate', ['-d', '-s', here.at('status'), here.at('stanza')]);
    expect(status, stderr).toBe(0);
    expect(stderr).not.toMatch(/error/i);
    expect(stderr).toContain('/var/log/mail.log');
  });

  it('reports on the log that was rotated', async ({ skip }) => {
    skip(!isInstalled('logrotate'), 'logrotate is not installed');
    here.put('logs/mail.log', SMALL_LOG);
    here.put(
      'stanza',
      logrotateStanza([process.execPath, MAIN], { log: here.at('logs/mail.log'), reports: here.at("it's reports") }),
    );
    chmodSync(here.at('stanza'), 0o644);
    const { status, stderr } = run('logrotate', ['-f', '-s', here.at('status'), here.at('stanza')]);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(readdirSync(here.at('logs'))).toContain('mail.log.1');
    const reports = readdirSync(here.at("it's reports"));
    expect(reports).toEqual([expect.stringMatching(/^\d{4}-\d\d-\d\d\.html$/)]);
    expect(readFileSync(here.at(`it's reports/${reports[0]}`), 'utf8')).toContain('User unknown');
  });
});

describe('the man page', () => {
  it('is the one that the package ships', async () => {
    const manifest = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
    expect(manifest.man).toBe('./dist/man/bouncelens.1');
    expect(readFileSync(MAN, 'utf8')).toBe(await printed('man'));
  });

  it.for([
    ['man', ['--warnings', '-l', MAN]],
    ['groff', ['-man', '-ww', '-Tutf8', MAN]],
    ['mandoc', ['-T', 'lint', '-W', 'error', MAN]],
  ] as const)('is without an error, by %s', ([program, args], { skip }) => {
    skip(!isInstalled(program), `${program} is not installed`);
    expect(run(program, args, { MANPAGER: 'cat', LC_ALL: 'C.UTF-8', MAN_KEEP_STDERR: '1' })).toMatchObject({
      stderr: '',
      status: 0,
    });
  });

  it('names every command, and every option of every command under its name', async () => {
    const { stdout } = await here.run(['--help']);
    const names = [...stdout.split('Examples:')[0]!.matchAll(/^ {2}bouncelens ([a-z]+)/gm)].map(([, name]) => name!);
    expect(names.length).toBeGreaterThan(8);
    const sections = readFileSync(MAN, 'utf8').replaceAll('\\-', '-').split('\n.SS ').slice(1);
    const byName = new Map(sections.map((section) => [/^"(.*?)"/.exec(section)![1]!, section.split('\n.SH ')[0]!]));
    expect([...byName.keys()]).toEqual(names);
    for (const name of names) {
      const { stdout: help } = await here.run([name, '--help']);
      const options = [...help.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm)].map(([, option]) => option!);
      for (const option of options.filter((one) => one !== 'version')) {
        expect.soft(byName.get(name), `${name} --${option}`).toMatch(new RegExp(`\\\\fB--${option}\\\\fR`));
      }
    }
  });
});
