import { styleText } from 'node:util';
import { UsageError } from './exit-code.js';
import { type RawArguments, single } from './options.js';

export const WHEN = ['auto', 'always', 'never'] as const;
export type ColorWhen = (typeof WHEN)[number];

/** The option of every command that writes text in colours. */
export const COLOR_OPTION = {
  color: {
    type: 'string',
    requiresArg: true,
    describe: `colours in text: ${WHEN.join(', ')} (default: auto, on a terminal; NO_COLOR and FORCE_COLOR are heeded)`,
  },
} as const;

/** `--color`. @throws UsageError */
export function checkColor(raw: RawArguments): ColorWhen {
  const asked = single(raw, 'color') ?? 'auto';
  const found = WHEN.find((one) => one === asked);
  if (found === undefined) throw new UsageError(`--color: '${asked}' is none of ${WHEN.join(', ')}`);
  return found;
}

/**
 * Whether to write colours. Where the option leaves it open, the environment decides for standard output: FORCE_COLOR before
 * NO_COLOR, as Node itself has it, and else whether it is a terminal that can show them.
 */
export function usesColor(
  when: ColorWhen,
  output: { readonly isStandardOutput: boolean; readonly isTerminal: boolean },
  { FORCE_COLOR, NO_COLOR, TERM }: NodeJS.ProcessEnv,
): boolean {
  if (when !== 'auto') return when === 'always';
  if (!output.isStandardOutput) return false;
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  if (NO_COLOR !== undefined && NO_COLOR !== '') return false;
  return output.isTerminal && TERM !== 'dumb';
}

/** Marks for a terminal; whether they are wanted is decided before, since `styleText` would decide by itself in newer Nodes. */
export const style = {
  strong: (text: string): string => styleText('bold', text, { validateStream: false }),
  label: (text: string): string => styleText('cyan', text, { validateStream: false }),
};
