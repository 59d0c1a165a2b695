import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bounced, deferred, ended, log, ndjson, queued, queueId, removed, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();
const LOGS = fileURLToPath(new URL('../../fixtures/logs', import.meta.url));

interface Told {
  readonly time: string | null;
  readonly file: string;
  readonly line: number;
  readonly host: string | null;
  readonly queueId: string | null;
  readonly text: string;
  readonly event: Readonly<Record<string, string | number | null>> | null;
}

/** The lines of a log that hold a text, with their numbers. */
function linesWith(file: string, words: string): [number, string][] {
  return readFileSync(`${LOGS}/${file}`, 'utf8')
    .split('\n')
    .map((line, i): [number, string] => [i + 1, line])
    .filter(([, line]) => line.includes(words));
}

describe('trace in the sample logs', () => {
  it('tells a message through the content filter to the notification', async () => {
    const { code, stdout, stderr } = await here.run(['trace', '4dj5742CtgzJ9KB', LOGS]);
    expect([code, stderr]).toEqual([0, '']);
    const heads = stdout.split('\n').filter((line) => /^\S/.test(line));
    expect(heads).toEqual([
      '4dj5742CtgzJ9KB  on relay2  from <portal@example.net>  message-id <202601020104.792ef1d0@portal.example.net>',
      '4dj57447jnzJ9mD  on relay2  from <portal@example.net>  message-id <202601020104.792ef1d0@portal.example.net>  continues 4dj5742CtgzJ9KB',
      '4dj5762j0SzJ9mJ  on relay2  from <>  message-id <4dj5762j0SzJ9mJ@relay2.example.net>  notifies of 4dj57447jnzJ9mD',
    ]);
    for (const id of ['4dj5742CtgzJ9KB', '4dj57447jnzJ9mD', '4dj5762j0SzJ9mJ']) {
      for (const [number, line] of linesWith('container.log', `: ${id}: `)) {
        expect(stdout).toContain(`container.log:${number} ${line.slice(line.indexOf('postfix/'))}\n`);
      }
    }
    expect(stdout).toMatch(
      / {6}failed {2}reply 550 {2}enhanced 5\.1\.1 {2}hard\/user-unknown \(\S+\)\n {6}cause: The mailbox .*\n {6}fix: {3}\S/,
    );
    expect(stdout).toMatch(/\n {2}<archiv@clinic\.test>: goes on as 4dj57447jnzJ9mD, 1 attempt, 0\.55 s in the queue\n/);
    expect(stdout).toMatch(/\n {2}<archiv@clinic\.test>: failed, 1 attempt, 1\.8 s in the queue\n/);
    expect(stdout).toMatch(/\n {2}<portal@example\.net>: delivered, 1 attempt, 0\.11 s in the queue\n$/);
  });

  it('tells a message over three files, one of them compressed, in order, with the records of events', async () => {
    const options = ['--year', '2025', '-f', 'ndjson'];
    const [traced, events] = await Promise.all([
      here.run(['trace', '484F120C793', LOGS, ...options]),
      here.run(['events', '--all', LOGS, ...options]),
    ]);
    expect([traced.code, traced.stderr]).toEqual([0, '']);
    const told = ndjson<Told>(traced.stdout).filter((line) => line.queueId === '484F120C793');
    const gz = execFileSync('gzip', ['-dc', `${LOGS}/mail.log.2.gz`], { encoding: 'utf8' }).split('\n');
    expect(told.filter(({ file }) => file.endsWith('.gz')).map(({ line }) => line)).toEqual(
      gz.flatMap((line, i) => (line.includes(' 484F120C793: ') ? [i + 1] : [])),
    );
    for (const file of ['mail.log.1', 'mail.log']) {
      expect(told.filter((line) => line.file === `${LOGS}/${file}`).map(({ line }) => line)).toEqual(
        linesWith(file, ' 484F120C793: ').map(([number]) => number),
      );
    }
    const times = told.map(({ time }) => time!);
    expect(times).toEqual(times.toSorted());
    const expected = ndjson(events.stdout).filter((event) => event.queueId === '484F120C793');
    expect(told.flatMap(({ event }) => (event === null ? [] : [event]))).toEqual(expected);
    expect(expected.map(({ action }) => action)).toEqual(expect.arrayContaining(['failed', 'delayed', 'delivered', 'expired']));
    const [first] = told;
    expect(Object.keys(first!)).toEqual(['time', 'file', 'line', 'host', 'queueId', 'text', 'event']);
    expect(first).toMatchObject({ time: '2025-12-30T13:43:43Z', host: 'mx1', event: null });
    expect(first!.text).toMatch(/^postfix\/submission\/smtpd\[3091\]: 484F120C793: client=/);
  });

  it('tells the end of an expired message and says the same explanation once', async () => {
    const { stdout } = await here.run(['trace', '484F120C793', LOGS]);
    const story = stdout.split('\n\n').find((part) => part.startsWith('484F120C793'))!;
    expect(story).toMatch(
      /status=expired, returned to sender\n {6}expired <virtanen77@acme\.test> {2}reply 452 {2}enhanced 4\.2\.2 {2}soft\/mailbox-full/,
    );
    expect(story).toMatch(/\n {2}<virtanen77@acme\.test>: expired, \d+ attempts, 2 d \d+ h in the queue/);
    expect(story.match(/cause: The mailbox of the recipient is over quota/g)).toHaveLength(1);
    expect(story).toMatch(/\n {6}cause and fix: as at \S*mail\.log\.2\.gz:128\n/);
    for (const line of story.split('\n').filter((one) => /^ {6}/.test(one))) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('finds a message by its message-id', async () => {
    const [bare, bracketed] = await Promise.all(
      ['202601020104.792ef1d0@portal.example.net', '<202601020104.792ef1d0@portal.example.net>'].map((id) =>
        here.run(['trace', id, LOGS]),
      ),
    );
    expect(bracketed).toEqual(bare);
    expect(bare!.stdout).toMatch(/^4dj5742CtgzJ9KB/);
  });

  it('tells what an address was refused, with what the operator can do', async () => {
    const { code, stdout } = await here.run(['trace', 'Scan@COPIER.example.net', `${LOGS}/mail.log`, '--year', '2026']);
    expect(code).toBe(0);
    const numbers = linesWith('mail.log', 'from=<scan@copier.example.net>').map(([number]) => number);
    expect(numbers.length).toBeGreaterThan(0);
    expect([...stdout.matchAll(/mail\.log:(\d+) postfix/g)].map(([, number]) => Number(number))).toEqual(numbers);
    expect(stdout).toMatch(/^without a queue id\n/);
    const [outbound, inbound] = [await here.run(['events', '-f', 'ndjson', `${LOGS}/mail.log`]), stdout];
    const refused = ndjson(outbound.stdout).find((event) => event.sender === 'scan@copier.example.net')!;
    expect(inbound).toContain(`rejected  reply 552  enhanced 5.3.4  ${refused.type}/${refused.reason} (${refused.rule})`);
    expect(inbound).toMatch(/cause: .*(?:client|server|limit)/i);
  });
});

describe('the inputs of trace', () => {
  it('may be standard input, compressed or not, which leaves nothing behind', async () => {
    mkdirSync(here.at('tmp'));
    const environment = { TMPDIR: here.at('tmp') };
    for (const stdin of [SMALL_LOG, gzipSync(SMALL_LOG)]) {
      for (const paths of [['-'], []]) {
        const { code, stdout, stderr } = await here.run(['trace', 'full@example.org', ...paths, '-f', 'ndjson'], {
          stdin,
          environment,
        });
        expect([code, stderr]).toEqual([0, '']);
        expect(ndjson<Told>(stdout).map(({ file, line, queueId }) => [file, line, queueId])).toEqual(
          [4, 5, 6, 7].map((line) => ['(stdin)', line, queueId(2)]),
        );
      }
    }
    expect(readdirSync(here.at('tmp'))).toEqual([]);
  });

  it('on standard input leave nothing behind when a signal ends the run', async () => {
    mkdirSync(here.at('tmp'));
    const child = here.start(['trace', 'full@example.org', '-'], { TMPDIR: here.at('tmp') });
    child.stdin.write(SMALL_LOG);
    setTimeout(() => child.kill('SIGTERM'), 1500);
    expect((await ended(child)).code).toBe(143);
    expect(readdirSync(here.at('tmp'))).toEqual([]);
  });

  it('may be a named pipe', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout, stderr } = await here.shell('$bouncelens trace user@example.net <(cat mail.log) -f ndjson');
    expect([code, stderr]).toEqual([0, '']);
    expect(ndjson<Told>(stdout).map(({ line }) => line)).toEqual([1, 2, 3]);
  });

  it('that cannot be read are named, and the others are told', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout, stderr } = await here.run(['trace', queueId(1), 'missing.log', 'mail.log']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/^bouncelens: missing\.log: no such file/);
    expect(stdout).toContain(`mail.log:2 postfix/smtp[11]: ${queueId(1)}: to=<user@example.net>`);
  });

  it('that hold no mail log are an error of their own', async () => {
    here.put('notes.txt', 'nothing\nof a mail log\n');
    const { code, stdout, stderr } = await here.run(['trace', queueId(1), 'notes.txt']);
    expect([code, stdout]).toEqual([4, '']);
    expect(stderr).toMatch(/notes\.txt: no line of a known MTA in 2 lines/);
  });
});

