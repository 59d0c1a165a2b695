/** An address found in a text, with its place there. */
export interface FoundAddress {
  readonly address: string;
  readonly start: number;
  readonly end: number;
}

/** RFC 5321 §4.5.3.1 allows 64 and 255; local parts of VERP are longer in practice. */
const LONGEST_LOCAL_PART = 200;
const LONGEST_DOMAIN = 255;

/** Characters of a dot-string (RFC 5321 §4.1.2), and all beyond ASCII (RFC 6531). */
const IS_LOCAL = new Uint8Array(128);
for (const c of "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/=?^_`{|}~.")
  IS_LOCAL[c.charCodeAt(0)] = 1;

const isLocal = (c: number) => (c < 128 ? IS_LOCAL[c] === 1 : c >= 0xa1 && !isWide(c));
/** Punctuation and letters of scripts without spaces: text around an address, not a part of it. */
const isWide = (c: number) => c >= 0x2000 && c <= 0xffff && !(c >= 0xd800 && c <= 0xdfff);
const isDomain = (c: number) =>
  (c >= 97 && c <= 122) ||
  (c >= 65 && c <= 90) ||
  (c >= 48 && c <= 57) ||
  c === 45 ||
  c === 46 ||
  c === 95 ||
  (c >= 0xa1 && !isWide(c));

/** Where the domain ends that starts at `at`; `at` itself when there is none. */
function domainEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === 91) {
    const [literal = ''] = /^\[[\w.:-]{1,58}\]/.exec(text.slice(at, at + 60)) ?? [];
    return at + literal.length;
  }
  let end = at;
  while (end < text.length && end - at <= LONGEST_DOMAIN && isDomain(text.charCodeAt(end))) end++;
  while (end > at && /[.\-_]/.test(text[end - 1]!)) end--;
  return end;
}

/** Where the local part starts that ends before the `@` at `at`; `at` itself when there is none. */
function localStart(text: string, at: number, from: number): number {
  if (text.charCodeAt(at - 1) === 34) {
    const before = Math.max(from, at - LONGEST_LOCAL_PART);
    const open = text.slice(before, at - 1).lastIndexOf('"');
    return open >= 0 && at - before - open > 2 ? before + open : at;
  }
  let start = at;
  const least = Math.max(from, at - LONGEST_LOCAL_PART);
  while (start > least && isLocal(text.charCodeAt(start - 1))) start--;
  return start;
}

/** What text around an address leaves at its front: quotes, bullets, the `=` of `orcpt=`. */
const FRONT = /^[-'*/=#`|.]+/;

/** The addresses in a text, in their order. Time is linear. */
export function addressesIn(text: string): readonly FoundAddress[] {
  const found: FoundAddress[] = [];
  let from = 0;
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = localStart(text, at, from);
    const end = domainEnd(text, at + 1);
    if (start === at || end === at + 1) continue;
    // The `@` stands in a quoted local part, whose own one follows.
    if (text.startsWith('"@', end)) continue;
    // Quoted local parts begin with what they are; so do encoded words, which some programs pass on as an address.
    const isWhole = text[start] === '"' || (text.startsWith('=?', start) && text.startsWith('?=', at - 2));
    const front = isWhole ? null : FRONT.exec(text.slice(start, at));
    if (front !== null) start += front[0].length;
    if (start >= at) continue;
    found.push({ address: text.slice(start, end), start, end });
    from = end;
    at = end - 1;
  }
  return found;
}

/** The first address in a text, or null. */
export const firstAddress = (text: string): string | null => addressesIn(text)[0]?.address ?? null;

/** A character of an address of the type utf-8 where only ASCII passes (RFC 6533 §3): `\x{F8}`. */
const EMBEDDED = /\\x\{([0-9a-f]{1,6})\}/gi;

/** An address of the type utf-8 without the form for ASCII. What no address holds, such as a line end, stays as it is written. */
const withoutEmbedded = (address: string): string =>
  address.replace(EMBEDDED, (whole, hex: string) => {
    const point = Number.parseInt(hex, 16);
    const isSurrogate = point >= 0xd800 && point <= 0xdfff;
    return point <= 32 || (point >= 127 && point < 160) || isSurrogate || point > 0x10ffff ? whole : String.fromCodePoint(point);
  });

/**
 * The address that a field of an address type gives (`rfc822; bob@example.com`, `<bob@example.com>`, `Bob <…>`, `utf-8; …`,
 * RFC 3464 §2.1.2, RFC 6533): what is in angle brackets, else the first address, else a bare name; null where there is none.
 */
export function addressOfField(value: string): string | null {
  const semicolon = value.indexOf(';');
  const written = (semicolon >= 0 && semicolon < 20 ? value.slice(semicolon + 1) : value).trim();
  const rest = /^\s{0,9}utf-8\s{0,9};/i.test(value) ? withoutEmbedded(written) : written;
  const open = rest.lastIndexOf('<');
  const close = rest.indexOf('>', open);
  if (open >= 0 && close > open + 1) {
    const inside = rest.slice(open + 1, close).trim();
    const found = firstAddress(inside);
    return found !== null && inside.endsWith(found) ? found : inside === '' || /\s/.test(inside) ? found : inside;
  }
  const found = firstAddress(rest);
  if (found !== null) return found;
  const [name = ''] = rest.replace(/^[<"']+|[>"']+$/g, '').split(/\s/, 1);
  return name === '' || name.length > LONGEST_LOCAL_PART ? null : name;
}
