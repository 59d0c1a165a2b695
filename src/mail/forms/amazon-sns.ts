import { addressOfField, firstAddress } from '../address.js';
import { type Finding, finding, type MailAction } from '../finding.js';
import type { Form } from '../form.js';
import { oneLine } from '../general-reader.js';
import { readMailTime } from '../mail-time.js';
import type { Notice } from '../notice.js';

/** An object out of JSON, of which nothing is known yet. */
type Json = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const objectIn = (value: Json, name: string): Json => (isObject(value[name]) ? value[name] : {});
const textIn = (value: Json, name: string): string | null =>
  typeof value[name] === 'string' && value[name] !== '' ? value[name] : null;
const listIn = (value: Json, name: string): readonly unknown[] =>
  Array.isArray(value[name]) ? value[name].slice(0, MOST_RECIPIENTS) : [];

const MOST_RECIPIENTS = 1_000;
/** SNS sends at most 256 KiB. */
const LONGEST = 512 * 1024;

/** Where the object ends that starts at `start`; -1 when it does not. */
function objectEnd(text: string, start: number): number {
  let depth = 0;
  let isQuoted = false;
  for (let i = start; i < text.length; i++) {
    const c = text[i];
    if (isQuoted) {
      if (c === '\\') i++;
      else if (c === '"') isQuoted = false;
    } else if (c === '"') isQuoted = true;
    else if (c === '{') depth++;
    else if (c === '}' && --depth === 0) return i + 1;
  }
  return -1;
}

/** Ways in which mail systems break the one long line of the JSON; Sendmail writes `!`, a line end and a space. */
const REPAIRS: readonly ((text: string) => string)[] = [
  (text) => text,
  (text) => text.replace(/!\n ?/g, ''),
  (text) => text.replace(/\n/g, ''),
  (text) => text.replace(/\n ?/g, ''),
  (text) => text.replace(/ ?\n/g, ' '),
];

/** The first object in the text. */
function jsonIn(text: string): Json | null {
  const start = text.indexOf('{');
  const end = start < 0 || text.length > LONGEST ? -1 : objectEnd(text, start);
  if (end < 0) return null;
  const whole = text.slice(start, end);
  for (const repair of REPAIRS) {
    const value = parsed(repair(whole));
    if (value !== null) return value;
  }
  return null;
}

function parsed(text: string): Json | null {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : null;
  } catch {
    return null;
  }
}

/** The notification of SES, out of the envelope of SNS where it is in one. */
function notificationIn(text: string): Json | null {
  const outer = jsonIn(text);
  const message = outer === null ? null : textIn(outer, 'Message');
  return message === null ? outer : (jsonIn(message) ?? outer);
}

/** `dsn; host` and `smtp; 550 …` without their types (RFC 3464 §2.1.2). */
const untyped = (value: string | null): string | null => value?.replace(/^\s{0,3}[\w-]{1,20}\s{0,3};\s{0,3}/, '') ?? null;

const ACTIONS: ReadonlySet<string> = new Set(['failed', 'delayed', 'delivered', 'relayed', 'expanded']);
const actionIn = (recipient: Json, otherwise: MailAction): MailAction => {
  const action = textIn(recipient, 'action')?.toLowerCase() ?? '';
  return ACTIONS.has(action) ? (action as MailAction) : otherwise;
};

/** A recipient is an object with an address, or the address itself. */
const addressOf = (recipient: unknown): string | null => {
  const value = typeof recipient === 'string' ? recipient : isObject(recipient) ? textIn(recipient, 'emailAddress') : null;
  return value === null ? null : addressOfField(value);
};

/** What is told of the message: its sender, and its Message-ID where SES was asked to include the header. */
function messageOf(notification: Json): Pick<Finding, 'sender' | 'messageId'> {
  const mail = objectIn(notification, 'mail');
  const messageId = textIn(objectIn(mail, 'commonHeaders'), 'messageId');
  return {
    sender: firstAddress(textIn(mail, 'source') ?? ''),
    messageId: messageId?.trim().replace(/^<([^<>]*)>$/, '$1') ?? null,
  };
}

/** What is told of one recipient beside what holds for all. */
function recipientFinding(recipient: unknown, action: MailAction, known: Partial<Finding>): Finding {
  const fields = isObject(recipient) ? recipient : {};
  const diagnostic = untyped(textIn(fields, 'diagnosticCode')) ?? known.diagnostic ?? null;
  return finding({
    ...known,
    recipient: addressOf(recipient),
    action: actionIn(fields, action),
    status: textIn(fields, 'status'),
    diagnostic: diagnostic === null ? null : oneLine(diagnostic),
  });
}

const words = (...values: readonly (string | null)[]): string | null =>
  values.filter((value) => value !== null).join(' ') || null;

