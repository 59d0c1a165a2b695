import { describe, expect, test } from 'vitest';
import { BLOCK_LISTS, REFUSED_QUERY } from '../../src/catalogue/block-lists.js';
import { lookUp } from '../../src/catalogue/look-up.js';
import { PROVIDER_CODES } from '../../src/catalogue/provider-codes.js';
import { PROVIDER_TOKENS } from '../../src/catalogue/provider-tokens.js';
import { PROVIDER_FACTS } from '../../src/catalogue/providers.js';
import { LANGUAGES, loadLanguage } from '../../src/catalogue/text/language.js';
import { HOST_ENDINGS, PROVIDERS } from '../../src/model/provider.js';
import { leastTime } from '../least-time.js';

const languages = await Promise.all(LANGUAGES.map(loadLanguage));
const english = languages[0]!;

const articles = (...written: string[]) => lookUp(written, english).articles;
const found = (written: string) => articles(written).map(({ kind, code }) => `${kind} ${code}`);

describe('a token', () => {
  test('is found as the catalogue writes it, and by its rule', () => {
    for (const { token, rule, reason, provider, concern } of PROVIDER_TOKENS) {
      for (const written of [token, rule])
        expect(articles(written), written).toMatchObject([
          { kind: 'token', code: token, entry: token, reason, source: { provider, concern } },
        ]);
    }
  });

  test.each([
    ['TSS04', '[TSS04]'],
    ['[tss04]', '[TSS04]'],
    ['S3150', '(S3150)'],
    ['(S3150)', '(S3150)'],
    ['rl000001', 'RL000001'],
    ['OFR_416', 'OFR_416'],
    ['ofr0012_416', 'OFR0012_416'],
    ['LPN007_417', 'LPN007_417'],
    ['AUP#IPBL3', 'AUP#IPBL3'],
    ['AUP#In-1030', 'AUP#In-1030'],
    ['AUP#In-1490', 'AUP#In-1490'],
    ['as16012609', '(AS16012609)'],
    ['id-5.9.2', '#id-5.9.2'],
    ['DT:SPM', 'DT:SPM'],
  ])('%s is %s', (written, code) => {
    expect(found(written)).toEqual([`token ${code}`]);
  });

  test('whose digits vary names the entry for all of them', () => {
    expect(articles('OFR204_416')[0]).toMatchObject({ entry: 'OFR*_416', reason: 'user-unknown' });
    expect(articles('OFR204_416')[0]!.cause).toContain('OFR204_416');
    expect(articles('AUP#In-1040')[0]).toMatchObject({ entry: 'AUP#In-1010 to 1080', reason: 'sender-account-blocked' });
  });

  test.each(['TSS', 'TSS0', 'TSS044', 'OFR_999999', 'OFRx_416', 'OFR416', 'AUP#In-1005', 'AUP#In-', '[]', '#', 'mailtrap'])(
    '%s is none',
    (written) => {
      expect(found(written)).toEqual([]);
    },
  );

  test('gives a reply code its sense', () => {
    expect(found('421 TSS04')).toEqual(['reply 421', 'token [TSS04]']);
  });
});

describe('a provider', () => {
  test('is found by its key and by its name, with its tokens, codes and page', () => {
    for (const provider of PROVIDERS) {
      const { name, page } = PROVIDER_FACTS[provider];
      for (const written of [provider, name]) {
        const one = articles(written).find(({ kind, code }) => kind === 'provider' && code === provider);
        expect(one, written).toMatchObject({ title: name, source: { hosts: HOST_ENDINGS[provider] } });
        expect(one!.reference).toContain(page ?? name);
        expect(one!.source!.tokens).toEqual(PROVIDER_TOKENS.filter((row) => row.provider === provider).map(({ token }) => token));
        expect(one!.source!.codes).toEqual(
          PROVIDER_CODES.filter((row) => row.provider.includes(provider)).map(({ code }) => code),
        );
      }
    }
  });

  test.each([
    ['gmail', ['provider google']],
    ['Exchange Online', ['provider exchange-online']],
    ['aspmx.l.google.com', ['provider google']],
    ['example-com.mail.protection.outlook.com', ['provider exchange-online']],
    ['microsoft', ['provider outlook', 'provider exchange-online', 'list microsoft']],
    ['barracuda', ['provider barracuda', 'list barracuda']],
    ['google.example', []],
    ['googles', []],
  ])('%s finds %j', (written, expected) => {
    expect(found(written)).toEqual(expected);
  });
});

