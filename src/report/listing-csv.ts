import type { Article } from '../catalogue/article.js';
import { referenceName } from '../catalogue/code-names.js';
import type { Language } from '../catalogue/text/language.js';
import type { FieldValue } from '../model/field.js';
import { csv } from './csv.js';

/** Columns of a list of codes. */
const COLUMNS = [
  'kind',
  'code',
  'class',
  'status',
  'reason',
  'title',
  'cause',
  'when',
  'fix',
  'retry',
  'actor',
  'commands',
  'reference',
  'provider',
] as const;

/** `codes` as CSV. */
export function listingCsv(articles: readonly Article[], { words }: Language): string {
  const rows = articles.map((article) =>
    COLUMNS.map((column): FieldValue => {
      if (column === 'commands') return article.commands?.join(' ') ?? null;
      if (column === 'provider') return article.source?.provider ?? null;
      return column === 'reference' ? referenceName(article.reference, words) : article[column];
    }),
  );
  return csv(COLUMNS, rows, true);
}
