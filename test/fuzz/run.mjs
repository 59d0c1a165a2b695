// Fuzzing by hand, for as long as wanted: npm run fuzz -- --minutes 10 [--target NAME]
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '1' }, target: { type: 'string', default: '' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  process.stderr.write('usage: npm run fuzz -- --minutes 10 [--target NAME]\n');
  process.exit(2);
}

const folder = mkdtempSync(join(tmpdir(), 'bouncelens-fuzz-'));
const atHand = join(folder, 'at-hand');
const child = spawn('npx', ['--no', '--', 'vitest', 'run', '--maxWorkers=1', '--reporter=verbose', 'test/fuzz/fuzz.test.ts'], {
  stdio: 'inherit',
  detached: true,
  env: {
    ...process.env,
    BOUNCELENS_FUZZ_MINUTES: String(minutes),
    BOUNCELENS_FUZZ_TARGET: values.target,
    BOUNCELENS_FUZZ_AT_HAND: atHand,
  },
});

/** An input for which this long nothing else comes never ends. */
const PATIENCE = 120_000;
let last = '';
let since = Date.now();
const watch = setInterval(() => {
  if (!existsSync(atHand)) return;
  const now = readFileSync(atHand).toString('base64');
  if (now !== last) {
    last = now;
    since = Date.now();
  } else if (Date.now() - since > PATIENCE) {
    process.stderr.write(`this input does not end (base64):\n${now}\n`);
    if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
  }
}, 1000);

child.on('exit', (code) => {
  clearInterval(watch);
  rmSync(folder, { recursive: true, force: true });
  process.exit(code ?? 1);
});
