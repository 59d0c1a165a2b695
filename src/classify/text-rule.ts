import type { Reason } from '../model/verdict.js';

/** A rule that knows a program's wording: a literal in the text stands for a reason. Tested with its own example. */
export interface TextRule {
  readonly id: string;
  /** Found as it stands; the first rule of a list that matches decides. */
  readonly literal: string;
  /** Whether the text must begin with the literal. */
  readonly atStart?: boolean;
  readonly reason: Reason;
  /** True when it is hard even where the MTA still tries (an address that no retry can reach). */
  readonly final?: boolean;
  readonly source: string;
  readonly example: string;
}

/** The first rule whose literal the text holds. Time is linear in the text. */
export function matchText(rules: readonly TextRule[], text: string): TextRule | undefined {
  return rules.find(({ literal, atStart }) => (atStart ? text.startsWith(literal) : text.includes(literal)));
}
