// @ts-check

import { createHash } from 'node:crypto';
import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  renameSync,
  rmdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import { truthFile } from './generate.mjs';
import { runProcess } from './process.mjs';

/** @typedef {import('./cases.mjs').Case} Case */
/** @typedef {import('./generate.mjs').GeneratedTruth} GeneratedTruth */
/** @typedef {{ file: string, truth: GeneratedTruth }} GeneratedLog */

const HERE = import.meta.dirname;
/** Another generator makes other logs: its version is part of the name of a log. */
const GENERATOR = ['generate.mjs', 'random.mjs', 'truth.mjs', 'vocabulary.mjs'];

/** The folder with the generated logs. Those that were not there before go again, unless they are to be kept. */
export class LogFolder {
  /** @type {Set<string>} */
  #made = new Set();
  #folder;
  #keep;
  #signal;

  /**
   * @param {string} folder
   * @param {boolean} keep
   * @param {AbortSignal} signal
   */
  constructor(folder, keep, signal) {
    this.#folder = folder;
    this.#keep = keep;
    this.#signal = signal;
  }

  /**
   * The log of a case in one size, generated unless it is there, and in the page cache.
   * @param {Case} kind
   * @param {number} bytes
   * @param {number} seed
   * @returns {Promise<GeneratedLog>}
   */
  async log(kind, bytes, seed) {
    mkdirSync(this.#folder, { recursive: true });
    const plain = join(this.#folder, logName({ ...kind, gzip: false }, bytes, seed));
    const file = join(this.#folder, logName(kind, bytes, seed));
    if (existsSync(file) && existsSync(truthFile(plain))) console.error(`log: ${file} (kept)`);
    else {
      if (!existsSync(plain) || !existsSync(truthFile(plain))) await this.#generate(kind, bytes, seed, plain);
      if (kind.gzip) await this.#compress(plain, file);
    }
    /** @type {GeneratedTruth} */
    const truth = JSON.parse(readFileSync(truthFile(plain), 'utf8'));
    // a log without years is dated by the time of its file
    utimesSync(file, truth.end / 1000, truth.end / 1000);
    // large logs are not held twice
    if (kind.gzip) this.#drop(plain);
    warm(file);
    return { file, truth };
  }

  /** An empty log of the same form. @param {Case} kind */
  async empty({ gzip }) {
    mkdirSync(this.#folder, { recursive: true });
    const plain = join(this.#folder, 'empty.log');
    this.#made.add(plain);
    writeFileSync(plain, '');
    if (!gzip) return plain;
    const file = `${plain}.gz`;
    await this.#compress(plain, file);
    return file;
  }

  /** Removes what was made and is not to be kept. */
  clear() {
    if (this.#keep || !existsSync(this.#folder)) return;
    for (const file of this.#made) rmSync(file, { force: true });
    this.#made.clear();
    if (readdirSync(this.#folder).length === 0) rmdirSync(this.#folder);
  }

  /**
   * In a process of its own: it is stopped when this one is.
   * @param {Case} kind
   * @param {number} bytes
   * @param {number} seed
   * @param {string} file
   */
  async #generate({ format, failureRate, domains }, bytes, seed, file) {
    console.error(`log: ${file} (generating)`);
    const part = `${file}.part`;
    this.#made.add(part).add(truthFile(part)).add(file).add(truthFile(file));
    const args = Object.entries({ bytes, seed, format, 'failure-rate': failureRate, domains, out: part });
    await runProcess(
      process.execPath,
      [join(HERE, 'generate.mjs'), ...args.flatMap(([name, value]) => [`--${name}`, String(value)])],
      { signal: this.#signal },
    );
    renameSync(part, file);
    // the truth comes last: with it the log is whole
    renameSync(truthFile(part), truthFile(file));
  }

  /**
   * @param {string} plain
   * @param {string} file
   */
  async #compress(plain, file) {
    const part = `${file}.part`;
    this.#made.add(part).add(file);
    await pipeline(createReadStream(plain), createGzip(), createWriteStream(part), { signal: this.#signal });
    renameSync(part, file);
  }

  /** @param {string} file */
  #drop(file) {
    if (!this.#keep && this.#made.has(file)) rmSync(file, { force: true });
  }
}

/**
 * A name that says all a log depends on.
 * @param {Case} kind
 * @param {number} bytes
 * @param {number} seed
 */
export function logName({ format, gzip, failureRate, domains }, bytes, seed) {
  const hash = createHash('sha256');
  for (const name of GENERATOR) hash.update(readFileSync(join(HERE, name)));
  const version = hash.digest('hex').slice(0, 12);
  return `postfix-${format}-${bytes}-${failureRate}-${domains}-${seed}-${version}.log${gzip ? '.gz' : ''}`;
}

/**
 * Reads a file once, so that every run finds it in the page cache.
 * @param {string} file
 */
function warm(file) {
  const buffer = Buffer.allocUnsafe(Math.min(1 << 20, Math.max(1, statSync(file).size)));
  const input = openSync(file, 'r');
  while (readSync(input, buffer) > 0);
  closeSync(input);
}
