declare global {
  interface Buffer {
    // Node's own fast paths behind toString('latin1') and toString('utf8'); twice as fast on short slices.
    latin1Slice(start: number, end: number): string;
    utf8Slice(start: number, end: number): string;
  }
}

/** Decodes bytes that can only be ASCII. */
export const ascii = (buf: Buffer, start: number, end: number): string => buf.latin1Slice(start, end);

/** Decodes bytes that may hold UTF-8; what is not UTF-8 becomes U+FFFD. */
export const text = (buf: Buffer, start: number, end: number): string => buf.utf8Slice(start, end);

/** The bytes of a literal, for `startsWith`. */
export const literal = (value: string): Uint8Array => Buffer.from(value, 'latin1');

/** Whether the bytes from `start` begin with `prefix`, all of it before `end`. */
export function startsWith(buf: Buffer, start: number, end: number, prefix: Uint8Array): boolean {
  const length = prefix.length;
  if (end - start < length) return false;
  for (let i = 0; i < length; i++) if (buf[start + i] !== prefix[i]) return false;
  return true;
}

/** Whether two ranges of bytes of the same length are equal. */
function sameBytes(a: Buffer, aStart: number, b: Uint8Array, bStart: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aStart + i] !== b[bStart + i]) return false;
  return true;
}

let viewed: Buffer = Buffer.alloc(0);
let lastView: DataView = new DataView(viewed.buffer, 0, 0);

/** A view of a buffer through which four bytes are read at once, wherever they start. That of the last buffer is kept. */
export function viewOf(buf: Buffer): DataView {
  if (buf !== viewed) {
    viewed = buf;
    lastView = new DataView(buf.buffer, buf.byteOffset, buf.byteLength);
  }
  return lastView;
}

/** A range of bytes that later ranges are compared with, four bytes at a time: the last four overlap where they must. */
export class KeptBytes {
  readonly #words: Int32Array;
  #last = 0;
  /** -4 while nothing is kept. */
  #lastAt = -4;

  /** @param most how many bytes it can keep. */
  constructor(most: number) {
    this.#words = new Int32Array((most + 3) >> 2);
  }

  /** @returns whether the range can be kept: from four bytes to as many as there is room for. Otherwise nothing is kept. */
  keep(view: DataView, start: number, end: number): boolean {
    const length = end - start;
    const fits = length >= 4 && length <= this.#words.length * 4;
    this.#lastAt = fits ? length - 4 : -4;
    if (!fits) return false;
    for (let i = 0; i < length >> 2; i++) this.#words[i] = view.getInt32(start + i * 4, true);
    this.#last = view.getInt32(end - 4, true);
    return true;
  }

  forget(): void {
    this.#lastAt = -4;
  }

  /** Whether the same bytes stand at `at`; the view must be long enough. */
  standAt(view: DataView, at: number): boolean {
    const lastAt = this.#lastAt;
    if (lastAt < 0 || view.getInt32(at + lastAt, true) !== this.#last) return false;
    const words = this.#words;
    for (let i = 0, p = at; p < at + lastAt; i++, p += 4) if (view.getInt32(p, true) !== words[i]) return false;
    return true;
  }
}

/**
 * A hash of 53 bits of a range of bytes, taken four at a time (the last four overlap where they must): two multiplicative
 * hashes with the finaliser of MurmurHash3 (Austin Appleby).
 */
export function hashBytes(buf: Buffer, start: number, end: number, seed: number): number {
  const view = viewOf(buf);
  let a = 0x9747b28c ^ (seed & 0xffffffff);
  let b = 0x3c6ef372 ^ Math.floor(seed / 2 ** 32);
  const last = end - 4;
  for (let p = start; p < last; p += 4) {
    const word = view.getInt32(p, true);
    a = Math.imul(a ^ word, 0x9e3779b1);
    b = Math.imul(b ^ word, 0x85ebca6b);
    a ^= a >>> 15;
    b ^= b >>> 13;
  }
  const rest = last >= start ? view.getInt32(last, true) : fewBytes(buf, start, end);
  a = Math.imul(a ^ rest, 0x9e3779b1);
  b = Math.imul(b ^ rest, 0x85ebca6b);
  a = Math.imul(a ^ (a >>> 16) ^ (end - start), 0x85ebca6b);
  b = Math.imul(b ^ (b >>> 16), 0xc2b2ae35);
  return (((a ^ (a >>> 13)) >>> 11) & 0x1fffff) * 2 ** 32 + ((b ^ (b >>> 16)) >>> 0);
}

/** At most three bytes in one number. */
function fewBytes(buf: Buffer, start: number, end: number): number {
  let word = 0;
  for (let p = start; p < end; p++) word = (word << 8) | buf[p]!;
  return word;
}

/** Decodes the ranges of bytes that repeat from line to line (a host, a tag) and keeps the last one. */
export class LastText {
  #bytes = new Uint8Array(256);
  #length = -1;
  #text = '';

  of(buf: Buffer, start: number, end: number): string {
    const length = end - start;
    if (length === this.#length && sameBytes(buf, start, this.#bytes, 0, length)) return this.#text;
    this.#text = text(buf, start, end);
    this.#length = length <= this.#bytes.length ? length : -1;
    if (this.#length >= 0) buf.copy(this.#bytes, 0, start, end);
    return this.#text;
  }
}
