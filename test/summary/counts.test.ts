import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { en } from '../../src/catalogue/text/en.js';
import { DEFAULT_GROUPING, type Dimension } from '../../src/model/dimension.js';
import type { BounceEvent } from '../../src/model/event.js';
import type { BounceType } from '../../src/model/verdict.js';
import { reportTable } from '../../src/report/rows.js';
import { Counts, Row } from '../../src/summary/counts.js';
import { event } from './events.js';
import { log, read, rowsOf, UTC } from './reading.js';

const NONE = { since: null, until: null, zone: UTC };

function counts(...groupings: (readonly Dimension[])[]) {
  return new Counts({ groupings, ...NONE });
}

describe('who answered, and the rule that decided', () => {
  type Decided = readonly [provider: 'yahoo' | 'google' | null, rule: string];
  const YAHOO: Decided = ['yahoo', 'yahoo.tss04'];
  const of = (...decided: readonly Decided[]) => {
    const row = new Row([]);
    for (const [provider, rule] of decided) row.add('delayed', event({ provider, rule }), 1, null);
    return row;
  };
  const toldBy = ({ provider, rule }: Row) => [provider, rule];

  test('are those of all events, where they agree', () => {
    expect(toldBy(of())).toEqual([undefined, undefined]);
    expect(toldBy(of(YAHOO, YAHOO))).toEqual(YAHOO);
    expect(toldBy(of(YAHOO, ['yahoo', 'yahoo.tss09'], YAHOO))).toEqual(['yahoo', null]);
    expect(toldBy(of(YAHOO, ['google', 'yahoo.tss04'], YAHOO))).toEqual([null, 'yahoo.tss04']);
    expect(toldBy(of([null, 'mailbox.full'], ['yahoo', 'mailbox.full']))).toEqual([null, 'mailbox.full']);
  });

  test('are not told by what is no event', () => {
    const row = of(YAHOO);
    row.add('open', event({ provider: 'google', rule: 'google.tls' }), 1, null);
    row.add('delivered', event({ delivered: true }), 1, null);
    expect(toldBy(row)).toEqual(YAHOO);
  });

  test('are the same however rows were merged', () => {
    const decided = fc.array(fc.constantFrom<Decided>(YAHOO, ['yahoo', 'yahoo.tss09'], ['google', 'mailbox.full'], [null, 'x']), {
      maxLength: 5,
    });
    fc.assert(
      fc.property(decided, decided, decided, (a, b, c) => {
        const left = of(...a);
        left.merge(of(...b));
        left.merge(of(...c));
        const right = of(...c);
        const others = of(...b);
        others.merge(of(...a));
        right.merge(others);
        const whole = toldBy(of(...a, ...b, ...c));
        expect(toldBy(left)).toEqual(whole);
        expect(toldBy(right)).toEqual(whole);
      }),
    );
  });

  test('are told apart among the deferrals of one recipient', () => {
    const deferred = (text: string) =>
      `smtp: AAAAA1: to=<bob@there.example>, relay=mta5.am0.yahoodns.net[192.0.2.5]:25, delay=1, delays=0/0/1/0, dsn=4.7.0, status=deferred (host mta5.am0.yahoodns.net[192.0.2.5] said: 421 4.7.0 ${text} (in reply to MAIL FROM command))`;
    const rows = (second: string) =>
      [
        ...rowsOf(
          read(
            log(`
              10:00:00 qmgr: AAAAA1: from=<news@here.example>, size=1, nrcpt=1 (queue active)
              10:00:01 ${deferred('[TSS04] Messages from 192.0.2.1 put off')}
              10:10:01 ${deferred(second)}
            `),
          ),
        ).values(),
      ].map((row) => [row.counts.delayed, row.provider, row.rule]);
    expect(rows('[TSS04] Messages from 192.0.2.1 put off')).toEqual([[2, 'yahoo', 'yahoo.tss04']]);
    expect(rows('[TSS05] Messages from 192.0.2.1 put off')).toEqual([[2, 'yahoo', null]]);
  });
});

