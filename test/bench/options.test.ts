import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import { CASES } from '../../bench/cases.mjs';
import { helpText, parseOptions } from '../../bench/options.mjs';

function parsed(...args: string[]) {
  const options = parseOptions(args);
  if (!options) throw new Error('help was asked for');
  return options;
}

const names = (...args: string[]) => parsed(...args).cases.map(({ name }) => name);

describe('the options of the bench', () => {
  test('have defaults that need no word', () => {
    const options = parsed();
    expect(options.cases.map(({ name }) => name)).toEqual(['plain', 'gzip', 'failing']);
    expect(options.sizes).toEqual([25 * 2 ** 20, 100 * 2 ** 20]);
    expect(options).toMatchObject({ runs: 3, slowRuns: null, threads: [1, 2], seed: 1, json: null, keep: false });
    expect(options.cache.startsWith(tmpdir())).toBe(true);
  });

  test('take sizes in any order, each once', () => {
    expect(parsed('--sizes', '2GiB,100MiB, 500MiB,100MiB').sizes).toEqual([100 * 2 ** 20, 500 * 2 ** 20, 2 ** 31]);
    expect(parsed('--bytes', '20MB').sizes).toEqual([20_000_000]);
  });

  test('take cases in one word or several, in the order of the list', () => {
    expect(names('--case', 'gzip,plain')).toEqual(['plain', 'gzip']);
    expect(names('--case', 'rfc3339', '--case', 'many-domains')).toEqual(['rfc3339', 'many-domains']);
    expect(names('--case', 'all')).toEqual(CASES.map(({ name }) => name));
  });

  test('change the ordinary case, or the ones named', () => {
    expect(parsed('--format', 'rfc3339', '--failure-rate', '0.4', '--domains', '200').cases).toEqual([
      {
        name: 'plain*',
        about: 'plain, but rfc3339, failure rate 0.4, 200 domains',
        format: 'rfc3339',
        gzip: false,
        failureRate: 0.4,
        domains: 200,
      },
    ]);
    expect(parsed('--case', 'few-domains,failing', '--gzip').cases).toMatchObject([
      { name: 'failing*', failureRate: 1, gzip: true },
      { name: 'few-domains*', domains: 20, gzip: true },
    ]);
  });

  test('take the rest as it is', () => {
    const args = '--runs 7 --slow-runs 0 --threads 4,1 --seed 9 --out results --json figures.json --cache logs --keep';
    expect(parsed(...args.split(' '))).toMatchObject({
      runs: 7,
      slowRuns: 0,
      threads: [1, 4],
      seed: 9,
      out: 'results',
      json: 'figures.json',
      cache: 'logs',
      keep: true,
    });
  });

  test.each([
    [['--case', 'nope'], 'no case is named "nope": there are plain, gzip, failing,'],
    [['--sizes', '5x'], '--sizes: not a size: 5x'],
    [['--sizes', ','], '--sizes: an empty list'],
    [['--sizes', '10KiB'], '--sizes: a log of less than 1MiB'],
    [['--sizes', '1MiB', '--bytes', '1MiB'], '--bytes is another name of --sizes'],
    [['--runs', '0'], '--runs: not a number from 1 to 1000: 0'],
    [['--runs', '1.5'], '--runs: not a whole number'],
    [['--threads', '1,x'], '--threads: not a number'],
    [['--format', 'syslog'], '--format: not a format: syslog'],
    [['--failure-rate', '2'], '--failure-rate: not a number from 0 to 1: 2'],
    [['--domains', ''], '--domains: not a number'],
    [['--nope'], "'--nope'"],
    [['FILE'], 'FILE'],
  ])('%j is refused by name', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });

  test('are all in the help, as is every case', () => {
    expect(parseOptions(['--help'])).toBeNull();
    const help = helpText();
    const words = 'sizes case runs slow-runs threads seed format failure-rate domains gzip out json keep cache help'.split(' ');
    for (const word of words) expect(help).toMatch(new RegExp(`^  --${word} `, 'm'));
    for (const { name, about } of CASES) expect(help).toMatch(new RegExp(`^  ${name} +${about}$`, 'm'));
  });

  test('of the examples in the help are accepted', () => {
    const examples = [...helpText().matchAll(/^ {2}npm run bench -- (--.*)$/gm)].map(([, args]) => args?.split(' ') ?? []);
    expect(examples.length).toBeGreaterThanOrEqual(3);
    for (const args of examples) expect(parseOptions(args)).not.toBeNull();
  });
});
