import type { Continuation, Lifetime } from './lifetime.js';

/**
 * How far apart, in milliseconds, the lines may stand that tie two queue ids together (`queued as`, `notification:`) and
 * the lines of the id they name. The two are written within the same second; a busy disk or syslog may delay one.
 */
export const TIE_WINDOW = 30_000;

/** One queue id named by a line about another, whose own lines have not been met yet. */
export interface Tie {
  readonly queueId: string;
  readonly time: number;
  /** What goes on from a notification is a notification too. */
  kind: 'notification' | 'continuation';
  readonly continuation: Continuation | null;
}

/** Whether a tie can mean this life: near in time, and no notification that was named before. */
export const fits = (tie: Tie, lifetime: Lifetime): boolean =>
  Math.min(Math.abs(tie.time - lifetime.last), Math.abs(tie.time - lifetime.first)) <= TIE_WINDOW &&
  !(tie.kind === 'notification' && lifetime.notification);

/** The life is what the tie names. */
export function bind(tie: Tie, lifetime: Lifetime): void {
  if (tie.kind === 'notification') lifetime.notification = true;
  else lifetime.continuation = true;
  if (tie.continuation === null) return;
  tie.continuation.met = true;
  if (tie.continuation.unsure) lifetime.ofUnknown = true;
}
