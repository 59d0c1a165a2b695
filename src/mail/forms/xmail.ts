import { firstAddress } from '../address.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import { oneLine } from '../general-reader.js';
import type { Notice } from '../notice.js';

const SUMMARY = /^\[<\d\d>\] XMail bounce: Rcpt=\[([^[\]]{1,400})\];Error=\[(.*)\]\s*$/i;
const SERVER = /^Server:\s{0,20}<([^<>]{1,255})>(?:\s{0,4}\[([\d.]{7,15}|[\da-f:]{3,45})\])?/i;

/** The first line tells recipient and error, a later one the server. */
function readSummary({ lines }: Notice): readonly Finding[] {
  const server = lines.map((line) => SERVER.exec(line.slice(0, 400))).find((match) => match !== null);
  return lines.flatMap((line) => {
    const [, named, error = ''] = SUMMARY.exec(line.slice(0, 2_000)) ?? [];
    const recipient = named === undefined ? null : firstAddress(named);
    if (recipient === null) return [];
    return [
      finding({ recipient, diagnostic: oneLine(error) || null, remoteMta: server?.[1] ?? null, remoteIp: server?.[2] ?? null }),
    ];
  });
}

export const xmail: Form = {
  name: 'xmail',
  system: 'XMail',
  source: 'XMail server documentation, notify messages; source SMTPUtils.cpp',
  cues: [{ text: '] xmail bounce: rcpt=[' }, { field: ['x-mailererror', 'message = ['] }],
  read: readSummary,
};
