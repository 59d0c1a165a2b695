// @ts-check

/**
 * Measures bouncelens beside other tools over a generated log, and compares its report with the truth.
 *
 *   npm run bench -- --bytes 500MiB --runs 3 --seed 1 --format rfc3164 --json FILE
 */

import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { differences } from './compare.mjs';
import { parseFormat, parseNumber, parseSize, truthFile, writeLog } from './generate.mjs';

/** @typedef {import('./generate.mjs').GeneratedTruth} GeneratedTruth */
/** @typedef {import('./generate.mjs').Options} Options */

/**
 * @typedef {object} Tool
 * @property {string} name
 * @property {string} command
 * @property {string[]} args
 * @property {number} runs
 */

/**
 * What one run took; null where it could not be measured.
 * @typedef {object} Measurement
 * @property {number} wall seconds
 * @property {number | null} cpu seconds, user and system
 * @property {number | null} memory bytes, at the peak
 */

const HERE = import.meta.dirname;
const DATA = join(HERE, 'data');
const MAIN = join(HERE, '..', 'dist', 'cli', 'main.js');
const OUTPUT = join(DATA, 'output');
/** pflogsumm runs only once on a log larger than this. */
const SLOW_ABOVE = 200 << 20;
/** How many differences are printed. */
const SHOWN = 50;

/** Stamps without a zone in the generated logs are UTC. */
const ENVIRONMENT = { ...process.env, TZ: 'UTC' };

/**
 * The log with these parameters, generated unless it is there.
 * @param {Options} options
 */
function prepare(options) {
  mkdirSync(DATA, { recursive: true });
  const { bytes, seed, format, failureRate, domains } = options;
  const file = join(DATA, `postfix-${format}-${bytes}-${seed}-${failureRate}-${domains}.log`);
  const parameters = { ...options, generator: generatorHash() };
  let truth = existingTruth(file, parameters);
  if (truth) {
    console.error(`log: ${file} (reused)`);
    // a log without years is dated by the time of its file
    utimesSync(file, truth.end / 1000, truth.end / 1000);
  } else {
    console.error(`log: ${file} (generating)`);
    truth = writeLog(options, file, parameters);
  }
  return { file, truth };
}

/** Changes with the sources of the generator, so that no log of an earlier one is taken for its own. */
function generatorHash() {
  const hash = createHash('sha256');
  for (const name of ['generate.mjs', 'random.mjs', 'truth.mjs', 'vocabulary.mjs']) hash.update(readFileSync(join(HERE, name)));
  return hash.digest('hex').slice(0, 16);
}

/**
 * @param {string} file
 * @param {object} parameters
 * @returns {GeneratedTruth | null}
 */
function existingTruth(file, parameters) {
  if (!existsSync(file) || !existsSync(truthFile(file))) return null;
  const truth = JSON.parse(readFileSync(truthFile(file), 'utf8'));
  const same = JSON.stringify(truth.parameters) === JSON.stringify(parameters) && statSync(file).size === truth.bytes;
  return same ? truth : null;
}

/**
 * Reads a file once, so that every run finds it in the page cache.
 * @param {string} file
 */
function warm(file) {
  const buffer = Buffer.allocUnsafe(1 << 20);
  const input = openSync(file, 'r');
  while (readSync(input, buffer) > 0);
  closeSync(input);
}

/** @param {string} command */
function installed(command) {
  return spawnSync(command, ['--version'], { stdio: 'ignore' }).error === undefined;
}

/** Whether GNU time is there, which knows CPU time and peak memory of a process. */
function canMeasure() {
  return spawnSync('/usr/bin/time', ['-f', '%e', 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs a tool as a process of its own, its output in a file.
 * @param {Tool} tool
 * @param {boolean} measured
 * @returns {Measurement}
 */
function run({ name, command, args }, measured) {
  const times = join(DATA, 'times');
  const output = openSync(OUTPUT, 'w');
  const begun = performance.now();
  const result = measured
    ? spawnSync('/usr/bin/time', ['-q', '-o', times, '-f', '%U %S %M', command, ...args], {
        stdio: ['ignore', output, 'pipe'],
        env: ENVIRONMENT,
      })
    : spawnSync(command, args, { stdio: ['ignore', output, 'pipe'], env: ENVIRONMENT });
  const wall = (performance.now() - begun) / 1000;
  closeSync(output);
  if (result.status !== 0)
    throw new Error(`${name} ended with ${result.status ?? result.signal ?? result.error}\n${result.stderr}`);
  if (!measured) return { wall, cpu: null, memory: null };
  const [user = 0, system = 0, kilobytes = 0] = readFileSync(times, 'utf8').trim().split(' ').map(Number);
  return { wall, cpu: user + system, memory: kilobytes * 1024 };
}

/** @param {readonly number[]} values */
function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = /** @type {number} */ (sorted[middle]);
  return sorted.length % 2 ? upper : (upper + /** @type {number} */ (sorted[middle - 1])) / 2;
}

/**
 * @param {readonly (number | null)[]} values
 */
function medianOfKnown(values) {
  const known = values.filter((value) => value !== null);
  return known.length ? median(known) : null;
}

/**
 * @param {string[][]} rows the first one is the head, the first column is text
 */
function table(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => (row[column] ?? '').length)));
  return rows
    .map((row) => row.map((cell, i) => (i ? cell.padStart(widths[i] ?? 0) : cell.padEnd(widths[i] ?? 0))).join('  '))
    .join('\n');
}

