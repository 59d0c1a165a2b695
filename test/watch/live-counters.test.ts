import { describe, expect, test } from 'vitest';
import { Zone } from '../../src/model/zone.js';
import { PROMETHEUS_GROUPINGS } from '../../src/report/prometheus.js';
import { Counts } from '../../src/summary/counts.js';
import { LiveCounters } from '../../src/watch/live-counters.js';
import { event } from '../summary/events.js';

const options = { groupings: PROMETHEUS_GROUPINGS, since: null, until: null, zone: new Zone('UTC') };

function day(codes: readonly number[]): Counts {
  const counts = new Counts(options);
  for (const replyCode of codes) {
    counts.record('bounced', 0);
    counts.count('failed', event({ replyCode, enhancedStatus: `5.1.${replyCode}` }));
  }
  return counts;
}

const sum = (counters: LiveCounters, kept: readonly Counts[], name: string) =>
  (counters.values(kept).get(name) ?? []).reduce((all, [, value]) => all + value, 0);

describe('counters of a scan that goes on', () => {
  test('begin with nothing, and keep what is dropped', () => {
    const counters = new LiveCounters();
    const [first, second] = [day([550, 550]), day([])];
    counters.begin([first]);
    expect(sum(counters, [first], 'recipients')).toBe(0);
    first.count('failed', event({ replyCode: 550, enhancedStatus: '5.1.550' }));
    second.count('failed', event({ replyCode: 554, enhancedStatus: '5.1.554' }));
    expect(sum(counters, [first, second], 'recipients')).toBe(2);
    expect(sum(counters, [first, second], 'code_events')).toBe(2);
    counters.dropped(first);
    expect(sum(counters, [second], 'recipients')).toBe(2);
    expect(sum(counters, [second], 'code_events')).toBe(2);
    expect(sum(counters, [second], 'reason_events')).toBe(2);
  });

  test('never fall, and stay few, whatever codes come', () => {
    const counters = new LiveCounters();
    counters.begin([]);
    const counts = day([]);
    const last = new Map<string, number>();
    for (let i = 0; i < 3_000; i++) {
      // Documented codes among others.
      const enhancedStatus = `5.${i % 8}.${i % 35}`;
      counts.count('failed', event({ replyCode: 500 + (i % 55), enhancedStatus }));
      if (i % 300 > 0) continue;
      for (const [labels, value] of counters.values([counts]).get('code_events') ?? []) {
        const key = JSON.stringify(labels);
        expect(value).toBeGreaterThanOrEqual(last.get(key) ?? 0);
        last.set(key, value);
      }
    }
    expect(last.size).toBeLessThan(720);
    expect(sum(counters, [counts], 'code_events')).toBe(3_000);
  });
});
