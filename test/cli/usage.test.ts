import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();
const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };

/** Runs each of these, which must be refused: exit code 2, the words on standard error and nothing on standard output. */
async function refused(cases: readonly (readonly [readonly string[], ...RegExp[]])[]): Promise<void> {
  here.put('mail.log', SMALL_LOG);
  const runs = await Promise.all(cases.map(([args]) => here.run([...args, 'mail.log'].filter((arg) => arg !== '--end'))));
  for (const [i, [args, ...words]] of cases.entries()) {
    const { code, stdout, stderr } = runs[i]!;
    const what = `bouncelens ${args.join(' ')}\n${stderr}`;
    expect.soft(code, what).toBe(2);
    expect.soft(stdout, what).toBe('');
    expect.soft(stderr, what).toMatch(/^bouncelens: /);
    expect.soft(stderr, what).not.toMatch(/\n\s+at |YError|node:internal/);
    for (const word of words) expect.soft(stderr, what).toMatch(word);
  }
}

describe('a wrong command line', () => {
  it('names a dimension that does not exist, and lists those that do', async () => {
    await refused([
      [['--by', 'colour'], /--by/, /'colour'/, /recipientDomain/, /senderDomain/, /replyCode/],
      [['--by', 'reason,colour'], /'colour'/, /recipientDomain/],
      [['--by', 'reason,'], /--by/],
      [['--by', 'reason,reason'], /--by/, /twice/],
      [['--by', 'toString'], /'toString'/],
    ]);
  });

  it('has a number out of range', async () => {
    await refused([
      [['--top', '0'], /--top/, /at least 1/],
      [['--top', '-3'], /--top/],
      [['--top', 'abc'], /--top/, /number/],
      [['--top', '1.5'], /--top/],
      [['--top', '1', '--top', '2'], /--top/, /more than once/],
      [['--year', '12'], /--year/],
      [['--year', 'soon'], /--year/],
      [['--year', '0x7e8'], /--year must be a whole number from 1970 to 9999/],
      [['--year', '2.024e3'], /--year/],
      [['--year', '+2024'], /--year/],
      [['--year', '2024', '--year', '2025'], /--year/, /more than once/],
    ]);
  });

  it('has a time that is none', async () => {
    await refused([
      [['--since', 'nonsense'], /--since/, /'nonsense'/, /2026-06-05/],
      [['--until', '2026-02-30'], /--until/, /2026-02-30/],
      [['--since', '2026-06-05T25:00'], /--since/],
      [['--since', '5 June'], /--since/],
      [['--since', '-24x'], /--since/, /-24x/],
      [['--since', '2026-06-06', '--until', '2026-06-05'], /--since/, /--until/],
      [['--since', '2026-06-05', '--until', '2026-06-05'], /--since/, /--until/],
      [['--since', 'today', '--since', 'yesterday'], /--since/, /more than once/],
      [['--timezone', 'Foo/Bar'], /--timezone/, /'Foo\/Bar'/, /Europe\/Berlin/],
    ]);
  });

  it('has an option that does not exist, or lacks a value', async () => {
    await refused([
      [['--frobnicate'], /frobnicate/],
      [['--sinse', 'today'], /sinse/],
      [['-z'], /z/],
      [['events', '--by', 'reason'], /by/],
      [['--all'], /all/],
    ]);
  });

  it('lacks a value', async () => {
    await refused([
      [['--since='], /--since/],
      [['--by', ''], /--by/],
      [['--since', '--until', 'today'], /since/],
      [['-f', '--quiet'], /f/],
    ]);
    const runs = await Promise.all(['-o', '--since', '-f', '--top', '--config'].map((last) => here.run(['mail.log', last])));
    for (const { code, stdout, stderr } of runs) {
      expect.soft({ code, stdout }, stderr).toEqual({ code: 2, stdout: '' });
      expect.soft(stderr).toMatch(/^bouncelens: /);
    }
  });

  it('has an option that is on or off, and is given something else', async () => {
    await refused([[['--quiet=perhaps'], /--quiet/, /perhaps|true/]]);
  });

  it('asks for notes, and for none', async () => {
    const words = [/--quiet and --verbose/, /one of them/] as const;
    await refused([
      [['--quiet', '--verbose'], ...words],
      [['events', '--verbose', '--quiet'], ...words],
      [['trace', 'user@example.net', '--verbose', '--quiet'], ...words],
      [['suppress', '--verbose', '--quiet=true'], ...words],
      [['watch', '--quiet', '--verbose', '--listen', 'none'], ...words],
    ]);
    const one = await here.run(['mail.log', '--quiet', '--no-verbose']);
    expect(one).toMatchObject({ code: 0, stderr: '' });
  });

  it('has a format or an extension that does not exist', async () => {
    await refused([
      [['-f', 'docx'], /'docx'/, /csv/, /json/],
      [['events', '-f', 'docx'], /'docx'/, /ndjson/],
      [['-f', 'json', '-f', 'csv'], /--format/, /more than once/],
      [['-o', 'report.docx'], /report\.docx/, /\.csv/, /\.json/],
      [['-o', 'report'], /'report'/, /--format/],
      [['-o', 'a.csv', '-o', 'b.docx'], /b\.docx/],
      [['-o', 'a.csv', '-o', './a.csv'], /--output/, /twice/],
    ]);
  });

  it('does not pass on control characters', async () => {
    await refused([
      [['--by', 'x\x1b[31m\u202e'], /\\x1b\[31m\\u202e/],
      [['--x\x1b[31m'], /x\\x1b\[31m/],
      [['--since', 'a\u009b31m\nb'], /a\\x9b31m\\x0ab/],
    ]);
  });
});

describe('--help', () => {
  it('shows the commands, the options, examples and exit codes', async () => {
    const [all, short, events] = await Promise.all([here.run(['--help']), here.run(['-h']), here.run(['events', '--help'])]);
    expect(all).toMatchObject({ code: 0, stderr: '' });
    expect(short).toEqual(all);
    for (const word of [
      /report/,
      /events/,
      /--since/,
      /--by/,
      /Examples:/,
      /bouncelens \/var\/log\/mail\.log\*/,
      /[Ee]xit codes/,
    ])
      expect(all.stdout).toMatch(word);
    expect(events).toMatchObject({ code: 0, stderr: '' });
    expect(events.stdout).toMatch(/--outcomes/);
    expect(events.stdout).not.toMatch(/--top/);
    const longest = Math.max(...all.stdout.split('\n').map((line) => line.length));
    expect(longest).toBeLessThanOrEqual(110);
  });
});

describe('the locale', () => {
  it('names each short form of an option once, with and without a command', async () => {
    const lines = [
      ['--help'],
      ['mail.log', '-h'],
      ['-o', 'a.csv', '--help'],
      ['report', '--help'],
      ['-f', 'csv', 'events', '--help'],
    ];
    for (const { code, stdout } of await Promise.all(lines.map((args) => here.run(args)))) {
      expect.soft(code).toBe(0);
      expect.soft(stdout).toMatch(/^ {2}-f, --format {2}/m);
      expect.soft(stdout).toMatch(/^ {2}-o, --output {2}/m);
      expect.soft(stdout).toMatch(/^ {2}-h, --help {2}/m);
    }
  });

  it('does not mix languages in help and messages', async () => {
    const [english, german] = await Promise.all(
      ['C', 'de_DE.UTF-8'].map((locale) =>
        Promise.all([
          here.run(['--help'], { environment: { LC_ALL: locale } }),
          here.run(['--frobnicate'], { environment: { LC_ALL: locale } }),
        ]),
      ),
    );
    expect(german).toEqual(english);
  });
});

describe('--version', () => {
  it('is the version of the package', async () => {
    expect(await here.run(['--version'])).toEqual({ code: 0, stdout: `${version}\n`, stderr: '' });
  });
});

describe('a command', () => {
  it('may stand behind options', async () => {
    here.put('mail.log', SMALL_LOG);
    const [plain, ...runs] = await Promise.all([
      here.run(['events', 'mail.log']),
      here.run(['--quiet', 'events', 'mail.log']),
      here.run(['--no-progress', 'events', 'mail.log']),
      here.run(['--since', '2020-01-01', 'events', 'mail.log']),
      here.run(['-f', 'ndjson', 'events', 'mail.log']),
    ]);
    expect(plain.code).toBe(0);
    for (const [i, run] of runs.entries()) expect.soft([i, run]).toEqual([i, plain]);
  });
});
