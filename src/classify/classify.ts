import { enhancedCodeFacts } from '../catalogue/enhanced-codes.js';
import { codeRule, providerCode } from '../catalogue/provider-codes.js';
import type { Evidence } from '../model/evidence.js';
import { HOST_FAILED } from '../model/host-failed.js';
import { lastAt } from '../model/last-at.js';
import { type Provider, providerOfHost } from '../model/provider.js';
import { Remembered } from '../model/remembered.js';
import type { Said } from '../model/said.js';
import type { BounceType, Reason, Verdict } from '../model/verdict.js';
import { LONGEST_TEXT, normalText } from './normal-text.js';
import { ourRules } from './our-rules.js';
import { embeddedReply, type QuotedReply, quotedReply } from './quoted-reply.js';
import { REPLY_CODE_RULES } from './reply-code-rules.js';
import type { Rule, Speaker } from './rule.js';
import { RuleSet } from './rule-set.js';
import { NAMINGS } from './rules/provider-namings.js';
import { RULES } from './rules/rules.js';
import { typeOf } from './type-of.js';

/** What is no failure, whatever its words and codes are: a complaint quotes the mail that it is about. */
const NO_FAILURE: Readonly<Partial<Record<Evidence['action'], Reason>>> = {
  delivered: 'delivered',
  relayed: 'delivered',
  expanded: 'delivered',
  feedback: 'feedback',
  'auto-reply': 'auto-reply',
};

interface Decision {
  readonly reason: Reason;
  /** The name of the rule. */
  readonly id: string;
  /** Whatever codes and MTA say. */
  readonly type?: BounceType | undefined;
  readonly writer?: Provider | undefined;
}

type Codes = Pick<Evidence, 'replyCode' | 'enhancedStatus' | 'loggedStatus' | 'command'>;

/** One wording with the verdicts it had, by everything else that they depend on. */
interface Wording {
  /** Normalised. */
  readonly text: string;
  /** What it quotes, and that normalised. */
  readonly quoted: QuotedReply | null;
  readonly quotedText: string;
  readonly cases: Case[];
}

interface Case extends Codes {
  readonly action: Evidence['action'];
  readonly direction: Evidence['direction'];
  readonly provider: Provider | null;
  readonly verdict: Verdict;
}

/** Normalised texts are at most 2,000 characters long; most have a hundred. */
const MOST_WORDINGS = 5_000;
const MOST_TEXTS = 10_000;
const LONGEST_TEXT_REMEMBERED = 500;
const MOST_CASES = 200;

/**
 * Says what a failure is: its reason, its type, who refused, and the rule that decided. Rules stand in one order of
 * precedence: own rules; tokens of a provider; a provider's words with its codes; block lists that are named, and words
 * that mean the same everywhere; the enhanced code in the provider's sense; the enhanced code as it is registered; the
 * reply code with the command it answered; what the MTA logged; the class digit.
 */
export class Classifier {
  readonly #own: RuleSet | null;
  /** Texts without their addresses: found without looking at each character. */
  readonly #texts = new Remembered<Wording>(MOST_TEXTS);
  readonly #wordings = new Remembered<Wording>(MOST_WORDINGS);
  readonly #wordless: Wording = { text: '', quoted: null, quotedText: '', cases: [] };

  /** @param own rules that come before ours, checked. */
  constructor(own: readonly Rule[] = []) {
    // Own rules are read at once, as they may be wrong.
    this.#own = own.length === 0 ? null : new RuleSet([...own, ...RULES], NAMINGS);
  }

