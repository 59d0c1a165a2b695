import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { events, report } from './bouncelens.js';
import { mismatches, refusalMismatches } from './comparison.js';
import { whyNot } from './instance.js';
import { type Rehearsal, rehearse } from './rehearsal.js';

const obstacle = whyNot();
if (obstacle) process.stderr.write(`The end-to-end test with a real Postfix is skipped: ${obstacle}.\n`);

describe.skipIf(obstacle)(`a real Postfix${obstacle ? ` (skipped: ${obstacle})` : ''}`, { timeout: 30_000 }, () => {
  let rehearsal: Rehearsal;
  beforeAll(async () => {
    rehearsal = await rehearse();
  }, 180_000);
  afterAll(() => rehearsal?.discard());

  test('comes to an end with every mail', () => {
    expect(rehearsal.finished).toBe(true);
  });

  test('meets servers whose own record bears out what each mail is said to become', () => {
    expect(rehearsal.contradictions).toEqual([]);
  });

  test('logs what became of every recipient, and of nobody else', async () => {
    expect(mismatches(rehearsal.recipients, await events('--outcomes', rehearsal.log))).toEqual([]);
  });

  test('holds mail back when a server has just failed, and that is no attempt', async () => {
    const crowd = (await events('--outcomes', rehearsal.log)).filter(({ recipient }) => recipient?.endsWith('@crowd.test'));
    expect(crowd.reduce((sum, { attempts }) => sum + (attempts ?? 0), 0)).toBe(rehearsal.crowdVisits);
  });

  test('logs what every refused client was told', async () => {
    expect(refusalMismatches(rehearsal.refused, await events(rehearsal.log))).toEqual([]);
  });

  test('passes one mail on under several queue ids, and it stays one mail', async () => {
    const { totals } = await report(rehearsal.log);
    expect(totals.messages).toBe(rehearsal.accepted);
    expect(totals.recipients).toBe(rehearsal.recipients.length);
  });

  test('writes notifications that are not counted as mail', async () => {
    const { totals } = await report(rehearsal.log);
    expect(totals.notifications).toBe(rehearsal.notifications);
  });
});
