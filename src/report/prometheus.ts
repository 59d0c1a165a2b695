import { enhancedCodeFacts } from '../catalogue/enhanced-codes.js';
import { replyCodeFacts } from '../catalogue/reply-codes.js';
import { DEFAULT_GROUPING, type Dimension, type DimensionValue } from '../model/dimension.js';
import type { Counts, Row, RowCount } from '../summary/counts.js';
import { fold, rowsIn } from './rows.js';

const BY_REASON: readonly Dimension[] = ['direction', 'reason'];
const BY_CODE: readonly Dimension[] = ['direction', 'replyCode', 'enhancedStatus'];
const BY_PROVIDER: readonly Dimension[] = ['provider'];

/** What has to be counted for metrics, beside the grouping that is asked for. */
export const PROMETHEUS_GROUPINGS: readonly (readonly Dimension[])[] = [DEFAULT_GROUPING, BY_PROVIDER];

/** So many codes and providers have metrics of their own; the others are one. */
const MOST_NAMED = 50;
/** In place of what has no value, and of what has no room. */
const NONE = 'none';
const OTHER = 'other';

/** The columns of a row that are counted by reason, by code and by provider. */
const KINDS = [
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

/**
 * The report as metrics, in the text format that the textfile collector of the node_exporter reads. All are gauges: what was
 * counted in the period of the report. No label takes more values than are
 * documented, whatever a log holds.
 */
export function prometheus(counts: Counts, options: MetricsOptions): string {
  const { totals } = counts;
  const lost = totals.failed + totals.expired + totals.returned;
  const ended = totals.delivered + totals.failed + totals.expired;
  const all = rowsIn(counts, DEFAULT_GROUPING) ?? [];
  const providers = rowsIn(counts, BY_PROVIDER) ?? [];
  const { from, to, now, succeeded, failedInputs, version } = options;
  return [
    metric('info', 'Version of bouncelens that wrote this.', [[{ version }, 1]]),
    metric('last_run_timestamp_seconds', 'When the last run began.', [[{}, now / 1000]]),
    metric('last_success_timestamp_seconds', 'When the last run began, if it read all of its inputs. Missing if it did not.', [
      ...(succeeded ? [[{}, now / 1000] as const] : []),
    ]),
    metric('failed_inputs', 'Inputs that could not be read.', [[{}, failedInputs]]),
    metric('period_start_timestamp_seconds', 'Start of what is counted.', instant(from)),
    metric('period_end_timestamp_seconds', 'End of what is counted.', instant(to)),
    metric('lines', 'Lines that were read.', [[{}, totals.lines]]),
    metric('unparsed_lines', 'Lines of known programs that were not understood.', [[{}, totals.unparsedLines]]),
    metric('messages', 'Messages with a sender line.', [[{}, totals.messages]]),
    metric(
      'records',
      'Records of the log as they stand, by kind.',
      Object.entries(totals.records).map(([kind, value]): Sample => [{ kind }, value]),
    ),
    metric('recipients', 'Recipients by what became of their mail.', [
      [{ outcome: 'delivered' }, totals.delivered],
      [{ outcome: 'failed' }, totals.failed],
      [{ outcome: 'expired' }, totals.expired],
      [{ outcome: 'open' }, totals.open],
    ]),
    metric('returned', 'Bounce mails for recipients that did not fail in the log.', [[{}, totals.returned]]),
    metric('delays', 'Delivery attempts that were put off.', [[{}, totals.delayed]]),
    metric('recovered', 'Recipients whose mail was delivered after a delay.', [[{}, totals.recovered]]),
    metric('rejected', 'Clients that this server refused.', [[{}, totals.rejected]]),
    metric('complaints', 'Feedback reports (RFC 5965).', [[{}, totals.feedback]]),
    metric('bounce_ratio', '(failed + expired + returned) / (delivered + failed + expired). Missing where nothing ended.', [
      ...(ended === 0 ? [] : [[{}, lost / ended] as const]),
    ]),
    metric(
      'reason_events',
      'Failures by reason, and what became of them.',
      kinds(fold(all, DEFAULT_GROUPING, BY_REASON), BY_REASON),
    ),
    metric('code_events', 'Failures by the codes of the reply, and what became of them.', [
      ...kinds(fold(all, DEFAULT_GROUPING, BY_CODE), BY_CODE),
    ]),
    metric('provider_events', 'Failures by provider.', kinds(providers.filter(isFailing), BY_PROVIDER)),
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

const isFailing = ({ counts, events }: Row): boolean => events > 0 || counts.open > 0;

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

/** Each count of each row by itself; of the rows beyond those with the most events there is one for all. */
function kinds(rows: readonly Row[], by: readonly Dimension[]): Sample[] {
  const labels = by.map((name) => LABELS[name] ?? { name, value: asItIs });
  const groups = new Map<string, { readonly labels: Labels; readonly counts: number[] }>();
  for (const { values, counts } of [...rows].sort((a, b) => b.events - a.events)) {
    const texts = labels.map(({ value }, i) => value(values[i]!));
    const isNamed = groups.has(texts.join()) || groups.size < MOST_NAMED;
    const key = isNamed ? texts.join() : OTHER;
    let group = groups.get(key);
    if (group === undefined) {
      const own = labels.map(({ name }, i) => [name, isNamed ? texts[i]! : OTHER]);
      group = { labels: Object.fromEntries(own), counts: KINDS.map(() => 0) };
      groups.set(key, group);
    }
    KINDS.forEach((kind, i) => {
      group.counts[i]! += counts[kind];
    });
  }
  return [...groups.values()].flatMap(({ labels: own, counts }) =>
    KINDS.flatMap((kind, i): Sample[] => (counts[i] === 0 ? [] : [[{ ...own, kind }, counts[i]!]])),
  );
}
