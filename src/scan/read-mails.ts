import { createHash } from 'node:crypto';
import { MessageFramer, type MessageSink } from '../input/message-framer.js';
import { type OpenFile, type OpenStream, type Ready, readMessages } from '../input/read.js';
import { readMail } from '../mail/mail-reader.js';
import { isFromLine, type MailShape } from '../mail/mail-shape.js';
import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import type { Verdict } from '../model/verdict.js';
import type { InputReport } from './input-report.js';

/** Takes what a mail says of a recipient. */
export interface MailSink {
  /** @param identity the same for each copy of one mail. */
  mail(event: BounceEvent, identity: string): void;
}

/** An input of mails to read, and what for. */
export interface MailJob {
  readonly opened: OpenFile | OpenStream;
  readonly shape: MailShape;
  readonly sink: MailSink;
  /** The place of the input in reading order. */
  readonly input: number;
  readonly report: InputReport;
  readonly classify: (evidence: Evidence) => Verdict;
  /** Told the beginning of the first message. */
  readonly starts: (head: Uint8Array) => void;
  readonly progress?: ((bytes: number) => void) | undefined;
  /** Whether there is room for what the next mails give. */
  readonly ready?: Ready | undefined;
  /** Whether no more is wanted: then the last message that was begun is read another time. */
  readonly isStopped?: (() => boolean) | undefined;
  /** Whether a mail was read in an earlier run. */
  readonly isKnown?: ((bytes: Buffer) => boolean) | undefined;
  /** How many bytes and messages of the input were read before. */
  readonly before?: { readonly bytes: number; readonly messages: number };
  /** Whether the last message may not be written to its end: then it is read another time. */
  readonly lastWaits?: boolean;
}

/** Of the first message this much tells the input apart from others. */
const HEAD = 4096;

/** What was found by structure alone, in a form that nobody described, is marked in the name of the rule. */
const GUESSED = 'guessed:';

/**
 * Reads the mails of an input to its end, one at a time. What is wrong with the input stands in the report.
 * @returns up to which byte of the input all is read.
 */
export async function readMails(job: MailJob): Promise<number> {
  const { opened, shape, report, progress, ready, isStopped, before = NOTHING } = job;
  const mails = new Mails(job);
  const framer = new MessageFramer({ mbox: shape === 'mbox', isSeparator: isFromLine }, mails);
  const intake = {
    push: (chunk: Uint8Array) => framer.push(chunk),
    end: () => {
      mails.isEnding = job.lastWaits === true || job.isStopped?.() === true;
      framer.end();
    },
    get position() {
      return framer.position;
    },
    ready: () => mails.ready(),
  };
  report.error = await readMessages(opened, intake, { start: before.bytes, progress, ready, isStopped });
  const read = mails.waitingFrom ?? framer.position;
  report.bytes += read;
  report.kind = 'mail';
  return before.bytes + read;
}

const NOTHING = { bytes: 0, messages: 0 };

interface Held {
  readonly bytes: Buffer;
  readonly offset: number;
}

/** The same for each copy of a mail: what an mbox adds to it, its separator line and blank lines at its end, left out. */
function identityOf(bytes: Buffer): string {
  const start = bytes.latin1Slice(0, Math.min(5, bytes.length)) === 'From ' ? bytes.indexOf(10) + 1 : 0;
  let end = bytes.length;
  while (end > start && (bytes[end - 1] === 10 || bytes[end - 1] === 13)) end--;
  return createHash('sha1').update(bytes.subarray(start, end)).digest('base64');
}

/** The messages of one input: held until they are read, one after another. */
class Mails implements MessageSink {
  readonly #job: MailJob;
  #held: Held[] = [];
  #number: number;
  /** Whether the last message is among those that come now, and waits. */
  isEnding = false;
  #last: Held | null = null;

  constructor(job: MailJob) {
    this.#job = job;
    this.#number = job.before?.messages ?? 0;
  }

  message(bytes: Buffer, offset: number): void {
    if (!this.isEnding) {
      this.#held.push({ bytes, offset });
      return;
    }
    // Only the next one shows that this is not the last.
    if (this.#last !== null) this.#held.push(this.#last);
    this.#last = { bytes, offset };
  }

  /** Where the message begins that waits, in what was read now; null where none does. */
  get waitingFrom(): number | null {
    return this.#last?.offset ?? null;
  }

  /** Resolves when all messages that were taken are read. */
  async ready(): Promise<void> {
    while (this.#held.length > 0) {
      const held = this.#held;
      this.#held = [];
      for (const { bytes, offset } of held) await this.#read(bytes, offset);
    }
  }

  async #read(bytes: Buffer, offset: number): Promise<void> {
    const { input, report, sink, classify, starts, isKnown, before = NOTHING } = this.#job;
    if (++this.#number === 1) starts(bytes.subarray(0, HEAD));
    if (isKnown?.(bytes)) return;
    report.messages++;
    const { records } = await readMail(bytes, { input, offset: before.bytes + offset, index: 0 }, this.#number);
    if (records.length === 0) return;
    const identity = identityOf(bytes);
    for (const { evidence, guessed } of records) {
      const verdict = classify(evidence);
      report.records++;
      report.mta = report.mta === null || report.mta === evidence.mta ? evidence.mta : 'several';
      sink.mail({ evidence, verdict: guessed ? { ...verdict, rule: `${GUESSED}${verdict.rule}` } : verdict }, identity);
    }
  }
}
