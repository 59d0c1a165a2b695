import { createHash } from 'node:crypto';
import { type BounceEvent, domainOf, providerOf, type RecipientOutcome } from './event.js';
import { formatTimestamp } from './timestamp.js';

/** What a record needs to know about the inputs to be written out. */
export interface InputNames {
  /** The path of an input as given. */
  path(input: number): string;
  /** The hash of the first line of an input, which stays the same when the file is moved or compressed. */
  fingerprint(input: number): string;
}

export type FieldValue = string | number | null;

interface Field<Subject> {
  readonly name: string;
  readonly type: 'string' | 'number';
  readonly nullable: boolean;
  readonly doc: string;
  readonly value: (subject: Subject, names: InputNames) => FieldValue;
}

/** Of a record that was kept since an earlier run, nobody knows any more on which line it stood. */
function numberOf({ line }: BounceEvent['evidence']): number | null {
  return line === 0 ? null : line;
}

/** Hash of where a record stands, never of names or times: stable across runs, machines and rotation. */
function idOf({ evidence }: BounceEvent, names: InputNames): string {
  const { input, offset, index } = evidence.position;
  return createHash('sha256')
    .update(`${names.fingerprint(input)}:${offset}:${index}`)
    .digest('base64url')
    .slice(0, 20);
}

