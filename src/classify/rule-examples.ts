import { normalText } from './normal-text.js';
import { readReply } from './reply.js';
import type { Circumstances, Rule } from './rule.js';
import { RuleSet } from './rule-set.js';

/** An example of a rule for which it does not do what it says. */
export interface ExampleProblem {
  /** Null for a text that must not match. */
  readonly pattern: string | null;
  readonly text: string;
  readonly problem: string;
}

/** What goes with an example: the codes in its text, and of each condition of the rule the first value. */
export function circumstancesOf({ provider, replyCode, enhancedStatus, command, speaker }: Rule, text: string): Circumstances {
  const reply = readReply(text);
  return {
    provider: provider?.[0] ?? null,
    replyCode: reply.replyCode ?? replyCode?.[0] ?? null,
    enhancedStatus: reply.enhancedStatus ?? enhancedStatus?.[0]?.replace('X', '5') ?? null,
    command: command?.[0] ?? null,
    speaker: speaker ?? (reply.replyCode === null ? 'local' : 'remote'),
  };
}

/**
 * Checks a rule against its own examples, in the list in which it stands. A rule before it may say the same.
 * @returns what is wrong; empty when nothing.
 */
export function checkRule(rule: Rule, set: RuleSet): readonly ExampleProblem[] {
  const deciding = (text: string) => decide(set, rule, text);
  const problems: ExampleProblem[] = [];
  for (const [pattern, text] of Object.entries(rule.patterns ?? {})) {
    const decided = deciding(text);
    if (!matches(pattern, text)) problems.push({ pattern, text, problem: 'the example does not match' });
    else if (decided?.reason !== rule.reason)
      problems.push({ pattern, text, problem: `'${decided?.id ?? 'nothing'}' decides before it` });
  }
  for (const text of rule.counterExamples ?? []) {
    if (deciding(text)?.id === rule.id) problems.push({ pattern: null, text, problem: 'must not match, but does' });
  }
  return problems;
}

/** Whether a text holds a pattern. @throws PatternError */
export function matches(pattern: string, text: string): boolean {
  const rule: Rule = { id: 'pattern', reason: 'undetermined', source: '', patterns: { [pattern]: text } };
  return decide(new RuleSet([rule], []), rule, text) !== null;
}

function decide(set: RuleSet, rule: Rule, text: string): Rule | null {
  set.find(normalText(text));
  return set.decide(circumstancesOf(rule, text));
}
