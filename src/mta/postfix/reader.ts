import { readReply } from '../../classify/reply.js';
import type { Detail } from '../../model/detail.js';
import type { Action, Evidence } from '../../model/evidence.js';
import type { Acceptance, LineFacts, MessageSink, Origin, RecordSink } from '../../model/record-sink.js';
import { ascii, literal, startsWith, text } from '../bytes.js';
import type { LogClock } from '../log-clock.js';
import { SyslogPrefix } from '../syslog-prefix.js';
import { bareRole } from './bare-line.js';
import { DeliveryRecord, FORWARDED_AS, queuedAs } from './delivery.js';
import type { Glance } from './glance.js';
import { isInformation } from './information.js';
import { type LineAtHand, lineOf, OrdinaryLines, type OtherLines } from './ordinary-lines.js';
import { clientOrigin, messageId, submissionOrigin } from './origin.js';
import { type Program, postfixProgram, type Role } from './programs.js';
import { maskedQueueIdEnd, queueIdEnd } from './queue-id.js';
import { type Kept, QueueIds } from './queue-ids.js';
import { readReason, readRelay } from './reason.js';
import { type RecordDraft, recordDraft, tellRefusal } from './record-draft.js';
import { readRefusal } from './refusal.js';
import { reversePathEnd } from './reverse-path.js';

const LESS = 60;
const CLOSE_BRACKET = 93;
const CLOSE_PAREN = 41;

const TO = literal('to=');
const FROM = literal('from=');
const CLIENT = literal('client=');
const NOTIFICATION = literal(' notification: ');
const UID = literal('uid=');
const MESSAGE_ID = literal('message-id=');
const REMOVED = literal('removed');
const REJECT = literal('reject: ');
const NOQUEUE = literal('NOQUEUE: ');
const PROXY = literal('proxy-');
const CONNECT_FROM = literal('connect from ');
const DISCONNECT_FROM = literal('disconnect from ');
const REPEATED = literal('message repeated ');
const TIMES = literal(' times: [ ');
/** More repeats than this are no count that syslog writes. */
const MOST_REPEATS = 1_000_000;

/**
 * What became of a line: `read` and `known` are lines of this MTA, `unparsed` one of its programs in an unknown form,
 * `foreign` another program's, `no-prefix` none that syslog wrote.
 */
export type LineVerdict = 'read' | 'known' | 'unparsed' | 'foreign' | 'no-prefix';

/** Counts lines that were read at a glance. */
export interface Skimmed {
  lines: number;
  knownLines: number;
}

export interface PostfixReaderOptions extends Detail {
  readonly clock: LogClock;
  /** The place of the input in reading order. */
  readonly input: number;
  /** Takes whole messages, where neither successes nor envelopes are wanted; otherwise each line is told to the sink. */
  readonly messages?: MessageSink;
  /** Reads ordinary mail for them, where the log is read into its block. */
  readonly glance?: Glance | null;
}

/**
 * Reads the log of Postfix line by line and tells the sink what it states: the life of a message by its queue id,
 * each recipient's deliveries, refused clients. It never throws on a line. Specification: src/global/log_adhoc.c,
 * src/qmgr, src/smtpd, src/postscreen, src/cleanup of Postfix 2.x to 3.12.
 */
export class PostfixReader implements OtherLines {
  readonly #sink: RecordSink;
  readonly #messages: MessageSink | null;
  readonly #clock: LogClock;
  readonly #input: number;
  readonly #detail: Detail;
  /** Whether any of the envelope is wanted, and all of it. */
  readonly #senders: boolean;
  readonly #envelopes: boolean;
  readonly #prefix = new SyslogPrefix();
  readonly #delivery = new DeliveryRecord();
  readonly #glance: Glance | null = null;
  readonly #ordinary: OrdinaryLines | null = null;
  readonly #idsByHost = new Map<string, QueueIds>();
  #queueIds: QueueIds;
  #idsSource = -1;
  /** The source and the stamp of the line that `#facts` was decoded from. */
  #factsSource = -1;
  #factsStamp = -1;
  /** Tells apart the records that one line stands for. */
  #index = 0;
  #program = '';
  /** The line at hand, as the sink sees it; decoded when a line turns out to matter. */
  readonly #facts: LineAtHand = { time: null, host: '', instance: '', offset: 0, line: 0 };
  /** Whether these facts are of the line at hand already, all but the time. */
  #told = false;

