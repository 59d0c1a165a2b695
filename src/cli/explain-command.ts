import { lookUp } from '../catalogue/look-up.js';
import { articlesPage } from '../report/article-page.js';
import { articlesJson } from '../report/article-record.js';
import { EXIT, UsageError } from './exit-code.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import type { RawArguments } from './options.js';
import { PAGE_FORMATS, pageIn, referenceTargets, writeReference } from './reference-output.js';
import { objectionOf } from './unknown-code.js';
import { generator } from './version.js';

/**
 * `bouncelens explain CODE…`. What is known is explained although another code is not.
 * @returns the exit code. @throws UsageError
 */
export async function explainCommand(raw: RawArguments): Promise<number> {
  const codes = raw.codes as readonly string[];
  if (codes.length === 0)
    throw new UsageError('explain needs a reply code, an enhanced status code, a reason or the like, such as 550');
  const targets = referenceTargets(raw, [...PAGE_FORMATS, 'json']);
  const language = await languageOf(raw);
  const messages = new Messages(false);
  const { articles, missing } = lookUp(codes, language);
  const textFor = ({ format, style }: (typeof targets)[number]) =>
    format === 'json' ? articlesJson(articles, language, generator()) : pageIn(format, articlesPage(articles, language), style);
  const isWritten = articles.length === 0 || (await writeReference(targets, textFor, messages));
  for (const one of missing) messages.error(objectionOf(one));
  return missing.length > 0 ? EXIT.usage : isWritten ? EXIT.done : EXIT.failed;
}
