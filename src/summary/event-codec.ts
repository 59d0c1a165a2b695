import type { DimensionValue } from '../model/dimension.js';
import type { BounceEvent } from '../model/event.js';
import type { Action, Direction, Envelope, Evidence, Position, Timestamp } from '../model/evidence.js';
import { NO_ENVELOPE } from '../model/evidence.js';
import { PROVIDERS } from '../model/provider.js';
import { BOUNCE_TYPES, REASONS, type Verdict } from '../model/verdict.js';
import { ByteError } from './byte-reader.js';
import { type Codec, flag, int, nullable, oneOf, real, record, text, uint } from './codec.js';

/** How the inputs of a summary are named where it is written, and numbered where it is read. */
export interface InputIdentities {
  /** The same for the same input, whatever it is called and wherever it is. */
  nameOf(input: number): string;
  inputOf(name: string): number;
  /** Told when an input begins, which decides where it stands among the others. */
  begins(input: number, time: number | null): void;
  /** Told the last time that is known where an input was read, which decides between inputs that begin within the same second. */
  ends(input: number, time: number): void;
}

const ACTIONS: Readonly<Record<Action, true>> = {
  failed: true,
  delayed: true,
  delivered: true,
  relayed: true,
  expanded: true,
  rejected: true,
  expired: true,
  feedback: true,
  'auto-reply': true,
};
const DIRECTIONS: Readonly<Record<Direction, true>> = { outbound: true, inbound: true };

const namesOf = <Name extends string>(names: readonly Name[]) =>
  Object.fromEntries(names.map((name) => [name, true])) as Readonly<Record<Name, true>>;

const nullableText = nullable(text);

export const timestamp: Codec<Timestamp> = record<Timestamp>({ ms: int, offset: int });

export const envelope: Codec<Envelope> = record<Envelope>({
  sender: nullableText,
  messageId: nullableText,
  client: nullableText,
  saslUsername: nullableText,
});

const verdict: Codec<Verdict> = record<Verdict>({
  type: oneOf(namesOf(BOUNCE_TYPES)),
  reason: oneOf(namesOf(REASONS)),
  rule: text,
  provider: nullable(oneOf(namesOf(PROVIDERS))),
});

/** A text, a number or nothing. */
export const dimensionValue: Codec<DimensionValue> = {
  write(to, value) {
    to.uint(value === null ? 0 : typeof value === 'string' ? 1 : 2);
    if (typeof value === 'string') to.text(value);
    else if (value !== null) int.write(to, value);
  },
  read(from) {
    const kind = from.uint();
    if (kind > 2) throw new ByteError('a value is of no known kind');
    return kind === 0 ? null : kind === 1 ? from.text() : int.read(from);
  },
};

/** What only mails have may be missing in a record. */
const optionalText: Codec<string | null | undefined> = {
  write: (to, value) => nullableText.write(to, value ?? null),
  read: (from) => nullableText.read(from),
};

export const positionCodec = (inputs: InputIdentities): Codec<Position> =>
  record<Position>({
    input: { write: (to, input) => to.text(inputs.nameOf(input)), read: (from) => inputs.inputOf(from.text()) },
    offset: uint,
    index: uint,
  });

/** A field that is left out, and what stands in its place in what is read. */
const notKept = <T>(instead: T): Codec<T> => ({ write: () => {}, read: () => instead });

/**
 * Records of a log or a mail. Their envelope is written with the message that they share it with, and is unknown in what is
 * read until the message is. The number of the line is left out: a part of an input does not know it.
 */
export function evidenceCodec(inputs: InputIdentities): Codec<Evidence> {
  return record<Evidence>({
    sourceType: oneOf({ log: true, mail: true }),
    mta: text,
    action: oneOf(ACTIONS),
    direction: oneOf(DIRECTIONS),
    time: nullable(timestamp),
    position: positionCodec(inputs),
    line: notKept(0),
    host: nullableText,
    instance: nullableText,
    queueId: nullableText,
    recipient: nullableText,
    originalRecipient: nullableText,
    transport: nullableText,
    remoteMta: nullableText,
    remoteIp: nullableText,
    command: nullableText,
    replyCode: nullable(uint),
    enhancedStatus: nullableText,
    loggedStatus: nullableText,
    diagnostic: nullableText,
    suspended: flag,
    queueSeconds: nullable(real),
    envelope: notKept(NO_ENVELOPE),
    feedbackType: optionalText,
  });
}

/** What was found of the text is found again. */
export const eventCodec = (evidence: Codec<Evidence>): Codec<BounceEvent> =>
  record<BounceEvent>({ evidence, verdict: nullable(verdict), said: notKept(undefined), wording: notKept(undefined) });
