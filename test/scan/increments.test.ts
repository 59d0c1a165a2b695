import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newState, type State } from '../../src/state/state.js';
import type { Counts, Totals } from '../../src/summary/counts.js';
import { generated, lives } from '../summary/cut-logs.js';
import { newSummary, readInto, YEAR } from '../summary/reading.js';
import { Nights, sum } from './nights.js';

const NOW = Date.UTC(YEAR, 11, 31);

/** When the last line of these logs was written tells their year. */
const WRITTEN = Date.UTC(YEAR, 10, 1);

const nights = new Nights();

const put = (content: string | Buffer) => nights.put('mail.log', content, WRITTEN);

/** Runs as the next night would: what is kept goes through its file. */
async function night(state: State, name: string, now = NOW) {
  nights.state = state;
  return nights.read([name], { now });
}

/** What one run over the whole counts, open recipients left out of the recipients. */
function whole(counts: Counts) {
  const { records, open, ...totals } = counts.totals;
  return { totals: { ...totals, recipients: totals.recipients - open }, records };
}

function wholeOf(bytes: Buffer) {
  const reference = Date.UTC(YEAR, 10, 1);
  const counts = readInto(newSummary(), [{ input: 0, bytes, from: 0, firstLine: 1, reference }]).conclude();
  return { ...whole(counts), open: counts.totals.open };
}

/** The rows of nights, added up. */
function rows(all: readonly Counts[]) {
  const byKey = new Map<string, Record<string, number>>();
  for (const counts of all) {
    for (const [key, { counts: own }] of counts.rows[0]!) {
      const sums = byKey.get(key) ?? {};
      // What is open is a snapshot, and what no line came of for a month is no longer open.
      for (const [name, times] of Object.entries(own)) if (name !== 'open') sums[name] = (sums[name] ?? 0) + times;
      byKey.set(key, sums);
    }
  }
  return new Map([...byKey].filter(([, sums]) => Object.values(sums).some((times) => times > 0)).sort());
}

describe('what nights report adds up to the whole', () => {
  test.each(Object.entries(lives))('of %s, wherever they end', async (_, text) => {
    const bytes = Buffer.from(text);
    const expected = wholeOf(bytes);
    for (let cut = 1; cut < bytes.length; cut += Math.max(1, Math.floor(bytes.length / 40))) {
      let state = newState();
      const all: Totals[] = [];
      let open = 0;
      for (const length of [cut, bytes.length]) {
        put(bytes.subarray(0, length));
        // Right behind the last line, so that nothing passes for settled because time went by.
        const result = await night(state, 'mail.log', 0);
        state = result.state;
        all.push(result.totals);
        open = result.open.totals.open;
      }
      // A night much later finds nothing new, and what was held back is final.
      const last = await night(state, 'mail.log', NOW);
      const found = sum([...all, last.totals]);
      expect({ cut, ...found, open }).toEqual({ cut, totals: expected.totals, records: expected.records, open: expected.open });
    }
  });

  test('of a busy log, with rows', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 3 }),
        fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 }),
        async (seed, places) => {
          const bytes = generated(seed);
          const reference = Date.UTC(YEAR, 10, 1);
          const one = readInto(newSummary(), [{ input: 0, bytes, from: 0, firstLine: 1, reference }]).conclude();
          const ends = [...new Set(places.map((place) => Math.floor(place * bytes.length)))].sort((a, b) => a - b);
          let state = newState();
          const all: Counts[] = [];
          for (const length of [...ends, bytes.length, bytes.length]) {
            put(bytes.subarray(0, length));
            const result = await night(state, 'mail.log', all.length > ends.length ? NOW : 0);
            state = result.state;
            all.push(result.counts);
          }
          const found = sum(all.map(({ totals }) => totals));
          expect(found).toEqual({ totals: whole(one).totals, records: whole(one).records });
          expect(rows(all)).toEqual(rows([one]));
        },
      ),
      { numRuns: 12 },
    );
  });
});
