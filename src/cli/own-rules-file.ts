import { readFileSync } from 'node:fs';
import type { OwnRules } from '../classify/own-rules.js';
import type { Rule } from '../classify/rule.js';
import { UsageError } from './exit-code.js';

/** The rules of `--rules FILE`; none where it is not given. @throws UsageError which names file and line */
export async function ownRules(file: string | null): Promise<readonly Rule[]> {
  return file === null ? [] : (await readOwnRules(file, `--rules ${file}`)).rules;
}

/** @param whose what is wrong when it is: the option, or the file. @throws UsageError which names file and line */
export async function readOwnRules(file: string, whose: string): Promise<OwnRules> {
  // Loaded only where somebody has rules.
  const { OwnRulesError, parseOwnRules } = await import('../classify/own-rules.js');
  let json: string;
  try {
    json = readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`${whose}: cannot be read: ${(error as Error).message}`);
  }
  try {
    return parseOwnRules(json);
  } catch (error) {
    if (error instanceof OwnRulesError) throw new UsageError(`${whose}:${error.line}: ${error.message}`);
    throw error;
  }
}
