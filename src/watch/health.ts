import type { FollowStatus } from '../input/follow.js';
import type { Answer } from './http-server.js';

/** Whether everything is read, for who watches the watcher. */
export interface Health {
  readonly statuses: readonly FollowStatus[];
  /** Milliseconds since 1970. */
  readonly lastReadAt: number | null;
  readonly startedAt: number;
  /** Whether what was there at the beginning is still being read. */
  readonly isBeginning: boolean;
}

/** 200 where all is well, 503 where an input failed or none is there. */
export function healthAnswer({ statuses, lastReadAt, startedAt, isBeginning }: Health): Answer {
  const hasFailed = statuses.some(({ state }) => state === 'failed');
  const isRead = statuses.some(({ state }) => state === 'following');
  const isWell = isBeginning || (!hasFailed && isRead);
  const body = {
    status: !isWell ? 'failing' : isBeginning ? 'starting' : 'ok',
    startedAt: new Date(startedAt).toISOString(),
    lastReadAt: lastReadAt === null ? null : new Date(lastReadAt).toISOString(),
    inputs: statuses.map(({ name, state, error }) => ({ name, state, ...(error === null ? {} : { error }) })),
  };
  return { status: isWell ? 200 : 503, contentType: 'application/json', body: `${JSON.stringify(body, null, 2)}\n` };
}

/** How many inputs are in each state. */
export function inputsByState(statuses: readonly FollowStatus[]): ReadonlyMap<string, number> {
  const numbers = new Map<string, number>([
    ['following', 0],
    ['waiting', 0],
    ['failed', 0],
    ['ended', 0],
  ]);
  for (const { state } of statuses) numbers.set(state, numbers.get(state)! + 1);
  return numbers;
}