  readonly #acceptance = {
    queueId: null as string | null,
    recipientKey: 0,
    continuesAs: null as string | null,
    expanded: false,
    passedOn: false,
    queueSeconds: null as number | null,
    evidence: null as Evidence | null,
  };

  constructor(sink: RecordSink, options: PostfixReaderOptions) {
    this.#sink = sink;
    this.#clock = options.clock;
    this.#input = options.input;
    const { messages, clock, successes, delays, envelopes, glance } = options;
    this.#detail = { successes, delays, envelopes };
    this.#senders = envelopes !== 'none';
    this.#envelopes = envelopes === 'full';
    this.#messages = messages ?? null;
    this.#queueIds = this.#idsOf('');
    if (messages === undefined || !glance) return;
    this.#glance = glance;
    this.#ordinary = new OrdinaryLines(glance, this.#prefix, clock, messages, {
      others: this,
      facts: this.#facts,
      input: options.input,
      detail: this.#detail,
    });
  }

  /**
   * Takes whole lines from `start` on as far as they begin like those before them.
   * @param offset of `start` in the input.
   * @param skimmed is told how many lines those were, and how many of them are Postfix's.
   * @returns where the first line starts that `read` has to read.
   */
  skim(buf: Buffer, start: number, filled: number, offset: number, skimmed: Skimmed): number {
    const ordinary = this.#ordinary;
    if (ordinary === null || buf !== this.#glance!.block) return start;
    let at = start;
    this.#told = true;
    try {
      at = ordinary.read(start, filled, offset, skimmed.lines);
    } finally {
      this.#told = false;
      this.#factsSource = -1;
      this.#factsStamp = -1;
    }
    skimmed.lines += ordinary.lines;
    skimmed.knownLines += ordinary.known;
    return at;
  }

  /** @param offset the line's first byte in the decompressed input. @param line its 1-based number. */
  read(buf: Buffer, start: number, end: number, offset: number, line: number): LineVerdict {
    const prefix = this.#prefix;
    if (!prefix.read(buf, start, end)) return 'no-prefix';
    // The clock starts at the first line of all.
    if (this.#idsSource < 0) {
      prefix.time(this.#clock);
      this.#enter(prefix.source);
    }
    const program = postfixProgram(buf, prefix.programStart, prefix.programEnd);
    // A tag without a slash is another program's: Postfix logs as syslog_name/program.
    if (program === undefined || buf[prefix.programStart - 1] !== 47) return 'foreign';
    if (prefix.source !== this.#idsSource) this.#enter(prefix.source);
    this.#facts.offset = offset;
    this.#facts.line = line;
    this.#index = 0;
    this.#program = program.name;
    this.#ordinary?.follow(buf, start, this.#queueIds);
    const body = prefix.bodyStart;
    return buf[body] === 109 && startsWith(buf, body, end, REPEATED)
      ? this.#repeated(buf, body, end, program.role)
      : this.#body(buf, body, end, program.role);
  }

  /** Reads a line whose host, program and time are known. */
  readBody(buf: Buffer, body: number, end: number, { name, role }: Program, queueIds: QueueIds): boolean {
    if (queueIds !== this.#queueIds) return false;
    this.#index = 0;
    this.#program = name;
    const verdict = this.#body(buf, body, end, role);
    return verdict === 'read' || verdict === 'known';
  }

  /** A line with another host or instance: ids belong to their host. */
  #enter(source: number): void {
    this.#idsSource = source;
    this.#queueIds = this.#idsOf(this.#prefix.host);
  }

  #idsOf(host: string): QueueIds {
    const known = this.#idsByHost.get(host);
    if (known !== undefined) return known;
    const ids = new QueueIds(
      (message, instance) => this.#messages?.told(lineOf(this.#facts, host, instance), message),
      // Lines without a host are read one by one.
      host === '' ? null : (this.#glance?.queueMemory() ?? null),
      this.#keptOf(host),
    );
    this.#idsByHost.set(host, ids);
    return ids;
  }

  #keptOf(host: string): Kept | null {
    const ordinary = this.#ordinary;
    if (ordinary === null) return null;
    return { lives: ordinary.lives, tell: (life, instance) => ordinary.tellKept(life, lineOf(this.#facts, host, instance)) };
  }

  /** Tells what is known of all messages that are kept as lives. */
  tellKept(): void {
    for (const ids of this.#idsByHost.values()) ids.tellKept();
  }

  /** The input is over: tells what began and has not been told yet. */
  end(): void {
    for (const [host, ids] of this.#idsByHost) {
      const facts: LineFacts = { ...this.#facts, host };
      ids.tellAll();
      for (const [queueId, origin] of ids.waiting()) this.#sink.pending(facts, queueId, origin);
    }
  }

  /** Reads the line again as often as syslog says that it was repeated. */
  repeat(buf: Buffer, start: number, end: number, offset: number, line: number, times: number): LineVerdict {
    let verdict: LineVerdict = 'foreign';
    for (let i = 1; i <= times; i++) {
      verdict = this.read(buf, start, end, offset, line);
      this.#index = i;
    }
    return verdict;
  }

  /**
   * Reads a line that has no prefix but the words of Postfix (journalctl -o cat): a queue id with what only Postfix says of
   * one. Time and host stay unknown.
   */
  readBare(buf: Buffer, start: number, end: number, offset: number, line: number): LineVerdict {
    const role = bareRole(buf, start, end);
    if (role === null) return 'foreign';
    const facts = this.#facts;
    facts.offset = offset;
    facts.line = line;
    facts.time = null;
    facts.host = '';
    facts.instance = '';
    this.#factsSource = this.#prefix.source;
    this.#factsStamp = this.#prefix.stamp;
    this.#index = 0;
    this.#program = '';
    const verdict = this.#body(buf, start, end, role);
    this.#factsSource = -1;
    this.#factsStamp = -1;
    return verdict;
  }

  /** `message repeated N times: [ BODY]`: rsyslog writes it in the place of N more lines like the one before. */
  #repeated(buf: Buffer, body: number, end: number, role: Role): LineVerdict {
    let p = body + REPEATED.length;
    let times = 0;
    while (p < end && buf[p]! >= 48 && buf[p]! <= 57 && times < MOST_REPEATS) times = times * 10 + buf[p++]! - 48;
    if (times === 0 || !startsWith(buf, p, end, TIMES) || buf[end - 1] !== CLOSE_BRACKET) return 'unparsed';
    p += TIMES.length;
    let verdict: LineVerdict = 'known';
    for (let i = 0; i < Math.min(times, MOST_REPEATS); i++) {
      this.#index = i;
      verdict = this.#body(buf, p, end - 1, role);
    }
    return verdict;
  }

  #body(buf: Buffer, body: number, end: number, role: Role): LineVerdict {
    switch (role) {
      case 'other':
        return 'known';
      case 'agent':
        return this.#agent(buf, body, end);
      case 'queue-manager':
        return this.#queueManager(buf, body, end);
      case 'cleanup':
        return this.#cleanup(buf, body, end);
      case 'smtpd':
      case 'postscreen':
        return this.#server(buf, body, end, role);
      case 'pickup':
        return this.#pickup(buf, body, end);
      case 'bounce':
        return this.#bounce(buf, body, end);
      case 'postsuper':
        return this.#postsuper(buf, body, end);
    }
  }

  #line(): LineFacts {
    const facts = this.#facts;
    if (this.#told) {
      facts.time = this.#ordinary!.time();
      return facts;
    }
    const prefix = this.#prefix;
    if (this.#factsStamp !== prefix.stamp) {
      this.#factsStamp = prefix.stamp;
      facts.time = prefix.time(this.#clock);
    }
    if (this.#factsSource !== prefix.source) {
      this.#factsSource = prefix.source;
      facts.host = prefix.host;
      facts.instance = prefix.instance;
    }
    return facts;
  }

  #transport(): string | null {
    return this.#program === '' ? null : this.#program;
  }

  /** A line without a queue id that is none of those that are read. */
  #withoutId(buf: Buffer, start: number, end: number, role: Role): LineVerdict {
    if (isInformation(buf, start, end, role, false)) return 'known';
    // Some logs were stripped of their ids: the record stands, but belongs to no message.
    return startsWith(buf, start, end, TO) ? this.#deliveryRecord(buf, start, start, start + TO.length, end) : 'unparsed';
  }

  /** A line with a queue id that its program is not known to write; what it states is read whoever wrote it. */
  #withId(buf: Buffer, body: number, idEnd: number, end: number, role: Role): LineVerdict {
    const at = idEnd + 2;
    if (isInformation(buf, at, end, role, true)) return 'known';
    if (startsWith(buf, at, end, TO)) return this.#deliveryRecord(buf, body, idEnd, at + TO.length, end);
    if (startsWith(buf, at, end, FROM)) return this.#sender(buf, body, idEnd, at + FROM.length, end);
    // A log that went through HTML lost what looked like a tag: `to=<`.
    return role === 'agent' ? this.#deliveryRecord(buf, body, idEnd, at, end) : 'unparsed';
  }

  #agent(buf: Buffer, body: number, end: number): LineVerdict {
    let idEnd = this.#queueIds.leadingEnd(buf, body, end);
    if (idEnd < 0) idEnd = maskedQueueIdEnd(buf, body, end);
    if (idEnd < 0) return this.#withoutId(buf, body, end, 'agent');
    const at = idEnd + 2;
    return startsWith(buf, at, end, TO)
      ? this.#deliveryRecord(buf, body, idEnd, at + TO.length, end)
      : this.#withId(buf, body, idEnd, end, 'agent');
  }

  #queueManager(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = this.#queueIds.leadingEnd(buf, body, end);
    if (idEnd < 0) return this.#withoutId(buf, body, end, 'queue-manager');
    const at = idEnd + 2;
    if (startsWith(buf, at, end, FROM)) return this.#sender(buf, body, idEnd, at + FROM.length, end);
    if (startsWith(buf, at, end, REMOVED)) {
      this.#sink.removed(this.#line(), this.#queueIds.of(buf, body, idEnd));
      return 'read';
    }
    if (startsWith(buf, at, end, TO)) return this.#deliveryRecord(buf, body, idEnd, at + TO.length, end);
    return this.#withId(buf, body, idEnd, end, 'queue-manager');
  }

  /** `from=<S>, size=B, nrcpt=N (queue active)` or `from=<S>, status=expired, returned to sender`. */
  #sender(buf: Buffer, body: number, idEnd: number, at: number, end: number): LineVerdict {
    const queueId = this.#queueIds.of(buf, body, idEnd);
    this.#tellBegin(queueId);
    // Without the reverse-path itself the end of the line tells enough: `nrcpt=1 (queue active)`.
    if (!this.#senders && buf[end - 1] === CLOSE_PAREN) {
      this.#tellSender(queueId, null);
      return 'read';
    }
    const p = reversePathEnd(buf, at, end);
    if (p < 0) return 'unparsed';
    const bracketed = buf[at] === LESS;
    const sender = this.#senders ? text(buf, bracketed ? at + 1 : at, bracketed ? p - 1 : p) : null;
    if (buf[p + 3] === 116 /* status= */) {
      const status = ascii(buf, p + 9, Math.min(end, p + 25));
      if (!status.startsWith('expired') && !status.startsWith('force-expired')) return 'unparsed';
      const line = this.#line();
      const evidence = this.#evidence('expired');
      evidence.queueId = queueId;
      this.#sink.expired(line, queueId, sender, evidence);
    } else this.#tellSender(queueId, sender);
    return 'read';
  }

  #tellSender(queueId: string, sender: string | null): void {
    const line = this.#line();
    this.#queueIds.ownedBy(line.instance);
    this.#sink.sender(line, queueId, sender);
  }

  #cleanup(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = this.#queueIds.leadingEnd(buf, body, end);
    if (idEnd < 0) return this.#refusal(buf, body, end, null) ?? this.#withoutId(buf, body, end, 'cleanup');
    const at = idEnd + 2;
    if (startsWith(buf, at, end, MESSAGE_ID)) {
      this.#queueIds.begin(buf, body, idEnd, null);
      if (this.#envelopes) this.#nameMessage(buf, body, idEnd, messageId(buf, at + MESSAGE_ID.length, end));
      return 'read';
    }
    if (startsWith(buf, at, end, TO)) return this.#deliveryRecord(buf, body, idEnd, at + TO.length, end);
    return this.#refusal(buf, at, end, this.#queueIds.of(buf, body, idEnd)) ?? this.#withId(buf, body, idEnd, end, 'cleanup');
  }

  #server(buf: Buffer, body: number, end: number, role: Role): LineVerdict {
    if (startsWith(buf, body, end, CONNECT_FROM) || startsWith(buf, body, end, DISCONNECT_FROM)) return 'known';
    if (startsWith(buf, body, end, NOQUEUE)) {
      return (
        this.#refusal(buf, body + NOQUEUE.length, end, null) ??
        (isInformation(buf, body + NOQUEUE.length, end, role, true) ? 'known' : 'unparsed')
      );
    }
    const idEnd = this.#queueIds.leadingEnd(buf, body, end);
    if (idEnd < 0) {
      const refused = startsWith(buf, body, end, REJECT) || startsWith(buf, body, end, PROXY);
      return (refused ? this.#refusal(buf, body, end, null) : null) ?? this.#withoutId(buf, body, end, role);
    }
    const at = idEnd + 2;
    if (startsWith(buf, at, end, CLIENT)) {
      this.#begin(buf, body, idEnd, clientOrigin(buf, at + CLIENT.length, end, this.#envelopes));
      return 'read';
    }
    return this.#refusal(buf, at, end, this.#queueIds.of(buf, body, idEnd)) ?? this.#withId(buf, body, idEnd, end, role);
  }

  /** Keeps the origin until the sender line, unless it ties the id to another that may end before. */
  #begin(buf: Buffer, idStart: number, idEnd: number, origin: Origin): void {
    if (origin.continues !== null) {
      this.#tellMessageOf(origin.continues);
      this.#sink.begin(this.#line(), this.#queueIds.of(buf, idStart, idEnd), origin);
    } else this.#queueIds.begin(buf, idStart, idEnd, origin);
  }

  /** Adds the message-id to what was told of the beginning of the id that was asked for last. */
  #nameMessage(buf: Buffer, idStart: number, idEnd: number, messageId: string | null): void {
    const origin = this.#queueIds.takeOrigin();
    if (origin !== null) this.#queueIds.begin(buf, idStart, idEnd, { ...origin, messageId });
  }

  /** Tells the beginning of an id that another line names: the line means the life that begins, not one before it. */
  #tellBeginOf(queueId: string): void {
    this.#tellMessageOf(queueId);
    this.#tellBegin(queueId);
  }

  /** Tells what is known of an ordinary message, when another line names its id. */
  #tellMessageOf(queueId: string): void {
    const bytes = Buffer.from(queueId, 'latin1');
    this.#queueIds.of(bytes, 0, bytes.length);
  }

  /** Tells the beginning of the id that was asked for last, where that has not been done. */
  #tellBegin(queueId: string): void {
    const origin = this.#queueIds.takeOrigin();
    if (origin !== null) this.#sink.begin(this.#line(), queueId, origin);
  }

  /** `uid=N from=<S>[ orig_id=ID]` */
  #pickup(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = this.#queueIds.leadingEnd(buf, body, end);
    if (idEnd < 0) return this.#withoutId(buf, body, end, 'pickup');
    const at = idEnd + 2;
    if (!startsWith(buf, at, end, UID)) return this.#withId(buf, body, idEnd, end, 'pickup');
    this.#begin(buf, body, idEnd, submissionOrigin(buf, at, end));
    return 'read';
  }

  /** `sender non-delivery notification: NEWID` and the like. */
  #bounce(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = this.#queueIds.leadingEnd(buf, body, end);
    if (idEnd < 0) return this.#withoutId(buf, body, end, 'bounce');
    const at = idEnd + 2;
    const mark = buf.subarray(at, end).indexOf(NOTIFICATION);
    if (mark > 0) {
      const newId = at + mark + NOTIFICATION.length;
      if (queueIdEnd(buf, newId, end) === end) {
        const notificationId = this.#queueIds.of(buf, newId, end);
        this.#tellBegin(notificationId);
        this.#sink.notification(this.#line(), this.#queueIds.of(buf, body, idEnd), notificationId);
        return 'read';
      }
    }
    return this.#withId(buf, body, idEnd, end, 'bounce');
  }

  #postsuper(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = this.#queueIds.leadingEnd(buf, body, end);
    if (idEnd < 0) return this.#withoutId(buf, body, end, 'postsuper');
    if (startsWith(buf, idEnd + 2, end, REMOVED)) {
      this.#sink.removed(this.#line(), this.#queueIds.of(buf, body, idEnd));
      return 'read';
    }
    return this.#withId(buf, body, idEnd, end, 'postsuper');
  }

  #deliveryRecord(buf: Buffer, body: number, idEnd: number, at: number, end: number): LineVerdict {
    const record = this.#delivery;
    if (!record.read(buf, at, end)) return 'unparsed';
    const line = this.#line();
    const queueId = idEnd > body ? this.#queueIds.of(buf, body, idEnd) : null;
    if (queueId !== null) this.#tellBegin(queueId);
    if (record.status === 'probe') {
      if (queueId !== null) this.#sink.probe(line, queueId);
    } else if (record.status === 'sent') this.#accepted(buf, line, queueId);
    else this.#failed(buf, line, queueId);
    return 'read';
  }

  #accepted(buf: Buffer, line: LineFacts, queueId: string | null): void {
    const record = this.#delivery;
    const acceptance = this.#acceptance;
    const expanded = startsWith(buf, record.reasonStart, record.reasonEnd, FORWARDED_AS);
    acceptance.queueId = queueId;
    acceptance.recipientKey = record.recipientKey(buf);
    acceptance.expanded = expanded;
    acceptance.passedOn = speaksSmtp(this.#program);
    // A next hop elsewhere has queue ids of its own, which say nothing here.
    acceptance.continuesAs = expanded
      ? ascii(buf, record.reasonStart + FORWARDED_AS.length, record.reasonEnd)
      : record.isLocalRelay(buf)
        ? queuedAs(buf, record.reasonStart, record.reasonEnd)
        : null;
    if (acceptance.continuesAs !== null) this.#tellBeginOf(acceptance.continuesAs);
    if (this.#detail.delays) acceptance.queueSeconds = record.queueSeconds(buf);
    if (this.#detail.successes !== 'none') acceptance.evidence = this.#success(buf, expanded, acceptance);
    this.#sink.accepted(line, acceptance);
  }

  /** The record of a success, as far as it is wanted. */
  #success(buf: Buffer, expanded: boolean, { queueId, passedOn, queueSeconds }: Acceptance): Evidence {
    const record = this.#delivery;
    const { successes } = this.#detail;
    const action = expanded ? 'expanded' : 'delivered';
    const evidence = successes === 'full' ? this.#delivered(buf, action, queueId) : this.#evidence(action);
    if (successes === 'recipients' || successes === 'hosts') {
      evidence.queueId = queueId;
      evidence.recipient = record.recipient(buf);
      evidence.transport = this.#transport();
      evidence.queueSeconds = queueSeconds;
    }
    if (successes === 'recipients') return evidence;
    const relay = readRelay(record.relay(buf));
    evidence.remoteMta = relay.remoteMta;
    evidence.remoteIp = relay.remoteIp;
    if (successes === 'hosts') return evidence;
    const diagnostic = record.reason(buf);
    evidence.diagnostic = diagnostic;
    // Only an agent that speaks SMTP or LMTP gives the reply of a server.
    if (passedOn) {
      const reply = readReply(diagnostic);
      evidence.replyCode = reply.replyCode;
      evidence.enhancedStatus = reply.enhancedStatus;
    }
    return evidence;
  }

  #failed(buf: Buffer, line: LineFacts, queueId: string | null): void {
    const record = this.#delivery;
    const evidence = this.#delivered(buf, record.status === 'bounced' ? 'failed' : 'delayed', queueId);
    const reason = readReason(record.reason(buf), evidence.loggedStatus);
    const relay = reason.remoteMta === null ? readRelay(record.relay(buf)) : reason;
    evidence.remoteMta = relay.remoteMta;
    evidence.remoteIp = relay.remoteIp;
    evidence.command = reason.command;
    evidence.replyCode = reason.replyCode;
    evidence.enhancedStatus = reason.enhancedStatus;
    evidence.diagnostic = reason.diagnostic;
    evidence.suspended = reason.suspended;
    this.#sink.failure(line, evidence, record.recipientKey(buf));
  }

  /** @returns null when the text is no action of smtpd, postscreen or cleanup on a client's mail. */
  #refusal(buf: Buffer, at: number, end: number, queueId: string | null): LineVerdict | null {
    const refusal = readRefusal(text(buf, at, end));
    if (refusal === null) return null;
    if (refusal === 'harmless') return 'known';
    const line = this.#line();
    const evidence = this.#evidence('rejected');
    evidence.queueId = queueId;
    evidence.transport = this.#transport();
    tellRefusal(evidence, refusal);
    this.#sink.refusal(line, evidence);
    return 'read';
  }

  /** What the delivery record at hand tells whatever came of it. */
  #delivered(buf: Buffer, action: Action, queueId: string | null): RecordDraft {
    const record = this.#delivery;
    const evidence = this.#evidence(action);
    evidence.queueId = queueId;
    evidence.recipient = record.recipient(buf);
    evidence.originalRecipient = record.originalRecipient(buf);
    evidence.transport = this.#transport();
    evidence.loggedStatus = record.loggedStatus(buf);
    evidence.queueSeconds = record.queueSeconds(buf);
    return evidence;
  }

  /** What the line at hand tells before its text is read. */
  #evidence(action: Action): RecordDraft {
    return recordDraft(action, this.#facts, this.#input, this.#index);
  }
}

/** Agents that speak SMTP or LMTP: their text of a success is the server's reply. */
const speaksSmtp = (program: string) => program === 'smtp' || program === 'lmtp';
