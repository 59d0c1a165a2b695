import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import { unknownEnvelope } from '../model/evidence.js';
import type { Acceptance, LineFacts, Origin, RecordSink } from '../model/record-sink.js';
import type { RecipientEnd, Story, TracedLine, TracedMessage } from '../model/story.js';
import type { Verdict } from '../model/verdict.js';
import { literal, startsWith } from '../mta/bytes.js';
import { Lifetime, type RecipientState } from '../summary/lifetime.js';
import { TIE_WINDOW } from '../summary/tie.js';
import type { LineVisitor, SyslogLine } from './trace-lines.js';
import type { TraceSubject } from './trace-subject.js';

/** What a program of Postfix says first of a queue id. */
const BEGINNINGS = ['client=', 'uid=', 'message-id='].map(literal);

/** A line that names another queue id. */
interface Tie {
  readonly queueId: string;
  readonly time: number;
  readonly kind: 'continuation' | 'notification';
  /** True when the other id is the earlier one. */
  readonly backwards: boolean;
  /** True when the earlier id is gone: a requeue takes the place of the old queue file. */
  readonly replaces: boolean;
  /** The recipient whose mail goes on there; null where the line speaks of the whole message. */
  readonly state: RecipientState | null;
}

interface Origins {
  readonly kind: Tie['kind'];
  readonly life: Life;
}

/** One life of a queue id, with its lines. */
class Life {
  readonly lifetime: Lifetime;
  readonly host: string;
  /** Its place among all lives, by their first lines. */
  readonly place: number;
  readonly lines: (TracedLine & { readonly events: BounceEvent[] })[] = [];
  readonly ties: Tie[] = [];
  /** A line of it names what is looked for. */
  isSought = false;
  /** Those it is a part of. */
  readonly origins: Origins[] = [];
  readonly parts: Life[] = [];
  /** The id under which a content filter handed the message back. */
  filteredAs: string | null = null;
  /** The id under which it was queued anew. */
  requeuedAs: string | null = null;

  constructor(queueId: string, host: string, time: number, place: number) {
    this.lifetime = new Lifetime(queueId, time);
    this.host = host;
    this.place = place;
  }
}

export interface TraceLivesOptions {
  readonly subject: TraceSubject;
  /** The ids to tell by host, and perhaps others. */
  readonly queueIds: ReadonlyMap<string, ReadonlySet<string>>;
  /** The instances of a host that log a queue manager of their own. */
  readonly ownersOf: (host: string) => ReadonlySet<string>;
  readonly classify: (evidence: Evidence) => Verdict;
}

/**
 * The second reading of a trace: gathers the lines of the queue ids that the first one found, parted into lives, since an
 * id is used again after `removed`; and the lines that match without one.
 */
export class TraceLives implements LineVisitor, RecordSink {
  readonly #options: TraceLivesOptions;
  /** Lives that have not ended, by host, instance where it matters, and id. */
  readonly #open = new Map<string, Life>();
  readonly #lives = new Map<string, Life[]>();
  readonly #unqueued: TracedLine[] = [];
  /** The place of the input in reading order. */
  input = 0;
  #now = 0;
  #count = 0;
  #life: Life | null = null;
  #events: BounceEvent[] = [];

  constructor(options: TraceLivesOptions) {
    this.#options = options;
  }

  visit(line: SyslogLine): void {
    if (line.time !== null) this.#now = line.time.ms;
    const { queueId } = line;
    if (queueId !== null && this.#options.queueIds.get(line.host)?.has(queueId)) this.#visitLife(line, queueId);
    else if (queueId === null && line.isOwn && this.#isSought(line)) this.#keep(this.#unqueued, line, null);
  }

  #isSought({ buf, bodyStart, end }: SyslogLine): boolean {
    return this.#options.subject.isNamedIn(buf, bodyStart, end);
  }

  #visitLife(line: SyslogLine, queueId: string): void {
    const life = this.#lifeOf(line, queueId);
    life.lifetime.last = this.#now;
    if (line.isOwn) life.isSought ||= this.#options.subject.isQueueId(queueId) || this.#isSought(line);
    this.#keep(life.lines, line, life);
  }