/**
 * @param {readonly string[]} found
 * @param {string} subject
 */
function printDifferences(found, subject) {
  if (!found.length) {
    console.log(`truth: equal (${subject})`);
    return;
  }
  console.log(`truth: ${found.length} differences (${subject})`);
  for (const difference of found.slice(0, SHOWN)) console.log(`  ${difference}`);
  if (found.length > SHOWN) console.log(`  and ${found.length - SHOWN} more`);
}

function main() {
  const { values } = parseArgs({
    options: {
      bytes: { type: 'string', default: '100MiB' },
      runs: { type: 'string', default: '3' },
      seed: { type: 'string', default: '1' },
      format: { type: 'string', default: 'rfc3164' },
      'failure-rate': { type: 'string', default: '0.08' },
      domains: { type: 'string', default: '2000' },
      json: { type: 'string' },
    },
  });
  const runs = parseNumber(values.runs, 1, 1000);
  const options = {
    bytes: parseSize(values.bytes),
    seed: parseNumber(values.seed, 0, Number.MAX_SAFE_INTEGER),
    format: parseFormat(values.format),
    failureRate: parseNumber(values['failure-rate'], 0, 1),
    domains: parseNumber(values.domains, 1, 1e7),
  };
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run "npm run build" first`);
  const { file, truth } = prepare(options);
  warm(file);

  /** @type {Tool} */
  const bouncelens = {
    name: 'bouncelens',
    command: process.execPath,
    args: [MAIN, 'report', '--format', 'json', '--no-progress', file],
    runs,
  };
  const tools = [bouncelens];
  if (installed('pflogsumm'))
    tools.push({ name: 'pflogsumm', command: 'pflogsumm', args: [file], runs: truth.bytes > SLOW_ABOVE ? 1 : runs });
  else console.error('pflogsumm is not installed: left out');
  if (installed('wc')) tools.push({ name: 'wc -l', command: 'wc', args: ['-l', file], runs });
  const measured = canMeasure();
  if (!measured) console.error('GNU time is not installed (/usr/bin/time): only wall time is measured');

  /** @type {Map<Tool, Measurement[]>} */
  const measurements = new Map(tools.map((tool) => [tool, []]));
  let report = null;
  for (let i = 0; i < runs; i++) {
    for (const tool of tools) {
      if (i >= tool.runs) continue;
      console.error(`run ${i + 1} of ${tool.runs}: ${tool.name}`);
      measurements.get(tool)?.push(run(tool, measured));
      if (tool === bouncelens) report = JSON.parse(readFileSync(OUTPUT, 'utf8'));
    }
  }

  const results = tools.map((tool) => {
    const taken = measurements.get(tool) ?? [];
    return {
      name: tool.name,
      runs: taken.length,
      wall: median(taken.map(({ wall }) => wall)),
      cpu: medianOfKnown(taken.map(({ cpu }) => cpu)),
      memory: medianOfKnown(taken.map(({ memory }) => memory)),
      measurements: taken,
    };
  });
  const reference = results[0]?.wall ?? Number.NaN;
  console.log(
    `${truth.bytes} bytes, ${truth.totals.lines} lines; medians; page cache warm; Node ${process.version}, ${cpus().length} CPUs`,
  );
  console.log(
    table([
      ['', 'runs', 'wall s', 'CPU s', 'peak MB', 'MB/s', 'time ratio'],
      ...results.map(({ name, runs: count, wall, cpu, memory }) => [
        name,
        String(count),
        wall.toFixed(2),
        cpu === null ? '-' : cpu.toFixed(2),
        memory === null ? '-' : (memory / 1e6).toFixed(0),
        (truth.bytes / 1e6 / wall).toFixed(0),
        (wall / reference).toFixed(2),
      ]),
    ]),
  );

  const found = differences(report, truth);
  printDifferences(found, 'default report, rows added over reason');
  // grouped like the truth, so that distinct recipients and domains can be compared exactly
  run({ ...bouncelens, args: [...bouncelens.args, '--by', 'direction,replyCode,enhancedStatus'] }, false);
  const grouped = differences(JSON.parse(readFileSync(OUTPUT, 'utf8')), truth);
  printDifferences(grouped, 'by direction, replyCode, enhancedStatus');

  if (values.json) {
    const machine = { node: process.version, cpu: cpus()[0]?.model ?? null, cpus: cpus().length, memory: totalmem() };
    const log = { ...options, bytes: truth.bytes, lines: truth.totals.lines };
    writeFileSync(
      values.json,
      `${JSON.stringify({ machine, log, results, differences: { default: found, grouped } }, null, 2)}\n`,
    );
  }
  if (found.length || grouped.length) process.exitCode = 1;
}

try {
  main();
} catch (error) {
  console.error(`bench: ${error instanceof Error ? error.message : error}`);
  process.exitCode = 2;
}
