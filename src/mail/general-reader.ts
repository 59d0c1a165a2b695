import { findReply } from '../classify/reply-in-text.js';
import { addressesIn } from './address.js';
import { isDelay } from './delayed.js';
import { type Finding, finding } from './finding.js';
import type { Notice } from './notice.js';
import { partnersIn } from './partners.js';
import { QuotedReplies } from './quoted-replies.js';
import { type Mention, mentionsIn } from './recipient-mention.js';
import type { Exchange } from './smtp-dialogue.js';

/** A diagnostic is cut off here: a reply has a few lines, and a form letter its essence at the top. */
const LONGEST_DIAGNOSTIC = 1_000;
const MOST_RECIPIENTS = 1_000;

/** A recipient that failed, with the lines that speak of it. */
export interface RecipientBlock {
  readonly mention: Mention;
  /** What the notice says of it: behind the address, and below it up to the next recipient or a gap. */
  readonly text: string;
  /** The line behind those. */
  readonly end: number;
}

/** A recipient that a header field or another source names although the text may not. */
const unmentioned = (address: string): Mention => ({ address, original: null, line: -1, kind: 'alone', rest: '' });

/** Addresses of the domain that wrote the notice to which people may turn: no recipients. */
const ROLE =
  /^(?:mailer-daemon|postmaster|post_master|hostmaster|abuse|support|helpdesk|noreply|no-reply|do-not-reply|nobody|mdaemon)@/i;

/** The recipients in `X-Failed-Recipients`, in which Exim, Gmail and others name them. */
export function failedRecipientsOf({ header }: Notice): readonly string[] {
  const addresses = header.all('x-failed-recipients').flatMap((value) => addressesIn(value).map(({ address }) => address));
  return distinct(addresses);
}

function distinct(addresses: readonly string[]): string[] {
  const known = new Map<string, string>();
  for (const address of addresses) if (!known.has(address.toLowerCase())) known.set(address.toLowerCase(), address);
  return [...known.values()].slice(0, MOST_RECIPIENTS);
}

/** The mentions of recipients, of the strongest kind that there is. */
function recipientsIn(notice: Notice, mentions: readonly Mention[]): readonly Mention[] {
  const named = failedRecipientsOf(notice);
  if (named.length > 0) {
    const best = bestMentions(mentions);
    return named.map((address) => best.get(address.toLowerCase()) ?? unmentioned(address));
  }
  const isRecipient = ({ address }: Mention) => !notice.correspondents.has(address.toLowerCase()) && !ROLE.test(address);
  for (const candidates of [mentions.filter(isRecipient), mentions.filter(({ kind }) => kind !== 'other')]) {
    for (const kinds of KINDS) {
      const best = bestMentions(candidates.filter(({ kind }) => kinds.includes(kind)));
      if (best.size > 0) return [...best.values()].slice(0, MOST_RECIPIENTS);
    }
  }
  return [];
}

const KINDS: readonly (readonly Mention['kind'][])[] = [['alone', 'lead'], ['named'], ['command']];
const STRENGTH: readonly Mention['kind'][] = ['lead', 'alone', 'named', 'command', 'other'];

/**
 * The block of a recipient with these mentions. Forms that name him more than once give the reply beside one of the places
 * only, below a list or in a part for administrators.
 */
function blockFor(
  lines: readonly string[],
  mention: Mention,
  mentions: readonly Mention[],
  starts: ReadonlySet<number>,
): RecipientBlock {
  const first = blockOf(lines, mention, starts);
  if (findReply(first.text)?.replyCode != null) return first;
  for (const other of mentions) {
    if (other === mention || other.kind === 'other') continue;
    const block = blockOf(lines, other, starts);
    if (findReply(block.text)?.replyCode != null) return block;
  }
  return first;
}

/** Of the mentions of each address (lower case) the one that says most: with text behind it, else the first. */
function bestMentions(mentions: readonly Mention[]): ReadonlyMap<string, Mention> {
  const best = new Map<string, Mention>();
  for (const mention of mentions) {
    const address = mention.address.toLowerCase();
    const other = best.get(address);
    if (other === undefined || STRENGTH.indexOf(mention.kind) < STRENGTH.indexOf(other.kind)) best.set(address, mention);
  }
  return best;
}

