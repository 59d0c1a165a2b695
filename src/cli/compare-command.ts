import type { Article } from '../catalogue/article.js';
import { compare } from '../catalogue/compare.js';
import { lookUp } from '../catalogue/look-up.js';
import { comparisonJson } from '../report/article-record.js';
import { comparisonPage } from '../report/comparison-page.js';
import { EXIT, UsageError } from './exit-code.js';
import { languageOf } from './language.js';
import { Messages } from './messages.js';
import type { RawArguments } from './options.js';
import { PAGE_FORMATS, pageIn, referenceTargets, writeReference } from './reference-output.js';
import { objectionOf } from './unknown-code.js';
import { generator } from './version.js';

/** `bouncelens compare A B`. @returns the exit code. @throws UsageError */
export async function compareCommand(raw: RawArguments): Promise<number> {
  const targets = referenceTargets(raw, [...PAGE_FORMATS, 'json']);
  const language = await languageOf(raw);
  const { articles, missing } = lookUp(raw.codes as readonly string[], language);
  if (missing.length > 0) throw new UsageError(missing.map(objectionOf).join('; '));
  const other = articles.find(({ kind }) => kind !== 'reply' && kind !== 'enhanced');
  if (other !== undefined) {
    throw new UsageError(
      `compare takes reply codes and enhanced status codes; ${other.code} is ${NO_CODES[other.kind]}, see bouncelens explain`,
    );
  }
  const [a, b] = articles;
  if (a === undefined || b === undefined || articles.length > 2) {
    throw new UsageError(`compare needs two different codes, such as 450 550; ${articles.length} given`);
  }
  const comparison = compare(a, b, language);
  const textFor = ({ format, style }: (typeof targets)[number]) =>
    format === 'json'
      ? comparisonJson(comparison, language, generator())
      : pageIn(format, comparisonPage(comparison, language), style);
  return (await writeReference(targets, textFor, new Messages(false))) ? EXIT.done : EXIT.failed;
}

/** What has no other like it to be compared with. */
const NO_CODES: Readonly<Record<Article['kind'], string>> = {
  reply: 'a code',
  enhanced: 'a code',
  reason: 'a reason',
  token: "a provider's token",
  provider: 'a provider',
  list: 'a block list',
};
