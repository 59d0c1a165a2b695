import type { Article, SenseOfReason } from './article.js';

/** What a reply code means beside an enhanced code, a reason or a token that gives it one of its senses. */
export interface Together {
  readonly reply: string;
  readonly other: string;
  readonly sense: SenseOfReason;
}

/** The pairs among articles of which one tells the sense of the other. */
export function together(articles: readonly Article[]): Together[] {
  const replies = articles.filter(({ kind }) => kind === 'reply');
  const others = articles.filter(({ kind }) => kind === 'enhanced' || kind === 'reason' || kind === 'token');
  return replies.flatMap((reply) =>
    others.flatMap((other) => {
      const sense = mayStandTogether(reply, other) ? reply.senses.find(({ reason }) => reason === other.reason) : undefined;
      return sense === undefined ? [] : [{ reply: reply.code, other: other.code, sense }];
    }),
  );
}

/** The class of an enhanced code is the first digit of the reply it stands in (RFC 2034); a reason or a token may stand with any. */
export function mayStandTogether(reply: Article, other: Article): boolean {
  if (other.kind !== 'enhanced') return true;
  return reply.class !== '3' && reply.class !== 'other' && (other.class === 'X' || other.class === reply.class);
}
