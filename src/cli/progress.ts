import type { SingleBar } from 'cli-progress';

const MIB = 1024 * 1024;
/** Less is read before a bar could be seen. */
const SMALLEST = 64 * MIB;

/**
 * A bar on standard error while much is read; nothing where standard error is no terminal. While it shows, the terminal has no
 * cursor and wraps no lines. It gets both back however the process ends, or its user would type into nothing.
 */
export class Progress {
  readonly #bar: SingleBar | null;
  readonly #atExit = () => this.stop();
  /** No handler of an exit is asked where this signal ends the process, so that it has to be sent once more. */
  readonly #atQuit = () => {
    this.stop();
    process.kill(process.pid, 'SIGQUIT');
  };

  private constructor(bar: SingleBar | null) {
    this.#bar = bar;
    if (bar === null) return;
    process.on('exit', this.#atExit);
    process.on('SIGQUIT', this.#atQuit);
  }

  /** @param total bytes to read, or null when not known. */
  static async start(wanted: boolean, total: number | null): Promise<Progress> {
    if (!wanted || !process.stderr.isTTY || total === null || total < SMALLEST) return new Progress(null);
    const { default: cliProgress } = await import('cli-progress');
    const bar = new cliProgress.SingleBar({
      format: 'reading [{bar}] {percentage}% | {value}/{total} MiB | {eta_formatted} left',
      stream: process.stderr,
      clearOnComplete: true,
      hideCursor: true,
      etaBuffer: 50,
    });
    const progress = new Progress(bar);
    // A signal that comes as soon as the bar shows finds its handler.
    bar.start(Math.ceil(total / MIB), 0);
    return progress;
  }

  /** @param bytes read so far. */
  update(bytes: number): void {
    this.#bar?.update(Math.floor(bytes / MIB));
  }

  stop(): void {
    if (this.#bar === null) return;
    this.#bar.stop();
    process.off('exit', this.#atExit);
    process.off('SIGQUIT', this.#atQuit);
  }
}
