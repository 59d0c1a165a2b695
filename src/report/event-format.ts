import type { BounceEvent, RecipientOutcome } from '../model/event.js';
import { EVENT_FIELDS, type FieldValue, type InputNames, OUTCOME_FIELDS } from '../model/field.js';
import { eventText, outcomeText } from './event-text.js';
import type { TextStyle } from './page-text.js';
import { type RecordFormat, recordFormatter } from './record.js';

export type EventFormat = 'text' | RecordFormat;

/** Writes events, or recipients with their final state, one by one: what stands in front, then each. */
export interface EventFormatter {
  readonly head: string;
  event(event: BounceEvent, names: InputNames): string;
  outcome(outcome: RecipientOutcome, names: InputNames): string;
}

/** @param outcomes whether the final states are written, which have more fields. */
export function eventFormatter(format: EventFormat, outcomes: boolean, style: TextStyle): EventFormatter {
  if (format === 'text')
    return { head: '', event: (event) => eventText(event, style), outcome: (outcome) => outcomeText(outcome, style) };
  const columns = [...EVENT_FIELDS, ...(outcomes ? OUTCOME_FIELDS : [])].map((field) => field.name);
  const { head, record } = recordFormatter(format, columns);
  return {
    head,
    event: (event, names) => record(eventValues(event, names)),
    outcome: (outcome, names) =>
      record([...eventValues(outcome.event, names), ...OUTCOME_FIELDS.map(({ value }) => value(outcome, names))]),
  };
}

const eventValues = (event: BounceEvent, names: InputNames): FieldValue[] => EVENT_FIELDS.map(({ value }) => value(event, names));
