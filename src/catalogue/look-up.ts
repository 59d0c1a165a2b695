import type { Article, Lookup } from './article.js';
import { enhancedCodeLookup } from './enhanced-code-article.js';
import { reasonLookup } from './reason-article.js';
import { replyCodeLookup } from './reply-code-article.js';
import type { Language } from './text/language.js';

/** Every kind that can be asked for; what the first one finds is taken. */
const LOOKUPS: readonly Lookup[] = [replyCodeLookup, enhancedCodeLookup, reasonLookup];

/** What was asked for: the articles found, each once, and why there is none for the rest. */
export interface Found {
  readonly articles: readonly Article[];
  readonly missing: readonly { readonly written: string; readonly objection: string }[];
}

/**
 * Finds codes and reasons as people write them: in any case, several in one text (`550 5.1.1`), or with the dash of a reply of
 * several lines (`550-5.7.26`).
 */
export function lookUp(written: readonly string[], language: Language): Found {
  const articles = new Map<string, Article>();
  const missing: { written: string; objection: string }[] = [];
  for (const whole of written) {
    const parts = find(whole, language) === null ? partsOf(whole) : [whole];
    for (const part of parts) {
      const article = find(part, language);
      if (article !== null) articles.set(article.code, article);
      else missing.push({ written: part, objection: objectionTo(part) });
    }
  }
  return { articles: [...articles.values()], missing };
}

const normal = (written: string): string => written.trim().toLowerCase();

function find(written: string, language: Language): Article | null {
  for (const lookup of LOOKUPS) {
    const article = lookup.find(normal(written), language);
    if (article !== null) return article;
  }
  return null;
}

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
  return 'no code and no reason; bouncelens codes lists all of them, bouncelens codes WORDS searches them';
}
