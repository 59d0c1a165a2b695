import { describe, expect, test } from 'vitest';
import { en } from '../../src/catalogue/text/en.js';
import { LANGUAGES, loadLanguage } from '../../src/catalogue/text/language.js';
import { DEFAULT_GROUPING } from '../../src/model/dimension.js';
import { baselineOf } from '../../src/report/baseline.js';
import { overview } from '../../src/report/overview.js';
import { pageHtml } from '../../src/report/page-html.js';
import { type ReportPageOptions, reportPage } from '../../src/report/report-page.js';
import { UTC } from '../summary/reading.js';
import { Browser, browserProgram, hindrances } from './browser.js';
import { BLOCKED, type Counted, countsOf, DELIVERED, FULL, overviewOf, RELAY, UNKNOWN } from './overview-of.js';

const at = (time: string) => Date.parse(`${time}Z`);
const OPTIONS: Omit<ReportPageOptions, 'language'> = {
  zone: UTC,
  generator: 'bouncelens 9.9.9',
  now: at('2026-06-06T00:30'),
  from: at('2026-06-05T08:00'),
  to: at('2026-06-05T20:00'),
  inputs: [{ path: 'mail.log', kind: 'log', mta: 'postfix', bytes: 99, lines: 99, records: 9, unparsedLines: 2, error: null }],
  longest: { example: 600, value: 260 },
};

const ODD = { ...UNKNOWN, reason: 'undetermined', type: 'undetermined' } as const;

/** What was a day before. */
const BEFORE = countsOf([
  ['delivered', { ...DELIVERED, recipient: 'a@good.example', ms: at('2026-06-04T08:00') }, 900],
  ['failed', { ...UNKNOWN, recipient: 'b@bad.example', ms: at('2026-06-04T10:00'), diagnostic: '550 5.1.1 No b here' }, 9],
  ['delayed', { ...FULL, recipient: 'd@slow.example', ms: at('2026-06-04T20:00') }, 400],
]);
for (const time of ['2026-06-04T08:00', '2026-06-04T20:00']) BEFORE.see(at(time));
const TIMES = { recipients: 9, p50: 0.4, p90: 3, p95: 90, p99: 4000, longest: 400_000 };
const WAITING = [
  { hours: 0, recipients: 1 },
  { hours: 24, recipients: 2 },
];

const MIXED: Counted[] = [
  ['delivered', { ...DELIVERED, recipient: 'a@good.example', ms: at('2026-06-05T08:00') }, 1900],
  ['failed', { ...UNKNOWN, recipient: 'b@bad.example', ms: at('2026-06-05T10:00'), diagnostic: '550 5.1.1 No b here' }, 90],
  ['failed', { ...BLOCKED, recipient: 'c@strict.example', ms: at('2026-06-05T11:00') }, 10],
  ['delayed', { ...FULL, recipient: 'd@slow.example', ms: at('2026-06-05T09:00') }, 40],
  ['open', { ...FULL, recipient: 'd@slow.example', ms: at('2026-06-05T09:00') }, 3],
  ['rejected', { ...RELAY, recipient: 'e@other.example', ms: at('2026-06-05T11:00') }, 50],
];

/** What has more to tell: a code with two wordings, and one that no rule knows. */
const MORE: Counted[] = [
  ...MIXED,
  ['failed', { ...UNKNOWN, recipient: 'f@bad.example', ms: at('2026-06-05T10:00'), diagnostic: '550 5.1.1 Who is f?' }, 5],
  ['failed', { ...ODD, recipient: 'g@bad.example', ms: at('2026-06-05T10:00'), diagnostic: '550 5.1.1 The moon is full' }, 2],
];

async function documentOf(counted: readonly Counted[], options: Partial<ReportPageOptions> = {}): Promise<string> {
  const language = await loadLanguage('en');
  const baseline = baselineOf(BEFORE, { from: OPTIONS.from, to: OPTIONS.to });
  const shown = overviewOf(
    counted,
    { codes: 50, domains: 50, wordings: 50, changes: 50, undetermined: 50 },
    ['recipientDomain', 'day'],
    baseline,
  );
  const all = { ...shown, delays: { delivered: TIMES, lost: TIMES }, waiting: WAITING };
  return pageHtml(reportPage(all, { language, ...OPTIONS, ...options }));
}

