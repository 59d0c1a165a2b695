import type { Reason } from '../model/verdict.js';
import type { Actor, EnhancedCodeFacts, Retry } from './documentation.js';

type Row = readonly [code: string, reason: Reason, retry: Retry, actor: Actor, reference: string];

/** Codes that an RFC or the IANA registry defines, for every class that makes sense of them. */
const STANDARD: readonly Row[] = [
  ['X.0.0', 'undetermined', 'by class', 'analyst', 'RFC 3463 §3.1'],
  ['X.1.0', 'user-unknown', 'by class', 'list owner', 'RFC 3463 §3.2'],
  ['X.1.1', 'user-unknown', 'no', 'list owner', 'RFC 3463 §3.2'],
  ['X.1.2', 'domain-unknown', 'no', 'list owner', 'RFC 3463 §3.2'],
  ['X.1.3', 'invalid-address', 'no', 'list owner', 'RFC 3463 §3.2'],
  ['X.1.4', 'recipient-refused', 'by class', 'recipient admin', 'RFC 3463 §3.2'],
  ['X.1.5', 'delivered', 'n/a', 'nobody', 'RFC 3463 §3.2'],
  ['X.1.6', 'mailbox-moved', 'no', 'list owner', 'RFC 3463 §3.2'],
  ['X.1.7', 'invalid-sender', 'after-fix', 'sender admin', 'RFC 3463 §3.2'],
  ['X.1.8', 'invalid-sender', 'after-fix', 'sender admin', 'RFC 3463 §3.2'],
  ['X.1.9', 'delivered', 'n/a', 'nobody', 'RFC 3886 §3.3.4'],
  ['X.1.10', 'domain-no-mail', 'no', 'list owner', 'RFC 7505 §6'],
  ['X.2.0', 'recipient-refused', 'by class', 'recipient or its admin', 'RFC 3463 §3.3'],
  ['X.2.1', 'mailbox-disabled', 'by class', 'list owner', 'RFC 3463 §3.3'],
  ['X.2.2', 'mailbox-full', 'yes', 'recipient', 'RFC 3463 §3.3'],
  ['X.2.3', 'message-too-big', 'no', 'message author', 'RFC 3463 §3.3'],
  ['X.2.4', 'recipient-refused', 'by class', 'recipient admin', 'RFC 3463 §3.3'],
  ['X.3.0', 'system-error', 'by class', 'recipient admin', 'RFC 3463 §3.4'],
  ['X.3.1', 'system-full', 'yes', 'recipient admin', 'RFC 3463 §3.4'],
  ['X.3.2', 'system-error', 'by class', 'recipient admin', 'RFC 3463 §3.4; RFC 7504'],
  ['X.3.3', 'protocol-error', 'after-fix', 'sender admin', 'RFC 3463 §3.4'],
  ['X.3.4', 'message-too-big', 'no', 'message author', 'RFC 3463 §3.4'],
  ['X.3.5', 'system-error', 'by class', 'recipient admin', 'RFC 3463 §3.4'],
  ['X.3.6', 'delivered', 'n/a', 'nobody', 'RFC 6710 §9'],
  ['X.4.0', 'network-error', 'by class', 'wait', 'RFC 3463 §3.5'],
  ['X.4.1', 'network-error', 'yes', 'wait', 'RFC 3463 §3.5'],
  ['X.4.2', 'network-error', 'yes', 'wait', 'RFC 3463 §3.5'],
  ['X.4.3', 'dns-failure', 'yes', 'wait', 'RFC 3463 §3.5'],
  ['X.4.4', 'domain-unknown', 'by class', 'list owner', 'RFC 3463 §3.5'],
  ['X.4.5', 'rate-limited', 'slowly', 'sender admin', 'RFC 3463 §3.5'],
  ['X.4.6', 'routing-loop', 'no', 'both admins', 'RFC 3463 §3.5'],
  ['X.4.7', 'message-expired', 'no', 'wait', 'RFC 3463 §3.5'],
  ['X.5.0', 'protocol-error', 'by class', 'sender admin', 'RFC 3463 §3.6'],
  ['X.5.1', 'protocol-error', 'after-fix', 'sender admin', 'RFC 3463 §3.6'],
  ['X.5.2', 'protocol-error', 'after-fix', 'sender admin', 'RFC 3463 §3.6'],
  ['X.5.3', 'too-many-recipients', 'yes', 'sender admin', 'RFC 3463 §3.6'],
  ['X.5.4', 'protocol-error', 'after-fix', 'sender admin', 'RFC 3463 §3.6'],
  ['X.5.5', 'protocol-error', 'after-fix', 'sender admin', 'RFC 3463 §3.6'],
  ['X.5.6', 'submission-auth', 'after-fix', 'sender admin', 'RFC 4954 §6'],
  ['X.6.0', 'content-rejected', 'by class', 'message author', 'RFC 3463 §3.7'],
  ['X.6.1', 'content-rejected', 'no', 'message author', 'RFC 3463 §3.7'],
  ['X.6.2', 'content-rejected', 'no', 'message author', 'RFC 3463 §3.7'],
  ['X.6.3', 'content-rejected', 'no', 'message author', 'RFC 3463 §3.7'],
  ['X.6.4', 'delivered', 'n/a', 'nobody', 'RFC 3463 §3.7'],
  ['X.6.5', 'content-rejected', 'by class', 'message author', 'RFC 3463 §3.7'],
  ['X.6.6', 'content-rejected', 'by class', 'sender admin', 'RFC 4468 §5'],
  ['X.6.7', 'invalid-address', 'no', 'list owner', 'RFC 6531 §4.2'],
  ['X.6.8', 'protocol-error', 'after-fix', 'sender admin', 'RFC 6531 §4.2'],
  ['X.6.9', 'content-rejected', 'no', 'message author', 'RFC 6531 §4.2'],
  ['X.6.10', 'protocol-error', 'after-fix', 'sender admin', 'RFC 6531 §4.2'],
  ['X.7.0', 'policy', 'by class', 'sender admin', 'RFC 3463 §3.8'],
  ['X.7.1', 'policy', 'by class', 'sender admin', 'RFC 3463 §3.8'],
  ['X.7.2', 'recipient-refused', 'no', 'recipient or its admin', 'RFC 3463 §3.8'],
  ['X.7.3', 'policy', 'no', 'sender admin', 'RFC 3463 §3.8'],
  ['X.7.4', 'submission-auth', 'after-fix', 'sender admin', 'RFC 3463 §3.8'],
  ['X.7.5', 'tls-failure', 'after-fix', 'both admins', 'RFC 3463 §3.8'],
  ['X.7.6', 'tls-failure', 'after-fix', 'both admins', 'RFC 3463 §3.8'],
  ['X.7.7', 'auth-failure', 'after-fix', 'sender admin', 'RFC 3463 §3.8'],
  ['X.7.8', 'submission-auth', 'after-fix', 'sender admin', 'RFC 4954 §6'],
  ['X.7.9', 'submission-auth', 'after-fix', 'sender admin', 'RFC 4954 §6'],
  ['X.7.10', 'submission-auth', 'after-fix', 'sender admin', 'RFC 5248 §2.4'],
  ['X.7.11', 'submission-auth', 'after-fix', 'sender admin', 'RFC 4954 §6'],
  ['X.7.12', 'submission-auth', 'after-fix', 'sender admin', 'RFC 4954 §6'],
  ['X.7.13', 'submission-auth', 'after-fix', 'sender admin', 'RFC 5248 §2.4'],
  ['X.7.14', 'submission-auth', 'after-fix', 'sender admin', 'RFC 5248 §2.4'],
  ['X.7.15', 'policy', 'by class', 'sender admin', 'RFC 6710 §9'],
  ['X.7.16', 'message-too-big', 'by class', 'message author', 'RFC 6710 §9'],
  ['X.7.17', 'user-unknown', 'no', 'list owner', 'RFC 7293 §15.3'],
  ['X.7.18', 'domain-unknown', 'no', 'list owner', 'RFC 7293 §15.3'],
  ['X.7.19', 'policy', 'after-fix', 'sender admin', 'RFC 7293 §15.3'],
  ['X.7.20', 'auth-failure', 'after-fix', 'sender admin', 'RFC 7372 §3.1'],
  ['X.7.21', 'auth-failure', 'after-fix', 'sender admin', 'RFC 7372 §3.1'],
  ['X.7.22', 'auth-failure', 'after-fix', 'sender admin', 'RFC 7372 §3.1'],
  ['X.7.23', 'auth-failure', 'after-fix', 'sender admin', 'RFC 7372 §3.2'],
  ['X.7.24', 'auth-failure', 'after-fix', 'sender admin', 'RFC 7372 §3.2'],
  ['X.7.25', 'missing-ptr', 'after-fix', 'sender admin', 'RFC 7372 §3.3'],
  ['X.7.26', 'auth-failure', 'after-fix', 'sender admin', 'RFC 7372 §3.4'],
  ['X.7.27', 'invalid-sender', 'after-fix', 'sender admin', 'RFC 7505 §6'],
  ['X.7.28', 'rate-limited', 'slowly', 'sender admin', 'IANA registry, X.7.28'],
  ['X.7.29', 'auth-failure', 'after-fix', 'sender admin', 'RFC 8617 §10.2'],
  ['X.7.30', 'tls-failure', 'after-fix', 'both admins', 'RFC 8689 §5'],
];

