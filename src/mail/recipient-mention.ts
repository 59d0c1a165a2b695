import { addressesIn } from './address.js';
import { isRecipientLabel } from './recipient-label.js';

/** How a line speaks of an address. */
export type MentionKind =
  /** The address is all that the line holds. */
  | 'alone'
  /** The line starts with the address, and says something of it. */
  | 'lead'
  /** The line names it as the one that was to be reached: `Unable to deliver message to: <bob@example.com>`. */
  | 'named'
  /** It stands in an SMTP command: `RCPT TO:<bob@example.com>`. */
  | 'command'
  | 'other';

/** An address in the text of a notice, with how its line speaks of it. */
export interface Mention {
  readonly address: string;
  /** The address it was expanded from, where the line says so. */
  readonly original: string | null;
  readonly line: number;
  readonly kind: MentionKind;
  /** What the line says behind the address. */
  readonly rest: string;
}

/** Longer lines hold more than a recipient; what lies behind is not looked at. */
const LONGEST_LINE = 2_000;

/** Bullets, quotes and brackets in front of an address, and the marks between a label and an address. */
const BULLETS = /^[\s>"'<(*•·|=[\]\-–.※・●○◆◇■□▼▽▶►→＊＜（「【『]+/;
const MARKS = /[\s"'<(:=[：＝＜（「【『］】」]+$/;

/** Labels of a list of recipients; `1.` and `2)` number it. */
const LABEL =
  /^(?:mailto|\d{1,3}[.)]?|(?:final|original|failed|affected|intended)?[ -]?(?:recipients?|address(?:es)?|rcpt|user)(?: \(?s\)?)?(?: address)?|e-?mail(?: address)?)$/i;

/** The type of an address: `[SMTP:bob@example.com]`. */
const SCHEME = /(?:^|[\s:[(<]{1,4})(?:smtp|rfc822)$/i;

const REPLY_CODE = /^[45]\d\d(?: [45]\.\d{1,3}\.\d{1,3})?$/;

/** What may follow an address that stands alone. */
const BEHIND =
  /^[\s>"'),.:;\]]*(?:<(?:mailto:)?[^<>\s]{1,300}>|\((?:mailto:)?[^()\s]{1,300}@[^()\s]{1,255}\)|\[(?:mailto:)?[^\s[\]]{1,300}@[^\s[\]]{1,255}\]|様|さん|殿|宛|へ)?[\s>"'),.:;\]＞）」】』。、]*$/;

/** Words before an address that say that mail was meant for it. */
const NAMED =
  /(?:\b(?:to|for|recipients?|recipient address|address(?:es)?|user(?:id)?|users|account|mailbox|reach|rejected|unknown user|local user|destinataires?|adresse|empfänger|an|à|para|destinatario|destinatário|destinatari|indirizzo|adres|aan|utente|usuario|usuário|utilisateur|benutzer|destinat[oa] a|till|til|komu|kime|utilisateurs)|all'utente|получател\S{0,3}|адрес\S{0,3}|пользовател\S{0,3}|ящик\S{0,2}|кому|\b(?:failed|failure|undelivered|undeliverable)\s{0,3}:|宛先|宛て|あて先|送信先|アドレス|收件人|收件者|地址|发送到|發送到|发送至|寄送至|送达|传递给|傳遞給|投递到|给|받는\s?사람|수신자|수신인)[\s:：<＜(（"'=\-[「]{0,6}$/i;

/** Words before an address at which one may ask for help, or from which the mail came: no recipient. */
const ASKED =
  /(?:contact|assistance|support|question|help|hesitate|reply|send (?:e-?mail|mail|an? message)|report (?:it|this|the problem)|abuse|administrator|sender|from|author|written by|on behalf of|unsubscribe|forward(?:ed)? this|kontakt|contacter|contacte|contatt|contato|écri(?:re|vez)|escrib|scriv|wenden sie|expéditeur|absender|remitente|remetente|mittente|proveniente|afzender|avsändare|afsender|avsender|lähettäjä|nadawc|odesílatel|odosielateľ|feladó|gönderen|отправител|обра[тщ]|свяж|発信者|差出人|送信者|お問い?合わ?せ|連絡|发件人|發件人|寄件|联系|聯絡|聯繫|보낸\s?사람|보낸이|발신자|문의)[^@]{0,60}$/i;

const COMMAND = /(?:rcpt to|vrfy)\s{0,3}:?\s{0,3}<?$/i;
const EXPANDED =
  /^[>\s]{0,4}\((?:expanded from|orig(?:inal(?:ly)?)?(?: to)?|generated from|alias)[:\s]{0,3}<?([^<>\s()]{1,300}@[^<>\s()]{1,255})>?\)/i;
/** Exim tells from which address another one was generated on a line of its own. */
const GENERATED = /^\s{0,12}\((?:generated|ultimately generated) from ([^()\s]{1,500})\)/i;

/** What a line says of the first address in it; null when it has none. */
function mentionIn(line: string, number: number, next: string): Mention | null {
  const found = addressesIn(line.slice(0, LONGEST_LINE))[0];
  if (found === undefined) return null;
  const { address, start, end } = found;
  const before = line.slice(Math.max(0, start - 120), start);
  const rest = line.slice(end, LONGEST_LINE);
  const [, expandedFrom = GENERATED.exec(next)?.[1] ?? null] = EXPANDED.exec(rest) ?? [];
  const mention = (kind: MentionKind, behind = rest): Mention => ({
    address,
    original: expandedFrom,
    line: number,
    kind,
    rest: behind,
  });
  if (COMMAND.test(before)) return mention('command');
  const label = before.replace(BULLETS, '').replace(MARKS, '').replace(SCHEME, '');
  // `550 5.1.1 <bob@example.com>... User unknown`: what Sendmail says of a recipient starts before it.
  if (REPLY_CODE.test(label)) return mention('lead', `${label} <${address}>${rest.replace(/^>/, '')}`);
  if (start <= 120 && (label === '' || LABEL.test(label) || isRecipientLabel(label))) {
    if (BEHIND.test(rest)) return mention('alone', '');
    const behind = expandedFrom === null || EXPANDED.exec(rest) === null ? rest : rest.slice(EXPANDED.exec(rest)![0].length);
    return mention(BEHIND.test(behind) ? 'alone' : 'lead', BEHIND.test(behind) ? '' : behind);
  }
  if (ASKED.test(before)) return mention('other');
  if (NAMED.test(before)) return mention('named');
  // `Bob Example <bob@example.com>`: a name of a few words and nothing else.
  if (/^[^@:;.!?]{1,60}<$/.test(before.trimStart()) && /^>[\s,;.:]*$/.test(rest)) return mention('alone', '');
  return mention('other');
}

/** What stands between the addresses of a list. */
const BETWEEN = /^[\s>"')]{0,9}[,;][\s<"'(]{0,9}$/;

/** The addresses of a line that is nothing but a list of them, or its label: `Intended recipients: <bob@…>, <carol@…>`. */
function listIn(line: string, number: number): readonly Mention[] {
  if (line.length > LONGEST_LINE || !/[,;]/.test(line)) return [];
  const found = addressesIn(line);
  const last = found.at(-1);
  if (last === undefined || found.length < 2 || !BEHIND.test(line.slice(last.end))) return [];
  const label = line.slice(0, found[0]!.start).replace(BULLETS, '').replace(MARKS, '');
  if (label !== '' && !LABEL.test(label)) return [];
  if (found.some(({ start }, i) => i > 0 && !BETWEEN.test(line.slice(found[i - 1]!.end, start)))) return [];
  return found.map(({ address }) => ({ address, original: null, line: number, kind: 'alone' as const, rest: '' }));
}

/** More lines than this no notice needs to say what failed. */
const MOST_LINES = 5_000;

/** The first address of each line, or all of a list, with how the line speaks of it. Time is linear in the text. */
export function mentionsIn(lines: readonly string[]): readonly Mention[] {
  const mentions: Mention[] = [];
  const most = Math.min(lines.length, MOST_LINES);
  for (let i = 0; i < most; i++) {
    const line = lines[i]!;
    if (!line.includes('@')) continue;
    const listed = listIn(line, i);
    if (listed.length > 0) mentions.push(...listed);
    else {
      const mention = mentionIn(line, i, lines[i + 1] ?? '');
      if (mention !== null) mentions.push(mention);
    }
  }
  return mentions;
}
