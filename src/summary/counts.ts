import { countsDeliveries, DIMENSIONS, type Dimension, type DimensionValue, isOfText } from '../model/dimension.js';
import type { BounceEvent } from '../model/event.js';
import type { Evidence, Position } from '../model/evidence.js';
import type { Provider } from '../model/provider.js';
import type { PassedFailures, PassedMessages } from '../model/record-sink.js';
import type { Said } from '../model/said.js';
import type { BounceType, Verdict } from '../model/verdict.js';
import type { Zone } from '../model/zone.js';
import { Delays, Waiting } from './delays.js';
import { Distinct } from './distinct.js';
import { RecipientHashes } from './recipient-hashes.js';
import { keyOfValues, RowKeys, SEPARATOR } from './row-keys.js';
import { type WordingLimit, wordingLimit } from './wording-limit.js';

/** Log lines or DSN fields as they stand: what other tools print. */
export interface RecordCounts {
  sent: number;
  deferred: number;
  bounced: number;
  expired: number;
  rejected: number;
}

/** Everything that is counted without a group. The names are those of the report. */
export interface Totals {
  messages: number;
  recipients: number;
  delivered: number;
  failed: number;
  expired: number;
  open: number;
  delayed: number;
  recovered: number;
  returned: number;
  rejected: number;
  notifications: number;
  feedback: number;
  autoReplies: number;
  lines: number;
  unparsedLines: number;
  records: RecordCounts;
}

const noTotals = (): Totals => ({
  messages: 0,
  recipients: 0,
  delivered: 0,
  failed: 0,
  expired: 0,
  open: 0,
  delayed: 0,
  recovered: 0,
  returned: 0,
  rejected: 0,
  notifications: 0,
  feedback: 0,
  autoReplies: 0,
  lines: 0,
  unparsedLines: 0,
  records: { sent: 0, deferred: 0, bounced: 0, expired: 0, rejected: 0 },
});

/** The records in which failures are stated that passed unseen; null for what others tell of. */
const RECORD_OF = {
  delayed: 'deferred',
  suspended: 'deferred',
  failed: 'bounced',
  rejected: 'rejected',
  expiry: 'expired',
  sent: 'sent',
  bounced: 'bounced',
  expired: null,
  recovered: null,
} as const satisfies Record<PassedFailures['column'], keyof RecordCounts | null>;

const isRowCount = (column: PassedFailures['column']): column is Extract<PassedFailures['column'], RowCount> =>
  column !== 'suspended' && column !== 'expiry' && column !== 'sent' && column !== 'bounced';

/** The columns of a row that are counted; each sums to the total of its name. */
export type RowCount = 'delayed' | 'failed' | 'expired' | 'returned' | 'rejected' | 'recovered' | 'open' | 'delivered';

/** The columns that are events: something that went wrong once. */
const EVENT_COLUMNS = ['delayed', 'failed', 'expired', 'returned', 'rejected'] as const;

const isEventColumn = (column: RowCount): boolean => column !== 'delivered' && column !== 'recovered' && column !== 'open';

/** Adds to a column. Each is named on its own: a property whose name is only known at run time takes far longer to find. */
function increase(counts: Record<RowCount, number>, column: RowCount, times: number): void {
  switch (column) {
    case 'delayed':
      counts.delayed += times;
      return;
    case 'failed':
      counts.failed += times;
      return;
    case 'rejected':
      counts.rejected += times;
      return;
    case 'recovered':
      counts.recovered += times;
      return;
    case 'delivered':
      counts.delivered += times;
      return;
    default:
      counts[column] += times;
  }
}

/** Rows are not told who the recipients were that were taken. */
const hashesOf = (column: RowCount, { evidence: { recipient } }: BounceEvent, hashes: RecipientHashes) =>
  column === 'delivered' || recipient === null ? null : hashes.of(recipient);

/** Tells which of two inputs comes first, by when they begin. */
export type InputOrder = (a: number, b: number) => number;

