import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { mailPort } from './network.js';

const program = fileURLToPath(new URL('deaf-host-process.mjs', import.meta.url));

/** Starts a host on which a connection times out. */
export async function startDeafHost(address: string): Promise<() => Promise<void>> {
  const child = spawn(process.execPath, [program, address, String(mailPort)], { stdio: ['ignore', 'pipe', 'inherit'] });
  await Promise.race([once(child.stdout, 'data'), once(child, 'exit')]);
  return async () => {
    if (child.exitCode !== null) return;
    child.kill('SIGKILL');
    await once(child, 'exit');
  };
}
