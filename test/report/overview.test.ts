import { describe, expect, test } from 'vitest';
import { en } from '../../src/catalogue/text/en.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { overview } from '../../src/report/overview.js';
import { UTC } from '../summary/reading.js';
import { BLOCKED, type Counted, countsOf, DELIVERED, FULL, overviewOf, RELAY, UNKNOWN } from './overview-of.js';

const MIXED: Counted[] = [
  ['delivered', { ...DELIVERED, recipient: 'a@good.example' }, 90],
  ['failed', { ...UNKNOWN, recipient: 'b@bad.example' }, 6],
  ['failed', { ...UNKNOWN, recipient: 'c@bad.example', replyCode: 551 }, 1],
  ['failed', { ...BLOCKED, recipient: 'd@strict.example' }, 2],
  ['expired', { ...FULL, recipient: 'e@slow.example' }, 1],
  ['returned', { ...UNKNOWN, recipient: 'f@late.example' }, 1],
  ['delayed', { ...FULL, recipient: 'e@slow.example' }, 40],
  ['open', { ...FULL, recipient: 'g@slow.example' }, 4],
  ['rejected', { ...RELAY, recipient: 'h@other.example' }, 500],
];

describe('the bounce rate', () => {
  test('is failed, expired and returned among delivered, failed and expired', () => {
    const { lost, ended, bounceRate } = overviewOf(MIXED);
    expect([lost, ended, bounceRate]).toEqual([11, 100, 0.11]);
  });

  test('is not known where nothing ended', () => {
    expect(overviewOf([['delayed', FULL, 3]]).bounceRate).toBeNull();
  });
});

describe('what needs action', () => {
  test('is what somebody on this side can change, the most harmful first', () => {
    const { actions } = overviewOf(MIXED);
    expect(actions!.rows.map(({ reason, failed, returned }) => [reason, failed, returned])).toEqual([
      ['user-unknown', 7, 1],
      ['ip-blocklisted', 2, 0],
    ]);
    expect(actions!.rows.map(({ actor }) => actor)).toEqual(['list owner', 'sender admin']);
  });

  test('is said to be more where there is no room', () => {
    const { actions } = overviewOf(MIXED, { actions: 1 });
    expect(actions!.rows.map(({ reason }) => reason)).toEqual(['user-unknown']);
    expect(actions!.leftOut).toEqual({ rows: 1, events: 2 });
  });

  test('is what our own server refuses through its own fault, not what strangers tried', () => {
    const fault: Counted = [
      'rejected',
      { ...RELAY, replyCode: 451, enhancedStatus: '4.3.0', reason: 'system-error', type: 'soft' },
      3,
    ];
    const { actions } = overviewOf([['rejected', RELAY, 500], fault]);
    expect(actions!.rows.map(({ direction, reason }) => [direction, reason])).toEqual([['inbound', 'system-error']]);
  });
});

describe('the lists', () => {
  test('keep refused clients apart from failed deliveries', () => {
    const { codes, refusals } = overviewOf(MIXED);
    expect(codes!.rows.map(({ replyCode, reason }) => [replyCode, reason])).toEqual([
      [550, 'user-unknown'],
      [452, 'mailbox-full'],
      [554, 'ip-blocklisted'],
      [551, 'user-unknown'],
    ]);
    expect(refusals!.rows.map(({ reason, rejected, share }) => [reason, rejected, share])).toEqual([['relay-denied', 500, 1]]);
  });

  test('of domains begin with the most harm and leave out those without a failure', () => {
    const { domains } = overviewOf(MIXED);
    expect(domains!.rows.map(({ recipientDomain }) => recipientDomain)).toEqual([
      'bad.example',
      'slow.example',
      'strict.example',
      'late.example',
    ]);
    expect(overviewOf(MIXED, { domains: 1 }).domains!.leftOut).toEqual({ rows: 3, events: 44 });
  });

  test('of reasons and codes are sums over the rows', () => {
    const { reasons, replies } = overviewOf(MIXED);
    expect(reasons!.rows.map(({ reason, events }) => [reason, events])).toEqual([
      ['mailbox-full', 41],
      ['user-unknown', 8],
      ['ip-blocklisted', 2],
    ]);
    expect(replies!.rows.map(({ replyCode, events }) => [replyCode, events])).toEqual([
      [452, 41],
      [550, 7],
      [554, 2],
      [551, 1],
    ]);
  });

  test('are not there where their grouping was not counted', () => {
    const counts = countsOf(MIXED, [['day']]);
    const rows = { actions: 5, codes: 5, refusals: 5, reasons: 5, domains: 5 };
    const limits = { ...rows, wordings: 3, changes: 5, undetermined: 5, points: 48 };
    const shown = overview(counts, ['day'], { text: en, zone: UTC, limits });
    expect(shown).toMatchObject({ actions: null, codes: null, refusals: null, reasons: null, domains: null, timeline: null });
    expect(shown.asked!.table.rows).toHaveLength(1);
    expect(shown.lost).toBe(11);
  });

  test('hold the rows that are asked for, unless they are the codes', () => {
    expect(overviewOf(MIXED, {}, DEFAULT_GROUPING).asked).toBeNull();
    const { asked } = overviewOf(MIXED, { codes: 2 }, ['recipientDomain', 'day']);
    expect(asked!.by).toEqual(['recipientDomain', 'day']);
    expect(asked!.table.rows.map(({ recipientDomain }) => recipientDomain)).toEqual(['other.example', 'slow.example']);
    expect(asked!.table.leftOut.rows).toBe(4);
  });
});
