// @ts-check

/**
 * Measures bouncelens beside other tools over generated logs, and compares its reports with the truth.
 *
 *   npm run bench -- --help
 */

import { createHash } from 'node:crypto';
import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { chartSvg } from './chart.mjs';
import { differences } from './compare.mjs';
import { figuresOf } from './figures.mjs';
import { LogFolder } from './logs.mjs';
import { helpText, parseOptions } from './options.mjs';
import { canMeasure, measure, runProcess } from './process.mjs';
import { emptyText, linearityText, logText, memoryText } from './results-text.mjs';
import { linearity, withoutStart } from './statistics.mjs';
import { sizeText } from './table.mjs';
import { builtCommand, reportOf, toolsFor } from './tools.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./figures.mjs').LogFigures} LogFigures */
/** @typedef {import('./options.mjs').BenchOptions} BenchOptions */
/** @typedef {import('./process.mjs').Measurement} Measurement */
/** @typedef {import('./tools.mjs').Tool} Tool */

/** The slow tools run only once over a log larger than this. */
const SLOW_ABOVE = 200 << 20;
/** How many differences are printed. */
const SHOWN = 50;
/** Grouped like the truth, so that distinct recipients and domains can be compared exactly. */
const GROUPING = ['--by', 'direction,replyCode,enhancedStatus'];

/** One session of measuring. */
class Session {
  #options;
  #logs;
  #measured;
  #signal;
  #output;

  /**
   * @param {BenchOptions} options
   * @param {LogFolder} logs
   * @param {boolean} measured
   * @param {AbortSignal} signal
   * @param {string} folder for the output of the tools
   */
  constructor(options, logs, measured, signal, folder) {
    this.#options = options;
    this.#logs = logs;
    this.#measured = measured;
    this.#signal = signal;
    this.#output = join(folder, 'output');
  }

  /** Every size of a case. @param {Case} kind */
  async measureCase(kind) {
    console.log(`\n== ${kind.name}: ${kind.about}`);
    const { sizes, threads } = this.#options;
    const tools = toolsFor(kind, threads);
    for (const { name, lacking } of tools) if (lacking) console.log(`${name}: skipped (${lacking})`);
    /** @type {LogFigures[]} */
    const logs = [];
    for (const size of sizes) {
      const log = await this.#measureLog(kind, size, tools);
      console.log(`\n${logText(log)}`);
      printDifferences(log.differences);
      logs.push(log);
    }
    const lines = logs[0]
      ? logs[0].tools.map(({ name, threads: count }) => {
          const taken = logs.flatMap((log) =>
            log.tools.filter((tool) => tool.name === name).map((tool) => ({ bytes: log.bytes, tool })),
          );
          return {
            name,
            threads: count,
            linearity: linearity(
              taken.map(({ bytes, tool }) => ({ bytes, time: withoutStart(tool.wall.least, tool.empty.least) })),
            ),
            memory: taken.map(({ bytes, tool }) => ({ bytes, memory: tool.memory })),
          };
        })
      : [];
    for (const text of [linearityText(lines), memoryText(lines)]) if (text) console.log(`\n${text}`);
    return {
      ...kind,
      skipped: tools.flatMap(({ name, lacking }) => (lacking ? [{ name, reason: lacking }] : [])),
      logs,
      linearity: lines.map(({ name, linearity: found }) => ({ name, ...found })),
    };
  }