describe('the example of a row', () => {
  const example = (...events: BounceEvent[]) => {
    const row = new Row([]);
    for (const one of events) row.add('failed', one, 1, null);
    return row.example?.text ?? null;
  };

  test('is the diagnostic of the earliest event, in whatever order they come', () => {
    const [first, second, third] = [
      event({ ms: 1000, offset: 900, diagnostic: 'first' }),
      event({ ms: 2000, offset: 100, diagnostic: 'second' }),
      event({ ms: 3000, input: 0, offset: 0, diagnostic: 'third' }),
    ] as const;
    expect(example(third, first, second)).toBe('first');
    expect(example(second, third, first)).toBe('first');
    expect(example(third, second)).toBe('second');
  });

  test('is the one that stands first where the time is the same', () => {
    const [a, b, c] = [
      event({ ms: 1000, input: 0, offset: 50, diagnostic: 'a' }),
      event({ ms: 1000, input: 0, offset: 60, diagnostic: 'b' }),
      event({ ms: 1000, input: 1, offset: 10, diagnostic: 'c' }),
    ] as const;
    expect(example(c, b, a)).toBe('a');
    expect(example(c, b)).toBe('b');
  });

  test('is of an event with a time where there is one, and of one with a diagnostic', () => {
    expect(example(event({ ms: null, offset: 0, diagnostic: 'untimed' }), event({ ms: 5, offset: 9, diagnostic: 'timed' }))).toBe(
      'timed',
    );
    expect(example(event({ ms: null, offset: 0, diagnostic: 'untimed' }))).toBe('untimed');
    expect(example(event({ ms: 1, diagnostic: null }), event({ ms: 2, diagnostic: 'said' }))).toBe('said');
    expect(example(event({ ms: 1, diagnostic: null }))).toBeNull();
  });

  test('is the same however rows were merged', () => {
    const events = fc.array(
      fc.record({ ms: fc.constantFrom(null, 1, 2, 3), input: fc.nat({ max: 2 }), offset: fc.nat({ max: 1000 }) }),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(events, fc.infiniteStream(fc.nat({ max: 3 })), (facts, parts) => {
        const unique = facts.map((fact, i) => event({ ...fact, offset: fact.offset * 100 + i, diagnostic: `${i}` }));
        const rows = [new Row([]), new Row([]), new Row([]), new Row([])];
        for (const one of unique) rows[parts.next().value ?? 0]!.add('delayed', one, 1, null);
        const merged = rows.reduceRight((sum, row) => {
          row.merge(sum);
          return row;
        });
        const order = [...unique].sort(
          ({ evidence: a }, { evidence: b }) =>
            (a.time?.ms ?? 9) - (b.time?.ms ?? 9) || a.position.input - b.position.input || a.position.offset - b.position.offset,
        );
        expect(merged.example?.text).toBe(order[0]!.evidence.diagnostic);
        expect(merged.counts.delayed).toBe(unique.length);
        const times = facts.map(({ ms }) => ms).filter((ms) => ms !== null);
        expect([merged.firstSeen, merged.lastSeen]).toEqual(
          times.length === 0 ? [null, null] : [Math.min(...times), Math.max(...times)],
        );
      }),
    );
  });

  test('is of an event, not of what is merely open or has recovered', () => {
    const row = new Row([]);
    row.add('open', event({ ms: 1, diagnostic: 'open' }), 1, null);
    row.add('recovered', event({ ms: 2, diagnostic: 'recovered' }), 1, null);
    expect([row.example, row.firstSeen, row.lastSeen, row.events]).toEqual([null, null, null, 0]);
    row.add('delayed', event({ ms: 3, diagnostic: 'delayed' }), 4, 9);
    expect([row.example?.text, row.firstSeen, row.lastSeen, row.events]).toEqual(['delayed', 3, 9, 4]);
  });
});

