import { randomBytes } from 'node:crypto';
import { linkSync, readdirSync, readFileSync, renameSync, statSync, unlinkSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { StateError, StateLost } from './state-error.js';

/** Who holds a lock. */
interface Holder {
  readonly pid: number;
  readonly host: string;
  /** When the process started, as the kernel counts it: a process id is given again. Null where that cannot be told. */
  readonly started: string | null;
  readonly since: string;
  readonly token: string;
}

/** Of a lock that is being taken, or was taken over. */
const REMAINS = /^[0-9a-f]{24}(?:\.stale)?$/;
const REMAINS_AFTER = 60_000;
/** So often a lock that nobody holds is tried to be taken. */
const ATTEMPTS = 5;

/** A file that says who uses the state. One that a process left behind when it ended is taken over. */
export class Lock {
  readonly #file: string;
  readonly #token: string;

  private constructor(file: string, token: string) {
    this.#file = file;
    this.#token = token;
  }

  /** @throws StateError when somebody else has it, or it cannot be written. */
  static take(file: string, now = new Date()): Lock {
    const token = randomBytes(12).toString('hex');
    const own: Holder = { pid: process.pid, host: hostname(), started: startOf(process.pid), since: now.toISOString(), token };
    const temporary = `${file}.${token}`;
    try {
      writeFileSync(temporary, `${JSON.stringify(own)}\n`, { flag: 'wx', mode: 0o644 });
    } catch (error) {
      // On a full disk there is a file all the same, with nothing in it.
      unlink(temporary);
      throw new StateError(`${file}: cannot be written: ${(error as Error).message}`);
    }
    try {
      for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
        if (tryLink(temporary, file)) {
          removeRemains(file, own);
          return new Lock(file, token);
        }
        removeStale(file, token);
      }
      throw new StateError(`${file}: others keep taking it`);
    } finally {
      unlink(temporary);
    }
  }

  /** @throws StateLost when somebody took the lock away. */
  check(): void {
    const holder = read(this.#file);
    if (holder?.token === this.#token) return;
    throw new StateLost(
      `${this.#file}: ${holder === null ? 'was removed' : `was taken by ${nameOf(holder)}`} while this run held it; nothing is kept`,
    );
  }

  release(): void {
    if (read(this.#file)?.token === this.#token) unlink(this.#file);
  }
}

/** A link is made only where no file of that name is. */
function tryLink(from: string, to: string): boolean {
  try {
    linkSync(from, to);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw new StateError(`${to}: cannot be written: ${(error as Error).message}`);
  }
}

/** Removes a lock whose holder is gone. @throws StateError when it may be there. */
function removeStale(file: string, token: string): void {
  const inode = inodeOf(file);
  if (inode === null) return;
  const holder = read(file);
  if (holder !== null && isAlive(holder)) {
    const remedy =
      holder.host === hostname()
        ? 'wait until it is done'
        : `whether it still runs cannot be seen from here (${hostname()}): if it does not, remove the file`;
    throw new StateError(`${file}: the state is in use by ${nameOf(holder)}: ${remedy}`);
  }
  // Of those who come at the same time only one moves the stale lock away.
  const aside = `${file}.${token}.stale`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  // Somebody else may have been faster: then that was a fresh lock, which goes back.
  if (inodeOf(aside) !== inode) tryLink(aside, file);
  unlink(aside);
}

/** Removes what runs left that were ended while they took the lock. */
function removeRemains(file: string, own: Holder): void {
  const start = `${path.basename(file)}.`;
  for (const name of readdirSync(path.dirname(file))) {
    if (!name.startsWith(start) || !REMAINS.test(name.slice(start.length))) continue;
    const remains = path.join(path.dirname(file), name);
    const holder = read(remains);
    if (holder === null ? isOld(remains) : holder.token !== own.token && !isAlive(holder)) unlink(remains);
  }
}

/** Long enough ago that whoever began to write it is done. */
function isOld(file: string): boolean {
  try {
    return Date.now() - statSync(file).mtimeMs > REMAINS_AFTER;
  } catch {
    return false;
  }
}

const nameOf = ({ pid, host, since }: Holder) => `process ${pid} on ${host} since ${since}`;

/** Whether the holder runs; one of another host is taken to. */
function isAlive({ pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true;
  if (pid === process.pid && started === startOf(pid)) return true;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false;
  }
  const start = startOf(pid);
  return started === null || start === null || start === started;
}

/** The 22nd field of /proc/PID/stat, and the boot that it counts from (proc(5)). */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    // A zombie holds nothing any more.
    if (fields[0] === 'Z') return 'ended';
    return `${readFileSync('/proc/sys/kernel/random/boot_id', 'latin1').trim()}/${fields[19]}`;
  } catch {
    return null;
  }
}

/** What a lock says; null for one that is not there, or was not written to its end, which no run leaves. */
function read(file: string): Holder | null {
  try {
    const holder = JSON.parse(readFileSync(file, 'utf8')) as Partial<Holder>;
    const { pid, host, started = null, since, token } = holder;
    if (typeof pid !== 'number' || typeof host !== 'string' || typeof since !== 'string' || typeof token !== 'string')
      return null;
    return { pid, host, started, since, token };
  } catch {
    return null;
  }
}

function inodeOf(file: string): bigint | null {
  try {
    return statSync(file, { bigint: true }).ino;
  } catch {
    return null;
  }
}

function unlink(file: string): void {
  try {
    unlinkSync(file);
  } catch {
    // It is gone, which is what was wanted.
  }
}
