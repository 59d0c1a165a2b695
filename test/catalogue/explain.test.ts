import { describe, expect, test } from 'vitest';
import { explain, type Subject } from '../../src/catalogue/explain.js';
import { REASON_FACTS } from '../../src/catalogue/reasons.js';
import { replyCodeFacts } from '../../src/catalogue/reply-codes.js';
import { en } from '../../src/catalogue/text/en.js';
import { REASONS } from '../../src/model/verdict.js';

const NOTHING: Subject = {
  ...{ direction: 'outbound', type: null, reason: null, enhancedStatus: null, replyCode: null },
  ...{ provider: null, rule: null },
};

const of = (subject: Partial<Subject>) => explain({ ...NOTHING, ...subject }, en);

describe('a failure is explained', () => {
  test.each(REASONS)('by its reason %s, and otherwise to the operator who refused', (reason) => {
    const { inbound, title, cause, when, fix } = en.reasons[reason];
    const { actor, retry, reference, inbound: ours } = REASON_FACTS[reason];
    expect(of({ reason })).toEqual({ title, cause, when, fix, actor, retry, reference });
    expect(of({ reason, direction: 'inbound' })).toEqual({ title, ...inbound, ...ours, reference });
  });

  test('by the sense of its reply code where the reason gives it one', () => {
    const senses = Object.entries(en.replyCodes).flatMap(([code, { senses = [] }]) =>
      senses.map((sense) => ({ replyCode: Number(code), ...sense })),
    );
    expect(senses.length).toBeGreaterThan(20);
    for (const { replyCode, reason, cause, fix } of senses.filter((sense) => sense.reason !== 'undetermined')) {
      expect(of({ replyCode, reason })).toMatchObject({
        cause,
        fix,
        when: en.reasons[reason].when,
        title: en.reasons[reason].title,
      });
    }
  });

  test('by its reason alone where the reply code has no such sense', () => {
    expect(en.replyCodes[421]!.senses?.some(({ reason }) => reason === 'virus') ?? false).toBe(false);
    expect(of({ replyCode: 421, reason: 'virus' })).toEqual(of({ reason: 'virus' }));
  });

  test('by its reason before its codes', () => {
    expect(of({ reason: 'mailbox-full', enhancedStatus: '5.7.1', replyCode: 554 })!.title).toBe(en.reasons['mailbox-full'].title);
  });

  test.each(['undetermined', null] as const)('by its enhanced code, then its reply code, where the reason is %s', (reason) => {
    const enhanced = en.enhancedCodes['X.7.1']!;
    expect(of({ reason, enhancedStatus: '5.7.1', replyCode: 550 })).toMatchObject({ ...enhanced, retry: 'no' });
    expect(of({ reason, enhancedStatus: '4.7.1', replyCode: 450 })).toMatchObject({ ...enhanced, retry: 'yes' });
    const { title, cause, when, fix } = en.replyCodes[550]!;
    const { actor, retry, reference } = replyCodeFacts.get(550)!;
    expect(of({ reason, replyCode: 550 })).toEqual({ title, cause, when, fix, actor, retry, reference });
    expect(of({ reason, enhancedStatus: '5.99.99', replyCode: 550 })!.title).toBe(title);
  });

  test('as undetermined where neither code is documented', () => {
    expect(of({ reason: 'undetermined', enhancedStatus: '5.99.99', replyCode: 699 })!.title).toBe(en.reasons.undetermined.title);
  });

  test('to the operator alone where a client was refused, never by a code that speaks to the sender', () => {
    expect(of({ direction: 'inbound', enhancedStatus: '5.7.1', replyCode: 554 })).toBeNull();
    expect(of({ direction: 'inbound', reason: 'undetermined', replyCode: 554 })).toMatchObject(en.reasons.undetermined.inbound);
  });

  test('not at all where nothing is known', () => {
    expect(of({})).toBeNull();
    expect(of({ enhancedStatus: '5.99.99' })).toBeNull();
    expect(of({ replyCode: 699 })).toBeNull();
    expect(of({ type: 'hard' })).toBeNull();
  });
});

describe('whether to try again', () => {
  test('is left to the reason', () => {
    expect(of({ reason: 'user-unknown', type: 'hard' })!.retry).toBe('no');
    expect(of({ reason: 'mailbox-full', type: 'soft' })!.retry).toBe(REASON_FACTS['mailbox-full'].retry);
  });

  test('is answered with yes where a server refused only for now', () => {
    for (const reason of REASONS) {
      const { retry, defaultType } = REASON_FACTS[reason];
      if (retry === 'no' && defaultType !== 'soft')
        expect([reason, of({ reason, type: 'soft' })!.retry]).toEqual([reason, 'yes']);
      if (retry !== 'no') expect([reason, of({ reason, type: 'soft' })!.retry]).toEqual([reason, retry]);
    }
  });
});

