import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { join } from 'node:path';

/**
 * The command as a few files instead of three hundred: it starts sooner. What only one command needs is still loaded when that is asked for.
 * Of the dependencies those that every run needs are put into them, with their licences beside them; the others stay where npm puts them.
 * The modules for programs (`dist/index.js`) are left as the compiler wrote them.
 */
export default {
  input: {
    // What is started; it loads the files below together with what V8 made of them when the package was built.
    main: 'dist/cli/start.js',
    'scan-thread': 'dist/cli/start-thread.js',
    'decompress-thread': 'dist/cli/start-decompress-thread.js',
    'prepared-code': 'dist/cli/prepared-code.js',
    command: 'dist/cli/main.js',
    thread: 'dist/scan/scan-thread.js',
    decompress: 'dist/scan/decompress-thread.js',
  },
  platform: 'node',
  external: isLeftOut,
  checks: { emptyImportMeta: false },
  plugins: [
    { name: 'package', transform: localized, generateBundle: finish },
    { name: 'start', transform: unhurried },
  ],
  output: { dir: 'dist/command', format: 'cjs', entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
};

/** Dependencies that every run needs. What they need themselves goes with them. */
const ALWAYS_LOADED = ['yargs', 'csv-stringify', '@date-fns/tz'];

/** The path of a package, and its name, in the path of a module. */
const PACKAGE = /^(.*[\\/]node_modules[\\/]((?:@[^\\/]+[\\/])?[^\\/]+))[\\/]/;

/**
 * @param {string} id
 * @param {string | undefined} importer
 */
function isLeftOut(id, importer) {
  if (isBuiltin(id)) return true;
  if (/^[./]|^[a-z]:/i.test(id) || (importer !== undefined && PACKAGE.test(importer))) return false;
  return !ALWAYS_LOADED.some((name) => id === name || id.startsWith(`${name}/`));
}

/** @typedef {{ emitFile: (file: { type: 'asset', fileName: string, source: string }) => void }} Output */

/** Where yargs looks for its words, seen from the file in which it looks. */
const LOCALES = "'../../../locales'";

/**
 * Takes the English words of yargs along, and lets it find them.
 *
 * @this {Output}
 * @param {string} code
 * @param {string} id
 */
function localized(code, id) {
  if (!/[\\/]yargs[\\/]lib[\\/]platform-shims[\\/]esm\.mjs$/.test(id)) return null;
  if (!code.includes(LOCALES)) throw new Error('yargs looks for its words elsewhere than it did');
  const [, yargs = ''] = PACKAGE.exec(id) ?? [];
  this.emitFile({ type: 'asset', fileName: 'locales/en.json', source: readFileSync(join(yargs, 'locales/en.json'), 'utf8') });
  return code.replace(LOCALES, "'../locales'");
}

/**
 * What string-width makes when it is loaded and only help is laid out with, and what makes it when it is needed: V8 takes 20 ms for
 * a segmenter, and 30 ms for the set of all emoji, also where it only reads the expression.
 */
const MADE_LATE = new Map([
  ['const segmenter = new Intl.Segmenter();', 'const segmenter = { segment: (text) => new Intl.Segmenter().segment(text) };'],
  [
    'const rgiEmojiRegex = /^\\p{RGI_Emoji}$/v;',
    'const rgiEmojiRegex = { test: (text) => new RegExp("^\\\\p{RGI_Emoji}$", "v").test(text) };',
  ],
]);

/**
 * @param {string} code
 * @param {string} id
 */
function unhurried(code, id) {
  if (!/[\\/]string-width[\\/]index\.js$/.test(id)) return null;
  let late = code;
  for (const [made, madeLate] of MADE_LATE) late = late.replace(made, () => madeLate);
  if (/= new Intl|= [^=\n]*RGI_Emoji[^=\n]*;/.test(late)) throw new Error('string-width makes something else when it is loaded');
  return late;
}

/** @typedef {{ type: string, name: string, code: string, moduleIds: readonly string[], dynamicImports: readonly string[] }} Chunk */

/**
 * @this {Output}
 * @param {unknown} _
 * @param {Readonly<Record<string, Chunk>>} bundle
 */
function finish(_, bundle) {
  /** @type {Map<string, string>} */
  const packages = new Map();
  for (const chunk of Object.values(bundle)) {
    if (chunk.type !== 'chunk') continue;
    chunk.code = imported(escaped(chunk.code), chunk);
    for (const id of chunk.moduleIds) {
      const [, folder, name] = PACKAGE.exec(id) ?? [];
      if (folder !== undefined && name !== undefined) packages.set(folder, name);
    }
  }
  this.emitFile({ type: 'asset', fileName: 'licences.txt', source: licences(packages) });
  // The package holds ES modules elsewhere.
  this.emitFile({ type: 'asset', fileName: 'package.json', source: '{ "type": "commonjs" }\n' });
}

/**
 * The licences of packages of which code was taken over, each with the version.
 *
 * @param {ReadonlyMap<string, string>} packages names by folder
 */
function licences(packages) {
  const texts = [...packages].map(([folder, name]) => {
    const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
    if (file === undefined) throw new Error(`${name} has no licence`);
    const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
    return `${name} ${version}\n\n${readFileSync(join(folder, file), 'utf8').trim()}\n`;
  });
  const text = [...new Set(texts)].sort().join(`\n${'-'.repeat(80)}\n\n`);
  return `The files beside this one hold code of these packages.\n\n${text}`;
}

/**
 * Has a file import packages by the function that it is given when it is loaded.
 *
 * @param {string} code
 * @param {Chunk} chunk
 */
function imported(code, { name, dynamicImports }) {
  if (name === 'prepared-code') return code;
  let given = code;
  for (const id of dynamicImports)
    given = given.replaceAll(`import(${JSON.stringify(id)})`, `importModule(${JSON.stringify(id)})`);
  if (/\bimport\(/.test(given)) throw new Error(`${name} imports what cannot be told`);
  return given;
}

/** More characters outside of ASCII than one of so many are a language of its own. */
const FEW = 50;

/**
 * Writes the few characters outside of ASCII as escapes. V8 keeps the text of a module as long as its functions live, with two bytes
 * for each character as soon as one is beyond Latin-1.
 *
 * @param {string} code
 */
function escaped(code) {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside of ASCII is looked for
  const beyond = code.match(/[^\u0000-\u007f]/g) ?? [];
  if (beyond.length === 0 || beyond.length * FEW > code.length) return code;
  // biome-ignore lint/suspicious/noControlCharactersInRegex: everything outside of ASCII is looked for
  return code.replace(/[^\u0000-\u007f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