/** The recipients that the text names, each with what it says of them. */
export function recipientBlocks(notice: Notice): readonly RecipientBlock[] {
  const mentions = mentionsIn(notice.lines);
  const recipients = recipientsIn(notice, mentions);
  const starts = new Set(recipients.map(({ line }) => line));
  const byAddress = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const address = mention.address.toLowerCase();
    const others = byAddress.get(address);
    if (others === undefined) byAddress.set(address, [mention]);
    else others.push(mention);
  }
  return recipients.map((mention) => {
    const same = byAddress.get(mention.address.toLowerCase()) ?? [];
    return mention.line < 0 ? { mention, text: '', end: -1 } : blockFor(notice.lines, mention, same, starts);
  });
}

const MOST_BLOCK_LINES = 60;

const isOrnament = (line: string) => /^[\s\-=*_#~+|.]{3,}$/.test(line);

/** A line that announces what stands below it: `because:`. */
const LABEL_LINE = /^\s{0,9}[^\s:：][^:：]{0,40}[:：]\s{0,9}$/;

/** A line of nothing but ornaments, or between two of them: `--- Session Transcript ---`. */
function isRule(line: string): boolean {
  if (isOrnament(line)) return true;
  const text = line.trim();
  return /^[|+]?[-=*_]{2}/.test(text) && /[-=*_]{2}[|+]?$/.test(text);
}

function blockOf(lines: readonly string[], mention: Mention, starts: ReadonlySet<number>): RecipientBlock {
  const said = [mention.rest.replace(/^[\s>"')\]]*[.:,;-]*\s*/, '')];
  let blank = 0;
  const most = Math.min(lines.length, mention.line + MOST_BLOCK_LINES);
  let i = mention.line + 1;
  for (; i < most; i++) {
    const line = lines[i]!;
    if (starts.has(i) || isRule(line)) break;
    if (line.trim() === '') {
      // One gap right below the address is form, and one below `because:`; the next one ends what is said of it.
      const isLabel = said.every((one) => one === '' || LABEL_LINE.test(one));
      if (!isLabel || ++blank > (said.some((one) => one !== '') ? 2 : 1)) break;
      continue;
    }
    said.push(line);
  }
  return { mention, text: oneLine(said.join('\n')), end: i };
}

/** A text on one line, cut to the length of a diagnostic. */
export const oneLine = (text: string): string =>
  text
    .slice(0, 4 * LONGEST_DIAGNOSTIC)
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, LONGEST_DIAGNOSTIC);

/** Whether a text tells a cause: a code, or a few words that are no label. */
const tells = (text: string): boolean => findReply(text) !== null;

/** Labels in front of a reply or an error text that say nothing themselves. */
const LABELS =
  /^(?:(?:remote host said|remote server (?:said|returned|replied)|server (?:said|response|message)|smtp error|error message(?: below)?|error|the error that the other server returned was|(?:failure |delay |bounce )?reason|diagnostic(?:[ -]code)?|response|the response was|it responded as follows|delivery failed for the following reason|delivery attempt history for your mail|because|for the following reason|returned)\s*[:=]\s*["'[(]?)+/i;

/** What a notice gives as the cause, with the text around it that may name who answered. */
interface Diagnosis {
  readonly text: string;
  readonly around: string;
  readonly exchange: Exchange | null;
}

/** With a reply that names the recipient belongs what introduces it: `mx.example.com [192.0.2.1] did not like our RCPT TO:`. */
function around(lines: readonly string[], { line, rest }: Mention, text: string): string {
  const before = lines[line - 1] ?? '';
  const introduces = /^[45]\d\d/.test(rest) && before.length < 500 && /:\s*$/.test(before);
  return introduces ? oneLine(`${lines[line - 2] ?? ''} ${before} ${text}`) : text;
}

/** Marks of a transcript in a text of one line. */
const DIALOGUE = /(?:^|\s)(?:>>>|<<<|-->|<--)\s/;

/** The diagnostic that the text gives for a recipient: what stands beside it, else the reply or the cause told elsewhere. */
function diagnosticFor({ mention, text }: RecipientBlock, notice: Notice, replies: QuotedReplies): Diagnosis {
  const address = mention.address.toLowerCase();
  const exchange = replies.exchangeFor(address);
  // A transcript below the recipient: the reply says it shorter.
  if (tells(text)) {
    return {
      text: exchange !== null && DIALOGUE.test(text) ? exchange.reply : text,
      around: around(notice.lines, mention, text),
      exchange,
    };
  }
  if (exchange !== null) return { text: exchange.reply, around: exchange.reply, exchange };
  const reply = replies.lineFor(address);
  const told = reply !== null ? oneLine(reply) : text !== '' ? text : causeIn(notice, mention);
  return { text: told, around: told, exchange: null };
}

/** The refusals that a notice quotes; what stands beside one of several recipients is about that one. */
function repliesIn(lines: readonly string[], blocks: readonly RecipientBlock[]): QuotedReplies {
  const taken = new Set<number>();
  if (blocks.length > 1) {
    for (const { mention, end } of blocks) for (let line = mention.line; line < end; line++) taken.add(line);
  }
  const recipients = new Set(blocks.map(({ mention }) => mention.address.toLowerCase()));
  return new QuotedReplies(lines, recipients, (line) => taken.has(line));
}

/** The refusal that a notice quotes without naming a recipient; null when it quotes none. */
export function readTranscript({ lines }: Notice): Finding | null {
  const replies = repliesIn(lines, []);
  const exchange = replies.exchangeFor('');
  const diagnostic = exchange?.reply ?? oneLine(replies.lineFor('') ?? '');
  if (diagnostic === '') return null;
  const { remoteMta, remoteIp, command } = partnersIn(diagnostic);
  return finding({ diagnostic, remoteMta: exchange?.host ?? remoteMta, remoteIp, command: exchange?.command ?? command });
}

/** Openings of the paragraph that gives the cause. */
const CAUSE =
  /because|reason|cause|error|problem|fail|reject|denied|full|quota|exceed|unknown|not exist|n'existe|invalid|grund|ursache|raison|motivo|causa|reden|причин|ошибк|原因|理由|エラー|错误|錯誤/i;

/** Sentences that every notice of a kind holds: no cause. */
const BOILERPLATE =
  /created automatically|automatically generated|do not reply|could not be delivered to (?:one or more|all)|(?:original message|your message) (?:was|follows)|sorry to have to inform|for further assistance|please (?:include|contact|forward|check|try|do)|following (?:address|recipient)|mail system at host|mail delivery (?:software|system)/i;

/** The paragraph that says why, where no reply is quoted; else what the notice says in all. */
function causeIn(notice: Notice, { line, address }: Mention): string {
  const paragraphs = paragraphsOf(notice.lines).filter(
    ({ text }) => text.replace(address, '').replace(/[\s<>:"'()*-]+/g, '').length > 3,
  );
  const below = paragraphs.filter(({ start }) => start > line);
  const cause =
    below.find(({ text }) => CAUSE.test(text) && !BOILERPLATE.test(text) && text.length > 12) ??
    paragraphs.find(({ text }) => CAUSE.test(text) && !BOILERPLATE.test(text) && text.length > 12);
  if (cause === undefined) return oneLine(paragraphs.map(({ text }) => text).join(' '));
  // `Because:` on a line of its own announces the next paragraph.
  const next = paragraphs[paragraphs.indexOf(cause) + 1];
  return oneLine(
    cause.text.length < 60 && /[:：]\s*$/.test(cause.text) && next !== undefined ? `${cause.text} ${next.text}` : cause.text,
  );
}

interface Paragraph {
  readonly start: number;
  readonly text: string;
}

function paragraphsOf(lines: readonly string[]): readonly Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let text = '';
  let start = 0;
  for (let i = 0; i <= lines.length && i <= 500; i++) {
    const line = lines[i] ?? '';
    if (line.trim() === '' || isRule(line) || i === 500) {
      if (text !== '') paragraphs.push({ start, text: oneLine(text) });
      text = '';
    } else {
      if (text === '') start = i;
      text += `${line} `;
    }
  }
  return paragraphs;
}

/**
 * Finds recipients and replies by the structure that notices share, whoever wrote them: addresses on lines of their own,
 * behind words such as `to` or `recipient`, in the commands of a transcript; the reply beside them, or the only one there is.
 */
export function readByStructure(notice: Notice): readonly Finding[] {
  const action = isDelay(notice) ? 'delayed' : 'failed';
  const blocks = recipientBlocks(notice);
  const replies = repliesIn(notice.lines, blocks);
  return blocks.map((block) => {
    const { text, around, exchange } = diagnosticFor(block, notice, replies);
    const diagnostic = text.replace(LABELS, '');
    const partners = partnersIn(around);
    return finding({
      recipient: block.mention.address,
      originalRecipient: block.mention.original,
      action,
      diagnostic: diagnostic === '' ? null : diagnostic,
      remoteMta: exchange?.host ?? partners.remoteMta,
      remoteIp: partners.remoteIp,
      command: exchange?.command ?? partners.command,
    });
  });
}