describe('what a provider means is explained', () => {
  const reasonOf = (reason: 'rate-limited' | 'auth-failure' | 'user-unknown') => en.reasons[reason];

  test('by its token, in sentences that hold the facts of both', () => {
    const subject: Partial<Subject> = { reason: 'rate-limited', type: 'soft', replyCode: 421, enhancedStatus: '4.7.0' };
    const found = of({ ...subject, provider: 'yahoo', rule: 'yahoo.tss04' })!;
    const general = of(subject)!;
    expect(found.title).toBe('Rate Limited (Yahoo, AOL)');
    expect(found.cause).toBe(`[TSS04] in a reply of Yahoo, AOL is about the IP address that sends. ${general.cause}`);
    expect(found.when).toBe(`A reply of Yahoo, AOL holds [TSS04]. ${general.when}`);
    expect(found.fix).toBe(general.fix);
    expect(found.reference).toBe('https://senders.yahooinc.com/smtp-error-codes/');
    expect([found.retry, found.actor]).toEqual([general.retry, general.actor]);
  });

  test('by its token where another host passes its reply on, and where no reason is known', () => {
    expect(of({ provider: null, rule: 'yahoo.tss04' })).toMatchObject({ title: 'Rate Limited (Yahoo, AOL)' });
    expect(of({ provider: 'att', rule: 'yahoo.tss04' })).toMatchObject({ title: 'Rate Limited (Yahoo, AOL)' });
  });

  test('with the block list behind a token', () => {
    const { cause, fix } = of({ reason: 'ip-blocklisted', provider: 'yahoo', rule: 'yahoo.tss07' })!;
    expect(cause).toContain('[TSS07]');
    expect(fix).toContain('Spamhaus');
    expect(fix).toContain('https://check.spamhaus.org/');
  });

  test('by the sense that it gives to a code', () => {
    const { cause, when, reference } = of({
      ...{ reason: 'auth-failure', enhancedStatus: '5.7.27', replyCode: 550 },
      ...{ provider: 'google', rule: 'enhanced:google:X.7.27' },
    })!;
    expect(cause).toMatch(/^With 5\.7\.27 Gmail, Google Workspace says: SPF did not pass\. /);
    expect(when).toContain('5.7.27');
    expect(reference).toBe('https://support.google.com/a/answer/3726730');
  });

  test('by its own words', () => {
    const { title, cause, fix, reference } = of({ reason: 'rate-limited', provider: 'google', rule: 'google.unusual-rate' })!;
    expect(title).toBe('Rate Limited (Gmail, Google Workspace)');
    expect(cause).toBe(`Gmail, Google Workspace says so in words of its own. ${reasonOf('rate-limited').cause}`);
    expect(fix).toBe(reasonOf('rate-limited').fix);
    expect(reference).toBe('https://support.google.com/a/answer/3726730');
    for (const provider of ['outlook', 'exchange-online'] as const)
      expect(of({ reason: 'user-unknown', provider, rule: 'microsoft.edge-blocking' })!.title).toMatch(/Microsoft|Outlook/);
  });

  test('by the block list that its reply names', () => {
    const { title, cause, fix, reference } = of({ reason: 'ip-blocklisted', rule: 'list.psbl' })!;
    expect([title, reference]).toEqual(['IP on a Block List (PSBL)', 'https://psbl.org/']);
    expect(cause).toMatch(/^The reply names PSBL\. /);
    expect(fix).toContain('https://psbl.org/');
    expect(of({ reason: 'domain-blocklisted', rule: 'list.spamhaus-domain' })!.title).toContain('Spamhaus DBL');
  });

  test('as a refused query where a list answered so, which the receiver must repair', () => {
    expect(of({ reason: 'system-error', type: 'block', rule: 'list.query-refused' })).toMatchObject({
      ...en.providers.refusedQuery,
      actor: 'recipient admin',
    });
  });

  test('not where the rule is a general one, of another house, or differs', () => {
    const general = of({ reason: 'user-unknown' });
    for (const rule of ['user.unknown', 'apple.not-accepting', 'googlers.own', 'enhanced:X.1.1', 'enhanced:google:X.1.1', null])
      expect(of({ reason: 'user-unknown', provider: 'google', rule })).toEqual(general);
    expect(of({ reason: 'rate-limited', provider: null, rule: 'google.unusual-rate' })).toEqual(of({ reason: 'rate-limited' }));
  });

  test('not where a rule of that name found another reason', () => {
    expect(of({ reason: 'user-unknown', rule: 'yahoo.tss04' })).toEqual(of({ reason: 'user-unknown' }));
  });

  test('not to the operator who refused', () => {
    const refused: Partial<Subject> = { direction: 'inbound', reason: 'ip-blocklisted' };
    expect(of({ ...refused, rule: 'list.spamhaus' })).toEqual(of(refused));
  });
});
