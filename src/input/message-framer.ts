/** Takes the messages of an input one by one. The bytes are the sink's to keep. */
export interface MessageSink {
  /**
   * @param bytes the message, or as much of it as is kept.
   * @param offset of its first byte in the decompressed input. @param length of the whole message in bytes.
   */
  message(bytes: Buffer, offset: number, length: number): void;
}

/** Of a longer message the beginning is kept: what a bounce says stands before what it brings back. */
export const LONGEST_MESSAGE = 4 * 1024 * 1024;

const LF = 10;
const CR = 13;
const FROM = Buffer.from('From ');
/** A separator line is no longer than this. */
const LONGEST_SEPARATOR = 400;
const LONGEST_HEADER = 256 * 1024;
/** A separator is told by the blank line before it, so some bytes before the place searched stay. */
const LOOK_BACK = 4;

export interface MessageFramerOptions {
  /** Whether the messages stand behind separator lines (mbox, RFC 4155); else all is one message. */
  readonly mbox: boolean;
  /** Whether a line is a separator. */
  readonly isSeparator: (line: string) => boolean;
}

/**
 * Cuts an input into messages. An mbox is cut at separator lines behind a blank line; a Content-Length that leads to the
 * next separator, or to the end, is believed (mboxcl), any other is not. Lines may end with LF, CRLF or CR. What comes out
 * does not depend on how the input is cut into chunks. No more than one message is held, and little more than
 * `LONGEST_MESSAGE` of it.
 */
export class MessageFramer {
  readonly #sink: MessageSink;
  readonly #options: MessageFramerOptions;
  /** Holds the window: the bytes from `#from` to `#to`. Grows by doubling, so that small chunks cost no more than large ones. */
  #store: Buffer = Buffer.allocUnsafe(64 * 1024);
  #from = 0;
  #to = 0;
  /** Bytes of the message at hand that were let go before the window; then `#kept` holds its beginning. */
  #gone = 0;
  #kept: Buffer | null = null;
  /** How far the window was searched for a separator. */
  #searched = 0;
  /** Where the message at hand ends by its Content-Length, from its start; undefined while its header is not complete. */
  #declared: number | null | undefined;
  /** How far the window was searched for the blank line that ends the header. */
  #headerSearched = 0;
  /** Where the message at hand begins in the input. */
  #start = 0;
  /** Whether lines end with CR alone; null until it is known. */
  #bareCr: boolean | null = null;
  /** Whether the input so far ends with its first CR: what follows tells whether that stands alone. Until then no line ends. */
  #endsWithCr = false;
  /** Bytes taken in all. */
  position = 0;

  constructor(options: MessageFramerOptions, sink: MessageSink) {
    this.#options = options;
    this.#sink = sink;
  }

