/** Elements that hold nothing, and those that the next one of their kind ends: left open they do not nest. */
const FLAT: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'dd',
  'dt',
  'embed',
  'hr',
  'img',
  'input',
  'li',
  'link',
  'meta',
  'option',
  'p',
  'param',
  'source',
  'tbody',
  'td',
  'th',
  'thead',
  'tr',
  'track',
  'wbr',
]);

/** How deep the elements of a document lie in one another, roughly. Time is linear. */
export function depthOf(html: string): number {
  const tag = /<(\/?)([a-z][a-z0-9]{0,20})(?![a-z0-9])/gi;
  let depth = 0;
  let deepest = 0;
  for (let match = tag.exec(html); match !== null; match = tag.exec(html)) {
    if (FLAT.has(match[2]!.toLowerCase())) continue;
    depth = match[1] === '' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}
