import { readReply } from '../../classify/reply.js';

/** A client that smtpd, postscreen, a milter or cleanup's content checks refused. Unknown is null. */
export interface Refusal {
  readonly command: string | null;
  /** `host[ip]`, or `[ip]` where the name was not looked up. */
  readonly client: string | null;
  readonly sender: string | null;
  readonly recipient: string | null;
  readonly saslUsername: string | null;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  readonly diagnostic: string;
}

/** The words with which a line says that something was refused; others (`hold:`, `warn:`, `reject_warning:` …) refused nothing. */
const REFUSING = ['reject: ', 'milter-reject: ', 'proxy-reject: ', 'milter-header-reject: ', 'milter-body-reject: '];

/** What smtpd, postscreen and cleanup log of a client's mail without refusing it (smtpd_check.c, cleanup_message.c, cleanup_milter.c). */
const HARMLESS: readonly string[] = [
  'reject_warning: ',
  'hold: ',
  'delay: ',
  'discard: ',
  'redirect: ',
  'bcc: ',
  'info: ',
  'warn: ',
  'warning: ',
  'filter: ',
  'hangup: ',
  'permit: ',
  'prepend: ',
  'replace: ',
  'strip: ',
  'pass: ',
  'quarantine: ',
  'proxy-accept: ',
  'milter-hold: ',
  'milter-discard: ',
  'milter-quarantine: ',
  'milter-add: ',
  'milter-header-',
  'milter-body-',
];

/** Those that tell by themselves, for a reader that looks for them first: no refusal begins like that. */
export const TELLING_HARMLESS = HARMLESS.filter((word) => !REFUSING.some((refusing) => refusing.startsWith(word)));

/** The stage a line names → the SMTP command that was answered. */
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['CONNECT', 'CONNECT'],
  ['connect', 'CONNECT'],
  ['HELO', 'HELO'],
  ['EHLO', 'EHLO'],
  ['STARTTLS', 'STARTTLS'],
  ['AUTH', 'AUTH'],
  ['MAIL', 'MAIL'],
  ['RCPT', 'RCPT'],
  ['VRFY', 'VRFY'],
  ['ETRN', 'ETRN'],
  ['DATA', 'DATA'],
  ['BDAT', 'BDAT'],
  ['END-OF-MESSAGE', 'EOM'],
]);

/** @returns the refusal; `'harmless'` for an action that refused nothing; null when the text is no such action. */
export function readRefusal(text: string): Refusal | 'harmless' | null {
  const what = REFUSING.find((word) => text.startsWith(word));
  if (what === undefined) return HARMLESS.some((word) => text.startsWith(word)) ? 'harmless' : null;
  const rest = text.slice(what.length);
  if (rest.startsWith('header ') || rest.startsWith('body ')) return contentRefusal(rest);
  const from = rest.indexOf(' from ');
  const colon = rest.indexOf(': ');
  if (from < 0 || (colon >= 0 && colon < from)) return colon < 0 ? null : unnamedClient(rest, colon);
  const client = clientAt(rest, from + 6);
  if (client === null) return null;
  return replyAndFields(command(rest.slice(0, from)), client.name, rest.slice(client.end));
}

/** `proxy-reject: END-OF-MESSAGE: REPLY; from=…`: the client is not named before the reply. */
function unnamedClient(rest: string, colon: number): Refusal {
  return replyAndFields(command(rest.slice(0, colon)), null, rest.slice(colon + 2));
}

/** `header TEXT from CLIENT; from=<S> to=<R> proto=P helo=<H>: ANSWER`; TEXT is the sender's, so it is read from the end. */
function contentRefusal(rest: string): Refusal {
  const fieldsAt = rest.lastIndexOf('; from=<');
  const before = fieldsAt < 0 ? rest : rest.slice(0, fieldsAt);
  const from = before.lastIndexOf(' from ');
  const client = from < 0 ? null : clientAt(`${before}: `, from + 6);
  const after = fieldsAt < 0 ? '' : rest.slice(fieldsAt + 2);
  const helo = after.lastIndexOf('>: ');
  const answer = helo < 0 ? '' : after.slice(helo + 3);
  const fields = readFields(helo < 0 ? after : after.slice(0, helo + 1));
  const diagnostic = answer === '' ? (from < 0 ? before : before.slice(0, from)) : answer;
  return {
    command: 'EOM',
    client: client?.name ?? null,
    ...fields,
    ...(answer === '' ? { replyCode: null, enhancedStatus: null } : readReply(answer)),
    diagnostic,
  };
}

function replyAndFields(command: string | null, client: string | null, text: string): Refusal {
  const at = fieldsStart(text);
  const diagnostic = at < 0 ? text : text.slice(0, at);
  const { sender, recipient, saslUsername } = readFields(at < 0 ? '' : text.slice(at + 2));
  const { replyCode, enhancedStatus } = readReply(diagnostic);
  return { command, client, sender, recipient, saslUsername, replyCode, enhancedStatus, diagnostic };
}

/** Where the attributes start. The reply may quote an address of the client's choice first, `<R>: `, which is stepped over. */
function fieldsStart(text: string): number {
  const quote = text.indexOf('<');
  const quoteEnd = quote >= 0 && quote < 16 ? text.indexOf('>: ', quote) : -1;
  for (let at = text.indexOf('; ', Math.max(quoteEnd, 0)); at >= 0; at = text.indexOf('; ', at + 2)) {
    if (text.startsWith('from=<', at + 2) || text.startsWith('to=<', at + 2) || text.startsWith('proto=', at + 2)) return at;
  }
  return -1;
}

const SASL_USERNAME = ' sasl_username=';

/** `from=<S> to=<R> proto=ESMTP helo=<H> sasl_username=U`, parted by spaces (smtpd) or commas (postscreen). */
function readFields(text: string): Pick<Refusal, 'sender' | 'recipient' | 'saslUsername'> {
  const proto = text.startsWith('proto=') ? 0 : earliest(text.indexOf('> proto='), text.indexOf('>, proto='));
  const end = proto < 0 ? text.lastIndexOf('>') : proto;
  const to = text.startsWith('to=<') ? 0 : earliest(text.indexOf('> to=<'), text.indexOf('>, to=<'));
  const hasRecipient = to >= 0 && to < end;
  const recipientAt = to === 0 ? 4 : text.indexOf('to=<', to) + 4;
  // Few clients log in, and a search from the end is slow.
  const sasl = text.includes(SASL_USERNAME) ? text.lastIndexOf(SASL_USERNAME) : -1;
  return {
    sender: text.startsWith('from=<') ? text.slice(6, hasRecipient ? to : end) : null,
    recipient: hasRecipient ? text.slice(recipientAt, end) : null,
    saslUsername: sasl < 0 ? null : upTo(text.slice(sasl + SASL_USERNAME.length), /,? sasl_sender=/),
  };
}

const earliest = (a: number, b: number) => (a < 0 ? b : b < 0 ? a : Math.min(a, b));

const upTo = (text: string, mark: RegExp): string => {
  const at = text.search(mark);
  return at < 0 ? text : text.slice(0, at);
};

const command = (stage: string): string | null => COMMANDS.get(stage) ?? null;

/** `host[ip]: ` or `[ip]:port: `. */
function clientAt(text: string, at: number): { readonly name: string; readonly end: number } | null {
  const close = text.indexOf(']', at);
  if (close < 0) return null;
  const end = text.indexOf(': ', close);
  return end < 0 ? null : { name: text.slice(at, close + 1), end: end + 2 };
}
