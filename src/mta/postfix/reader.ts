import { readReply } from '../../classify/reply.js';
import type { Action, Evidence, Timestamp } from '../../model/evidence.js';
import { NO_ENVELOPE } from '../../model/evidence.js';
import type { LineFacts, Origin, RecordSink } from '../../model/record-sink.js';
import { ascii, literal, startsWith, text } from '../bytes.js';
import type { LogClock } from '../log-clock.js';
import { SyslogPrefix } from '../syslog-prefix.js';
import { DeliveryRecord, isLoopbackAt } from './delivery.js';
import { isInformation } from './information.js';
import { postfixProgram, type Role } from './programs.js';
import { leadingQueueIdEnd, queueIdEnd } from './queue-id.js';
import { QueueIds } from './queue-ids.js';
import { readReason, readRelay } from './reason.js';
import { readRefusal } from './refusal.js';

const SPACE = 32;
const COMMA = 44;
const LESS = 60;
const GREATER = 62;
const OPEN_BRACKET = 91;
const CLOSE_BRACKET = 93;
const CLOSE_PAREN = 41;

const TO = literal('to=');
const FROM = literal('from=');
const CLIENT = literal('client=');
const UID = literal('uid=');
const MESSAGE_ID = literal('message-id=');
const REMOVED = literal('removed');
const REJECT = literal('reject: ');
const NOQUEUE = literal('NOQUEUE: ');
const PROXY = literal('proxy-');
const CONNECT_FROM = literal('connect from ');
const DISCONNECT_FROM = literal('disconnect from ');
const ORIGINAL_ID = literal('orig_queue_id=');
const QUEUED_AS = literal('queued as ');
const FORWARDED_AS = literal('forwarded as ');

/** What became of a line: `read` and `known` are lines of this MTA, `unparsed` one of its programs in an unknown form. */
export type LineVerdict = 'read' | 'known' | 'unparsed' | 'foreign';

export interface PostfixReaderOptions {
  readonly clock: LogClock;
  /** The place of the input in reading order. */
  readonly input: number;
  /** Whether successes are wanted as full records too. */
  readonly successes: boolean;
  /** Whether client, login and message-id of each message are wanted. */
  readonly envelopes: boolean;
}

/**
 * Reads the log of Postfix line by line and tells the sink what it states: the life of a message by its queue id,
 * each recipient's deliveries, refused clients. It never throws on a line. Specification: src/global/log_adhoc.c,
 * src/qmgr, src/smtpd, src/postscreen, src/cleanup of Postfix 2.x to 3.12.
 */
