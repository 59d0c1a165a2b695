import { nameEnd } from './header-fields.js';

/** How mails lie in a file: one message, or many one after another behind `From ` lines (RFC 4155). */
export type MailShape = 'message' | 'mbox';

/** Fields that a mail begins with and logs do not. */
const FIRST_FIELDS: ReadonlySet<string> = new Set([
  'return-path',
  'received',
  'delivered-to',
  'x-original-to',
  'envelope-to',
  'from',
  'to',
  'subject',
  'date',
  'message-id',
  'mime-version',
  'content-type',
  'content-transfer-encoding',
  'auto-submitted',
  'authentication-results',
  'arc-seal',
  'arc-message-signature',
  'arc-authentication-results',
  'dkim-signature',
  'domainkey-signature',
  'received-spf',
  'sender',
  'reply-to',
  'references',
  'in-reply-to',
  'x-failed-recipients',
  'precedence',
  'x-mailer',
  'status',
  'x-uid',
  'thread-topic',
  'thread-index',
  'importance',
  'x-priority',
]);

/** Header lines that are looked at. */
const MOST_LINES = 60;

/**
 * The date in a separator line: that of asctime (RFC 4155), also with a zone in it, that of a Date field (RFC 5322), or
 * that of ISO 8601. Sentences that start with `From` may name years and hours, but not so.
 */
const SEPARATOR_DATE =
  /[ \t](?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?[ \t]{1,3}(?:[a-z]{3}[ \t]{1,3}\d{1,2}|\d{1,2}[ \t-][a-z]{3}[ \t-]\d{2,4})[ \t,]{1,3}|\d{4}-\d\d-\d\d[T ])\d{1,2}:\d\d/i;

/** Whether a line separates the messages of an mbox: `From bob@example.com Sun Sep  7 21:40:07 2008`. */
export const isFromLine = (line: string): boolean => line.startsWith('From ') && SEPARATOR_DATE.test(line.slice(4, 400));

/** What the first bytes of an input say of it; null when they are no mail. */
export function mailShapeOf(head: Uint8Array): MailShape | null {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16 * 1024)).toString('latin1');
  const lines = text
    .replace(/^\uFEFF|^ï»¿/, '')
    .replace(/^[\r\n]+/, '')
    .split(/\r\n|\n|\r/, MOST_LINES);
  const [first = ''] = lines;
  const isMbox = isFromLine(first) || (first.startsWith('From ') && fieldOf(lines[1] ?? '') !== '');
  let known = 0;
  for (const line of isMbox ? lines.slice(1) : lines) {
    if (line === '') break;
    if (line.startsWith(' ') || line.startsWith('\t') || line.startsWith('>From ')) continue;
    const name = fieldOf(line);
    // One damaged line does not make a mail something else; a text that is none has more of them.
    if (name === '' && known < 3) break;
    if (FIRST_FIELDS.has(name)) known++;
  }
  if (isMbox && known >= 1) return 'mbox';
  return !isMbox && known >= 2 ? 'message' : null;
}

function fieldOf(line: string): string {
  const colon = nameEnd(line, 0, Math.min(line.length, 80));
  return colon < 0 ? '' : line.slice(0, colon).trimEnd().toLowerCase();
}

/** Whether more bytes may still show that an input is mail: it begins like one and has too few lines to tell. */
export function mayBecomeMail(head: Uint8Array): boolean {
  const text = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 4096)).toString('latin1');
  const lines = text.split(/\r\n|\n|\r/, 8);
  return lines.length < 8 && (text.startsWith('From ') || fieldOf(lines[0] ?? '') !== '');
}
