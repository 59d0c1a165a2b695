import type { Article } from '../catalogue/article.js';
import type { Language } from '../catalogue/text/language.js';
import { fill, formFor } from '../catalogue/text/words.js';
import type { Page } from './page.js';

/** What `codes` prints for people: a row for each entry, and how many there are. */
export function listingPage(articles: readonly Article[], { tag, words }: Language): Page {
  const { labels } = words;
  const rows = articles.map(({ code, title, retry, status }) => [
    code,
    title,
    words.retries[retry],
    status === null ? '' : words.statuses[status],
  ]);
  const columns = [labels.code, labels.title, labels.retry, labels.status];
  const count = fill(formFor(words.count, articles.length, tag), { count: new Intl.NumberFormat(tag).format(articles.length) });
  return {
    lang: tag,
    title: labels.codes,
    blocks: [...(rows.length === 0 ? [] : [{ kind: 'table', columns, rows } as const]), { kind: 'paragraph', text: count }],
  };
}
