import type { Finding } from './finding.js';
import { qmailPartnerIn } from './qmail-remote.js';

/** `host mx.example.com [192.0.2.1]`, `from mx.example.com`, `mx.example.com[192.0.2.1] said`, as MTAs write who answered. */
const HOST =
  /(?:\bhost:?|\bserver|talking to|connect(?:ed|ion)? (?:to|with)|conversation with|\bby|\bfrom|\bat|^)\s{0,3}<?([a-z0-9_](?:[a-z0-9_-]{0,62}\.){1,9}[a-z]{2,24})\.?>?\s{0,3}(?:[[(]((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f:]{3,45})[\])])?/i;

/** Words before the command that a reply answered, or that was being sent when the connection broke. */
const COMMAND =
  /(?:in reply to(?: the)?|after|following|in response to|our|did not like our(?: final)?|error from remote (?:mail )?server after|SMTP:|while (?:sending|receiving|performing)(?: the)?)\s{0,3}(?:(?:end of|the|pipelined|initial|sending)\s{1,3}){0,3}(RCPT|MAIL|DATA|EHLO|HELO|LHLO|STARTTLS|AUTH|BDAT|connection|server greeting|end of (?:data|message)|message body)/i;

/** Postfix puts the command behind the reply, which may hold the same words: only the last ones are its own. */
const BEHIND_REPLY = '(in reply to ';

const CONTENT = /end of (?:data|message)|final data|message body/i;

/** How much of a text is looked at. */
const LOOKED_AT = 600;

/** The host that answered and the command it answered, where the text around the reply names them. */
export function partnersIn(text: string): Pick<Finding, 'remoteMta' | 'remoteIp' | 'command'> {
  const head = text.slice(0, LOOKED_AT);
  const partner = qmailPartnerIn(head);
  if (partner !== null) return { remoteMta: null, ...partner };
  const [, remoteMta = null, remoteIp = null] = HOST.exec(head) ?? [];
  return { remoteMta: remoteMta?.toLowerCase() ?? null, remoteIp, command: commandIn(text, head) };
}

function commandIn(text: string, head: string): string | null {
  const behind = text.lastIndexOf(BEHIND_REPLY);
  const words = behind < 0 ? head : text.slice(behind, behind + LOOKED_AT);
  const [phrase = '', verb = null] = COMMAND.exec(words) ?? [];
  if (verb === null) return /refused to talk to me/i.test(head) ? 'CONNECT' : null;
  if (/^(?:connection|server greeting)/i.test(verb)) return 'CONNECT';
  return CONTENT.test(phrase) ? 'EOM' : verb.toUpperCase();
}
