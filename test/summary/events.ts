import type { BounceEvent } from '../../src/model/event.js';
import type { Action, Direction } from '../../src/model/evidence.js';
import type { Provider } from '../../src/model/provider.js';
import type { BounceType, Reason } from '../../src/model/verdict.js';

export interface EventFacts {
  readonly ms?: number | null;
  readonly input?: number;
  readonly offset?: number;
  readonly action?: Action;
  readonly direction?: Direction;
  readonly recipient?: string | null;
  readonly replyCode?: number | null;
  readonly enhancedStatus?: string | null;
  readonly diagnostic?: string | null;
  readonly sender?: string | null;
  readonly client?: string | null;
  readonly type?: BounceType;
  readonly reason?: Reason;
  readonly provider?: Provider | null;
  readonly rule?: string;
  /** A success has no verdict. */
  readonly delivered?: boolean;
}

/** A failure with the facts that a test is about. */
export function event(facts: EventFacts): BounceEvent {
  const { ms = 0, input = 0, offset = 0, recipient = 'bob@there.example', diagnostic = null } = facts;
  return {
    evidence: {
      sourceType: 'log',
      mta: 'postfix',
      action: facts.action ?? 'failed',
      direction: facts.direction ?? 'outbound',
      time: ms === null ? null : { ms, offset: 0 },
      position: { input, offset, index: 0 },
      line: 1,
      host: 'mx1',
      instance: 'postfix',
      queueId: 'AAAAA1',
      recipient,
      originalRecipient: null,
      transport: 'smtp',
      remoteMta: null,
      remoteIp: null,
      command: null,
      replyCode: facts.replyCode ?? null,
      enhancedStatus: facts.enhancedStatus ?? null,
      loggedStatus: null,
      diagnostic,
      suspended: false,
      queueSeconds: null,
      envelope: { sender: facts.sender ?? null, messageId: null, client: facts.client ?? null, saslUsername: null },
    },
    verdict:
      facts.delivered === true
        ? null
        : {
            type: facts.type ?? 'hard',
            reason: facts.reason ?? 'user-unknown',
            rule: facts.rule ?? 'test',
            provider: facts.provider ?? null,
          },
  };
}
