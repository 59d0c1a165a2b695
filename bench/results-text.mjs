// @ts-check

import { median, medianOfKnown } from './statistics.mjs';
import { mebibytesText, ratioText, secondsText, sizeText, table } from './table.mjs';

/** @typedef {import('./figures.mjs').LogFigures} LogFigures */
/** @typedef {import('./figures.mjs').Reference} Reference */
/** @typedef {import('./statistics.mjs').Linearity} Linearity */

/** How much dearer a MiB may be at one size than at another, to be called linear. */
const LINEAR_WITHIN = 0.1;
/** @type {readonly [Reference, string][]} */
const REFERENCES = [
  ['pflogsumm', '× pflogsumm'],
  ['oneThread', '× 1 thread'],
  ['gzip', '× gzip -dc'],
];

/**
 * The tools over one log: medians, and how many times as fast each was as the references.
 * @param {LogFigures} log
 */
export function logText({ bytes, fileBytes, lines, tools }) {
  const references = REFERENCES.filter(([reference]) => tools.some(({ ratios }) => ratios.wall[reference]));
  const size = fileBytes === bytes ? sizeText(bytes) : `${sizeText(bytes)} in ${sizeText(fileBytes)}`;
  const scans = tools.filter(({ threads }) => threads !== null);
  return [
    `${size}, ${lines} lines; medians of the runs`,
    table([
      ['', 'runs', 'wall s', 'least s', 'scan s', 'CPU s', 'peak MiB', 'MiB/s', ...references.map(([, title]) => title)],
      ...tools.map(({ name, runs, wall, scan, cpu, memory, ratios }) => [
        name,
        String(runs.length),
        secondsText(wall.median),
        secondsText(wall.least),
        secondsText(scan),
        secondsText(cpu),
        mebibytesText(memory),
        (bytes / 2 ** 20 / wall.median).toFixed(0),
        ...references.map(([reference]) => ratioText(ratios.wall[reference]?.median)),
      ]),
    ]),
    ...(scans.length && references.length
      ? [
          'without start and end, median of the pairs (best pair):',
          table([
            ['', ...references.map(([, title]) => title)],
            ...scans.map(({ name, ratios }) => [
              name,
              ...references.map(([reference]) => {
                const ratio = ratios.scan[reference];
                return ratio ? `${ratioText(ratio.median)} (${ratioText(ratio.best)})` : '-';
              }),
            ]),
          ]),
        ]
      : []),
  ].join('\n');
}

/**
 * What a MiB takes at each size, start and end excluded.
 * @param {readonly { name: string, linearity: Linearity | null }[]} tools
 */
export function linearityText(tools) {
  const known = tools.flatMap(({ name, linearity }) => (linearity ? [{ name, ...linearity }] : []));
  const sizes = [...new Set(known.flatMap(({ points }) => points.map(({ bytes }) => bytes)))].sort((a, b) => a - b);
  if (!known.length) return '';
  return [
    'ms for each MiB by size, in brackets for each further MiB (least runs, without start and end):',
    table([
      ['', ...sizes.map(sizeText), 'spread', ''],
      ...known.map(({ name, points, spread, growth }) => [
        name,
        ...sizes.map((size) => {
          const point = points.find(({ bytes }) => bytes === size);
          if (!point) return '-';
          const text = millisecondsText(point.perMebibyte);
          return point.further === null ? text : `${text} (${millisecondsText(point.further)})`;
        }),
        `${(spread * 100).toFixed(0)} %`,
        linearityVerdict(spread, growth),
      ]),
    ]),
  ].join('\n');
}

/** @param {number} seconds */
function millisecondsText(seconds) {
  return (seconds * 1000).toFixed(2);
}

/**
 * @param {number} spread
 * @param {number} growth
 */
function linearityVerdict(spread, growth) {
  if (spread <= LINEAR_WITHIN) return 'linear';
  return growth <= LINEAR_WITHIN ? 'linear, and a fixed part' : 'grows faster than the size';
}

/**
 * Peak memory at each size.
 * @param {readonly { name: string, memory: readonly { bytes: number, memory: number | null }[] }[]} tools
 */
export function memoryText(tools) {
  const sizes = [...new Set(tools.flatMap(({ memory }) => memory.map(({ bytes }) => bytes)))].sort((a, b) => a - b);
  if (sizes.length < 2 || tools.every(({ memory }) => memory.every((point) => point.memory === null))) return '';
  return [
    'peak MiB by size:',
    table([
      ['', ...sizes.map(sizeText)],
      ...tools.map(({ name, memory }) => [
        name,
        ...sizes.map((size) => mebibytesText(memory.find(({ bytes }) => bytes === size)?.memory ?? null)),
      ]),
    ]),
  ].join('\n');
}

/**
 * Start to finish over an empty log, of all rounds of the session.
 * @param {readonly LogFigures[]} logs
 */
export function emptyText(logs) {
  const names = [...new Set(logs.flatMap(({ tools }) => tools.map(({ name }) => name)))];
  return [
    'empty log, start to finish:',
    table([
      ['', 'runs', 'wall s', 'least s', 'CPU s', 'peak MiB'],
      ...names.map((name) => {
        const runs = logs.flatMap(({ tools }) => tools.filter((tool) => tool.name === name).flatMap((tool) => tool.emptyRuns));
        const walls = runs.map(({ wall }) => wall);
        return [
          name,
          String(runs.length),
          median(walls).toFixed(3),
          Math.min(...walls).toFixed(3),
          secondsText(medianOfKnown(runs.map(({ cpu }) => cpu))),
          mebibytesText(medianOfKnown(runs.map(({ memory }) => memory))),
        ];
      }),
    ]),
  ].join('\n');
}
