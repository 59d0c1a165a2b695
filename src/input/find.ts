import { type Dirent, fstatSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { InputError, systemMessage } from './input-error.js';
import { isMaildir } from './maildir.js';

/** One thing to read. */
export interface Source {
  /** As given, or found below what was given. `-` is standard input. */
  readonly path: string;
  /** Whether the user named it, rather than a directory that holds it: then it must hold something. */
  readonly named: boolean;
  /** The Maildir that it is a message of. */
  readonly maildir?: string;
}

export interface Found {
  readonly sources: readonly Source[];
  readonly errors: readonly InputError[];
  /** What the user should know although nothing is wrong, such as a file that was named twice. */
  readonly notes: readonly string[];
}

/** Where Linux and BSD systems keep the log of their MTA, rotated ones included. */
export const SYSTEM_LOGS = ['/var/log/mail.log*', '/var/log/maillog*', '/var/log/mail/mail.log*', '/var/log/postfix.log*'];

/** What makes an argument a glob pattern (fast-glob syntax) where no file has that name. */
const PATTERN = /[*?[\]{}()!]/;

/**
 * Finds the files that arguments stand for: files, directories (searched to the bottom, hidden files aside) and glob
 * patterns. A file that is reached twice is read once.
 */
export async function findSources(args: readonly string[]): Promise<Found> {
  const found: Source[] = [];
  const errors: InputError[] = [];
  const notes: string[] = [];
  const seen = new Map<string, string>();
  const add = (file: string, named: boolean, quietly: boolean, maildir?: string) => {
    const identity = file === '-' ? '-' : identityOf(file);
    const before = seen.get(identity);
    if (before !== undefined) {
      if (!quietly || before !== file) notes.push(`${file}: the same file as ${before}, read once`);
      return;
    }
    seen.set(identity, file);
    found.push({ path: file, named, ...(maildir === undefined ? {} : { maildir }) });
  };
  for (const arg of args) {
    if (arg === '-') {
      if (fstatSync(0).isDirectory()) errors.push(new InputError('(stdin)', 'is a directory'));
      else add('-', true, false);
      continue;
    }
    const stats = statOrNull(arg);
    if (stats?.isDirectory()) {
      const files = walk(arg, errors);
      if (files.length === 0 && errors.every((error) => error.path !== arg)) errors.push(new InputError(arg, 'holds no files'));
      for (const { file, maildir } of files) add(file, false, true, maildir);
    } else if (stats !== null) add(arg, true, false);
    else if (PATTERN.test(arg)) {
      const files = await glob(arg, errors);
      for (const file of files) add(file, true, true);
    } else errors.push(new InputError(arg, whyNot(arg)));
  }
  return { sources: found, errors, notes };
}

function statOrNull(file: string): Stats | null {
  try {
    return statSync(file);
  } catch {
    return null;
  }
}

function whyNot(file: string): string {
  try {
    statSync(file);
    return 'cannot be read';
  } catch (error) {
    return systemMessage(error);
  }
}

async function glob(pattern: string, errors: InputError[]): Promise<string[]> {
  try {
    const { default: fastGlob } = await import('fast-glob');
    const files = await fastGlob(pattern, { onlyFiles: false, dot: false, followSymbolicLinks: true });
    const readable = files.filter((file) => !statOrNull(file)?.isDirectory()).sort();
    if (readable.length === 0) errors.push(new InputError(pattern, 'no file matches this pattern'));
    return readable;
  } catch (error) {
    errors.push(new InputError(pattern, systemMessage(error)));
    return [];
  }
}

interface WalkedFile {
  readonly file: string;
  readonly maildir?: string;
}

/**
 * All regular files below a directory, in the order of their names; what cannot be searched is told and passed over.
 * Hidden files are left out, except the folders of a Maildir++, whose names begin with a dot.
 */
function walk(directory: string, errors: InputError[], into: WalkedFile[] = []): WalkedFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    errors.push(new InputError(directory, systemMessage(error)));
    return into;
  }
  const folders = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  const inMaildir = isMaildir(folders);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(directory, entry.name);
    if (inMaildir && entry.isDirectory()) {
      if (entry.name === 'cur' || entry.name === 'new') messagesIn(file, directory, errors, into);
      else if (entry.name !== 'tmp') walk(file, errors, into);
    } else if (entry.name.startsWith('.') || inMaildir) {
      // What a mail server keeps beside the messages of a Maildir is no mail.
    } else if (entry.isDirectory()) walk(file, errors, into);
    else if (entry.isFile() || (entry.isSymbolicLink() && statOrNull(file)?.isFile())) into.push({ file });
  }
  return into;
}

/** The messages in a folder of a Maildir, in the order of their names. */
function messagesIn(folder: string, maildir: string, errors: InputError[], into: WalkedFile[]): void {
  try {
    for (const name of readdirSync(folder).sort())
      if (!name.startsWith('.')) into.push({ file: path.join(folder, name), maildir });
  } catch (error) {
    errors.push(new InputError(folder, systemMessage(error)));
  }
}

/** A file by what it is, not by its name: two names of one file are one input. */
function identityOf(file: string): string {
  try {
    const { dev, ino } = lstatSync(realpathSync(file), { bigint: true });
    return `${dev}:${ino}`;
  } catch {
    return path.resolve(file);
  }
}