/**
 * The subject alone, for a detail that nobody documents. A subject gets a reason only where every detail under it asks
 * for much the same action. Addresses (X.1) may be the sender's or the recipient's, and a mailbox (X.2) may be full,
 * closed or merely choosy: what to do with the address differs, so these two stay undetermined, as X.0 does by nature.
 */
const SUBJECTS: readonly Row[] = [
  ['X.0', 'undetermined', 'by class', 'analyst', 'RFC 3463 §2'],
  ['X.1', 'undetermined', 'by class', 'analyst', 'RFC 3463 §2'],
  ['X.2', 'undetermined', 'by class', 'analyst', 'RFC 3463 §2'],
  ['X.3', 'system-error', 'by class', 'recipient admin', 'RFC 3463 §2'],
  ['X.4', 'network-error', 'by class', 'wait', 'RFC 3463 §2'],
  ['X.5', 'protocol-error', 'by class', 'sender admin', 'RFC 3463 §2'],
  ['X.6', 'content-rejected', 'by class', 'message author', 'RFC 3463 §2'],
  ['X.7', 'policy', 'by class', 'sender admin', 'RFC 3463 §2'],
];

const EXCHANGE = 'Exchange Online (observed; not registered)';
const GMAIL = 'Gmail (observed; not registered)';
const OUTLOOK = 'Outlook.com (observed; not registered)';
const SISIMAI = 'Sisimai (internal code of the parser; no server sends it)';

