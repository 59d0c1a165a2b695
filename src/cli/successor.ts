import { fchmodSync, fchownSync, fstatSync, lstatSync, openSync, type Stats } from 'node:fs';

const PERMISSIONS = 0o777;
const OWNER = 0o600;
const OF_A_NEW_FILE = 0o666;
const OF_OTHER_GROUPS = 0o707;

/**
 * Creates a file that will replace another, for those who may read or write that one: a report that was kept from others does not
 * become readable because it is made anew. A link, or a file of somebody else, may have been laid there to have the report read:
 * the first says nothing, the second only who may not.
 */
export function openSuccessor(temporary: string, replaced: string): number {
  const before = fileAt(replaced);
  if (before === null) return openSync(temporary, 'wx');
  const mode = before.mode & PERMISSIONS;
  if (before.uid !== process.geteuid?.()) return openSync(temporary, 'wx', (mode & OF_A_NEW_FILE) | OWNER);
  const descriptor = openSync(temporary, 'wx', mode & OWNER);
  try {
    fchmodSync(descriptor, hasGroupOf(descriptor, before) ? mode : mode & OF_OTHER_GROUPS);
  } catch {
    // Where a file system knows no permissions, nobody relies on them.
  }
  return descriptor;
}

/** Gives a file the group of another. @returns whether it has it; it may be one that its owner is not in. */
function hasGroupOf(descriptor: number, { uid, gid }: Stats): boolean {
  if (fstatSync(descriptor).gid === gid) return true;
  try {
    fchownSync(descriptor, uid, gid);
    return true;
  } catch {
    return false;
  }
}

/** @returns null where there is no file of that name, or a link. */
function fileAt(name: string): Stats | null {
  try {
    const status = lstatSync(name);
    return status.isFile() ? status : null;
  } catch {
    return null;
  }
}
