import { type Explanation, explain } from '../catalogue/explain.js';
import type { Language } from '../catalogue/text/language.js';
import { fill } from '../catalogue/text/words.js';
import type { BounceEvent } from '../model/event.js';
import type { InputNames } from '../model/field.js';
import type { RecipientEnd, Story, TracedLine, TracedMessage } from '../model/story.js';
import { visible } from '../model/visible.js';
import type { Zone } from '../model/zone.js';
import { displayWidth } from './display-width.js';
import { duration } from './duration.js';
import { localTime } from './rows.js';
import { wrapBehind } from './wrap.js';

const LINE_INDENT = '  ';
const VERDICT_INDENT = '      ';

export interface TraceTextOptions {
  readonly names: InputNames;
  readonly zone: Zone;
  /** Characters in a line of explanation; lines of the log are not broken. */
  readonly width: number;
  readonly language: Language;
}

/** Where an explanation stands that was given already, by what it says. */
type Given = Map<string, string>;

/**
 * A story for people: each message with its lines, a verdict under each failure, and what became of each recipient. What
 * explains several failures of a message is said once.
 */
export function* traceText({ messages, unqueued }: Story, options: TraceTextOptions): Iterable<string> {
  let isFirst = true;
  for (const message of messages) {
    if (!isFirst) yield '\n';
    isFirst = false;
    yield* messageText(message, options);
  }
  if (unqueued.length === 0) return;
  if (!isFirst) yield '\n';
  yield 'without a queue id\n';
  const given: Given = new Map();
  for (const line of unqueued) yield* lineText(line, given, options);
}

function* messageText(message: TracedMessage, options: TraceTextOptions): Iterable<string> {
  yield `${visible(headOf(message))}\n`;
  const given: Given = new Map();
  for (const line of message.lines) yield* lineText(line, given, options);
  for (const end of message.recipients) yield `${LINE_INDENT}${visible(endOf(end))}\n`;
  if (message.recipients.length === 0) yield `${LINE_INDENT}no delivery in the log\n`;
}

function headOf({ queueId, host, envelope, origin }: TracedMessage): string {
  const { sender, messageId } = envelope;
  return [
    queueId,
    ...(host === null ? [] : [`on ${host}`]),
    ...(sender === null ? [] : [`from <${sender}>`]),
    ...(messageId === null ? [] : [`message-id <${messageId}>`]),
    ...(origin === null
      ? []
      : [origin.kind === 'notification' ? `notifies of ${origin.queueId}` : `continues ${origin.queueId}`]),
  ].join('  ');
}

function* lineText(traced: TracedLine, given: Given, options: TraceTextOptions): Iterable<string> {
  const { names, zone } = options;
  const place = `${names.path(traced.input)}:${traced.line}`;
  const time = localTime(traced.time?.ms ?? null, zone) ?? '(no time)';
  yield `${LINE_INDENT}${time} ${visible(`${place} ${traced.text}`)}\n`;
  for (const event of traced.events) if (event.verdict !== null) yield* verdictText(event, place, given, options);
}

function* verdictText(event: BounceEvent, place: string, given: Given, { language, width }: TraceTextOptions): Iterable<string> {
  const { evidence, verdict } = event;
  yield `${VERDICT_INDENT}${visible(verdictLine(event))}\n`;
  const { direction, enhancedStatus, replyCode } = evidence;
  const explanation = explain({ direction, ...verdict!, enhancedStatus, replyCode }, language.text);
  if (explanation === null) return;
  const key = `${explanation.cause}\n${explanation.fix}`;
  const before = given.get(key);
  if (before === undefined) given.set(key, place);
  const said =
    before === undefined ? inFull(explanation, language, width) : [fill(language.words.labels.asAt, { place: visible(before) })];
  for (const line of said) yield `${VERDICT_INDENT}${line}\n`;
}

/** `failed  reply 550  enhanced 5.1.1  hard/user-unknown (rule)`; a code that is not known is left out. */
function verdictLine({ evidence, verdict }: BounceEvent): string {
  const { action, recipient, replyCode, enhancedStatus, loggedStatus, suspended } = evidence;
  return [
    action === 'expired' && recipient !== null ? `${action} <${recipient}>` : action,
    ...(suspended ? ['not tried'] : []),
    ...(replyCode === null ? [] : [`reply ${replyCode}`]),
    ...(enhancedStatus === null ? [] : [`enhanced ${enhancedStatus}`]),
    ...(loggedStatus === null || loggedStatus === enhancedStatus ? [] : [`logged ${loggedStatus}`]),
    `${verdict!.type}/${verdict!.reason} (${verdict!.rule})`,
  ].join('  ');
}

/** Cause and fix, their labels of one width. */
function inFull({ cause, fix }: Explanation, { words }: Language, width: number): string[] {
  const { shortCause, shortFix } = words.labels;
  const widest = Math.max(displayWidth(shortCause), displayWidth(shortFix));
  const said = (label: string, text: string) =>
    wrapBehind(label + ' '.repeat(widest - displayWidth(label) + 1), text, width - VERDICT_INDENT.length);
  return [...said(shortCause, cause), ...said(shortFix, fix)];
}

function endOf({ recipient, originalRecipient, outcome, continuesAs, attempts, queueSeconds }: RecipientEnd): string {
  const who = originalRecipient === null ? `<${recipient}>` : `<${recipient}>, at first <${originalRecipient}>`;
  const what = outcome ?? (continuesAs === null ? 'goes on' : `goes on as ${continuesAs}`);
  return [
    `${who}: ${what}`,
    `${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}`,
    ...(queueSeconds === null ? [] : [`${duration(queueSeconds)} in the queue`]),
  ].join(', ');
}
