import type { Origin } from '../../model/record-sink.js';
import { literal, startsWith, text } from '../bytes.js';
import { isLoopbackAt } from './delivery.js';

const COMMA = 44;
const LESS = 60;
const GREATER = 62;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const ORIGINAL_ID = literal('orig_queue_id=');

/** Origins of which nothing more is known or asked for. */
export const REMOTE_CLIENT: Origin = {
  client: null,
  local: false,
  internal: false,
  saslUsername: null,
  messageId: null,
  continues: null,
  replaces: false,
};
const LOCAL_CLIENT: Origin = { ...REMOTE_CLIENT, local: true };

/**
 * Reads what smtpd logs behind `client=`:
 * `H[ip][, sasl_method=M][, sasl_username=U][, sasl_sender=S][, orig_queue_id=ID][, orig_client=H[ip]]`.
 * @param envelopes whether client and login are wanted, or only what ties the id to others.
 */
export function clientOrigin(buf: Buffer, at: number, end: number, envelopes: boolean): Origin {
  let open = at;
  while (open < end && buf[open] !== OPEN_BRACKET) open++;
  const plain = isLoopbackAt(buf, open + 1, end) ? LOCAL_CLIENT : REMOTE_CLIENT;
  let close = open;
  while (close < end && buf[close] !== CLOSE_BRACKET) close++;
  if (close >= end - 1) return envelopes ? { ...plain, client: text(buf, at, end) } : plain;
  if (!envelopes && !holds(buf, close + 1, end, ORIGINAL_ID)) return plain;
  const attributes = text(buf, close + 1, end);
  return {
    ...plain,
    client: text(buf, at, close + 1),
    saslUsername: attribute(attributes, ', sasl_username='),
    continues: attribute(attributes, ', orig_queue_id='),
  };
}

/** Reads what pickup logs: `uid=N from=<S>[ orig_id=ID]`; a requeue names the id whose place it takes. */
export function submissionOrigin(buf: Buffer, at: number, end: number): Origin {
  const attributes = text(buf, at, end);
  const from = attributes.lastIndexOf('>');
  const continues = attribute(from < 0 ? attributes : attributes.slice(from + 1), ' orig_id=');
  return { ...REMOTE_CLIENT, continues, replaces: continues !== null };
}

/** `<id@host>` without its brackets; null where it is empty. Other forms, which clients invent, stay as they are. */
export function messageId(buf: Buffer, start: number, end: number): string | null {
  const bracketed = buf[start] === LESS && buf[end - 1] === GREATER;
  const id = bracketed ? text(buf, start + 1, end - 1) : text(buf, start, end);
  return id === '' ? null : id;
}

/** Whether the attributes from `start` have one that begins with `name`. */
function holds(buf: Buffer, start: number, end: number, name: Uint8Array): boolean {
  for (let p = start; p < end; p++) if (buf[p] === COMMA && startsWith(buf, p + 2, end, name)) return true;
  return false;
}

/** The value behind a marker, up to the next comma or the end; null when the marker is absent. */
function attribute(attributes: string, marker: string): string | null {
  const at = attributes.indexOf(marker);
  if (at < 0) return null;
  const start = at + marker.length;
  const comma = attributes.indexOf(', ', start);
  return attributes.slice(start, comma < 0 ? undefined : comma);
}

/** The origin of a message that a program of Postfix wrote: no client is logged, only the message-id. */
export const INTERNAL: Origin = {
  client: null,
  local: true,
  internal: true,
  saslUsername: null,
  messageId: null,
  continues: null,
  replaces: false,
};
