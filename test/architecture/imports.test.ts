import { readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf } from './source-imports.js';

/** What the files of a room may import beside their own room: rooms, or single files of one. A room is a folder of `src`, or a file in it. */
const ALLOWED: Readonly<Record<string, readonly string[]>> = {
  model: [],
  catalogue: ['model'],
  classify: ['model', 'catalogue'],
  input: ['model'],
  mta: ['model', 'classify/reply.ts'],
  mail: ['model', 'classify/reply.ts', 'classify/reply-in-text.ts'],
  summary: ['model'],
  state: ['model', 'summary'],
  scan: ['model', 'catalogue', 'classify', 'input', 'mta', 'mail', 'summary', 'state'],
  report: ['model', 'catalogue', 'summary'],
  store: ['model', 'summary'],
  // What a scan that goes on tells over HTTP.
  watch: ['model', 'input/follow.ts', 'summary', 'report'],
  cli: [
    'model',
    'catalogue',
    'classify',
    'input',
    'mta',
    'mail',
    'summary',
    'state',
    'scan',
    'report',
    'store',
    'watch',
    'index.ts',
  ],
  'index.ts': ['model', 'catalogue', 'classify', 'input', 'mta', 'mail', 'summary', 'scan', 'report', 'store'],
};

/** Names that say nothing about what a folder holds. */
const NAMELESS = /^(?:utils?|helpers?|common|managers?)$/;

const LONGEST_FILE = 600;
/** The texts of the catalogue are as long as the list of what they describe. */
const ANY_LENGTH = 'catalogue/text/';

/** Paths below `src`, with `/`, and what the files hold. */
type Tree = ReadonlyMap<string, string>;

const isRelative = (specifier: string): boolean => /^\.{1,2}(?:\/|$)/.test(specifier);
const roomOf = (file: string): string => file.split('/')[0]!;

/** The file that a relative specifier means; a path that starts with `..` lies outside. AssemblyScript names files without their ending. */
const target = (file: string, specifier: string): string => {
  const path = posix.join(posix.dirname(file), specifier);
  return posix.extname(path) === '' ? `${path}.ts` : path.replace(/\.([cm]?)js$/, '.$1ts');
};

/** Why this import may not be; null when it may. */
function objection(tree: Tree, file: string, specifier: string | null): string | null {
  if (specifier === null) return 'names its module by a computed string';
  if (!isRelative(specifier)) return null;
  const imported = target(file, specifier);
  if (imported.startsWith('../')) return 'lies outside of src';
  if (!tree.has(imported)) return 'leads to no file';
  const [from, to] = [roomOf(file), roomOf(imported)];
  if (from === to || ALLOWED[from]?.some((allowed) => allowed === to || allowed === imported)) return null;
  return `${from} may not import ${to}`;
}

function forbiddenImports(tree: Tree): string[] {
  return [...tree].flatMap(([file, source]) =>
    importsOf(source).flatMap(({ line, specifier }) => {
      const reason = objection(tree, file, specifier);
      return reason ? [`src/${file}:${line}: import of '${specifier ?? '?'}' ${reason}`] : [];
    }),
  );
}

/** The first cycle met from each file, every file in one cycle at most. */
function cycles(tree: Tree): string[] {
  const found: string[] = [];
  const done = new Set<string>();
  const visit = (file: string, path: readonly string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      found.push([...path.slice(start), file].map((step) => `src/${step}`).join(' → '));
      return;
    }
    if (done.has(file)) return;
    for (const { specifier } of importsOf(tree.get(file) ?? '')) {
      if (specifier !== null && isRelative(specifier) && tree.has(target(file, specifier)))
        visit(target(file, specifier), [...path, file]);
    }
    done.add(file);
  };
  for (const file of tree.keys()) visit(file, []);
  return found;
}

const strangeRooms = (tree: Tree): string[] => [...tree.keys()].filter((file) => !Object.hasOwn(ALLOWED, roomOf(file)));

const namelessFolders = (tree: Tree): string[] =>
  [...tree.keys()].filter((file) =>
    posix
      .dirname(file)
      .split('/')
      .some((folder) => NAMELESS.test(folder)),
  );

const longFiles = (tree: Tree): string[] =>
  [...tree]
    .filter(([file]) => !file.startsWith(ANY_LENGTH))
    .map(([file, source]) => ({ file, lines: source.replace(/\n$/, '').split('\n').length }))
    .filter(({ lines }) => lines > LONGEST_FILE)
    .map(({ file, lines }) => `src/${file}: ${lines} lines`);

describe('the sources', () => {
  const src = fileURLToPath(new URL('../../src/', import.meta.url));
  const files = readdirSync(src, { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));
  const tree: Tree = new Map(
    files
      .filter((path) => /\.[cm]?ts$/.test(path))
      .sort()
      .map((path) => [path, readFileSync(`${src}${path}`, 'utf8')]),
  );

  test('are found', () => {
    expect(tree.has('cli/main.ts')).toBe(true);
  });

  test('stand in the rooms that the table knows', () => {
    expect(strangeRooms(tree)).toEqual([]);
  });

  test('import only what the table allows', () => {
    expect(forbiddenImports(tree)).toEqual([]);
  });

  test('import nothing in a circle', () => {
    expect(cycles(tree)).toEqual([]);
  });

  test('stand in folders whose names say something', () => {
    expect(namelessFolders(tree)).toEqual([]);
  });

  test('are not too long', () => {
    expect(longFiles(tree)).toEqual([]);
  });
});

