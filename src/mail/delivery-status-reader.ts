import { findReply } from '../classify/reply-in-text.js';
import type { Finding } from './finding.js';
import { failedRecipientsOf, readByStructure, readTranscript } from './general-reader.js';
import type { Notice } from './notice.js';

/** Whether a text says more than that it failed: with a code, or with more than a word or two. */
const tells = (diagnostic: string | null): boolean =>
  diagnostic !== null && (findReply(diagnostic) !== null || diagnostic.length > 24);

/** Whether a recipient is the file or the program that its mail goes to. */
const isLocalTarget = (recipient: string): boolean => /^["']?[|/>]/.test(recipient);

/** The address of a recipient: not the file or program behind it where the notice names the address as well. */
function addressed(recipient: Finding, notice: Notice, isOnly: boolean): Finding {
  if (recipient.recipient === null || !isLocalTarget(recipient.recipient)) return recipient;
  const [failed] = isOnly ? failedRecipientsOf(notice) : [];
  return { ...recipient, recipient: recipient.originalRecipient ?? failed ?? recipient.recipient };
}

/** Words by which the text says which command was answered, for which there is no field. */
const COMMAND_TOLD =
  /in\s{1,9}reply\s{1,9}to|in\s{1,9}response\s{1,9}to|refused\s{1,9}to\s{1,9}talk|\bwhile (?:sending|receiving|performing) |>>> |from remote (?:mail )?server after/i;

/**
 * The recipients of a delivery status notification. Where the fields say nothing of the cause, the text for people is
 * asked, which then holds the reply (Sendmail, Exchange, and others that fill in only what RFC 3464 demands); so it is for
 * the command that was answered.
 */
export function readDeliveryStatusNotice(notice: Notice, readForm: (notice: Notice) => readonly Finding[]): readonly Finding[] {
  const reported = notice.deliveryStatus?.recipients ?? [];
  const recipients = reported.map((recipient) => addressed(recipient, notice, reported.length === 1));
  const isWhole = recipients.every(({ diagnostic, recipient }) => tells(diagnostic) && recipient !== null);
  if (isWhole && !COMMAND_TOLD.test(notice.text)) return recipients;
  const told = readForm(notice);
  const read = told.length > 0 ? told : readByStructure(notice);
  const byAddress = new Map<string, Finding>();
  for (const one of read) {
    const address = one.recipient?.toLowerCase() ?? null;
    if (address !== null && !byAddress.has(address)) byAddress.set(address, one);
  }
  const findingFor = (address: string | null) => (address === null ? undefined : byAddress.get(address.toLowerCase()));
  return recipients.map((recipient) => {
    const match =
      findingFor(recipient.recipient) ??
      findingFor(recipient.originalRecipient) ??
      (recipients.length > 1 || read.length > 1 ? undefined : (read[0] ?? readTranscript(notice) ?? undefined));
    if (match === undefined) return recipient;
    const useText = !tells(recipient.diagnostic) && (tells(match.diagnostic) || recipient.diagnostic === null);
    return {
      ...recipient,
      recipient: recipient.recipient ?? match.recipient,
      diagnostic: useText ? (match.diagnostic ?? recipient.diagnostic) : recipient.diagnostic,
      remoteMta: recipient.remoteMta ?? match.remoteMta,
      remoteIp: recipient.remoteIp ?? match.remoteIp,
      command: recipient.command ?? match.command,
    };
  });
}
