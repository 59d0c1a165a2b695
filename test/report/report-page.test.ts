import { describe, expect, test } from 'vitest';
import { LANGUAGES, loadLanguage } from '../../src/catalogue/text/language.js';
import { Zone } from '../../src/model/zone.js';
import { displayWidth } from '../../src/report/display-width.js';
import type { Overview } from '../../src/report/overview.js';
import { pageMarkdown } from '../../src/report/page-markdown.js';
import { pageText } from '../../src/report/page-text.js';
import { type ReportPageOptions, reportPage } from '../../src/report/report-page.js';
import { BLOCKED, type Counted, DELIVERED, FULL, overviewOf, RELAY, UNKNOWN } from './overview-of.js';

const at = (time: string) => Date.parse(`${time}Z`);
const language = await loadLanguage('en');
const plain = (text: string) => text;

const OPTIONS: ReportPageOptions = {
  language,
  zone: new Zone('+02:00'),
  generator: 'bouncelens 9.9.9',
  now: at('2026-06-06T00:30'),
  from: at('2026-06-05T08:00'),
  to: at('2026-06-05T20:00'),
  inputs: [
    { path: 'mail.log', kind: 'log', mta: 'postfix', bytes: 99, lines: 1234, records: 9, unparsedLines: 2, error: null },
    { path: 'gone.log', kind: null, mta: null, bytes: 0, lines: 0, records: 0, unparsedLines: 0, error: 'no such file' },
  ],
  longest: { example: 60, value: 20 },
};

const MIXED: Counted[] = [
  ['delivered', { ...DELIVERED, recipient: 'a@good.example', ms: at('2026-06-05T08:00') }, 1900],
  ['failed', { ...UNKNOWN, recipient: 'b@bad.example', ms: at('2026-06-05T10:00'), diagnostic: '550 5.1.1 No b here' }, 90],
  ['failed', { ...BLOCKED, recipient: 'c@strict.example', ms: at('2026-06-05T11:00') }, 10],
  ['delayed', { ...FULL, recipient: 'd@slow.example', ms: at('2026-06-05T09:00') }, 40],
  ['open', { ...FULL, recipient: 'd@slow.example', ms: at('2026-06-05T09:00') }, 3],
  ['rejected', { ...RELAY, recipient: 'e@other.example', ms: at('2026-06-05T11:00') }, 50],
];

const text = (shown: Overview, options: Partial<ReportPageOptions> = {}, width = 100) =>
  pageText(reportPage(shown, { ...OPTIONS, ...options }), { width, strong: plain, label: plain });
const lines = (shown: Overview) => text(shown).split('\n');
const flowing = (said: string) => said.replaceAll(/\s+/g, ' ');