describe('a block list', () => {
  test('is found by its key, its name, its rule, and what replies name it by', () => {
    for (const { key, name, names, reason, lookup } of BLOCK_LISTS) {
      for (const written of [key, name, `list.${key}`, ...names.map((one) => one.replace('>', ''))]) {
        const one = articles(written).find(({ kind }) => kind === 'list');
        expect(one, written).toMatchObject({ code: key, title: name, reason, reference: lookup });
      }
    }
  });

  test.each([
    ['zen.spamhaus.org', 'spamhaus'],
    ['https://www.spamhaus.org/query/ip/192.0.2.1', 'spamhaus'],
    ['dbl.spamhaus.org', 'spamhaus-dbl'],
    ['b.barracudacentral.org', 'barracuda'],
    ['cbl.abuseat.org', 'abuseat'],
  ])('%s is %s', (written, key) => {
    expect(articles(written).filter(({ kind }) => kind === 'list')).toMatchObject([{ code: key }]);
  });

  test.each(['nospamhaus.example', 'spamhausen', 'scbl.example', 'blocked'])('%s is none', (written) => {
    expect(found(written)).toEqual([]);
  });

  test.each(['127.255.255.252', '127.255.255.254', '127.255.255.255', '127.255.255.0/24', 'list.query-refused'])(
    '%s is an answer that is no listing',
    (written) => {
      const [one] = articles(written);
      expect(one).toMatchObject({ kind: 'list', code: '127.255.255.0/24', reason: 'system-error', actor: 'recipient admin' });
      expect(one!.reference).toBe(REFUSED_QUERY.page);
      expect(one!.cause).toContain('no listing');
    },
  );

  test('answers otherwise with what it alone can tell', () => {
    const { articles, missing } = lookUp(['127.0.0.2'], english);
    expect(articles).toEqual([]);
    expect(missing[0]!.objection).toMatch(/block list/);
  });
});

describe('a code', () => {
  const meanings = (written: string) => articles(written)[0]!.meanings.map(({ provider, reason }) => `${provider} ${reason}`);

  test.each([
    ['5.7.27', ['google auth-failure']],
    ['4.7.27', ['google auth-failure']],
    ['X.7.27', ['google auth-failure']],
    ['5.4.1', ['exchange-online user-unknown', 'outlook user-unknown']],
    ['X.4.1', ['exchange-online user-unknown', 'outlook user-unknown']],
    ['4.4.1', []],
    ['2.7.27', []],
    ['5.1.1', []],
    ['X.1', []],
  ])('%s tells what providers mean by it: %j', (written, expected) => {
    expect(meanings(written)).toEqual(expected);
  });

  test('tells that beside what the registry says', () => {
    const [one] = articles('5.7.27');
    expect(one!.title).toBe(english.text.enhancedCodes['X.7.27']!.title);
    expect(one!.meanings[0]!.cause).toContain('SPF');
    expect(one!.meanings[0]!.cause).toContain('5.7.27');
    expect(one!.meanings[0]!.reference).toBe('https://support.google.com/a/answer/3726730');
  });
});

describe.each(languages)('in $tag', (language) => {
  test('no entry has an empty text or an open place', () => {
    const all = [
      ...PROVIDER_TOKENS.map(({ token }) => token),
      ...PROVIDERS,
      ...BLOCK_LISTS.map(({ key }) => key),
      ...PROVIDER_CODES.map(({ code }) => code),
      '127.255.255.254',
    ];
    const { articles, missing } = lookUp(all, language);
    expect(missing).toEqual([]);
    for (const { code, title, cause, when, fix, reference, meanings } of articles) {
      for (const said of [title, cause, when, fix, reference, ...meanings.flatMap((one) => [one.title, one.cause, one.fix])])
        expect(said, code).toMatch(/^[^{}]+$/);
    }
  });

  test('a provider tells where its servers and its page are', () => {
    for (const provider of PROVIDERS) {
      const one = lookUp([provider], language).articles.find(({ kind }) => kind === 'provider')!;
      for (const host of HOST_ENDINGS[provider]) expect(one.cause).toContain(host);
      expect(one.fix).toContain(PROVIDER_FACTS[provider].page ?? PROVIDER_FACTS[provider].name);
    }
  });

  test('a block list tells what replies name it by, and where to look', () => {
    for (const { key, names, lookup } of BLOCK_LISTS) {
      const one = lookUp([key], language).articles.find(({ kind }) => kind === 'list')!;
      for (const name of names) expect(one.when).toContain(name.replace('>', ''));
      expect(one.fix).toContain(lookup);
    }
  });
});

test('nothing takes long, however long it is', () => {
  for (const long of [
    '.'.repeat(100_000),
    'spamhaus.'.repeat(10_000),
    '127.'.repeat(20_000),
    '['.repeat(100_000),
    'a.'.repeat(50_000),
  ])
    expect(leastTime(100, () => expect(lookUp([long], english).missing).toHaveLength(1))).toBeLessThan(100);
});
