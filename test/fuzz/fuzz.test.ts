import { createHash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { constructions, timeOf } from './growth.js';
import { mutated } from './mutation.js';
import { CORPUS, corpusOf } from './seeds.js';
import { TARGETS, type Target } from './targets.js';

// By hand: npm run fuzz -- --minutes 10 --target mail
const MINUTES = Number(process.env.BOUNCELENS_FUZZ_MINUTES ?? 0);
const WANTED = process.env.BOUNCELENS_FUZZ_TARGET ?? '';
const isByHand = MINUTES > 0;

/** So long does a target take in a run of all tests. */
const SHORT = 400;
/** No input of these sizes takes long; a machine may be busy. */
const SLOW = isByHand ? 2_000 : 20_000;
const MIB = 1024 * 1024;
/** By hand nothing may hold on to more than this. */
const MOST_HEAP = 600 * MIB;

/** Where the input at hand is left, for when it never ends. */
const AT_HAND = process.env.BOUNCELENS_FUZZ_AT_HAND ?? '';

async function tried({ run, name }: Target, bytes: Buffer): Promise<void> {
  if (AT_HAND !== '') writeFileSync(AT_HAND, bytes);
  const start = performance.now();
  await run(bytes);
  const time = performance.now() - start;
  if (time > SLOW) throw new Error(`${name} took ${Math.round(time)} ms for ${bytes.length} bytes`);
}

/** By hand what was found is kept: from then on it is a test. */
async function keeping(target: Target, bytes: Buffer): Promise<void> {
  try {
    await tried(target, bytes);
  } catch (error) {
    if (isByHand) found.set(target.name, bytes);
    throw error;
  }
}

/** The smallest input of each target that failed. */
const found = new Map<string, Buffer>();

function keep(target: Target): void {
  const bytes = found.get(target.name);
  if (bytes === undefined) return;
  const folder = join(CORPUS, target.name);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `found-${createHash('sha256').update(bytes).digest('hex').slice(0, 12)}`), bytes);
}

const wanted = TARGETS.filter(({ name }) => WANTED === '' || WANTED === name);

describe.each(wanted)('$name', (target) => {
  test('reads what it was given before', async () => {
    for (const { name, bytes } of corpusOf(target.name))
      await tried(target, bytes).catch((error) => expect.fail(`${name}: ${error}`));
    for (const seed of target.seeds()) await tried(target, seed);
  });

  test('reads whatever it is given', { timeout: 180_000 + MINUTES * 60_000 }, async () => {
    const inputs = [...target.seeds(), ...corpusOf(target.name).map(({ bytes }) => bytes)];
    const end = MINUTES * 60_000;
    try {
      await fc.assert(
        fc.asyncProperty(mutated(inputs, target.words), (bytes) => keeping(target, bytes)),
        isByHand
          ? { numRuns: Number.MAX_SAFE_INTEGER, interruptAfterTimeLimit: end, endOnFailure: false }
          : { numRuns: 400, interruptAfterTimeLimit: SHORT, seed: 20_260_109 },
      );
    } finally {
      keep(target);
    }
    if (isByHand) expect(process.memoryUsage().heapUsed).toBeLessThan(MOST_HEAP);
  });

  // A test of all runs looks at the first of each only, and not at the time it takes.
  test('takes no more than so much longer for more', { timeout: 180_000 + MINUTES * 600_000 }, async () => {
    const [small, large] = isByHand ? [128 * 1024, 512 * 1024] : [8 * 1024, 32 * 1024];
    const slow: string[] = [];
    let number = 0;
    const start = performance.now();
    for (const { name, of } of constructions(target)) {
      if (!isByHand && (number++ % 7 !== 0 || performance.now() - start > SHORT)) continue;
      const bytes = of(large);
      if (AT_HAND !== '') writeFileSync(AT_HAND, bytes);
      const time = await timeOf(target, bytes);
      if (!isByHand) expect(time, name).toBeLessThan(SLOW);
      if (!isByHand || time < 150) continue;
      const before = await timeOf(target, of(small));
      if (time > before * 10)
        slow.push(`${name}: ${Math.round(before)} ms for ${small} bytes, ${Math.round(time)} ms for ${large}`);
    }
    expect(slow).toEqual([]);
  });
});
