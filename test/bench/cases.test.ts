import { describe, expect, test } from 'vitest';
import { CASES, casesNamed, changedCase, DEFAULT_CASES } from '../../bench/cases.mjs';
import { generate } from '../../bench/generate.mjs';
import { logName } from '../../bench/logs.mjs';
import { toolsFor } from '../../bench/tools.mjs';

const [plain] = casesNamed(['plain']);
if (!plain) throw new Error('no plain case');

describe('the cases', () => {
  test('cover both forms of stamps, plain and compressed, few and many failures and domains', () => {
    expect(new Set(CASES.map(({ format, gzip }) => `${format} ${gzip}`)).size).toBe(4);
    const rates = CASES.map(({ failureRate }) => failureRate);
    expect(Math.min(...rates)).toBeLessThanOrEqual(0.02);
    expect(Math.max(...rates)).toBe(1);
    const domains = CASES.map((one) => one.domains);
    expect(Math.max(...domains) / Math.min(...domains)).toBeGreaterThanOrEqual(1000);
  });

  test('have names of their own, and the defaults are among them', () => {
    expect(new Set(CASES.map(({ name }) => name)).size).toBe(CASES.length);
    expect(casesNamed(DEFAULT_CASES)).toHaveLength(DEFAULT_CASES.length);
  });

  test('do not change when nothing is to be changed', () => {
    expect(changedCase(plain, {})).toBe(plain);
  });

  test('have logs of different names, which hold for the same parameters', () => {
    const logs = CASES.map((one) => logName(one, 1e6, 1));
    expect(new Set(logs).size).toBe(CASES.length);
    expect(logName({ ...plain, name: 'other', about: '' }, 1e6, 1)).toBe(logName(plain, 1e6, 1));
    expect(logName(plain, 1e6, 2)).not.toBe(logName(plain, 1e6, 1));
    expect(logName(plain, 2e6, 1)).not.toBe(logName(plain, 1e6, 1));
    expect(logName({ ...plain, gzip: true }, 1e6, 1)).toBe(`${logName(plain, 1e6, 1)}.gz`);
  });

  test('where every delivery fails hold no delivery', () => {
    const [failing] = casesNamed(['failing']);
    const pieces = generate({ bytes: 2_000_000, seed: 1, ...failing });
    let text = '';
    let piece = pieces.next();
    for (; !piece.done; piece = pieces.next()) text += piece.value;
    expect(text).not.toContain('status=sent');
    for (const agent of ['smtp', 'lmtp', 'virtual']) expect(text).toMatch(new RegExp(`postfix/${agent}\\[.*status=bounced`));
    expect(text).toContain('status=deferred');
    const { totals } = piece.value;
    expect(totals).toMatchObject({ delivered: 0, recovered: 0 });
    expect(totals.failed).toBeGreaterThan(100);
    expect(totals.recipients).toBe(totals.failed + totals.expired + totals.open);
  });
});

describe('the tools', () => {
  const everything = () => true;

  test('are beside each other in the order of a round', () => {
    const tools = toolsFor(plain, [1, 2], everything);
    expect(tools.map(({ name }) => name)).toEqual([
      'bouncelens, 1 thread',
      'bouncelens, 2 threads',
      'pflogsumm',
      'logwatch',
      'wc -l',
    ]);
    expect(tools.every(({ lacking }) => lacking === null)).toBe(true);
    expect(tools.filter(({ slow }) => slow).map(({ name }) => name)).toEqual(['pflogsumm', 'logwatch']);
  });

  test('say why they cannot run', () => {
    const without = toolsFor(plain, [1], (command) => command !== 'pflogsumm' && command !== 'perl');
    expect(without.flatMap(({ name, lacking }) => (lacking ? [`${name}: ${lacking}`] : []))).toEqual([
      'pflogsumm: not installed',
      'logwatch: not installed',
    ]);
    const rfc3339 = toolsFor({ gzip: false, format: 'rfc3339' }, [1], everything);
    expect(rfc3339.find(({ name }) => name === 'logwatch')?.lacking).toBe('reads stamps of RFC 3164 only');
  });

  test('that read no gzip stand behind gzip, whatever is in the name of the file', () => {
    const tools = toolsFor({ gzip: true, format: 'rfc3164' }, [2], everything);
    expect(tools.map(({ name }) => name)).toEqual(['bouncelens, 2 threads', 'pflogsumm', 'logwatch', 'gzip -dc']);
    const { command, args } = tools[1]?.invocation("a ';b.gz") ?? { command: '', args: [] };
    expect(command).toBe('sh');
    expect(args[1]).not.toContain('b.gz');
    expect(args.slice(2)).toEqual(['sh', "a ';b.gz", 'pflogsumm']);
  });

  test('of one thread or two differ in that option', () => {
    const [one, two] = toolsFor(plain, [1, 2], everything).map(({ invocation }) => invocation('x.log').args.join(' '));
    expect(one).toContain('--threads 1');
    expect(two).toBe(one?.replace('--threads 1', '--threads 2'));
  });
});
