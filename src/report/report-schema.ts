import { ACTORS, RETRIES } from '../catalogue/documentation.js';
import { DIMENSIONS, type Dimension } from '../model/dimension.js';
import { BOUNCE_TYPES, REASONS } from '../model/verdict.js';
import { REPORT_SCHEMA } from './json.js';

type Schema = Readonly<Record<string, unknown>>;

const text: Schema = { type: 'string' };
const textOrNull: Schema = { type: ['string', 'null'] };
const time: Schema = { type: ['string', 'null'], format: 'date-time' };
const count: Schema = { type: 'integer', minimum: 0 };
const oneOf = (names: readonly string[]): Schema => ({ enum: [...names, null] });

/** Dimensions whose values are not any text. */
const VALUES: Readonly<Partial<Record<Dimension, Schema>>> = {
  direction: oneOf(['outbound', 'inbound']),
  replyCode: { type: ['integer', 'null'] },
  type: oneOf(BOUNCE_TYPES),
  reason: oneOf(REASONS),
};

const dimensions = Object.entries(DIMENSIONS).map(([name, { doc }]) => [
  name,
  { description: doc, ...(VALUES[name as Dimension] ?? textOrNull) },
]);

/** What every row has, whatever it is grouped by. */
const columns: Readonly<Record<string, Schema>> = {
  type: { description: 'the most frequent type of its events', ...oneOf(BOUNCE_TYPES) },
  events: { description: 'delayed + failed + expired + returned + rejected', ...count },
  failed: { description: 'recipients that were refused for good', ...count },
  delayed: { description: 'attempts that were put off', ...count },
  expired: { description: 'recipients given up at the end of the queue lifetime', ...count },
  returned: { description: 'bounce mails for recipients that did not fail in the log', ...count },
  rejected: { description: 'clients that this MTA refused', ...count },
  recovered: { description: 'recipients that were delivered after a delay', ...count },
  open: { description: 'recipients that are still deferred where the input ends', ...count },
  recipients: { description: 'distinct recipients', ...count },
  domains: { description: 'distinct domains of recipients', ...count },
  share: { description: 'events among all events', type: 'number', minimum: 0, maximum: 1 },
  firstSeen: time,
  lastSeen: time,
  example: { description: 'the diagnostic of the earliest event', ...textOrNull },
  title: textOrNull,
  cause: textOrNull,
  when: textOrNull,
  fix: textOrNull,
  retry: oneOf(RETRIES),
  actor: oneOf(ACTORS),
  reference: textOrNull,
};

/** Columns of rows whose dimensions all apply to deliveries too. */
const deliveries: Readonly<Record<string, Schema>> = {
  delivered: { description: 'recipients whose mail was accepted', ...count },
  rate: { description: '(failed + expired + returned) / (delivered + failed + expired)', type: ['number', 'null'], minimum: 0 },
};

/** Columns of rows that are compared with an earlier period. */
const compared: Readonly<Record<string, Schema>> = {
  status: {
    description: 'whether the row fails for the first time, again, or no more; null when it failed neither before nor now',
    ...oneOf(['new', 'known', 'gone']),
  },
  eventsBefore: { description: 'events in the earlier period', ...count },
  lostBefore: { description: 'failed + expired + returned in the earlier period', ...count },
  change: {
    description:
      'by what part events became more or less, were both periods as long; null without events before, or where the lengths are not known',
    type: ['number', 'null'],
    minimum: -1,
  },
  deliveredBefore: { description: 'delivered in the earlier period', ...count },
  rateBefore: { description: 'rate in the earlier period', type: ['number', 'null'], minimum: 0 },
};

const counts = (names: readonly string[]): Schema => object(Object.fromEntries(names.map((name) => [name, count])));

/** An object with all of these properties and no other. */
function object(properties: Readonly<Record<string, unknown>>): Schema {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}

/** What is said of every input. */
const INPUT = {
  path: text,
  kind: textOrNull,
  mta: textOrNull,
  bytes: { description: 'after decompression', ...count },
  records: count,
  unparsedLines: count,
  error: textOrNull,
};

