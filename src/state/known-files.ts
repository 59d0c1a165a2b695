import { FINGERPRINT, fingerprintOf, hashOf, type KnownFile } from './known-file.js';

/** Files that were not seen for long are forgotten beyond this many; those of the last run never. */
const MOST_FILES = 4_096;
/** Of one content so many compressed files are remembered. */
const MOST_PACKED = 4;

/** What can be asked of a file to tell what of it is known. */
export interface Content {
  /** The first bytes, decompressed. */
  readonly head: Uint8Array;
  /** How long it is, decompressed. */
  readonly length: number;
  /** The hash of the bytes before a place. */
  readonly hashBefore: (place: number) => string;
}

/** What is known of a file. */
export interface Match {
  /** What it goes on from; null where all of it is new. */
  readonly known: KnownFile | null;
  /**
   * Where the file is not what a known one went on to be (it was restored from a backup, or cut and written again): what is
   * new in it is later than this. Null where all that follows is new.
   */
  readonly after: number | null;
  /** Whether anything was recognised in it, or in another that begins as it does. */
  readonly recognised: boolean;
  /** Whether a known file that begins alike is longer: then it may be a copy of what that was once. */
  readonly isShorter: boolean;
  /** Whether it may be the beginning of a known file, which it can only be told of by its times. */
  readonly isBeginning: boolean;
}

/** The files that were read, by their content. */
export class KnownFiles {
  readonly #byFingerprint = new Map<string, KnownFile[]>();
  #size = 0;
  /** How many were forgotten in all. */
  forgotten: number;

  constructor(files: Iterable<KnownFile> = [], forgotten = 0) {
    this.forgotten = forgotten;
    for (const file of files) this.#put(file);
  }

  #put(file: KnownFile): void {
    const alike = this.#byFingerprint.get(file.fingerprint);
    if (alike === undefined) this.#byFingerprint.set(file.fingerprint, [file]);
    else alike.push(file);
    this.#size++;
  }

  /** Known files that begin as these bytes do, those first of which more was read. */
  alike(head: Uint8Array): readonly KnownFile[] {
    const found = (this.#byFingerprint.get(fingerprintOf(head)) ?? []).filter(
      ({ headLength, headHash }) => headLength > head.length || hashOf(head.subarray(0, headLength)) === headHash,
    );
    return found.sort((a, b) => b.length - a.length);
  }

  /** What of a file is known. */
  match(content: Content): Match {
    const alike = this.alike(content.head);
    let after: number | null = null;
    let others = 0;
    let isShorter = false;
    let recognised = false;
    for (const known of alike) {
      recognised ||= known.recognised;
      if (known.length <= content.length && content.hashBefore(known.length) === known.tailHash)
        return { known, after, isShorter, recognised, isBeginning: others > 0 };
      others++;
      isShorter ||= known.length > content.length;
      if (known.lastTime !== null && (after === null || known.lastTime > after)) after = known.lastTime;
    }
    return { known: null, after, isShorter, recognised, isBeginning: others > 0 };
  }

  /** Keeps what is known of a file now. @param before what was known of it. */
  keep(file: KnownFile, before: KnownFile | null): void {
    if (before !== null) this.#remove(before);
    // Two files that hold the same are one.
    const same = this.#byFingerprint
      .get(file.fingerprint)
      ?.find(
        ({ length, tailHash, headHash }) => length === file.length && tailHash === file.tailHash && headHash === file.headHash,
      );
    if (same !== undefined) this.#remove(same);
    this.#put(same === undefined ? file : { ...file, packed: withPacked(same.packed, file.packed) });
  }

  #remove(file: KnownFile): void {
    const alike = this.#byFingerprint.get(file.fingerprint) ?? [];
    const place = alike.indexOf(file);
    if (place < 0) return;
    this.#size--;
    alike.splice(place, 1);
    if (alike.length === 0) this.#byFingerprint.delete(file.fingerprint);
  }

  /** The file that a compressed one holds, by what can be seen of that without reading it; null where it was not seen. */
  withPacked(mark: string): KnownFile | null {
    for (const file of this) if (file.packed.includes(mark)) return file;
    return null;
  }

  /** What a file with this first line was called. */
  pathOf(fingerprint: string): string | null {
    return this.#byFingerprint.get(fingerprint)?.at(-1)?.path ?? null;
  }

  get size(): number {
    return this.#size;
  }

  /** Forgets the files that were seen longest ago, where there are too many. */
  bound(run: number, most = MOST_FILES): void {
    if (this.#size <= most) return;
    const old = [...this].filter(({ seen }) => seen < run).sort((a, b) => a.seen - b.seen);
    for (const file of old.slice(0, this.#size - most)) {
      this.#remove(file);
      this.forgotten++;
    }
  }

  *[Symbol.iterator](): Iterator<KnownFile> {
    for (const alike of this.#byFingerprint.values()) yield* alike;
  }
}

const withPacked = (a: readonly string[], b: readonly string[]): readonly string[] =>
  [...new Set([...a, ...b])].slice(-MOST_PACKED);

/** The same file, seen as a compressed one too. */
export const asPacked = (file: KnownFile, packed: string): KnownFile => ({ ...file, packed: withPacked(file.packed, [packed]) });

/** The marks of a content, by which it is known again. @param tail the last bytes before the place up to which it was read. */
export function marksOf(
  head: Uint8Array,
  tail: Uint8Array,
  length: number,
): Pick<KnownFile, 'fingerprint' | 'headLength' | 'headHash' | 'length' | 'tailHash'> {
  const first = head.subarray(0, Math.min(FINGERPRINT, length));
  return {
    fingerprint: fingerprintOf(head),
    headLength: first.length,
    headHash: hashOf(first),
    length,
    tailHash: hashOf(tail.subarray(Math.max(0, tail.length - FINGERPRINT))),
  };
}
