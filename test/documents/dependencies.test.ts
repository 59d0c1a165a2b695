import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

interface Package {
  readonly version: string;
  readonly license?: string;
  readonly hasInstallScript?: boolean;
  readonly dev?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
}

const text = (path: string): string => readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8');
const manifest = JSON.parse(text('package.json')) as { readonly dependencies: Readonly<Record<string, string>> };
const { packages } = JSON.parse(text('package-lock.json')) as { readonly packages: Readonly<Record<string, Package>> };
const page = text('docs/dependencies.md');

const rows = page
  .split('\n')
  .filter((line) => line.startsWith('| `'))
  .map((line) => line.split('|').map((cell) => cell.trim()))
  .map(([, name, version, licence, use, source, along, size]) => ({
    name: name!.replaceAll('`', ''),
    version,
    licence,
    use,
    source,
    along,
    size,
  }));

/** Where a package finds another that it needs: beside itself, or in a folder above. */
function resolved(from: string, name: string): string {
  const folders = from.split('/node_modules/');
  for (let depth = folders.length; depth >= 0; depth--) {
    const path = [...folders.slice(0, depth), name].join('/node_modules/');
    const known = depth === 0 ? `node_modules/${name}` : path;
    if (packages[known] !== undefined) return known;
  }
  throw new Error(`${from}: ${name} is not in package-lock.json`);
}

/** A package and all that it needs. */
function whole(path: string, known = new Set<string>()): Set<string> {
  if (known.has(path)) return known;
  known.add(path);
  for (const name of Object.keys(packages[path]!.dependencies ?? {})) whole(resolved(path, name), known);
  return known;
}

describe('docs/dependencies.md', () => {
  test('names the dependencies that there are, in their versions', () => {
    expect(Object.fromEntries(rows.map(({ name, version }) => [name, version]))).toEqual(manifest.dependencies);
    for (const { use, source, size } of rows) for (const cell of [use, source, size]) expect(cell).toMatch(/\w/);
  });

  test.each(rows)('says what is true of $name', ({ name, version, licence, along }) => {
    const path = `node_modules/${name}`;
    expect({ version, licence }).toEqual({ version: packages[path]!.version, licence: packages[path]!.license });
    const beneath = whole(path).size - 1;
    expect(along).toBe(beneath === 0 ? 'none' : `${beneath} packages`);
  });

  const installed = new Set(Object.keys(manifest.dependencies).flatMap((name) => [...whole(`node_modules/${name}`)]));

  test('is right that nothing runs when it is installed', () => {
    expect([...installed].filter((path) => packages[path]!.hasInstallScript === true)).toEqual([]);
  });

  const held = ['yargs', 'csv-stringify', '@date-fns/tz'];

  test('is right that the command holds the code of three, with their licences', () => {
    expect(page).toContain(`Every run needs \`${held[0]}\`, \`${held[1]}\` and \`${held[2]}\`.`);
    const licences = text('dist/cli/licences.txt');
    for (const name of held) expect(licences).toContain(`\n${name} ${manifest.dependencies[name]}\n`);
    for (const path of whole('node_modules/yargs')) {
      const name = path.replace(/^.*node_modules\//, '');
      expect.soft(licences, name).toContain(`\n${name} `);
    }
    const command = fileURLToPath(new URL('../../dist/cli/', import.meta.url));
    for (const file of readdirSync(command).filter((name) => name.endsWith('.js')))
      expect(text(`dist/cli/${file}`), file).not.toMatch(/(?:from |require\(|import\()"(?:yargs|csv-stringify|@date-fns)/);
  });

  test('names the licences of all', () => {
    for (const licence of new Set([...installed].map((path) => packages[path]!.license ?? 'none')))
      expect(page, licence).toContain(licence);
  });
});
