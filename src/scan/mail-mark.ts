import { createHash } from 'node:crypto';

const LF = 10;
const CR = 13;
/** Of the header no more is looked at. */
const LONGEST_HEADER = 256 * 1024;
/** What mail programs write into the header of a message when somebody reads or marks it. */
const MARKED_LATER = /^(?:(?:x-)?status|x-uid|x-keywords|x-imap(?:base)?|x-mozilla-\w+|content-length|lines):/i;

/** The same for the same mail, whatever folder it lies in and whoever has read it; others differ. */
export function mailMark(bytes: Buffer): string {
  const hash = createHash('sha256');
  let at = bytes.latin1Slice(0, Math.min(5, bytes.length)) === 'From ' ? bytes.indexOf(LF) + 1 : 0;
  let isLeftOut = false;
  for (;;) {
    const newline = bytes.indexOf(LF, at);
    const end = newline < 0 ? bytes.length : newline;
    if (end >= LONGEST_HEADER || newline < 0) break;
    const isBlank = end === at || (end === at + 1 && bytes[at] === CR);
    if (isBlank) break;
    const isContinued = bytes[at] === 32 || bytes[at] === 9;
    if (!isContinued) isLeftOut = MARKED_LATER.test(bytes.latin1Slice(at, Math.min(end, at + 64)));
    if (!isLeftOut) hash.update(bytes.subarray(at, end));
    at = newline + 1;
  }
  let end = bytes.length;
  while (end > at && (bytes[end - 1] === LF || bytes[end - 1] === CR)) end--;
  return hash.update(bytes.subarray(at, end)).digest('base64');
}
