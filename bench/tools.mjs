// @ts-check

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {import('./cases.mjs').Case} Case */

/**
 * A program that reads logs.
 * @typedef {object} Tool
 * @property {string} name
 * @property {boolean} slow takes so long that it runs less often over large logs
 * @property {number | null} threads of bouncelens; null for the others
 * @property {(file: string) => Invocation} invocation
 * @property {string | null} lacking why it cannot run; null where it can
 */

/**
 * @typedef {object} Invocation
 * @property {string} command
 * @property {readonly string[]} args
 * @property {string} [input] file on standard input
 */

const MAIN = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
const LOGWATCH = '/usr/share/logwatch/scripts/services/postfix';
/** The queue ids of the generated logs are short ones; detail costs logwatch time, the report of bouncelens has it. */
const LOGWATCH_ARGS = [LOGWATCH, '--nodetail', '--limit', 'postscreen=1', '--nolong_queue_ids'];

/** The command itself. @returns {string} */
export function builtCommand() {
  if (!existsSync(MAIN)) throw new Error(`${MAIN} is missing: run "npm run build" first`);
  return MAIN;
}

/**
 * Bouncelens, with its report on standard output.
 * @param {string} file
 * @param {number} threads
 * @param {'csv' | 'json'} format
 * @param {readonly string[]} [more]
 * @returns {Invocation}
 */
export function reportOf(file, threads, format, more = []) {
  const args = [MAIN, 'report', '--format', format, '--no-progress', '--threads', String(threads), ...more, file];
  return { command: process.execPath, args };
}

/**
 * The tools for a case, in the order in which they run in each round.
 * @param {Pick<Case, 'gzip' | 'format'>} kind
 * @param {readonly number[]} threads
 * @param {(command: string) => boolean} [isInstalled]
 * @returns {Tool[]}
 */
export function toolsFor({ gzip, format }, threads, isInstalled = installed) {
  /** @param {string} command */
  const lacking = (command) => (isInstalled(command) ? null : 'not installed');
  const logwatchLacks = isInstalled(LOGWATCH) ? lacking('perl') : 'not installed';
  return [
    ...threads.map((count) => ({
      name: threadsName(count),
      slow: false,
      threads: count,
      lacking: null,
      invocation: (/** @type {string} */ file) => reportOf(file, count, 'csv'),
    })),
    {
      name: 'pflogsumm',
      slow: true,
      threads: null,
      lacking: lacking('pflogsumm'),
      invocation: (file) => (gzip ? inflated(file, 'pflogsumm', []) : { command: 'pflogsumm', args: [file] }),
    },
    {
      name: 'logwatch',
      slow: true,
      threads: null,
      lacking: logwatchLacks ?? (format === 'rfc3164' ? null : 'reads stamps of RFC 3164 only'),
      invocation: (file) =>
        gzip ? inflated(file, 'perl', LOGWATCH_ARGS) : { command: 'perl', args: LOGWATCH_ARGS, input: file },
    },
    gzip
      ? {
          name: 'gzip -dc',
          slow: false,
          threads: null,
          lacking: lacking('gzip'),
          invocation: (file) => ({ command: 'gzip', args: ['-dc', file] }),
        }
      : {
          name: 'wc -l',
          slow: false,
          threads: null,
          lacking: lacking('wc'),
          invocation: (file) => ({ command: 'wc', args: ['-l', file] }),
        },
  ];
}

/** @param {number} threads */
export function threadsName(threads) {
  return `bouncelens, ${threads} thread${threads === 1 ? '' : 's'}`;
}

/**
 * A tool that cannot read compressed files behind one that can.
 * @param {string} file
 * @param {string} command
 * @param {readonly string[]} args
 * @returns {Invocation}
 */
function inflated(file, command, args) {
  return { command: 'sh', args: ['-c', 'file=$1; shift; gzip -dc "$file" | "$@"', 'sh', file, command, ...args] };
}

/** @param {string} command */
function installed(command) {
  if (command.includes('/')) return existsSync(command);
  return spawnSync('sh', ['-c', 'command -v "$1"', 'sh', command], { stdio: 'ignore' }).status === 0;
}
