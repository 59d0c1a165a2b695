import { barLines, timeLines } from './chart-text.js';
import { displayWidth } from './display-width.js';
import { type Block, countsOf, type Entry, type Fact, type Page, withoutDrawings } from './page.js';
import { textTable } from './text-table.js';
import { wrap, wrapBehind } from './wrap.js';

/** How a page is written for a terminal. */
export interface TextStyle {
  /** Columns of a line. */
  readonly width: number;
  /** Makes a heading stand out; leaves it as it is where there are no colours. */
  readonly strong: (text: string) => string;
  /** The same for names of facts. */
  readonly label: (text: string) => string;
}

/** A page as lines for people, headings at the left and their text under them. */
export function pageText({ title, blocks }: Page, style: TextStyle): string {
  const lines = wrap(title, style.width).map(style.strong);
  let indent = 0;
  let isUnderHeading = false;
  for (const block of withoutDrawings(blocks).flatMap(oneByOne)) {
    // What begins a new thought stands apart from what is above it; a heading stays close to its text.
    if (!isUnderHeading) lines.push('');
    isUnderHeading = block.kind === 'heading';
    if (block.kind === 'heading') {
      indent = (block.level - 2) * 2;
      lines.push(...indented(wrap(block.text, style.width - indent).map(style.strong), indent));
      indent += 2;
    } else lines.push(...indented(linesOf(block, style.width - indent, style), indent));
  }
  return `${lines.join('\n')}\n`;
}

type SingleBlock = Exclude<Block, { kind: 'beside' }>;

/** A line is too short for two things beside one another: they follow each other. */
const oneByOne = (block: Block): readonly SingleBlock[] =>
  block.kind === 'beside' ? block.sides.flatMap((side) => side.flatMap(oneByOne)) : [block];

const indented = (lines: readonly string[], by: number): string[] =>
  lines.map((line) => (line === '' ? '' : `${' '.repeat(by)}${line}`));

function linesOf(block: Exclude<SingleBlock, { kind: 'heading' }>, width: number, style: TextStyle): string[] {
  switch (block.kind) {
    case 'paragraph':
      return wrap(block.text, width);
    case 'facts':
      return factLines(block.rows, width, style);
    case 'list':
      return block.items.flatMap((item, i) => wrapBehind(block.numbered ? `${`${i + 1}.`.padEnd(4)}` : '- ', item, width));
    case 'links':
      return block.links.flatMap(({ name, url }) => wrapBehind('- ', `${name} ${url}`, width));
    case 'table':
      return textTable(block.columns, block.rows, width, style.label, block.numbers);
    case 'figures':
      return factLines(
        block.figures.map(({ name, value }) => [name, value]),
        width,
        style,
      );
    case 'entries':
      return block.entries.flatMap((entry, i) => [...(i === 0 ? [] : ['']), ...entryLines(entry, block.columns, width, style)]);
    case 'bars':
      return barLines(block, width, style.label);
    case 'time':
      return timeLines(block, style.label);
  }
}

/** @param anywhere breaks words that are too long, as others may write them. */
function factLines(rows: readonly Fact[], width: number, style: TextStyle, anywhere = false): string[] {
  const widest = Math.max(...rows.map(([name]) => displayWidth(name)));
  return rows.flatMap(([name, value]) => {
    const label = `${name}${' '.repeat(widest - displayWidth(name) + 2)}`;
    const [first = '', ...rest] = wrapBehind(label, value, width, anywhere);
    return [style.label(name) + first.slice(name.length), ...rest];
  });
}

/** What there is only room for on a page that can be unfolded is left out. */
function entryLines(entry: Entry, columns: readonly string[], width: number, style: TextStyle) {
  const { title, numbers, facts, quotation, wordings } = entry;
  const counted = countsOf(columns, numbers);
  const said = [
    ...facts,
    ...(quotation === null ? [] : [quotation]),
    ...(wordings?.items.map((item, i): Fact => [i === 0 ? wordings.name : '', item.join(' ').trimEnd()]) ?? []),
  ];
  return [
    ...wrap(title, width, true).map(style.strong),
    ...indented([...wrap(counted, width - 2), ...(said.length === 0 ? [] : factLines(said, width - 2, style, true))], 2),
  ];
}
