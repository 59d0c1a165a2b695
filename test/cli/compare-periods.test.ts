import { existsSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { bounced, csvRecords, deferred, log, queued, queueId, removed, sent, Workplace } from './bouncelens.js';

const here = new Workplace();
const schema = JSON.parse(readFileSync(new URL('../../dist/report.schema.json', import.meta.url), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, strict: true, allowUnionTypes: true });
ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{3})?(Z|[+-]\d\d:\d\d)$/);
const validate = ajv.compile(schema);

let next = 1;

/** A day of June with so many deliveries, and bounces with these texts. */
function day(number: number, deliveries: number, texts: readonly string[], domain = 'example.net'): string {
  const at = (time: string) => `2026-06-${String(number).padStart(2, '0')}T${time}Z`;
  const message = (time: string, end: (id: string) => string) => {
    const id = queueId(next++);
    return [queued(at(time), id), end(id), removed(at(time), id)];
  };
  return log(
    ...Array.from({ length: deliveries }, () => message('00:00:00', (id) => sent(at('00:00:00'), id))).flat(),
    ...texts.flatMap((text, i) => message('12:00:00', (id) => bounced(at('12:00:00'), id, `user${i}@${domain}`, text))),
    ...message('23:59:59', (id) => sent(at('23:59:59'), id)),
  );
}

const UNKNOWN = '550 5.1.1 User unknown';
const BLOCKED = '554 5.7.1 Blocked using zen.spamhaus.org';

/** Two days before, and one to compare with them. */
async function prepare(): Promise<void> {
  here.put('before.log', day(3, 9, [UNKNOWN, UNKNOWN]) + day(4, 9, ['452 4.2.2 Mailbox full']));
  here.put('now.log', day(5, 9, [UNKNOWN, '550 5.1.1 No mailbox by that name', BLOCKED]));
  expect(await here.run(['before.log', '-o', 'before.summary'])).toMatchObject({ code: 0, stderr: '' });
}

const compare = (...args: readonly string[]) => here.run(['now.log', '--compare', 'before.summary', ...args]);

describe('--compare', () => {
  it('says in CSV what is new, what is gone and what changed', async () => {
    await prepare();
    const { code, stdout, stderr } = await compare();
    expect([code, stderr]).toEqual([0, '']);
    expect(
      csvRecords(stdout).map(({ reason, status, events, eventsBefore, lostBefore, change }) => [
        ...[reason, status, events, eventsBefore, lostBefore],
        change === '' ? '' : Number(change).toFixed(2),
      ]),
    ).toEqual([
      // Two in one day after two in two days: twice as many.
      ['user-unknown', 'known', '2', '2', '2', '1.00'],
      ['ip-blocklisted', 'new', '1', '0', '0', ''],
      ['mailbox-full', 'gone', '0', '1', '1', '-1.00'],
    ]);
    expect((await here.run(['now.log'])).stdout).not.toContain('eventsBefore');
  });

  it('says in JSON what the earlier period was, as the schema has it', async () => {
    await prepare();
    const report = JSON.parse((await compare('-f', 'json')).stdout);
    validate(report);
    expect(validate.errors ?? []).toEqual([]);
    expect(report.comparison).toMatchObject({
      period: { from: '2026-06-03T00:00:00Z', to: '2026-06-04T23:59:59Z' },
      totals: { delivered: 20, failed: 3 },
      new: 1,
      gone: 1,
    });
    expect(report.comparison.scale).toBeCloseTo(0.5, 2);
    expect(report.comparison.newWordings.rows.map(({ wording }: { wording: string }) => wording).sort()).toEqual([
      'Blocked using <host>',
      'No mailbox by that name',
    ]);
    expect(report.wordings.rows.filter(({ status }: { status: string }) => status === 'new')).toHaveLength(2);
    expect(report.delays.delivered).toMatchObject({ recipients: 10 });
    validate({ ...report, comparison: { ...report.comparison, new: -1 } });
    expect(validate.errors).not.toBeNull();
    validate({ ...report, rows: [{ ...report.rows[0], status: 'moon' }] });
    expect(validate.errors).not.toBeNull();
  });

  it('takes the period that is asked for as what the report covers', async () => {
    await prepare();
    const { stdout } = await compare('--since', '2026-06-05', '--until', '2026-06-09', '-f', 'json');
    // Four days after two days but a second.
    expect(JSON.parse(stdout).comparison.scale).toBeCloseTo(345_600 / 172_799, 9);
  });

  it.each(['text', 'markdown', 'html'])('leads in %s', async (format) => {
    await prepare();
    const { stdout } = await compare('-f', format);
    const flowing = stdout.replaceAll(/\s+/g, ' ');
    const places = ['What changed', 'Compared with Jun 3, 2026, 00:00 UTC to Jun 4, 2026, 23:59 UTC', 'New codes'];
    const found = [...places, 'New wordings', 'All in all', 'What needs action first'].map((said) => flowing.indexOf(said));
    expect(found).toEqual([...found].sort((a, b) => a - b));
    expect(found[0]).toBeGreaterThan(0);
    expect(flowing).toContain('as if both were as long as this one');
  });

  it('says when the earlier period holds nothing, or is an instant', async () => {
    await prepare();
    here.put('empty.log', '');
    here.put('instant.log', log(queued('2026-06-01T00:00:00Z', queueId(0)), bounced('2026-06-01T00:00:00Z', queueId(0))));
    for (const name of ['empty', 'instant']) await here.run([`${name}.log`, '-o', `${name}.summary`]);
    const [empty, instant] = await Promise.all(
      ['empty', 'instant'].map((name) => here.run(['now.log', '--compare', `${name}.summary`, '-f', 'text'])),
    );
    expect(empty!.stdout).toContain('The earlier period that this report is compared with holds nothing.');
    expect(instant!.stdout.replaceAll(/\s+/g, ' ')).toContain('00:00 UTC (0 seconds); this report covers 24 hours.');
    for (const { stdout } of [empty!, instant!]) expect(stdout).not.toContain('(unknown))');
  });

  it('compares rates where rows have them', async () => {
    await prepare();
    const records = csvRecords((await compare('--by', 'recipientDomain')).stdout);
    expect(records).toMatchObject([{ delivered: '10', rate: '0.230769', deliveredBefore: '20', rateBefore: '0.130435' }]);
  });

  it('works on merged summaries as on logs', async () => {
    await prepare();
    await here.run(['now.log', '-o', 'now.summary']);
    const [log, merged] = await Promise.all([compare(), here.run(['merge', 'now.summary', '--compare', 'before.summary'])]);
    expect(merged).toEqual(log);
  });

  it('goes on from the summary of last time, under the same name', async () => {
    await prepare();
    const args = ['--compare', 'last.summary', '-o', 'last.summary', '-o', 'report.csv'];
    const first = await here.run(['before.log', ...args]);
    // There is none the first time, which is said; the report and the summary are there.
    expect(first.code).toBe(1);
    expect(first.stderr).toContain('--compare last.summary: no such file or directory');
    const second = await here.run(['now.log', ...args]);
    expect(second).toMatchObject({ code: 0, stderr: '' });
    expect(csvRecords(readFileSync(here.at('report.csv'), 'utf8')).map(({ status }) => status)).toEqual(['known', 'new', 'gone']);
    expect((await here.run(['merge', 'last.summary'])).stdout).toBe((await here.run(['now.log'])).stdout);
  });

  it('says so when the periods overlap', async () => {
    await prepare();
    const { code, stderr } = await here.run(['before.log', '--compare', 'before.summary']);
    expect(code).toBe(0);
    expect(stderr).toMatch(/--compare: the periods overlap/);
  });

  it('is wrong usage for a grouping that the summary does not have', async () => {
    await prepare();
    const { code, stdout, stderr } = await compare('--by', 'remoteIp', '-o', 'report.csv');
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(
      '--compare before.summary: it does not count by remoteIp. It has: day,replyCode direction,replyCode',
    );
    expect(existsSync(here.at('report.csv'))).toBe(false);
  });

  it('names what is no summary, and makes the report without it', async () => {
    await prepare();
    const { code, stdout, stderr } = await here.run(['now.log', '--compare', 'now.log']);
    expect(code).toBe(1);
    expect(stderr).toContain('--compare now.log: is no summary');
    expect(stdout).toBe((await here.run(['now.log'])).stdout);
  });
});

