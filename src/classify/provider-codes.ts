import type { Provider } from '../model/provider.js';
import type { Reason } from '../model/verdict.js';

/** An enhanced code that a provider uses in another sense than the registry, or without it. */
interface ProviderCode {
  readonly provider: readonly Provider[];
  /** `5.4.1`, or `X.7.27` for any class. */
  readonly code: string;
  readonly reason: Reason;
  readonly source: string;
}

const GMAIL = 'https://support.google.com/a/answer/3726730';
const EXCHANGE =
  'https://learn.microsoft.com/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online';
const OUTLOOK = 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting';
const APPLE = 'https://support.apple.com/102322';

const MICROSOFT = ['exchange-online', 'outlook'] as const;

/** Behind the words of a reply, before what the registry says of its code. */
export const PROVIDER_CODES: readonly ProviderCode[] = [
  {
    provider: ['google'],
    code: 'X.7.27',
    reason: 'auth-failure',
    source: `${GMAIL}: SPF; registered for a null MX of the sender`,
  },
  { provider: ['google'], code: 'X.7.29', reason: 'tls-failure', source: `${GMAIL}: no TLS; registered for ARC` },
  { provider: ['google'], code: 'X.7.30', reason: 'auth-failure', source: `${GMAIL}: DKIM; registered for REQUIRETLS` },
  { provider: ['google'], code: 'X.7.32', reason: 'auth-failure', source: `${GMAIL}: From is not aligned; not registered` },
  { provider: ['google'], code: 'X.7.40', reason: 'auth-failure', source: `${GMAIL}: no DMARC record; not registered` },
  { provider: ['google'], code: 'X.7.23', reason: 'missing-ptr', source: `${GMAIL}: no PTR; registered for SPF` },
  { provider: ['google'], code: '5.4.5', reason: 'sender-account-blocked', source: `${GMAIL}: the account's daily limit` },
  { provider: ['google'], code: '4.3.0', reason: 'system-error', source: GMAIL },
  { provider: MICROSOFT, code: '5.4.1', reason: 'user-unknown', source: `${EXCHANGE}: directory-based edge blocking` },
  { provider: MICROSOFT, code: '5.1.0', reason: 'invalid-sender', source: `${EXCHANGE}: sender denied` },
  { provider: MICROSOFT, code: '5.1.8', reason: 'sender-account-blocked', source: `${EXCHANGE}: bad outbound sender` },
  { provider: MICROSOFT, code: '5.5.0', reason: 'user-unknown', source: `${EXCHANGE}: mailbox unavailable` },
  { provider: MICROSOFT, code: '5.6.11', reason: 'not-rfc-compliant', source: `${EXCHANGE}: bare line feeds` },
  { provider: MICROSOFT, code: '5.7.12', reason: 'recipient-refused', source: `${EXCHANGE}: senders inside only` },
  { provider: MICROSOFT, code: '5.7.13', reason: 'recipient-refused', source: `${EXCHANGE}: public folder, senders inside only` },
  { provider: MICROSOFT, code: '5.7.23', reason: 'auth-failure', source: `${EXCHANGE}: SPF` },
  { provider: MICROSOFT, code: '5.7.25', reason: 'missing-ptr', source: `${EXCHANGE}: no PTR of an IPv6 address` },
  { provider: MICROSOFT, code: '4.7.26', reason: 'auth-failure', source: `${EXCHANGE}: IPv6 without SPF or DKIM` },
  { provider: MICROSOFT, code: '4.4.8', reason: 'tls-failure', source: `${EXCHANGE}: MTA-STS` },
  { provider: MICROSOFT, code: '4.7.5', reason: 'tls-failure', source: `${EXCHANGE}: certificate, MTA-STS` },
  { provider: MICROSOFT, code: '4.3.2', reason: 'rate-limited', source: `${EXCHANGE}: the mailbox is throttled` },
  { provider: ['outlook'], code: '4.7.650', reason: 'bad-reputation', source: `${OUTLOOK}: slowed for the reputation of the IP` },
  { provider: ['outlook'], code: '4.7.651', reason: 'bad-reputation', source: `${OUTLOOK}: slowed for the reputation of the IP` },
  { provider: ['outlook'], code: '4.7.652', reason: 'too-many-connections', source: OUTLOOK },
  { provider: ['yahoo'], code: '5.7.9', reason: 'auth-failure', source: 'https://senders.yahooinc.com/smtp-error-codes/' },
  { provider: ['apple'], code: '5.1.6', reason: 'mailbox-moved', source: `${APPLE}: no longer on this server` },
];

/** Codes whose class changes what they mean in practice (RFC 3463 leaves both classes to one code). */
export const CODES_BY_CLASS: Readonly<Record<string, Reason>> = { '4.4.4': 'dns-failure', '5.4.4': 'domain-unknown' };

const BY_CODE = new Map<string, ProviderCode>(
  PROVIDER_CODES.flatMap((row) => row.provider.map((provider): [string, ProviderCode] => [`${provider} ${row.code}`, row])),
);

/** What a provider means by an enhanced code, where it is not what the registry says. */
export function providerCode(provider: Provider | null, status: string): ProviderCode | undefined {
  if (provider === null) return undefined;
  return BY_CODE.get(`${provider} ${status}`) ?? BY_CODE.get(`${provider} X${status.slice(1)}`);
}
