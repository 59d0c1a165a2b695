let segmenter: Intl.Segmenter | undefined;

/** A text as people see it: letters with their marks. What cuts it is made when it is first needed, as that takes 20 ms. */
function charactersOf(text: string): Intl.Segments {
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' });
  return segmenter.segment(text);
}

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
  for (const { segment } of charactersOf(text)) width += isWide(segment) ? 2 : 1;
  return width;
}

/** Characters that may make up one column: a letter with its marks. */
const MOST_PER_COLUMN = 8;

/** As much of a text as fits into so many columns, with a mark where there is more. */
export function cut(text: string, columns: number): string {
  const most = text.slice(0, columns * MOST_PER_COLUMN);
  if (most.length === text.length && displayWidth(text) <= columns) return text;
  let kept = '';
  let width = 0;
  for (const { segment } of charactersOf(most)) {
    const its = isWide(segment) ? 2 : 1;
    if (width + its > columns - 1) break;
    kept += segment;
    width += its;
  }
  return `${kept}…`;
}
