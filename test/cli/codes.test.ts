import { describe, expect, it } from 'vitest';
import { BLOCK_LISTS } from '../../src/catalogue/block-lists.js';
import { ENHANCED_CODES } from '../../src/catalogue/enhanced-codes.js';
import { PROVIDER_TOKENS } from '../../src/catalogue/provider-tokens.js';
import { REPLY_CODES } from '../../src/catalogue/reply-codes.js';
import { en } from '../../src/catalogue/text/en.js';
import { fr } from '../../src/catalogue/text/fr.js';
import { PROVIDERS } from '../../src/model/provider.js';
import { REASONS } from '../../src/model/verdict.js';
import { csvRecords, ndjson, Workplace } from './bouncelens.js';

const here = new Workplace();
const ALL = [
  ...REPLY_CODES.map(({ code }) => String(code)),
  ...ENHANCED_CODES.map(({ code }) => code),
  ...REASONS,
  ...PROVIDER_TOKENS.map(({ token }) => token),
  ...PROVIDERS,
  ...BLOCK_LISTS.map(({ key }) => key),
  '127.255.255.0/24',
];

describe('codes', () => {
  it('lists the whole catalogue as a table', async () => {
    const { code, stdout, stderr } = await here.run(['codes']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const lines = stdout.split('\n');
    for (const one of ALL) expect(lines.some((line) => line.startsWith(`${one} `))).toBe(true);
    expect(lines.at(-2)).toBe(`${ALL.length} entries`);
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('lists it in forms for programs', async () => {
    const [csv, json, lines] = await Promise.all(['csv', 'json', 'ndjson'].map((format) => here.run(['codes', '-f', format])));
    const records = csvRecords(csv!.stdout);
    expect(records.map((record) => record.code)).toEqual(ALL);
    expect(records.find((record) => record.code === '354')).toMatchObject({
      ...{ kind: 'reply', class: '3', status: 'standard', reason: '', title: en.replyCodes[354]!.title },
      ...{ cause: en.replyCodes[354]!.cause, retry: 'n/a', actor: 'nobody', commands: 'DATA' },
    });
    const { schema, codes } = JSON.parse(json!.stdout) as { schema: string; codes: { code: string }[] };
    expect(schema).toBe('bouncelens-codes/1');
    expect(codes.map(({ code }) => code)).toEqual(ALL);
    expect(ndjson<{ code: string }>(lines!.stdout)).toEqual(codes);
  });

  it('leaves what the filters let through', async () => {
    const only = async (...args: string[]) =>
      csvRecords((await here.run(['codes', '-f', 'csv', ...args])).stdout).map(({ code }) => code);
    expect(await only('--kind', 'reply', '--class', '3')).toEqual(['334', '354']);
    expect(await only('--kind', 'reason')).toEqual([...REASONS]);
    expect(await only('--kind', 'provider')).toEqual([...PROVIDERS]);
    expect(await only('--kind', 'token', '--reason', 'greylisted')).toEqual(['[GL01]']);
    expect(await only('TSS04')).toEqual(['[TSS04]']);
    expect(await only('--status', 'registered', '--class', '4')).toEqual(['422', '430']);
    expect(await only('--reason', 'greylisted', '--kind', 'reply')).toEqual(expect.arrayContaining(['450', '451']));
    expect((await only('mailbox', 'full')).slice(0, 2)).toEqual(['X.2.2', 'mailbox-full']);
    expect(await only('mailbox full')).toEqual(await only('mailbox', 'full'));
  });

  it('speaks the language that is asked for', async () => {
    const { stdout } = await here.run(['codes', '--lang', 'fr', '-f', 'csv', '--kind', 'reply']);
    const found = csvRecords(stdout).find(({ code }) => code === '550')!;
    expect(found).toMatchObject({ title: fr.replyCodes[550]!.title, fix: fr.replyCodes[550]!.fix, retry: 'after-fix' });
    const { stdout: table } = await here.run(['codes', '--lang', 'ja', '--kind', 'reason', 'virus']);
    expect(table).toMatch(/\n1 件\n$/);
  });

  it('writes Markdown', async () => {
    const { stdout } = await here.run(['codes', '--class', '3', '-f', 'markdown']);
    expect(stdout).toContain('| 354 | Start Mail Input | nothing to retry | standard |');
  });

  it('says so when nothing is found', async () => {
    const { code, stdout, stderr } = await here.run(['codes', 'zeppelin', '-f', 'csv']);
    expect(code).toBe(1);
    expect(csvRecords(stdout)).toEqual([]);
    expect(stderr).toMatch(/nothing/);
  });

  it.each([
    [['codes', '--kind', 'colour'], /--kind.*reply, enhanced, reason, token, provider, list/],
    [['codes', '--class', '1'], /--class.*2, 3, 4, 5/],
    [['codes', '--status', 'new'], /--status.*standard, registered, observed/],
    [['codes', '--reason', 'bad'], /--reason.*user-unknown/],
    [['codes', '--kind', 'reply', '--kind', 'reason'], /--kind.*more than once/],
    [['codes', '-f', 'prometheus'], /'prometheus'/],
  ])('refuses %j', async (args, said) => {
    const { code, stdout, stderr } = await here.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});
