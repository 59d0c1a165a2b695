import { addressesIn } from './address.js';
import { decodeCharset } from './charset.js';
import { type DeliveryStatus, readDeliveryStatus } from './delivery-status.js';
import { HeaderFields } from './header-fields.js';
import { boundsOf, contentOf, cutMessage, leavesOf, type MimePart } from './mime-part.js';
import { textOfPart } from './part-text.js';
import { splitText } from './returned-message.js';

/** A message with all that may say that another one was not delivered. */
export interface Notice {
  readonly header: HeaderFields;
  readonly root: MimePart;
  /** Parts that are no multipart. */
  readonly leaves: readonly MimePart[];
  /** From, with the words decoded, lower case. */
  readonly from: string;
  readonly subject: string;
  /** What it says to people, before the returned message. */
  readonly lines: readonly string[];
  /** The same as one string. */
  readonly text: string;
  /** The fields of RFC 3464, from a part of their own or out of the text; null when there are none. */
  readonly deliveryStatus: DeliveryStatus | null;
  /** Header of the message that came back; null when it did not. */
  readonly returned: HeaderFields | null;
  /** Addresses that the notice itself was sent from and to, lower case. */
  readonly correspondents: ReadonlySet<string>;
}

const CORRESPONDENTS = ['from', 'to', 'cc', 'reply-to', 'sender', 'return-path', 'delivered-to', 'x-original-to', 'envelope-to'];

/** Text parts of one notice beyond this many are not read. */
const MOST_TEXTS = 10;
const MOST_HTML_TEXTS = 3;

/** Takes a message apart. Never throws on its content. */
export async function readNotice(bytes: Buffer): Promise<Notice> {
  const root = cutMessage(bytes);
  const leaves = leavesOf(root);
  const { header } = root;
  const { lines, returned: quoted, fields } = await textOfLeaves(leaves);
  const text = lines.join('\n');
  return {
    header,
    root,
    leaves,
    from: header.words('from').toLowerCase(),
    subject: header.words('subject'),
    lines,
    text,
    deliveryStatus: fieldsOf(leaves) ?? fields,
    returned: returnedOf(leaves) ?? quoted,
    correspondents: new Set(
      CORRESPONDENTS.flatMap((name) => header.all(name)).flatMap((value) =>
        addressesIn(value).map(({ address }) => address.toLowerCase()),
      ),
    ),
  };
}

interface LeafTexts {
  readonly lines: readonly string[];
  readonly returned: HeaderFields | null;
  readonly fields: DeliveryStatus | null;
}

const isText = ({ contentType }: MimePart, type: string) => contentType.type === type;

/** The texts for people: plain ones, else the HTML. */
async function textOfLeaves(leaves: readonly MimePart[]): Promise<LeafTexts> {
  // A multipart whose boundary is nowhere is one text.
  const plain = leaves
    .filter((leaf) => isText(leaf, 'text/plain') || leaf.contentType.type.startsWith('multipart/'))
    .slice(0, MOST_TEXTS);
  const first = await textsOf(plain);
  const isWordless = !first.lines.some((line) => line.trim() !== '') && first.fields === null;
  return isWordless ? textsOf(leaves.filter((leaf) => isText(leaf, 'text/html')).slice(0, MOST_HTML_TEXTS)) : first;
}

async function textsOf(leaves: readonly MimePart[]): Promise<LeafTexts> {
  const lines: string[] = [];
  let returned: HeaderFields | null = null;
  let fields: DeliveryStatus | null = null;
  for (const leaf of leaves) {
    const text = await textOfPart(leaf);
    fields ??= fieldsInText(text);
    const split = splitText(text);
    returned ??= split.returned;
    for (const line of split.lines) lines.push(line);
    lines.push('');
  }
  return { lines, returned, fields };
}

/** Whether a type is that of delivery status fields, misspelt ones too. */
const isDeliveryStatus = (type: string) => type.endsWith('delivery-status') && type !== 'multipart/delivery-status';

function fieldsOf(leaves: readonly MimePart[]): DeliveryStatus | null {
  for (const part of leaves.filter(({ contentType }) => isDeliveryStatus(contentType.type)).slice(0, MOST_TEXTS)) {
    const content = contentOf(part).subarray(0, MOST_FIELD_BYTES);
    const text = decodeCharset(content, part.contentType.parameters.get('charset') ?? '');
    const status = readDeliveryStatus(text.replace(/\r{1,3}\n|\r/g, '\n'));
    if (status.recipients.length > 0) return status;
  }
  return null;
}

const MOST_FIELD_BYTES = 4 * 1024 * 1024;

const FIELD_LINE =
  /^(?:[ \t]?>){0,4}[ \t]{0,8}(?:(?:reporting-mta|final-recipient|original-recipient|arrival-date)[ \t]?:|action[ \t]?:[ \t]{0,9}(?:failed|delayed|delivered|relayed|expanded)\b)/i;

/** Fields of RFC 3464 in the middle of a text, as forwarding and programs without MIME leave them. */
function fieldsInText(text: string): DeliveryStatus | null {
  if (!/final-recipient[ \t]?:/i.test(text)) return null;
  const lines = text.split('\n').map((line) => line.replace(/^(?:[ \t]?>){1,4}[ \t]?/, ''));
  const start = lines.findIndex((line) => FIELD_LINE.test(line));
  if (start < 0) return null;
  const [indent = ''] = /^[ \t]*/.exec(lines[start]!) ?? [];
  const fields = lines.slice(start).map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
  const status = readDeliveryStatus(fields.join('\n'));
  return status.recipients.some(({ recipient }) => recipient !== null) ? status : null;
}

const HEADERS_ONLY: ReadonlySet<string> = new Set([
  'text/rfc822-headers',
  'text/rfc822-header',
  'message/rfc822-headers',
  'message/global-headers',
  'message/partial-headers',
]);
const WHOLE: ReadonlySet<string> = new Set(['message/rfc822', 'text/rfc822', 'message/global', 'message/partial']);

function returnedOf(leaves: readonly MimePart[]): HeaderFields | null {
  for (const leaf of leaves) {
    const { type } = leaf.contentType;
    if (!HEADERS_ONLY.has(type) && !WHOLE.has(type)) continue;
    const content = contentOf(leaf);
    let start = 0;
    while (content[start] === 10 || content[start] === 13) start++;
    const rest = content.subarray(start);
    const header = HeaderFields.parse(rest.subarray(0, Math.min(boundsOf(rest).headerEnd, 256 * 1024)));
    if (header.size > 0) return header;
  }
  return null;
}
