import { isLanguage, LANGUAGES, type Language, type LanguageTag, loadLanguage } from '../catalogue/text/language.js';
import { UsageError } from './exit-code.js';
import { type RawArguments, single } from './options.js';

/** The option of every command that prints texts of the catalogue. */
export const LANGUAGE_OPTION = {
  lang: {
    type: 'string',
    requiresArg: true,
    describe: `language of the documentation: ${LANGUAGES.join(', ')} (default: that of the locale)`,
  },
} as const;

/** The language of `--lang`, else of the locale. @throws UsageError when there is no such language. */
export function checkLanguage(raw: RawArguments, environment: NodeJS.ProcessEnv): LanguageTag {
  const asked = single(raw, 'lang');
  if (asked === undefined) return languageOfLocale(environment);
  if (!isLanguage(asked)) throw new UsageError(`--lang: '${asked}' is no language here. There are: ${LANGUAGES.join(', ')}`);
  return asked;
}

/** Reads the texts of the language that is asked for. @throws UsageError */
export const languageOf = (raw: RawArguments): Promise<Language> => loadLanguage(checkLanguage(raw, process.env));

/** The language of the messages of the system, `de_DE.UTF-8`; English where it is another or none. */
function languageOfLocale({ LC_ALL, LC_MESSAGES, LANG }: NodeJS.ProcessEnv): LanguageTag {
  const locale = LC_ALL || LC_MESSAGES || LANG || 'C';
  const tag = locale.split(/[._@-]/, 1)[0]!.toLowerCase();
  return isLanguage(tag) ? tag : 'en';
}
