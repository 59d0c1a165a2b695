/** An input that could not be read, in words for the one who runs the command: what, and what to do about it. */
export class InputError extends Error {
  readonly path: string;

  constructor(path: string, message: string) {
    super(message);
    this.name = 'InputError';
    this.path = path;
  }
}

const REMEDIES: Readonly<Record<string, string>> = {
  EACCES: 'permission denied: run as a user who may read it (often a member of the group adm)',
  EPERM: 'operation not permitted: run as a user who may read it (often a member of the group adm)',
  ENOENT: 'no such file or directory: check the name, and quote patterns',
  ENOTDIR: 'a part of the path is not a directory: check the name',
  EISDIR: 'is a directory',
  ELOOP: 'too many symbolic links',
  EMFILE: 'too many open files',
  EIO: 'the device failed to read it',
};

/** What Node puts in the place of bytes of a name that are not valid UTF-8: under that name nothing is found. */
const REPLACED = '\ufffd';

/** Whether what is not there under a name may have another one, which cannot be written as text. */
export const mayBeMisread = (name: string): boolean => name.includes(REPLACED);

/** The message for a failed system call on a path. */
export function systemMessage(error: unknown): string {
  const { code, message, path } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT' && mayBeMisread(path ?? ''))
    return 'no such file, or a name that is not valid UTF-8, under which it cannot be read: rename it, or give it on standard input (- < FILE)';
  return code !== undefined && Object.hasOwn(REMEDIES, code) ? REMEDIES[code]! : (message ?? String(error));
}
