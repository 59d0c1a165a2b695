import { spawn } from 'node:child_process';
import { cutShort, type Decompressor, damaged } from './decompressor.js';
import { feed } from './feed.js';

const MOST_COMPLAINT = 4096;
const MISSING =
  'is compressed with bzip2, and the program bzip2 is not installed: install it (Debian, Ubuntu: apt-get install bzip2; RHEL: dnf install bzip2)';

/** Has the program `bzip2` decompress, streams one after another. */
export const bunzip2: Decompressor = async (compressed, take) => {
  // The program also takes options from these two.
  const { BZIP: _, BZIP2: __, ...env } = process.env;
  const child = spawn('bzip2', ['-dc'], { env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });
  let wanted = true;
  let complaint = '';
  child.stdout.on('data', (chunk: Buffer) => {
    if (!wanted) return;
    wanted = take(chunk);
    if (!wanted) child.kill('SIGKILL');
  });
  child.stderr.setEncoding('latin1').on('data', (text: string) => {
    if (complaint.length < MOST_COMPLAINT) complaint += text;
  });
  // It stops reading where the content is damaged.
  child.stdin.on('error', () => {});
  const ended = new Promise<string | null>((resolve) => {
    child.on('error', (error: NodeJS.ErrnoException) => {
      child.stdin.destroy();
      resolve(error.code === 'ENOENT' ? MISSING : `the program bzip2 cannot be started (${error.message})`);
    });
    child.on('close', (code, signal) => {
      if (!wanted) resolve(null);
      // The program is content with that, but it may be a stream with a damaged beginning.
      else if (code === 0) resolve(/trailing garbage/.test(complaint) ? damaged('bzip2', 'what follows is not bzip2') : null);
      else if (/ends unexpectedly/.test(complaint)) resolve(cutShort('bzip2'));
      else resolve(damaged('bzip2', signal === null ? reason(complaint) : `bzip2 was ended by ${signal}`));
    });
  });
  await feed(compressed, child.stdin);
  return ended;
};

/** The first sentence of what the program says, without its name. */
function reason(complaint: string): string {
  const line = complaint.split('\n').find((text) => text.trim() !== '') ?? 'bzip2 does not say why';
  return line.replace(/^bzip2: /, '').trim();
}
