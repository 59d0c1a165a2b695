import { EXIT } from './exit-code.js';
import type { Outputs } from './output.js';
import { keepState, runScanNew, type ScanNewWish, withState } from './run-scan-new.js';

/** A list of what is new. */
interface NewListing {
  readonly file: string;
  /** The command. */
  readonly use: string;
  readonly outputs: Pick<Outputs<never>, 'prepare' | 'discard'>;
  readonly wish: Omit<ScanNewWish, 'state'> & { readonly messages: NonNullable<ScanNewWish['messages']> };
  /** Takes up what the command remembers of earlier runs. */
  readonly recall?: (memory: Uint8Array) => void;
  /** Writes what is listed at the end. @returns what the command is to remember. */
  readonly conclude?: () => Uint8Array;
}

/** Lists what is new since the last run with a state. @returns the exit code. @throws StateError */
export async function listNew({ file, use, outputs, wish, recall, conclude }: NewListing): Promise<number> {
  const { now, messages } = wish;
  return withState({ file, use, now, messages }, async (store) => {
    recall?.(store.state.memory);
    const { result, exitCode } = await runScanNew({ ...wish, state: store.state });
    const memory = conclude?.() ?? store.state.memory;
    if (await keepState(store, { ...result.state, use, memory }, [outputs])) return exitCode;
    messages.error(`${file}: not changed, as the list could not be written; the next run reads the same once more`);
    return EXIT.failed;
  });
}
