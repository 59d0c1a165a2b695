import { createHash } from 'node:crypto';
import { barsHtml, timeHtml } from './chart-html.js';
import { Html, html } from './html.js';
import { type Block, countsOf, type Entry, type EntryList, type Fact, type Figure, type Page } from './page.js';
import { STYLE } from './page-style.js';

/** Nothing is loaded and nothing runs: the page is complete, and only this style applies. */
export const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

/** A page as one HTML document that needs nothing else. */
export function pageHtml({ lang, title, blocks }: Page): string {
  return html`<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${title}</title>
<style>${new Html(STYLE)}</style>
</head>
<body>
<main>
<h1>${title}</h1>
${blocksHtml(blocks, title)}</main>
</body>
</html>
`.text;
}

/** @param title of the page or section that the blocks stand in. */
function blocksHtml(blocks: readonly Block[], title: string): Html[] {
  let section = title;
  let regions = 0;
  return blocks.map((block) => {
    if (block.kind === 'heading') {
      section = block.text;
      regions = 0;
    }
    // Screen readers list the regions of a page by their names, so no two have the same.
    if (isRegion(block)) regions++;
    return blockHtml(block, regions > 1 ? `${section} (${regions})` : section);
  });
}

function blockHtml(block: Block, title: string): Html {
  switch (block.kind) {
    case 'heading':
      return block.level === 2 ? html`<h2>${block.text}</h2>\n` : html`<h3>${block.text}</h3>\n`;
    case 'paragraph':
      return html`<p>${block.text}</p>\n`;
    case 'facts':
      return html`<dl>\n${block.rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`)}</dl>\n`;
    case 'list': {
      const items = block.items.map((item) => html`<li>${item}</li>\n`);
      return block.numbered ? html`<ol>\n${items}</ol>\n` : html`<ul>\n${items}</ul>\n`;
    }
    case 'links':
      return html`<ul>\n${block.links.map(({ name, url }) => html`<li><a href="${url}">${name}</a></li>\n`)}</ul>\n`;
    case 'table':
      return block.numbers === undefined ? tableHtml(block) : scrolling(title, tableHtml(block));
    case 'figures':
      return html`<dl class="figures">\n${block.figures.map(figureHtml)}</dl>\n`;
    case 'entries':
      return block.folded ? foldedHtml(block) : entriesHtml(block);
    case 'bars':
      return scrolling(title, barsHtml(block));
    case 'time':
      return timeHtml(block);
    case 'beside':
      return html`<div class="beside">\n${block.sides.map((side) => html`<section>\n${blocksHtml(side, title)}</section>\n`)}</div>\n`;
  }
}

/** Whether a block moves inside a region of its own. */
const isRegion = (block: Block): boolean => block.kind === 'bars' || (block.kind === 'table' && block.numbers !== undefined);

/** What may be wider than the page moves inside it, also by the keys. */
const scrolling = (title: string, content: Html): Html =>
  html`<div class="scroll" role="region" aria-label="${title}" tabindex="0">\n${content}</div>\n`;

function tableHtml({ columns, rows, numbers = [], quotations = [] }: Extract<Block, { kind: 'table' }>): Html {
  const isNumber = (at: number) => numbers.includes(at);
  const isQuotation = (at: number) => quotations.includes(at);
  return html`<table>
<thead><tr>${columns.map((name, i) => headHtml(name, isNumber(i)))}</tr></thead>
<tbody>
${rows.map((row) => html`<tr>${row.map((cell, i) => (columns[i] === '' ? html`<th scope="row">${cell}</th>` : isQuotation(i) ? html`<td><code>${cell}</code></td>` : cellHtml(cell, isNumber(i))))}</tr>\n`)}</tbody>
</table>
`;
}

/** A column without a name holds the names of its rows. */
const headHtml = (name: string, isNumber: boolean): Html =>
  name === '' ? html`<td></td>` : html`<th scope="col"${new Html(isNumber ? ' class="number"' : '')}>${name}</th>`;

const cellHtml = (cell: string, isNumber: boolean): Html =>
  isNumber ? html`<td class="number">${cell}</td>` : html`<td>${cell}</td>`;

const figureHtml = ({ name, value, tone }: Figure): Html =>
  html`<div${tone === null ? '' : html` class="${tone}"`}><dt>${name}</dt><dd>${value}</dd></div>\n`;

const factsHtml = (facts: readonly Fact[]): Html[] => facts.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>\n`);

function entriesHtml({ columns, entries }: EntryList): Html {
  return html`${entries.map(
    ({ title, numbers, facts, details }) => html`<section class="entry">
<h3>${title}</h3>
<p>${countsOf(columns, numbers)}</p>
<dl>
${factsHtml([...facts, ...details])}</dl>
</section>
`,
  )}`;
}

/**
 * Rows of numbers, each of which unfolds to what is said of it, over the whole width. Each number has its name for those who do
 * not see the head, and where there is no room for columns.
 */
function foldedHtml({ column, columns, entries }: EntryList): Html {
  return html`<div class="folded of${columns.length}">
<p class="head" aria-hidden="true"><span>${column}</span>${columns.map((name) => html`<span>${name}</span>`)}</p>
${entries.map(
  (entry) => html`<details><summary><span>${entry.title}</span>${columns.map(
    (name, i) => html` <span><span class="name">${name}</span> ${entry.numbers[i]!}</span>`,
  )}</summary>
<dl>
${factsHtml([...entry.facts, ...entry.details])}${quotationHtml(entry)}${wordingsHtml(entry)}</dl>
${linksHtml(entry)}</details>
`,
)}</div>
`;
}

const quotationHtml = ({ quotation }: Entry): Html =>
  quotation === null ? html`` : html`<dt>${quotation[0]}</dt><dd><code>${quotation[1]}</code></dd>\n`;

const wordingsHtml = ({ wordings }: Entry): Html =>
  wordings === null
    ? html``
    : html`<dt>${wordings.name}</dt><dd><ul>${wordings.items.map(([times, text, mark]) => html`<li>${times} <code>${text}</code> ${mark}</li>`)}</ul></dd>\n`;

const linksHtml = ({ links }: Entry): Html =>
  links.length === 0 ? html`` : html`<p>${links.map(({ name, url }) => html`<a href="${url}">${name}</a> `)}</p>\n`;
