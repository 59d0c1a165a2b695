import type { Evidence } from './evidence.js';
import type { Verdict } from './verdict.js';

/**
 * Stands for all texts of failures that differ in names alone: the recipient, hosts, addresses, ids. Codes and words are the same in
 * all of them. Who judges them keeps with it what was found of the first.
 */
export class Said {
  /** Who keeps something here, and what; null at first. */
  keeper: object | null = null;
  kept: object | null = null;
}

/** Judges a failure. @param said stands for its text, where it is known that others say the same. */
export type Judge = (evidence: Evidence, said?: Said) => Verdict;
