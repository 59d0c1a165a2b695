import { addressesIn, addressOfField } from './address.js';
import { hostOfField } from './delivery-status.js';
import { type Finding, finding } from './finding.js';
import { oneLine } from './general-reader.js';
import { HeaderFields } from './header-fields.js';
import { readMailTime } from './mail-time.js';
import { contentOf } from './mime-part.js';
import type { Notice } from './notice.js';
import { recipientInPath } from './verp.js';

const MOST_RECIPIENTS = 100;

/** Fields of the report that name who complained: RFC 5965 §3.2, the opt-out reports of its drafts, Hotmail's in the message. */
const RECIPIENT_FIELDS = ['original-rcpt-to', 'removal-recipient', 'redacted-address'];
const RETURNED_FIELDS = [
  'x-hmxmroriginalrecipient',
  'x-original-to',
  'delivered-to',
  'x-apparently-to',
  'x-rcpt-to',
  'envelope-to',
  'to',
];

/** A report of complaint (RFC 5965): who complained, and what kind of report it is. */
export function readFeedbackReport(notice: Notice): readonly Finding[] {
  const part = notice.leaves.find(({ contentType }) => contentType.type.endsWith('/feedback-report'));
  const report = part === undefined ? HeaderFields.NONE : HeaderFields.parse(contentOf(part));
  const feedbackType = report.get('feedback-type')?.toLowerCase().split(/[\s;]/, 1)[0] || 'abuse';
  const known = {
    action: 'feedback' as const,
    feedbackType,
    diagnostic: oneLine(notice.text) || null,
    remoteIp: hostOfField(report.get('source-ip')).ip,
    remoteMta: null,
    time: readMailTime(report.get('received-date') ?? report.get('arrival-date')),
  };
  const recipients = recipientsOf(report, notice.returned, feedbackType);
  if (recipients.length === 0) return [finding(known)];
  return recipients.slice(0, MOST_RECIPIENTS).map((recipient) => finding({ ...known, recipient }));
}

/** What takes the place of an address that the reporter does not give. */
const REDACTED = /^(?:redacted|removed|hidden|anonymous|undisclosed|x{1,20}|\[.*)(?:@|$)/i;

const isWhole = (address: string) => /[^@]@[^@]/.test(address) && !REDACTED.test(address);

/** The recipients that the report names. */
function namedRecipients(report: HeaderFields): readonly string[] {
  const named = RECIPIENT_FIELDS.flatMap((name) => report.all(name)).flatMap((value) => addressOfField(value) ?? []);
  return [...new Set(named.filter(isWhole))];
}

/**
 * The recipient of the reported message, where that is one: of several nobody knows who complained. Where he was taken out,
 * the reverse-path may still hold him (VERP).
 */
function recipientOfMessage(report: HeaderFields, returned: HeaderFields | null): string | null {
  for (const name of RETURNED_FIELDS) {
    const addresses = returned?.all(name).flatMap((value) => addressesIn(value).map(({ address }) => address)) ?? [];
    const [only, ...others] = new Set(addresses.filter(isWhole));
    if (others.length > 0) break;
    if (only !== undefined) return only;
  }
  const paths = [report.get('original-mail-from'), returned?.get('return-path'), returned?.get('x-return-path')];
  return paths.map((path) => (path == null ? null : recipientInPath(path))).find((recipient) => recipient !== null) ?? null;
}

/** Kinds of reports in which a system speaks of a message, and no recipient of what he got (RFC 6591, RFC 5965 §7.3). */
const OF_SYSTEMS: ReadonlySet<string> = new Set(['auth-failure', 'dkim', 'policy', 'virus']);

/**
 * The recipients that a report is about: as it names them, else the one that the message was for. A report of failed
 * authentication is about the message; its recipient complained of nothing, and is told only where the report names him.
 */
function recipientsOf(report: HeaderFields, returned: HeaderFields | null, feedbackType: string): readonly string[] {
  const named = namedRecipients(report);
  if (named.length > 0 || OF_SYSTEMS.has(feedbackType)) return named;
  const recipient = recipientOfMessage(report, returned);
  return recipient === null ? [] : [recipient];
}
