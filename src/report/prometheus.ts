import { enhancedCodeFacts } from '../catalogue/enhanced-codes.js';
import { replyCodeFacts } from '../catalogue/reply-codes.js';
import { DEFAULT_GROUPING, type Dimension, type DimensionValue } from '../model/dimension.js';
import type { Counts, Row, RowCount } from '../summary/counts.js';
import { fold, rowsIn } from './rows.js';

const BY_REASON: readonly Dimension[] = ['direction', 'reason'];
const BY_CODE: readonly Dimension[] = ['direction', 'replyCode', 'enhancedStatus'];
const BY_PROVIDER: readonly Dimension[] = ['provider'];

/** Failures by provider. By provider alone deliveries would count too, and each of them would have to be read in full. */
const FAILURES_BY_PROVIDER: readonly Dimension[] = ['provider', 'reason'];

/** What has to be counted for metrics, beside the grouping that is asked for. */
export const PROMETHEUS_GROUPINGS: readonly (readonly Dimension[])[] = [DEFAULT_GROUPING, FAILURES_BY_PROVIDER];

/** So many codes and providers have metrics of their own; the others are one. */
const MOST_NAMED = 50;
/** In place of what has no value, and of what has no room. */
const NONE = 'none';
const OTHER = 'other';

/** The columns of a row that are counted by reason, by code and by provider. */
export const KINDS = [
  'failed',
  'expired',
  'returned',
  'open',
  'delayed',
  'recovered',
  'rejected',
] as const satisfies readonly RowCount[];

export interface MetricsOptions {
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly from: number | null;
  readonly to: number | null;
  /** Inputs that could not be read. */
  readonly failedInputs: number;
  /** Whether everything was read and something was recognised. */
  readonly succeeded: boolean;
}

type Labels = Readonly<Record<string, string>>;
type Sample = readonly [labels: Labels, value: number];

/** What only grows from run to run. */
interface Counted {
  readonly name: string;
  readonly help: string;
  readonly samples: (counts: Counts) => readonly Sample[];
}

export const COUNTED: readonly Counted[] = [
  { name: 'lines', help: 'Lines that were read.', samples: ({ totals }) => [[{}, totals.lines]] },
  {
    name: 'unparsed_lines',
    help: 'Lines of known programs that were not understood.',
    samples: ({ totals }) => [[{}, totals.unparsedLines]],
  },
  { name: 'messages', help: 'Messages with a sender line.', samples: ({ totals }) => [[{}, totals.messages]] },
  {
    name: 'records',
    help: 'Records of the log as they stand, by kind.',
    samples: ({ totals }) => Object.entries(totals.records).map(([kind, value]): Sample => [{ kind }, value]),
  },
  {
    name: 'recipients',
    help: 'Recipients by what became of their mail.',
    samples: ({ totals }) => [
      [{ outcome: 'delivered' }, totals.delivered],
      [{ outcome: 'failed' }, totals.failed],
      [{ outcome: 'expired' }, totals.expired],
      [{ outcome: 'open' }, totals.open],
    ],
  },
  {
    name: 'returned',
    help: 'Bounce mails for recipients that did not fail in the log.',
    samples: ({ totals }) => [[{}, totals.returned]],
  },
  { name: 'delays', help: 'Delivery attempts that were put off.', samples: ({ totals }) => [[{}, totals.delayed]] },
  {
    name: 'recovered',
    help: 'Recipients whose mail was delivered after a delay.',
    samples: ({ totals }) => [[{}, totals.recovered]],
  },
  { name: 'rejected', help: 'Clients that this server refused.', samples: ({ totals }) => [[{}, totals.rejected]] },
  { name: 'complaints', help: 'Feedback reports (RFC 5965).', samples: ({ totals }) => [[{}, totals.feedback]] },
];

/** What is counted by the values of some dimensions, and by kind. */
interface EventFamily extends Counted {
  readonly by: readonly Dimension[];
  readonly rows: (counts: Counts) => readonly Row[];
}

