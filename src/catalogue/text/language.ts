import type { CatalogueText } from '../documentation.js';
import type { Words } from './words.js';

/** The languages of the catalogue, by their tags (BCP 47). */
export const LANGUAGES = ['en', 'de', 'fr', 'ja'] as const;
export type LanguageTag = (typeof LANGUAGES)[number];

/** All that one language has to say. */
export interface Language {
  readonly tag: LanguageTag;
  readonly text: CatalogueText;
  readonly words: Words;
}

export const isLanguage = (tag: string): tag is LanguageTag => (LANGUAGES as readonly string[]).includes(tag);

/** Reads a language; the files of the others are not touched. */
export async function loadLanguage(tag: LanguageTag): Promise<Language> {
  switch (tag) {
    case 'en': {
      const [{ en }, { enWords }] = await Promise.all([import('./en.js'), import('./en-words.js')]);
      return { tag, text: en, words: enWords };
    }
    case 'de': {
      const [{ de }, { deWords }] = await Promise.all([import('./de.js'), import('./de-words.js')]);
      return { tag, text: de, words: deWords };
    }
    case 'fr': {
      const [{ fr }, { frWords }] = await Promise.all([import('./fr.js'), import('./fr-words.js')]);
      return { tag, text: fr, words: frWords };
    }
    case 'ja': {
      const [{ ja }, { jaWords }] = await Promise.all([import('./ja.js'), import('./ja-words.js')]);
      return { tag, text: ja, words: jaWords };
    }
  }
}
