/** A media type with its parameters (RFC 2045 §5). */
export interface ContentType {
  /** `text/plain`, lower case. */
  readonly type: string;
  /** By lower-case name: values without quotes, and without the forms of RFC 2231. */
  readonly parameters: ReadonlyMap<string, string>;
}

const MOST_PARAMETERS = 50;

/** A name with the marks of RFC 2231: `boundary*0*`, `charset*`. */
const MARKED_NAME = /^([^*]*)(?:\*(\d{1,3}))?(\*)?$/;

/** A piece of a value that was cut (RFC 2231 §3), with its number. */
interface Section {
  readonly number: number;
  readonly content: string;
}

const isSpace = (c: string | undefined) => c === ' ' || c === '\t' || c === '\n' || c === '\r';

/**
 * Reads a Content-Type value, also as programs write it that leave out a semicolon or a quote. A value that is missing
 * or no type at all is text/plain (RFC 2045 §5.2). Of parameters of one name the first counts.
 */
export function readContentType(value: string | null): ContentType {
  const [, type = '', subtype = ''] = /^\s*([\w.+-]{1,60})\s{0,9}\/\s{0,9}([\w.+-]{1,80})/.exec(value ?? '') ?? [];
  if (value === null || type === '') return { type: 'text/plain', parameters: new Map() };
  const sections = new Map<string, Section[]>();
  let at = value.indexOf('/') + 1;
  for (let count = 0; count < MOST_PARAMETERS; count++) {
    const equals = value.indexOf('=', at);
    if (equals < 0) break;
    const marked = nameBefore(value, equals, at);
    const { content, end } = valueAt(value, equals + 1);
    at = end;
    const [, name = '', number = '0', isExtended] = MARKED_NAME.exec(marked) ?? [];
    if (name === '') continue;
    const section = {
      number: Number(number),
      content: isExtended === undefined ? content : decodeExtended(content, number === '0'),
    };
    const others = sections.get(name);
    if (others === undefined) sections.set(name, [section]);
    else if (!others.some((other) => other.number === section.number)) others.push(section);
  }
  const parameters = new Map<string, string>();
  for (const [name, found] of sections) {
    const joined = found.toSorted((a, b) => a.number - b.number).map(({ content }) => content);
    parameters.set(name, joined.join(''));
  }
  return { type: `${type}/${subtype}`.toLowerCase(), parameters };
}

/** The name that ends before the `=` at `equals`, lower case. */
function nameBefore(value: string, equals: number, from: number): string {
  let end = equals;
  while (end > from && isSpace(value[end - 1])) end--;
  let start = end;
  while (start > from && !isSpace(value[start - 1]) && value[start - 1] !== ';' && value[start - 1] !== '"') start--;
  return value.slice(start, Math.min(end, start + 100)).toLowerCase();
}

/** The value that starts at `at`, and where it ends. A quote that is not closed goes on to the end. */
function valueAt(value: string, at: number): { readonly content: string; readonly end: number } {
  let start = at;
  while (isSpace(value[start])) start++;
  let end = start;
  if (value[start] !== '"') {
    while (end < value.length && value[end] !== ';' && !isSpace(value[end])) end++;
    return { content: value.slice(start, end), end };
  }
  end++;
  while (end < value.length && value[end] !== '"') end += value[end] === '\\' ? 2 : 1;
  return { content: value.slice(start + 1, end).replace(/\\(.)/g, '$1'), end: end + 1 };
}

/** Percent signs of RFC 2231 §4 as characters, without the charset and the language in front. */
function decodeExtended(content: string, isFirst: boolean): string {
  const text = isFirst ? content.replace(/^[^']{0,60}'[^']{0,60}'/, '') : content;
  return text.replace(/%([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
