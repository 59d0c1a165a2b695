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

/** Describes what `--format json` writes (JSON Schema, draft 2020-12). */
export const reportSchema: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'urn:bouncelens:report:1',
  title: 'A report of bouncelens',
  ...object({
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
    totals: object({
      ...Object.fromEntries(
        ['messages', 'recipients', 'delivered', 'failed', 'expired', 'open', 'delayed', 'recovered', 'returned', 'rejected']
          .concat(['notifications', 'feedback', 'autoReplies', 'lines', 'unparsedLines'])
          .map((name) => [name, count]),
      ),
      records: {
        description: 'log lines or DSN fields as they stand',
        ...counts(['sent', 'deferred', 'bounced', 'expired', 'rejected']),
      },
    }),
    by: { type: 'array', items: { enum: Object.keys(DIMENSIONS) }, uniqueItems: true },
    rows: {
      type: 'array',
      items: {
        type: 'object',
        properties: { ...Object.fromEntries(dimensions), ...columns, ...deliveries },
        required: Object.keys(columns),
        additionalProperties: false,
      },
    },
  }),
};
