// @ts-check

/**
 * Prints the counts of records that bouncelens, pflogsumm and logwatch find in one log, as a Markdown table.
 *
 *   npm run build && node bench/compare-tools.mjs LOG…
 *
 * Several files are taken as one log, in the order given; gzip is unpacked. docs/accuracy.md explains the differences.
 */

import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

const MAIN = join(import.meta.dirname, '..', 'dist', 'cli', 'main.js');
const LOGWATCH = '/usr/share/logwatch/scripts/services/postfix';
/** Names of the months, for logwatch, which knows no other stamps. */
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const RFC3339 = /^\d{4}-(\d\d)-(\d\d)T(\d\d:\d\d:\d\d)\S*/;
/** A long queue id (enable_long_queue_ids) at the start of a program's text: base 52, so without vowels. */
const LONG_ID = /\]: (?=[^: ]*[b-z])[\dB-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,}: /;

/** @typedef {Record<'sent' | 'deferred' | 'bounced' | 'expired' | 'rejected' | 'messages', number | string>} Figures */

/**
 * @param {string} command
 * @param {string[]} args
 * @param {string} [input]
 */
function output(command, args, input) {
  const env = { ...process.env, LC_ALL: 'C', TZ: 'UTC' };
  const { error, stdout } = spawnSync(command, args, {
    env,
    encoding: 'latin1',
    maxBuffer: 1 << 30,
    stdio: ['pipe', 'pipe', 'ignore'],
    ...(input === undefined ? {} : { input: Buffer.from(input, 'latin1') }),
  });
  if (error) throw error;
  return stdout;
}

/** The sum of the numbers in front of a label. @param {string} text @param {RegExp} label the number is its first group */
const sum = (text, label) => [...text.matchAll(label)].reduce((total, [, number]) => total + Number(number), 0);

/** @param {string[]} files @returns {Figures} */
function bouncelens(files) {
  const { totals } = JSON.parse(output(process.execPath, [MAIN, 'report', ...files, '--format', 'json', '--no-progress']));
  return { ...totals.records, messages: totals.messages };
}

/** @param {string} log @returns {Figures} */
function pflogsumm(log) {
  const text = output('pflogsumm', ['--detail', '0'], log);
  return {
    sent: sum(text, /^ +(\d+) +(?:delivered|forwarded)$/gm),
    deferred: sum(text, /\( *(\d+) +deferrals\)/g),
    bounced: sum(text, /^ +(\d+) +bounced$/gm),
    expired: '–',
    rejected: sum(text, /^ +(\d+) +rejected /gm),
    messages: sum(text, /^ +(\d+) +received$/gm),
  };
}

/**
 * Logwatch reads either short or long queue ids in one run, and only the stamps of RFC 3164: it is given the lines of each kind apart,
 * with stamps rewritten. Its heading "Postscreen" counts connections too: of those the refused clients are taken.
 * @param {string} log @returns {Figures}
 */
function logwatch(log) {
  /** @type {[string[], string[]]} */
  const [short, long] = [[], []];
  for (const line of log.split('\n')) {
    const old = line.replace(RFC3339, (_, month, day, time) => `${MONTHS[month - 1]} ${String(Number(day)).padStart(2)} ${time}`);
    (LONG_ID.test(old) ? long : short).push(old);
  }
  const run = (/** @type {string[]} */ lines, /** @type {string} */ kind) =>
    output('perl', [LOGWATCH, '--nodetail', '--limit', 'postscreen=1', kind], `${lines.join('\n')}\n`);
  const text = run(short, '--nolong_queue_ids') + run(long, '--long_queue_ids');
  return {
    sent: sum(text, /^ +(\d+) +(?:Sent via SMTP|Sent via LMTP|Delivered|Forwarded) /gm),
    deferred: sum(text, /^ +(\d+) +Deferrals /gm),
    bounced: sum(text, /^ +(\d+) +Bounced \(/gm),
    expired: sum(text, /^ +(\d+) +Expired and returned to sender /gm),
    rejected: sum(text, /^ +(\d+) +(?:Total [45]xx Rejects .*|(?:[45]xx )?reject *)$/gm),
    messages: sum(text, /^ +(\d+) +Accepted /gm),
  };
}

const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('usage: node bench/compare-tools.mjs LOG…');
  process.exit(2);
}
const log = files
  .map((file) => readFileSync(file))
  .map((bytes) => (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString('latin1'))
  .join('');
const hasPflogsumm = spawnSync('pflogsumm', ['--version'], { stdio: 'ignore' }).error === undefined;
/** @type {[string, Figures][]} */
const tools = [
  ['bouncelens', bouncelens(files)],
  ...(hasPflogsumm ? [/** @type {[string, Figures]} */ (['pflogsumm', pflogsumm(log)])] : []),
  ...(existsSync(LOGWATCH) ? [/** @type {[string, Figures]} */ (['logwatch', logwatch(log)])] : []),
];
console.log(`| records | ${tools.map(([name]) => name).join(' | ')} |\n|---|${'---:|'.repeat(tools.length)}`);
for (const name of /** @type {const} */ (['sent', 'deferred', 'bounced', 'expired', 'rejected', 'messages'])) {
  console.log(`| ${name} | ${tools.map(([, figures]) => figures[name]).join(' | ')} |`);
}
