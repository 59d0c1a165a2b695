import { addressesIn } from './address.js';
import type { Notice } from './notice.js';

/** Fields that tell to which address the notice was sent: that of the returned message's reverse-path. */
const FIELDS = ['x-original-to', 'delivered-to', 'envelope-to', 'x-envelope-to', 'to'];

/** `list-bounces+bob=example.com@lists.example.org`: what stands before the `=`, and the domain of the recipient (VERP). */
const VERP = /^([^=@\s]{1,200})=((?:[a-z0-9_-]{1,63}\.){1,8}[a-z]{2,24})(?:[+-][^@]{0,64})?@/i;

/** Numbers of a customer and a message before the recipient: `bounces+1234567-0a1b-bob=…` (SendGrid). */
const NUMBERS = /^\d{3,12}-(?:[0-9a-f]{4}-)?/i;
/** `list-return-42-bob` (ezmlm), `list-bounces-bob`: what stands behind the words and the number of the message. */
const BEHIND_WORD = /(?:^|-)(?:returns?|bounces?|errors?)-((?:\d{1,12}-)*)(.+)$/i;

/** The local part in what stands before the `=`: behind the first `+` (Mailman), else behind hyphens, which it may hold itself. */
function localPartIn(front: string): string {
  const plus = front.indexOf('+');
  if (plus >= 0) return front.slice(plus + 1).replace(NUMBERS, '');
  const [, number = '', rest = ''] = BEHIND_WORD.exec(front) ?? [];
  if (rest !== '' && (number !== '' || !/\d/.test(rest))) return rest;
  const hyphen = front.lastIndexOf('-');
  return hyphen < 0 ? '' : front.slice(hyphen + 1);
}

function encodedIn(address: string): string | null {
  const [, front = '', domain = ''] = VERP.exec(address) ?? [];
  const local = localPartIn(front);
  return local === '' || local.length > 64 ? null : `${local}@${domain}`;
}

/** The recipient encoded in a reverse-path (VERP), in the way of `Return-Path`; null when there is none. */
export function recipientInPath(path: string): string | null {
  const [found] = addressesIn(path);
  return found === undefined ? null : encodedIn(found.address);
}

/**
 * The recipient encoded in the address that a notice was sent to (VERP), as mailing lists and bulk senders use it to know
 * who bounced without reading anything else; null when there is none.
 */
export function recipientByVerp({ header }: Notice): string | null {
  for (const name of FIELDS) {
    for (const { address } of header.all(name).flatMap((value) => addressesIn(value))) {
      const recipient = encodedIn(address);
      if (recipient !== null) return recipient;
    }
  }
  return null;
}
