import { readdirSync, readFileSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { importsOf } from './source-imports.js';

/** Modules that reach out of the process, and the files and rooms of `src` that may use them. What is not listed is used nowhere. */
const REACH: Readonly<Record<string, readonly string[]>> = {
  // A classifier reads what the build of the package made of our rules.
  fs: ['input', 'cli', 'scan', 'state', 'classify/our-rules.ts'],
  // They start one program each, whose name is a constant.
  child_process: ['input/bzip2.ts', 'input/followed-journal.ts'],
  // A pipe is read through a socket object; the others ask whether a text is an IP address.
  net: ['input/pipe-stream.ts', 'mail/delivery-status.ts', 'watch/http-server.ts', 'cli/watch-options.ts'],
  // It answers those who ask, where `watch` is told to listen, and asks nobody.
  http: ['watch/http-server.ts'],
  worker_threads: ['scan'],
  // The command loads its own files.
  module: ['cli/prepared-code.ts'],
  vm: ['cli/prepared-code.ts'],
};

/** Modules that do nothing outside of the process. */
const HARMLESS = new Set([
  'buffer',
  'crypto',
  'events',
  'os',
  'path',
  'stream',
  'tty',
  'url',
  'util',
  'v8',
  'zlib',
  'perf_hooks',
]);

const src = fileURLToPath(new URL('../../src/', import.meta.url));
const sources = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => path.endsWith('.ts'))
  .sort()
  .map((path) => ({ path, text: readFileSync(`${src}${path}`, 'utf8') }));

const isBuiltin = (name: string) => name.startsWith('node:') || builtinModules.includes(name);

/** What a file of the sources may not ask for. */
function trespasses({ path, text }: { readonly path: string; readonly text: string }): string[] {
  return importsOf(text).flatMap(({ line, specifier }) => {
    if (specifier === null || !isBuiltin(specifier)) return [];
    const name = specifier.replace(/^node:/, '').replace(/\/.*/, '');
    if (HARMLESS.has(name)) return [];
    const isAllowed = REACH[name]?.some((allowed) => path === allowed || path.startsWith(`${allowed}/`)) ?? false;
    return isAllowed ? [] : [`src/${path}:${line}: ${specifier}`];
  });
}

describe('what the sources can reach', () => {
  test('are files, two programs, pipes and who asks watch, each from the places that say so; nothing in the network is asked', () => {
    expect(sources.length).toBeGreaterThan(100);
    expect(sources.flatMap(trespasses)).toEqual([]);
  });

  test('is told apart by the test', () => {
    expect(trespasses({ path: 'mail/a.ts', text: "import { readFileSync } from 'node:fs';" })).toEqual([
      'src/mail/a.ts:1: node:fs',
    ]);
    expect(trespasses({ path: 'cli/a.ts', text: "import http from 'http';" })).toEqual(['src/cli/a.ts:1: http']);
    expect(trespasses({ path: 'cli/a.ts', text: "import { lookup } from 'node:dns/promises';" })).toEqual([
      'src/cli/a.ts:1: node:dns/promises',
    ]);
    expect(trespasses({ path: 'input/a.ts', text: "import { exec } from 'node:child_process';" })).toHaveLength(1);
    expect(trespasses({ path: 'cli/a.ts', text: "import fs from 'node:fs/promises';\nimport path from 'node:path';" })).toEqual(
      [],
    );
  });

  test('does not include code that is made of text', () => {
    const made = sources.filter(({ text }) =>
      /(?<![.\w])(?:eval|Function)\s*\(|new\s+Function\b|\bprocess\.binding\b/.test(text),
    );
    expect(made.map(({ path }) => path)).toEqual([]);
  });

  test('is two programs, started by a constant name, with arguments that cannot become others, and no shell', () => {
    const spawns = (path: string) => {
      const { text } = sources.find((source) => source.path === path)!;
      return [...(text.match(/import [^\n]*child_process[^\n]*/g) ?? []), ...(text.match(/\bspawn\([^;]*;/g) ?? [])];
    };
    expect(spawns('input/bzip2.ts')).toEqual([
      "import { spawn } from 'node:child_process';",
      "spawn('bzip2', ['-dc'], { env, stdio: ['pipe', 'pipe', 'pipe'], windowsHide: true });",
    ]);
    expect(spawns('input/followed-journal.ts')).toEqual([
      "import { type ChildProcess, spawn } from 'node:child_process';",
      "spawn('journalctl', args, { stdio: ['ignore', 'pipe', 'pipe'] });",
    ]);
  });

  test('is nobody in the network: the server listens, and nothing connects', () => {
    const { text } = sources.find(({ path }) => path === 'watch/http-server.ts')!;
    expect(text.match(/import [^\n]*node:http[^\n]*/g)).toEqual([
      "import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';",
    ]);
    expect(text.match(/import [^\n]*node:net[^\n]*/g)).toEqual(["import { type AddressInfo, isIP } from 'node:net';"]);
    const asking = sources.filter(({ text: source }) => /\bfetch\(|\bnew WebSocket\b/.test(source));
    expect(asking.map(({ path }) => path)).toEqual([]);
  });
});
