// @ts-check

/**
 * A table for a terminal: the first row is the head, the first column is text, the others are numbers.
 * @param {readonly (readonly string[])[]} rows
 */
export function table(rows) {
  const columns = Math.max(0, ...rows.map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => Math.max(...rows.map((row) => (row[i] ?? '').length)));
  return rows
    .map((row) =>
      widths
        .map((width, i) => (i ? (row[i] ?? '').padStart(width) : (row[i] ?? '').padEnd(width)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * Seconds with so many digits as were measured; a dash for what was not.
 * @param {number | null} seconds
 */
export function secondsText(seconds) {
  return seconds === null ? '-' : seconds.toFixed(seconds < 100 ? 2 : 1);
}

/** @param {number | null} bytes */
export function mebibytesText(bytes) {
  return bytes === null ? '-' : (bytes / 2 ** 20).toFixed(0);
}

/**
 * A size as `parseSize` reads it: `500MiB`, `1.5GiB`; in bytes where no unit fits.
 * @param {number} bytes
 */
export function sizeText(bytes) {
  for (const [power, unit] of /** @type {const} */ ([
    [30, 'GiB'],
    [20, 'MiB'],
    [10, 'KiB'],
  ])) {
    const value = bytes / 2 ** power;
    if (value >= 1) return `${Number(value.toFixed(2))}${unit}`;
  }
  return `${bytes}B`;
}

/** @param {number | null | undefined} ratio */
export function ratioText(ratio) {
  if (ratio === null || ratio === undefined) return '-';
  return ratio >= 10 ? ratio.toFixed(1) : ratio.toFixed(2);
}
