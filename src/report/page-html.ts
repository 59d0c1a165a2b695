import { createHash } from 'node:crypto';
import { Html, html } from './html.js';
import type { Block, Page } from './page.js';

const STYLE = `
:root { color-scheme: light dark; --text: #1d2128; --quiet: #5b6472; --ground: #fff; --line: #d5dae1; --link: #0b57c4; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e3e6ea; --quiet: #9aa4b2; --ground: #15181d; --line: #343b45; --link: #82b1ff; }
}
body { margin: 0 auto; padding: 1.5rem 1rem 3rem; max-width: 62rem; color: var(--text); background: var(--ground);
  font: 1rem/1.55 system-ui, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; }
h2 { font-size: 1.25rem; margin: 2rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--line); }
h3 { font-size: 1rem; margin: 1.25rem 0 .25rem; color: var(--quiet); }
p { margin: .25rem 0 .75rem; }
a { color: var(--link); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1.5rem; }
dt { color: var(--quiet); }
dd { margin: 0; }
li { margin: .35rem 0; }
.beside { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(24rem, 100%), 1fr)); gap: 0 2.5rem; }
table { border-collapse: collapse; }
th, td { padding: .3rem .8rem .3rem 0; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
@media print { body { max-width: none; padding: 0; } }
`;

/** Nothing is loaded and nothing runs: the page is complete, and only this style applies. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'`;

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
${blocks.map(blockHtml)}</main>
</body>
</html>
`.text;
}

function blockHtml(block: Block): Html {
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
      return html`<table>
<thead><tr>${block.columns.map((name) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${block.rows.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>\n`)}</tbody>
</table>
`;
    case 'beside':
      return html`<div class="beside">\n${block.sides.map((side) => html`<section>\n${side.map(blockHtml)}</section>\n`)}</div>\n`;
  }
}
