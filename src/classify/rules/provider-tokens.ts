import { PROVIDER_TOKENS } from '../../catalogue/provider-tokens.js';
import { PROVIDER_FACTS } from '../../catalogue/providers.js';
import type { Rule } from '../rule.js';

/** A token that a provider puts into its replies: what it means is fixed, whatever the words and the codes around it. */
export const TOKEN_RULES: readonly Rule[] = PROVIDER_TOKENS.map(({ rule, provider, token, pattern, reason }) => ({
  id: rule,
  reason,
  writer: provider,
  source: PROVIDER_FACTS[provider].page ?? `${PROVIDER_FACTS[provider].name} (observed; no page)`,
  patterns: { [pattern]: `Refused: ${token.replace('*', '').replace(/ to \d+$/, '')} says why` },
}));
