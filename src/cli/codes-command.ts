import { ARTICLE_KINDS } from '../catalogue/article.js';
import { type CatalogueFilter, listing } from '../catalogue/listing.js';
import { REASONS } from '../model/verdict.js';
import { listingJson, listingNdjson } from '../report/article-record.js';
import { listingCsv } from '../report/listing-csv.js';
import { listingPage } from '../report/listing-page.js';
import { EXIT, UsageError } from './exit-code.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import { type RawArguments, single } from './options.js';
import { PAGE_FORMATS, pageIn, referenceTargets, writeReference } from './reference-output.js';
import { generator } from './version.js';

/** `bouncelens codes [TEXT…]`. @returns the exit code. @throws UsageError */
export async function codesCommand(raw: RawArguments): Promise<number> {
  const targets = referenceTargets(raw, [...PAGE_FORMATS, 'csv', 'json', 'ndjson']);
  const filter = checkFilter(raw);
  const language = await languageOf(raw);
  const messages = new Messages(false);
  const articles = listing(filter, language);
  const textFor = ({ format, style }: (typeof targets)[number]) => {
    switch (format) {
      case 'csv':
        return listingCsv(articles, language);
      case 'json':
        return listingJson(articles, language, generator());
      case 'ndjson':
        return listingNdjson(articles, language);
      default:
        return pageIn(format, listingPage(articles, language), style);
    }
  };
  const isWritten = await writeReference(targets, textFor, messages);
  if (articles.length === 0) messages.error('codes: nothing in the catalogue is like that');
  return isWritten && articles.length > 0 ? EXIT.done : EXIT.failed;
}

function checkFilter(raw: RawArguments): CatalogueFilter {
  return {
    kind: oneOf(raw, 'kind', ARTICLE_KINDS),
    class: oneOf(raw, 'class', ['2', '3', '4', '5']),
    status: oneOf(raw, 'status', ['standard', 'registered', 'observed']),
    reason: oneOf(raw, 'reason', REASONS),
    words: (raw.text as readonly string[]).flatMap((text) => text.split(/\s/)),
  };
}

/** An option with a fixed set of values. @throws UsageError */
function oneOf<Value extends string>(raw: RawArguments, name: string, values: readonly Value[]): Value | null {
  const asked = single(raw, name);
  if (asked === undefined) return null;
  const found = values.find((value) => value === asked);
  if (found === undefined) throw new UsageError(`--${name}: '${asked}' is none of ${values.join(', ')}`);
  return found;
}
