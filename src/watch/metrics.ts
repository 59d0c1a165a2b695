import {
  Counter,
  collectDefaultMetrics,
  Gauge,
  type OpenMetricsContentType,
  type PrometheusContentType,
  Registry,
} from 'prom-client';
import { COUNTED, COUNTED_BY, labelName } from '../report/prometheus.js';
import type { StateHealth } from './health.js';
import type { CounterSample } from './live-counters.js';

/** What the metrics tell. */
export interface MetricsSource {
  readonly version: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  readonly counters: () => ReadonlyMap<string, readonly CounterSample[]>;
  readonly openRecipients: () => number;
  readonly lastReadAt: () => number | null;
  /** How many inputs are in each state. */
  readonly inputs: () => ReadonlyMap<string, number>;
  /** Null where no state is kept. */
  readonly state: () => StateHealth | null;
}

/** Metrics in the form that a client asks for. */
export interface MetricsText {
  readonly contentType: string;
  readonly text: string;
}

type ContentType = OpenMetricsContentType | PrometheusContentType;

/** Labels of the counters that have any, beside those that are counted by dimensions. */
const LABELS: Readonly<Record<string, readonly string[]>> = { records: ['kind'], recipients: ['outcome'] };

/** Counters, by the names that they have in the metrics of a report. */
const COUNTERS: readonly (readonly [name: string, help: string, labels: readonly string[]])[] = [
  ...COUNTED.map(({ name, help }) => [name, help, LABELS[name] ?? []] as const),
  ...COUNTED_BY.map(({ name, help, by }) => [name, help, [...by.map(labelName), 'kind']] as const),
];

/** Gauges of prom-client that are called as only counters may be, and tell what others tell too. */
const MISNAMED = ['nodejs_active_handles_total', 'nodejs_active_requests_total', 'nodejs_active_resources_total'];

/** The metrics of a process that follows logs, in the text format of Prometheus and in OpenMetrics. */
export class Metrics {
  readonly #plain: Registry<ContentType>;
  readonly #open: Registry<ContentType>;

  constructor(source: MetricsSource) {
    this.#plain = registryOf(source, Registry.PROMETHEUS_CONTENT_TYPE);
    this.#open = registryOf(source, Registry.OPENMETRICS_CONTENT_TYPE);
  }

  /** @param accept what the client takes (RFC 9110 §12.5.1). */
  async text(accept: string): Promise<MetricsText> {
    const registry = accept.includes('application/openmetrics-text') ? this.#open : this.#plain;
    return { contentType: registry.contentType, text: await registry.metrics() };
  }
}

function registryOf(source: MetricsSource, contentType: ContentType): Registry<ContentType> {
  const registry = new Registry<ContentType>();
  registry.setContentType(contentType);
  // What a scrape shows is of one moment.
  let values: ReadonlyMap<string, readonly CounterSample[]> = new Map();
  COUNTERS.forEach(([name, help, labelNames], i) => {
    new Counter({
      name: contentType === Registry.OPENMETRICS_CONTENT_TYPE ? `bouncelens_${name}` : `bouncelens_${name}_total`,
      help,
      labelNames: [...labelNames],
      registers: [registry],
      collect() {
        if (i === 0) values = source.counters();
        this.reset();
        for (const [labels, value] of values.get(name) ?? []) this.inc(labels, value);
      },
    });
  });
  const gauge = (name: string, help: string, value: () => number | null, labels: Readonly<Record<string, string>> = {}) =>
    new Gauge({
      name: `bouncelens_${name}`,
      help,
      labelNames: Object.keys(labels),
      registers: [registry],
      collect() {
        this.reset();
        const now = value();
        if (now !== null) this.set({ ...labels }, now);
        else this.remove(labels);
      },
    });
  gauge('info', 'Version of bouncelens that follows the logs.', () => 1, { version: source.version });
  gauge('open_recipients', 'Recipients whose mail is still in the queue.', source.openRecipients);
  gauge('failed_inputs', 'Inputs that cannot be read.', () => source.inputs().get('failed') ?? 0);
  gauge('start_timestamp_seconds', 'When following began.', () => source.startedAt / 1000);
  gauge('last_read_timestamp_seconds', 'When anything was read last. Missing before that.', () => {
    const at = source.lastReadAt();
    return at === null ? null : at / 1000;
  });
  if (source.state() !== null) {
    gauge('state_kept', 'Whether the state of --state can be kept.', () => (source.state()?.error === null ? 1 : 0));
    gauge('state_kept_timestamp_seconds', 'When the state was kept last. Missing before that.', () => {
      const at = source.state()?.keptAt ?? null;
      return at === null ? null : at / 1000;
    });
  }
  new Gauge({
    name: 'bouncelens_inputs',
    help: 'Inputs by how they are.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      this.reset();
      for (const [state, number] of source.inputs()) this.set({ state }, number);
    },
  });
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  return registry;
}
