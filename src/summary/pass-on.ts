import { endsHere, type Lifetime } from './lifetime.js';
import type { Tie } from './tie.js';

/** Looks for a life that an id means, named by a line of an instance. */
type Known = (queueId: string, instance: string, isMeant: (lifetime: Lifetime) => boolean) => Lifetime | undefined;

/**
 * What goes on from a life under other ids is a notification where that is one, and not known to be none where it is not known of that.
 * @param ties those whose ids were not met, by these.
 */
export function passOn(from: Lifetime, known: Known, ties: ReadonlyMap<string, readonly Tie[]>): void {
  const lives = [from];
  for (const lifetime of lives) {
    if (lifetime.recipients.every(endsHere)) continue;
    const continuations = new Set(lifetime.recipients.flatMap(({ continuation }) => continuation ?? []));
    const mark = lifetime.notification ? 'notification' : 'ofUnknown';
    const isNext = (other: Lifetime) => other !== lifetime && other.continuation && !other.notification && !other[mark];
    for (const queueId of new Set([...continuations].map((continuation) => continuation.queueId))) {
      const next = () => known(queueId, lifetime.owner ?? '', isNext);
      for (let one = next(); one !== undefined; one = next()) {
        one[mark] = true;
        lives.push(one);
      }
      for (const tie of (lifetime.notification && ties.get(queueId)) || [])
        if (tie.continuation !== null && continuations.has(tie.continuation)) tie.kind = 'notification';
    }
  }
}
