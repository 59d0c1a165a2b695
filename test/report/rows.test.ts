import { describe, expect, test } from 'vitest';
import { REASON_FACTS } from '../../src/catalogue/reasons.js';
import { en } from '../../src/catalogue/text/en.js';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import { Zone } from '../../src/model/zone.js';
import { fold, localTime, reportTable, rowsIn, tableOf } from '../../src/report/rows.js';
import { Counts, type RowCount } from '../../src/summary/counts.js';
import { type EventFacts, event } from '../summary/events.js';
import { UTC } from '../summary/reading.js';

type Counted = readonly [column: RowCount, facts: EventFacts, times?: number];

function table(grouping: readonly Dimension[], counted: readonly Counted[], top: number | null = null, zone = UTC) {
  const counts = new Counts({ groupings: [['host'], grouping], since: null, until: null, zone });
  for (const [column, facts, times] of counted) counts.count(column, event(facts), times);
  return reportTable(counts, grouping, en, zone, top);
}

const UNKNOWN: EventFacts = { replyCode: 550, enhancedStatus: '5.1.1', reason: 'user-unknown', type: 'hard' };
const FULL: EventFacts = { replyCode: 452, enhancedStatus: '4.2.2', reason: 'mailbox-full', type: 'soft', action: 'delayed' };
const REFUSED: EventFacts = {
  direction: 'inbound',
  action: 'rejected',
  replyCode: 554,
  enhancedStatus: '5.7.1',
  reason: 'relay-denied',
  type: 'block',
};

const COLUMNS = [
  'type',
  'events',
  'failed',
  'delayed',
  'expired',
  'returned',
  'rejected',
  'recovered',
  'open',
  'recipients',
  'domains',
  'share',
  'firstSeen',
  'lastSeen',
  'example',
  'title',
  'cause',
  'when',
  'fix',
  'retry',
  'actor',
  'reference',
];

describe('the columns of a report', () => {
  test('are those of the group and then the same for all', () => {
    expect(table(DEFAULT_GROUPING, []).columns).toEqual(['direction', 'replyCode', 'enhancedStatus', 'reason', ...COLUMNS]);
    expect(table(['loggedStatus'], []).columns).toEqual(['loggedStatus', ...COLUMNS]);
    expect(table(['enhancedStatus', 'replyCode'], []).columns).toEqual(['enhancedStatus', 'replyCode', ...COLUMNS]);
  });

  test('have deliveries and their rate where every dimension applies to them', () => {
    expect(table(['recipientDomain'], []).columns).toEqual(['recipientDomain', ...COLUMNS, 'delivered', 'rate']);
    expect(table(['day', 'host'], []).columns).toEqual(['day', 'host', ...COLUMNS, 'delivered', 'rate']);
  });

  test('have the type once, in its place in the group, where it is grouped by', () => {
    const others = COLUMNS.filter((name) => name !== 'type');
    expect(table(['type'], []).columns).toEqual(['type', ...others]);
    expect(table(['type', 'replyCode'], []).columns).toEqual(['type', 'replyCode', ...others]);
    expect(table(['replyCode', 'type'], []).columns).toEqual(['replyCode', 'type', ...others]);
  });

  test('are all in every row', () => {
    for (const grouping of [DEFAULT_GROUPING, ['recipientDomain'], ['type', 'host'], []] as const) {
      const { columns, rows } = table(grouping, [
        ['failed', UNKNOWN],
        ['delayed', FULL],
        ['rejected', REFUSED],
      ]);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows) expect(Object.keys(row).sort()).toEqual([...columns].sort());
    }
  });
});

