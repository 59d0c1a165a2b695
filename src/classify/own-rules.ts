import { PROVIDERS } from '../model/provider.js';
import { BOUNCE_TYPES, REASONS } from '../model/verdict.js';
import { lineOfPath, linesOfList } from './json-lines.js';
import { compilePattern, PatternError } from './pattern.js';
import type { Rule, Speaker } from './rule.js';
import { RULES } from './rules/rules.js';

/** A fault in a file of own rules, with the line on which it stands. */
export class OwnRulesError extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.line = line;
  }
}

const SPEAKERS: readonly Speaker[] = ['remote', 'local', 'refusal'];
const COMMANDS = ['CONNECT', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'AUTH', 'MAIL', 'RCPT', 'DATA', 'BDAT', 'EOM', 'RSET', 'QUIT'];
const ID = /^[a-z0-9]+(?:[.-][a-z0-9]+)*$/;
const STATUS = /^[245X]\.\d{1,3}\.\d{1,3}$/;

type Raw = Readonly<Record<string, unknown>>;
type Path = readonly (string | number)[];

/** What a key of a rule must hold. @returns what is wrong; null when nothing. */
type Check = (value: unknown) => string | null;

const oneOf =
  (known: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && known.includes(value) ? null : `must be one of ${known.join(', ')}`;

const listOf =
  (check: Check): Check =>
  (value) => {
    if (!Array.isArray(value) || value.length === 0) return 'must be a list that is not empty';
    return value.map(check).find((problem) => problem !== null) ?? null;
  };

const matching =
  (form: RegExp, example: string): Check =>
  (value) =>
    typeof value === 'string' && form.test(value) ? null : `must look like ${example}`;

const text: Check = (value) => (typeof value === 'string' && value !== '' ? null : 'must be a text that is not empty');

const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value);

const CHECKS: Readonly<Record<keyof Rule, Check>> = {
  id: matching(ID, 'house.user-unknown: small letters, digits, dots and hyphens'),
  reason: oneOf(REASONS),
  type: oneOf(BOUNCE_TYPES),
  patterns: (value) =>
    isObject(value) && Object.keys(value).length > 0 ? null : 'must be an object: each pattern with a text that it matches',
  provider: listOf(oneOf(PROVIDERS)),
  writer: oneOf(PROVIDERS),
  enhancedStatus: listOf(matching(STATUS, '5.7.1, or X.7.1 for any class')),
  replyCode: listOf((value) =>
    Number.isInteger(value) && Number(value) >= 200 && Number(value) <= 599 ? null : 'must be numbers from 200 to 599',
  ),
  command: listOf(oneOf(COMMANDS)),
  speaker: oneOf(SPEAKERS),
  source: text,
  counterExamples: listOf(text),
};

const NEEDED = ['id', 'reason'] as const;
/** Without one of these a rule would hold for everything. */
const CONDITIONS = ['patterns', 'provider', 'enhancedStatus', 'replyCode', 'command'] as const;

/** Own rules with the line on which each begins. */
export interface OwnRules {
  readonly rules: readonly Rule[];
  readonly lines: readonly number[];
}

/**
 * Reads a file of own rules: a JSON list of rules, or an object that holds one as `rules`.
 * @throws OwnRulesError which names the line
 */
export function parseOwnRules(file: string): OwnRules {
  // Editors put a byte order mark in front, which JSON does not know.
  const json = file.replace(/^\ufeff/, '');
  const { raw, at } = rawRules(json);
  const lines = linesOfList(json, at);
  const known = new Map(RULES.map(({ id }) => [id, 'is the name of a rule of ours']));
  const rules = raw.map((one, i): Rule => {
    const rule = checked(one, json, [...at, i]);
    const taken = known.get(rule.id);
    if (taken !== undefined) throw new OwnRulesError(lineOfPath(json, [...at, i, 'id']), `'${rule.id}' ${taken}`);
    known.set(rule.id, `stands on line ${lines[i]} already`);
    return rule;
  });
  return { rules, lines };
}

function rawRules(json: string): { readonly raw: readonly unknown[]; readonly at: readonly string[] } {
  let parsed: unknown;
  try {
    parsed = JSON.parse(json);
  } catch (error) {
    const [what] = (error as Error).message.split(/, "| in JSON/, 1);
    throw new OwnRulesError(lineOfSyntaxError(json), `is not JSON: ${what}`);
  }
  if (Array.isArray(parsed)) return { raw: parsed, at: [] };
  if (isObject(parsed) && Array.isArray(parsed.rules)) {
    const other = Object.keys(parsed).find((key) => key !== 'rules');
    if (other !== undefined) throw new OwnRulesError(lineOfPath(json, [other]), `'${other}' is not known; there is: rules`);
    return { raw: parsed.rules, at: ['rules'] };
  }
  throw new OwnRulesError(1, 'must be a list of rules, or an object that holds one as "rules"');
}

/** The first line with which the text is wrong, rather than not at its end. */
function lineOfSyntaxError(json: string): number {
  const lines = json.split('\n');
  // What is wrong with some lines is wrong with more of them too, so that half of the rest need not be tried.
  let [right, wrong] = [0, lines.length];
  while (wrong - right > 1) {
    const count = (right + wrong) >> 1;
    if (isWrong(lines.slice(0, count).join('\n'))) wrong = count;
    else right = count;
  }
  return wrong;
}

/** Whether the text is no beginning of JSON, whatever follows. */
function isWrong(json: string): boolean {
  try {
    JSON.parse(json);
    return false;
  } catch (error) {
    const { message } = error as Error;
    const position = /at position (\d+)/.exec(message)?.[1];
    // Something is missing at the end.
    return !/end of JSON input|Unterminated string/.test(message) && Number(position ?? -1) !== json.length;
  }
}

function checked(raw: unknown, json: string, path: Path): Rule {
  const fail = (key: string | null, message: string): never => {
    throw new OwnRulesError(lineOfPath(json, key === null ? path : [...path, key]), message);
  };
  if (!isObject(raw)) return fail(null, 'a rule must be an object');
  for (const [key, value] of Object.entries(raw)) {
    if (!Object.hasOwn(CHECKS, key)) fail(key, `'${key}' is not known; there are: ${Object.keys(CHECKS).join(', ')}`);
    const problem = CHECKS[key as keyof Rule](value);
    if (problem !== null) fail(key, `${key} ${problem}`);
  }
  for (const key of NEEDED) if (raw[key] === undefined) fail(null, `a rule needs '${key}'`);
  if (CONDITIONS.every((key) => raw[key] === undefined)) fail(null, `a rule needs one of ${CONDITIONS.join(', ')}`);
  for (const [pattern, example] of Object.entries((raw.patterns ?? {}) as Raw)) {
    const problem = problemOfPattern(pattern, example);
    if (problem !== null)
      throw new OwnRulesError(lineOfPath(json, [...path, 'patterns', pattern]), `pattern '${pattern}'${problem}`);
  }
  // Checked key by key.
  return { source: 'own rule', ...(raw as unknown as Omit<Rule, 'source'>) };
}

/** What is wrong with a pattern and its example; null when nothing. */
function problemOfPattern(pattern: string, example: unknown): string | null {
  try {
    compilePattern(pattern);
  } catch (error) {
    if (!(error instanceof PatternError)) throw error;
    return `: ${error.message}`;
  }
  return text(example) === null ? null : ' needs a text that it matches';
}
