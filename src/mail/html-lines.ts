/** Tags that begin a row or a cell: HTML to text conversion runs the cells of layout tables together. */
const ROW = /^<tr[\s>/]/i;
const CELL = /^<t[dh][\s>/]/i;
const PREFORMATTED = /^<(\/?)pre[\s>/]/i;

/** A space at which conversion does not wrap a line. */
const NO_BREAK = '\u00a0';

/**
 * Prepares HTML so that its text keeps the lines that a reader sees: rows of tables on lines of their own, cells apart, and
 * no line broken to fit a width. Time is linear.
 */
export function withVisibleLines(html: string): string {
  const out: string[] = [];
  let isPreformatted = false;
  for (let at = 0; at < html.length; ) {
    const open = html.indexOf('<', at);
    const textEnd = open < 0 ? html.length : open;
    if (textEnd > at) {
      const text = html.slice(at, textEnd);
      out.push(isPreformatted ? text : text.replace(/(?<=\S)\s+(?=\S)/g, NO_BREAK));
    }
    if (open < 0) break;
    const close = html.indexOf('>', open);
    if (close < 0) {
      out.push(html.slice(open));
      break;
    }
    const tag = html.slice(open, close + 1);
    const [, slash] = PREFORMATTED.exec(tag) ?? [];
    if (slash !== undefined) isPreformatted = slash === '';
    if (ROW.test(tag)) out.push('<br>');
    else if (CELL.test(tag)) out.push(NO_BREAK);
    out.push(tag);
    at = close + 1;
  }
  return out.join('');
}
