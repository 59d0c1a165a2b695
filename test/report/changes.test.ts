import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/catalogue/text/en.js';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import { type Baseline, baselineOf, changeOf, isNotable, periodOf } from '../../src/report/baseline.js';
import { comparisonOf } from '../../src/report/comparison.js';
import { Redactor } from '../../src/report/redaction.js';
import { type ReportTable, reportTable } from '../../src/report/rows.js';
import { BY_WORDING, newWordings, topWordings, undeterminedWordings, wordingsIn } from '../../src/report/wordings.js';
import type { Counts } from '../../src/summary/counts.js';
import { UTC } from '../summary/reading.js';
import { BLOCKED, type Counted, countsOf, DELIVERED, FULL, overviewOf, RELAY, UNKNOWN } from './overview-of.js';

const HOUR = 3_600_000;
const at = (hour: number) => ({ ms: hour * HOUR });
const ALL: readonly (readonly Dimension[])[] = [DEFAULT_GROUPING, ['recipientDomain'], BY_WORDING];

/** Counts of so many hours. */
function counted(hours: number, ...events: Counted[]): Counts {
  const counts = countsOf(events, ALL);
  counts.see(0);
  counts.see(hours * HOUR);
  return counts;
}

const compared = (before: Counts, now: Counts, by: readonly Dimension[] = DEFAULT_GROUPING) =>
  reportTable(now, by, en, UTC, null, null, baselineOf(before, periodOf(now)));
const told = ({ rows }: ReturnType<typeof compared>, ...names: string[]) => rows.map((row) => names.map((name) => row[name]));

describe('rows that are compared with an earlier period', () => {
  const before = counted(24, ['failed', UNKNOWN, 24], ['delayed', FULL, 5], ['rejected', RELAY, 48]);
  const now = counted(12, ['failed', UNKNOWN, 24], ['failed', BLOCKED, 2], ['rejected', RELAY, 24]);

  test('say what is new, what is gone, and how much there was, as it was counted', () => {
    expect(told(compared(before, now), 'reason', 'status', 'events', 'eventsBefore', 'lostBefore')).toEqual([
      ['relay-denied', 'known', 24, 48, 0],
      ['user-unknown', 'known', 24, 24, 24],
      ['ip-blocklisted', 'new', 2, 0, 0],
      ['mailbox-full', 'gone', 0, 5, 0],
    ]);
  });

  test('say the change as if both periods were as long', () => {
    // Half the time: as many as before are twice as many, half as many are no change.
    expect(told(compared(before, now), 'reason', 'change')).toEqual([
      ['relay-denied', 0],
      ['user-unknown', 1],
      ['ip-blocklisted', null],
      ['mailbox-full', -1],
    ]);
  });

  test('say no change where the length of a period is not known', () => {
    const timeless = countsOf([['failed', { ...UNKNOWN, ms: null }, 3]], ALL);
    expect(told(compared(timeless, now), 'reason', 'change', 'eventsBefore')).toContainEqual(['user-unknown', null, 3]);
  });

  test('add up to the totals of both', () => {
    const { rows } = compared(before, now);
    const sum = (name: string) => rows.reduce((all, row) => all + (row[name] as number), 0);
    expect([sum('events'), sum('eventsBefore'), sum('failed')]).toEqual([50, 77, 26]);
  });

  test('have the columns only when they are compared', () => {
    expect(reportTable(now, DEFAULT_GROUPING, en, UTC, null).columns).not.toContain('status');
    expect(compared(before, now).columns.slice(-4)).toEqual(['status', 'eventsBefore', 'lostBefore', 'change']);
  });

  test('are compared by their rate where deliveries are counted', () => {
    const to = (recipient: string) => ({ recipient, ms: 0 });
    const [a, b, c] = [to('x@a.example'), to('x@b.example'), to('x@c.example')];
    const then = counted(
      1,
      ['delivered', { ...DELIVERED, ...a }, 3],
      ['failed', { ...UNKNOWN, ...a }, 1],
      ['delivered', { ...DELIVERED, ...c }],
    );
    const later = counted(
      1,
      ['delivered', { ...DELIVERED, ...a }, 1],
      ['failed', { ...UNKNOWN, ...a }, 1],
      ['failed', { ...UNKNOWN, ...b }, 1],
      ['delivered', { ...DELIVERED, ...c }],
    );
    const table = compared(then, later, ['recipientDomain']);
    expect(table.columns.slice(-2)).toEqual(['deliveredBefore', 'rateBefore']);
    expect(told(table, 'recipientDomain', 'status', 'rate', 'rateBefore', 'deliveredBefore')).toEqual([
      ['a.example', 'known', 0.5, 0.25, 3],
      ['b.example', 'new', 1, null, 0],
      // It never failed: it is neither new nor gone.
      ['c.example', null, 0, 0, 1],
    ]);
  });

  test('are counted for programs', () => {
    const baseline = baselineOf(before, periodOf(now));
    const options = { by: DEFAULT_GROUPING, wordings: null, top: null, text: en, zone: UTC };
    expect(comparisonOf(now, baseline, options)).toMatchObject({
      period: { from: '1970-01-01T00:00:00Z', to: '1970-01-02T00:00:00Z' },
      scale: 0.5,
      totals: { failed: 24, rejected: 48 },
      bounceRate: 1,
      new: 1,
      gone: 1,
    });
  });
});

