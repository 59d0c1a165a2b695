import { checkRule } from '../classify/rule-examples.js';
import { RuleSet } from '../classify/rule-set.js';
import { RULES } from '../classify/rules/rules.js';
import { EXIT, UsageError } from './exit-code.js';
import { Messages } from './messages.js';
import { type RawArguments, RULES_ARGUMENT } from './options.js';
import { readOwnRules } from './own-rules-file.js';

/**
 * `bouncelens rules test FILE`: whether each rule of a file decides on its own examples, placed before ours, and not on
 * the texts next to them.
 * @returns the exit code. @throws UsageError
 */
export async function rulesCommand(raw: RawArguments): Promise<number> {
  if (raw.action !== 'test') throw new UsageError(RULES_ARGUMENT.missing);
  const files = raw.files as readonly string[];
  if (files.length === 0) throw new UsageError('rules test needs a file of rules');
  const messages = new Messages(false);
  let failed = false;
  for (const file of files) {
    const { rules, lines } = await readOwnRules(file, file);
    const set = new RuleSet([...rules, ...RULES], []);
    let texts = 0;
    rules.forEach((rule, i) => {
      texts += Object.keys(rule.patterns ?? {}).length + (rule.counterExamples?.length ?? 0);
      for (const { pattern, text, problem } of checkRule(rule, set)) {
        failed = true;
        messages.error(
          `${file}:${lines[i]}: ${rule.id}: ${pattern === null ? '' : `pattern '${pattern}': `}'${text}': ${problem}`,
        );
      }
    });
    process.stdout.write(`${file}: ${counted(rules.length, 'rule')}, ${counted(texts, 'text')}\n`);
  }
  return failed ? EXIT.failed : EXIT.done;
}

const counted = (number: number, what: string) => `${number} ${what}${number === 1 ? '' : 's'}`;
