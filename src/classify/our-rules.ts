import { existsSync, readFileSync } from 'node:fs';
import { prepareRules } from './prepared-rules.js';
import { RuleSet } from './rule-set.js';
import { NAMINGS } from './rules/provider-namings.js';
import { RULES } from './rules/rules.js';
import { readRules, writeRules } from './written-rules.js';

/**
 * What was made of our rules when the package was built. It is read, not imported: so it is gone from memory once the
 * rules are ready.
 */
const PREPARED = new URL('./our-rules.txt', import.meta.url);

/** One for all classifiers without rules of their own. */
let ours: RuleSet | undefined;

/** Our rules, made ready when the first text is judged. */
export function ourRules(): RuleSet {
  ours ??= new RuleSet(RULES, NAMINGS, existsSync(PREPARED) ? readRules(readFileSync(PREPARED).toString('latin1')) : prepared());
  return ours;
}

const prepared = () => prepareRules(RULES, NAMINGS);

/** What the build of the package writes. */
export const writeOurs = (): string => writeRules(prepared());
