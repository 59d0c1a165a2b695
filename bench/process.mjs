// @ts-check

import { spawn, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/**
 * What one run took; null where it could not be measured.
 * @typedef {object} Measurement
 * @property {number} wall seconds
 * @property {number | null} cpu seconds, user and system, of the process and its children
 * @property {number | null} memory bytes at the peak, of the largest of its processes
 */

/**
 * @typedef {object} ProcessOptions
 * @property {AbortSignal} [signal]
 * @property {string} [input] file on standard input
 * @property {string} [output] file for standard output, which is thrown away otherwise
 */

const TIME = '/usr/bin/time';
/** How much of what a failed tool said is repeated. */
const SAID = 2000;

/** Stamps without a zone in the generated logs are UTC. */
const ENVIRONMENT = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };

/** Whether GNU time is there, which knows the CPU time and the peak memory of a process that has ended. */
export function canMeasure() {
  return spawnSync(TIME, ['-f', '%M', 'true'], { stdio: 'ignore' }).status === 0;
}

/**
 * Runs a program to its end, and gives the wall time in seconds.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ProcessOptions} options
 * @returns {Promise<number>}
 */
export async function runProcess(command, args, { signal, input, output } = {}) {
  signal?.throwIfAborted();
  const files = [input === undefined ? null : openSync(input, 'r'), output === undefined ? null : openSync(output, 'w')];
  try {
    const begun = performance.now();
    const child = spawn(command, args, {
      stdio: [files[0] ?? 'ignore', files[1] ?? 'ignore', 'pipe'],
      env: ENVIRONMENT,
      // a group of its own, so that what it started ends with it
      detached: true,
    });
    const stop = () => {
      if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    };
    signal?.addEventListener('abort', stop);
    let said = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => {
      said = (said + text).slice(-SAID);
    });
    /** @type {number} */
    let ended = begun;
    child.once('exit', () => {
      ended = performance.now();
    });
    const how = await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code, killed) => resolve(killed ?? code));
    }).finally(() => signal?.removeEventListener('abort', stop));
    signal?.throwIfAborted();
    if (how !== 0) throw new Error(`${[command, ...args].join(' ')} ended with ${how}\n${said}`.trimEnd());
    return (ended - begun) / 1000;
  } finally {
    for (const file of files) if (file !== null) closeSync(file);
  }
}

/**
 * Runs a program to its end and measures it.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {ProcessOptions & { measured: boolean }} options measured: by GNU time; wall time only otherwise
 * @returns {Promise<Measurement>}
 */
export async function measure(command, args, { measured, ...options }) {
  if (!measured) return { wall: await runProcess(command, args, options), cpu: null, memory: null };
  const folder = mkdtempSync(join(tmpdir(), 'bouncelens-time-'));
  try {
    const times = join(folder, 'times');
    const wall = await runProcess(TIME, ['-q', '-o', times, '-f', '%U %S %M', command, ...args], options);
    return { wall, ...timesOf(readFileSync(times, 'utf8')) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * What GNU time wrote: seconds of the user and of the system, kilobytes.
 * @param {string} text
 */
export function timesOf(text) {
  const [user, system, kilobytes] = text.trim().split(/\s+/).map(Number);
  if (user === undefined || system === undefined || !kilobytes) throw new Error(`not the figures of ${TIME}: ${text}`);
  return { cpu: user + system, memory: kilobytes * 1024 };
}
