import type { BounceType, Reason } from '../model/verdict.js';

/** Who has to act on a failure. */
export const ACTORS = [
  'list owner',
  'recipient',
  'recipient or its admin',
  'recipient admin',
  'sender admin',
  'message author',
  'both admins',
  'our admin',
  'wait',
  'nobody',
  'analyst',
] as const;
export type Actor = (typeof ACTORS)[number];

/** Whether the same message may be tried again. */
export const RETRIES = ['yes', 'slowly', 'after-fix', 'no', 'by class', 'n/a'] as const;
export type Retry = (typeof RETRIES)[number];

/** The first digit of a code; `X` stands for each that fits, `other` for what is no reply of SMTP. */
export type CodeClass = '2' | '3' | '4' | '5' | 'X' | 'other';

/**
 * `standard`: an RFC or the registry defines the code; `registered`: named in a registry table without a definition;
 * `observed`: servers send it without a document; `unregistered`: nothing is known but its digits.
 */
export type CodeStatus = 'standard' | 'registered' | 'observed' | 'unregistered';

/** What a language's text file says of one code or reason. Plain sentences, no markup. */
export interface Prose {
  /** A name of a few words, without the code itself. */
  readonly title: string;
  /** What it means: the cause. */
  readonly cause: string;
  /** The situation in which one meets it. */
  readonly when: string;
  /** What to do about it. */
  readonly fix: string;
}

/** A meaning that an overloaded reply code takes when the reason is known. */
export interface Sense {
  readonly reason: Reason;
  readonly cause: string;
  readonly fix: string;
}

export interface ReplyCodeProse extends Prose {
  /** Present for codes that mean several things (550, 552, 452, …). */
  readonly senses?: readonly Sense[];
}

export interface ReasonProse extends Prose {
  /** The same reason seen by the operator whose server refused a client with it. */
  readonly inbound: Omit<Prose, 'title'>;
}

/** Everything that a language has to say. One file per language exports one of these. */
export interface CatalogueText {
  readonly replyCodes: Readonly<Record<number, ReplyCodeProse>>;
  /** Keyed as in `ENHANCED_CODES`: `X.1.1`, `5.7.57`, `5.7.606-649`, `4.16.x`. */
  readonly enhancedCodes: Readonly<Record<string, Prose>>;
  readonly reasons: Readonly<Record<Reason, ReasonProse>>;
}

/** Facts about a reply code that no language changes. */
export interface ReplyCodeFacts {
  readonly code: number;
  readonly status: Exclude<CodeStatus, 'unregistered'>;
  /** SMTP commands it answers; empty when any or unknown. */
  readonly commands: readonly string[];
  readonly retry: Retry;
  readonly actor: Actor;
  /** The defining document with its section, or who is known to send it. */
  readonly reference: string;
}

/** Facts about an enhanced status code (RFC 3463 and the IANA registry of RFC 5248). */
export interface EnhancedCodeFacts {
  /** `X.y.z` for any class, or an exact code or range of one class. */
  readonly code: string;
  readonly status: Extract<CodeStatus, 'standard' | 'observed'>;
  /** The reason that the code alone stands for. */
  readonly reason: Reason;
  readonly retry: Retry;
  readonly actor: Actor;
  readonly reference: string;
}

/** Facts about a reason. */
export interface ReasonFacts {
  readonly reason: Reason;
  readonly group: 'recipient' | 'sender' | 'message' | 'pace' | 'system' | 'not-a-bounce' | 'undetermined';
  readonly defaultType: BounceType;
  readonly actor: Actor;
  /** Whether the address should not be mailed again. */
  readonly suppress: 'yes' | 'after-n' | 'no';
  readonly retry: Retry;
  /** The document that defines the code this reason stands for, with its section. */
  readonly reference: string;
  /** Who acts when our own server refused a client for this reason, and whether that client may retry. */
  readonly inbound: { readonly actor: Actor; readonly retry: Retry };
}
