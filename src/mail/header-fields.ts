import { decodeCharset } from './charset.js';
import { decodeWords } from './encoded-word.js';
import { textOf } from './octets.js';

/** One header field (RFC 5322 §2.2), unfolded. */
interface Field {
  /** Lower case. */
  readonly name: string;
  /** Between the colon and the line end, folds turned into single spaces, outer white space cut off. */
  readonly value: string;
}

/** More fields than this, or longer ones, no program writes; what lies behind is not looked at. */
const MOST_FIELDS = 2_000;
const LONGEST_VALUE = 64 * 1024;

/** Whether a value holds bytes beyond ASCII or the escapes of ISO-2022 as they came; what was UTF-8 lies beyond Latin 1 or is Latin 1. */
function isRaw(value: string): boolean {
  let isSeen = false;
  for (let i = 0; i < value.length; i++) {
    const c = value.charCodeAt(i);
    if (c > 255) return false;
    if (c > 127 || c === 27) isSeen = true;
  }
  return isSeen;
}

const isBlank = (c: number) => c === 32 || c === 9;

/** Whether a field name may hold the character: printable ASCII without the colon (RFC 5322 §3.6.8). */
const isNameCharacter = (c: number) => c > 32 && c < 127 && c !== 58;

/** Where the name of a field ends that starts at `at`: its colon. Blanks before the colon are an old form (RFC 5322 §4.5). */
export function nameEnd(text: string, at: number, end: number): number {
  let p = at;
  while (p < end && isNameCharacter(text.charCodeAt(p))) p++;
  if (p === at || p - at > 80) return -1;
  let colon = p;
  while (colon < end && isBlank(text.charCodeAt(colon))) colon++;
  return text.charCodeAt(colon) === 58 ? colon : -1;
}

/** The fields of a header, looked up by name without regard to case. */
export class HeaderFields {
  static readonly NONE = new HeaderFields([]);
  readonly #fields: readonly Field[];
  readonly #byName = new Map<string, string[]>();

  private constructor(fields: readonly Field[]) {
    this.#fields = fields;
    for (const { name, value } of fields) {
      const values = this.#byName.get(name);
      if (values === undefined) this.#byName.set(name, [value]);
      else values.push(value);
    }
  }

  /** Reads header lines given as bytes, up to their end or the first blank line. Lines that are no field are passed over. */
  static parse(bytes: Buffer): HeaderFields {
    return HeaderFields.read(textOf(bytes));
  }

  /** Reads header lines given as text. Lines that are no field are passed over. */
  static read(text: string): HeaderFields {
    const fields: Field[] = [];
    let name = '';
    let value = '';
    const close = () => {
      if (name !== '' && fields.length < MOST_FIELDS) fields.push({ name, value: value.trim() });
      name = '';
    };
    for (let at = 0; at < text.length && fields.length < MOST_FIELDS; ) {
      let end = text.indexOf('\n', at);
      if (end < 0) end = text.length;
      const next = end + 1;
      while (end > at && text.charCodeAt(end - 1) === 13) end--;
      if (end === at) break;
      if (isBlank(text.charCodeAt(at))) {
        if (value.length < LONGEST_VALUE) value += ` ${text.slice(at, Math.min(end, at + LONGEST_VALUE)).trim()}`;
      } else {
        const colon = nameEnd(text, at, end);
        close();
        if (colon >= 0) {
          name = text.slice(at, colon).trimEnd().toLowerCase();
          value = text.slice(colon + 1, Math.min(end, colon + 1 + LONGEST_VALUE));
        }
      }
      at = next;
    }
    close();
    return new HeaderFields(fields);
  }

  get size(): number {
    return this.#fields.length;
  }

  has(name: string): boolean {
    return this.#byName.has(name);
  }

  /** The value of the first field of that name (lower case), as it stands; null when there is none. */
  get(name: string): string | null {
    return this.#byName.get(name)?.[0] ?? null;
  }

  /** The same with its encoded words decoded (RFC 2047), raw bytes by the charset they seem to be in; empty when there is none. */
  words(name: string): string {
    const value = this.get(name);
    if (value === null) return '';
    return decodeWords(isRaw(value) ? decodeCharset(Buffer.from(value, 'latin1'), '') : value);
  }

  /** The values of all fields of that name, in their order. */
  all(name: string): readonly string[] {
    return this.#byName.get(name) ?? [];
  }

  /** The names of the fields, in their order. */
  names(): readonly string[] {
    return this.#fields.map(({ name }) => name);
  }
}