describe('a change', () => {
  test('is told as a part, once both are as long', () => {
    expect(changeOf(30, 10, 1)).toBe(2);
    expect(changeOf(30, 10, 3)).toBe(0);
    expect(changeOf(0, 10, 3)).toBe(-1);
    expect(changeOf(3, 0, 1)).toBeNull();
    expect(changeOf(3, 1, null)).toBeNull();
  });

  test.each([
    [1, 3, 1, false],
    [100, 110, 1, false],
    [100, 160, 1, true],
    [160, 100, 1, true],
    // Many are exact, but five in a hundred are nothing to speak of.
    [1_000_000, 1_050_000, 1, false],
    [1_000_000, 1_200_000, 1, true],
    [700, 100, 1 / 7, false],
    [700, 160, 1 / 7, true],
    [0, 10, 1, true],
    [10, 0, 1, true],
    [0, 1, null, false],
  ])('from %d to %d in a period %s times as long: beyond chance is %s', (before, now, scale, expected) => {
    expect(isNotable(now, before, scale)).toBe(expected);
  });

  test('is none where as much happens in the same time, whatever the lengths', () => {
    fc.assert(
      fc.property(fc.nat(1e6), fc.integer({ min: 1, max: 400 }), (perDay, days) => {
        expect(isNotable(perDay, perDay * days, 1 / days)).toBe(false);
      }),
    );
  });
});

describe('the overview of what changed', () => {
  const before = countsOf([
    ['delivered', { ...DELIVERED, ...at(0) }, 900],
    ['failed', { ...UNKNOWN, ...at(0) }, 100],
    ['rejected', { ...RELAY, ...at(0) }, 400],
    ['delayed', { ...FULL, ...at(10) }, 100],
  ]);
  before.see(0);
  before.see(10 * HOUR);
  const baseline = (own = { from: 20 * HOUR, to: 30 * HOUR }): Baseline => baselineOf(before, own);
  const now: Counted[] = [
    ['delivered', { ...DELIVERED, ...at(20) }, 500],
    ['failed', { ...UNKNOWN, ...at(30) }, 300],
    ['failed', { ...BLOCKED, ...at(30) }, 7],
    ['rejected', { ...RELAY, ...at(30) }, 390],
  ];

  test('names new codes, those that became more, and those that became less', () => {
    const { changes } = overviewOf(now, {}, DEFAULT_GROUPING, baseline());
    const reasons = ({ rows }: ReportTable) => rows.map(({ reason }) => reason);
    expect(reasons(changes!.fresh)).toEqual(['ip-blocklisted']);
    expect(reasons(changes!.grown)).toEqual(['user-unknown']);
    expect(reasons(changes!.fallen)).toEqual(['mailbox-full']);
    expect(changes!.bounceRate).toBeCloseTo(0.1);
  });

  test('is not there where nothing is compared', () => {
    expect(overviewOf(now).changes).toBeNull();
  });

  test('says what its lists leave out', () => {
    const { changes } = overviewOf(now, { changes: 0 }, DEFAULT_GROUPING, baseline());
    expect(changes!.fresh).toMatchObject({ rows: [], leftOut: { rows: 1, events: 7 } });
    expect(changes!.grown.leftOut).toEqual({ rows: 1, events: 300 });
  });
});