describe('the counts of a row', () => {
  test('are as they were counted, and the share is that of all events', () => {
    const { rows } = table(DEFAULT_GROUPING, [
      ['delayed', FULL, 5],
      ['recovered', FULL],
      ['open', FULL],
      ['expired', FULL],
      ['failed', UNKNOWN, 2],
      ['rejected', REFUSED, 4],
    ]);
    expect(rows.map(({ direction, replyCode, events, share }) => [direction, replyCode, events, share])).toEqual([
      ['outbound', 452, 6, 0.5],
      ['inbound', 554, 4, 0.333333],
      ['outbound', 550, 2, 0.166667],
    ]);
    expect(rows[0]).toMatchObject({ delayed: 5, expired: 1, recovered: 1, open: 1, failed: 0, returned: 0, rejected: 0 });
    expect(rows[1]).toMatchObject({ rejected: 4, failed: 0, delayed: 0 });
  });

  test('have no share where nothing went wrong', () => {
    const { rows } = table(DEFAULT_GROUPING, [['open', FULL]]);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({ events: 0, open: 1, share: 0, firstSeen: null, lastSeen: null, example: null, type: null });
  });

  test('give the rate of failed, expired and returned among all that ended', () => {
    const { rows } = table(
      ['recipientDomain'],
      [
        ['delivered', { recipient: 'a@x.example', delivered: true }, 5],
        ['failed', { ...UNKNOWN, recipient: 'b@x.example' }, 2],
        ['expired', { ...FULL, recipient: 'c@x.example' }, 1],
        ['returned', { ...UNKNOWN, recipient: 'a@x.example' }, 1],
        ['delayed', { ...FULL, recipient: 'c@x.example' }, 40],
        ['open', { ...FULL, recipient: 'd@x.example' }, 7],
        ['delivered', { recipient: 'a@y.example', delivered: true }, 3],
        ['delayed', { ...FULL, recipient: 'd@z.example' }, 1],
      ],
    );
    const rates = Object.fromEntries(rows.map(({ recipientDomain, delivered, rate }) => [recipientDomain, [delivered, rate]]));
    expect(rates).toEqual({ 'x.example': [5, 0.5], 'y.example': [3, 0], 'z.example': [0, null] });
  });

  test('round no rate to nothing or to all', () => {
    const counted: Counted[] = [
      ['delivered', { recipient: 'a@x.example', delivered: true }, 3_000_000],
      ['failed', { ...UNKNOWN, recipient: 'a@x.example' }],
      ['delivered', { recipient: 'a@y.example', delivered: true }],
      ['failed', { ...UNKNOWN, recipient: 'a@y.example' }, 3_000_000],
    ];
    const rates = table(['recipientDomain'], counted).rows.map(({ rate }) => rate as number);
    expect(Math.min(...rates)).toBeCloseTo(1 / 3_000_001, 12);
    expect(Math.max(...rates)).toBeLessThan(1);
  });

  test('come with the most events first, the same for the same counts', () => {
    const counted: Counted[] = [
      ['failed', { ...UNKNOWN, replyCode: 553 }, 2],
      ['failed', { ...UNKNOWN, replyCode: 551 }, 2],
      ['failed', { ...UNKNOWN, replyCode: 550 }, 9],
      ['failed', { ...UNKNOWN, replyCode: 552 }, 2],
    ];
    const order = table(['replyCode'], counted).rows.map((row) => row.replyCode);
    expect(order[0]).toBe(550);
    expect(table(['replyCode'], counted.toReversed()).rows.map((row) => row.replyCode)).toEqual(order);
  });

  test('of the top rows keep their share of all', () => {
    const counted: Counted[] = [
      ['failed', { ...UNKNOWN, replyCode: 550 }, 6],
      ['failed', { ...UNKNOWN, replyCode: 551 }, 3],
      ['failed', { ...UNKNOWN, replyCode: 552 }, 1],
    ];
    expect(table(['replyCode'], counted, 2).rows.map(({ replyCode, share }) => [replyCode, share])).toEqual([
      [550, 0.6],
      [551, 0.3],
    ]);
    expect(table(['replyCode'], counted, 9).rows).toHaveLength(3);
    expect(table(['replyCode'], counted, null).rows).toHaveLength(3);
  });

  test('of the top rows say what they leave out', () => {
    const counted: Counted[] = [
      ['failed', { ...UNKNOWN, replyCode: 550 }, 6],
      ['failed', { ...UNKNOWN, replyCode: 551 }, 3],
      ['delayed', { ...UNKNOWN, replyCode: 552 }, 2],
    ];
    expect(table(['replyCode'], counted, 1).leftOut).toEqual({ rows: 2, events: 5 });
    expect(table(['replyCode'], counted, 3).leftOut).toEqual({ rows: 0, events: 0 });
    expect(table(['replyCode'], counted).leftOut).toEqual({ rows: 0, events: 0 });
  });

  test('ranked by harm begin with those whose recipients got no mail', () => {
    const counts = new Counts({ groupings: [['replyCode']], since: null, until: null, zone: UTC });
    const counted: Counted[] = [
      ['delayed', { ...FULL, replyCode: 450 }, 90],
      ['delayed', { ...FULL, replyCode: 451 }, 5],
      ['open', { ...FULL, replyCode: 451 }, 2],
      ['failed', { ...UNKNOWN, replyCode: 550 }, 1],
      ['expired', { ...FULL, replyCode: 550 }, 1],
      ['returned', { ...UNKNOWN, replyCode: 550 }, 1],
      ['rejected', { ...REFUSED, replyCode: 554 }, 100],
    ];
    for (const [column, facts, times] of counted) counts.count(column, event(facts), times);
    const rows = rowsIn(counts, ['replyCode'])!;
    const order = (ranking: 'harm' | 'events') =>
      tableOf(rows, ['replyCode'], { text: en, zone: UTC, top: null, ranking }).rows.map((row) => row.replyCode);
    expect(order('harm')).toEqual([550, 451, 450, 554]);
    expect(order('events')).toEqual([554, 450, 451, 550]);
  });

  test('of fewer dimensions are the sum of those that agree in them', () => {
    const counts = new Counts({ groupings: [DEFAULT_GROUPING], since: null, until: null, zone: UTC });
    const counted: Counted[] = [
      ['failed', { ...UNKNOWN, recipient: 'a@x.example', ms: 5000, diagnostic: 'later' }, 2],
      ['failed', { ...UNKNOWN, recipient: 'b@x.example', replyCode: 551, ms: 1000, diagnostic: 'first' }, 3],
      ['open', { ...FULL, recipient: 'c@y.example' }],
    ];
    for (const [column, facts, times] of counted) counts.count(column, event(facts), times);
    const folded = fold(rowsIn(counts, DEFAULT_GROUPING)!, DEFAULT_GROUPING, ['reason', 'direction']);
    const { rows } = tableOf(folded, ['reason', 'direction'], {
      text: en,
      zone: UTC,
      top: null,
      ranking: 'harm',
      redactor: null,
    });
    expect(rows).toMatchObject([
      { reason: 'user-unknown', direction: 'outbound', failed: 5, recipients: 2, domains: 1, example: 'first' },
      { reason: 'mailbox-full', direction: 'outbound', failed: 0, open: 1, recipients: 1 },
    ]);
    expect(rowsIn(counts, DEFAULT_GROUPING)!.map((row) => row.counts.failed)).toEqual([2, 3, 0]);
  });

  test('belong to a grouping that was asked for', () => {
    const counts = new Counts({ groupings: [['replyCode'], ['day']], since: null, until: null, zone: UTC });
    counts.count('failed', event(UNKNOWN));
    expect(reportTable(counts, ['day'], en, UTC, null).rows).toMatchObject([{ day: '1970-01-01', failed: 1 }]);
    expect(() => reportTable(counts, ['hour'], en, UTC, null)).toThrow('nothing was counted by hour');
  });

  test('tell times in the zone of the report', () => {
    const ms = Date.UTC(2026, 0, 5, 22, 30);
    const zone = new Zone('Asia/Kolkata');
    const { rows } = table(['hour'], [['failed', { ...UNKNOWN, ms }]], null, zone);
    expect(rows[0]).toMatchObject({ hour: '2026-01-06T04:00', firstSeen: '2026-01-06T04:00:00+05:30' });
    expect(localTime(null, zone)).toBeNull();
  });
});

