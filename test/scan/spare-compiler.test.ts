import os from 'node:os';
import v8 from 'node:v8';
import { afterEach, expect, it, vi } from 'vitest';
import { spareCompiler } from '../../src/scan/spare-compiler.js';

vi.mock('node:os', async (original) => {
  const { default: module } = await original<{ default: typeof os }>();
  const availableParallelism = vi.fn();
  return { ...module, availableParallelism, default: { ...module, availableParallelism } };
});

afterEach(() => void vi.restoreAllMocks());

it.each([
  [1, true],
  [2, true],
  [3, false],
  [16, false],
])('the compiler of V8 on %i CPUs is to do less: %s', (cpus, isLess) => {
  vi.mocked(os.availableParallelism).mockReturnValue(cpus);
  const said = vi.spyOn(v8, 'setFlagsFromString').mockReturnValue();
  spareCompiler();
  expect(said.mock.calls).toEqual(isLess ? [['--max-inlined-bytecode-size-cumulative=100']] : []);
});
