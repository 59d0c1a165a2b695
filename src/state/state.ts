import { createHash } from 'node:crypto';
import { deflateSync, inflateSync } from 'node:zlib';
import { ByteError, ByteReader } from '../summary/byte-reader.js';
import { ByteWriter } from '../summary/byte-writer.js';
import { flag, int, listOf, nullable, pair, real, record, text, uint } from '../summary/codec.js';
import type { FailurePart } from './failures.js';
import { knownFile } from './known-file.js';
import { KnownFiles } from './known-files.js';
import { KnownMails } from './known-mails.js';
import { type Ledger, ledger } from './ledger.js';
import { StateError } from './state-error.js';

/** What is kept between two runs. Nothing in it is changed: a run makes another one. */
export interface State {
  /** The command whose runs these are; empty before the first. */
  readonly use: string;
  /** How many runs were kept. */
  readonly run: number;
  /** When the last one was, milliseconds since 1970. */
  readonly savedAt: number;
  readonly files: KnownFiles;
  readonly mails: KnownMails;
  /** What is open: messages, ids, ties, by host (docs/summary-format.md, Runs). Read by `scan`. */
  readonly open: Uint8Array;
  /** Bounce mails that wait for the log. */
  readonly waiting: Uint8Array;
  readonly failures: readonly FailurePart[];
  /** Whether any log was read. */
  readonly hasLog: boolean;
  /** Totals over all runs, by their name in the metrics. */
  readonly counters: ReadonlyMap<string, number>;
  /** What the command remembers beside that, in its own form. */
  readonly memory: Uint8Array;
  /** Counts by period; null where runs report what is new. */
  readonly ledger: Ledger | null;
}

/** Nothing was read yet. */
export const newState = (): State => ({
  use: '',
  run: 0,
  savedAt: 0,
  files: new KnownFiles(),
  mails: new KnownMails(),
  open: new Uint8Array(),
  waiting: new Uint8Array(),
  failures: [],
  hasLog: false,
  counters: new Map(),
  memory: new Uint8Array(),
  ledger: null,
});

const NAME = 'bouncelens-state/';
const VERSION = 1;
const FIRST_LINE = /^bouncelens-state\/(\d{1,9})\n/;
const DIGEST = 32;
/** What a part of a state may be large when it is unpacked. */
const LARGEST = 1 << 30;

const head = record<Pick<State, 'use' | 'run' | 'savedAt' | 'hasLog'>>({ use: text, run: uint, savedAt: int, hasLog: flag });
const files = listOf(knownFile);
const counters = listOf(pair(text, real));
const ledgerCodec = nullable(ledger);

/** The state as a file: name and version, a checksum of all that follows, and its parts (docs/state.md). */
export function encodeState(state: State): Uint8Array {
  const first = new ByteWriter();
  head.write(first, state);
  first.uint(state.files.forgotten);
  files.write(first, [...state.files]);
  counters.write(
    first,
    [...state.counters].sort(([a], [b]) => (a < b ? -1 : 1)),
  );
  ledgerCodec.write(first, state.ledger);
  const mails = new ByteWriter();
  state.mails.write(mails);
  const to = new ByteWriter();
  writePart(to, deflateSync(first.finish()));
  writePart(to, mails.finish());
  writePart(to, deflateSync(state.open));
  writePart(to, deflateSync(state.waiting));
  writePart(to, deflateSync(state.memory));
  to.uint(state.failures.length);
  for (const { newest, bytes } of state.failures) {
    to.uint(newest);
    writePart(to, bytes);
  }
  const kept = state.ledger?.kept ?? [];
  to.uint(kept.length);
  for (const { counts } of kept) writePart(to, counts);
  const body = to.finish();
  return Buffer.concat([Buffer.from(`${NAME}${VERSION}\n`), createHash('sha256').update(body).digest(), body]);
}

function writePart(to: ByteWriter, bytes: Uint8Array): void {
  to.uint(bytes.length);
  to.bytes(bytes);
}

const readPart = (from: ByteReader): Uint8Array => from.bytes(from.uint());

const unpacked = (bytes: Uint8Array): Uint8Array =>
  bytes.length === 0 ? bytes : inflateSync(bytes, { maxOutputLength: LARGEST });

const BEGIN_ANEW =
  'Put back a copy of it, or move it away to begin anew; what the logs and mailboxes still hold is then counted once more';

/** Reads a state. @param file its name, for what is said. @throws StateError when it is none, is damaged, or of another version. */
export function decodeState(bytes: Uint8Array, file: string): State {
  const start = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 64)).toString('latin1');
  const [line, version] = FIRST_LINE.exec(start) ?? [];
  if (line === undefined) {
    throw new StateError(
      bytes.length === 0
        ? `${file}: is empty, and no state that bouncelens left. ${BEGIN_ANEW}`
        : `${file}: is no state that bouncelens wrote: was it damaged, or is --state given another file? ${BEGIN_ANEW}`,
    );
  }
  if (Number(version) !== VERSION) {
    throw new StateError(
      `${file}: is a state of version ${version}, and this version of bouncelens reads version ${VERSION} only: run the version that wrote it. It was not changed`,
    );
  }
  const body = bytes.subarray(line.length + DIGEST);
  const digest = createHash('sha256').update(body).digest();
  if (bytes.length < line.length + DIGEST || !digest.equals(bytes.subarray(line.length, line.length + DIGEST)))
    throw new StateError(`${file}: is damaged: its checksum does not fit. ${BEGIN_ANEW}`);
  try {
    return decodeBody(new ByteReader(body));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (!(error instanceof ByteError) && !code?.startsWith('Z_') && code !== 'ERR_BUFFER_TOO_LARGE') throw error;
    throw new StateError(`${file}: is damaged (${message}). ${BEGIN_ANEW}`);
  }
}

function decodeBody(from: ByteReader): State {
  const first = new ByteReader(unpacked(readPart(from)));
  const facts = head.read(first);
  const forgotten = first.uint();
  const known = new KnownFiles(files.read(first), forgotten);
  const totals = new Map(counters.read(first));
  const periods = ledgerCodec.read(first);
  const mails = KnownMails.read(new ByteReader(readPart(from)));
  const open = unpacked(readPart(from));
  const waiting = unpacked(readPart(from));
  const memory = unpacked(readPart(from));
  const failures: FailurePart[] = [];
  for (let left = from.uint(); left > 0; left--) failures.push({ newest: from.uint(), bytes: readPart(from) });
  const parts: Uint8Array[] = [];
  for (let left = from.uint(); left > 0; left--) parts.push(readPart(from));
  if (from.left > 0) throw new ByteError('it goes on behind its end');
  const kept = periods?.kept ?? [];
  if (kept.length !== parts.length) throw new ByteError('a period is missing');
  return {
    ...facts,
    ...{ mails, open, waiting, memory, failures },
    files: known,
    counters: totals,
    ledger: periods === null ? null : { ...periods, kept: kept.map((one, i) => ({ ...one, counts: parts[i]! })) },
  };
}
