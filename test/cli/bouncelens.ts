import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach } from 'vitest';

/** The command as it is shipped. */
export const MAIN = fileURLToPath(new URL('../../dist/cli/main.js', import.meta.url));
/** Longer takes no run of these tests, even on a machine that is busy; one that hangs is ended. */
const PATIENCE = 15_000;

export interface Ended {
  /** Null when the run was ended from outside. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  /** What standard input holds, nothing when absent; `open` is a pipe to which nobody writes. */
  readonly stdin?: string | Buffer | 'open';
  readonly environment?: Readonly<Record<string, string>>;
}

export interface OnTerminal {
  readonly end: Promise<Ended>;
  /** What the terminal has got so far. */
  readonly shown: () => string;
  /** The number of the process. */
  readonly child: () => number;
  /** Closes the terminal, as who closes its window does. */
  readonly close: () => void;
}

/** A working directory of its own for each test. */
export class Workplace {
  #folder = '';

  constructor() {
    beforeEach(() => {
      this.#folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-cli-'));
    });
    afterEach(() => {
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  at(name: string): string {
    return path.join(this.#folder, name);
  }

  /** @returns the name, as an argument of `run`. */
  put(name: string, content: string | Buffer): string {
    mkdirSync(path.dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
    return name;
  }

  start(args: readonly string[], environment: RunOptions['environment'] = {}): ChildProcessWithoutNullStreams {
    return spawn(process.execPath, [MAIN, ...args], { cwd: this.#folder, env: { ...surroundings(), ...environment } });
  }

  /** Starts it with a terminal of its own, by `script` of Linux. No argument may need quotes. */
  startOnTerminal(args: readonly string[]): OnTerminal {
    // The shell becomes the command, which has the number that it told.
    const line = `ulimit -c 0; echo pid=$$; exec ${[process.execPath, MAIN, ...args].join(' ')}`;
    const script = spawn('script', ['-qec', line, '/dev/null'], { cwd: this.#folder, env: surroundings() });
    let shown = '';
    script.stdout.on('data', (chunk: Buffer) => {
      shown += chunk.toString('latin1');
    });
    const child = () => Number(/pid=(\d+)/.exec(shown)?.[1] ?? script.pid);
    return { end: ended(script), shown: () => shown, child, close: () => script.kill('SIGKILL') };
  }

  run(args: readonly string[], { stdin = '', environment = {} }: RunOptions = {}): Promise<Ended> {
    const child = this.start(args, environment);
    child.stdin.on('error', () => {
      // The command need not read it.
    });
    if (stdin !== 'open') child.stdin.end(stdin);
    return ended(child);
  }

  /** Runs a line of shell in which `$bouncelens` is the command. */
  shell(line: string): Promise<Ended> {
    const bouncelens = `${process.execPath} ${MAIN}`;
    const child = spawn('bash', ['-c', line], { cwd: this.#folder, env: { ...surroundings(), bouncelens } });
    child.stdin.end();
    return ended(child);
  }
}

/** The environment without what would configure the command, in UTC. */
function surroundings(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('BOUNCELENS') && name !== 'NODE_OPTIONS');
  return { ...Object.fromEntries(kept), TZ: 'UTC', LC_ALL: 'C.UTF-8' };
}

/** `script` gives a command a terminal. The one of other systems than Linux takes other arguments. */
export const hasTerminal = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

/** Whether a process is there. */
export function isRunning(child: number): boolean {
  try {
    process.kill(child, 0);
    return true;
  } catch {
    return false;
  }
}

export function ended(child: ChildProcessWithoutNullStreams, patience = PATIENCE): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
    const timer = setTimeout(() => child.kill('SIGKILL'), patience);
    child.on('error', reject);
    child.on('close', (code) => {
      clearTimeout(timer);
      resolve({ code, stdout: Buffer.concat(out).toString('utf8'), stderr: Buffer.concat(err).toString('utf8') });
    });
  });
}

/** Lines of a log of Postfix; times in ISO 8601. */
export const log = (...lines: readonly string[]): string => lines.map((line) => `${line}\n`).join('');

export const queued = (time: string, id: string, sender = 'news@example.com'): string =>
  `${time} mx postfix/qmgr[10]: ${id}: from=<${sender}>, size=900, nrcpt=1 (queue active)`;

const tried = (time: string, id: string, recipient: string, status: string): string =>
  `${time} mx postfix/smtp[11]: ${id}: to=<${recipient}>, relay=mx.example.net[192.0.2.1]:25, delay=1, delays=0/0/0/1, ${status}`;

export const bounced = (time: string, id: string, recipient = 'user@example.net', text = '550 5.1.1 User unknown'): string =>
  tried(
    time,
    id,
    recipient,
    `dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: ${text} (in reply to RCPT TO command))`,
  );

export const deferred = (time: string, id: string, recipient = 'user@example.net'): string =>
  tried(
    time,
    id,
    recipient,
    'dsn=4.2.2, status=deferred (host mx.example.net[192.0.2.1] said: 452 4.2.2 Mailbox full (in reply to RCPT TO command))',
  );

export const sent = (time: string, id: string, recipient = 'user@example.net'): string =>
  tried(time, id, recipient, 'dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 12345)');

export const removed = (time: string, id: string): string => `${time} mx postfix/qmgr[10]: ${id}: removed`;

/** A queue id for each number. */
export const queueId = (number: number): string => `4F1A2${(number + 0x100000).toString(16).toUpperCase()}`;

/** One message that bounces, one that is delivered after a deferral. */
export const SMALL_LOG = log(
  queued('2026-06-05T10:00:00+00:00', queueId(1)),
  bounced('2026-06-05T10:00:01+00:00', queueId(1)),
  removed('2026-06-05T10:00:02+00:00', queueId(1)),
  queued('2026-06-05T11:00:00+00:00', queueId(2)),
  deferred('2026-06-05T11:00:01+00:00', queueId(2), 'full@example.org'),
  sent('2026-06-05T12:00:01+00:00', queueId(2), 'full@example.org'),
  removed('2026-06-05T12:00:02+00:00', queueId(2)),
);

/** A bounce mail about a recipient. @param fields more of them, about the message. */
export const notice = (to: string, id: string, ...fields: readonly string[]): string =>
  [
    'From: MAILER-DAEMON@mx.example.com',
    'To: news@example.com',
    `Message-ID: <${id}@mx.example.com>`,
    'Date: Fri, 05 Jun 2026 10:00:00 +0000',
    'Subject: Undelivered Mail Returned to Sender',
    'Auto-Submitted: auto-replied',
    'MIME-Version: 1.0',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    '',
    '--b',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.com',
    ...fields,
    '',
    `Final-Recipient: rfc822; ${to}`,
    'Action: failed',
    'Status: 5.1.1',
    'Diagnostic-Code: smtp; 550 5.1.1 User unknown',
    '',
    '--b--',
    '',
  ].join('\r\n');

/** The records of CSV by the names of its header. */
export function csvRecords(text: string): Record<string, string>[] {
  const [header, ...records] = csvRows(text);
  return records.map((record) => Object.fromEntries((header ?? []).map((name, i) => [name, record[i] ?? ''])));
}

/** CSV as RFC 4180 has it: every record ends with CRLF. */
export function csvRows(text: string): string[][] {
  const rows: string[][] = [];
  const field = /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/y;
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const at = field.lastIndex;
    const match = field.exec(text);
    if (match === null) throw new Error(`no CSV at ${at}: ${JSON.stringify(text.slice(at, at + 50))}`);
    row.push(match[1]?.replaceAll('""', '"') ?? match[2] ?? '');
    if (match[3] === ',') continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

export const ndjson = <Record = Readonly<{ [field: string]: string | number | null }>>(text: string): Record[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record);