describe("--fail-on 'new>0'", () => {
  it('ends with 3 and names the new rows', async () => {
    await prepare();
    const { code, stderr } = await compare('--fail-on', 'new>0');
    expect([code, stderr]).toEqual([3, 'bouncelens: --fail-on new>0: it is 1: outbound 554 5.7.1 ip-blocklisted\n']);
    expect((await compare('--fail-on', 'new>1')).code).toBe(0);
  });

  it('prints nothing with --quiet-if-ok where nothing is new', async () => {
    await prepare();
    here.put('same.log', day(5, 9, [UNKNOWN]));
    const args = ['same.log', '--compare', 'before.summary', '--fail-on', 'new>0', '--quiet-if-ok'];
    expect(await here.run(args)).toEqual({ code: 0, stdout: '', stderr: '' });
  });

  it('is wrong usage without something to compare with', async () => {
    await prepare();
    const { code, stderr } = await here.run(['now.log', '--fail-on', 'new>0']);
    expect(code).toBe(2);
    expect(stderr).toContain("--fail-on: 'new>0' needs --compare FILE.summary");
  });
});

describe('--compare with --redact', () => {
  it('leaves no address in any output', async () => {
    const names = ['wilhelmina', 'quintessa'];
    const lines = (number: number) => {
      const [a, b] = [queueId(next++), queueId(next++)];
      const at = (time: string) => `2026-06-0${number}T${time}Z`;
      const text = `550 5.1.1 wilhelmina of wilhelmina%40example.net (quintessa@example.org) unknown on day ${'x'.repeat(number)}`;
      return log(
        queued(at('10:00:00'), a, 'quintessa@example.com'),
        bounced(at('10:00:01'), a, 'wilhelmina@example.net', text),
        removed(at('10:00:02'), a),
        queued(at('11:00:00'), b, 'quintessa@example.com'),
        deferred(at('11:00:01'), b, 'wilhelmina@example.net'),
      );
    };
    here.put('before.log', lines(4));
    here.put('now.log', lines(5));
    await here.run(['before.log', '--by', 'recipient', '-o', 'before.summary']);
    for (const how of ['local-part', 'hash']) {
      for (const format of ['csv', 'json', 'ndjson', 'text', 'markdown', 'html', 'prometheus']) {
        for (const by of [[], ['--by', 'recipient']]) {
          const { code, stdout, stderr } = await compare('-f', format, '--redact', how, ...by, '--fail-on', 'new>=0');
          expect([format, code]).toEqual([format, 3]);
          const found = names.filter((name) => (stdout + stderr).toLowerCase().includes(name));
          expect([format, how, found]).toEqual([format, how, []]);
        }
      }
    }
  }, 120_000);
});
