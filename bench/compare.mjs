// @ts-check

import { rowKey } from './truth.mjs';

/** @typedef {import('./truth.mjs').Truth} Truth */
/** @typedef {import('./truth.mjs').TruthRow} TruthRow */

/**
 * What is read of a JSON report.
 * @typedef {object} Report
 * @property {Record<string, unknown>} totals
 * @property {Record<string, unknown>[]} rows
 */

const COUNTS = /** @type {const} */ (['events', 'failed', 'delayed', 'expired', 'returned', 'rejected', 'recovered', 'open']);
const DISTINCT = /** @type {const} */ (['recipients', 'domains']);

/**
 * Everything in which a report departs from the truth, one sentence each; nothing when they agree.
 *
 * Rows of the report with the same direction, reply code and enhanced code are one row here, whatever else they are grouped by: counts are added.
 * The same recipient may stand in several of them, so that distinct values can only be bounded there: at least the largest, at most the sum.
 * @param {Report} report
 * @param {Truth} truth
 * @returns {string[]}
 */
export function differences(report, truth) {
  return [...compareTotals('totals', report.totals, truth.totals), ...compareRows(report.rows, truth.rows)];
}

/**
 * @param {string} path
 * @param {unknown} reported
 * @param {object} expected
 * @returns {string[]}
 */
function compareTotals(path, reported, expected) {
  const found = /** @type {Record<string, unknown>} */ (reported && typeof reported === 'object' ? reported : {});
  return Object.entries(expected).flatMap(([name, value]) => {
    if (value && typeof value === 'object') return compareTotals(`${path}.${name}`, found[name], value);
    return found[name] === value ? [] : [differs(`${path}.${name}`, found[name], value)];
  });
}

/**
 * @param {Record<string, unknown>[]} reported
 * @param {TruthRow[]} expected
 * @returns {string[]}
 */
function compareRows(reported, expected) {
  /** @type {Map<string, Record<string, unknown>[]>} */
  const groups = new Map();
  for (const row of reported) {
    const key = rowKey(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const known = new Set(expected.map(rowKey));
  const surplus = [...groups.keys()].filter((key) => !known.has(key)).map((key) => `row ${key}: not in the truth`);
  const others = expected.flatMap((row) => {
    const key = rowKey(row);
    const group = groups.get(key);
    return group ? compareRow(`row ${key}`, group, row) : [`row ${key}: missing (${row.events} events)`];
  });
  return [...others, ...surplus];
}

/**
 * @param {string} path
 * @param {Record<string, unknown>[]} group
 * @param {TruthRow} expected
 * @returns {string[]}
 */
function compareRow(path, group, expected) {
  /** @type {string[]} */
  const found = [];
  for (const column of COUNTS) {
    const sum = group.reduce((total, row) => total + Number(row[column]), 0);
    if (sum !== expected[column]) found.push(differs(`${path}.${column}`, sum, expected[column]));
  }
  for (const column of DISTINCT) {
    const value = expected[column];
    if (value === null) continue;
    const counts = group.map((row) => Number(row[column]));
    const least = Math.max(...counts);
    const most = counts.reduce((total, count) => total + count, 0);
    if (!(least <= value && value <= most)) {
      found.push(differs(`${path}.${column}`, least === most ? least : `${least} to ${most}`, value));
    }
  }
  const first = Math.min(...group.map((row) => instant(row.firstSeen)));
  const last = Math.max(...group.map((row) => instant(row.lastSeen)));
  if (first !== expected.firstSeen) found.push(differs(`${path}.firstSeen`, iso(first), iso(expected.firstSeen)));
  if (last !== expected.lastSeen) found.push(differs(`${path}.lastSeen`, iso(last), iso(expected.lastSeen)));
  return found;
}

/** @param {unknown} value a time as ISO 8601 text, or as milliseconds since 1970 */
function instant(value) {
  return typeof value === 'number' ? value : Date.parse(String(value));
}

/** @param {number} time */
function iso(time) {
  return Number.isFinite(time) ? new Date(time).toISOString() : 'no time';
}

/**
 * @param {string} path
 * @param {unknown} found
 * @param {unknown} expected
 */
function differs(path, found, expected) {
  return `${path}: ${found}, should be ${expected}`;
}
