import { describe, expect, test } from 'vitest';
import { crossed, groupingsOf, readThreshold, type Threshold } from '../../src/report/threshold.js';
import { BLOCKED, type Counted, countsOf, DELIVERED, FULL, RELAY, UNKNOWN } from './overview-of.js';

const COUNTED: Counted[] = [
  ['delivered', DELIVERED, 90],
  ['failed', UNKNOWN, 8],
  ['expired', FULL, 2],
  ['returned', BLOCKED, 1],
  ['delayed', FULL, 40],
  ['open', FULL, 3],
  ['rejected', { ...RELAY, reason: 'ip-blocklisted' }, 500],
];
const threshold = (text: string): Threshold => {
  const read = readThreshold(text);
  if (typeof read === 'string') throw new Error(read);
  return read;
};
const why = (text: string, counted = COUNTED) => crossed(threshold(text), countsOf(counted));

describe('a threshold', () => {
  test.each([
    ['bounceRate>10%', 'bounceRate>10%: it is 11%, 11 of 100 recipients'],
    ['bounceRate>0.1', 'bounceRate>0.1: it is 11%, 11 of 100 recipients'],
    ['bounceRate>=11%', 'bounceRate>=11%: it is 11%, 11 of 100 recipients'],
    ['bounceRate<11.5%', 'bounceRate<11.5%: it is 11%, 11 of 100 recipients'],
    ['failed>7', 'failed>7: it is 8'],
    ['open = 3', 'open = 3: it is 3'],
    ['delivered<100', 'delivered<100: it is 90'],
    ['rejected>=500', 'rejected>=500: it is 500'],
    ['reason:user-unknown>7', 'reason:user-unknown>7: it is 8'],
    ['reason:ip-blocklisted>0', 'reason:ip-blocklisted>0: it is 1'],
    ['reason:mailbox-full>41', 'reason:mailbox-full>41: it is 42'],
    ['replyCode:550>=8', 'replyCode:550>=8: it is 8'],
    ['enhancedStatus:5.1.1>0', 'enhancedStatus:5.1.1>0: it is 8'],
  ])('%s is crossed', (text, expected) => {
    expect(why(text)).toBe(expected);
  });

  test.each([
    'bounceRate>11%',
    'bounceRate<11%',
    'failed>8',
    'failed<8',
    'open=4',
    'reason:ip-blocklisted>1',
    'reason:greylisted>0',
    'replyCode:555>0',
    'bounceRate>100%',
    'enhancedStatus:5.1.10>0',
  ])('%s is not crossed', (text) => {
    expect(why(text)).toBeNull();
  });

  test('is told with as many digits as it takes to see that it is crossed', () => {
    const rare: Counted[] = [
      ['delivered', DELIVERED, 29_999],
      ['failed', UNKNOWN, 1],
    ];
    expect(why('bounceRate>0', rare)).toBe('bounceRate>0: it is 0.003%, 1 of 30000 recipients');
    expect(why('bounceRate>0.003%', rare)).toBe('bounceRate>0.003%: it is 0.0033%, 1 of 30000 recipients');
    expect(why('bounceRate<0.0034%', rare)).toBe('bounceRate<0.0034%: it is 0.003%, 1 of 30000 recipients');
  });

  test('of a rate is not crossed where nothing ended', () => {
    expect(why('bounceRate<50%', [['delayed', FULL]])).toBeNull();
    expect(why('bounceRate>=0', [['delayed', FULL]])).toBeNull();
  });

  test.each([
    ['', 'no condition'],
    ['bounceRate', 'no condition'],
    ['bounceRate>', 'no condition'],
    ['bounceRate>five', 'no condition'],
    ['bounceRate>-5', 'no condition'],
    ['bounceRate>>5', 'no condition'],
    ['failed>1e3', 'no condition'],
    ['moon>0', "'moon' is no number of a report"],
    ['toString>0', "'toString' is no number of a report"],
    ['reason>0', "'reason' needs a value"],
    ['reason:moon>0', "'moon' is no reason"],
    ['failed:3>0', "'failed' has no values"],
    ['bounceRate:x>0', "'bounceRate' has no values"],
    ['failed>5%', 'only bounceRate'],
    // None of these would ever hold, so that nobody would be told.
    ['bounceRate>5', "write 'bounceRate>5%'"],
    ['bounceRate>1', "write 'bounceRate>1%'"],
    ['replyCode:55>0', "'55' is no reply code"],
    ['replyCode:5xx>0', "'5xx' is no reply code"],
    ['replyCode:null>0', "'null' is no reply code"],
    ['enhancedStatus:5.7>0', "'5.7' is no enhanced status code"],
    ['enhancedStatus:X.1.1>0', "'X.1.1' is no enhanced status code"],
  ])('%s is none', (text, expected) => {
    expect(readThreshold(text)).toContain(expected);
  });

  test('asks for what has to be counted', () => {
    expect(groupingsOf(threshold('failed>0'))).toEqual([]);
    expect(groupingsOf(threshold('reason:policy>0'))).toEqual([['direction', 'replyCode', 'enhancedStatus', 'reason']]);
  });
});
