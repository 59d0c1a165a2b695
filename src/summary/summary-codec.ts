import { type Dimension, isDimension } from '../model/dimension.js';
import type { Evidence } from '../model/evidence.js';
import type { Judge } from '../model/said.js';
import { Zone } from '../model/zone.js';
import { ByteError, ByteReader } from './byte-reader.js';
import { ByteWriter } from './byte-writer.js';
import { type Codec, flag, int, listOf, nullable, pair, record, text, uint } from './codec.js';
import type { InputOrder } from './counts.js';
import { readCounts, writeCounts } from './counts-codec.js';
import { envelope, eventCodec, evidenceCodec, type InputIdentities } from './event-codec.js';
import { journalCodec } from './journal-codec.js';
import type { JournalState } from './journal-state.js';
import type { Piece, PieceFacts } from './piece.js';
import type { Returns, Waiting } from './returns.js';
import { Run } from './run.js';
import { Summary } from './summary.js';

/** What a summary was asked to count. */
export interface SummaryHead {
  readonly zone: Zone;
  readonly since: number | null;
  readonly until: number | null;
  readonly mails: boolean;
  readonly groupings: readonly (readonly Dimension[])[];
}

/** What is wanted of a summary that was written. */
export interface ReadingOptions {
  /** Those of its groupings that are wanted. */
  readonly groupings: readonly (readonly Dimension[])[];
  readonly classify: Judge;
  readonly inputs: InputIdentities;
  readonly compareInputs?: InputOrder | undefined;
}

/** The name of a dimension. */
export const dimension: Codec<Dimension> = {
  write: (to, name) => to.text(name),
  read(from) {
    const name = from.text();
    if (!isDimension(name)) throw new ByteError(`'${name}' is no dimension here`);
    return name;
  },
};

const zone: Codec<Zone> = {
  write: (to, { name }) => to.text(name),
  read(from) {
    const name = from.text();
    try {
      return new Zone(name);
    } catch {
      throw new ByteError(`'${name}' is no time zone here`);
    }
  },
};

const head = record<SummaryHead>({
  zone,
  since: nullable(int),
  until: nullable(int),
  mails: flag,
  groupings: listOf(listOf(dimension)),
});

const held = record<PieceFacts>({
  path: text,
  kind: nullable(text),
  mta: nullable(text),
  lines: uint,
  messages: uint,
  records: uint,
  unparsedLines: uint,
  error: nullable(text),
});

function pieceCodec(inputs: InputIdentities): Codec<Piece> {
  const codec = record<Piece>({
    input: { write: (to, input) => to.text(inputs.nameOf(input)), read: (from) => inputs.inputOf(from.text()) },
    from: uint,
    to: uint,
    firstTime: nullable(int),
    held,
  });
  return {
    write: codec.write,
    read(from) {
      const piece = codec.read(from);
      inputs.begins(piece.input, piece.firstTime);
      return piece;
    },
  };
}

const byName = (a: readonly string[], b: readonly string[]) => (a.join() < b.join() ? -1 : 1);

/** Everything that a summary holds, as bytes. Summaries that hold the same give the same, however they came about. */
export function encodeSummary(summary: Summary, inputs: InputIdentities): Uint8Array {
  const { options, counts, returns } = summary;
  const to = new ByteWriter();
  const order = options.groupings.map((_, place) => place);
  order.sort((a, b) => byName(options.groupings[a]!, options.groupings[b]!));
  const { zone, since, until, groupings } = options;
  head.write(to, { zone, since, until, mails: returns !== null, groupings: order.map((place) => groupings[place]!) });
  writeCounts(to, counts, order, inputs);
  const evidence = evidenceCodec(inputs);
  if (returns !== null) writeReturns(to, returns, evidence);
  writeRuns(to, summary, inCanonicalOrder(summary.runs, inputs), inputs);
  return to.finish();
}

function writeRuns(to: ByteWriter, { counts }: Summary, runs: readonly Run[], inputs: InputIdentities): void {
  const keyOf = counts.keyOf.bind(counts);
  const evidence = evidenceCodec(inputs);
  const pieces = listOf(pieceCodec(inputs));
  const journals = listOf(pair(text, journalCodec({ evidence, event: eventCodec(evidence), keyOf })));
  to.uint(runs.length);
  for (const run of runs) {
    pieces.write(to, run.pieces);
    journals.write(
      to,
      [...run.journals].map(([host, journal]) => [host, journal.state()] as const),
    );
  }
}

/** Reads runs that count into a summary, which they are not added to. @throws ByteError */
function readRuns(from: ByteReader, summary: Summary, inputs: InputIdentities): Run[] {
  const { counts } = summary;
  const keyOf = counts.keyOf.bind(counts);
  const evidence = evidenceCodec(inputs);
  const pieces = listOf(pieceCodec(inputs));
  const journals: Codec<readonly (readonly [string, JournalState])[]> = listOf(
    pair(text, journalCodec({ evidence, event: eventCodec(evidence), keyOf })),
  );
  const runs: Run[] = [];
  for (let left = from.uint(); left > 0; left--) {
    const run = Run.restore(summary.context(), pieces.read(from), journals.read(from));
    const { lastTime } = run;
    if (lastTime !== null) for (const { input } of run.pieces) inputs.ends(input, lastTime);
    runs.push(run);
  }
  if (from.left > 0) throw new ByteError('it goes on behind its end');
  return runs;
}

