import { chmodSync, existsSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bounced, csvRecords, csvRows, log, queued, queueId, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();
const read = (name: string) => readFileSync(here.at(name), 'utf8');
const files = () => readdirSync(here.at('.')).sort();

interface Report {
  readonly totals: Readonly<Record<string, unknown>>;
  readonly inputs: readonly Readonly<Record<string, unknown>>[];
  readonly by: readonly string[];
  readonly rows: readonly Readonly<Record<string, unknown>>[];
  readonly period: { readonly from: string | null; readonly to: string | null };
}

const ROW_COLUMNS = [
  ...['type', 'events', 'failed', 'delayed', 'expired', 'returned', 'rejected', 'recovered', 'open', 'recipients', 'domains'],
  ...['share', 'firstSeen', 'lastSeen', 'example', 'title', 'cause', 'when', 'fix', 'retry', 'actor', 'reference'],
];

describe('on standard output a report', () => {
  it('is CSV where that is no terminal', async () => {
    here.put('mail.log', SMALL_LOG);
    const [short, long] = await Promise.all([here.run(['mail.log']), here.run(['report', '-f', 'csv', 'mail.log'])]);
    expect(short).toMatchObject({ code: 0, stderr: '' });
    expect(long.stdout).toBe(short.stdout);
    expect(short.stdout.startsWith('direction,')).toBe(true);
    expect(csvRows(short.stdout)[0]).toEqual(['direction', 'replyCode', 'enhancedStatus', 'reason', ...ROW_COLUMNS]);
    const rows = csvRecords(short.stdout);
    expect(rows).toHaveLength(2);
    expect(rows.find((row) => row.replyCode === '550')).toMatchObject({
      direction: 'outbound',
      enhancedStatus: '5.1.1',
      type: 'hard',
      events: '1',
      failed: '1',
      delayed: '0',
      share: '0.5',
      firstSeen: expect.stringMatching(/^2026-06-05T10:00:01/),
    });
    expect(rows.find((row) => row.replyCode === '452')).toMatchObject({ failed: '0', delayed: '1', recovered: '1', open: '0' });
    for (const row of rows) for (const name of ['title', 'cause', 'when', 'fix', 'reference']) expect(row[name]).not.toBe('');
  });

  it('is one JSON document when asked for', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout, stderr } = await here.run(['mail.log', '-f', 'json']);
    expect([code, stderr]).toEqual([0, '']);
    const report = JSON.parse(stdout) as Report;
    expect(Object.keys(report)).toEqual([
      'schema',
      'generator',
      'generatedAt',
      'period',
      'inputs',
      'totals',
      'by',
      'rows',
      'delays',
      'waiting',
      'wordings',
      'undetermined',
    ]);
    expect(Object.keys(report.totals)).toEqual([
      ...['messages', 'recipients', 'delivered', 'failed', 'expired', 'open', 'delayed', 'recovered', 'returned', 'rejected'],
      ...['notifications', 'feedback', 'autoReplies', 'lines', 'unparsedLines', 'records'],
    ]);
    expect(report.totals).toMatchObject({
      messages: 2,
      recipients: 2,
      delivered: 1,
      failed: 1,
      expired: 0,
      open: 0,
      delayed: 1,
      recovered: 1,
      lines: 7,
      unparsedLines: 0,
      records: { sent: 1, deferred: 1, bounced: 1, expired: 0, rejected: 0 },
    });
    expect(report.inputs).toEqual([
      {
        path: 'mail.log',
        kind: 'log',
        mta: 'postfix',
        bytes: SMALL_LOG.length,
        lines: 7,
        records: 3,
        unparsedLines: 0,
        error: null,
      },
    ]);
    expect(report.by).toEqual(['direction', 'replyCode', 'enhancedStatus', 'reason']);
    expect(report.rows).toHaveLength(2);
    for (const row of report.rows) expect(Object.keys(row).sort()).toEqual([...report.by, ...ROW_COLUMNS].sort());
    expect(report.period.from).toMatch(/^2026-06-05T10:00:01/);
  });

  it('of CSV does not hold what a spreadsheet would run', async () => {
    here.put(
      'mail.log',
      log(queued('2026-06-05T10:00:00Z', queueId(1)), bounced('2026-06-05T10:00:01Z', queueId(1), '=cmd|x@example.net')),
    );
    const report = await here.run(['mail.log', '--by', 'recipient']);
    const events = await here.run(['events', 'mail.log', '-f', 'csv']);
    expect(csvRecords(report.stdout).map((row) => row.recipient)).toEqual(["'=cmd|x@example.net"]);
    expect(csvRecords(events.stdout).map((row) => row.recipient)).toEqual(["'=cmd|x@example.net"]);
  });
});

