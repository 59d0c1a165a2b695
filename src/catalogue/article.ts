import type { BounceType, Reason } from '../model/verdict.js';
import type { Actor, CodeClass, CodeStatus, ReasonFacts, ReasonProse, Retry } from './documentation.js';
import type { Language } from './text/language.js';

/**
 * All that is documented of one code or reason, in one language: what `explain` prints and `compare` compares. Null stands
 * where a fact does not belong to the kind.
 */
export interface Article {
  readonly kind: 'reply' | 'enhanced' | 'reason';
  /** `550`, `5.1.1`, `X.1.1`, `user-unknown`. */
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
  /** The reason that an enhanced code stands for. */
  readonly reason: Reason | null;
  /** What the code is missing, in a sentence. */
  readonly note: string | null;
  /** What a reply code means once the reason is known. */
  readonly senses: readonly SenseOfReason[];
  /** Facts of a reason alone. */
  readonly about: AboutReason | null;
}

export interface SenseOfReason {
  readonly reason: Reason;
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
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
  /** @param written in lower case. @returns null when nothing of this kind is written so. */
  find(written: string, language: Language): Article | null;
  /** Why nothing was found, and what is near; null when what is written does not look like this kind. */
  objection(written: string): string | null;
}
