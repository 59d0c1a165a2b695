import { describe, expect, it } from 'vitest';
import { PROVIDER_CODES } from '../../src/catalogue/provider-codes.js';
import { replyCodeFacts } from '../../src/catalogue/reply-codes.js';
import { normalText } from '../../src/classify/normal-text.js';
import { REPLY_CODE_RULES } from '../../src/classify/reply-code-rules.js';
import type { Rule } from '../../src/classify/rule.js';
import { checkRule, circumstancesOf, matches } from '../../src/classify/rule-examples.js';
import { RuleSet } from '../../src/classify/rule-set.js';
import { NAMINGS } from '../../src/classify/rules/provider-namings.js';
import { RULES } from '../../src/classify/rules/rules.js';
import { PROVIDERS } from '../../src/model/provider.js';
import { REASONS } from '../../src/model/verdict.js';

const set = new RuleSet(RULES, NAMINGS);
const named = RULES.map((rule) => [rule.id, rule] as const);

describe('every rule', () => {
  it.each(named)('%s decides on its own examples, and not on the texts next to them', (_id, rule) => {
    expect(checkRule(rule, set)).toEqual([]);
  });

  it.each(named)('%s has a known reason, a source and a name that can be typed', (_id, { id, reason, source, patterns = {} }) => {
    expect(REASONS).toContain(reason);
    expect(source).not.toBe('');
    expect(id).toMatch(/^[a-z0-9]+(?:[.-][a-z0-9]+)*$/);
    expect(Object.keys(patterns)).not.toEqual([]);
  });
});

describe('the list of rules', () => {
  it('names each once', () => {
    const ids = RULES.map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
  });

  it('quotes no address or domain of anyone', () => {
    const texts = RULES.flatMap(({ patterns = {}, counterExamples = [] }) => [...Object.values(patterns), ...counterExamples]);
    const addresses = texts.flatMap((text) => text.match(/[\w.+-]+@[\w.-]+/g) ?? []);
    expect(addresses.filter((address) => !/@(?:[\w.-]+\.)?(?:example(?:\.(?:com|net|org))?|nx\.example)$/.test(address))).toEqual(
      [],
    );
  });
});

describe('namings', () => {
  it('name providers that are known, each in one place', () => {
    const providers = NAMINGS.map(({ provider }) => provider);
    expect(providers.filter((provider) => !PROVIDERS.includes(provider))).toEqual([]);
    expect(new Set(providers).size).toBe(providers.length);
  });

  it.each(NAMINGS.flatMap(({ provider, words }) => words.map((word) => [word, provider] as const)))(
    '%s names %s',
    (word, provider) => {
      expect(normalText(`550 see ${word} now`)).toContain(word);
      const first = NAMINGS.find((naming) => naming.words.some((other) => word.includes(other)))!;
      expect(first.provider).toBe(provider);
    },
  );
});

describe('codes of a provider', () => {
  it.each(PROVIDER_CODES.map((row) => [`${row.provider.join(', ')} ${row.code}`, row] as const))('%s', (_name, row) => {
    expect(row.code).toMatch(/^[45X]\.\d{1,3}\.\d{1,3}$/);
    expect(REASONS).toContain(row.reason);
    expect(row.source).toMatch(/^https:\/\//);
  });
});

describe('reply code rules', () => {
  it.each(REPLY_CODE_RULES.map((rule) => [`${rule.code} ${rule.command ?? 'of any command'}`, rule] as const))(
    '%s',
    (_name, rule) => {
      expect(replyCodeFacts.has(rule.code)).toBe(true);
      expect(REASONS).toContain(rule.reason);
      expect(rule.source).toMatch(/^RFC \d{4} §/);
      if (rule.command !== undefined) {
        expect(['CONNECT', 'HELO', 'EHLO', 'LHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'EOM']).toContain(rule.command);
      }
    },
  );

  it('are one for each code and command', () => {
    const keys = REPLY_CODE_RULES.map(({ code, command }) => `${code} ${command ?? ''}`);
    expect(keys).toEqual([...new Set(keys)]);
  });

  it('say of every code with a command what it means elsewhere', () => {
    const general = new Set(REPLY_CODE_RULES.filter(({ command }) => command === undefined).map(({ code }) => code));
    expect(REPLY_CODE_RULES.filter(({ code }) => !general.has(code))).toEqual([]);
  });
});

describe('a rule that another one shadows', () => {
  const rule = (id: string, pattern: string, more: Partial<Rule> = {}): Rule => ({
    id,
    reason: 'policy',
    source: 'test',
    patterns: { [pattern]: pattern },
    ...more,
  });

  it('is told by the check of its examples', () => {
    const rules = [rule('first', 'no such', { reason: 'virus' }), rule('second', 'no such user')];
    expect(checkRule(rules[1]!, new RuleSet(rules, []))).toEqual([
      { pattern: 'no such user', text: 'no such user', problem: "'first' decides before it" },
    ]);
  });

  it('is told where an example does not hold its pattern, or a counter-example is decided by it', () => {
    const one = rule('one', 'a b', { patterns: { 'a b': 'b a' }, counterExamples: ['x a b'] });
    expect(checkRule(one, new RuleSet([one], [])).map(({ problem }) => problem)).toEqual([
      'the example does not match',
      'must not match, but does',
    ]);
  });

  it('reads the circumstances of an example off the rule and the text', () => {
    expect(circumstancesOf(rule('r', 'xx', { provider: ['qq'], command: ['MAIL'] }), '550 5.1.1 xx')).toEqual({
      provider: 'qq',
      replyCode: 550,
      enhancedStatus: '5.1.1',
      command: 'MAIL',
      speaker: 'remote',
    });
    expect(matches('xx', '550 5.1.1 xx')).toBe(true);
  });
});