describe('the options of trace', () => {
  it('are checked', async () => {
    here.put('mail.log', SMALL_LOG);
    for (const [args, words] of [
      [['trace'], /needs a queue id, a message-id or an address/],
      [['trace', '', 'mail.log'], /needs a queue id/],
      [['trace', '<>', 'mail.log'], /needs a queue id/],
      [['trace', 'x', 'mail.log', '-f', 'csv'], /'csv'.*text, ndjson/],
      [['trace', 'x', 'mail.log', '--since', 'soon'], /--since/],
      [['trace', 'x', 'mail.log', '--by', 'reason'], /by/],
    ] as const) {
      const { code, stdout, stderr } = await here.run(args);
      expect.soft([args, code, stdout]).toEqual([args, 2, '']);
      expect.soft(stderr).toMatch(words);
    }
  });

  it('say where nothing is found', async () => {
    here.put('mail.log', SMALL_LOG);
    const missing = await here.run(['trace', 'nobody@example.net', 'mail.log']);
    expect(missing).toEqual({ code: 1, stdout: '', stderr: 'bouncelens: no line about nobody@example.net in 7 lines\n' });
    const outside = await here.run(['trace', queueId(1), 'mail.log', '--since', '2026-06-06']);
    expect([outside.code, outside.stdout]).toEqual([1, '']);
    expect(outside.stderr).toMatch(/in the period.*; 3 of 7 lines are about it/);
  });

  it('restrict the period, choose the zone, and take queue ids of digits for what they are', async () => {
    const id = '12345678E9';
    here.put(
      'mail.log',
      log(
        queued('2026-06-05T10:00:00+00:00', id),
        bounced('2026-06-05T11:00:00+00:00', id),
        removed('2026-06-05T12:00:00+00:00', id),
      ),
    );
    const period = ['--since', '2026-06-05T12:30', '--until', '2026-06-05T14:00', '--timezone', '+02:00'];
    const { stdout } = await here.run(['trace', id, 'mail.log', ...period]);
    expect([...stdout.matchAll(/^ {2}(\S+) mail\.log:(\d)/gm)].map(([, time, line]) => [time, line])).toEqual([
      ['2026-06-05T13:00:00+02:00', '2'],
    ]);
  });

  it('write to files, complete or not at all', async () => {
    here.put('mail.log', SMALL_LOG);
    const [printed, text, both] = [
      await here.run(['trace', queueId(2), 'mail.log']),
      await here.run(['trace', queueId(2), 'mail.log', '-f', 'text', '-o', 'story.out']),
      await here.run(['trace', queueId(2), 'mail.log', '-o', 'story.ndjson']),
    ];
    expect([text, both]).toEqual([
      { code: 0, stdout: '', stderr: '' },
      { code: 0, stdout: '', stderr: '' },
    ]);
    expect(readFileSync(here.at('story.out'), 'utf8')).toBe(printed.stdout);
    expect(ndjson<Told>(readFileSync(here.at('story.ndjson'), 'utf8')).map(({ line }) => line)).toEqual([4, 5, 6, 7]);
    expect(statSync(here.at('story.out')).size).toBeGreaterThan(0);
    expect(readdirSync(here.at('.')).sort()).toEqual(['mail.log', 'story.ndjson', 'story.out']);
  });

  it('--verbose and --quiet choose what is said of lines that were not understood', async () => {
    here.put(
      'mail.log',
      `${SMALL_LOG}2026-06-05T13:00:00+00:00 mx postfix/smtp[1]: ${queueId(9)}: to=<a@example.net>, nonsense\n`,
    );
    const [plain, verbose, quiet] = [
      await here.run(['trace', queueId(1), 'mail.log']),
      await here.run(['trace', queueId(1), 'mail.log', '--verbose']),
      await here.run(['trace', queueId(1), 'mail.log', '--quiet']),
    ];
    expect(plain.stderr).toMatch(/1 line of known programs not understood/);
    expect(verbose.stderr).toMatch(/mail\.log:8: unknown form: .*nonsense/);
    expect(quiet.stderr).toBe('');
    expect([verbose.stdout, quiet.stdout]).toEqual([plain.stdout, plain.stdout]);
  });

  it('may stand in a configuration file', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('bouncelens.config.json', '{"format": "ndjson", "timezone": "-03:00"}');
    const { stdout } = await here.run(['trace', queueId(1), 'mail.log']);
    expect(ndjson<Told>(stdout)[0]).toMatchObject({ time: '2026-06-05T07:00:00-03:00', line: 1 });
  });

  it('are shown with an example', async () => {
    const { code, stdout } = await here.run(['trace', '--help']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Examples:\s+bouncelens trace \S+/);
  });
});

