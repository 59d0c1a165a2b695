/** Mixes four bytes of an id into its hash. */
const mixed = (hash: number, word: number): number => Math.imul(hash ^ word, 0x9e3779b1);

const finished = (hash: number, last: number): number => Math.imul(hash ^ (hash >>> 15) ^ last, 0x85ebca6b);

/** A hash of 32 bits of an id of at least four bytes; its upper bits are mixed best. The last four bytes overlap where they must. */
export function hashOfIdBytes(view: DataView, start: number, length: number): number {
  const last = start + length - 4;
  let hash = length;
  for (let p = start; p < last; p += 4) hash = mixed(hash, view.getInt32(p, true));
  return finished(hash, view.getInt32(last, true));
}

/** Marks of ids: a bit for each hash, by its upper bits. */
const MARK_BITS = 18;

/** How many words of 32 bits all marks take. */
export const MARK_WORDS = 1 << (MARK_BITS - 5);

/** The word in which the mark of a hash stands, and the mark in it. */
export const markWord = (hash: number): number => hash >>> (37 - MARK_BITS);
export const markBit = (hash: number): number => 1 << ((hash >>> (32 - MARK_BITS)) & 31);

const wordAt = (id: string, at: number): number =>
  id.charCodeAt(at) | (id.charCodeAt(at + 1) << 8) | (id.charCodeAt(at + 2) << 16) | (id.charCodeAt(at + 3) << 24);

/** The same of the text of an id; 0 where that is shorter. */
export function hashOfId(id: string): number {
  const last = id.length - 4;
  if (last < 0) return 0;
  let hash = id.length;
  for (let at = 0; at < last; at += 4) hash = mixed(hash, wordAt(id, at));
  return finished(hash, wordAt(id, last));
}