export class PostfixReader {
  readonly #sink: RecordSink;
  readonly #clock: LogClock;
  readonly #input: number;
  readonly #successes: boolean;
  readonly #envelopes: boolean;
  readonly #prefix = new SyslogPrefix();
  readonly #delivery = new DeliveryRecord();
  readonly #queueIds = new QueueIds();
  /** The head of the line that `#facts` was decoded from. */
  #factsHead = -1;
  #program = '';
  /** The line at hand, as the sink sees it; decoded when a line turns out to matter. */
  readonly #facts: { time: Timestamp | null; host: string; instance: string; offset: number; line: number } = {
    time: null,
    host: '',
    instance: '',
    offset: 0,
    line: 0,
  };

  readonly #acceptance = {
    queueId: '',
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
    this.#successes = options.successes;
    this.#envelopes = options.envelopes;
  }

  /** @param offset the line's first byte in the decompressed input. @param line its 1-based number. */
  read(buf: Buffer, start: number, end: number, offset: number, line: number): LineVerdict {
    const prefix = this.#prefix;
    if (!prefix.read(buf, start, end)) return 'foreign';
    const program = postfixProgram(buf, prefix.programStart, prefix.programEnd);
    // A tag without a slash is another program's: Postfix logs as syslog_name/program.
    if (program === undefined || buf[prefix.programStart - 1] !== 47) return 'foreign';
    this.#facts.offset = offset;
    this.#facts.line = line;
    this.#program = program.name;
    const body = prefix.bodyStart;
    switch (program.role) {
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
        return this.#server(buf, body, end, program.role);
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
    const prefix = this.#prefix;
    if (this.#factsHead !== prefix.head) {
      this.#factsHead = prefix.head;
      facts.time = prefix.time(this.#clock);
      facts.host = prefix.host;
      facts.instance = prefix.instance;
    }
    return facts;
  }

  #known(buf: Buffer, start: number, end: number, role: Role, afterId: boolean): LineVerdict {
    return isInformation(buf, start, end, role, afterId) ? 'known' : 'unparsed';
  }

  #agent(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = leadingQueueIdEnd(buf, body, end);
    if (idEnd < 0) return this.#known(buf, body, end, 'agent', false);
    const at = idEnd + 2;
    return startsWith(buf, at, end, TO)
      ? this.#deliveryRecord(buf, body, idEnd, at + TO.length, end)
      : this.#known(buf, at, end, 'agent', true);
  }

  #queueManager(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = leadingQueueIdEnd(buf, body, end);
    if (idEnd < 0) return this.#known(buf, body, end, 'queue-manager', false);
    const at = idEnd + 2;
    if (startsWith(buf, at, end, FROM)) return this.#sender(buf, body, idEnd, at + FROM.length, end);
    if (startsWith(buf, at, end, REMOVED)) {
      this.#sink.removed(this.#line(), this.#queueIds.of(buf, body, idEnd));
      return 'read';
    }
    if (startsWith(buf, at, end, TO)) return this.#deliveryRecord(buf, body, idEnd, at + TO.length, end);
    return this.#known(buf, at, end, 'queue-manager', true);
  }

  /** `from=<S>, size=B, nrcpt=N (queue active)` or `from=<S>, status=expired, returned to sender`. */
  #sender(buf: Buffer, body: number, idEnd: number, at: number, end: number): LineVerdict {
    this.#tellBegin(buf, body, idEnd);
    // Without the reverse-path itself the end of the line tells enough: `nrcpt=1 (queue active)`.
    if (!this.#envelopes && buf[end - 1] === CLOSE_PAREN) {
      this.#sink.sender(this.#line(), this.#queueIds.of(buf, body, idEnd), null);
      return 'read';
    }
    const bracketed = buf[at] === LESS;
    const start = bracketed ? at + 1 : at;
    let p = start;
    let quoted = false;
    for (; p < end; p++) {
      const c = buf[p];
      if (c === 34) quoted = !quoted;
      else if (c === 92 && quoted) p++;
      else if (!quoted && c === COMMA && buf[p + 1] === SPACE && (!bracketed || buf[p - 1] === GREATER)) break;
    }
    if (p >= end) {
      p = unquotedEnd(buf, start, end, bracketed);
      if (p < 0) return 'unparsed';
    }
    const sender = this.#envelopes ? text(buf, start, bracketed ? p - 1 : p) : null;
    const line = this.#line();
    const queueId = this.#queueIds.of(buf, body, idEnd);
    if (buf[p + 3] === 116 /* status= */) {
      const status = ascii(buf, p + 9, Math.min(end, p + 25));
      if (!status.startsWith('expired') && !status.startsWith('force-expired')) return 'unparsed';
      this.#sink.expired(line, queueId, sender, this.#evidence('expired', { ...NOTHING_SEEN, queueId }));
    } else {
      this.#sink.sender(line, queueId, sender);
    }
    return 'read';
  }

  #cleanup(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = leadingQueueIdEnd(buf, body, end);
    if (idEnd < 0) return this.#refusal(buf, body, end, null) ?? this.#known(buf, body, end, 'cleanup', false);
    const at = idEnd + 2;
    if (startsWith(buf, at, end, MESSAGE_ID)) {
      this.#queueIds.begin(buf, body, idEnd, null);
      if (this.#envelopes) this.#nameMessage(buf, body, idEnd, messageId(buf, at + MESSAGE_ID.length, end));
      return 'read';
    }
    if (startsWith(buf, at, end, TO)) return this.#deliveryRecord(buf, body, idEnd, at + TO.length, end);
    return this.#refusal(buf, at, end, this.#queueIds.of(buf, body, idEnd)) ?? this.#known(buf, at, end, 'cleanup', true);
  }

  #server(buf: Buffer, body: number, end: number, role: Role): LineVerdict {
    if (startsWith(buf, body, end, CONNECT_FROM) || startsWith(buf, body, end, DISCONNECT_FROM)) return 'known';
    if (startsWith(buf, body, end, NOQUEUE)) {
      return this.#refusal(buf, body + NOQUEUE.length, end, null) ?? this.#known(buf, body + NOQUEUE.length, end, role, true);
    }
    const idEnd = leadingQueueIdEnd(buf, body, end);
    if (idEnd < 0) {
      const refused = startsWith(buf, body, end, REJECT) || startsWith(buf, body, end, PROXY);
      return (refused ? this.#refusal(buf, body, end, null) : null) ?? this.#known(buf, body, end, role, false);
    }
    const at = idEnd + 2;
    if (startsWith(buf, at, end, CLIENT)) {
      this.#begin(buf, body, idEnd, this.#clientOrigin(buf, at + CLIENT.length, end));
      return 'read';
    }
    return this.#refusal(buf, at, end, this.#queueIds.of(buf, body, idEnd)) ?? this.#known(buf, at, end, role, true);
  }

  /** Keeps the origin until the sender line, unless it ties the id to another that may end before. */
  #begin(buf: Buffer, idStart: number, idEnd: number, origin: Origin): void {
    if (origin.continues !== null) this.#sink.begin(this.#line(), this.#queueIds.of(buf, idStart, idEnd), origin);
    else this.#queueIds.begin(buf, idStart, idEnd, origin);
  }

  #nameMessage(buf: Buffer, idStart: number, idEnd: number, messageId: string | null): void {
    const origin = this.#queueIds.takeOrigin(buf, idStart, idEnd);
    if (origin !== null) this.#queueIds.begin(buf, idStart, idEnd, { ...origin, messageId });
  }

  #tellBegin(buf: Buffer, idStart: number, idEnd: number): void {
    const origin = this.#queueIds.takeOrigin(buf, idStart, idEnd);
    if (origin !== null) this.#sink.begin(this.#line(), this.#queueIds.of(buf, idStart, idEnd), origin);
  }

  /** `H[ip][, sasl_method=M][, sasl_username=U][, sasl_sender=S][, orig_queue_id=ID][, orig_client=H[ip]]` */
  #clientOrigin(buf: Buffer, at: number, end: number): Origin {
    let open = at;
    while (open < end && buf[open] !== OPEN_BRACKET) open++;
    const local = isLoopbackAt(buf, open + 1, end);
    let p = open;
    while (p < end && buf[p] !== CLOSE_BRACKET) p++;
    if (p >= end - 1) {
      const plain = local ? LOCAL_CLIENT : REMOTE_CLIENT;
      return this.#envelopes ? { ...plain, client: text(buf, at, end) } : plain;
    }
    if (!this.#envelopes && !holds(buf, p + 1, end, ORIGINAL_ID)) return local ? LOCAL_CLIENT : REMOTE_CLIENT;
    const attributes = text(buf, p + 1, end);
    return {
      client: text(buf, at, p + 1),
      local,
      saslUsername: attribute(attributes, ', sasl_username='),
      messageId: null,
      continues: attribute(attributes, ', orig_queue_id='),
      replaces: false,
    };
  }

  /** `uid=N from=<S>[ orig_id=ID]` */
  #pickup(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = leadingQueueIdEnd(buf, body, end);
    if (idEnd < 0) return this.#known(buf, body, end, 'pickup', false);
    const at = idEnd + 2;
    if (!startsWith(buf, at, end, UID)) return this.#known(buf, at, end, 'pickup', true);
    const attributes = text(buf, at, end);
    const from = attributes.lastIndexOf('>');
    const continues = attribute(from < 0 ? attributes : attributes.slice(from + 1), ' orig_id=');
    this.#begin(buf, body, idEnd, { ...REMOTE_CLIENT, continues, replaces: continues !== null });
    return 'read';
  }

  /** `sender non-delivery notification: NEWID` and the like. */
  #bounce(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = leadingQueueIdEnd(buf, body, end);
    if (idEnd < 0) return this.#known(buf, body, end, 'bounce', false);
    const at = idEnd + 2;
    const said = text(buf, at, end);
    const mark = said.indexOf(' notification: ');
    if (mark > 0) {
      const newId = at + Buffer.byteLength(said.slice(0, mark)) + 15;
      if (queueIdEnd(buf, newId, end) === end) {
        this.#sink.notification(this.#line(), this.#queueIds.of(buf, body, idEnd), ascii(buf, newId, end));
        return 'read';
      }
    }
    return this.#known(buf, at, end, 'bounce', true);
  }

  #postsuper(buf: Buffer, body: number, end: number): LineVerdict {
    const idEnd = leadingQueueIdEnd(buf, body, end);
    if (idEnd < 0) return this.#known(buf, body, end, 'postsuper', false);
    if (startsWith(buf, idEnd + 2, end, REMOVED)) {
      this.#sink.removed(this.#line(), this.#queueIds.of(buf, body, idEnd));
      return 'read';
    }
    return this.#known(buf, idEnd + 2, end, 'postsuper', true);
  }

  #deliveryRecord(buf: Buffer, body: number, idEnd: number, at: number, end: number): LineVerdict {
    const record = this.#delivery;
    if (!record.read(buf, at, end)) return 'unparsed';
    const line = this.#line();
    const queueId = this.#queueIds.of(buf, body, idEnd);
    if (record.status === 'probe') this.#sink.probe(line, queueId);
    else if (record.status === 'sent') this.#accepted(buf, line, queueId);
    else this.#failed(buf, line, queueId);
    return 'read';
  }

  #accepted(buf: Buffer, line: LineFacts, queueId: string): void {
    const record = this.#delivery;
    const acceptance = this.#acceptance;
    const expanded = startsWith(buf, record.reasonStart, record.reasonEnd, FORWARDED_AS);
    acceptance.queueId = queueId;
    acceptance.recipientKey = record.recipientKey(buf);
    acceptance.expanded = expanded;
    acceptance.passedOn = SPEAKS_SMTP.has(this.#program);
    // A next hop elsewhere has queue ids of its own, which say nothing here.
    acceptance.continuesAs = expanded
      ? ascii(buf, record.reasonStart + FORWARDED_AS.length, record.reasonEnd)
      : record.isLocalRelay(buf)
        ? queuedAs(buf, record.reasonStart, record.reasonEnd)
        : null;
    if (this.#successes) {
      acceptance.queueSeconds = record.queueSeconds(buf);
      acceptance.evidence = this.#evidence(expanded ? 'expanded' : 'delivered', {
        queueId,
        recipient: record.recipient(buf),
        originalRecipient: record.originalRecipient(buf),
        transport: this.#program,
        ...readRelay(record.relay(buf)),
        ...acceptingReply(record.reason(buf), this.#program),
        command: null,
        loggedStatus: record.loggedStatus(buf),
        suspended: false,
        queueSeconds: acceptance.queueSeconds,
      });
    }
    this.#sink.accepted(line, acceptance);
  }

  #failed(buf: Buffer, line: LineFacts, queueId: string): void {
    const record = this.#delivery;
    const loggedStatus = record.loggedStatus(buf);
    const reason = readReason(record.reason(buf), loggedStatus);
    const relay = reason.remoteMta === null ? readRelay(record.relay(buf)) : reason;
    this.#sink.failure(
      line,
      this.#evidence(record.status === 'bounced' ? 'failed' : 'delayed', {
        queueId,
        recipient: record.recipient(buf),
        originalRecipient: record.originalRecipient(buf),
        transport: this.#program,
        remoteMta: relay.remoteMta,
        remoteIp: relay.remoteIp,
        command: reason.command,
        replyCode: reason.replyCode,
        enhancedStatus: reason.enhancedStatus,
        loggedStatus,
        diagnostic: reason.diagnostic,
        suspended: reason.suspended,
        queueSeconds: record.queueSeconds(buf),
      }),
      record.recipientKey(buf),
    );
  }

  /** @returns null when the text is no action of smtpd, postscreen or cleanup on a client's mail. */
  #refusal(buf: Buffer, at: number, end: number, queueId: string | null): LineVerdict | null {
    const refusal = readRefusal(text(buf, at, end));
    if (refusal === null) return null;
    if (refusal === 'harmless') return 'known';
    const { sender, client, saslUsername, recipient, command, replyCode, enhancedStatus, diagnostic } = refusal;
    const line = this.#line();
    const evidence = this.#evidence('rejected', {
      ...NOTHING_SEEN,
      queueId,
      transport: this.#program,
      recipient,
      command,
      replyCode,
      enhancedStatus,
      diagnostic,
    });
    evidence.envelope = { sender, messageId: null, client, saslUsername };
    this.#sink.refusal(line, evidence);
    return 'read';
  }

  #evidence(action: Action, seen: Seen): Evidence {
    const { time, host, instance, line, offset } = this.#facts;
    return {
      sourceType: 'log',
      mta: 'postfix',
      action,
      direction: action === 'rejected' ? 'inbound' : 'outbound',
      time,
      position: { input: this.#input, offset, index: 0 },
      line,
      host,
      instance,
      queueId: seen.queueId,
      recipient: seen.recipient,
      originalRecipient: seen.originalRecipient,
      transport: seen.transport,
      remoteMta: seen.remoteMta,
      remoteIp: seen.remoteIp,
      command: seen.command,
      replyCode: seen.replyCode,
      enhancedStatus: seen.enhancedStatus,
      loggedStatus: seen.loggedStatus,
      diagnostic: seen.diagnostic,
      suspended: seen.suspended,
      queueSeconds: seen.queueSeconds,
      envelope: NO_ENVELOPE,
    };
  }
}

