import type { Event } from './bouncelens.js';
import type { Refused } from './rehearsal.js';
import type { Stage } from './remote-server.js';
import type { LastReply, RecipientTruth } from './truth.js';

/** Where the outcomes that were read differ from the truth: one sentence each. */
export function mismatches(truth: readonly RecipientTruth[], outcomes: readonly Event[]): string[] {
  const unclaimed = new Set(outcomes);
  const found = truth.flatMap((row) => {
    const event = [...unclaimed].find((candidate) => isAbout(candidate, row));
    if (!event) return [`${nameOf(row)}: not found`];
    unclaimed.delete(event);
    return differences(row, event).map((difference) => `${nameOf(row)}: ${difference}`);
  });
  return [
    ...found,
    ...[...unclaimed].map(({ queueId, recipient, outcome }) => `${queueId} ${recipient} is ${outcome} and nobody sent it`),
  ];
}

const nameOf = ({ about, queueId, recipient }: RecipientTruth): string => `${about} (${queueId ?? 'continued'}, ${recipient})`;

const isAbout = (event: Event, row: RecipientTruth): boolean =>
  event.recipient === row.recipient &&
  (row.queueId === null || event.queueId === row.queueId) &&
  (event.originalRecipient ?? row.recipient) === (row.original ?? row.recipient);

function differences(row: RecipientTruth, event: Event): string[] {
  return [
    ...differs('outcome', row.outcome, event.outcome),
    ...(row.attempts === null ? [] : differs('attempts', row.attempts, event.attempts)),
    ...(row.reply === null ? [] : replyDifferences(row.reply, event)),
  ];
}

function replyDifferences(reply: LastReply, event: Event): string[] {
  const wanted = seenThroughTheLog(reply.text);
  const got = seenThroughTheLog(event.diagnostic ?? '');
  const wasCut = wanted.length > readableLength;
  return [
    ...differs('replyCode', reply.code, event.replyCode),
    ...differs('enhancedStatus', reply.enhanced, event.enhancedStatus),
    ...differs('remoteMta', reply.host, event.remoteMta),
    ...(wasCut ? [] : differs('command', commands[reply.stage] ?? event.command, event.command)),
    ...(wasCut && got.length > readableLength - 100 && wanted.startsWith(got) ? [] : differs('diagnostic', wanted, got)),
  ];
}

/** A log line ends after 2000 bytes; so much of them is left for the reply. */
const readableLength = 1700;

/** "refused to talk to me" does not say whether the greeting or EHLO was answered. */
const commands: Partial<Record<Stage, string>> = { mail: 'MAIL', rcpt: 'RCPT', data: 'DATA', end: 'EOM' };

/** Postfix masks control characters and bytes that are not UTF-8; how many marks that gives is its own affair. */
function seenThroughTheLog(text: string): string {
  return text
    .replace(/[\p{Cc}\ufffd?]+/gu, '?')
    .replace(/ +/g, ' ')
    .trim();
}

const differs = (field: string, wanted: unknown, got: unknown): string[] =>
  wanted === (got ?? null) ? [] : [`${field} is ${JSON.stringify(got ?? null)}, not ${JSON.stringify(wanted)}`];

/** Where the refusals that were read differ from what the clients were told. */
export function refusalMismatches(refused: readonly Refused[], events: readonly Event[]): string[] {
  const unclaimed = new Set(events.filter(({ action }) => action === 'rejected'));
  const found = refused.flatMap(({ about, sender, recipient, told, codeIsLogged }) => {
    const text = told.lines.join(' ');
    const event = [...unclaimed].find(
      (one) => one.recipient === recipient && one.sender === sender && wordsOf(one.diagnostic ?? '') === wordsOf(text),
    );
    if (!event) return [`${about}: "${text}" to ${recipient} not found`];
    unclaimed.delete(event);
    return [
      ...differs('direction', 'inbound', event.direction),
      ...differs('replyCode', codeIsLogged ? told.code : null, event.replyCode),
      ...differs('enhancedStatus', /^\d{3} (\d\.\d+\.\d+) /.exec(text)?.[1] ?? null, event.enhancedStatus),
    ].map((difference) => `${about}: ${difference}`);
  });
  return [...found, ...[...unclaimed].map(({ recipient, diagnostic }) => `${recipient}: "${diagnostic}" was told to nobody`)];
}

/** The text of a reply without its codes. */
const wordsOf = (reply: string): string => reply.replace(/^(?:\d{3} )?(?:\d\.\d+\.\d+ )?/, '');
