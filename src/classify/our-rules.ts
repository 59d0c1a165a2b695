import { existsSync, readFileSync } from 'node:fs';
import { type PreparedRules, prepareRules } from './prepared-rules.js';
import { RuleSet } from './rule-set.js';
import { NAMINGS } from './rules/provider-namings.js';
import { RULES } from './rules/rules.js';

/**
 * What was made of our rules when the package was built. It is read, not imported: so it is gone from memory once the
 * rules are ready.
 */
const PREPARED = new URL('./our-rules.json', import.meta.url);

/** One for all classifiers without rules of their own. */
let ours: RuleSet | undefined;

/** Our rules, made ready when the first text is judged. */
export function ourRules(): RuleSet {
  ours ??= new RuleSet(RULES, NAMINGS, existsSync(PREPARED) ? readPrepared() : prepareOurs());
  return ours;
}

const readPrepared = (): PreparedRules => JSON.parse(readFileSync(PREPARED, 'utf8')) as PreparedRules;

/** What the build of the package writes. */
export const prepareOurs = (): PreparedRules => prepareRules(RULES, NAMINGS);
