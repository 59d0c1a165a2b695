import type { BounceEvent, RecipientOutcome } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import { formatTimestamp } from '../model/timestamp.js';
import { visible } from '../model/visible.js';
import { cut } from './display-width.js';
import { duration } from './duration.js';
import type { TextStyle } from './page-text.js';
import { verdictText } from './verdict-text.js';

const INDENT = '  ';

/** An event for people: when, what and to whom, with the codes; the verdict; what was answered, in a line. */
export const eventText = (event: BounceEvent, style: TextStyle): string => block(event, event.evidence.action, null, style);

/** A recipient for people: the record that decided, the final state, and how long it took. */
export function outcomeText({ event, outcome, attempts, queueSeconds }: RecipientOutcome, style: TextStyle): string {
  const took = [
    `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`,
    ...(queueSeconds === null ? [] : [`${duration(queueSeconds)} in the queue`]),
  ];
  return block(event, outcome, took.join(', '), style);
}

function block({ evidence, verdict }: BounceEvent, what: string, took: string | null, style: TextStyle): string {
  const { width, label } = style;
  const { time, diagnostic } = evidence;
  const lines = [
    [label(formatTimestamp(time) ?? '(no time)'), what, cut(whom(evidence), width), ...codes(evidence)].join(' '),
    ...(verdict === null ? [] : [INDENT + verdictText(verdict, style)]),
    ...(took === null ? [] : [INDENT + took]),
    ...(diagnostic === null ? [] : [INDENT + cut(visible(diagnostic), width - INDENT.length)]),
  ];
  return `${lines.join('\n')}\n\n`;
}

/** The recipient; where our own server refused, the client too. */
function whom({ recipient, direction, envelope: { client } }: Evidence): string {
  const to = recipient === null ? [] : [`<${visible(recipient)}>`];
  const from = direction === 'outbound' || client === null ? [] : [`from ${visible(client)}`];
  return [...to, ...from].join(' ') || '(no recipient)';
}

/** `550 5.1.1`, and what the MTA logged where that is another. */
const codes = ({ replyCode, enhancedStatus, loggedStatus }: Evidence): string[] => [
  ...(replyCode === null ? [] : [String(replyCode)]),
  ...(enhancedStatus === null ? [] : [enhancedStatus]),
  ...(loggedStatus === null || loggedStatus === enhancedStatus ? [] : [`logged ${loggedStatus}`]),
];
