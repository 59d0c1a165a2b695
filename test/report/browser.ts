import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';

/** Where Debian, and others, have it. */
const PROGRAMS = [process.env.CHROMIUM ?? '', '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** A browser to look at pages with; null where there is none. */
export const browserProgram: string | null = PROGRAMS.find((program) => program !== '' && existsSync(program)) ?? null;

const ARGUMENTS = ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--no-first-run'];

/** A page that is open, and everything that went wrong on it. */
export interface Opened {
  readonly page: Page;
  /** Messages of the console, errors, dialogs, and requests for anything but the page itself. */
  readonly troubles: string[];
}

/** A browser for the tests of a file, with a profile of its own. */
export class Browser {
  #folder = '';
  #context: BrowserContext | null = null;
  #pages = 0;

  constructor() {
    beforeAll(async () => {
      this.#folder = mkdtempSync(path.join(tmpdir(), 'bouncelens-browser-'));
      if (browserProgram === null) return;
      this.#context = await chromium.launchPersistentContext(path.join(this.#folder, 'profile'), {
        executablePath: browserProgram,
        args: ARGUMENTS,
      });
    });
    afterAll(async () => {
      await this.#context?.close();
      rmSync(this.#folder, { recursive: true, force: true });
    });
  }

  /** Opens a document as somebody would who was sent it as a file. */
  async open(document: string, look: { readonly width?: number; readonly colorScheme?: 'light' | 'dark' } = {}): Promise<Opened> {
    const file = path.join(this.#folder, `${++this.#pages}.html`);
    writeFileSync(file, document);
    const url = pathToFileURL(file).href;
    const page = await this.#context!.newPage();
    const troubles: string[] = [];
    page.on('console', (message) => troubles.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => troubles.push(`error: ${error.message}`));
    page.on('dialog', async (dialog) => {
      troubles.push(`dialog: ${dialog.message()}`);
      await dialog.dismiss();
    });
    page.on('request', (request) => {
      if (request.url() !== url) troubles.push(`request: ${request.url()}`);
    });
    await page.setViewportSize({ width: look.width ?? 1000, height: 900 });
    await page.emulateMedia({ colorScheme: look.colorScheme ?? 'light' });
    await page.goto(url);
    return { page, troubles };
  }
}

/** What axe finds that hinders people, as lines. */
export async function hindrances(page: Page): Promise<string[]> {
  // The policy of the page lets no script in, but what the inspector evaluates is none of the page's.
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(async () => await (globalThis as unknown as { axe: typeof axe }).axe.run());
  return violations.flatMap(({ id, impact, nodes }) => nodes.map(({ html }) => `${impact}: ${id}: ${html.slice(0, 200)}`));
}
