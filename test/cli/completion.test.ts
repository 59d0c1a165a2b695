import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { Workplace } from './bouncelens.js';

const here = new Workplace();
const SHELLS = ['bash', 'zsh', 'fish'] as const;

const isInstalled = (program: string): boolean => spawnSync(program, ['--version'], { input: '' }).error === undefined;
const installed = new Map(SHELLS.map((shell) => [shell, isInstalled(shell)]));

const run = (program: string, args: readonly string[]) => {
  const { stdout, stderr, status } = spawnSync(program, args, { encoding: 'utf8', cwd: here.at('.'), input: '' });
  return { stdout, stderr, status };
};

/** What the help of each command says that it takes, by command. */
const helped = new Map<string, readonly string[]>();

const optionsIn = (help: string) =>
  [...help.matchAll(/^ +(?:-\w, )?--([a-z-]+)/gm)].map(([, name]) => name!).filter((name) => name !== 'version');

describe('completion', () => {
  beforeAll(async () => {
    const { stdout } = await here.run(['--help']);
    const names = [...stdout.split('Examples:')[0]!.matchAll(/^ {2}bouncelens ([a-z]+)/gm)].map(([, name]) => name!);
    expect(names).toEqual(expect.arrayContaining(['report', 'events', 'explain', 'setup', 'completion']));
    const helps = await Promise.all(names.map((name) => here.run([name, '--help'])));
    names.forEach((name, i) => {
      helped.set(name, optionsIn(helps[i]!.stdout));
    });
    expect(helped.get('report')).toEqual(expect.arrayContaining(['since', 'by', 'fail-on', 'lang', 'help']));
  });

  it('needs a shell that is known', async () => {
    for (const args of [[], ['tcsh'], ['toString'], ['bash', 'zsh'], ['bash', '--', 'x']]) {
      const { code, stdout, stderr } = await here.run(['completion', ...args]);
      expect.soft({ code, stdout }, args.join(' ')).toEqual({ code: 2, stdout: '' });
      expect.soft(stderr).toMatch(/^bouncelens: .+/);
    }
  });

  it.for(SHELLS)('for %s is a script without an error', async (shell, { skip }) => {
    skip(!installed.get(shell), `${shell} is not installed`);
    const { stdout } = await here.run(['completion', shell]);
    here.put('script', stdout);
    expect(run(shell, ['-n', here.at('script')])).toEqual({ stdout: '', stderr: '', status: 0 });
  });

  it('for bash offers every option of every command', async ({ skip }) => {
    skip(!installed.get('bash'), 'bash is not installed');
    here.put('script', (await here.run(['completion', 'bash'])).stdout);
    for (const [command, options] of helped) {
      expect.soft(bash(`bouncelens ${command} --`), command).toEqual(expect.arrayContaining(options.map((name) => `--${name}`)));
    }
  });

  /** What bash offers for the last word of a line. */
  function bash(line: string): string[] {
    // bash cuts words at = as well.
    const words = line.split(/ |(?<==)|(?==)/).map((word) => `'${word}'`);
    const script = `source '${here.at('script')}'; COMP_WORDS=(${words.join(' ')}); COMP_CWORD=${words.length - 1}; _bouncelens; printf '%s\\n' "\${COMPREPLY[@]}"`;
    const { stdout, stderr } = run('bash', ['--norc', '-uc', script]);
    expect(stderr).toBe('');
    return stdout.split('\n').filter((word) => word !== '');
  }

  it('for bash offers what fits', async ({ skip }) => {
    skip(!installed.get('bash'), 'bash is not installed');
    here.put('script', (await here.run(['completion', 'bash'])).stdout);
    expect(bash('bouncelens ')).toEqual([...helped.keys()]);
    expect(bash('bouncelens e')).toEqual(['events', 'explain']);
    expect(bash('bouncelens --fail')).toEqual(['--fail-on']);
    expect(bash('bouncelens --lang ')).toEqual(['en', 'de', 'fr', 'ja']);
    expect(bash('bouncelens explain --lang=d')).toEqual(['de']);
    expect(bash('bouncelens explain --lang=')).toEqual(['en', 'de', 'fr', 'ja']);
    expect(bash('bouncelens events -f ')).toEqual(['text', 'ndjson', 'csv']);
    expect(bash('bouncelens -f csv events -f n')).toEqual(['ndjson']);
    // A value is no command.
    expect(bash('bouncelens -o events --by recipientD')).toEqual(['recipientDomain']);
    expect(bash('bouncelens rules ')).toEqual(['test']);
    expect(bash('bouncelens completion ')).toEqual(['bash', 'zsh', 'fish']);
    expect(bash('bouncelens setup --print s')).toEqual(['systemd', 'systemd-watch']);
    expect(bash('bouncelens codes --reason mailbox-f')).toEqual(['mailbox-full']);
    // Nothing: bash offers names of files.
    for (const line of ['bouncelens events mail', 'bouncelens rules test ', 'bouncelens -o ', 'bouncelens --rules='])
      expect(bash(line)).toEqual([]);
  });

  it('for fish offers every option of every command, and what fits', async ({ skip }) => {
    skip(!installed.get('fish'), 'fish is not installed');
    here.put('script', (await here.run(['completion', 'fish'])).stdout);
    mkdirSync(here.at('home'));
    const lines = [...helped.keys()].map((command) => `bouncelens ${command} --`);
    const more = [
      'bouncelens ',
      'bouncelens events -f ',
      'bouncelens completion ',
      'bouncelens --by recipientD',
      'bouncelens explain --lang ',
    ];
    const asks = [...lines, ...more].map((line) => `complete -C '${line}'; echo ====`);
    const { stdout, stderr } = spawnSync('fish', ['--no-config', '-c', `source ${here.at('script')}; ${asks.join('; ')}`], {
      encoding: 'utf8',
      cwd: here.at('home'),
      env: { ...process.env, HOME: here.at('home') },
    });
    expect(stderr).toBe('');
    const offers = stdout.split('====\n').map((part) =>
      part
        .split('\n')
        .map((line) => line.split('\t', 1)[0]!)
        .filter((word) => word !== ''),
    );
    [...helped].forEach(([command, options], i) => {
      expect.soft(offers[i], command).toEqual(expect.arrayContaining(options.map((name) => `--${name}`)));
    });
    const [commands, formats, shells, by, languages] = offers.slice(lines.length);
    expect(commands).toEqual(expect.arrayContaining([...helped.keys()]));
    expect(formats?.toSorted()).toEqual(['csv', 'ndjson', 'text']);
    expect(shells?.toSorted()).toEqual(['bash', 'fish', 'zsh']);
    expect(by).toEqual(['recipientDomain']);
    expect(languages?.toSorted()).toEqual(['de', 'en', 'fr', 'ja']);
  });

  it('for zsh names every option of every command, and is loaded without an error', async ({ skip }) => {
    const { stdout: script } = await here.run(['completion', 'zsh']);
    const cases = new Map(
      [...script.matchAll(/^ {4}([a-z]+)\) _arguments([\s\S]*?) ;;$/gm)].map(([, name, body]) => [name!, body!]),
    );
    for (const [command, options] of helped) {
      for (const option of options) expect.soft(cases.get(command), command).toMatch(new RegExp(`--${option}(?:=|\\[)`));
    }
    skip(!installed.get('zsh'), 'zsh is not installed');
    here.put('script', script);
    const load = `autoload -U compinit && compinit -D -u && source ${here.at('script')} && print -r -- $_comps[bouncelens]`;
    expect(run('zsh', ['-f', '-c', load])).toMatchObject({ stdout: '_bouncelens\n', status: 0 });
  });

  it('for zsh offers what fits', async ({ skip }) => {
    skip(!installed.get('zsh'), 'zsh is not installed');
    here.put('script', (await here.run(['completion', 'zsh'])).stdout);
    // What the completion system would call with what it would show is shown in its place.
    const show = (words: readonly string[]) => {
      const stubs = `_arguments() { print -rl -- "$@" }; compdef() { : }`;
      const { stdout, stderr } = run('zsh', [
        '-f',
        '-c',
        `${stubs}; source ${here.at('script')}; words=(${words.map((word) => `'${word}'`).join(' ')}); CURRENT=${words.length}; _bouncelens`,
      ]);
      expect(stderr).toBe('');
      return stdout.split('\n');
    };
    expect(show(['bouncelens', ''])).toEqual(expect.arrayContaining(['1: :_bouncelens_words', '*:file:_files']));
    expect(show(['bouncelens', 'events', ''])).toEqual(
      expect.arrayContaining(['1: :(events)', expect.stringMatching(/^--outcomes\[.*\]$/)]),
    );
    expect(show(['bouncelens', 'explain', '--lang=d'])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^--lang=\[.*\]:LANGUAGE:\(en de fr ja\)$/)]),
    );
    expect(show(['bouncelens', 'completion', ''])).toEqual(
      expect.arrayContaining([expect.stringMatching(/^2:.*:\(bash zsh fish\)$/)]),
    );
  });

  it.each(['events', 'trace', 'classify', 'explain', 'compare', 'codes', 'report'])(
    'offers the formats that %s has',
    async (command) => {
      const { stdout } = await here.run(['completion', 'bash']);
      const [, own = ''] = new RegExp(`^ {4}${command}\\)\\n([\\s\\S]*?)^ {6};;$`, 'm').exec(stdout) ?? [];
      const [, offered = ''] = /--format\|-f\) COMPREPLY=\(\$\(compgen -W '([^']*)'/.exec(own) ?? [];
      const { stderr } = await here.run([command, '-f', 'none', '550', '450']);
      const [, known = ''] = /There are: (.*)/.exec(stderr) ?? [];
      expect(offered.split(' ').toSorted()).toEqual(known.split(', ').toSorted());
    },
  );
});