/** The notifications that tell of an outcome, by the name of their kind in lower case. */
const KINDS: Readonly<Record<string, (notification: Json) => readonly Finding[]>> = {
  bounce: (notification) => {
    const bounce = objectIn(notification, 'bounce');
    const known = {
      diagnostic: words(textIn(bounce, 'bounceType'), textIn(bounce, 'bounceSubType')),
      remoteIp: textIn(bounce, 'remoteMtaIp'),
      time: readMailTime(textIn(bounce, 'timestamp')),
    };
    return listIn(bounce, 'bouncedRecipients').map((one) => recipientFinding(one, 'failed', known));
  },
  complaint: (notification) => {
    const complaint = objectIn(notification, 'complaint');
    const known = {
      diagnostic: words(textIn(complaint, 'userAgent'), textIn(complaint, 'complaintSubType')),
      feedbackType: textIn(complaint, 'complaintFeedbackType')?.toLowerCase() ?? null,
      time: readMailTime(textIn(complaint, 'arrivalDate') ?? textIn(complaint, 'timestamp')),
    };
    return listIn(complaint, 'complainedRecipients').map((one) => recipientFinding(one, 'feedback', known));
  },
  delivery: (notification) => {
    const delivery = objectIn(notification, 'delivery');
    const known = {
      diagnostic: textIn(delivery, 'smtpResponse'),
      remoteIp: textIn(delivery, 'remoteMtaIp'),
      time: readMailTime(textIn(delivery, 'timestamp')),
    };
    return listIn(delivery, 'recipients').map((one) => recipientFinding(one, 'delivered', known));
  },
  deliverydelay: (notification) => {
    const delay = objectIn(notification, 'deliveryDelay');
    const known = { diagnostic: textIn(delay, 'delayType'), time: readMailTime(textIn(delay, 'timestamp')) };
    return listIn(delay, 'delayedRecipients').map((one) => recipientFinding(one, 'delayed', known));
  },
  reject: (notification) => {
    const known = { diagnostic: textIn(objectIn(notification, 'reject'), 'reason') };
    return listIn(objectIn(notification, 'mail'), 'destination').map((one) => recipientFinding(one, 'failed', known));
  },
};

/** The strings of one name, in whatever is left of the JSON; inside an envelope its quotes are escaped. */
const loose = (text: string, name: string): readonly string[] =>
  [...text.matchAll(new RegExp(`"${name}\\\\?" ?: ?\\\\?"([^"\\\\]{1,1000})`, 'g'))].map(([, value = '']) => value);

/** What the kinds tell of their recipients where nothing else does. */
const ACTION_OF: Readonly<Record<string, MailAction>> = {
  bounce: 'failed',
  complaint: 'feedback',
  delivery: 'delivered',
  deliverydelay: 'delayed',
  reject: 'failed',
};

/** The kind comes from the mail: it may be a name that every object has. */
const actionOf = (kind: string): MailAction => (Object.hasOwn(ACTION_OF, kind) ? ACTION_OF[kind]! : 'failed');

/** Reads a notification that was cut off: the addresses, and the reply if there is one. */
function readDamaged(text: string): readonly Finding[] {
  const head = text.slice(0, LONGEST).replace(/!\n ?/g, '').replace(/\n/g, '');
  const [kind = ''] = [...loose(head, 'notificationType'), ...loose(head, 'eventType')];
  const [diagnostic = null] = loose(head, 'diagnosticCode');
  const action = actionOf(kind.toLowerCase());
  const known = { action, status: loose(head, 'status')[0] ?? null, diagnostic: untyped(diagnostic) };
  const addresses = loose(head, 'emailAddress').slice(0, MOST_RECIPIENTS);
  return addresses.length === 0
    ? [finding(known)]
    : addresses.map((address) => finding({ ...known, recipient: addressOfField(address) }));
}

/** Reads what SES publishes through SNS: bounces, complaints, deliveries, delays. Never throws on damage. */
function readSns({ text }: Notice): readonly Finding[] {
  const notification = notificationIn(text);
  if (notification === null) return readDamaged(text);
  const kind = (textIn(notification, 'notificationType') ?? textIn(notification, 'eventType') ?? '')
    .toLowerCase()
    .replace(/\s/g, '');
  const found = Object.hasOwn(KINDS, kind) ? KINDS[kind]!(notification) : [];
  const message = messageOf(notification);
  if (found.length === 0) return [finding({ action: actionOf(kind), ...message })];
  return found.map((one) => ({ ...one, ...message }));
}

/** A rejection has no name of its own; its kind is written closely, spaced, or escaped in an envelope. */
const REJECTS = ['"eventtype":"reject"', '"eventtype": "reject"', '"eventtype" : "reject"', '"eventtype\\":\\"reject\\"'];

/** Names that only the notifications with an outcome hold; those of opens, clicks and sends do not. */
const OUTCOMES = ['"bouncedrecipients', '"complainedrecipients', '"delayedrecipients', '"smtpresponse', ...REJECTS];

export const amazonSns: Form = {
  name: 'amazon-sns',
  system: 'Amazon SES, notifications and events through Amazon SNS',
  source: 'Amazon SES Developer Guide, "Amazon SNS notification contents for Amazon SES" and "Contents of event data"',
  kind: 'bounce',
  cues: OUTCOMES.flatMap((text) => [
    { from: 'sns.amazonaws.com', text },
    { field: ['x-amz-sns-message-id', ''] as const, text },
    { opening: '{', text },
  ]),
  read: readSns,
};
