import { PROVIDER_FACTS } from '../catalogue/providers.js';
import type { Verdict } from '../model/verdict.js';
import type { TextStyle } from './page-text.js';

/** A verdict in a line: type and reason, who answered, and the rule that decided. */
export function verdictText({ type, reason, provider, rule }: Verdict, { strong, label }: TextStyle): string {
  const who = provider === null ? '' : `, ${PROVIDER_FACTS[provider].name}`;
  return `${strong(`${type} ${reason}`)}${who} ${label(`(${rule})`)}`;
}
