import { once } from 'node:events';

/** Standard output that waits for its reader: what is written is gathered, and nobody who writes goes on before it is taken. */
export class WatchOutput {
  #gathered = '';
  #isDue = false;

  write(text: string): void {
    this.#gathered += text;
    if (this.#isDue || text === '') return;
    this.#isDue = true;
    setImmediate(() => this.#flush());
  }

  #flush(): void {
    this.#isDue = false;
    const text = this.#gathered;
    this.#gathered = '';
    if (text !== '') process.stdout.write(text);
  }

  /** Resolves when the reader has room for more. */
  async ready(): Promise<void> {
    this.#flush();
    if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
  }

  /** Resolves when all was handed over. @param patience after so many milliseconds it is not. @returns whether it was. */
  handedOver(patience = Infinity): Promise<boolean> {
    this.#flush();
    // A terminal takes all at once, and nothing any more when it was closed.
    if (process.stdout.isTTY) return Promise.resolve(process.stdout.errored === null);
    return new Promise((resolve) => {
      const timer = patience === Infinity ? undefined : setTimeout(() => resolve(false), patience);
      process.stdout.write('', () => {
        clearTimeout(timer);
        resolve(true);
      });
    });
  }
}
