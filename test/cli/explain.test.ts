import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { de } from '../../src/catalogue/text/de.js';
import { en } from '../../src/catalogue/text/en.js';
import { ja } from '../../src/catalogue/text/ja.js';
import { displayWidth } from '../../src/report/display-width.js';
import { Workplace } from './bouncelens.js';

const here = new Workplace();

interface ExplainedEntry {
  readonly code: string;
  readonly kind: string;
  readonly entry: string | null;
  readonly title: string;
  readonly cause: string;
  readonly retry: string;
  readonly class: { readonly digit: string; readonly name: string } | null;
}
interface Explained {
  readonly schema: string;
  readonly generator: string;
  readonly lang: string;
  readonly entries: readonly ExplainedEntry[];
  readonly together: readonly {
    readonly reply: string;
    readonly other: string;
    readonly reason: string;
    readonly cause: string;
  }[];
}

/** Text without the line ends and indents of its layout. */
const flowing = (text: string) => text.replaceAll(/\s+/g, ' ');

describe('explain', () => {
  it('tells cause, situation, fix, actor, retry and reference of a reply code', async () => {
    const { code, stdout, stderr } = await here.run(['explain', '550']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { title, cause, when, fix, senses } = en.replyCodes[550]!;
    expect(stdout.split('\n')[0]).toBe(`550 ${title}`);
    for (const said of [cause, when, fix, ...senses!.map((sense) => sense.cause)]) expect(flowing(stdout)).toContain(said);
    for (const fact of ['Class 5xx Permanent Negative', 'Retry once the cause is fixed', 'Reference RFC 5321 §4.2.3'])
      expect(flowing(stdout)).toContain(fact);
    expect(flowing(stdout)).toContain('Who must act the owner of the address list');
    expect(stdout).not.toContain('\x1b');
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  it('tells what a token of a provider means, in every format', async () => {
    const { code, stdout, stderr } = await here.run(['explain', 'TSS07']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n')[0]).toBe('[TSS07] IP on a Block List (Yahoo, AOL)');
    for (const fact of ['Provider Yahoo, AOL', 'It is about the IP address that sends', 'Block list Spamhaus'])
      expect(flowing(stdout)).toContain(fact);
    expect(flowing(stdout)).toContain('Reference https://senders.yahooinc.com/smtp-error-codes/');
    const [markdown, html, json] = await Promise.all(
      ['markdown', 'html', 'json'].map((format) => here.run(['explain', 'TSS07', '-f', format])),
    );
    for (const { stdout } of [markdown!, html!]) expect(stdout).toContain('Spamhaus');
    const { entries } = JSON.parse(json!.stdout) as { entries: object[] };
    expect(entries).toMatchObject([
      { kind: 'token', code: '[TSS07]', reason: 'ip-blocklisted', provider: 'yahoo', concern: 'ip', list: 'spamhaus' },
    ]);
  });

  it('tells who a provider is, and what a block list means', async () => {
    const { stdout } = await here.run(['explain', 'exchange-online', 'zen.spamhaus.org', '127.255.255.254']);
    for (const heading of [
      '\nexchange-online Microsoft Exchange Online\n',
      '\nspamhaus Spamhaus\n',
      '\n127.255.255.0/24 Query Refused',
    ])
      expect(stdout).toContain(heading);
    expect(flowing(stdout)).toContain('Tokens (AS16012607)');
    expect(flowing(stdout)).toContain('Codes in a sense of its own 5.4.1');
    expect(flowing(stdout)).toContain('This is no listing.');
  });

  it('tells what providers mean by a code beside what is registered', async () => {
    const { stdout } = await here.run(['explain', '5.7.27', '--lang', 'de']);
    expect(stdout).toContain(de.enhancedCodes['X.7.27']!.title);
    expect(flowing(stdout)).toContain('Mit 5.7.27 sagt Gmail, Google Workspace: SPF wurde nicht bestanden.');
    const { entries } = JSON.parse((await here.run(['explain', '5.7.27', '-f', 'json'])).stdout) as {
      entries: { meanings: object[] }[];
    };
    expect(entries[0]!.meanings).toMatchObject([{ provider: 'google', reason: 'auth-failure', code: 'X.7.27' }]);
  });

  it('tells each of several, and what two of them mean together', async () => {
    const { code, stdout } = await here.run(['explain', '550', '5.1.1', 'X.1.1', 'greylisted']);
    expect(code).toBe(0);
    for (const heading of [
      '\n550 Mailbox Not Found\n',
      '\n5.1.1 Mailbox unknown\n',
      '\nX.1.1 Mailbox unknown\n',
      '\ngreylisted Greylisted\n',
    ])
      expect(stdout).toContain(heading);
    expect(flowing(stdout)).toContain(
      '550 together with 5.1.1: User Unknown Description The mailbox does not exist at that domain. How to fix Check for typos',
    );
  });

  it('tells of an unregistered code what its digits say', async () => {
    const { code, stdout } = await here.run(['explain', '5.7.999']);
    expect(code).toBe(0);
    expect(flowing(stdout)).toContain('5.7.999 is not registered.');
    expect(flowing(stdout)).toContain('class 5.x.x Permanent Failure; subject X.7 Security or Policy Status');
  });

  it('explains what it knows, and says of the rest what is near', async () => {
    const { code, stdout, stderr } = await here.run(['explain', '549', '354', 'mailbox-ful']);
    expect(code).toBe(2);
    expect(stdout.split('\n')[0]).toBe('354 Start Mail Input');
    expect(stderr).toMatch(/^bouncelens: '549': .*\b550\b/m);
    expect(stderr).toMatch(/^bouncelens: 'mailbox-ful': .*mailbox-full/m);
  });

  it('prints nothing where it knows nothing', async () => {
    const unknown = await here.run(['explain', 'zzz', '-f', 'json', '-o', 'out.json']);
    expect(unknown).toMatchObject({ code: 2, stdout: '' });
    expect(() => readFileSync(here.at('out.json'))).toThrow();
    const none = await here.run(['explain']);
    expect(none).toMatchObject({ code: 2, stdout: '' });
    expect(none.stderr).toMatch(/explain needs/);
  });

  it('does not pass on control characters, nor long arguments', async () => {
    const { code, stderr } = await here.run(['explain', '\x1b[31m\u202e', 'x'.repeat(100_000)]);
    expect(code).toBe(2);
    expect(stderr).not.toContain('\x1b');
    expect(stderr).toContain('\\x1b[31m\\u202e');
    expect(stderr.length).toBeLessThan(1000);
  });

  it('writes JSON with names for programs and texts for people', async () => {
    const { code, stdout } = await here.run(['explain', '550', '5.1.1', 'user-unknown', '-f', 'json', '--lang', 'de']);
    expect(code).toBe(0);
    const { schema, generator, lang, entries, together } = JSON.parse(stdout) as Explained;
    expect({ schema, lang }).toEqual({ schema: 'bouncelens-explanation/1', lang: 'de' });
    expect(generator).toMatch(/^bouncelens \d/);
    expect(entries.map(({ kind, code, entry, retry }) => [kind, code, entry, retry])).toEqual([
      ['reply', '550', '550', 'after-fix'],
      ['enhanced', '5.1.1', 'X.1.1', 'no'],
      ['reason', 'user-unknown', 'user-unknown', 'no'],
    ]);
    expect(entries[0]).toMatchObject({ title: de.replyCodes[550]!.title, cause: de.replyCodes[550]!.cause });
    expect(entries[1]!.class!.digit).toBe('5');
    expect(together.map(({ reply, other, reason }) => [reply, other, reason])).toEqual([
      ['550', '5.1.1', 'user-unknown'],
      ['550', 'user-unknown', 'user-unknown'],
    ]);
    expect(together[0]!.cause).toBe(de.replyCodes[550]!.senses!.find(({ reason }) => reason === 'user-unknown')!.cause);
  });

  it('writes several files, each in the format of its extension', async () => {
    const { code, stdout } = await here.run(['explain', '421', '-o', 'a.md', '-o', 'a.html', '-o', 'a.json', '-o', 'a.txt']);
    expect({ code, stdout }).toEqual({ code: 0, stdout: '' });
    const read = (name: string) => readFileSync(here.at(name), 'utf8');
    expect(read('a.md')).toMatch(/^# 421 Service Not Available\n\n## Description\n\n/);
    expect(read('a.html')).toContain('<h1>421 Service Not Available</h1>');
    expect(read('a.txt')).toMatch(/^421 Service Not Available\n\nDescription\n {2}\S/);
    expect((JSON.parse(read('a.json')) as Explained).entries[0]!.code).toBe('421');
  });

  it('says so when a file cannot be written', async () => {
    const { code, stderr } = await here.run(['explain', '421', '-o', 'missing/a.md']);
    expect(code).toBe(1);
    expect(stderr).toMatch(/missing\/a\.md/);
  });

  it('takes codes behind --, and options in front of it', async () => {
    const usual = await here.run(['explain', '421', '--lang', 'de']);
    expect(usual.stdout).toContain(de.replyCodes[421]!.title);
    expect(await here.run(['explain', '--lang', 'de', '--', '421'])).toEqual(usual);
    expect(await here.run(['--lang', 'de', 'explain', '421'])).toEqual(usual);
  });

  it.each([
    [['explain', '550', '--since', 'today'], /since/],
    [['explain', '550', '--timezone', 'UTC'], /timezone/],
    [['explain', '550', '-f', 'csv'], /'csv'.*text, markdown, html, json/],
    [['explain', '550', '--color', 'sometimes'], /--color.*auto, always, never/],
    [['explain', '550', '--lang', 'es'], /--lang.*en, de, fr, ja/],
    [['explain', '550', '--lang', 'de', '--lang', 'fr'], /--lang.*more than once/],
    [['explain', '550', '-o', 'x.csv'], /x\.csv/],
  ])('refuses %j', async (args, said) => {
    const { code, stdout, stderr } = await here.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });

  it('shows examples with --help', async () => {
    const { code, stdout } = await here.run(['explain', '--help']);
    expect(code).toBe(0);
    for (const word of [/Examples:/, /explain 550 5\.1\.1/, /--lang/, /--color/]) expect(stdout).toMatch(word);
    expect(stdout).not.toMatch(/--since/);
  });
});

describe('colours', () => {
  const title = async (args: readonly string[], environment: Readonly<Record<string, string>>) =>
    (await here.run(['explain', '354', ...args], { environment })).stdout.split('\n')[0];

  it('are left out of a pipe unless they are asked for', async () => {
    const bold = '\x1b[1m354 Start Mail Input\x1b[22m';
    const plain = '354 Start Mail Input';
    expect(await title([], {})).toBe(plain);
    expect(await title(['--color', 'always'], {})).toBe(bold);
    expect(await title(['--color', 'always'], { NO_COLOR: '1' })).toBe(bold);
    expect(await title([], { FORCE_COLOR: '1' })).toBe(bold);
    expect(await title(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(plain);
  });
});

describe('the language', () => {
  const inLocale = (environment: Readonly<Record<string, string>>, ...args: string[]) =>
    here.run(['explain', '354', ...args], { environment }).then(({ stdout }) => stdout.split('\n')[0]);

  it('is that of --lang, else of the locale, else English', async () => {
    const [german, japanese, english] = [de, ja, en].map(({ replyCodes }) => `354 ${replyCodes[354]!.title}`);
    expect(await inLocale({ LC_ALL: 'de_DE.UTF-8' })).toBe(german);
    expect(await inLocale({ LC_ALL: 'de_DE.UTF-8' }, '--lang', 'ja')).toBe(japanese);
    expect(await inLocale({ LC_ALL: '', LC_MESSAGES: '', LANG: 'ja_JP.UTF-8' })).toBe(japanese);
    expect(await inLocale({ LC_ALL: 'xx_YY.UTF-8' })).toBe(english);
    expect(await inLocale({ BOUNCELENS_LANG: 'de' })).toBe(german);
  });

  it('of Japanese is broken by the width of its characters', async () => {
    const { stdout } = await here.run(['explain', '550', '5.7.1', '--lang', 'ja']);
    for (const line of stdout.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(100);
    expect(stdout.replaceAll(/\s/g, '')).toContain(ja.replyCodes[550]!.cause.replaceAll(/\s/g, ''));
  });
});
