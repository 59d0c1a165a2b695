import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Every program in the documents, by the name of its document and its place in it. */
const EXAMPLES = ['README.md', ...readdirSync(path.join(ROOT, 'docs')).map((name) => path.join('docs', name))]
  .filter((name) => name.endsWith('.md'))
  .flatMap((name) =>
    [...readFileSync(path.join(ROOT, name), 'utf8').matchAll(/^```js\n([\s\S]*?)^```$/gm)].map(
      ([, code], i) => [`${name} ${i + 1}`, code!] as const,
    ),
  );

describe('the programs in the documents', () => {
  let folder = '';

  // As where the package was installed.
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-examples-'));
    mkdirSync(path.join(folder, 'node_modules'));
    symlinkSync(ROOT, path.join(folder, 'node_modules', 'bouncelens'));
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  const run = (code: string) => {
    const file = path.join(folder, 'example.mjs');
    writeFileSync(file, code);
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { cwd: ROOT, encoding: 'utf8', timeout: 20_000 });
    return { status, stdout, stderr };
  };

  test('are found', () => {
    expect(EXAMPLES.length).toBeGreaterThanOrEqual(2);
  });

  test.each(EXAMPLES)('run: %s', (_name, code) => {
    expect(run(code)).toMatchObject({ status: 0, stderr: '' });
  });

  test('fit the types of the package', () => {
    const programs = path.join(folder, 'programs');
    mkdirSync(programs);
    EXAMPLES.forEach(([, code], i) => {
      writeFileSync(path.join(programs, `${i}.mjs`), code);
    });
    const options = [
      '--module',
      'nodenext',
      '--target',
      'es2022',
      '--allowJs',
      '--checkJs',
      '--strict',
      '--noImplicitAny',
      'false',
    ];
    const types = ['--types', 'node', '--typeRoots', path.join(ROOT, 'node_modules/@types')];
    const files = EXAMPLES.map((_, i) => path.join(programs, `${i}.mjs`));
    const tsc = path.join(ROOT, 'node_modules/.bin/tsc');
    const { status, stdout } = spawnSync(tsc, ['--noEmit', ...options, ...types, ...files], { cwd: folder, encoding: 'utf8' });
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
  }, 60_000);

  test('report the samples', () => {
    const [, code] = EXAMPLES.find(([, text]) => text.includes('overview('))!;
    const { stdout } = run(code);
    expect(stdout).toMatch(/^bounce rate 0\.19\d+\nuser-unknown \d+ \S.+\n/);
  });
});
