import { addressesIn } from './address.js';

/** A reply with the command it answered, as transcripts of a session show them (`>>> RCPT To:<…>`, `<<< 550 …`). */
export interface Exchange {
  readonly command: string | null;
  /** The recipient that the command names. */
  readonly recipient: string | null;
  readonly reply: string;
  /** Host that was talked to, where the transcript names it. */
  readonly host: string | null;
}

const SENT = /^\s{0,9}(?:>>>|Sent <<<|Sent:|-->|=>|C:)\s{0,5}(.*)$/i;
const RECEIVED = /^\s{0,9}(?:<<<|Received >>>|Received:|<--|<=|S:|\?\?\?)\s{0,5}([2-5]\d\d[ -].*|[2-5]\d\d$)/i;
const TALKING = /while talking to\s{1,3}([^\s:]{1,255}?)\.?:?\s*$/i;

/** What logs put before a line: the time, and the number of the session (` Tue 2020-03-03 10:00:01: [1234:2] <-- 550 …`). */
const TIME =
  /^\s{0,9}\[?(?:[a-z]{3},?\s)?(?:\d{4}-\d\d-\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4})?[\sT]?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?:?\s{0,3}(?:\[[\d:]{1,20}\]\s?)?/i;

const withoutTime = (line: string): string => line.slice(0, 2_000).replace(TIME, '');

const MOST_LINES = 5_000;
/** Lines of one reply; what servers say in more of them they say twice. */
const LONGEST_REPLY = 50;

/** A client that sends several commands at once (RFC 2920) shows the last of them above the replies: one that begins with an address answers RCPT. */
export const commandAnswered = (command: string | null, reply: string): string | null =>
  command === 'DATA' && /^[45]\d\d[ -](?:[45]\.\d{1,3}\.\d{1,3} )?<[^<>\s]{1,300}@/.test(reply) ? 'RCPT' : command;

/** `RCPT`, of `RCPT To:<bob@example.com>`; `EOM` of the dot that ends the content. */
export function commandOf(line: string): string | null {
  const [, word = ''] = /^\s*([a-z]{4,8})\b/i.exec(line) ?? [];
  const verb = word.toUpperCase();
  if (/^\s*\.\s*$/.test(line)) return 'EOM';
  if (verb === 'QUIT' || verb === 'RSET' || verb === 'NOOP') return null;
  return /^(?:HELO|EHLO|LHLO|STARTTLS|AUTH|MAIL|RCPT|DATA|BDAT|VRFY)$/.test(verb) ? verb : null;
}

/** The replies of a transcript that refuse, each with its lines joined. */
export function exchangesIn(lines: readonly string[]): readonly Exchange[] {
  const exchanges: Exchange[] = [];
  let host: string | null = null;
  let command: string | null = null;
  let recipient: string | null = null;
  for (let i = 0; i < lines.length && i < MOST_LINES; i++) {
    const line = withoutTime(lines[i]!);
    const [, talkedTo] = TALKING.exec(line) ?? [];
    if (talkedTo !== undefined) {
      host = talkedTo;
      command = null;
      recipient = null;
      continue;
    }
    const [, sent] = SENT.exec(line) ?? [];
    if (sent !== undefined) {
      command = commandOf(sent);
      recipient = command === 'RCPT' ? (addressesIn(sent)[0]?.address ?? null) : null;
      continue;
    }
    const [, received] = RECEIVED.exec(line) ?? [];
    if (received === undefined || !/^[45]/.test(received)) continue;
    const reply = [received.trim()];
    // The lines of one reply have one code; the last has a space behind it.
    while (/^\d{3}-/.test(reply.at(-1)!) && i + 1 < lines.length && reply.length < LONGEST_REPLY) {
      const [, more] = RECEIVED.exec(withoutTime(lines[i + 1]!)) ?? [];
      if (more === undefined || more.slice(0, 3) !== received.slice(0, 3)) break;
      reply.push(more.trim());
      i++;
    }
    exchanges.push({ command: commandAnswered(command, reply[0]!), recipient, reply: reply.join(' '), host });
  }
  return exchanges;
}