/** Runs in the page, where this program's types do not hold. */
const UNFOLD = 'for (const part of document.querySelectorAll("details")) part.open = true';
const WIDTH = 'document.documentElement.scrollWidth';
const RAN = '"ran" in globalThis';
const INTRUDE = `
  const script = document.createElement('script');
  script.textContent = 'globalThis.ran = true';
  const image = document.createElement('img');
  image.src = 'https://192.0.2.1/x.png';
  document.body.append(script, image);
  document.body.setAttribute('style', 'color: red')`;

describe('a report in HTML', () => {
  test('of 100,000 domains, 1,000 codes and 100,000 wordings stays small and says what it leaves out', async () => {
    const counted = Array.from({ length: 100_000 }, (_, i): Counted => {
      const word = i.toString(26).replaceAll(/\d/g, (digit) => 'qrstuvwxyz'[Number(digit)]!);
      const diagnostic = `55${i % 10} no ${word} ${'z'.repeat(900)}`;
      return [
        'failed',
        { ...UNKNOWN, recipient: `u@d${i}.example`, enhancedStatus: `5.${i % 8}.${i % 125}`, diagnostic, ms: i * 1e6 },
      ];
    });
    const limits = {
      actions: 8,
      codes: 50,
      refusals: 25,
      reasons: 12,
      domains: 50,
      points: 100,
      wordings: 5,
      changes: 10,
      undetermined: 20,
    };
    const shown = overview(countsOf(counted), DEFAULT_GROUPING, { text: en, zone: UTC, limits });
    const text = pageHtml(reportPage(shown, { language: await loadLanguage('en'), ...OPTIONS }));
    expect(text.length).toBeLessThan(2_000_000);
    expect(text).toContain('99,950 more rows are left out here, with 99,950 events.');
    expect(text).toContain('950 more rows are left out here, with 95,000 events.');
  }, 120_000);

  test('links to nothing but the documents of its references', async () => {
    const text = await documentOf(MIXED);
    const links = [...text.matchAll(/href="([^"]*)"/g)].map(([, url]) => url!);
    expect(links.length).toBeGreaterThan(3);
    expect(links.filter((url) => !/^https:\/\/www\.(rfc-editor|iana)\.org\//.test(url))).toEqual([]);
  });
});

describe.skipIf(browserProgram === null)('a report in a browser', () => {
  const browser = new Browser();

  test.each(LANGUAGES)('is drawn without a complaint, and hinders nobody, in %s', async (tag) => {
    const language = await loadLanguage(tag);
    const document = await documentOf(MORE, { language });
    const { changes, fresh, newWordings, wordings, undetermined, delays, waiting } = language.words.report;
    for (const said of [changes, fresh, newWordings, wordings, undetermined, delays, waiting])
      expect(document).toContain(`>${said}<`);
    for (const colorScheme of ['light', 'dark'] as const) {
      const { page, troubles } = await browser.open(document, { colorScheme });
      expect(await page.title()).toBe(language.words.report.title);
      expect(await page.locator('html').getAttribute('lang')).toBe(tag);
      // Closed parts are looked at too.
      await page.evaluate(UNFOLD);
      expect(await hindrances(page)).toEqual([]);
      expect(troubles).toEqual([]);
      await page.close();
    }
  });

  test('has the look that its policy allows, and lets nothing else in', async () => {
    const { page, troubles } = await browser.open(await documentOf(MIXED));
    const border = 'getComputedStyle(document.querySelector(".figures div")).borderLeftWidth';
    expect(await page.evaluate(border)).toBe('4px');
    expect(troubles).toEqual([]);
    await page.evaluate(INTRUDE);
    const refusals = () => troubles.filter((trouble) => /^console: .*Content Security Policy/.test(trouble));
    await expect.poll(refusals).toHaveLength(3);
    expect(await page.evaluate(RAN)).toBe(false);
    await page.close();
  });

  test('draws as high as the numbers are', async () => {
    const { page } = await browser.open(await documentOf(MIXED));
    const heights = await page
      .locator('svg[role=img] .lost rect')
      .evaluateAll((bars) => bars.map((bar) => bar.getAttribute('height')));
    expect(heights).toEqual(['100', '11']);
    expect(await page.locator('svg[role=img]').nth(1).getAttribute('aria-label')).toBe('Lost: at most 90');
    const bars = await page
      .locator('table.bars')
      .first()
      .locator('rect.lost')
      .evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().width));
    expect(bars[0]! / bars[1]!).toBeCloseTo(9, 0);
    await page.close();
  });

  test('unfolds a code by the keyboard', async () => {
    const { page } = await browser.open(await documentOf(MIXED));
    const code = page.locator('summary', { hasText: '550 5.1.1' });
    const fix = page.locator('details', { has: code }).getByText('Check for typos');
    expect(await fix.isVisible()).toBe(false);
    for (let i = 0; i < 30 && !(await code.evaluate((one) => one === one.ownerDocument.activeElement)); i++)
      await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await fix.isVisible()).toBe(true);
    await page.close();
  });

  test('fits a narrow screen, and shows everything on paper', async () => {
    const { page } = await browser.open(await documentOf(MIXED), { width: 360 });
    expect(await page.evaluate(WIDTH)).toBeLessThanOrEqual(360);
    await page.emulateMedia({ media: 'print' });
    const fix = page.locator('details dd', { hasText: 'Check for typos' }).first();
    expect((await fix.boundingBox())?.height ?? 0).toBeGreaterThan(10);
    await page.close();
  });

  test('shows the numbers beside a name that a stranger made long', async () => {
    const long = `${'w'.repeat(250)}.example`;
    const { page } = await browser.open(await documentOf([...MIXED, ['failed', { ...UNKNOWN, recipient: `u@${long}` }, 7]]));
    const tables = await page
      .locator('.scroll', { hasText: 'wwww' })
      .evaluateAll((all) => all.map(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth));
    expect(tables).toEqual([0, 0]);
    await page.close();
  });

  test('does nothing that the writer of a log wants', async () => {
    const hostile = [
      '<script>globalThis.ran = true</script>',
      '</title></style></code><script>globalThis.ran = true</script>',
      '<img src=x onerror="globalThis.ran = true">',
      '"><svg onload=globalThis.ran=true>',
      "'><a href=javascript:globalThis.ran=true>here</a>",
      'javascript:globalThis.ran=true',
      '<meta http-equiv=refresh content="0;url=https://192.0.2.1/">',
      '<style>body{display:none}</style><form action=https://192.0.2.1/><button>x</button></form>',
      '\u202e<b>txt.exe\u2066\u0000\u001b]0;x\u0007',
      'w'.repeat(10_000),
      '&lt;script&gt; &amp;#60;',
    ];
    const counted = hostile.flatMap((text, i): Counted[] => [
      ['failed', { ...UNKNOWN, replyCode: 550 + i, recipient: `u@${text}`, diagnostic: text }],
      ['rejected', { ...RELAY, replyCode: 500 + i, recipient: `u@${text}`, diagnostic: text }],
      // The wordings of one code, and of what no rule knows, all of them new.
      ['failed', { ...BLOCKED, diagnostic: text }],
      ['failed', { ...ODD, diagnostic: text }],
    ]);
    const inputs = hostile.map((text) => ({ ...OPTIONS.inputs[0]!, path: text, error: text }));
    const { page, troubles } = await browser.open(await documentOf(counted, { inputs }), { width: 800 });
    await page.evaluate(UNFOLD);
    expect(troubles).toEqual([]);
    expect(await page.evaluate(RAN)).toBe(false);
    expect(await page.locator('script, img, form, meta[http-equiv=refresh], main style, [onload], [onerror]').count()).toBe(0);
    const links = await page.locator('a').evaluateAll((all) => all.map((link) => link.getAttribute('href')!));
    expect(links.filter((url) => !url.startsWith('https://www.rfc-editor.org/'))).toEqual([]);
    const said = await page.locator('main').innerText();
    for (const text of hostile.slice(0, 8)) expect(said).toContain(text);
    expect(said).toContain('\\u202e<b>txt.exe\\u2066\\x00\\x1b]0;x\\x07');
    expect(said).toContain('9,400 more characters');
    expect(said).toContain('&lt;script&gt; &amp;#60;');
    expect(await page.evaluate(WIDTH)).toBeLessThanOrEqual(800);
    expect(await hindrances(page)).toEqual([]);
    await page.close();
  });
});