describe('--by and --top', () => {
  it('group the rows and keep those with the most events', async () => {
    const lines = Array.from({ length: 9 }, (_, i) =>
      bounced(`2026-06-05T10:00:0${i}Z`, queueId(i), `u@${'aaaabbbcc'[i]}.example`),
    );
    here.put('mail.log', log(...lines.flatMap((line, i) => [queued('2026-06-05T09:00:00Z', queueId(i)), line])));
    const [all, two, both, spaced] = await Promise.all([
      here.run(['mail.log', '--by', 'recipientDomain']),
      here.run(['mail.log', '--by=recipientDomain', '--top', '2']),
      here.run(['mail.log', '--by', 'type,recipientDomain', '-f', 'json']),
      here.run(['mail.log', '--by', 'recipientDomain, day']),
    ]);
    const told = csvRecords(all.stdout).map((row) => [row.recipientDomain, row.events, row.share]);
    expect(told).toEqual([
      ['a.example', '4', '0.444444'],
      ['b.example', '3', '0.333333'],
      ['c.example', '2', '0.222222'],
    ]);
    expect(csvRows(all.stdout)[0]).toEqual(['recipientDomain', ...ROW_COLUMNS, 'delivered', 'rate']);
    expect(csvRecords(two.stdout).map((row) => [row.recipientDomain, row.events, row.share])).toEqual(told.slice(0, 2));
    expect((JSON.parse(both.stdout) as Report).by).toEqual(['type', 'recipientDomain']);
    expect(csvRecords(spaced.stdout)[0]).toMatchObject({ recipientDomain: 'a.example', day: '2026-06-05' });
  });
});

describe('a file that is read', () => {
  it.each([['report'], ['events'], ['suppress'], ['trace', 'user@example.net'], ['report', '--state', 'state']])(
    'is not written over by %s',
    async (...command) => {
      here.put('mail.txt', SMALL_LOG);
      linkSync(here.at('mail.txt'), here.at('same.txt'));
      const runs = [
        await here.run([...command, 'mail.txt', '-o', 'mail.txt', '-f', 'text']),
        await here.run([...command, 'mail.t*', '-o', 'same.txt', '-f', 'text']),
      ];
      for (const { code, stdout, stderr } of runs) {
        expect.soft([code, stdout]).toEqual([2, '']);
        expect
          .soft(stderr)
          .toMatch(/--output (?:mail|same)\.txt: is read as mail\.txt, and would be written over\. Give another file/);
      }
      expect(read('mail.txt')).toBe(SMALL_LOG);
      expect(files().filter((name) => name !== 'state')).toEqual(['mail.txt', 'same.txt']);
    },
  );
});

describe('a lone - as the name of an output', () => {
  it('is refused, as standard output needs no name', async () => {
    here.put('mail.log', SMALL_LOG);
    for (const args of [
      ['mail.log', '-o', '-'],
      ['explain', '550', '-o', '-', '-f', 'json'],
    ]) {
      const { code, stdout, stderr } = await here.run(args);
      expect([code, stdout, stderr]).toEqual([2, '', expect.stringMatching(/--output -: standard output is written where/)]);
    }
    expect((await here.run(['mail.log', '-f', '-'])).stderr).toContain("'-'");
  });
});

