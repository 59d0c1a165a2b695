import { type Reply, readReply } from '../classify/reply.js';
import { type FoundReply, findReply } from '../classify/reply-in-text.js';
import type { Envelope, Evidence, Position } from '../model/evidence.js';
import { addressOfField, firstAddress } from './address.js';
import { readDeliveryStatusNotice } from './delivery-status-reader.js';
import { readFeedbackReport } from './feedback-report.js';
import { type Finding, finding, isSameAddress } from './finding.js';
import { type CueText, type Form, isOfForm, isToldByHeader } from './form.js';
import { FORMS } from './forms/registry.js';
import { readByStructure } from './general-reader.js';
import type { HeaderFields } from './header-fields.js';
import { isForwarded, kindOf, type MailKind, namesReporter } from './mail-kind.js';
import { readMailTime } from './mail-time.js';
import { contentOf } from './mime-part.js';
import { type Notice, readNotice } from './notice.js';
import { partnersIn } from './partners.js';
import { comparable, phrasesIn } from './phrases.js';
import { recipientByVerp } from './verp.js';

/** What one mail says. */
export interface MailReading {
  readonly kind: MailKind;
  readonly records: readonly MailRecord[];
}

/** What a mail says of one recipient. */
export interface MailRecord {
  readonly evidence: Evidence;
  /** Whether recipient and reply were found by structure alone, because the form is not known. */
  readonly guessed: boolean;
}

interface KnownForm {
  readonly form: Form;
  /** The header tells it, not the text alone. */
  readonly byHeader: boolean;
}

/** Nothing that a mail says of itself is longer but for damage. */
const LONGEST_FIELD = 4_000;

/** A copy, because a piece of a text keeps the whole of it in memory for as long as the record lives. */
const owned = (text: string | null): string | null =>
  text === null ? null : Buffer.from(text.slice(0, LONGEST_FIELD), 'utf8').toString('utf8');

/** What the cues of all forms ask for in the text of a notice. */
const CUE_TEXTS: readonly string[] = FORMS.flatMap(({ cues }) => cues.flatMap(({ text }) => text ?? []));

/** The form that a notice is written in; null when none is known. */
function formOf(notice: Notice): KnownForm | null {
  const text = comparable(notice.text);
  const texts: CueText = {
    from: notice.from,
    subject: comparable(notice.subject),
    opening: text.trimStart(),
    held: phrasesIn(text, CUE_TEXTS),
  };
  const form = FORMS.find((one) => isOfForm(one, notice, texts));
  return form === undefined ? null : { form, byHeader: isToldByHeader(form, notice, texts) };
}

/**
 * Reads one mail: a bounce in any form, a delivery status notification (RFC 3464), a feedback report (RFC 5965), an
 * automatic reply (RFC 3834, RFC 8098). Any other mail has no records. Never throws on its content.
 * @param bytes the message; what lies beyond the first megabytes need not be there.
 */
export async function readMail(bytes: Buffer, position: Position, message: number): Promise<MailReading> {
  const outer = read(await readNotice(bytes));
  const { notice, kind, mta, findings: told, guessed } = (await readWithin(outer)) ?? outer;
  const findings = withSubscriber(notice, kind === 'bounce' && told.length === 0 ? lastResort(notice) : told);
  const { sender, messageId, ...envelope } = envelopeOf(notice, kind);
  const time = readMailTime(notice.header.get('date')) ?? receivedTime(notice);
  const { reportingHost, queueId } = reporterOf(notice);
  const records = findings.map((one, index): MailRecord => {
    const reply = replyOf(one);
    const partners = one.diagnostic === null ? null : partnersIn(one.diagnostic);
    const evidence: Evidence = {
      sourceType: 'mail',
      mta,
      action: one.action,
      direction: 'outbound',
      time: one.time ?? time,
      position: { ...position, index },
      line: message,
      host: owned(reportingHost),
      instance: null,
      queueId: owned(queueId),
      recipient: owned(one.recipient),
      originalRecipient: owned(one.originalRecipient),
      transport: null,
      remoteMta: owned(
        one.remoteMta ?? (one.action === 'failed' || one.action === 'delayed' ? (partners?.remoteMta ?? null) : null),
      ),
      remoteIp: owned(one.remoteIp ?? partners?.remoteIp ?? null),
      command: one.command ?? partners?.command ?? null,
      replyCode: reply.replyCode,
      enhancedStatus: reply.enhancedStatus,
      loggedStatus: one.status,
      diagnostic: owned(one.diagnostic),
      suspended: false,
      queueSeconds: null,
      envelope: { ...envelope, sender: owned(one.sender ?? sender), messageId: owned(one.messageId ?? messageId) },
      feedbackType: owned(one.feedbackType),
    };
    return { evidence, guessed };
  });
  return { kind, records };
}

interface Read {
  readonly notice: Notice;
  readonly kind: MailKind;
  readonly mta: string;
  readonly findings: readonly Finding[];
  readonly guessed: boolean;
}

function read(notice: Notice): Read {
  const known = formOf(notice);
  const form = known?.form ?? null;
  const kind = kindOf(notice, form, known?.byHeader ?? false);
  return { notice, kind, ...findingsOf(notice, kind, form) };
}

/**
 * The notification inside one that names no recipient itself: filters and list managers wrap up the bounces that they pass
 * on, and people forward them whole. Null where there is none, or where the outer one says whom it is about.
 */
