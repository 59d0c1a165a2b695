import { type Reply, readReply } from './reply.js';

/** A reply that stands inside a text, with what was answered, where the text says so. */
export interface QuotedReply extends Reply {
  readonly command: string | null;
  /** From the code to the end. */
  readonly text: string;
}

// The arrow is Exchange Online's: `550 5.4.300 Message expired -> 451 4.7.500 Server busy`.
const QUOTES = ['): ', ' said: ', 'said "', 'said:', ' -> '];

/** Words in front of a reply that was given about the sender's address, when a server verified it: no word on the recipient. */
const ABOUT_SENDER = /\bsender (?:address|verif)/i;

/**
 * The reply that a reply quotes: a content filter passes on what its next hop said (`554 5.7.0 … from MTA(…): 550 5.1.1
 * …`), an address verification what the probed server said. The outer code is the fact of the protocol, the inner the cause.
 */
export function quotedReply(text: string): QuotedReply | null {
  for (const quote of QUOTES) {
    const at = text.indexOf(quote, 4);
    if (at < 0) continue;
    const inside = text.slice(at + quote.length).trimStart();
    const reply = readReply(inside);
    if (reply.replyCode !== null && reply.replyCode >= 400) {
      if (ABOUT_SENDER.test(text.slice(0, at))) return null;
      return { ...reply, command: quote === ' said: ' ? 'RCPT' : null, text: inside };
    }
  }
  const [open] = BEHIND_ADDRESS.exec(text) ?? [];
  if (open === undefined) return null;
  const inside = text.slice(text.indexOf(open) + open.length);
  return { ...readReply(inside), command: 'RCPT', text: inside };
}

/** `(bob@example.com:550 5.1.1 …)`: the reply for each recipient behind its address (Barracuda). */
const BEHIND_ADDRESS = /\([^\s()@<>]{1,64}@[^\s()@<>:]{1,255}:(?=[45]\d\d[ -])/;

const isDigit = (c: number) => c >= 48 && c <= 57;
const isWord = (c: number) => isDigit(c) || (c >= 65 && c <= 90) || (c >= 97 && c <= 122);

/** What stands in front of a reply that a text passes on: `said: 550 …`, `returned '550 …'`, `<<< 550 …`, `ERROR_CODE :550`. */
const INTRODUCES = new Set([...`:'"[<(>#`].map((c) => c.charCodeAt(0)));

/**
 * The reply somewhere inside a text that does not begin with one, such as the sentence in which a bounce mail or another
 * MTA tells what happened. A code counts where an enhanced code of its class follows, or behind what introduces a reply;
 * of several the last, which is the innermost. Numbers that happen to have three digits do not. Time is linear in the text.
 */
export function embeddedReply(text: string): QuotedReply | null {
  let start = -1;
  let replyCode = 0;
  let enhancedStatus: string | null = null;
  for (let at = 0; at + 3 <= text.length; at++) {
    const first = text.charCodeAt(at);
    if ((first !== 52 && first !== 53) || !isCodeAt(text, at)) continue;
    const found = readReply(text.slice(at, at + 14)).enhancedStatus;
    const belongs = found !== null && found.charCodeAt(0) === first && text.startsWith(found, at + 4);
    if (!belongs && !isIntroduced(text, at)) continue;
    const code = Number(text.slice(at, at + 3));
    // The lines of one reply, or a reply told twice.
    if (start < 0 || code !== replyCode) {
      start = at;
      enhancedStatus = null;
    }
    replyCode = code;
    if (belongs) enhancedStatus = found;
  }
  return start < 0 ? null : { replyCode, enhancedStatus, command: stageBefore(text.slice(0, start)), text: text.slice(start) };
}

/** How MTAs say what they had sent when the reply came (Exim, DragonFly Mail Agent, qmail, MailEnable). */
const STAGES: readonly (readonly [words: RegExp, command: string])[] = [
  [/\b(?:ehlo|helo)\b|my name was rejected/i, 'EHLO'],
  [/mail from|does not like sender|sender was rejected/i, 'MAIL'],
  [/rcpt to|rcpt host|does not like recipient/i, 'RCPT'],
  [/end of data|final data|after i sent the message|\(data\)/i, 'EOM'],
  [/initial connection|greeting|connected to/i, 'CONNECT'],
];

/** The command that the words in front of a reply name; null when none. */
function stageBefore(words: string): string | null {
  const near = words.slice(-300);
  return STAGES.find(([stage]) => stage.test(near))?.[1] ?? null;
}

function isCodeAt(text: string, at: number): boolean {
  if (!isDigit(text.charCodeAt(at + 1)) || !isDigit(text.charCodeAt(at + 2))) return false;
  const before = at === 0 ? 32 : text.charCodeAt(at - 1);
  if (isWord(before) || before === 46 || before === 45 || before === 47) return false;
  const next = text.charCodeAt(at + 3);
  return next === 32 || next === 45 || next === 44 || Number.isNaN(next);
}

function isIntroduced(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && at - before <= 2 && text.charCodeAt(before) === 32) before--;
  // A port stands behind a colon too.
  const isPort = text.charCodeAt(before) === 58 && before === at - 1 && isDigit(text.charCodeAt(before - 1));
  return before >= 0 && !isPort && INTRODUCES.has(text.charCodeAt(before));
}
