import { EXIT } from './exit-code.js';
import { removeUnfinished } from './output.js';

let atEnd: ((exitCode: number) => void) | null = null;
let atHangUp: (() => void) | null = null;

/** Has the first signal that ends a run do this in place of ending it at once. @param action told the exit code. */
export function onEndingSignal(action: (exitCode: number) => void): void {
  atEnd = action;
}

/** Has SIGHUP, each time, do this in place of ending the run, as those expect who have no terminal that could be closed. */
export function onHangUp(action: () => void): void {
  atHangUp = action;
}

/** A signal ends the run at once: what is half written is removed, and the shell is told which signal it was. */
export function endOnSignals(): void {
  process.on('SIGHUP', () => (atHangUp === null ? hangUp() : atHangUp()));
  process.on('SIGINT', () => end(EXIT.interrupted));
  process.on('SIGTERM', () => end(EXIT.terminated));
}

let isHungUp = false;

/** The terminal was closed, which a signal tells, and each write to it: the run ends, by the signal. */
export function hangUp(): void {
  if (isHungUp) return;
  isHungUp = true;
  process.on('exit', () => {
    // Node gives a terminal its modes back when it exits, and is aborted where that is gone.
    process.removeAllListeners('SIGHUP');
    process.kill(process.pid, 'SIGHUP');
  });
  end(EXIT.hungUp);
}

function end(exitCode: number): void {
  if (atEnd === null) {
    removeUnfinished();
    process.exit(exitCode);
  }
  const action = atEnd;
  // Who asks again does not want to wait.
  atEnd = null;
  action(exitCode);
}