/** The event record: one table for CSV headers, NDJSON keys and documentation. */
export const EVENT_FIELDS: readonly Field<BounceEvent>[] = [
  { name: 'id', type: 'string', nullable: false, doc: 'stable identifier of the record', value: idOf },
  {
    name: 'time',
    type: 'string',
    nullable: true,
    doc: 'ISO 8601 with offset',
    value: ({ evidence }) => formatTimestamp(evidence.time),
  },
  { name: 'sourceType', type: 'string', nullable: false, doc: 'log or mail', value: ({ evidence }) => evidence.sourceType },
  {
    name: 'file',
    type: 'string',
    nullable: false,
    doc: 'path as given',
    value: ({ evidence }, names) => names.path(evidence.position.input),
  },
  {
    name: 'line',
    type: 'number',
    nullable: true,
    doc: '1-based line in a log',
    value: ({ evidence }) => (evidence.sourceType === 'log' ? numberOf(evidence) : null),
  },
  {
    name: 'message',
    type: 'number',
    nullable: true,
    doc: '1-based message in a mail file',
    value: ({ evidence }) => (evidence.sourceType === 'mail' ? numberOf(evidence) : null),
  },
  { name: 'mta', type: 'string', nullable: true, doc: 'who wrote the record', value: ({ evidence }) => evidence.mta },
  { name: 'host', type: 'string', nullable: true, doc: 'logging host', value: ({ evidence }) => evidence.host },
  {
    name: 'instance',
    type: 'string',
    nullable: true,
    doc: 'the tag before its first slash',
    value: ({ evidence }) => evidence.instance,
  },
  { name: 'queueId', type: 'string', nullable: true, doc: 'queue id', value: ({ evidence }) => evidence.queueId },
  {
    name: 'messageId',
    type: 'string',
    nullable: true,
    doc: 'Message-ID without its brackets',
    value: ({ evidence }) => evidence.envelope.messageId,
  },
  { name: 'direction', type: 'string', nullable: false, doc: 'outbound or inbound', value: ({ evidence }) => evidence.direction },
  {
    name: 'action',
    type: 'string',
    nullable: false,
    doc: 'failed, delayed, delivered, expanded, rejected, expired',
    value: ({ evidence }) => evidence.action,
  },
  {
    name: 'sender',
    type: 'string',
    nullable: true,
    doc: 'reverse-path; empty for the empty one',
    value: ({ evidence }) => evidence.envelope.sender,
  },
  { name: 'recipient', type: 'string', nullable: true, doc: 'recipient', value: ({ evidence }) => evidence.recipient },
  {
    name: 'originalRecipient',
    type: 'string',
    nullable: true,
    doc: 'recipient before aliases',
    value: ({ evidence }) => evidence.originalRecipient,
  },
  {
    name: 'recipientDomain',
    type: 'string',
    nullable: true,
    doc: "recipient's domain, lower case",
    value: ({ evidence }) => domainOf(evidence.recipient),
  },
  {
    name: 'saslUsername',
    type: 'string',
    nullable: true,
    doc: 'login that submitted the message',
    value: ({ evidence }) => evidence.envelope.saslUsername,
  },
  {
    name: 'client',
    type: 'string',
    nullable: true,
    doc: 'client that submitted the message, or was refused',
    value: ({ evidence }) => evidence.envelope.client,
  },
  { name: 'transport', type: 'string', nullable: true, doc: 'delivery agent', value: ({ evidence }) => evidence.transport },
  {
    name: 'remoteMta',
    type: 'string',
    nullable: true,
    doc: 'host that gave the reply',
    value: ({ evidence }) => evidence.remoteMta,
  },
  { name: 'remoteIp', type: 'string', nullable: true, doc: 'its address', value: ({ evidence }) => evidence.remoteIp },
  {
    name: 'command',
    type: 'string',
    nullable: true,
    doc: 'SMTP command that was answered',
    value: ({ evidence }) => evidence.command,
  },
  {
    name: 'replyCode',
    type: 'number',
    nullable: true,
    doc: 'three-digit code in the reply (RFC 5321)',
    value: ({ evidence }) => evidence.replyCode,
  },
  {
    name: 'enhancedStatus',
    type: 'string',
    nullable: true,
    doc: 'enhanced code in the reply text (RFC 3463)',
    value: ({ evidence }) => evidence.enhancedStatus,
  },
  {
    name: 'loggedStatus',
    type: 'string',
    nullable: true,
    doc: 'what the MTA recorded (dsn=)',
    value: ({ evidence }) => evidence.loggedStatus,
  },
  {
    name: 'diagnostic',
    type: 'string',
    nullable: true,
    doc: 'reply or error text',
    value: ({ evidence }) => evidence.diagnostic,
  },
  {
    name: 'type',
    type: 'string',
    nullable: false,
    doc: 'hard, soft, block, none, undetermined',
    value: ({ verdict }) => verdict?.type ?? 'none',
  },
  {
    name: 'reason',
    type: 'string',
    nullable: false,
    doc: 'why it failed',
    value: ({ verdict }) => verdict?.reason ?? 'delivered',
  },
  { name: 'provider', type: 'string', nullable: true, doc: 'who runs the remote MX', value: providerOf },
  { name: 'rule', type: 'string', nullable: true, doc: 'the rule that decided', value: ({ verdict }) => verdict?.rule ?? null },
  {
    name: 'feedbackType',
    type: 'string',
    nullable: true,
    doc: 'kind of feedback report (RFC 5965)',
    value: ({ evidence }) => evidence.feedbackType ?? null,
  },
];

/** What a record has in addition when there is one per recipient, with its final state. */
export const OUTCOME_FIELDS: readonly Field<RecipientOutcome>[] = [
  { name: 'outcome', type: 'string', nullable: false, doc: 'delivered, failed, expired, open', value: ({ outcome }) => outcome },
  { name: 'attempts', type: 'number', nullable: false, doc: 'delivery attempts', value: ({ attempts }) => attempts },
  {
    name: 'firstAttempt',
    type: 'string',
    nullable: true,
    doc: 'time of the first attempt',
    value: ({ firstAttempt }) => formatTimestamp(firstAttempt),
  },
  {
    name: 'lastAttempt',
    type: 'string',
    nullable: true,
    doc: 'time of the last attempt',
    value: ({ lastAttempt }) => formatTimestamp(lastAttempt),
  },
  {
    name: 'queueSeconds',
    type: 'number',
    nullable: true,
    doc: 'seconds in the queue',
    value: ({ queueSeconds }) => queueSeconds,
  },
];
