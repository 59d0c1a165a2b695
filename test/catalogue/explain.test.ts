import { describe, expect, test } from 'vitest';
import { explain, type Subject } from '../../src/catalogue/explain.js';
import { REASON_FACTS } from '../../src/catalogue/reasons.js';
import { replyCodeFacts } from '../../src/catalogue/reply-codes.js';
import { en } from '../../src/catalogue/text/en.js';
import { REASONS } from '../../src/model/verdict.js';

const NOTHING: Subject = { direction: 'outbound', type: null, reason: null, enhancedStatus: null, replyCode: null };

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
