import { displayWidth } from './display-width.js';
import { longestWord, wrap } from './wrap.js';

/** Columns between two columns. */
const GAP = 2;
/** Shorter than that no word is broken. */
const SHORTEST_WORD = 8;

/**
 * A table for a terminal. Where it is wider than the line, the widest columns are made narrower, down to their longest word, and
 * their cells are broken into lines; where that is not enough, words are broken too, but no numbers.
 * @param label marks the names of the columns.
 * @param numbers places of columns that are set to the right.
 */
export function textTable(
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  width: number,
  label: (text: string) => string,
  numbers: readonly number[] = [],
): string[] {
  const cellsOf = (column: number) => [columns, ...rows].map((row) => row[column] ?? '');
  const widths = columns.map((_, i) => Math.max(...cellsOf(i).map(displayWidth)));
  const least = columns.map((_, i) => Math.max(...cellsOf(i).map(longestWord)));
  narrow(widths, least, width);
  const unbroken = columns.map((_, i) =>
    numbers.includes(i) ? Math.max(...rows.map((row) => displayWidth(row[i] ?? '')), 1) : Math.min(least[i]!, SHORTEST_WORD),
  );
  narrow(widths, unbroken, width);
  return [columns, ...rows].flatMap((row, at) => {
    const cells = widths.map((one, i) => wrap(row[i] ?? '', one, true));
    const height = Math.max(...cells.map((cell) => cell.length));
    return Array.from({ length: height }, (_, line) => {
      const text = cells.map((cell, i) => padded(cell[line] ?? '', widths[i]!, numbers.includes(i))).join(' '.repeat(GAP));
      return at === 0 ? label(text.trimEnd()) : text.trimEnd();
    });
  });
}

/** Makes the widest columns narrower until the line is wide enough for all, but none narrower than the least. */
function narrow(widths: number[], least: readonly number[], width: number): void {
  const tooMuch = () => widths.reduce((sum, one) => sum + one + GAP, -GAP) - width;
  while (tooMuch() > 0) {
    const room = widths.map((one, i) => (one > least[i]! ? one : 0));
    const widest = room.indexOf(Math.max(...room));
    if (room[widest] === 0) return;
    widths[widest]!--;
  }
}

function padded(text: string, width: number, right: boolean): string {
  const space = ' '.repeat(Math.max(0, width - displayWidth(text)));
  return right ? space + text : text + space;
}
