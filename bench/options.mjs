// @ts-check

import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CASES, casesNamed, changedCase, DEFAULT_CASES } from './cases.mjs';
import { parseFormat, parseNumber, parseSize } from './generate.mjs';

/** @typedef {import('./cases.mjs').Case} Case */

/**
 * @typedef {object} BenchOptions
 * @property {readonly Case[]} cases
 * @property {readonly number[]} sizes bytes, ascending
 * @property {number} runs
 * @property {number | null} slowRuns runs of the tools that take long; null: as many, but one for large logs
 * @property {readonly number[]} threads
 * @property {number} seed
 * @property {string} out folder of the results
 * @property {string | null} json another file for the figures
 * @property {string} cache folder of the generated logs
 * @property {boolean} keep leave the generated logs there
 */

const DEFAULT_SIZES = '25MiB,100MiB';
const DEFAULT_RUNS = '3';
const DEFAULT_THREADS = '1,2';
const DEFAULT_SEED = '1';
const RESULTS = join(import.meta.dirname, 'results');
/** Below this a run is little more than its start. */
const SMALLEST = 1 << 20;

/** @returns {string} */
export function helpText() {
  const width = Math.max(...CASES.map(({ name }) => name.length));
  return `Measures bouncelens beside other tools over generated logs, and compares its reports with the truth about them.

Usage: npm run bench -- [options]

  --sizes LIST         sizes of the plain logs (default: ${DEFAULT_SIZES}); --bytes is the same
  --case NAME[,NAME]   kinds of logs, see below; all for every one (default: ${DEFAULT_CASES.join(',')})
  --runs N             rounds; in each, every tool runs once (default: ${DEFAULT_RUNS})
  --slow-runs N        rounds of pflogsumm and logwatch (default: as --runs, but 1 for logs over 200MiB)
  --threads LIST       numbers of threads of bouncelens (default: ${DEFAULT_THREADS})
  --seed N             another seed gives another log (default: ${DEFAULT_SEED})
  --format NAME        rfc3164 or rfc3339, instead of what the cases say
  --failure-rate R     share of the recipients that are not delivered at once, 0 to 1, instead of what the cases say
  --domains N          number of remote domains, instead of what the cases say
  --gzip               compressed, whatever the cases say
  --out DIR            folder for results.json and time.svg (default: bench/results)
  --json FILE          write the figures there too
  --keep               keep the generated logs, and take those kept before
  --cache DIR          folder of the generated logs (default: bouncelens-bench in the folder for temporary files)
  --help               this text

With one of --format, --failure-rate, --domains and --gzip the default is --case plain.

Cases:
${CASES.map(({ name, about }) => `  ${name.padEnd(width)}  ${about}`).join('\n')}

Tools that are not installed, or cannot read a case, are named and left out.
Exit code: 0 when every report equals the truth, 1 when one departs from it, 2 when the measurement failed.

Examples:
  npm run bench
  npm run bench -- --case plain --sizes 500MiB --runs 7
  npm run bench -- --case all --sizes 100MiB,500MiB,2GiB
  npm run bench -- --sizes 20MiB --format rfc3339 --failure-rate 0.4 --domains 200 --runs 1`;
}

/**
 * @param {readonly string[]} args
 * @returns {BenchOptions | null} null where help was asked for
 */
export function parseOptions(args) {
  const { values } = parseArgs({
    args: [...args],
    options: {
      sizes: { type: 'string' },
      bytes: { type: 'string' },
      case: { type: 'string', multiple: true },
      runs: { type: 'string', default: DEFAULT_RUNS },
      'slow-runs': { type: 'string' },
      threads: { type: 'string', default: DEFAULT_THREADS },
      seed: { type: 'string', default: DEFAULT_SEED },
      format: { type: 'string' },
      'failure-rate': { type: 'string' },
      domains: { type: 'string' },
      gzip: { type: 'boolean' },
      out: { type: 'string', default: RESULTS },
      json: { type: 'string' },
      keep: { type: 'boolean', default: false },
      cache: { type: 'string', default: join(tmpdir(), 'bouncelens-bench') },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return null;
  if (values.sizes !== undefined && values.bytes !== undefined) throw new Error('--bytes is another name of --sizes: give one');
  /** @type {import('./cases.mjs').Changes} */
  const changes = {
    ...(values.format === undefined ? {} : { format: option('--format', values.format, parseFormat) }),
    ...(values['failure-rate'] === undefined
      ? {}
      : { failureRate: option('--failure-rate', values['failure-rate'], (text) => parseNumber(text, 0, 1)) }),
    ...(values.domains === undefined ? {} : { domains: option('--domains', values.domains, (text) => whole(text, 1, 1e7)) }),
    ...(values.gzip ? { gzip: true } : {}),
  };
  const names = (values.case ?? [Object.keys(changes).length ? 'plain' : DEFAULT_CASES.join(',')]).flatMap(list);
  return {
    cases: casesNamed(names).map((one) => changedCase(one, changes)),
    sizes: option('--sizes', values.sizes ?? values.bytes ?? DEFAULT_SIZES, sizes),
    runs: option('--runs', values.runs, (text) => whole(text, 1, 1000)),
    slowRuns:
      values['slow-runs'] === undefined ? null : option('--slow-runs', values['slow-runs'], (text) => whole(text, 0, 1000)),
    threads: option('--threads', values.threads, (text) => ascending(list(text).map((one) => whole(one, 1, 256)))),
    seed: option('--seed', values.seed, (text) => whole(text, 0, Number.MAX_SAFE_INTEGER)),
    out: values.out,
    json: values.json ?? null,
    cache: values.cache,
    keep: values.keep,
  };
}

/**
 * @template T
 * @param {string} name
 * @param {string} text
 * @param {(text: string) => T} parse
 */
function option(name, text, parse) {
  try {
    return parse(text);
  } catch (error) {
    throw new Error(`${name}: ${error instanceof Error ? error.message : error}`);
  }
}

/** @param {string} text */
function list(text) {
  const parts = text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  if (!parts.length) throw new Error('an empty list');
  return parts;
}

/** @param {string} text */
function sizes(text) {
  const found = ascending(list(text).map(parseSize));
  if (found.some((size) => size < SMALLEST)) throw new Error('a log of less than 1MiB tells nothing');
  return found;
}

/** @param {readonly number[]} values */
function ascending(values) {
  return [...new Set(values)].sort((a, b) => a - b);
}

/**
 * @param {string} text
 * @param {number} low
 * @param {number} high
 */
function whole(text, low, high) {
  const number = parseNumber(text, low, high);
  if (text.trim() === '' || !Number.isInteger(number)) throw new Error(`not a whole number from ${low} to ${high}: ${text}`);
  return number;
}
