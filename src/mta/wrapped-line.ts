import { SyslogPrefix } from './syslog-prefix.js';

const OPEN_BRACE = 123;
const RECORD_SEPARATOR = 0x1e;
const MOST_HELD = 256 * 1024;
/** A runtime writes two streams; of more than these the oldest part is let go. */
const MOST_STREAMS = 8;

/** What a line that has no syslog prefix of its own turned out to be. */
export type Unwrapped =
  /** A syslog line was inside. */
  | { readonly line: Buffer }
  /** A part of something that later lines complete. */
  | 'held'
  /** Nothing that is known. */
  | null;

type Fields = Readonly<Record<string, unknown>>;

/**
 * Takes log lines out of what other programs wrap around them: the journal of systemd (`-o json`, `-o export`), container
 * runtimes (Docker's json-file, the CRI format of Kubernetes), and JSON records of log shippers. What is inside is given
 * back as a line in the form of syslog, with an RFC 3339 stamp where the wrapper knows the time.
 */
export class WrappedLines {
  readonly #prefix = new SyslogPrefix();
  /** Parts of lines that a runtime split, by stream. */
  readonly #partial = new Map<string, string>();
  /** Fields of the journal entry at hand (`-o export`); null outside of one. */
  #entry: Map<string, string> | null = null;
  /** The field whose value stands on the next line, behind its length. */
  #binaryField: string | null = null;

  /** @param start first byte of a line without a prefix; an empty line ends a journal entry. */
  unwrap(buf: Buffer, start: number, end: number): Unwrapped {
    const first = buf[start];
    if (start === end) return this.finish();
    if (first === OPEN_BRACE) return this.#unwrapJson(buf.toString('utf8', start, end));
    if (first === RECORD_SEPARATOR && buf[start + 1] === OPEN_BRACE)
      return this.#unwrapJson(buf.toString('utf8', start + 1, end));
    return this.#unwrapText(buf, start, end);
  }

  /** The input, or an entry of it, is over. */
  finish(): Unwrapped {
    const entry = this.#entry;
    this.#entry = null;
    this.#binaryField = null;
    return entry === null ? null : this.#fromJournal(Object.fromEntries(entry));
  }

