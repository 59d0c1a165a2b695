import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

describe('the package', () => {
  let files: readonly string[] = [];

  beforeAll(() => {
    const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], { cwd: ROOT, encoding: 'utf8' });
    const [packed] = JSON.parse(stdout) as [{ readonly files: readonly { readonly path: string }[] }];
    files = packed.files.map((file) => file.path);
  }, 60_000);

  test.each(['README.md', 'CHANGELOG.md', 'docs/nightly.md', 'docs/reports.md'])('holds what %s links to', (name) => {
    const links = [...readFileSync(path.join(ROOT, name), 'utf8').matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, link]) =>
      path.posix.join(path.posix.dirname(name), link!),
    );
    expect(links.length).toBeGreaterThan(0);
    expect(links.filter((link) => !files.includes(link))).toEqual([]);
  });

  test('holds the rules and the dashboard that its documents speak of, and nothing that makes the documents', () => {
    expect(files).toEqual(
      expect.arrayContaining(['docs/prometheus/alerts.yml', 'docs/prometheus/dashboard.json', 'SECURITY.md']),
    );
    expect(files).not.toContain('docs/build.mjs');
  });
});
