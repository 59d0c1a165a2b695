import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { displayWidth } from '../../src/report/display-width.js';
import type { Block, Page } from '../../src/report/page.js';
import { pageHtml } from '../../src/report/page-html.js';
import { pageMarkdown } from '../../src/report/page-markdown.js';
import { pageText } from '../../src/report/page-text.js';

const PAGE: Page = {
  lang: 'de',
  title: '550 Postfach <nicht> gefunden',
  blocks: [
    { kind: 'paragraph', text: 'Ein Text mit *Sternen*, smtp_rate_delay, _so_ und R&D in "Anführung".' },
    { kind: 'heading', level: 2, text: 'Zwei' },
    {
      kind: 'beside',
      sides: [
        [
          { kind: 'heading', level: 3, text: 'Links' },
          { kind: 'paragraph', text: '# keine Überschrift' },
        ],
        [{ kind: 'paragraph', text: '1. keine Liste' }],
      ],
    },
    {
      kind: 'facts',
      rows: [
        ['Klasse', '5xx'],
        ['Wer', 'niemand'],
      ],
    },
    { kind: 'list', numbered: true, items: ['eins', 'zwei'] },
    { kind: 'list', numbered: false, items: ['offen'] },
    { kind: 'links', links: [{ name: 'RFC 5321 §4', url: 'https://example.org/a?b=1&c="<' }] },
    {
      kind: 'table',
      columns: ['Code', 'Was'],
      rows: [
        ['550', 'a|b'],
        ['4.2.2', 'zwei Wörter'],
      ],
    },
  ],
};
const plain = (text: string) => text;
const page = (...blocks: Block[]): Page => ({ lang: 'en', title: 'T', blocks });

