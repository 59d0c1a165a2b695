import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bounced, csvRows, type Ended, log, queued, queueId, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();
const FILE = 'bouncelens.config.json';

/** The offset in which a report shows its times, which is how the tests see which zone is in force. */
function offset({ stdout, stderr }: Ended): string {
  const { period } = JSON.parse(stdout || `{"period":{"from":${JSON.stringify(stderr)}}}`) as { period: { from: string } };
  return period.from.replace(/^.*T\d\d:\d\d:\d\d(?:\.\d+)?/, '');
}

const inJson = (...args: readonly string[]) => ['mail.log', '-f', 'json', ...args];

describe('a configuration file', () => {
  it('is read from the working directory', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put(FILE, JSON.stringify({ format: 'json', by: 'type,day', timezone: 'Asia/Tokyo', top: 1, quiet: true }));
    const report = await here.run(['mail.log']);
    expect(report).toMatchObject({ code: 0, stderr: '' });
    const { by, rows } = JSON.parse(report.stdout) as { by: string[]; rows: unknown[] };
    expect([by, rows.length, offset(report)]).toEqual([['type', 'day'], 1, '+09:00']);
  });

  it('may begin with a byte order mark', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put(FILE, `\ufeff${JSON.stringify({ timezone: 'Asia/Tokyo' })}`);
    const report = await here.run(inJson());
    expect([report.code, offset(report)]).toEqual([0, '+09:00']);
  });

  it('may stand elsewhere, and then it alone is read', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put(FILE, JSON.stringify({ timezone: 'Asia/Tokyo', top: 1 }));
    here.put('etc/other.json', JSON.stringify({ timezone: 'America/New_York' }));
    for (const args of [
      inJson('--config', 'etc/other.json'),
      inJson('--config=etc/other.json'),
      ['--config', 'etc/other.json', ...inJson()],
    ]) {
      const report = await here.run(args);
      expect([report.code, offset(report)]).toEqual([0, '-04:00']);
      expect((JSON.parse(report.stdout) as { rows: unknown[] }).rows).toHaveLength(2);
    }
  });

  it('names files for reports, not for what is looked up', async () => {
    here.put(FILE, JSON.stringify({ output: ['night.json'] }));
    here.put('night.json', 'the report of last night');
    const looked = [
      ['explain', '550'],
      ['compare', '550', '552'],
      ['codes', '550'],
      ['classify', '550 5.1.1 no such user'],
    ];
    for (const args of looked) {
      const { code, stdout } = await here.run(args);
      expect([args[0], code, stdout.length > 0]).toEqual([args[0], 0, true]);
    }
    expect(readFileSync(here.at('night.json'), 'utf8')).toBe('the report of last night');
  });

  it('gives way to the environment, and that to the command line', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put(FILE, JSON.stringify({ timezone: 'Asia/Tokyo' }));
    const environment = { BOUNCELENS_TIMEZONE: 'Europe/Berlin' };
    const [file, variable, line] = await Promise.all([
      here.run(inJson()),
      here.run(inJson(), { environment }),
      here.run(inJson('--timezone', 'Asia/Kolkata'), { environment }),
    ]);
    expect([file, variable, line].map(offset)).toEqual(['+09:00', '+02:00', '+05:30']);
  });

  it('gives way where a list or a switch is concerned, too', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('empty.log', '');
    here.put(FILE, JSON.stringify({ output: ['a.csv', 'b.json'], quiet: true, format: 'csv' }));
    const [files, line, loud, short] = await Promise.all([
      here.run(['mail.log']),
      here.run(['mail.log', '-o', 'c.json', '-f', 'json']),
      here.run(['empty.log', '--no-quiet', '-o', 'd.csv']),
      here.run(['mail.log', '-f', 'json', '-o', '/dev/null']),
    ]);
    expect(files).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(csvRows(await here.shell('cat a.csv').then((read) => read.stdout))).toHaveLength(3);
    expect((await here.shell('ls')).stdout.trim().split('\n')).toEqual([
      ...['a.csv', 'b.json', FILE, 'c.json', 'd.csv', 'empty.log', 'mail.log'],
    ]);
    expect([line.code, short.code]).toEqual([0, 0]);
    expect(loud.stderr).toMatch(/empty/);
  });

  it('may hold the options of all commands', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put(FILE, JSON.stringify({ by: 'day', outcomes: true, all: false }));
    const [report, events] = await Promise.all([here.run(['mail.log']), here.run(['events', 'mail.log'])]);
    expect([report.code, csvRows(report.stdout)[0]![0]]).toEqual([0, 'day']);
    expect([events.code, events.stdout.trim().split('\n').length]).toEqual([0, 2]);
    expect(events.stdout).toContain('"outcome":"failed"');
  });

  it('that is wrong is refused: 2, naming the file and what is wrong in it', async () => {
    here.put('mail.log', SMALL_LOG);
    const cases: readonly (readonly [string, RegExp])[] = [
      ['{"timezome": "UTC"}', /'timezome'.*timezone/],
      ['{"f": "json"}', /'f'/],
      ['{"config": "x.json"}', /'config'/],
      ['{"top": 0}', /top/],
      ['{"top": "many"}', /top/],
      ['{"timezone": "Foo/Bar"}', /Foo\/Bar/],
      ['{"since": "nonsense"}', /nonsense/],
      ['{"quiet": "perhaps"}', /quiet/],
      ['{"quiet": 1}', /wrong\d+\.json: 'quiet' must be true or false: 1 is none/],
      ['{"by": ["reason", "day"]}', /wrong\d+\.json: 'by' must be a text: \["reason","day"\] is none/],
      ['{"output": {"a": 1}}', /wrong\d+\.json: 'output' must be a text, or a list of texts: \{"a":1\} is none/],
      ['{"fail-on": ["failed>0", null]}', /'fail-on' must be a text, or a list of texts/],
      ['{"top": null}', /'top' must be a number: null is none/],
      ['{"top": -1}', /--top must be a whole number of at least 1 \(set in wrong\d+\.json\)/],
      ['{"by": ["reason", "colour"]}', /by/],
      ['{"top": 1', /JSON|[Ee]xpected/],
      ['["top"]', /object/],
      ['null', /object/],
    ];
    const files = cases.map(([text], i) => here.put(`wrong${i}.json`, text));
    const runs = await Promise.all([
      ...files.map((file) => here.run(['mail.log', '--config', file])),
      here.run(['mail.log', '--config', 'gone.json']),
      here.run(['mail.log', '--config', '.']),
    ]);
    for (const [i, { code, stdout, stderr }] of runs.entries()) {
      const what = `${cases[i]?.[0] ?? 'no file'}\n${stderr}`;
      expect.soft({ code, stdout }, what).toEqual({ code: 2, stdout: '' });
      expect.soft(stderr, what).not.toMatch(/\n\s+at /);
      if (i < cases.length) expect.soft(stderr, what).toMatch(cases[i]![1]);
      expect.soft(stderr, what).toContain(files[i] ?? (i === cases.length ? 'gone.json' : '--config'));
    }
    here.put(FILE, '{"timezome": "UTC"}');
    expect(await here.run(['mail.log'])).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(FILE) });
  });
});

