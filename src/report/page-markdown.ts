import { timeLines } from './chart-text.js';
import { type Block, countsOf, type Entry, type Page, withoutDrawings } from './page.js';

/** A page in Markdown (CommonMark, tables as GitHub has them). */
export function pageMarkdown({ title, blocks }: Page): string {
  return `${[`# ${escaped(title)}`, ...withoutDrawings(blocks).flatMap(blockMarkdown)].join('\n\n')}\n`;
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
      return [table(block.columns, block.rows, block.numbers, block.quotations)];
    case 'figures':
      return [block.figures.map(({ name, value }) => `**${escaped(name)}** ${escaped(value)}`).join(' · ')];
    case 'entries':
      return [block.entries.map((entry) => entryMarkdown(entry, block.columns)).join('\n')];
    case 'bars': {
      const columns = [block.column, ...block.parts.map(({ name }) => name)];
      const rows = block.bars.map(({ name, numbers }) => [name, ...numbers]);
      return [
        table(
          columns,
          rows,
          block.parts.map((_, i) => i + 1),
        ),
      ];
    }
    case 'time':
      return [`\`\`\`text\n${timeLines(block, (name) => name).join('\n')}\n\`\`\``];
    case 'beside':
      return block.sides.flatMap((side) => side.flatMap(blockMarkdown));
  }
}

function table(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  numbers: readonly number[] = [],
  quotations: readonly number[] = [],
): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  const rule = columns.map((_, i) => (numbers.includes(i) ? '---:' : '---'));
  // A bar ends a cell even where nothing else means anything.
  const cell = (text: string, i: number) => (quotations.includes(i) ? code(text).replaceAll('|', '\\|') : escaped(text));
  return [line(columns.map(escaped)), line(rule), ...rows.map((row) => line(row.map(cell)))].join('\n');
}

function entryMarkdown({ title, numbers, facts, quotation, wordings }: Entry, columns: readonly string[]): string {
  const counted = countsOf(columns, numbers);
  return [
    `- **${escaped(title)}**: ${escaped(counted)}`,
    ...facts.map(([name, value]) => `  - ${escaped(name)}: ${escaped(value)}`),
    ...(quotation === null ? [] : [`  - ${escaped(quotation[0])}: ${code(quotation[1])}`]),
    ...(wordings === null
      ? []
      : [
          `  - ${escaped(wordings.name)}:`,
          ...wordings.items.map(([times, text, mark]) => `    - ${times} ${code(text)} ${escaped(mark)}`.trimEnd()),
        ]),
  ].join('\n');
}

/** Text in which nothing means anything, nobody is called and nothing becomes a link. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return `${fence}${space}${text}${space}${fence}`;
}

/** An underscore within a word means nothing in Markdown, and names of settings stay readable. */
const SPECIAL = /[\\`*<>[\]|~&]|(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu;

const escaped = (text: string): string =>
  text.replaceAll(/\s+/g, (space) => (/[\r\n]/.test(space) ? ' ' : space)).replaceAll(SPECIAL, '\\$&');

/** What would make a heading, a list or a quotation of a line. */
const atLineStart = (text: string): string => text.replace(/^([#+=-])/, '\\$1').replace(/^(\d+)([.)] )/, '$1\\$2');
