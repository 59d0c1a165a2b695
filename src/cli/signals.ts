import { EXIT } from './exit-code.js';
import { removeUnfinished } from './output.js';

let atEnd: ((exitCode: number) => void) | null = null;

/** Has the first signal that ends a run do this in place of ending it at once. @param action told the exit code. */
export function onEndingSignal(action: (exitCode: number) => void): void {
  atEnd = action;
}

/** A signal ends the run at once: what is half written is removed, and the shell is told which signal it was. */
export function endOnSignals(): void {
  endOn('SIGINT', EXIT.interrupted);
  endOn('SIGTERM', EXIT.terminated);
}

function endOn(signal: 'SIGINT' | 'SIGTERM', exitCode: number): void {
  process.on(signal, () => {
    if (atEnd !== null) {
      const action = atEnd;
      // Who asks again does not want to wait.
      atEnd = null;
      action(exitCode);
      return;
    }
    removeUnfinished();
    process.exit(exitCode);
  });
}