describe('a page as text', () => {
  test('has headings at the left and what belongs to them under them', () => {
    expect(pageText(PAGE, { width: 60, strong: plain, label: plain })).toBe(
      [
        '550 Postfach <nicht> gefunden',
        '',
        'Ein Text mit *Sternen*, smtp_rate_delay, _so_ und R&D in',
        '"Anführung".',
        '',
        'Zwei',
        '  Links',
        '    # keine Überschrift',
        '',
        '    1. keine Liste',
        '',
        '    Klasse  5xx',
        '    Wer     niemand',
        '',
        '    1.  eins',
        '    2.  zwei',
        '',
        '    - offen',
        '',
        '    - RFC 5321 §4 https://example.org/a?b=1&c="<',
        '',
        '    Code   Was',
        '    550    a|b',
        '    4.2.2  zwei Wörter',
        '',
      ].join('\n'),
    );
  });

  test('marks headings and names where that is wanted', () => {
    const text = pageText(PAGE, { width: 60, strong: (s) => `[${s}]`, label: (s) => `(${s})` });
    for (const marked of ['[550 Postfach <nicht> gefunden]', '\n[Zwei]', '  [Links]', '  (Klasse)  5xx', '  (Code   Was)\n'])
      expect(text).toContain(marked);
  });

  test('has a table no wider than the line, as far as its words allow', () => {
    const rows = [
      ['too-many-connections', 'the administrator of the sending side must act', 'yes, but more slowly'],
      ['550', '受信側の管理者が対応しなければならない場合があります', 'no'],
    ];
    const lines = pageText(page({ kind: 'table', columns: ['Code', 'Who', 'Retry'], rows }), {
      width: 60,
      strong: plain,
      label: plain,
    });
    for (const line of lines.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(60);
    expect(lines).toContain('too-many-connections  the administrator');
    const words = rows[0]!.flatMap((cell) => cell.split(' '));
    for (const word of [...words, '550', '受信側の管理者が']) expect(lines).toContain(word);
  });
});

describe('a page in Markdown', () => {
  test('disarms what would be markup', () => {
    expect(pageMarkdown(PAGE)).toBe(
      [
        '# 550 Postfach \\<nicht\\> gefunden',
        '',
        'Ein Text mit \\*Sternen\\*, smtp_rate_delay, \\_so\\_ und R\\&D in "Anführung".',
        '',
        '## Zwei',
        '',
        '### Links',
        '',
        '\\# keine Überschrift',
        '',
        '1\\. keine Liste',
        '',
        '- **Klasse**: 5xx',
        '- **Wer**: niemand',
        '',
        '1. eins',
        '2. zwei',
        '',
        '- offen',
        '',
        '- [RFC 5321 §4](<https://example.org/a?b=1&c="%3C>)',
        '',
        '| Code | Was |',
        '| --- | --- |',
        '| 550 | a\\|b |',
        '| 4.2.2 | zwei Wörter |',
        '',
      ].join('\n'),
    );
  });
});

describe('a page in HTML', () => {
  const text = pageHtml(PAGE);

  test('is a complete document that names its language', () => {
    expect(text).toMatch(/^<!doctype html>\n<html lang="de">\n<head>\n<meta charset="utf-8">\n/);
    expect(text).toMatch(/<\/main>\n<\/body>\n<\/html>\n$/);
    expect(text).toContain('<meta name="viewport"');
    const opened = [
      ...text.matchAll(/<(h1|h2|h3|p|ol|ul|li|dl|dt|dd|table|thead|tbody|tr|th|td|section|div|main|title|style)\b/g),
    ];
    const closed = [
      ...text.matchAll(/<\/(h1|h2|h3|p|ol|ul|li|dl|dt|dd|table|thead|tbody|tr|th|td|section|div|main|title|style)>/g),
    ];
    const names = (found: RegExpMatchArray[]) => found.map(([, name]) => name).sort();
    expect(names(opened)).toEqual(names(closed));
  });

  test('allows nothing but its own style, by its hash', () => {
    const [, policy] = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)!;
    const [, css] = /<style>([\s\S]*?)<\/style>/.exec(text)!;
    const hash = createHash('sha256').update(css!).digest('base64');
    expect(policy!.replaceAll('&#39;', "'")).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`,
    );
    expect(text).not.toMatch(/<script|<img|<link|<iframe|\son\w+=|\sstyle=|url\(|@import/);
  });

  test('has a light and a dark look', () => {
    expect(text).toContain('color-scheme: light dark');
    expect(text).toContain('prefers-color-scheme: dark');
  });

  test('escapes every text', () => {
    expect(text).toContain('<title>550 Postfach &lt;nicht&gt; gefunden</title>');
    expect(text).toContain('<h1>550 Postfach &lt;nicht&gt; gefunden</h1>');
    expect(text).toContain('R&amp;D in &quot;Anführung&quot;');
    expect(text).toContain('<a href="https://example.org/a?b=1&amp;c=&quot;&lt;">RFC 5321 §4</a>');
    const hostile = '</title></style><script>alert(1)</script>"\'&';
    const blocks: Block[] = [
      { kind: 'paragraph', text: hostile },
      { kind: 'heading', level: 2, text: hostile },
      { kind: 'heading', level: 3, text: hostile },
      { kind: 'facts', rows: [[hostile, hostile]] },
      { kind: 'list', numbered: true, items: [hostile] },
      { kind: 'list', numbered: false, items: [hostile] },
      { kind: 'links', links: [{ name: hostile, url: hostile }] },
      { kind: 'table', columns: [hostile], rows: [[hostile]] },
      { kind: 'beside', sides: [[{ kind: 'paragraph', text: hostile }]] },
    ];
    const all = pageHtml({ lang: hostile, title: hostile, blocks });
    expect(all).not.toContain('<script');
    expect(all.split('&lt;script&gt;').length - 1).toBe(15);
    expect(all.match(/<\/style>/g)).toHaveLength(1);
  });
});

describe('what others wrote in a table', () => {
  const page: Page = {
    lang: 'en',
    title: 'T',
    blocks: [{ kind: 'table', columns: ['', 'Said'], rows: [['x', '@team #12 | **a** `b` <i>']], numbers: [], quotations: [1] }],
  };

  test('calls nobody, links nowhere and ends no cell in Markdown', () => {
    expect(pageMarkdown(page).trimEnd().split('\n').at(-1)).toBe('| x | ``@team #12 \\| **a** `b` <i>`` |');
  });

  test('is code in HTML, beside a name of its row', () => {
    expect(pageHtml(page)).toContain('<th scope="row">x</th><td><code>@team #12 | **a** `b` &lt;i&gt;</code></td>');
  });
});
