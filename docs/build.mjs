// @ts-check

/**
 * Writes the outputs and pictures that the documents show, out of the sample logs:
 *
 *   npm run docs
 *
 * Pictures need Chromium (CHROMIUM names another place than /usr/bin/chromium).
 */

import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';

const ROOT = join(import.meta.dirname, '..');
const MAIN = join(ROOT, 'dist', 'cli', 'main.js');
const PICTURES = join(ROOT, 'docs', 'pictures');
const PAGE = join(ROOT, 'docs', 'reports.md');
const work = mkdtempSync(join(tmpdir(), 'bouncelens-docs-'));

/** @param {readonly string[]} args @param {Readonly<Record<string, string>>} [environment] */
function bouncelens(args, environment = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MAIN, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
    env: { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C.UTF-8', ...environment },
  });
  if (status !== 0 && status !== 3) throw new Error(`bouncelens ${args.join(' ')}: ${status}\n${stderr}`);
  return { stdout, stderr };
}

/** The year of logs without one, so that the outputs are the same whenever they are made. */
const LOGS = ['fixtures/logs', '--timezone', 'UTC', '--year', '2025'];

/** @param {string} text */
const escaped = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** Text with the marks of a terminal as a page that looks like one. @param {string} text */
function terminalPage(text) {
  const marked = escaped(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the marks of a terminal
    .replaceAll(/\x1b\[1m/g, '<b>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the marks of a terminal
    .replaceAll(/\x1b\[22m/g, '</b>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the marks of a terminal
    .replaceAll(/\x1b\[36m/g, '<i>')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the marks of a terminal
    .replaceAll(/\x1b\[39m/g, '</i>');
  return `<!doctype html><meta charset="utf-8"><style>
    body { margin: 0; padding: 1rem 1.25rem; background: #15181d; width: max-content; }
    pre { margin: 0; color: #e3e6ea; font: 14px/1.35 "DejaVu Sans Mono", monospace; } i { font-style: normal; color: #5fd7d7; }
    </style><pre>${marked}</pre>`;
}

async function pictures() {
  mkdirSync(PICTURES, { recursive: true });
  const html = join(work, 'report.html');
  bouncelens([...LOGS, '-o', html]);
  const { stdout } = bouncelens([...LOGS, '-f', 'text'], { FORCE_COLOR: '1' });
  const terminal = join(work, 'terminal.html');
  writeFileSync(terminal, terminalPage(`$ bouncelens /var/log/mail.log*\n${stdout.split('\n').slice(0, 58).join('\n')}`));
  const browser = await chromium.launchPersistentContext(join(work, 'profile'), {
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'],
  });
  const page = await browser.newPage();
  await page.setViewportSize({ width: 1000, height: 1250 });
  for (const colorScheme of /** @type {const} */ (['light', 'dark'])) {
    await page.emulateMedia({ colorScheme });
    await page.goto(pathToFileURL(html).href);
    await page.screenshot({ path: join(PICTURES, `report-${colorScheme}.png`) });
  }
  const changes = join(work, 'changes.html');
  bouncelens([...later(), '-o', changes]);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(pathToFileURL(changes).href);
  await page.screenshot({ path: join(PICTURES, 'changes.png') });
  await page.goto(pathToFileURL(terminal).href);
  await page.locator('body').screenshot({ path: join(PICTURES, 'terminal.png') });
  await browser.close();
}

/** @param {string} text @param {number} count */
function firstLines(text, count) {
  const lines = text.trimEnd().split(/\r?\n/);
  return lines.length <= count ? lines.join('\n') : [...lines.slice(0, count), '…'].join('\n');
}

/** What asks for the last nights of the samples, compared with those before. */
function later() {
  const summary = join(work, 'yesterday.summary');
  bouncelens([...LOGS, '--until', '2026-01-01', '-o', summary]);
  return [...LOGS, '--since', '2026-01-01', '--compare', summary];
}

/** @returns {{ text: string, csv: string }} */
function compared() {
  const args = later();
  const text = bouncelens([...args, '-f', 'text']).stdout;
  const rows = bouncelens([...args, '--top', '6'])
    .stdout.trimEnd()
    .split('\r\n')
    .map(cells);
  const [head = []] = rows;
  const shown = ['replyCode', 'enhancedStatus', 'reason', 'events', 'status', 'eventsBefore', 'lostBefore', 'change'];
  const csv = rows.map((row) => shown.map((name) => row[head.indexOf(name)]).join(',')).join('\n');
  return { text: text.slice(0, text.indexOf('\nOver time')).trimEnd(), csv };
}

/** @param {string} line of CSV, in which quotes stand around texts. */
const cells = (line) =>
  [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? '');

/** The outputs that the page shows, by the name in its comments. @returns {Readonly<Record<string, string>>} */
function outputs() {
  /** @param {readonly string[]} args */
  const out = (args) => bouncelens(args).stdout;
  const failOn = bouncelens([...LOGS, '--quiet', '--fail-on', 'bounceRate>5%', '-o', join(work, 'r.csv')]);
  const json = JSON.parse(out([...LOGS, '-f', 'json', '--top', '1']));
  const { text: compare, csv } = compared();
  return {
    compare,
    compared: csv,
    text: firstLines(out([...LOGS, '-f', 'text']), 62),
    markdown: firstLines(out([...LOGS, '-f', 'markdown']), 40),
    domains: out([...LOGS, '--by', 'recipientDomain', '--top', '5'])
      .trimEnd()
      .split('\r\n')
      .map((line) => `${line.split(',').slice(0, 12).join(',')},…`)
      .join('\n'),
    json: JSON.stringify({ ...json, generator: 'bouncelens …', generatedAt: '…', inputs: ['…'] }, null, 2),
    prometheus: firstLines(out([...LOGS, '-f', 'prometheus']).replaceAll(/^(\w+_timestamp_seconds) \S+/gm, '$1 …'), 24),
    suppress: firstLines(out(['suppress', ...LOGS]), 5),
    redacted: firstLines(out(['events', ...LOGS, '--redact', 'local-part', '-f', 'csv']), 3),
    fail: failOn.stderr.trimEnd(),
  };
}

try {
  const shown = outputs();
  const page = readFileSync(PAGE, 'utf8');
  const written = page.replaceAll(
    /(<!-- output: (\w+) -->\n(`{3,})\w*\n)(?:[\s\S]*?\n)??(\3\n)/g,
    (_, before, name, _fence, after) => {
      const text = shown[name];
      if (text === undefined) throw new Error(`docs/reports.md asks for the output '${name}', which is not made`);
      return `${before}${text}\n${after}`;
    },
  );
  writeFileSync(PAGE, written);
  await pictures();
} finally {
  rmSync(work, { recursive: true, force: true });
}
