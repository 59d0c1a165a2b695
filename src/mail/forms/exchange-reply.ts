import { type Finding, finding } from '../finding.js';
import { oneLine } from '../general-reader.js';

/** `<mx.example.com #5.1.1 smtp;550 5.1.1 …>`: a host, the enhanced code, and the reply where a server gave one. */
const BRACKETED = /<\s{0,3}([\w.-]{0,255})\s{0,3}#([245]\.\d{1,3}\.\d{1,3})(?:\s{0,3}smtp;\s{0,3})?/i;
/** `mx.example.com #550 5.1.1 … ##`. */
const HASHED = /(?:(?<![\w.-])([\w-]{1,63}(?:\.[\w-]{1,63}){1,9})\s{1,3})?#(?=[245]\d\d[ -])/;
/** `… returned '550 5.1.1 …'`, in whatever language. */
const QUOTED = /['‘’«„“"](?=<|[245]\d\d[ -])/;
/** The end of such a quotation: that of the text, or the time of the attempt before. */
const QUOTE_END = /['‘’»”“"][.\s]{0,3}(?=$|\d{1,4}[/.-]\d{1,2}[/.-])/;
/** `Server at mx.example.com (192.0.2.1) returned '…'`. */
const SERVER = /(?<![\w.-])([\w-]{1,63}(?:\.[\w-]{1,63}){1,9}) ?\(((?:\d{1,3}\.){3}\d{1,3}|[0-9a-f]{0,4}:[0-9a-f:]{2,40})\)/i;

/** What Exchange says of one recipient: the reply, its code, and who gave it. */
export type ExchangeReply = Pick<Finding, 'diagnostic' | 'status' | 'remoteMta' | 'remoteIp'>;

/** Cuts the reply out of the ways in which versions of Exchange quote it. Text without one is the diagnostic as it is. */
export function exchangeReply(said: string): ExchangeReply {
  const text = said.slice(0, 4_000);
  const server = SERVER.exec(text);
  const quote = QUOTED.exec(text);
  if (quote !== null) {
    const rest = text.slice(quote.index + 1);
    const end = QUOTE_END.exec(rest);
    const inside = end === null ? rest : rest.slice(0, end.index);
    const before = server !== null && server.index < quote.index ? server : null;
    // `554 5.1.0 < #5.1.10 smtp;550 …>` is a reply that quotes another one.
    const reply = inside.startsWith('<') ? bracketed(inside) : null;
    return withHost(reply ?? plain(inside), before?.[1] ?? null, before?.[2] ?? null);
  }
  const within = bracketed(text);
  if (within !== null) return within;
  const hashed = HASHED.exec(text);
  if (hashed !== null) return withHost(plain(text.slice(hashed.index + hashed[0].length)), hashed[1] ?? null, null);
  return plain(text);
}

const withHost = (reply: ExchangeReply, host: string | null, ip: string | null): ExchangeReply => ({
  ...reply,
  remoteMta: reply.remoteMta ?? host,
  remoteIp: reply.remoteIp ?? ip,
});

/** What `<host #code smtp;reply>` holds. Without a reply, the sentence in front of it is the diagnostic. */
function bracketed(text: string): ExchangeReply | null {
  const found = BRACKETED.exec(text);
  if (found === null) return null;
  const [, host = '', status = null] = found;
  const behind = text.slice(found.index + found[0].length);
  const close = behind.lastIndexOf('>');
  const reply = oneLine(close < 0 ? behind : behind.slice(0, close));
  const before = oneLine(text.slice(0, found.index).replace(/#\s{0,3}$/, ''));
  return {
    diagnostic: reply || before || (status === null ? null : `#${status}`),
    status,
    // Without a reply it is the server that wrote the notice.
    remoteMta: reply !== '' && host.includes('.') ? host.toLowerCase() : null,
    remoteIp: null,
  };
}

const plain = (text: string): ExchangeReply => ({
  diagnostic:
    oneLine(text)
      .replace(/(?:\s{0,3}##|\s{0,3}#SMTP#)\s{0,3}$/, '')
      .trim() || null,
  status: null,
  remoteMta: null,
  remoteIp: null,
});

/** A finding with what Exchange says of a recipient. */
export const exchangeFinding = (known: Partial<Finding>, said: string): Finding => finding({ ...known, ...exchangeReply(said) });
