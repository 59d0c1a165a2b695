const SEGMENTS = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** Blocks whose characters take two columns of a terminal (Unicode Standard Annex #11, W and F). */
const WIDE =
  /^[\u1100-\u115f\u2e80-\u303e\u3041-\u4dbf\u4e00-\ua4cf\ua960-\ua97f\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const PLAIN = /^[\u0000-\u02ff]*$/;

/** Whether a text begins with a character of double width. */
export const isWide = (text: string): boolean => WIDE.test(text);

/** Columns that a text takes on a terminal. */
export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const { segment } of SEGMENTS.segment(text)) width += isWide(segment) ? 2 : 1;
  return width;
}
