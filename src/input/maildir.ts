import { readdirSync } from 'node:fs';
import path from 'node:path';

/** Folders of a Maildir that hold messages; what is in `tmp` is not delivered yet. */
export const FOLDERS = ['new', 'cur'] as const;

/** Whether a directory with these entries is a Maildir. */
export const isMaildir = (names: ReadonlySet<string>): boolean => names.has('new') && names.has('cur');

/** The part of a message's name that stays when its flags change or it is moved from `new` to `cur`. */
export const uniqueName = (file: string): string => path.basename(file).split(/[:;!]2,/, 1)[0]!;

/**
 * Where a message of a Maildir is now that was listed before: a mail program may have marked it or moved it from `new` to
 * `cur` since. Null when it is gone.
 */
export function movedMessage(file: string): string | null {
  const name = uniqueName(file);
  const maildir = path.dirname(path.dirname(file));
  for (const folder of FOLDERS) {
    const found = namesIn(path.join(maildir, folder)).find((one) => uniqueName(one) === name);
    if (found !== undefined) return path.join(maildir, folder, found);
  }
  return null;
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}
