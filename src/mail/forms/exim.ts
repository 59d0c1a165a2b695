import { addressesIn } from '../address.js';
import { isDelay } from '../delayed.js';
import { type Finding, finding } from '../finding.js';
import type { Form } from '../form.js';
import { oneLine } from '../general-reader.js';
import type { Notice } from '../notice.js';
import { partnersIn } from '../partners.js';

/** What announces the list of addresses; it may be broken over two lines. */
const ANNOUNCED =
  /address(?:\(es\)|es)? (?:failed|ha(?:s|ve) (?:not yet been delivered|yet to be delivered))|to which the message has not yet been delivered (?:is|are)|incorrectly constructed:/i;

/** Two spaces open an address, four what is said of it. */
const ITEM = /^ {1,3}(\S.*)$/;
const DETAIL = /^(?: {4,}|\t)\s*(\S.*)$/;

const FROM_ALIAS = /^\(?(?:ultimately )?generated (?:from|by) ([^()\s]+)\)?$/i;

/**
 * Reads the list of addresses: each with two spaces before it, what is said of it with four. A file, a program or an
 * address that is kept from the sender is told by the address that it was generated from.
 */
function readAddressList(notice: Notice): readonly Finding[] {
  const { lines } = notice;
  const start = lines.findIndex((line, i) => ANNOUNCED.test(line) || ANNOUNCED.test(`${lines[i - 1] ?? ''} ${line}`));
  if (start < 0) return [];
  const isWarning = /\byet\b/i.test(lines[start]!) || /^warning: message /i.test(notice.subject.trim());
  const action = isWarning || isDelay(notice) ? 'delayed' : 'failed';
  const findings: Finding[] = [];
  for (let i = start + 1; i < lines.length && i < start + 5_000; i++) {
    const line = lines[i]!;
    if (line.trim() === '' || /^\s*constructed:$/.test(line)) continue;
    const [, item] = ITEM.exec(line) ?? [];
    if (item === undefined) break;
    const details: string[] = [];
    for (; i + 1 < lines.length && DETAIL.test(lines[i + 1]!); i++) details.push(DETAIL.exec(lines[i + 1]!)![1]!);
    const one = readItem(item, details);
    if (one !== null) findings.push({ ...one, action });
  }
  return findings;
}

function readItem(item: string, details: readonly string[]): Finding | null {
  const [found] = addressesIn(item);
  const isTarget = /^(?:save|pipe|mail|send) to |^an undisclosed address/i.test(item);
  const origins = details.flatMap((detail) => FROM_ALIAS.exec(detail)?.[1] ?? []);
  // What is no address is told as it was given: `bob@@example.com: domain missing or malformed`.
  const [, malformed, fault = ''] = /^(\S{1,300}): +(\S.*)$/.exec(item) ?? [];
  if (malformed !== undefined && !isTarget && found?.address !== malformed)
    return finding({ recipient: malformed, diagnostic: oneLine(fault) });
  const recipient = isTarget ? (origins[0] ?? null) : (found?.address ?? item.replace(/:.*$/, ''));
  if (recipient === null || (found === undefined && !isTarget && !/^\S+:?$/.test(item))) return null;
  const behind = isTarget || found === undefined ? '' : item.slice(found.end).replace(/^[>:\s]+/, '');
  const said = details.filter((detail) => !FROM_ALIAS.test(detail)).map((detail) => detail.replace(/^Delay reason: /, ''));
  const diagnostic = oneLine([behind, ...said].join('\n'));
  const original = (isTarget ? origins[1] : origins[0]) ?? null;
  return finding({
    recipient,
    originalRecipient: original,
    diagnostic: diagnostic === '' ? null : diagnostic,
    ...partnersIn(diagnostic),
  });
}

export const exim: Form = {
  name: 'exim',
  system: 'Exim',
  source:
    'Exim src/deliver.c, src/moan.c; bounce_message_file and warn_message_file change the text around the list of addresses',
  cues: [
    { text: 'this message was created automatically by mail delivery software' },
    { field: ['x-failed-recipients', '@'], subject: 'mail delivery failed' },
    { field: ['message-id', '<e1'], from: 'mail delivery system', subject: 'warning: message ' },
    { from: 'mail delivery system', subject: 'mail failure - ' },
    { text: 'the following address(es) have yet to be delivered' },
    { text: 'a message that you sent contained a recipient address that was incorrectly constructed' },
    { text: 'a message that you sent contained one or more recipient addresses that were incorrectly constructed' },
  ],
  read: readAddressList,
};
