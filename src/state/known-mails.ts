import type { ByteReader } from '../summary/byte-reader.js';
import type { ByteWriter } from '../summary/byte-writer.js';
import { hash53 } from '../summary/distinct.js';

/** Mails that were not seen for long are forgotten beyond this many; those of the last run never. */
const MOST_MAILS = 200_000;

/** Marks of mails, with the last run that saw each. */
export class KnownMails {
  readonly #seen = new Map<number, number>();
  /** How many were forgotten in all. */
  forgotten = 0;

  /** Whether the mail was read; from now on it is. @param mark the same for the same mail. */
  meet(mark: string, run: number): boolean {
    const hash = hash53(mark);
    const known = this.#seen.delete(hash);
    this.#seen.set(hash, run);
    return known;
  }

  /** A mail turned out to be not ready: it is read another time. */
  forget(mark: string): void {
    this.#seen.delete(hash53(mark));
  }

  get size(): number {
    return this.#seen.size;
  }

  /** Forgets those that were seen longest ago, where there are too many. */
  bound(run: number, most = MOST_MAILS): void {
    // A mail that is seen goes to the end.
    for (const [hash, seen] of this.#seen) {
      if (this.#seen.size <= most || seen === run) return;
      this.#seen.delete(hash);
      this.forgotten++;
    }
  }

  /** By run: its number, and the hashes in their order, each by its step from the one before. */
  write(to: ByteWriter): void {
    const byRun = new Map<number, number[]>();
    for (const [hash, run] of this.#seen) {
      const hashes = byRun.get(run);
      if (hashes === undefined) byRun.set(run, [hash]);
      else hashes.push(hash);
    }
    to.uint(this.forgotten);
    to.uint(byRun.size);
    for (const [run, hashes] of [...byRun].sort(([a], [b]) => a - b)) {
      to.uint(run);
      to.uint(hashes.length);
      let before = 0;
      for (const hash of hashes.sort((a, b) => a - b)) {
        to.uint(hash - before);
        before = hash;
      }
    }
  }

  /** @throws ByteError */
  static read(from: ByteReader): KnownMails {
    const mails = new KnownMails();
    mails.forgotten = from.uint();
    for (let runs = from.uint(); runs > 0; runs--) {
      const run = from.uint();
      let hash = 0;
      for (let left = from.uint(); left > 0; left--) {
        hash += from.uint();
        mails.#seen.set(hash, run);
      }
    }
    return mails;
  }
}
