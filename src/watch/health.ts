import type { FollowStatus } from '../input/follow.js';
import type { Answer } from './http-server.js';

/** How the state is kept. */
export interface StateHealth {
  /** The file. */
  readonly name: string;
  /** When it was kept last; null before that. Milliseconds since 1970. */
  readonly keptAt: number | null;
  /** Why it cannot be kept now; null where it can. */
  readonly error: string | null;
}

/** Whether everything is read, for who watches the watcher. */
export interface Health {
  readonly statuses: readonly FollowStatus[];
  /** Milliseconds since 1970. */
  readonly lastReadAt: number | null;
  readonly startedAt: number;
  /** Whether what was there at the beginning is still being read. */
  readonly isBeginning: boolean;
  /** Null where none is kept. */
  readonly state: StateHealth | null;
}

/** 200 where all is well, 503 where an input failed, none is there, or the state cannot be kept. */
export function healthAnswer({ statuses, lastReadAt, startedAt, isBeginning, state: kept }: Health): Answer {
  const hasFailed = statuses.some(({ state }) => state === 'failed');
  const isRead = statuses.some(({ state }) => state === 'following');
  const isWell = (isBeginning || (!hasFailed && isRead)) && (kept?.error ?? null) === null;
  const body = {
    status: !isWell ? 'failing' : isBeginning ? 'starting' : 'ok',
    startedAt: new Date(startedAt).toISOString(),
    lastReadAt: timeOf(lastReadAt),
    inputs: statuses.map(({ name, state, error }) => ({ name, state, ...(error === null ? {} : { error }) })),
    ...(kept === null ? {} : { state: stateOf(kept) }),
  };
  return { status: isWell ? 200 : 503, contentType: 'application/json', body: `${JSON.stringify(body, null, 2)}\n` };
}

const stateOf = ({ name, keptAt, error }: StateHealth) => ({
  ...{ name, keptAt: timeOf(keptAt) },
  ...(error === null ? {} : { error }),
});

const timeOf = (ms: number | null): string | null => (ms === null ? null : new Date(ms).toISOString());

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