  push(chunk: Uint8Array): void {
    this.position += chunk.length;
    this.#append(chunk);
    if (this.#bareCr === null) this.#lookAtLineEnds(this.#to - chunk.length - (this.#endsWithCr ? 1 : 0));
    else if (this.#bareCr) this.#replaceCr(this.#to - chunk.length);
    if (this.#endsWithCr) return;
    this.#cut(false);
    this.#drop();
  }

  end(): void {
    if (this.#endsWithCr) {
      this.#bareCr = true;
      this.#endsWithCr = false;
      this.#replaceCr(this.#from);
    }
    this.#cut(true);
    this.#emit(this.#length);
  }

  get #length(): number {
    return this.#to - this.#from;
  }

  /** A copy: the bytes of a chunk may be reused by the one who reads them. */
  #append(chunk: Uint8Array): void {
    if (this.#to + chunk.length > this.#store.length) {
      const needed = this.#length + chunk.length;
      // Half of it stays free, so that the window is moved seldom.
      const store = 2 * needed > this.#store.length ? Buffer.allocUnsafe(2 * needed) : this.#store;
      this.#store.copy(store, 0, this.#from, this.#to);
      this.#store = store;
      this.#to -= this.#from;
      this.#from = 0;
    }
    this.#store.set(chunk, this.#to);
    this.#to += chunk.length;
  }

  /** The first line end of the input tells how its lines end. */
  #lookAtLineEnds(from: number): void {
    const fresh = this.#store.subarray(from, this.#to);
    const cr = fresh.indexOf(CR);
    const lf = fresh.indexOf(LF);
    this.#endsWithCr = lf < 0 && cr >= 0 && cr === fresh.length - 1;
    if (this.#endsWithCr || (cr < 0 && lf < 0)) return;
    this.#bareCr = cr >= 0 && (lf < 0 || cr < lf) && fresh[cr + 1] !== LF;
    if (this.#bareCr) this.#replaceCr(from);
  }

  #replaceCr(from: number): void {
    const fresh = this.#store.subarray(from, this.#to);
    for (let p = fresh.indexOf(CR); p >= 0; p = fresh.indexOf(CR, p + 1)) fresh[p] = LF;
  }

  /** Hands on all messages whose end is known. */
  #cut(atEnd: boolean): void {
    if (!this.#options.mbox) return;
    for (let end = this.#endOfMessage(atEnd); end >= 0; end = this.#endOfMessage(atEnd)) this.#emit(end);
  }

  /** Where the message at hand ends in the window; -1 when that is not known yet. */
  #endOfMessage(atEnd: boolean): number {
    const window = this.#store.subarray(this.#from, this.#to);
    if (this.#declared === undefined) this.#declared = this.#declaredEnd(window, atEnd);
    if (this.#declared !== null) {
      // Without the header it is not known whether what looks like a separator is one.
      if (this.#declared === undefined) return -1;
      const next = behindBlankLines(window, this.#declared);
      const isTooFar = next > LONGEST_MESSAGE;
      if (!atEnd && !isTooFar && window.length < next + LONGEST_SEPARATOR) return -1;
      if (atEnd && next === window.length) return -1;
      if (!isTooFar && next < window.length && this.#separatorAt(window, next)) return next;
      this.#declared = null;
    }
    // The first line is the separator of this message.
    let p = Math.max(this.#searched, this.#gone === 0 ? 1 : 0);
    for (p = window.indexOf(FROM, p); p >= 0; p = window.indexOf(FROM, p + 1)) {
      if (!isBehindBlankLine(window, p)) continue;
      if (!atEnd && window.length < p + LONGEST_SEPARATOR) break;
      if (this.#separatorAt(window, p)) return p;
    }
    this.#searched = p >= 0 ? p : Math.max(0, window.length - FROM.length + 1);
    return -1;
  }

  #separatorAt(window: Buffer, at: number): boolean {
    if (FROM.compare(window, at, Math.min(window.length, at + FROM.length)) !== 0) return false;
    const rest = window.subarray(at, at + LONGEST_SEPARATOR);
    const end = rest.indexOf(LF);
    return this.#options.isSeparator(rest.latin1Slice(0, end < 0 ? rest.length : end));
  }

  /** Where the message ends by its Content-Length: null without one, and where it is longer than what is kept. */
  #declaredEnd(window: Buffer, atEnd: boolean): number | null | undefined {
    let lf = window.indexOf(LF, this.#headerSearched);
    for (; lf >= 0 && lf < LONGEST_HEADER; lf = window.indexOf(LF, lf + 1)) {
      const next = window[lf + 1] === CR ? lf + 2 : lf + 1;
      if (next >= window.length) break;
      if (window[next] !== LF) continue;
      const [, length] = CONTENT_LENGTH.exec(window.latin1Slice(0, lf + 1)) ?? [];
      if (length === undefined) return null;
      const end = next + 1 + Number(length);
      return end > LONGEST_MESSAGE ? null : end;
    }
    this.#headerSearched = lf < 0 ? window.length : lf;
    return atEnd || window.length > LONGEST_HEADER + LOOK_BACK ? null : undefined;
  }

  #emit(end: number): void {
    const length = this.#gone + end;
    // Blank lines before the first message are no message.
    const isNone =
      this.#start === 0 &&
      this.#options.mbox &&
      behindBlankLines(this.#store.subarray(0, this.#to), this.#from) >= this.#from + length;
    if (length > 0 && !isNone) {
      const bytes = this.#kept ?? Buffer.from(this.#store.subarray(this.#from, this.#from + Math.min(end, LONGEST_MESSAGE)));
      this.#sink.message(bytes, this.#start, length);
    }
    this.#start += length;
    this.#from += end;
    this.#kept = null;
    this.#gone = 0;
    this.#searched = 0;
    this.#headerSearched = 0;
    this.#declared = undefined;
  }

  /** Lets go of what is more than is kept of a message, but for a tail in which a separator may begin. */
  #drop(): void {
    const searched = this.#options.mbox ? this.#searched : this.#length;
    const isLonger = this.#gone + searched - LOOK_BACK > LONGEST_MESSAGE;
    if (!isLonger) return;
    this.#kept ??= Buffer.from(this.#store.subarray(this.#from, this.#from + LONGEST_MESSAGE));
    const drop = Math.max(0, searched - LOOK_BACK);
    this.#gone += drop;
    this.#from += drop;
    this.#searched = this.#options.mbox ? this.#searched - drop : 0;
  }
}

const CONTENT_LENGTH = /^content-length:[ \t]{0,9}(\d{1,12})[ \t]{0,9}\r?$/im;

function isBehindBlankLine(window: Buffer, at: number): boolean {
  if (window[at - 1] !== LF) return false;
  return window[at - 2] === LF || (window[at - 2] === CR && window[at - 3] === LF);
}

function behindBlankLines(window: Buffer, at: number): number {
  let p = at;
  while (window[p] === LF || window[p] === CR) p++;
  return p;
}
