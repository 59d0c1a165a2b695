import { readFileSync } from 'node:fs';
import type { Zone } from '../model/zone.js';
import type { Redactor } from '../report/redaction.js';
import { localTime } from '../report/rows.js';
import { MOST_STRIKES, type SavedSuppressions, type SuppressionPolicy, Suppressions } from '../report/suppression.js';
import {
  type Existing,
  type ListDocument,
  listCsv,
  listJson,
  listNdjson,
  listText,
  readExisting,
  redactedEntry,
  type SuppressionList,
  suppressionList,
} from '../report/suppression-list.js';
import type { JournalListener } from '../summary/journal-context.js';
import { EXIT, UsageError } from './exit-code.js';
import { type Destination, destinations } from './formats.js';
import { Messages } from './messages.js';
import { type CheckedScanOptions, checkScanOptions, checkState, type RawArguments, single } from './options.js';
import { Outputs } from './output.js';
import { runScan } from './run-scan.js';
import { generator } from './version.js';

type ListFormat = 'text' | 'csv' | 'json' | 'ndjson';

/** `bouncelens suppress [PATH…]`. @returns the exit code. */
export async function suppressCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const { zone, redactor } = options;
  if (single(raw, 'redact') === 'local-part') {
    throw new UsageError('--redact local-part would leave nothing of a list of addresses; --redact hash keeps them apart');
  }
  const policy: SuppressionPolicy = { hard: checkHard(raw), soft: checkSoft(raw) };
  const usual: ListFormat = process.stdout.isTTY ? 'text' : 'csv';
  const targets = destinations<ListFormat>([usual, 'text', 'csv', 'json', 'ndjson'], options.format, options.outputs);
  const existing = existingList(single(raw, 'existing'), options.outputs);
  const state = checkState(raw);
  const messages = new Messages(options.quiet);
  const outputs = await Outputs.open(targets, (message) => messages.error(message));
  const found = new Suppressions();
  const listener = (): JournalListener => ({
    outcome: (outcome) => found.outcome(outcome),
    event: (event) => {
      if (event.evidence.sourceType === 'mail' && isWithin(event.evidence.time?.ms, options)) found.mail(event);
    },
  });
  const wish = { options, groupings: [], now, outcomes: true, listener, messages };
  const conclude = () => writeList({ found, policy, existing, zone, redactor, outputs, messages, now });
  if (state !== null) {
    return (await import('./state-listing.js')).listNew({
      ...{ file: state, use: 'suppress', outputs, wish },
      recall: (memory) => recall(found, memory),
      conclude: () => {
        conclude();
        return remembered(found, messages);
      },
    });
  }
  const { exitCode } = await runScan(wish);
  conclude();
  outputs.finish();
  return outputs.failed ? EXIT.failed : exitCode;
}

/** What earlier runs with a state found. */
function recall(found: Suppressions, memory: Uint8Array): void {
  if (memory.length > 0) found.restore(JSON.parse(Buffer.from(memory).toString('utf8')) as SavedSuppressions);
}

/** What the next run goes on from. */
function remembered(found: Suppressions, messages: Messages): Uint8Array {
  const saved = found.save();
  if (saved.dropped > 0)
    messages.note(
      `${saved.dropped} addresses had no room in the state: those whose last failure is oldest; --existing keeps them`,
    );
  return Buffer.from(JSON.stringify(saved));
}

interface ListWish {
  readonly found: Suppressions;
  readonly policy: SuppressionPolicy;
  readonly existing: Existing;
  readonly zone: Zone;
  readonly redactor: Redactor | null;
  readonly outputs: Outputs<Destination<ListFormat>>;
  readonly messages: Messages;
  readonly now: number;
}

function writeList({ found, policy, existing, zone, redactor, outputs, messages, now }: ListWish): void {
  const plain = suppressionList(found, policy, existing, zone);
  const list: SuppressionList =
    redactor === null
      ? plain
      : {
          entries: plain.entries.map((entry) => redactedEntry(entry, redactor)),
          removed: plain.removed.map((address) => redactor.address(address)),
        };
  const document: ListDocument = { generator: generator(), generatedAt: localTime(now, zone)!, policy };
  outputs.write(({ format }) => WRITERS[format](list, document));
  const { length } = list.removed;
  if (length > 0)
    messages.note(
      `${length} ${length === 1 ? 'address is' : 'addresses are'} off the list: mail was delivered after the failure`,
    );
}

const WRITERS: Readonly<Record<ListFormat, (list: SuppressionList, document: ListDocument) => string | Iterable<string>>> = {
  text: listText,
  csv: listCsv,
  json: listJson,
  ndjson: listNdjson,
};

function isWithin(ms: number | undefined, { since, until }: CheckedScanOptions): boolean {
  if (since === null && until === null) return true;
  return ms !== undefined && (since === null || ms >= since) && (until === null || ms < until);
}

/** `--hard`. @throws UsageError */
function checkHard(raw: RawArguments): number {
  const text = single(raw, 'hard') ?? '1';
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new UsageError(`--hard: '${text}' is no number of failures; the least is 1`);
  return reachable('hard', text, Number(text));
}

/** `--soft`. @throws UsageError */
function checkSoft(raw: RawArguments): SuppressionPolicy['soft'] {
  const text = single(raw, 'soft') ?? '3/14d';
  if (text === 'never') return null;
  const [, failures, days] = /^([1-9]\d{0,5})\/([1-9]\d{0,4})d$/.exec(text) ?? [];
  if (failures === undefined)
    throw new UsageError(`--soft: '${text}' is no number of failures within days, such as 3/14d, nor never`);
  return { failures: reachable('soft', text, Number(failures)), days: Number(days) };
}

/** @throws UsageError for more failures than are kept of an address: no address would ever be listed. */
function reachable(option: string, text: string, failures: number): number {
  if (failures > MOST_STRIKES)
    throw new UsageError(
      `--${option}: '${text}' can never be reached: of one address the last ${MOST_STRIKES} failures are kept`,
    );
  return failures;
}

/** `--existing`. A list that is about to be written for the first time is empty. @throws UsageError */
function existingList(file: string | undefined, outputs: readonly string[]): Existing {
  if (file === undefined) return new Map();
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' && outputs.includes(file)) return new Map();
    throw new UsageError(`--existing ${file}: ${message}`);
  }
  if (text.trimStart().startsWith('{')) throw new UsageError(`--existing ${file}: give a list as CSV, or one address per line`);
  return readExisting(text);
}
