import type { Article, Lookup, ProviderMeaning } from './article.js';
import { classesOf, enhancedClass, retryInClass } from './code-class.js';
import { subjectName } from './code-names.js';
import type { CatalogueText, EnhancedCodeFacts } from './documentation.js';
import { ENHANCED_CODES, enhancedCodeFacts } from './enhanced-codes.js';
import { PROVIDER_CODES } from './provider-codes.js';
import { codeProse } from './provider-prose.js';
import { PROVIDER_FACTS } from './providers.js';
import type { Language } from './text/language.js';
import { fill } from './text/words.js';

/** What is true of every code of RFC 3463 where nothing else is known. */
const UNKNOWN = { reason: 'undetermined', retry: 'by class', actor: 'analyst', reference: 'RFC 3463 §2' } as const;

const ENTRIES = new Map(ENHANCED_CODES.map((facts) => [facts.code.toLowerCase(), facts]));
const CODE = /^([245x])(\.(0|[1-9]\d{0,2})\.(?:0|[1-9]\d{0,2}))$/;

/** Enhanced status codes: `5.1.1`, `X.1.1` for any class, and entries as the catalogue writes them (`5.7.606-649`, `X.7`). */
export const enhancedCodeLookup: Lookup = {
  find(written, language) {
    const entry = ENTRIES.get(written);
    if (entry !== undefined) return [enhancedCodeArticle(entry.code, entry, language)];
    const [, first, rest] = CODE.exec(written) ?? [];
    if (first === undefined || rest === undefined) return [];
    const code = `${first.toUpperCase()}${rest}`;
    return [enhancedCodeArticle(code, factsOf(code, rest), language)];
  },

  objection: (written) =>
    /^(?!127\.)[\dx]+(?:\.[\dx-]*)+$/.test(written)
      ? 'an enhanced status code is made of a class (2, 4 or 5; X for any), a subject and a detail of up to three digits each, such as 5.1.1 (RFC 3463 §2)'
      : null,
};

function factsOf(code: string, rest: string): EnhancedCodeFacts | undefined {
  if (enhancedClass(code) !== 'X') return enhancedCodeFacts(code);
  // Of entries for one class alone, nothing is true of every class.
  return ['5', '4'].map((digit) => enhancedCodeFacts(digit + rest)).find((facts) => facts?.code.startsWith('X'));
}

/**
 * What is documented of an enhanced code.
 * @param found the entry that comes nearest; undefined where none does.
 */
export function enhancedCodeArticle(code: string, found: EnhancedCodeFacts | undefined, { text, words }: Language): Article {
  const its = enhancedClass(code);
  const facts = found !== undefined && (its === 'X' || classesOf(found).includes(its)) ? found : undefined;
  const prose = facts === undefined ? undefined : text.enhancedCodes[facts.code];
  const subject = Number(code.split('.')[1]);
  const isBareSubject = facts !== undefined && facts.code !== code && /^X\.\d+$/.test(facts.code);
  const isRegistered = facts !== undefined && prose !== undefined && !isBareSubject;
  const { title, cause, when, fix } = prose ?? words.unregistered;
  const { reason, actor, reference } = facts ?? UNKNOWN;
  const values = { code, class: words.enhancedClasses[its].name, subject: subjectName(subject, words) };
  return {
    kind: 'enhanced',
    code,
    entry: facts?.code ?? null,
    title,
    cause,
    when,
    fix,
    retry: retryInClass(facts ?? UNKNOWN, its),
    actor: its === '2' ? 'nobody' : actor,
    reference,
    class: its,
    subject,
    status: isRegistered ? facts.status : 'unregistered',
    commands: null,
    reason: its === '2' ? 'delivered' : reason,
    note: isRegistered ? null : fill(words.unregistered.note, values),
    senses: [],
    meanings: meaningsOf(code, text),
    about: null,
    source: null,
  };
}

/** Each provider that means something of its own by a code, or by the code of another class where any is asked for. */
function meaningsOf(code: string, text: CatalogueText): ProviderMeaning[] {
  if (enhancedClass(code) === '2') return [];
  return PROVIDER_CODES.filter(
    (row) =>
      row.code === code || row.code === `X${code.slice(1)}` || (code.startsWith('X') && row.code.slice(1) === code.slice(1)),
  ).flatMap((row) =>
    row.provider.map((provider) => {
      const written = row.code.startsWith('X') ? code : row.code;
      const { title, cause, fix, reference } = codeProse(written, provider, row, text.reasons[row.reason], text);
      return { provider, name: PROVIDER_FACTS[provider].name, code: row.code, reason: row.reason, title, cause, fix, reference };
    }),
  );
}
