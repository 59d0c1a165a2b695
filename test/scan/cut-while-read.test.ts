import { closeSync, copyFileSync, truncateSync } from 'node:fs';
import { expect, test } from 'vitest';
import { openFile } from '../../src/input/read.js';
import { NO_DETAIL } from '../../src/model/detail.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { plainContent } from '../../src/scan/file-content.js';
import { newInputReport } from '../../src/scan/input-report.js';
import { type NewLog, readNewPlain } from '../../src/scan/read-new.js';
import { newSummary, UTC } from '../summary/reading.js';
import { arrivals, Nights } from './nights.js';

const nights = new Nights();
const log = () => nights.at('mail.log');

/** Reads what is new while something happens to the file, once it is open. */
async function readWhile(happens: (size: number) => void, isLate = false) {
  const file = openFile(log());
  const run = newSummary({ groupings: [DEFAULT_GROUPING] }).startRun();
  const report = newInputReport('mail.log');
  const job: NewLog = {
    ...{
      match: nights.state.files.match(plainContent(file)),
      input: 0,
      sink: run,
      report,
      unparsed: [],
      zone: UTC,
      year: undefined,
    },
    ...{
      now: Date.now(),
      detail: NO_DETAIL,
      path: 'mail.log',
      run: 2,
      begins: () => isLate && happens(file.stats.size),
    },
    progress: () => {},
  };
  if (!isLate) happens(file.stats.size);
  const known = await readNewPlain(file, job);
  closeSync(file.descriptor);
  nights.state.files.keep(known, job.match.known);
  return { report, records: run.records };
}

test.each([
  ['after it was looked at', false],
  ['before its lines are read', true],
])('a log that is copied and cut %s is read on in the copy', async (_, isLate) => {
  nights.put('mail.log', arrivals(0, 100));
  await nights.read();
  nights.add('mail.log', arrivals(100, 130));
  const { report, records } = await readWhile(() => {
    copyFileSync(log(), nights.at('mail.log.1'));
    truncateSync(log());
    nights.add('mail.log', arrivals(130, 132));
  }, isLate);
  expect(report.error?.message).toContain('shrank while it was read');
  const { totals } = await nights.read();
  expect({ records, delivered: totals.delivered }).toEqual({ records: 0, delivered: 32 });
  expect((await nights.read()).hasNew).toBe(false);
});

test('a log that is cut in the middle of a block counts up to its last whole line', async () => {
  nights.put('mail.log', arrivals(0, 100));
  await nights.read();
  nights.add('mail.log', arrivals(100, 130));
  const { records } = await readWhile((size) => {
    copyFileSync(log(), nights.at('mail.log.1'));
    truncateSync(log(), size - 2345);
  }, true);
  expect(records).toBeGreaterThan(15);
  expect(records).toBeLessThan(30);
  const { totals } = await nights.read();
  expect(records + totals.records.sent).toBe(30);
  expect((await nights.read()).hasNew).toBe(false);
});
