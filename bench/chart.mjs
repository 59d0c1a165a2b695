// @ts-check

/**
 * Time against size, as an SVG: a panel for each case, both axes logarithmic, so that what is linear is a straight line of the same slope.
 */

import { secondsText, sizeText } from './table.mjs';

/** @typedef {{ bytes: number, seconds: number }} Point */
/** @typedef {{ name: string, points: readonly Point[] }} Series */
/** @typedef {{ title: string, about: string, series: readonly Series[] }} Panel */

const WIDTH = 420;
const HEIGHT = 320;
const COLUMNS = 2;
const EDGE = { left: 58, right: 16, top: 48, bottom: 44 };
const HEAD = 40;
const LEGEND = 26;
/** Colours that people who do not see all colours can tell apart (Okabe and Ito); each with a mark of its own. */
const COLOURS = ['#0072b2', '#d55e00', '#009e73', '#cc79a7', '#e69f00', '#56b4e9', '#000000'];
const MARKS = ['circle', 'square', 'diamond', 'triangle'];

/**
 * @param {string} title
 * @param {readonly Panel[]} panels
 */
export function chartSvg(title, panels) {
  const names = [...new Set(panels.flatMap(({ series }) => series.map(({ name }) => name)))];
  const points = panels.flatMap(({ series }) => series.flatMap((one) => one.points));
  const sizes = [...new Set(points.map(({ bytes }) => bytes))].sort((a, b) => a - b);
  const scale = scales(points);
  const columns = Math.max(1, Math.min(COLUMNS, panels.length));
  const width = columns * WIDTH;
  const legendRows = Math.ceil(names.length / (columns * 2));
  const top = HEAD + legendRows * LEGEND;
  const height = top + Math.ceil(panels.length / columns) * HEIGHT;
  const parts = [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" font-family="system-ui, sans-serif" font-size="12">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    `<text x="16" y="26" font-size="15" font-weight="600">${escaped(title)}</text>`,
    ...names.map((name, i) => {
      const x = 16 + (i % (columns * 2)) * (WIDTH / 2);
      const y = HEAD + 8 + Math.floor(i / (columns * 2)) * LEGEND;
      return `${mark(i, x + 6, y)}<text x="${x + 18}" y="${y + 4}">${escaped(name)}</text>`;
    }),
    ...panels.map((panel, i) => {
      const x = (i % columns) * WIDTH;
      const y = top + Math.floor(i / columns) * HEIGHT;
      return `<g transform="translate(${x} ${y})">${panelSvg(panel, names, sizes, scale)}</g>`;
    }),
    '</svg>',
  ];
  return `${parts.join('\n')}\n`;
}

/**
 * @typedef {object} Scales
 * @property {(bytes: number) => number} x
 * @property {(seconds: number) => number} y
 * @property {readonly number[]} ticks powers of ten, seconds
 */

/**
 * One pair of scales for all panels, so that they can be compared.
 * @param {readonly Point[]} points
 * @returns {Scales}
 */
function scales(points) {
  const bytes = points.map((point) => Math.log10(point.bytes));
  const times = points.map((point) => Math.log10(Math.max(1e-3, point.seconds)));
  // where nothing was measured there are still axes
  const [fewest, most] = bytes.length ? [Math.min(...bytes) - 0.1, Math.max(...bytes) + 0.1] : [6, 9];
  const [low, high] = [Math.floor(Math.min(...times, 0)), Math.ceil(Math.max(...times, 1))];
  const across = WIDTH - EDGE.left - EDGE.right;
  const down = HEIGHT - EDGE.top - EDGE.bottom;
  return {
    x: (value) => rounded(EDGE.left + ((Math.log10(value) - fewest) / (most - fewest)) * across),
    y: (value) => rounded(EDGE.top + ((high - Math.log10(Math.max(1e-3, value))) / (high - low)) * down),
    ticks: Array.from({ length: high - low + 1 }, (_, i) => 10 ** (low + i)),
  };
}

/**
 * @param {Panel} panel
 * @param {readonly string[]} names
 * @param {readonly number[]} sizes
 * @param {Scales} scale
 */
function panelSvg({ title, about, series }, names, sizes, { x, y, ticks }) {
  const [left, right, bottom] = [EDGE.left, WIDTH - EDGE.right, HEIGHT - EDGE.bottom];
  return [
    `<text x="${left}" y="${EDGE.top - 28}" font-weight="600">${escaped(title)}</text>`,
    `<text x="${left}" y="${EDGE.top - 12}" font-size="11" fill="#444">${escaped(about)}</text>`,
    ...ticks.map((tick) => {
      const text = tick < 1 ? `${Math.round(tick * 1000)} ms` : `${tick} s`;
      return `<path d="M${left} ${y(tick)}H${right}" stroke="#ddd"/><text x="${left - 6}" y="${y(tick) + 4}" text-anchor="end">${text}</text>`;
    }),
    ...sizes.map(
      (size) =>
        `<path d="M${x(size)} ${EDGE.top}V${bottom}" stroke="#eee"/><text x="${x(size)}" y="${bottom + 18}" text-anchor="middle">${sizeText(size)}</text>`,
    ),
    `<path d="M${left} ${EDGE.top}V${bottom}H${right}" fill="none" stroke="#666"/>`,
    ...series.map(({ name, points }) => {
      const i = names.indexOf(name);
      const line = points.map(({ bytes, seconds }, j) => `${j ? 'L' : 'M'}${x(bytes)} ${y(seconds)}`).join('');
      const marks = points.map(({ bytes, seconds }) => {
        const text = `${name}: ${secondsText(seconds)} s for ${sizeText(bytes)}`;
        return `<g><title>${escaped(text)}</title>${mark(i, x(bytes), y(seconds))}</g>`;
      });
      const path = points.length > 1 ? `<path d="${line}" fill="none" stroke="${colour(i)}" stroke-width="1.5"/>` : '';
      return `${path}${marks.join('')}`;
    }),
  ].join('\n');
}

/** @param {number} i */
function colour(i) {
  return /** @type {string} */ (COLOURS[i % COLOURS.length]);
}

/**
 * @param {number} i which series
 * @param {number} x
 * @param {number} y
 */
function mark(i, x, y) {
  const fill = colour(i);
  switch (MARKS[i % MARKS.length]) {
    case 'square':
      return `<rect x="${rounded(x - 4)}" y="${rounded(y - 4)}" width="8" height="8" fill="${fill}"/>`;
    case 'diamond':
      return `<path d="M${x} ${rounded(y - 5)}l5 5l-5 5l-5 -5z" fill="${fill}"/>`;
    case 'triangle':
      return `<path d="M${x} ${rounded(y - 5)}l5 9h-10z" fill="${fill}"/>`;
    default:
      return `<circle cx="${x}" cy="${y}" r="4" fill="${fill}"/>`;
  }
}

/** @param {number} value */
function rounded(value) {
  return Math.round(value * 10) / 10;
}

/** @param {string} text */
function escaped(text) {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
