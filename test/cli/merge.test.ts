import { readFileSync, utimesSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { bounced, deferred, log, notice, queued, queueId, removed, SMALL_LOG, sent, Workplace } from './bouncelens.js';

const here = new Workplace();
const read = (name: string) => readFileSync(here.at(name));
const json = (stdout: string) => {
  const { generatedAt: _, inputs, ...report } = JSON.parse(stdout);
  return { inputs: inputs as { readonly path: string; readonly records: number }[], report };
};

/** What metrics tell of failures, without when they were written. */
const eventsIn = (metrics: string) => metrics.split('\n').filter((line) => line.includes('_events{'));

const FIXTURES = ['mail.log.2.gz', 'mail.log.1', 'mail.log'];
/** They were written over the turn of a year. */
const WRITTEN = new Date('2027-01-02T07:00:00Z');

/** The sample logs, three nights of two hosts, and a summary of each. */
async function threeNights(): Promise<void> {
  for (const [night, name] of FIXTURES.entries()) {
    here.put(name, readFileSync(new URL(`../../fixtures/logs/${name}`, import.meta.url)));
    utimesSync(here.at(name), WRITTEN, WRITTEN);
    await here.run([name, '-o', `${night}.summary`]);
  }
}

describe('merging summaries', () => {
  it('gives the report of the whole, in any order, in every format and grouping that all have', async () => {
    await threeNights();
    for (const options of [
      ['-f', 'json'],
      ['-f', 'csv'],
      ['-f', 'json', '--by', 'recipientDomain', '--top', '5'],
      ['-f', 'markdown', '--lang', 'de'],
      ['-f', 'csv', '--by', 'day,replyCode'],
      ['-f', 'prometheus'],
    ]) {
      const whole = await here.run([...FIXTURES, ...options]);
      const merged = await here.run(['merge', '1.summary', '2.summary', '0.summary', ...options]);
      expect(merged.code).toBe(0);
      if (options.includes('prometheus')) {
        expect(eventsIn(merged.stdout)).toEqual(eventsIn(whole.stdout));
        expect(merged.stdout).toContain('bouncelens_provider_events{');
      } else if (options.includes('json')) expect(json(merged.stdout)).toEqual(json(whole.stdout));
      else expect(merged.stdout).toBe(whole.stdout);
    }
  });

  it('writes a summary again, with the same bytes as that of all inputs', async () => {
    await threeNights();
    await here.run([...FIXTURES, '-o', 'scan.summary']);
    await here.run(['merge', '0.summary', '1.summary', '-o', 'early.summary']);
    await here.run(['merge', '2.summary', 'early.summary', '-o', 'late.summary']);
    const { stdout } = await here.shell('$bouncelens merge 2.summary - 0.summary -f summary < 1.summary | md5sum');
    expect(read('late.summary').equals(read('scan.summary'))).toBe(true);
    expect((await here.shell('md5sum < scan.summary')).stdout).toBe(stdout);
  });

  it('puts a log before that which goes on within the same second', async () => {
    for (let number = 1; number <= 6; number++) {
      const id = queueId(number);
      const [at, later] = ['2026-06-05T10:00:00+00:00', '2026-06-05T10:00:09+00:00'];
      const other = queueId(number + 10);
      here.put('a.log', log(queued(at, id), deferred(at, id), queued(at, other)));
      here.put('b.log', log(deferred(at, other), bounced(at, id), removed(later, id), sent(later, other), removed(later, other)));
      for (const name of ['a', 'b']) await here.run([`${name}.log`, '-o', `${name}.summary`]);
      const whole = json((await here.run(['a.log', 'b.log', '-f', 'json'])).stdout);
      const merged = json((await here.run(['merge', 'b.summary', 'a.summary', '-f', 'json'])).stdout);
      expect(merged.report).toEqual(whole.report);
    }
  });

  it('counts once what it is given twice, and says so', async () => {
    await threeNights();
    await here.run(['merge', '0.summary', '1.summary', '2.summary', '-o', 'all.summary']);
    const { code, stderr } = await here.run(['merge', '1.summary', 'all.summary', '-o', 'again.summary']);
    expect(code).toBe(0);
    expect(stderr).toBe('bouncelens: 1.summary: mail.log.1 is counted once, as another summary holds it too\n');
    expect(read('again.summary').equals(read('all.summary'))).toBe(true);
  });

  it('joins bounce mails of one host with the log of another', async () => {
    const id = queueId(1);
    const at = '2026-06-05T10:00:00+00:00';
    here.put('mail.log', log(queued(at, id), bounced(at, id), removed(at, id)));
    await here.run(['mail.log', '-o', 'log.summary']);
    here.put('bounce.eml', notice('user@example.net', '1', `X-Postfix-Queue-ID: ${id}`));
    await here.run(['bounce.eml', '-o', 'mail.summary']);
    const alone = json((await here.run(['merge', 'mail.summary', '-f', 'json'])).stdout);
    const both = json((await here.run(['merge', 'mail.summary', 'log.summary', '-f', 'json'])).stdout);
    expect(alone.report.totals).toMatchObject({ failed: 0, returned: 1 });
    expect(both.report.totals).toMatchObject({ failed: 1, returned: 0 });
    expect(both.inputs.map(({ path }) => path).sort()).toEqual(['bounce.eml', 'mail.log']);
  });

  it('closes what is open in one summary with what another holds', async () => {
    const id = queueId(1);
    here.put('1.log', log(queued('2026-06-05T10:00:00+00:00', id), deferred('2026-06-05T10:00:01+00:00', id)));
    const later = '2026-06-06T03:00:00+00:00';
    here.put('2.log.gz', gzipSync(log(sent(later, id), removed(later, id))));
    for (const name of ['1.log', '2.log.gz']) await here.run([name, '-o', `${name}.summary`]);
    const { report } = json((await here.run(['merge', '2.log.gz.summary', '1.log.summary', '-f', 'json'])).stdout);
    expect(report.totals).toMatchObject({ messages: 1, delivered: 1, recovered: 1, open: 0 });
  });
});

describe('summaries that do not fit', () => {
  it('are refused where a part of one input is in both', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('longer.log', SMALL_LOG + SMALL_LOG);
    for (const name of ['mail', 'longer']) await here.run([`${name}.log`, '-o', `${name}.summary`]);
    const { code, stdout, stderr } = await here.run(['merge', 'mail.summary', 'longer.summary', '-o', 'all.csv']);
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
    expect(stderr).toMatch(/mail\.log .*longer\.log .* overlap/);
    expect(() => read('all.csv')).toThrow();
  });

  it('are refused where they count in other time zones', async () => {
    here.put('a.log', SMALL_LOG);
    here.put('b.log', SMALL_LOG.replaceAll(' mx ', ' mx2 '));
    await here.run(['a.log', '--timezone', 'Asia/Tokyo', '-o', 'a.summary']);
    await here.run(['b.log', '-o', 'b.summary']);
    const { code, stderr } = await here.run(['merge', 'a.summary', 'b.summary']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/Asia\/Tokyo.*UTC|UTC.*Asia\/Tokyo/);
  });

  it('are told apart by what they count', async () => {
    here.put('a.log', SMALL_LOG);
    here.put('b.log', `${SMALL_LOG.replaceAll(' mx ', ' mx2 ')}`);
    await here.run(['a.log', '--by', 'client', '-o', 'a.summary']);
    await here.run(['b.log', '-o', 'b.summary']);
    const asked = await here.run(['merge', 'a.summary', 'b.summary', '--by', 'client']);
    expect(asked.code).toBe(2);
    expect(asked.stderr).toMatch(/--by client: not counted in b\.summary\. All have: .*recipientDomain/);
    const kept = await here.run(['merge', 'a.summary', 'b.summary', '-o', 'all.summary']);
    expect(kept.code).toBe(0);
    expect(kept.stderr).toBe('bouncelens: by client: left out of the summary, as b.summary does not have it\n');
    expect((await here.run(['merge', 'a.summary', '--by', 'client'])).code).toBe(0);
  });

  it('are left out where they cannot be read, and the rest is merged', async () => {
    here.put('a.log', SMALL_LOG);
    await here.run(['a.log', '-o', 'a.summary']);
    here.put('cut.summary', read('a.summary').subarray(0, 200));
    here.put('newer.summary', 'bouncelens-summary/9\n');
    const { code, stdout, stderr } = await here.run([
      'merge',
      'cut.summary',
      'a.log',
      'newer.summary',
      'no.summary',
      'a.summary',
    ]);
    expect(code).toBe(1);
    expect(stderr).toMatch(/cut\.summary: is cut short/);
    expect(stderr).toMatch(/a\.log: is no summary/);
    expect(stderr).toMatch(/newer\.summary: is a summary of version 9/);
    expect(stderr).toMatch(/no\.summary: no such file/);
    expect(stdout).toBe((await here.run(['a.log'])).stdout);
    const page = await here.run(['merge', 'cut.summary', 'no.summary', 'a.summary', '-f', 'json']);
    expect((JSON.parse(page.stdout) as { inputs: object[] }).inputs).toMatchObject([
      { path: 'a.log', error: null },
      { path: 'no.summary', error: expect.stringMatching(/no such file/) },
      { path: 'cut.summary', error: 'is cut short' },
    ]);
  });

  it('are asked for where none is named', async () => {
    const { code, stderr } = await here.run(['merge']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/--format summary/);
  });
});
