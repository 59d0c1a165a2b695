const FORM = /^(?:<\d{1,3}>)?[A-Z][a-z]{2} [ \d]?\d \d\d:\d\d:\d\d (\S{1,255}) last message repeated (\d{1,6}) times?$/;
/** Longer lines are none of this form. */
const LONGEST = 400;

/** What syslogd of the BSDs writes in the place of lines like the one before it of the same host. */
export interface Repeats {
  readonly host: string;
  readonly times: number;
}

/** Reads `Jun  5 02:37:20 host last message repeated 3 times`; null for any other line. */
export function lastRepeated(buf: Buffer, start: number, end: number): Repeats | null {
  if (end - start > LONGEST) return null;
  const [, host, times] = FORM.exec(buf.latin1Slice(start, end)) ?? [];
  return host === undefined ? null : { host, times: Number(times) };
}

/** Whether a line, given by its bytes, is one of that host. */
export const isOfHost = (buf: Buffer, start: number, end: number, host: string): boolean =>
  buf.latin1Slice(start, Math.min(end, start + LONGEST)).includes(` ${host} `);
