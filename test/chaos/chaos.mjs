// Nights of a mail server on a clock of its own, with rotation, copies, half lines, late logs, missed nights, clocks that jump and
// runs that are ended at any moment. At the end the reports of all days have to be the truth.

import { spawn } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { Random } from '../../bench/random.mjs';
import { MailHost, nothing } from './mail-hosts.mjs';

const HERE = import.meta.dirname;
const DIST = join(HERE, '..', '..', 'dist', 'cli');
const MAIN = join(DIST, 'main.js');
const ZONE = 'Europe/Berlin';
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
/** Around the change of the clocks. */
const START = Date.UTC(2026, 2, 20, 2);
/** Rotated logs that are kept. */
const KEPT = 20;

/**
 * @typedef {object} Wish
 * @property {number} nights
 * @property {number} seed
 * @property {number} kills the share of nights on which a run is ended
 * @property {(line: string) => void} [tell]
 */

/**
 * @typedef {object} Outcome
 * @property {number} lines
 * @property {number} messages
 * @property {number} kills
 * @property {Record<string, number>} events what happened how often
 * @property {string[]} wrong where reports and truth differ
 */

/** @param {Wish} wish @returns {Promise<Outcome>} */
export async function chaos(wish) {
  const server = new Server(wish);
  try {
    for (let night = 1; night <= wish.nights; night++) {
      await server.night();
      if (night % 100 === 0) wish.tell?.(`${night} nights, ${server.events.kill ?? 0} kills`);
    }
    return await server.finish();
  } finally {
    rmSync(server.folder, { recursive: true, force: true });
  }
}

class Server {
  /** @type {Record<string, number>} */
  events = {};
  folder = mkdtempSync(join(tmpdir(), 'bouncelens-chaos-'));
  #clock = START;
  /** Half of a line that is being written. */
  #rest = '';
  /** What mx2 has logged, of which this host gets a copy now and then. */
  #remote = '';
  #kills;
  /** Whether all that the live log holds was read. */
  #isRead = false;

  /** @param {Wish} wish */
  constructor({ seed, kills }) {
    this.#kills = kills;
    const random = new Random(seed);
    this.random = () => random.next();
    const format = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' });
    const dayOf = (/** @type {number} */ time) => format.format(time);
    this.hosts = [new MailHost('mx1', this.random, dayOf), new MailHost('mx2', this.random, dayOf)];
    mkdirSync(join(this.folder, 'log'));
    mkdirSync(join(this.folder, 'out'));
    writeFileSync(this.#log('mail.log'), '');
  }

  /** @param {string} name */
  #log(name) {
    return join(this.folder, 'log', name);
  }

