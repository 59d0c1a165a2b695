import { embeddedReply } from '../classify/quoted-reply.js';
import { readReply } from '../classify/reply.js';
import { type Action, type Evidence, NO_ENVELOPE } from '../model/evidence.js';
import { readReason, readRelay } from '../mta/postfix/reason.js';

/** A text to classify with what is known beside it. Unknown is null. */
export interface Diagnostic {
  readonly text: string;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  readonly loggedStatus: string | null;
  readonly remoteMta: string | null;
  readonly command: string | null;
  readonly mta: string | null;
}

/** A text of which nothing else is known. */
export const bareDiagnostic = (text: string): Diagnostic => ({
  text,
  replyCode: null,
  enhancedStatus: null,
  loggedStatus: null,
  remoteMta: null,
  command: null,
  mta: null,
});

const STATUS_FORM = /^[245]\.\d{1,3}\.\d{1,3}$/;

/**
 * A line of JSON: an object with `text`, and optionally `replyCode`, `enhancedStatus`, `loggedStatus`, `remoteMta`,
 * `command` and `mta`; a record of `events`, whose text is its `diagnostic`, will do. What is no code is not known, and
 * other keys mean nothing here.
 * @returns what is wrong where it cannot be taken
 */
export function diagnosticOfJson(line: string): Diagnostic | string {
  let given: Readonly<Record<string, unknown>>;
  try {
    given = JSON.parse(line);
  } catch (error) {
    return `no JSON: ${(error as Error).message}`;
  }
  const text = given.text ?? given.diagnostic;
  if (typeof text !== 'string') return "the object has no 'text'";
  const told = (name: string, form: RegExp) => {
    const value = given[name];
    return typeof value === 'string' && form.test(value) ? value : null;
  };
  const replyCode = Number(given.replyCode);
  return {
    text,
    replyCode: Number.isInteger(replyCode) && replyCode >= 200 && replyCode <= 599 ? replyCode : null,
    enhancedStatus: told('enhancedStatus', STATUS_FORM),
    loggedStatus: told('loggedStatus', STATUS_FORM),
    remoteMta: told('remoteMta', /\S/),
    command: told('command', /\S/)?.toUpperCase() ?? null,
    mta: told('mta', /\S/),
  };
}

/**
 * One failure as the classifier takes it, out of a text that somebody pasted: a reply, a sentence of a bounce mail that
 * quotes one, the reason of a Postfix log line or the whole line. What is given beside the text goes before what the
 * text tells.
 */
export function readDiagnostic(given: Diagnostic): Evidence {
  const logged = deliveryLine(given.text);
  const text = logged?.reason ?? given.text;
  const loggedStatus = given.loggedStatus ?? logged?.status ?? null;
  const reason = readReason(text.trim(), loggedStatus);
  const reply = codesOf(reason.diagnostic, reason, loggedStatus);
  const replyCode = given.replyCode ?? reply.replyCode;
  const enhancedStatus = given.enhancedStatus ?? reply.enhancedStatus;
  return {
    sourceType: 'log',
    mta: given.mta ?? 'unknown',
    action: actionOf(logged?.outcome ?? null, loggedStatus, enhancedStatus, replyCode),
    direction: 'outbound',
    time: null,
    position: { input: 0, offset: 0, index: 0 },
    line: 1,
    host: null,
    instance: null,
    queueId: null,
    recipient: null,
    originalRecipient: null,
    transport: null,
    remoteMta: given.remoteMta ?? reason.remoteMta ?? logged?.remoteMta ?? null,
    remoteIp: reason.remoteIp,
    command: given.command ?? reason.command ?? null,
    replyCode,
    enhancedStatus,
    loggedStatus,
    diagnostic: reason.diagnostic,
    suspended: reason.suspended,
    queueSeconds: null,
    envelope: NO_ENVELOPE,
  };
}

function codesOf(text: string, reason: Pick<Evidence, 'replyCode' | 'enhancedStatus'>, loggedStatus: string | null) {
  if (reason.replyCode !== null) return reason;
  const reply = readReply(text, loggedStatus);
  if (reply.replyCode !== null) return reply;
  const embedded = embeddedReply(text);
  return embedded === null ? reply : { ...embedded, enhancedStatus: embedded.enhancedStatus ?? reply.enhancedStatus };
}

/** For now or for good: what the MTA made of it, else what the codes say; without either the fault decides. */
function actionOf(
  outcome: Action | null,
  loggedStatus: string | null,
  enhancedStatus: string | null,
  replyCode: number | null,
): Action {
  if (outcome !== null) return outcome;
  if (loggedStatus !== null) return loggedStatus.startsWith('4') ? 'delayed' : 'failed';
  const isTemporary = enhancedStatus?.startsWith('4') || (replyCode !== null && replyCode >= 400 && replyCode < 500);
  return isTemporary ? 'delayed' : 'failed';
}

interface DeliveryLine {
  readonly reason: string;
  readonly status: string | null;
  readonly outcome: Action | null;
  readonly remoteMta: string | null;
}

const STATUS = /\bstatus=(bounced|deferred|undeliverable|expired)\b/;
const DSN = /\bdsn=([245]\.\d{1,3}\.\d{1,3})\b/;
const RELAY = /\brelay=([^\s,]{1,300})/;

/** The parts of a Postfix delivery record: `… relay=H[ip]:25, …, dsn=5.1.1, status=bounced (REASON)`; null for another text. */
function deliveryLine(text: string): DeliveryLine | null {
  const status = STATUS.exec(text);
  if (status === null) return null;
  const open = text.indexOf(' (', status.index);
  const close = text.lastIndexOf(')');
  if (open < 0 || close < open) return null;
  const before = text.slice(0, open);
  const relay = RELAY.exec(before)?.[1];
  return {
    reason: text.slice(open + 2, close),
    status: DSN.exec(before)?.[1] ?? null,
    outcome: status[1] === 'deferred' ? 'delayed' : 'failed',
    remoteMta: relay === undefined ? null : readRelay(relay).remoteMta,
  };
}
