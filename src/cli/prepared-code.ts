import { isAscii } from 'node:buffer';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Script } from 'node:vm';
import { crc32 } from 'node:zlib';
import { setHeapAtStart } from './heap-at-start.js';

export { setHeapAtStart };

// What V8 made of a file is taken only where its flags are those under which it was made: they are set before anything is loaded.
setHeapAtStart();

/** What V8 made of a file stands beside it, with this behind its name. */
export const PREPARED = '.v8';

const CHECKSUM = 4;

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
  const bytes = readFileSync(path);
  const code = bytes.toString(isAscii(bytes) ? 'latin1' : 'utf8');
  return new Script(`(function (exports, require, module, __filename, __dirname, importModule) { ${code}\n})`, {
    filename: `bouncelens/${file}`,
    cachedData: preparedFor(path, bytes),
  });
}

/** For whom code is prepared: V8 itself does not tell apart all for whom it would be wrong. */
const MADE_FOR = `bouncelens-code/2 ${process.version} ${process.platform} ${process.arch}\n`;

/** Tells other code from that for which something was made, and a file that was damaged or cut short: V8 believes what it is given. */
const checksumOf = (code: Uint8Array, made: Uint8Array): number => crc32(made, crc32(code));

/** Writes what V8 made of a file beside it, with for whom, and a checksum of both. */
export function prepare(path: string, script: Script): void {
  const made = script.createCachedData();
  const checksum = Buffer.alloc(CHECKSUM);
  checksum.writeUInt32LE(checksumOf(readFileSync(path), made));
  writeFileSync(path + PREPARED, Buffer.concat([Buffer.from(MADE_FOR), checksum, made]));
}

/** What was made of just this code, for just this Node. */
function preparedFor(path: string, code: Uint8Array): Buffer | undefined {
  let bytes: Buffer;
  try {
    bytes = readFileSync(path + PREPARED);
  } catch {
    // Built without it.
    return undefined;
  }
  const start = MADE_FOR.length + CHECKSUM;
  if (bytes.length < start || bytes.toString('latin1', 0, MADE_FOR.length) !== MADE_FOR) return undefined;
  const made = bytes.subarray(start);
  return checksumOf(code, made) === bytes.readUInt32LE(MADE_FOR.length) ? made : undefined;
}
