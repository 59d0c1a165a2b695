import type { CommandSheet } from './command-sheet.js';
import { bashCompletion } from './completion-bash.js';
import { fishCompletion } from './completion-fish.js';
import { zshCompletion } from './completion-zsh.js';
import { EXIT, UsageError } from './exit-code.js';
import type { RawArguments } from './options.js';

type Shell = (commands: readonly CommandSheet[]) => string;

const SHELLS: Readonly<Record<string, Shell>> = { bash: bashCompletion, zsh: zshCompletion, fish: fishCompletion };

/** `bouncelens completion SHELL`. @returns the exit code. @throws UsageError */
export async function completionCommand({ shell }: RawArguments, commands: readonly CommandSheet[]): Promise<number> {
  const name = String(shell);
  if (!Object.hasOwn(SHELLS, name)) {
    throw new UsageError(`completion: '${name}' is no shell that is known. There are: ${Object.keys(SHELLS).join(', ')}`);
  }
  process.stdout.write(SHELLS[name]!(commands));
  return EXIT.done;
}
