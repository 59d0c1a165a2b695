// @ts-check

/**
 * A kind of log to measure with.
 * @typedef {object} Case
 * @property {string} name
 * @property {string} about
 * @property {'rfc3164' | 'rfc3339'} format
 * @property {boolean} gzip
 * @property {number} failureRate share of the recipients that are not delivered at the first attempt; 1: nothing is ever delivered
 * @property {number} domains how many remote domains there are
 */

/** @type {Omit<Case, 'name' | 'about'>} */
const USUAL = { format: 'rfc3164', gzip: false, failureRate: 0.08, domains: 2000 };

/** @type {readonly Case[]} */
export const CASES = [
  { ...USUAL, name: 'plain', about: 'an ordinary day: RFC 3164 stamps, 8 % fail at first, 2,000 domains' },
  { ...USUAL, name: 'gzip', about: 'the same, compressed', gzip: true },
  { ...USUAL, name: 'failing', about: 'every delivery fails', failureRate: 1 },
  { ...USUAL, name: 'rfc3339', about: 'RFC 3339 stamps', format: 'rfc3339' },
  { ...USUAL, name: 'rfc3339-gzip', about: 'RFC 3339 stamps, compressed', format: 'rfc3339', gzip: true },
  { ...USUAL, name: 'few-failures', about: '1 % fail at first', failureRate: 0.01 },
  { ...USUAL, name: 'many-failures', about: '40 % fail at first', failureRate: 0.4 },
  { ...USUAL, name: 'few-domains', about: '20 domains', domains: 20 },
  { ...USUAL, name: 'many-domains', about: '200,000 domains', domains: 200_000 },
];

/** What is measured when nobody asks for more: the figures that matter most. */
export const DEFAULT_CASES = ['plain', 'gzip', 'failing'];

/**
 * @param {readonly string[]} names `all` stands for every case
 * @returns {Case[]} in the order of the list, each once
 */
export function casesNamed(names) {
  for (const name of names) {
    if (name !== 'all' && !CASES.some((one) => one.name === name)) {
      throw new Error(`no case is named "${name}": there are ${CASES.map((one) => one.name).join(', ')}, and all`);
    }
  }
  return CASES.filter(({ name }) => names.includes(name) || names.includes('all'));
}

/** @typedef {Partial<Pick<Case, 'format' | 'gzip' | 'failureRate' | 'domains'>>} Changes */

/**
 * A case with some of its properties changed, and a name that says which.
 * @param {Case} base
 * @param {Changes} changes
 * @returns {Case}
 */
export function changedCase(base, changes) {
  const words = [
    changes.format,
    changes.gzip ? 'compressed' : undefined,
    changes.failureRate === undefined ? undefined : `failure rate ${changes.failureRate}`,
    changes.domains === undefined ? undefined : `${changes.domains} domains`,
  ].filter((word) => word !== undefined);
  return words.length ? { ...base, ...changes, name: `${base.name}*`, about: `${base.name}, but ${words.join(', ')}` } : base;
}
