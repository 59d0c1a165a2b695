import type { Rule } from '../rule.js';
import { LATIN_LANGUAGES } from './latin-languages.js';
import {
  CONTENT_WORDS,
  DUPLICATE_WORDS,
  FORM_WORDS,
  POLICY_WORDS,
  SIZE_WORDS,
  SPAM_WORDS,
  VIRUS_WORDS,
} from './message-words.js';
import { NAMED_LISTS } from './named-lists.js';
import { OTHER_SCRIPTS } from './other-scripts.js';
import { POSTFIX_FAULTS, POSTFIX_VAGUE_FAULTS } from './postfix-faults.js';
import { POSTFIX_LOCAL } from './postfix-local.js';
import { POSTFIX_REFUSALS } from './postfix-refusals.js';
import { TOKEN_RULES } from './provider-tokens.js';
import { PROVIDER_WORDS } from './provider-words.js';
import {
  ADDRESS_WORDS,
  DISABLED_WORDS,
  FULL_MAILBOX_WORDS,
  MOVED_WORDS,
  NO_MAIL_WORDS,
  REFUSING_RECIPIENT_WORDS,
  REJECTED_ADDRESS_WORDS,
  UNKNOWN_DOMAIN_LOCAL,
  UNKNOWN_DOMAIN_WORDS,
  UNKNOWN_USER_WORDS,
} from './recipient-words.js';
import {
  ACCOUNT_WORDS,
  AUTHENTICATION_WORDS,
  CONDUCT_WORDS,
  LISTING_WORDS,
  LOGIN_WORDS,
  MAIL_STAGE_WORDS,
  POLICY_REASON_WORDS,
  RELAY_WORDS,
  REPUTATION_WORDS,
  REVERSE_NAME_WORDS,
  SENDER_ADDRESS_WORDS,
  TLS_WORDS,
} from './sender-words.js';
import {
  BACKEND_WORDS,
  EXPIRED_WORDS,
  FAULT_WORDS,
  FULL_SYSTEM_WORDS,
  GREYLISTING_WORDS,
  HELO_STAGE_WORDS,
  LOOP_WORDS,
  NETWORK_WORDS,
  PACE_WORDS,
  SYSTEM_WORDS,
} from './system-words.js';

/** All rules about words, the first that holds decides: tokens, then a provider's words, then what is said everywhere. */
export const RULES: readonly Rule[] = [
  ...TOKEN_RULES,
  ...PROVIDER_WORDS,
  ...NAMED_LISTS,
  ...POSTFIX_REFUSALS,
  ...POSTFIX_LOCAL,
  ...POSTFIX_FAULTS,
  ...GREYLISTING_WORDS,
  ...ACCOUNT_WORDS,
  ...FULL_SYSTEM_WORDS,
  ...FULL_MAILBOX_WORDS,
  ...MAIL_STAGE_WORDS,
  ...HELO_STAGE_WORDS,
  ...DUPLICATE_WORDS,
  ...AUTHENTICATION_WORDS,
  ...REVERSE_NAME_WORDS,
  ...TLS_WORDS,
  ...LOGIN_WORDS,
  ...REPUTATION_WORDS,
  ...LOOP_WORDS,
  ...CONDUCT_WORDS,
  ...PACE_WORDS,
  ...LISTING_WORDS,
  ...VIRUS_WORDS,
  ...SIZE_WORDS,
  ...NO_MAIL_WORDS,
  ...POLICY_REASON_WORDS,
  ...SENDER_ADDRESS_WORDS,
  ...RELAY_WORDS,
  ...MOVED_WORDS,
  ...DISABLED_WORDS,
  ...UNKNOWN_DOMAIN_LOCAL,
  ...UNKNOWN_DOMAIN_WORDS,
  ...REFUSING_RECIPIENT_WORDS,
  ...ADDRESS_WORDS,
  ...UNKNOWN_USER_WORDS,
  ...BACKEND_WORDS,
  ...NETWORK_WORDS,
  ...SYSTEM_WORDS,
  ...FORM_WORDS,
  ...SPAM_WORDS,
  ...CONTENT_WORDS,
  ...POLICY_WORDS,
  ...OTHER_SCRIPTS,
  ...LATIN_LANGUAGES,
  ...REJECTED_ADDRESS_WORDS,
  ...EXPIRED_WORDS,
  ...POSTFIX_VAGUE_FAULTS,
  ...FAULT_WORDS,
];
