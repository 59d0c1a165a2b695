// @ts-check

const MEBIBYTE = 2 ** 20;

/**
 * The middle of the values; the mean of both where two are in the middle.
 * @param {readonly number[]} values
 */
export function median(values) {
  if (!values.length) throw new Error('no values to take the median of');
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = /** @type {number} */ (sorted[middle]);
  return sorted.length % 2 ? upper : (upper + /** @type {number} */ (sorted[middle - 1])) / 2;
}

/**
 * The median of what could be measured; null where nothing could.
 * @param {readonly (number | null)[]} values
 */
export function medianOfKnown(values) {
  const known = values.filter((value) => value !== null);
  return known.length ? median(known) : null;
}

/**
 * What a run takes without its start and end: its time less that of a run over an empty log.
 * Null where the difference is lost in the noise.
 * @param {number} time
 * @param {number} empty
 */
export function withoutStart(time, empty) {
  const rest = time - empty;
  return rest > empty / 10 ? rest : null;
}

/**
 * How many times as fast one tool was as another: runs of the same round are pairs, so that a slow spell of the machine strikes both.
 * Where one of them ran less often, its last run stands for those it lacks.
 * @param {readonly (number | null)[]} times
 * @param {readonly (number | null)[]} reference
 * @returns {{ median: number, best: number, pairs: number } | null} null where no pair could be measured
 */
export function speedRatio(times, reference) {
  const rounds = times.length && reference.length ? Math.max(times.length, reference.length) : 0;
  /** @type {number[]} */
  const ratios = [];
  for (let i = 0; i < rounds; i++) {
    const time = times[Math.min(i, times.length - 1)];
    const other = reference[Math.min(i, reference.length - 1)];
    if (time && other) ratios.push(other / time);
  }
  return ratios.length ? { median: median(ratios), best: Math.max(...ratios), pairs: ratios.length } : null;
}

/**
 * @typedef {object} Linearity
 * @property {{ bytes: number, perMebibyte: number, further: number | null }[]} points seconds for each MiB, ascending by size; further: for each
 *   MiB that the size before did not have
 * @property {number} spread how much more the dearest MiB took than the cheapest: 0.1 for 10 %
 * @property {number} growth how much more a MiB of a larger log took than one of a smaller, at most; a fixed part of the time makes it less
 */

/**
 * Whether time grows as the size does.
 * @param {readonly { bytes: number, time: number | null }[]} sizes ascending
 * @returns {Linearity | null} null where fewer than two sizes were measured
 */
export function linearity(sizes) {
  /** @type {Linearity['points']} */
  const points = [];
  let growth = 0;
  let cheapest = Number.POSITIVE_INFINITY;
  /** @type {{ bytes: number, time: number } | null} */
  let before = null;
  for (const { bytes, time } of sizes) {
    if (time === null) continue;
    const perMebibyte = time / (bytes / MEBIBYTE);
    const further = before && (time - before.time) / ((bytes - before.bytes) / MEBIBYTE);
    points.push({ bytes, perMebibyte, further });
    growth = Math.max(growth, perMebibyte / cheapest - 1);
    cheapest = Math.min(cheapest, perMebibyte);
    before = { bytes, time };
  }
  if (points.length < 2) return null;
  return { points, spread: Math.max(...points.map(({ perMebibyte }) => perMebibyte)) / cheapest - 1, growth };
}
