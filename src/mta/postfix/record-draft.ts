import { type Action, type Evidence, NO_ENVELOPE } from '../../model/evidence.js';
import type { LineFacts } from '../../model/record-sink.js';
import type { Refusal } from './refusal.js';

/** A record whose text is being read. */
export type RecordDraft = { -readonly [Name in keyof Evidence]: Evidence[Name] };

/**
 * What a line tells before its text is read.
 * @param input the place of its log in reading order. @param index tells apart the records that one line stands for.
 */
export function recordDraft(
  action: Action,
  { time, host, instance, line, offset }: LineFacts,
  input: number,
  index: number,
): RecordDraft {
  return {
    sourceType: 'log',
    mta: 'postfix',
    action,
    direction: action === 'rejected' ? 'inbound' : 'outbound',
    time,
    position: { input, offset, index },
    line,
    host: host === '' ? null : host,
    instance: instance === '' ? null : instance,
    queueId: null,
    recipient: null,
    originalRecipient: null,
    transport: null,
    remoteMta: null,
    remoteIp: null,
    command: null,
    replyCode: null,
    enhancedStatus: null,
    loggedStatus: null,
    diagnostic: null,
    suspended: false,
    queueSeconds: null,
    envelope: NO_ENVELOPE,
  };
}

/** Puts what the text of a refusal tells into its record. */
export function tellRefusal(evidence: RecordDraft, refusal: Refusal): void {
  const { sender, client, saslUsername, recipient, command, replyCode, enhancedStatus, diagnostic } = refusal;
  evidence.recipient = recipient;
  evidence.command = command;
  evidence.replyCode = replyCode;
  evidence.enhancedStatus = enhancedStatus;
  evidence.diagnostic = diagnostic;
  evidence.envelope = { sender, messageId: null, client, saslUsername };
}
