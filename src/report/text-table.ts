import { displayWidth } from './display-width.js';
import { longestWord, wrap } from './wrap.js';

/** Columns between two columns. */
const GAP = 2;

/**
 * A table for a terminal. Where it is wider than the line, the widest columns are made narrower, down to their longest word, and
 * their cells are broken into lines.
 * @param label marks the names of the columns.
 */
export function textTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  label: (text: string) => string,
): string[] {
  const cellsOf = (column: number) => [columns, ...rows].map((row) => row[column] ?? '');
  const widths = columns.map((_, i) => Math.max(...cellsOf(i).map(displayWidth)));
  const least = columns.map((_, i) => Math.max(...cellsOf(i).map(longestWord)));
  const tooMuch = () => widths.reduce((sum, one) => sum + one + GAP, -GAP) - width;
  while (tooMuch() > 0) {
    const room = widths.map((one, i) => (one > least[i]! ? one : 0));
    const widest = room.indexOf(Math.max(...room));
    if (room[widest] === 0) break;
    widths[widest]!--;
  }
  return [columns, ...rows].flatMap((row, at) => {
    const cells = widths.map((one, i) => wrap(row[i] ?? '', one));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) => {
      const text = cells.map((cell, i) => padded(cell[line] ?? '', widths[i]!)).join(' '.repeat(GAP));
      return at === 0 ? label(text.trimEnd()) : text.trimEnd();
    });
  });
}

const padded = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - displayWidth(text)));