/** What the runs of a summary hold back, without what is counted, as bytes. */
export function encodeRuns(summary: Summary, inputs: InputIdentities): Uint8Array {
  const to = new ByteWriter();
  writeRuns(to, summary, summary.runs, inputs);
  return to.finish();
}

/** The runs that `encodeRuns` wrote. @param summary what they are to count into. */
export const decodeRuns = (bytes: Uint8Array, summary: Summary, inputs: InputIdentities): Run[] =>
  readRuns(new ByteReader(bytes), summary, inputs);

/** The bounce mails that wait for their failure, as bytes. */
export function encodeWaiting({ waiting }: Returns, inputs: InputIdentities): Uint8Array {
  const to = new ByteWriter();
  writeWaiting(to, waiting, evidenceCodec(inputs));
  return to.finish();
}

/** Lets the mails wait that `encodeWaiting` wrote. @throws ByteError */
export function decodeWaiting(bytes: Uint8Array, summary: Summary, inputs: InputIdentities): void {
  readWaiting(new ByteReader(bytes), summary, evidenceCodec(inputs));
}

function inCanonicalOrder(runs: readonly Run[], inputs: InputIdentities): Run[] {
  const held = runs.filter(({ pieces, isEmpty }) => pieces.length > 0 || !isEmpty);
  const keyed = held.map((run) => {
    const [first] = run.pieces;
    return { run, name: first === undefined ? '' : inputs.nameOf(first.input), first };
  });
  keyed.sort((a, b) => {
    if (a.name !== b.name) return a.name < b.name ? -1 : 1;
    const byPlace = (a.first?.from ?? 0) - (b.first?.from ?? 0) || (a.first?.to ?? 0) - (b.first?.to ?? 0);
    return byPlace || ((a.first?.held.path ?? '') < (b.first?.held.path ?? '') ? -1 : 1);
  });
  return keyed.map(({ run }) => run);
}

/** A summary that was written, of which only the head was read yet. */
export class EncodedSummary {
  readonly head: SummaryHead;
  readonly #from: ByteReader;

  /** @throws ByteError */
  constructor(bytes: Uint8Array) {
    this.#from = new ByteReader(bytes);
    this.head = head.read(this.#from);
  }

  /** Reads the rest, which can be done once. @throws ByteError */
  read({ groupings, classify, inputs, compareInputs }: ReadingOptions): Summary {
    const from = this.#from;
    const { zone, since, until, mails, groupings: written } = this.head;
    const summary = Summary.empty({ zone, since, until, mails, groupings, classify, compareInputs });
    readCounts(from, summary.counts, written, inputs);
    const evidence = evidenceCodec(inputs);
    if (summary.returns !== null) readReturns(from, summary, evidence);
    for (const run of readRuns(from, summary, inputs)) summary.addRun(run);
    return summary;
  }
}

/** Failures in the order of their hours, then of their keys, each by its step from the one before; those without an hour last. */
function writeReturns(to: ByteWriter, returns: Returns, evidence: Codec<Evidence>): void {
  const failures = [...returns.failures];
  const dated = failures.filter(([, hour]) => hour !== Infinity);
  to.uint(dated.length);
  writeFailures(to, dated);
  to.uint(failures.length - dated.length);
  writeFailures(
    to,
    failures.slice(dated.length).map(([key]) => [key, 0]),
  );
  writeWaiting(to, returns.waiting, evidence);
}

function writeWaiting(to: ByteWriter, waiting: Returns['waiting'], evidence: Codec<Evidence>): void {
  const event = eventCodec(evidence);
  to.uint(waiting.length);
  for (const [identity, { event: one, failure }] of waiting) {
    to.uint(identity);
    nullable(uint).write(to, failure);
    event.write(to, one);
    envelope.write(to, one.evidence.envelope);
  }
}

function writeFailures(to: ByteWriter, failures: readonly (readonly [number, number])[]): void {
  let [keyBefore, hourBefore] = [0, 0];
  for (const [key, hour] of failures) {
    int.write(to, hour - hourBefore);
    to.uint(hour === hourBefore ? key - keyBefore : key);
    keyBefore = key;
    hourBefore = hour;
  }
}

function readReturns(from: ByteReader, summary: Summary, evidence: Codec<Evidence>): void {
  const { returns } = summary;
  readFailures(from, (key, hour) => returns!.remember(key, hour));
  readFailures(from, (key) => returns!.remember(key, Infinity));
  readWaiting(from, summary, evidence);
}

function readWaiting(from: ByteReader, { returns, counts }: Summary, evidence: Codec<Evidence>): void {
  const event = eventCodec(evidence);
  for (let left = from.uint(); left > 0; left--) {
    const identity = from.uint();
    const failure = nullable(uint).read(from);
    const waiting: Waiting = { event: event.read(from), failure };
    waiting.event.evidence.envelope = envelope.read(from);
    returns!.wait(identity, waiting, counts);
  }
}

function readFailures(from: ByteReader, remember: (key: number, hour: number) => void): void {
  let [key, hour] = [0, 0];
  for (let left = from.uint(); left > 0; left--) {
    const step = int.read(from);
    hour += step;
    key = (step === 0 ? key : 0) + from.uint();
    remember(key, hour);
  }
}
