import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Classifier } from '../../src/classify/classify.js';
import { normalText } from '../../src/classify/normal-text.js';
import { writeOurs } from '../../src/classify/our-rules.js';
import { PatternError } from '../../src/classify/pattern.js';
import { prepareRules } from '../../src/classify/prepared-rules.js';
import type { Circumstances, Rule } from '../../src/classify/rule.js';
import { RuleSet } from '../../src/classify/rule-set.js';
import { readRules, writeRules } from '../../src/classify/written-rules.js';
import { Remembered } from '../../src/model/remembered.js';

const REMOTE: Circumstances = { provider: null, enhancedStatus: null, replyCode: null, command: null, speaker: 'remote' };

const rule = (id: string, pattern: string | null, more: Partial<Rule> = {}): Rule => ({
  id,
  reason: 'policy',
  source: 'test',
  ...(pattern === null ? {} : { patterns: { [pattern]: pattern } }),
  ...more,
});

function decide(rules: readonly Rule[], text: string, more: Partial<Circumstances> = {}) {
  const set = new RuleSet(rules, []);
  set.find(normalText(text));
  return set.decide({ ...REMOTE, ...more })?.id ?? null;
}

describe('a list of rules', () => {
  it('decides by the first that holds', () => {
    const rules = [rule('first', 'no such user'), rule('second', 'no such')];
    expect(decide(rules, 'no such user')).toBe('first');
    expect(decide(rules, 'no such thing')).toBe('second');
    expect(decide(rules, 'nothing')).toBeNull();
  });

  it.each<[Partial<Rule>, Partial<Circumstances>, Partial<Circumstances>]>([
    [{ provider: ['google', 'yahoo'] }, { provider: 'yahoo' }, { provider: 'apple' }],
    [{ provider: ['google'] }, { provider: 'google' }, {}],
    [{ replyCode: [550, 554] }, { replyCode: 554 }, { replyCode: 450 }],
    [{ enhancedStatus: ['X.7.1'] }, { enhancedStatus: '4.7.1' }, { enhancedStatus: '5.7.10' }],
    [{ enhancedStatus: ['5.4.1'] }, { enhancedStatus: '5.4.1' }, { enhancedStatus: '4.4.1' }],
    [{ command: ['MAIL'] }, { command: 'MAIL' }, { command: 'RCPT' }],
    [{ speaker: 'local' }, { speaker: 'local' }, { speaker: 'refusal' }],
  ])('holds a rule to its conditions: %j', (conditions, holds, fails) => {
    for (const pattern of ['some words', null]) {
      expect(decide([rule('one', pattern, conditions)], 'some words', holds)).toBe('one');
      expect(decide([rule('one', pattern, conditions)], 'some words', fails)).toBeNull();
    }
  });

  it('names the rule whose pattern cannot be read', () => {
    expect(() => new RuleSet([rule('broken', 'a (b')], [])).toThrow(new PatternError("rule broken, pattern 'a (b': ( without )"));
  });

  it('forgets one text for the next', () => {
    const set = new RuleSet([rule('one', 'some words')], [{ provider: 'google', words: ['gsmtp'] }]);
    expect(set.find('some words - gsmtp').named).toBe('google');
    expect(set.decide(REMOTE)?.id).toBe('one');
    expect(set.find('other').named).toBeNull();
    expect(set.decide(REMOTE)).toBeNull();
  });

  it('can be made of what was prepared before', () => {
    const rules = [rule('one', '(some|any) words>*end$'), rule('none', null), rule('deux', '\u00e9t\u00e9')];
    const namings = [{ provider: 'google' as const, words: ['gsmtp'] }];
    const set = new RuleSet(rules, namings, readRules(writeRules(prepareRules(rules, namings))));
    expect(set.find('any words gsmtp at the end').named).toBe('google');
    expect(set.decide(REMOTE)?.id).toBe('one');
    set.find('some wordsmith at the end');
    expect(set.decide(REMOTE)?.id).toBe('none');
    const foreign = new RuleSet([rules[2]!], [], readRules(writeRules(prepareRules([rules[2]!], []))));
    foreign.find(normalText('en \u00e9t\u00e9'));
    expect(foreign.decide(REMOTE)?.id).toBe('deux');
  });

  it('is prepared in the package as it is without', () => {
    for (const folder of ['classify', 'cli']) {
      const written = readFileSync(new URL(`../../dist/${folder}/our-rules.txt`, import.meta.url), 'utf8');
      expect(written).toBe(writeOurs());
    }
  });

  it('looks at a word in its first 24 places', () => {
    const rules = [rule('near', 'again{3}end')];
    expect(decide(rules, `${'again x '.repeat(23)}again end`)).toBe('near');
    expect(decide(rules, `${'again x '.repeat(24)}again end`)).toBeNull();
  });
});

describe('what is remembered', () => {
  it('is what was used of late, and bounded', () => {
    const remembered = new Remembered<number>(3);
    for (let i = 0; i < 100; i++) {
      remembered.set(`${i}`, i);
      expect(remembered.get('0')).toBe(0);
    }
    expect(remembered.get('99')).toBe(99);
    expect(remembered.get('50')).toBeUndefined();
  });
});

describe('own rules', () => {
  it('come before ours', () => {
    const own = rule('house.user', 'user unknown', { reason: 'virus', type: 'soft' });
    const evidence = {
      sourceType: 'log',
      mta: 'postfix',
      action: 'failed',
      direction: 'outbound',
      time: null,
      position: { input: 0, offset: 0, index: 0 },
      line: 1,
      host: null,
      instance: null,
      queueId: null,
      recipient: null,
      originalRecipient: null,
      transport: null,
      remoteMta: null,
      remoteIp: null,
      command: null,
      replyCode: 550,
      enhancedStatus: '5.1.1',
      loggedStatus: null,
      diagnostic: '550 5.1.1 User unknown',
      suspended: false,
      queueSeconds: null,
      envelope: { sender: null, messageId: null, client: null, saslUsername: null },
    } as const;
    expect(new Classifier([own]).classify(evidence)).toEqual({
      type: 'soft',
      reason: 'virus',
      rule: 'house.user',
      provider: null,
    });
    expect(new Classifier().classify(evidence)).toMatchObject({ type: 'hard', reason: 'user-unknown' });
  });
});
