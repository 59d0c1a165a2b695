import { readFileSync } from 'node:fs';
import type { OwnRules } from '../classify/own-rules.js';
import type { Rule } from '../classify/rule.js';
import { UsageError } from './exit-code.js';
import { repeatedKey } from './repeated-key.js';

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
  checkKeys(json.replace(/^\ufeff/, ''), whose);
  try {
    return parseOwnRules(json);
  } catch (error) {
    if (error instanceof OwnRulesError) throw new UsageError(`${whose}:${error.line}: ${error.message}`);
    throw error;
  }
}

/** JSON takes the last of two equal keys without a word, so that a rule would be another than was written. @throws UsageError */
function checkKeys(json: string, whose: string): void {
  if (!isJson(json)) return;
  const repeated = repeatedKey(json);
  if (repeated === null) return;
  const { key, first, line } = repeated;
  throw new UsageError(
    `${whose}:${line}: '${key}' stands in the same object on line ${first} already, and only one of them would hold: take one away`,
  );
}

function isJson(json: string): boolean {
  try {
    JSON.parse(json);
    return true;
  } catch {
    return false;
  }
}
