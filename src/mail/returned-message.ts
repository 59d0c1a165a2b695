import { HeaderFields, nameEnd } from './header-fields.js';

/** The text of a notification, cut where the returned message begins. */
export interface SplitText {
  /** What the notification itself says. */
  readonly lines: readonly string[];
  /** The header of the returned message; null when the text quotes none. */
  readonly returned: HeaderFields | null;
}

/** Fields that a message has from its way through SMTP, which no form letter shows as a table. */
const FROM_TRANSPORT: ReadonlySet<string> = new Set([
  'received',
  'return-path',
  'message-id',
  'mime-version',
  'dkim-signature',
  'x-originating-ip',
  'x-received',
  'x-mailer',
  'delivered-to',
  'references',
  'in-reply-to',
]);
const OF_ANY_MESSAGE: ReadonlySet<string> = new Set([
  ...FROM_TRANSPORT,
  'from',
  'to',
  'cc',
  'subject',
  'date',
  'reply-to',
  'sender',
  'content-type',
  'content-transfer-encoding',
]);

/** What programs put in front of a quoted line. */
const QUOTE = /^(?:[ \t]?>){1,4}[ \t]?/;
const unquoted = (line: string): string => (line.includes('>') ? line.replace(QUOTE, '') : line);

/** A header block is looked at no further than this many lines. */
const LONGEST_BLOCK = 400;

interface Block {
  readonly end: number;
  readonly isMessage: boolean;
}

/** The field name that a line starts with, lower case; empty when it is none. */
function fieldName(line: string): string {
  const colon = nameEnd(line, 0, Math.min(line.length, 80));
  return colon < 0 ? '' : line.slice(0, colon).trimEnd().toLowerCase();
}

/** The header lines from `from` on: whether they are those of a message, and where they end. */
function blockAt(lines: readonly string[], from: number): Block {
  let known = 0;
  let transport = 0;
  let i = from;
  for (; i < lines.length && i - from < LONGEST_BLOCK; i++) {
    const line = unquoted(lines[i]!);
    if (line.startsWith(' ') || line.startsWith('\t')) continue;
    const name = fieldName(line);
    if (name === '') break;
    if (OF_ANY_MESSAGE.has(name)) known++;
    if (FROM_TRANSPORT.has(name)) transport++;
  }
  return { end: i, isMessage: known >= 2 && transport >= 1 };
}

/** A line of nothing but ornaments, or one between two of them: `----- Original message -----`, `====`. */
const ORNAMENT =
  /^[\s>]{0,9}(?:[-=*_#~|+][-=*_#~|+ ]{2,200}|(?:-{2,60}|={2,60}|\*{2,60}|_{2,60})[^-=*_@]{3,100}(?:-{1,60}|={1,60}|\*{1,60}|_{1,60})?[.\s]{0,9})$/;

/** A line that announces the returned message: `Original message follows.` */
const ANNOUNCES =
  /^[\s>-]{0,20}(?:(?:the )?(?:original |unsent |returned )?(?:message|mail)(?: headers?| text| contents)? follows?|(?:below is )?a copy of the original message|original mail as follows)[\s.:-]{0,20}$/i;

/**
 * Cuts the text of a notification where the header of the returned message begins: at the first lines that are fields of
 * a message and came from its transport. Time is linear.
 */
export function splitText(text: string): SplitText {
  const lines = text.split('\n');
  for (let i = 0; i < lines.length; ) {
    const line = unquoted(lines[i]!);
    if (!OF_ANY_MESSAGE.has(fieldName(line))) {
      i++;
      continue;
    }
    const block = blockAt(lines, i);
    if (block.isMessage) {
      let end = i;
      while (end > 0 && (lines[end - 1]!.trim() === '' || ORNAMENT.test(lines[end - 1]!) || ANNOUNCES.test(lines[end - 1]!)))
        end--;
      const header = lines.slice(i, block.end).map(unquoted).join('\n');
      return { lines: lines.slice(0, end), returned: HeaderFields.read(header) };
    }
    i = Math.max(block.end, i + 1);
  }
  return { lines, returned: null };
}
