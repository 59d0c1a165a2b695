/** A key that stands in one object of JSON twice, of which only the last is heard. */
export interface RepeatedKey {
  readonly key: string;
  /** Where it stands first, and again; 1-based. */
  readonly first: number;
  readonly line: number;
}

/** A string, what opens or closes, and the ends of lines. */
const TOKENS = /"(?:[^"\\]+|\\.)*"|[{}[\]\n]/g;

/** The first key that repeats another one of its object; null where none does. @param json valid JSON. */
export function repeatedKey(json: string): RepeatedKey | null {
  // The keys of each object that is open; null for a list.
  const open: (Map<string, number> | null)[] = [];
  let line = 1;
  for (const { 0: token, index } of json.matchAll(TOKENS)) {
    if (token === '\n') line++;
    else if (token === '{') open.push(new Map());
    else if (token === '[') open.push(null);
    else if (token === '}' || token === ']') open.pop();
    else {
      const keys = open.at(-1) ?? null;
      // A string before a colon is a key.
      if (keys === null || !isColonNext(json, index + token.length)) continue;
      const key = JSON.parse(token) as string;
      const first = keys.get(key);
      if (first !== undefined) return { key, first, line };
      keys.set(key, line);
    }
  }
  return null;
}

function isColonNext(json: string, from: number): boolean {
  let at = from;
  while (' \t\r\n'.includes(json[at] ?? ':')) at++;
  return json[at] === ':';
}
