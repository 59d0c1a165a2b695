import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { RecipientOutcome } from '../../src/model/event.js';
import { REASONS } from '../../src/model/verdict.js';
import { type SuppressionPolicy, Suppressions } from '../../src/report/suppression.js';
import { type EventFacts, event } from '../summary/events.js';
import { BLOCKED, FULL, RELAY, UNKNOWN } from './overview-of.js';

const DAY = 86_400_000;
const USUAL: SuppressionPolicy = { hard: 1, soft: { failures: 3, days: 14 } };

let messages = 0;
/** The end of a message of its own, on a day. */
function ended(outcome: RecipientOutcome['outcome'], day: number | null, facts: EventFacts = {}): RecipientOutcome {
  const told = event({ ...facts, ms: day === null ? null : day * DAY, delivered: outcome === 'delivered' });
  const evidence = { ...told.evidence, queueId: `Q${++messages}` };
  return { event: { ...told, evidence }, outcome, attempts: 1, firstAttempt: null, lastAttempt: null, queueSeconds: null };
}
const lost = (day: number | null, facts: EventFacts = UNKNOWN) => ended('failed', day, facts);
const full = (day: number | null) => ended('expired', day, { ...FULL, action: 'expired' });
const arrived = (day: number) => ended('delivered', day);

function suppressions(outcomes: readonly RecipientOutcome[]): Suppressions {
  const found = new Suppressions();
  for (const outcome of outcomes) found.outcome(outcome);
  return found;
}
const listed = (outcomes: readonly RecipientOutcome[], policy = USUAL) =>
  suppressions(outcomes)
    .list(policy)
    .map(({ address, why, failures }) => [address, why, failures]);
const BOB = 'bob@there.example';

describe('an address is to be mailed no more', () => {
  test('after one failure that blames it for good, with the evidence', () => {
    const [one] = suppressions([lost(3, { ...UNKNOWN, diagnostic: '550 5.1.1 No bob' })]).list(USUAL);
    expect(one).toEqual({
      address: BOB,
      why: 'hard',
      reason: 'user-unknown',
      failures: 1,
      firstFailure: 3 * DAY,
      lastFailure: 3 * DAY,
      replyCode: 550,
      enhancedStatus: '5.1.1',
      loggedStatus: null,
      queueId: `Q${messages}`,
      diagnostic: '550 5.1.1 No bob',
    });
  });

  test('after as many as are asked for', () => {
    const policy = { ...USUAL, hard: 2 };
    expect(listed([lost(1)], policy)).toEqual([]);
    expect(listed([lost(1), lost(100)], policy)).toEqual([[BOB, 'hard', 2]]);
  });

  test('after a full mailbox only when it repeats within the days', () => {
    expect(listed([full(1), full(8)])).toEqual([]);
    expect(listed([full(1), full(8), full(15)])).toEqual([[BOB, 'soft', 3]]);
    expect(listed([full(1), full(8), full(16)])).toEqual([]);
    expect(listed([full(1), full(20), full(25), full(30)])).toEqual([[BOB, 'soft', 4]]);
    expect(listed([full(1), full(2), full(3)], { hard: 1, soft: null })).toEqual([]);
    expect(listed([full(1), full(2)], { hard: 1, soft: { failures: 2, days: 1 } })).toEqual([[BOB, 'soft', 2]]);
  });

  test('after an unknown user only when it repeats, where it was refused for now', () => {
    const unsure = { ...UNKNOWN, type: 'soft', replyCode: 450 } as const;
    expect(listed([lost(1, unsure)])).toEqual([]);
    expect(listed([lost(1, unsure), lost(2, unsure), lost(3, unsure)])).toEqual([[BOB, 'soft', 3]]);
  });

  test('after a complaint, whatever was delivered since', () => {
    const found = suppressions([arrived(9)]);
    found.mail(event({ action: 'feedback', ms: DAY, reason: 'feedback', type: 'none' }));
    expect(found.list(USUAL)).toMatchObject([{ address: BOB, why: 'complaint', reason: 'feedback' }]);
  });

  test('after a bounce mail', () => {
    const found = new Suppressions();
    found.mail(event({ ...UNKNOWN, ms: DAY }));
    expect(found.list(USUAL)).toMatchObject([{ address: BOB, why: 'hard' }]);
  });
});

