import { visible } from '../model/visible.js';
import type { Zone } from '../model/zone.js';
import { csv } from './csv.js';
import { readCsv } from './csv-reader.js';
import type { Redactor } from './redaction.js';
import { localTime } from './rows.js';
import { keyOf, type Suppression, type SuppressionPolicy, type Suppressions } from './suppression.js';

/** What each address of a list comes with. */
const COLUMNS = [
  'address',
  'status',
  'why',
  'reason',
  'failures',
  'firstFailure',
  'lastFailure',
  'replyCode',
  'enhancedStatus',
  'loggedStatus',
  'queueId',
  'diagnostic',
] as const;

/** `new`: not on the list before; `known`: on it, and failing again; `kept`: on it, and nothing was heard of it. */
type Status = 'new' | 'known' | 'kept';

/** One address of a list; null where nothing is known. */
export type ListEntry = Readonly<Record<Exclude<(typeof COLUMNS)[number], 'address' | 'status'>, string | number | null>> & {
  readonly address: string;
  readonly status: Status;
};

export interface SuppressionList {
  /** In the order of their names. */
  readonly entries: readonly ListEntry[];
  /** Addresses that were on the list before, and to which mail was delivered since. */
  readonly removed: readonly string[];
}

/** An address of a list that was there before, with what stood beside it. */
export type Existing = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** Reads a list: one address per line, where `#` begins a comment, or CSV with a column `address` such as this program writes. */
export function readExisting(text: string): Existing {
  const [head = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1);
  const isTable = head.split(',').some((name) => name.replaceAll('"', '') === 'address');
  const records = isTable
    ? readCsv(text)
    : text
        .replace(/^\ufeff/, '')
        .split(/\r?\n/)
        .map((line) => ({ address: withoutComment(line).trim() }));
  return new Map(records.flatMap((record) => (record.address ? [[keyOf(record.address), record] as const] : [])));
}

function withoutComment(line: string): string {
  const at = line.search(/(?:^|\s)#/);
  return at < 0 ? line : line.slice(0, at);
}

/**
 * The list as it should be from now on: what the records hold against addresses, and what was on it before. An address that was
 * on it leaves it when mail to it was delivered after the failure that stands beside it, unless somebody complained.
 */
export function suppressionList(found: Suppressions, policy: SuppressionPolicy, existing: Existing, zone: Zone): SuppressionList {
  const entries = new Map<string, ListEntry>();
  for (const one of found.list(policy)) entries.set(one.address, entryOf(one, existing.has(one.address) ? 'known' : 'new', zone));
  const removed: string[] = [];
  for (const [address, before] of existing) {
    if (entries.has(address)) continue;
    if (isForgiven(before, found.deliveredTo(address))) removed.push(address);
    else entries.set(address, keptEntry(address, before));
  }
  return { entries: [...entries.values()].sort((a, b) => (a.address < b.address ? -1 : 1)), removed: removed.sort() };
}

/** Nothing but a later delivery forgives; where no failure is told of, nobody knows what was before what. */
function isForgiven({ why, lastFailure }: Readonly<Record<string, string>>, delivered: number | null): boolean {
  const failed = Date.parse(lastFailure ?? '');
  return why !== 'complaint' && delivered !== null && !Number.isNaN(failed) && delivered > failed;
}

function entryOf({ firstFailure, lastFailure, ...rest }: Suppression, status: Status, zone: Zone): ListEntry {
  return { ...rest, status, firstFailure: localTime(firstFailure, zone), lastFailure: localTime(lastFailure, zone) };
}

function keptEntry(address: string, before: Readonly<Record<string, string>>): ListEntry {
  const values = COLUMNS.map((name) => [name, before[name] || null]);
  return { ...(Object.fromEntries(values) as Omit<ListEntry, 'address' | 'status'>), address, status: 'kept' };
}

/** An entry without the name that it is about. */
export function redactedEntry(entry: ListEntry, redactor: Redactor): ListEntry {
  const { address, diagnostic } = entry;
  return {
    ...entry,
    address: redactor.address(address),
    diagnostic: typeof diagnostic === 'string' ? redactor.text(diagnostic, [address]) : diagnostic,
  };
}

/**
 * One address per line. What cannot stand on a line of its own is no address, and left out. Control and direction characters are
 * written out, as lines are for a terminal; an address that was read from such a list is then one line with what it was made of.
 */
export const listText = ({ entries }: SuppressionList): string =>
  [...new Set(entries.flatMap(({ address }) => (/[\r\n]/.test(address) ? [] : [`${visible(address)}\n`])))].join('');

export const listCsv = ({ entries }: SuppressionList): string =>
  csv(
    COLUMNS,
    entries.map((entry) => COLUMNS.map((name) => entry[name])),
    true,
  );

const record = (entry: ListEntry) => Object.fromEntries(COLUMNS.map((name) => [name, entry[name]]));

export function* listNdjson({ entries }: SuppressionList): Iterable<string> {
  for (const entry of entries) yield `${JSON.stringify(record(entry))}\n`;
}

export interface ListDocument {
  readonly generator: string;
  readonly generatedAt: string;
  readonly policy: SuppressionPolicy;
}

/** The list as one JSON document. `schema` names the form and its version. */
export function listJson({ entries, removed }: SuppressionList, { generator, generatedAt, policy }: ListDocument): string {
  const document = { schema: 'bouncelens-suppressions/1', generator, generatedAt, policy, removed };
  return `${JSON.stringify({ ...document, addresses: entries.map(record) }, null, 2)}\n`;
}