/** What the text of a record tells, apart from its line. */
type Seen = Omit<
  Evidence,
  'sourceType' | 'mta' | 'action' | 'direction' | 'time' | 'position' | 'line' | 'host' | 'instance' | 'envelope'
>;

const NOTHING_SEEN: Seen = {
  queueId: null,
  recipient: null,
  originalRecipient: null,
  transport: null,
  remoteMta: null,
  remoteIp: null,
  command: null,
  replyCode: null,
  enhancedStatus: null,
  loggedStatus: null,
  diagnostic: null,
  suspended: false,
  queueSeconds: null,
};

/** Whether the attributes from `start` have one that begins with `name`. */
function holds(buf: Buffer, start: number, end: number, name: Uint8Array): boolean {
  for (let p = start; p < end; p++) if (buf[p] === COMMA && startsWith(buf, p + 2, end, name)) return true;
  return false;
}

/** Origins of which nothing more is known or asked for. */
const REMOTE_CLIENT: Origin = {
  client: null,
  local: false,
  saslUsername: null,
  messageId: null,
  continues: null,
  replaces: false,
};
const LOCAL_CLIENT: Origin = { ...REMOTE_CLIENT, local: true };

/** The value behind a marker, up to the next comma or the end; null when the marker is absent. */
function attribute(attributes: string, marker: string): string | null {
  const at = attributes.indexOf(marker);
  if (at < 0) return null;
  const start = at + marker.length;
  const comma = attributes.indexOf(', ', start);
  return attributes.slice(start, comma < 0 ? undefined : comma);
}

