import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { configuration } from './configuration.js';
import { mailPort, type Network } from './network.js';

const run = promisify(execFile);

/** Why no Postfix can be started here; null when one can. */
export function whyNot(): string | null {
  if (!existsSync('/usr/sbin/postfix')) return 'Postfix is not installed';
  if (process.getuid?.() !== 0) return 'only root can start Postfix';
  return null;
}

/** A Postfix of its own: own configuration, queue and log in a fresh directory, gone after `stop`. */
export class PostfixInstance {
  readonly #home: string;
  readonly #master: ChildProcess;

  private constructor(home: string, master: ChildProcess) {
    this.#home = home;
    this.#master = master;
  }

  static async start(network: Network): Promise<PostfixInstance> {
    const home = await mkdtemp(join(tmpdir(), 'bouncelens-postfix-'));
    try {
      await furnish(home, network);
      await run('/usr/sbin/postfix', ['-c', join(home, 'etc'), 'check']);
      const { stdout } = await run('/usr/sbin/postconf', ['-c', join(home, 'etc'), '-h', 'daemon_directory']);
      // -d: stay our child; -e: end by itself, should this process die without stopping it
      const master = spawn(join(stdout.trim(), 'master'), ['-c', join(home, 'etc'), '-d', '-e', '240'], { stdio: 'ignore' });
      const instance = new PostfixInstance(home, master);
      await instance.#answers(network.submission).catch(async (error: unknown) => {
        const log = await instance.log().catch(() => Buffer.from('no log'));
        await instance.stop();
        throw new Error(`Postfix did not come up: ${log.toString('latin1').slice(-2000)}`, { cause: error });
      });
      return instance;
    } catch (error) {
      await rm(home, { recursive: true, force: true });
      throw error;
    }
  }

  /** Changes settings of the running instance. */
  async change(...settings: readonly string[]): Promise<void> {
    await run('/usr/sbin/postconf', ['-c', join(this.#home, 'etc'), '-e', ...settings]);
    await run('/usr/sbin/postfix', ['-c', join(this.#home, 'etc'), 'reload']);
    await sleep(1000);
  }

  /** Waits until nothing is left to deliver; false when the time is over before. */
  async emptyQueue(milliseconds: number): Promise<boolean> {
    const end = Date.now() + milliseconds;
    for (let quiet = 0; Date.now() < end; await sleep(250)) {
      const left = await Promise.all(
        ['maildrop', 'incoming', 'active', 'deferred'].map((queue) => countFiles(join(this.#home, 'spool', queue))),
      );
      quiet = left.every((files) => files === 0) ? quiet + 1 : 0;
      if (quiet === 4) return true;
    }
    return false;
  }

  log(): Promise<Buffer> {
    return readFile(join(this.#home, 'maillog'));
  }

  async stop(): Promise<void> {
    const ended = this.#master.exitCode !== null || this.#master.signalCode !== null ? null : once(this.#master, 'exit');
    if (ended) {
      await run('/usr/sbin/postfix', ['-c', join(this.#home, 'etc'), 'stop']).catch(() => {});
      const gone = await Promise.race([ended.then(() => true), sleep(5000, false, { ref: false })]);
      if (!gone) {
        await run('/usr/sbin/postfix', ['-c', join(this.#home, 'etc'), 'abort']).catch(() => {});
        this.#master.kill('SIGKILL');
        await ended;
      }
    }
    await rm(this.#home, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }

  async #answers(address: string): Promise<void> {
    for (let tries = 0; tries < 100; tries += 1) {
      if (this.#master.exitCode !== null) throw new Error(`master ended with ${this.#master.exitCode}`);
      const socket = connect(mailPort, address);
      const up = await once(socket, 'data').then(
        () => true,
        () => false,
      );
      socket.destroy();
      if (up) return;
      await sleep(100);
    }
    throw new Error(`nobody answers on ${address}`);
  }
}

async function furnish(home: string, network: Network): Promise<void> {
  await chmod(home, 0o755);
  for (const folder of ['etc', 'data', 'spool/etc']) await mkdir(join(home, folder), { recursive: true });
  const { uid, gid } = await ownerOf('postfix');
  await chown(join(home, 'data'), uid, gid);
  const files = {
    ...configuration(home, network),
    'dynamicmaps.cf': '',
    '../spool/etc/resolv.conf': `nameserver ${network.nameServer}\noptions timeout:1 attempts:1\n`,
    '../spool/etc/nsswitch.conf': 'hosts: files dns\n',
    '../spool/etc/hosts': '127.0.0.1 localhost\n',
    '../spool/etc/services': 'smtp 25/tcp\n',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(home, 'etc', name), content);
}

async function ownerOf(user: string): Promise<{ uid: number; gid: number }> {
  const [uid, gid] = await Promise.all(['-u', '-g'].map(async (flag) => Number((await run('id', [flag, user])).stdout)));
  return { uid: uid ?? 0, gid: gid ?? 0 };
}

/** Files may come and go while they are counted. */
async function countFiles(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true }).catch(() => []);
  const files = await Promise.all(
    entries.map((entry) =>
      stat(join(folder, entry)).then(
        (found) => found.isFile(),
        () => false,
      ),
    ),
  );
  return files.filter(Boolean).length;
}
