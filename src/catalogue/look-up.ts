import type { Article, Lookup } from './article.js';
import { blockListLookup } from './block-list-article.js';
import { enhancedCodeLookup } from './enhanced-code-article.js';
import { providerLookup } from './provider-article.js';
import { reasonLookup } from './reason-article.js';
import { replyCodeLookup } from './reply-code-article.js';
import type { Language } from './text/language.js';
import { tokenLookup } from './token-article.js';

/** Every kind that can be asked for. */
const LOOKUPS: readonly Lookup[] = [
  replyCodeLookup,
  enhancedCodeLookup,
  reasonLookup,
  tokenLookup,
  providerLookup,
  blockListLookup,
];

/** What was asked for: the articles found, each once, and why there is none for the rest. */
export interface Found {
  readonly articles: readonly Article[];
  readonly missing: readonly { readonly written: string; readonly objection: string }[];
}

/**
 * Finds what is documented as people write it: in any case, several codes in one text (`550 5.1.1`), or with the dash of a
 * reply of several lines (`550-5.7.26`). What names several things, such as a provider and its block list, finds all of them.
 */
export function lookUp(written: readonly string[], language: Language): Found {
  const articles = new Map<string, Article>();
  const missing: { written: string; objection: string }[] = [];
  for (const whole of written) {
    const parts = find(whole, language).length === 0 ? partsOf(whole) : [whole];
    for (const part of parts) {
      const found = find(part, language);
      for (const article of found) articles.set(`${article.kind} ${article.code}`, article);
      if (found.length === 0) missing.push({ written: part, objection: objectionTo(part) });
    }
  }
  return { articles: [...articles.values()], missing };
}

const normal = (written: string): string => written.trim().toLowerCase();

const find = (written: string, language: Language): readonly Article[] =>
  LOOKUPS.flatMap((lookup) => lookup.find(normal(written), language));

/** `550 5.1.1` and `550-5.7.26` are two codes. */
function partsOf(written: string): readonly string[] {
  const parts = written
    .split(/\s/)
    .filter((part) => part !== '')
    .flatMap((part) => (/^\d{3}-\d\./.test(part) ? [part.slice(0, 3), part.slice(4)] : [part]));
  return parts.length === 0 ? [written] : parts;
}

function objectionTo(written: string): string {
  for (const lookup of LOOKUPS) {
    const objection = lookup.objection(normal(written));
    if (objection !== null) return objection;
  }
  return 'no code, reason, token, provider or block list that is documented; bouncelens codes lists them all, bouncelens codes WORDS searches them';
}
