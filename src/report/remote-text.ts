import type { Language } from '../catalogue/text/language.js';
import { fill, formFor } from '../catalogue/text/words.js';
import { visible } from '../model/visible.js';

/**
 * What others wrote, made fit for a page: control and direction characters are written out, and what is longer than so many
 * characters is cut and says so.
 */
export function remoteText(text: string, most: number, { tag, words }: Pick<Language, 'tag' | 'words'>): string {
  if (text.length <= most) return visible(text);
  const left = text.length - most;
  const count = new Intl.NumberFormat(tag).format(left);
  // A character of two halves is not cut in its middle.
  const end = /[\ud800-\udbff]/.test(text[most - 1]!) ? most - 1 : most;
  return `${visible(text.slice(0, end))}… (${fill(formFor(words.report.shortened, left, tag), { count })})`;
}
