import type { BounceEvent } from '../model/event.js';
import type { InputNames } from '../model/field.js';
import { type EventFormat, type EventFormatter, eventFormatter } from '../report/event-format.js';
import type { JournalListener } from '../summary/journal-context.js';
import { checkColor } from './color.js';
import { EXIT } from './exit-code.js';
import { destinations } from './formats.js';
import { Messages } from './messages.js';
import { type CheckedScanOptions, checkScanOptions, checkState, flag, type RawArguments } from './options.js';
import { Outputs } from './output.js';
import { runScan } from './run-scan.js';
import { textStyle } from './text-output.js';

/** Actions that are no failure: shown only when all records are asked for. */
export const NO_FAILURES: ReadonlySet<string> = new Set(['delivered', 'relayed', 'expanded', 'auto-reply']);

/** `bouncelens events [PATH…]`. @returns the exit code. */
export async function eventsCommand(raw: RawArguments): Promise<number> {
  const now = Date.now();
  const options = checkScanOptions(raw, now);
  const all = flag(raw, 'all');
  const outcomes = flag(raw, 'outcomes');
  const color = checkColor(raw);
  const usual: EventFormat = process.stdout.isTTY ? 'text' : 'ndjson';
  const formats: readonly EventFormat[] = ['ndjson', 'csv', 'text'];
  const targets = destinations([usual, ...formats], options.format, options.outputs).map(({ file, format }) => ({
    file,
    formatter: eventFormatter(format, outcomes, textStyle(file, color)),
  }));
  const state = checkState(raw);
  const messages = new Messages(options.quiet);
  const outputs = await Outputs.open(targets, (message) => messages.error(message));
  outputs.write(({ formatter }) => formatter.head);
  const write = (record: (to: EventFormatter) => string) => outputs.write(({ formatter }) => record(formatter));
  const { redactor } = options;
  const shown = (event: BounceEvent) => redactor?.event(event) ?? event;
  const listener = (names: InputNames): JournalListener =>
    outcomes
      ? { outcome: (outcome) => write((to) => to.outcome({ ...outcome, event: shown(outcome.event) }, names)) }
      : {
          event: (event) => {
            if (isWithin(event, options) && (all || !NO_FAILURES.has(event.evidence.action)))
              write((to) => to.event(shown(event), names));
          },
        };
  const wish = { options, groupings: [], now, outcomes, listener, messages, ready: () => outputs.ready() };
  if (state !== null) return (await import('./state-listing.js')).listNew({ file: state, use: 'events', outputs, wish });
  const { exitCode } = await runScan(wish);
  outputs.finish();
  return outputs.failed ? EXIT.failed : exitCode;
}

function isWithin({ evidence }: BounceEvent, { since, until }: CheckedScanOptions): boolean {
  if (since === null && until === null) return true;
  const ms = evidence.time?.ms;
  return ms !== undefined && (since === null || ms >= since) && (until === null || ms < until);
}