  /** @param {string} what @param {number} chance */
  #happens(what, chance) {
    const does = this.random() < chance;
    if (does) this.events[what] = (this.events[what] ?? 0) + 1;
    return does;
  }

  async night() {
    const day = START + DAY * Math.floor((this.#clock - START) / DAY + 1);
    for (const host of this.hosts) {
      const messages = Math.floor(this.random() * (host.name === 'mx1' ? 30 : 12));
      for (let i = 0; i < messages; i++) host.message(day - DAY + Math.floor(this.random() * DAY));
    }
    const isBefore = this.random() < 0.5;
    this.#writeUntil(day - Math.floor(this.random() * HOUR));
    if (isBefore) this.#turn();
    this.#writeUntil(day);
    if (!isBefore) this.#turn();
    this.#clock = day;
    if (this.#happens('missed night', 0.08)) return;
    await this.#run();
  }

  /** @param {number} time */
  #writeUntil(time) {
    const [mx1, mx2] = this.hosts;
    let text = this.#rest + /** @type {MailHost} */ (mx1).linesUntil(time);
    this.#rest = '';
    if (text.length > 2 && this.#happens('half line', 0.15)) {
      const cut = text.length - 1 - Math.floor(this.random() * Math.min(150, text.length - 1));
      this.#rest = text.slice(cut);
      text = text.slice(0, cut);
    }
    appendFileSync(this.#log('mail.log'), text);
    this.#touch('mail.log', time);
    this.#remote += /** @type {MailHost} */ (mx2).linesUntil(time);
    if (text !== '') this.#isRead = false;
  }

  /** @param {string} name @param {number} time */
  #touch(name, time) {
    utimesSync(this.#log(name), new Date(time), new Date(time));
  }

  /** What happens to files: rotation, copies, restored backups. */
  #turn() {
    if (this.#happens('rotated', 0.3)) this.#rotate();
    if (this.#happens('late log', 0.25)) this.#fetch();
    if (this.#happens('copied', 0.05)) this.#copy();
    if (this.#happens('copies removed', 0.05)) for (const name of this.#names('copy')) rmSync(this.#log(name));
    if (this.#isRead && this.#rest === '' && this.#happens('restored', 0.04)) this.#restore();
  }

  /** @param {string} start */
  #names(start) {
    return readdirSync(join(this.folder, 'log')).filter((name) => name.startsWith(start));
  }

  #rotate() {
    for (const name of this.#names('mail.log.').sort((a, b) => numberOf(b) - numberOf(a))) {
      const number = numberOf(name);
      if (number >= KEPT) rmSync(this.#log(name));
      else renameSync(this.#log(name), this.#log(name.replace(`.${number}`, `.${number + 1}`)));
    }
    const isDelayed = this.#happens('delaycompress', 0.5);
    for (const name of this.#names('mail.log.')) {
      if (name.endsWith('.gz') || (isDelayed && numberOf(name) < 2)) continue;
      this.#compress(name);
    }
    if (this.#happens('copytruncate', 0.4)) {
      copyFileSync(this.#log('mail.log'), this.#log('mail.log.1'));
      // The writer has written half a line: its other half stands in the other file.
      appendFileSync(this.#log('mail.log.1'), this.#rest);
      this.#rest = '';
      truncateSync(this.#log('mail.log'));
    } else {
      appendFileSync(this.#log('mail.log'), this.#rest);
      this.#rest = '';
      renameSync(this.#log('mail.log'), this.#log('mail.log.1'));
      writeFileSync(this.#log('mail.log'), '');
    }
    if (!isDelayed && this.random() < 0.5) this.#compress('mail.log.1');
  }

  /** @param {string} name */
  #compress(name) {
    writeFileSync(this.#log(`${name}.gz`), gzipSync(readFileSync(this.#log(name)), { level: 1 }));
    rmSync(this.#log(name));
  }

  /** The log of the other host comes late, as far as it is, sometimes not to its end. */
  #fetch() {
    const text = this.#happens('cut short', 0.3)
      ? this.#remote.slice(0, Math.floor(this.#remote.length * this.random()))
      : this.#remote;
    rmSync(this.#log('mx2.log'), { force: true });
    rmSync(this.#log('mx2.log.gz'), { force: true });
    if (this.random() < 0.3 && text.endsWith('\n')) writeFileSync(this.#log('mx2.log.gz'), gzipSync(text));
    else writeFileSync(this.#log('mx2.log'), text);
  }

  /** Logs are there under other names, too. */
  #copy() {
    const names = this.#names('m');
    const name = /** @type {string} */ (names[Math.floor(this.random() * names.length)]);
    const copy = this.#log(`copy-${Math.floor(this.random() * 1e9)}${name.endsWith('.gz') ? '.gz' : ''}`);
    if (this.random() < 0.5) linkSync(this.#log(name), copy);
    else copyFileSync(this.#log(name), copy);
  }

  /** A backup of the live log takes its place, which has less; it goes on from there. */
  #restore() {
    const text = readFileSync(this.#log('mail.log'), 'utf8');
    const cut = text.lastIndexOf('\n', Math.floor(text.length * (0.4 + 0.5 * this.random()))) + 1;
    if (cut > 0) writeFileSync(this.#log('mail.log'), text.slice(0, cut));
  }

  async #run() {
    let now = this.#clock;
    if (this.#happens('clock ahead', 0.01)) now += 400 * DAY;
    else if (this.#happens('clock behind', 0.01)) now -= 400 * DAY;
    if (this.random() < this.#kills) {
      const how = this.random() < 0.5 ? 'kill' : this.random() < 0.7 ? 'torn' : 'full';
      const code = await this.#command(now, { SABOTAGE: `${how}:${1 + Math.floor(this.random() * 45)}` });
      if (code === null) this.#count('kill');
      else if (code !== 0) this.#count('full disk');
    } else if (this.#happens('killed at a time', this.#kills / 4)) {
      const code = await this.#command(now, {}, 50 + Math.floor(this.random() * 500));
      if (code === null) this.#count('kill');
    } else if (this.#happens('two at once', this.#kills / 10)) {
      await Promise.all([this.#command(now, {}), this.#command(now, {})]);
    } else {
      await inProcess(now, this.#raw());
      this.#isRead = this.#rest === '';
    }
  }

  /** @param {string} what */
  #count(what) {
    this.events[what] = (this.events[what] ?? 0) + 1;
  }

  #raw() {
    return {
      paths: [join(this.folder, 'log')],
      state: join(this.folder, 'state'),
      period: 'day',
      timezone: ZONE,
      output: [join(this.folder, 'out', '{period}.json')],
      quiet: true,
      progress: false,
    };
  }

  /**
   * The command as it is shipped. @param {number} now @param {Record<string, string>} environment @param {number} [patience]
   * @returns {Promise<number | null>} null when it was ended
   */
  #command(now, environment, patience) {
    const { paths, state, period, timezone, output } = this.#raw();
    const options = [
      '--state',
      state,
      '--period',
      period,
      '--timezone',
      timezone,
      '--quiet',
      ...output.flatMap((file) => ['-o', file]),
    ];
    const preloads = [`--import=${join(HERE, 'clock.mjs')}`];
    if (environment.SABOTAGE !== undefined) preloads.push(`--import=${join(HERE, 'sabotage.mjs')}`);
    const child = spawn(process.execPath, [...preloads, MAIN, ...options, ...paths], {
      env: { ...process.env, ...environment, CLOCK: String(now) },
      stdio: 'ignore',
    });
    const timer = patience === undefined ? undefined : setTimeout(() => child.kill('SIGKILL'), patience);
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (code) => {
        clearTimeout(timer);
        resolve(code);
      });
    });
  }

  /** Everything ends, and is read. @returns {Promise<Outcome>} */
  async finish() {
    for (let days = 0; days < 14; days++) {
      this.#clock += DAY;
      this.#writeUntil(this.#clock);
    }
    appendFileSync(this.#log('mail.log'), this.#rest);
    this.#rest = '';
    this.#touch('mail.log', this.#clock);
    this.#fetchAll();
    // Lines without a record count on the day on which they are read, which has to be over, too.
    for (const days of [2, 3, 4]) await inProcess(this.#clock + days * DAY, this.#raw());
    const [mx1, mx2] = /** @type {[MailHost, MailHost]} */ (this.hosts);
    const wrong = differences(join(this.folder, 'out'), [mx1, mx2]);
    if (existsSync(join(this.folder, 'state.journal')) || existsSync(join(this.folder, 'state.lock')))
      wrong.push('something is left over');
    return {
      lines: mx1.lines + mx2.lines,
      messages: [mx1, mx2].reduce((sum, { truth }) => sum + [...truth.values()].reduce((n, { messages }) => n + messages, 0), 0),
      kills: this.events.kill ?? 0,
      events: this.events,
      wrong,
    };
  }

  #fetchAll() {
    rmSync(this.#log('mx2.log.gz'), { force: true });
    writeFileSync(this.#log('mx2.log'), this.#remote);
  }
}

/** @param {string} name */
const numberOf = (name) => Number(name.split('.')[2]);

/** The command without a process of its own. @param {number} now @param {Record<string, unknown>} raw */
async function inProcess(now, raw) {
  const bundle = /** @type {string} */ (readdirSync(DIST).find((name) => /^report-command[-.].*js$/.test(name)));
  const { reportCommand } = await import(join(DIST, bundle));
  const real = Date.now;
  Date.now = () => now;
  try {
    const code = await reportCommand(raw);
    // An input may be cut short, which is told.
    if (code !== 0 && code !== 1) throw new Error(`the run ended with ${code}`);
  } finally {
    Date.now = real;
  }
}

/** @param {string} folder of reports @param {readonly MailHost[]} hosts @returns {string[]} */
function differences(folder, hosts) {
  /** @type {Map<string, import('./mail-hosts.mjs').Truth>} */
  const found = new Map();
  let lines = 0;
  for (const name of readdirSync(folder)) {
    if (!name.endsWith('.json') || name.startsWith('.')) continue;
    const { totals } = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    lines += totals.lines;
    const sums = found.get(name.slice(0, 10)) ?? nothing();
    found.set(name.slice(0, 10), sums);
    const { sent, deferred, bounced, expired } = totals.records;
    const all = { ...totals, sent, deferred, bounced, expiredRecords: expired };
    for (const key of /** @type {(keyof typeof sums)[]} */ (Object.keys(sums))) sums[key] += all[key];
  }
  /** @type {Map<string, import('./mail-hosts.mjs').Truth>} */
  const truth = new Map();
  for (const host of hosts) {
    for (const [day, counts] of host.truth) {
      const sums = truth.get(day) ?? nothing();
      truth.set(day, sums);
      for (const key of /** @type {(keyof typeof sums)[]} */ (Object.keys(sums))) sums[key] += counts[key];
    }
  }
  const wrong = [];
  const written = hosts.reduce((sum, host) => sum + host.lines, 0);
  if (lines !== written) wrong.push(`lines: ${lines} instead of ${written}`);
  for (const day of new Set([...truth.keys(), ...found.keys()])) {
    const [is, should] = [found.get(day) ?? nothing(), truth.get(day) ?? nothing()];
    for (const key of /** @type {(keyof typeof is)[]} */ (Object.keys(is)))
      if (is[key] !== should[key]) wrong.push(`${day}: ${key} ${is[key]} instead of ${should[key]}`);
  }
  return wrong;
}