const LEFT_OUT = { description: 'what the list leaves out', ...counts(['rows', 'events']) };
const SECONDS: Schema = { type: 'number', minimum: 0 };

/** Rows by wording. @param names dimensions beside the wording. */
function wordingList(description: string, names: readonly string[]): Schema {
  const group = dimensions.filter(([name]) => names.includes(name as string) || name === 'wording');
  const { type, events, recipients, firstSeen, lastSeen } = columns;
  const told = { ...Object.fromEntries(group), type, events, recipients, firstSeen, lastSeen };
  const { status, eventsBefore, change } = compared;
  const rows = { ...object(told), properties: { ...told, status, eventsBefore, change } };
  return {
    description,
    oneOf: [object({ rows: { type: 'array', items: rows }, leftOut: LEFT_OUT }), { type: 'null' }],
  };
}

const queueTimes = (description: string): Schema => ({
  description: `${description}: seconds in the queue, off by no more than one part in 64`,
  oneOf: [
    object({ recipients: count, p50: SECONDS, p90: SECONDS, p95: SECONDS, p99: SECONDS, longest: SECONDS }),
    { type: 'null' },
  ],
});

const CODE = ['direction', 'replyCode', 'enhancedStatus', 'reason'];

const totals = object({
  ...Object.fromEntries(
    ['messages', 'recipients', 'delivered', 'failed', 'expired', 'open', 'delayed', 'recovered', 'returned', 'rejected']
      .concat(['notifications', 'feedback', 'autoReplies', 'lines', 'unparsedLines'])
      .map((name) => [name, count]),
  ),
  records: {
    description: 'log lines or DSN fields as they stand',
    ...counts(['sent', 'deferred', 'bounced', 'expired', 'rejected']),
  },
});

/** What is said of the earlier period. */
const comparison = {
  description: 'the earlier period that the report is compared with, where it is',
  ...object({
    period: object({ from: time, to: time }),
    scale: {
      description: 'how many times as long the period of the report is; null where that is not known',
      type: ['number', 'null'],
      exclusiveMinimum: 0,
    },
    totals,
    bounceRate: { type: ['number', 'null'], minimum: 0 },
    new: { description: 'rows that fail for the first time', ...count },
    gone: { description: 'rows that fail no more', ...count },
    newWordings: wordingList('wordings of failed deliveries that were not there before', CODE),
  }),
};

/** What every report says. */
const REPORT = {
  schema: { const: REPORT_SCHEMA },
  generator: text,
  generatedAt: { type: 'string', format: 'date-time' },
  period: { description: 'what was asked for, or else what the records span', ...object({ from: time, to: time }) },
  inputs: {
    description: 'in reading order',
    type: 'array',
    items: {
      ...object(INPUT),
      properties: {
        ...INPUT,
        lines: { description: 'of a log', ...count },
        messages: { description: 'of an input that holds mails', ...count },
      },
    },
  },
  totals,
  by: { type: 'array', items: { enum: Object.keys(DIMENSIONS) }, uniqueItems: true },
  rows: {
    type: 'array',
    items: {
      type: 'object',
      properties: { ...Object.fromEntries(dimensions), ...columns, ...deliveries, ...compared },
      required: Object.keys(columns),
      additionalProperties: false,
    },
  },
};

/** What it says beside its rows. */
const DETAILS = {
  delays: object({
    delivered: queueTimes('recipients whose mail was delivered'),
    lost: queueTimes('recipients whose mail failed or expired'),
  }),
  waiting: {
    description:
      'recipients that are still deferred where the input ends, by the hours since their messages came in: from these to those of the next',
    type: 'array',
    items: object({ hours: count, recipients: count }),
  },
  wordings: wordingList('the wordings of each code that most events have', CODE),
  undetermined: wordingList('wordings of failed deliveries that no rule knew what to make of', ['replyCode', 'enhancedStatus']),
  comparison,
};

/** Describes what `--format json` writes (JSON Schema, draft 2020-12). */
export const reportSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:bouncelens:report:1',
  title: 'A report of bouncelens',
  ...object(REPORT),
  properties: { ...REPORT, ...DETAILS },
};
