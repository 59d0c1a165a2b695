import { randomBytes } from 'node:crypto';
import { readdirSync, statSync, unlinkSync } from 'node:fs';
import path from 'node:path';

/** What runs that were killed left is removed when nobody can be writing it any more. */
const REMAINS_AFTER = 12 * 3_600_000;
const REMAINS = /^[0-9a-f]{16}\.tmp$/;

/**
 * A name beside a file that is written under it until it is whole. Nobody can guess it, and lay a link there. Files that have such
 * names for long are removed.
 */
export function temporaryBeside(file: string): string {
  const folder = path.dirname(file);
  const start = `.${path.basename(file)}.`;
  for (const name of namesIn(folder)) {
    if (name.startsWith(start) && REMAINS.test(name.slice(start.length))) removeOld(path.join(folder, name));
  }
  return path.join(folder, `${start}${randomBytes(8).toString('hex')}.tmp`);
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    // To write there will tell what is wrong.
    return [];
  }
}

function removeOld(file: string): void {
  try {
    if (Date.now() - statSync(file).mtimeMs > REMAINS_AFTER) unlinkSync(file);
  } catch {
    // Another run was faster, or it is not ours to remove.
  }
}
