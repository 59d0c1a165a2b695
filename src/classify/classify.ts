import { enhancedCodeFacts } from '../catalogue/enhanced-codes.js';
import { REASON_FACTS } from '../catalogue/reasons.js';
import type { Evidence } from '../model/evidence.js';
import type { Reason, Verdict } from '../model/verdict.js';
import { GREYLISTING, isAboutGreylisting } from './greylisting.js';
import { POSTFIX_LOCAL, POSTFIX_REFUSALS } from './postfix-local.js';
import { readReply } from './reply.js';
import { REPLY_CODE_RULES } from './reply-code-rules.js';
import { matchText } from './text-rule.js';
import { typeOf } from './type-of.js';

interface Decision {
  readonly reason: Reason;
  readonly rule: string;
  /** Hard whatever the MTA made of it. */
  readonly final?: boolean;
}

/** A code-to-reason decision depends on few values; a log repeats them by the million. */
const MOST_REMEMBERED = 50_000;
const MOST_WORDINGS = 2_000;

/**
 * Says what a failure is: its reason, its type, and the rule that decided. The order of precedence is: the words of
 * the MTA itself where no server spoke, the innermost reply that the text quotes, the enhanced code, the reply code
 * with the command it answered, the class digit.
 */
export class Classifier {
  /** Verdicts by action, reply code and command, then by the two enhanced codes. */
  readonly #remembered = new Map<string | null, Map<string, Verdict>>();
  #size = 0;
  readonly #words = new Map<string, Decision | null>();

  classify(evidence: Evidence): Verdict {
    const words = this.#ownWords(evidence);
    if (words !== null) return judge(evidence, words);
    const inner = quotedReply(evidence);
    return inner === null ? this.#byCodes(evidence) : judge(evidence, decideByCodes(evidence, inner));
  }

  #byCodes(evidence: Evidence): Verdict {
    let known = this.#remembered.get(evidence.enhancedStatus);
    if (known === undefined) {
      known = new Map();
      if (this.#size < MOST_REMEMBERED) this.#remembered.set(evidence.enhancedStatus, known);
    }
    const key = `${evidence.action}${evidence.replyCode}${evidence.command}${evidence.loggedStatus}`;
    let verdict = known.get(key);
    if (verdict === undefined) {
      verdict = judge(evidence, decideByCodes(evidence, evidence));
      if (this.#size++ < MOST_REMEMBERED) known.set(key, verdict);
    }
    return verdict;
  }

  /** The wording of the MTA itself: where no server gave a reply, or where it is the one that refuses. */
  #ownWords(evidence: Evidence): Decision | null {
    const { diagnostic, direction, replyCode } = evidence;
    if (diagnostic === null) return null;
    const rules = direction === 'inbound' ? POSTFIX_REFUSALS : replyCode === null ? POSTFIX_LOCAL : GREYLISTING;
    // Being put off at first contact has no code of its own; a refusal for good is no greylisting, whatever it says.
    if (rules === GREYLISTING && (replyCode === null || replyCode >= 500 || !isAboutGreylisting(diagnostic))) return null;
    // An address that could not be verified was refused for what the server said that was asked.
    if (direction === 'inbound' && quotedReply(evidence) !== null) return null;
    // A refusal that quotes an address says the same of each.
    const quoteEnd = direction === 'inbound' ? diagnostic.indexOf('>: ') : -1;
    const wording = quoteEnd < 0 ? diagnostic : diagnostic.slice(quoteEnd);
    const known = this.#words.get(wording);
    if (known !== undefined) return known;
    const rule = matchText(rules, wording);
    const decision = rule === undefined ? null : { reason: rule.reason, rule: rule.id, final: rule.final ?? false };
    if (this.#words.size < MOST_WORDINGS) this.#words.set(wording, decision);
    return decision;
  }
}

function judge(evidence: Evidence, decision: Decision): Verdict {
  const replied = evidence.replyCode !== null;
  const type =
    decision.final === true
      ? REASON_FACTS[decision.reason].defaultType
      : typeOf(decision.reason, { severity: severityOf(evidence), replied });
  return { type, reason: decision.reason, rule: decision.rule };
}

/** What the MTA made of the failure decides; for a refusal, which the client has to act on, the class of the code. */
function severityOf(evidence: Evidence): 4 | 5 | null {
  if (evidence.action === 'delayed') return 4;
  if (evidence.action === 'failed') return 5;
  const digit = evidence.replyCode !== null ? Math.floor(evidence.replyCode / 100) : Number(evidence.enhancedStatus?.[0]);
  return digit === 4 || digit === 5 ? digit : null;
}

type Codes = Pick<Evidence, 'replyCode' | 'enhancedStatus' | 'loggedStatus' | 'command'>;

const QUOTES = ['): ', ' said: ', 'said "', 'said:'];

/**
 * The reply that a reply quotes: a content filter passes on what its next hop said (`554 5.7.0 … from MTA(…): 550 5.1.1
 * …`), an address verification what the probed server said. The outer code is the fact of the protocol, the inner the cause.
 */
function quotedReply(evidence: Evidence): Codes | null {
  const text = evidence.diagnostic;
  if (text === null || evidence.replyCode === null) return null;
  for (const quote of QUOTES) {
    const at = text.indexOf(quote, 4);
    if (at < 0) continue;
    const inner = readReply(text.slice(at + quote.length).trimStart());
    if (inner.replyCode !== null && inner.replyCode >= 400) {
      return { ...inner, loggedStatus: null, command: quote === ' said: ' ? 'RCPT' : null };
    }
  }
  return null;
}

function decideByCodes(evidence: Evidence, codes: Codes): Decision {
  return (
    decideByEnhancedStatus(codes.enhancedStatus, 'enhanced') ??
    decideByReplyCode(codes) ??
    decideByEnhancedStatus(codes.loggedStatus, 'logged') ??
    decideByClass(evidence)
  );
}

/** Codes whose class changes what they mean in practice (RFC 3463 leaves both classes to one code). */
const BY_CLASS: Readonly<Record<string, Reason>> = { '4.4.4': 'dns-failure', '5.4.4': 'domain-unknown' };

function decideByEnhancedStatus(status: string | null, source: 'enhanced' | 'logged'): Decision | null {
  if (status === null || status.startsWith('2')) return null;
  const facts = enhancedCodeFacts(status);
  if (facts === undefined || facts.reason === 'undetermined' || facts.reason === 'delivered') return null;
  return { reason: BY_CLASS[status] ?? facts.reason, rule: `${source}:${facts.code}` };
}

function decideByReplyCode({ replyCode, command }: Codes): Decision | null {
  if (replyCode === null) return null;
  const rule =
    REPLY_CODE_RULES.find((candidate) => candidate.code === replyCode && candidate.command === (command ?? '')) ??
    REPLY_CODE_RULES.find((candidate) => candidate.code === replyCode && candidate.command === undefined);
  if (rule === undefined || rule.reason === 'undetermined') return null;
  return { reason: rule.reason, rule: rule.command === undefined ? `reply:${rule.code}` : `reply:${rule.code}:${rule.command}` };
}

function decideByClass({ action, replyCode, loggedStatus }: Evidence): Decision {
  if (action === 'expired' && replyCode === null) return { reason: 'message-expired', rule: 'expired' };
  return {
    reason: 'undetermined',
    rule: `class:${replyCode !== null ? Math.floor(replyCode / 100) : (loggedStatus?.[0] ?? 'none')}`,
  };
}
