import type { Block, Page } from './page.js';

/** A page in Markdown (CommonMark, tables as GitHub has them). */
export function pageMarkdown({ title, blocks }: Page): string {
  return `${[`# ${escaped(title)}`, ...blocks.flatMap(blockMarkdown)].join('\n\n')}\n`;
}

function blockMarkdown(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [`${'#'.repeat(block.level)} ${escaped(block.text)}`];
    case 'paragraph':
      return [atLineStart(escaped(block.text))];
    case 'facts':
      return [block.rows.map(([name, value]) => `- **${escaped(name)}**: ${escaped(value)}`).join('\n')];
    case 'list':
      return [block.items.map((item, i) => `${block.numbered ? `${i + 1}.` : '-'} ${atLineStart(escaped(item))}`).join('\n')];
    case 'links':
      return [
        block.links.map(({ name, url }) => `- [${escaped(name)}](<${url.replace(/[<>]/g, encodeURIComponent)}>)`).join('\n'),
      ];
    case 'table':
      return [
        [block.columns, block.columns.map(() => '---'), ...block.rows]
          .map((row, i) => `| ${row.map((cell) => (i === 1 ? cell : escaped(cell))).join(' | ')} |`)
          .join('\n'),
      ];
    case 'beside':
      return block.sides.flatMap((side) => side.flatMap(blockMarkdown));
  }
}

/** An underscore within a word means nothing in Markdown, and names of settings stay readable. */
const SPECIAL = /[\\`*<>[\]|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

const escaped = (text: string): string =>
  text.replaceAll(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space)).replaceAll(SPECIAL, '\\$&');

/** What would make a heading, a list or a quotation of a line. */
const atLineStart = (text: string): string => text.replace(/^([#+=-])/, '\\$1').replace(/^(\d+)([.)] )/, '$1\\$2');
