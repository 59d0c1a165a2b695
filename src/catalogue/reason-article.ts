import { REASONS, type Reason } from '../model/verdict.js';
import type { Article, Lookup } from './article.js';
import { ENHANCED_CODES } from './enhanced-codes.js';
import { REASON_FACTS } from './reasons.js';
import { REPLY_CODES } from './reply-codes.js';
import type { Language } from './text/language.js';

/** Longer words are not compared letter by letter. */
const LONGEST = 40;
/** How many letters may be wrong. */
const SLIPS = 3;
/** How many reasons are named for one that does not exist. */
const NEAREST = 5;

/** Reasons: `user-unknown`, also with a space. */
export const reasonLookup: Lookup = {
  find: (written, language) => {
    const reason = written.replaceAll(/[ _]/g, '-');
    return isReason(reason) ? [reasonArticle(reason, language)] : [];
  },

  objection(written) {
    const near = nearReasons(written.replaceAll(/[ _]/g, '-'));
    return near.length === 0 ? null : `no reason and no code. Near it are ${near.join(', ')}`;
  },
};

const isReason = (written: string): written is Reason => (REASONS as readonly string[]).includes(written);

function nearReasons(written: string): Reason[] {
  if (written.length > LONGEST) return [];
  const words = new Set(written.split('-'));
  return REASONS.map((reason) => ({
    reason,
    shared: reason.split('-').filter((word) => words.has(word)).length,
    slips: editDistance(reason, written),
  }))
    .filter(({ shared, slips }) => shared > 0 || slips <= SLIPS)
    .sort((a, b) => a.slips - b.slips || b.shared - a.shared)
    .slice(0, NEAREST)
    .map(({ reason }) => reason);
}

/** How many letters must be put in, taken out or replaced to make one word of the other. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1)));
    row = next;
  }
  return row.at(-1)!;
}

/** What is documented of a reason. */
export function reasonArticle(reason: Reason, { text }: Language): Article {
  const { title, cause, when, fix, inbound } = text.reasons[reason];
  const facts = REASON_FACTS[reason];
  return {
    kind: 'reason',
    code: reason,
    entry: reason,
    title,
    cause,
    when,
    fix,
    retry: facts.retry,
    actor: facts.actor,
    reference: facts.reference,
    class: null,
    subject: null,
    status: null,
    commands: null,
    reason,
    note: null,
    senses: [],
    meanings: [],
    source: null,
    about: {
      type: facts.defaultType,
      group: facts.group,
      suppress: facts.suppress,
      inbound: { ...inbound, ...facts.inbound },
      codes: codesOf(reason, text),
    },
  };
}

/** Reply codes that have the reason among their senses, and enhanced codes that stand for it. */
function codesOf(reason: Reason, text: Language['text']): string[] {
  const replies = REPLY_CODES.filter(({ code }) => text.replyCodes[code]?.senses?.some((sense) => sense.reason === reason));
  const enhanced = ENHANCED_CODES.filter((facts) => facts.reason === reason && facts.code.split('.').length > 2);
  return [...replies.map(({ code }) => String(code)), ...enhanced.map(({ code }) => code)];
}
