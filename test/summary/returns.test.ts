import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BounceEvent } from '../../src/model/event.js';
import { Zone } from '../../src/model/zone.js';
import { Counts } from '../../src/summary/counts.js';
import { Returns } from '../../src/summary/returns.js';
import { event } from './events.js';

const DAY = 86_400_000;

interface Happening {
  readonly kind: 'logged' | 'mail';
  readonly host: string;
  readonly queueId: string | null;
  readonly recipient: string;
  readonly action: 'failed' | 'delayed';
  /** Two mails of one name are copies of each other. */
  readonly copy: number;
}

const newCounts = () => new Counts({ groupings: [['reason']], since: null, until: null, zone: new Zone('UTC') });

function eventOf({ host, queueId, recipient, action }: Happening, offset: number, ms = 0): BounceEvent {
  const { evidence, verdict } = event({ recipient, action, offset, ms });
  return { evidence: { ...evidence, host, queueId }, verdict };
}

function tell(returns: Returns, counts: Counts, happening: Happening, offset: number, ms = 0): void {
  const one = eventOf(happening, offset, ms);
  if (happening.kind === 'logged') returns.failed(one.evidence);
  else returns.told(one, `mail ${happening.copy}`, counts);
}

/** What is counted when all of it is read in one piece. */
function counted(happenings: readonly Happening[], ms = 0) {
  const counts = newCounts();
  const returns = new Returns();
  happenings.forEach((happening, i) => {
    tell(returns, counts, happening, i, happening.kind === 'logged' ? 0 : ms);
  });
  returns.conclude(counts);
  return { returned: counts.totals.returned, delayed: counts.totals.delayed };
}

const base: Happening = {
  kind: 'logged',
  host: 'mx1',
  queueId: '4F1',
  recipient: 'bob@there.example',
  action: 'failed',
  copy: 0,
};
const mail: Happening = { ...base, kind: 'mail', host: 'mx1.here.example' };

describe('a bounce mail', () => {
  test.each<[string, readonly Happening[], number]>([
    ['is the failure in the log of the host that wrote it', [base, mail], 0],
    ['may be read before the log', [mail, base], 0],
    ['comes back where the log has no failure', [mail], 1],
    ['of another host is another failure', [base, { ...mail, host: 'mx2.here.example' }], 1],
    ['of another queue id is another failure', [base, { ...mail, queueId: '4F2' }], 1],
    ['of another recipient is another failure', [base, { ...mail, recipient: 'ann@there.example' }], 1],
    ['without a queue id cannot be that of the log', [base, { ...mail, queueId: null }], 1],
    ['that is there twice counts once', [mail, mail], 1],
    ['counts as often as it came', [mail, { ...mail, copy: 1 }], 2],
    ['about a deferral that the log has is the same failure', [{ ...base, action: 'delayed' }, mail], 0],
  ])('%s', (_what, happenings, returned) => {
    expect(counted(happenings).returned).toBe(returned);
  });

  test('that only warns of a delay is a deferral when the log has none', () => {
    expect(counted([{ ...mail, action: 'delayed' }])).toEqual({ returned: 0, delayed: 1 });
    expect(counted([base, { ...mail, action: 'delayed' }])).toEqual({ returned: 0, delayed: 0 });
  });
});

describe('a failure in the log', () => {
  test('is remembered for 30 days', () => {
    for (const [days, returned] of [
      [29, 0],
      [31, 1],
    ] as const) {
      const counts = newCounts();
      const returns = new Returns();
      returns.failed(eventOf(base, 0, 0).evidence);
      // A later failure moves the time on.
      returns.failed(eventOf({ ...base, queueId: '4F9' }, 1, days * DAY).evidence);
      returns.told(eventOf(mail, 2, days * DAY), 'mail', counts);
      returns.conclude(counts);
      expect(counts.totals.returned).toBe(returned);
    }
  });
});

const happening: fc.Arbitrary<Happening> = fc.record({
  kind: fc.constantFrom('logged' as const, 'mail' as const),
  host: fc.constantFrom('mx1', 'MX1.here.example', 'mx2.here.example'),
  queueId: fc.constantFrom('4F1', '4F2', null),
  recipient: fc.constantFrom('bob@there.example', 'BOB@There.Example', 'ann@there.example'),
  action: fc.constantFrom('failed' as const, 'delayed' as const),
  copy: fc.nat(3),
});

test('pieces merged in any order say what the whole says', () => {
  const input = fc.array(happening, { maxLength: 30 });
  const places = fc.array(fc.nat(4), { minLength: 30, maxLength: 30 });
  const choices = fc.array(fc.nat(), { minLength: 10, maxLength: 10 });
  fc.assert(
    fc.property(input, places, choices, (happenings, place, choose) => {
      // Copies of one mail say the same.
      const first = new Map<number, Happening>();
      const consistent = happenings.map((one) => {
        if (one.kind === 'logged') return one;
        const known = first.get(one.copy);
        if (known === undefined) first.set(one.copy, one);
        return known ?? one;
      });
      const pieces = Array.from({ length: 5 }, () => ({ returns: new Returns(), counts: newCounts() }));
      consistent.forEach((one, i) => {
        const piece = pieces[place[i]!]!;
        tell(piece.returns, piece.counts, one, i);
      });
      for (let round = 0; pieces.length > 1; round++) {
        const [taken] = pieces.splice(choose[round]! % pieces.length, 1);
        const into = pieces[choose[round + 1]! % pieces.length]!;
        into.returns.merge(taken!.returns, into.counts);
        into.counts.merge(taken!.counts);
      }
      const [{ returns, counts }] = pieces as [(typeof pieces)[0]];
      returns.conclude(counts);
      expect({ returned: counts.totals.returned, delayed: counts.totals.delayed }).toEqual(counted(consistent));
    }),
  );
});
