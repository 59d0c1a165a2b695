import { OURS } from './ours-prepared.js';
import { type PreparedRules, prepareRules } from './prepared-rules.js';
import { RuleSet } from './rule-set.js';
import { NAMINGS } from './rules/provider-namings.js';
import { RULES } from './rules/rules.js';

/** One for all classifiers without rules of their own. */
let ours: RuleSet | undefined;

/** Our rules, made ready when the first text is judged. */
export function ourRules(): RuleSet {
  ours ??= new RuleSet(RULES, NAMINGS, OURS === null ? prepareOurs() : (JSON.parse(OURS) as PreparedRules));
  return ours;
}

/** What the build of the package writes in the place of `OURS`. */
export const prepareOurs = (): PreparedRules => prepareRules(RULES, NAMINGS);
