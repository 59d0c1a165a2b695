import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Script } from 'node:vm';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IMPORTED, loadPrepared, PREPARED, prepare } from '../../src/cli/prepared-code.js';

const COMMAND = fileURLToPath(new URL('../../dist/cli/', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../../fixtures/logs/mail.log', import.meta.url));

const PATTERN = fileURLToPath(new URL('../../fixtures/logs/mail.log*', import.meta.url));

/** What the files that were loaded told, in order. */
const told: unknown[] = [];
(globalThis as { told?: (word: unknown) => void }).told = (word) => told.push(word);

describe('a file of the bundled command', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bouncelens-prepared-'));
    told.length = 0;
    write('a.js', 'told("a");\nconst { b } = require("./b.js");\ntold(b());\nrequire("./b.js");');
    write('b.js', 'told("b");\nexports.b = () => require("node:path").posix.sep;');
  });

  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const write = (name: string, content: string | Uint8Array): void => writeFileSync(join(folder, name), content);

  /** Loads a file. @returns whether what was prepared was refused, by file; undefined where nothing was. */
  function load(isToPrepare = false): Record<string, boolean | undefined> {
    const rejected: Record<string, boolean | undefined> = {};
    const scripts: [string, Script][] = [];
    loadPrepared(folder, 'a.js', (path, script) => {
      scripts.push([path, script]);
      rejected[basename(path)] = script.cachedDataRejected;
    });
    if (isToPrepare) for (const [path, script] of scripts) prepare(path, script);
    return rejected;
  }

  test('runs once, and so do those that it requires', () => {
    expect(load()).toEqual({ 'a.js': undefined, 'b.js': undefined });
    expect(told).toEqual(['a', 'b', '/']);
  });

  test('takes what V8 made of it', () => {
    load(true);
    told.length = 0;
    expect(load()).toEqual({ 'a.js': false, 'b.js': false });
    expect(told).toEqual(['a', 'b', '/']);
  });

  test('is compiled where it was changed since, even if it is as long as before, by which V8 knows it', () => {
    load(true);
    write('b.js', 'told("c");\nexports.b = () => require("node:path").posix.sep;');
    told.length = 0;
    expect(load()).toEqual({ 'a.js': false, 'b.js': undefined });
    expect(told).toEqual(['a', 'c', '/']);
  });

  test.each([
    ['of another file', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, 40), bytes.subarray(41)])],
    ['damaged', (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -9), Buffer.alloc(4), bytes.subarray(-5)])],
    ['cut short', (bytes: Buffer) => bytes.subarray(0, bytes.length >> 1)],
    ['empty', () => Buffer.alloc(0)],
    ['that of another Node', (bytes: Buffer) => Buffer.from(bytes.toString('latin1').replace(' v', ' w'), 'latin1')],
  ])('is compiled where what stands beside it is %s', (_, change) => {
    load(true);
    write(`b.js${PREPARED}`, change(readFileSync(join(folder, `b.js${PREPARED}`))));
    told.length = 0;
    expect(load()).toEqual({ 'a.js': false, 'b.js': undefined });
    expect(told).toEqual(['a', 'b', '/']);
  });

  test('tells the line of an error as it stands in the file, wherever that was prepared', () => {
    write('a.js', '\n\nif (told("a") > 1) throw new Error("third line");');
    load(true);
    const moved = `${folder}-moved`;
    renameSync(folder, moved);
    folder = moved;
    try {
      load();
      expect.unreachable();
    } catch (error) {
      expect((error as Error).stack).toContain('bouncelens/a.js:3:');
      expect((error as Error).stack).not.toContain(`${tmpdir()}/bouncelens-prepared`);
    }
  });

  test('is loaded again where it failed', () => {
    write('a.js', 'try { require("./b.js"); } catch (error) { told(error.message); }\nrequire("./b.js");');
    write('b.js', 'if (told("b") < 2) throw new Error("not yet"); told("done");');
    load();
    expect(told).toEqual(['b', 'not yet', 'b', 'done']);
  });

  test('can import a module, also when it was prepared', async () => {
    write('a.js', 'told(importModule("fzstd").then(({ Decompress }) => typeof Decompress));');
    load(true);
    expect(load()).toEqual({ 'a.js': false });
    expect(await told[1]).toBe('function');
  });

  test('can import every package that the sources import when they need it', () => {
    const src = fileURLToPath(new URL('../../src/', import.meta.url));
    const imported = readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => path.endsWith('.ts') && !path.endsWith('prepared-code.ts'))
      .flatMap((path) => [...readFileSync(join(src, path), 'utf8').matchAll(/\bimport\('([^.'][^']*)'\)/g)].map(([, id]) => id!));
    expect([...new Set(imported)].sort()).toEqual(Object.keys(IMPORTED).sort());
  });
});

describe('the built command', () => {
  /** Files that a run loads, each with whether what was prepared was refused. */
  const PROBE = `
    const { loadPrepared } = require(process.argv[1] + 'prepared-code.js');
    const folder = process.argv[1];
    const files = [];
    process.on('exit', () => process.stderr.write(JSON.stringify(files)));
    process.argv.splice(1, 1, folder + 'main.js');
    loadPrepared(folder, 'command.js', (path, script) => files.push([path, script.cachedDataRejected]));`;

  test.each([
    ['a report', [SAMPLE, '-f', 'csv', '--quiet']],
    ['a report of what is new', [SAMPLE, '-f', 'csv', '--quiet', '--state']],
    ['a report on a pattern', [PATTERN, '-f', 'csv', '--quiet']],
    ['explain', ['explain', '550']],
  ])('finds all that %s needs prepared', (_, args) => {
    const folder = mkdtempSync(join(tmpdir(), 'bouncelens-prepared-'));
    try {
      const all = args.at(-1) === '--state' ? [...args, join(folder, 'state')] : args;
      const out = join(folder, 'err');
      execFileSync('/bin/sh', ['-c', '"$0" -e "$@" 2> "$OUT"', process.execPath, PROBE, COMMAND, ...all], {
        env: { ...process.env, OUT: out, NODE_OPTIONS: '' },
      });
      const files = JSON.parse(execFileSync('cat', [out], { encoding: 'utf8' })) as [string, boolean | null | undefined][];
      expect(files.length).toBeGreaterThan(10);
      expect(files.filter(([, rejected]) => rejected !== false)).toEqual([]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
