// @ts-check

// How long a nightly run takes: a log that is known but for its end.
//   npm run build && node bench/night.mjs [--known 1GiB] [--new 1MiB] [--runs 15]
import {
  closeSync,
  copyFileSync,
  ftruncateSync,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  utimesSync,
  writeSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { parseNumber, parseSize, truthFile } from './generate.mjs';
import { runProcess } from './process.mjs';
import { median } from './statistics.mjs';
import { builtCommand } from './tools.mjs';

const { values } = parseArgs({
  options: {
    known: { type: 'string', default: '1GiB' },
    new: { type: 'string', default: '1MiB' },
    runs: { type: 'string', default: '15' },
  },
});
const [known, added, runs] = [parseSize(values.known), parseSize(values.new), parseNumber(values.runs, 1, 1000)];

const folder = mkdtempSync(join(tmpdir(), 'bouncelens-night-'));
try {
  const log = join(folder, 'mail.log');
  console.error(`log: ${log} (generating)`);
  const parameters = { bytes: known + added, seed: 1, 'failure-rate': 0.08, domains: 2000, out: log };
  const options = Object.entries(parameters).flatMap(([name, value]) => [`--${name}`, String(value)]);
  await runProcess(process.execPath, [join(import.meta.dirname, 'generate.mjs'), ...options]);
  const { end, totals } = JSON.parse(readFileSync(truthFile(log), 'utf8'));
  utimesSync(log, end / 1000, end / 1000);
  const rest = cutOff(log, known);
  const kept = join(folder, 'kept');
  const state = join(folder, 'state');
  const command = builtCommand();
  const first = await totalsOf([log, '--state', kept], 'first.json');
  append(log, rest);
  copyFileSync(kept, state);
  const last = await totalsOf([log, '--state', state], 'last.json');
  for (const name of ['delivered', 'failed', 'expired', 'recovered']) {
    if (Number(first[name]) + Number(last[name]) !== totals[name])
      throw new Error(`${name}: ${first[name]} and ${last[name]} were counted, and there are ${totals[name]}`);
  }

  /** @type {number[]} */
  const times = [];
  /** @type {Set<string>} */
  const reports = new Set();
  for (let run = 0; run < runs; run++) {
    copyFileSync(kept, state);
    const report = join(folder, 'report.csv');
    times.push(await runProcess(process.execPath, [command, log, '--state', state, '-o', report]));
    reports.add(readFileSync(report, 'utf8'));
  }
  if (reports.size !== 1) throw new Error(`${reports.size} reports differ of one another`);
  times.sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => /** @type {number} */ (times[Math.floor(share * (times.length - 1))]).toFixed(2);
  console.log(`${values.known} known, ${values.new} new, ${runs} runs`);
  console.log(
    `seconds: least ${at(0)}, quarter ${at(0.25)}, median ${median(times).toFixed(2)}, three quarters ${at(0.75)}, most ${at(1)}`,
  );

  /**
   * @param {readonly string[]} args
   * @param {string} name
   * @returns {Promise<Record<string, number>>}
   */
  async function totalsOf(args, name) {
    const report = join(folder, name);
    await runProcess(process.execPath, [command, ...args, '-o', report]);
    return JSON.parse(readFileSync(report, 'utf8')).totals;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}

/**
 * Cuts a log behind the line that reaches so far.
 * @param {string} file
 * @param {number} bytes
 * @returns {Buffer} what was cut off
 */
function cutOff(file, bytes) {
  const log = openSync(file, 'r+');
  const end = Buffer.alloc(added + 65536);
  const read = readSync(log, end, 0, end.length, bytes);
  const cut = end.subarray(0, read).indexOf('\n') + 1;
  ftruncateSync(log, bytes + cut);
  closeSync(log);
  return end.subarray(cut, read);
}

/**
 * @param {string} file
 * @param {Uint8Array} bytes
 */
function append(file, bytes) {
  const log = openSync(file, 'a');
  writeSync(log, bytes);
  closeSync(log);
}