describe('an address may be mailed on', () => {
  test('where the sender, the message or the way is at fault', () => {
    const outcomes = REASONS.flatMap((reason) => [
      lost(1, { ...BLOCKED, reason, recipient: `${reason}@there.example` }),
      lost(2, { ...BLOCKED, reason, recipient: `${reason}@there.example` }),
      lost(3, { ...BLOCKED, reason, recipient: `${reason}@there.example` }),
    ]);
    expect(listed(outcomes)).toEqual([]);
    const others = ['network-error', 'greylisted', 'policy', 'spam-content', 'undetermined', 'system-error'] as const;
    expect(listed(others.flatMap((reason) => [1, 2, 3].map((day) => lost(day, { reason, type: 'soft' }))))).toEqual([]);
  });

  test('after a delivery that followed the failure, in whatever order they are told', () => {
    expect(listed([lost(1), arrived(2)])).toEqual([]);
    expect(listed([arrived(2), lost(1)])).toEqual([]);
    expect(listed([arrived(1), lost(2)])).toEqual([[BOB, 'hard', 1]]);
    expect(listed([full(1), full(2), arrived(3), full(4)])).toEqual([]);
  });

  test('while its mail is delayed or waits', () => {
    expect(listed([1, 2, 3, 4].map((day) => ended('open', day, FULL)))).toEqual([]);
  });

  test('where our own server refused a client that named it', () => {
    expect(listed([lost(1, { ...RELAY, reason: 'user-unknown', type: 'hard' })])).toEqual([]);
  });

  test.each(['not-spam', 'auth-failure'])('after a report of the kind %s', (feedbackType) => {
    const told = event({ action: 'feedback', reason: 'feedback', type: 'none' });
    const found = new Suppressions();
    found.mail({ ...told, evidence: { ...told.evidence, feedbackType } });
    expect(found.list(USUAL)).toEqual([]);
  });
});

test('a notification of a failure that the log has is the same failure', () => {
  const outcome = lost(1);
  const found = suppressions([outcome]);
  const { evidence } = outcome.event;
  found.mail({ ...outcome.event, evidence: { ...evidence, sourceType: 'mail', time: { ms: 2 * DAY, offset: 0 } } });
  expect(found.list({ ...USUAL, hard: 2 })).toEqual([]);
  expect(found.list(USUAL)).toMatchObject([{ failures: 1 }]);
});

test('a mail that is there twice is one failure', () => {
  const found = new Suppressions();
  const told = event({ ...UNKNOWN, ms: DAY, diagnostic: '550 No bob' });
  const mail = { ...told, evidence: { ...told.evidence, queueId: null } };
  found.mail(mail);
  found.mail(mail);
  found.mail({ ...mail, evidence: { ...mail.evidence, time: { ms: 2 * DAY, offset: 0 } } });
  expect(found.list(USUAL)).toMatchObject([{ failures: 2 }]);
});

test('domains are the same in any case, local parts as they are written', () => {
  const outcomes = ['bob@THERE.example', 'bob@there.example', 'Bob@there.example'].map((recipient) =>
    lost(1, { ...UNKNOWN, recipient }),
  );
  expect(listed(outcomes)).toEqual([
    ['Bob@there.example', 'hard', 1],
    ['bob@there.example', 'hard', 2],
  ]);
});

test('the order in which records come does not matter', () => {
  const outcome = fc.record({
    kind: fc.constantFrom(lost, full, arrived),
    day: fc.integer({ min: 0, max: 40 }),
  });
  const all = fc.array(outcome, { maxLength: 12 });
  fc.assert(
    fc.property(all, all, (some, more) => {
      const outcomes = [...some, ...more].map(({ kind, day }) => kind(day));
      const decided = (given: readonly RecipientOutcome[]) => listed(given);
      expect(decided(outcomes.toReversed())).toEqual(decided(outcomes));
    }),
  );
});
