/**
 * The line on which a value stands in a JSON text, 1-based: a key of an object, or a place in a list, at each step of the
 * path. The text must be valid; where the path leads nowhere, the line of the last step that is there.
 */
export function lineOfPath(json: string, path: readonly (string | number)[]): number {
  const walker = new Walker(json);
  let at = walker.skipSpace(0);
  for (const step of path) {
    const next = walker.child(at, step);
    if (next === null) break;
    at = next;
  }
  return json.slice(0, at).split('\n').length;
}

/** The line on which each place of a list begins, in one go; the list stands at the path. The text must be valid. */
export function linesOfList(json: string, path: readonly string[]): readonly number[] {
  const walker = new Walker(json);
  let at = walker.skipSpace(0);
  for (const step of path) at = walker.child(at, step) ?? at;
  const lines: number[] = [];
  let line = 1;
  let counted = 0;
  for (const start of walker.places(at)) {
    for (; counted < start; counted++) if (json.charCodeAt(counted) === NEWLINE) line++;
    lines.push(line);
  }
  return lines;
}

const NEWLINE = 10;

class Walker {
  readonly #json: string;

  constructor(json: string) {
    this.#json = json;
  }

  skipSpace(from: number): number {
    let at = from;
    while (/\s/.test(this.#json[at] ?? '')) at++;
    return at;
  }

  /** Where the value of a key, or at a place, begins; for a key, the key itself when its value is a plain one. */
  child(open: number, step: string | number): number | null {
    const json = this.#json;
    const isObject = json[open] === '{';
    if (!isObject && json[open] !== '[') return null;
    let at = this.skipSpace(open + 1);
    for (let place = 0; at < json.length && json[at] !== '}' && json[at] !== ']'; place++) {
      const start = at;
      let value = at;
      if (isObject) {
        const end = this.#endOfValue(at);
        const key = JSON.parse(json.slice(at, end)) as string;
        value = this.skipSpace(this.skipSpace(end) + 1);
        if (key === step) return json[value] === '{' || json[value] === '[' ? value : start;
      } else if (place === step) return at;
      at = this.skipSpace(this.#endOfValue(value));
      if (json[at] === ',') at = this.skipSpace(at + 1);
    }
    return null;
  }

  /** Where each place of a list begins. */
  *places(open: number): Iterable<number> {
    const json = this.#json;
    for (let at = this.skipSpace(open + 1); at < json.length && json[at] !== ']'; ) {
      yield at;
      at = this.skipSpace(this.#endOfValue(at));
      if (json[at] === ',') at = this.skipSpace(at + 1);
    }
  }

  /** Behind the value that begins here. */
  #endOfValue(from: number): number {
    const json = this.#json;
    let depth = 0;
    for (let at = from; at < json.length; at++) {
      const c = json[at]!;
      if (c === '"') at = this.#endOfString(at) - 1;
      else if (c === '{' || c === '[') depth++;
      else if (c === '}' || c === ']') depth--;
      else if (depth === 0 && /[\s,:]/.test(c)) return at;
      if (depth < 0) return at;
      if (depth === 0 && (c === '"' || c === '}' || c === ']')) return at + 1;
    }
    return json.length;
  }

  #endOfString(from: number): number {
    let at = from + 1;
    while (at < this.#json.length && this.#json[at] !== '"') at += this.#json[at] === '\\' ? 2 : 1;
    return at + 1;
  }
}
