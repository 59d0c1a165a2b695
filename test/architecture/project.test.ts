import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface Manifest {
  readonly bin?: unknown;
  readonly engines?: Readonly<Record<string, string>>;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

interface Lock {
  readonly packages: Readonly<Record<string, { readonly resolved?: string; readonly integrity?: string }>>;
}

const root = (path: string): URL => new URL(`../../${path}`, import.meta.url);
const read = <T>(path: string): T => JSON.parse(readFileSync(root(path), 'utf8')) as T;

const manifest = read<Manifest>('package.json');
const lock = read<Lock>('package-lock.json');

describe('package.json', () => {
  test('names its programs one by one', () => {
    expect(manifest.bin).toEqual({ bouncelens: 'dist/cli/main.js' });
  });

  test('says which Node it needs', () => {
    expect(manifest.engines?.node).toEqual(expect.stringMatching(/\d/));
  });

  test.each(['dependencies', 'devDependencies', 'optionalDependencies'] as const)('pins its %s', (group) => {
    const loose = Object.entries(manifest[group] ?? {}).filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/.test(version));
    expect(loose).toEqual([]);
  });
});

describe('Dockerfile', () => {
  const { scripts } = read<{ readonly scripts: Readonly<Record<string, string>> }>('package.json');
  const [, stage = ''] = readFileSync(root('Dockerfile'), 'utf8').split(/\nFROM /);
  const copied = [...stage.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, names]) => names!.split(' '));
  const ignored = readFileSync(root('.dockerignore'), 'utf8').split('\n');
  // What the build reads beside its own output.
  const needed = ['build', 'bundle', 'man'].flatMap((name) =>
    [...scripts[name]!.matchAll(/(?<![\w/.])(?:\.\/)?([\w.-]+(?:\/[\w.-]+)*\.(?:json|mjs|ts))\b/g)].map(([, path]) => path!),
  );

  test('builds with all that the build reads', () => {
    const sources = [...new Set(needed.filter((path) => !path.startsWith('dist/')))];
    expect(sources).toEqual(
      expect.arrayContaining(['tsconfig.build.json', 'rolldown.config.mjs', 'packaging/prepare-rules.mjs']),
    );
    // The logs that its command is run over.
    expect(copied).toContain('fixtures/logs');
    for (const path of sources) {
      const at = path.split('/')[0]!;
      expect.soft(copied, path).toContain(at);
      expect.soft(ignored, path).toContain(`!${at}`);
    }
  });
});

describe('package-lock.json', () => {
  const packages = Object.entries(lock.packages).filter(([path]) => path !== '');

  test('leads to no other registry than the public one', () => {
    const elsewhere = packages.filter(
      ([, { resolved }]) => resolved && new URL(resolved).origin !== 'https://registry.npmjs.org',
    );
    expect(elsewhere).toEqual([]);
  });

  test('knows the checksum of every package', () => {
    expect(packages.filter(([, { integrity }]) => !integrity).map(([path]) => path)).toEqual([]);
  });
});

test.each(['LICENSE', 'CHANGELOG.md'])('%s is there', (path) => {
  expect(existsSync(root(path))).toBe(true);
});