const asNumbered: InputOrder = (a, b) => a - b;

/** The record that stands for a row: the earliest, by time and then by where it stands. */
export interface Example {
  readonly time: number | null;
  readonly position: Position;
  readonly text: string;
  /** Whose failure it tells, so that the text can be freed of the name. */
  readonly recipient: string | null;
}

/** One row of a grouping. */
export class Row {
  readonly values: readonly DimensionValue[];
  readonly counts: Record<RowCount, number> = {
    delayed: 0,
    failed: 0,
    expired: 0,
    returned: 0,
    rejected: 0,
    recovered: 0,
    open: 0,
    delivered: 0,
  };
  readonly types = new Map<BounceType, number>();
  readonly recipients = new Distinct();
  readonly domains = new Distinct();
  /** Milliseconds since 1970; null while no event had a time. */
  firstSeen: number | null = null;
  lastSeen: number | null = null;
  /**
   * Who answered and which rule decided, where that is the same for all events; null where they differ or nobody is known,
   * undefined before the first.
   */
  provider: Provider | null | undefined = undefined;
  rule: string | null | undefined = undefined;
  example: Example | null = null;
  readonly compareInputs: InputOrder;

  constructor(values: readonly DimensionValue[], compareInputs: InputOrder = asNumbered) {
    this.values = values;
    this.compareInputs = compareInputs;
  }

  get events(): number {
    let events = 0;
    for (const column of EVENT_COLUMNS) events += this.counts[column];
    return events;
  }

  /**
   * @param last the time of the last of `times` records; the first is the event's own.
   * @param hashes those of the recipient, where they are known; null where the row is not to be told who it was.
   */
  add(
    column: RowCount,
    event: BounceEvent,
    times: number,
    last: number | null,
    hashes = hashesOf(column, event, new RecipientHashes()),
  ): void {
    const { evidence, verdict } = event;
    increase(this.counts, column, times);
    if (hashes !== null) {
      this.recipients.addHash(hashes.recipient);
      if (hashes.domain !== null) this.domains.addHash(hashes.domain);
    }
    if (!isEventColumn(column)) return;
    if (verdict !== null) this.#judged(verdict, times);
    const first = evidence.time?.ms ?? null;
    this.#seen(first, last ?? first);
    this.#offer(evidence);
  }

  /** Adds events that come behind the example of the row, and whose records are not needed. */
  addAlike(column: RowCount, verdict: Verdict, { times, firstMs, lastMs, recipient: { recipient, domain } }: Alike): void {
    increase(this.counts, column, times);
    this.recipients.addHash(recipient);
    if (domain !== null) this.domains.addHash(domain);
    if (!isEventColumn(column)) return;
    this.#judged(verdict, times);
    this.#seen(firstMs, lastMs);
  }

  /** Whether an event that is read now may come before the example of the row. */
  mayBeExample(ms: number, input: number): boolean {
    const { example } = this;
    if (example === null || example.time === null) return true;
    return ms < example.time || (ms === example.time && input !== example.position.input);
  }

  /** When the example of the row was written; null where there is none. */
  get exampleMs(): number | null {
    return this.example?.time ?? null;
  }