  get #rules(): RuleSet {
    return this.#own ?? ourRules();
  }

  /** @param said stands for the text, where it is known that others say the same. */
  classify(evidence: Evidence, said?: Said): Verdict {
    if (said === undefined) return this.#verdict(evidence);
    const isKnown = said.judge === this;
    const text = isKnown ? said.text : said.mayNameRecipient ? withoutNames(evidence) : null;
    if (text !== null && placeOfRecipient(text, evidence) !== null) return this.#verdict(evidence);
    if (isKnown) return said.verdict!;
    said.judge = this;
    said.text = text;
    said.verdict = this.#verdict(evidence);
    return said.verdict;
  }

  #verdict(evidence: Evidence): Verdict {
    const host = providerOfHost(evidence.remoteMta);
    const wording = this.#wordingOf(evidence);
    const { cases } = wording;
    for (let i = 0; i < cases.length; i++) {
      const known = cases[i]!;
      if (
        known.replyCode === evidence.replyCode &&
        known.enhancedStatus === evidence.enhancedStatus &&
        known.loggedStatus === evidence.loggedStatus &&
        known.command === evidence.command &&
        known.action === evidence.action &&
        known.provider === host &&
        known.direction === evidence.direction
      )
        return known.verdict;
    }
    const verdict = this.#judge(evidence, wording, host);
    if (cases.length >= MOST_CASES) cases.length = 0;
    const { replyCode, enhancedStatus, loggedStatus, command, action, direction } = evidence;
    cases.push({ replyCode, enhancedStatus, loggedStatus, command, action, direction, provider: host, verdict });
    return verdict;
  }

  #wordingOf(evidence: Evidence): Wording {
    const diagnostic = anonymous(evidence);
    return diagnostic === null ? this.#wordless : this.#wording(diagnostic);
  }

  #wording(diagnostic: string): Wording {
    const isShort = diagnostic.length <= LONGEST_TEXT_REMEMBERED;
    const known = isShort ? this.#texts.get(diagnostic) : undefined;
    if (known !== undefined) return known;
    const text = normalText(diagnostic);
    const quoted = innermost(diagnostic.slice(0, LONGEST_TEXT));
    const quotedText = quoted === null ? '' : normalText(quoted.text);
    // What is quoted may stand behind the end of the normalised text, or be told by signs that are not in it.
    const key = quoted === null ? text : [text, quoted.replyCode, quoted.enhancedStatus, quoted.command, quotedText].join('\n');
    let wording = this.#wordings.get(key);
    if (wording === undefined) {
      wording = { text, quoted, quotedText, cases: [] };
      this.#wordings.set(key, wording);
    }
    if (isShort) this.#texts.set(diagnostic, wording);
    return wording;
  }

  #judge(evidence: Evidence, { text, quoted, quotedText }: Wording, host: Provider | null): Verdict {
    const noFailure = NO_FAILURE[evidence.action];
    if (noFailure !== undefined) return { type: 'none', reason: noFailure, rule: `action:${evidence.action}`, provider: host };
    const findings = this.#rules.find(text);
    // Who refused a client of ours is ourselves, whatever our reply names.
    const provider = evidence.direction === 'inbound' ? null : (host ?? findings.named);
    if (quoted !== null) {
      const decision = this.#ofQuoted(evidence, quoted, quotedText, provider);
      if (decision !== null) return verdictOf(evidence, decision, provider);
      this.#rules.find(text);
    }
    const { replyCode, enhancedStatus, command } = evidence;
    const speaker = speakerOf(evidence, quoted !== null);
    const rule = this.#rules.decide({ replyCode, enhancedStatus, command, provider, speaker });
    return verdictOf(evidence, rule ?? decideByCodes(evidence, evidence, provider), provider);
  }

  /** What the reply says that the text quotes: the outer one is the fact of the protocol, the inner the cause. */
  #ofQuoted(evidence: Evidence, quoted: QuotedReply, text: string, provider: Provider | null): Decision | null {
    const { replyCode, enhancedStatus } = quoted;
    const codes = { replyCode, enhancedStatus, command: quoted.command ?? evidence.command, loggedStatus: null };
    this.#rules.find(text);
    const rule = this.#rules.decide({ ...codes, provider, speaker: 'remote' });
    if (rule !== null) return rule;
    const byCodes = decideByCodes(evidence, codes, provider);
    return byCodes.reason === 'undetermined' ? null : byCodes;
  }
}