async function readWithin({ notice, kind, findings }: Read): Promise<Read | null> {
  const byPerson = kind === 'other' && isForwarded(notice);
  if ((kind !== 'bounce' && !byPerson) || findings.length > 0) return null;
  const part = notice.leaves.find(({ contentType }) => contentType.type === 'message/rfc822');
  if (part === undefined) return null;
  const inner = read(await readNotice(contentOf(part)));
  if (byPerson && !(inner.kind === 'delivery-status' && namesReporter(inner.notice))) return null;
  return (inner.kind === 'delivery-status' || inner.kind === 'bounce') && inner.findings.length > 0 ? inner : null;
}

function findingsOf(notice: Notice, kind: MailKind, form: Form | null): Pick<Read, 'mta' | 'findings' | 'guessed'> {
  const readForm = (one: Notice) => form?.read?.(one) ?? [];
  switch (kind) {
    case 'feedback':
      return { mta: form?.name ?? 'arf', findings: readFeedbackReport(notice), guessed: false };
    case 'delivery-status':
      return { mta: form?.name ?? 'rfc3464', findings: readDeliveryStatusNotice(notice, readForm), guessed: false };
    case 'disposition':
      return { mta: 'rfc8098', findings: [automatic(notice)], guessed: false };
    case 'auto-reply':
      return { mta: 'rfc3834', findings: [automatic(notice)], guessed: false };
    case 'bounce': {
      const known = readForm(notice);
      if (known.length > 0) return { mta: form!.name, findings: known, guessed: false };
      return { mta: form?.name ?? 'general', findings: readByStructure(notice), guessed: form === null };
    }
    default:
      return { mta: 'general', findings: [], guessed: false };
  }
}

/** An automatic answer comes from the recipient of the message that it answers. */
function automatic({ header, subject }: Notice): Finding {
  const from = firstAddress(header.get('from') ?? '');
  // A program that answers under a name to which nobody can write tells where one can.
  const recipient =
    from !== null && /^(?:no|do-?not)[-_.]?reply@/i.test(from) ? (firstAddress(header.get('reply-to') ?? '') ?? from) : from;
  return finding({ action: 'auto-reply', recipient, diagnostic: subject || null });
}

/** A notice that names no recipient: the one encoded in the address it was sent to, else the one that the message was for. */
function lastResort(notice: Notice): readonly Finding[] {
  const diagnostic = notice.text.slice(0, 1000).replace(/\s+/g, ' ').trim() || null;
  const encoded = recipientByVerp(notice);
  const returned = notice.returned?.get('x-envelope-to') ?? notice.returned?.get('to') ?? null;
  const recipient = encoded ?? (returned === null ? null : firstAddress(returned));
  return [finding({ recipient, diagnostic })];
}

/** The address that a list has written to, where the failed one is another: that to which its mail was forwarded. */
function withSubscriber(notice: Notice, findings: readonly Finding[]): readonly Finding[] {
  const [one] = findings;
  if (findings.length !== 1 || one === undefined || one.originalRecipient !== null) return findings;
  if (one.action === 'feedback' || one.action === 'auto-reply') return findings;
  const encoded = recipientByVerp(notice);
  return encoded === null || isSameAddress(encoded, one.recipient) ? findings : [{ ...one, originalRecipient: encoded }];
}

/** The codes in the diagnostic: of a reply that it is, or that it quotes. */
function replyOf({ action, diagnostic, status }: Finding): Reply {
  // A complaint and an automatic answer tell of no reply, whatever they quote.
  if (diagnostic === null || action === 'feedback' || action === 'auto-reply') return { replyCode: null, enhancedStatus: null };
  const whole = readReply(diagnostic, status);
  if (whole.replyCode !== null) return whole;
  const found: FoundReply | null = findReply(diagnostic, status);
  return found ?? whole;
}

/** What is known of the message that came back. */
function envelopeOf({ header, returned }: Notice, kind: MailKind): Envelope {
  const messageId = returned?.get('message-id') ?? (kind === 'auto-reply' ? header.get('in-reply-to') : null);
  const sender = returned === null ? null : senderOf(returned);
  return {
    sender: sender ?? addressOf(header.get('to')),
    messageId: messageId === null ? null : messageId.trim().replace(/^<([^>]*)>.*$/s, '$1'),
    client: null,
    saslUsername: null,
  };
}

/** Whose message it was: nobody's, where it was a notice itself. */
function senderOf(returned: HeaderFields): string | null {
  const path = returned.get('return-path');
  if (path !== null && /^<\s*>$/.test(path.trim())) return '';
  return addressOf(path) ?? addressOf(returned.get('from'));
}

const addressOf = (value: string | null): string | null => (value === null ? null : firstAddress(addressOfField(value) ?? ''));

/** The newest time that the mail was received at, when it has no date of its own. */
function receivedTime({ header }: Notice): Evidence['time'] {
  const received = header.get('received');
  return received === null ? null : readMailTime(received.slice(received.lastIndexOf(';') + 1));
}

/** Queue ids as the per-message fields of MTAs give them. */
const QUEUE_ID_FIELDS = ['x-postfix-queue-id', 'x-queue-id', 'x-exim-message-id'];

/** The host that wrote the notice, and the queue id it gave the message. */
function reporterOf({ deliveryStatus }: Notice): { readonly reportingHost: string | null; readonly queueId: string | null } {
  const message = deliveryStatus?.message;
  if (message === undefined) return { reportingHost: null, queueId: null };
  const [, host = null] = /^[^;]{0,20};\s*([^\s()]{1,255})/.exec(message.get('reporting-mta') ?? '') ?? [];
  const queueId = QUEUE_ID_FIELDS.map((name) => message.get(name)).find((value) => value !== null) ?? null;
  return { reportingHost: host, queueId };
}
