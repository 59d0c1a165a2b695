const QUOTE = 34;
const COMMA = 44;
const SPACE = 32;
const LESS = 60;
const GREATER = 62;
const BACKSLASH = 92;

/**
 * Where a reverse-path ends that begins at `at`, in angle brackets or without: at the comma behind it, not one that is quoted (RFC 5321,
 * section 4.1.2). @returns -1 where it does not end.
 */
export function reversePathEnd(buf: Buffer, at: number, end: number): number {
  const bracketed = buf[at] === LESS;
  const start = bracketed ? at + 1 : at;
  let quoted = false;
  for (let p = start; p < end; p++) {
    const c = buf[p];
    if (c === QUOTE) quoted = !quoted;
    else if (c === BACKSLASH && quoted) p++;
    else if (!quoted && isEnd(buf, p, bracketed)) return p;
  }
  // Where the quotes do not balance, the first place that looks like the end is it.
  for (let p = start; p + 1 < end; p++) if (isEnd(buf, p, bracketed)) return p;
  return -1;
}

const isEnd = (buf: Buffer, p: number, bracketed: boolean): boolean =>
  buf[p] === COMMA && buf[p + 1] === SPACE && (!bracketed || buf[p - 1] === GREATER);
