import { isAscii, isUtf8 } from 'node:buffer';

/** Bytes as text where no charset is declared: UTF-8 when they are valid UTF-8, else one character for each byte. */
export function textOf(bytes: Buffer): string {
  return isAscii(bytes) || !isUtf8(bytes) ? bytes.latin1Slice(0, bytes.length) : bytes.utf8Slice(0, bytes.length);
}
