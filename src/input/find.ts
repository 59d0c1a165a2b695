import { type Dirent, fstatSync, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { isatty } from 'node:tty';
import { matchesOf } from './glob.js';
import { InputError, mayBeMisread, systemMessage } from './input-error.js';
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

/** Whether an argument stands for files that may come and go: a pattern, or a folder. */
export function isOfMany(arg: string): boolean {
  const stats = statOrNull(arg);
  return stats === null ? PATTERN.test(arg) : stats.isDirectory();
}

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
    if (maildir === undefined && mayBeMisread(file) && statOrNull(file) === null) {
      errors.push(new InputError(file, whyNot(file)));
      return;
    }
    found.push({ path: file, named, ...(maildir === undefined ? {} : { maildir }) });
  };
  for (const arg of args) {
    if (arg === '-') {
      const wrong = wrongWithStandardInput();
      if (wrong === null) add('-', true, false);
      else errors.push(new InputError('(stdin)', wrong));
      continue;
    }
    const stats = statOrNull(arg);
    if (stats?.isDirectory()) {
      const files = walk(arg, { errors, notes });
      if (files.length === 0 && errors.every((error) => error.path !== arg)) errors.push(new InputError(arg, 'holds no files'));
      for (const { file, maildir } of files) add(file, false, true, maildir);
    } else if (stats !== null) add(arg, true, false);
    else if (PATTERN.test(arg)) {
      const files = await glob(arg, { errors, notes });
      for (const file of files) add(file, true, true);
    } else errors.push(new InputError(arg, whyNot(arg)));
  }
  return { sources: found, errors, notes };
}

/** What cannot be read, or never ends. */
function wrongWithStandardInput(): string | null {
  const stats = fstatSync(0);
  if (stats.isDirectory()) return 'is a directory';
  const isDevice = stats.isBlockDevice() || (stats.isCharacterDevice() && !isatty(0));
  return isDevice && stats.rdev !== statOrNull('/dev/null')?.rdev ? 'is neither a file nor a pipe' : null;
}

/** What to tell beside the files that are found. */
interface Complaints {
  readonly errors: InputError[];
  readonly notes: string[];
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

/** A pattern may reach pipes and devices by chance, which would keep the run waiting: who wants to read a pipe names it. */
async function glob(pattern: string, { errors, notes }: Complaints): Promise<string[]> {
  try {
    const matches = await matchesOf(pattern);
    errors.push(...matches.errors);
    const told = new Set(matches.errors.map((error) => error.path));
    const found = matches.names.filter((name) => !told.has(name)).map((file) => ({ file, stats: statOrNull(file) }));
    for (const { file, stats } of found) if (stats !== null && isSpecial(stats)) notes.push(`${file}: is no file, passed over`);
    const readable = found.filter(({ stats }) => stats === null || stats.isFile());
    if (readable.length === 0 && matches.errors.length === 0)
      errors.push(new InputError(pattern, 'no file matches this pattern'));
    return readable.map(({ file }) => file);
  } catch (error) {
    errors.push(new InputError(pattern, systemMessage(error)));
    return [];
  }
}

const isSpecial = (stats: Stats): boolean => !stats.isFile() && !stats.isDirectory();

interface WalkedFile {
  readonly file: string;
  readonly maildir?: string;
}

/**
 * All regular files below a directory, in the order of their names; what cannot be searched is told and passed over.
 * Hidden files are left out, except the folders of a Maildir++, whose names begin with a dot.
 */
function walk(directory: string, complaints: Complaints, into: WalkedFile[] = []): WalkedFile[] {
  let entries: Dirent[];
  try {
    entries = readdirSync(directory, { withFileTypes: true });
  } catch (error) {
    complaints.errors.push(new InputError(directory, systemMessage(error)));
    return into;
  }
  const folders = new Set(entries.filter((entry) => entry.isDirectory()).map(({ name }) => name));
  const inMaildir = isMaildir(folders);
  for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
    const file = path.join(directory, entry.name);
    if (inMaildir && entry.isDirectory()) {
      if (entry.name === 'cur' || entry.name === 'new') messagesIn(file, directory, complaints, into);
      else if (entry.name !== 'tmp') walk(file, complaints, into);
    } else if (entry.name.startsWith('.') || inMaildir) {
      // What a mail server keeps beside the messages of a Maildir is no mail.
    } else if (entry.isDirectory()) walk(file, complaints, into);
    else if (entry.isFile() || (entry.isSymbolicLink() && (mayBeMisread(file) || statOrNull(file)?.isFile())))
      into.push({ file });
  }
  return into;
}

/**
 * The messages in a folder of a Maildir, in the order of their names. Mail servers write files there and nothing else; a link
 * was made by the owner of the mailbox, who may not read all that the one who runs this may.
 */
function messagesIn(folder: string, maildir: string, { errors, notes }: Complaints, into: WalkedFile[]): void {
  try {
    const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !name.startsWith('.'));
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const file = path.join(folder, entry.name);
      if (entry.isFile()) into.push({ file, maildir });
      else if (!entry.isDirectory()) notes.push(`${file}: is no file, passed over`);
    }
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
