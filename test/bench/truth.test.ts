import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { differences } from '../../bench/compare.mjs';
import { writeLog } from '../../bench/generate.mjs';
import { en } from '../../src/catalogue/text/en.js';
import type { Dimension } from '../../src/model/dimension.js';
import { Zone } from '../../src/model/zone.js';
import { json } from '../../src/report/json.js';
import { reportTable } from '../../src/report/rows.js';
import { scan } from '../../src/scan/scan.js';

const BYTES = 300_000;
const GROUPING: readonly Dimension[] = ['direction', 'replyCode', 'enhancedStatus'];

const directory = mkdtempSync(join(tmpdir(), 'truth-'));
afterAll(() => rmSync(directory, { recursive: true, force: true }));

/** The JSON report on a file, as the command writes it. */
async function report(path: string, now: number) {
  const zone = new Zone('UTC');
  const { counts, inputs } = await scan({
    sources: [{ path, named: true }],
    stdin: process.stdin,
    groupings: [GROUPING],
    since: null,
    until: null,
    zone,
    now,
  });
  const table = reportTable(counts, GROUPING, en, zone, null);
  const document = json({
    generator: 'test',
    generatedAt: '2026-01-01T00:00:00Z',
    period: { from: null, to: null },
    inputs: inputs.map(({ error, ...input }) => ({ ...input, error: error?.message ?? null })),
    totals: counts.totals,
    by: GROUPING,
    table,
  });
  return { report: JSON.parse(document), uncovered: counts.uncovered };
}

describe.each(['rfc3164', 'rfc3339'] as const)('a generated log (%s)', (format) => {
  describe.each([0.08, 0.6])('with a failure rate of %d', (failureRate) => {
    test.each([11, 12, 13])('is counted as it was written (seed %i)', async (seed) => {
      const file = join(directory, `${format}-${failureRate}-${seed}.log`);
      const truth = writeLog({ bytes: BYTES, seed, format, failureRate }, file);
      const { report: found, uncovered } = await report(file, Date.UTC(2026, 0, 1));
      expect(truth.totals.recipients).toBeGreaterThan(20);
      expect(truth.rows.length).toBeGreaterThan(5);
      expect(differences(found, truth)).toEqual([]);
      expect(found.totals.unparsedLines).toBe(0);
      expect(found.inputs[0].bytes).toBe(truth.bytes);
      expect(uncovered).toBe(0);
    });
  });
});
