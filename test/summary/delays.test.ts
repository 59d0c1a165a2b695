import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELAY_ERROR, DELAY_PLACES, Delays, Waiting } from '../../src/summary/delays.js';
import { log, read } from './reading.js';

const of = (...seconds: readonly number[]) => {
  const delays = new Delays();
  for (const one of seconds) delays.add(one);
  return delays;
};

describe('delays in the queue', () => {
  test('are unknown where nothing was counted', () => {
    expect(of().percentile(0.5)).toBeNull();
    expect(of().size).toBe(0);
  });

  test('are exact where they are short', () => {
    expect(of(0, 0.01, 0.063).percentile(0.5)).toBe(0.01);
    expect(of(0, 0.01, 0.063).percentile(1)).toBe(0.063);
    expect(of(-3).percentile(1)).toBe(0);
  });

  test('have percentiles within the stated error of the true ones', () => {
    expect(DELAY_ERROR).toBeLessThan(0.016);
    const seconds = fc.oneof(fc.integer({ min: 0, max: 432_000 }), fc.double({ min: 0, max: 100, noNaN: true }));
    fc.assert(
      fc.property(fc.array(seconds, { minLength: 1, maxLength: 50 }), fc.double({ min: 0, max: 1, noNaN: true }), (all, part) => {
        const sorted = [...all].sort((a, b) => a - b);
        const truth = sorted[Math.max(1, Math.ceil(part * all.length)) - 1]!;
        const found = of(...all).percentile(part)!;
        // A millisecond is the smallest unit.
        expect(Math.abs(found - truth)).toBeLessThanOrEqual(truth * DELAY_ERROR + 0.001);
      }),
    );
  });

  test('are the same in whatever order they are counted and merged', () => {
    const list = fc.array(fc.integer({ min: 0, max: 4_000_000 }));
    fc.assert(
      fc.property(list, list, list, (a, b, c) => {
        const left = of(...c, ...b);
        left.merge(of(...a));
        expect(left.counts).toEqual(of(...a, ...b, ...c).counts);
      }),
    );
  });

  test('have a place, however long they are', () => {
    for (const seconds of [0.063, 0.064, 1, 2_147_483, 1e9, Infinity]) {
      const { counts } = of(seconds);
      expect(counts).toHaveLength(DELAY_PLACES);
      expect(counts.reduce((a, b) => a + b)).toBe(1);
    }
  });
});

describe('recipients that wait', () => {
  test('are counted by their age', () => {
    const waiting = new Waiting();
    const now = Date.UTC(2026, 0, 2);
    for (const hours of [-1, 0, 0.5, 1, 1.5, 25, 500]) waiting.add(now - hours * 3_600_000);
    expect(waiting.byAge(now, [0, 1, 24])).toEqual([3, 2, 2]);
  });
});

describe('a log', () => {
  const counts = read(
    log(`
      10:00:00 smtpd: AAAAA1: client=c.example[192.0.2.1]
      10:00:00 qmgr: AAAAA1: from=<a@here.example>, size=1, nrcpt=3 (queue active)
      10:00:02 smtp: AAAAA1: to=<b@there.example>, relay=mx[192.0.2.2]:25, delay=2, delays=0/0/0/2, dsn=2.0.0, status=sent (250 ok)
      10:00:03 smtp: AAAAA1: to=<c@there.example>, relay=mx[192.0.2.2]:25, delay=3, delays=0/0/0/3, dsn=5.1.1, status=bounced (host mx[192.0.2.2] said: 550 5.1.1 no)
      11:00:00 smtp: AAAAA1: to=<d@there.example>, relay=none, delay=3600, delays=0/0/0/1, dsn=4.4.1, status=deferred (connect to mx[192.0.2.2]:25: Connection timed out)
      12:00:00 smtpd: BBBBB1: client=c.example[192.0.2.1]
      12:00:00 qmgr: BBBBB1: from=<a@here.example>, size=1, nrcpt=1 (queue active)
      13:00:00 smtp: BBBBB1: to=<e@there.example>, relay=none, delay=3600, delays=0/0/0/1, dsn=4.4.1, status=deferred (connect to mx[192.0.2.2]:25: Connection timed out)
      14:00:00 qmgr: BBBBB1: from=<a@here.example>, status=expired, returned to sender
      14:00:00 qmgr: BBBBB1: removed
    `),
  );

  test('says how long mail took to be delivered, and to be lost', () => {
    expect(counts.delays.delivered.size).toBe(1);
    expect(counts.delays.delivered.percentile(1)).toBeCloseTo(2, 1);
    expect(counts.delays.lost.size).toBe(2);
    expect(counts.delays.lost.percentile(0.5)).toBeCloseTo(3, 1);
    const twoHours = counts.delays.lost.percentile(1)!;
    expect(Math.abs(twoHours - 7200)).toBeLessThan(7200 * DELAY_ERROR);
  });

  test('says since when recipients wait', () => {
    expect(counts.waiting.byAge(counts.lastTime!, [0, 1, 3, 5])).toEqual([0, 0, 1, 0]);
  });
});
