import type { BounceType, Reason } from '../model/verdict.js';
import type { ProviderSense } from './provider-codes.js';
import type { Concern } from './provider-tokens.js';

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

/**
 * Sentences in which the facts of a provider and the texts of a reason come together, so that none of its tokens and codes
 * needs a text of its own. `{provider}` is its name; `{cause}`, `{when}` and `{fix}` are those of the reason.
 */
export interface ProviderText {
  /** What a token is about, as it stands behind the verb of `token`. */
  readonly concerns: Readonly<Record<Concern, string>>;
  /** What a code means there. */
  readonly senses: Readonly<Record<ProviderSense, string>>;
  /** The cause behind a `{token}`, which is about `{concern}`. */
  readonly token: string;
  /** The cause behind a `{code}`; where the reason alone says too little, with a `{sense}`. */
  readonly code: string;
  readonly codeInSense: string;
  /** The cause where the provider's own words told. */
  readonly words: string;
  /** The situation in which one meets `{what}`: a token or a code. */
  readonly seen: string;
  /** In place of the page on which a provider documents its replies. */
  readonly noPage: string;
  /** The cause and the fix where a reply names a block `{list}` with its `{page}`. */
  readonly list: { readonly cause: string; readonly fix: string };
  /** What a `{list}` is, which replies name by `{names}`. */
  readonly aboutList: { readonly cause: string; readonly when: string };
  /** Who a provider is, whose servers have names that end in `{hosts}`. */
  readonly aboutProvider: {
    readonly cause: string;
    readonly when: string;
    readonly fix: string;
    readonly fixWithoutPage: string;
  };
  /** An answer of a block list that is no listing. */
  readonly refusedQuery: Prose;
}

/** Everything that a language has to say. One file per language exports one of these. */
export interface CatalogueText {
  readonly replyCodes: Readonly<Record<number, ReplyCodeProse>>;
  /** Keyed as in `ENHANCED_CODES`: `X.1.1`, `5.7.57`, `5.7.606-649`, `4.16.x`. */
  readonly enhancedCodes: Readonly<Record<string, Prose>>;
  readonly reasons: Readonly<Record<Reason, ReasonProse>>;
  readonly providers: ProviderText;
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
