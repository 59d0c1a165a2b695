import { createHmac } from 'node:crypto';
import type { BounceEvent } from '../model/event.js';
import type { Envelope, Evidence } from '../model/evidence.js';
import type { Story, TracedLine, TracedMessage } from '../model/story.js';

export const REDACTIONS = ['none', 'local-part', 'hash'] as const;

/** What stands in place of a local part. */
const REDACTED = 'redacted';
/** Hexadecimal digits of a hash: of a hundred million addresses two share one with a probability of one in four thousand. */
const HASH_LENGTH = 16;
/** A local part that is shorter, or looks like a reply code, is no name that a text gives away. */
const SHORTEST_NAME = 3;
const REPLY_CODE = /^\d{3}$/;

/** An at sign, also as addresses of pages and quoted-printable write it. */
const AT = /@|＠|%40|=40/gi;
/** What stands in no local part without quotes, as far as the texts of servers go. */
const BEFORE_LOCAL = /[\s<>()[\],;:"\\]/;
const IN_DOMAIN = /[\p{L}\p{N}._-]/u;
const IN_WORD = /[\p{L}\p{N}]/u;

/** Makes addresses unreadable: all domains stay, as a report is about them. */
export class Redactor {
  readonly #key: string | null;

  /** @param key of the hash; null puts the same word in place of every local part. */
  constructor(key: string | null) {
    this.#key = key;
  }

  /** One address, or a name without a domain, such as that of a local user or a login; an empty reverse-path stays. */
  address(address: string): string {
    if (address === '') return '';
    const at = address.lastIndexOf('@');
    return at < 0 ? this.#name(address) : `${this.#name(address)}${address.slice(at)}`;
  }

  /** What stands in place of the local part of an address. */
  #name(address: string): string {
    if (this.#key === null) return REDACTED;
    const at = address.lastIndexOf('@');
    const same = at < 0 ? address : address.slice(0, at) + address.slice(at).toLowerCase();
    return createHmac('sha256', this.#key).update(same).digest('hex').slice(0, HASH_LENGTH);
  }

  /**
   * A text in which addresses may stand.
   * @param known addresses whose local parts are looked for by themselves too, as in `mailbox of bob is full`.
   */
  text(text: string, known: readonly (string | null)[] = []): string {
    let redacted = this.#addressesIn(text);
    for (const address of known) if (address !== null && address !== '') redacted = this.#nameIn(redacted, address);
    return redacted;
  }

  #addressesIn(text: string): string {
    let out = '';
    let from = 0;
    for (const { 0: sign, index } of text.matchAll(AT)) {
      // What stands in the domain of the address before is none of the next.
      if (index < from) continue;
      const start = startOfLocal(text, from, index);
      if (start === index) continue;
      const end = endOfDomain(text, index + sign.length);
      const domain = text.slice(index + sign.length, end);
      out += text.slice(from, start) + this.#name(`${text.slice(start, index)}@${domain}`) + text.slice(index, end);
      from = end;
    }
    return out + text.slice(from);
  }

  /** Puts something else in place of the local part of an address where it stands as a word. */
  #nameIn(text: string, address: string): string {
    const at = address.lastIndexOf('@');
    const local = (at < 0 ? address : address.slice(0, at)).toLowerCase();
    if (local.length < SHORTEST_NAME || REPLY_CODE.test(local)) return text;
    const lower = text.toLowerCase();
    // Lower case of another length would lead astray; it is as good to compare as written.
    const searched = lower.length === text.length ? lower : text;
    let out = '';
    let from = 0;
    for (let found = searched.indexOf(local); found >= 0; found = searched.indexOf(local, from)) {
      const end = found + local.length;
      out += text.slice(from, found) + (isName(text, found, end) ? this.#name(address) : text.slice(found, end));
      from = end;
    }
    return out + text.slice(from);
  }

  /** A record, and all that its message tells. */
  event({ evidence, verdict }: BounceEvent): BounceEvent {
    const { recipient, originalRecipient, diagnostic } = evidence;
    const known = knownOf(evidence);
    const redacted: Evidence = {
      ...evidence,
      recipient: this.#orNull(recipient),
      originalRecipient: this.#orNull(originalRecipient),
      diagnostic: diagnostic === null ? null : this.text(diagnostic, known),
      envelope: this.envelope(evidence.envelope, known),
    };
    return { evidence: redacted, verdict };
  }

  envelope(envelope: Readonly<Envelope>, known: readonly (string | null)[] = []): Envelope {
    const { sender, saslUsername, messageId, client } = envelope;
    return {
      sender: this.#orNull(sender),
      saslUsername: this.#orNull(saslUsername),
      messageId: messageId === null ? null : this.text(messageId, known),
      client,
    };
  }

  /** Everything that `trace` tells. */
  story({ messages, unqueued }: Story): Story {
    return {
      messages: messages.map((message) => this.#message(message)),
      unqueued: unqueued.map((line) =>
        this.#line(
          line,
          line.events.flatMap(({ evidence }) => knownOf(evidence)),
        ),
      ),
    };
  }

  #message(message: TracedMessage): TracedMessage {
    const { envelope, lines, recipients } = message;
    const known = [
      envelope.sender,
      envelope.saslUsername,
      ...recipients.flatMap(({ recipient, originalRecipient }) => [recipient, originalRecipient]),
    ];
    return {
      ...message,
      envelope: this.envelope(envelope, known),
      lines: lines.map((line) => this.#line(line, known)),
      recipients: recipients.map((end) => ({
        ...end,
        recipient: this.address(end.recipient),
        originalRecipient: this.#orNull(end.originalRecipient),
      })),
    };
  }

  #line(line: TracedLine, known: readonly (string | null)[]): TracedLine {
    return { ...line, text: this.text(line.text, known), events: line.events.map((event) => this.event(event)) };
  }

  #orNull(address: string | null): string | null {
    return address === null ? null : this.address(address);
  }
}

const knownOf = ({ recipient, originalRecipient, envelope }: Evidence): (string | null)[] => [
  recipient,
  originalRecipient,
  envelope.sender,
  envelope.saslUsername,
];

/** Whether a stretch of text is a word, and no part of the name of a host. */
function isName(text: string, from: number, to: number): boolean {
  const [before, after] = [text.charAt(from - 1), text.charAt(to)];
  if (IN_WORD.test(before) || IN_WORD.test(after)) return false;
  return before !== '@' && before !== '.' && !(after === '.' && IN_WORD.test(text.charAt(to + 1)));
}

/** Where the local part begins that ends before an at sign; the sign itself when there is none. */
function startOfLocal(text: string, from: number, at: number): number {
  if (text[at - 1] === '"') {
    for (let start = at - 2; start >= from; start--) if (text[start] === '"' && text[start - 1] !== '\\') return start;
  }
  let start = at;
  while (start > from && !BEFORE_LOCAL.test(text[start - 1]!)) start--;
  return start;
}

function endOfDomain(text: string, from: number): number {
  if (text[from] === '[') {
    const end = text.indexOf(']', from);
    if (end >= 0) return end + 1;
  }
  let end = from;
  while (end < text.length && IN_DOMAIN.test(text[end]!)) end++;
  return end;
}
