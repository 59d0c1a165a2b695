import { literal, startsWith } from '../mta/bytes.js';

const LESS = 60;
const GREATER = 62;
const COMMA = 44;
const SPACE = 32;

/** Bytes with the letters A to Z in lower case. */
const FOLDED = new Uint8Array(256).map((_, c) => (c >= 65 && c <= 90 ? c + 32 : c));

const MESSAGE_ID = literal('message-id=');
/** What Postfix writes in front of a sender or recipient. */
const ADDRESS_KEYS = ['from=', 'to=', 'orig_to='].map(literal);

/**
 * What a trace looks for: a text that is a queue id, a message-id or an address, whichever the log has. Queue ids and
 * message-ids are compared as written, addresses without regard to case.
 */
export class TraceSubject {
  readonly text: string;
  readonly #exact: Buffer;
  readonly #folded: Uint8Array;

  /** @param argument with or without angle brackets. */
  constructor(argument: string) {
    const bracketed = argument.startsWith('<') && argument.endsWith('>');
    this.text = bracketed ? argument.slice(1, -1) : argument;
    this.#exact = Buffer.from(this.text, 'utf8');
    this.#folded = this.#exact.map((c) => FOLDED[c]!);
  }

  isQueueId(queueId: string | null): boolean {
    return queueId === this.text;
  }

  /** Whether the text of a program of Postfix names it as sender, recipient or message-id. */
  isNamedIn(buf: Buffer, start: number, end: number): boolean {
    const length = this.#folded.length;
    const first = this.#folded[0];
    for (let p = start; p + length <= end; p++) {
      if (FOLDED[buf[p]!] === first && this.#isAt(buf, p) && this.#isValue(buf, start, p, end)) return true;
    }
    return false;
  }

  #isAt(buf: Buffer, at: number): boolean {
    const folded = this.#folded;
    for (let i = 1; i < folded.length; i++) if (FOLDED[buf[at + i]!] !== folded[i]) return false;
    return true;
  }

  /** Whether what stands at `at` is the whole value of a key that matters, not a part of one, nor words of a reply. */
  #isValue(buf: Buffer, start: number, at: number, end: number): boolean {
    const after = at + this.#exact.length;
    const bracketed = at > start && buf[at - 1] === LESS;
    const isWhole = bracketed ? buf[after] === GREATER && after < end : isValueEnd(buf, after, end);
    if (!isWhole) return false;
    const keyEnd = bracketed ? at - 1 : at;
    if (ADDRESS_KEYS.some((key) => isKeyBefore(buf, start, keyEnd, key))) return true;
    const isMessageId = keyEnd - MESSAGE_ID.length >= start && startsWith(buf, keyEnd - MESSAGE_ID.length, keyEnd, MESSAGE_ID);
    return isMessageId && startsWith(buf, at, end, this.#exact);
  }
}

const isValueEnd = (buf: Buffer, at: number, end: number) => at >= end || buf[at] === COMMA || buf[at] === SPACE;

/** Whether a key ends at `keyEnd`, as a word of its own. */
function isKeyBefore(buf: Buffer, start: number, keyEnd: number, key: Uint8Array): boolean {
  const at = keyEnd - key.length;
  return at >= start && startsWith(buf, at, keyEnd, key) && (at === start || buf[at - 1] === SPACE);
}
