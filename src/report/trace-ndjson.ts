import { EVENT_FIELDS, type InputNames } from '../model/field.js';
import type { Story, TracedLine } from '../model/story.js';
import type { Zone } from '../model/zone.js';
import { localTime } from './rows.js';

/**
 * A story as one JSON object per line of the log, in the order of the story. A line that states several records, as one
 * does that syslog repeated, comes once for each.
 */
export function* traceNdjson({ messages, unqueued }: Story, names: InputNames, zone: Zone): Iterable<string> {
  for (const { lines } of messages) for (const line of lines) yield* records(line, names, zone);
  for (const line of unqueued) yield* records(line, names, zone);
}

function* records(traced: TracedLine, names: InputNames, zone: Zone): Iterable<string> {
  const { time, input, line, host, queueId, text, events } = traced;
  const head = { time: localTime(time?.ms ?? null, zone), file: names.path(input), line, host, queueId, text };
  for (const event of events.length === 0 ? [null] : events) {
    const record = event && Object.fromEntries(EVENT_FIELDS.map(({ name, value }) => [name, value(event, names)]));
    yield `${JSON.stringify({ ...head, event: record })}\n`;
  }
}
