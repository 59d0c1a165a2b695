import { describe, expect, test } from 'vitest';
import { compareInputs, KnownInputs, numberedName } from '../../src/summary/known-inputs.js';

describe('the order of inputs', () => {
  const names = ['abc', ...Array.from({ length: 11 }, (_, i) => numberedName('abc', i + 2)), 'abd', numberedName('abd', 2)];

  test('of those that begin alike follows their numbers', () => {
    const inputs = names.map((name) => ({ time: 1e12, name }));
    expect([...inputs].reverse().sort(compareInputs)).toEqual(inputs);
  });

  test('is the same in whatever order they were met', () => {
    for (const met of [names, [...names].reverse()]) {
      const known = new KnownInputs();
      const numbers = met.map((name) => known.inputOf(name));
      for (const number of numbers) known.begins(number, 1e12);
      expect([...numbers].sort(known.compare).map((number) => known.nameOf(number))).toEqual(names);
    }
  });

  test('of those that begin within the same second follows their ends', () => {
    const known = new KnownInputs();
    const [long, short] = [known.inputOf('a'), known.inputOf('z')];
    for (const number of [long, short]) known.begins(number, 1e12);
    known.ends(long, 1e12 + 5000);
    known.ends(short, 1e12);
    expect([long, short].sort(known.compare)).toEqual([short, long]);
  });

  test('is that of their first lines, those without a time last', () => {
    const [a, b, c] = [
      { time: 5, name: 'z' },
      { time: 6, name: 'a' },
      { time: null, name: 'a' },
    ];
    expect([c, b, a].sort(compareInputs)).toEqual([a, b, c]);
  });
});
