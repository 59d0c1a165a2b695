import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bounced, csvRecords, log, queued, queueId, removed, SMALL_LOG, sent, Workplace } from './bouncelens.js';

const here = new Workplace();
const GOOD = log(
  queued('2026-06-05T10:00:00Z', queueId(1)),
  sent('2026-06-05T10:00:01Z', queueId(1)),
  removed('2026-06-05T10:00:02Z', queueId(1)),
);
/** A bounce whose message has no sender line, which a note tells. */
const ORPHAN = `${GOOD}${log(bounced('2026-06-05T10:00:01Z', queueId(2)))}`;

describe('--fail-on', () => {
  it('ends with 3 and says why, and the report is there', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout, stderr } = await here.run([
      'mail.log',
      '--fail-on',
      'bounceRate>5%',
      '--fail-on',
      'reason:user-unknown>0',
      '--by',
      'day',
    ]);
    expect(code).toBe(3);
    expect(stderr).toBe(
      'bouncelens: --fail-on bounceRate>5%: it is 50%, 1 of 2 recipients\nbouncelens: --fail-on reason:user-unknown>0: it is 1\n',
    );
    expect(csvRecords(stdout)).toMatchObject([{ day: '2026-06-05', failed: '1' }]);
  });

  it('says so even with --quiet', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stderr } = await here.run(['mail.log', '--fail-on', 'failed>0', '--quiet']);
    expect([code, stderr]).toEqual([3, 'bouncelens: --fail-on failed>0: it is 1\n']);
  });

  it('changes nothing where it does not hold', async () => {
    here.put('mail.log', SMALL_LOG);
    const [plain, checked] = await Promise.all([here.run(['mail.log']), here.run(['mail.log', '--fail-on', 'failed>1'])]);
    expect(checked).toEqual(plain);
    expect(checked.code).toBe(0);
  });

  it('does not hide that an input failed, or that nothing was recognised', async () => {
    here.put('mail.log', SMALL_LOG);
    const [missing, foreign] = await Promise.all([
      here.run(['mail.log', 'missing.log', '--fail-on', 'failed>0']),
      here.run(['-', '--fail-on', 'lines>0'], { stdin: 'hello\nworld\n' }),
    ]);
    expect([missing.code, foreign.code]).toEqual([1, 4]);
    for (const { stderr } of [missing, foreign]) expect(stderr).toContain('--fail-on');
  });

  it('is wrong usage where it is no condition', async () => {
    here.put('mail.log', SMALL_LOG);
    for (const condition of ['moon>0', 'new>0', 'reason:moon>0', 'failed>5%', 'failed', '']) {
      const { code, stdout, stderr } = await here.run(['mail.log', '--fail-on', condition]);
      expect([condition, code, stdout]).toEqual([condition, 2, '']);
      expect(stderr).toMatch(/^bouncelens: --fail-on: /);
    }
  });

  it('may stand in the configuration', async () => {
    here.put('mail.log', SMALL_LOG);
    here.put('bouncelens.config.json', JSON.stringify({ 'fail-on': ['failed>0', 'delayed>5'] }));
    expect((await here.run(['mail.log'])).stderr).toBe('bouncelens: --fail-on failed>0: it is 1\n');
    expect((await here.run(['mail.log', '--fail-on', 'failed>9'])).code).toBe(0);
  });
});

describe('--quiet-if-ok', () => {
  it('prints nothing when nothing failed', async () => {
    here.put('mail.log', GOOD);
    expect(await here.run(['mail.log', '--quiet-if-ok'])).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await here.run(['mail.log'])).stdout).not.toBe('');
  });

  it('prints nothing, and no note, when no condition holds', async () => {
    here.put('mail.log', ORPHAN);
    const quiet = ['mail.log', '--quiet-if-ok', '--fail-on'];
    expect(await here.run([...quiet, 'failed>5'])).toEqual({ code: 0, stdout: '', stderr: '' });
    const loud = await here.run([...quiet, 'delivered>0', '-f', 'text']);
    expect(loud.code).toBe(3);
    expect(loud.stdout).toContain('Bounce report');
    expect(loud.stderr).toMatch(/sender line is not in the input.*\n.*--fail-on delivered>0: it is 1\n$/);
  });

  it('prints the report when something failed', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout } = await here.run(['mail.log', '--quiet-if-ok']);
    expect([code, csvRecords(stdout).length]).toEqual([0, 2]);
  });

  it('still says what went wrong, and writes files', async () => {
    here.put('mail.log', GOOD);
    const missing = await here.run(['mail.log', 'missing.log', '--quiet-if-ok']);
    expect(missing.code).toBe(1);
    expect(missing.stderr).toContain('missing.log');
    expect(missing.stdout).not.toBe('');
    expect(await here.run(['mail.log', '--quiet-if-ok', '-o', 'r.csv', '-o', 'r.html'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect([existsSync(here.at('r.csv')), existsSync(here.at('r.html'))]).toEqual([true, true]);
  });
});
