import type { Direction } from '../model/evidence.js';
import type { Provider } from '../model/provider.js';
import type { BounceType, Reason } from '../model/verdict.js';
import { blockList, listOfRule, REFUSED_QUERY } from './block-lists.js';
import { enhancedClass, retryInClass } from './code-class.js';
import type { Actor, CatalogueText, Retry } from './documentation.js';
import { enhancedCodeFacts } from './enhanced-codes.js';
import { codeOfRule } from './provider-codes.js';
import { codeProse, listProse, type ReasonWords, type SourcedProse, tokenProse, wordsProse } from './provider-prose.js';
import { tokenOfRule } from './provider-tokens.js';
import { PROVIDER_FACTS } from './providers.js';
import { REASON_FACTS } from './reasons.js';
import { replyCodeFacts } from './reply-codes.js';

/** What is known of a group of failures; null where it differs inside the group or is not known. */
export interface Subject {
  readonly direction: Direction | null;
  readonly type: BounceType | null;
  readonly reason: Reason | null;
  readonly enhancedStatus: string | null;
  readonly replyCode: number | null;
  /** Who answered, and which rule decided. */
  readonly provider: Provider | null;
  readonly rule: string | null;
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
 * The most specific entry that holds: what the provider means that answered, or the block list that is named; else the
 * reason, in the sense it has for the reply code where the code has several; else the enhanced code, else the reply code. A
 * refusal of our own is explained to the operator who refused.
 * @returns null when neither a reason nor a documented code is known.
 */
export function explain(subject: Subject, text: CatalogueText): Explanation | null {
  const entry = subject.direction === 'inbound' || subject.rule === null ? null : entryOfRule(subject, subject.rule);
  if (entry !== null && (subject.reason === null || subject.reason === entry.reason)) return explainEntry(subject, entry, text);
  const { reason } = subject;
  if (reason !== null && reason !== 'undetermined') return explainReason(subject, reason, text);
  const byCode = subject.direction === 'inbound' ? null : (explainEnhancedCode(subject, text) ?? explainReplyCode(subject, text));
  return byCode ?? (reason === null ? null : explainReason(subject, reason, text));
}

/** What a rule stands for that says more than its reason. */
interface Entry {
  readonly reason: Reason;
  readonly actor?: Actor;
  /** @param its what is said of the reason. */
  readonly prose: (its: ReasonWords, text: CatalogueText) => SourcedProse;
}

function entryOfRule({ reason, provider, enhancedStatus }: Subject, rule: string): Entry | null {
  const token = tokenOfRule(rule);
  if (token !== undefined) {
    const list = token.list === undefined ? null : blockList(token.list);
    return { reason: token.reason, prose: (its, text) => tokenProse(token, list, its, text) };
  }
  const code = codeOfRule(rule);
  if (code !== undefined) {
    const { row } = code;
    const written = enhancedStatus ?? row.code;
    return { reason: row.reason, prose: (its, text) => codeProse(written, code.provider, row, its, text) };
  }
  const list = listOfRule(rule);
  if (list !== undefined) return { reason: list.reason, prose: (its, text) => listProse(list, its, text) };
  if (rule === REFUSED_QUERY.rule) {
    const { reason: its, actor, page } = REFUSED_QUERY;
    return { reason: its, actor, prose: (_, text) => ({ ...text.providers.refusedQuery, reference: page }) };
  }
  if (reason === null || provider === null || !isWordedBy(provider, rule)) return null;
  return { reason, prose: (its, text) => wordsProse(text.reasons[reason].title, provider, its, text) };
}

/** Whether a rule is about the words of a provider, `google.inactive`, or of all of its house, `microsoft.busy`. */
function isWordedBy(provider: Provider, rule: string): boolean {
  const { house = provider } = PROVIDER_FACTS[provider];
  return rule.startsWith(`${provider}.`) || rule.startsWith(`${house}.`);
}

function explainEntry(subject: Subject, { reason, actor, prose }: Entry, text: CatalogueText): Explanation {
  const base = explainReason(subject, reason, text);
  return { ...base, ...prose(base, text), ...(actor === undefined ? {} : { actor }) };
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