describe('a report as text', () => {
  test('begins with the period, in the zone of the report, and what came of it', () => {
    expect(lines(overviewOf(MIXED)).slice(0, 14)).toEqual([
      'Bounce report',
      '',
      'Jun 5, 2026, 10:00 UTC+02:00 to Jun 5, 2026, 22:00 UTC+02:00',
      '',
      '100 of 2,000 recipients did not get their mail, a bounce rate of 5.0%; 3 are still waiting.',
      '',
      'Bounce rate  5.0%',
      'Delivered    1,900 (95.0%)',
      'Failed       100 (5.0%)',
      'Expired      0 (0.0%)',
      'Waiting      3',
      'Delays       40',
      'Recovered    0',
      'Refused      50',
    ]);
  });

  test('draws what happened over time', () => {
    const said = lines(overviewOf(MIXED));
    const from = said.indexOf('Over time, in steps of 1 hour');
    expect(said.slice(from + 1, from + 5)).toEqual([
      '  Delivered  █···  at most 1,900',
      '  Lost       ··█▁  at most 90',
      '  Delays     ·█··  at most 40',
      '             2026-06-05 08:00 – 2026-06-05 11:00',
    ]);
  });

  test('says what needs action before it lists all codes, each with its fix', () => {
    const said = flowing(text(overviewOf(MIXED)));
    const order = ['What needs action first', 'Codes by harm', 'Failures by reason', 'Domains with most harm', 'Clients that'];
    expect(order.map((title) => said.indexOf(title))).toEqual(
      order.map((title) => said.indexOf(title)).toSorted((a, b) => a - b),
    );
    const { actions, codes } = overviewOf(MIXED);
    expect(actions!.rows.map(({ reason }) => reason)).toEqual(['user-unknown', 'ip-blocklisted']);
    for (const { fix } of actions!.rows) expect(said).toContain(`How to fix ${fix}`);
    for (const { cause, fix } of codes!.rows) expect(said).toContain(`Description ${cause} How to fix ${fix}`);
    expect(said).toContain('550 5.1.1 user-unknown – User Unknown Lost 90, Recipients 1, Share 64.3% Description');
    expect(said).toContain('Example 550 5.1.1 No b here');
  });

  test('is no wider than asked, whatever servers wrote', () => {
    const word = 'x'.repeat(10_000);
    const shown = overviewOf([
      ['failed', { ...UNKNOWN, recipient: `b@${word}.example`, diagnostic: `550 5.1.1 ${word}` }],
      ['delayed', { ...FULL, recipient: 'c@slow.example', diagnostic: '452 満杯です。'.repeat(20) }, 12_345],
    ]);
    for (const width of [60, 80, 120])
      for (const line of text(shown, {}, width).split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(width);
  });

  test('says how much of a long text is not shown', () => {
    const diagnostic = `550 ${'y'.repeat(996)}`;
    const said = flowing(text(overviewOf([['failed', { ...UNKNOWN, diagnostic }]])));
    expect(said).toContain('940 more characters');
    expect(said.replaceAll(/[^y]/g, '').length).toBeLessThan(70);
  });

  test('shows the marks that would change how a line is read', () => {
    const diagnostic = '550 \u001b[2J\u202etxt.exe\u2066\r\n\u0007\u200bend';
    for (const said of [
      text(overviewOf([['failed', { ...UNKNOWN, diagnostic }]])),
      pageMarkdown(reportPage(overviewOf([['failed', { ...UNKNOWN, diagnostic }]]), OPTIONS)),
    ]) {
      expect(said).toContain('550 \\x1b[2J\\u202etxt.exe\\u2066\\x0d\\x0a\\x07\\u200bend');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these must not be there
      expect(said).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u200b\u202e\u2066]/);
    }
  });

  test('names the inputs, their errors, and what was not understood', () => {
    const shown = overviewOf(MIXED);
    shown.totals.unparsedLines = 2;
    const said = text(shown);
    expect(said).toContain('2 lines of known programs were not understood.');
    expect(said).toMatch(/mail\.log +1,234 +9 +2\n/);
    expect(said).toContain('gone.log: no such file');
    expect(said.endsWith('Written by bouncelens 9.9.9 on Jun 6, 2026, 02:30 UTC+02:00.\n')).toBe(true);
  });

  test('says what each list leaves out', () => {
    const many = Array.from({ length: 9 }, (_, i): Counted => ['failed', { ...UNKNOWN, recipient: `u@d${i}.example` }, 9 - i]);
    const said = text(overviewOf(many, { domains: 3 }));
    expect(said).toContain('6 more rows are left out here, with 21 events.');
    expect(text(overviewOf(many, { domains: 8 }))).toContain('1 more row is left out here, with 1 event.');
    expect(text(overviewOf(many, { domains: 9 }))).not.toContain('left out');
  });

  test('holds the rows that were asked for', () => {
    const said = text(overviewOf(MIXED, {}, ['recipientDomain', 'day']));
    expect(said).toContain('By recipientDomain, day');
    expect(said).toMatch(/bad\.example +2026-06-05 +90 +0 +0 +0 +1 +47\.4% +0 +100\.0%\n/);
  });

  test('tells of providers once', () => {
    const failed = overviewOf([['failed', { ...UNKNOWN, provider: 'yahoo' }, 3]]);
    const said = text(failed);
    expect(said).toMatch(/Providers with most harm\n +Provider +Lost/);
    expect(said.match(/yahoo/g)).toHaveLength(1);
  });

  test('is short where all is well', () => {
    const said = text(overviewOf([['delivered', DELIVERED, 5]]));
    expect(said).toContain('Nothing failed, nothing was put off, nobody was refused.');
    expect(said).toContain('Bounce rate  0.0%');
    for (const title of ['action', 'Codes', 'Domains with']) expect(said).not.toContain(title);
  });

  test('has no rate where nothing came to an end', () => {
    const said = text(
      overviewOf([
        ['delayed', FULL, 5],
        ['open', FULL, 2],
      ]),
    );
    expect(said).toContain('No delivery came to an end; 2 recipients are still waiting.');
    expect(said).toContain('Bounce rate  –');
  });

  test.each([
    [
      'the own server refused clients alone',
      [['rejected', RELAY, 5]],
      'No delivery came to an end; 0 recipients are still waiting.',
    ],
    [
      'bounce mails are all there is',
      [['returned', UNKNOWN, 4]],
      'Bounce mails tell of recipients that did not get their mail: 4. No delivery came to an end, so there is no bounce rate; still waiting: 0.',
    ],
    [
      'something waits beside bounce mails',
      [
        ['returned', UNKNOWN, 4],
        ['open', FULL, 2],
      ],
      'so there is no bounce rate; still waiting: 2.',
    ],
  ] as const satisfies readonly (readonly [string, readonly Counted[], string])[])(
    'makes no part of nothing where %s',
    (_, counted, expected) => {
      const said = flowing(text(overviewOf(counted)));
      expect(said).toContain(expected);
      expect(said).not.toContain(' of 0 ');
    },
  );

  test.each([
    [30_000, '1 of 30,001 recipients did not get their mail, a bounce rate of 0.003%;'],
    [3000, '1 of 3,001 recipients did not get their mail, a bounce rate of 0.03%;'],
    [300, '1 of 301 recipients did not get their mail, a bounce rate of 0.3%;'],
  ])('does not round what failed to nothing: 1 beside %d', (times, expected) => {
    const shown = overviewOf([
      ['delivered', DELIVERED, times],
      ['failed', UNKNOWN],
    ]);
    expect(flowing(text(shown))).toContain(expected);
  });

  test.each([
    [30_000, '30,000 (99.997%)'],
    [1999, '1,999 (99.95%)'],
    [999, '999 (99.9%)'],
  ])('does not round what was delivered to all: %d beside 1 that failed', (times, expected) => {
    const shown = overviewOf([
      ['delivered', DELIVERED, times],
      ['failed', UNKNOWN],
    ]);
    expect(flowing(text(shown))).toContain(expected);
  });

  test('does not call well what it has not seen', () => {
    const said = text(overviewOf([]));
    expect(said).toContain('No delivery was seen, and nobody was refused.');
    expect(said).not.toContain('Nothing failed');
  });

  test.each([
    ['en', '1 of 3 recipients did not get their mail, a bounce rate of 33.3%; 1 is still waiting.'],
    ['de', '1 von 3 Empfängern hat seine Mail nicht bekommen, eine Bounce-Rate von 33,3\u00a0%; 1 wartet noch.'],
    ['fr', '1 destinataire sur 3 n’a pas reçu son message, soit un taux de rebond de 33,3\u00a0%\u00a0; 1 attend encore.'],
    ['ja', '3 件の宛先のうち 1 件にメールが届きませんでした（バウンス率 33.3%）。1 件がまだ待機中です。'],
  ] as const)('speaks of one in the singular in %s', async (tag, expected) => {
    const one = overviewOf([
      ['delivered', DELIVERED, 2],
      ['failed', UNKNOWN],
      ['open', FULL],
    ]);
    const { blocks } = reportPage(one, { ...OPTIONS, language: await loadLanguage(tag) });
    expect(blocks).toContainEqual({ kind: 'paragraph', text: expected });
  });

  test('speaks of one that waits in the singular', () => {
    expect(text(overviewOf([['open', FULL]]))).toContain('No delivery came to an end; 1 recipient is still waiting.');
  });

  test.each(LANGUAGES)('is complete in %s', async (tag) => {
    const said = flowing(text(overviewOf(MIXED), { language: await loadLanguage(tag) }));
    const { report, labels } = (await loadLanguage(tag)).words;
    for (const title of [report.title, report.actions, report.codes, report.reasons, report.domains, report.refusals, labels.fix])
      expect(said).toContain(title);
    expect(said).not.toContain('{');
  });
});

describe('a report in Markdown', () => {
  const markdown = pageMarkdown(
    reportPage(
      overviewOf([...MIXED, ['failed', { ...UNKNOWN, replyCode: 553, diagnostic: '553 `*@here* <b> | [x](javascript:1)' }, 200]]),
      OPTIONS,
    ),
  );

  test('has the totals in one line and the codes as a list', () => {
    expect(markdown).toContain('**Bounce rate** 13.6% · **Delivered** 1,900 (86.4%) · **Failed** 300 (13.6%)');
    expect(markdown).toContain('- **553 5.1.1 user-unknown – User Unknown**: Lost 200, Recipients 1, Share 58.8%\n');
    expect(markdown).toContain('\n  - How to fix: ');
  });

  test('quotes what servers wrote so that it calls nobody and links nowhere', () => {
    expect(markdown).toContain('  - Example: ``553 `*@here* <b> | [x](javascript:1)``\n');
  });

  test('sets numbers to the right', () => {
    expect(markdown).toContain('| Domain | Lost | Waiting | Delays | Recipients | Delivered | Bounce rate |\n| --- | ---: |');
  });
});
