// @ts-check

/**
 * Runs the bundled command over the sample logs as people run it, and writes what V8 made of its files beside them: each file with the
 * functions that were called. Nobody has to compile them again who starts it with the same Node.
 */

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const COMMAND = fileURLToPath(new URL('../dist/cli/', import.meta.url));
const SAMPLES = fileURLToPath(new URL('../fixtures/logs/', import.meta.url));

/** Each goes on with what those before it made. */
const RUNS = [
  [SAMPLES, '--quiet', '-o', 'report.csv'],
  [SAMPLES, '--quiet', '-o', 'report.txt'],
  [SAMPLES, '--quiet', '-o', 'report.html'],
  [SAMPLES, '--quiet', '-o', 'report.json', '--state', 'state'],
  [SAMPLES, '--quiet', '-o', 'report.csv', '--state', 'state'],
  ['events', SAMPLES, '--quiet', '-f', 'ndjson'],
  ['explain', '550'],
  ['classify', '550 5.1.1 User unknown'],
];

const [folder, ...args] = process.argv.slice(2);
if (folder === undefined) runAll();
else run(folder, args);

function runAll() {
  const folder = mkdtempSync(join(tmpdir(), 'bouncelens-prepare-'));
  // What whoever builds it has set for the command, or for Node, is not to be part of it.
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:BOUNCELENS|NODE)_/.test(name)));
  writeFileSync(join(folder, 'bouncelens.config.json'), '{}');
  try {
    for (const args of RUNS) {
      const { status } = spawnSync(process.execPath, [fileURLToPath(import.meta.url), folder, ...args], {
        env,
        stdio: ['ignore', 'ignore', 'inherit'],
      });
      if (status !== 0) throw new Error(`bouncelens ${args.join(' ')} ended with ${status}`);
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * @param {string} folder where to run
 * @param {readonly string[]} args
 */
function run(folder, args) {
  const { loadPrepared, prepare, setHeapAtStart } = createRequire(import.meta.url)(join(COMMAND, 'prepared-code.js'));
  /** @type {Map<string, import('node:vm').Script>} */
  const scripts = new Map();
  process.chdir(folder);
  process.argv = [process.execPath, join(COMMAND, 'main.js'), ...args];
  process.once('exit', () => {
    // As it is when they are loaded: V8 compares.
    setHeapAtStart();
    for (const [path, script] of scripts) prepare(path, script);
  });
  loadPrepared(COMMAND, 'command.js', (/** @type {string} */ path, /** @type {import('node:vm').Script} */ script) => {
    scripts.set(path, script);
  });
}