/** `<id@host>` without its brackets; null where it is empty. Other forms, which clients invent, stay as they are. */
function messageId(buf: Buffer, start: number, end: number): string | null {
  const bracketed = buf[start] === LESS && buf[end - 1] === GREATER;
  const id = bracketed ? text(buf, start + 1, end - 1) : text(buf, start, end);
  return id === '' ? null : id;
}

/** The id in `… queued as ID`, where the text of a success ends with it; null otherwise. */
function queuedAs(buf: Buffer, start: number, reasonEnd: number): string | null {
  // A content filter may quote the reply it got in parentheses of its own.
  const end = buf[reasonEnd - 1] === CLOSE_PAREN ? reasonEnd - 1 : reasonEnd;
  let p = end;
  while (p > start && buf[p - 1] !== SPACE) p--;
  if (p - QUEUED_AS.length < start || !startsWith(buf, p - QUEUED_AS.length, p, QUEUED_AS)) return null;
  return queueIdEnd(buf, p, end) === end ? ascii(buf, p, end) : null;
}

/** Agents that speak SMTP or LMTP: their text of a success is the server's reply. */
const SPEAKS_SMTP = new Set(['smtp', 'lmtp']);

function acceptingReply(reason: string, program: string): Pick<Evidence, 'replyCode' | 'enhancedStatus' | 'diagnostic'> {
  if (!SPEAKS_SMTP.has(program)) return { replyCode: null, enhancedStatus: null, diagnostic: reason };
  return { ...readReply(reason), diagnostic: reason };
}

/** The end of a sender whose quotes do not balance: the first `>, ` or `, `. */
function unquotedEnd(buf: Buffer, start: number, end: number, bracketed: boolean): number {
  for (let p = start; p + 1 < end; p++) {
    if (buf[p] === COMMA && buf[p + 1] === SPACE && (!bracketed || buf[p - 1] === GREATER)) return p;
  }
  return -1;
}
