import type { FollowedFile } from './followed-file.js';

/** All files that are open to be followed, by what they are and hold: one that has two names is read once. */
export class FollowedFiles {
  readonly #open = new Set<FollowedFile>();

  add(file: FollowedFile): void {
    this.#open.add(file);
  }

  remove(file: FollowedFile): void {
    this.#open.delete(file);
  }

  /** Whether a file is followed under another name, or is a copy of one that is. */
  has(identity: string, descriptor: number, size: number): boolean {
    for (const file of this.#open) if (file.identity === identity || file.isLike(descriptor, size)) return true;
    return false;
  }

  /** Remembers how far each was read, also where it was cut since: what was read is in its copy then. */
  mark(): void {
    for (const file of this.#open) file.mark();
  }
}
