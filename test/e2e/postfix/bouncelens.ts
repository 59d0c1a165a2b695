import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const main = fileURLToPath(new URL('../../../dist/cli/main.js', import.meta.url));

/** The fields that are compared; `events` prints more. */
export interface Event {
  readonly direction: string;
  readonly action: string;
  readonly queueId: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
  readonly originalRecipient: string | null;
  readonly remoteMta: string | null;
  readonly command: string | null;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  readonly loggedStatus: string | null;
  readonly mta: string | null;
  readonly remoteIp: string | null;
  readonly diagnostic: string | null;
  readonly outcome?: string | null;
  readonly attempts?: number | null;
}

export interface Report {
  readonly totals: {
    readonly messages: number;
    readonly recipients: number;
    readonly notifications: number;
    readonly rejected: number;
    readonly failed: number;
    readonly expired: number;
    readonly returned: number;
    readonly delayed: number;
  };
  readonly by: unknown;
  readonly rows: readonly unknown[];
}

export async function events(...args: readonly string[]): Promise<Event[]> {
  const output = await bouncelens('events', ...args, '--format', 'ndjson', '--no-progress');
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Event);
}

export const report = async (...args: readonly string[]): Promise<Report> =>
  JSON.parse(await bouncelens('report', ...args, '--format', 'json', '--no-progress')) as Report;

/** What summaries say together. */
export const merged = async (...summaries: readonly string[]): Promise<Report> =>
  JSON.parse(await bouncelens('merge', ...summaries, '--format', 'json')) as Report;

/** Runs the command as it is shipped; anything but exit code 0 is an error. */
export function bouncelens(...args: readonly string[]): Promise<string> {
  return new Promise((done, failed) => {
    execFile(process.execPath, [main, ...args], { maxBuffer: 64 * 1024 * 1024 }, (error, stdout, stderr) => {
      if (error) failed(new Error(`bouncelens ${args.join(' ')}: ${error.message}\n${stderr}`));
      else done(stdout);
    });
  });
}
