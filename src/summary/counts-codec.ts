import type { Dimension } from '../model/dimension.js';
import { PROVIDERS, type Provider } from '../model/provider.js';
import { BOUNCE_TYPES } from '../model/verdict.js';
import { ByteError, type ByteReader } from './byte-reader.js';
import type { ByteWriter } from './byte-writer.js';
import { type Codec, int, listOf, nullable, record, text, uint } from './codec.js';
import { type Counts, type Example, type RecordCounts, Row, type RowCount, type Totals } from './counts.js';
import { DELAY_PLACES, type Delays, type Waiting } from './delays.js';
import { type Distinct, HIGHEST_RANK, REGISTERS } from './distinct.js';
import { dimensionValue, type InputIdentities, positionCodec } from './event-codec.js';

const totals: Codec<Totals> = record<Totals>({
  messages: uint,
  recipients: uint,
  delivered: uint,
  failed: uint,
  expired: uint,
  open: uint,
  delayed: uint,
  recovered: uint,
  returned: uint,
  rejected: uint,
  notifications: uint,
  feedback: uint,
  autoReplies: uint,
  lines: uint,
  unparsedLines: uint,
  records: record<RecordCounts>({ sent: uint, deferred: uint, bounced: uint, expired: uint, rejected: uint }),
});

const rowCounts: Codec<Record<RowCount, number>> = record<Record<RowCount, number>>({
  delayed: uint,
  failed: uint,
  expired: uint,
  returned: uint,
  rejected: uint,
  recovered: uint,
  open: uint,
  delivered: uint,
});

const typeCounts = listOf(uint);
const values = listOf(dimensionValue);
const nullableInt = nullable(int);

/** What all events of a row have in common: 0 before the first, 1 where they differ, 2 and a text. */
const common: Codec<string | null | undefined> = {
  write(to, value) {
    to.uint(value === undefined ? 0 : value === null ? 1 : 2);
    if (typeof value === 'string') to.text(value);
  },
  read(from) {
    const kind = from.uint();
    if (kind > 2) throw new ByteError('a value is of no known kind');
    return kind === 0 ? undefined : kind === 1 ? null : from.text();
  },
};

function commonProvider(name: string | null | undefined): Provider | null | undefined {
  if (name === null || name === undefined) return name;
  const known = PROVIDERS.find((provider) => provider === name);
  if (known === undefined) throw new ByteError(`'${name}' is not known here`);
  return known;
}

/** Writes counts: the totals, then the rows of each grouping in the order of their keys. @param order the places of the groupings. */
export function writeCounts(to: ByteWriter, counts: Counts, order: readonly number[], inputs: InputIdentities): void {
  totals.write(to, counts.totals);
  to.uint(counts.uncovered);
  to.uint(counts.letGo);
  nullableInt.write(to, counts.firstTime);
  nullableInt.write(to, counts.lastTime);
  writeDelays(to, counts.delays.delivered);
  writeDelays(to, counts.delays.lost);
  writeWaiting(to, counts.waiting);
  const hashes = new HashTable(counts);
  hashes.write(to);
  const example = exampleCodec(inputs);
  for (const place of order) {
    const rows = counts.rows[place]!;
    to.uint(rows.size);
    for (const key of [...rows.keys()].sort()) writeRow(to, rows.get(key)!, hashes, example);
  }
}

/** The places in which something was counted, each with how much. */
function writeDelays(to: ByteWriter, { counts }: Delays): void {
  const places = [...counts.keys()].filter((place) => counts[place] !== 0);
  writeSteps(to, Float64Array.from(places));
  for (const place of places) to.uint(counts[place]!);
}

function readDelays(from: ByteReader, { counts }: Delays): void {
  for (const place of readSteps(from)) {
    if (place >= DELAY_PLACES) throw new ByteError('a delay is out of range');
    counts[place] = from.uint();
  }
}

/** Minutes, each by its step from the one before, with how many have waited since then. */
function writeWaiting(to: ByteWriter, { since }: Waiting): void {
  const minutes = [...since.keys()].sort((a, b) => a - b);
  to.uint(minutes.length);
  let before = 0;
  for (const minute of minutes) {
    int.write(to, minute - before);
    to.uint(since.get(minute)!);
    before = minute;
  }
}

function readWaiting(from: ByteReader, waiting: Waiting): void {
  let minute = 0;
  for (let left = from.uint(); left > 0; left--) {
    minute += int.read(from);
    waiting.addMinute(minute, from.uint());
  }
}

const exampleCodec = (inputs: InputIdentities) =>
  nullable(record<Example>({ time: nullableInt, position: positionCodec(inputs), text, recipient: nullable(text) }));

