import { describe, expect, test } from 'vitest';
import { LANGUAGES, loadLanguage } from '../../src/catalogue/text/language.js';
import { LocalFormat } from '../../src/report/local-format.js';
import { pageText } from '../../src/report/page-text.js';
import { queueBlocks } from '../../src/report/queue-page.js';
import { queueTimes, waitingByAge } from '../../src/report/queue-times.js';
import { UTC } from '../summary/reading.js';
import { countsOf, overviewOf } from './overview-of.js';

const HOUR = 3_600_000;
const plain = (text: string) => text;

function counted() {
  const counts = countsOf([]);
  for (let seconds = 1; seconds <= 100; seconds++) counts.delays.delivered.add(seconds);
  counts.see(200 * HOUR);
  for (const hours of [0.5, 2, 2, 30, 150]) counts.waiting.add((200 - hours) * HOUR);
  return counts;
}

describe('the time in the queue', () => {
  test('is told as percentiles, each within its error', () => {
    const { delivered, lost } = queueTimes(counted());
    expect(lost).toBeNull();
    expect(delivered!.recipients).toBe(100);
    for (const [name, truth] of [
      ['p50', 50],
      ['p90', 90],
      ['p95', 95],
      ['p99', 99],
      ['longest', 100],
    ] as const)
      expect(Math.abs(delivered![name] - truth)).toBeLessThanOrEqual(truth / 60);
  });

  test('of those that wait is told by their age when the records end', () => {
    expect(waitingByAge(counted()).filter(({ recipients }) => recipients > 0)).toEqual([
      { hours: 0, recipients: 1 },
      { hours: 1, recipients: 2 },
      { hours: 24, recipients: 1 },
      { hours: 120, recipients: 1 },
    ]);
    expect(waitingByAge(countsOf([]))).toEqual([]);
  });

  const blocksIn = async (tag: (typeof LANGUAGES)[number]) => {
    const language = await loadLanguage(tag);
    const counts = counted();
    const shown = { ...overviewOf([]), delays: queueTimes(counts), waiting: waitingByAge(counts) };
    return { language, blocks: queueBlocks(shown, language, new LocalFormat(language, UTC)) };
  };

  test('is told in words', async () => {
    const { blocks } = await blocksIn('en');
    const lines = pageText({ lang: 'en', title: '', blocks }, { width: 100, strong: plain, label: plain }).split('\n');
    expect(lines.map((line) => line.trim()).filter((line) => line !== '')).toEqual([
      'Time in the queue',
      'In how much time so many of the recipients were done with, within 1.6%.',
      'Recipients  Half within  90% within  95% within  99% within  Longest',
      expect.stringMatching(/^Delivered +100 +(49|50|51) sec +(89|90|91) sec +(94|95|96) sec +(98|99) sec +(1\.7 min|99 sec)$/),
      'Still waiting, by age',
      expect.stringMatching(/^Age +Recipients$/),
      expect.stringMatching(/^less than 1 hour +1$/),
      expect.stringMatching(/^1 hour to 4 hours +2$/),
      expect.stringMatching(/^1 day to 2 days +1$/),
      expect.stringMatching(/^5 days and more +1$/),
    ]);
  });

  test.each(LANGUAGES)('has a value for each column in %s', async (tag) => {
    for (const block of (await blocksIn(tag)).blocks)
      if (block.kind === 'table') for (const row of block.rows) expect(row).toHaveLength(block.columns.length);
  });

  test('is left out where nothing is known of it', async () => {
    const language = await loadLanguage('en');
    expect(queueBlocks(overviewOf([]), language, new LocalFormat(language, UTC))).toEqual([]);
  });
});