describe('a row', () => {
  test('has delayed, failed, expired, returned and rejected as its events', () => {
    const row = new Row([]);
    const one = event({});
    row.add('delayed', one, 1, null);
    row.add('failed', one, 2, null);
    row.add('expired', one, 4, null);
    row.add('returned', one, 8, null);
    row.add('rejected', one, 16, null);
    row.add('recovered', one, 32, null);
    row.add('open', one, 64, null);
    row.add('delivered', one, 128, null);
    expect(row.events).toBe(31);
  });

  test('counts each recipient once: local parts as written, domains in any case', () => {
    const row = new Row([]);
    for (const recipient of ['a@x.example', 'a@X.example', 'A@x.example', 'a@y.example', null, 'postmaster']) {
      row.add('failed', event({ recipient }), 1, null);
    }
    expect([row.recipients.size, row.domains.size]).toEqual([4, 2]);
  });

  test('counts no recipient for a delivery', () => {
    const row = new Row([]);
    row.add('delivered', event({ recipient: 'a@x.example' }), 1, null);
    expect([row.recipients.size, row.domains.size]).toEqual([0, 0]);
  });

  test.each<[BounceType[], BounceType]>([
    [['soft', 'hard', 'soft'], 'soft'],
    [['hard', 'hard', 'block', 'block', 'block', 'soft'], 'block'],
    [['undetermined', 'undetermined', 'hard'], 'undetermined'],
  ])('has the type that most of its events have (%j)', (types, expected) => {
    const all = counts(['direction']);
    for (const type of types) all.count('failed', event({ type }));
    expect(reportTable(all, all.options.groupings[0]!, en, UTC, null).rows[0]!.type).toBe(expected);
  });

  test('weighs a type by how often it was counted', () => {
    const all = counts(['direction']);
    all.count('failed', event({ type: 'hard' }));
    all.count('delayed', event({ type: 'soft' }), 3);
    all.count('failed', event({ type: 'hard' }));
    const other = counts(['direction']);
    other.count('failed', event({ type: 'block' }), 4);
    expect(reportTable(all, all.options.groupings[0]!, en, UTC, null).rows[0]!.type).toBe('soft');
    all.merge(other);
    expect(reportTable(all, all.options.groupings[0]!, en, UTC, null).rows[0]!.type).toBe('block');
  });
});

describe('deliveries', () => {
  const groupings: (readonly Dimension[])[] = [
    DEFAULT_GROUPING,
    ['recipientDomain'],
    ['sender', 'host', 'day'],
    ['recipientDomain', 'replyCode'],
    ['type'],
    [],
  ];

  test('have rows only where every dimension of the group applies to them', () => {
    const all = counts(...groupings);
    all.count('delivered', event({ recipient: 'a@x.example', delivered: true }), 3);
    expect(all.rows.map((rows) => [...rows.values()].map((row) => row.counts.delivered))).toEqual([[], [3], [3], [], [], [3]]);
    expect(all.totals.delivered).toBe(3);
    expect(all.needsDeliveries).toBe(true);
    expect(counts(DEFAULT_GROUPING).needsDeliveries).toBe(false);
  });

  test('have a column and a rate only there', () => {
    const all = counts(...groupings);
    for (const [i, grouping] of groupings.entries()) {
      const { columns } = reportTable(all, grouping, en, UTC, null);
      const applies = i === 1 || i === 2 || i === 5;
      expect([grouping, columns.includes('delivered'), columns.includes('rate')]).toEqual([grouping, applies, applies]);
    }
  });
});

describe('groups', () => {
  test('tell a missing value from an empty one', () => {
    const all = counts(['sender']);
    all.count('failed', event({ sender: null }));
    all.count('failed', event({ sender: '' }));
    all.count('failed', event({ sender: '' }));
    expect([...all.rows[0]!.values()].map((row) => [row.values, row.events])).toEqual([
      [[null], 1],
      [[''], 2],
    ]);
  });

  test('do not run values of neighbouring dimensions together', () => {
    const all = counts(['sender', 'client']);
    all.count('failed', event({ sender: 'ab', client: 'c' }));
    all.count('failed', event({ sender: 'a', client: 'bc' }));
    expect(all.rows[0]!.size).toBe(2);
  });
});