describe('wordings', () => {
  const said = (diagnostic: string, facts = UNKNOWN, recipient = 'bob@there.example') => ({ ...facts, diagnostic, recipient });
  const options = { text: en, zone: UTC };
  const words = ({ rows }: ReportTable) => rows.map(({ wording, events }) => [wording, events]);

  test('are told for each code, the most frequent first, with what is left out', () => {
    const counts = counted(
      1,
      ['failed', said('550 5.1.1 <bob@there.example> unknown'), 3],
      ['failed', said('550 5.1.1 <ann@there.example> unknown'), 2],
      ['failed', said('550 5.1.1 no such user')],
      ['failed', said('550 5.1.1 who is that?')],
      ['failed', said('554 5.7.1 go away', BLOCKED), 2],
    );
    const table = topWordings(wordingsIn(counts, null)!, 2, null, options);
    expect(words(table)).toEqual([
      ['<address> unknown', 5],
      ['go away', 2],
      ['no such user', 1],
    ]);
    expect(table.leftOut).toEqual({ rows: 1, events: 1 });
  });

  test('that no rule knew what to make of are told by themselves', () => {
    const odd = { ...UNKNOWN, reason: 'undetermined' } as const;
    const counts = counted(
      1,
      ['failed', said('550 5.1.1 the moon is full', odd), 2],
      ['rejected', said('550 5.1.1 a client', { ...odd, direction: 'inbound' })],
      ['failed', said('550 5.1.1 no such user')],
    );
    expect(words(undeterminedWordings(wordingsIn(counts, null)!, null, options))).toEqual([['the moon is full', 2]]);
  });

  test('that were not there before are new', () => {
    const before = counted(1, ['failed', said('550 5.1.1 no such user')], ['failed', said('550 5.1.1 old')]);
    const now = counted(
      1,
      ['failed', said('550 5.1.1 no such user'), 9],
      ['failed', said('550 5.1.1 mailbox moved'), 2],
      ['rejected', said('554 5.7.1 stranger', RELAY)],
    );
    const wordings = wordingsIn(now, baselineOf(before, periodOf(now)))!;
    expect(words(newWordings(wordings, null, options)!)).toEqual([['mailbox moved', 2]]);
    expect(newWordings(wordingsIn(now, null)!, null, options)).toBeNull();
  });

  test('are not taken for new where one side knew too many to keep them whole', () => {
    const letters = (n: number) =>
      [...n.toString(26)].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 26))).join('');
    const many = Array.from(
      { length: 600 },
      (_, i): Counted => ['failed', said(`550 5.1.1 nobody called ${letters(i)} lives here`)],
    );
    const few = counted(1, ...many.slice(0, 20));
    const all = counted(1, ...many);
    for (const [before, now] of [
      [all, few],
      [few, all],
    ] as const) {
      const wordings = wordingsIn(now, baselineOf(before, periodOf(now)))!;
      expect(words(newWordings(wordings, null, options)!)).toEqual([]);
      expect(words(topWordings(wordings, 5, null, options))).toEqual([['nobody called\u00a0…', now === all ? 600 : 20]]);
    }
  });

  test('hold no name where addresses are to be unreadable', () => {
    const counts = counted(1, ['failed', said('550 5.1.1 zebedee%40there.example is unknown')]);
    const written = topWordings(wordingsIn(counts, null)!, 5, null, options);
    expect(JSON.stringify(written.rows)).toContain('zebedee');
    const redactor = new Redactor(null);
    const { rows } = topWordings(wordingsIn(counts, null)!, 5, null, { ...options, redactor });
    expect(JSON.stringify(rows)).not.toContain('zebedee');
    expect(rows).toHaveLength(1);
  });
});