  #judged(verdict: Verdict, times: number): void {
    this.types.set(verdict.type, (this.types.get(verdict.type) ?? 0) + times);
    this.provider = common(this.provider, verdict.provider);
    this.rule = common(this.rule, verdict.rule);
  }

  #seen(first: number | null, last: number | null): void {
    if (first !== null && (this.firstSeen === null || first < this.firstSeen)) this.firstSeen = first;
    if (last !== null && (this.lastSeen === null || last > this.lastSeen)) this.lastSeen = last;
  }

  #offer(evidence: Evidence): void {
    if (evidence.diagnostic === null) return;
    const time = evidence.time?.ms ?? null;
    if (this.example !== null && !this.#isEarlier(time, evidence.position, this.example)) return;
    this.example = { time, position: evidence.position, text: evidence.diagnostic, recipient: evidence.recipient };
  }

  #isEarlier(time: number | null, { input, offset, index }: Position, than: Example): boolean {
    if (time !== than.time) return (time ?? Infinity) < (than.time ?? Infinity);
    const { position } = than;
    if (input !== position.input) return this.compareInputs(input, position.input) < 0;
    return offset === position.offset ? index < position.index : offset < position.offset;
  }

  merge(other: Row): void {
    for (const column of Object.keys(this.counts) as RowCount[]) this.counts[column] += other.counts[column];
    for (const [type, times] of other.types) this.types.set(type, (this.types.get(type) ?? 0) + times);
    if (other.provider !== undefined) this.provider = common(this.provider, other.provider);
    if (other.rule !== undefined) this.rule = common(this.rule, other.rule);
    this.recipients.merge(other.recipients);
    this.domains.merge(other.domains);
    this.#seen(other.firstSeen, other.lastSeen);
    const { example } = other;
    if (example === null) return;
    if (this.example === null || this.#isEarlier(example.time, example.position, this.example)) this.example = example;
  }
}

/** Whether the wording of an event is that of the others for which `said` stands. */
function isWordedAlike(event: BounceEvent, said: Said): boolean {
  const wording = DIMENSIONS.wording.value(event);
  return wording !== null && wording === said.wording?.wording;
}

/** What two have in common: null where they differ. */
const common = <Value extends string>(a: Value | null | undefined, b: Value | null): Value | null =>
  a === undefined || a === b ? b : null;

/** Events of one recipient that differ from one that was counted in their times and their recipient alone. */
export type Alike = Pick<PassedFailures, 'times' | 'firstMs' | 'lastMs' | 'recipient'>;

/** What a summary is asked to count. Two summaries merge only when this is the same for both. */
export interface CountOptions {
  readonly groupings: readonly (readonly Dimension[])[];
  /** Records before it are left out; milliseconds since 1970. */
  readonly since: number | null;
  /** Records at or after it are left out. */
  readonly until: number | null;
  /** The zone of hours and days. */
  readonly zone: Zone;
  /** By their numbers when absent. */
  readonly compareInputs?: InputOrder | undefined;
}

/** Final counts: a commutative monoid under `merge`. */
export class Counts {
  readonly options: CountOptions;
  totals: Totals = noTotals();
  /** One map per grouping, rows by the joined values of their dimensions. */
  rows: readonly Map<string, Row>[];
  /** Recipients with records whose message has no sender line in the input. */
  uncovered = 0;
  /** Queue ids that were counted early because too many were open. */
  letGo = 0;
  firstTime: number | null = null;
  lastTime: number | null = null;
  /** How long recipients were in the queue until their mail was delivered, and until it failed or was given up. */
  delays = { delivered: new Delays(), lost: new Delays() };
  /** How long those that are open have been. */
  waiting = new Waiting();
  readonly compareInputs: InputOrder;
  readonly #hashes = new RecipientHashes();
  readonly #deliveries: readonly boolean[];
  readonly #keys: readonly RowKeys[];
  /** Whether the texts of failures tell which rows of a grouping they fall into. */
  readonly #areOfText: readonly boolean[];
  readonly #areByWording: readonly boolean[];
  readonly #countsAlike: boolean;
  readonly #limits: readonly (WordingLimit<Row> | null)[];

  constructor(options: CountOptions) {
    this.options = options;
    this.compareInputs = options.compareInputs ?? asNumbered;
    this.rows = options.groupings.map(() => new Map());
    this.#deliveries = options.groupings.map(countsDeliveries);
    this.#keys = options.groupings.map((grouping) => new RowKeys(grouping, options.zone));
    this.#areOfText = options.groupings.map(isOfText);
    this.#areByWording = options.groupings.map((grouping) => grouping.includes('wording'));
    const isByAction = options.groupings.some((grouping) => grouping.includes('action'));
    this.#countsAlike = this.#areOfText.every(Boolean) && !this.#areByWording.includes(true) && !isByAction;
    const make = (values: readonly DimensionValue[]) => new Row(values, this.compareInputs);
    this.#limits = options.groupings.map((grouping, i) => wordingLimit(grouping, this.rows[i]!, make));
  }