  /** Keeps a line, with the records that the reader finds in it. */
  #keep(lines: TracedLine[], line: SyslogLine, life: Life | null): void {
    this.#life = life;
    this.#events = [];
    const { time, host, queueId, number } = line;
    lines.push({
      time,
      input: this.input,
      line: number,
      host: host === '' ? null : host,
      queueId,
      text: line.text(),
      events: this.#events,
    });
    line.interpret();
  }

  #lifeOf(line: SyslogLine, queueId: string): Life {
    const key = this.#key(line, queueId);
    let life = this.#open.get(key);
    if (life !== undefined && line.isOwn && begins(line) && this.#isOver(life)) life = undefined;
    if (life === undefined) {
      life = new Life(queueId, line.host, this.#now, this.#count++);
      this.#open.set(key, life);
      const id = `${line.host} ${queueId}`;
      const known = this.#lives.get(id);
      if (known === undefined) this.#lives.set(id, [life]);
      else known.push(life);
    }
    if (this.#options.ownersOf(line.host).has(line.instance)) life.lifetime.owner = line.instance;
    return life;
  }

  /** An id belongs to the host; only where several instances own queues may two of them use the same one. */
  #key({ host, instance }: Pick<LineFacts, 'host' | 'instance'>, queueId: string): string {
    const shared = `${host} ${queueId}`;
    const owners = this.#options.ownersOf(host);
    if (owners.size < 2 || !owners.has(instance)) return shared;
    const owner = this.#open.get(shared)?.lifetime.owner ?? null;
    return owner === null || owner === instance ? shared : `${shared} ${instance}`;
  }

  /** Whether what begins is another message, although the end of the one before was not logged. */
  #isOver({ lifetime }: Life): boolean {
    return lifetime.senderTime !== null || this.#now - lifetime.last > TIE_WINDOW;
  }

  // -- what the line at hand states -------------------------------------------------------------------------------------

  pending(line: LineFacts, queueId: string, origin: Origin): void {
    this.begin(line, queueId, origin);
  }

  begin(line: LineFacts, queueId: string, origin: Origin): void {
    // A line about one id may tell the beginning of another that it names.
    const isOwn = this.#life?.lifetime.queueId === queueId;
    const life = isOwn ? this.#life : (this.#open.get(this.#key(line, queueId)) ?? null);
    if (life === null) return;
    const { envelope } = life.lifetime;
    envelope.messageId = origin.messageId ?? envelope.messageId;
    envelope.client = origin.client ?? envelope.client;
    envelope.saslUsername = origin.saslUsername ?? envelope.saslUsername;
    if (isOwn && origin.continues !== null)
      this.#tie(origin.continues, 'continuation', { backwards: true, replaces: origin.replaces });
  }

  sender(_line: LineFacts, _queueId: string, sender: string | null): void {
    if (this.#life === null) return;
    const { lifetime } = this.#life;
    lifetime.envelope.sender = sender ?? lifetime.envelope.sender;
    lifetime.senderTime ??= this.#now;
  }

  accepted(line: LineFacts, acceptance: Acceptance): void {
    const { evidence, continuesAs } = acceptance;
    if (evidence === null) return;
    const event: BounceEvent = { evidence, verdict: null };
    this.#events.push(event);
    if (this.#life === null) return;
    const { lifetime } = this.#life;
    evidence.envelope = lifetime.envelope;
    const state = lifetime.recipient(acceptance.recipientKey);
    state.attempt(line.time);
    state.endEvent = event;
    state.endTime = line.time;
    state.ending = acceptance.expanded ? 'expanded' : 'delivered';
    state.queueSeconds = acceptance.queueSeconds;
    state.continuation = null;
    if (continuesAs !== null && continuesAs !== lifetime.queueId) {
      state.continuation = { queueId: continuesAs, met: false };
      this.#tie(continuesAs, 'continuation', { state });
    } else if (acceptance.passedOn) state.continuation = { queueId: '', met: false };
  }

  failure(line: LineFacts, evidence: Evidence, recipientKey: number): void {
    const event = this.#judge(evidence);
    this.#events.push(event);
    if (this.#life === null) return;
    const { lifetime } = this.#life;
    evidence.envelope = lifetime.envelope;
    const state = lifetime.recipient(recipientKey);
    if (!evidence.suspended) state.attempt(line.time);
    if (evidence.action === 'failed') {
      state.ending = 'failed';
      state.endTime = line.time;
      state.endEvent = event;
    } else state.deferral = event;
    state.queueSeconds = evidence.queueSeconds ?? state.queueSeconds;
  }

  refusal(_line: LineFacts, evidence: Evidence): void {
    this.#events.push(this.#judge(evidence));
  }

  expired(_line: LineFacts, _queueId: string, sender: string | null, base: Evidence): void {
    if (this.#life === null) return;
    const { lifetime } = this.#life;
    lifetime.envelope.sender ??= sender;
    lifetime.senderTime ??= this.#now;
    lifetime.expiry = base;
    base.envelope = lifetime.envelope;
    const open = lifetime.recipients.filter(({ ending, deferral }) => ending === null && deferral !== null);
    for (const { deferral } of open) {
      const { evidence, verdict } = deferral!;
      const { time, line, position, envelope } = base;
      const index = this.#events.length;
      this.#events.push({
        evidence: { ...evidence, action: 'expired', time, line, position: { ...position, index }, envelope },
        verdict,
      });
    }
    if (open.length === 0) this.#events.push(this.#judge(base));
  }

  removed(line: LineFacts, queueId: string): void {
    this.#open.delete(this.#key(line, queueId));
  }

  notification(_line: LineFacts, _queueId: string, notificationId: string): void {
    this.#tie(notificationId, 'notification', {});
  }

  probe(): void {}

  #judge(evidence: Evidence): BounceEvent {
    return { evidence, verdict: this.#options.classify(evidence) };
  }

  #tie(queueId: string, kind: Tie['kind'], { backwards = false, replaces = false, state = null }: Partial<Tie>): void {
    this.#life?.ties.push({ queueId, time: this.#now, kind, backwards, replaces, state });
  }

  // -- the story --------------------------------------------------------------------------------------------------------

  /** Everything that was gathered and belongs to what is looked for. To be called once, behind the last line. */
  story(): Story {
    const lives = [...this.#lives.values()].flat().sort((a, b) => a.place - b.place);
    for (const life of lives) for (const tie of life.ties) this.#bind(life, tie);
    const told = connected(lives.filter(({ isSought }) => isSought));
    const messages: Life[] = [];
    const tell = (life: Life) => {
      if (!told.delete(life)) return;
      messages.push(life);
      for (const part of life.parts.toSorted((a, b) => a.place - b.place)) tell(part);
    };
    for (const life of lives) if (life.origins.length === 0) tell(life);
    // Ids that name one another have no root.
    for (const life of lives) tell(life);
    return { messages: messages.map(messageOf), unqueued: this.#unqueued };
  }

  #bind(life: Life, tie: Tie): void {
    const others = this.#lives.get(`${life.host} ${tie.queueId}`) ?? [];
    const other = others.find(({ lifetime }) => (tie.backwards ? spans(lifetime, tie.time) : isNear(lifetime, tie.time)));
    if (other === undefined || other === life) return;
    const [whole, part] = tie.backwards ? [other, life] : [life, other];
    if (tie.state?.continuation) tie.state.continuation.met = true;
    if (tie.backwards) whole[tie.replaces ? 'requeuedAs' : 'filteredAs'] = part.lifetime.queueId;
    if (whole.parts.includes(part)) return;
    whole.parts.push(part);
    part.origins.push({ kind: tie.kind, life: whole });
  }
}

/** Whether the line is one of those with which the life of a queue id begins. */
const begins = ({ buf, afterId, end }: SyslogLine) => BEGINNINGS.some((word) => startsWith(buf, afterId, end, word));

const isNear = ({ first, last }: Lifetime, time: number) => Math.min(Math.abs(time - first), Math.abs(time - last)) <= TIE_WINDOW;

const spans = ({ first, last }: Lifetime, time: number) => time >= first - TIE_WINDOW && time <= last + TIE_WINDOW;

/** These lives and all that are tied to them. */
function connected(lives: readonly Life[]): Set<Life> {
  const found = new Set(lives);
  for (const life of found) {
    for (const part of life.parts) found.add(part);
    for (const origin of life.origins) found.add(origin.life);
  }
  return found;
}

function messageOf(life: Life): TracedMessage {
  const { lifetime, host, lines, origins } = life;
  const origin = origins[0];
  return {
    queueId: lifetime.queueId,
    host: host === '' ? null : host,
    envelope: { ...unknownEnvelope(), ...lifetime.envelope },
    origin: origin === undefined ? null : { kind: origin.kind, queueId: origin.life.lifetime.queueId },
    lines,
    recipients: lifetime.recipients.map((state) => endOf(life, state)),
  };
}

function endOf(life: Life, state: RecipientState): RecipientEnd {
  const { evidence } = (state.endEvent ?? state.deferral)!;
  const { attempts, queueSeconds } = state;
  const { recipient, originalRecipient } = evidence;
  return { recipient: recipient ?? '', originalRecipient, ...fate(life, state), attempts, queueSeconds };
}

function fate({ lifetime, filteredAs, requeuedAs }: Life, state: RecipientState): Pick<RecipientEnd, 'outcome' | 'continuesAs'> {
  const { ending, continuation } = state;
  const goneOn = (continuesAs: string | null) => ({ outcome: null, continuesAs });
  switch (ending) {
    case 'failed':
      return { outcome: 'failed', continuesAs: null };
    case 'expanded':
      return goneOn(continuation?.queueId ?? null);
    case 'delivered':
      if (continuation?.met) return goneOn(continuation.queueId);
      if (continuation !== null && filteredAs !== null) return goneOn(filteredAs);
      return { outcome: 'delivered', continuesAs: null };
    default:
      if (lifetime.expiry !== null) return { outcome: 'expired', continuesAs: null };
      return requeuedAs === null ? { outcome: 'open', continuesAs: null } : goneOn(requeuedAs);
  }
}
