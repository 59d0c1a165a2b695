import { describe, expect, it } from 'vitest';
import { BLOCK_LISTS } from '../../src/catalogue/block-lists.js';
import { PROVIDER_TOKENS } from '../../src/catalogue/provider-tokens.js';
import { PROVIDER_FACTS } from '../../src/catalogue/providers.js';
import { DIMENSIONS } from '../../src/model/dimension.js';
import { PROVIDERS, providerOfHost } from '../../src/model/provider.js';

describe('who runs a mail exchanger', () => {
  it.each([
    ['gmail-smtp-in.l.google.com', 'google'],
    ['ASPMX.L.GOOGLE.COM.', 'google'],
    ['example-com.mail.protection.outlook.com', 'exchange-online'],
    ['outlook-com.olc.protection.outlook.com', 'outlook'],
    ['mta5.am0.yahoodns.net', 'yahoo'],
    ['mx02.mail.icloud.com', 'apple'],
    ['us-smtp-inbound-1.mimecast.com', 'mimecast'],
    ['mx.example.com', null],
    ['notgoogle.com', null],
    ['google.com.example.net', null],
    ['', null],
    ['.', null],
    [`${'a.'.repeat(300)}google.com`, null],
    [null, null],
  ])('%s: %s', (host, provider) => {
    // Twice: the second answer is remembered.
    expect(providerOfHost(host)).toBe(provider);
    expect(providerOfHost(host)).toBe(provider);
  });
});

describe('the dimension provider', () => {
  it('tells deliveries by the host, failures by what the classifier found', () => {
    const { value } = DIMENSIONS.provider;
    type Event = Parameters<typeof value>[0];
    const evidence = { remoteMta: 'aspmx.l.google.com' } as Event['evidence'];
    expect(value({ evidence, verdict: null })).toBe('google');
    expect(value({ evidence, verdict: { type: 'hard', reason: 'user-unknown', rule: 'x', provider: 'yahoo' } })).toBe('yahoo');
    expect(DIMENSIONS.provider.deliveries).toBe(true);
  });
});

describe('the catalogue of providers', () => {
  it('names each, with the page where it has one', () => {
    expect(Object.keys(PROVIDER_FACTS).sort()).toEqual([...PROVIDERS].sort());
    for (const { name, page } of Object.values(PROVIDER_FACTS)) {
      expect(name).not.toBe('');
      if (page !== null) expect(new URL(page).protocol).toBe('https:');
    }
  });

  it('has each token of a provider once', () => {
    const tokens = PROVIDER_TOKENS.map(({ provider, token }) => `${provider} ${token}`);
    expect(tokens).toEqual([...new Set(tokens)]);
  });

  it('knows the lists behind tokens, each with its page', () => {
    const keys = BLOCK_LISTS.map(({ key }) => key);
    expect(keys).toEqual([...new Set(keys)]);
    for (const { list } of PROVIDER_TOKENS) if (list !== undefined) expect(keys).toContain(list);
    for (const { lookup, names } of BLOCK_LISTS) {
      expect(lookup).toMatch(/^https?:\/\//);
      expect(names).not.toEqual([]);
    }
  });
});
