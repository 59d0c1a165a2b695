import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { setHeapAtStart } from './heap-at-start.js';

export { setHeapAtStart };

// What V8 made of a file is taken only where its flags are those under which it was made: they are set before anything is loaded.
setHeapAtStart();

/** What V8 made of a file stands beside it, with this behind its name. */
export const PREPARED = '.v8';

const DIGEST = 32;

/** Takes a file that was loaded, and what it became. */
export type Loaded = (path: string, script: Script) => void;

type Wrapped = (
  exports: unknown,
  require: (id: string) => unknown,
  module: { exports: unknown },
  filename: string,
  dirname: string,
  importModule: (id: string) => Promise<unknown>,
) => void;

/**
 * Loads a file of the bundled command, and those that it requires, with what V8 made of them when the package was built: their
 * functions need not be compiled again, which is a third of a start. Another Node compiles them as ever.
 *
 * @param folder the folder of the bundled command.
 * @param name the file in it.
 * @param loaded told of each file.
 */
export function loadPrepared(folder: string, name: string, loaded: Loaded = () => {}): void {
  const modules = new Map<string, { exports: unknown }>();
  const others = createRequire(join(folder, name));
  const load = (file: string): unknown => {
    const known = modules.get(file);
    if (known !== undefined) return known.exports;
    const module = { exports: {} };
    modules.set(file, module);
    const path = join(folder, file);
    try {
      const script = compiled(path, file);
      loaded(path, script);
      (script.runInThisContext() as Wrapped).call(
        module.exports,
        module.exports,
        requireFrom,
        module,
        path,
        folder,
        importModule,
      );
    } catch (error) {
      modules.delete(file);
      throw error;
    }
    return module.exports;
  };
  const requireFrom = (id: string): unknown => (id.startsWith('./') ? load(id.slice(2)) : others(id));
  load(name);
}

/** Packages that are imported when they are needed. */
export const IMPORTED: Readonly<Record<string, () => Promise<unknown>>> = {
  'cli-progress': () => import('cli-progress'),
  'fast-glob': () => import('fast-glob'),
  fzstd: () => import('fzstd'),
  mailparser: () => import('mailparser'),
  'xxhash-wasm': () => import('xxhash-wasm'),
  'xz-decompress': () => import('xz-decompress'),
};

/** What V8 made of a file forgets how to import: the bundle does it by this function. */
const importModule = (id: string): Promise<unknown> => IMPORTED[id]!();

/**
 * As Node wraps a module of CommonJS, in which lines keep their numbers. The name that errors tell is part of what V8 made, and so the
 * same wherever the package is.
 */
function compiled(path: string, file: string): Script {
  const code = readFileSync(path, 'utf8');
  return new Script(`(function (exports, require, module, __filename, __dirname, importModule) { ${code}\n})`, {
    filename: `bouncelens/${file}`,
    cachedData: preparedFor(path, code),
  });
}

/** For whom code is prepared: V8 itself does not tell apart all for whom it would be wrong. */
const MADE_FOR = `bouncelens-code/1 ${process.version} ${process.platform} ${process.arch}\n`;

const digestOf = (...parts: readonly (string | Uint8Array)[]): Buffer => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return hash.digest();
};

/** Writes what V8 made of a file beside it, with for whom, and a digest of both: V8 believes what it is given. */
export function prepare(path: string, script: Script): void {
  const made = script.createCachedData();
  writeFileSync(path + PREPARED, Buffer.concat([Buffer.from(MADE_FOR), digestOf(readFileSync(path, 'utf8'), made), made]));
}

/** What was made of just this code, for just this Node. */
function preparedFor(path: string, code: string): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path + PREPARED);
  } catch {
    // Built without it.
    return undefined;
  }
  const digest = MADE_FOR.length;
  const made = bytes.subarray(digest + DIGEST);
  if (bytes.toString('latin1', 0, digest) !== MADE_FOR) return undefined;
  return digestOf(code, made).equals(bytes.subarray(digest, digest + DIGEST)) ? made : undefined;
}