describe('--output', () => {
  it('writes several reports of one scan, and standard output stays silent', async () => {
    here.put('mail.log', SMALL_LOG);
    expect(await here.run(['mail.log', '-o', 'a.csv', '-o', 'sub.JSON', '--output=c.json'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(files()).toEqual(['a.csv', 'c.json', 'mail.log', 'sub.JSON']);
    expect(csvRecords(read('a.csv'))).toHaveLength(2);
    expect((JSON.parse(read('c.json')) as Report).rows).toHaveLength(2);
    expect((JSON.parse(read('sub.JSON')) as Report).rows).toHaveLength(2);
  });

  it('may stand before the paths', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('other.log', SMALL_LOG.replaceAll('4F1A2', '5F1A2'));
    const { code, stdout } = await here.run(['-o', 'a.json', 'mail.log', 'other.log']);
    expect([code, stdout]).toEqual([0, '']);
    expect((JSON.parse(read('a.json')) as Report).inputs.map((input) => input.path)).toEqual(['mail.log', 'other.log']);
  });

  it('takes --format where the extension tells nothing', async () => {
    here.put('mail.log', SMALL_LOG);
    expect((await here.run(['mail.log', '-o', 'report', '-f', 'json'])).code).toBe(0);
    expect((JSON.parse(read('report')) as Report).rows).toHaveLength(2);
  });

  it('writes events too', async () => {
    here.put('mail.log', SMALL_LOG);
    expect(await here.run(['events', 'mail.log', '-o', 'e.csv', '-o', 'e.ndjson'])).toMatchObject({ code: 0, stdout: '' });
    expect(csvRecords(read('e.csv'))).toHaveLength(2);
    expect(read('e.ndjson').trim().split('\n')).toHaveLength(2);
  });

  it('replaces a file only by a whole report', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('a.csv', 'old\n');
    expect((await here.run(['mail.log', '-o', 'a.csv', '--top', '0'])).code).toBe(2);
    expect((await here.run(['mail.log', '-o', 'a.csv', '-o', 'b.docx'])).code).toBe(2);
    expect(read('a.csv')).toBe('old\n');
    expect((await here.run(['mail.log', '-o', 'a.csv'])).code).toBe(0);
    expect(csvRecords(read('a.csv'))).toHaveLength(2);
    expect(files()).toEqual(['a.csv', 'mail.log']);
  });

  it.skipIf(process.platform === 'win32')('follows no link that somebody laid where it might write first', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('precious', 'as it was');
    // The shell has the process id that the command will have.
    const { code } = await here.shell('ln -s precious ".report.csv.$$.tmp"; exec $bouncelens mail.log -o report.csv');
    expect(code).toBe(0);
    expect(csvRecords(read('report.csv'))).toHaveLength(2);
    expect(read('precious')).toBe('as it was');
  });

  it.skipIf(process.platform === 'win32')('leaves a file that it replaces to those who could read it before', async () => {
    here.put('mail.log', SMALL_LOG);
    const modes = { 'private.csv': 0o600, 'group.html': 0o640, 'shared.summary': 0o664 };
    for (const [name, mode] of Object.entries(modes)) chmodSync(here.at(here.put(name, 'old\n')), mode);
    const { code } = await here.shell(
      'umask 022; exec $bouncelens mail.log -o private.csv -o group.html -o shared.summary -o new.csv',
    );
    expect(code).toBe(0);
    const modeOf = (name: string) => statSync(here.at(name)).mode & 0o777;
    expect(Object.fromEntries(Object.keys(modes).map((name) => [name, modeOf(name)]))).toEqual(modes);
    expect(modeOf('new.csv')).toBe(0o644);
    expect(csvRecords(read('private.csv'))).toHaveLength(2);
    // What a link leads to was laid there by somebody, perhaps to have the report read.
    expect((await here.shell('umask 077; ln -s new.csv link.csv; exec $bouncelens mail.log -o link.csv')).code).toBe(0);
    expect(modeOf('link.csv')).toBe(0o600);
  });

  it('that cannot be written is named, and the others are written', async () => {
    here.put('mail.log', SMALL_LOG);
    mkdirSync(here.at('directory.csv'));
    const [alone, between, directory] = await Promise.all([
      here.run(['mail.log', '-o', 'gone/a.csv']),
      here.run(['mail.log', '-o', 'first.csv', '-o', 'gone/b.csv', '-o', 'last.json']),
      here.run(['mail.log', '-o', 'directory.csv']),
    ]);
    expect(alone).toMatchObject({ code: 1, stdout: '' });
    expect(alone.stderr).toBe('bouncelens: gone/a.csv: cannot be written: there is no folder gone. Make it first\n');
    expect(directory).toMatchObject({ code: 1, stdout: '' });
    expect(directory.stderr).toMatch(/directory\.csv/);
    for (const { stderr } of [alone, between, directory]) expect(stderr).not.toMatch(/\n\s+at /);
    expect(between).toMatchObject({ code: 1, stdout: '' });
    expect(between.stderr).toMatch(/gone\/b\.csv: cannot be written/);
    expect(files().filter((name) => name.endsWith('.tmp'))).toEqual([]);
    expect([existsSync(here.at('first.csv')), existsSync(here.at('last.json'))]).toEqual([true, true]);
  });

  it('writes to a device as it is', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout } = await here.shell('set -o pipefail; $bouncelens mail.log -o /dev/stdout -f json | cat');
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as Report).rows).toHaveLength(2);
  });

  it.skipIf(process.platform === 'win32')('writes to a pipe whose reader comes late and is slow', async () => {
    // More than a pipe holds.
    const numbers = Array.from({ length: 1000 }, (_, i) => i);
    here.put(
      'mail.log',
      log(...numbers.flatMap((i) => [queued('2026-06-05T10:00:00Z', queueId(i)), bounced('2026-06-05T10:00:00Z', queueId(i))])),
    );
    const [named, unnamed, whole] = await Promise.all([
      here.shell(
        'mkfifo late.ndjson; $bouncelens events mail.log -o late.ndjson & sleep 1.5; { sleep 1; cat; } < late.ndjson; wait $!',
      ),
      here.shell('$bouncelens events mail.log -f ndjson -o >(cat > unnamed.ndjson); wait $!; cat unnamed.ndjson'),
      here.run(['events', 'mail.log']),
    ]);
    expect(named).toMatchObject({ code: 0, stderr: '' });
    expect(named.stdout).toBe(whole.stdout);
    expect(unnamed).toMatchObject({ code: 0, stderr: '', stdout: whole.stdout });
    expect(whole.stdout.length).toBeGreaterThan(2 ** 18);
  });

  it.skipIf(process.platform === 'win32')('says that it waits for the reader of a pipe', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stderr, stdout } = await here.shell(
      'mkfifo w.csv; $bouncelens mail.log -o w.csv & sleep 5; cat < w.csv; wait $!',
    );
    expect({ code, stderr }).toEqual({
      code: 0,
      stderr: 'bouncelens: w.csv: nobody reads this pipe yet; waiting for a reader\n',
    });
    expect(stdout).toContain('user-unknown');
  });

  it.skipIf(process.platform === 'win32')('names a pipe whose reader goes away', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stderr } = await here.shell(
      'mkfifo gone.csv; { sleep 0.5 < gone.csv; cat mail.log; } | $bouncelens - -o gone.csv',
    );
    expect(code).toBe(1);
    expect(stderr).toMatch(/gone\.csv: cannot be written: EPIPE/);
  });
});
