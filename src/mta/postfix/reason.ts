import { readReply } from '../../classify/reply.js';
import { HOST_FAILED } from '../../model/host-failed.js';

/** What the REASON of a failed delivery record tells. Unknown is null. */
export interface Reason {
  readonly remoteMta: string | null;
  readonly remoteIp: string | null;
  readonly command: string | null;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  readonly diagnostic: string;
  /** "delivery temporarily suspended": no attempt was made. */
  readonly suspended: boolean;
}

const CLOSE_PAREN = 41;

const SUSPENDED = 'delivery temporarily suspended: ';

/** The forms in which the smtp client quotes a server (src/smtp, Postfix 3.12), and the command that was answered. */
const QUOTES: readonly { readonly start: string; readonly said: string; readonly command: string | null }[] = [
  { start: 'host ', said: ' said: ', command: null },
  { start: 'host ', said: ' refused to talk to me: ', command: 'CONNECT' },
  { start: 'Protocol error: host ', said: ' said: ', command: null },
  { start: 'TLS is required, but host ', said: ' refused to start TLS: ', command: 'STARTTLS' },
  { start: 'Sender requested REQUIRETLS, but host ', said: ' refused to start TLS: ', command: 'STARTTLS' },
  { start: 'SASL authentication failed; server ', said: ' said: ', command: 'AUTH' },
  { start: 'SASL [CACHED] authentication failed; server ', said: ' said: ', command: 'AUTH' },
];

/** The stage that the smtp client names behind a reply, `(in reply to STAGE)`, and while it lost a connection. */
const STAGES: ReadonlyMap<string, string> = new Map([
  ['MAIL FROM command', 'MAIL'],
  ['RCPT TO command', 'RCPT'],
  ['DATA command', 'DATA'],
  ['end of DATA command', 'EOM'],
  ['BDAT command', 'BDAT'],
  ['XFORWARD name/address command', 'XFORWARD'],
  ['XFORWARD helo/protocol command', 'XFORWARD'],
  ['final RSET command', 'RSET'],
  ['RSET probe', 'RSET'],
  ['QUIT command', 'QUIT'],
  ['receiving the initial server greeting', 'CONNECT'],
  ['performing the EHLO handshake', 'EHLO'],
  ['performing the HELO handshake', 'HELO'],
  ['performing the LHLO handshake', 'LHLO'],
  ['performing the initial protocol handshake', 'EHLO'],
  ['sending MAIL FROM', 'MAIL'],
  ['sending RCPT TO', 'RCPT'],
  ['sending DATA command', 'DATA'],
  ['sending message body', 'DATA'],
  ['sending end of data -- message may be sent more than once', 'EOM'],
  ['sending end of data', 'EOM'],
]);

const stage = (name: string): string | null => STAGES.get(name) ?? null;

const IN_REPLY_TO = ' (in reply to ';

/** Reads the text in the parentheses of a delivery record that did not succeed, beside its `dsn=`. Time is linear in the text. */
export function readReason(logged: string, loggedStatus: string | null): Reason {
  const suspended = logged.startsWith(SUSPENDED);
  const text = suspended ? logged.slice(SUSPENDED.length) : logged;
  return quotedReply(text, suspended, loggedStatus) ?? networkFailure(text, suspended) ?? ownWords(text, suspended);
}

/** `host H[ip] said: REPLY (in reply to STAGE)` and its kin. */
function quotedReply(text: string, suspended: boolean, loggedStatus: string | null): Reason | null {
  for (const { start, said, command } of QUOTES) {
    if (!text.startsWith(start)) continue;
    const host = hostAt(text, start.length);
    if (host === null || !text.startsWith(said, host.end)) continue;
    let reply = text.slice(host.end + said.length);
    let answered = command;
    const inReply = reply.charCodeAt(reply.length - 1) === CLOSE_PAREN ? reply.lastIndexOf(IN_REPLY_TO) : -1;
    if (inReply >= 0) {
      answered = stage(reply.slice(inReply + IN_REPLY_TO.length, -1)) ?? answered;
      reply = reply.slice(0, inReply);
    }
    const { replyCode, enhancedStatus } = readReply(reply, loggedStatus);
    return {
      remoteMta: host.name,
      remoteIp: host.ip,
      command: answered,
      replyCode,
      enhancedStatus,
      diagnostic: reply,
      suspended,
    };
  }
  return null;
}

/** `lost connection with H[ip] while DOING`, `conversation with H[ip] timed out while DOING`, `connect to H[ip]:25: ERROR`. */
function networkFailure(text: string, suspended: boolean): Reason | null {
  const start = HOST_FAILED.find((s) => text.startsWith(s));
  if (start === undefined) return null;
  const host = hostAt(text, start.length);
  if (host === null) return null;
  const doing = text.indexOf(' while ', host.end);
  return {
    remoteMta: host.name,
    remoteIp: host.ip,
    command: doing < 0 ? null : stage(text.slice(doing + 7)),
    replyCode: null,
    enhancedStatus: null,
    diagnostic: text,
    suspended,
  };
}

/** What Postfix itself says; no server spoke, so there is no code. */
function ownWords(text: string, suspended: boolean): Reason {
  return { remoteMta: null, remoteIp: null, command: null, replyCode: null, enhancedStatus: null, diagnostic: text, suspended };
}

interface Host {
  readonly name: string;
  readonly ip: string | null;
  readonly end: number;
}

/** `name[ip]` at a position; the brackets may hold the path of a UNIX socket. */
function hostAt(text: string, at: number): Host | null {
  const open = text.indexOf('[', at);
  const space = text.indexOf(' ', at);
  if (open < 0 || (space >= 0 && space < open)) return null;
  const close = text.indexOf(']', open);
  if (close < 0) return null;
  return { name: text.slice(at, open), ip: ipIn(text.slice(open + 1, close)), end: close + 1 };
}

/** An address literal as it stands in brackets, without its `IPv6:`; null for the path of a socket and for `unknown`. */
function ipIn(bracketed: string): string | null {
  if (bracketed.includes('/') || bracketed === 'unknown') return null;
  return bracketed.startsWith('IPv6:') ? bracketed.slice(5) : bracketed;
}

/** Who answered, or was to answer. Unknown is null. */
export type Speaker = Pick<Reason, 'remoteMta' | 'remoteIp'>;

/** Splits `relay=`: `host[ip]:port`, `host[ip]`, `none`, or the name of a local service. */
export function readRelay(relay: string): Speaker {
  const host = hostAt(relay, 0);
  return host === null ? { remoteMta: null, remoteIp: null } : { remoteMta: host.name, remoteIp: host.ip };
}
