import { PROVIDER_FACTS } from '../catalogue/providers.js';
import type { Verdict } from '../model/verdict.js';
import type { Rule } from './rule.js';
import { RULES } from './rules/rules.js';

/** A source that can be opened. */
const PAGE = /^https?:\/\/[^\s]+[^\s:;,.)]/;

/** The pages on which rules rest: of a provider, of a block list, or what own rules name. */
export class RulePages {
  readonly #sources: ReadonlyMap<string, string>;

  constructor(own: readonly Rule[] = []) {
    this.#sources = new Map([...RULES, ...own].map(({ id, source }) => [id, source]));
  }

  /** The page that says what a verdict says; null where its rule rests on none. */
  of({ rule, provider }: Verdict): string | null {
    const source = this.#sources.get(rule);
    if (source !== undefined) return PAGE.exec(source)?.[0] ?? null;
    return provider !== null && rule.startsWith(`enhanced:${provider}:`) ? PROVIDER_FACTS[provider].page : null;
  }
}