describe('the documentation of a row', () => {
  const documentation = (grouping: readonly Dimension[], ...counted: Counted[]) => {
    const { rows } = table(grouping, counted);
    expect(rows).toHaveLength(1);
    const { title, cause, when, fix, retry, actor, reference } = rows[0]!;
    return { title, cause, when, fix, retry, actor, reference };
  };
  const nothing = { title: null, cause: null, when: null, fix: null, retry: null, actor: null, reference: null };

  test('is that of the reason, in the sense it has for the reply code', () => {
    const { title, when } = en.reasons['user-unknown'];
    const { actor, retry, reference } = REASON_FACTS['user-unknown'];
    expect(documentation(DEFAULT_GROUPING, ['failed', UNKNOWN])).toEqual({
      title,
      when,
      cause: 'The mailbox does not exist at that domain.',
      fix: 'Check for typos, then remove the address from the list.',
      actor,
      retry,
      reference,
    });
    expect(documentation(['reason'], ['failed', UNKNOWN]).cause).toBe(en.reasons['user-unknown'].cause);
  });

  test('speaks to the operator where clients were refused', () => {
    const { inbound, title } = en.reasons['relay-denied'];
    expect(inbound.fix).not.toBe(en.reasons['relay-denied'].fix);
    expect(documentation(DEFAULT_GROUPING, ['rejected', REFUSED])).toMatchObject({
      title,
      ...inbound,
      ...REASON_FACTS['relay-denied'].inbound,
    });
    expect(documentation(['reason'], ['rejected', REFUSED])).toMatchObject(inbound);
  });

  test('is that of the enhanced code, then of the reply code, where the reason is undetermined', () => {
    const undetermined: EventFacts = { ...UNKNOWN, reason: 'undetermined', type: 'undetermined' };
    const enhanced = en.enhancedCodes['X.7.1']!;
    expect(documentation(DEFAULT_GROUPING, ['failed', { ...undetermined, enhancedStatus: '5.7.1' }])).toMatchObject(enhanced);
    const { title, cause, when, fix } = en.replyCodes[554]!;
    expect(documentation(DEFAULT_GROUPING, ['failed', { ...undetermined, enhancedStatus: null, replyCode: 554 }])).toMatchObject({
      title,
      cause,
      when,
      fix,
    });
    expect(documentation(DEFAULT_GROUPING, ['failed', { ...undetermined, enhancedStatus: null, replyCode: null }])).toMatchObject(
      {
        title: en.reasons.undetermined.title,
      },
    );
  });

  test('is that of the codes where the group has no reason', () => {
    expect(documentation(['replyCode', 'enhancedStatus'], ['failed', UNKNOWN])).toMatchObject(en.enhancedCodes['X.1.1']!);
    expect(documentation(['replyCode'], ['failed', UNKNOWN])).toMatchObject({ title: en.replyCodes[550]!.title });
  });

  test('is empty where the group has neither code nor reason', () => {
    expect(documentation(['recipientDomain'], ['failed', UNKNOWN])).toEqual(nothing);
    expect(documentation(['replyCode'], ['failed', { ...UNKNOWN, replyCode: null }])).toEqual(nothing);
  });

  test('allows to try again what was refused only for now', () => {
    expect(REASON_FACTS['user-unknown'].retry).toBe('no');
    const later = documentation(DEFAULT_GROUPING, ['delayed', { ...UNKNOWN, replyCode: 450, type: 'soft', action: 'delayed' }]);
    expect(later.retry).toBe('yes');
  });
});

