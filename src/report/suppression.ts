import { REASON_FACTS } from '../catalogue/reasons.js';
import { type BounceEvent, domainOf, type RecipientOutcome } from '../model/event.js';
import type { Reason } from '../model/verdict.js';

const DAY = 86_400_000;
/** Where a time that is not known stands: behind all others. */
const LATER = Number.MAX_SAFE_INTEGER;
/** Of one address more failures are not kept; the first ones go. No policy can ask for more. */
export const MOST_STRIKES = 64;
/** Of so many addresses the last delivery is remembered; those that were delivered to longest ago go first. */
const MOST_DELIVERIES = 2_000_000;
/** Between runs no more addresses are kept. */
const MOST_REMEMBERED = 500_000;
/** Kinds of feedback reports that are no complaint (RFC 6430 §3.2, RFC 6591 §3.1). */
const NO_COMPLAINTS: ReadonlySet<string> = new Set(['not-spam', 'auth-failure', 'auth-failure-report']);

/** When an address is to be mailed no more. */
export interface SuppressionPolicy {
  /** So many failures that blame the address for good. */
  readonly hard: number;
  /** So many failures of any kind that blame the address, within so many days; null never. */
  readonly soft: { readonly failures: number; readonly days: number } | null;
}

/** Why an address is on the list. */
export type Why = 'complaint' | 'hard' | 'soft';

/** One failure that is held against an address. */
interface Strike {
  readonly kind: Why;
  /** Milliseconds since 1970. */
  readonly time: number | null;
  readonly reason: Reason;
  readonly replyCode: number | null;
  readonly enhancedStatus: string | null;
  readonly loggedStatus: string | null;
  readonly queueId: string | null;
  readonly diagnostic: string | null;
}

/** What is held against addresses, as it is kept. */
export interface SavedSuppressions {
  readonly entries: readonly {
    readonly address: string;
    readonly strikes: readonly Strike[];
    readonly delivered: number | null;
  }[];
  /** How many addresses had no room. */
  readonly dropped: number;
}

/** An address that should not be mailed again, with the latest failure that decided it. */
export interface Suppression extends Omit<Strike, 'kind' | 'time'> {
  readonly address: string;
  readonly why: Why;
  /** Failures that are held against it since its last delivery. */
  readonly failures: number;
  readonly firstFailure: number | null;
  readonly lastFailure: number | null;
}

/**
 * Gathers what is held against addresses. Only what blames the address counts, never what blames the sender, the message or the
 * way; a failure that was followed by a delivery is forgiven, a complaint is not. The order in which records come does not matter.
 */
export class Suppressions {
  readonly #strikes = new Map<string, Strike[]>();
  readonly #deliveries = new Map<string, number>();

  /** The end of a recipient's mail, as a log tells it. */
  outcome({ event, outcome }: RecipientOutcome): void {
    const { recipient, direction, time } = event.evidence;
    if (recipient === null || direction !== 'outbound') return;
    if (outcome === 'failed' || outcome === 'expired') this.#strike(keyOf(recipient), event);
    else if (outcome === 'delivered' && time !== null) this.#delivered(keyOf(recipient), time.ms);
  }

  /** What a mail tells: a bounce, or a complaint. */
  mail(event: BounceEvent): void {
    const { recipient, action, feedbackType } = event.evidence;
    if (recipient === null) return;
    if (action === 'failed') this.#strike(keyOf(recipient), event);
    else if (action === 'feedback' && !NO_COMPLAINTS.has(feedbackType ?? ''))
      this.#add(keyOf(recipient), strikeOf(event, 'complaint'));
  }

