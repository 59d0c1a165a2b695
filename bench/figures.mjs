// @ts-check

import { median, medianOfKnown, speedRatio, withoutStart } from './statistics.mjs';

/** @typedef {import('./generate.mjs').GeneratedTruth} GeneratedTruth */
/** @typedef {import('./process.mjs').Measurement} Measurement */
/** @typedef {import('./tools.mjs').Tool} Tool */
/** @typedef {ReturnType<typeof speedRatio>} Ratio */

/**
 * What the runs of one tool over one log come to; seconds and bytes.
 * @typedef {object} ToolFigures
 * @property {string} name
 * @property {number | null} threads
 * @property {{ median: number, least: number }} wall start to finish
 * @property {{ median: number, least: number }} empty start to finish over an empty log
 * @property {number | null} scan median without start and end; null where it is lost in the noise
 * @property {number | null} cpu median
 * @property {number | null} memory median of the peaks
 * @property {{ wall: Record<Reference, Ratio>, scan: Record<Reference, Ratio> }} ratios how many times as fast as each reference
 * @property {readonly Measurement[]} runs
 * @property {readonly Measurement[]} emptyRuns
 */

/** @typedef {'pflogsumm' | 'oneThread' | 'gzip'} Reference */

/**
 * @typedef {object} LogFigures
 * @property {number} size what was asked for
 * @property {number} bytes of the log, inflated
 * @property {number} fileBytes as it lies on the disk
 * @property {number} lines
 * @property {ToolFigures[]} tools
 * @property {readonly string[]} differences from the truth
 */

/**
 * @param {object} session
 * @param {number} session.size
 * @param {number} session.fileBytes
 * @param {Pick<GeneratedTruth, 'bytes' | 'totals'>} session.truth
 * @param {ReadonlyMap<Pick<Tool, 'name' | 'threads'>, { runs: readonly Measurement[], empty: readonly Measurement[] }>} session.taken
 * @param {readonly string[]} session.differences
 * @returns {LogFigures}
 */
export function figuresOf({ size, fileBytes, truth, taken, differences }) {
  const tools = [...taken].map(([{ name, threads }, { runs, empty }]) => {
    const wall = spread(runs);
    const start = spread(empty);
    return {
      name,
      threads,
      wall,
      empty: start,
      scan: withoutStart(wall.median, start.median),
      cpu: medianOfKnown(runs.map(({ cpu }) => cpu)),
      memory: medianOfKnown(runs.map(({ memory }) => memory)),
      walls: runs.map((run) => run.wall),
      scans: runs.map((run) => withoutStart(run.wall, start.median)),
      runs,
      emptyRuns: empty,
    };
  });
  /** @type {Record<Reference, (typeof tools)[number] | undefined>} */
  const references = {
    pflogsumm: tools.find(({ name }) => name === 'pflogsumm'),
    oneThread: tools.find(({ threads }) => threads === 1),
    gzip: tools.find(({ name }) => name === 'gzip -dc'),
  };
  return {
    size,
    bytes: truth.bytes,
    fileBytes,
    lines: truth.totals.lines,
    tools: tools.map(({ walls, scans, ...tool }) => ({
      ...tool,
      ratios: {
        wall: against((reference) => speedRatio(walls, reference?.walls ?? []), references),
        scan: against((reference) => speedRatio(scans, reference?.scans ?? []), references),
      },
    })),
    differences,
  };
}

/** @param {readonly Measurement[]} runs */
function spread(runs) {
  const walls = runs.map(({ wall }) => wall);
  return { median: median(walls), least: Math.min(...walls) };
}

/**
 * @template T
 * @param {(reference: T) => Ratio} ratio
 * @param {Record<Reference, T>} references
 * @returns {Record<Reference, Ratio>}
 */
function against(ratio, references) {
  return {
    pflogsumm: ratio(references.pflogsumm),
    oneThread: ratio(references.oneThread),
    gzip: ratio(references.gzip),
  };
}