describe('the documentation of a row of one provider', () => {
  const DELAYED: EventFacts = {
    ...{ replyCode: 421, enhancedStatus: '4.7.0', reason: 'rate-limited', type: 'soft', action: 'delayed' },
    ...{ provider: 'yahoo', rule: 'yahoo.tss04' },
  };
  const only = (grouping: readonly Dimension[], ...facts: readonly EventFacts[]) => {
    const { rows } = table(
      grouping,
      facts.map((one): Counted => ['delayed', one]),
    );
    expect(rows).toHaveLength(1);
    return rows[0]!;
  };
  const PAGE = 'https://senders.yahooinc.com/smtp-error-codes/';

  test('is that of its token, where all its events have it', () => {
    const row = only(DEFAULT_GROUPING, DELAYED, DELAYED);
    expect(row).toMatchObject({ title: 'Rate Limited (Yahoo, AOL)', reference: PAGE });
    expect(row.cause).toContain('[TSS04]');
    expect(row.when).toContain('[TSS04]');
  });

  test('needs no reason among the dimensions', () => {
    expect(only(['provider'], DELAYED, DELAYED)).toMatchObject({ title: 'Rate Limited (Yahoo, AOL)', reference: PAGE });
  });

  test('is that of the reason where its events differ', () => {
    const { title, when } = en.reasons['rate-limited'];
    const { reference } = REASON_FACTS['rate-limited'];
    for (const other of [{ rule: 'yahoo.tss05' }, { rule: 'pace.rate', provider: null }])
      expect(only(DEFAULT_GROUPING, DELAYED, { ...DELAYED, ...other })).toMatchObject({ title, when, reference });
  });

  test('is that of the rows that are one in fewer dimensions', () => {
    const grouping: readonly Dimension[] = ['reason', 'replyCode'];
    const folded = (other: Partial<EventFacts>) => {
      const counts = new Counts({ groupings: [grouping], since: null, until: null, zone: UTC });
      for (const one of [DELAYED, { ...DELAYED, replyCode: 451, ...other }]) counts.count('delayed', event(one));
      const rows = fold(rowsIn(counts, grouping)!, grouping, ['reason']);
      return tableOf(rows, ['reason'], { text: en, zone: UTC, top: null, ranking: 'events', redactor: null }).rows.map(
        ({ title }) => title,
      );
    };
    expect(folded({})).toEqual(['Rate Limited (Yahoo, AOL)']);
    expect(folded({ rule: 'yahoo.tss05' })).toEqual(['Rate Limited']);
  });
});
