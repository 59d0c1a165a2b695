import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { scan } from '../../src/scan/scan.js';
import { facts, generated } from '../summary/cut-logs.js';
import { UTC, YEAR } from '../summary/reading.js';

const folder = mkdtempSync(join(tmpdir(), 'bouncelens-stretches-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = new Date(Date.UTC(YEAR, 7, 1));

function put(name: string, content: Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  utimesSync(path, written, written);
  return path;
}

const logs = [5, 6].flatMap((seed) => {
  const log = generated(seed);
  // With CRLF, without the end of the last line, and with what a crash leaves behind.
  const other = log
    .toString('latin1')
    .slice(0, -9)
    .replaceAll('\n', '\r\n')
    .replace(/^(.{70000}.*\r\n)/s, `$1${'\0'.repeat(5000)}`);
  return [put(`${seed}.log`, log), put(`${seed}-other.log`, Buffer.from(other, 'latin1'))];
});

async function told(path: string, stretch: number) {
  const { counts, inputs, unparsed } = await scan({
    sources: [{ path, named: true }],
    stdin: process.stdin,
    groupings: [DEFAULT_GROUPING, ['recipientDomain'], ['sender'], ['hour']],
    since: null,
    until: null,
    zone: UTC,
    now: written.getTime(),
    stretch,
  });
  return { facts: facts(counts), inputs, unparsed };
}

describe('a log that is cut', () => {
  test('at bytes of any distance says what it says as a whole', async () => {
    const wholes = new Map(
      await Promise.all(logs.map(async (path) => [path, await told(path, Number.POSITIVE_INFINITY)] as const)),
    );
    for (const { facts } of wholes.values()) expect(facts.totals.failed).toBeGreaterThan(10);
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...logs),
        fc.oneof(fc.integer({ min: 200, max: 3_000 }), fc.integer({ min: 3_000, max: 250_000 })),
        async (path, stretch) => {
          expect(await told(path, stretch)).toEqual(wholes.get(path));
        },
      ),
      { numRuns: 40, seed: 20_260_106 },
    );
  });
});
