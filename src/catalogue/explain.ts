import type { Direction } from '../model/evidence.js';
import type { BounceType, Reason } from '../model/verdict.js';
import { enhancedClass, retryInClass } from './code-class.js';
import type { Actor, CatalogueText, Retry } from './documentation.js';
import { enhancedCodeFacts } from './enhanced-codes.js';
import { REASON_FACTS } from './reasons.js';
import { replyCodeFacts } from './reply-codes.js';

/** What is known of a group of failures; null where it differs inside the group or is not known. */
export interface Subject {
  readonly direction: Direction | null;
  readonly type: BounceType | null;
  readonly reason: Reason | null;
  readonly enhancedStatus: string | null;
  readonly replyCode: number | null;
}

/** The documentation of a failure: cause, when it is met, fix, who acts, retry or not, defining document. */
export interface Explanation {
  readonly title: string;
  readonly cause: string;
  readonly when: string;
  readonly fix: string;
  readonly retry: Retry;
  readonly actor: Actor;
  readonly reference: string;
}

/**
 * The most specific entry that holds: the reason, in the sense it has for the reply code where the code has several;
 * else the enhanced code, else the reply code. A refusal of our own is explained to the operator who refused.
 * @returns null when neither a reason nor a documented code is known.
 */
export function explain(subject: Subject, text: CatalogueText): Explanation | null {
  const { reason } = subject;
  if (reason !== null && reason !== 'undetermined') return explainReason(subject, reason, text);
  const byCode = subject.direction === 'inbound' ? null : (explainEnhancedCode(subject, text) ?? explainReplyCode(subject, text));
  return byCode ?? (reason === null ? null : explainReason(subject, reason, text));
}

function explainReason(subject: Subject, reason: Reason, text: CatalogueText): Explanation {
  const facts = REASON_FACTS[reason];
  const prose = text.reasons[reason];
  const { title } = prose;
  if (subject.direction === 'inbound') return { title, ...prose.inbound, ...facts.inbound, reference: facts.reference };
  const sense =
    subject.replyCode === null ? undefined : text.replyCodes[subject.replyCode]?.senses?.find((one) => one.reason === reason);
  return {
    title,
    cause: sense?.cause ?? prose.cause,
    when: prose.when,
    fix: sense?.fix ?? prose.fix,
    retry: retryOf(subject, facts.retry, facts.defaultType),
    actor: facts.actor,
    reference: facts.reference,
  };
}

/** What a server refuses only for now is retried although the reason would not be. */
function retryOf(subject: Subject, usual: Retry, defaultType: BounceType): Retry {
  return subject.type === 'soft' && usual === 'no' && defaultType !== 'soft' ? 'yes' : usual;
}

function explainEnhancedCode({ enhancedStatus }: Subject, text: CatalogueText): Explanation | null {
  if (enhancedStatus === null) return null;
  const facts = enhancedCodeFacts(enhancedStatus);
  const prose = facts === undefined ? undefined : text.enhancedCodes[facts.code];
  if (facts === undefined || prose === undefined) return null;
  const { actor, reference } = facts;
  return { ...prose, retry: retryInClass(facts, enhancedClass(enhancedStatus)), actor, reference };
}

function explainReplyCode({ replyCode }: Subject, text: CatalogueText): Explanation | null {
  const facts = replyCode === null ? undefined : replyCodeFacts.get(replyCode);
  const prose = replyCode === null ? undefined : text.replyCodes[replyCode];
  if (facts === undefined || prose === undefined) return null;
  const { title, cause, when, fix } = prose;
  const { retry, actor, reference } = facts;
  return { title, cause, when, fix, retry, actor, reference };
}
