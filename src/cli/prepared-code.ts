import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { setHeapAtStart } from './heap-at-start.js';

export { setHeapAtStart };

// What V8 made of a file is taken only where its flags are those under which it was made: they are set before anything is loaded.
setHeapAtStart();

/** What V8 made of a file stands beside it, with this behind its name. */
export const PREPARED = '.v8';

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
 * functions need not be compiled again, which is a third of a start. Another V8 (one of another Node) compiles them as ever.
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
    const script = compiled(path);
    loaded(path, script);
    (script.runInThisContext() as Wrapped).call(module.exports, module.exports, requireFrom, module, path, folder, importModule);
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

/** As Node wraps a module of CommonJS, in which lines keep their numbers. */
function compiled(path: string): Script {
  const code = readFileSync(path, 'utf8');
  return new Script(`(function (exports, require, module, __filename, __dirname, importModule) { ${code}\n})`, {
    filename: path,
    cachedData: preparedFor(path),
  });
}

/** Files of one package may be unpacked in any order, but not further apart than this, in milliseconds. */
const UNPACKING = 60_000;

/** What was made of a file is older than the file where that was changed since. */
function preparedFor(path: string): Buffer | undefined {
  try {
    return statSync(path + PREPARED).mtimeMs < statSync(path).mtimeMs - UNPACKING ? undefined : readFileSync(path + PREPARED);
  } catch {
    // Built without it.
    return undefined;
  }
}