function verdictOf(evidence: Evidence, { reason, id, type, writer }: Decision, known: Provider | null): Verdict {
  const provider = known ?? (evidence.direction === 'inbound' ? null : (writer ?? null));
  const replied = evidence.replyCode !== null;
  return { type: type ?? typeOf(reason, { severity: severityOf(evidence), replied }), reason, rule: id, provider };
}

/** A question mark stands where the MTA masked another white space. */
const BEGINS_WITH_CODE = /^[2-5]\d\d(?:[ ?-]|$)/;

/** The reply inside a text that quotes one; null where it is the reply itself, or none stands in it. */
function innermost(text: string): QuotedReply | null {
  return BEGINS_WITH_CODE.test(text) ? quotedReply(text) : embeddedReply(text);
}

const SHORTEST_DOMAIN = 4;
const ITS_DOMAIN = 'its.example';
const ITS_ADDRESS = 'it@its.example';

/**
 * A diagnostic without what most replies with the same words differ in: the first address and the first IP address in
 * brackets, a host that failed, the address of the recipient and its domain. What is left means the same to every rule.
 */
function anonymous(evidence: Evidence): string | null {
  const text = withoutNames(evidence);
  if (text === null || text.length > LONGEST_TEXT_REMEMBERED) return text;
  const recipient = placeOfRecipient(text, evidence);
  if (recipient === null) return text;
  const { start, end, isAddress } = recipient;
  return text.slice(0, start) + (isAddress ? ITS_ADDRESS : ITS_DOMAIN) + text.slice(end);
}

/** A diagnostic without the first address and IP address in brackets and a host that failed. */
function withoutNames({ diagnostic, remoteMta }: Evidence): string | null {
  if (diagnostic === null || diagnostic.length > LONGEST_TEXT_REMEMBERED) return diagnostic;
  return withoutHost(withoutIp(withoutAddress(diagnostic)), remoteMta);
}

interface Place {
  readonly start: number;
  readonly end: number;
  /** Whether the whole address stands there; otherwise its domain does. */
  readonly isAddress: boolean;
}

/** Where the recipient stands first in a text, and can be left out; null where it does not. */
function placeOfRecipient(text: string, { recipient, remoteMta, replyCode }: Evidence): Place | null {
  // Where the host that spoke is not known, the name of a domain may tell who did.
  if (recipient === null || (remoteMta === null && replyCode !== null)) return null;
  const domainAt = lastAt(recipient) + 1;
  const domain = recipient.slice(domainAt);
  if (domain.length < SHORTEST_DOMAIN || !domain.includes('.')) return null;
  const at = text.indexOf(domain);
  const end = at + domain.length;
  // A link may tell who spoke too.
  if (at < 0 || text.charCodeAt(end) === SLASH) return null;
  const start = at - domainAt;
  const isAddress = domainAt > 1 && start >= 0 && text.startsWith(recipient, start);
  return { start: isAddress ? start : at, end, isAddress };
}

const SLASH = 47;
const COLON = 58;

/** Nobody spoke there, and what the host is called says nothing. */
function withoutHost(text: string, host: string | null): string {
  const start = host === null ? undefined : HOST_FAILED.find((words) => text.startsWith(words));
  if (host === null || start === undefined || !text.startsWith(`${host}[`, start.length)) return text;
  return start + ITS_DOMAIN + text.slice(start.length + host.length);
}

/** Everything that is left out is one mark in the normalised text, so that two texts that become the same here are so there. */
function withoutAddress(text: string): string {
  const open = text.indexOf('<');
  if (open < 0) return text;
  const close = text.indexOf('>', open);
  if (close < 0 || close - open > 256) return text;
  for (let p = open + 1; p < close; p++) {
    const c = text.charCodeAt(p);
    if (c <= 47 && (c <= 32 || c === SLASH)) return text;
    if (c === 60 || c > 126) return text;
  }
  return text.slice(0, open + 1) + text.slice(close);
}