  #unwrapJson(text: string): Unwrapped {
    let fields: unknown;
    try {
      fields = JSON.parse(text);
    } catch {
      return null;
    }
    if (typeof fields !== 'object' || fields === null || Array.isArray(fields)) return null;
    const record = fields as Fields;
    if ('MESSAGE' in record) return this.#fromJournal(record);
    if (typeof record.log === 'string') return this.#fromRuntime(record.log, record);
    return this.#fromShipper(record);
  }

  /** systemd's journal: the message, the tag and the time are fields of their own (systemd.journal-fields(7)). */
  #fromJournal(record: Fields): Unwrapped {
    const message = messageOf(record.MESSAGE);
    const tag = textOf(record.SYSLOG_IDENTIFIER);
    if (message === null || tag === null) return null;
    const microseconds = Number(textOf(record.__REALTIME_TIMESTAMP));
    const time = microseconds > 0 ? new Date(microseconds / 1000) : null;
    return composed(time, textOf(record._HOSTNAME), tag, textOf(record.SYSLOG_PID) ?? textOf(record._PID), message);
  }

  /** Docker's json-file: `{"log":"LINE\n","stream":"stdout","time":"…"}`; a long line comes in parts, the last of which ends it. */
  #fromRuntime(log: string, record: Fields): Unwrapped {
    const stream = textOf(record.stream) ?? '';
    if (!log.endsWith('\n')) return this.#hold(stream, log);
    return this.#inner(this.#completed(stream, log), textOf(record.time));
  }

  /** A record of Filebeat, Vector, rsyslog and their kin: the text in `message`, the tag under one of several names. */
  #fromShipper(record: Fields): Unwrapped {
    const message = textOf(record.message) ?? textOf(record.msg);
    if (message === null) return null;
    const line = lineOf(message);
    if (this.#hasTag(line)) return { line };
    const syslog = objectOf(objectOf(record.log)?.syslog);
    const tag =
      textOf(record.syslogtag) ??
      textOf(syslog?.appname) ??
      textOf(record.appname) ??
      textOf(objectOf(record.process)?.name) ??
      textOf(record.programname);
    if (tag === null) return null;
    const stamp = textOf(record['@timestamp']) ?? textOf(record.timestamp) ?? textOf(record.time);
    const time = stamp === null ? null : new Date(stamp);
    const host =
      textOf(record.host) ??
      textOf(objectOf(record.host)?.hostname) ??
      textOf(objectOf(record.host)?.name) ??
      textOf(record.hostname);
    return composed(time, host, tag.replace(/:$/, ''), null, message);
  }

  #unwrapText(buf: Buffer, start: number, end: number): Unwrapped {
    const text = buf.toString('utf8', start, end);
    return this.#unwrapCri(text) ?? this.#readExport(text);
  }

  /** `2026-06-05T12:09:36.75Z stdout F LINE`: `P` marks a part, `F` the last one (Kubernetes CRI logging format). */
  #unwrapCri(text: string): Unwrapped {
    const [stamp, stream, mark] = text.split(' ', 3);
    if ((stream !== 'stdout' && stream !== 'stderr') || (mark !== 'F' && mark !== 'P')) return null;
    const rest = text.slice(stamp!.length + stream.length + 4);
    if (mark === 'P') return this.#hold(stream, rest);
    return this.#inner(this.#completed(stream, rest), stamp!);
  }

  /** Parts are only put together here, not looked into: that would take longer with each of them. */
  #hold(stream: string, part: string): Unwrapped {
    const before = this.#partial.get(stream) ?? '';
    const room = MOST_HELD - before.length;
    if (room > 0) this.#partial.set(stream, before + part.slice(0, room));
    if (this.#partial.size > MOST_STREAMS) this.#partial.delete(this.#partial.keys().next().value!);
    return 'held';
  }

  #completed(stream: string, last: string): string {
    const whole = (this.#partial.get(stream) ?? '') + last;
    this.#partial.delete(stream);
    return whole;
  }

  /** `KEY=value` lines of one entry, or `KEY` alone before a value with its length in front (systemd's export format). */
  #readExport(text: string): Unwrapped {
    if (this.#binaryField !== null && this.#entry !== null) {
      this.#entry.set(this.#binaryField, text.slice(8));
      this.#binaryField = null;
      return 'held';
    }
    if (text.startsWith('__CURSOR=')) this.#entry = new Map();
    if (this.#entry === null) return null;
    const equals = text.indexOf('=');
    const name = equals < 0 ? text : text.slice(0, equals);
    if (!isJournalField(name) || this.#entry.size > 200) return null;
    if (equals < 0) this.#binaryField = name;
    else this.#entry.set(name, text.slice(equals + 1));
    return 'held';
  }

  /** A line that has a prefix of its own, or only a tag and the time of its wrapper. */
  #inner(text: string, stamp: string | null): Unwrapped {
    const line = lineOf(text);
    if (this.#hasTag(line)) return { line };
    const tag = text.slice(0, text.indexOf(': ') + 1);
    if (!tag.includes('/') || tag.includes(' ')) return { line };
    return { line: lineOf(`${stamp ?? ''} - ${text}`) };
  }

  #hasTag(line: Buffer): boolean {
    return this.#prefix.read(line, 0, line.length);
  }
}

function composed(time: Date | null, host: string | null, tag: string, pid: string | null, message: string): Unwrapped {
  if (time === null || Number.isNaN(time.getTime())) return null;
  const process = pid === null || tag.includes('[') ? '' : `[${pid}]`;
  return { line: lineOf(`${time.toISOString()} ${noBlanks(host ?? '-')} ${noBlanks(tag)}${process}: ${message.trim()}`) };
}

/** What is inside is one line, whatever line ends were written into it. */
const lineOf = (text: string): Buffer => Buffer.from(text.trimEnd().replaceAll(/\r?\n/g, ' '));

const noBlanks = (text: string) => text.replaceAll(/\s+/g, '');

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : null;

const objectOf = (value: unknown): Fields | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : null;

/** The journal gives text that is not UTF-8 as an array of bytes, and null for what is too large. */
function messageOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value)) return null;
  return Buffer.from(value.filter((byte): byte is number => typeof byte === 'number')).toString('utf8');
}

function isJournalField(name: string): boolean {
  if (name.length === 0 || name.length > 64) return false;
  for (let i = 0; i < name.length; i++) {
    const c = name.charCodeAt(i);
    if (!((c >= 65 && c <= 90) || (c >= 48 && c <= 57) || c === 95)) return false;
  }
  return true;
}
