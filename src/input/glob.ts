import { type Dirent, lstat, lstatSync, readdir, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { InputError, mayBeMisread, systemMessage } from './input-error.js';

type FastGlob = typeof import('fast-glob');
type Failure = NodeJS.ErrnoException | null;

export interface Matches {
  /** What matches, in the order of names: files, and whatever else has such a name. */
  readonly names: readonly string[];
  /** What could not be searched. */
  readonly errors: readonly InputError[];
}

interface Entry {
  readonly name: string;
  readonly isLink: boolean;
}

/**
 * What matches a pattern in the syntax of fast-glob. A link to a directory is followed where a part of the pattern other than
 * `**` stands for it, and so no more often than a pattern has parts: links in a circle come to an end.
 */
export async function matchesOf(pattern: string): Promise<Matches> {
  const { default: fastGlob } = await import('fast-glob');
  const search = new Search(fastGlob, path.isAbsolute(pattern));
  await search.below('', pattern);
  return { names: [...search.names].sort(), errors: search.errors };
}

/**
 * fast-glob either follows links everywhere, and then takes every way through a circle, or nowhere. Here it follows none: a link
 * that stands for a part of the pattern is searched on its own, for the rest of the pattern. No directory is searched twice for
 * the same rest, so that the ways to it do not multiply.
 */
class Search {
  readonly names = new Set<string>();
  readonly #fastGlob: FastGlob;
  readonly #isAbsolute: boolean;
  readonly #searched = new Set<string>();
  readonly #errors = new Map<string, InputError>();

  constructor(fastGlob: FastGlob, isAbsolute: boolean) {
    this.#fastGlob = fastGlob;
    this.#isAbsolute = isAbsolute;
  }

  get errors(): readonly InputError[] {
    return [...this.#errors.values()];
  }

  /** @param folder where the pattern begins: empty for the working directory. */
  async below(folder: string, pattern: string): Promise<void> {
    const expanded = this.#fastGlob.generateTasks(pattern).flatMap(({ positive }) => positive);
    for (const { name } of await this.#entries(folder, expanded)) this.names.add(name);
    for (const one of expanded) {
      for (const { start, rest } of cuts(one)) {
        // Links in what is no pattern, the system follows by itself.
        if (this.#fastGlob.isDynamicPattern(start)) await this.#throughLinks(folder, start, rest);
      }
    }
  }

  async #throughLinks(folder: string, start: string, rest: string): Promise<void> {
    const links = (await this.#entries(folder, [start])).filter(({ isLink }) => isLink).map(({ name }) => name);
    for (const link of links.sort()) {
      const directory = this.#directoryAt(link);
      if (directory === null) continue;
      const search = `${directory}\0${rest}`;
      if (this.#searched.has(search)) continue;
      this.#searched.add(search);
      await this.below(link, rest);
    }
  }

  /** A directory by what it is, not by its name; null for what is none. */
  #directoryAt(link: string): string | null {
    try {
      const stats = statSync(link, { bigint: true });
      return stats.isDirectory() ? `${stats.dev}:${stats.ino}` : null;
    } catch (error) {
      // What cannot be looked at may be a directory of logs; a link that leads nowhere is none.
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EACCES' || code === 'EPERM') this.#tell(link, error);
      return null;
    }
  }

  /** @param patterns without alternatives in braces. */
  async #entries(folder: string, patterns: readonly string[]): Promise<readonly Entry[]> {
    const literal = patterns.filter((pattern) => this.#isEscapedName(pattern));
    const others = patterns.filter((pattern) => !literal.includes(pattern));
    const entries = await this.#fastGlob(others, {
      cwd: path.resolve(folder),
      onlyFiles: false,
      dot: false,
      followSymbolicLinks: false,
      objectMode: true,
      // One directory that is closed would end the search. What fails is told by the functions below.
      suppressErrors: true,
      fs: { readdir: this.#readdir, lstat: this.#lstat },
    });
    const named = entries.map((entry) => ({ name: below(folder, entry.path), isLink: entry.dirent.isSymbolicLink() }));
    return [...named, ...literal.flatMap((name) => this.#entryAt(below(folder, unescaped(name))))];
  }

  /** Whether a pattern is but a name with escapes, which fast-glob takes for a directory. */
  #isEscapedName(pattern: string): boolean {
    return pattern.includes('\\') && !this.#fastGlob.isDynamicPattern(pattern.replace(ESCAPED, 'x'));
  }

  #entryAt(name: string): Entry[] {
    try {
      return [{ name, isLink: lstatSync(name).isSymbolicLink() }];
    } catch (error) {
      this.#tell(name, error);
      return [];
    }
  }

  readonly #readdir = (
    directory: string,
    how: { readonly withFileTypes: true } | ((error: Failure, names: string[]) => void),
    done?: (error: Failure, entries: Dirent[]) => void,
  ): void => {
    readdir(directory, { withFileTypes: true }, (error, entries) => {
      if (error !== null) this.#tell(this.#asGiven(directory), error);
      if (typeof how === 'function') how(error, error === null ? entries.map(({ name }) => name) : []);
      else done?.(error, entries);
    });
  };

  /** For what stands in a pattern without a part that is one, such as both names of `{a,b}.log`. */
  readonly #lstat = (file: string, done: (error: Failure, stats: Stats) => void): void => {
    lstat(file, (error, stats) => {
      if (error !== null) this.#tell(this.#asGiven(file), error);
      done(error, stats);
    });
  };

  /** fast-glob reads by absolute names. */
  #asGiven(file: string): string {
    return this.#isAbsolute ? file : path.relative('', file) || '.';
  }

  /** That something is not there, or is gone meanwhile, is no more than that it does not match, where its name is its own. */
  #tell(name: string, error: unknown): void {
    const isGone = (error as NodeJS.ErrnoException).code === 'ENOENT' && !mayBeMisread(name);
    if (isGone || this.#errors.has(name)) return;
    this.#errors.set(name, new InputError(name, systemMessage(error)));
  }
}

const ESCAPED = /\\(.)/g;
const unescaped = (pattern: string): string => pattern.replace(ESCAPED, '$1');
const below = (folder: string, name: string): string => (folder === '' ? name : `${folder}/${name}`);

/**
 * Where a pattern begins with parts that have `?` and no other sign of a pattern, fast-glob takes them for names of directories.
 * The same in other words, it does not: a character that is no dot where hidden files begin, and elsewhere all but one that no
 * log has in its name.
 */
const withPlainMarks = (pattern: string): string =>
  pattern.replace(/^[^*[\](){}!@+\\]+(?=\/)/, (start) => start.replace(/(?<=^|\/)\?/g, '[!.]').replaceAll('?', '[!\x01]'));

/** Where a link may stand for the last part of the start of a pattern: at each slash that is not inside of an alternative. */
function* cuts(pattern: string): Iterable<{ readonly start: string; readonly rest: string }> {
  let depth = 0;
  for (let i = 0; i < pattern.length; i++) {
    const character = pattern[i];
    if (character === '\\') i++;
    else if (character === '(') depth++;
    else if (character === ')') depth = Math.max(0, depth - 1);
    else if (character === '/' && depth === 0) {
      const start = pattern.slice(0, i);
      // With ! in front of it, a pattern is what not to find.
      const rest = pattern.slice(i + 1).replace(/^!(?!\()/, '\\!');
      if (start !== '' && rest !== '' && !/(^|\/)\*\*$/.test(start)) yield { start, rest: withPlainMarks(rest) };
    }
  }
}