function family(name: string, help: string, by: readonly Dimension[], rows: EventFamily['rows']): EventFamily {
  return { name, help, by, rows, samples: (counts) => kinds(rows(counts), by) };
}

const folded =
  (by: readonly Dimension[], from: readonly Dimension[] = DEFAULT_GROUPING) =>
  (counts: Counts): readonly Row[] =>
    fold(rowsIn(counts, from) ?? [], from, by);

export const COUNTED_BY: readonly EventFamily[] = [
  family('reason_events', 'Failures by reason, and what became of them.', BY_REASON, folded(BY_REASON)),
  family('code_events', 'Failures by the codes of the reply, and what became of them.', BY_CODE, folded(BY_CODE)),
  family('provider_events', 'Failures by provider.', BY_PROVIDER, folded(BY_PROVIDER, FAILURES_BY_PROVIDER)),
];

/** When the last run was, and what went wrong. */
function runMetrics({ now, succeeded, failedInputs, version }: MetricsOptions): string[] {
  return [
    metric('info', 'Version of bouncelens that wrote this.', [[{ version }, 1]]),
    metric('last_run_timestamp_seconds', 'When the last run began.', [[{}, now / 1000]]),
    metric('last_success_timestamp_seconds', 'When the last run began, if it read all of its inputs. Missing if it did not.', [
      ...(succeeded ? [[{}, now / 1000] as const] : []),
    ]),
    metric('failed_inputs', 'Inputs that could not be read.', [[{}, failedInputs]]),
  ];
}

/**
 * The report as metrics, in the text format that the textfile collector of the node_exporter reads. All are gauges: what was
 * counted in the period of the report. No label takes more values than are documented, whatever a log holds.
 */
export function prometheus(counts: Counts, options: MetricsOptions): string {
  const { totals } = counts;
  const lost = totals.failed + totals.expired + totals.returned;
  const ended = totals.delivered + totals.failed + totals.expired;
  const gauges = (all: readonly Counted[]) => all.map(({ name, help, samples }) => metric(name, help, samples(counts)));
  return [
    ...runMetrics(options),
    metric('period_start_timestamp_seconds', 'Start of what is counted.', instant(options.from)),
    metric('period_end_timestamp_seconds', 'End of what is counted.', instant(options.to)),
    ...gauges(COUNTED),
    metric('bounce_ratio', '(failed + expired + returned) / (delivered + failed + expired). Missing where nothing ended.', [
      ...(ended === 0 ? [] : [[{}, lost / ended] as const]),
    ]),
    ...gauges(COUNTED_BY),
  ].join('');
}

/** Totals over all runs: the samples of counters, with their labels as they are written. */
export type Counters = ReadonlyMap<string, number>;

/** What is open may become less, and is no part of what grows. */
export const isOpen = (labels: Labels): boolean => labels.outcome === 'open' || labels.kind === 'open';

/** The totals so far with what a run counted. What is open may become less, and is no part of them. */
export function addToCounters(counters: Counters, counts: Counts): Counters {
  const sums = new Map(counters);
  for (const { name, samples } of [...COUNTED, ...COUNTED_BY]) {
    for (const [labels, value] of samples(counts)) {
      if (isOpen(labels)) continue;
      const sample = `${name}_total${written(labels)}`;
      sums.set(sample, (sums.get(sample) ?? 0) + value);
    }
  }
  return sums;
}

/** The same metrics as `prometheus`, as counters that grow from run to run. @param open what is open now. */
export function prometheusCounters(counters: Counters, open: Counts, options: MetricsOptions): string {
  const all = [...counters];
  return [
    ...runMetrics(options),
    ...[...COUNTED, ...COUNTED_BY].map(({ name, help }) => {
      const full = `bouncelens_${name}_total`;
      const lines = all.filter(([sample]) => sample.split('{', 1)[0] === `${name}_total`);
      const head = `# HELP ${full} ${help}\n# TYPE ${full} counter\n`;
      return lines.length === 0 ? '' : head + lines.map(([sample, value]) => `bouncelens_${sample} ${value}\n`).join('');
    }),
    metric('open_recipients', 'Recipients whose mail is still in the queue.', [[{}, open.totals.open]]),
  ].join('');
}

