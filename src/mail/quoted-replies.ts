import { findReply } from '../classify/reply-in-text.js';
import { addressesIn } from './address.js';
import { type Exchange, exchangesIn } from './smtp-dialogue.js';

/** Lines beyond these are not searched for replies, and a reply has no more lines. */
const MOST_LINES = 2_000;
const LONGEST_REPLY = 12;

/** What a quoted reply is about: some of the recipients, or none in particular. */
interface About<T> {
  readonly byRecipient: ReadonlyMap<string, T>;
  /** The first that speaks of no recipient. */
  readonly common: T | null;
}

/**
 * The refusals that a notice quotes, found once for all its recipients: those that name a recipient, in the reply or in the
 * command that it answers, and the first that names none. One recipient's reply is never given to another.
 */
export class QuotedReplies {
  readonly #exchanges: About<Exchange>;
  readonly #lines: About<string>;

  /**
   * @param recipients addresses of all recipients, lower case.
   * @param isTaken whether a line belongs to what is said of one recipient.
   */
  constructor(lines: readonly string[], recipients: ReadonlySet<string>, isTaken: (line: number) => boolean) {
    this.#exchanges = exchangesAbout(lines, recipients);
    this.#lines = linesAbout(lines, recipients, isTaken);
  }

  /** The refusal in a transcript for a recipient (lower case), else one to a command that spoke of no other. */
  exchangeFor(recipient: string): Exchange | null {
    return this.#exchanges.byRecipient.get(recipient) ?? this.#exchanges.common;
  }

  /** A line that quotes a reply, with those that continue it: one that names the recipient (lower case), else one that is about no other. */
  lineFor(recipient: string): string | null {
    return this.#lines.byRecipient.get(recipient) ?? this.#lines.common;
  }
}

const lowerAddresses = (text: string): string[] => addressesIn(text).map(({ address }) => address.toLowerCase());

function exchangesAbout(lines: readonly string[], recipients: ReadonlySet<string>): About<Exchange> {
  const byRecipient = new Map<string, Exchange>();
  let common: Exchange | null = null;
  for (const exchange of exchangesIn(lines)) {
    const named = [exchange.recipient?.toLowerCase() ?? '', ...lowerAddresses(exchange.reply)].filter((address) =>
      recipients.has(address),
    );
    for (const address of named) if (!byRecipient.has(address)) byRecipient.set(address, exchange);
    if (named.length === 0 && exchange.recipient === null) common ??= exchange;
  }
  return { byRecipient, common };
}

function linesAbout(
  lines: readonly string[],
  recipients: ReadonlySet<string>,
  isTaken: (line: number) => boolean,
): About<string> {
  const byRecipient = new Map<string, string>();
  let common: string | null = null;
  for (let i = 0; i < lines.length && i < MOST_LINES; i++) {
    const line = lines[i]!;
    if (!/\d/.test(line) || findReply(line) === null) continue;
    const named = lowerAddresses(line).filter((address) => recipients.has(address));
    if (named.length === 0 && (common !== null || isTaken(i))) continue;
    const text = replyFrom(lines, i);
    for (const address of named) if (!byRecipient.has(address)) byRecipient.set(address, text);
    if (named.length === 0) common = text;
  }
  return { byRecipient, common };
}

/** The line with those that continue it. */
function replyFrom(lines: readonly string[], start: number): string {
  let text = lines[start]!;
  for (let i = start + 1; i < lines.length && i < start + LONGEST_REPLY && lines[i]!.trim() !== ''; i++) text += ` ${lines[i]!}`;
  return text;
}
