import { lastAt } from '../model/last-at.js';
import { hash53 } from './distinct.js';

/** The recipient of an event, and its domain, as rows count how many there are: hashed once for all rows that the event falls into. */
export class RecipientHashes {
  #recipient: string | null = null;
  recipient = 0;
  /** Null where the address has none. */
  domain: number | null = null;

  of(recipient: string): this {
    // A record may be counted in several columns.
    if (recipient !== this.#recipient) this.#hash(recipient);
    return this;
  }

  /** The case of a domain tells nothing. */
  #hash(recipient: string): void {
    this.#recipient = recipient;
    const at = lastAt(recipient) + 1;
    const hasDomain = at > 0 && at < recipient.length;
    if (hasDomain && !isFolded(recipient, at)) {
      const domain = recipient.slice(at).toLowerCase();
      this.recipient = hash53(recipient.slice(0, at) + domain);
      this.domain = hash53(domain);
      return;
    }
    this.recipient = hash53(recipient);
    this.domain = hasDomain ? hash53(recipient, at) : null;
  }
}

/** Whether a domain is written in lower case, as nearly all are; one in other letters than those of ASCII may not be. */
function isFolded(address: string, from: number): boolean {
  for (let i = from; i < address.length; i++) {
    const c = address.charCodeAt(i);
    if ((c >= 65 && c <= 90) || c > 127) return false;
  }
  return true;
}
