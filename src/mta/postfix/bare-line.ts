import { literal, startsWith } from '../bytes.js';
import type { Role } from './programs.js';
import { leadingQueueIdEnd } from './queue-id.js';

const NOQUEUE = literal('NOQUEUE: ');

/** What only Postfix says of a queue id, and the program that says it. */
const FORMS: readonly { readonly start: Uint8Array; readonly role: Role }[] = [
  { start: literal('to=<'), role: 'agent' },
  { start: literal('from=<'), role: 'queue-manager' },
  { start: literal('removed'), role: 'queue-manager' },
  { start: literal('message-id='), role: 'cleanup' },
  { start: literal('milter-reject: END-OF-MESSAGE'), role: 'cleanup' },
  { start: literal('reject: '), role: 'smtpd' },
  { start: literal('client='), role: 'smtpd' },
  { start: literal('uid='), role: 'pickup' },
  { start: literal('sender non-delivery notification: '), role: 'bounce' },
  { start: literal('sender delay notification: '), role: 'bounce' },
  { start: literal('postmaster non-delivery notification: '), role: 'bounce' },
];

/** Which program of Postfix wrote a line that has no prefix (journalctl -o cat); null when none did. */
export function bareRole(buf: Buffer, start: number, end: number): Role | null {
  if (startsWith(buf, start, end, NOQUEUE)) return 'smtpd';
  const idEnd = leadingQueueIdEnd(buf, start, end);
  if (idEnd < 0) return null;
  return FORMS.find((form) => startsWith(buf, idEnd + 2, end, form.start))?.role ?? null;
}
