import { type FSWatcher, watch } from 'node:fs';

/** How often inputs are looked at where nothing tells that they changed, as on network file systems. */
const INTERVAL = 1_000;
/** Changes that come within this time are one. */
const TOGETHER = 20;
/** More folders than this are not watched, but looked at. */
const MOST_FOLDERS = 64;

/** Waits until an input may have changed: told by the system where it can, and in any case after a while. */
export class ChangeHints {
  readonly #watchers = new Map<string, FSWatcher | null>();
  #isDue = false;
  #resolve: (() => void) | null = null;

  /** Something may have changed. */
  readonly wake = (): void => {
    this.#isDue = true;
    this.#resolve?.();
  };

  /** Has the system tell of changes in these folders, from now on and in no others. */
  watch(folders: ReadonlySet<string>): void {
    for (const [folder, watcher] of this.#watchers) {
      if (folders.has(folder)) continue;
      watcher?.close();
      this.#watchers.delete(folder);
    }
    for (const folder of folders) if (!this.#watchers.get(folder) && this.#watchers.size < MOST_FOLDERS) this.#add(folder);
  }

  #add(folder: string): void {
    let watcher: FSWatcher | null = null;
    try {
      watcher = watch(folder, this.wake);
      // A hint that does not come is no loss: the files are looked at all the same.
      watcher.on('error', () => {
        watcher?.close();
        this.#watchers.set(folder, null);
      });
    } catch {
      watcher = null;
    }
    this.#watchers.set(folder, watcher);
  }

  /** Resolves when something may have changed. */
  async next(): Promise<void> {
    if (!this.#isDue) {
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, INTERVAL);
        this.#resolve = () => {
          clearTimeout(timer);
          setTimeout(resolve, TOGETHER);
        };
      });
      this.#resolve = null;
    }
    this.#isDue = false;
  }

  close(): void {
    for (const watcher of this.#watchers.values()) watcher?.close();
    this.#watchers.clear();
    this.wake();
  }
}
