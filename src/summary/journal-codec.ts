import type { BounceEvent } from '../model/event.js';
import type { Evidence } from '../model/evidence.js';
import type { Origin } from '../model/record-sink.js';
import { ByteError, type ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { type Codec, flag, int, listOf, nullable, oneOf, pair, real, record, text } from './codec.js';
import { envelope, timestamp } from './event-codec.js';
import type { JournalState } from './journal-state.js';
import { type Continuation, Lifetime, type RecipientState } from './lifetime.js';
import type { Tie } from './tie.js';

const origin: Codec<Origin> = record<Origin>({
  client: nullable(text),
  local: flag,
  internal: flag,
  saslUsername: nullable(text),
  messageId: nullable(text),
  continues: nullable(text),
  replaces: flag,
});

/** What is true or not of a life, one bit each, the first the lowest. */
const LIFE_MARKS = [
  'begun',
  'internal',
  'tieable',
  'notification',
  'probe',
  'continuation',
  'filtered',
  'replaced',
  'ofUnknown',
] as const satisfies readonly (keyof Lifetime)[];

const earlierId = record<NonNullable<Lifetime['earlierId']>>({ queueId: text, replaced: flag });
const nullableInt = nullable(int);
const nullableText = nullable(text);
const nullableTime = nullable(timestamp);
const ending = nullable(oneOf({ delivered: true, expanded: true, failed: true, counted: true }));
const tieKind = oneOf({ notification: true, continuation: true });
const pendingIds = listOf(pair(text, origin));
const owners = listOf(text);

/** Writes down what a journal holds back. */
export interface JournalCodecOptions {
  readonly evidence: Codec<Evidence>;
  readonly event: Codec<BounceEvent>;
  /** The key under which deferrals are counted together, by the groupings of the summary. */
  readonly keyOf: (event: BounceEvent) => string;
}

/**
 * The open ends of one host. Lives, ties and the recipients they name refer to each other: continuations are numbered in
 * the order in which they are met.
 */
export function journalCodec(options: JournalCodecOptions): Codec<JournalState> {
  return {
    write: (to, state) => new JournalWriter(to, options).write(state),
    read: (from) => new JournalReader(from, options).read(),
  };
}

class JournalWriter {
  readonly #to: ByteWriter;
  readonly #options: JournalCodecOptions;
  readonly #continuations = new Map<Continuation, number>();

  constructor(to: ByteWriter, options: JournalCodecOptions) {
    this.#to = to;
    this.#options = options;
  }

  write(state: JournalState): void {
    const to = this.#to;
    nullableInt.write(to, state.firstTime);
    int.write(to, state.now);
    owners.write(to, state.owners);
    to.uint(state.early.length);
    for (const lifetime of state.early) this.#lifetime(lifetime);
    to.uint(state.settling.length);
    for (const lifetime of state.settling) this.#lifetime(lifetime);
    to.uint(state.open.length);
    for (const [key, lifetime] of state.open) {
      to.text(key);
      this.#lifetime(lifetime);
    }
    pendingIds.write(to, state.pending);
    to.uint(state.ties.length);
    for (const [queueId, ties] of state.ties) {
      to.text(queueId);
      to.uint(ties.length);
      for (const tie of ties) this.#tie(tie);
    }
  }

  #tie({ queueId, time, kind, continuation }: Tie): void {
    this.#to.text(queueId);
    int.write(this.#to, time);
    tieKind.write(this.#to, kind);
    this.#continuation(continuation);
  }

  /** 0: none; else its number, or the next one and what it is. */
  #continuation(continuation: Continuation | null): void {
    const known = continuation === null ? 0 : (this.#continuations.get(continuation) ?? this.#continuations.size + 1);
    this.#to.uint(known);
    if (continuation === null || known <= this.#continuations.size) return;
    this.#continuations.set(continuation, known);
    this.#to.text(continuation.queueId);
    flag.write(this.#to, continuation.met);
  }

  #lifetime(lifetime: Lifetime): void {
    const to = this.#to;
    to.text(lifetime.queueId);
    int.write(to, lifetime.first);
    int.write(to, lifetime.last - lifetime.first);
    let marks = 0;
    LIFE_MARKS.forEach((mark, bit) => {
      if (lifetime[mark]) marks += 2 ** bit;
    });
    to.uint(marks);
    nullableText.write(to, lifetime.owner);
    nullableInt.write(to, lifetime.senderTime);
    nullable(earlierId).write(to, lifetime.earlierId);
    envelope.write(to, lifetime.envelope);
    nullable(this.#options.evidence).write(to, lifetime.expiry);
    to.uint(lifetime.recipients.length);
    for (const state of lifetime.recipients) this.#recipient(state);
  }

  #recipient(state: RecipientState): void {
    const to = this.#to;
    const { event, keyOf } = this.#options;
    to.uint(state.key);
    to.uint(state.attempts);
    nullableTime.write(to, state.firstAttempt);
    nullableTime.write(to, state.lastAttempt);
    const deferrals = state.deferralsBy(keyOf);
    to.uint(deferrals.length);
    for (const deferral of deferrals) {
      event.write(to, deferral.event);
      to.uint(deferral.times);
      nullableInt.write(to, deferral.last);
    }
    // The last deferral is often the first of its kind, too. 0: none; 1: another; else its place among them, plus two.
    const place = state.deferral === null ? 0 : 2 + deferrals.findIndex(({ event: known }) => known === state.deferral);
    to.uint(place);
    if (place === 1) event.write(to, state.deferral!);
    ending.write(to, state.ending);
    if (state.ending === null) return;
    nullableTime.write(to, state.endTime);
    nullable(event).write(to, state.endEvent);
    this.#continuation(state.continuation);
    flag.write(to, state.passedOn);
    nullable(real).write(to, state.queueSeconds);
  }
}

class JournalReader {
  readonly #from: ByteReader;
  readonly #options: JournalCodecOptions;
  readonly #continuations: Continuation[] = [];

  constructor(from: ByteReader, options: JournalCodecOptions) {
    this.#from = from;
    this.#options = options;
  }

  read(): JournalState {
    const from = this.#from;
    const firstTime = nullableInt.read(from);
    const now = int.read(from);
    const ownersRead = owners.read(from);
    const early = this.#list(() => this.#lifetime());
    const settling = this.#list(() => this.#lifetime());
    const open = this.#list(() => [from.text(), this.#lifetime()] as const);
    const pending = pendingIds.read(from);
    const ties = this.#list(() => [from.text(), this.#list(() => this.#tie())] as const);
    return { open, early, settling, ties, pending, owners: ownersRead, firstTime, now };
  }

  #list<T>(read: () => T): T[] {
    const length = this.#from.uint();
    if (length > this.#from.left) throw new ByteError('a list is longer than what is left');
    return Array.from({ length }, read);
  }

  #tie(): Tie {
    const queueId = this.#from.text();
    const time = int.read(this.#from);
    const kind = tieKind.read(this.#from);
    return { queueId, time, kind, continuation: this.#continuation() };
  }

  #continuation(): Continuation | null {
    const number = this.#from.uint();
    if (number === 0) return null;
    const known = this.#continuations[number - 1];
    if (known !== undefined) return known;
    if (number !== this.#continuations.length + 1) throw new ByteError('a continuation is missing');
    const continuation = { queueId: this.#from.text(), met: flag.read(this.#from) };
    this.#continuations.push(continuation);
    return continuation;
  }

  #lifetime(): Lifetime {
    const from = this.#from;
    const lifetime = new Lifetime(from.text(), int.read(from));
    lifetime.last = lifetime.first + int.read(from);
    const marks = from.uint();
    LIFE_MARKS.forEach((mark, bit) => {
      lifetime[mark] = Math.floor(marks / 2 ** bit) % 2 === 1;
    });
    lifetime.owner = nullableText.read(from);
    lifetime.senderTime = nullableInt.read(from);
    lifetime.earlierId = nullable(earlierId).read(from);
    Object.assign(lifetime.envelope, envelope.read(from));
    lifetime.expiry = nullable(this.#options.evidence).read(from);
    if (lifetime.expiry !== null) lifetime.expiry.envelope = lifetime.envelope;
    for (let left = from.uint(); left > 0; left--) this.#recipient(lifetime);
    return lifetime;
  }

  #recipient(lifetime: Lifetime): void {
    const from = this.#from;
    const { keyOf } = this.#options;
    const state = lifetime.recipient(from.uint());
    state.attempts = from.uint();
    state.firstAttempt = nullableTime.read(from);
    state.lastAttempt = nullableTime.read(from);
    const deferrals = this.#list(() => {
      const event = this.#event(lifetime);
      return { key: keyOf(event), event, times: from.uint(), last: nullableInt.read(from) };
    });
    state.deferrals = deferrals.length === 0 ? null : deferrals;
    const place = from.uint();
    if (place > deferrals.length + 1) throw new ByteError('a deferral is missing');
    state.deferral = place === 0 ? null : place === 1 ? this.#event(lifetime) : deferrals[place - 2]!.event;
    state.ending = ending.read(from);
    if (state.ending === null) return;
    state.endTime = nullableTime.read(from);
    state.endEvent = flag.read(from) ? this.#event(lifetime) : null;
    if (state.ending === 'failed' && state.endEvent === null) throw new ByteError('the record of a failure is missing');
    state.continuation = this.#continuation();
    state.passedOn = flag.read(from);
    state.queueSeconds = nullable(real).read(from);
  }

  /** A record of the message, with the envelope that it shares. */
  #event(lifetime: Lifetime): BounceEvent {
    const event = this.#options.event.read(this.#from);
    event.evidence.envelope = lifetime.envelope;
    return event;
  }
}
