import { decodeCharset, isKnownCharset } from './charset.js';
import { depthOf } from './html-depth.js';
import { withVisibleLines } from './html-lines.js';
import { contentOf, type MimePart } from './mime-part.js';

/** Of longer texts only the beginning is read: a notification says what failed at its top. */
const LONGEST_TEXT = 1024 * 1024;
const LONGEST_HTML = 256 * 1024;
/** Conversion of HTML that is nested deeper calls itself as often, in more than linear time. */
const DEEPEST_HTML = 250;

/** Line ends of any kind as LF, NULs and no-break spaces as spaces. */
const normalised = (text: string): string => text.replace(/\r{1,3}\n|\r/g, '\n').replace(/[\u00a0\0]/g, ' ');

/** The text of a part that is text. HTML, and charsets that Node.js does not know, are left to mailparser. */
export async function textOfPart(part: MimePart): Promise<string> {
  const { type, parameters } = part.contentType;
  const charset = parameters.get('charset') ?? '';
  if (type === 'text/html' || (charset !== '' && !isKnownCharset(charset) && !/^x-|^unknown|^_/i.test(charset))) {
    return normalised(await throughMailparser(part));
  }
  const content = contentOf(part);
  return normalised(decodeCharset(content.subarray(0, LONGEST_TEXT), charset));
}

/** A message of the one part, as mailparser takes it. */
function messageOf({ header, body, contentType }: MimePart, charset: string, decoded: string): Buffer {
  // Where the charset is known here it is decoded here, because programs declare the wrong one.
  if (charset === '' || isKnownCharset(charset)) {
    const text = contentType.type === 'text/html' ? withVisibleLines(decoded) : decoded;
    return Buffer.from(`content-type: ${contentType.type}; charset=utf-8\r\n\r\n${text}`);
  }
  const fields = ['content-type', 'content-transfer-encoding'].flatMap((name) => {
    const value = header.get(name);
    return value === null ? [] : [`${name}: ${value}\r\n`];
  });
  return Buffer.concat([Buffer.from(`${fields.join('')}\r\n`), body.subarray(0, LONGEST_HTML)]);
}

async function throughMailparser(part: MimePart): Promise<string> {
  const { simpleParser } = await import('mailparser');
  const { contentType } = part;
  const charset = contentType.parameters.get('charset') ?? '';
  const decoded = decodeCharset(contentOf(part).subarray(0, LONGEST_HTML), charset);
  if (depthOf(decoded) > DEEPEST_HTML) return withoutTags(decoded);
  try {
    const { text } = await simpleParser(messageOf(part, charset, decoded), {
      skipImageLinks: true,
      skipTextToHtml: true,
      skipTextLinks: true,
      maxHtmlLengthToParse: 4 * LONGEST_HTML,
    });
    return text ?? '';
  } catch {
    // A library may fail on damage; the text is still worth a look, tags left out.
    return contentType.type === 'text/html' ? withoutTags(decoded) : decoded;
  }
}

const withoutTags = (html: string): string => html.replace(/<[^<>]{0,2000}>/g, ' ');