/** Codes that servers send without any registration. */
const OBSERVED: readonly Row[] = [
  ['X.2.5', 'recipient-refused', 'by class', 'recipient or its admin', 'Exchange (observed; old drafts, not registered)'],
  ['X.4.8', 'dns-failure', 'by class', 'recipient admin', EXCHANGE],
  ['X.4.316', 'network-error', 'yes', 'wait', EXCHANGE],
  ['X.5.9', 'protocol-error', 'after-fix', 'sender admin', 'Google (observed; not registered)'],
  ['X.7.32', 'auth-failure', 'after-fix', 'sender admin', GMAIL],
  ['X.7.40', 'auth-failure', 'after-fix', 'sender admin', GMAIL],
  ['X.7.321-325', 'tls-failure', 'after-fix', 'both admins', EXCHANGE],
  ['4.0.900-999', 'undetermined', 'yes', 'analyst', SISIMAI],
  ['4.7.500-699', 'rate-limited', 'slowly', 'sender admin', EXCHANGE],
  ['4.7.650', 'rate-limited', 'slowly', 'sender admin', OUTLOOK],
  ['4.7.651', 'rate-limited', 'slowly', 'sender admin', OUTLOOK],
  ['4.7.652', 'rate-limited', 'slowly', 'sender admin', OUTLOOK],
  ['4.7.850-899', 'rate-limited', 'slowly', 'sender admin', EXCHANGE],
  ['4.16.x', 'rate-limited', 'slowly', 'sender admin', 'Yahoo (observed; private subject, not registered)'],
  ['5.0.350', 'undetermined', 'by class', 'analyst', EXCHANGE],
  ['5.0.900-999', 'undetermined', 'no', 'analyst', SISIMAI],
  ['5.1.90', 'rate-limited', 'slowly', 'sender admin', EXCHANGE],
  ['5.2.121', 'rate-limited', 'slowly', 'sender admin', EXCHANGE],
  ['5.2.122', 'rate-limited', 'slowly', 'wait', EXCHANGE],
  ['5.4.300', 'message-expired', 'no', 'wait', EXCHANGE],
  ['5.7.57', 'submission-auth', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.64', 'relay-denied', 'after-fix', 'recipient admin', EXCHANGE],
  ['5.7.124', 'recipient-refused', 'no', 'recipient or its admin', EXCHANGE],
  ['5.7.133-136', 'recipient-refused', 'no', 'recipient admin', EXCHANGE],
  ['5.7.501-503', 'sender-account-blocked', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.504', 'user-unknown', 'no', 'list owner', EXCHANGE],
  ['5.7.505', 'user-unknown', 'no', 'list owner', EXCHANGE],
  ['5.7.506', 'protocol-error', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.507', 'ip-blocklisted', 'after-fix', 'recipient admin', EXCHANGE],
  ['5.7.508', 'rate-limited', 'slowly', 'sender admin', EXCHANGE],
  ['5.7.509', 'auth-failure', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.511', 'ip-blocklisted', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.512', 'not-rfc-compliant', 'after-fix', 'message author', EXCHANGE],
  ['5.7.513', 'ip-blocklisted', 'after-fix', 'recipient admin', EXCHANGE],
  ['5.7.515', 'auth-failure', 'after-fix', 'sender admin', OUTLOOK],
  ['5.7.606-649', 'ip-blocklisted', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.703', 'policy', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.705', 'sender-account-blocked', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.708', 'sender-account-blocked', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.750', 'sender-account-blocked', 'after-fix', 'sender admin', EXCHANGE],
  ['5.7.800', 'domain-blocklisted', 'after-fix', 'sender admin', EXCHANGE],
  ['5.9.9', 'spam-content', 'no', 'message author', 'bmail.ru and others (observed; private subject, not registered)'],
];

function facts(rows: readonly Row[], status: EnhancedCodeFacts['status']): readonly EnhancedCodeFacts[] {
  return rows.map(([code, reason, retry, actor, reference]) => ({ code, status, reason, retry, actor, reference }));
}

/** Every documented enhanced status code: the registered ones, the bare subjects, and those only seen in practice. */
export const ENHANCED_CODES: readonly EnhancedCodeFacts[] = [
  ...facts(STANDARD, 'standard'),
  ...facts(SUBJECTS, 'standard'),
  ...facts(OBSERVED, 'observed'),
];

interface DetailRange {
  /** `4.7.` or `X.7.`: what stands before the detail. */
  readonly prefix: string;
  readonly from: number;
  readonly to: number;
  readonly facts: EnhancedCodeFacts;
}

const exact = new Map<string, EnhancedCodeFacts>();
const ranges: DetailRange[] = [];
for (const entry of ENHANCED_CODES) {
  const split = entry.code.lastIndexOf('.') + 1;
  const detail = entry.code.slice(split);
  const [from, to] = detail === 'x' ? ['0', '999'] : detail.split('-');
  if (from !== undefined && to !== undefined) {
    ranges.push({ prefix: entry.code.slice(0, split), from: Number(from), to: Number(to), facts: entry });
  } else {
    exact.set(entry.code, entry);
  }
}
// The narrower range is the more specific one; a wildcard is the widest.
ranges.sort((a, b) => a.to - a.from - (b.to - b.from));

/** Three numbers of one to three digits without leading zeros; each part has one way to match. */
const CODE = /^[245]\.(?:0|[1-9]\d{0,2})\.(?:0|[1-9]\d{0,2})$/;
const MAX_LENGTH = '5.999.999'.length;

/**
 * Finds what is documented about a concrete code such as `5.7.26`. The most specific entry wins: the code itself
 * (`5.7.57`), then the code for any class (`X.7.26`), the narrowest range (`5.7.606-649`), a wildcard (`4.16.x`), and
 * as a last resort the bare subject (`X.7`). Malformed codes and private subjects that nobody documents give undefined.
 */
export function enhancedCodeFacts(code: string): EnhancedCodeFacts | undefined {
  if (code.length > MAX_LENGTH || !CODE.test(code)) return undefined;
  const anyClass = `X${code.slice(1)}`;
  const found = exact.get(code) ?? exact.get(anyClass);
  if (found) return found;
  const split = code.lastIndexOf('.') + 1;
  const detail = Number(code.slice(split));
  const range = ranges.find(
    ({ prefix, from, to }) =>
      detail >= from && detail <= to && (prefix === code.slice(0, split) || prefix === anyClass.slice(0, split)),
  );
  return range?.facts ?? exact.get(anyClass.slice(0, split - 1));
}