describe('the text of a trace', () => {
  it('does not pass control characters to the terminal', async () => {
    const reply = 'x\x1b[31m\u202ered';
    here.put(
      'mail.log',
      log(
        queued('2026-06-05T10:00:00+00:00', queueId(1)),
        bounced('2026-06-05T11:00:00+00:00', queueId(1), 'a@example.net', `550 5.1.1 ${reply}`),
      ),
    );
    const text = await here.run(['trace', queueId(1), 'mail.log']);
    expect(text.stdout).toContain('550 5.1.1 x\\x1b[31m\\u202ered');
    for (const character of ['\x1b', '\u202e']) expect(text.stdout).not.toContain(character);
    const json = await here.run(['trace', queueId(1), 'mail.log', '-f', 'ndjson']);
    expect(ndjson<Told>(json.stdout)[1]!.text).toContain(reply);
  });

  it('tells the state of what is still in the queue', async () => {
    here.put(
      'mail.log',
      log(
        queued('2026-06-05T10:00:00+00:00', queueId(1)),
        deferred('2026-06-05T10:00:01+00:00', queueId(1)),
        deferred('2026-06-05T11:00:01+00:00', queueId(1)),
      ),
    );
    const { stdout } = await here.run(['trace', queueId(1), 'mail.log']);
    expect(stdout).toMatch(/\n {2}<user@example\.net>: open, 2 attempts, 1 s in the queue\n$/);
  });
});
