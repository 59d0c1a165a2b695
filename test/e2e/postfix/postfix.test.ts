import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSources } from '../../../src/input/find.js';
import { DEFAULT_GROUPING } from '../../../src/model/dimension.js';
import { type ScanOptions, scan } from '../../../src/scan/scan.js';
import { slowThreads } from '../../scan/slow-threads.js';
import { boundaries, cut, facts } from '../../summary/cut-logs.js';
import { newSummary, readInto, UTC } from '../../summary/reading.js';
import { filesOf, mergeFiles, readAgain } from '../../summary/written.js';
import { bouncelens, type Event, events, merged, type Report, report } from './bouncelens.js';
import { mismatches, refusalMismatches } from './comparison.js';
import { whyNot } from './instance.js';
import { type Rehearsal, rehearse } from './rehearsal.js';

const obstacle = whyNot();
if (obstacle) process.stderr.write(`The end-to-end test with a real Postfix is skipped: ${obstacle}.\n`);

describe.skipIf(obstacle)(`a real Postfix${obstacle ? ` (skipped: ${obstacle})` : ''}`, () => {
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

  test('counts the same in pieces, cut anywhere and merged in any order', async () => {
    const bytes = await readFile(rehearsal.log);
    const wish = { groupings: [DEFAULT_GROUPING, ['recipientDomain'], ['sender'], ['hour']] as const, mails: true };
    const whole = facts(readInto(newSummary(wish), cut(bytes, []), wish).conclude());
    const ends = boundaries(bytes);
    const fraction = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
    fc.assert(
      fc.property(fc.array(fraction, { maxLength: 6 }), fc.array(fraction, { minLength: 20, maxLength: 20 }), (where, order) => {
        const at = where.map((place) => ends[Math.floor(place * ends.length)]!);
        const merged = mergeFiles(filesOf(cut(bytes, at), wish), order);
        expect(facts(readAgain(merged, wish.groupings).conclude())).toEqual(whole);
      }),
      { numRuns: 30, seed: 20_250_309 },
    );
  });

  test('says the same in parts of any length, whichever thread reads them, with its notifications beside it', async () => {
    const { sources } = await findSources([rehearsal.log, rehearsal.maildir]);
    const told = async (wish: Partial<ScanOptions>) => {
      const { counts } = await scan({
        sources,
        stdin: process.stdin,
        groupings: [DEFAULT_GROUPING, ['recipientDomain'], ['sender'], ['hour']],
        since: null,
        until: null,
        zone: UTC,
        now: Date.now(),
        ...wish,
      });
      return facts(counts);
    };
    const whole = await told({ stretch: Number.POSITIVE_INFINITY });
    expect(whole.totals.failed).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 300, max: 60_000 }),
        fc.integer({ min: 1, max: 4 }),
        fc.array(fc.nat({ max: 2 }), { minLength: 1, maxLength: 20 }),
        async (stretch, threads, times) => {
          expect(await told({ stretch, threads, startThread: slowThreads(times) })).toEqual(whole);
        },
      ),
      { numRuns: 8, seed: 20_260_107 },
    );
  });

  test('is the sum of its days, in whatever order and however often they are merged', async () => {
    const bytes = await readFile(rehearsal.log);
    const folder = mkdtempSync(join(tmpdir(), 'bouncelens-days-'));
    try {
      // Stamps tell seconds: where two days begin within the same one and end in it, their order cannot be known.
      const second = (line: number) => bytes.toString('latin1', line, line + 15);
      const changes = boundaries(bytes).filter((line) => second(line) !== second(bytes.lastIndexOf(10, line - 2) + 1));
      expect(changes.length).toBeGreaterThan(4);
      const ends = fc.sample(fc.shuffledSubarray(changes, { minLength: 4, maxLength: 4 }), { numRuns: 1, seed: 20_260_108 })[0]!;
      ends.sort((a, b) => a - b);
      const essence = ({ totals, rows, by }: Report) => ({ totals, rows, by });
      const whole = essence(await report(rehearsal.log));
      const files: string[] = [];
      for (const [i, to] of [...ends, bytes.length].entries()) {
        const log = join(folder, `${i}.log`);
        writeFileSync(log, bytes.subarray(ends[i - 1] ?? 0, to));
        await bouncelens('report', log, '-o', `${log}.summary`);
        files.push(`${log}.summary`);
      }
      const turned = [...files.slice(2), ...files.slice(0, 2)];
      expect(essence(await merged(...turned))).toEqual(whole);
      const some = join(folder, 'some.summary');
      await bouncelens('merge', ...turned.slice(0, 2), '-o', some);
      expect(essence(await merged(...[...files].reverse(), some, files[0]!))).toEqual(whole);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test('writes notifications that are not counted as mail', async () => {
    const { totals } = await report(rehearsal.log);
    expect(totals.notifications).toBe(rehearsal.notifications);
  });

  test('writes notifications that say of every failed recipient what its log says', async () => {
    const failed = (await events('--outcomes', rehearsal.log)).filter(
      ({ outcome, sender }) => outcome !== 'delivered' && sender !== '',
    );
    const told = await events(rehearsal.maildir);
    const essence = (all: readonly Event[]) =>
      all
        .map(
          ({ queueId, recipient, replyCode, enhancedStatus, command, remoteIp }) =>
            `${queueId} ${recipient} ${replyCode} ${enhancedStatus} ${command} ${remoteIp}`,
        )
        .sort();
    expect(essence(told)).toEqual(essence(failed));
    expect(new Set(told.map(({ mta, action }) => `${mta} ${action}`))).toEqual(new Set(['postfix failed']));
  });

  test('fails a recipient once, whether its log is read, its notifications, or both', async () => {
    const log = (await report(rehearsal.log)).totals;
    const mails = (await report(rehearsal.maildir)).totals;
    const both = (await report(rehearsal.maildir, rehearsal.log)).totals;
    expect({ failed: both.failed, expired: both.expired, delayed: both.delayed, returned: both.returned }).toEqual({
      failed: log.failed,
      expired: log.expired,
      delayed: log.delayed,
      returned: 0,
    });
    expect(mails.returned).toBe((await events(rehearsal.maildir)).length);
  });
});
