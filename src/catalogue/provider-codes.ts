import type { Provider } from '../model/provider.js';
import type { Reason } from '../model/verdict.js';

/** What a provider means by a code where the reason alone says too little; each has a sentence in every language. */
export type ProviderSense =
  | 'spf'
  | 'dkim'
  | 'alignment'
  | 'dmarcRecord'
  | 'plaintext'
  | 'ptr'
  | 'dailyLimit'
  | 'edgeBlocking'
  | 'senderDenied'
  | 'outboundSpam'
  | 'noMailbox'
  | 'bareLineFeed'
  | 'insideOnly'
  | 'ipv6'
  | 'mtaSts'
  | 'certificate'
  | 'busyMailbox'
  | 'slowed'
  | 'gone';

/** An enhanced code that a provider uses in another sense than the registry, or without it. */
export interface ProviderCode {
  readonly provider: readonly Provider[];
  /** `5.4.1`, or `X.7.27` for any class. */
  readonly code: string;
  readonly reason: Reason;
  readonly sense: ProviderSense | null;
  readonly source: string;
}

const GMAIL = 'https://support.google.com/a/answer/3726730';
const EXCHANGE =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online';
const OUTLOOK = 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting';
const APPLE = 'https://support.apple.com/102322';

const MICROSOFT = ['exchange-online', 'outlook'] as const;

/** They hold behind the words of a reply, before what the registry says of its code. */
export const PROVIDER_CODES: readonly ProviderCode[] = [
  {
    provider: ['google'],
    code: 'X.7.27',
    reason: 'auth-failure',
    sense: 'spf',
    source: `${GMAIL}: SPF; registered for a null MX of the sender`,
  },
  {
    provider: ['google'],
    code: 'X.7.29',
    reason: 'tls-failure',
    sense: 'plaintext',
    source: `${GMAIL}: no TLS; registered for ARC`,
  },
  {
    provider: ['google'],
    code: 'X.7.30',
    reason: 'auth-failure',
    sense: 'dkim',
    source: `${GMAIL}: DKIM; registered for REQUIRETLS`,
  },
  {
    provider: ['google'],
    code: 'X.7.32',
    reason: 'auth-failure',
    sense: 'alignment',
    source: `${GMAIL}: From is not aligned; not registered`,
  },
  {
    provider: ['google'],
    code: 'X.7.40',
    reason: 'auth-failure',
    sense: 'dmarcRecord',
    source: `${GMAIL}: no DMARC record; not registered`,
  },
  { provider: ['google'], code: 'X.7.23', reason: 'missing-ptr', sense: 'ptr', source: `${GMAIL}: no PTR; registered for SPF` },
  {
    provider: ['google'],
    code: '5.4.5',
    reason: 'sender-account-blocked',
    sense: 'dailyLimit',
    source: `${GMAIL}: the account's daily limit`,
  },
  { provider: ['google'], code: '4.3.0', reason: 'system-error', sense: null, source: GMAIL },
  {
    provider: MICROSOFT,
    code: '5.4.1',
    reason: 'user-unknown',
    sense: 'edgeBlocking',
    source: `${EXCHANGE}: directory-based edge blocking`,
  },
  { provider: MICROSOFT, code: '5.1.0', reason: 'invalid-sender', sense: 'senderDenied', source: `${EXCHANGE}: sender denied` },
  {
    provider: MICROSOFT,
    code: '5.1.8',
    reason: 'sender-account-blocked',
    sense: 'outboundSpam',
    source: `${EXCHANGE}: bad outbound sender`,
  },
  { provider: MICROSOFT, code: '5.5.0', reason: 'user-unknown', sense: 'noMailbox', source: `${EXCHANGE}: mailbox unavailable` },
  {
    provider: MICROSOFT,
    code: '5.6.11',
    reason: 'not-rfc-compliant',
    sense: 'bareLineFeed',
    source: `${EXCHANGE}: bare line feeds`,
  },
  {
    provider: MICROSOFT,
    code: '5.7.12',
    reason: 'recipient-refused',
    sense: 'insideOnly',
    source: `${EXCHANGE}: senders inside only`,
  },
  {
    provider: MICROSOFT,
    code: '5.7.13',
    reason: 'recipient-refused',
    sense: 'insideOnly',
    source: `${EXCHANGE}: public folder, senders inside only`,
  },
  { provider: MICROSOFT, code: '5.7.23', reason: 'auth-failure', sense: 'spf', source: `${EXCHANGE}: SPF` },
  { provider: MICROSOFT, code: '5.7.25', reason: 'missing-ptr', sense: 'ptr', source: `${EXCHANGE}: no PTR of an IPv6 address` },
  { provider: MICROSOFT, code: '4.7.26', reason: 'auth-failure', sense: 'ipv6', source: `${EXCHANGE}: IPv6 without SPF or DKIM` },
  { provider: MICROSOFT, code: '4.4.8', reason: 'tls-failure', sense: 'mtaSts', source: `${EXCHANGE}: MTA-STS` },
  {
    provider: MICROSOFT,
    code: '4.7.5',
    reason: 'tls-failure',
    sense: 'certificate',
    source: `${EXCHANGE}: certificate, MTA-STS`,
  },
  {
    provider: MICROSOFT,
    code: '4.3.2',
    reason: 'rate-limited',
    sense: 'busyMailbox',
    source: `${EXCHANGE}: the mailbox is throttled`,
  },
  {
    provider: ['outlook'],
    code: '4.7.650',
    reason: 'bad-reputation',
    sense: 'slowed',
    source: `${OUTLOOK}: slowed for the reputation of the IP`,
  },
  {
    provider: ['outlook'],
    code: '4.7.651',
    reason: 'bad-reputation',
    sense: 'slowed',
    source: `${OUTLOOK}: slowed for the reputation of the IP`,
  },
  { provider: ['outlook'], code: '4.7.652', reason: 'too-many-connections', sense: null, source: OUTLOOK },
  {
    provider: ['yahoo'],
    code: '5.7.9',
    reason: 'auth-failure',
    sense: null,
    source: 'https://senders.yahooinc.com/smtp-error-codes/',
  },
  { provider: ['apple'], code: '5.1.6', reason: 'mailbox-moved', sense: 'gone', source: `${APPLE}: no longer on this server` },
];

const BY_CODE = new Map<string, ProviderCode>(
  PROVIDER_CODES.flatMap((row) => row.provider.map((provider): [string, ProviderCode] => [`${provider} ${row.code}`, row])),
);

/**
 * What a provider means by an enhanced code, where it is not what the registry says.
 * @param status also `X.7.27`: what holds for every class.
 */
export function providerCode(provider: Provider, status: string): ProviderCode | undefined {
  return BY_CODE.get(`${provider} ${status}`) ?? BY_CODE.get(`${provider} X${status.slice(1)}`);
}

/** The name of the decision that a code alone brings about: `enhanced:google:X.7.27`. */
export const codeRule = (provider: Provider, code: string): string => `enhanced:${provider}:${code}`;

/** A code with the provider that a decision names. */
interface CodeOfRule {
  readonly provider: Provider;
  readonly row: ProviderCode;
}

const BY_RULE: ReadonlyMap<string, CodeOfRule> = new Map(
  PROVIDER_CODES.flatMap((row) =>
    row.provider.map((provider): [string, CodeOfRule] => [codeRule(provider, row.code), { provider, row }]),
  ),
);

/** The code of a provider that decided. */
export const codeOfRule = (rule: string): CodeOfRule | undefined => BY_RULE.get(rule);
