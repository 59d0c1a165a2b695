const EQUALS = 61;
const LF = 10;
const CR = 13;

function hexOf(c: number | undefined): number {
  if (c === undefined) return -1;
  if (c >= 48 && c <= 57) return c - 48;
  if (c >= 65 && c <= 70) return c - 55;
  if (c >= 97 && c <= 102) return c - 87;
  return -1;
}

/** Decodes quoted-printable (RFC 2045 §6.7). What is not validly encoded stays as it is; soft line ends go. */
export function decodeQuotedPrintable(bytes: Buffer): Buffer {
  if (bytes.indexOf(EQUALS) < 0) return bytes;
  const out = Buffer.allocUnsafe(bytes.length);
  let length = 0;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c !== EQUALS) {
      out[length++] = c;
      continue;
    }
    const high = hexOf(bytes[i + 1]);
    const low = hexOf(bytes[i + 2]);
    if (high >= 0 && low >= 0) {
      out[length++] = high * 16 + low;
      i += 2;
      continue;
    }
    let p = i + 1;
    while (bytes[p] === 32 || bytes[p] === 9) p++;
    if (bytes[p] === CR && bytes[p + 1] === LF) i = p + 1;
    else if (bytes[p] === LF || bytes[p] === CR) i = p;
    else out[length++] = c;
  }
  return out.subarray(0, length);
}

/** The content of a body part without its transfer encoding (RFC 2045 §6). An encoding that is not known is taken as none. */
export function decodeTransfer(bytes: Buffer, encoding: string): Buffer {
  switch (encoding) {
    case 'quoted-printable':
      return decodeQuotedPrintable(bytes);
    case 'base64':
      return decodeBase64(bytes);
    default:
      return bytes;
  }
}

/** Characters that plain text holds and base64 does not: a part that is declared as base64 but written as it is. */
const NOT_BASE64 = /[<>@:;,.()[\]]/;

function decodeBase64(bytes: Buffer): Buffer {
  const text = bytes.latin1Slice(0, bytes.length);
  return NOT_BASE64.test(text.slice(0, 200)) ? bytes : Buffer.from(text, 'base64');
}
