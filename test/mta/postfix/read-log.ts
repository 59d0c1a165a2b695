import { Readable } from 'node:stream';
import { en } from '../../../src/catalogue/text/en.js';
import { DEFAULT_GROUPING } from '../../../src/model/dimension.js';
import type { BounceEvent, RecipientOutcome } from '../../../src/model/event.js';
import { EVENT_FIELDS, type FieldValue, type InputNames, OUTCOME_FIELDS } from '../../../src/model/field.js';
import { Zone } from '../../../src/model/zone.js';
import { type ReportRow, reportTable } from '../../../src/report/rows.js';
import type { InputReport, UnparsedExample } from '../../../src/scan/input-report.js';
import { scan } from '../../../src/scan/scan.js';
import type { Totals } from '../../../src/summary/counts.js';

/** A record under the names that users see. */
export type WrittenRecord = Readonly<Record<string, FieldValue>>;

export interface ReadLog {
  readonly events: readonly WrittenRecord[];
  /** Events that are no success. */
  readonly failures: readonly WrittenRecord[];
  readonly outcomes: readonly WrittenRecord[];
  readonly totals: Totals;
  readonly rows: readonly ReportRow[];
  readonly unparsed: readonly UnparsedExample[];
  readonly input: InputReport;
}

const SUCCESSES: readonly FieldValue[] = ['delivered', 'relayed', 'expanded'];

/** Reads the text of a log as standard input, through everything that the command uses. */
export async function readLog(text: string | Buffer): Promise<ReadLog> {
  const zone = new Zone('UTC');
  const events: BounceEvent[] = [];
  const outcomes: RecipientOutcome[] = [];
  let inputNames: InputNames | undefined;
  const { counts, inputs, unparsed } = await scan({
    sources: [{ path: '-', named: true }],
    stdin: Readable.from([Buffer.from(text)]),
    groupings: [DEFAULT_GROUPING],
    since: null,
    until: null,
    zone,
    now: Date.UTC(2026, 5, 30),
    listener: (names) => {
      inputNames = names;
      return { event: (event) => events.push(event), outcome: (outcome) => outcomes.push(outcome) };
    },
  });
  const written = (event: BounceEvent): WrittenRecord =>
    Object.fromEntries(EVENT_FIELDS.map(({ name, value }) => [name, value(event, inputNames!)]));
  const records = events.map(written);
  return {
    events: records,
    failures: records.filter(({ action }) => !SUCCESSES.includes(action ?? null)),
    outcomes: outcomes.map((outcome) => ({
      ...written(outcome.event),
      ...Object.fromEntries(OUTCOME_FIELDS.map(({ name, value }) => [name, value(outcome, inputNames!)])),
    })),
    totals: counts.totals,
    rows: reportTable(counts, DEFAULT_GROUPING, en, zone, null).rows,
    unparsed,
    input: inputs[0]!,
  };
}

/** A line of a log of 5 June: `10:00:00`, `smtp` and the program's own text. */
export const line = (time: string, program: string, body: string, { host = 'mx', instance = 'postfix' } = {}): string =>
  `Jun  5 ${time} ${host} ${instance}/${program}[2076]: ${body}\n`;

interface Life {
  readonly from?: string;
  /** The time of the first lines; deliveries name their own. */
  readonly time?: string;
  readonly end?: 'removed' | 'open';
  readonly host?: string;
  readonly instance?: string;
}

/** What is logged of one message: its beginning, the given deliveries (`10:00:02 smtp: to=<…>…`), its end. */
export function message(
  queueId: string,
  deliveries: readonly string[],
  { from = 'news@example.org', time = '10:00:00', end = 'removed', host = 'mx', instance = 'postfix' }: Life = {},
): string {
  const at = { host, instance };
  let last = time;
  const delivered = deliveries.map((delivery) => {
    const [, when = '', program = '', body = ''] = /^(\S+) (\S+): (.*)$/s.exec(delivery) ?? [];
    last = when;
    return line(when, program, `${queueId}: ${body}`, at);
  });
  return [
    line(time, 'smtpd', `${queueId}: client=app.example.org[203.0.113.9]`, at),
    line(time, 'cleanup', `${queueId}: message-id=<${queueId}.${time}@example.org>`, at),
    line(time, 'qmgr', `${queueId}: from=<${from}>, size=2345, nrcpt=${deliveries.length} (queue active)`, at),
    ...delivered,
    end === 'removed' ? line(last, 'qmgr', `${queueId}: removed`, at) : '',
  ].join('');
}

/** A delivery record's attributes between recipient and status. */
export const via = (dsn: string, relay = 'mx1.example.com[192.0.2.10]:25'): string =>
  `relay=${relay}, delay=1.2, delays=0.1/0/0.6/0.5, dsn=${dsn}`;
