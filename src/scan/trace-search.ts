import type { Evidence } from '../model/evidence.js';
import type { Acceptance, LineFacts, Origin, RecordSink } from '../model/record-sink.js';
import { TIE_WINDOW } from '../summary/tie.js';
import type { LineVisitor, SyslogLine } from './trace-lines.js';
import type { TraceSubject } from './trace-subject.js';

/** Queue ids that are tied together: one message with its continuations and notifications. */
interface Group {
  /** Whether one of them is what is looked for. */
  told: boolean;
  marks: Mark[];
}

/** A life of a queue id that is tied to another, or is what is looked for. */
interface Mark {
  readonly queueId: string;
  group: Group;
  /** The queue manager named its sender: what begins under this id from now on is another message. */
  queued: boolean;
  last: number;
}

/**
 * The first reading of a trace: finds which queue ids of which host have to do with what is looked for, by name or by
 * ties. Of other ids only the ties are kept, as long as the id is in use, since any line to come may match.
 */
export class TraceSearch implements LineVisitor, RecordSink {
  readonly #subject: TraceSubject;
  readonly #hosts = new Map<string, HostSearch>();
  /** Whether lines match that have no queue id, such as a refusal. */
  unqueued = false;

  constructor(subject: TraceSubject) {
    this.#subject = subject;
  }

  /** The ids to tell by host. */
  get queueIds(): ReadonlyMap<string, ReadonlySet<string>> {
    return new Map([...this.#hosts].filter(([, { told }]) => told.size > 0).map(([host, { told }]) => [host, told]));
  }

  visit(line: SyslogLine): void {
    line.interpret();
    if (!line.isOwn) return;
    const { queueId } = line;
    if (!this.#subject.isQueueId(queueId) && !this.#subject.isNamedIn(line.buf, line.bodyStart, line.end)) return;
    if (queueId === null) this.unqueued = true;
    else this.#of(line).match(queueId);
  }

  /** The instances of a host that log a queue manager of their own. */
  ownersOf(host: string): ReadonlySet<string> {
    return this.#hosts.get(host)?.owners ?? NOBODY;
  }

  #of(line: Pick<LineFacts, 'host' | 'time'>): HostSearch {
    let host = this.#hosts.get(line.host);
    if (host === undefined) {
      host = new HostSearch();
      this.#hosts.set(line.host, host);
    }
    if (line.time !== null) host.now = line.time.ms;
    return host;
  }

  begin(line: LineFacts, queueId: string, { continues }: Origin): void {
    const host = this.#of(line);
    host.begin(queueId);
    if (continues !== null) host.tie(queueId, continues);
  }

  pending(line: LineFacts, queueId: string, origin: Origin): void {
    this.begin(line, queueId, origin);
  }

  sender(line: LineFacts, queueId: string): void {
    const host = this.#of(line);
    if (!host.owners.has(line.instance)) host.owners.add(line.instance);
    host.touch(queueId, true);
  }

  accepted(line: LineFacts, { queueId, continuesAs }: Acceptance): void {
    if (queueId === null) return;
    const host = this.#of(line);
    host.touch(queueId, false);
    if (continuesAs !== null) host.tie(queueId, continuesAs);
  }

  failure(line: LineFacts, { queueId }: Evidence): void {
    if (queueId !== null) this.#of(line).touch(queueId, false);
  }

  removed(line: LineFacts, queueId: string): void {
    this.#of(line).removed(queueId);
  }

  notification(line: LineFacts, queueId: string, notificationId: string): void {
    this.#of(line).tie(queueId, notificationId);
  }

  probe(): void {}

  refusal(): void {}

  expired(): void {}
}

const NOBODY: ReadonlySet<string> = new Set();

class HostSearch {
  readonly told = new Set<string>();
  readonly owners = new Set<string>();
  /** The time of the last line that told something. */
  now = 0;
  readonly #inUse = new Map<string, Mark>();
  /** Ids that ended a moment ago, which a late line may still name, in the order of their end. */
  readonly #ended = new Map<string, { readonly time: number; mark: Mark | null }>();

  match(queueId: string): void {
    this.#tell(this.#mark(queueId).group);
  }

  begin(queueId: string): void {
    const mark = this.#inUse.get(queueId);
    if (mark !== undefined && (mark.queued || this.now - mark.last > TIE_WINDOW)) this.#inUse.delete(queueId);
  }

  touch(queueId: string, queued: boolean): void {
    const mark = this.#inUse.get(queueId);
    if (mark === undefined) return;
    mark.last = this.now;
    mark.queued ||= queued;
  }

  removed(queueId: string): void {
    const mark = this.#inUse.get(queueId) ?? null;
    if (mark !== null) this.#inUse.delete(queueId);
    this.#ended.delete(queueId);
    this.#ended.set(queueId, { time: this.now, mark });
    for (const [id, { time }] of this.#ended) {
      if (this.now - time <= TIE_WINDOW) break;
      this.#ended.delete(id);
    }
  }

  tie(one: string, other: string): void {
    if (one === other) return;
    const [a, b] = [this.#mark(one).group, this.#mark(other).group];
    if (a === b) return;
    const [large, small] = a.marks.length >= b.marks.length ? [a, b] : [b, a];
    // What is told already is not told again: a group may have very many ties.
    if (large.told !== small.told) this.#tell(large.told ? small : large);
    for (const mark of small.marks) mark.group = large;
    large.marks.push(...small.marks);
  }

  #tell(group: Group): void {
    if (group.told) return;
    group.told = true;
    for (const { queueId } of group.marks) this.told.add(queueId);
  }

  #mark(queueId: string): Mark {
    const known = this.#inUse.get(queueId);
    if (known !== undefined) return known;
    const ended = this.#ended.get(queueId);
    if (ended !== undefined && this.now - ended.time <= TIE_WINDOW) {
      ended.mark ??= this.#newMark(queueId);
      return ended.mark;
    }
    const mark = this.#newMark(queueId);
    this.#inUse.set(queueId, mark);
    return mark;
  }

  #newMark(queueId: string): Mark {
    const group: Group = { told: false, marks: [] };
    const mark: Mark = { queueId, group, queued: false, last: this.now };
    group.marks.push(mark);
    return mark;
  }
}
