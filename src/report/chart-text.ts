import { displayWidth } from './display-width.js';
import type { BarChart, TimeChart, Tone } from './page.js';
import { wrap } from './wrap.js';

/** From little to much; nothing is a dot, so that it can be told from little. */
const LEVELS = '▁▂▃▄▅▆▇█';
const NOTHING = '·';
/** Parts of a bar are told apart without colours. */
const FILLS: Readonly<Record<Tone, string>> = { lost: '█', open: '▓', delayed: '░', rejected: '▒', delivered: '▁' };
/** Makes a name stand out. */
type Mark = (text: string) => string;

/** Columns between two things. */
const GAP = 2;
const LONGEST_BAR = 40;
const SHORTEST_BAR = 5;
/** The part of a line that a name may take. */
const LONGEST_NAME = 0.35;

/** A row of blocks for each thing that is shown over time, with the first and the last time under them. */
export function timeLines({ times, series }: TimeChart, label: Mark): string[] {
  const widest = Math.max(...series.map(({ name }) => displayWidth(name)));
  const behind = (name: string) => ' '.repeat(widest - displayWidth(name) + 2);
  const rows = series.map(({ name, values, most }) => `${label(name)}${behind(name)}${sparkline(values)}  ${most}`);
  const [first = '', last = ''] = [times[0], times.at(-1)];
  const gap = times.length - first.length - last.length;
  return [...rows, `${behind('')}${gap > 0 ? `${first}${' '.repeat(gap)}${last}` : `${first} – ${last}`}`];
}

function sparkline(values: readonly number[]): string {
  const most = values.reduce((a, b) => Math.max(a, b), 0);
  return values
    .map((value) => (value === 0 ? NOTHING : LEVELS[Math.min(LEVELS.length - 1, Math.floor((value / most) * LEVELS.length))]!))
    .join('');
}

/** A bar for each thing, its parts filled differently, with the numbers behind it. */
export function barLines({ parts, bars }: BarChart, width: number, label: Mark): string[] {
  const nameWidth = Math.min(Math.floor(width * LONGEST_NAME), Math.max(...bars.map(({ name }) => displayWidth(name))));
  const widths = parts.map((_, i) => Math.max(...bars.map(({ numbers }) => displayWidth(numbers[i]!))));
  const taken = widths.reduce((sum, one) => sum + one + GAP, nameWidth + GAP);
  // A part that is nearly nothing is drawn as one block, so that a bar may be longer by a block for each.
  const room = Math.max(SHORTEST_BAR, Math.min(LONGEST_BAR, width - taken - parts.length));
  const most = Math.max(1, ...bars.map(({ values }) => values.reduce((a, b) => a + b, 0)));
  const rows = bars.map(({ name, values, numbers }) => {
    const [first = ''] = wrap(name, nameWidth, true);
    const bar = values.map((value, i) =>
      FILLS[parts[i]!.tone].repeat(value === 0 ? 0 : Math.max(1, Math.round((value / most) * room))),
    );
    const said = numbers.map((number, i) => ' '.repeat(GAP + widths[i]! - displayWidth(number)) + number);
    const gap = ' '.repeat(nameWidth - displayWidth(first) + GAP);
    return `${label(first)}${gap}${bar.join('').padEnd(room + parts.length)}${said.join('')}`;
  });
  const key = parts.map(({ name, tone }) => `${FILLS[tone]} ${name}`).join('   ');
  return [' '.repeat(nameWidth + GAP) + key, ...rows];
}