function writeRow(to: ByteWriter, row: Row, hashes: HashTable, example: Codec<Example | null>): void {
  values.write(to, row.values);
  rowCounts.write(to, row.counts);
  typeCounts.write(
    to,
    BOUNCE_TYPES.map((type) => row.types.get(type) ?? 0),
  );
  hashes.writeDistinct(to, row.recipients);
  hashes.writeDistinct(to, row.domains);
  nullableInt.write(to, row.firstSeen);
  nullableInt.write(to, row.lastSeen);
  common.write(to, row.provider);
  common.write(to, row.rule);
  example.write(to, row.example);
}

/**
 * Adds what was written to counts that are empty; rows of groupings that they do not have are passed over.
 * @param written the groupings that were written. @throws ByteError
 */
export function readCounts(
  from: ByteReader,
  counts: Counts,
  written: readonly (readonly Dimension[])[],
  inputs: InputIdentities,
): void {
  Object.assign(counts.totals, totals.read(from));
  counts.uncovered = from.uint();
  counts.letGo = from.uint();
  counts.firstTime = nullableInt.read(from);
  counts.lastTime = nullableInt.read(from);
  readDelays(from, counts.delays.delivered);
  readDelays(from, counts.delays.lost);
  readWaiting(from, counts.waiting);
  const hashes = readSteps(from);
  const example = exampleCodec(inputs);
  const wanted = counts.options.groupings.map((names) => names.join());
  for (const names of written) {
    const place = wanted.indexOf(names.join());
    for (let left = from.uint(); left > 0; left--) {
      const row = readRow(from, counts, hashes, example);
      if (row.values.length !== names.length) throw new ByteError('a row does not fit its grouping');
      if (place >= 0) counts.addRow(place, row);
    }
  }
}

function readRow(from: ByteReader, counts: Counts, hashes: readonly number[], example: Codec<Example | null>): Row {
  const row = new Row(values.read(from), counts.compareInputs);
  Object.assign(row.counts, rowCounts.read(from));
  typeCounts.read(from).forEach((times, place) => {
    const type = BOUNCE_TYPES[place];
    if (type === undefined) throw new ByteError('a type is not known here');
    if (times > 0) row.types.set(type, times);
  });
  readDistinct(from, row.recipients, hashes);
  readDistinct(from, row.domains, hashes);
  row.firstSeen = nullableInt.read(from);
  row.lastSeen = nullableInt.read(from);
  row.provider = commonProvider(common.read(from));
  row.rule = common.read(from);
  row.example = example.read(from);
  return row;
}

/**
 * The hashes of all values that any row counts exactly, sorted: the same recipient stands in rows of several groupings, which
 * name it by its place.
 */
class HashTable {
  readonly #sorted: Float64Array;
  readonly #places = new Map<number, number>();

  constructor(counts: Counts) {
    const all = new Set<number>();
    for (const rows of counts.rows) {
      for (const { recipients, domains } of rows.values()) {
        for (const { content } of [recipients, domains])
          if ('hashes' in content) for (const hash of content.hashes) all.add(hash);
      }
    }
    this.#sorted = Float64Array.from(all).sort();
    this.#sorted.forEach((hash, place) => {
      this.#places.set(hash, place);
    });
  }

  write(to: ByteWriter): void {
    writeSteps(to, this.#sorted);
  }

  /** 0 and the registers of an estimate, or 1 and the places of all values. */
  writeDistinct(to: ByteWriter, distinct: Distinct): void {
    const { content } = distinct;
    if ('registers' in content) {
      to.uint(0);
      to.bytes(content.registers);
      return;
    }
    to.uint(1);
    writeSteps(to, Float64Array.from(content.hashes, (hash) => this.#places.get(hash)!).sort());
  }
}

/** Numbers that grow, by how much each is larger than the one before. */
function writeSteps(to: ByteWriter, sorted: Float64Array): void {
  to.uint(sorted.length);
  let before = 0;
  for (const number of sorted) {
    to.uint(number - before);
    before = number;
  }
}

function readSteps(from: ByteReader): number[] {
  const length = from.uint();
  if (length > from.left) throw new ByteError('a list is longer than what is left');
  let before = 0;
  return Array.from({ length }, () => {
    before += from.uint();
    return before;
  });
}

function readDistinct(from: ByteReader, distinct: Distinct, hashes: readonly number[]): void {
  if (from.uint() === 0) {
    const registers = from.bytes(REGISTERS);
    if (registers.some((rank) => rank > HIGHEST_RANK)) throw new ByteError('an estimate is out of range');
    distinct.addRegisters(registers);
    return;
  }
  for (const place of readSteps(from)) {
    const hash = hashes[place];
    if (hash === undefined || hash === 0 || hash > Number.MAX_SAFE_INTEGER) throw new ByteError('a value is missing');
    distinct.addHash(hash);
  }
}
