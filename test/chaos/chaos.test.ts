import { expect, test } from 'vitest';
import { chaos } from './chaos.mjs';

test('a hundred nights end with what is true', { timeout: 300_000 }, async () => {
  const { wrong, kills, lines } = await chaos({ nights: 100, seed: 7, kills: 0.12 });
  expect(wrong).toEqual([]);
  expect(kills).toBeGreaterThan(5);
  expect(lines).toBeGreaterThan(10_000);
});
