import type { BounceEvent, RecipientOutcome } from '../model/event.js';
import { EVENT_FIELDS, type FieldValue, type InputNames, OUTCOME_FIELDS } from '../model/field.js';
import { type RecordFormat, recordFormatter } from '../report/record.js';
import type { JournalListener } from '../summary/queue-journal.js';
import { destinations } from './formats.js';
import { type CheckedScanOptions, checkScanOptions, type RawArguments } from './options.js';
import { FileOutput, StandardOutput } from './output.js';
import { runScan } from './run-scan.js';

/** Actions that are no failure: shown only when all records are asked for. */
const SUCCESSES: ReadonlySet<string> = new Set(['delivered', 'relayed', 'expanded']);

/** `bouncelens events [PATH…]`. @returns the exit code. */
export async function eventsCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const all = raw.all === true;
  const outcomes = raw.outcomes === true;
  const columns = [...EVENT_FIELDS, ...(outcomes ? OUTCOME_FIELDS : [])].map((field) => field.name);
  const targets = destinations<RecordFormat>(['ndjson', 'csv'], options.format, options.outputs).map(({ file, format }) => ({
    formatter: recordFormatter(format, columns),
    output: file === null ? new StandardOutput() : new FileOutput(file),
  }));
  for (const { formatter, output } of targets) output.write(formatter.head);
  const write = (values: readonly FieldValue[]) => {
    for (const { formatter, output } of targets) output.write(formatter.record(values));
  };
  const listener = (names: InputNames): JournalListener =>
    outcomes
      ? { outcome: (outcome) => write(outcomeValues(outcome, names)) }
      : {
          event: (event) => {
            if (isWithin(event, options) && (all || !SUCCESSES.has(event.evidence.action))) write(eventValues(event, names));
          },
        };
  const { exitCode } = await runScan({ options, groupings: [], now, listener });
  for (const { output } of targets) output.finish();
  return exitCode;
}

function isWithin({ evidence }: BounceEvent, { since, until }: CheckedScanOptions): boolean {
  if (since === null && until === null) return true;
  const ms = evidence.time?.ms;
  return ms !== undefined && (since === null || ms >= since) && (until === null || ms < until);
}

const eventValues = (event: BounceEvent, names: InputNames): FieldValue[] => EVENT_FIELDS.map(({ value }) => value(event, names));

const outcomeValues = (outcome: RecipientOutcome, names: InputNames): FieldValue[] => [
  ...eventValues(outcome.event, names),
  ...OUTCOME_FIELDS.map(({ value }) => value(outcome, names)),
];
