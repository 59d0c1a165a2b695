import { describe, expect, test } from 'vitest';
import { RecipientState } from '../../src/summary/lifetime.js';
import { event } from './events.js';

describe('deferrals that are alike', () => {
  const at = (ms: number | null) => event({ ms, action: 'delayed' });

  test.each([
    ['in the order of the log', [10, 20, 30], 10, 30],
    ['in a log that goes back in time', [20, 10, 30], 10, 30],
    ['where only some have a time', [null, 20, 10], 10, 20],
    ['without a time', [null, null], null, null],
  ])('are one: the earliest, and when the latest was (%s)', (_, times, first, last) => {
    const state = new RecipientState(1);
    for (const ms of times) state.addDeferrals('key', at(ms), 1, ms);
    expect(state.deferrals).toEqual([{ key: 'key', event: at(first), times: times.length, last }]);
  });

  test('are kept apart by their key and by the rule that decided', () => {
    const state = new RecipientState(1);
    state.addDeferrals('key', at(10), 1, 10);
    state.addDeferrals('other', at(5), 1, 5);
    state.addDeferrals('key', event({ ms: 1, action: 'delayed', rule: 'another' }), 1, 1);
    expect(state.deferrals?.map(({ event: { evidence } }) => evidence.time?.ms)).toEqual([10, 5, 1]);
  });
});
