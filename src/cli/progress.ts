import type { SingleBar } from 'cli-progress';

const MIB = 1024 * 1024;
/** Less is read before a bar could be seen. */
const SMALLEST = 64 * MIB;

/** A bar on standard error while much is read; nothing where standard error is no terminal. */
export class Progress {
  readonly #bar: SingleBar | null;

  private constructor(bar: SingleBar | null) {
    this.#bar = bar;
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
    bar.start(Math.ceil(total / MIB), 0);
    return new Progress(bar);
  }

  /** @param bytes read so far. */
  update(bytes: number): void {
    this.#bar?.update(Math.floor(bytes / MIB));
  }

  stop(): void {
    this.#bar?.stop();
  }
}
