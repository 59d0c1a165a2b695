import { type Reply, readReply } from './reply.js';

/** A reply that stands somewhere in a text. */
export interface FoundReply extends Reply {
  /** Where its code starts: the reply code, else the enhanced code. */
  readonly start: number;
}

/** Longer texts are not searched further: a reply line has 512 octets (RFC 5321 §4.5.3.1.5), and some lines. */
const LONGEST = 8_192;

/** The replies that refuse (RFC 5321, its extensions, and what servers send besides); other numbers are no codes. */
const CODE = /(?<![\w.,:@/=+#-])([45][0-7]\d)(?=[ \t:,;)\]>"'-]|$|\.\s|\?)/g;
const CODE_AFTER_MARK = /[:=#(<"'[-]([45][0-7]\d)(?=[ \t:,;)\]>"'-]|$)/g;

/** What a number counts that is no code, and what stands before a number that is none. */
// Units stand in the plural behind such numbers: `552 Message too big` and `500 Line limit exceeded` are replies.
const UNIT =
  /^[ \t]{0,3}(?:seconds|secs|minutes|mins|hours|days|bytes|kb|mb|gb|kib|mib|messages|recipients|times|attempts|octets|%|ms|lines)\b/i;
const COUNTED =
  /(?:\bport|\bsize|\bline|\bid|\bafter|\bpid|\bversion|\bv|\bbox|\btel\.?|\bphone|\bstate|\bin|\bfor|\bof|\bat|\bstatus of)[ \t:=#(]{0,3}$/i;

const ENHANCED = /(?<![\w.@/-])([45]\.\d{1,3}\.\d{1,3})(?![\w@/-]|\.\d)/;

/** The rest of a telephone number: `555-0123`. */
const TELEPHONE = /^-\d{4}(?![\d.])/;

/** A code may stand before a number that is none of these: `error 550`, `code=550`, `said: 550`. */
function isCode(text: string, at: number): boolean {
  const behind = text.slice(at + 3, at + 20);
  return !UNIT.test(behind) && !TELEPHONE.test(behind) && !COUNTED.test(text.slice(Math.max(0, at - 14), at));
}

/**
 * Finds the first refusing reply in a text that is more than a reply: `host mx.example.com [192.0.2.1]: 550 5.1.1 unknown`,
 * `The error that the other server returned was: 550 …`, `ERROR_CODE :550`. An enhanced code without a reply code counts
 * where no reply code stands. Time is linear in the text.
 * @returns null when the text quotes no reply.
 */
export function findReply(text: string, loggedStatus: string | null = null): FoundReply | null {
  const capped = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const start = Math.min(firstCode(capped, CODE, 0), firstCode(capped, CODE_AFTER_MARK, 1));
  const enhanced = ENHANCED.exec(capped);
  if (start === Infinity) {
    return enhanced === null ? null : { replyCode: null, enhancedStatus: enhanced[1]!, start: enhanced.index };
  }
  const reply = readReply(withCleanSeparator(capped.slice(start)), loggedStatus);
  if (reply.replyCode === null) return null;
  // `#5.1.1 SMTP; 550 …`: the enhanced code before the reply belongs to it.
  const before = enhanced !== null && enhanced.index < start ? enhanced[1]! : null;
  return { ...reply, enhancedStatus: reply.enhancedStatus ?? before, start };
}

function firstCode(text: string, pattern: RegExp, offset: number): number {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    const at = match.index + offset;
    if (isCode(text, at)) return at;
  }
  return Infinity;
}

/** A reply code is followed by a space or a hyphen (RFC 5321 §4.2); texts that quote it write other marks. */
function withCleanSeparator(reply: string): string {
  return /^\d{3}[ -]/.test(reply) || reply.length === 3
    ? reply
    : `${reply.slice(0, 3)} ${reply.slice(3).replace(/^[:;,.)\]>"'?]{1,2}[ \t]{0,3}/, '')}`;
}
