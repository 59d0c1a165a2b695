import { PROVIDER_TOKENS } from '../../catalogue/provider-tokens.js';
import { PROVIDER_FACTS } from '../../catalogue/providers.js';
import type { Rule } from '../rule.js';

/** A token that a provider puts into its replies: what it means is fixed, whatever the words and the codes around it. */
export const TOKEN_RULES: readonly Rule[] = PROVIDER_TOKENS.map(({ provider, token, pattern, reason }) => ({
  id: `${provider}.${token
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')}`,
  reason,
  writer: provider,
  source: PROVIDER_FACTS[provider].page ?? `${PROVIDER_FACTS[provider].name} (observed; no page)`,
  patterns: { [pattern]: `Refused: ${token.replace('*', '').replace(/ to \d+$/, '')} says why` },
}));