describe('the rules', () => {
  const empty = { 'model/a.ts': '', 'classify/reply.ts': '', 'classify/rules.ts': '', 'cli/main.ts': '', 'index.ts': '' };
  const treeWith = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries({ ...empty, ...files }));

  test.each([
    [
      'a room that the table does not allow',
      'model/b.ts',
      "import { x } from '../classify/rules.js';",
      'model may not import classify',
    ],
    ['a type', 'report/csv.ts', "import type { X } from '../classify/rules.js';", 'report may not import classify'],
    ['a module loaded later', 'scan/scan.ts', "await import('../cli/main.js');", 'scan may not import cli'],
    ['a module passed on', 'index.ts', "export * from './cli/main.js';", 'index.ts may not import cli'],
    ['a worker', 'mta/a.ts', "new Worker(new URL('../cli/main.js', import.meta.url));", 'mta may not import cli'],
    ['another file of a room that is open in part', 'mta/a.ts', "import '../classify/rules.js';", 'mta may not import classify'],
    ['a file outside', 'cli/a.ts', "import '../../test/a.js';", 'lies outside of src'],
    ['a file that is not there', 'cli/a.ts', "import './b.js';", 'leads to no file'],
  ])('refuse %s', (_what, file, source, reason) => {
    const specifier = /'([^']+)'/.exec(source)![1];
    expect(forbiddenImports(treeWith({ [file]: `\n${source}\n` }))).toEqual([
      `src/${file}:2: import of '${specifier}' ${reason}`,
    ]);
  });

  test.each(['await import(name);', 'await import(`./a.js`);'])('refuse a module whose name is computed: %s', (source) => {
    expect(forbiddenImports(treeWith({ 'cli/a.ts': source }))).toEqual([
      "src/cli/a.ts:1: import of '?' names its module by a computed string",
    ]);
  });

  test.each([
    ['a package', 'model/b.ts', "import { x } from 'yargs';"],
    ['the own room', 'model/b.ts', "import { x } from './a.js';"],
    ['the one open file of a room', 'mta/postfix/a.ts', "import { x } from '../../classify/reply.js';"],
    ['data found by its address', 'cli/version.ts', "readFileSync(new URL('../../package.json', import.meta.url));"],
  ])('allow %s', (_what, file, source) => {
    expect(forbiddenImports(treeWith({ [file]: source }))).toEqual([]);
  });

  test('find a cycle', () => {
    const tree = treeWith({
      'input/a.ts': "import './b.js';",
      'input/b.ts': "import type { C } from './c.js';",
      'input/c.ts': "import './b.js';",
    });
    expect(cycles(tree)).toEqual(['src/input/b.ts → src/input/c.ts → src/input/b.ts']);
  });

  test('find what stands in the wrong place or is too long', () => {
    const tree = treeWith({
      'utils/a.ts': '',
      'input/helpers/a.ts': '',
      'input/long.ts': 'a;\n'.repeat(601),
      'input/full.ts': 'a;\n'.repeat(600),
      'catalogue/text/en.ts': 'a;\n'.repeat(601),
    });
    expect(strangeRooms(tree)).toEqual(['utils/a.ts']);
    expect(namelessFolders(tree)).toEqual(['utils/a.ts', 'input/helpers/a.ts']);
    expect(longFiles(tree)).toEqual(['src/input/long.ts: 601 lines']);
  });
});

describe('the imports of a source', () => {
  const specifiers = (source: string) => importsOf(source).map(({ specifier }) => specifier);

  test('are found in every form', () => {
    const source = [
      "import './a.js';",
      "import b, { type B } from './b.js';",
      "import type { C } from './c.js';",
      "import {\n  d,\n  e,\n} from './d.js';",
      "export { e } from './e.js';",
      "export * as f from './f.js';",
      "const g = (await import('./g.js')).default;",
      "let h: import('./h.js').H;",
      "const i = import(\n  './i.js'\n);",
      "const j = `$${{ j: await import('./j.js') }}`;",
      'import "./k.js";',
    ].join('\n');
    expect(specifiers(source)).toEqual('abcdefghijk'.split('').map((name) => `./${name}.js`));
  });

  test('are not found in comments, strings, templates and patterns', () => {
    const source = [
      "// import './a.js';",
      "/* import './b.js';\n   import('./c.js') */",
      'const d = "import \'./d.js\'";',
      // biome-ignore lint/suspicious/noTemplateCurlyInString: the text of a source
      "const e = `import './e.js'; ${e ? `import './f.js'` : '`'} import './g.js'`;",
      'const h = /[/\'"`]/.test(h) ? 1 / 2 : "";',
      "Array.from('./i.js'); from('./j.js'); object.import('./k.js');",
      "import './found.js';",
    ].join('\n');
    expect(importsOf(source)).toEqual([{ line: 8, specifier: './found.js' }]);
  });
});
