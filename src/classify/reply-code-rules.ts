import type { Reason } from '../model/verdict.js';

/** What a reply code means when nothing finer is known, by the command it answers where that matters. */
interface ReplyCodeRule {
  readonly code: number;
  /** The command that must have been answered; absent when the code means the same everywhere. */
  readonly command?: string;
  readonly reason: Reason;
  readonly source: string;
}

export const REPLY_CODE_RULES: readonly ReplyCodeRule[] = [
  {
    code: 421,
    command: 'CONNECT',
    reason: 'too-many-connections',
    source: 'RFC 5321 §3.8: a host closes the channel when it is busy',
  },
  { code: 421, reason: 'system-error', source: 'RFC 5321 §4.2.3' },
  { code: 432, reason: 'submission-auth', source: 'RFC 4954 §6' },
  { code: 450, command: 'MAIL', reason: 'policy', source: 'RFC 5321 §4.2.3: mailbox unavailable, or a policy' },
  { code: 450, reason: 'undetermined', source: 'RFC 5321 §4.2.3: mailbox busy, or blocked for policy reasons' },
  { code: 451, reason: 'system-error', source: 'RFC 5321 §4.2.3' },
  { code: 452, command: 'RCPT', reason: 'too-many-recipients', source: 'RFC 5321 §4.5.3.1.10' },
  { code: 452, reason: 'system-full', source: 'RFC 5321 §4.2.3' },
  { code: 454, command: 'STARTTLS', reason: 'tls-failure', source: 'RFC 3207 §4' },
  { code: 454, command: 'AUTH', reason: 'submission-auth', source: 'RFC 4954 §6' },
  { code: 454, reason: 'system-error', source: 'RFC 3207 §4; RFC 4954 §6' },
  { code: 455, reason: 'protocol-error', source: 'RFC 5321 §4.1.1.11' },
  { code: 500, reason: 'protocol-error', source: 'RFC 5321 §4.2.2' },
  { code: 501, command: 'RCPT', reason: 'invalid-address', source: 'RFC 5321 §4.2.2: the argument of RCPT is the address' },
  { code: 501, command: 'MAIL', reason: 'invalid-sender', source: 'RFC 5321 §4.2.2: the argument of MAIL is the reverse-path' },
  { code: 501, reason: 'protocol-error', source: 'RFC 5321 §4.2.2' },
  { code: 502, reason: 'protocol-error', source: 'RFC 5321 §4.2.2' },
  { code: 503, reason: 'protocol-error', source: 'RFC 5321 §4.2.2' },
  { code: 504, reason: 'protocol-error', source: 'RFC 5321 §4.2.2' },
  { code: 521, reason: 'domain-no-mail', source: 'RFC 7504 §3' },
  { code: 523, reason: 'submission-auth', source: 'RFC 5248 §2.4' },
  { code: 524, reason: 'submission-auth', source: 'RFC 5248 §2.4' },
  { code: 525, reason: 'submission-auth', source: 'RFC 5248 §2.4' },
  { code: 530, reason: 'submission-auth', source: 'RFC 4954 §6; RFC 3207 §4' },
  { code: 534, reason: 'submission-auth', source: 'RFC 4954 §6' },
  { code: 535, reason: 'submission-auth', source: 'RFC 4954 §6' },
  { code: 538, reason: 'submission-auth', source: 'RFC 4954 §6' },
  {
    code: 550,
    command: 'RCPT',
    reason: 'user-unknown',
    source: 'RFC 5321 §4.2.3: mailbox not found, or refused for policy reasons',
  },
  { code: 550, command: 'MAIL', reason: 'invalid-sender', source: 'RFC 5321 §4.2.3: the mailbox of MAIL is the sender' },
  { code: 550, command: 'CONNECT', reason: 'policy', source: 'RFC 5321 §4.2.3: policy; no address was named yet' },
  { code: 550, command: 'EHLO', reason: 'policy', source: 'RFC 5321 §4.2.3: policy; no address was named yet' },
  { code: 550, command: 'HELO', reason: 'policy', source: 'RFC 5321 §4.2.3: policy; no address was named yet' },
  { code: 550, command: 'EOM', reason: 'policy', source: 'RFC 5321 §4.2.3: policy; the recipient was accepted before' },
  { code: 550, command: 'DATA', reason: 'policy', source: 'RFC 5321 §4.2.3: policy; the recipient was accepted before' },
  { code: 550, reason: 'undetermined', source: 'RFC 5321 §4.2.3: mailbox not found, or refused for policy reasons' },
  { code: 551, reason: 'mailbox-moved', source: 'RFC 5321 §3.4' },
  { code: 552, command: 'RCPT', reason: 'mailbox-full', source: 'RFC 5321 §4.2.3: exceeded storage allocation' },
  { code: 552, command: 'MAIL', reason: 'message-too-big', source: 'RFC 1870 §6: refused for its declared size' },
  { code: 552, command: 'EOM', reason: 'message-too-big', source: 'RFC 1870 §6.3' },
  { code: 552, reason: 'mailbox-full', source: 'RFC 5321 §4.2.3' },
  { code: 553, command: 'RCPT', reason: 'invalid-address', source: 'RFC 5321 §4.2.3: mailbox name not allowed' },
  { code: 553, command: 'MAIL', reason: 'invalid-sender', source: 'RFC 5321 §4.2.3: mailbox name not allowed' },
  { code: 553, reason: 'invalid-address', source: 'RFC 5321 §4.2.3' },
  { code: 554, command: 'CONNECT', reason: 'ip-blocklisted', source: 'RFC 5321 §3.1: no service for this client' },
  { code: 554, command: 'EOM', reason: 'policy', source: 'RFC 5321 §4.2.3: the transaction failed after the content was seen' },
  { code: 554, reason: 'policy', source: 'RFC 5321 §4.2.3' },
  { code: 555, reason: 'protocol-error', source: 'RFC 5321 §4.1.1.11' },
  { code: 556, reason: 'domain-no-mail', source: 'RFC 7504 §4; RFC 7505' },
];