/** The first IP address in brackets is another: a client that was refused, or ourselves. What a block list answers stays. */
function withoutIp(text: string): string {
  const open = text.indexOf('[');
  if (open < 0 || text.startsWith('127.', open + 1)) return text;
  let p = open + 1;
  while (isDigitOrDot(text.charCodeAt(p))) p++;
  const end = p - open > 7 && text[p] === ']' ? p : ipv6End(text, open + 1);
  return end < 0 ? text : `${text.slice(0, open + 1)}0.0.0.0${text.slice(end)}`;
}

/**
 * The end of an IPv6 address before a closing bracket; -1 where none stands there. Without a digit it might be a word, and colons at
 * its end belong to the sentence.
 */
function ipv6End(text: string, start: number): number {
  let colons = 0;
  let digits = 0;
  let p = start;
  for (; p < text.length; p++) {
    const c = text.charCodeAt(p);
    if (c === COLON) colons++;
    else if (isDigit(c)) digits++;
    else if ((c | 32) < 97 || (c | 32) > 102) break;
  }
  return text[p] === ']' && colons > 1 && digits > 0 && text.charCodeAt(p - 1) !== COLON ? p : -1;
}

const isDigit = (c: number) => c >= 48 && c <= 57;
const isDigitOrDot = (c: number) => c === 46 || isDigit(c);

function speakerOf({ direction, replyCode }: Evidence, quotes: boolean): Speaker {
  if (direction === 'inbound' && !quotes) return 'refusal';
  return replyCode === null && !quotes ? 'local' : 'remote';
}

/** What the MTA made of the failure decides; for a refusal, which the client has to act on, the class of the code. */
function severityOf(evidence: Evidence): 4 | 5 | null {
  if (evidence.action === 'delayed') return 4;
  if (evidence.action === 'failed') return 5;
  const digit = evidence.replyCode !== null ? Math.floor(evidence.replyCode / 100) : Number(evidence.enhancedStatus?.[0]);
  return digit === 4 || digit === 5 ? digit : null;
}

function decideByCodes(evidence: Evidence, codes: Codes, provider: Provider | null): Decision {
  return (
    decideByEnhancedStatus(codes.enhancedStatus, provider, 'enhanced') ??
    decideByReplyCode(codes) ??
    decideByEnhancedStatus(codes.loggedStatus, null, 'logged') ??
    decideByClass(evidence)
  );
}

/** Codes whose class changes what they mean in practice (RFC 3463 leaves both classes to one code). */
const CODES_BY_CLASS: Readonly<Record<string, Reason>> = { '4.4.4': 'dns-failure', '5.4.4': 'domain-unknown' };

function decideByEnhancedStatus(
  status: string | null,
  provider: Provider | null,
  source: 'enhanced' | 'logged',
): Decision | null {
  if (status === null || status.startsWith('2')) return null;
  if (provider !== null) {
    const special = providerCode(provider, status);
    if (special !== undefined) return { reason: special.reason, id: codeRule(provider, special.code) };
  }
  const facts = enhancedCodeFacts(status);
  if (facts === undefined || facts.reason === 'undetermined' || facts.reason === 'delivered') return null;
  return { reason: CODES_BY_CLASS[status] ?? facts.reason, id: `${source}:${facts.code}` };
}

function decideByReplyCode({ replyCode, command }: Codes): Decision | null {
  if (replyCode === null) return null;
  const rule =
    REPLY_CODE_RULES.find((candidate) => candidate.code === replyCode && candidate.command === (command ?? '')) ??
    REPLY_CODE_RULES.find((candidate) => candidate.code === replyCode && candidate.command === undefined);
  if (rule === undefined || rule.reason === 'undetermined') return null;
  return { reason: rule.reason, id: rule.command === undefined ? `reply:${rule.code}` : `reply:${rule.code}:${rule.command}` };
}

function decideByClass({ action, replyCode, loggedStatus }: Evidence): Decision {
  if (action === 'expired' && replyCode === null) return { reason: 'message-expired', id: 'expired' };
  return {
    reason: 'undetermined',
    id: `class:${replyCode !== null ? Math.floor(replyCode / 100) : (loggedStatus?.[0] ?? 'none')}`,
  };
}
