import { describe, expect, it } from 'vitest';
import { de } from '../../src/catalogue/text/de.js';
import { en } from '../../src/catalogue/text/en.js';
import { ja } from '../../src/catalogue/text/ja.js';
import { csvRecords, SMALL_LOG, Workplace } from './bouncelens.js';

const here = new Workplace();

describe('a report', () => {
  it('has its documentation in the language that is asked for; names of columns and facts stay', async () => {
    here.put('mail.log', SMALL_LOG);
    const [english, german, byLocale] = await Promise.all([
      here.run(['mail.log', '-f', 'csv']),
      here.run(['mail.log', '-f', 'csv', '--lang', 'de']),
      here.run(['mail.log', '-f', 'csv'], { environment: { LC_ALL: 'de_AT.UTF-8' } }),
    ]);
    expect(byLocale).toEqual(german);
    const [before, after] = [english, german].map(({ stdout }) => csvRecords(stdout));
    for (const [i, record] of before!.entries()) {
      const { title, cause, when, fix, ...rest } = after![i]!;
      expect(record).toMatchObject(rest);
      expect(title).not.toBe(record.title);
    }
    const { title, when } = de.reasons['user-unknown'];
    expect(after!.find(({ reason }) => reason === 'user-unknown')).toMatchObject({ title, when });
    expect(before!.find(({ reason }) => reason === 'user-unknown')!.title).toBe(en.reasons['user-unknown'].title);
  });

  it('has it in JSON too', async () => {
    here.put('mail.log', SMALL_LOG);
    const { stdout } = await here.run(['mail.log', '-f', 'json', '--lang', 'ja']);
    const { rows } = JSON.parse(stdout) as { rows: { reason: string; title: string }[] };
    expect(rows.find(({ reason }) => reason === 'mailbox-full')!.title).toBe(ja.reasons['mailbox-full'].title);
  });

  it('refuses a language that there is not', async () => {
    const { code, stdout, stderr } = await here.run(['mail.log', '--lang', 'es']);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/--lang: 'es'.*en, de, fr, ja/);
  });
});

describe('trace', () => {
  it('explains in the language that is asked for', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stdout } = await here.run(['trace', 'user@example.net', 'mail.log', '--lang', 'de']);
    expect(code).toBe(0);
    const sense = de.replyCodes[550]!.senses!.find(({ reason }) => reason === 'user-unknown')!;
    const text = stdout.replaceAll(/\s+/g, ' ');
    expect(text).toContain(`Ursache: ${sense.cause}`);
    expect(text).toContain(`Abhilfe: ${sense.fix}`);
  });
});

describe('events', () => {
  it('has no documentation, so that it takes no language', async () => {
    here.put('mail.log', SMALL_LOG);
    const { code, stderr } = await here.run(['events', 'mail.log', '--lang', 'de']);
    expect(code).toBe(2);
    expect(stderr).toMatch(/lang/);
  });
});
