import type { Article } from './article.js';
import type { CodeClass } from './documentation.js';
import type { Language } from './text/language.js';
import type { ClassWords, Words } from './text/words.js';

/** What the second part of an enhanced code says. */
export function subjectName(subject: number, { subjects }: Words): string {
  return subject in subjects ? subjects[subject as keyof typeof subjects] : subjects.other;
}

/** What the class of a code is called. */
export function className(of: Article, words: Words): ClassWords | null {
  const classes: Partial<Record<CodeClass, ClassWords>> = of.kind === 'enhanced' ? words.enhancedClasses : words.replyClasses;
  return of.class === null ? null : (classes[of.class] ?? null);
}

/** The commands that a reply code answers, as a list within a sentence; null where it is bound to none. */
export function commandNames(commands: readonly string[], { tag, words }: Pick<Language, 'tag' | 'words'>): string | null {
  const { moments } = words;
  const names = commands.map((command) => (command in moments ? moments[command as keyof typeof moments] : command));
  return names.length === 0 ? null : new Intl.ListFormat(tag, { type: 'conjunction' }).format(names);
}

/** A source in the words of the language; the sections of documents are the same in all. */
export const referenceName = (reference: string, { references }: Words): string => references[reference] ?? reference;
