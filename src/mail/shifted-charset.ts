import { TextDecoder } from 'node:util';

const TILDE = 126;
const OPEN = 123;
const CLOSE = 125;
const LF = 10;
const SHIFT_OUT = 14;
const SHIFT_IN = 15;
const ESCAPE = 27;

/** Decodes HZ (RFC 1843): GB 2312 in seven bits between `~{` and `~}`. What does not follow it stays as it is. */
export function decodeHz(bytes: Buffer): string {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  let isShifted = false;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    const next = bytes[i + 1];
    if (c === TILDE && (next === OPEN || next === CLOSE)) {
      isShifted = next === OPEN;
      i++;
    } else if (c === TILDE && next === TILDE) {
      out[length++] = TILDE;
      i++;
    } else if (c === TILDE && next === LF) i++;
    else {
      // A line end closes what was left open.
      if (c === LF) isShifted = false;
      out[length++] = isShifted && c > 32 && c < 127 ? c | 0x80 : c;
    }
  }
  return new TextDecoder('gb18030').decode(out.subarray(0, length));
}

/** Decodes ISO-2022-KR (RFC 1557): KS X 1001 in seven bits between SO and SI. */
export function decodeIso2022Kr(bytes: Buffer): string {
  const out = Buffer.alloc(bytes.length);
  let length = 0;
  let isShifted = false;
  for (let i = 0; i < bytes.length; i++) {
    const c = bytes[i]!;
    if (c === SHIFT_OUT || c === SHIFT_IN) isShifted = c === SHIFT_OUT;
    else if (c === ESCAPE && bytes.subarray(i + 1, i + 4).toString('latin1') === '$)C') i += 3;
    else out[length++] = isShifted && c > 32 && c < 127 ? c | 0x80 : c;
  }
  return new TextDecoder('euc-kr').decode(out.subarray(0, length));
}