  /** Whether a record of that time belongs to the period that is asked for. */
  covers(time: number | null): boolean {
    const { since, until } = this.options;
    if (since === null && until === null) return true;
    return time !== null && (since === null || time >= since) && (until === null || time < until);
  }

  /** Whether every record does. */
  get coversAll(): boolean {
    return this.options.since === null && this.options.until === null;
  }

  /** Adds messages that passed unseen. @returns how many lines stated an outcome of theirs. */
  passed(passed: PassedMessages): number {
    const { messages, recipients, firstMs, lastMs, queueSeconds } = passed;
    const { totals, delays } = this;
    totals.messages += messages;
    totals.recipients += recipients;
    totals.delivered += recipients;
    totals.records.sent += recipients;
    if (recipients > 0) {
      this.see(firstMs);
      this.see(lastMs);
    }
    for (const seconds of queueSeconds) delays.delivered.add(seconds);
    let records = recipients;
    for (let i = 0; i < passed.failures; i++) records += this.#passedFailures(passed.failuresAt(i));
    return records;
  }

  /** @returns how many lines stated them. */
  #passedFailures(failures: PassedFailures): number {
    const { column, said, times, firstMs, lastMs, queueSeconds } = failures;
    if (isRowCount(column)) this.countAlike(column, said, failures);
    const { totals } = this;
    if (column === 'failed' || column === 'expired') {
      totals.recipients++;
      if (queueSeconds !== null) this.delays.lost.add(queueSeconds);
    }
    const record = RECORD_OF[column];
    if (record === null) return 0;
    totals.records[record] += times;
    this.see(firstMs);
    this.see(lastMs);
    return times;
  }

  /** Widens the period that the records span. */
  see(time: number | null): void {
    if (time === null) return;
    if (this.firstTime === null || time < this.firstTime) this.firstTime = time;
    if (this.lastTime === null || time > this.lastTime) this.lastTime = time;
  }

  record(kind: keyof RecordCounts, time: number | null): void {
    if (!this.covers(time)) return;
    const { records } = this.totals;
    // Successes are most records by far.
    if (kind === 'sent') records.sent++;
    else records[kind]++;
    this.see(time);
  }

  /** Counts `times` alike records in a column, in the totals and in the row of each grouping that the event falls into. */
  count(column: RowCount, event: BounceEvent, times = 1, last: number | null = null): void {
    increase(this.totals, column, times);
    const hashes = hashesOf(column, event, this.#hashes);
    for (let i = 0; i < this.rows.length; i++) {
      if (column === 'delivered' && !this.#deliveries[i]) continue;
      this.#row(i, event).add(column, event, times, last, hashes);
    }
  }

  /**
   * Whether events for which others stand can be counted without their records: rows are told by texts, and expiries fall into the row of
   * the deferral before.
   */
  get countsAlike(): boolean {
    return this.#countsAlike;
  }

  /**
   * Whether events for which `said` stands were counted, and one that is read now can be counted like them, without its record. Where all
   * is covered, that holds for those that come later, too.
   * @param ms its time. @param input the place of its input in reading order, in which it is read.
   */
  isCounted(said: Said, ms: number, input: number): boolean {
    const { verdict, keys } = said;
    if (!this.countsAlike || said.counter !== this.#keys || !this.covers(ms)) return false;
    if (verdict === null || said.counted !== verdict) return false;
    for (let i = 0; i < this.rows.length; i++) {
      const row = this.rows[i]!.get(keys[i]!);
      if (row === undefined || row.mayBeExample(ms, input)) return false;
    }
    return true;
  }

  /**
   * The time, in milliseconds since 1970, behind which events for which `said` stands can be counted without their records: that of the
   * examples of their rows. Infinite where none was counted. It holds where all is covered, and for those that come later, too.
   */
  countedAfter(said: Said): number {
    const { verdict, keys } = said;
    if (!this.countsAlike || said.counter !== this.#keys || verdict === null || said.counted !== verdict) return Infinity;
    let after = -Infinity;
    for (let i = 0; i < this.rows.length; i++) after = Math.max(after, this.rows[i]!.get(keys[i]!)?.exampleMs ?? Infinity);
    return after;
  }

  /** Counts events for which `said` stands, as `count` does, when `isCounted` or `countedAfter` said so of each. */
  countAlike(column: RowCount, said: Said, events: Alike): void {
    const { verdict, keys } = said;
    increase(this.totals, column, events.times);
    for (let i = 0; i < this.rows.length; i++) this.rows[i]!.get(keys[i]!)!.addAlike(column, verdict!, events);
  }

  /** Whether deliveries have a row, so that their events are needed in full. */
  get needsDeliveries(): boolean {
    return this.#deliveries.includes(true);
  }

  /** Tells apart what must not be folded into one: the values of every dimension of every grouping. */
  keyOf(event: BounceEvent): string {
    const { length } = this.#keys;
    if (length === 1) return this.#keyOf(0, event);
    let key = '';
    for (let i = 0; i < length; i++) key += this.#keyOf(i, event) + SEPARATOR;
    return key;
  }

  /** The key of the row of a grouping that the event falls into. */
  #keyOf(grouping: number, event: BounceEvent): string {
    const { said } = event;
    const isKnown =
      said !== undefined && this.#areOfText[grouping]! && (!this.#areByWording[grouping] || isWordedAlike(event, said));
    if (!isKnown) return this.#keys[grouping]!.of(event);
    if (said.counter !== this.#keys) {
      said.counter = this.#keys;
      said.keys = this.#keys.map(() => '');
    }
    said.counted = event.verdict;
    const known = said.keys[grouping]!;
    if (known !== '') return known;
    const key = this.#keys[grouping]!.of(event);
    said.keys[grouping] = key;
    return key;
  }

  #row(grouping: number, event: BounceEvent): Row {
    const rows = this.rows[grouping]!;
    const key = this.#keyOf(grouping, event);
    return rows.get(key) ?? this.#newRow(grouping, key, this.#keys[grouping]!.values(event));
  }

  #newRow(grouping: number, key: string, values: readonly DimensionValue[]): Row {
    const limit = this.#limits[grouping];
    if (limit !== null && limit !== undefined) return limit.row(values);
    const row = new Row(values, this.compareInputs);
    this.rows[grouping]!.set(key, row);
    return row;
  }

  /** Adds a row that was counted elsewhere to those of a grouping. */
  addRow(grouping: number, row: Row): void {
    const key = keyOfValues(row.values);
    const mine = this.rows[grouping]!.get(key);
    if (mine !== undefined) mine.merge(row);
    else if (this.#limits[grouping] === null) this.rows[grouping]!.set(key, row);
    else this.#newRow(grouping, key, row.values).merge(row);
  }

  /** Adds the other's counts. The options must be the same. */
  merge(other: Counts): void {
    const { records, ...plain } = other.totals;
    for (const name of Object.keys(plain) as (keyof typeof plain)[]) this.totals[name] += plain[name];
    for (const name of Object.keys(records) as (keyof RecordCounts)[]) this.totals.records[name] += records[name];
    this.uncovered += other.uncovered;
    this.letGo += other.letGo;
    this.see(other.firstTime);
    this.see(other.lastTime);
    this.delays.delivered.merge(other.delays.delivered);
    this.delays.lost.merge(other.delays.lost);
    this.waiting.merge(other.waiting);
    other.rows.forEach((rows, i) => {
      for (const [key, row] of rows) (this.rows[i]!.get(key) ?? this.#newRow(i, key, row.values)).merge(row);
    });
  }
}
