import type { Provider } from '../model/provider.js';
import type { BounceType, Reason } from '../model/verdict.js';
import type { Actor, CodeClass, CodeStatus, ReasonFacts, ReasonProse, Retry } from './documentation.js';
import type { Concern } from './provider-tokens.js';
import type { Language } from './text/language.js';

/** What is documented: codes, reasons, and what providers and block lists write. */
export const ARTICLE_KINDS = ['reply', 'enhanced', 'reason', 'token', 'provider', 'list'] as const;

/**
 * All that is documented of one thing, in one language: what `explain` prints and `compare` compares. Null stands where a
 * fact does not belong to the kind.
 */
export interface Article {
  readonly kind: (typeof ARTICLE_KINDS)[number];
  /** `550`, `5.1.1`, `X.1.1`, `user-unknown`, `[TSS04]`, `google`, `spamhaus`. */
  readonly code: string;
  /** The entry of the catalogue, such as `X.1.1` for 5.1.1; null for an enhanced code that its digits alone explain. */
  readonly entry: string | null;
  readonly title: string;
  readonly cause: string;
  readonly when: string;
  readonly fix: string;
  readonly retry: Retry;
  readonly actor: Actor;
  readonly reference: string;
  readonly class: CodeClass | null;
  /** The second number of an enhanced code. */
  readonly subject: number | null;
  readonly status: CodeStatus | null;
  /** SMTP commands that a reply code answers; empty where any or unknown. */
  readonly commands: readonly string[] | null;
  /** The reason that an enhanced code, a token or a block list stands for. */
  readonly reason: Reason | null;
  /** What the code is missing, in a sentence. */
  readonly note: string | null;
  /** What a reply code means once the reason is known. */
  readonly senses: readonly SenseOfReason[];
  /** What providers mean by an enhanced code, where that is not what the registry says. */
  readonly meanings: readonly ProviderMeaning[];
  /** Facts of a reason alone. */
  readonly about: AboutReason | null;
  /** Facts of a token, a provider or a block list alone. */
  readonly source: AboutSource | null;
}

/** What does not belong to anything but codes and reasons. */
export const NO_CODE = {
  ...{ class: null, subject: null, status: null, commands: null, note: null },
  ...{ senses: [], meanings: [], about: null },
} as const satisfies Partial<Article>;

export interface SenseOfReason {
  readonly reason: Reason;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
}

export interface ProviderMeaning {
  readonly provider: Provider;
  readonly name: string;
  /** The code for which it holds: `X.7.27` for any class. */
  readonly code: string;
  readonly reason: Reason;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
  readonly reference: string;
}

/** Those facts that a token, a provider or a block list has. */
export interface AboutSource {
  /** Whose token it is. */
  readonly provider?: Provider;
  readonly concern?: Concern;
  /** The block list behind a token, or that a provider runs. */
  readonly list?: string;
  /** Names of a provider's servers end so. */
  readonly hosts?: readonly string[];
  readonly tokens?: readonly string[];
  /** Codes that a provider uses in a sense of its own. */
  readonly codes?: readonly string[];
  /** What replies name a block list by. */
  readonly names?: readonly string[];
}

interface AboutReason {
  readonly type: BounceType;
  readonly group: ReasonFacts['group'];
  readonly suppress: ReasonFacts['suppress'];
  /** The same reason to the operator whose server refused a client. */
  readonly inbound: ReasonProse['inbound'] & ReasonFacts['inbound'];
  /** Codes of the catalogue that stand, or may stand, for the reason. */
  readonly codes: readonly string[];
}

/** One kind of things that are documented and can be asked for by their names. */
export interface Lookup {
  /** @param written in lower case. @returns nothing when nothing of this kind is written so. */
  find(written: string, language: Language): readonly Article[];
  /** Why nothing was found, and what is near; null when what is written does not look like this kind. */
  objection(written: string): string | null;
}