describe('options of which one is the opposite of the other', () => {
  it('hold where they stand nearest to the command line', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('quiet.json', '{"quiet": true}');
    here.put('verbose.json', '{"verbose": true}');
    here.put('both.json', '{"verbose": true, "quiet": true}');
    const runs: readonly (readonly [args: readonly string[], variable: string | null, saysMore: boolean])[] = [
      [['--config', 'quiet.json', '--verbose'], null, true],
      [['--config', 'verbose.json', '--quiet'], null, false],
      [['--config', 'verbose.json'], 'BOUNCELENS_QUIET', false],
      [['--config', 'quiet.json'], 'BOUNCELENS_VERBOSE', true],
      [['--quiet'], 'BOUNCELENS_VERBOSE', false],
      [['--config', 'both.json', '--verbose'], null, true],
      [['--config', 'quiet.json', '--no-verbose'], null, false],
    ];
    const ended = await Promise.all(
      runs.map(([args, variable]) =>
        here.run(['mail.log', ...args], { environment: variable === null ? {} : { [variable]: 'true' } }),
      ),
    );
    for (const [i, [args, variable, saysMore]] of runs.entries()) {
      expect.soft([args, variable, ended[i]!.code, ended[i]!.stderr !== '']).toEqual([args, variable, 0, saysMore]);
    }
  });

  it('are refused where both stand in one place', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put(FILE, '{"verbose": true, "quiet": true}');
    const { code, stderr } = await here.run(['mail.log']);
    expect([code, stderr]).toEqual([2, expect.stringContaining(`(set in ${FILE})`)]);
  });
});

describe('the environment', () => {
  const run = (environment: Readonly<Record<string, string>>, ...args: readonly string[]) =>
    here.run(inJson(...args), { environment });

  it('sets options by their names', async () => {
    here.put('mail.log', log(SMALL_LOG.trimEnd(), queued('Jun  5 10:00:00', queueId(9)), bounced('Jun  5 10:00:01', queueId(9))));
    const [top, quiet, year, wrong, bare, other] = await Promise.all([
      run({ BOUNCELENS_TOP: '1', BOUNCELENS_BY: 'reason' }),
      here.run(['missing.log', 'mail.log', 'mail.log'], { environment: { BOUNCELENS_QUIET: 'true' } }),
      run({ BOUNCELENS_YEAR: '2019' }),
      run({ BOUNCELENS_TIMEZOME: 'UTC' }),
      run({ BOUNCELENS: 'whatever', BOUNCELENSX_TOP: '0', XBOUNCELENS_TOP: '0' }),
      run({ BOUNCELENS_OUTCOMES: 'true' }),
    ]);
    expect((JSON.parse(top.stdout) as { by: string[]; rows: unknown[] }).rows).toHaveLength(1);
    expect(quiet.stderr.trim().split('\n')).toEqual([expect.stringMatching(/missing\.log/)]);
    expect((JSON.parse(year.stdout) as { period: { from: string } }).period.from).toMatch(/^2019-06-05/);
    expect(wrong).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(/BOUNCELENS_TIMEZOME/) });
    expect(bare).toMatchObject({ code: 0, stderr: '' });
    expect(other).toMatchObject({ code: 0, stderr: '' });
  });

  it('with a value that is wrong is refused', async () => {
    here.put('mail.log', SMALL_LOG);
    const cases = [
      { BOUNCELENS_TOP: 'abc' },
      { BOUNCELENS_SINCE: 'nonsense' },
      { BOUNCELENS_QUIET: 'perhaps' },
      { BOUNCELENS_TIMEZONE: 'X/Y' },
    ];
    const runs = await Promise.all(cases.map((environment) => run(environment as Record<string, string>)));
    for (const [i, { code, stdout, stderr }] of runs.entries())
      expect
        .soft({ code, stdout, named: stderr.includes(Object.keys(cases[i]!)[0]!) }, `${JSON.stringify(cases[i])} ${stderr}`)
        .toEqual({ code: 2, stdout: '', named: true });
  });
});