/** Units that end a name. What the collector does not know of OpenMetrics is a comment to it. */
const UNITS = ['seconds', 'ratio'];

/** One gauge with its head; nothing where it has no value. */
function metric(name: string, help: string, samples: readonly Sample[]): string {
  if (samples.length === 0) return '';
  const full = `bouncelens_${name}`;
  const lines = samples.map(([labels, value]) => `${full}${written(labels)} ${value}\n`);
  const unit = UNITS.find((one) => name.endsWith(`_${one}`));
  return `# HELP ${full} ${help}\n# TYPE ${full} gauge\n${unit === undefined ? '' : `# UNIT ${full} ${unit}\n`}${lines.join('')}`;
}

function written(labels: Labels): string {
  const parts = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return parts.length === 0 ? '' : `{${parts.join(',')}}`;
}

const escaped = (value: string): string => value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');

const instant = (ms: number | null): Sample[] => (ms === null ? [] : [[{}, ms / 1000]]);

/** What a dimension is called as a label, and how its values are kept few. */
interface Label {
  readonly name: string;
  readonly value: (value: DimensionValue) => string;
}

const asItIs = (value: DimensionValue): string => (value === null ? NONE : String(value));

/** A server may number its replies as it likes: codes that are not documented are told by their class alone. */
const LABELS: Readonly<Partial<Record<Dimension, Label>>> = {
  replyCode: {
    name: 'reply_code',
    value: (code) => (typeof code === 'number' && !replyCodeFacts.has(code) ? `${String(code)[0]}xx` : asItIs(code)),
  },
  enhancedStatus: {
    name: 'enhanced_status',
    value: (code) => (typeof code === 'string' && enhancedCodeFacts(code) === undefined ? `${code[0]}.x.x` : asItIs(code)),
  },
};

/** What a dimension is called as a label. */
export const labelName = (dimension: Dimension): string => LABELS[dimension]?.name ?? dimension;

/** The labels of a row. */
export function labelsOf({ values }: Row, by: readonly Dimension[]): Labels {
  return Object.fromEntries(
    by.map((dimension, i) => {
      const { name, value } = LABELS[dimension] ?? { name: dimension, value: asItIs };
      return [name, value(values[i]!)];
    }),
  );
}

/** The labels of all rows for which there is no room. */
export const otherLabels = (labels: Labels): Labels => Object.fromEntries(Object.keys(labels).map((name) => [name, OTHER]));

/** Each count of each row by itself; of the rows beyond those with the most events there is one for all. */
function kinds(rows: readonly Row[], by: readonly Dimension[]): Sample[] {
  const groups = new Map<string, { readonly labels: Labels; readonly counts: number[] }>();
  const named = rows.map((row) => ({ row, own: labelsOf(row, by), texts: Object.values(labelsOf(row, by)).join() }));
  // The same order whatever was met first.
  named.sort((a, b) => b.row.events - a.row.events || (a.texts === b.texts ? 0 : a.texts < b.texts ? -1 : 1));
  for (const { row, own, texts } of named) {
    const isNamed = groups.has(texts) || groups.size < MOST_NAMED;
    const key = isNamed ? texts : OTHER;
    let group = groups.get(key);
    if (group === undefined) {
      group = { labels: isNamed ? own : otherLabels(own), counts: KINDS.map(() => 0) };
      groups.set(key, group);
    }
    KINDS.forEach((kind, i) => {
      group.counts[i]! += row.counts[kind];
    });
  }
  return [...groups.values()].flatMap(({ labels: own, counts }) =>
    KINDS.flatMap((kind, i): Sample[] => (counts[i] === 0 ? [] : [[{ ...own, kind }, counts[i]!]])),
  );
}
