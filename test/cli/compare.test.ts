import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { en } from '../../src/catalogue/text/en.js';
import { Workplace } from './bouncelens.js';

const here = new Workplace();
const flowing = (text: string) => text.replaceAll(/\s+/g, ' ');

interface Compared {
  readonly schema: string;
  readonly title: string;
  readonly summary: string;
  readonly entries: readonly { readonly code: string }[];
  readonly differences: readonly { readonly about: string; readonly text: string }[];
  readonly which: readonly string[];
  readonly learnMore: readonly { readonly name: string; readonly url: string }[];
}

describe('compare', () => {
  it('gives what a reader of two codes wants, in order', async () => {
    const { code, stdout, stderr } = await here.run(['compare', '214', '553']);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const text = flowing(stdout);
    const [a, b] = [en.replyCodes[214]!, en.replyCodes[553]!];
    const order = [
      'SMTP 214 Help Message vs 553 Mailbox Name Invalid',
      'SMTP 214 (Help Message) is a 2xx Positive Completion response, while 553 (Mailbox Name Invalid) is a 5xx Permanent Negative',
      ...['214 Help Message Description', a.cause, 'When you see it', a.when, 'How to fix', a.fix],
      ...['553 Mailbox Name Invalid Description', b.cause, 'When you see it', b.when, 'How to fix', b.fix],
      ...[
        'Key differences',
        '1. 214 is',
        '2. SMTP 214:',
        '3. SMTP 553:',
        '4. You encounter 214',
        '5. You encounter 553',
        '6. After',
      ],
      ...['When to use which', `For 214 (Help Message): ${a.fix}`, `For 553 (Mailbox Name Invalid): ${b.fix}`],
      ...['Learn more', 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3'],
    ];
    let at = -1;
    for (const said of order) {
      const next = text.indexOf(said, at + 1);
      expect(next, said).toBeGreaterThan(at);
      at = next;
    }
    expect(text).not.toMatch(/\bwhen when\b|\[email|protected\]/i);
  });

  it('compares enhanced codes, and one of each', async () => {
    const [enhanced, mixed] = await Promise.all([here.run(['compare', '5.1.1', '5.2.2']), here.run(['compare', '550', '5.1.1'])]);
    expect(enhanced).toMatchObject({ code: 0, stderr: '' });
    expect(enhanced.stdout.split('\n')[0]).toBe('SMTP 5.1.1 Mailbox unknown vs 5.2.2 Mailbox full');
    expect(flowing(mixed.stdout)).toContain('550 and 5.1.1 may stand in one reply');
  });

  it('writes a page of its own in each language', async () => {
    const runs = await Promise.all(
      ['en', 'de', 'fr', 'ja'].map((lang) => here.run(['compare', '450', '550', '--lang', lang, '-o', `${lang}.html`])),
    );
    expect(runs.map(({ code, stdout }) => ({ code, stdout }))).toEqual(runs.map(() => ({ code: 0, stdout: '' })));
    for (const [lang, label] of [
      ['en', 'Key differences'],
      ['de', 'Wesentliche Unterschiede'],
      ['fr', 'Différences clés'],
      ['ja', '主な違い'],
    ] as const) {
      const page = readFileSync(here.at(`${lang}.html`), 'utf8');
      expect(page).toContain(`<html lang="${lang}">`);
      expect(page).toContain(`<h2>${label}</h2>`);
      expect(page).toContain("default-src 'none'".replaceAll("'", '&#39;'));
      expect(page.match(/<section>/g)).toHaveLength(2);
    }
  });

  it('writes Markdown and JSON', async () => {
    const [markdown, json] = await Promise.all(
      ['markdown', 'json'].map((format) => here.run(['compare', '450', '550', '-f', format])),
    );
    expect(markdown!.stdout).toMatch(/^# SMTP 450 Mailbox Unavailable vs 550 Mailbox Not Found\n\n/);
    expect(markdown!.stdout).toMatch(/\n## Key differences\n\n1\. 450 is a 4xx/);
    const compared = JSON.parse(json!.stdout) as Compared;
    expect(compared.schema).toBe('bouncelens-comparison/1');
    expect(compared.entries.map(({ code }) => code)).toEqual(['450', '550']);
    expect(compared.differences[0]).toEqual({
      about: 'class',
      text: '450 is a 4xx Transient Negative response, while 550 is a 5xx Permanent Negative response.',
    });
    expect(compared.which).toHaveLength(2);
    expect(compared.learnMore.length).toBeGreaterThan(0);
  });

  it.each([
    [['compare', '550'], /two different codes.*1 given/],
    [['compare'], /two different codes.*0 given/],
    [['compare', '550', '550'], /two different codes.*1 given/],
    [['compare', '450', '550', '554'], /two different codes.*3 given/],
    [['compare', '550', '549'], /'549'.*550/],
    [['compare', '550', 'user-unknown'], /user-unknown is a reason/],
    [['compare', '550', 'TSS04'], /\[TSS04\] is a provider's token/],
    [['compare', 'google', '550'], /google is a provider,/],
    [['compare', 'zen.spamhaus.org', '550'], /spamhaus is a block list/],
    [['compare', '550', '450', '-f', 'csv'], /'csv'/],
  ])('refuses %j', async (args, said) => {
    const { code, stdout, stderr } = await here.run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(said);
  });
});
