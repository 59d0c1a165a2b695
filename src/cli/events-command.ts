import type { BounceEvent, RecipientOutcome } from '../model/event.js';
import { EVENT_FIELDS, type FieldValue, type InputNames, OUTCOME_FIELDS } from '../model/field.js';
import { type RecordFormat, recordFormatter } from '../report/record.js';
import type { JournalListener } from '../summary/queue-journal.js';
import { EXIT } from './exit-code.js';
import { destinations } from './formats.js';
import { Messages } from './messages.js';
import { type CheckedScanOptions, checkScanOptions, flag, type RawArguments } from './options.js';
import { Outputs } from './output.js';
import { runScan } from './run-scan.js';

/** Actions that are no failure: shown only when all records are asked for. */
const NO_FAILURES: ReadonlySet<string> = new Set(['delivered', 'relayed', 'expanded', 'auto-reply']);

/** `bouncelens events [PATH…]`. @returns the exit code. */
export async function eventsCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const all = flag(raw, 'all');
  const outcomes = flag(raw, 'outcomes');
  const columns = [...EVENT_FIELDS, ...(outcomes ? OUTCOME_FIELDS : [])].map((field) => field.name);
  const targets = destinations<RecordFormat>(['ndjson', 'csv'], options.format, options.outputs).map(({ file, format }) => ({
    file,
    formatter: recordFormatter(format, columns),
  }));
  const outputs = new Outputs(targets, (message) => new Messages(options.quiet).error(message));
  outputs.write(({ formatter }) => formatter.head);
  const write = (values: readonly FieldValue[]) => outputs.write(({ formatter }) => formatter.record(values));
  const { redactor } = options;
  const shown = (event: BounceEvent) => redactor?.event(event) ?? event;
  const listener = (names: InputNames): JournalListener =>
    outcomes
      ? { outcome: (outcome) => write(outcomeValues({ ...outcome, event: shown(outcome.event) }, names)) }
      : {
          event: (event) => {
            if (isWithin(event, options) && (all || !NO_FAILURES.has(event.evidence.action)))
              write(eventValues(shown(event), names));
          },
        };
  const { exitCode } = await runScan({ options, groupings: [], now, outcomes, listener });
  outputs.finish();
  return outputs.failed ? EXIT.failed : exitCode;
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
