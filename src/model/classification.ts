import type { Evidence } from './evidence.js';
import type { FieldValue } from './field.js';
import type { Verdict } from './verdict.js';

/** A text that was classified by itself. */
export interface Classification {
  /** As it was given. */
  readonly text: string;
  readonly evidence: Evidence;
  readonly verdict: Verdict;
  /** The page of the provider or the block list that says so; null when none. */
  readonly page: string | null;
}

interface Field {
  readonly name: string;
  readonly doc: string;
  readonly value: (classification: Classification) => FieldValue;
}

/** The record of a classified text, with the names of the event record. */
export const CLASSIFICATION_FIELDS: readonly Field[] = [
  { name: 'text', doc: 'as it was given', value: ({ text }) => text },
  { name: 'replyCode', doc: 'three-digit code in the reply (RFC 5321)', value: ({ evidence }) => evidence.replyCode },
  { name: 'enhancedStatus', doc: 'enhanced code in the reply (RFC 3463)', value: ({ evidence }) => evidence.enhancedStatus },
  { name: 'loggedStatus', doc: 'what the MTA recorded (dsn=)', value: ({ evidence }) => evidence.loggedStatus },
  { name: 'command', doc: 'SMTP command that was answered', value: ({ evidence }) => evidence.command },
  { name: 'remoteMta', doc: 'host that gave the reply', value: ({ evidence }) => evidence.remoteMta },
  { name: 'provider', doc: 'who runs the remote MX', value: ({ verdict }) => verdict.provider },
  { name: 'type', doc: 'hard, soft, block, none, undetermined', value: ({ verdict }) => verdict.type },
  { name: 'reason', doc: 'why it failed', value: ({ verdict }) => verdict.reason },
  { name: 'rule', doc: 'the rule that decided', value: ({ verdict }) => verdict.rule },
];