  #strike(address: string, event: BounceEvent): void {
    const kind = kindOf(event);
    if (kind !== null) this.#add(address, strikeOf(event, kind));
  }

  #add(address: string, strike: Strike): void {
    const known = this.#strikes.get(address);
    if (known === undefined) {
      this.#strikes.set(address, [strike]);
      return;
    }
    if (known.some((other) => isSame(other, strike))) return;
    known.push(strike);
    if (known.length > MOST_STRIKES)
      known.splice(
        Math.max(
          0,
          known.findIndex(({ kind }) => kind !== 'complaint'),
        ),
        1,
      );
  }

  #delivered(address: string, ms: number): void {
    const before = this.#deliveries.get(address);
    if (before !== undefined && before >= ms) return;
    this.#deliveries.delete(address);
    this.#deliveries.set(address, ms);
    if (this.#deliveries.size > MOST_DELIVERIES) this.#deliveries.delete(this.#deliveries.keys().next().value!);
  }

  /** What is held against addresses, to go on from in another run. Of more addresses those go whose last failure is oldest. */
  save(most = MOST_REMEMBERED): SavedSuppressions {
    const last = (strikes: readonly Strike[]) => Math.max(0, ...strikes.map(({ time }) => time ?? LATER));
    let entries = [...this.#strikes].map(([address, strikes]) => {
      const delivered = this.#deliveries.get(address) ?? null;
      // What was forgiven stays so.
      const held = strikes.filter(({ kind, time }) => kind === 'complaint' || time === null || time > (delivered ?? -Infinity));
      return { address, strikes: held, delivered };
    });
    entries = entries.filter(({ strikes }) => strikes.length > 0);
    if (entries.length > most) entries = entries.sort((a, b) => last(b.strikes) - last(a.strikes)).slice(0, most);
    return { entries, dropped: Math.max(0, this.#strikes.size - most) };
  }

  /** Goes on from what `save` gave. */
  restore({ entries }: SavedSuppressions): void {
    for (const { address, strikes, delivered } of entries) {
      this.#strikes.set(address, [...strikes]);
      if (delivered !== null) this.#delivered(address, delivered);
    }
  }

  /** When mail to an address last arrived; null when it is not known. */
  deliveredTo(address: string): number | null {
    return this.#deliveries.get(keyOf(address)) ?? null;
  }

  /** The addresses that the policy wants off, in the order of their names. */
  list(policy: SuppressionPolicy): Suppression[] {
    const list = [...this.#strikes].flatMap(([address, strikes]) => {
      const delivered = this.#deliveries.get(address) ?? -Infinity;
      const held = strikes
        .filter(({ kind, time }) => kind === 'complaint' || time === null || time > delivered)
        .sort((a, b) => (a.time ?? LATER) - (b.time ?? LATER));
      const deciding = decide(held, policy);
      return deciding === null ? [] : [suppressionOf(address, held, deciding)];
    });
    return list.sort((a, b) => (a.address < b.address ? -1 : 1));
  }
}

/** Local parts may differ by case (RFC 5321 §2.4), domains do not. */
export function keyOf(address: string): string {
  const domain = domainOf(address);
  return domain === null ? address : address.slice(0, address.lastIndexOf('@') + 1) + domain;
}

/** How a failure counts against its address; null when it does not. */
function kindOf({ verdict }: BounceEvent): Why | null {
  if (verdict === null || verdict.type === 'block') return null;
  const { suppress } = REASON_FACTS[verdict.reason];
  if (suppress === 'no') return null;
  return suppress === 'yes' && verdict.type !== 'soft' ? 'hard' : 'soft';
}

/** Whether both are one failure: a notification tells of the one that the log has, and a mail may be there twice. */
function isSame(a: Strike, b: Strike): boolean {
  if (a.kind === 'complaint' || b.kind === 'complaint') return false;
  if (a.queueId !== null && b.queueId !== null) return a.queueId === b.queueId;
  return a.time !== null && a.time === b.time && a.diagnostic === b.diagnostic;
}

function strikeOf({ evidence, verdict }: BounceEvent, kind: Why): Strike {
  const { time, replyCode, enhancedStatus, loggedStatus, queueId, diagnostic } = evidence;
  const reason = kind === 'complaint' ? 'feedback' : (verdict?.reason ?? 'undetermined');
  return { kind, time: time?.ms ?? null, reason, replyCode, enhancedStatus, loggedStatus, queueId, diagnostic };
}

/** The latest failure of those that are enough; null when they are not. @param held in the order of their times. */
function decide(held: readonly Strike[], { hard, soft }: SuppressionPolicy): Strike | null {
  const complaint = held.findLast(({ kind }) => kind === 'complaint');
  if (complaint !== undefined) return complaint;
  const hards = held.filter(({ kind }) => kind === 'hard');
  if (hards.length >= hard) return hards.at(-1)!;
  if (soft === null || held.length < soft.failures) return null;
  const isEnough = held.some((first, i) => {
    const last = held[i + soft.failures - 1];
    return last !== undefined && (last.time === null || last.time - first.time! <= soft.days * DAY);
  });
  return isEnough ? { ...held.at(-1)!, kind: 'soft' } : null;
}

function suppressionOf(address: string, held: readonly Strike[], { kind, time: _, ...deciding }: Strike): Suppression {
  const times = held.flatMap(({ time }) => time ?? []);
  return {
    address,
    why: kind,
    ...deciding,
    failures: held.length,
    firstFailure: times[0] ?? null,
    lastFailure: times.at(-1) ?? null,
  };
}