  /**
   * The tools by turns over one log, and by turns over an empty one.
   * @param {Case} kind
   * @param {number} size
   * @param {readonly Tool[]} tools
   */
  async #measureLog(kind, size, tools) {
    const { runs, slowRuns, seed } = this.#options;
    const { file, truth } = await this.#logs.log(kind, size, seed);
    const empty = await this.#logs.empty(kind);
    const able = tools.filter(({ lacking }) => lacking === null);
    /** @param {Tool} tool */
    const roundsOf = ({ slow }) => (slow ? (slowRuns ?? (truth.bytes > SLOW_ABOVE ? 1 : runs)) : runs);
    /** @type {Map<Tool, { runs: Measurement[], empty: Measurement[] }>} */
    const taken = new Map(able.filter((tool) => roundsOf(tool) > 0).map((tool) => [tool, { runs: [], empty: [] }]));
    /** @type {string[]} */
    const found = [];
    /** @type {Set<string>} */
    const written = new Set();
    for (let i = 0; i < Math.max(...[...taken.keys()].map(roundsOf)); i++) {
      for (const [tool, measurements] of taken) {
        // in every round, also of the tools that run less often: a start takes little
        measurements.empty.push(await this.#measure(tool, empty));
        if (i >= roundsOf(tool)) continue;
        console.error(`${kind.name}, ${sizeText(size)}, round ${i + 1} of ${roundsOf(tool)}: ${tool.name}`);
        measurements.runs.push(await this.#measure(tool, file));
        if (tool.threads === null) continue;
        const hash = createHash('sha256').update(readFileSync(this.#output)).digest('hex');
        if (written.size && !written.has(hash))
          found.push(`${tool.name}, round ${i + 1}: the report departs from the one before it`);
        written.add(hash);
      }
    }
    for (const { name, threads } of taken.keys()) {
      if (threads === null) continue;
      for (const grouping of [[], GROUPING]) {
        const { command, args } = reportOf(file, threads, 'json', grouping);
        await runProcess(command, args, { signal: this.#signal, output: this.#output });
        const departing = differences(JSON.parse(readFileSync(this.#output, 'utf8')), truth);
        found.push(...departing.map((difference) => `${name}, ${grouping.join(' ') || 'default report'}: ${difference}`));
      }
    }
    const fileBytes = statSync(file).size;
    this.#logs.clear();
    return figuresOf({ size, fileBytes, truth, taken, differences: found });
  }

  /**
   * @param {Tool} tool
   * @param {string} file
   */
  async #measure(tool, file) {
    const { command, args, input } = tool.invocation(file);
    return measure(command, args, {
      measured: this.#measured,
      signal: this.#signal,
      ...(input === undefined ? {} : { input }),
      ...(tool.threads === null ? {} : { output: this.#output }),
    });
  }
}

/** @param {readonly string[]} found */
function printDifferences(found) {
  if (!found.length) {
    console.log('truth: equal, every total and every row of every report');
    return;
  }
  console.log(`truth: ${found.length} differences`);
  for (const difference of found.slice(0, SHOWN)) console.log(`  ${difference}`);
  if (found.length > SHOWN) console.log(`  and ${found.length - SHOWN} more`);
}

/** @param {BenchOptions} options @param {AbortSignal} signal */
async function bench(options, signal) {
  builtCommand();
  // what cannot be written should be known before the long part
  mkdirSync(options.out, { recursive: true });
  if (options.json) accessSync(dirname(options.json), constants.W_OK);
  const measured = canMeasure();
  if (!measured) console.error('GNU time is not installed (/usr/bin/time): CPU time and peak memory are not measured');
  const machine = { node: process.version, cpu: cpus()[0]?.model ?? null, cpus: cpus().length, memory: totalmem() };
  console.log(
    `Node ${machine.node}, ${machine.cpus} CPUs (${machine.cpu ?? 'unknown'}), page cache warm, rounds: ${options.runs}`,
  );
  const folder = mkdtempSync(join(tmpdir(), 'bouncelens-output-'));
  const logs = new LogFolder(options.cache, options.keep, signal);
  try {
    const session = new Session(options, logs, measured, signal, folder);
    const cases = [];
    for (const kind of options.cases) cases.push(await session.measureCase(kind));
    console.log(`\n${emptyText(cases.flatMap((one) => one.logs))}`);
    const { cases: _, ...asked } = options;
    const results = `${JSON.stringify({ machine, options: asked, cases }, null, 2)}\n`;
    const panels = cases.map(({ name, about, logs: taken }) => ({
      title: name,
      about,
      series: (taken[0]?.tools ?? []).map((tool) => ({
        name: tool.name,
        points: taken.flatMap(({ size, tools }) =>
          tools.filter((one) => one.name === tool.name).map(({ wall }) => ({ bytes: size, seconds: wall.median })),
        ),
      })),
    }));
    const files = [
      { file: join(options.out, 'results.json'), text: results },
      { file: join(options.out, 'time.svg'), text: chartSvg('Seconds from start to finish, by size of the log', panels) },
      ...(options.json ? [{ file: options.json, text: results }] : []),
    ];
    for (const { file, text } of files) writeFileSync(file, text);
    console.log(`\nwritten: ${files.map(({ file }) => file).join(', ')}`);
    return cases.every((one) => one.logs.every((log) => !log.differences.length));
  } finally {
    logs.clear();
    rmSync(folder, { recursive: true, force: true });
  }
}

const stop = new AbortController();
for (const [signal, code] of /** @type {const} */ ([
  ['SIGINT', 130],
  ['SIGTERM', 143],
])) {
  process.once(signal, () => {
    process.exitCode = code;
    stop.abort();
  });
}
try {
  const options = parseOptions(process.argv.slice(2));
  if (!options) console.log(helpText());
  else if (!(await bench(options, stop.signal))) process.exitCode = 1;
} catch (error) {
  if (stop.signal.aborted) console.error('bench: stopped');
  else {
    console.error(`bench: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 2;
  }
}
