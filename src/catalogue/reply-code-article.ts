import type { Article, Lookup } from './article.js';
import { replyClass } from './code-class.js';
import { REPLY_CODES, replyCodeFacts } from './reply-codes.js';
import type { Language } from './text/language.js';

/** How many codes are named for one that is not documented. */
const NEAREST = 4;

/** Reply codes: `550`. */
export const replyCodeLookup: Lookup = {
  find(written, language) {
    const article = /^\d{3}$/.test(written) ? replyCodeArticle(Number(written), language) : null;
    return article === null ? [] : [article];
  },

  objection(written) {
    if (/^[2-5]xx$/.test(written))
      return `a class of reply codes; bouncelens codes --kind reply --class ${written[0]} lists them`;
    if (!/^\d+$/.test(written)) return null;
    if (written.length !== 3) return 'a reply code has three digits, such as 550 (RFC 5321 §4.2)';
    const code = Number(written);
    const distance = (other: number) => Math.abs(other - code) + (replyClass(other) === replyClass(code) ? 0 : 1000);
    const near = REPLY_CODES.map((facts) => facts.code)
      .sort((a, b) => distance(a) - distance(b))
      .slice(0, NEAREST)
      .sort((a, b) => a - b);
    return `no documented reply code; ${MEANING[replyClass(code)]} Near it are ${near.join(', ')}`;
  },
};

const MEANING = {
  2: 'by its first digit it would be a success (RFC 5321 §4.2.1).',
  3: 'by its first digit the server would wait for more (RFC 5321 §4.2.1).',
  4: 'by its first digit it would be a temporary failure (RFC 5321 §4.2.1).',
  5: 'by its first digit it would be a permanent failure (RFC 5321 §4.2.1).',
  other: 'the replies of SMTP begin with 2, 3, 4 or 5 (RFC 5321 §4.2.1).',
} as const;

/** What is documented of a reply code; null where nothing is. */
export function replyCodeArticle(code: number, { text }: Language): Article | null {
  const facts = replyCodeFacts.get(code);
  const prose = text.replyCodes[code];
  if (facts === undefined || prose === undefined) return null;
  const { title, cause, when, fix, senses = [] } = prose;
  const { retry, actor, reference, status, commands } = facts;
  return {
    kind: 'reply',
    code: String(code),
    entry: String(code),
    title,
    cause,
    when,
    fix,
    retry,
    actor,
    reference,
    class: replyClass(code),
    subject: null,
    status,
    commands,
    reason: null,
    note: null,
    senses: senses.map((sense) => ({
      reason: sense.reason,
      title: text.reasons[sense.reason].title,
      cause: sense.cause,
      fix: sense.fix,
    })),
    meanings: [],
    about: null,
    source: null,
  };
}
